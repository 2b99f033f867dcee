//! Two complaints about the same case: one is followed, the other is linked to it.
//!
//! A linked complaint counts nowhere, whatever was concluded on it before.

use crate::domain::{Complaint, ComplaintId, ComplaintState, ComplaintStep, Day, Month};
use crate::ledger::{Action, Book, Draft, Key, Operation};

use super::super::entry::{self, EntryError, day_between};

/// A link as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewLink {
    /// The complaint followed in its place.
    pub other: Option<ComplaintId>,
    /// When the two were found to be the same case.
    pub on: String,
    /// Who found it.
    pub actor: String,
    /// With what document.
    pub document: String,
    /// Free note.
    pub note: String,
}

/// A field of the link's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkField {
    /// The other complaint.
    Other,
    /// When.
    On,
    /// Who found it.
    Actor,
}

/// True while a complaint may be linked to another one: it is neither closed, refused nor linked.
#[must_use]
pub fn may_link(complaint: &Complaint) -> bool {
    !matches!(
        complaint.state(),
        ComplaintState::Closed | ComplaintState::Refused | ComplaintState::Linked(_)
    )
}

/// The complaints a complaint leads to by its links, in order; the last one is followed in its
/// place. Empty for one that is not linked.
#[must_use]
pub fn way(book: &Book, id: ComplaintId) -> Vec<ComplaintId> {
    let links = |id| book.complaints.get(id).and_then(Complaint::linked_to);
    let (mut way, mut at) = (Vec::new(), links(id));
    while let Some(next) = at.filter(|next| *next != id && !way.contains(next)) {
        way.push(next);
        at = links(next);
    }
    way
}

/// The complaints one may be linked to, latest received first: those not linked themselves and
/// not followed under it.
#[must_use]
pub fn candidates(book: &Book, id: ComplaintId) -> Vec<ComplaintId> {
    let all = book.complaints.iter();
    let mut fit: Vec<_> = all
        .filter(|(other, complaint)| *other != id && complaint.linked_to().is_none())
        .map(|(other, complaint)| (complaint.received, other))
        .collect();
    fit.sort_unstable_by_key(|place| std::cmp::Reverse(*place));
    fit.into_iter().map(|(_, other)| other).collect()
}

/// Drafts the link of a complaint to the one followed in its place.
///
/// # Errors
/// All fields that were not taken: [`EntryError::LinkedElsewhere`] for another one that is
/// itself linked (so no circle can arise), a day before the last step or after today, nobody who
/// found it.
pub fn link(
    book: &Book,
    id: ComplaintId,
    new: &NewLink,
    today: Day,
) -> Result<Operation, Vec<(LinkField, EntryError)>> {
    let Some(complaint) = book.complaints.get(id) else {
        return Err(vec![(LinkField::Other, EntryError::Gone)]);
    };
    if !may_link(complaint) {
        return Err(vec![(LinkField::Other, EntryError::NoSuchStep)]);
    }
    let mut errors = Vec::new();
    let other = other(book, id, new.other).map_err(|error| errors.push((LinkField::Other, error)));
    let before = complaint.steps.last();
    let before = before.map_or(complaint.received, |step| step.on);
    let on = day_between(&new.on, Some(before), today, Month::of(today).year());
    let on = on.map_err(|error| errors.push((LinkField::On, error)));
    let actor = entry::text(&new.actor);
    if actor.is_none() {
        errors.push((LinkField::Actor, EntryError::Required));
    }
    let (Ok(other), Ok(on), Some(actor)) = (other, on, actor) else {
        return Err(errors);
    };
    let mut linked = complaint.clone();
    linked.steps.push(ComplaintStep {
        on,
        state: ComplaintState::Linked(other),
        actor: Some(actor),
        document: entry::text(&new.document),
        note: entry::text(&new.note),
    });
    let mut draft = Draft::new(book, Action::AdvanceComplaint);
    draft.put(Key::Complaint(id), linked);
    Ok(draft.finish())
}

fn other(
    book: &Book,
    id: ComplaintId,
    other: Option<ComplaintId>,
) -> Result<ComplaintId, EntryError> {
    let other = other
        .filter(|other| *other != id)
        .ok_or(EntryError::Required)?;
    let complaint = book.complaints.get(other).ok_or(EntryError::Gone)?;
    if complaint.linked_to().is_none() {
        return Ok(other);
    }
    let end = way(book, other).pop();
    let end = end.and_then(|end| book.complaints.get(end));
    let number = end.map(|end| end.number.clone()).unwrap_or_default();
    Err(EntryError::LinkedElsewhere(number))
}
