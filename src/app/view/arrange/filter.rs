//! What a column must hold for its row to stay.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::Value;
use crate::text::matches;

/// The conditions on one column; all that are set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnFilter {
    /// Words the text contains, diacritics or not.
    pub contains: String,
    /// One of these: texts as they stand, or the numbers of choices.
    pub among: BTreeSet<String>,
    /// At least this: millionths, or the number of a day.
    pub from: Option<i64>,
    /// At most this.
    pub to: Option<i64>,
    /// Only empty cells, or only cells that hold something.
    pub empty: Option<bool>,
}

impl ColumnFilter {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn keeps_all(&self) -> bool {
        self.contains.trim().is_empty()
            && self.among.is_empty()
            && self.from.is_none()
            && self.to.is_none()
            && self.empty.is_none()
    }
}

/// A filter at work: remembers what it said about a text, so that each different text
/// is searched once however many rows hold it.
pub(super) struct Sieve<'f, 'a> {
    filter: &'f ColumnFilter,
    choices: Vec<u16>,
    seen: HashMap<&'a str, bool>,
}

impl<'f, 'a> Sieve<'f, 'a> {
    pub fn new(filter: &'f ColumnFilter) -> Self {
        let choices = filter.among.iter().filter_map(|key| key.parse().ok());
        Self {
            filter,
            choices: choices.collect(),
            seen: HashMap::new(),
        }
    }

    pub fn keeps(&mut self, value: Value<'a>) -> bool {
        let filter = self.filter;
        if let Some(empty) = filter.empty
            && empty != (value == Value::Empty)
        {
            return false;
        }
        let bounded = filter.from.is_some() || filter.to.is_some();
        if bounded {
            let inside = value.measure().is_some_and(|measure| {
                filter.from.is_none_or(|from| measure >= from)
                    && filter.to.is_none_or(|to| measure <= to)
            });
            if !inside {
                return false;
            }
        }
        match value {
            Value::Text(text) => *self.seen.entry(text).or_insert_with(|| fits(filter, text)),
            Value::Choice(choice, _) => filter.among.is_empty() || self.choices.contains(&choice),
            _ => filter.contains.trim().is_empty() && filter.among.is_empty(),
        }
    }
}

fn fits(filter: &ColumnFilter, text: &str) -> bool {
    let found = filter.contains.trim().is_empty() || matches(&filter.contains, text);
    found && (filter.among.is_empty() || filter.among.contains(text))
}
