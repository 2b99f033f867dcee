//! Gets out of a damaged workspace what can still be read, without writing to it.

use std::collections::{BTreeMap, BTreeSet};

use super::area::{Area, LAST_ROW, Row, Store, StoreError};
use super::chain::read_chain;
use super::chunk::{self, ChunkId};
use super::entry::EntryHead;
use super::load::{Damage, open_entry};
use super::manifest::{MANIFEST_ROW, Manifest};
use crate::ledger::{Book, Key, LogEntry};

/// What could be read of a damaged workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// As many records as can be read.
    pub book: Book,
    /// The entry after which the records were exactly these; nothing when they come from
    /// parts that need not fit together.
    pub after: Option<u64>,
    /// Where the records come from parts: the newest state that fits together, and the entry
    /// after which it was so.
    pub consistent: Option<(u64, Book)>,
    /// The entries of the log that are whole, from the first on.
    pub log: Vec<LogEntry>,
    /// The heads that follow each other, from the first on: what is known to have been done.
    pub heads: Vec<EntryHead>,
    /// Everything found wrong.
    pub damage: Vec<Damage>,
}

impl Salvaged {
    /// The newest state that fits together, and the entry after which it was so.
    #[must_use]
    pub fn newest(&self) -> (u64, &Book) {
        match &self.consistent {
            Some((after, book)) => (*after, book),
            None => (self.after.unwrap_or_default(), &self.book),
        }
    }
}

/// Reads whatever is whole.
///
/// The journal remembers everything, so when it is whole nothing is lost, whatever became of
/// the chunks. Where an entry is damaged that the chunks hold, they carry on from there. Where
/// both are damaged, what can be read is put together, beside the newest state that is whole.
///
/// # Errors
/// [`StoreError`] when the store does not answer.
pub async fn salvage(store: &impl Store) -> Result<Salvaged, StoreError> {
    let heads = store.read(Area::Journal, 0..=LAST_ROW).await?;
    let payloads = store.read(Area::Payloads, 0..=LAST_ROW).await?;
    let manifest = store
        .read(Area::Manifest, MANIFEST_ROW..=MANIFEST_ROW)
        .await?;
    let mut damage = Vec::new();
    let log = whole_entries(&heads, &payloads, &mut damage);
    let journal_is_whole = damage.is_empty();
    let manifest = open_manifest(&manifest, &mut damage);
    let last = log.last().map_or(0, |entry| entry.sequence);
    let heads = whole_heads(&heads);
    let held = manifest.as_ref().map_or(0, Manifest::held);
    if journal_is_whole && held <= last {
        return Ok(from_log(log, heads, damage));
    }
    let chunks = store.read(Area::Chunks, 0..=LAST_ROW).await?;
    let parts = Parts {
        readable: readable_entries(&heads, &payloads),
        log: &log,
        chunks: &chunks,
    };
    let known = heads.last().map_or(0, |head| head.sequence).max(held);
    let mut newest = (last, replay(&log));
    let everything = match &manifest {
        Some(manifest) => {
            let (later, everything) = parts.with_manifest(manifest, &mut damage);
            newest = later.filter(|(after, _)| *after > last).unwrap_or(newest);
            (newest.0 < known).then_some(everything)
        }
        None => Some(parts.without_manifest(&mut damage)),
    };
    let (book, after, consistent) = match everything.filter(|book| *book != newest.1) {
        Some(everything) => (everything, None, Some(newest)),
        None => (newest.1, Some(newest.0), None),
    };
    Ok(Salvaged {
        book,
        after,
        consistent,
        log,
        heads,
        damage,
    })
}

/// Reads everything up to an action, which the chunks may be past.
///
/// # Errors
/// [`StoreError`] when the store does not answer.
pub async fn salvage_to(store: &impl Store, to: u64) -> Result<Salvaged, StoreError> {
    let heads = store.read(Area::Journal, 0..=to).await?;
    let payloads = store.read(Area::Payloads, 0..=to).await?;
    let mut damage = Vec::new();
    let log = whole_entries(&heads, &payloads, &mut damage);
    if damage.is_empty() && log.last().map_or(0, |entry| entry.sequence) == to {
        return Ok(from_log(log, whole_heads(&heads), damage));
    }
    salvage(store).await
}

fn from_log(log: Vec<LogEntry>, heads: Vec<EntryHead>, damage: Vec<Damage>) -> Salvaged {
    Salvaged {
        book: replay(&log),
        after: Some(log.last().map_or(0, |entry| entry.sequence)),
        consistent: None,
        log,
        heads,
        damage,
    }
}

fn replay(log: &[LogEntry]) -> Book {
    let mut book = Book::default();
    apply(&mut book, log, |_, _| true);
    book
}

fn apply(book: &mut Book, entries: &[LogEntry], wanted: impl Fn(u64, Key) -> bool) {
    for entry in entries {
        for change in &entry.operation.changes {
            if wanted(entry.sequence, change.key) {
                book.put(change.key, change.after.clone());
            }
        }
    }
}

