//! Handing a task back, and over to whoever takes it: both sides in one action (Điều 18.1d).

use crate::domain::{Assignment, AssignmentId, Day, Decimal, HandBack, Origin, TaskEventKind};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};
use super::super::lock;
use super::{drafted, official};

/// A hand-over as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewHandOver {
    /// Who takes it; empty when nobody does yet.
    pub receiver: String,
    /// How much is taken over.
    pub quantity: String,
    /// Deadline of the receiver's line; empty is the one in force.
    pub due: String,
    /// Why.
    pub reason: String,
    /// The day it was reported.
    pub on: String,
}

/// A question of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandOverField {
    /// Who takes it.
    Receiver,
    /// How much.
    Quantity,
    /// The receiver's deadline.
    Due,
    /// Why.
    Reason,
    /// The day it was reported.
    On,
}

/// Drafts handing a task back and over.
///
/// The giver's line stays in the denominator; the receiver's is an addition with nothing done.
///
/// # Errors
/// All answers that were not taken; a confirmed period stands at the field that falls into it.
pub fn hand_over(
    book: &Book,
    id: AssignmentId,
    new: &NewHandOver,
    today: Day,
    year: u16,
) -> Result<Operation, Vec<(HandOverField, EntryError)>> {
    let refused = |error| vec![(HandOverField::On, error)];
    let mut draft = Draft::new(book, Action::HandOver);
    let mut task = drafted(&draft, id).map_err(refused)?;
    lock::check_task(book, &task).map_err(refused)?;
    if task.handed_back.is_some() {
        return Err(refused(EntryError::HandedBack));
    }
    let mut errors = Vec::new();
    let mut keep = |field, error| errors.push((field, error));
    let on = entry::day(&new.on, year)
        .and_then(|day| match (day, task.assigned_on) {
            (None, _) => Err(EntryError::Required),
            (Some(day), Some(first)) if day < first => Err(EntryError::TooEarly(first)),
            (Some(day), _) if day > today => Err(EntryError::TooLate(today)),
            (Some(day), _) => Ok(day),
        })
        .map_err(|error| keep(HandOverField::On, error));
    let receiver = official(book, new.receiver.trim())
        .and_then(|found| match found {
            Some(same) if task.official == Some(same) => {
                Err(EntryError::Unknown(new.receiver.trim().to_owned()))
            }
            found => Ok(found),
        })
        .map_err(|error| keep(HandOverField::Receiver, error));
    let quantity = match receiver {
        Ok(Some(_)) => entry::number(&new.quantity)
            .and_then(|quantity| match quantity {
                zero if zero.is_zero() => Err(EntryError::Required),
                more if more > task.assigned => Err(EntryError::Above(task.assigned)),
                other => Ok(other),
            })
            .map_err(|error| keep(HandOverField::Quantity, error)),
        _ => Ok(Decimal::ZERO),
    };
    let due = entry::day(&new.due, year).map_err(|error| keep(HandOverField::Due, error));
    let (Ok(on), Ok(receiver), Ok(quantity), Ok(due)) = (on, receiver, quantity, due) else {
        return Err(errors);
    };
    let mut taken_over_by = None;
    if let Some(receiver) = receiver {
        let taken = Assignment {
            official: Some(receiver),
            ..taken(&task, quantity, due, on)
        };
        lock::check_task(book, &taken).map_err(|error| vec![(HandOverField::Due, error)])?;
        let number = AssignmentId(draft.fresh(Kind::Assignment));
        draft.put(Key::Assignment(number), taken);
        taken_over_by = Some(number);
    }
    task.handed_back = Some(HandBack {
        on,
        reason: entry::text(&new.reason),
        taken_over_by,
    });
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// The receiver's line: with a deadline of its own, or the giver's with its extensions.
fn taken(task: &Assignment, quantity: Decimal, due: Option<Day>, on: Day) -> Assignment {
    let own = due.filter(|due| task.deadline() != Some(*due));
    let mut taken = Assignment {
        unit: None,
        origin: Origin::TakenOver,
        assigned: quantity,
        completed: Decimal::ZERO,
        assigned_on: Some(on),
        due: own.or(task.due),
        finished: None,
        handed_back: None,
        ..task.clone()
    };
    taken.events.retain(|event| match event.kind {
        TaskEventKind::Extension { .. } => own.is_none(),
        TaskEventKind::Answerable { .. } => true,
        _ => false,
    });
    taken
}
