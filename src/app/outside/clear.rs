//! Copies in the clear of a workspace that is locked: never before the user agreed to them.

use crate::app::Model;

use super::WANTED;

/// The preference that remembers the consent, for one workspace.
#[must_use]
pub fn clear_preference(workspace: &str) -> String {
    format!("copies-in-clear.{workspace}")
}

/// True when copies may be made by themselves: the data are not locked, or it was agreed that
/// their copies are in the clear.
#[must_use]
pub fn may_copy_in_clear(model: &Model) -> bool {
    let name = clear_preference(&model.workspace.id);
    let agreed = model
        .preferences
        .get(&name)
        .is_some_and(|said| said == WANTED);
    !model.lock.on || agreed
}