fn open_manifest(rows: &[Row], damage: &mut Vec<Damage>) -> Option<Manifest> {
    let (_, bytes) = rows.first()?;
    match Manifest::open(bytes) {
        Ok(manifest) => Some(manifest),
        Err(error) => {
            damage.push(Damage::Manifest(error));
            None
        }
    }
}

/// The entries that are whole, from the first on; the first that is not is named.
pub(super) fn whole_entries(
    heads: &[Row],
    payloads: &[Row],
    damage: &mut Vec<Damage>,
) -> Vec<LogEntry> {
    let chain = read_chain(heads);
    let mut log = Vec::with_capacity(chain.heads.len());
    for head in &chain.heads {
        match entry_of(head, payloads) {
            Ok(entry) => log.push(entry),
            Err(found) => {
                // Where the chain breaks further on, the entry that vouched for this one may be
                // what is lost: then the break is the cause, and named.
                damage.push(chain.broken.unwrap_or(found));
                return log;
            }
        }
    }
    damage.extend(chain.broken);
    log
}

/// One entry of the log with its changes.
pub(super) fn entry_of(head: &EntryHead, payloads: &[Row]) -> Result<LogEntry, Damage> {
    let at = payloads
        .binary_search_by_key(&head.sequence, |(row, _)| *row)
        .map_err(|_| Damage::EntryMissing(head.sequence))?;
    open_entry(head, &payloads[at].1)
}

/// The heads that follow each other, from the first on, whatever became of their changes.
fn whole_heads(rows: &[Row]) -> Vec<EntryHead> {
    read_chain(rows).heads
}

/// The entries whose changes can be read, with gaps where they cannot.
fn readable_entries(heads: &[EntryHead], payloads: &[Row]) -> Vec<LogEntry> {
    let readable = heads.iter().map(|head| entry_of(head, payloads));
    readable.filter_map(Result::ok).collect()
}

/// What there is beside a whole journal.
struct Parts<'a> {
    readable: Vec<LogEntry>,
    log: &'a [LogEntry],
    chunks: &'a [Row],
}

impl Parts<'_> {
    /// The newest state the chunks lead to, if they fit together, and all records that can be read.
    fn with_manifest(
        &self,
        manifest: &Manifest,
        damage: &mut Vec<Damage>,
    ) -> (Option<(u64, Book)>, Book) {
        let mut book = Book::default();
        let broken = whole_chunks(manifest, self.chunks, &mut book, damage);
        manifest.spend_ids(&mut book);
        let last = self.readable.iter().fold(manifest.folded, |last, entry| {
            last + u64::from(entry.sequence == last + 1)
        });
        let as_of = |key| {
            let row = manifest.chunks.get(&ChunkId::of(key));
            row.map_or(0, |row| row.as_of)
        };
        let mut everything = book.clone();
        apply(&mut everything, self.log, |_, key| {
            broken.contains(&ChunkId::of(key))
        });
        apply(&mut everything, &self.readable, |sequence, key| {
            sequence > as_of(key)
        });
        if !broken.is_empty() || last < manifest.held() {
            return (None, everything);
        }
        apply(&mut book, &self.readable, |sequence, key| {
            sequence <= last && sequence > as_of(key)
        });
        (Some((last, book)), everything)
    }

    /// The records of the log with those of the chunks in their place: nobody knows which are newer.
    fn without_manifest(&self, damage: &mut Vec<Damage>) -> Book {
        let mut book = replay(self.log);
        for (row, bytes) in self.chunks {
            let Some(id) = ChunkId::at(*row) else {
                continue;
            };
            let unpacked = chunk::unpack(id, bytes, |key, record| {
                book.put(key, Some(record));
            });
            if let Err(error) = unpacked {
                damage.push(Damage::Chunk(id, error));
            }
        }
        book
    }
}

/// Puts the records of all whole chunks into a book; the others are named and given back.
fn whole_chunks(
    manifest: &Manifest,
    rows: &[Row],
    book: &mut Book,
    damage: &mut Vec<Damage>,
) -> BTreeSet<ChunkId> {
    let mut broken = BTreeSet::new();
    for (id, known) in &manifest.chunks {
        let Some(summary) = known.summary else {
            continue;
        };
        let row = rows.binary_search_by_key(&id.row(), |(row, _)| *row);
        let found = match row {
            Err(_) => Err(Damage::ChunkMissing(*id)),
            Ok(at) => {
                let mut records = BTreeMap::new();
                let unpacked = chunk::unpack(*id, &rows[at].1, |key, record| {
                    records.insert(key, record);
                });
                for (key, record) in records {
                    book.put(key, Some(record));
                }
                match unpacked {
                    Err(error) => Err(Damage::Chunk(*id, error)),
                    Ok(_) if super::frame::checksum(&rows[at].1) != Ok(summary.checksum) => {
                        Err(Damage::ChunkChanged(*id))
                    }
                    Ok(_) => Ok(()),
                }
            }
        };
        if let Err(found) = found {
            damage.push(found);
            broken.insert(*id);
        }
    }
    broken
}
