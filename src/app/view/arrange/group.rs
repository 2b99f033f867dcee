//! Rows filtered, ordered and put into groups that fold.

use std::collections::BTreeSet;

use super::filter::Sieve;
use super::order::{grouped, ranks, sorted};
use super::{Arrangement, ColumnSpec, MOST_SORTED, Value};

/// What is summed over the rows of a group.
pub trait Total<R>: Default {
    /// Adds one row.
    fn add(&mut self, row: R);
}

/// Groups that are only counted.
impl<R> Total<R> for () {
    fn add(&mut self, _row: R) {}
}

/// The heading of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLine<T> {
    /// What folds it: the same as long as the rows are grouped by this column.
    pub key: String,
    /// Where it stands among all lines shown.
    pub at: usize,
    /// Its rows.
    pub count: usize,
    /// Whether its rows are hidden.
    pub folded: bool,
    /// What its rows sum to.
    pub total: T,
}

/// One line of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a, R, T> {
    /// The heading of a group.
    Group(&'a GroupLine<T>),
    /// A row.
    Row(R),
}

/// The rows a register shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged<R, T> {
    /// The rows that are not folded away, in order.
    pub rows: Vec<R>,
    /// The headings, in order.
    pub groups: Vec<GroupLine<T>>,
    /// Rows that pass the filters, folded or not.
    pub kept: usize,
}

impl<R, T> Default for Arranged<R, T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            groups: Vec::new(),
            kept: 0,
        }
    }
}

impl<R: Copy, T> Arranged<R, T> {
    /// Lines shown: rows and headings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len() + self.groups.len()
    }

    /// True when nothing is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line at an index.
    #[must_use]
    pub fn line(&self, index: usize) -> Option<Line<'_, R, T>> {
        let before = self.groups.partition_point(|group| group.at <= index);
        if let Some(group) = before.checked_sub(1).and_then(|last| self.groups.get(last))
            && group.at == index
        {
            return Some(Line::Group(group));
        }
        self.rows.get(index - before).copied().map(Line::Row)
    }

    /// The line of the first row that is the one asked for.
    #[must_use]
    pub fn line_of(&self, wanted: impl Fn(R) -> bool) -> Option<usize> {
        let place = self.rows.iter().position(|row| wanted(*row))?;
        let groups = self.groups.iter().enumerate();
        let before = groups.take_while(|(rank, group)| group.at <= place + rank);
        Some(place + before.count())
    }

    /// The place among the rows of the first row at or after a line.
    #[must_use]
    pub fn row_from(&self, index: usize) -> usize {
        index - self.groups.partition_point(|group| group.at < index)
    }

    /// The rows among the lines from `first` to `last`, both included.
    #[must_use]
    pub fn rows_between(&self, first: usize, last: usize) -> &[R] {
        let end = self.row_from(last.saturating_add(1)).min(self.rows.len());
        let start = self.row_from(first).min(end);
        &self.rows[start..end]
    }
}

/// Filters, orders and groups rows. `value` says what a row holds in the column at an index of
/// `specs`; groups named in `folded` keep their rows to themselves.
pub fn arranged<'a, R: Copy, T: Total<R>>(
    mut rows: Vec<R>,
    arrangement: &Arrangement,
    specs: &[ColumnSpec],
    folded: &BTreeSet<String>,
    value: impl Fn(R, usize) -> Value<'a>,
) -> Arranged<R, T> {
    let place = |key: &str| specs.iter().position(|spec| spec.key == key);
    for (key, filter) in &arrangement.filters {
        if let Some(at) = place(key) {
            let mut sieve = Sieve::new(filter);
            rows.retain(|row| sieve.keeps(value(*row, at)));
        }
    }
    let sorting = |key: &str| arrangement.sort.iter().find(|by| by.column == key);
    let group = arrangement.group.as_deref().and_then(place);
    let mut keys = Vec::new();
    if let Some(at) = group {
        let turned = sorting(specs[at].key).is_some_and(|by| by.descending);
        let values = rows.iter().map(|row| grouped(value(*row, at)));
        keys.push(ranks(values, specs[at].holds, turned));
    }
    for by in arrangement.sort.iter().take(MOST_SORTED) {
        if let Some(at) = place(&by.column) {
            let values = rows.iter().map(|row| value(*row, at));
            keys.push(ranks(values, specs[at].holds, by.descending));
        }
    }
    let kept = rows.len();
    let rows = sorted(rows, &keys);
    let Some(at) = group else {
        return Arranged {
            rows,
            groups: Vec::new(),
            kept,
        };
    };
    divided(rows, folded, |row| grouped(value(row, at)))
}

fn divided<'a, R: Copy, T: Total<R>>(
    rows: Vec<R>,
    folded: &BTreeSet<String>,
    value: impl Fn(R) -> Value<'a>,
) -> Arranged<R, T> {
    let mut made: Arranged<R, T> = Arranged {
        kept: rows.len(),
        rows: Vec::with_capacity(rows.len()),
        groups: Vec::new(),
    };
    let mut last = None;
    for row in rows {
        let own = value(row);
        if last != Some(own) {
            last = Some(own);
            let key = group_key(own);
            made.groups.push(GroupLine {
                folded: folded.contains(&key),
                key,
                at: made.len(),
                count: 0,
                total: T::default(),
            });
        }
        if let Some(group) = made.groups.last_mut() {
            group.count += 1;
            group.total.add(row);
            if !group.folded {
                made.rows.push(row);
            }
        }
    }
    made
}

/// The key of a group: the text, the number of the choice, the ordinal of the month, the number in
/// millionths; empty for rows that hold nothing there.
fn group_key(value: Value<'_>) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Choice(choice, _) => choice.to_string(),
        Value::Day(day) => super::day_number(day).to_string(),
    }
}
