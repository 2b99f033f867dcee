//! How a person arranges a register: order, filters, groups, columns; and the rows that follow.
//!
//! A register says what each row holds in each column ([`Value`]) and nothing else.
//! Nothing here keeps a text per row, so a million rows are arranged as they stand in
//! the book: texts are borrowed, each different one is looked at once, and what is
//! sorted are numbers.

mod bound;
mod facet;
mod filter;
mod group;
mod order;
mod stored;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::Day;

pub use bound::bound;
pub use facet::{Facet, Facets, facets};
pub use filter::ColumnFilter;
pub use group::{Arranged, GroupLine, Line, Total, arranged};
pub use order::{MOST_SORTED, Sorting, next_order};
pub use stored::{SavedView, views_from_text, views_to_text};

/// What a column holds, for its filter and its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Words, in the order of the alphabet.
    Text,
    /// Names of people, in office order.
    Name,
    /// Numbers.
    Number,
    /// Days.
    Day,
    /// One of a few the register names, yes and no among them.
    Choice,
}

/// One column a register can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnSpec {
    /// Its key, the same in every session.
    pub key: &'static str,
    /// What it holds.
    pub holds: ColumnType,
    /// Shown unless the person chose otherwise.
    pub shown: bool,
}

impl ColumnSpec {
    /// A column that is shown unless the person chose otherwise.
    #[must_use]
    pub const fn new(key: &'static str, holds: ColumnType) -> Self {
        let shown = true;
        Self { key, holds, shown }
    }

    /// The same, shown only when the person chose so.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }
}

/// What one row holds in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Words.
    Text(&'a str),
    /// A number in millionths.
    Number(i64),
    /// A day.
    Day(Day),
    /// One of a few: which, and its place among equals.
    Choice(u16, i64),
}

impl<'a> Value<'a> {
    /// Words; nothing when there are none.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        if text.trim().is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A day, if there is one.
    #[must_use]
    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// The one of a few at a place, if it is one of them.
    #[must_use]
    pub fn choice(place: Option<usize>) -> Self {
        let place = place.and_then(|place| u16::try_from(place).ok());
        place.map_or(Self::Empty, |place| Self::Choice(place, 0))
    }

    /// The number that stands for it between bounds: millionths, or days.
    fn measure(self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Day(day) => Some(day_number(day)),
            _ => None,
        }
    }
}

/// The number a day is kept and compared as.
#[must_use]
pub fn day_number(day: Day) -> i64 {
    (day - Day::default()).num_days()
}

/// The day of a number.
#[must_use]
pub fn day_of_number(number: i64) -> Option<Day> {
    Day::default().checked_add_signed(chrono::TimeDelta::try_days(number)?)
}

/// Which columns are shown, where, how wide.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnChoice {
    /// Keys in the order chosen; columns not named follow in their own order.
    pub order: Vec<String>,
    /// What was chosen against the register's own habit: shown or not.
    pub shown: BTreeMap<String, bool>,
    /// Widths in pixels.
    pub widths: BTreeMap<String, u32>,
    /// How many first columns stay in view; nothing means as the register has it.
    pub frozen: Option<usize>,
}

impl ColumnChoice {
    /// All columns in the order chosen, each with whether it is shown. One always is.
    #[must_use]
    pub fn all(&self, specs: &[ColumnSpec]) -> Vec<(ColumnSpec, bool)> {
        let place = |spec: &ColumnSpec| self.order.iter().position(|key| key == spec.key);
        let mut all: Vec<(usize, ColumnSpec)> = Vec::new();
        // A column the person never placed stays behind the one it follows by habit.
        let mut last = 0;
        for spec in specs {
            last = place(spec).map_or(last, |place| place + 1);
            all.push((last, *spec));
        }
        all.sort_by_key(|(place, _)| *place);
        let shown = |spec: &ColumnSpec| self.shown.get(spec.key).copied().unwrap_or(spec.shown);
        let mut all: Vec<(ColumnSpec, bool)> = all
            .into_iter()
            .map(|(_, spec)| (spec, shown(&spec)))
            .collect();
        if all.iter().all(|(_, shown)| !shown)
            && let Some(first) = all.first_mut()
        {
            first.1 = true;
        }
        all
    }

    /// The keys of the columns shown, in order.
    #[must_use]
    pub fn keys(&self, specs: &[ColumnSpec]) -> Vec<&'static str> {
        let all = self.all(specs).into_iter();
        all.filter(|(_, shown)| *shown)
            .map(|(spec, _)| spec.key)
            .collect()
    }

    /// Shows or hides a column.
    pub fn show(&mut self, key: &str, shown: bool) {
        self.shown.insert(key.to_owned(), shown);
    }

    /// Moves a column one place towards the start or the end.
    pub fn shift(&mut self, specs: &[ColumnSpec], key: &str, to_start: bool) {
        let mut keys: Vec<String> = self
            .all(specs)
            .iter()
            .map(|(spec, _)| spec.key.to_owned())
            .collect();
        let Some(at) = keys.iter().position(|other| other == key) else {
            return;
        };
        let to = if to_start {
            at.checked_sub(1)
        } else {
            Some(at + 1)
        };
        if let Some(to) = to.filter(|to| *to < keys.len()) {
            keys.swap(at, to);
            self.order = keys;
        }
    }
}

/// How a person arranged a register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// Keys of the columns sorted by, first the one that decides, with true for largest first.
    pub sort: Vec<Sorting>,
    /// What each column must hold, by key.
    pub filters: BTreeMap<String, ColumnFilter>,
    /// Key of the column rows are grouped by.
    pub group: Option<String>,
    /// The columns.
    pub columns: ColumnChoice,
}

impl Arrangement {
    /// The filter of a column; one that keeps everything when there is none.
    #[must_use]
    pub fn filter(&self, key: &str) -> ColumnFilter {
        self.filters.get(key).cloned().unwrap_or_default()
    }

    /// Sets or, when it keeps everything, removes the filter of a column.
    pub fn set_filter(&mut self, key: &str, filter: ColumnFilter) {
        if filter.keeps_all() {
            self.filters.remove(key);
        } else {
            self.filters.insert(key.to_owned(), filter);
        }
    }

    /// The same without its columns: what decides which rows are shown, and where.
    #[must_use]
    pub fn of_rows(&self) -> Self {
        Self {
            columns: ColumnChoice::default(),
            ..self.clone()
        }
    }

    /// The keys of the columns that filter.
    #[must_use]
    pub fn filtered(&self) -> BTreeSet<String> {
        self.filters.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests;
