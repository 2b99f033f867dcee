//! The values a column holds, each with the number of its rows, for a filter to offer.

use std::collections::HashMap;

use super::Value;
use crate::text::text_sort_key;

/// One value and how many rows hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// What a filter keeps it as: the text, or the number of the choice.
    pub key: String,
    /// Rows that hold it.
    pub count: usize,
}

/// What a column holds in some rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Different texts or choices in order, the most frequent ones when there are too many.
    pub values: Vec<Facet>,
    /// Different values there are in all.
    pub different: usize,
    /// Rows in which the column is empty.
    pub empty: usize,
    /// Rows in which it is not.
    pub filled: usize,
    /// The least and the largest number or day, as filters keep them.
    pub span: Option<(i64, i64)>,
}

/// Counts what the values of a column are. At most `most` of them are listed.
pub fn facets<'a>(values: impl Iterator<Item = Value<'a>>, most: usize) -> Facets {
    let mut found = Facets::default();
    let mut texts: HashMap<&str, usize> = HashMap::new();
    let mut choices: HashMap<u16, usize> = HashMap::new();
    for value in values {
        if value == Value::Empty {
            found.empty += 1;
            continue;
        }
        found.filled += 1;
        match value {
            Value::Text(text) => *texts.entry(text).or_default() += 1,
            Value::Choice(choice, _) => *choices.entry(choice).or_default() += 1,
            value => {
                let measure = value.measure().unwrap_or_default();
                let (least, largest) = found.span.unwrap_or((measure, measure));
                found.span = Some((least.min(measure), largest.max(measure)));
            }
        }
    }
    found.different = texts.len() + choices.len();
    let mut choices: Vec<(u16, usize)> = choices.into_iter().collect();
    choices.sort_unstable();
    let mut texts: Vec<(&str, usize)> = texts.into_iter().collect();
    texts.sort_unstable_by(|(one, few), (other, many)| many.cmp(few).then(one.cmp(other)));
    texts.truncate(most);
    texts.sort_by_cached_key(|(text, _)| text_sort_key(text));
    let facet = |key: String, count| Facet { key, count };
    let choices = choices
        .into_iter()
        .map(|(choice, count)| facet(choice.to_string(), count));
    let texts = texts
        .into_iter()
        .map(|(text, count)| facet(text.to_owned(), count));
    found.values = choices.chain(texts).collect();
    found
}
