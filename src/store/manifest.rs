//! The manifest: what the chunks hold, so that anything missing or changed is noticed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::chunk::{ChunkId, ChunkSummary};
use super::frame::{self, FrameError};
use super::migrations::Shape;
use super::records::{KindRecord, RecordError, Stored};
use crate::ledger::{Book, Kind, NextIds};

/// The row the manifest is kept in.
pub const MANIFEST_ROW: u64 = 0;

/// One chunk as the manifest knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChunkRow {
    /// It holds its records as they were after the journal entry with this number.
    pub as_of: u64,
    /// What is in it; nothing when all its records are gone.
    pub summary: Option<ChunkSummary>,
}

/// What the chunks hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// The workspace this is.
    pub workspace: String,
    /// Higher with every fold.
    pub generation: u64,
    /// Entries up to this one are in the chunks.
    pub folded: u64,
    /// All chunks ever written.
    pub chunks: BTreeMap<ChunkId, ChunkRow>,
    /// Numbers already given.
    pub next_ids: NextIds,
}

#[derive(Serialize, Deserialize)]
struct ManifestRecord {
    workspace: String,
    generation: u64,
    folded: u64,
    chunks: Vec<ChunkRowRecord>,
    next_ids: Vec<(KindRecord, u32)>,
}

#[derive(Serialize, Deserialize)]
struct ChunkRowRecord {
    kind: KindRecord,
    number: u32,
    as_of: u64,
    summary: Option<ChunkSummary>,
}

impl Manifest {
    /// The row to store.
    #[must_use]
    pub fn seal(&self) -> Vec<u8> {
        let row = |(id, row): (&ChunkId, &ChunkRow)| ChunkRowRecord {
            kind: id.kind.to_form(),
            number: id.number,
            as_of: row.as_of,
            summary: row.summary,
        };
        frame::seal(&ManifestRecord {
            workspace: self.workspace.clone(),
            generation: self.generation,
            folded: self.folded,
            chunks: self.chunks.iter().map(row).collect(),
            next_ids: next_ids_form(self.next_ids.iter()),
        })
    }

    /// Reads a stored row.
    ///
    /// # Errors
    /// [`FrameError`] when it is damaged or newer.
    pub fn open(bytes: &[u8]) -> Result<Self, FrameError> {
        let form: ManifestRecord = frame::open(Shape::Manifest, bytes)?;
        Self::from_form(form).map_err(|_| FrameError::Shape)
    }

    fn from_form(form: ManifestRecord) -> Result<Self, RecordError> {
        let row = |row: ChunkRowRecord| {
            let kind = Kind::from_form(row.kind)?;
            let number = row.number;
            let (as_of, summary) = (row.as_of, row.summary);
            Ok((ChunkId { kind, number }, ChunkRow { as_of, summary }))
        };
        Ok(Self {
            workspace: form.workspace,
            generation: form.generation,
            folded: form.folded,
            chunks: form
                .chunks
                .into_iter()
                .map(row)
                .collect::<Result<_, RecordError>>()?,
            next_ids: next_ids(form.next_ids)?,
        })
    }

    /// The last entry some chunk holds.
    #[must_use]
    pub fn held(&self) -> u64 {
        let newest = self.chunks.values().map(|row| row.as_of).max();
        newest.unwrap_or(0).max(self.folded)
    }

    /// Makes sure a book does not give these numbers again.
    pub fn spend_ids(&self, book: &mut Book) {
        for (kind, next) in self.next_ids.iter() {
            book.spend_ids(kind, next.saturating_sub(1));
        }
    }
}

fn next_ids_form(ids: impl Iterator<Item = (Kind, u32)>) -> Vec<(KindRecord, u32)> {
    ids.map(|(kind, next)| (kind.to_form(), next)).collect()
}

fn next_ids(form: Vec<(KindRecord, u32)>) -> Result<NextIds, RecordError> {
    let mut ids = NextIds::default();
    for (kind, next) in form {
        ids.spend(Kind::from_form(kind)?, next.saturating_sub(1));
    }
    Ok(ids)
}
