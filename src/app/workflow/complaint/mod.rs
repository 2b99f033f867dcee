//! The path of a complaint: record, correct, move on, link to another one about the same case.

mod cells;
mod complainant;
mod link;
mod step;

use crate::domain::{AssignmentId, Complaint, ComplaintId, ComplaintState, Day, Grounds, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError, day_between};
use super::task;

pub use cells::{ComplaintCell, ComplaintLine};
pub use complainant::{ComplainantField, forget, keep};
pub use link::{LinkField, NewLink, candidates, link, may_link, way};
pub use step::{
    NewStep, StepField, actors, advance, document_needed, next_states, state_key, state_of,
};

/// What is recorded of a complaint, as typed. Who complained has no field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewComplaint {
    /// Number in the register; empty takes the next one.
    pub number: String,
    /// Day of receipt.
    pub received: String,
    /// Key of the channel.
    pub channel: String,
    /// Key of the directive's criterion; empty while undetermined.
    pub criterion: String,
    /// Key of the kind of procedure; empty while undetermined.
    pub procedure: String,
    /// Whom it is about, as typed.
    pub official: String,
    /// Which unit it is about.
    pub unit: Option<UnitId>,
    /// Which task it is about.
    pub assignment: Option<AssignmentId>,
    /// Dossier number.
    pub dossier: String,
    /// What it says.
    pub summary: String,
    /// What bears on its time limits.
    pub grounds: Grounds,
}

/// A field of the complaint's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComplaintField {
    /// Number.
    Number,
    /// Day of receipt.
    Received,
    /// Whom it is about.
    Official,
    /// What it says.
    Summary,
}

type Errors = Vec<(ComplaintField, EntryError)>;

/// Drafts a new complaint.
///
/// # Errors
/// All fields that were not taken.
pub fn record(book: &Book, new: &NewComplaint, today: Day, year: u16) -> Result<Operation, Errors> {
    let mut draft = Draft::new(book, Action::Add(Kind::Complaint));
    let id = ComplaintId(draft.fresh(Kind::Complaint));
    let complaint = read(book, None, new, today, year)?;
    draft.put(Key::Complaint(id), complaint);
    ground(&mut draft, id, new.grounds);
    Ok(draft.finish())
}

/// Drafts a correction of what is recorded; its steps and decisions stay.
///
/// # Errors
/// All fields that were not taken: the day of receipt stays before the first step, and the
/// person stays once an effect on their score was decided.
pub fn correct(
    book: &Book,
    id: ComplaintId,
    new: &NewComplaint,
    today: Day,
    year: u16,
) -> Result<Operation, Errors> {
    let mut draft = Draft::new(book, Action::Edit(Kind::Complaint));
    let Some(before) = book.complaints.get(id) else {
        return Err(vec![(ComplaintField::Number, EntryError::Gone)]);
    };
    let read = read(book, Some((id, before)), new, today, year)?;
    let corrected = Complaint {
        steps: before.steps.clone(),
        effects: before.effects.clone(),
        ..read
    };
    draft.put(Key::Complaint(id), corrected);
    ground(&mut draft, id, new.grounds);
    Ok(draft.finish())
}

/// Keeps what bears on the time limits, while there is anything.
fn ground(draft: &mut Draft<'_>, id: ComplaintId, grounds: Grounds) {
    if grounds == Grounds::default() {
        draft.remove(Key::Grounds(id));
    } else {
        draft.put(Key::Grounds(id), grounds);
    }
}

/// Drafts the removal of a complaint that was recorded by mistake, and with it of what is kept
/// about who complained.
///
/// # Errors
/// [`EntryError::RestedOn`] once a step or a decision is recorded or another one is linked to it.
pub fn remove(book: &Book, id: ComplaintId) -> Result<Operation, EntryError> {
    let complaint = book.complaints.get(id).ok_or(EntryError::Gone)?;
    if !may_remove(book, id, complaint) {
        return Err(EntryError::RestedOn);
    }
    let mut draft = Draft::new(book, Action::Remove(Kind::Complaint));
    draft.remove(Key::Complainant(id));
    draft.remove(Key::Grounds(id));
    draft.remove(Key::Complaint(id));
    Ok(draft.finish())
}

/// True while nothing rests on a complaint.
#[must_use]
pub fn may_remove(book: &Book, id: ComplaintId, complaint: &Complaint) -> bool {
    let mut steps = book.complaints.iter().flat_map(|(_, other)| &other.steps);
    let linked = steps.any(|step| step.state == ComplaintState::Linked(id));
    complaint.steps.is_empty() && complaint.effects.is_empty() && !linked
}

fn read(
    book: &Book,
    known: Option<(ComplaintId, &Complaint)>,
    new: &NewComplaint,
    today: Day,
    year: u16,
) -> Result<Complaint, Errors> {
    let mut errors = Vec::new();
    let first_step = known.and_then(|(_, before)| before.steps.first().map(|step| step.on));
    let received = day_between(&new.received, None, first_step.unwrap_or(today), year)
        .map_err(|error| errors.push((ComplaintField::Received, error)));
    let official = task::official(book, new.official.trim())
        .and_then(|official| match known {
            Some((_, before)) if before.official != official && !before.effects.is_empty() => {
                Err(EntryError::RestedOn)
            }
            _ => Ok(official),
        })
        .map_err(|error| errors.push((ComplaintField::Official, error)));
    let number = entry::text(&new.number).unwrap_or_else(|| next_number(book));
    if number_taken(book, known.map(|(id, _)| id), &number) {
        errors.push((ComplaintField::Number, EntryError::Taken(number.clone())));
    }
    let summary = entry::text(&new.summary);
    if summary.is_none() {
        errors.push((ComplaintField::Summary, EntryError::Required));
    }
    let (Ok(received), Ok(official), Some(summary), true) =
        (received, official, summary, errors.is_empty())
    else {
        return Err(errors);
    };
    Ok(Complaint {
        number,
        received,
        channel: new.channel.clone(),
        criterion: entry::text(&new.criterion),
        procedure: entry::text(&new.procedure),
        official,
        unit: new.unit,
        assignment: new.assignment,
        dossier: entry::text(&new.dossier),
        summary,
        steps: Vec::new(),
        effects: Vec::new(),
    })
}

/// Whether another complaint has a number.
fn number_taken(book: &Book, id: Option<ComplaintId>, number: &str) -> bool {
    let mut others = book.complaints.iter();
    others.any(|(other, it)| Some(other) != id && it.number == number)
}

/// The number after the one recorded last: `PA.014` after `PA.013`.
#[must_use]
pub fn next_number(book: &Book) -> String {
    let last = book.complaints.iter().next_back();
    let last = last.map_or("PA.000", |(_, complaint)| complaint.number.as_str());
    number_after(last, |number| number_taken(book, None, number))
}

/// The first number after another that is not taken.
fn number_after(last: &str, taken: impl Fn(&str) -> bool) -> String {
    let digits = last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, digits) = last.split_at(digits);
    let Ok(number) = digits.parse::<u32>() else {
        return format!("{last}.1");
    };
    let after = (number.saturating_add(1)..).map(|number| {
        let width = digits.len();
        format!("{stem}{number:0width$}")
    });
    after
        .into_iter()
        .find(|number| !taken(number))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
