//! Locking an open workspace, unlocking it for good, and changing its secrets.

use std::rc::Rc;

use crate::app::StorageProblem;
use crate::store::sealed::{
    Fresh, GuardedStore, NewLock, Opener, Standing, SwitchError, change, standing, switch_off,
    switch_on,
};
use crate::store::{Area, LAST_ROW, Store as _, StoreError};

use super::super::copy::Rows;
use super::super::indexed_db::IndexedDb;
use super::super::problem::{of_load, of_store};
use super::super::web_cipher::{WebKey, WebSmith, drawn};
use super::super::workspaces::database_name;
use super::private::Private;
use super::{Guarded, Vault};

/// Rounds of PBKDF2 for a new secret: what OWASP asks for with SHA-256. Kept with the data, so
/// that a higher number only makes new secrets dearer.
const ROUNDS: u32 = 600_000;
/// Bytes of a salt.
const SALT: usize = 16;

fn fresh(secret: &str) -> Result<Fresh<'_>, SwitchError> {
    Ok(Fresh {
        secret,
        salt: drawn::<SALT>()?.to_vec(),
        rounds: ROUNDS,
    })
}

/// The lock is being switched.
struct Switching<'a>(&'a Vault);

impl Drop for Switching<'_> {
    fn drop(&mut self) {
        self.0.switching.set(false);
    }
}

impl Vault {
    /// Seals everything with a new key that either secret gives, and goes on sealed.
    pub(in crate::browser) async fn switch_on(
        &self,
        passphrase: &str,
        code: &str,
    ) -> Result<(), SwitchError> {
        let _switching = self.switching()?;
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await?;
        let lock = NewLock {
            workspace: &self.id,
            passphrase: fresh(passphrase)?,
            recovery: fresh(code)?,
        };
        let full = |_| StoreError::Full;
        // Out of localStorage first: a crash from here on puts it back at the next start.
        let private = Private::take(&self.id).map_err(full)?;
        let switched = match store.write(private.batch()).await {
            Ok(()) => switch_on(store.below(), &WebSmith, lock).await,
            Err(error) => Err(error.into()),
        };
        match switched {
            Ok(key) => {
                let below = Rc::clone(store.below());
                self.go_on(GuardedStore::sealed(below, &self.id, key));
                self.private.replace(Some(private));
                Ok(())
            }
            Err(error) => {
                // Left behind, it is put back at the next start, nothing more.
                drop(store.write(Private::cut()).await);
                private.put_back(&self.id);
                Err(self.broken_off(&store, false, error).await)
            }
        }
    }

    /// Puts everything into the clear, and goes on so.
    pub(in crate::browser) async fn switch_off(&self, passphrase: &str) -> Result<(), SwitchError> {
        let _switching = self.switching()?;
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await?;
        let switched = switch_off(store.below(), &WebSmith, &self.id, passphrase).await;
        if let Err(error) = switched {
            return Err(self.broken_off(&store, true, error).await);
        }
        let below = Rc::clone(store.below());
        let plain = Guarded::plain(below);
        // What stays behind here is put back at the next start.
        drop(Private::read(&plain, &self.id).await);
        self.private.replace(None);
        self.go_on(plain);
        Ok(())
    }

    /// Gives one secret another value.
    pub(in crate::browser) async fn change_secret(
        &self,
        with: (Opener, &str),
        (changed, to): (Opener, &str),
    ) -> Result<(), SwitchError> {
        let _switching = self.switching()?;
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await?;
        change(
            store.below(),
            &WebSmith,
            &self.id,
            with,
            (changed, fresh(to)?),
        )
        .await
    }

    /// While this is held no other tab is let to write: it would clear away what is half-done.
    fn switching(&self) -> Result<Switching<'_>, SwitchError> {
        if !self.may_write() {
            return Err(StoreError::Closed.into());
        }
        self.switching.set(true);
        Ok(Switching(self))
    }

    fn go_on(&self, store: Guarded) {
        self.store.replace(Rc::new(store));
    }

    /// Nothing more is written when it is not certain which side counts: the next start tells.
    async fn broken_off(&self, store: &Guarded, locked: bool, error: SwitchError) -> SwitchError {
        let standing = standing(store.below(), &self.id).await;
        let as_before = match standing {
            Ok(Standing::Plain) => !locked,
            Ok(Standing::Locked(_)) => locked,
            Err(_) => false,
        };
        self.stopped.set(!as_before);
        error
    }
}

/// The side of a workspace that counts; nothing is written. A locked one needs its key.
pub(in crate::browser) async fn side(
    id: &str,
    key: Option<WebKey>,
) -> Result<Guarded, StorageProblem> {
    let store = IndexedDb::open(&database_name(id))
        .await
        .map_err(of_store)?;
    let store = Rc::new(store);
    match (standing(&store, id).await, key) {
        (Ok(Standing::Locked(_)), None) => Err(StorageProblem::Locked),
        (Ok(Standing::Locked(_)), Some(key)) => Ok(Guarded::sealed(store, id, key)),
        (Ok(Standing::Plain), _) => Ok(Guarded::plain(store)),
        (Err(error), _) => Err(of_load(error)),
    }
}

/// Adds whatever can be read of a workspace that is not open; a locked one needs its key.
pub(in crate::browser) async fn read_whole(
    id: &str,
    key: Option<WebKey>,
    rows: &mut Rows,
) -> Result<(), StorageProblem> {
    let store = side(id, key).await?;
    let read = rows.read(&store, &Area::ALL, LAST_ROW);
    read.await.map_err(of_store)
}
