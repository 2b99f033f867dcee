//! Journal entries: a small head in a hash chain, and the changes it vouches for.
//!
//! Heads and changes are kept apart so that the whole chain is verified at every start,
//! however large the imports were that it remembers: each head carries the hash of its
//! changes, which are checked when they are read.

use serde::{Deserialize, Serialize};

use super::frame::{self, FrameError};
use super::migrations::Shape;
use super::records::{ActionRecord, ChangeRecord, FORMAT, RecordError, Stored};
use crate::ledger::{Action, Change, Changes, Digest, FirstWritten, LogEntry, Moment, Operation};

/// The head of one journal entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryHead {
    /// 1, 2, 3…
    pub sequence: u64,
    /// When.
    pub at: Moment,
    /// The desk that acted.
    pub desk: String,
    /// What was done.
    pub action: Action,
    /// Number of records touched.
    pub changes: u32,
    /// Size of the changes in bytes.
    pub size: u32,
    /// Hash of the changes, as they are now.
    pub payload: Digest,
    /// Hash of the changes, as they were written first.
    pub first: Digest,
    /// Hash of the entry before.
    pub previous: Digest,
    /// Hash of this entry.
    pub hash: Digest,
}

/// Why an entry is not readable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The row is damaged.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// A record in it cannot be.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// Its content does not have the hash it should have: it was changed.
    #[error("hash does not match")]
    Hash,
    /// It does not follow the entry before.
    #[error("does not follow the entry before")]
    Chain,
}

/// What the hash of an entry covers besides its place in the chain.
#[derive(Serialize, Deserialize)]
struct Sealed {
    at: i64,
    desk: String,
    action: ActionRecord,
    changes: u32,
    size: u32,
    payload: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct EntryRecord {
    sealed: Vec<u8>,
    previous: [u8; 32],
    hash: [u8; 32],
}

/// An entry ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// What the journal knows of it.
    pub head: EntryHead,
    /// The head's row.
    pub head_row: Vec<u8>,
    /// The changes' row.
    pub payload_row: Vec<u8>,
}

/// Makes the entry that follows the one with this number and hash.
#[must_use]
pub fn new_entry(
    (last, previous): (u64, Digest),
    at: Moment,
    desk: &str,
    operation: &Operation,
) -> NewEntry {
    let payload_row = seal_changes(&operation.changes);
    let payload = Digest::of(&payload_row);
    let mut head = EntryHead {
        sequence: last + 1,
        at,
        desk: desk.to_owned(),
        action: operation.action.clone(),
        changes: u32::try_from(operation.changes.len()).unwrap_or(u32::MAX),
        size: u32::try_from(payload_row.len()).unwrap_or(u32::MAX),
        payload,
        first: payload,
        previous,
        hash: Digest::default(),
    };
    let sealed = sealed(&head);
    head.hash = Digest::link(previous, head.sequence, &covered(&sealed, FORMAT));
    let head_row = frame::seal(&EntryRecord {
        sealed,
        previous: previous.0,
        hash: head.hash.0,
    });
    NewEntry {
        head,
        head_row,
        payload_row,
    }
}

/// The first format whose entries carry it under their hash: else a row could be passed off for
/// one of an older format without anybody noticing.
const COVERS_FORMAT: u16 = 3;

/// What the hash of an entry covers.
fn covered(sealed: &[u8], format: u16) -> Vec<u8> {
    let mut covered = sealed.to_vec();
    if format >= COVERS_FORMAT {
        covered.extend(format.to_le_bytes());
    }
    covered
}

fn sealed(head: &EntryHead) -> Vec<u8> {
    frame::encode(&Sealed {
        at: head.at.0,
        desk: head.desk.clone(),
        action: head.action.to_form(),
        changes: head.changes,
        size: head.size,
        payload: head.first.0,
    })
}

/// The row of a `Vec<ChangeRecord>`, made one change at a time: there may be a million.
pub(super) fn seal_changes(changes: &[Change]) -> Vec<u8> {
    frame::seal_with(|row| {
        let mut row = frame::append(&changes.len(), row);
        for change in changes {
            row = frame::append(&change.to_form(), row);
        }
        row
    })
}

