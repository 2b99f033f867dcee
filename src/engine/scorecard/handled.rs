//! CT.14: the share of late tasks with a recorded handling or apology slip since they were late,
//! and how fast it came.

use super::super::terms::days_between;
use super::cut::{Cut, of_line};
use super::{CardFigure, CardFinding, Detail, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut handled, mut late) = (0, 0);
    let (mut days, mut longest) = (0, 0);
    for line in cut.lines().filter(|line| line.is_late()) {
        late += 1;
        match line.handled {
            Some(on) => {
                handled += 1;
                let after = days_between(line.day, on.max(line.day));
                days += u64::from(after);
                longest = longest.max(u64::from(after));
                let what = EvidenceKind::Handled(after);
                outcome.evidence.push(of_line(line, 0, what));
            }
            None => outcome
                .evidence
                .push(of_line(line, 1, EvidenceKind::NotHandled)),
        }
    }
    if late == 0 {
        outcome.findings.push(CardFinding::NothingLate);
    }
    outcome.figure = CardFigure::of(handled, late);
    if handled > 0 {
        outcome.detail = Detail::Handling {
            days,
            longest,
            tasks: handled,
        };
    }
    outcome
}
