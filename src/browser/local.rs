//! What is kept in localStorage: preferences, drafts, canaries, the list of workspaces.
//!
//! Small things only, and nothing that cannot be lost, except that the canary knows what
//! the store should hold. Where a browser gives no localStorage, nothing is kept.

use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage};

use crate::app::is_harmless;
use crate::ledger::Moment;
use crate::store::Canary;

const PREFERENCES: &str = "congtam.preferences";
const CURRENT: &str = "congtam.current";
const CANARY: &str = "congtam.canary.";
const DRAFT: &str = "congtam.draft.";
const WORKSPACE: &str = "congtam.workspace.";
const FORMAT: &str = "congtam.format.";
const TRIES: &str = "congtam.tries.";

/// A place in localStorage could not be written: it is full, or there is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("localStorage does not take it")]
pub struct LocalError;

/// True when the browser gives this page localStorage; asking for it may be refused.
fn available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

fn get<T: for<'de> serde::Deserialize<'de>>(key: &str) -> Option<T> {
    if available() {
        LocalStorage::get(key).ok()
    } else {
        None
    }
}

fn set<T: serde::Serialize>(key: &str, value: T) -> Result<(), LocalError> {
    if available() {
        LocalStorage::set(key, value).map_err(|_| LocalError)
    } else {
        Err(LocalError)
    }
}

fn delete(key: &str) {
    if available() {
        LocalStorage::delete(key);
    }
}

/// The names of all keys with a prefix, without it.
fn names_after(prefix: &str) -> Vec<String> {
    if !available() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let count = storage.length().unwrap_or(0);
    let key = |at| storage.key(at).ok().flatten();
    let name = |key: String| key.strip_prefix(prefix).map(str::to_owned);
    let mut names: Vec<String> = (0..count).filter_map(key).filter_map(name).collect();
    names.sort();
    names
}

/// What the user prefers on this machine, by name.
#[must_use]
pub fn preferences() -> BTreeMap<String, String> {
    get(PREFERENCES).unwrap_or_default()
}

/// Keeps one preference.
///
/// # Errors
/// [`LocalError`] when there is no room.
pub fn prefer(name: &str, value: &str) -> Result<(), LocalError> {
    let mut preferences = preferences();
    preferences.insert(name.to_owned(), value.to_owned());
    set(PREFERENCES, preferences)
}

/// Takes the preferences away that tell something of somebody, and gives them.
///
/// # Errors
/// [`LocalError`] when they could not be taken away.
pub(super) fn take_telling() -> Result<BTreeMap<String, String>, LocalError> {
    let (harmless, telling): (BTreeMap<_, _>, _) = preferences()
        .into_iter()
        .partition(|(name, _)| is_harmless(name));
    if !telling.is_empty() {
        set(PREFERENCES, harmless)?;
    }
    Ok(telling)
}

/// Wrong secrets in a row for a workspace, and when the last one was tried.
pub(super) fn tries(workspace: &str) -> (u32, Moment) {
    let (wrong, at) = get(&format!("{TRIES}{workspace}")).unwrap_or_default();
    (wrong, Moment(at))
}

/// Remembers wrong secrets; without room the wait is kept no longer than the page.
pub(super) fn set_tries(workspace: &str, wrong: u32, at: Moment) -> Result<(), LocalError> {
    set(&format!("{TRIES}{workspace}"), (wrong, at.0))
}

/// Forgets wrong secrets after a right one.
pub(super) fn forget_tries(workspace: &str) {
    delete(&format!("{TRIES}{workspace}"));
}

/// The workspace used last.
#[must_use]
pub fn current() -> Option<String> {
    get(CURRENT)
}

/// Remembers the workspace in use.
///
/// # Errors
/// [`LocalError`] when there is no room.
pub fn set_current(workspace: &str) -> Result<(), LocalError> {
    set(CURRENT, workspace)
}

/// What a workspace held when it was last saved, if it ever was.
#[must_use]
pub fn canary(workspace: &str) -> Option<Canary> {
    get(&format!("{CANARY}{workspace}"))
}

/// Remembers what a workspace holds.
///
/// # Errors
/// [`LocalError`] when there is no room.
pub fn set_canary(canary: &Canary) -> Result<(), LocalError> {
    set(&format!("{CANARY}{}", canary.workspace), canary)
}

/// The newest format of any build that wrote a workspace, if one remembered it.
pub(super) fn format(workspace: &str) -> Option<u16> {
    get(&format!("{FORMAT}{workspace}"))
}

/// Remembers the format of the build that writes a workspace.
pub(super) fn set_format(workspace: &str, format: u16) -> Result<(), LocalError> {
    set(&format!("{FORMAT}{workspace}"), format)
}

/// Text typed and not committed, if any was kept under this name.
#[must_use]
pub fn draft(name: &str) -> Option<String> {
    get(&format!("{DRAFT}{name}"))
}

/// Keeps text typed and not committed.
///
/// # Errors
/// [`LocalError`] when there is no room.
pub fn keep_draft(name: &str, text: &str) -> Result<(), LocalError> {
    set(&format!("{DRAFT}{name}"), text)
}

/// Forgets a draft.
pub fn drop_draft(name: &str) {
    delete(&format!("{DRAFT}{name}"));
}

/// What the list of workspaces knows of one: whether it is a sample, and its agency's name.
pub(super) fn workspace(id: &str) -> Option<(bool, String)> {
    get(&format!("{WORKSPACE}{id}"))
}

pub(super) fn set_workspace(id: &str, sample: bool, name: &str) -> Result<(), LocalError> {
    set(&format!("{WORKSPACE}{id}"), (sample, name))
}

/// The listed workspaces.
pub(super) fn workspace_ids() -> Vec<String> {
    names_after(WORKSPACE)
}

/// Forgets everything about a workspace.
pub(super) fn forget_workspace(id: &str) {
    for prefix in [WORKSPACE, CANARY, FORMAT, TRIES] {
        delete(&format!("{prefix}{id}"));
    }
    if current().as_deref() == Some(id) {
        delete(CURRENT);
    }
}
