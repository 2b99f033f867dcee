//! Turns operations into entries to append, and now and then entries into chunks.

use std::collections::BTreeMap;

use super::area::{Area, Batch, Row, Step};
use super::chunk::{self, ChunkError, ChunkId};
use super::entry::{self, EntryHead};
use super::manifest::{ChunkRow, MANIFEST_ROW, Manifest};
use crate::ledger::{Book, Change, Digest, Key, Kind, Moment, Operation, Record};

/// The end of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// Number of the last entry; 0 when there is none.
    pub sequence: u64,
    /// Its hash.
    pub hash: Digest,
}

/// Number of records of each kind.
pub type Counts = BTreeMap<Kind, u64>;

/// Records of one chunk as later entries left them; nothing for those removed.
type Later = BTreeMap<Key, Option<Record>>;

/// Knows where a workspace's journal ends and which chunks are behind.
///
/// It only makes [`Batch`]es. Those of [`Keeper::append`] must be written in the order they
/// were made, and after one failed none made after it may be written before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    pub(super) head: Head,
    pub(super) manifest: Manifest,
    pub(super) counts: Counts,
    /// What the journal holds and the chunks do not.
    behind: BTreeMap<ChunkId, Later>,
}

/// A fold on its way to the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// What to write.
    pub batch: Batch,
    before: Manifest,
    taken: BTreeMap<ChunkId, Later>,
}

impl Keeper {
    /// A keeper of an empty workspace.
    #[must_use]
    pub fn new(workspace: &str) -> Self {
        let manifest = Manifest {
            workspace: workspace.to_owned(),
            ..Manifest::default()
        };
        Self::at(Head::default(), manifest, Counts::new())
    }

