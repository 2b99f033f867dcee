//! Which copies stay in the folder.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Months};

use super::CopyName;
use crate::domain::Day;

/// Months back for which the last copy of every day stays.
pub const DAILY_FOR_MONTHS: u32 = 1;

/// The span of days of which one copy stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Span {
    Month(i32, u32),
    Day(Day),
}

/// The copies of a workspace to remove: all of today stay, the last of each day for a month,
/// the last of each month after that.
///
/// Copies of other workspaces are never among them, and neither are those dated after today,
/// which were made before the clock was set back. The newest one always stays.
#[must_use]
pub fn to_thin<'a>(copies: &'a [CopyName], workspace: &str, today: Day) -> Vec<&'a CopyName> {
    let daily_from = today
        .checked_sub_months(Months::new(DAILY_FOR_MONTHS))
        .unwrap_or(today);
    let past = |copy: &&CopyName| copy.workspace == workspace && copy.day < today;
    let span = |copy: &CopyName| {
        if copy.day >= daily_from {
            Span::Day(copy.day)
        } else {
            Span::Month(copy.day.year(), copy.day.month())
        }
    };
    let mut last: BTreeMap<Span, &CopyName> = BTreeMap::new();
    for copy in copies.iter().filter(past) {
        let kept = last.entry(span(copy)).or_insert(copy);
        *kept = copy.max(kept);
    }
    copies
        .iter()
        .filter(past)
        .filter(|copy| last.get(&span(copy)) != Some(copy))
        .collect()
}
