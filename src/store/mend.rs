//! Opens a workspace, and mends what the journal can mend.
//!
//! The journal is never shortened, so everything else can be made from it again: where it is
//! whole, and ends no earlier than anybody remembers, damaged chunks and a damaged manifest
//! cost nothing but a longer start. Anything else is refused and nothing is written.

use std::ops::RangeInclusive;

use thiserror::Error;

use super::area::{Area, Batch, LAST_ROW, Row, Step, Store, StoreError};
use super::canary::{Canary, CanaryMismatch};
use super::keeper::Keeper;
use super::load::{LoadError, Loaded, load};
use super::manifest::{MANIFEST_ROW, Manifest};
use super::salvage::whole_entries;
use crate::ledger::LogEntry;

/// Why a workspace was not opened; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenRefusal {
    /// It was not read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It is not what was saved.
    #[error(transparent)]
    Canary(#[from] CanaryMismatch),
}

/// Reads a workspace and compares it with its canary, after mending what the journal can mend.
///
/// # Errors
/// [`OpenRefusal`] when something that was saved is lost, or the store fails.
pub async fn open(
    store: &impl Store,
    workspace: &str,
    canary: Option<&Canary>,
) -> Result<Loaded, OpenRefusal> {
    let refusal = match read(store, workspace, canary).await {
        Ok(loaded) => return Ok(loaded),
        Err(refusal) => refusal,
    };
    let mendable = matches!(
        refusal,
        OpenRefusal::Load(LoadError::Damaged(_) | LoadError::Store(StoreError::Changed(..)))
            | OpenRefusal::Canary(CanaryMismatch::Older { .. } | CanaryMismatch::Miscounted)
    );
    let batch = if mendable {
        mend(store, workspace, canary)
            .await
            .map_err(LoadError::Store)?
    } else {
        None
    };
    let Some(batch) = batch else {
        return Err(refusal);
    };
    store.write(batch).await.map_err(LoadError::Store)?;
    let mut loaded = read(store, workspace, canary).await?;
    loaded.rebuilt = true;
    Ok(loaded)
}

async fn read(
    store: &impl Store,
    workspace: &str,
    canary: Option<&Canary>,
) -> Result<Loaded, OpenRefusal> {
    let loaded = load(store, workspace).await?;
    if let Some(canary) = canary {
        canary.check(&loaded)?;
    }
    Ok(loaded)
}

/// The batch that takes damaged chunks and manifest away so that the journal stands for them;
/// nothing when the journal does not hold everything ever saved.
async fn mend(
    store: &impl Store,
    workspace: &str,
    canary: Option<&Canary>,
) -> Result<Option<Batch>, StoreError> {
    let manifest = whole(store, Area::Manifest, MANIFEST_ROW..=MANIFEST_ROW).await?;
    let manifest = manifest.unwrap_or_default();
    let manifest = manifest
        .first()
        .and_then(|(_, bytes)| Manifest::open(bytes).ok());
    let heads = whole(store, Area::Journal, 0..=LAST_ROW).await?;
    let payloads = whole(store, Area::Payloads, 0..=LAST_ROW).await?;
    let (Some(heads), Some(payloads)) = (heads, payloads) else {
        return Ok(None);
    };
    let Some(log) = whole_log(&heads, &payloads) else {
        return Ok(None);
    };
    if !holds_everything(&log, workspace, manifest.as_ref(), canary) {
        return Ok(None);
    }
    let generations = [
        manifest.as_ref().map_or(0, |manifest| manifest.generation),
        canary.map_or(0, |canary| canary.generation),
    ];
    let mut keeper = Keeper::new(workspace);
    keeper.manifest.generation = generations.into_iter().max().unwrap_or_default() + 1;
    for entry in &log {
        for change in &entry.operation.changes {
            keeper.replay(entry.sequence, change);
        }
    }
    for (kind, next) in manifest.iter().flat_map(|known| known.next_ids.iter()) {
        let spent = next.saturating_sub(1);
        keeper.manifest.next_ids.spend(kind, spent);
    }
    // Their numbers alone: some may not open.
    let chunks = store.numbers(Area::Chunks, 0..=LAST_ROW).await?;
    let away = chunks
        .into_iter()
        .map(|row| Step::Delete(Area::Chunks, row));
    let fresh = Step::Put(Area::Manifest, MANIFEST_ROW, keeper.manifest.seal());
    Ok(Some(Batch(away.chain([fresh]).collect())))
}

/// Rows as they were written; nothing where sealed ones do not open.
async fn whole(
    store: &impl Store,
    area: Area,
    rows: RangeInclusive<u64>,
) -> Result<Option<Vec<Row>>, StoreError> {
    match store.read(area, rows).await {
        Ok(rows) => Ok(Some(rows)),
        Err(StoreError::Changed(..)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn whole_log(heads: &[Row], payloads: &[Row]) -> Option<Vec<LogEntry>> {
    let mut damage = Vec::new();
    let log = whole_entries(heads, payloads, &mut damage);
    damage.is_empty().then_some(log)
}

/// True when the journal reaches as far as manifest and canary remember; one of them must be
/// there to remember.
fn holds_everything(
    log: &[LogEntry],
    workspace: &str,
    manifest: Option<&Manifest>,
    canary: Option<&Canary>,
) -> bool {
    let last = log.last().map_or(0, |entry| entry.sequence);
    let by_manifest = manifest.map(|known| known.workspace == workspace && known.held() <= last);
    let by_canary = canary.map(|canary| {
        let entry = log.iter().find(|entry| entry.sequence == canary.sequence);
        canary.sequence == 0 || entry.is_some_and(|entry| entry.hash.to_string() == canary.hash)
    });
    match (by_manifest, by_canary) {
        (None, None) => false,
        (one, other) => one.unwrap_or(true) && other.unwrap_or(true),
    }
}
