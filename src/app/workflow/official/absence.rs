//! The absences of an official (Điều 11, 19.3).

use crate::domain::{Absence, AbsenceId, AbsenceKind, OfficialId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};
use super::span;

/// An absence as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAbsence {
    /// Why.
    pub kind: AbsenceKind,
    /// First day as typed.
    pub from: String,
    /// Last day as typed; empty while it lasts.
    pub to: String,
    /// The document that granted it.
    pub document: String,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceField {
    /// First day.
    From,
    /// Last day.
    To,
}

/// Drafts a new absence of an official, or the correction of a recorded one.
///
/// # Errors
/// The field that was not taken.
pub fn save_absence(
    book: &Book,
    official: OfficialId,
    id: Option<AbsenceId>,
    new: &NewAbsence,
    year: u16,
) -> Result<Operation, Vec<(AbsenceField, EntryError)>> {
    let span = span(&new.from, &new.to, year).map_err(|(last, error)| {
        let field = if last {
            AbsenceField::To
        } else {
            AbsenceField::From
        };
        vec![(field, error)]
    })?;
    let kind = Kind::Absence;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    let id = id.unwrap_or_else(|| AbsenceId(draft.fresh(kind)));
    let absence = Absence {
        official,
        kind: new.kind,
        span,
        document: entry::text(&new.document),
    };
    draft.put(Key::Absence(id), absence);
    Ok(draft.finish())
}

/// Drafts the removal of an absence that was recorded by mistake.
#[must_use]
pub fn remove_absence(book: &Book, id: AbsenceId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Absence));
    draft.remove(Key::Absence(id));
    draft.finish()
}
