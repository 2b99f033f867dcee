//! Months, quarters, half-years and years of evaluation.

use std::fmt;

use chrono::Datelike;
use thiserror::Error;

use super::Day;

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    number: u8,
}

/// The time one score speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// One month.
    Month(Month),
    /// Quarter 1 to 4 of a year.
    Quarter { year: u16, number: u8 },
    /// Half 1 or 2 of a year.
    HalfYear { year: u16, number: u8 },
    /// A whole year.
    Year(u16),
}

/// Why a text or number is not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a period such as 2026-08, 2026-Q3, 2026-H1 or 2026")]
pub struct PeriodError;

impl Month {
    /// The month `number` (1 to 12) of `year` (1900 to 2999).
    ///
    /// # Errors
    /// [`PeriodError`] when there is no such month.
    pub const fn new(year: u16, number: u8) -> Result<Self, PeriodError> {
        if number < 1 || number > 12 || year < 1900 || year > 2999 {
            return Err(PeriodError);
        }
        Ok(Self { year, number })
    }

    /// The month a day lies in.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let year = u16::try_from(day.year()).unwrap_or(1900);
        Self {
            year,
            number: u8::try_from(day.month()).unwrap_or(1),
        }
    }

    /// Year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.number
    }

    /// Months since year 0: an ordinal for arithmetic and dense tables.
    #[must_use]
    pub const fn ordinal(self) -> u32 {
        self.year as u32 * 12 + self.number as u32 - 1
    }

    /// The month with an ordinal; none beyond the years there are.
    #[must_use]
    pub fn from_ordinal(ordinal: u32) -> Option<Self> {
        let year = u16::try_from(ordinal / 12).ok()?;
        Self::new(year, u8::try_from(ordinal % 12 + 1).ok()?).ok()
    }

    /// The month after.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.number == 12 {
            Self {
                year: self.year + 1,
                number: 1,
            }
        } else {
            Self {
                year: self.year,
                number: self.number + 1,
            }
        }
    }

    /// The month before.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.number == 1 {
            Self {
                year: self.year - 1,
                number: 12,
            }
        } else {
            Self {
                year: self.year,
                number: self.number - 1,
            }
        }
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day::from_ymd_opt(i32::from(self.year), u32::from(self.number), 1).unwrap_or(Day::MIN)
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.next().first_day().pred_opt().unwrap_or(Day::MIN)
    }

    /// The twelve months of a year.
    pub fn all_of(year: u16) -> impl Iterator<Item = Self> {
        (1..=12).map(move |number| Self { year, number })
    }
}

impl Period {
    /// The quarter a month lies in.
    #[must_use]
    pub const fn quarter_of(month: Month) -> Self {
        Self::Quarter {
            year: month.year,
            number: (month.number - 1) / 3 + 1,
        }
    }

    /// The year of the period.
    #[must_use]
    pub const fn year(self) -> u16 {
        match self {
            Self::Month(month) => month.year,
            Self::Quarter { year, .. } | Self::HalfYear { year, .. } | Self::Year(year) => year,
        }
    }

    /// Its months in order.
    #[must_use]
    pub fn months(self) -> Vec<Month> {
        let (year, from, to) = match self {
            Self::Month(month) => (month.year, month.number, month.number),
            Self::Quarter { year, number } => (year, number * 3 - 2, number * 3),
            Self::HalfYear { year, number } => (year, number * 6 - 5, number * 6),
            Self::Year(year) => (year, 1, 12),
        };
        (from..=to).map(|number| Month { year, number }).collect()
    }

    /// True when the month lies in the period.
    #[must_use]
    pub fn contains_month(self, month: Month) -> bool {
        let (first, last) = self.bounds();
        first <= month && month <= last
    }

    fn bounds(self) -> (Month, Month) {
        let at = |year, number| Month { year, number };
        match self {
            Self::Month(month) => (month, month),
            Self::Quarter { year, number } => (at(year, number * 3 - 2), at(year, number * 3)),
            Self::HalfYear { year, number } => (at(year, number * 6 - 5), at(year, number * 6)),
            Self::Year(year) => (at(year, 1), at(year, 12)),
        }
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.bounds().0.first_day()
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.bounds().1.last_day()
    }

    /// Reads `2026-08`, `2026-Q3`, `2026-H1`, `2026`.
    ///
    /// # Errors
    /// [`PeriodError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year: u16 = year.parse().map_err(|_| PeriodError)?;
        Month::new(year, 1)?;
        let part = |text: &str, last: u8| match text.parse::<u8>() {
            Ok(number) if (1..=last).contains(&number) => Ok(number),
            _ => Err(PeriodError),
        };
        match rest {
            None => Ok(Self::Year(year)),
            Some(rest) => match rest.as_bytes().first() {
                Some(b'Q') => Ok(Self::Quarter {
                    year,
                    number: part(&rest[1..], 4)?,
                }),
                Some(b'H') => Ok(Self::HalfYear {
                    year,
                    number: part(&rest[1..], 2)?,
                }),
                _ => Ok(Self::Month(Month::new(year, part(rest, 12)?)?)),
            },
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Quarter { year, number } => write!(f, "{year:04}-Q{number}"),
            Self::HalfYear { year, number } => write!(f, "{year:04}-H{number}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_period_reads_back_what_it_writes() {
        for text in ["2026-08", "2026-Q3", "2026-H2", "2026"] {
            assert_eq!(
                Period::parse(text).map(|p| p.to_string()).as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn refuses_months_that_do_not_exist() {
        for text in ["2026-13", "2026-00", "2026-Q5", "26", "2026-", "abc"] {
            assert_eq!(Period::parse(text), Err(PeriodError), "{text}");
        }
    }

    #[test]
    fn a_quarter_holds_its_three_months() {
        let quarter = Period::parse("2026-Q3").expect("a quarter");
        let months: Vec<String> = quarter.months().iter().map(ToString::to_string).collect();
        assert_eq!(months, ["2026-07", "2026-08", "2026-09"]);
        assert_eq!(quarter.last_day().to_string(), "2026-09-30");
    }
}