/// Reads the head of the entry in row `sequence`, which must follow `previous`.
///
/// # Errors
/// [`EntryError`] when it is damaged, was changed, or does not follow.
pub fn open_head(sequence: u64, previous: Digest, bytes: &[u8]) -> Result<EntryHead, EntryError> {
    match read_head(sequence, previous, bytes)? {
        (head, None) => Ok(head),
        (_, Some(_)) => Err(EntryError::Hash),
    }
}

/// The same for a head that may have lost words: then with the hash of what it says now, which
/// a later entry must vouch for.
pub(super) fn read_head(
    sequence: u64,
    previous: Digest,
    bytes: &[u8],
) -> Result<(EntryHead, Option<Digest>), EntryError> {
    let form: EntryRecord = frame::open(Shape::Entry, bytes)?;
    if form.previous != previous.0 {
        return Err(EntryError::Chain);
    }
    let covered = covered(&form.sealed, frame::format(bytes)?);
    let as_written = Digest::link(previous, sequence, &covered).0 == form.hash;
    let says = (!as_written).then(|| Digest::of(&covered));
    let sealed: Sealed = postcard::from_bytes(&form.sealed).map_err(|_| match says {
        Some(_) => EntryError::Hash,
        None => FrameError::Shape.into(),
    })?;
    let head = EntryHead {
        sequence,
        at: Moment(sealed.at),
        desk: sealed.desk,
        action: Action::from_form(sealed.action)?,
        changes: sealed.changes,
        size: sealed.size,
        payload: Digest(sealed.payload),
        first: Digest(sealed.payload),
        previous,
        hash: Digest(form.hash),
    };
    Ok((head, says))
}

/// The row of a head as a format has it, where its hash is of just this or somebody vouches for
/// what it says; nothing otherwise.
pub(super) fn head_row(head: &EntryHead, format: u16, vouched: Option<Digest>) -> Option<Vec<u8>> {
    let sealed = sealed(head);
    let covered = covered(&sealed, format);
    let as_written = Digest::link(head.previous, head.sequence, &covered) == head.hash;
    if !as_written && vouched != Some(Digest::of(&covered)) {
        return None;
    }
    let mut row = frame::seal(&EntryRecord {
        sealed,
        previous: head.previous.0,
        hash: head.hash.0,
    });
    frame::stamp(&mut row, format);
    Some(row)
}

/// The row of a head that says less than was written first, and the hash of what it says: its
/// place in the chain stays.
pub(super) fn seal_lesser_head(head: &EntryHead) -> (Vec<u8>, Digest) {
    let sealed = sealed(head);
    let says = Digest::of(&covered(&sealed, FORMAT));
    let row = frame::seal(&EntryRecord {
        sealed,
        previous: head.previous.0,
        hash: head.hash.0,
    });
    (row, says)
}

/// Reads the changes a head vouches for.
///
/// # Errors
/// [`EntryError`] when they are damaged or not the ones the head vouches for.
pub fn open_changes(head: &EntryHead, bytes: &[u8]) -> Result<Vec<Change>, EntryError> {
    if Digest::of(bytes) != head.payload {
        return Err(EntryError::Hash);
    }
    let forms: Vec<ChangeRecord> = frame::open(Shape::Payload, bytes)?;
    Ok(forms
        .into_iter()
        .map(Change::from_form)
        .collect::<Result<_, RecordError>>()?)
}

impl EntryHead {
    /// The whole entry, with the changes read for it.
    #[must_use]
    pub fn with_changes(&self, changes: impl Into<Changes>) -> LogEntry {
        LogEntry {
            sequence: self.sequence,
            at: self.at,
            desk: self.desk.clone(),
            operation: Operation {
                action: self.action.clone(),
                changes: changes.into(),
            },
            previous: self.previous,
            hash: self.hash,
            first: (self.first != self.payload).then_some(FirstWritten {
                changes: self.changes,
                size: self.size,
                payload: self.first,
            }),
        }
    }
}
