//! Takes contents out of the rows of the log, leaving the chain of hashes as it is.

use std::sync::Arc;

use super::area::{Area, LAST_ROW, Step, Store};
use super::chain::read_chain;
use super::entry::{EntryError, EntryHead, read_head, seal_changes, seal_lesser_head};
use super::load::{Damage, LoadError};
use super::salvage::{entry_of, whole_entries};
use crate::ledger::{
    Action, Cleaned, CleanedEntry, Cleaning, Deleted, Digest, Operation, bin, due,
};

/// What a cleaning makes of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanedLog {
    /// What is taken out, with all it is known to touch.
    pub cleaning: Cleaning,
    /// The entries that change, for the action that vouches for them.
    pub cleaned: Cleaned,
    /// Their rows, to be written together with that action and not without it.
    pub rows: Vec<Step>,
    /// The last entry of the log that was read.
    pub to: u64,
}

/// Everything deleted that can be put back, and what was brought in again since by actions that
/// delete nothing: those are not opened, for they are the largest of all.
///
/// # Errors
/// [`LoadError`] when the store fails or the log is damaged.
pub async fn read_bin(store: &impl Store) -> Result<Vec<Deleted>, LoadError> {
    let heads = store.read(Area::Journal, 0..=LAST_ROW).await?;
    let payloads = store.read(Area::Payloads, 0..=LAST_ROW).await?;
    let chain = read_chain(&heads);
    if let Some(damage) = chain.broken {
        return Err(LoadError::of(damage));
    }
    let deleting = chain.heads.iter().filter(|head| head.action.may_delete());
    let log: Result<Vec<_>, _> = deleting.map(|head| entry_of(head, &payloads)).collect();
    Ok(bin(&log.map_err(LoadError::of)?))
}

/// What a cleaning makes of the log in a store. Nothing is written.
///
/// # Errors
/// [`LoadError`] when the store fails or the log is damaged: what cannot be read cannot be
/// cleaned either.
pub async fn clean_log(store: &impl Store, cleaning: Cleaning) -> Result<CleanedLog, LoadError> {
    let heads = store.read(Area::Journal, 0..=LAST_ROW).await?;
    let payloads = store.read(Area::Payloads, 0..=LAST_ROW).await?;
    let mut damage = Vec::new();
    let log = whole_entries(&heads, &payloads, &mut damage);
    if let Some(damage) = damage.into_iter().next() {
        return Err(LoadError::of(damage));
    }
    let cleaning = match cleaning {
        Cleaning::Purge { until, .. } => Cleaning::Purge {
            until,
            keys: due(&bin(&log), until),
        },
        erase @ Cleaning::Erase(_) => erase,
    };
    let (mut entries, mut rows) = (Vec::new(), Vec::new());
    let known = read_chain(&heads).heads;
    for ((head, entry), (_, row)) in known.iter().zip(&log).zip(&heads) {
        let cleaned = clean_entry(&cleaning, head, &entry.operation, row);
        let cleaned = cleaned.map_err(|error| Damage::Entry(head.sequence, error))?;
        if let Some((entry, steps)) = cleaned {
            entries.push(entry);
            rows.extend(steps);
        }
    }
    Ok(CleanedLog {
        cleaning,
        cleaned: Cleaned(Arc::new(entries)),
        rows,
        to: known.last().map_or(0, |head| head.sequence),
    })
}

/// One entry without what is taken out, and the rows to write for it; nothing when it stays.
fn clean_entry(
    cleaning: &Cleaning,
    known: &EntryHead,
    operation: &Operation,
    row: &[u8],
) -> Result<Option<(CleanedEntry, Vec<Step>)>, EntryError> {
    let changes = cleaning.changes(&operation.changes);
    let words = lesser_words(cleaning, known);
    if changes.is_none() && words.is_none() {
        return Ok(None);
    }
    let sequence = known.sequence;
    // As it was written first, whatever it lost since.
    let (first, mut says) = read_head(sequence, known.previous, row)?;
    let (mut payload, mut steps) = (known.payload, Vec::new());
    if let Some(changes) = changes {
        let row = seal_changes(&changes);
        payload = Digest::of(&row);
        steps.push(Step::Put(Area::Payloads, sequence, row));
    }
    if let Some((desk, action)) = words {
        let (row, now) = seal_lesser_head(&EntryHead {
            desk,
            action,
            ..first
        });
        says = Some(now);
        steps.push(Step::Put(Area::Journal, sequence, row));
    }
    let head = says;
    let entry = CleanedEntry {
        sequence,
        payload,
        head,
    };
    Ok(Some((entry, steps)))
}

/// Desk and action without what is taken out; nothing when neither says it.
fn lesser_words(cleaning: &Cleaning, head: &EntryHead) -> Option<(String, Action)> {
    let desk = cleaning.text(&head.desk);
    let action = cleaning.action(&head.action);
    if desk.is_none() && action.is_none() {
        return None;
    }
    let desk = desk.unwrap_or_else(|| head.desk.clone());
    Some((desk, action.unwrap_or_else(|| head.action.clone())))
}
