//! What may be meant by a cell that was not taken; a person decides.

use crate::domain::Month;
use crate::text::{SeparatorStyle, format_date, format_number};

use super::super::entry::{self, EntryError};
use super::super::task::{Known, person_text};
use super::numbers::written;
use super::{Holds, When};

/// A value that would be taken, when one lies near.
pub(super) fn suggest(
    known: &Known<'_>,
    holds: Holds,
    value: &str,
    error: &EntryError,
    when: When,
) -> Option<String> {
    let value = value.trim();
    if value.is_empty() || value.starts_with('=') {
        return None;
    }
    match holds {
        Holds::Person => person(known, value),
        Holds::Unit => known.like_unit(value),
        Holds::PersonOrUnit => person(known, value).or_else(|| known.like_unit(value)),
        Holds::Number => match error {
            EntryError::TwoReadings { .. } => one_reading(value, when),
            _ => number(value).filter(|found| found != value),
        },
        Holds::Day => day(value, when.year()),
        Holds::Words | Holds::Other => None,
    }
}

/// The only person whose name holds the words, with what one would type for them.
fn person(known: &Known<'_>, value: &str) -> Option<String> {
    let id = known.like(value.split('·').next().unwrap_or_default())?;
    known.book().officials.get(id).map(person_text)
}

/// The reading of the screen's language; nothing for one of several numbers.
fn one_reading(value: &str, when: When) -> Option<String> {
    let read = entry::number_in(value, when.numbers).ok()?;
    let style = when.numbers.unwrap_or(SeparatorStyle::CommaDecimal);
    Some(written(&format_number(&read.to_string()), style))
}

/// The number among the words: "3 hồ sơ" may mean 3.
fn number(value: &str) -> Option<String> {
    let start = value.find(|letter: char| letter.is_ascii_digit())?;
    let rest = &value[start..];
    let end = rest
        .find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ',' | '.'))
        .unwrap_or(rest.len());
    let digits = rest[..end].trim_end_matches([',', '.']);
    let alone = !rest[end..].contains(|letter: char| letter.is_ascii_digit());
    (alone && entry::number(digits).is_ok()).then(|| digits.to_owned())
}

/// The last day of the month for a day the month has not, and a year written out.
fn day(value: &str, year: u16) -> Option<String> {
    use crate::text::DateError;
    let EntryError::Date(error) = entry::day(value, year).err()? else {
        return None;
    };
    match error {
        DateError::NoSuchDay { day, month, year } if day <= 31 => {
            let month = Month::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?).ok()?;
            Some(format_date(month.last_day()))
        }
        DateError::TwoDigitYear { day, month, year } => {
            let full = format!("{day}/{month}/20{year:02}");
            let read = entry::day(&full, 0).ok().flatten()?;
            Some(format_date(read))
        }
        _ => None,
    }
}
