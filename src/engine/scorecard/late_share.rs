//! CT.12: the share of the unit's tasks that are not late, of those whose deadline is over.
//!
//! Conclusions of inspections stand beside it: they are too few and too unlike to be a share.
//! A task handed back is judged where it was taken over.

use super::cut::{Cut, count, of_event, of_line, without_rules};
use super::event::EventKind;
use super::line::Ending;
use super::{CardFigure, CardFinding, Detail, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut in_time, mut due) = (0, 0);
    for line in cut
        .due()
        .filter(|line| line.known && line.ending != Ending::HandedBack)
    {
        due += 1;
        if line.late > 0 {
            let what = EvidenceKind::Late(line.late, line.late_days);
            outcome.evidence.push(of_line(line, 1, what));
        } else if let Some(days) = line.overdue {
            let what = EvidenceKind::Overdue(days);
            outcome.evidence.push(of_line(line, 1, what));
        } else {
            in_time += 1;
        }
    }
    let inspected = |kind| {
        matches!(
            kind,
            EventKind::Complaint {
                inspection: true,
                ..
            }
        )
    };
    let inspections = cut.events().filter(|event| inspected(event.kind));
    let inspections = inspections.map(|event| of_event(event, 0, EvidenceKind::Inspection));
    let inspections: Vec<_> = inspections.collect();
    outcome.detail = Detail::Inspections(count(inspections.iter()));
    outcome.evidence.extend(inspections);
    outcome.findings.extend(without_rules(cut.due()));
    outcome.figure = CardFigure::of(in_time, due);
    if due == 0 {
        outcome.findings.push(CardFinding::NothingDue);
    }
    outcome
}
