//! Reads a workspace back, or names what is wrong with it.

use std::collections::BTreeMap;

use thiserror::Error;

use super::area::{Area, LAST_ROW, Row, Store, StoreError};
use super::chain::read_chain;
use super::chunk::{self, ChunkError, ChunkId, ChunkSummary};
use super::entry::{self, EntryError, EntryHead};
use super::frame::FrameError;
use super::keeper::{self, Counts, Head, Keeper};
use super::manifest::{MANIFEST_ROW, Manifest};
use crate::ledger::{Book, History, LogEntry};

/// A workspace as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// All records.
    pub book: Book,
    /// The heads of all entries, in order; the chain is verified.
    pub heads: Vec<EntryHead>,
    /// The latest entries with their changes, in order: all of them unless they are very large.
    pub recent: Vec<LogEntry>,
    /// What can be undone and redone.
    pub history: History,
    /// Continues where the journal ends.
    pub keeper: Keeper,
    /// Entries whose changes can no longer be read, although the records hold them.
    pub unreadable: Vec<u64>,
    /// True when chunks were damaged and the records were made from the journal again.
    pub rebuilt: bool,
}

/// Why a workspace was not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The store did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What is stored is damaged; nothing may be written.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// What is stored was written by a newer build; nothing may be written.
    #[error("written by a newer version, in format {0}")]
    Newer(u16),
}

/// What is wrong with a stored workspace.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Damage {
    /// The manifest is damaged.
    #[error("the manifest: {0}")]
    Manifest(FrameError),
    /// The manifest is of another workspace.
    #[error("workspace {found} where {expected} should be")]
    OtherWorkspace {
        /// The one asked for.
        expected: String,
        /// The one found.
        found: String,
    },
    /// The record of the lock is damaged: without it nothing can be unlocked.
    #[error("the lock: {0}")]
    Lock(FrameError),
    /// There are sealed rows, and neither a record of the lock nor the rows in the clear.
    #[error("sealed rows without a lock")]
    LockMissing,
    /// There are chunks but no manifest.
    #[error("no manifest")]
    NoManifest,
    /// A chunk is missing.
    #[error("chunk {0:?} is missing")]
    ChunkMissing(ChunkId),
    /// A chunk is damaged or not the one the manifest knows.
    #[error("chunk {0:?}: {1}")]
    Chunk(ChunkId, ChunkError),
    /// A chunk is not the one the manifest knows.
    #[error("chunk {0:?} is another one")]
    ChunkChanged(ChunkId),
    /// A journal entry is missing.
    #[error("entry {0} is missing")]
    EntryMissing(u64),
    /// A journal entry is damaged or was changed.
    #[error("entry {0}: {1}")]
    Entry(u64, EntryError),
    /// The journal ends before the entries the chunks already hold.
    #[error("the journal ends at {last}, the chunks hold {held}")]
    JournalShort {
        /// The last entry found.
        last: u64,
        /// The last entry some chunk holds.
        held: u64,
    },
}

impl LoadError {
    /// What damage comes to: a shape of a newer build is no damage.
    #[must_use]
    pub fn of(damage: Damage) -> Self {
        match damage.newer() {
            Some(format) => Self::Newer(format),
            None => Self::Damaged(damage),
        }
    }
}

impl Damage {
    /// The format, where the row is not damaged at all but written by a newer build.
    const fn newer(&self) -> Option<u16> {
        match self {
            Self::Manifest(FrameError::Newer(format))
            | Self::Lock(FrameError::Newer(format))
            | Self::Chunk(_, ChunkError::Frame(FrameError::Newer(format)))
            | Self::Entry(_, EntryError::Frame(FrameError::Newer(format))) => Some(*format),
            _ => None,
        }
    }

    /// The entry of the log it is about.
    #[must_use]
    pub const fn entry(&self) -> Option<u64> {
        match self {
            Self::EntryMissing(sequence) | Self::Entry(sequence, _) => Some(*sequence),
            _ => None,
        }
    }

