//! One task as far as the scorecard looks at it.
//!
//! Lateness and failures are those of [`figures`](super::super::line::figures), so that the
//! scorecard and b and c never disagree.

use crate::domain::{Assignment, AssignmentId, Day, Excuses, Month, TaskEvent, TaskEventKind};

use crate::ledger::Book;

use super::super::line::{LatenessSource, figures, milestone_lateness};
use super::super::placement::period_of;
use super::super::terms::{Terms, TermsTable, days_between};
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
    /// Late occurrences that being overdue adds: one, unless those that count hold one of the
    /// whole.
    pub(super) overdue_more: u32,
    pub(super) failures: u32,
    /// False when no rules of its time are computed here, so lateness is not known.
    pub(super) known: bool,
    /// Person, work, responsibility, time.
    pub(super) clear: [bool; 4],
    pub(super) overlaps: bool,
    /// The first handling or apology once it was late.
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
        let source = figures.map_or(LatenessSource::None, |line| line.lateness.source);
        let whole_is_late = match source {
            LatenessSource::None | LatenessSource::Milestones => false,
            LatenessSource::Recorded => recorded(task).next().is_some(),
            LatenessSource::Dates | LatenessSource::Unfinished => true,
        };
        let since = late_since(task, terms.as_deref(), overdue.is_some());
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
            overdue_more: u32::from(overdue.is_some() && !whole_is_late),
            failures: figures.map_or(0, |line| line.failures - line.excused_failures),
            known: terms.is_some(),
            clear: task.four_clear(),
            overlaps: false,
            handled: since.and_then(|since| handled(task, since)),
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

/// The first day something of a task was late that is not excused: a recorded occurrence, or the
/// day after a deadline of the whole or of a milestone.
fn late_since(task: &Assignment, terms: Option<&Terms<'_>>, overdue: bool) -> Option<Day> {
    let deadline = task.deadline();
    let passed = deadline
        .zip(task.finished)
        .is_some_and(|(deadline, finished)| finished > deadline);
    let whole = deadline
        .filter(|_| overdue || passed && !task.is_excused(Excuses::DerivedLateness))
        .and_then(|deadline| deadline.succ_opt());
    let milestones = task.events.iter().filter_map(|event| match event.kind {
        TaskEventKind::Milestone { due, .. } if !task.is_excused(Excuses::Event(event.id)) => {
            terms.and_then(|terms| milestone_lateness(&event.kind, terms))?;
            due.succ_opt()
        }
        _ => None,
    });
    let recorded = recorded(task).map(|event| event.on);
    recorded.chain(milestones).chain(whole).min()
}

/// The recorded late occurrences that are not excused.
fn recorded(task: &Assignment) -> impl Iterator<Item = &TaskEvent> {
    let late = |event: &&TaskEvent| matches!(event.kind, TaskEventKind::Late { .. });
    let events = task.events.iter().filter(late);
    events.filter(|event| !task.is_excused(Excuses::Event(event.id)))
}

/// The first handling or apology from a day on: what came before handled no lateness.
fn handled(task: &Assignment, since: Day) -> Option<Day> {
    let handles = |kind: &TaskEventKind| {
        matches!(
            kind,
            TaskEventKind::Handling { .. } | TaskEventKind::Apology { .. }
        )
    };
    let handling = task.events.iter().filter(|event| handles(&event.kind));
    let days = handling.map(|event| event.on);
    days.filter(|on| *on >= since).min()
}
