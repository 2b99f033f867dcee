//! Several tabs of one workspace: one writes, the others follow, and the writing can change hands.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::locking::waits;
use super::{Answer, BrowserEdge, opened};
use crate::app::{Event, Notice, Opened, StorageProblem, Workspace};
use crate::browser::channel::{Channel, Word};
use crate::browser::follower::Follower;
use crate::browser::lock::{self, Held};
use crate::browser::vault::{Contents, OpenError, Vault};
use crate::browser::workspaces::database_name;
use crate::browser::{local, pause};
use crate::store::records::FORMAT;

/// Milliseconds between two looks at what another tab does.
const STEP: u32 = 50;
/// Milliseconds a tab that asks to write waits for the one that does.
const PATIENCE: u32 = 5_000;
/// Milliseconds the tab that writes takes for its last writes when another one asks.
const LAST_WRITES: u32 = 3_000;
/// Milliseconds it then waits for the other one to take the lock.
const HANDING_OVER: u32 = 3_000;

impl BrowserEdge {
    /// Leaves the open workspace; what this tab wrote may still be on its way to the disk.
    pub(super) fn leave(&self) -> Option<Rc<Vault>> {
        drop(self.channel.take());
        if let Some(follower) = self.following.take() {
            drop(follower.channel.take());
            drop(follower.queued.take());
        }
        self.open.take()
    }

    /// Tells the other tabs, while this one writes.
    pub(super) fn tell(&self, word: &Word) {
        if let Some(channel) = &*self.channel.borrow() {
            channel.tell(word);
        }
    }

    /// Tells the other tabs, whether this one writes or follows.
    pub(super) fn tell_others(&self, word: &Word) {
        self.tell(word);
        if let Some(follower) = &*self.following.borrow() {
            follower.tell(word);
        }
    }

    /// From now on this tab writes.
    pub(super) fn write_in(
        &self,
        workspace: Workspace,
        vault: Rc<Vault>,
        contents: Contents,
        answer: Answer,
    ) {
        let filling = self.filling.borrow().as_deref() == Some(&workspace.id);
        if !filling {
            // Not remembering it only means that another one opens next time.
            drop(local::set_current(&workspace.id));
        }
        let (migrated, preferences) = (vault.is_migrated(), vault.preferences());
        self.open.replace(Some(vault));
        let channel = {
            let (edge, answer, workspace) = (self.same(), Rc::clone(&answer), workspace.clone());
            Channel::join(&database_name(&workspace.id), move |word| match word {
                Word::Take(tab) => edge.give(tab, workspace.clone(), Rc::clone(&answer)),
                Word::Format(format) => edge.hear_format(format, &answer),
                Word::Lock => edge.hear_lock(&answer),
                Word::Saved(_) | Word::Given(_) => {}
            })
        };
        channel.tell(&Word::Format(FORMAT));
        self.channel.replace(Some(channel));
        answer(Event::Opened(Box::new(Opened {
            migrated,
            ..opened(workspace, contents, preferences)
        })));
    }

    /// A newer build has opened the data: an older one stops writing, so as not to mix shapes.
    fn hear_format(&self, format: u16, answer: &Answer) {
        if format <= FORMAT {
            return;
        }
        let (edge, answer) = (self.same(), Rc::clone(answer));
        spawn_local(async move {
            super::wait_until_saved(edge.leave()).await;
            answer(Event::OpenFailed(StorageProblem::Newer(format)));
        });
    }

