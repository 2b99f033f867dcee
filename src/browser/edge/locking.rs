//! What is asked of the lock, done no faster than wrong secrets allow.

use std::future::Future;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::app::{
    CODE_BYTES, Event, LockAnswer, LockAsk, LockRefusal, Notice, RecoveryCode, Secret,
    StorageProblem, is_harmless, wait_until,
};
use crate::store::sealed::{CipherError, Opener, Standing, SwitchError, standing, unlock};

use super::super::channel::Word;
use super::super::indexed_db::IndexedDb;
use super::super::problem::{of_load, of_store};
use super::super::vault::read_whole;
use super::super::web_cipher::drawn;
use super::super::workspaces::database_name;
use super::super::{WebKey, WebSmith, local, now};
use super::{Answer, BrowserEdge, Rows, wait_until_saved};

/// A workspace was to be opened and is locked.
pub(super) fn waits(workspace: &str) -> Event {
    let (wrong, at) = local::tries(workspace);
    Event::Locking(LockAnswer::Waits {
        workspace: workspace.to_owned(),
        until: wait_until(wrong, at, now()),
    })
}

impl Secret {
    fn parts(&self) -> (Opener, &str) {
        match self {
            Self::Passphrase(passphrase) => (Opener::Passphrase, passphrase.reveal()),
            Self::Code(code) => (Opener::Recovery, code.letters()),
        }
    }
}

impl BrowserEdge {
    pub(super) fn lock(&self, ask: LockAsk, answer: Answer) {
        let edge = self.same();
        if ask == LockAsk::LockNow {
            self.tell_others(&Word::Lock);
        }
        spawn_local(async move {
            let done = match ask {
                LockAsk::Unlock { workspace, secret } => {
                    match edge.unlock(&workspace, &secret).await {
                        Ok(()) => return edge.open_by_id(workspace, answer),
                        Err(refusal) => Err(refusal),
                    }
                }
                LockAsk::LockNow | LockAsk::LockUnused => match edge.close().await {
                    Ok(()) => return,
                    Err(refusal) => {
                        answer(Event::Noticed(Notice::NotLocked));
                        Err(refusal)
                    }
                },
                other => edge.switch(other).await,
            };
            answer(Event::Locking(done.unwrap_or_else(LockAnswer::Refused)));
        });
    }

    /// Finds the key of a locked workspace, for opening it next.
    async fn unlock(&self, workspace: &str, secret: &Secret) -> Result<(), LockRefusal> {
        let store = IndexedDb::open(&database_name(workspace)).await;
        let store = store.map_err(|error| LockRefusal::Storage(of_store(error)))?;
        let record = match standing(&store, workspace).await {
            Ok(Standing::Locked(record)) => record,
            // Another page took the lock off meanwhile: it opens without a key.
            Ok(Standing::Plain) => return Ok(()),
            Err(error) => return Err(LockRefusal::Storage(of_load(error))),
        };
        let (opener, secret) = secret.parts();
        let key = unlock(&WebSmith, &record, opener, secret);
        let key = with_brake(workspace, key).await?;
        self.key.replace(Some((workspace.to_owned(), key)));
        Ok(())
    }

    /// The key found for a workspace.
    pub(super) fn key_of(&self, workspace: &str) -> Option<WebKey> {
        let key = self.key.borrow();
        let of = key.as_ref().filter(|(of, _)| of == workspace);
        of.map(|(_, key)| key.clone())
    }

    async fn switch(&self, ask: LockAsk) -> Result<LockAnswer, LockRefusal> {
        let vault = self.vault();
        let vault = vault.ok_or(LockRefusal::Storage(StorageProblem::Lost))?;
        let id = vault.id();
        match ask {
            LockAsk::SwitchOn(passphrase) => {
                let code = new_code()?;
                let switch = vault.switch_on(passphrase.reveal(), code.letters());
                switch.await.map_err(|error| refusal(&error))?;
                self.key
                    .replace(vault.key().map(|key| (id.to_owned(), key)));
                self.tell(&Word::Lock);
                Ok(LockAnswer::On(code))
            }
            LockAsk::SwitchOff(passphrase) => {
                with_brake(id, vault.switch_off(passphrase.reveal())).await?;
                self.key.replace(None);
                self.tell(&Word::Lock);
                Ok(LockAnswer::Off)
            }
            LockAsk::Change { secret, to } => {
                let to = (Opener::Passphrase, to.reveal());
                with_brake(id, vault.change_secret(secret.parts(), to)).await?;
                Ok(LockAnswer::Changed)
            }
            LockAsk::NewCode(passphrase) => {
                let code = new_code()?;
                let with = (Opener::Passphrase, passphrase.reveal());
                let to = (Opener::Recovery, code.letters());
                with_brake(id, vault.change_secret(with, to)).await?;
                Ok(LockAnswer::On(code))
            }
            LockAsk::Unlock { .. } | LockAsk::LockNow | LockAsk::LockUnused => {
                Err(LockRefusal::Storage(StorageProblem::Lost))
            }
        }
    }

