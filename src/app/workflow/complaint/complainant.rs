//! Who complained: needed for nothing, kept apart from the complaint by whoever insists on it.

use crate::domain::{Complainant, ComplaintId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComplainantField {
    /// Name.
    Name,
}

/// Drafts what is kept about who complained.
///
/// # Errors
/// [`EntryError::Required`] without a name, [`EntryError::Gone`] without the complaint.
pub fn keep(
    book: &Book,
    id: ComplaintId,
    name: &str,
    contact: &str,
) -> Result<Operation, Vec<(ComplainantField, EntryError)>> {
    let refused = |error| vec![(ComplainantField::Name, error)];
    if !book.complaints.contains(id) {
        return Err(refused(EntryError::Gone));
    }
    let name = entry::text(name).ok_or_else(|| refused(EntryError::Required))?;
    let kind = Kind::Complainant;
    let action = if book.complainants.contains(id) {
        Action::Edit(kind)
    } else {
        Action::Add(kind)
    };
    let mut draft = Draft::new(book, action);
    let contact = entry::text(contact);
    draft.put(Key::Complainant(id), Complainant { name, contact });
    Ok(draft.finish())
}

/// Drafts the removal of what is kept about who complained; the complaint stays.
#[must_use]
pub fn forget(book: &Book, id: ComplaintId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Complainant));
    draft.remove(Key::Complainant(id));
    draft.finish()
}
