//! The next dated step of a complaint: only forward, or reopened by a document.

use crate::domain::{Complaint, ComplaintId, ComplaintState, ComplaintStep, Conclusion, Day};
use crate::ledger::{Action, Book, Draft, Key, Operation};

use crate::app::law;

use super::super::entry::{self, EntryError, day_between};

const STATES: [(&str, ComplaintState); 12] = [
    ("received", ComplaintState::Received),
    ("accepted", ComplaintState::Accepted),
    ("refused", ComplaintState::Refused),
    ("forwarded", ComplaintState::Forwarded),
    ("verifying", ComplaintState::Verifying),
    (
        "substantiated",
        ComplaintState::Concluded(Conclusion::Substantiated),
    ),
    (
        "partly",
        ComplaintState::Concluded(Conclusion::PartlySubstantiated),
    ),
    (
        "unfounded",
        ComplaintState::Concluded(Conclusion::Unfounded),
    ),
    (
        "not_established",
        ComplaintState::Concluded(Conclusion::NotEstablished),
    ),
    (
        "withdrawn",
        ComplaintState::Concluded(Conclusion::Withdrawn),
    ),
    ("closed", ComplaintState::Closed),
    ("extended", ComplaintState::Extended),
];

/// The conclusions a verification, or another body, may reach.
const FINDINGS: [Conclusion; 5] = [
    Conclusion::Substantiated,
    Conclusion::PartlySubstantiated,
    Conclusion::Unfounded,
    Conclusion::NotEstablished,
    Conclusion::Withdrawn,
];

/// The key a form stores for a state.
#[must_use]
pub fn state_key(state: ComplaintState) -> &'static str {
    let found = STATES.iter().find(|(_, other)| *other == state);
    found.map_or("received", |(key, _)| key)
}

/// The state of a form's key.
#[must_use]
pub fn state_of(key: &str) -> Option<ComplaintState> {
    let found = STATES.iter().find(|(other, _)| *other == key);
    found.map(|(_, state)| *state)
}

/// The states a complaint may come to next. It never goes back; a concluded one is verified
/// again only by a document, and the earlier conclusion stays in its history. One that was
/// linked to another is taken up on its own again by a document too. Linking has a form of its
/// own: [`super::link`].
#[must_use]
pub fn next_states(complaint: &Complaint) -> Vec<ComplaintState> {
    use ComplaintState as State;
    let withdrawn = State::Concluded(Conclusion::Withdrawn);
    let extended = law()
        .complaint
        .can_extend(complaint)
        .then_some(State::Extended);
    let findings = || FINDINGS.map(State::Concluded).into_iter();
    let came_by = |state: State| complaint.steps.iter().any(|step| step.state == state);
    match complaint.state() {
        State::Received => vec![State::Accepted, State::Refused, State::Forwarded, withdrawn],
        State::Accepted => [State::Verifying, State::Forwarded, withdrawn]
            .into_iter()
            .chain(extended)
            .collect(),
        State::Extended if !came_by(State::Verifying) => {
            [State::Verifying, State::Forwarded, withdrawn]
                .into_iter()
                .chain(extended)
                .collect()
        }
        State::Verifying | State::Extended => findings()
            .chain([State::Forwarded])
            .chain(extended)
            .collect(),
        State::Forwarded => findings().chain([State::Closed]).collect(),
        State::Refused => vec![State::Closed],
        State::Concluded(_) => vec![State::Closed, State::Verifying],
        State::Closed if complaint.conclusion().is_some() => vec![State::Verifying],
        State::Closed => Vec::new(),
        State::Linked(_) if came_by(State::Accepted) => vec![State::Verifying],
        State::Linked(_) => vec![State::Accepted],
    }
}

/// True when a step needs the number of its document: refusing, forwarding, concluding on the
/// substance and taking up again what was concluded or linked to another.
#[must_use]
pub fn document_needed(complaint: &Complaint, to: ComplaintState) -> bool {
    match to {
        ComplaintState::Refused | ComplaintState::Forwarded | ComplaintState::Extended => true,
        ComplaintState::Concluded(conclusion) => conclusion != Conclusion::Withdrawn,
        ComplaintState::Verifying => {
            complaint.conclusion().is_some() || complaint.linked_to().is_some()
        }
        ComplaintState::Accepted => complaint.linked_to().is_some(),
        ComplaintState::Received | ComplaintState::Closed | ComplaintState::Linked(_) => false,
    }
}

/// How many of those who acted before are offered.
const OFFERED: usize = 8;

/// Who acted on a complaint last, then who acted on others, the latest first.
#[must_use]
pub fn actors(book: &Book, id: ComplaintId) -> Vec<String> {
    let all = book.complaints.iter();
    let mut steps: Vec<_> = all
        .flat_map(|(of, complaint)| complaint.steps.iter().map(move |step| (of == id, step)))
        .collect();
    steps.sort_by_key(|(own, step)| std::cmp::Reverse((*own, step.on)));
    let mut found: Vec<String> = Vec::new();
    for actor in steps.iter().filter_map(|(_, step)| step.actor.as_ref()) {
        if found.len() < OFFERED && !found.contains(actor) {
            found.push(actor.clone());
        }
    }
    found
}

/// A step as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewStep {
    /// The state reached; nothing while not chosen.
    pub state: Option<ComplaintState>,
    /// When.
    pub on: String,
    /// Who acted.
    pub actor: String,
    /// With what document.
    pub document: String,
    /// Free note.
    pub note: String,
}

/// A field of the step's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepField {
    /// The state.
    State,
    /// When.
    On,
    /// Who acted.
    Actor,
    /// The document.
    Document,
}

/// Drafts the next step of a complaint.
///
/// # Errors
/// All fields that were not taken: a state that does not follow, a day before the step before
/// it or after today, nobody who acted, a missing document.
pub fn advance(
    book: &Book,
    id: ComplaintId,
    new: &NewStep,
    today: Day,
) -> Result<Operation, Vec<(StepField, EntryError)>> {
    let Some(complaint) = book.complaints.get(id) else {
        return Err(vec![(StepField::State, EntryError::Gone)]);
    };
    let mut errors = Vec::new();
    let state = new.state.ok_or(EntryError::Required).and_then(|state| {
        let follows = next_states(complaint).contains(&state);
        if follows {
            Ok(state)
        } else {
            Err(EntryError::NoSuchStep)
        }
    });
    let state = state.map_err(|error| errors.push((StepField::State, error)));
    let before = complaint
        .steps
        .last()
        .map_or(complaint.received, |step| step.on);
    let year = crate::domain::Month::of(today).year();
    let on = day_between(&new.on, Some(before), today, year)
        .map_err(|error| errors.push((StepField::On, error)));
    let actor = entry::text(&new.actor);
    if actor.is_none() {
        errors.push((StepField::Actor, EntryError::Required));
    }
    let document = entry::text(&new.document);
    if document.is_none() && state.is_ok_and(|state| document_needed(complaint, state)) {
        errors.push((StepField::Document, EntryError::Required));
    }
    let (Ok(state), Ok(on), true) = (state, on, errors.is_empty()) else {
        return Err(errors);
    };
    let mut moved = complaint.clone();
    moved.steps.push(ComplaintStep {
        on,
        state,
        actor,
        document,
        note: entry::text(&new.note),
    });
    let mut draft = Draft::new(book, Action::AdvanceComplaint);
    draft.put(Key::Complaint(id), moved);
    Ok(draft.finish())
}
