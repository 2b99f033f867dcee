//! Puts the log of a backup into the open workspace, which is empty.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{Answer, BrowserEdge};
use crate::app::{Carrying, Event, StorageProblem, Workspace};
use crate::browser::channel::Word;
use crate::browser::local;

impl BrowserEdge {
    /// Fills the workspace and opens it anew; where that fails it is empty as before.
    pub(super) fn carry(&self, carrying: Carrying, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return answer(Event::NotCarried(StorageProblem::Lost));
            };
            let contents = match vault.carry(&carrying).await {
                Ok(contents) => contents,
                Err(problem) => return answer(Event::NotCarried(problem)),
            };
            let left = edge.vault().is_none_or(|open| !Rc::ptr_eq(&open, &vault));
            edge.filled(vault.id());
            if left {
                return;
            }
            edge.tell(&Word::Saved(vault.last()));
            drop(edge.channel.take());
            let id = vault.id().to_owned();
            let sample = local::workspace(&id).is_some_and(|(sample, _)| sample);
            edge.write_in(Workspace { id, sample }, vault, contents, answer);
        });
    }

    /// What a new workspace was made for is in it: it is the one that opens next time.
    pub(super) fn filled(&self, id: &str) {
        let filling = self.filling.borrow_mut().take_if(|filling| filling == id);
        if let Some(id) = filling {
            // Not remembering it only means that another one opens next time.
            drop(local::set_current(&id));
        }
    }
}
