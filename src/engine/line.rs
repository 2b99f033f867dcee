//! One task as the figures it brings to a period.
//!
//! # Legal basis
//! Điều 14.2 (quantity, quality, schedule; excuses confirmed by the competent authority),
//! Điều 18.1d (handed back, taken over, unplanned).

use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, EventId, Excuses, Origin, TaskEventKind,
};
use crate::rules::UnfinishedLate;

use super::Finding;
use super::terms::{Terms, days_between};

/// What one task brings to its period.
///
/// Converted quantities are whole counts of millionths of millionths (k and g have six
/// decimals each); factors are parts of [`Terms::unit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFigures {
    /// k·g.
    pub assigned: i128,
    /// k·h, zero when handed back.
    pub completed: i128,
    /// True when k·g is part of the denominators.
    pub planned: bool,
    /// Quality failures recorded.
    pub failures: u32,
    /// Of these, excused.
    pub excused_failures: u32,
    /// Lateness.
    pub lateness: Lateness,
    /// q.
    pub quality: i128,
    /// t.
    pub schedule: i128,
}

/// How late a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lateness {
    /// Where it comes from.
    pub source: LatenessSource,
    /// Late occurrences.
    pub count: u32,
    /// Of these, excused.
    pub excused: u32,
    /// Calendar days between the deadline in force and the day of completion.
    pub days: u32,
    /// What the occurrences that are not excused take off the schedule factor together, in parts
    /// of [`Terms::unit`]. Each takes off its own: adding one never takes off less.
    pub deduction: i128,
}

/// Where lateness comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LatenessSource {
    /// Not late.
    #[default]
    None,
    /// Recorded occurrences; they override what the dates say.
    Recorded,
    /// The deadline in force and the day of completion.
    Dates,
    /// Unfinished after its deadline (R8).
    Unfinished,
    /// Only milestones with deadlines of their own were late.
    Milestones,
}

/// The figures of one task.
#[must_use]
pub fn figures(task: &Assignment, terms: &Terms) -> LineFigures {
    let k = i128::from(task.coefficient.millionths());
    let handed_back = task.handed_back.is_some();
    let completed = if handed_back {
        Decimal::ZERO
    } else {
        task.completed
    };
    let (failures, excused_failures) = failures(task);
    let lateness = lateness(task, terms);
    LineFigures {
        assigned: k * i128::from(task.assigned.millionths()),
        completed: k * i128::from(completed.millionths()),
        planned: task.origin == Origin::Planned,
        failures,
        excused_failures,
        lateness,
        quality: terms.quality_factor(failures - excused_failures),
        schedule: terms.schedule_factor(lateness.deduction),
    }
}

fn failures(task: &Assignment) -> (u32, u32) {
    let (mut count, mut excused) = (0, 0);
    for event in &task.events {
        if event.kind.is_failure() {
            count += 1;
            excused += u32::from(task.is_excused(Excuses::Event(event.id)));
        }
    }
    (count, excused)
}

/// Lateness of the whole and, each an occurrence of its own, of its milestones.
fn lateness(task: &Assignment, terms: &Terms) -> Lateness {
    if task.handed_back.is_some() {
        return Lateness::default();
    }
    let mut lateness = lateness_of_the_whole(task, terms);
    for event in &task.events {
        let Some((count, days)) = milestone_lateness(&event.kind, terms) else {
            continue;
        };
        let excused = task.is_excused(Excuses::Event(event.id));
        if lateness.source == LatenessSource::None {
            lateness.source = LatenessSource::Milestones;
        }
        lateness.count += count;
        if excused {
            lateness.excused += count;
        } else {
            lateness.deduction += terms.late_deduction(count, days);
        }
    }
    lateness
}

/// Occurrences and calendar days of a milestone handed in late; nothing for one in time, or not
/// handed in (R8: unless that counts as late, too).
pub(super) fn milestone_lateness(kind: &TaskEventKind, terms: &Terms) -> Option<(u32, u32)> {
    let TaskEventKind::Milestone { due, done, .. } = kind else {
        return None;
    };
    match done {
        Some(done) => {
            let count = terms.occurrences(*due, *done);
            (count > 0).then(|| (count, late_days(*due, *done)))
        }
        None => (terms.unfinished == UnfinishedLate::AlsoLate).then_some((1, 0)),
    }
}

