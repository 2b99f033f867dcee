//! Locked periods: a confirmed period keeps what it was scored from.

use crate::domain::{Assignment, Day, Month, OfficialId, Period};
use crate::ledger::Book;

use super::entry::EntryError;

/// The month a task counts in by its dates: deadline in force, else assignment.
#[must_use]
pub fn month_of(task: &Assignment) -> Option<Month> {
    task.deadline().or(task.assigned_on).map(Month::of)
}

/// The confirmed period that holds a day for an official, if any.
#[must_use]
pub fn locked_on(book: &Book, official: OfficialId, day: Day) -> Option<Period> {
    locked(book, official, Month::of(day))
}

/// The confirmed period that holds a month for an official, if any.
#[must_use]
pub fn locked(book: &Book, official: OfficialId, month: Month) -> Option<Period> {
    let periods = [Period::Month(month), Period::quarter_of(month)];
    periods.into_iter().find(|period| {
        book.confirmations
            .get((official, *period))
            .is_some_and(|confirmation| confirmation.unlocked.is_none())
    })
}

/// Refuses a change to a task that counts in a confirmed period, before or after the change.
///
/// # Errors
/// [`EntryError::Locked`] with the period.
pub fn check_task(book: &Book, task: &Assignment) -> Result<(), EntryError> {
    let (Some(official), Some(month)) = (task.official, month_of(task)) else {
        return Ok(());
    };
    locked(book, official, month).map_or(Ok(()), |period| Err(EntryError::Locked(period)))
}
