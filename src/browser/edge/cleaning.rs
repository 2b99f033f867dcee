//! The bin, and taking contents out of the log for good.

use wasm_bindgen_futures::spawn_local;

use super::{Answer, BrowserEdge, wait_until_saved};
use crate::app::{Event, Notice, StorageProblem};
use crate::ledger::Cleaning;

impl BrowserEdge {
    /// Reads what was deleted and can be put back.
    pub(super) fn look_into_bin(&self, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return answer(Event::Noticed(Notice::Following));
            };
            wait_until_saved(Some(vault.clone())).await;
            answer(match vault.bin().await {
                Ok(bin) => Event::BinSeen(bin),
                Err(problem) => Event::Noticed(Notice::Storage(problem)),
            });
        });
    }

    /// Reads the log and says what it is to be; it is written with the operation that follows.
    pub(super) fn clean(&self, cleaning: Cleaning, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return answer(Event::Cleaning(Box::new(Err(StorageProblem::Lost))));
            };
            wait_until_saved(Some(vault.clone())).await;
            if !vault.is_saved() {
                return answer(Event::Cleaning(Box::new(Err(StorageProblem::TimedOut))));
            }
            answer(Event::Cleaning(Box::new(vault.clean(cleaning).await)));
        });
    }
}
