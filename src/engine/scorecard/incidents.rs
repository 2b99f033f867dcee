//! CT.4 to CT.10: reminders, hand-backs without reason, confirmed incidents and substantiated
//! complaints under the criterion.
//!
//! Nothing recorded means that nothing happened only where the registers are kept: once
//! anything was recorded in them. A complaint partly right counts like one wholly right.

use crate::rules::DirectiveMeasure;

use super::cut::{Cut, of_event};
use super::event::EventKind;
use super::{CardFigure, CardFinding, Evidence, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>, criterion: usize, measure: DirectiveMeasure) -> Outcome {
    let mut outcome = Outcome {
        people: cut.people(),
        ..Outcome::default()
    };
    let (mut count, mut lost, mut not_counted) = (0, 0, 0);
    for event in cut.events() {
        let (what, undecided) = match event.kind {
            EventKind::Reminder if measure == DirectiveMeasure::Reminders => {
                (EvidenceKind::Reminder, false)
            }
            EventKind::HandBackWithoutReason
                if measure == DirectiveMeasure::HandBacksWithoutReason =>
            {
                (EvidenceKind::NoReason, false)
            }
            EventKind::Complaint {
                criterion: Some(of),
                undecided,
                ..
            } if of == criterion => (EvidenceKind::Complaint, undecided),
            EventKind::Incident {
                criterion: Some(of),
                undecided,
            } if of == criterion && measure.counts_incidents() => {
                (EvidenceKind::Incident, undecided)
            }
            EventKind::Incident {
                criterion: Some(of),
                ..
            } if of == criterion => {
                not_counted += 1;
                continue;
            }
            EventKind::Complaint {
                criterion: None, ..
            }
            | EventKind::Incident {
                criterion: None, ..
            } => {
                lost += 1;
                continue;
            }
            _ => continue,
        };
        count += 1;
        outcome.people.extend(event.place.official);
        let mut evidence = of_event(event, 1, what);
        evidence.undecided = undecided;
        outcome.evidence.push(evidence);
    }
    if lost > 0 {
        outcome.findings.push(CardFinding::WithoutCriterion(lost));
    }
    if not_counted > 0 {
        let finding = CardFinding::IncidentsNotCounted(not_counted);
        outcome.findings.push(finding);
    }
    if !cut.registers_kept() && count == 0 {
        outcome.findings.push(CardFinding::RegistersEmpty);
    } else if outcome.people.is_empty() && count == 0 {
        outcome.findings.push(CardFinding::NoPosition);
    } else {
        outcome.figure = CardFigure::Events { count, of: None };
    }
    outcome
}

/// Complaints and incidents under a criterion that something else measures: they stand beside
/// its figure and count for nothing in it.
pub(super) fn beside(cut: &Cut<'_>, criterion: usize, measure: DirectiveMeasure) -> Vec<Evidence> {
    if measure.counts_complaints() {
        return Vec::new();
    }
    let found = cut.events().filter_map(|event| {
        let (of, what, undecided) = match event.kind {
            EventKind::Complaint {
                criterion,
                undecided,
                ..
            } => (criterion, EvidenceKind::Complaint, undecided),
            EventKind::Incident {
                criterion,
                undecided,
            } => (criterion, EvidenceKind::Incident, undecided),
            _ => return None,
        };
        let mut evidence = of_event(event, 0, what);
        evidence.undecided = undecided;
        (of == Some(criterion)).then_some(evidence)
    });
    found.collect()
}
