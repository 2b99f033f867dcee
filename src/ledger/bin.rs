//! What was deleted and can still be put back, read from the log alone.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Key, LogEntry, Moment, Record};

/// Days a deleted record can be put back; then its contents leave the log.
pub const BIN_DAYS: i64 = 60;

const DAY: i64 = 24 * 60 * 60_000;

/// What one operation deleted and nothing has brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// The operation.
    pub sequence: u64,
    /// When.
    pub at: Moment,
    /// The desk that acted.
    pub desk: String,
    /// What was done.
    pub action: Action,
    /// The records as they were, in order of keys.
    pub records: Vec<(Key, Record)>,
}

impl Deleted {
    /// Whole days left for putting it back at a moment; none left means that it is due to go.
    #[must_use]
    pub fn days_left(&self, now: Moment) -> i64 {
        let left = self.at.0 + BIN_DAYS * DAY - now.0;
        // A clock set back gives nobody more than the full time.
        (left + DAY - 1).div_euclid(DAY).clamp(0, BIN_DAYS)
    }
}

/// What was deleted before a moment has no days left at `now`.
#[must_use]
pub const fn due_before(now: Moment) -> Moment {
    Moment(now.0 - BIN_DAYS * DAY)
}

/// Everything deleted in a log, as far as its contents are still there, newest first.
#[must_use]
pub fn bin(log: &[LogEntry]) -> Vec<Deleted> {
    let mut last: BTreeMap<Key, Option<(u64, Record)>> = BTreeMap::new();
    for entry in log {
        for change in &entry.operation.changes {
            match (&change.before, &change.after) {
                (_, Some(_)) | (None, None) => last.insert(change.key, None),
                (Some(before), None) => {
                    last.insert(change.key, Some((entry.sequence, before.clone())))
                }
            };
        }
    }
    let mut by_entry: BTreeMap<u64, Vec<(Key, Record)>> = BTreeMap::new();
    for (key, gone) in last {
        if let Some((sequence, record)) = gone {
            by_entry.entry(sequence).or_default().push((key, record));
        }
    }
    let of = |entry: &LogEntry| {
        Some(Deleted {
            sequence: entry.sequence,
            at: entry.at,
            desk: entry.desk.clone(),
            action: entry.operation.action.clone(),
            records: by_entry.remove(&entry.sequence)?,
        })
    };
    log.iter().rev().filter_map(of).collect()
}

/// The keys of what was deleted before a moment and is to leave the log.
#[must_use]
pub fn due(bin: &[Deleted], until: Moment) -> BTreeSet<Key> {
    let old = bin.iter().filter(|deleted| deleted.at < until);
    let records = old.flat_map(|deleted| &deleted.records);
    records.map(|(key, _)| *key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Unit, UnitId};
    use crate::ledger::{Change, Digest, Kind, Operation};

    fn unit(name: &str) -> Record {
        Record::Unit(Unit {
            name: name.to_owned(),
            code: None,
            parent: None,
        })
    }

    fn entry(sequence: u64, id: u32, before: Option<Record>, after: Option<Record>) -> LogEntry {
        let key = Key::Unit(UnitId(id));
        let change = Change { key, before, after };
        LogEntry {
            sequence,
            at: Moment(i64::try_from(sequence).unwrap_or_default() * DAY),
            desk: String::new(),
            operation: Operation {
                action: Action::Edit(Kind::Unit),
                changes: vec![change].into(),
            },
            previous: Digest::default(),
            hash: Digest::default(),
            first: None,
        }
    }

    #[test]
    fn what_was_deleted_is_there_until_it_is_put_back_or_its_contents_are_gone() {
        let log = [
            entry(1, 1, None, Some(unit("A"))),
            entry(2, 2, None, Some(unit("B"))),
            entry(3, 1, Some(unit("A")), None),
            entry(4, 2, Some(unit("B")), None),
        ];
        let sequences = |log: &[LogEntry]| {
            let bin = bin(log);
            bin.iter().map(|it| it.sequence).collect::<Vec<_>>()
        };
        assert_eq!(sequences(&log), [4, 3]);
        let back = [&log[..], &[entry(5, 1, None, Some(unit("A")))]].concat();
        assert_eq!(sequences(&back), [4]);
        let mut purged = log;
        purged[2] = entry(3, 1, None, None);
        assert_eq!(sequences(&purged), [4]);
    }

    #[test]
    fn sixty_days_are_given_to_the_day() {
        let log = [
            entry(1, 1, None, Some(unit("A"))),
            entry(2, 1, Some(unit("A")), None),
        ];
        let bin = bin(&log);
        let left = |days: i64| bin[0].days_left(Moment(2 * DAY + days * DAY));
        assert_eq!(
            [left(-9), left(0), left(1), left(59), left(60)],
            [60, 60, 59, 1, 0]
        );
        let due_at = |days: i64| due(&bin, due_before(Moment(2 * DAY + days * DAY))).len();
        assert_eq!([due_at(59), due_at(60), due_at(61)], [0, 0, 1]);
    }
}
