//! Reading typed values: numbers, days, choices.

use thiserror::Error;

use crate::domain::{Day, Decimal, DecimalError, DisciplineSide, Span};
use crate::rules::Wording;
use crate::text::{
    DateError, LONGEST_TEXT, NumberError, NumberReading, SeparatorStyle, is_too_long, parse_date,
    parse_number,
};

/// Why a typed value was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EntryError {
    /// A formula, where its result is needed.
    #[error("formula: {0}")]
    Formula(String),
    /// What a spreadsheet shows for a formula that failed or a column that is too narrow.
    #[error("spreadsheet error: {0}")]
    SheetError(String),
    /// Longer than a cell may hold.
    #[error("longer than {LONGEST_TEXT} characters")]
    TooLong,
    /// Not a number.
    #[error("not a number: {0}")]
    NotANumber(String),
    /// A thousand or a fraction, and nothing beside it says which.
    #[error("two readings: {value}")]
    TwoReadings {
        /// What stands there.
        value: String,
        /// What it may mean.
        readings: [Decimal; 2],
    },
    /// Beyond any number meant here.
    #[error("number out of range: {0}")]
    NumberOutOfRange(String),
    /// More than six decimals.
    #[error("more than six decimals: {0}")]
    TooPrecise(String),
    /// Below zero.
    #[error("negative: {0}")]
    Negative(String),
    /// Not a whole number.
    #[error("not whole: {0}")]
    NotWhole(String),
    /// Not a day.
    #[error("{0}")]
    Date(DateError),
    /// Nothing was typed where something is needed.
    #[error("required")]
    Required,
    /// The coefficient recorded is outside the range of the product that was entered.
    #[error("the coefficient goes with the product")]
    CoefficientFirst,
    /// A position without a unit.
    #[error("the unit goes with the position")]
    UnitFirst,
    /// Nobody or nothing is called so.
    #[error("unknown: {0}")]
    Unknown(String),
    /// Several are called so.
    #[error("ambiguous: {0}")]
    Ambiguous(String),
    /// The period is confirmed.
    #[error("period confirmed: {0}")]
    Locked(crate::domain::Period),
    /// The values must rise.
    #[error("not rising: {0}")]
    NotRising(String),
    /// Above the greatest allowed.
    #[error("above {0}")]
    Above(Decimal),
    /// Below the least allowed.
    #[error("below {0}")]
    Below(Decimal),
    /// The parts do not sum to the whole.
    #[error("the parts sum to {sum}, not to {whole}")]
    SumDiffers {
        /// What the parts sum to.
        sum: Decimal,
        /// What is divided.
        whole: Decimal,
    },
    /// The task has no deadline that could be moved or kept to.
    #[error("no deadline")]
    NoDeadline,
    /// The deadline was extended, so the first one is not typed over.
    #[error("the deadline was extended")]
    Extended,
    /// So many were recorded with more than their number, or are excused.
    #[error("{0} are kept in the history")]
    InHistory(usize),
    /// The task was handed back.
    #[error("handed back")]
    HandedBack,
    /// Before the day it may be at the earliest.
    #[error("before {0}")]
    TooEarly(Day),
    /// After the day it may be at the latest.
    #[error("after {0}")]
    TooLate(Day),
    /// Another record has it.
    #[error("taken: {0}")]
    Taken(String),
    /// The step does not lead on from where the record stands.
    #[error("no such step from here")]
    NoSuchStep,
    /// Steps or decisions that are recorded rest on it.
    #[error("recorded steps or decisions rest on it")]
    RestedOn,
    /// It is itself followed under the complaint of this number.
    #[error("linked to {0}")]
    LinkedElsewhere(String),
    /// It is about somebody else.
    #[error("about somebody else")]
    OtherPerson,
    /// The form of discipline does not exist for the day and side given.
    #[error("no such form then: {}", form.en)]
    NotThen {
        /// What the form is called.
        form: Wording,
        /// The side.
        side: DisciplineSide,
        /// The day.
        day: Day,
    },
    /// The cell stands for the whole time of a position, more of which is recorded than is looked at.
    #[error("the whole position from {0} would change")]
    WholePosition(Day),
    /// Another position of the same person is held on days given.
    #[error("another position is held from {}", .0.from)]
    HeldThen(Span),
    /// The record is gone.
    #[error("record is gone")]
    Gone,
}

/// Refuses what a spreadsheet shows in place of data, and what no cell has room for.
///
/// # Errors
/// [`EntryError::Formula`], [`EntryError::SheetError`] and [`EntryError::TooLong`].
pub fn plain(text: &str) -> Result<(), EntryError> {
    const FAILED: [&str; 9] = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
    ];
    if is_too_long(text) {
        return Err(EntryError::TooLong);
    }
    if text.starts_with('=') && text.len() > 1 {
        return Err(EntryError::Formula(text.to_owned()));
    }
    let narrow = text.len() > 2 && text.bytes().all(|letter| letter == b'#');
    if narrow || FAILED.contains(&text) {
        return Err(EntryError::SheetError(text.to_owned()));
    }
    Ok(())
}

/// How a number that may mean two is read; nothing where nobody knows.
pub type Numbers = Option<SeparatorStyle>;

/// A number of zero or more; a comma is a decimal comma.
///
/// # Errors
/// [`EntryError`] when the text is no such number.
pub fn number(text: &str) -> Result<Decimal, EntryError> {
    number_in(text, Some(SeparatorStyle::CommaDecimal))
}

