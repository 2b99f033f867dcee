//! CT.1: the share of assigned tasks completed, of those whose deadline is over.
//!
//! A task handed back stays with who gave it back and is not completed there, as in a
//! (Điều 18.1d).

use super::cut::{Cut, of_line};
use super::line::Ending;
use super::{CardFigure, CardFinding, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let (mut completed, mut due) = (0, 0);
    let mut evidence = Vec::new();
    for line in cut.due() {
        due += 1;
        if line.ending == Ending::Completed {
            completed += 1;
        } else {
            let what = if line.ending == Ending::HandedBack {
                EvidenceKind::HandedBack
            } else {
                EvidenceKind::NotCompleted
            };
            evidence.push(of_line(line, 1, what));
        }
    }
    let findings = if due == 0 {
        vec![CardFinding::NothingDue]
    } else {
        Vec::new()
    };
    Outcome {
        figure: CardFigure::of(completed, due),
        findings,
        evidence,
        ..Outcome::default()
    }
}
