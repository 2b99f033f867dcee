//! What tells something of somebody and is no record: kept in localStorage beside data in the
//! clear, and sealed with data that are locked.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

use crate::app::is_harmless;
use crate::store::{Area, Batch, Step, Store, StoreError};

use super::super::{local, page};
use super::{Guarded, Vault};

/// The row it is kept in, behind the manifest.
const ROW: u64 = 1;

/// What tells something of somebody.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::browser) struct Private {
    /// The agency's name, for the list of workspaces.
    name: String,
    /// Preferences that hold names, such as filters.
    preferences: BTreeMap<String, String>,
}

impl Private {
    /// What lies sealed with a locked workspace. Beside one in the clear there is nothing: what
    /// the last switch left is put back to its place.
    pub(super) async fn read(store: &Guarded, id: &str) -> Result<Option<Self>, StoreError> {
        let found = store.read(Area::Manifest, ROW..=ROW).await?;
        let found = found
            .first()
            .and_then(|(_, bytes)| serde_json::from_slice(bytes).ok());
        if store.key().is_some() {
            let found: Self = found.unwrap_or_default();
            hide(id);
            return Ok(Some(found));
        }
        if let Some(left) = found {
            Self::put_back(left, id);
            store.write(Self::cut()).await?;
        }
        Ok(None)
    }

    /// What lies sealed, for one who only follows and must not write.
    pub(in crate::browser) async fn seen(store: &Guarded) -> Result<Option<Self>, StoreError> {
        if store.key().is_none() {
            return Ok(None);
        }
        let found = store.read(Area::Manifest, ROW..=ROW).await?;
        let found = found
            .first()
            .and_then(|(_, bytes)| serde_json::from_slice(bytes).ok());
        Ok(Some(found.unwrap_or_default()))
    }

    /// Takes what tells something out of localStorage.
    pub(super) fn take(id: &str) -> Result<Self, local::LocalError> {
        let (_, name) = local::workspace(id).unwrap_or_default();
        let preferences = local::take_telling()?;
        hide(id);
        Ok(Self { name, preferences })
    }

    /// Puts it into localStorage again.
    pub(super) fn put_back(self, id: &str) {
        for (name, value) in self.preferences {
            // What finds no room is chosen again, nothing more.
            drop(local::prefer(&name, &value));
        }
        let (sample, _) = local::workspace(id).unwrap_or_default();
        drop(local::set_workspace(id, sample, &self.name));
    }

    /// The batch that removes it.
    pub(super) fn cut() -> Batch {
        Batch(vec![Step::Delete(Area::Manifest, ROW)])
    }

    /// The batch that keeps it.
    pub(super) fn batch(&self) -> Batch {
        let bytes = serde_json::to_vec(self).expect("words are always written");
        Batch(vec![Step::Put(Area::Manifest, ROW, bytes)])
    }
}

/// Takes the agency's name off the list of workspaces.
fn hide(id: &str) {
    if let Some((sample, name)) = local::workspace(id)
        && !name.is_empty()
    {
        // An empty name takes less room than the one that is there.
        drop(local::set_workspace(id, sample, ""));
    }
}

/// All preferences that hold beside these sealed ones; nothing where nothing is sealed.
pub(in crate::browser) fn all_preferences(
    private: Option<&Private>,
) -> Option<BTreeMap<String, String>> {
    let mut preferences = local::preferences();
    preferences.extend(private?.preferences.clone());
    Some(preferences)
}

impl Vault {
    /// All preferences that hold in a locked workspace; nothing for one in the clear.
    pub(in crate::browser) fn preferences(&self) -> Option<BTreeMap<String, String>> {
        all_preferences(self.private.borrow().as_ref())
    }

    /// The agency's name, wherever it is kept.
    pub(in crate::browser) fn agency(&self) -> String {
        match &*self.private.borrow() {
            Some(private) => private.name.clone(),
            None => local::workspace(&self.id).unwrap_or_default().1,
        }
    }

    /// Keeps a preference where it belongs.
    pub(in crate::browser) fn prefer(self: &Rc<Self>, name: &str, value: String) {
        let sealed = match self.private.borrow_mut().as_mut() {
            Some(private) if !is_harmless(name) => {
                private.preferences.insert(name.to_owned(), value.clone());
                true
            }
            _ => false,
        };
        if sealed {
            self.keep_private();
        } else {
            page::prefer(name, &value);
        }
    }

    /// The agency has a new name.
    pub(super) fn rename(self: &Rc<Self>, sample: bool, name: &str) {
        let sealed = match self.private.borrow_mut().as_mut() {
            Some(private) => {
                name.clone_into(&mut private.name);
                true
            }
            None => false,
        };
        if sealed {
            self.keep_private();
        } else {
            // Only the list of workspaces shows it; a full localStorage shows elsewhere.
            drop(local::set_workspace(&self.id, sample, name));
        }
    }

    fn keep_private(self: &Rc<Self>) {
        let vault = Rc::clone(self);
        spawn_local(async move {
            let turn = vault.gate.ask();
            turn.come().await;
            if !vault.may_write() {
                return;
            }
            let batch = vault.private.borrow().as_ref().map(Private::batch);
            if let (Some(batch), Ok(store)) = (batch, vault.connected().await) {
                // A preference that is not kept is chosen again, nothing more.
                drop(store.write(batch).await);
            }
        });
    }
}