/// A number of zero or more, in the style of what stands beside it.
///
/// # Errors
/// [`EntryError`] when the text is no such number, or may mean two and no style is known.
pub fn number_in(text: &str, numbers: Numbers) -> Result<Decimal, EntryError> {
    let reading = parse_number(text).map_err(|error| match error {
        NumberError::NotANumber => EntryError::NotANumber(text.to_owned()),
        NumberError::OutOfRange => EntryError::NumberOutOfRange(text.to_owned()),
    })?;
    let exact = |digits: &str| {
        Decimal::parse(digits).map_err(|error| match error {
            DecimalError::NotANumber => EntryError::NotANumber(text.to_owned()),
            DecimalError::TooPrecise => EntryError::TooPrecise(text.to_owned()),
            DecimalError::OutOfRange => EntryError::NumberOutOfRange(text.to_owned()),
        })
    };
    let value = match (reading, numbers) {
        (NumberReading::Sure { value, .. }, _) => exact(&value)?,
        (reading, Some(style)) => exact(&reading.under(style))?,
        (
            NumberReading::Ambiguous {
                comma_decimal,
                point_decimal,
            },
            None,
        ) => {
            return Err(EntryError::TwoReadings {
                value: text.to_owned(),
                readings: [exact(&comma_decimal)?, exact(&point_decimal)?],
            });
        }
    };
    if value.is_negative() {
        Err(EntryError::Negative(text.to_owned()))
    } else {
        Ok(value)
    }
}

/// A whole number of zero or more; empty is zero.
///
/// # Errors
/// [`EntryError`] when the text is no such number.
pub fn count(text: &str) -> Result<usize, EntryError> {
    count_in(text, Some(SeparatorStyle::CommaDecimal))
}

/// The same in the style of what stands beside it.
///
/// # Errors
/// [`EntryError`] when the text is no such number, or may mean two and no style is known.
pub fn count_in(text: &str, numbers: Numbers) -> Result<usize, EntryError> {
    if text.trim().is_empty() {
        return Ok(0);
    }
    let value = number_in(text, numbers)?;
    let whole = value.millionths() / Decimal::SCALE;
    if value.millionths() % Decimal::SCALE != 0 {
        return Err(EntryError::NotWhole(text.to_owned()));
    }
    usize::try_from(whole).map_err(|_| EntryError::NumberOutOfRange(text.to_owned()))
}

/// A day, or nothing for an empty text. Without a year the given one is meant.
///
/// # Errors
/// [`EntryError::Date`] when the text is no day.
pub fn day(text: &str, year: u16) -> Result<Option<Day>, EntryError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parts = text
        .split(['/', '-', '.'])
        .filter(|part| !part.is_empty())
        .count();
    let full = if parts == 2 {
        format!("{}/{year}", text.trim_end_matches(['/', '-', '.']))
    } else {
        text.to_owned()
    };
    parse_date(&full).map(Some).map_err(EntryError::Date)
}

/// A day that must be given and lie between the two.
///
/// # Errors
/// [`EntryError`] when it is missing, no day, or outside.
pub fn day_between(
    text: &str,
    earliest: Option<Day>,
    latest: Day,
    year: u16,
) -> Result<Day, EntryError> {
    let day = day(text, year)?.ok_or(EntryError::Required)?;
    match earliest {
        Some(earliest) if day < earliest => Err(EntryError::TooEarly(earliest)),
        _ if day > latest => Err(EntryError::TooLate(latest)),
        _ => Ok(day),
    }
}

/// A text, or nothing when it is blank.
#[must_use]
pub fn text(text: &str) -> Option<String> {
    let clean = crate::text::nfc(text.trim());
    (!clean.is_empty()).then_some(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_is_a_decimal_comma() {
        assert_eq!(number("0,8").map(|n| n.to_string()).as_deref(), Ok("0.8"));
        assert_eq!(number("-1"), Err(EntryError::Negative("-1".to_owned())));
        assert!(matches!(
            number("1e300"),
            Err(EntryError::NumberOutOfRange(_))
        ));
        assert_eq!(count("1,5"), Err(EntryError::NotWhole("1,5".to_owned())));
    }

    #[test]
    fn a_number_that_may_mean_two_is_read_in_the_style_beside_it_or_not_at_all() {
        use SeparatorStyle::{CommaDecimal, PointDecimal};
        let read = |text, numbers| number_in(text, numbers).map(|number| number.to_string());
        assert_eq!(read("1,200", Some(CommaDecimal)).as_deref(), Ok("1.2"));
        assert_eq!(read("1,200", Some(PointDecimal)).as_deref(), Ok("1200"));
        assert_eq!(read("1.5", None).as_deref(), Ok("1.5"));
        let readings = ["1125", "1.125"].map(|text| Decimal::parse(text).expect("a number"));
        let value = "1.125".to_owned();
        let refused = EntryError::TwoReadings { value, readings };
        assert_eq!(read("1.125", None), Err(refused));
    }

    #[test]
    fn what_a_spreadsheet_shows_in_place_of_data_is_refused() {
        let longest = "ă".repeat(LONGEST_TEXT);
        assert_eq!(plain(&longest), Ok(()));
        assert_eq!(plain(&(longest + "a")), Err(EntryError::TooLong));
        assert_eq!(plain("=B2*2"), Err(EntryError::Formula("=B2*2".to_owned())));
        for text in ["####", "#N/A", "#REF!"] {
            assert_eq!(plain(text), Err(EntryError::SheetError(text.to_owned())));
        }
        assert_eq!(
            (plain("="), plain("#12"), plain("")),
            (Ok(()), Ok(()), Ok(()))
        );
    }

    #[test]
    fn a_day_without_year_means_the_year_looked_at() {
        assert_eq!(
            day("5/3", 2026).map(|day| day.map(|day| day.to_string())),
            Ok(Some("2026-03-05".to_owned()))
        );
        assert!(day("31/02/2026", 2026).is_err());
        assert_eq!(day(" ", 2026), Ok(None));
    }
}
