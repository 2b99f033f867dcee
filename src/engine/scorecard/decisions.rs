//! CT.15: of the decisions on a year's class taken in these days, the share that records what
//! follows from the result (Điều 23; Mẫu số 02, part IV). A replaced decision does not count.

use super::cut::{Cut, of_event};
use super::event::EventKind;
use super::{CardFigure, CardFinding, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut with, mut all) = (0, 0);
    for event in cut.events() {
        let EventKind::Decision { used } = event.kind else {
            continue;
        };
        all += 1;
        with += u64::from(used);
        let what = EvidenceKind::Decision(used);
        outcome
            .evidence
            .push(of_event(event, u64::from(!used), what));
    }
    if all == 0 {
        outcome.findings.push(CardFinding::NoDecisions);
    }
    outcome.figure = CardFigure::of(with, all);
    outcome
}
