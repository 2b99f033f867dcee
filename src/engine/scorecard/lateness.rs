//! CT.2: late occurrences, counted as c counts them: net of confirmed objective causes and of
//! extensions, milestones each on their own, under the reading in force; and what is past its
//! deadline and still unfinished on the day looked at, as one occurrence more, with its days.
//!
//! Who never finishes is late as well: c has nothing completed to be late with, a count has.

use super::cut::{Cut, of_line, without_rules};
use super::line::LineFact;
use super::{CardFigure, CardFinding, Detail, Evidence, EvidenceKind, Outcome};

pub(super) fn measure(cut: &Cut<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut days, mut tasks) = (0, 0);
    for line in cut.lines().filter(|line| line.known) {
        tasks += 1;
        outcome.people.extend(line.place.official);
        if line.late > 0 {
            days += u64::from(line.late_days);
        }
        days += u64::from(line.overdue.unwrap_or_default());
        outcome.evidence.extend(of(line));
    }
    outcome.findings.extend(without_rules(cut.lines()));
    if tasks == 0 {
        outcome.findings.push(CardFinding::NoTasks);
        return outcome;
    }
    outcome.figure = CardFigure::Events {
        count: outcome.evidence.iter().map(|one| one.count).sum(),
        of: Some(tasks),
    };
    outcome.detail = Detail::LateDays(days);
    outcome
}

/// The late occurrences of one task: those of c, and the one of a whole that is overdue unless
/// c has it already (R8, or recorded occurrences in its place).
pub(super) fn of(line: &LineFact) -> impl Iterator<Item = Evidence> {
    let late = (line.late > 0).then(|| {
        let what = EvidenceKind::Late(line.late, line.late_days);
        of_line(line, u64::from(line.late), what)
    });
    let overdue = line.overdue.filter(|_| line.known).map(|days| {
        let count = u64::from(line.overdue_more);
        of_line(line, count, EvidenceKind::Overdue(days))
    });
    late.into_iter().chain(overdue)
}