fn lateness_of_the_whole(task: &Assignment, terms: &Terms) -> Lateness {
    let deadline = task.deadline();
    let past = deadline.zip(task.finished);
    let days = past.map_or(0, |(deadline, day)| late_days(deadline, day));
    let excused = task.is_excused(Excuses::DerivedLateness);
    let recorded = recorded_lateness(task);
    if recorded.count > 0 {
        let known = if excused { 0 } else { days };
        let deduction = recorded_deduction(recorded.count - recorded.excused, known, terms);
        return Lateness {
            days,
            deduction,
            ..recorded
        };
    }
    let Some(deadline) = deadline else {
        return recorded;
    };
    let (source, count) = match task.finished {
        Some(finished) => (LatenessSource::Dates, terms.occurrences(deadline, finished)),
        None if is_unfinished_late(task, terms) => (LatenessSource::Unfinished, 1),
        None => (LatenessSource::None, 0),
    };
    if count == 0 {
        return Lateness::default();
    }
    Lateness {
        source,
        count,
        excused: if excused { count } else { 0 },
        days,
        deduction: if excused {
            0
        } else {
            terms.late_deduction(count, days)
        },
    }
}

/// Recorded occurrences override how many the dates say; the days the dates say are known of
/// one of them, of the others none are.
fn recorded_deduction(counted: u32, days: u32, terms: &Terms) -> i128 {
    match counted.checked_sub(1) {
        Some(others) => terms.late_deduction(1, days) + terms.late_deduction(others, 0),
        None => 0,
    }
}

fn late_days(deadline: Day, finished: Day) -> u32 {
    days_between(deadline, finished.max(deadline))
}

fn is_unfinished_late(task: &Assignment, terms: &Terms) -> bool {
    terms.unfinished == UnfinishedLate::AlsoLate && task.completed < task.assigned
}

fn recorded_lateness(task: &Assignment) -> Lateness {
    let mut lateness = Lateness::default();
    for event in &task.events {
        if matches!(event.kind, TaskEventKind::Late { .. }) {
            lateness.source = LatenessSource::Recorded;
            lateness.count += 1;
            lateness.excused += u32::from(task.is_excused(Excuses::Event(event.id)));
        }
    }
    lateness
}

/// What is doubtful about one task.
#[must_use]
pub fn line_findings(id: AssignmentId, task: &Assignment) -> Vec<Finding> {
    let mut findings = Vec::new();
    if task.deadline().is_none() && task.assigned_on.is_some() {
        findings.push(Finding::NoDeadline { task: id });
    }
    if task.completed > task.assigned {
        findings.push(Finding::CompletedAboveAssigned { task: id });
    }
    let dates = task.finished.zip(task.assigned_on);
    if dates.is_some_and(|(finished, assigned)| finished < assigned) {
        findings.push(Finding::FinishedBeforeAssigned { task: id });
    }
    if task.handed_back.is_some() && !task.completed.is_zero() {
        findings.push(Finding::HandedBackWithWork { task: id });
    }
    for event in &task.events {
        if let TaskEventKind::ObjectiveCause {
            excuses,
            confirmed_by,
            revoked: None,
            ..
        } = &event.kind
        {
            if confirmed_by.is_none() {
                findings.push(Finding::CauseUnconfirmed {
                    task: id,
                    event: event.id,
                });
            }
            if matches!(excuses, Excuses::Event(target) if !is_excusable(task, *target)) {
                findings.push(Finding::CauseWithoutEvent {
                    task: id,
                    event: event.id,
                });
            }
        }
    }
    findings
}

fn is_excusable(task: &Assignment, target: EventId) -> bool {
    task.events
        .iter()
        .any(|event| event.id == target && event.kind.is_excusable())
}
