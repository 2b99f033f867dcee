//! One task as far as the scorecard looks at it.
//!
//! Lateness and failures are those of [`figures`](super::super::line::figures), so that the
//! scorecard and b and c never disagree.

use crate::domain::{Assignment, AssignmentId, Day, Excuses, Month, TaskEventKind};

use crate::ledger::Book;

use super::super::line::figures;
use super::super::placement::period_of;
use super::super::terms::{TermsTable, days_between};
use super::places::Place;

/// How a task stands with whoever was given it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Not all of it is done.
    Open,
    /// All of it is done.
    Completed,
    /// Given back (Điều 18.1d).
    HandedBack,
}

/// One task.
#[derive(Debug, Clone)]
pub(super) struct LineFact {
    pub(super) id: AssignmentId,
    pub(super) place: Place,
    /// The deadline in force, else the day of assignment.
    pub(super) day: Day,
    pub(super) deadline: Option<Day>,
    /// True when there is something to complete.
    pub(super) counts: bool,
    pub(super) ending: Ending,
    /// Late occurrences that count, and the calendar days of the whole.
    pub(super) late: u32,
    pub(super) late_days: u32,
    /// Calendar days past the deadline while unfinished and not excused.
    pub(super) overdue: Option<u32>,
    pub(super) failures: u32,
    /// False when no rules of its time are computed here, so lateness is not known.
    pub(super) known: bool,
    /// Person, work, responsibility, time.
    pub(super) clear: [bool; 4],
    pub(super) overlaps: bool,
    /// The first handling or apology.
    pub(super) handled: Option<Day>,
}

impl LineFact {
    /// The task, when it belongs to a day.
    pub(super) fn of(
        id: AssignmentId,
        task: &Assignment,
        place: impl Fn(Day) -> Place,
        book: &Book,
        table: &TermsTable,
        as_of: Day,
    ) -> Option<Self> {
        let deadline = task.deadline();
        let day = deadline.or(task.assigned_on)?;
        let period = period_of(Month::of(day), table.tracking());
        let confirmation = task.official.map(|official| (official, period));
        let confirmation = confirmation.and_then(|key| book.confirmations.get(key));
        let terms = table.kept(period, confirmation);
        let figures = terms.as_deref().map(|terms| figures(task, terms));
        let late = figures.map_or(0, |line| line.lateness.count - line.lateness.excused);
        let ending = if task.handed_back.is_some() {
            Ending::HandedBack
        } else if task.completed >= task.assigned {
            Ending::Completed
        } else {
            Ending::Open
        };
        let open = ending == Ending::Open && task.finished.is_none();
        let excused = task.is_excused(Excuses::DerivedLateness);
        let overdue = deadline
            .filter(|deadline| open && !excused && *deadline < as_of)
            .map(|deadline| days_between(deadline, as_of));
        Some(Self {
            id,
            place: place(day),
            day,
            deadline,
            counts: !task.assigned.is_zero(),
            ending,
            late,
            late_days: figures.map_or(0, |line| if late > 0 { line.lateness.days } else { 0 }),
            overdue,
            failures: figures.map_or(0, |line| line.failures - line.excused_failures),
            known: terms.is_some(),
            clear: clear(task),
            overlaps: false,
            handled: handled(task),
        })
    }

    /// True for a task that was or is late and not excused.
    pub(super) const fn is_late(&self) -> bool {
        self.late > 0 || self.overdue.is_some()
    }

    /// True when it had to be finished before a day.
    pub(super) fn was_due(&self, as_of: Day) -> bool {
        self.counts && self.deadline.is_some_and(|deadline| deadline < as_of)
    }
}

/// The *4 rõ*: a lead person, a work with a product or a name, who answers for it, a deadline.
fn clear(task: &Assignment) -> [bool; 4] {
    [
        task.official.is_some(),
        task.product.is_some() || task.name.is_some(),
        answers(task),
        task.deadline().is_some(),
    ]
}

/// True when it is recorded who answers for a task.
pub(super) fn answers(task: &Assignment) -> bool {
    let answers = |kind: &TaskEventKind| matches!(kind, TaskEventKind::Answerable { .. });
    task.events.iter().any(|event| answers(&event.kind))
}

fn handled(task: &Assignment) -> Option<Day> {
    let handles = |kind: &TaskEventKind| {
        matches!(
            kind,
            TaskEventKind::Handling { .. } | TaskEventKind::Apology { .. }
        )
    };
    let days = task.events.iter().filter(|event| handles(&event.kind));
    days.map(|event| event.on).min()
}
