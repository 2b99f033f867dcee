//! Stored forms of what the user did.

use super::mirror::stored_enum;
use super::{ContentRecord, KeyRecord, RecordError, Stored};
use crate::domain::OfficialId;
use crate::ledger::{Change, Cleaned, CleanedEntry, Digest, Kind, Moment};
use serde::{Deserialize, Serialize};

stored_enum! {
    /// The user's action.
    ActionRecord for ledger::Action {
        Add(kind: Kind),
        Edit(kind: Kind),
        Remove(kind: Kind),
        Import { kind: Kind, source: String },
        Paste(kind: Kind),
        Fill(kind: Kind),
        Extend,
        RecordCause,
        HandOver,
        AdvanceComplaint,
        DecideEffect,
        Score,
        Confirm,
        Unlock,
        Decide,
        ChooseReading,
        LoadSample,
        Restore,
        Undo(sequence: u64),
        Redo(sequence: u64),
        Revoke,
        Handle,
        Divide,
        Replace(kind: Kind),
        ReviewIncident,
        PutBack(sequence: u64),
        Purge { until: Moment, cleaned: Cleaned },
        Erase { official: OfficialId, cleaned: Cleaned },
    }
}

/// Milliseconds since 1970-01-01 UTC.
impl Stored for Moment {
    type Form = i64;

    fn to_form(&self) -> i64 {
        self.0
    }

    fn from_form(form: i64) -> Result<Self, RecordError> {
        Ok(Self(form))
    }
}

/// An entry of the log that lost contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanedRecord {
    /// Its number.
    pub sequence: u64,
    /// Hash of its changes as they are now.
    pub payload: [u8; 32],
    /// Hash of what its head says now.
    pub head: Option<[u8; 32]>,
}

impl Stored for Cleaned {
    type Form = Vec<CleanedRecord>;

    fn to_form(&self) -> Self::Form {
        let of = |entry: &CleanedEntry| CleanedRecord {
            sequence: entry.sequence,
            payload: entry.payload.0,
            head: entry.head.map(|head| head.0),
        };
        self.iter().map(of).collect()
    }

    fn from_form(form: Self::Form) -> Result<Self, RecordError> {
        let of = |form: CleanedRecord| CleanedEntry {
            sequence: form.sequence,
            payload: Digest(form.payload),
            head: form.head.map(Digest),
        };
        Ok(Self(std::sync::Arc::new(
            form.into_iter().map(of).collect(),
        )))
    }
}

/// One record before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeRecord {
    /// Which record.
    pub key: KeyRecord,
    /// As it was.
    pub before: Option<ContentRecord>,
    /// As it is.
    pub after: Option<ContentRecord>,
}

impl Stored for Change {
    type Form = ChangeRecord;

    fn to_form(&self) -> ChangeRecord {
        ChangeRecord {
            key: self.key.to_form(),
            before: self.before.to_form(),
            after: self.after.to_form(),
        }
    }

    fn from_form(form: ChangeRecord) -> Result<Self, RecordError> {
        Ok(Self {
            key: Stored::from_form(form.key)?,
            before: Stored::from_form(form.before)?,
            after: Stored::from_form(form.after)?,
        })
    }
}
