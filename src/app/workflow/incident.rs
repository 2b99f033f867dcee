//! The register of incidents: record, correct, add what the official says, review, remove.
//!
//! Incidents are light records for criteria that no register measures. Until the competent
//! person confirms one it counts nowhere; once confirmed, an effect is decided like a
//! complaint's ([`super::effect`]).

mod cells;

use crate::domain::{AssignmentId, Day, Incident, IncidentId, IncidentReview, Month, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError, day_between};
use super::task;

pub use cells::{IncidentCell, IncidentLine};

/// What is recorded of an incident, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewIncident {
    /// The day it happened.
    pub on: String,
    /// Key of the directive's criterion.
    pub criterion: String,
    /// Whom it is about, as typed.
    pub official: String,
    /// Which unit it is about.
    pub unit: Option<UnitId>,
    /// Which task it is about.
    pub assignment: Option<AssignmentId>,
    /// What happened.
    pub summary: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// What proves it.
    pub evidence: String,
}

/// A field of the incident's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncidentField {
    /// The day.
    On,
    /// The criterion.
    Criterion,
    /// Whom it is about.
    Official,
    /// What happened.
    Summary,
    /// Who recorded it.
    RecordedBy,
}

type Errors = Vec<(IncidentField, EntryError)>;

/// Drafts a new incident.
///
/// # Errors
/// All fields that were not taken: a person or a unit is needed.
pub fn record(book: &Book, new: &NewIncident, today: Day) -> Result<Operation, Errors> {
    let mut draft = Draft::new(book, Action::Add(Kind::Incident));
    let id = IncidentId(draft.fresh(Kind::Incident));
    let incident = read(book, None, new, today)?;
    draft.put(Key::Incident(id), incident);
    Ok(draft.finish())
}

/// Drafts a correction; explanation, review and decisions stay.
///
/// # Errors
/// All fields that were not taken: once it is reviewed, day, criterion and person stay.
pub fn correct(
    book: &Book,
    id: IncidentId,
    new: &NewIncident,
    today: Day,
) -> Result<Operation, Errors> {
    let Some(before) = book.incidents.get(id) else {
        return Err(vec![(IncidentField::Summary, EntryError::Gone)]);
    };
    let read = read(book, Some(before), new, today)?;
    let corrected = Incident {
        explanation: before.explanation.clone(),
        reviews: before.reviews.clone(),
        effects: before.effects.clone(),
        ..read
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::Incident));
    draft.put(Key::Incident(id), corrected);
    Ok(draft.finish())
}

fn read(
    book: &Book,
    known: Option<&Incident>,
    new: &NewIncident,
    today: Day,
) -> Result<Incident, Errors> {
    let mut errors = Vec::new();
    let reviewed = known.filter(|before| !before.reviews.is_empty() || !before.effects.is_empty());
    let mut keep = |field, changed: bool| {
        if changed {
            errors.push((field, EntryError::RestedOn));
        }
    };
    let on = day_between(&new.on, None, today, Month::of(today).year());
    let criterion = entry::text(&new.criterion).ok_or(EntryError::Required);
    let official = task::official(book, new.official.trim());
    if let Some(before) = reviewed {
        keep(
            IncidentField::On,
            on.as_ref().is_ok_and(|on| *on != before.on),
        );
        let other = criterion.as_ref().is_ok_and(|it| *it != before.criterion);
        keep(IncidentField::Criterion, other);
        let other = official.as_ref().is_ok_and(|it| *it != before.official);
        keep(IncidentField::Official, other);
    }
    let official = match official {
        Ok(None) if new.unit.is_none() => Err(EntryError::Required),
        other => other,
    };
    let on = on.map_err(|error| errors.push((IncidentField::On, error)));
    let criterion = criterion.map_err(|error| errors.push((IncidentField::Criterion, error)));
    let official = official.map_err(|error| errors.push((IncidentField::Official, error)));
    let (summary, recorded_by) = (entry::text(&new.summary), entry::text(&new.recorded_by));
    if summary.is_none() {
        errors.push((IncidentField::Summary, EntryError::Required));
    }
    if recorded_by.is_none() {
        errors.push((IncidentField::RecordedBy, EntryError::Required));
    }
    let (Ok(on), Ok(criterion), Ok(official), Some(summary), Some(recorded_by), true) = (
        on,
        criterion,
        official,
        summary,
        recorded_by,
        errors.is_empty(),
    ) else {
        return Err(errors);
    };
    Ok(Incident {
        on,
        criterion,
        official,
        unit: new.unit,
        assignment: new.assignment,
        summary,
        recorded_by,
        evidence: entry::text(&new.evidence),
        explanation: None,
        reviews: Vec::new(),
        effects: Vec::new(),
    })
}

