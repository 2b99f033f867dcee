//! CT.4 to CT.10: reminders, hand-backs without reason, confirmed incidents, substantiated
//! complaints under the criterion, and conclusions of the authority (CT.9).
//!
//! Nothing recorded means that nothing happened only where the criterion's own registers are
//! kept. Where they are not, what is recorded counts for whom it is about and for nobody else.
//! A complaint partly right counts like one wholly right.

use crate::rules::DirectiveMeasure;

use super::cut::{Cut, of_event};
use super::event::{About, EventKind};
use super::registers::Register;
use super::{CardFigure, CardFinding, Evidence, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>, criterion: usize, measure: DirectiveMeasure) -> Outcome {
    let unkept = Register::needed(measure)
        .iter()
        .filter(|register| !cut.is_kept(**register));
    let unkept: Vec<_> = unkept.map(|it| CardFinding::NotKept(*it)).collect();
    let mut outcome = Outcome::default();
    if unkept.is_empty() {
        outcome.people = cut.people();
    }
    let own = About::Criterion(criterion);
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
            EventKind::Conclusion if measure == DirectiveMeasure::SubstantiatedComplaints => {
                (EvidenceKind::Conclusion, false)
            }
            EventKind::Complaint {
                about, undecided, ..
            } if about == own => (EvidenceKind::Complaint, undecided),
            EventKind::Incident { about, undecided }
                if about == own && measure.counts_incidents() =>
            {
                (EvidenceKind::Incident, undecided)
            }
            EventKind::Incident { about, .. } if about == own => {
                not_counted += 1;
                continue;
            }
            EventKind::Complaint {
                about: About::Unknown,
                ..
            }
            | EventKind::Incident {
                about: About::Unknown,
                ..
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
    if count > 0 || !outcome.people.is_empty() {
        outcome.figure = CardFigure::Events { count, of: None };
    } else if unkept.is_empty() {
        outcome.findings.push(CardFinding::NoPosition);
    }
    outcome.findings.extend(unkept);
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
                about, undecided, ..
            } => (about, EvidenceKind::Complaint, undecided),
            EventKind::Incident { about, undecided } => (about, EvidenceKind::Incident, undecided),
            _ => return None,
        };
        let mut evidence = of_event(event, 0, what);
        evidence.undecided = undecided;
        (of == About::Criterion(criterion)).then_some(evidence)
    });
    found.collect()
}
