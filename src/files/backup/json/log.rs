//! The JSON of the log.

use serde::{Deserialize, Serialize};

use super::line::LineJson;
use super::mirror::{Json, JsonError, json_enum};
use crate::ledger::{Change, Digest, Kind, LogEntry, Moment, Operation};

json_enum! {
    /// The user's action.
    ActionJson for ledger::Action {
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

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryJson {
    sequence: u64,
    /// Milliseconds since 1970.
    at: i64,
    desk: String,
    action: ActionJson,
    changes: Vec<ChangeJson>,
    previous: String,
    hash: String,
}

/// One record before and after; a change that changes nothing is not written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<LineJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<LineJson>,
}

impl EntryJson {
    /// The JSON of an entry.
    #[must_use]
    pub fn of(entry: &LogEntry) -> Self {
        let line = |change: &Change, record: &Option<_>| {
            record
                .as_ref()
                .and_then(|record| LineJson::of(change.key, record))
        };
        let change = |change: &Change| ChangeJson {
            before: line(change, &change.before),
            after: line(change, &change.after),
        };
        let changes = entry.operation.changes.iter().map(change);
        Self {
            sequence: entry.sequence,
            at: entry.at.0,
            desk: entry.desk.clone(),
            action: entry.operation.action.to_form(),
            changes: changes
                .filter(|change| change.before.is_some() || change.after.is_some())
                .collect(),
            previous: entry.previous.to_string(),
            hash: entry.hash.to_string(),
        }
    }

    /// The entry.
    ///
    /// # Errors
    /// [`JsonError`] with the text that cannot be.
    pub fn read(self) -> Result<LogEntry, JsonError> {
        Ok(LogEntry {
            sequence: self.sequence,
            at: Moment(self.at),
            desk: self.desk,
            operation: Operation {
                action: Json::from_form(self.action)?,
                changes: self
                    .changes
                    .into_iter()
                    .map(ChangeJson::read)
                    .collect::<Result<_, _>>()?,
            },
            previous: digest(self.previous)?,
            hash: digest(self.hash)?,
        })
    }
}

impl ChangeJson {
    fn read(self) -> Result<Change, JsonError> {
        let before = self.before.map(LineJson::read).transpose()?;
        let after = self.after.map(LineJson::read).transpose()?;
        let key = match (&before, &after) {
            (Some((before, _)), Some((after, _))) if before != after => {
                return Err(JsonError(format!("{before:?} → {after:?}")));
            }
            (Some((key, _)), _) | (None, Some((key, _))) => *key,
            (None, None) => return Err(JsonError("{}".to_owned())),
        };
        Ok(Change {
            key,
            before: before.map(|(_, record)| record),
            after: after.map(|(_, record)| record),
        })
    }
}

/// Reads 64 hexadecimal digits.
fn digest(text: String) -> Result<Digest, JsonError> {
    let mut bytes = [0; 32];
    let whole = text.len() == 64 && text.bytes().all(|it| it.is_ascii_hexdigit());
    for (at, byte) in bytes.iter_mut().enumerate().filter(|_| whole) {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap_or_default();
    }
    whole.then_some(Digest(bytes)).ok_or(JsonError(text))
}
