//! Bounds of a filter as they are typed.

use super::{ColumnType, day_number};
use crate::app::workflow::entry::{self, EntryError};

/// The number a typed bound is kept as; none when nothing was typed. A day without its year is one
/// of `year`.
///
/// # Errors
/// Says what is wrong with the number or the day.
pub fn bound(text: &str, holds: ColumnType, year: u16) -> Result<Option<i64>, EntryError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match holds {
        ColumnType::Day => Ok(entry::day(text, year)?.map(day_number)),
        _ => Ok(Some(entry::number(text)?.millionths())),
    }
}
