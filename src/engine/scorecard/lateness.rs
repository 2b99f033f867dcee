//! CT.2: late occurrences, counted as c counts them: net of confirmed objective causes and of
//! extensions, milestones each on their own, under the reading in force.

use super::cut::{Cut, of_line, without_rules};
use super::{CardFigure, CardFinding, Detail, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut late, mut days, mut tasks) = (0, 0, 0);
    for line in cut.lines().filter(|line| line.known) {
        tasks += 1;
        outcome.people.extend(line.place.official);
        if line.late > 0 {
            let count = u64::from(line.late);
            late += count;
            days += u64::from(line.late_days);
            let what = EvidenceKind::Late(line.late, line.late_days);
            outcome.evidence.push(of_line(line, count, what));
        } else if let Some(overdue) = line.overdue {
            // It has nothing completed to be late with: CT.1 counts it.
            let what = EvidenceKind::Overdue(overdue);
            outcome.evidence.push(of_line(line, 0, what));
        }
    }
    outcome.findings.extend(without_rules(cut.lines()));
    if tasks == 0 {
        outcome.findings.push(CardFinding::NoTasks);
        return outcome;
    }
    outcome.figure = CardFigure::Events {
        count: late,
        of: Some(tasks),
    };
    outcome.detail = Detail::LateDays(days);
    outcome
}
