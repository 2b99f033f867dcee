//! Gets out of a damaged workspace what can still be read, without writing to it.

use super::area::{Area, LAST_ROW, Row, Store, StoreError};
use super::chunk;
use super::entry::{self, EntryHead};
use super::load::{Damage, open_entry};
use super::manifest::{MANIFEST_ROW, Manifest};
use crate::ledger::{Book, Digest, LogEntry};

/// What could be read of a damaged workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// The records.
    pub book: Book,
    /// The entries of the log that are whole, from the first on.
    pub log: Vec<LogEntry>,
    /// True when the records are those after the last entry of `log`; false when they come
    /// from the chunks, which may hold more or fewer.
    pub from_log: bool,
    /// Everything found wrong.
    pub damage: Vec<Damage>,
}

/// Reads whatever is whole.
///
/// The journal remembers everything, so when it is whole nothing is lost, whatever became of
/// the chunks; where it breaks off before what the chunks hold, the chunks are taken.
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
    let last = log.last().map_or(0, |entry| entry.sequence);
    let manifest = open_manifest(&manifest, &mut damage);
    if let Some(manifest) = manifest.filter(|manifest| manifest.held() > last) {
        let chunks = store.read(Area::Chunks, 0..=LAST_ROW).await?;
        let book = whole_chunks(&manifest, &chunks, &mut damage);
        return Ok(Salvaged {
            book,
            log,
            from_log: false,
            damage,
        });
    }
    let mut book = Book::default();
    for change in log.iter().flat_map(|entry| &entry.operation.changes) {
        book.put(change.key, change.after.clone());
    }
    Ok(Salvaged {
        book,
        log,
        from_log: true,
        damage,
    })
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
    let mut log = Vec::new();
    let mut previous = Digest::default();
    for (expected, (row, bytes)) in (1..).zip(heads) {
        match whole_entry(expected, (*row, bytes), previous, payloads) {
            Ok((head, entry)) => {
                previous = head.hash;
                log.push(entry);
            }
            Err(found) => {
                damage.push(found);
                break;
            }
        }
    }
    log
}

fn whole_entry(
    expected: u64,
    (row, bytes): (u64, &[u8]),
    previous: Digest,
    payloads: &[Row],
) -> Result<(EntryHead, LogEntry), Damage> {
    if row != expected {
        return Err(Damage::EntryMissing(expected));
    }
    let head = entry::open_head(row, previous, bytes).map_err(|error| Damage::Entry(row, error))?;
    let at = payloads
        .binary_search_by_key(&row, |(row, _)| *row)
        .map_err(|_| Damage::EntryMissing(row))?;
    let entry = open_entry(&head, &payloads[at].1)?;
    Ok((head, entry))
}

fn whole_chunks(manifest: &Manifest, rows: &[Row], damage: &mut Vec<Damage>) -> Book {
    let mut book = Book::default();
    for id in manifest.chunks.keys() {
        let row = rows.binary_search_by_key(&id.row(), |(row, _)| *row);
        let Ok(at) = row else {
            if manifest.chunks[id].summary.is_some() {
                damage.push(Damage::ChunkMissing(*id));
            }
            continue;
        };
        let unpacked = chunk::unpack(*id, &rows[at].1, |key, record| {
            book.put(key, Some(record));
        });
        if let Err(error) = unpacked {
            damage.push(Damage::Chunk(*id, error));
        }
    }
    manifest.spend_ids(&mut book);
    book
}
