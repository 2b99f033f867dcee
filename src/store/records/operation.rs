//! Stored forms of what the user did.

use super::mirror::stored_enum;
use super::{ContentRecord, KeyRecord, RecordError, Stored};
use crate::ledger::{Change, Kind};
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
