//! The working-day calendar: dated holidays and swaps, with the agency's corrections on top.
//!
//! Nothing is computed from lunar dates: which days are off is announced year by year, so
//! every day stands in the data with its year's source and whether that was verified.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Weekday};

use super::basis::{Basis, Wording};
use super::entry::DataFile;
use super::fault::FaultReason;
use crate::domain::{CalendarEdit, Day};

/// Why a day differs from the plain week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarDayKind {
    /// A public holiday.
    Holiday,
    /// Off in place of a holiday that fell on a weekly rest day.
    Compensatory,
    /// A working day moved away.
    SwappedOff,
    /// A rest day worked in place of a swapped one.
    SwappedWorked,
}

/// One day that differs from the plain week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// Why.
    pub kind: CalendarDayKind,
    /// What it is called.
    pub name: Wording,
}

/// One year of the shipped calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarYear {
    /// Legal basis, with the source in its note.
    pub basis: Arc<Basis>,
    /// The year.
    pub year: u16,
    /// True when the days are those announced, false when they are expected.
    pub verified: bool,
}

/// The shipped calendar: rest days of the week, years, days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShippedCalendar {
    /// Weekly rest days with their basis.
    pub rest_days: Vec<RestDay>,
    /// The years covered, in order.
    pub years: Vec<CalendarYear>,
    /// The days that differ from the plain week, in order.
    pub days: Vec<CalendarDay>,
}

/// One weekly rest day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestDay {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// Which day of the week.
    pub weekday: Weekday,
}

impl ShippedCalendar {
    /// The calendar with the agency's corrections; of several for one day the last counts.
    #[must_use]
    pub fn with_edits(&self, edits: &[CalendarEdit]) -> WorkingCalendar {
        let shipped = self
            .days
            .iter()
            .map(|day| (day.day, day.kind == CalendarDayKind::SwappedWorked));
        let own = edits.iter().map(|edit| (edit.day, edit.working));
        WorkingCalendar {
            rest_days: self.rest_days.iter().map(|rest| rest.weekday).collect(),
            days: shipped.chain(own).collect(),
        }
    }

    /// The entry of one year; nothing for a year that is not shipped.
    #[must_use]
    pub fn year(&self, year: u16) -> Option<&CalendarYear> {
        self.years.iter().find(|entry| entry.year == year)
    }

    /// Whether every day between the two, inclusive, lies in a verified year.
    #[must_use]
    pub fn is_verified(&self, from: Day, to: Day) -> bool {
        (from.year()..=to.year()).all(|year| {
            let entry = u16::try_from(year).ok().and_then(|year| self.year(year));
            entry.is_some_and(|entry| entry.verified)
        })
    }

    /// The days of one year that differ from the plain week.
    pub fn days_of(&self, year: u16) -> impl Iterator<Item = &CalendarDay> {
        let year = i32::from(year);
        self.days.iter().filter(move |day| day.day.year() == year)
    }
}

/// Which days are worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCalendar {
    rest_days: Vec<Weekday>,
    days: BTreeMap<Day, bool>,
}

impl WorkingCalendar {
    /// True when the day is worked.
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        let plain = || !self.rest_days.contains(&day.weekday());
        self.days.get(&day).copied().unwrap_or_else(plain)
    }

    /// The last of `count` working days counted from the day after `from` (Điều 22).
    ///
    /// With a count of zero it is `from` itself.
    #[must_use]
    pub fn add_working_days(&self, from: Day, count: u32) -> Day {
        let mut last = from;
        let mut left = count;
        for day in from.iter_days().skip(1) {
            if left == 0 {
                break;
            }
            if self.is_working(day) {
                left -= 1;
                last = day;
            }
        }
        last
    }

    /// The number of working days after `from` up to and with `to`; zero when `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        let worked = days.filter(|day| self.is_working(*day)).count();
        u32::try_from(worked).unwrap_or(u32::MAX)
    }
}

pub(super) fn read(file: &mut DataFile) -> ShippedCalendar {
    let mut days = read_days(file);
    days.sort_by_key(|day| day.day);
    let mut years = read_years(file);
    years.sort_by_key(|year| year.year);
    ShippedCalendar {
        rest_days: read_rest_days(file),
        years,
        days,
    }
}

fn read_rest_days(file: &mut DataFile) -> Vec<RestDay> {
    const WEEKDAYS: [(&str, Weekday); 2] = [("saturday", Weekday::Sat), ("sunday", Weekday::Sun)];
    file.read("rest_day", |entry| {
        let (basis, weekday) = (entry.basis(), entry.word("weekday", &WEEKDAYS));
        Some(RestDay {
            basis: basis?,
            weekday: weekday?,
        })
    })
}

fn read_years(file: &mut DataFile) -> Vec<CalendarYear> {
    file.read("year", |entry| {
        let (basis, year) = (entry.basis(), entry.whole("year"));
        let verified = entry.flag("verified");
        Some(CalendarYear {
            basis: basis?,
            year: u16::try_from(year?).ok()?,
            verified: verified?,
        })
    })
}

fn read_days(file: &mut DataFile) -> Vec<CalendarDay> {
    const KINDS: [(&str, CalendarDayKind); 4] = [
        ("holiday", CalendarDayKind::Holiday),
        ("compensatory", CalendarDayKind::Compensatory),
        ("swapped_off", CalendarDayKind::SwappedOff),
        ("swapped_worked", CalendarDayKind::SwappedWorked),
    ];
    file.read("day", |entry| {
        let (day, kind) = (entry.day("day"), entry.word("kind", &KINDS));
        let name = entry.wording("");
        let (day, kind) = (day?, kind?);
        let plainly_worked = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let makes_sense = match kind {
            CalendarDayKind::Holiday => true,
            CalendarDayKind::Compensatory | CalendarDayKind::SwappedOff => plainly_worked,
            CalendarDayKind::SwappedWorked => !plainly_worked,
        };
        if !makes_sense {
            entry.fault(FaultReason::WrongKind {
                key: "day".to_owned(),
                expected: "a day of the week that fits its kind",
            });
        }
        Some(CalendarDay {
            day,
            kind,
            name: name?,
        })
    })
}
