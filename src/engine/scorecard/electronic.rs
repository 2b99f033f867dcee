//! CT.11: the share of dossiers handled electronically and on time, where it is recorded.

use super::cut::{Cut, of_event};
use super::event::EventKind;
use super::{CardFigure, CardFinding, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut electronically, mut all, mut impossible) = (0, 0, 0);
    for event in cut.events() {
        let EventKind::Dossiers {
            handled,
            electronic,
        } = event.kind
        else {
            continue;
        };
        let Some(missed) = handled.checked_sub(electronic) else {
            impossible += 1;
            continue;
        };
        electronically += u64::from(electronic);
        all += u64::from(handled);
        let what = EvidenceKind::Dossiers(handled, electronic);
        outcome
            .evidence
            .push(of_event(event, u64::from(missed), what));
    }
    if impossible > 0 {
        let finding = CardFinding::ImpossibleDossiers(impossible);
        outcome.findings.push(finding);
    }
    outcome.figure = CardFigure::of(electronically, all);
    if all == 0 {
        outcome.findings.push(CardFinding::NoDossiers);
    }
    outcome
}
