//! Taking contents out of what was recorded, in the records and in the log alike.

use std::collections::BTreeSet;

use super::{Action, Book, Change, Changes, Cleaned, Eraser, Key, Operation};

/// What is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cleaning {
    /// The contents of deleted records; their keys stay.
    Purge {
        /// They were deleted before this moment.
        until: super::Moment,
        /// The records; found in the log, so not known before it was read.
        keys: BTreeSet<Key>,
    },
    /// A person.
    Erase(Eraser),
}

impl Cleaning {
    /// A change of the log without what is taken out; nothing when it stays as it is.
    #[must_use]
    pub fn change(&self, change: &Change) -> Option<Change> {
        let cleaned = match self {
            Self::Purge { keys, .. } if keys.contains(&change.key) => Change::nothing(change.key),
            Self::Purge { .. } => return None,
            Self::Erase(eraser) => {
                let clean = |record: &Option<_>| {
                    record
                        .as_ref()
                        .and_then(|record| eraser.record(change.key, record))
                };
                Change {
                    key: change.key,
                    before: clean(&change.before),
                    after: clean(&change.after),
                }
            }
        };
        (cleaned != *change).then_some(cleaned)
    }

    /// The changes of an entry without what is taken out; nothing when they stay as they are.
    #[must_use]
    pub fn changes(&self, changes: &Changes) -> Option<Changes> {
        let cleaned: Vec<_> = changes.iter().map(|change| self.change(change)).collect();
        if cleaned.iter().all(Option::is_none) {
            return None;
        }
        let pairs = changes.iter().zip(cleaned);
        let all = pairs.map(|(change, cleaned)| cleaned.unwrap_or_else(|| change.clone()));
        Some(all.collect())
    }

    /// A text of the log without what is taken out; nothing when it stays as it is.
    #[must_use]
    pub fn text(&self, text: &str) -> Option<String> {
        match self {
            Self::Purge { .. } => None,
            Self::Erase(eraser) => eraser.text(text),
        }
    }

    /// An action without what is taken out of its words; nothing when it stays as it is.
    #[must_use]
    pub fn action(&self, action: &Action) -> Option<Action> {
        match action {
            Action::Import { kind, source } => Some(Action::Import {
                kind: *kind,
                source: self.text(source)?,
            }),
            _ => None,
        }
    }

    /// The operation on a book, with what it takes out.
    #[must_use]
    pub fn operation(&self, book: &Book, cleaned: Cleaned) -> Operation {
        match self {
            Self::Erase(eraser) => eraser.operation(book, cleaned),
            Self::Purge { until, keys } => Operation {
                action: Action::Purge {
                    until: *until,
                    cleaned,
                },
                changes: keys.iter().map(|key| Change::nothing(*key)).collect(),
            },
        }
    }

    /// The operation that is written into the log for a cleaning: it says which records were
    /// touched, and of them only what remains.
    #[must_use]
    pub fn written(&self, operation: &Operation) -> Operation {
        let bare = |change: &Change| Change {
            key: change.key,
            before: change.after.clone(),
            after: change.after.clone(),
        };
        Operation {
            action: operation.action.clone(),
            changes: operation.changes.iter().map(bare).collect(),
        }
    }
}

impl Change {
    /// Names a record and says nothing about it.
    #[must_use]
    pub const fn nothing(key: Key) -> Self {
        Self {
            key,
            before: None,
            after: None,
        }
    }
}
