//! Recording what happens to a task, correcting it, revoking it, taking it away: each one action.

use crate::domain::{Assignment, AssignmentId, Day, EventId, Excuses, TaskEvent, TaskEventKind};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::EntryError;
use super::super::lock;
use super::form::{DERIVED, EventAnswers, EventField, EventForm, PASSED, RETURNED, Reader};
use super::{drafted, excuses};

/// The question of a form that was not taken, and why.
pub type EventRefusal = (EventField, EntryError);

/// Says whether a task may be changed at all, before anything is typed.
///
/// # Errors
/// [`EntryError::Gone`], or [`EntryError::Locked`] with the period that must be unlocked first.
pub fn changeable(book: &Book, id: AssignmentId) -> Result<(), EntryError> {
    let task = book.assignments.get(id).ok_or(EntryError::Gone)?;
    lock::check_task(book, task)
}

/// Drafts an event from its form: a new one, or `known` corrected or confirmed.
///
/// # Errors
/// All answers that were not taken; a locked period stands at [`EventField::On`].
pub fn save_event(
    book: &Book,
    id: AssignmentId,
    known: Option<EventId>,
    form: EventForm,
    answers: &EventAnswers,
    today: Day,
    year: u16,
) -> Result<Operation, Vec<EventRefusal>> {
    let whole = |error| vec![(EventField::On, error)];
    changeable(book, id).map_err(whole)?;
    let mut draft = Draft::new(book, action_of(form));
    let mut task = drafted(&draft, id).map_err(whole)?;
    let before = match known {
        Some(event) => Some(known_event(&task, form, event).map_err(whole)?.clone()),
        None => None,
    };
    let mut reader = Reader::new(form, answers, year);
    let on = day_of(&mut reader, &task, before.as_ref(), today);
    let kind = kind_of(&mut reader, &task, before.as_ref(), on, today);
    let (Some(kind), true) = (kind, reader.errors.is_empty()) else {
        return Err(reader.errors);
    };
    let moved = matches!(kind, TaskEventKind::Extension { .. });
    match before {
        None => {
            let id = task.next_event();
            task.events.push(TaskEvent { id, on, kind });
        }
        Some(before) => {
            let changed = |event: &&mut TaskEvent| event.id == before.id;
            if let Some(event) = task.events.iter_mut().find(changed) {
                *event = TaskEvent { on, kind, ..before };
            }
        }
    }
    lock::check_task(book, &task).map_err(|error| {
        let field = if moved {
            EventField::Until
        } else {
            EventField::On
        };
        vec![(field, error)]
    })?;
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

const fn action_of(form: EventForm) -> Action {
    match form {
        EventForm::Extension => Action::Extend,
        EventForm::Cause | EventForm::Confirmation => Action::RecordCause,
        EventForm::Handling | EventForm::Apology => Action::Handle,
        _ => Action::Edit(Kind::Assignment),
    }
}

/// The event that is corrected in this form, or confirmed.
fn known_event(
    task: &Assignment,
    form: EventForm,
    event: EventId,
) -> Result<&TaskEvent, EntryError> {
    let found = task.events.iter().find(|other| other.id == event);
    let found = found.ok_or(EntryError::Gone)?;
    let open_cause = matches!(
        found.kind,
        TaskEventKind::ObjectiveCause {
            confirmed_by: None,
            revoked: None,
            ..
        }
    );
    let fits = match form {
        EventForm::Confirmation => open_cause,
        form => EventForm::correcting(&found.kind) == Some(form),
    };
    if fits {
        Ok(found)
    } else {
        Err(EntryError::NoSuchStep)
    }
}

/// The day it happened: asked for, else that of the event, else today.
fn day_of(reader: &mut Reader, task: &Assignment, before: Option<&TaskEvent>, today: Day) -> Day {
    let stands = before.map_or(today, |event| event.on);
    if reader.is_asked(EventField::On) {
        let day = reader.day(EventField::On);
        reader.within(EventField::On, day, task.assigned_on, Some(today));
        return day.unwrap_or(stands);
    }
    stands
}

fn kind_of(
    reader: &mut Reader,
    task: &Assignment,
    before: Option<&TaskEvent>,
    on: Day,
    today: Day,
) -> Option<TaskEventKind> {
    match reader.form {
        EventForm::Extension => extension(reader, task, on),
        EventForm::Cause => cause(reader, task, today),
        EventForm::Confirmation => confirmation(reader, before),
        EventForm::Pause => {
            let (who, to) = (reader.words(EventField::Who), reader.day(EventField::Until));
            reader.within(EventField::Until, to, Some(on), None);
            Some(TaskEventKind::Pause {
                to,
                waiting_for: who?,
                document: reader.words(EventField::Document),
            })
        }
        EventForm::Milestone => milestone(reader, task, today),
        EventForm::Assessment => assessment(reader, task, before),
        EventForm::Handling => {
            let (measure, by) = (
                reader.words(EventField::What),
                reader.words(EventField::Who),
            );
            Some(TaskEventKind::Handling {
                measure: measure?,
                by,
                document: reader.words(EventField::Document),
            })
        }
        EventForm::Apology => {
            let (reason, again_on) = (
                reader.words(EventField::What),
                reader.day(EventField::Until),
            );
            reader.within(EventField::Until, again_on, Some(on), None);
            Some(TaskEventKind::Apology {
                reason: reason?,
                again_on,
                document: reader.words(EventField::Document),
            })
        }
        EventForm::Reminder => Some(TaskEventKind::Reminder {
            by: reader.words(EventField::Who),
            note: reader.words(EventField::Note),
        }),
        EventForm::Answerable => {
            let who = reader.words(EventField::Who)?;
            Some(TaskEventKind::Answerable { who })
        }
        EventForm::Dossiers => dossiers(reader),
    }
}

fn extension(reader: &mut Reader, task: &Assignment, on: Day) -> Option<TaskEventKind> {
    let (to, approver) = (reader.day(EventField::Until), reader.words(EventField::Who));
    let Some(deadline) = task.deadline() else {
        reader.refuse(EventField::Until, EntryError::NoDeadline);
        return None;
    };
    reader.within(EventField::Until, to, deadline.succ_opt(), None);
    // Several on one day stand in the order of entry; an earlier day would change what a
    // later decision moved.
    let last = task.extensions().last().map(|step| step.on);
    reader.within(EventField::On, Some(on), last, None);
    Some(TaskEventKind::Extension {
        to: to?,
        approver,
        document: reader.words(EventField::Document),
        revoked: None,
    })
}

fn cause(reader: &mut Reader, task: &Assignment, today: Day) -> Option<TaskEventKind> {
    let cause = reader.words(EventField::What);
    let confirmed_by = reader.words(EventField::Who);
    let document = reader.words(EventField::Document);
    let target = match reader.typed(EventField::Target) {
        "" => None,
        DERIVED => Some(Excuses::DerivedLateness),
        number => number.parse().ok().map(|id| Excuses::Event(EventId(id))),
    };
    let Some(excuses) = target else {
        reader.refuse(EventField::Target, EntryError::Required);
        return None;
    };
    if !excusable(task, today).contains(&excuses) {
        reader.refuse(EventField::Target, EntryError::NoSuchStep);
    }
    Some(TaskEventKind::ObjectiveCause {
        excuses,
        cause: cause?,
        confirmed_by,
        document,
        revoked: None,
    })
}

/// What an objective cause can be recorded for: failures, late occurrences, late milestones and
/// the lateness by the dates, each without a cause that stands, confirmed or not.
#[must_use]
pub fn excusable(task: &Assignment, today: Day) -> Vec<Excuses> {
    let is_late = |event: &TaskEvent| match event.kind {
        TaskEventKind::Milestone { due, done, .. } => done.unwrap_or(today) > due,
        _ => true,
    };
    let events = task.events.iter();
    let mut found: Vec<Excuses> = events
        .filter(|event| event.kind.is_excusable() && is_late(event))
        .map(|event| Excuses::Event(event.id))
        .collect();
    let recorded = task
        .events
        .iter()
        .any(|event| matches!(event.kind, TaskEventKind::Late { .. }));
    let past = |deadline: Day| task.finished.unwrap_or(today) > deadline;
    if !recorded && task.deadline().is_some_and(past) {
        found.push(Excuses::DerivedLateness);
    }
    found.retain(|target| !has_standing_cause(task, *target));
    found
}

fn has_standing_cause(task: &Assignment, target: Excuses) -> bool {
    task.events.iter().any(|event| {
        matches!(event.kind, TaskEventKind::ObjectiveCause { excuses, revoked: None, .. } if excuses == target)
    })
}

fn confirmation(reader: &mut Reader, before: Option<&TaskEvent>) -> Option<TaskEventKind> {
    let confirmed_by = reader.words(EventField::Who);
    let document = reader.words(EventField::Document);
    match before.map(|event| event.kind.clone()) {
        Some(TaskEventKind::ObjectiveCause {
            excuses,
            cause,
            document: former,
            ..
        }) => Some(TaskEventKind::ObjectiveCause {
            excuses,
            cause,
            confirmed_by,
            document: document.or(former),
            revoked: None,
        }),
        _ => {
            reader.refuse(EventField::Who, EntryError::Gone);
            None
        }
    }
}

fn milestone(reader: &mut Reader, task: &Assignment, today: Day) -> Option<TaskEventKind> {
    let name = reader.words(EventField::What);
    let (due, done) = (reader.day(EventField::Until), reader.day(EventField::Done));
    reader.within(EventField::Until, due, task.assigned_on, task.deadline());
    reader.within(EventField::Done, done, task.assigned_on, Some(today));
    Some(TaskEventKind::Milestone {
        name: name?,
        due: due?,
        done,
    })
}

fn assessment(
    reader: &mut Reader,
    task: &Assignment,
    before: Option<&TaskEvent>,
) -> Option<TaskEventKind> {
    let passed = match reader.typed(EventField::Passed) {
        PASSED => Some(true),
        RETURNED => Some(false),
        _ => None,
    };
    if passed.is_none() {
        reader.refuse(EventField::Passed, EntryError::Required);
    }
    let version_of = |event: &TaskEvent| match event.kind {
        TaskEventKind::Assessment { version, .. } => Some(version),
        _ => None,
    };
    let last = task.events.iter().filter_map(version_of).max();
    let version = before
        .and_then(version_of)
        .unwrap_or_else(|| last.map_or(1, |last| last.saturating_add(1)));
    Some(TaskEventKind::Assessment {
        version,
        passed: passed?,
        by: reader.words(EventField::Who),
        note: reader.words(EventField::Note),
    })
}

fn dossiers(reader: &mut Reader) -> Option<TaskEventKind> {
    let handled = reader.count(EventField::Handled);
    let electronic = reader.count(EventField::Electronic);
    let (handled, electronic) = (handled?, electronic?);
    if electronic > handled {
        let most = i32::try_from(handled).unwrap_or(i32::MAX);
        let most = crate::domain::Decimal::from_whole(most);
        reader.refuse(EventField::Electronic, EntryError::Above(most));
    }
    Some(TaskEventKind::Dossiers {
        handled,
        electronic,
    })
}

/// Drafts the revocation of an extension or an objective cause; the event stays in the history.
///
/// # Errors
/// [`EntryError::Gone`], [`EntryError::NoSuchStep`] for what is revoked already or cannot be,
/// or [`EntryError::Locked`] when the task counts in a confirmed period before or after it.
pub fn revoke(
    book: &Book,
    id: AssignmentId,
    event: EventId,
    on: Day,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Revoke);
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let found = task.events.iter_mut().find(|other| other.id == event);
    match &mut found.ok_or(EntryError::Gone)?.kind {
        TaskEventKind::Extension { revoked, .. }
        | TaskEventKind::ObjectiveCause { revoked, .. }
            if revoked.is_none() =>
        {
            *revoked = Some(on);
        }
        _ => return Err(EntryError::NoSuchStep),
    }
    lock::check_task(book, &task)?;
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// True for an event that may be taken away when it was recorded by mistake: all but those
/// that are revoked instead, and the bond of parts.
#[must_use]
pub const fn is_removable(kind: &TaskEventKind) -> bool {
    !matches!(
        kind,
        TaskEventKind::Extension { .. }
            | TaskEventKind::ObjectiveCause { .. }
            | TaskEventKind::PartOf { .. }
    )
}

/// Drafts taking an event away, together with what excuses it.
///
/// # Errors
/// [`EntryError::Gone`], [`EntryError::NoSuchStep`] for what is not taken away, or
/// [`EntryError::Locked`].
pub fn remove_event(
    book: &Book,
    id: AssignmentId,
    event: EventId,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Edit(Kind::Assignment));
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let found = task.events.iter().find(|other| other.id == event);
    if !is_removable(&found.ok_or(EntryError::Gone)?.kind) {
        return Err(EntryError::NoSuchStep);
    }
    task.events
        .retain(|other| other.id != event && !excuses(other, event));
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}
