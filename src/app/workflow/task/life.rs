//! What happens to a task after it is assigned: events, revocations, handing over, repeating.

use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, EventId, HandBack, Month, OfficialId, Origin,
    TaskEvent, TaskEventKind,
};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::EntryError;
use super::super::lock;
use super::drafted;

/// Drafts one event on a task: an extension, an objective cause, a pause, a handling.
///
/// # Errors
/// [`EntryError::Gone`] or [`EntryError::Locked`].
pub fn record(
    book: &Book,
    id: AssignmentId,
    on: Day,
    kind: TaskEventKind,
) -> Result<Operation, EntryError> {
    let action = match kind {
        TaskEventKind::Extension { .. } => Action::Extend,
        TaskEventKind::ObjectiveCause { .. } => Action::RecordCause,
        _ => Action::Edit(Kind::Assignment),
    };
    let mut draft = Draft::new(book, action);
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let event = TaskEvent {
        id: task.next_event(),
        on,
        kind,
    };
    task.events.push(event);
    lock::check_task(book, &task)?;
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// Drafts the revocation of an extension or an objective cause; the event stays in the history.
///
/// # Errors
/// [`EntryError::Gone`] or [`EntryError::Locked`].
pub fn revoke(
    book: &Book,
    id: AssignmentId,
    event: EventId,
    on: Day,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Edit(Kind::Assignment));
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let found = task
        .events
        .iter_mut()
        .find(|other| other.id == event)
        .ok_or(EntryError::Gone)?;
    match &mut found.kind {
        TaskEventKind::Extension { revoked, .. }
        | TaskEventKind::ObjectiveCause { revoked, .. } => *revoked = Some(on),
        _ => return Err(EntryError::Gone),
    }
    lock::check_task(book, &task)?;
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// Drafts handing a task back and over: both sides in one action (Điều 18.1d).
///
/// # Errors
/// [`EntryError`] when the receiver is not known, or a period is confirmed.
pub fn hand_over(
    book: &Book,
    id: AssignmentId,
    receiver: Option<OfficialId>,
    quantity: Decimal,
    on: Day,
    reason: Option<String>,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::HandOver);
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let taken_over_by = match receiver {
        None => None,
        Some(receiver) => {
            let mut taken = task.clone();
            taken.official = Some(receiver);
            taken.unit = None;
            taken.origin = Origin::TakenOver;
            taken.assigned = quantity;
            taken.completed = Decimal::ZERO;
            taken.finished = None;
            taken.assigned_on = Some(on);
            taken.events = task
                .events
                .iter()
                .filter(|event| matches!(event.kind, TaskEventKind::Extension { .. }))
                .cloned()
                .collect();
            taken.handed_back = None;
            lock::check_task(book, &taken)?;
            let new = AssignmentId(draft.fresh(Kind::Assignment));
            draft.put(Key::Assignment(new), taken);
            Some(new)
        }
    };
    task.handed_back = Some(HandBack {
        on,
        reason,
        taken_over_by,
    });
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// Drafts the removal of tasks.
///
/// # Errors
/// [`EntryError::Locked`] when one counts in a confirmed period.
pub fn remove(book: &Book, ids: &[AssignmentId]) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Remove(Kind::Assignment));
    for id in ids {
        lock::check_task(book, &drafted(&draft, *id)?)?;
        draft.remove(Key::Assignment(*id));
    }
    Ok(draft.finish())
}

/// Drafts next month's plan from a month's planned tasks, deadlines moved by whole months.
#[must_use]
pub fn repeat_month(book: &Book, from: Month, official: Option<OfficialId>) -> Operation {
    let mut draft = Draft::new(book, Action::Add(Kind::Assignment));
    let planned = book.assignments.iter().filter(|(_, task)| {
        task.origin == Origin::Planned
            && task.handed_back.is_none()
            && lock::month_of(task) == Some(from)
            && official.is_none_or(|official| task.official == Some(official))
    });
    for (_, task) in planned {
        let next = Assignment {
            completed: Decimal::ZERO,
            assigned_on: task.assigned_on.map(month_later),
            due: task.deadline().map(month_later),
            finished: None,
            events: Vec::new(),
            ..task.clone()
        };
        let id = AssignmentId(draft.fresh(Kind::Assignment));
        draft.put(Key::Assignment(id), next);
    }
    draft.finish()
}

/// The same day a month later, or the month's last day.
fn month_later(day: Day) -> Day {
    day.checked_add_months(chrono::Months::new(1))
        .unwrap_or(day)
}
