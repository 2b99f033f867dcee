//! Taking tasks away.

use crate::domain::AssignmentId;
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::EntryError;
use super::super::lock;
use super::drafted;

/// Drafts the removal of tasks.
///
/// # Errors
/// [`EntryError::Locked`] when one counts in a confirmed period.
pub fn remove(book: &Book, ids: &[AssignmentId]) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Remove(Kind::Assignment));
    for id in ids {
        lock::check_task(book, &drafted(&draft, *id)?)?;
        draft.remove(Key::Assignment(*id));
    }
    Ok(draft.finish())
}
