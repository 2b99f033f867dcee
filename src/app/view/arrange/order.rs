//! The order of rows by several columns: each row becomes a few numbers, and those are sorted.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{ColumnType, Value};
use crate::domain::Month;
use crate::text::{SortKey, name_sort_key, text_sort_key};

/// Columns an order takes account of at most.
pub const MOST_SORTED: usize = 4;

/// One column of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorting {
    /// Key of the column.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// The order after a head was pressed: by this column alone, or with `add` as one more.
/// Pressed again it turns round; added a third time it leaves the order.
#[must_use]
pub fn next_order(order: &[Sorting], column: &str, add: bool) -> Vec<Sorting> {
    let held = order.iter().position(|by| by.column == column);
    let sorting = |descending| Sorting {
        column: column.to_owned(),
        descending,
    };
    if !add {
        let turned = held.is_some_and(|at| !order[at].descending);
        return vec![sorting(turned)];
    }
    let mut next = order.to_vec();
    match held {
        Some(at) if next[at].descending => {
            next.remove(at);
        }
        Some(at) => next[at].descending = true,
        None if next.len() < MOST_SORTED => next.push(sorting(false)),
        None => {}
    }
    next
}

/// The place of an empty cell: last, whichever way the column is sorted.
pub(super) const LAST: i64 = i64::MAX;

/// A number for every value, in the order of the values.
pub(super) fn ranks<'a>(
    values: impl Iterator<Item = Value<'a>>,
    holds: ColumnType,
    descending: bool,
) -> Vec<i64> {
    let turned = |rank: i64| if descending { -rank } else { rank };
    let mut codes: HashMap<&str, usize> = HashMap::new();
    let mut texts: Vec<&str> = Vec::new();
    let mut ranks: Vec<i64> = values
        .map(|value| match value {
            Value::Empty => LAST,
            Value::Text(text) => {
                let code = *codes.entry(text).or_insert_with(|| {
                    texts.push(text);
                    texts.len() - 1
                });
                number(code)
            }
            Value::Choice(choice, place) => {
                turned(i64::from(choice) * PLACES + place.clamp(0, PLACES - 1))
            }
            value => turned(value.measure().unwrap_or_default()),
        })
        .collect();
    if !texts.is_empty() {
        let places = places(&texts, holds);
        for rank in ranks.iter_mut().filter(|rank| **rank != LAST) {
            let place = usize::try_from(*rank)
                .ok()
                .and_then(|code| places.get(code));
            *rank = place.map_or(LAST, |place| turned(*place));
        }
    }
    ranks
}

/// Room for the places among equals of one choice.
const PLACES: i64 = 1 << 32;

/// The place of each text among all.
fn places(texts: &[&str], holds: ColumnType) -> Vec<i64> {
    let key = |text: &str| match holds {
        ColumnType::Name => name_sort_key(text),
        _ => text_sort_key(text),
    };
    // Texts with one key are still different groups: the letters themselves tell them apart.
    let mut keyed: Vec<(SortKey, &str, usize)> = texts
        .iter()
        .enumerate()
        .map(|(code, text)| (key(text), *text, code))
        .collect();
    keyed.sort_unstable();
    let mut places = vec![0; texts.len()];
    for (place, (_, _, code)) in (0..).zip(keyed) {
        places[code] = place;
    }
    places
}

fn number(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(LAST)
}

/// What rows are grouped by: days by their month, the rest as it stands.
pub(super) fn grouped(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Day(day) => Value::Number(i64::from(Month::of(day).ordinal())),
        Value::Choice(choice, _) => Value::Choice(choice, 0),
        value => value,
    }
}

/// The rows in order of their numbers; equal ones stay in the order of the rows.
pub(super) fn sorted<R: Copy>(rows: Vec<R>, keys: &[Vec<i64>]) -> Vec<R> {
    match keys {
        [] => rows,
        [only] => {
            let mut keyed: Vec<(i64, u32)> = only.iter().copied().zip(0..).collect();
            keyed.sort_unstable();
            picked(&rows, keyed.into_iter().map(|(_, at)| at))
        }
        several => {
            let mut order: Vec<u32> = (0..).take(rows.len()).collect();
            order.sort_unstable_by(|one, other| {
                let (a, b) = (*one as usize, *other as usize);
                let differs = several
                    .iter()
                    .map(|ranks| ranks[a].cmp(&ranks[b]))
                    .find(|order| order.is_ne());
                differs.unwrap_or_else(|| one.cmp(other))
            });
            picked(&rows, order.into_iter())
        }
    }
}

fn picked<R: Copy>(rows: &[R], order: impl Iterator<Item = u32>) -> Vec<R> {
    order.map(|at| rows[at as usize]).collect()
}