    const fn is_newer(&self) -> bool {
        self.newer().is_some()
    }
}

/// Bytes of changes read at the start for undo and the log page; older ones are read on demand.
pub const RECENT_BYTES: u64 = 8 << 20;

/// Reads a workspace.
///
/// The hash chain of all entries and the checksums of all chunks are verified; changes
/// not yet in the chunks are verified and applied. An entry whose changes are damaged is no
/// loss to the records once the chunks hold it: it is named and the rest is read.
///
/// # Errors
/// [`LoadError`] when the store fails or what it holds is damaged or newer.
pub async fn load(store: &impl Store, workspace: &str) -> Result<Loaded, LoadError> {
    let manifest = store
        .read(Area::Manifest, MANIFEST_ROW..=MANIFEST_ROW)
        .await?;
    let manifest = match manifest.first() {
        Some((_, bytes)) => open_manifest(workspace, bytes).map_err(LoadError::of)?,
        None => no_manifest(store, workspace).await?,
    };
    let heads = store.read(Area::Journal, 0..=LAST_ROW).await?;
    let heads = open_heads(&heads).map_err(LoadError::of)?;
    let mut book = Book::default();
    read_chunks(store, &manifest, &mut book).await?;
    manifest.spend_ids(&mut book);

    let last = heads.last().map_or(0, |head| head.sequence);
    let held = manifest.held();
    if last < held {
        return Err(Damage::JournalShort { last, held }.into());
    }
    let from = recent_from(&heads, manifest.folded);
    let payloads = store.read(Area::Payloads, from..=LAST_ROW).await?;
    let (recent, unreadable) =
        open_recent(&heads, from, manifest.folded, payloads).map_err(LoadError::of)?;
    let keeper = replay(manifest, &heads, &recent, &mut book);
    Ok(Loaded {
        history: history_of(&heads),
        book,
        heads,
        recent,
        keeper,
        unreadable,
        rebuilt: false,
    })
}

fn open_manifest(workspace: &str, bytes: &[u8]) -> Result<Manifest, Damage> {
    let manifest = Manifest::open(bytes).map_err(Damage::Manifest)?;
    if manifest.workspace != workspace {
        return Err(Damage::OtherWorkspace {
            expected: workspace.to_owned(),
            found: manifest.workspace,
        });
    }
    Ok(manifest)
}

/// A workspace without a manifest is new, unless there are chunks that one should know.
async fn no_manifest(store: &impl Store, workspace: &str) -> Result<Manifest, LoadError> {
    if store.read(Area::Chunks, 0..=LAST_ROW).await?.is_empty() {
        Ok(Keeper::new(workspace).manifest)
    } else {
        Err(Damage::NoManifest.into())
    }
}

/// Reads and verifies the chain of heads.
pub(super) fn open_heads(rows: &[Row]) -> Result<Vec<EntryHead>, Damage> {
    let chain = read_chain(rows);
    chain.broken.map_or(Ok(chain.heads), Err)
}

/// Chunks read at once: a large workspace never stands in memory twice, as bytes and as records.
const CHUNKS_AT_ONCE: usize = 16;

async fn read_chunks(
    store: &impl Store,
    manifest: &Manifest,
    book: &mut Book,
) -> Result<(), LoadError> {
    let mut known: Vec<(ChunkId, ChunkSummary)> = manifest
        .chunks
        .iter()
        .filter_map(|(id, row)| row.summary.map(|summary| (*id, summary)))
        .collect();
    known.sort_unstable_by_key(|(id, _)| id.row());
    for some in known.chunks(CHUNKS_AT_ONCE) {
        let (first, last) = (some[0].0.row(), some[some.len() - 1].0.row());
        let rows = store.read(Area::Chunks, first..=last).await?;
        open_chunks(some, rows, book).map_err(LoadError::of)?;
    }
    Ok(())
}

