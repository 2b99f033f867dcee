//! Stored forms of months, periods and spans.

use serde::{Deserialize, Serialize};

use super::mirror::stored_struct;
use super::{RecordError, Stored};
use crate::domain::{Day, Month, Period};

stored_struct! {
    /// Days from the first to the last.
    SpanRecord for Span { from: Day, to: Option<Day> }
}

/// A month: year and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthRecord(pub u16, pub u8);

impl Stored for Month {
    type Form = MonthRecord;

    fn to_form(&self) -> MonthRecord {
        MonthRecord(self.year(), self.number())
    }

    fn from_form(MonthRecord(year, number): MonthRecord) -> Result<Self, RecordError> {
        Self::new(year, number).map_err(|_| RecordError::Period { year, number })
    }
}

/// A period: its kind, year and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodRecord {
    /// A month.
    Month(u16, u8),
    /// A quarter.
    Quarter(u16, u8),
    /// A half-year.
    HalfYear(u16, u8),
    /// A year.
    Year(u16),
}

impl Stored for Period {
    type Form = PeriodRecord;

    fn to_form(&self) -> PeriodRecord {
        match *self {
            Self::Month(month) => PeriodRecord::Month(month.year(), month.number()),
            Self::Quarter { year, number } => PeriodRecord::Quarter(year, number),
            Self::HalfYear { year, number } => PeriodRecord::HalfYear(year, number),
            Self::Year(year) => PeriodRecord::Year(year),
        }
    }

    fn from_form(form: PeriodRecord) -> Result<Self, RecordError> {
        let within = |year, number, last| {
            let exists = Month::new(year, 1).is_ok() && (1..=last).contains(&number);
            exists
                .then_some((year, number))
                .ok_or(RecordError::Period { year, number })
        };
        Ok(match form {
            PeriodRecord::Month(year, number) => {
                Self::Month(Month::from_form(MonthRecord(year, number))?)
            }
            PeriodRecord::Quarter(year, number) => {
                let (year, number) = within(year, number, 4)?;
                Self::Quarter { year, number }
            }
            PeriodRecord::HalfYear(year, number) => {
                let (year, number) = within(year, number, 2)?;
                Self::HalfYear { year, number }
            }
            PeriodRecord::Year(year) => Self::Year(within(year, 1, 1)?.0),
        })
    }
}
