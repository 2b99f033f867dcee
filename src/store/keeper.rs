//! Turns operations into entries to append, and now and then the book into chunks.

use std::collections::{BTreeMap, BTreeSet};

use super::area::{Area, Batch, Step};
use super::chunk::{self, ChunkId};
use super::entry;
use super::manifest::{ChunkRow, MANIFEST_ROW, Manifest};
use crate::ledger::{Book, Digest, LogEntry, Moment, Operation};

/// The end of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// Number of the last entry; 0 when there is none.
    pub sequence: u64,
    /// Its hash.
    pub hash: Digest,
}

/// Knows where a workspace's journal ends and which chunks are behind.
///
/// It only makes [`Batch`]es. They must be written in the order they were made; after one
/// failed, none made after it may be written before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    pub(super) head: Head,
    pub(super) manifest: Manifest,
    /// Chunks behind the journal.
    pub(super) behind: BTreeSet<ChunkId>,
}

impl Keeper {
    /// A keeper of an empty workspace.
    #[must_use]
    pub fn new(workspace: &str) -> Self {
        Self {
            head: Head::default(),
            manifest: Manifest {
                workspace: workspace.to_owned(),
                ..Manifest::default()
            },
            behind: BTreeSet::new(),
        }
    }

    /// The end of the journal.
    #[must_use]
    pub const fn head(&self) -> Head {
        self.head
    }

    /// The workspace.
    #[must_use]
    pub fn workspace(&self) -> &str {
        &self.manifest.workspace
    }

    /// Higher with every fold.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.manifest.generation
    }

    /// Number of chunks a full fold would write.
    #[must_use]
    pub fn behind(&self) -> usize {
        self.behind.len()
    }

    /// The entry for an operation that was applied to the book, and the batch that saves it.
    pub fn append(&mut self, at: Moment, desk: &str, operation: &Operation) -> (LogEntry, Batch) {
        let new = entry::new_entry((self.head.sequence, self.head.hash), at, desk, operation);
        let touched = operation.changes.iter().map(|change| change.key);
        self.behind.extend(touched.map(ChunkId::of));
        self.head = Head {
            sequence: new.entry.sequence,
            hash: new.entry.hash,
        };
        let batch = Batch(vec![
            Step::Add(Area::Journal, new.entry.sequence, new.head),
            Step::Add(Area::Payloads, new.entry.sequence, new.payload),
        ]);
        (new.entry, batch)
    }

    /// The batch that brings at most `most` chunks up to date, or nothing when all are.
    ///
    /// The book must be as it is after the last appended operation.
    pub fn fold(&mut self, book: &Book, most: usize) -> Option<Batch> {
        let chosen: Vec<ChunkId> = self.behind.iter().copied().take(most).collect();
        if chosen.is_empty() && self.manifest.folded == self.head.sequence {
            return None;
        }
        let mut steps: Vec<Step> = Vec::with_capacity(chosen.len() + 1);
        for id in chosen {
            steps.push(self.fold_chunk(book, id));
        }
        self.manifest.generation += 1;
        if self.behind.is_empty() {
            self.manifest.folded = self.head.sequence;
        }
        self.manifest.note_next_ids(book.next_ids());
        steps.push(Step::Put(
            Area::Manifest,
            MANIFEST_ROW,
            self.manifest.seal(),
        ));
        Some(Batch(steps))
    }

    fn fold_chunk(&mut self, book: &Book, id: ChunkId) -> Step {
        self.behind.remove(&id);
        let packed = chunk::pack(book, id);
        let row = ChunkRow {
            as_of: self.head.sequence,
            summary: packed.as_ref().map(|(_, summary)| *summary),
        };
        self.manifest.chunks.insert(id, row);
        match packed {
            Some((bytes, _)) => Step::Put(Area::Chunks, id.row(), bytes),
            None => Step::Delete(Area::Chunks, id.row()),
        }
    }

    /// Number of records by kind name, from the book: what the canary remembers.
    #[must_use]
    pub fn counts(book: &Book) -> BTreeMap<String, u64> {
        [
            ("officials", book.officials.len()),
            ("products", book.products.len()),
            ("assignments", book.assignments.len()),
            ("complaints", book.complaints.len()),
        ]
        .into_iter()
        .map(|(name, count)| (name.to_owned(), u64::try_from(count).unwrap_or(u64::MAX)))
        .collect()
    }
}
