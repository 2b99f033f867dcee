//! The workspaces of this browser: a database for each, so that none can touch another.

use std::collections::BTreeSet;

use crate::app::{KnownSet, StoredSet, Workspace};
use crate::ledger::Kind;
use crate::store::StoreError;

use super::indexed_db::IndexedDb;
use super::local::{self, LocalError};
use super::witness;

const PREFIX: &str = "congtam-";

/// The name of a workspace's database, and of its lock.
#[must_use]
pub fn database_name(workspace: &str) -> String {
    format!("{PREFIX}{workspace}")
}

/// A workspace with the name of its agency, empty while it has none.
pub type Listed = (Workspace, String);

/// All workspaces: those listed, and those whose database is found although the list is lost.
pub async fn list_workspaces() -> Vec<Listed> {
    let mut ids: BTreeSet<String> = local::workspace_ids().into_iter().collect();
    for name in IndexedDb::names().await {
        ids.extend(name.strip_prefix(PREFIX).map(str::to_owned));
    }
    ids.into_iter()
        .map(|id| {
            let (sample, name) = local::workspace(&id).unwrap_or_default();
            (Workspace { id, sample }, name)
        })
        .collect()
}

/// All workspaces with what is known of each without opening it.
pub(super) async fn stored_sets() -> Vec<StoredSet> {
    let mut sets = Vec::new();
    for (workspace, name) in list_workspaces().await {
        let canary = witness::canary(&workspace.id).await;
        // One made anew for a copy alone remembers no action: what lies there is not known.
        let known = canary.filter(|canary| canary.sequence > 0);
        sets.push(StoredSet {
            name,
            known: known.map(|canary| KnownSet {
                officials: canary.count(Kind::Official),
                actions: canary.sequence,
                copied: canary.last_backup(),
            }),
            workspace,
        });
    }
    sets
}

/// True when this browser holds a workspace, or may hold one that cannot be listed now.
pub async fn anything_stored() -> bool {
    local::current().is_some() || !list_workspaces().await.is_empty()
}

/// A new workspace, listed but not yet opened.
///
/// # Errors
/// [`LocalError`] when the list cannot be written.
pub fn new_workspace(sample: bool) -> Result<Workspace, LocalError> {
    let id = random_id();
    local::set_workspace(&id, sample, "")?;
    Ok(Workspace { id, sample })
}

/// Deletes a workspace with everything in it. It must not be open anywhere.
///
/// # Errors
/// [`StoreError::Blocked`] while a page has it open.
pub async fn delete_workspace(id: &str) -> Result<(), StoreError> {
    IndexedDb::delete(&database_name(id)).await?;
    local::forget_workspace(id);
    witness::forget(id);
    Ok(())
}

/// Twelve letters and digits nobody else has.
pub(super) fn random_id() -> String {
    use std::fmt::Write as _;

    let mut bytes = [0_u8; 6];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if !matches!(filled, Some(Ok(_))) {
        // Only uniqueness within this browser is needed, and the clock gives that.
        let now = super::now().0.to_le_bytes();
        bytes.copy_from_slice(&now[..6]);
    }
    bytes.iter().fold(String::new(), |mut id, byte| {
        write!(id, "{byte:02x}").expect("a string takes what is written");
        id
    })
}
