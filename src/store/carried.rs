//! The log of a backup as the rows it was, to go on with in a workspace of its own.
//!
//! A backup says what was done and not how that lay in the store, but the chain of hashes
//! covers the rows to the last byte. So they are made again and count only where the chain says
//! that they are the same; no hash covers the name of the workspace, which may be another one.

use std::collections::BTreeMap;

use super::area::Row;
use super::chain::read_chain;
use super::entry::{self, EntryHead};
use super::keeper::Head;
use super::records::FORMAT;
use crate::ledger::{Book, CleanedEntry, Digest, FirstWritten, Key, LogEntry, Record};

/// Formats whose rows hold what rows of this one hold, byte for byte; the newest first. One
/// whose rows look otherwise needs its old shapes here, or logs of it are not proven any more.
const ALIKE: [u16; 3] = [FORMAT, 2, 1];

/// A log that is proven, packed as its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedLog {
    /// Where it ends.
    pub end: Head,
    /// Head and changes of every entry, each behind its length.
    pub rows: Vec<u8>,
}

/// The first entry of a log that is not what was written, or does not follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("entry {0} is not what was written")]
pub struct NotProven(pub u64);

/// Makes the rows of a log again and verifies its chain.
///
/// # Errors
/// [`NotProven`] with the first entry that is not what was written.
pub fn carried(log: &[LogEntry]) -> Result<CarriedLog, NotProven> {
    let vouched = vouched(log);
    let mut carried = CarriedLog {
        end: Head::default(),
        rows: Vec::new(),
    };
    let (mut heads, mut payloads) = (Vec::new(), Vec::new());
    let mut before = FORMAT;
    for entry in log {
        let rows = (entry.sequence == carried.end.sequence + 1)
            .then(|| {
                rows_of(
                    entry,
                    carried.end.hash,
                    vouched.get(&entry.sequence),
                    before,
                )
            })
            .flatten();
        let Some((format, head, payload)) = rows else {
            return Err(NotProven(carried.end.sequence + 1));
        };
        before = format;
        carried.end = Head {
            sequence: entry.sequence,
            hash: entry.hash,
        };
        payloads.push(Digest::of(&payload));
        pack(&mut carried.rows, &head);
        pack(&mut carried.rows, &payload);
        heads.push((entry.sequence, head));
    }
    prove(&heads, &payloads)?;
    Ok(carried)
}

/// The judgement is that of every start.
fn prove(heads: &[Row], payloads: &[Digest]) -> Result<(), NotProven> {
    let chain = read_chain(heads);
    for ((sequence, _), (head, payload)) in heads.iter().zip(chain.heads.iter().zip(payloads)) {
        if head.payload != *payload {
            return Err(NotProven(*sequence));
        }
    }
    match heads.get(chain.heads.len()) {
        Some((sequence, _)) => Err(NotProven(*sequence)),
        None => Ok(()),
    }
}

/// What the last action that took contents out of an entry says of it.
fn vouched(log: &[LogEntry]) -> BTreeMap<u64, CleanedEntry> {
    let mut vouched = BTreeMap::new();
    for entry in log.iter().rev() {
        let cleaned = entry.operation.action.cleaned().into_iter();
        for cleaned in cleaned.flat_map(|cleaned| cleaned.iter()) {
            if cleaned.sequence < entry.sequence {
                vouched.entry(cleaned.sequence).or_insert(*cleaned);
            }
        }
    }
    vouched
}

/// The rows of an entry and the format of its head; nothing when its hash is of none that could
/// have been. The format of the entry before is the likeliest.
fn rows_of(
    entry: &LogEntry,
    previous: Digest,
    vouched: Option<&CleanedEntry>,
    before: u16,
) -> Option<(u16, Vec<u8>, Vec<u8>)> {
    if entry.previous != previous {
        return None;
    }
    let mut payload = entry::seal_changes(&entry.operation.changes);
    let formats = || [before].into_iter().chain(ALIKE);
    for of_changes in formats() {
        super::frame::stamp(&mut payload, of_changes);
        let head = head_of(entry, &payload);
        for format in formats() {
            if let Some(row) = entry::head_row(&head, format, vouched.and_then(|it| it.head)) {
                let proven = vouched.is_none_or(|it| it.payload == Digest::of(&payload));
                if proven {
                    return Some((format, row, payload));
                }
            }
        }
    }
    None
}

/// The head of an entry whose changes lie in this row.
fn head_of(entry: &LogEntry, payload: &[u8]) -> EntryHead {
    let now = FirstWritten {
        changes: u32::try_from(entry.operation.changes.len()).unwrap_or(u32::MAX),
        size: u32::try_from(payload.len()).unwrap_or(u32::MAX),
        payload: Digest::of(payload),
    };
    let first = entry.first.unwrap_or(now);
    EntryHead {
        sequence: entry.sequence,
        at: entry.at,
        desk: entry.desk.clone(),
        action: entry.operation.action.clone(),
        changes: first.changes,
        size: first.size,
        payload: now.payload,
        first: first.payload,
        previous: entry.previous,
        hash: entry.hash,
    }
}

fn pack(rows: &mut Vec<u8>, row: &[u8]) {
    rows.extend(u32::try_from(row.len()).unwrap_or(u32::MAX).to_le_bytes());
    rows.extend(row);
}

/// Head and changes of every packed entry, in order; what is cut short ends them.
pub(super) fn unpacked(mut rows: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut next = move || {
        let (length, rest) = rows.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (row, rest) = rest.split_at_checked(length)?;
        rows = rest;
        Some(row)
    };
    std::iter::from_fn(move || Some((next()?, next()?)))
}

/// Whether the actions of a log lead to just these records.
#[must_use]
pub fn leads_to(log: &[LogEntry], book: &Book) -> bool {
    let mut last: BTreeMap<Key, Option<&Record>> = BTreeMap::new();
    for change in log.iter().flat_map(|entry| entry.operation.changes.iter()) {
        last.insert(change.key, change.after.as_ref());
    }
    let agency = Record::Agency(crate::domain::Agency::default());
    // There is always an agency, also where nobody ever named it.
    last.entry(Key::Agency())
        .or_default()
        .get_or_insert(&agency);
    last.retain(|_, record| record.is_some());
    let mut found = 0;
    let same = book.all().all(|(key, record)| {
        found += 1;
        last.get(&key) == Some(&Some(&record))
    });
    same && found == last.len()
}
