//! Why a task brings what it brings to a, b or c, down to its events.

use std::sync::Arc;

use crate::domain::{
    Assignment, AssignmentId, Exact, Excuses, ExtensionStep, Origin, TaskEvent, TaskEventKind,
};
use crate::engine::line::{LatenessSource, LineFigures, figures, milestone_lateness};
use crate::engine::placement::place;
use crate::engine::ratio::Measure;
use crate::engine::terms::{Terms, TermsTable};
use crate::engine::{InputName, Reason, Step, Subject, Value};
use crate::ledger::Key;
use crate::rules::{Basis, PrincipleId, ReadingId};

use super::period::quantity;

/// A task that counts in the period, with its share of it.
pub(super) struct Placed<'a> {
    id: AssignmentId,
    task: &'a Assignment,
    figures: LineFigures,
    shares: u32,
    of: u32,
}

/// The tasks that count in the period, in order of numbers.
pub(super) fn placed_tasks<'a>(subject: &Subject<'a, '_>, table: &TermsTable) -> Vec<Placed<'a>> {
    let period = subject.terms.period;
    let tasks = subject.book.assignments.of(subject.official);
    let placed = tasks.filter_map(|(id, task)| {
        let placement = place(task, table)?;
        let mut periods = placement.shares(table.tracking());
        let (_, shares) = periods.find(|(counted, _)| *counted == period)?;
        let figures = figures(task, subject.terms);
        Some(Placed {
            id,
            task,
            figures,
            shares,
            of: placement.months,
        })
    });
    placed.collect()
}

impl Placed<'_> {
    fn shared(&self, parts: i128) -> Value {
        match quantity(parts) {
            Value::Quantity(whole) => {
                let share = Exact::ratio(i128::from(self.shares), i128::from(self.of));
                Value::Quantity(whole.times(&share))
            }
            other => other,
        }
    }
}

pub(super) fn explain_task(
    subject: &Subject,
    measure: Measure,
    placed: &Placed,
    basis: &Arc<Basis>,
) -> Reason {
    let terms = subject.terms;
    let Placed {
        id, task, figures, ..
    } = placed;
    let key = Key::Assignment(*id);
    let factor = match measure {
        Measure::Quantity => terms.unit,
        Measure::Quality => figures.quality,
        Measure::Schedule => figures.schedule,
    };
    let brought = match placed.shared(figures.completed) {
        Value::Quantity(completed) => Value::Quantity(completed.times(&terms.share(factor))),
        other => other,
    };
    let mut reason = Reason::new(Step::Task, rule_of(task, terms, basis), brought)
        .on_record(
            InputName::Coefficient,
            Value::Quantity(task.coefficient.exact()),
            key,
        )
        .on_record(
            InputName::Assigned,
            Value::Quantity(task.assigned.exact()),
            key,
        )
        .on_record(
            InputName::Completed,
            Value::Quantity(task.completed.exact()),
            key,
        )
        .on_record(InputName::Origin, Value::Origin(task.origin), key)
        .with(
            InputName::Denominator,
            placed.shared(if figures.planned { figures.assigned } else { 0 }),
        );
    if placed.shares != placed.of {
        let share = Exact::ratio(i128::from(placed.shares), i128::from(placed.of));
        reason = reason
            .with(InputName::Share, Value::Ratio(share))
            .under(terms.chosen.option(ReadingId::R9));
    }
    if let Some(back) = &task.handed_back {
        let handed = Reason::new(
            Step::HandedBack,
            terms.rules.principle(PrincipleId::HandedBack),
            Value::Day(back.on),
        );
        reason = reason.because([match back.taken_over_by {
            Some(other) => handed.on_record(
                InputName::TakenOverBy,
                Value::Flag(true),
                Key::Assignment(other),
            ),
            None => handed.on_record(InputName::HandedBack, Value::Flag(true), key),
        }]);
    }
    match measure {
        Measure::Quantity => reason,
        Measure::Quality => explain_quality(reason, terms, placed),
        Measure::Schedule => explain_schedule(reason, terms, placed),
    }
}

fn rule_of<'a>(task: &Assignment, terms: &'a Terms, basis: &'a Arc<Basis>) -> &'a Arc<Basis> {
    match task.origin {
        Origin::Planned => basis,
        Origin::TakenOver => terms.rules.principle(PrincipleId::TakenOver),
        Origin::Unplanned => terms.rules.principle(PrincipleId::Unplanned),
    }
}

fn explain_quality(reason: Reason, terms: &Terms, placed: &Placed) -> Reason {
    let Placed {
        id, task, figures, ..
    } = placed;
    let key = Key::Assignment(*id);
    let basis = &terms.rules.task.failure_deduction.basis;
    let failures = task.events.iter().filter(|event| event.kind.is_failure());
    reason
        .with(InputName::Failures, Value::Count(figures.failures))
        .with(
            InputName::ExcusedFailures,
            Value::Count(figures.excused_failures),
        )
        .with(
            InputName::Factor,
            Value::Ratio(terms.share(figures.quality)),
        )
        .because(
            failures
                .map(|event| explain_event(Step::QualityFailure, basis, key, task, event, terms)),
        )
}