fn open_chunks(
    known: &[(ChunkId, ChunkSummary)],
    rows: Vec<Row>,
    book: &mut Book,
) -> Result<(), Damage> {
    let mut rows: BTreeMap<u64, Vec<u8>> = rows.into_iter().collect();
    for (id, summary) in known {
        let bytes = rows.remove(&id.row()).ok_or(Damage::ChunkMissing(*id))?;
        let count = chunk::unpack(*id, &bytes, |key, record| {
            book.put(key, Some(record));
        });
        let count = count.map_err(|error| Damage::Chunk(*id, error))?;
        if count != summary.count || super::frame::checksum(&bytes) != Ok(summary.checksum) {
            return Err(Damage::ChunkChanged(*id));
        }
    }
    Ok(())
}

/// The first entry to read with its changes: all unfolded ones, and recent ones within the budget.
fn recent_from(heads: &[EntryHead], folded: u64) -> u64 {
    let mut room = RECENT_BYTES;
    let mut from = heads.last().map_or(1, |head| head.sequence + 1);
    for head in heads.iter().rev() {
        let size = u64::from(head.size);
        if head.sequence <= folded && size > room {
            break;
        }
        room = room.saturating_sub(size);
        from = head.sequence;
    }
    from
}

/// Reads entries with their changes; of those the chunks hold, damaged ones are only numbered.
fn open_recent(
    heads: &[EntryHead],
    from: u64,
    folded: u64,
    rows: Vec<Row>,
) -> Result<(Vec<LogEntry>, Vec<u64>), Damage> {
    let mut rows: BTreeMap<u64, Vec<u8>> = rows.into_iter().collect();
    let (mut recent, mut unreadable) = (Vec::new(), Vec::new());
    for head in heads.iter().filter(|head| head.sequence >= from) {
        let row = rows.remove(&head.sequence);
        let row = row.ok_or(Damage::EntryMissing(head.sequence));
        match row.and_then(|bytes| open_entry(head, &bytes)) {
            Ok(entry) => recent.push(entry),
            Err(damage) if head.sequence > folded || damage.is_newer() => return Err(damage),
            Err(_) => unreadable.push(head.sequence),
        }
    }
    Ok((recent, unreadable))
}

pub(super) fn open_entry(head: &EntryHead, bytes: &[u8]) -> Result<LogEntry, Damage> {
    let changes =
        entry::open_changes(head, bytes).map_err(|error| Damage::Entry(head.sequence, error))?;
    Ok(head.with_changes(changes))
}

/// Applies what the chunks do not hold yet.
fn replay(manifest: Manifest, heads: &[EntryHead], recent: &[LogEntry], book: &mut Book) -> Keeper {
    let head = heads.last().map_or_else(Head::default, EntryHead::as_head);
    let mut keeper = Keeper::at(head, manifest, Counts::new());
    for entry in recent {
        for change in &entry.operation.changes {
            if keeper.replay(entry.sequence, change) {
                book.put(change.key, change.after.clone());
            }
        }
    }
    keeper.counts = keeper::counts_of(book);
    keeper
}

impl EntryHead {
    /// Where the journal ends when this is its last entry.
    #[must_use]
    pub const fn as_head(&self) -> Head {
        Head {
            sequence: self.sequence,
            hash: self.hash,
        }
    }
}

fn history_of(heads: &[EntryHead]) -> History {
    let mut history = History::default();
    for head in heads {
        let changes = usize::try_from(head.changes).unwrap_or(usize::MAX);
        history.note(head.sequence, &head.action, changes);
    }
    history
}

/// Reads one entry with its changes, for undoing and showing what is not recent.
///
/// # Errors
/// [`LoadError`] when the store fails or the changes are damaged.
pub async fn read_entry(store: &impl Store, head: &EntryHead) -> Result<LogEntry, LoadError> {
    let rows = head.sequence..=head.sequence;
    let found = store.read(Area::Payloads, rows).await?;
    let (_, bytes) = found.first().ok_or(Damage::EntryMissing(head.sequence))?;
    open_entry(head, bytes).map_err(LoadError::of)
}
