//! The JSON of the log.

use serde::{Deserialize, Serialize};

use super::line::{KeyJson, LineJson};
use super::mirror::{Json, JsonError, json_enum};
use crate::domain::OfficialId;
use crate::ledger::{
    Change, Cleaned, CleanedEntry, Digest, FirstWritten, Kind, LogEntry, Moment, Operation,
};

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
        PutBack(sequence: u64),
        Purge { until: Moment, cleaned: Cleaned },
        Erase { official: OfficialId, cleaned: Cleaned },
    }
}

/// Milliseconds since 1970.
impl Json for Moment {
    type Form = i64;

    fn to_form(&self) -> i64 {
        self.0
    }

    fn from_form(form: i64) -> Result<Self, JsonError> {
        Ok(Self(form))
    }
}

/// An entry of the log that lost contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CleanedJson {
    sequence: u64,
    payload: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<String>,
}

impl Json for Cleaned {
    type Form = Vec<CleanedJson>;

    fn to_form(&self) -> Self::Form {
        let of = |entry: &CleanedEntry| CleanedJson {
            sequence: entry.sequence,
            payload: entry.payload.to_string(),
            head: entry.head.map(|head| head.to_string()),
        };
        self.iter().map(of).collect()
    }

    fn from_form(form: Self::Form) -> Result<Self, JsonError> {
        let of = |form: CleanedJson| {
            Ok(CleanedEntry {
                sequence: form.sequence,
                payload: digest(form.payload)?,
                head: form.head.map(digest).transpose()?,
            })
        };
        let entries = form.into_iter().map(of).collect::<Result<_, JsonError>>()?;
        Ok(Self(std::sync::Arc::new(entries)))
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

/// One record before and after, or the key of one of which nothing is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<LineJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<LineJson>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gone: Option<KeyJson>,
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
            gone: (change.before.is_none() && change.after.is_none()).then(|| change.key.to_form()),
        };
        let changes = entry.operation.changes.iter().map(change);
        Self {
            sequence: entry.sequence,
            at: entry.at.0,
            desk: entry.desk.clone(),
            action: entry.operation.action.to_form(),
            changes: changes.collect(),
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
            first: None,
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
            (None, None) => match self.gone {
                Some(gone) => Json::from_form(gone)?,
                None => return Err(JsonError("{}".to_owned())),
            },
        };
        Ok(Change {
            key,
            before: before.map(|(_, record)| record),
            after: after.map(|(_, record)| record),
        })
    }
}

/// What was written first of an entry that lost contents since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstJson {
    sequence: u64,
    changes: u32,
    size: u32,
    sha256: String,
}

impl FirstJson {
    /// The JSON of an entry; nothing where it is what was written first.
    #[must_use]
    pub fn of(entry: &LogEntry) -> Option<Self> {
        let first = entry.first?;
        Some(Self {
            sequence: entry.sequence,
            changes: first.changes,
            size: first.size,
            sha256: first.payload.to_string(),
        })
    }

    /// The entry's number, and what was written first of it.
    ///
    /// # Errors
    /// [`JsonError`] with the text that cannot be.
    pub fn read(self) -> Result<(u64, FirstWritten), JsonError> {
        let first = FirstWritten {
            changes: self.changes,
            size: self.size,
            payload: digest(self.sha256)?,
        };
        Ok((self.sequence, first))
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