    /// Another tab closed or switched the lock: this one starts again too.
    pub(super) fn hear_lock(&self, answer: &Answer) {
        let (edge, answer) = (self.same(), Rc::clone(answer));
        spawn_local(async move {
            if edge.close().await.is_err() {
                answer(Event::Noticed(Notice::NotLocked));
            }
        });
    }

    /// Ends the page once everything is saved, and with it all that memory holds; what comes
    /// in its place asks for the secret.
    async fn close(&self) -> Result<(), LockRefusal> {
        let vault = self.vault();
        wait_until_saved(vault.clone()).await;
        if vault.is_some_and(|vault| !vault.is_saved()) {
            return Err(LockRefusal::Unsaved);
        }
        let reloaded = web_sys::window().map(|window| window.location().reload());
        match reloaded {
            Some(Ok(())) => Ok(()),
            _ => Err(LockRefusal::Storage(StorageProblem::Unavailable)),
        }
    }

    /// Keeps a preference: sealed with the open workspace when that is locked.
    pub(super) fn prefer(&self, name: &str, value: String) {
        match self.vault() {
            Some(vault) => vault.prefer(name, value),
            // Who follows locked data writes nothing: what tells something is chosen again.
            None if self.follows_locked() && !is_harmless(name) => {}
            None => super::super::prefer(name, &value),
        }
    }

    fn follows_locked(&self) -> bool {
        let following = self.following.borrow();
        following.as_ref().is_some_and(|it| it.key().is_some())
    }

    /// Adds whatever can be read of a workspace, also when it is damaged.
    pub(super) async fn read_whole(&self, id: &str, rows: &mut Rows) -> Result<(), StorageProblem> {
        read_whole(id, self.key_for(id), rows).await
    }

    /// The key of a workspace that is open or was unlocked.
    pub(super) fn key_for(&self, id: &str) -> Option<WebKey> {
        let open = self.vault().filter(|vault| vault.id() == id);
        let following = self.following.borrow().clone();
        let following = following.filter(|follower| follower.id() == id);
        open.and_then(|vault| vault.key())
            .or_else(|| following.and_then(|follower| follower.key()))
            .or_else(|| self.key_of(id))
    }
}

fn new_code() -> Result<RecoveryCode, LockRefusal> {
    let drawn = drawn::<CODE_BYTES>().map_err(|error| refusal(&error.into()))?;
    Ok(RecoveryCode::drawn(drawn))
}

/// Does what takes a secret, unless it is too soon after a wrong one.
async fn with_brake<T>(
    workspace: &str,
    run: impl Future<Output = Result<T, SwitchError>>,
) -> Result<T, LockRefusal> {
    let (wrong, at) = local::tries(workspace);
    if let Some(until) = wait_until(wrong, at, now()) {
        return Err(LockRefusal::TooSoon { until });
    }
    // Counted before it is tried: closing the page meanwhile spares nobody the wait.
    let tried = wrong.saturating_add(1);
    drop(local::set_tries(workspace, tried, now()));
    match run.await {
        Ok(done) => {
            local::forget_tries(workspace);
            Ok(done)
        }
        Err(SwitchError::Wrong) => {
            let until = wait_until(tried, now(), now());
            Err(LockRefusal::Wrong { until })
        }
        Err(error) => {
            drop(local::set_tries(workspace, wrong, at));
            Err(refusal(&error))
        }
    }
}

fn refusal(error: &SwitchError) -> LockRefusal {
    match error {
        SwitchError::Wrong => LockRefusal::Wrong { until: None },
        SwitchError::Cipher(CipherError::Unavailable) => LockRefusal::NoCipher,
        SwitchError::Cipher(CipherError::Failed(name)) => {
            LockRefusal::Storage(StorageProblem::Other(name.clone()))
        }
        SwitchError::Store(error) => LockRefusal::Storage(of_store(error.clone())),
        SwitchError::NotTheSame(..) => LockRefusal::NotTheSame,
        SwitchError::Otherwise => LockRefusal::Storage(StorageProblem::Lost),
    }
}
