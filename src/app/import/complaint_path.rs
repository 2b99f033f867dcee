//! How far a row of a register brings a complaint: the same steps the screen would take.
//!
//! A register tells how a complaint stands, not each step on the way there. Steps in between
//! that need no document are passed over without a record, because nobody knows their days.
//! What the law wants written down is never made up: without its document or its day a
//! conclusion leaves the complaint under verification, and anything else leaves it where it is.

use crate::app::workflow::complaint::{document_needed, next_states};
use crate::domain::{Complaint, ComplaintState, ComplaintStep, Conclusion, Day};
use crate::files::recognise::{Field, RawRow, RawValue, Stage};

use super::report::ImportProblem;

/// Adds the steps that lead to the state of the row, and says what is lacking for others.
pub(super) fn follow(complaint: &mut Complaint, row: &RawRow, today: Day) -> Vec<ImportProblem> {
    let conclusion = match row.get(Field::Conclusion) {
        Some(RawValue::Conclusion(conclusion)) => Some(*conclusion),
        _ => None,
    };
    let stage = match row.get(Field::State) {
        Some(RawValue::Stage(stage)) => Some(*stage),
        _ => None,
    };
    let mut remarks = Vec::new();
    if stage == Some(Stage::Concluded) && conclusion.is_none() {
        if complaint.conclusion().is_some() {
            return remarks;
        }
        remarks.push(ImportProblem::MissingField(Field::Conclusion));
    }
    for state in states(stage, conclusion) {
        if is_there(complaint, state) {
            continue;
        }
        let lacking = take(complaint, state, row, today);
        if !lacking.is_empty() {
            remarks.extend(lacking);
            break;
        }
    }
    remarks
}

/// The states a row tells of, in order.
fn states(stage: Option<Stage>, conclusion: Option<Conclusion>) -> Vec<ComplaintState> {
    use ComplaintState as State;
    let closed = (stage == Some(Stage::Closed)).then_some(State::Closed);
    if let Some(conclusion) = conclusion {
        let concluded = [State::Concluded(conclusion)].into_iter();
        return concluded.chain(closed).collect();
    }
    let state = stage.map(|stage| match stage {
        Stage::Closed => State::Closed,
        Stage::Received => State::Received,
        Stage::Accepted => State::Accepted,
        Stage::Refused => State::Refused,
        Stage::Forwarded => State::Forwarded,
        Stage::Verifying | Stage::Concluded => State::Verifying,
    });
    state.into_iter().collect()
}

/// True when the book says so already; what was closed since was concluded before.
fn is_there(complaint: &Complaint, state: ComplaintState) -> bool {
    let at = complaint.state();
    let concluded = match state {
        ComplaintState::Concluded(wanted) => complaint
            .conclusion()
            .is_some_and(|(conclusion, _)| conclusion == wanted),
        _ => false,
    };
    at == state || (at == ComplaintState::Closed && concluded)
}

fn take(
    complaint: &mut Complaint,
    state: ComplaintState,
    row: &RawRow,
    today: Day,
) -> Vec<ImportProblem> {
    if !leads_to(complaint, state) {
        return vec![ImportProblem::NoSuchStep];
    }
    let before = complaint.steps.last();
    let earliest = before.map_or(complaint.received, |step| step.on);
    let document = row.text(Field::ConclusionDocument).map(str::to_owned);
    let mut lacking = Vec::new();
    if document.is_none() && document_needed(complaint, state) {
        lacking.push(ImportProblem::MissingField(Field::ConclusionDocument));
    }
    let on = match row.date(Field::ConclusionDate) {
        // The day of the conclusion is not that of the closing, for which there is no column.
        _ if state == ComplaintState::Closed => Ok(earliest.max(today)),
        Some(on) if (earliest..=today).contains(&on) => Ok(on),
        Some(_) => Err(ImportProblem::StepOutside {
            from: earliest,
            to: today,
        }),
        None => Err(ImportProblem::MissingField(Field::ConclusionDate)),
    };
    let known = on.clone().ok();
    lacking.extend(on.err());
    let verifying = ComplaintState::Verifying;
    let (state, on, document) = match known {
        Some(on) if lacking.is_empty() => (state, on, document),
        // It is being verified on the day the register is read, whenever that began.
        known if stays_under_verification(complaint, state) => {
            (verifying, known.unwrap_or(earliest.max(today)), None)
        }
        _ => return lacking,
    };
    complaint.steps.push(ComplaintStep {
        on,
        state,
        actor: None,
        document,
        note: row.text(Field::Note).map(str::to_owned),
    });
    lacking
}

/// True when a state that is not taken still says that verification has begun.
fn stays_under_verification(complaint: &Complaint, state: ComplaintState) -> bool {
    let verifying = ComplaintState::Verifying;
    let says = matches!(
        state,
        ComplaintState::Verifying | ComplaintState::Concluded(_)
    );
    says && complaint.state() != verifying
        && !document_needed(complaint, verifying)
        && leads_to(complaint, verifying)
}

/// True when the screen could lead there, by steps in between that need no document.
fn leads_to(complaint: &Complaint, state: ComplaintState) -> bool {
    let mut at = complaint.clone();
    loop {
        let next = next_states(&at);
        if next.contains(&state) {
            return true;
        }
        let between = [ComplaintState::Accepted, ComplaintState::Verifying];
        let between = between
            .into_iter()
            .find(|state| next.contains(state) && !document_needed(&at, *state));
        let Some(between) = between else {
            return false;
        };
        let on = at.steps.last().map_or(at.received, |step| step.on);
        at.steps.push(ComplaintStep {
            on,
            state: between,
            actor: None,
            document: None,
            note: None,
        });
    }
}
