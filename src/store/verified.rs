//! Reads the whole log, changes and all, and says where its chain of hashes breaks.
//!
//! A start verifies every head and the changes it needs; this verifies every change too,
//! which is what a log that leaves the browser must have behind it.

use super::area::{Area, LAST_ROW, Store, StoreError};
use super::entry::EntryError;
use super::keeper::Head;
use super::load::Damage;
use super::salvage::whole_entries;
use crate::ledger::LogEntry;

/// The log as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedLog {
    /// The entries from the first on that are what was written, in order.
    pub log: Vec<LogEntry>,
    /// The first entry that is not, when there is one.
    pub broken: Option<Break>,
}

/// Where the log breaks, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// Number of the first entry that is missing or not what was written.
    pub sequence: u64,
    /// What is wrong with it.
    pub damage: Damage,
}

/// Reads and verifies the log. `end` is where it is known to end, however that is known:
/// without it nobody can tell that the last entries were taken away, or all of them written anew.
///
/// # Errors
/// [`StoreError`] when the store does not answer.
pub async fn verify_log(store: &impl Store, end: Option<Head>) -> Result<VerifiedLog, StoreError> {
    let heads = store.read(Area::Journal, 0..=LAST_ROW).await?;
    let payloads = store.read(Area::Payloads, 0..=LAST_ROW).await?;
    let mut damage = Vec::new();
    let log = whole_entries(&heads, &payloads, &mut damage);
    let broken = match damage.into_iter().next() {
        Some(damage) => Some(Break {
            // Reading stops at the first entry that is not whole.
            sequence: damage.entry().unwrap_or(log.len() as u64 + 1),
            damage,
        }),
        None => end.and_then(|end| short_or_other(&log, end)),
    };
    Ok(VerifiedLog { log, broken })
}

/// What is wrong with the end of a chain that is whole in itself.
fn short_or_other(log: &[LogEntry], end: Head) -> Option<Break> {
    let last = log.len() as u64;
    if last < end.sequence {
        return Some(Break {
            sequence: last + 1,
            damage: Damage::JournalShort {
                last,
                held: end.sequence,
            },
        });
    }
    let known = log.iter().find(|entry| entry.sequence == end.sequence)?;
    (known.hash != end.hash).then_some(Break {
        sequence: end.sequence,
        damage: Damage::Entry(end.sequence, EntryError::Hash),
    })
}
