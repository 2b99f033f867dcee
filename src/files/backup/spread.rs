//! How far the numbers in a backup may reach: some tables are as long as their largest number.

use crate::ledger::{Key, Record};

/// The largest number records of an honest backup of some size may have. Numbers are never
/// used again, so there may be gaps, but not for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spread(u32);

/// Reached by a backup however small.
const LEAST: u32 = 1_000_000;
/// The shortest line that gives a number away.
const BYTES_A_NUMBER: u64 = 16;

impl Default for Spread {
    fn default() -> Self {
        Self(LEAST)
    }
}

impl Spread {
    /// The same with so many bytes more that were really read, whatever a manifest says of them.
    pub(super) fn wider(self, bytes: u64) -> Self {
        let more = u32::try_from(bytes / BYTES_A_NUMBER).unwrap_or(u32::MAX);
        Self(self.0.saturating_add(more))
    }

    /// Whether a number may be.
    pub(super) const fn reaches(self, number: u32) -> bool {
        number <= self.0
    }

    /// Whether all numbers of a record may be that make a table long.
    pub(super) fn holds(self, key: Key, record: Option<&Record>) -> bool {
        let own = match key {
            Key::Official(id) => id.0,
            Key::Assignment(id) => id.0,
            _ => 0,
        };
        let leads = match record {
            Some(Record::Assignment(task)) => task.official.map_or(0, |id| id.0),
            _ => 0,
        };
        self.reaches(own) && self.reaches(leads)
    }
}
