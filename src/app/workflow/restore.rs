//! Restores a backup that was read: first what it would do, then one operation.

use crate::app::Model;
use crate::files::backup::{self, Backup, RestoreMode, RestorePreview};
use crate::ledger::Operation;

/// What restoring would change in the open workspace.
#[must_use]
pub fn preview(model: &Model, backup: &Backup) -> RestorePreview {
    backup::preview(&model.book, &model.workspace.id, backup)
}

/// The operation that restores it: undoable like any other.
#[must_use]
pub fn restore(model: &Model, backup: &Backup, mode: RestoreMode) -> Operation {
    backup::restore(&model.book, backup, mode)
}
