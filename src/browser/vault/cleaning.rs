//! Taking contents out of the log of an open workspace.

use crate::app::{CleanedRow, CleaningMade, Pending, StorageProblem};
use crate::ledger::{Cleaning, Deleted};
use crate::store::cleaning::{clean_log, read_bin};
use crate::store::entry::EntryHead;
use crate::store::{Area, Batch, Keeper, Step};

use super::Vault;
use crate::browser::problem::{of_load, of_store};

/// The head of an operation's entry and the batch that saves it, with the rows it changes.
pub(super) fn append(keeper: &mut Keeper, pending: &Pending) -> (EntryHead, Batch) {
    let Some(lesser) = &pending.lesser else {
        return keeper.append(pending.at, &pending.desk, &pending.operation);
    };
    let row = |row: &CleanedRow| {
        let area = if row.head {
            Area::Journal
        } else {
            Area::Payloads
        };
        Step::Put(area, row.sequence, row.bytes.clone())
    };
    keeper.append_cleaned(
        (pending.at, &pending.desk),
        &pending.operation,
        &lesser.operation,
        lesser.rows.iter().map(row).collect(),
    )
}

/// The last action that took contents out of a log.
pub(super) fn last(heads: &[EntryHead]) -> u64 {
    let cleaning = heads.iter().rfind(|head| head.action.cleaned().is_some());
    cleaning.map_or(0, |head| head.sequence)
}

impl Vault {
    /// What was deleted and can be put back.
    ///
    /// # Errors
    /// [`StorageProblem`] when the store fails or the log is damaged.
    pub(in crate::browser) async fn bin(&self) -> Result<Vec<Deleted>, StorageProblem> {
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await.map_err(of_store)?;
        read_bin(store.as_ref()).await.map_err(of_load)
    }

    /// What a cleaning makes of the log as it is on disk; nothing is written yet.
    ///
    /// # Errors
    /// [`StorageProblem`] when the store fails or the log is damaged.
    pub(in crate::browser) async fn clean(
        &self,
        cleaning: Cleaning,
    ) -> Result<CleaningMade, StorageProblem> {
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await.map_err(of_store)?;
        let made = clean_log(store.as_ref(), cleaning).await.map_err(of_load)?;
        let row = |step: Step| match step {
            Step::Put(area, sequence, bytes) => Some(CleanedRow {
                sequence,
                head: area == Area::Journal,
                bytes,
            }),
            _ => None,
        };
        Ok(CleaningMade {
            cleaning: made.cleaning,
            cleaned: made.cleaned,
            rows: made.rows.into_iter().filter_map(row).collect(),
            to: made.to,
        })
    }

    /// The entries that an action took contents out of are read by what it says of them.
    pub(super) fn note_cleaned(&self, saved: &EntryHead) {
        let Some(cleaned) = saved.action.cleaned() else {
            return;
        };
        self.cleaned.set(saved.sequence);
        let mut heads = self.heads.borrow_mut();
        for entry in cleaned.iter() {
            if let Some(head) = heads.get_mut(&entry.sequence) {
                head.payload = entry.payload;
            }
        }
    }
}
