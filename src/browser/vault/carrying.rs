//! Fills an open workspace, which is empty, with the log of a backup.

use std::rc::Rc;

use crate::app::{Carrying, StorageProblem};
use crate::store::{
    self as store, Area, Canary, FillError, Head, LAST_ROW, Note, Store as _, fill, settle_filling,
};

use super::{Contents, Guarded, Vault, cleaning};
use crate::browser::problem::{of_refusal, of_store};
use crate::browser::{local, witness};

impl Vault {
    /// Fills the workspace and reads it back from the beginning.
    ///
    /// # Errors
    /// [`StorageProblem`]; it is empty as before then, but where only reading back failed.
    pub(in crate::browser) async fn carry(
        self: &Rc<Self>,
        carrying: &Carrying,
    ) -> Result<Contents, StorageProblem> {
        let turn = self.gate.ask();
        turn.come().await;
        if !self.may_write() || self.last() > 0 {
            return Err(StorageProblem::HeldByOtherTab);
        }
        let store = self.connected().await.map_err(of_store)?;
        let end = Head {
            sequence: carrying.log.end.sequence,
            hash: carrying.log.end.hash,
        };
        let log = (end, carrying.log.rows.0.as_slice());
        let note = Note {
            at: carrying.at,
            desk: &carrying.desk,
        };
        if let Err(error) = fill(store.as_ref(), log, note).await
            && !is_there_all_the_same(&store, &error, end).await
        {
            return Err(of_fill(error));
        }
        let loaded = store::open(store.as_ref(), &self.id, None).await;
        // What is there and was not read must not be written over.
        let loaded = loaded.inspect_err(|_| self.stopped.set(true));
        let loaded = loaded.map_err(of_refusal)?;
        // An older canary is still true: the store may be ahead of it.
        let canary = Canary::of(&loaded.keeper, local::canary(&self.id).as_ref());
        drop(local::set_canary(&canary));
        witness::keep(&canary);
        self.cleaned.set(cleaning::last(&loaded.heads));
        self.keeper.replace(loaded.keeper.clone());
        let heads = loaded.heads.iter().map(|it| (it.sequence, it.clone()));
        self.heads.replace(heads.collect());
        let (sample, _) = local::workspace(&self.id).unwrap_or_default();
        self.rename(sample, &loaded.book.agency.name);
        drop(turn);
        self.fold_when_quiet();
        Ok(Contents::of(loaded))
    }
}

/// An answer may come too late for what was written. What lies there half-written is cleared
/// away now, or at the next start.
async fn is_there_all_the_same(store: &Guarded, error: &FillError, end: Head) -> bool {
    drop(settle_filling(store).await);
    let heads = store.numbers(Area::Journal, 0..=LAST_ROW).await;
    let filled = |heads: Vec<u64>| heads.last() == Some(&(end.sequence + 1));
    matches!(error, FillError::Store(_)) && heads.is_ok_and(filled)
}

fn of_fill(error: FillError) -> StorageProblem {
    match error {
        FillError::Store(error) => of_store(error),
        FillError::NotEmpty => StorageProblem::HeldByOtherTab,
        FillError::NotWhole | FillError::NotTheSame(_) => {
            StorageProblem::Damaged(crate::app::Damage::Checksum)
        }
    }
}