    pub(super) const fn at(head: Head, manifest: Manifest, counts: Counts) -> Self {
        Self {
            head,
            manifest,
            counts,
            behind: BTreeMap::new(),
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

    /// Number of records of each kind after the last entry.
    #[must_use]
    pub const fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Number of chunks a full fold would write.
    #[must_use]
    pub fn behind(&self) -> usize {
        self.behind.len()
    }

    /// Number of records a full fold would bring into the chunks.
    #[must_use]
    pub fn unfolded(&self) -> usize {
        self.behind.values().map(BTreeMap::len).sum()
    }

    /// The head of the entry for an operation, and the batch that saves it.
    pub fn append(&mut self, at: Moment, desk: &str, operation: &Operation) -> (EntryHead, Batch) {
        self.append_cleaned((at, desk), operation, operation, Vec::new())
    }

    /// The same for an operation that takes contents out of the log: what is written of it, and
    /// the rows of the entries that lost some, in one batch with it.
    pub fn append_cleaned(
        &mut self,
        (at, desk): (Moment, &str),
        operation: &Operation,
        written: &Operation,
        rows: Vec<Step>,
    ) -> (EntryHead, Batch) {
        let new = entry::new_entry((self.head.sequence, self.head.hash), at, desk, written);
        for change in &operation.changes {
            self.count(change);
            self.note(change);
        }
        self.head = new.head.as_head();
        let sequence = self.head.sequence;
        let mut steps = vec![
            Step::Add(Area::Journal, sequence, new.head_row),
            Step::Add(Area::Payloads, sequence, new.payload_row),
        ];
        steps.extend(rows);
        (new.head, Batch(steps))
    }

    /// Entries up to this one are in the chunks.
    #[must_use]
    pub const fn folded(&self) -> u64 {
        self.manifest.folded
    }

    fn count(&mut self, change: &Change) {
        let kind = change.key.kind();
        let count = self.counts.get(&kind).copied().unwrap_or_default();
        let count = match (&change.before, &change.after) {
            (None, Some(_)) => count + 1,
            (Some(_), None) => count.saturating_sub(1),
            _ => return,
        };
        // There is always one agency, so it is not counted.
        if count == 0 || kind == Kind::Agency {
            self.counts.remove(&kind);
        } else {
            self.counts.insert(kind, count);
        }
    }

    fn note(&mut self, change: &Change) {
        if let Some((kind, number)) = number_of(change.key) {
            self.manifest.next_ids.spend(kind, number);
        }
        let later = self.behind.entry(ChunkId::of(change.key)).or_default();
        later.insert(change.key, change.after.clone());
    }

    /// Takes over a change of an entry that was read; true when the chunks do not hold it yet.
    pub(super) fn replay(&mut self, sequence: u64, change: &Change) -> bool {
        let id = ChunkId::of(change.key);
        let held = self.manifest.chunks.get(&id).map_or(0, |row| row.as_of);
        let later = sequence > held;
        if later {
            self.note(change);
        }
        later
    }

    /// The rows of [`Area::Chunks`] to read for folding at most `most` chunks.
    #[must_use]
    pub fn to_fold(&self, most: usize) -> Vec<ChunkId> {
        self.behind.keys().copied().take(most).collect()
    }

    /// Brings chunks up to date: those of [`Keeper::to_fold`], with their rows as they are now.
    ///
    /// One fold at a time: it ends with the batch written, or with [`Keeper::fold_failed`].
    ///
    /// # Errors
    /// [`ChunkError`] when a row is damaged; nothing is folded then.
    pub fn fold(&mut self, ids: &[ChunkId], rows: &[Row]) -> Result<Option<Fold>, ChunkError> {
        let mut packed = Vec::new();
        for id in ids {
            let row = rows.iter().find(|(row, _)| *row == id.row());
            let bytes = row.map(|(_, bytes)| bytes.as_slice());
            packed.push((*id, self.merged(*id, bytes)?));
        }
        if packed.is_empty() {
            return Ok(None);
        }
        let before = self.manifest.clone();
        let mut taken = BTreeMap::new();
        let mut steps = Vec::with_capacity(packed.len() + 1);
        for (id, records) in packed {
            taken.extend(self.behind.remove_entry(&id));
            steps.push(self.fold_chunk(id, &records));
        }
        self.manifest.generation += 1;
        if self.behind.is_empty() {
            self.manifest.folded = self.head.sequence;
        }
        let manifest = self.manifest.seal();
        steps.push(Step::Put(Area::Manifest, MANIFEST_ROW, manifest));
        Ok(Some(Fold {
            batch: Batch(steps),
            before,
            taken,
        }))
    }

    /// The records of a chunk: its row with what happened later.
    fn merged(&self, id: ChunkId, row: Option<&[u8]>) -> Result<BTreeMap<Key, Record>, ChunkError> {
        let mut records = BTreeMap::new();
        if let Some(row) = row {
            chunk::unpack(id, row, |key, record| {
                records.insert(key, record);
            })?;
        }
        for (key, record) in self.behind.get(&id).into_iter().flatten() {
            match record {
                Some(record) => records.insert(*key, record.clone()),
                None => records.remove(key),
            };
        }
        Ok(records)
    }

    fn fold_chunk(&mut self, id: ChunkId, records: &BTreeMap<Key, Record>) -> Step {
        let packed = chunk::pack(records);
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

    /// Takes a fold back that could not be written.
    pub fn fold_failed(&mut self, fold: Fold) {
        let next_ids = std::mem::take(&mut self.manifest.next_ids);
        self.manifest = fold.before;
        self.manifest.next_ids = next_ids;
        for (id, taken) in fold.taken {
            let later = self.behind.entry(id).or_default();
            for (key, record) in taken {
                later.entry(key).or_insert(record);
            }
        }
    }
}

/// The number a key spends of its kind, when records of its kind are numbered.
const fn number_of(key: Key) -> Option<(Kind, u32)> {
    match (key, key.number()) {
        // What stands beside a complaint has the complaint's number.
        (Key::Complainant(_) | Key::Grounds(_), _) | (_, None) => None,
        (_, Some(number)) => Some((key.kind(), number)),
    }
}

/// Number of records of each kind in a book.
#[must_use]
pub fn counts_of(book: &Book) -> Counts {
    let mut counts = Counts::new();
    let mut add = |kind, count: usize| {
        counts.insert(kind, u64::try_from(count).unwrap_or(u64::MAX));
    };
    add(Kind::Unit, book.units.len());
    add(Kind::Group, book.groups.len());
    add(Kind::Official, book.officials.len());
    add(Kind::Position, book.positions.len());
    add(Kind::Absence, book.absences.len());
    add(Kind::Catalogue, book.catalogues.len());
    add(Kind::Product, book.products.len());
    add(Kind::Assignment, book.assignments.len());
    add(Kind::Complaint, book.complaints.len());
    add(Kind::Discipline, book.disciplines.len());
    add(Kind::GateConclusion, book.gate_conclusions.len());
    add(Kind::General, book.generals.len());
    add(Kind::Leadership, book.leaderships.len());
    add(Kind::Support, book.supports.len());
    add(Kind::Confirmation, book.confirmations.len());
    add(Kind::ForeignScore, book.foreign_scores.len());
    add(Kind::UnitYear, book.unit_years.len());
    add(Kind::Decision, book.decisions.len());
    add(Kind::Reading, book.readings.len());
    add(Kind::Calendar, book.calendar.len());
    add(Kind::Incident, book.incidents.len());
    add(Kind::Complainant, book.complainants.len());
    add(Kind::LocalRules, book.local_rules.len());
    add(Kind::Clock, book.clocks.len());
    add(Kind::Grounds, book.grounds.len());
    counts.retain(|_, count| *count > 0);
    counts
}