fn explain_schedule(reason: Reason, terms: &Terms, placed: &Placed) -> Reason {
    let Placed {
        id, task, figures, ..
    } = placed;
    let key = Key::Assignment(*id);
    let lateness = figures.lateness;
    let reason = reason
        .on_record(InputName::Deadline, Value::day(task.deadline()), key)
        .on_record(InputName::Finished, Value::day(task.finished), key)
        .with(InputName::Late, Value::Count(lateness.count))
        .with(InputName::ExcusedLate, Value::Count(lateness.excused))
        .with(InputName::LateDays, Value::Count(lateness.days))
        .with(
            InputName::Factor,
            Value::Ratio(terms.share(figures.schedule)),
        );
    let reason = reason.because(explain_extensions(terms, key, task));
    let basis = &terms.rules.task.late_deduction.basis;
    let milestones = task
        .events
        .iter()
        .filter(|event| milestone_lateness(&event.kind, terms).is_some())
        .map(|event| explain_event(Step::LateOccurrence, basis, key, task, event, terms));
    let reason = reason.because(milestones);
    // Where the dates bring no lateness, causes given for it stay as history.
    let for_dates = || explain_excuse(terms, key, task, Excuses::DerivedLateness);
    match lateness.source {
        LatenessSource::None | LatenessSource::Milestones => reason.because(for_dates()),
        LatenessSource::Recorded => {
            let reason = reason.because(for_dates());
            let late = task
                .events
                .iter()
                .filter(|event| matches!(event.kind, TaskEventKind::Late { .. }));
            reason.because(
                late.map(|event| {
                    explain_event(Step::LateOccurrence, basis, key, task, event, terms)
                }),
            )
        }
        LatenessSource::Dates | LatenessSource::Unfinished => {
            let reading = if lateness.source == LatenessSource::Unfinished {
                ReadingId::R8
            } else {
                ReadingId::R1
            };
            let derived = Reason::new(Step::DerivedLateness, basis, Value::Count(lateness.count))
                .under(terms.chosen.option(reading))
                .on_record(InputName::Deadline, Value::day(task.deadline()), key)
                .on_record(InputName::Finished, Value::day(task.finished), key)
                .with(InputName::Excused, Value::Flag(lateness.excused > 0))
                .because(for_dates());
            reason.because([derived])
        }
    }
}

/// Every extension in order: the one in force, and as history those that count no longer.
fn explain_extensions(terms: &Terms, key: Key, task: &Assignment) -> Vec<Reason> {
    let basis = &terms.rules.task.late_deduction.basis;
    let explain = |step: ExtensionStep| {
        let mut reason = Reason::new(Step::Extension, basis, Value::Day(step.to))
            .on_record(InputName::Due, Value::day(step.from), key)
            .on_event(InputName::Deadline, Value::Day(step.to), key, step.event);
        for (name, text) in [
            (InputName::ConfirmedBy, step.approver),
            (InputName::Document, step.document),
        ] {
            if let Some(text) = text {
                reason = reason.on_event(name, Value::Text(text.to_owned()), key, step.event);
            }
        }
        match step.revoked {
            Some(day) => reason.on_event(InputName::Revoked, Value::Day(day), key, step.event),
            None if step.in_force => reason,
            None => reason.with(InputName::Superseded, Value::Flag(true)),
        }
    };
    task.extensions().into_iter().map(explain).collect()
}

fn explain_event(
    step: Step,
    basis: &Arc<Basis>,
    key: Key,
    task: &Assignment,
    event: &TaskEvent,
    terms: &Terms,
) -> Reason {
    let target = Excuses::Event(event.id);
    let mut reason = Reason::new(step, basis, Value::Day(event.on))
        .on_event(InputName::On, Value::Day(event.on), key, event.id)
        .with(InputName::Excused, Value::Flag(task.is_excused(target)));
    let note = match &event.kind {
        TaskEventKind::QualityFailure { note }
        | TaskEventKind::Late { note }
        | TaskEventKind::Assessment { note, .. } => note.as_ref(),
        TaskEventKind::Milestone { name, .. } => Some(name),
        _ => None,
    };
    if let TaskEventKind::Milestone { due, done, .. } = event.kind {
        reason = reason
            .on_event(InputName::Deadline, Value::Day(due), key, event.id)
            .on_event(InputName::Finished, Value::day(done), key, event.id);
    }
    if let Some(note) = note {
        reason = reason.on_event(InputName::Source, Value::Text(note.clone()), key, event.id);
    }
    reason.because(explain_excuse(terms, key, task, target))
}

/// The objective causes recorded for an event: confirmed, open or revoked.
fn explain_excuse(terms: &Terms, key: Key, task: &Assignment, target: Excuses) -> Vec<Reason> {
    let rule = terms.rules.principle(PrincipleId::ObjectiveCause);
    let causes =
        task.events.iter().filter_map(|event| match &event.kind {
            TaskEventKind::ObjectiveCause {
                excuses,
                cause,
                confirmed_by,
                document,
                revoked,
            } if *excuses == target => {
                let counts = confirmed_by.is_some() && revoked.is_none();
                let mut reason = Reason::new(Step::ObjectiveCause, rule, Value::Flag(counts))
                    .on_event(InputName::Source, Value::Text(cause.clone()), key, event.id);
                for (name, text) in [
                    (InputName::ConfirmedBy, confirmed_by),
                    (InputName::Document, document),
                ] {
                    if let Some(text) = text {
                        reason = reason.on_event(name, Value::Text(text.clone()), key, event.id);
                    }
                }
                if let Some(day) = revoked {
                    reason = reason.on_event(InputName::Revoked, Value::Day(*day), key, event.id);
                }
                Some(reason)
            }
            _ => None,
        });
    causes.collect()
}