    /// Another tab asks to write: what is done is saved, then it may take the lock.
    fn give(&self, tab: String, workspace: Workspace, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let Some(vault) = edge.vault().filter(|vault| !vault.is_given()) else {
                return;
            };
            let idle = || vault.is_saved() && !vault.is_switching();
            if !within(LAST_WRITES, idle).await {
                // What cannot be saved must not be left: the other tab hears nothing.
                return;
            }
            vault.give();
            answer(Event::WritingGiven);
            edge.tell(&Word::Given(tab));
            within(HANDING_OVER, || vault.is_taken()).await;
            drop(vault);
            edge.open(workspace, answer);
        });
    }

    /// Follows a workspace that another tab writes.
    pub(super) async fn follow(&self, workspace: Workspace, answer: Answer) {
        let key = self.key_for(&workspace.id);
        let (follower, contents, preferences) = match Follower::open(&workspace.id, key).await {
            Ok(found) => found,
            Err(StorageProblem::Locked) => return answer(waits(&workspace.id)),
            Err(problem) => return answer(Event::OpenFailed(problem)),
        };
        // Not remembering it only means that another one opens next time.
        drop(local::set_current(&workspace.id));
        self.following.replace(Some(Rc::clone(&follower)));
        let channel = self.listen(&follower, &answer);
        channel.tell(&Word::Format(FORMAT));
        follower.channel.replace(Some(channel));
        let queued = {
            let (edge, answer, workspace) = (self.same(), Rc::clone(&answer), workspace.clone());
            lock::queue(&database_name(&workspace.id), move |held| {
                edge.take_up(held, workspace, answer);
            })
        };
        follower.queued.replace(queued);
        answer(Event::Opened(Box::new(Opened {
            following: true,
            ..opened(workspace, contents, preferences)
        })));
        // What was written between reading and listening.
        catch_up(follower, answer);
    }

    fn listen(&self, follower: &Rc<Follower>, answer: &Answer) -> Channel {
        let (edge, answer) = (self.same(), Rc::clone(answer));
        let listening = Rc::downgrade(follower);
        Channel::join(&database_name(follower.id()), move |word| {
            let Some(follower) = listening.upgrade() else {
                return;
            };
            match word {
                Word::Saved(_) => catch_up(follower, Rc::clone(&answer)),
                Word::Given(tab) => follower.hear_given(&tab),
                Word::Format(format) => edge.hear_format(format, &answer),
                Word::Lock => edge.hear_lock(&answer),
                Word::Take(_) => {}
            }
        })
    }

    /// Writes in this tab, whose lock was granted: the one that wrote has ended or agreed.
    fn take_up(&self, held: Held, workspace: Workspace, answer: Answer) {
        let (edge, key) = (self.same(), self.key_for(&workspace.id));
        drop(self.leave());
        spawn_local(async move {
            match Vault::open_held(&workspace.id, held, key).await {
                Ok((vault, contents)) => edge.write_in(workspace, vault, contents, answer),
                Err(OpenError(StorageProblem::Locked)) => answer(waits(&workspace.id)),
                Err(error) => answer(Event::OpenFailed(error.0)),
            }
        });
    }

    /// Asks the tab that writes to let this one write.
    pub(super) fn take_over(&self, answer: Answer) {
        let edge = self.same();
        let Some(follower) = self.following.borrow().clone() else {
            return;
        };
        let id = follower.id().to_owned();
        let sample = local::workspace(&id).is_some_and(|(sample, _)| sample);
        spawn_local(async move {
            follower.ask();
            let given = within(PATIENCE, || follower.is_given()).await;
            if edge.following.borrow().is_none() {
                // Whoever wrote has ended meanwhile, and this tab writes already.
                return;
            }
            let held = if given {
                // Else the place in the queue would be granted when this tab lets go again.
                drop(follower.queued.take());
                lock::take_over(&database_name(&id)).await
            } else {
                None
            };
            match held {
                Some(held) => edge.take_up(held, Workspace { id, sample }, answer),
                None => answer(Event::Noticed(Notice::WritingNotGiven)),
            }
        });
    }
}

/// Tells the program what the writing tab did since it last looked.
fn catch_up(follower: Rc<Follower>, answer: Answer) {
    spawn_local(async move {
        match follower.catch_up().await {
            Ok(Some(followed)) => answer(Event::Followed(Box::new(followed))),
            Ok(None) => {}
            Err(problem) => answer(Event::Noticed(Notice::Storage(problem))),
        }
    });
}

/// Waits until something is so; false when it is not in time.
async fn within(milliseconds: u32, so: impl Fn() -> bool) -> bool {
    let mut waited = 0;
    while !so() {
        if waited >= milliseconds {
            return false;
        }
        pause(STEP).await;
        waited += STEP;
    }
    true
}
