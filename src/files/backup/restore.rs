//! Restores a backup as one operation, after a preview.

use std::collections::BTreeMap;

use super::Backup;
use crate::ledger::{Action, Book, Change, Key, Kind, Operation, Record};

/// What happens to records the backup does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RestoreMode {
    /// They go: afterwards the book is as it was when the backup was made.
    #[default]
    Replace,
    /// They stay.
    Keep,
}

/// How a backup differs from the book, for one kind of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindDifference {
    /// In the backup only.
    pub new: usize,
    /// In both, different.
    pub changed: usize,
    /// In both, equal.
    pub same: usize,
    /// In the book only.
    pub missing: usize,
}

/// What restoring a backup would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RestorePreview {
    /// Every kind that occurs in either, in the order of kinds.
    pub kinds: Vec<(Kind, KindDifference)>,
    /// True when the backup is of another workspace than the one open.
    pub other_workspace: bool,
}

impl RestorePreview {
    /// The difference over all kinds.
    #[must_use]
    pub fn total(&self) -> KindDifference {
        let mut total = KindDifference::default();
        for (_, kind) in &self.kinds {
            total.new += kind.new;
            total.changed += kind.changed;
            total.same += kind.same;
            total.missing += kind.missing;
        }
        total
    }
}

/// Compares a backup with the book of the open workspace.
#[must_use]
pub fn preview(book: &Book, workspace: &str, backup: &Backup) -> RestorePreview {
    let mut kinds: BTreeMap<Kind, KindDifference> = BTreeMap::new();
    for (key, record) in backup.book.all() {
        let kind = kinds.entry(key.kind()).or_default();
        match book.get(key) {
            None => kind.new += 1,
            Some(now) if now == record => kind.same += 1,
            Some(_) => kind.changed += 1,
        }
    }
    for (key, _) in book.all().filter(|(key, _)| !backup.book.contains(*key)) {
        kinds.entry(key.kind()).or_default().missing += 1;
    }
    let in_order = Kind::ALL
        .iter()
        .filter_map(|kind| Some((*kind, *kinds.get(kind)?)));
    RestorePreview {
        kinds: in_order.collect(),
        other_workspace: backup.workspace != workspace,
    }
}

/// The operation that restores a backup. Applying it checks every record and reference.
#[must_use]
pub fn restore(book: &Book, backup: &Backup, mode: RestoreMode) -> Operation {
    let change = |key: Key, after: Option<Record>| Change {
        key,
        before: book.get(key),
        after,
    };
    let mut operation = Operation::new(Action::Restore);
    for (key, record) in backup.book.all() {
        operation.changes.push(change(key, Some(record)));
    }
    if mode == RestoreMode::Replace {
        let gone = book.all().filter(|(key, _)| !backup.book.contains(*key));
        let gone = gone.map(|(key, _)| change(key, None));
        operation.changes.extend(gone);
    }
    operation
        .changes
        .retain(|change| change.before != change.after);
    operation
}