/// Drafts what the official says about it; blank takes it away.
///
/// # Errors
/// [`EntryError::Gone`] without the incident.
pub fn explain(book: &Book, id: IncidentId, text: &str) -> Result<Operation, EntryError> {
    let before = book.incidents.get(id).ok_or(EntryError::Gone)?;
    let explained = Incident {
        explanation: entry::text(text),
        ..before.clone()
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::Incident));
    draft.put(Key::Incident(id), explained);
    Ok(draft.finish())
}

/// A review as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewReview {
    /// True when it is confirmed, false when dismissed; nothing while not chosen.
    pub confirmed: Option<bool>,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: String,
    /// With what document.
    pub document: String,
}

/// A field of the review's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewField {
    /// Confirmed or dismissed.
    Verdict,
    /// Who decided.
    By,
    /// When.
    On,
}

/// Drafts the review of an incident. The last one holds, and by it the effects that rested on
/// the incident count or no longer count; those before it stay recorded.
///
/// # Errors
/// All fields that were not taken.
pub fn review(
    book: &Book,
    id: IncidentId,
    new: &NewReview,
    today: Day,
) -> Result<Operation, Vec<(ReviewField, EntryError)>> {
    let Some(before) = book.incidents.get(id) else {
        return Err(vec![(ReviewField::Verdict, EntryError::Gone)]);
    };
    let mut errors = Vec::new();
    let confirmed = new.confirmed;
    if confirmed.is_none() {
        errors.push((ReviewField::Verdict, EntryError::Required));
    }
    let by = entry::text(&new.by);
    if by.is_none() {
        errors.push((ReviewField::By, EntryError::Required));
    }
    let earlier = before.review().map_or(before.on, |review| review.on);
    let on = day_between(&new.on, Some(earlier), today, Month::of(today).year())
        .map_err(|error| errors.push((ReviewField::On, error)));
    let (Some(confirmed), Some(by), Ok(on)) = (confirmed, by, on) else {
        return Err(errors);
    };
    let mut reviewed = before.clone();
    reviewed.reviews.push(IncidentReview {
        confirmed,
        by,
        on,
        document: entry::text(&new.document),
    });
    let mut draft = Draft::new(book, Action::ReviewIncident);
    draft.put(Key::Incident(id), reviewed);
    Ok(draft.finish())
}

/// True while nothing rests on an incident.
#[must_use]
pub const fn may_remove(incident: &Incident) -> bool {
    incident.reviews.is_empty() && incident.effects.is_empty()
}

/// Drafts the removal of an incident that was recorded by mistake.
///
/// # Errors
/// [`EntryError::RestedOn`] once it is reviewed or an effect is decided.
pub fn remove(book: &Book, id: IncidentId) -> Result<Operation, EntryError> {
    let incident = book.incidents.get(id).ok_or(EntryError::Gone)?;
    if !may_remove(incident) {
        return Err(EntryError::RestedOn);
    }
    let mut draft = Draft::new(book, Action::Remove(Kind::Incident));
    draft.remove(Key::Incident(id));
    Ok(draft.finish())
}

#[cfg(test)]
mod tests;
