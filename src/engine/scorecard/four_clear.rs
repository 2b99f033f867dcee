//! CT.13: the share of the unit's tasks with a lead person, a product, who answers for it and a
//! deadline, that nobody else was given at the same time.
//!
//! Where for no task of the agency it is recorded who answers for it, nobody keeps that record,
//! so the whole is not measured; the other three are still counted.

use super::cut::{Cut, of_line};
use super::{CardFigure, CardFinding, Detail, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut clear, mut tasks, mut overlapping) = (0, 0, 0);
    let mut parts = [0; 4];
    for line in cut.lines() {
        tasks += 1;
        for (part, is_clear) in parts.iter_mut().zip(line.clear) {
            *part += u64::from(is_clear);
        }
        overlapping += u64::from(line.overlaps);
        if line.clear != [true; 4] {
            let what = EvidenceKind::Unclear(line.clear);
            outcome.evidence.push(of_line(line, 1, what));
        } else if line.overlaps {
            outcome
                .evidence
                .push(of_line(line, 1, EvidenceKind::Overlap));
        } else {
            clear += 1;
        }
    }
    if tasks == 0 {
        outcome.findings.push(CardFinding::NoTasks);
        return outcome;
    }
    outcome.detail = Detail::Clear { parts, overlapping };
    if cut.facts.answers_recorded {
        outcome.figure = CardFigure::of(clear, tasks);
    } else {
        outcome.findings.push(CardFinding::NobodyAnswers);
    }
    outcome
}
