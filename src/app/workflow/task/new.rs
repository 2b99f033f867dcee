//! Assigning a task: from the catalogue or by name.

use crate::domain::{Assignment, AssignmentId, Day, Decimal, Origin};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};
use super::super::lock;
use super::{Known, TaskField, choose_product, coefficient};

/// What a new task is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTask {
    /// Who leads it, as typed.
    pub official: String,
    /// Code of the product, as typed.
    pub product: String,
    /// What is to be done.
    pub name: String,
    /// Coefficient as typed; empty takes the product's.
    pub coefficient: String,
    /// Quantity as typed.
    pub assigned: String,
    /// Day of assignment as typed; empty is today.
    pub assigned_on: String,
    /// Deadline as typed.
    pub due: String,
    /// True for unplanned work.
    pub unplanned: bool,
}

/// The field of a form that was not taken.
pub type FieldError = (TaskField, EntryError);

/// Drafts a new task.
///
/// # Errors
/// All fields that were not taken, with their reasons.
pub fn assign(
    book: &Book,
    new: &NewTask,
    today: Day,
    year: u16,
) -> Result<Operation, Vec<FieldError>> {
    let mut errors = Vec::new();
    let known = Known::new(book);
    let mut task = blank();
    let mut take = |field, result: Result<(), EntryError>| {
        if let Err(error) = result {
            errors.push((field, error));
        }
    };
    take(
        TaskField::Official,
        known
            .official(new.official.trim())
            .and_then(|found| found.ok_or(EntryError::Required))
            .map(|id| task.official = Some(id)),
    );
    take(
        TaskField::Product,
        choose_product(&known, &mut task, new.product.trim()),
    );
    task.name = entry::text(&new.name);
    if task.name.is_none() && task.product.is_none() {
        take(TaskField::Name, Err(EntryError::Required));
    }
    if !new.coefficient.trim().is_empty() {
        take(
            TaskField::Coefficient,
            coefficient(book, &task, &new.coefficient).map(|value| task.coefficient = value),
        );
    } else if task.coefficient.is_zero() {
        take(TaskField::Coefficient, Err(EntryError::Required));
    }
    take(
        TaskField::Assigned,
        entry::number(&new.assigned).map(|value| task.assigned = value),
    );
    take(
        TaskField::AssignedOn,
        entry::day(&new.assigned_on, year).map(|day| task.assigned_on = Some(day.unwrap_or(today))),
    );
    take(
        TaskField::Due,
        entry::day(&new.due, year)
            .and_then(|day| day.ok_or(EntryError::Required))
            .map(|day| task.due = Some(day)),
    );
    task.origin = if new.unplanned {
        Origin::Unplanned
    } else {
        Origin::Planned
    };
    if let Err(error) = lock::check_task(book, &task) {
        errors.push((TaskField::Due, error));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut draft = Draft::new(book, Action::Add(Kind::Assignment));
    let id = AssignmentId(draft.fresh(Kind::Assignment));
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// A task nothing is known of but the day it was assigned.
#[must_use]
pub fn blank_on(day: Day) -> Assignment {
    Assignment {
        assigned_on: Some(day),
        ..blank()
    }
}

fn blank() -> Assignment {
    Assignment {
        code: None,
        name: None,
        official: None,
        unit: None,
        product: None,
        coefficient: Decimal::ZERO,
        assigned: Decimal::ZERO,
        completed: Decimal::ZERO,
        assigned_on: None,
        due: None,
        finished: None,
        origin: Origin::Planned,
        handed_back: None,
        events: Vec::new(),
        note: None,
    }
}
