//! What the user did, as the log and the undo button name it.

use std::sync::Arc;

use crate::domain::OfficialId;

use super::{Digest, Kind, Moment};

/// The user's action behind one operation. Sentences for it are in `i18n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Added a record.
    Add(Kind),
    /// Changed a record.
    Edit(Kind),
    /// Removed a record.
    Remove(Kind),
    /// Imported rows from a file or the clipboard.
    Import {
        /// What the rows are.
        kind: Kind,
        /// Name of the file; empty for the clipboard.
        source: String,
    },
    /// Pasted a block into a register.
    Paste(Kind),
    /// Filled cells down.
    Fill(Kind),
    /// Extended a deadline.
    Extend,
    /// Recorded an objective cause.
    RecordCause,
    /// Handed a task back and over to another official.
    HandOver,
    /// Moved a complaint to its next state.
    AdvanceComplaint,
    /// Decided a complaint's effect.
    DecideEffect,
    /// Entered points.
    Score,
    /// Confirmed periods.
    Confirm,
    /// Unlocked a confirmed period.
    Unlock,
    /// Decided a class.
    Decide,
    /// Switched a reading.
    ChooseReading,
    /// Took back an extension or an objective cause.
    Revoke,
    /// Recorded what was done about a late task.
    Handle,
    /// Divided a task among officials or over months.
    Divide,
    /// Replaced what stands in cells.
    Replace(Kind),
    /// Confirmed or dismissed an incident.
    ReviewIncident,
    /// Put the sample agency in place.
    LoadSample,
    /// Restored a backup.
    Restore,
    /// Took back the operation with this sequence number.
    Undo(u64),
    /// Did the operation with this sequence number again.
    Redo(u64),
    /// Put back what the operation with this sequence number had removed.
    PutBack(u64),
    /// Took the contents of what had been deleted before a moment out of the log, for good.
    Purge {
        /// The moment.
        until: Moment,
        /// What became of the entries that held it.
        cleaned: Cleaned,
    },
    /// Took a person out of the records and the log, for good.
    Erase {
        /// Their number, which stays.
        official: OfficialId,
        /// What became of the entries that named them.
        cleaned: Cleaned,
    },
}

impl Action {
    /// Whether it may have taken records away: tables that are brought in never do.
    #[must_use]
    pub const fn may_delete(&self) -> bool {
        !matches!(self, Self::Import { .. } | Self::LoadSample)
    }

    /// The entries whose contents this action took out, where it did.
    #[must_use]
    pub fn cleaned(&self) -> Option<&Cleaned> {
        match self {
            Self::Purge { cleaned, .. } | Self::Erase { cleaned, .. } => Some(cleaned),
            _ => None,
        }
    }
}

/// Entries of the log as an action left them that took contents out, in order of numbers.
///
/// The entry of that action vouches for them: the chain of hashes still proves every entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned(pub Arc<Vec<CleanedEntry>>);

/// One entry of the log as it is after contents were taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CleanedEntry {
    /// Its number.
    pub sequence: u64,
    /// Hash of its changes as they are now.
    pub payload: Digest,
    /// Hash of what its head says, where that is no longer what was written first.
    pub head: Option<Digest>,
}

impl Cleaned {
    /// The entries.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &CleanedEntry> {
        self.0.iter()
    }

    /// True for an entry that lost contents.
    #[must_use]
    pub fn has(&self, sequence: u64) -> bool {
        let found = self
            .0
            .binary_search_by_key(&sequence, |entry| entry.sequence);
        found.is_ok()
    }
}
