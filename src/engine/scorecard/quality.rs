//! CT.3: versions assessed as not meeting the requirement, counted as b counts them: net of
//! confirmed objective causes.

use super::cut::{Cut, of_line, without_rules};
use super::{CardFigure, CardFinding, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut failures, mut tasks) = (0, 0);
    for line in cut.lines().filter(|line| line.known) {
        tasks += 1;
        outcome.people.extend(line.place.official);
        if line.failures > 0 {
            let count = u64::from(line.failures);
            failures += count;
            let what = EvidenceKind::Failed(line.failures);
            outcome.evidence.push(of_line(line, count, what));
        }
    }
    outcome.findings.extend(without_rules(cut.lines()));
    if tasks == 0 {
        outcome.findings.push(CardFinding::NoTasks);
        return outcome;
    }
    outcome.figure = CardFigure::Events {
        count: failures,
        of: Some(tasks),
    };
    outcome
}
