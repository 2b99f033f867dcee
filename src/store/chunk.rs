//! Packed chunks: thousands of records of one kind in one row.
//!
//! A million rows of their own take minutes to write and seconds to read; packed by the
//! thousand they take a tenth of a second, and an edit rewrites one chunk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::frame::{self, FrameError};
use super::migrations::Shape;
use super::records::{ContentRecord, KeyRecord, RecordError, Stored};
use crate::ledger::{Key, Kind, Record};

/// Which chunk: the kind of its records and its place among those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChunkId {
    /// The kind of all its records.
    pub kind: Kind,
    /// Its place.
    pub number: u32,
}

/// Why a chunk is not readable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChunkError {
    /// The row is damaged.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// A record in it cannot be.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A record in it belongs elsewhere.
    #[error("{0:?} is in the wrong chunk")]
    Misplaced(Key),
}

/// Records by number share a chunk with this many.
const SPAN: u32 = 4096;
/// Records by official and period share a chunk with those of this many officials.
const OWNER_SPAN: u32 = 256;

impl ChunkId {
    /// The chunk a record belongs in.
    #[must_use]
    pub const fn of(key: Key) -> Self {
        let number = match key {
            Key::Agency() => 0,
            Key::Unit(id) => id.0 / SPAN,
            Key::Group(id) => id.0 / SPAN,
            Key::Official(id) => id.0 / SPAN,
            Key::Position(id) => id.0 / SPAN,
            Key::Absence(id) => id.0 / SPAN,
            Key::Catalogue(id) => id.0 / SPAN,
            Key::Product(id) => id.0 / SPAN,
            Key::Assignment(id) => id.0 / SPAN,
            Key::Complaint(id) => id.0 / SPAN,
            Key::Discipline(id) => id.0 / SPAN,
            Key::GateConclusion(id) => id.0 / SPAN,
            Key::Decision(id) => id.0 / SPAN,
            Key::Reading(id) => id.0 / SPAN,
            Key::Calendar(id) => id.0 / SPAN,
            Key::Incident(id) => id.0 / SPAN,
            Key::Complainant(id) => id.0 / SPAN,
            Key::LocalRules(id) => id.0 / SPAN,
            Key::Clock(id) => id.0 / SPAN,
            Key::Grounds(id) => id.0 / SPAN,
            Key::General(official, _)
            | Key::Leadership(official, _)
            | Key::Support(official, _)
            | Key::Confirmation(official, _)
            | Key::ForeignScore(official, _) => official.0 / OWNER_SPAN,
            Key::UnitYear(unit, _) => unit.0 / OWNER_SPAN,
        };
        Self {
            kind: key.kind(),
            number,
        }
    }

    /// The row it is kept in.
    #[must_use]
    pub fn row(self) -> u64 {
        (u64::from(kind_number(self.kind)) << 32) | u64::from(self.number)
    }

    /// The chunk that is kept in a row; nothing when none is.
    #[must_use]
    pub fn at(row: u64) -> Option<Self> {
        let kind = *Kind::ALL.get(usize::try_from(row >> 32).ok()?)?;
        let number = u32::try_from(row & u64::from(u32::MAX)).ok()?;
        Some(Self { kind, number })
    }
}

/// The number of a kind in row numbers and manifests: its place in the stored form.
fn kind_number(kind: Kind) -> u8 {
    let place = Kind::ALL.iter().position(|other| *other == kind);
    u8::try_from(place.unwrap_or(0)).unwrap_or(0)
}

/// What was packed, for the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkSummary {
    /// Number of records.
    pub count: u32,
    /// Checksum of the row.
    pub checksum: u32,
}

/// Packs the records of one chunk, in order of keys; nothing when there is none.
#[must_use]
pub fn pack(records: &BTreeMap<Key, Record>) -> Option<(Vec<u8>, ChunkSummary)> {
    if records.is_empty() {
        return None;
    }
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let bytes = frame::seal_with(|row| {
        let mut row = frame::append(&count, row);
        for (key, record) in records {
            row = frame::append(&(key.to_form(), record.to_form()), row);
        }
        row
    });
    let checksum = frame::checksum(&bytes).unwrap_or_default();
    Some((bytes, ChunkSummary { count, checksum }))
}

/// Unpacks a chunk, handing every record over in order; returns their number.
///
/// # Errors
/// [`ChunkError`] when the row is damaged; records before the damage were handed over.
pub fn unpack(
    id: ChunkId,
    bytes: &[u8],
    mut take: impl FnMut(Key, Record),
) -> Result<u32, ChunkError> {
    let content = frame::unwrap(Shape::Chunk, bytes)?;
    let shape = |_| FrameError::Shape;
    let (count, mut rest) = postcard::take_from_bytes::<u32>(&content).map_err(shape)?;
    for _ in 0..count {
        let ((key, record), after): ((KeyRecord, ContentRecord), _) =
            postcard::take_from_bytes(rest).map_err(shape)?;
        let (key, record) = (Key::from_form(key)?, Record::from_form(record)?);
        if ChunkId::of(key) != id || record.kind() != id.kind {
            return Err(ChunkError::Misplaced(key));
        }
        take(key, record);
        rest = after;
    }
    if rest.is_empty() {
        Ok(count)
    } else {
        Err(FrameError::Shape.into())
    }
}
