//! Conclusions of the competent authority that set a year's class (Điều 20.4b, d).

use crate::domain::{ConclusionId, Day, Gate, GateConclusion};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};
use super::super::task;
use super::used_year;

/// A conclusion as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewConclusion {
    /// Who, as typed.
    pub official: String,
    /// Which ground; nothing while not chosen.
    pub gate: Option<Gate>,
    /// The evaluated year as typed.
    pub year: String,
    /// Who concluded.
    pub authority: String,
    /// With what document.
    pub document: String,
    /// When, as typed.
    pub on: String,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConclusionField {
    /// Who.
    Official,
    /// Which ground.
    Gate,
    /// The evaluated year.
    Year,
    /// Who concluded.
    Authority,
    /// The document.
    Document,
    /// When.
    On,
}

/// Drafts a new conclusion, or the correction of a recorded one.
///
/// # Errors
/// All fields that were not taken: everything is needed, since it sets a class.
pub fn conclude(
    book: &Book,
    id: Option<ConclusionId>,
    new: &NewConclusion,
    today: Day,
) -> Result<Operation, Vec<(ConclusionField, EntryError)>> {
    let mut errors = Vec::new();
    let official = task::official(book, new.official.trim())
        .and_then(|official| official.ok_or(EntryError::Required))
        .map_err(|error| errors.push((ConclusionField::Official, error)));
    if new.gate.is_none() {
        errors.push((ConclusionField::Gate, EntryError::Required));
    }
    let year = used_year(&new.year)
        .and_then(|year| year.ok_or(EntryError::Required))
        .map_err(|error| errors.push((ConclusionField::Year, error)));
    let (authority, document) = (entry::text(&new.authority), entry::text(&new.document));
    if authority.is_none() {
        errors.push((ConclusionField::Authority, EntryError::Required));
    }
    if document.is_none() {
        errors.push((ConclusionField::Document, EntryError::Required));
    }
    let on = entry::day(&new.on, crate::domain::Month::of(today).year())
        .and_then(|day| day.ok_or(EntryError::Required))
        .and_then(|day| {
            let late = day > today;
            if late {
                Err(EntryError::TooLate(today))
            } else {
                Ok(day)
            }
        })
        .map_err(|error| errors.push((ConclusionField::On, error)));
    let (Ok(official), Some(gate), Ok(year), Some(authority), Some(document), Ok(on)) =
        (official, new.gate, year, authority, document, on)
    else {
        return Err(errors);
    };
    let kind = Kind::GateConclusion;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    let id = id.unwrap_or_else(|| ConclusionId(draft.fresh(kind)));
    let record = GateConclusion {
        official,
        gate,
        year,
        authority,
        document,
        on,
    };
    draft.put(Key::GateConclusion(id), record);
    Ok(draft.finish())
}

/// Drafts the removal of a conclusion that was recorded by mistake.
#[must_use]
pub fn remove_conclusion(book: &Book, id: ConclusionId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::GateConclusion));
    draft.remove(Key::GateConclusion(id));
    draft.finish()
}
