//! One cell of the register: what stands in it as one would type it, and how it is set.

use crate::domain::{Assignment, Day, Decimal, Official};
use crate::ledger::Book;
use crate::text::{SeparatorStyle, format_date, format_number};

use super::super::entry::{self, EntryError, Numbers};
use super::super::paste::key_of;
use super::{Counted, Known, ORIGINS, TaskField, choose_product, origin, recount, within_range};

/// Sets one cell of a task, or leaves the task as it is.
///
/// `year` is meant where a day is typed without one.
///
/// # Errors
/// [`EntryError`] when the text is not taken, or the task counts in a confirmed period
/// before or after the change.
pub fn set_cell(
    known: &Known<'_>,
    task: &mut Assignment,
    field: TaskField,
    text: &str,
    today: Day,
    year: u16,
) -> Result<(), EntryError> {
    known.locks().check(task)?;
    let numbers = Some(SeparatorStyle::CommaDecimal);
    if !decides_period(field) {
        return write_cell(known, task, field, text, today, year, numbers);
    }
    let mut changed = task.clone();
    write_cell(known, &mut changed, field, text, today, year, numbers)?;
    known.locks().check(&changed)?;
    *task = changed;
    Ok(())
}

/// Sets one cell of a task as [`set_cell`] does, but leaves it to the caller to ask whether the
/// task counts in a confirmed period, before the first cell of a row and after the last.
///
/// # Errors
/// [`EntryError`] when the text is not taken.
pub fn write_cell(
    known: &Known<'_>,
    task: &mut Assignment,
    field: TaskField,
    text: &str,
    today: Day,
    year: u16,
    numbers: Numbers,
) -> Result<(), EntryError> {
    let text = text.trim();
    entry::plain(text)?;
    write(known, task, field, text, today, year, numbers)
}

/// Whether a cell says in whose period, or in which, a task counts.
#[must_use]
pub const fn decides_period(field: TaskField) -> bool {
    matches!(
        field,
        TaskField::Official | TaskField::AssignedOn | TaskField::Due
    )
}

/// Each arm sets its field once the text is understood, so a refusal changes nothing.
fn write(
    known: &Known<'_>,
    task: &mut Assignment,
    field: TaskField,
    text: &str,
    today: Day,
    year: u16,
    numbers: Numbers,
) -> Result<(), EntryError> {
    match field {
        TaskField::Code => task.code = entry::text(text),
        TaskField::Name => task.name = entry::text(text),
        TaskField::Note => task.note = entry::text(text),
        TaskField::Official => task.official = known.official(text)?,
        TaskField::Product => choose_product(known, task, text)?,
        TaskField::Coefficient => {
            let typed = entry::number_in(needed(text)?, numbers)?;
            task.coefficient = within_range(known.book(), task, typed)?;
        }
        TaskField::Assigned => task.assigned = entry::number_in(needed(text)?, numbers)?,
        // Nothing completed is what an empty cell says.
        TaskField::Completed if text.is_empty() => task.completed = Decimal::ZERO,
        TaskField::Completed => task.completed = entry::number_in(text, numbers)?,
        TaskField::AssignedOn => task.assigned_on = entry::day(text, year)?,
        TaskField::Due => set_due(task, entry::day(text, year)?)?,
        TaskField::Finished => task.finished = entry::day(text, year)?,
        TaskField::Failures => {
            let count = entry::count_in(text, numbers)?;
            recount(task, count, today, Counted::Failures)?;
        }
        TaskField::Late => {
            let count = entry::count_in(text, numbers)?;
            recount(task, count, today, Counted::Late)?;
        }
        TaskField::Origin => task.origin = origin(text)?,
    }
    Ok(())
}

/// The cell shows the deadline in force; the first one is not typed over once it was moved.
fn set_due(task: &mut Assignment, typed: Option<Day>) -> Result<(), EntryError> {
    if task.extensions().iter().all(|step| !step.in_force) {
        task.due = typed;
    } else if typed != task.deadline() && typed != task.due {
        return Err(EntryError::Extended);
    }
    Ok(())
}

const fn needed(text: &str) -> Result<&str, EntryError> {
    if text.is_empty() {
        Err(EntryError::Required)
    } else {
        Ok(text)
    }
}

/// What stands in a cell, as one would type it there again.
#[must_use]
pub fn cell_text(book: &Book, task: &Assignment, field: TaskField) -> String {
    let number = |value: Decimal| format_number(&value.to_string());
    let day = |value: Option<Day>| value.map(format_date).unwrap_or_default();
    let words = |value: &Option<String>| value.clone().unwrap_or_default();
    let count = |counted: Counted| {
        let events = task.events.iter();
        match events.filter(|event| counted.counts(&event.kind)).count() {
            0 => String::new(),
            count => count.to_string(),
        }
    };
    match field {
        TaskField::Code => words(&task.code),
        TaskField::Name => words(&task.name),
        TaskField::Note => words(&task.note),
        TaskField::Official => task
            .official
            .and_then(|id| book.officials.get(id))
            .map(person_text)
            .unwrap_or_default(),
        TaskField::Product => task
            .product
            .and_then(|id| book.products.get(id))
            .map(|product| product.code.clone())
            .unwrap_or_default(),
        TaskField::Coefficient => number(task.coefficient),
        TaskField::Assigned => number(task.assigned),
        TaskField::Completed => number(task.completed),
        TaskField::AssignedOn => day(task.assigned_on),
        TaskField::Due => day(task.deadline()),
        TaskField::Finished => day(task.finished),
        TaskField::Failures => count(Counted::Failures),
        TaskField::Late => count(Counted::Late),
        TaskField::Origin => key_of(&ORIGINS, task.origin),
    }
}

/// What one types for an official: the name, with the code that tells equal names apart.
#[must_use]
pub fn person_text(official: &Official) -> String {
    match &official.code {
        Some(code) => format!("{} · {code}", official.name),
        None => official.name.clone(),
    }
}

/// Whether a cell shows nothing, for keys that jump along what is filled in.
#[must_use]
pub fn is_blank(task: &Assignment, field: TaskField) -> bool {
    let none = |counted: Counted| !task.events.iter().any(|event| counted.counts(&event.kind));
    match field {
        TaskField::Code => task.code.is_none(),
        TaskField::Name => task.name.is_none() && task.product.is_none(),
        TaskField::Note => task.note.is_none(),
        TaskField::Official => task.official.is_none(),
        TaskField::Product => task.product.is_none(),
        TaskField::AssignedOn => task.assigned_on.is_none(),
        TaskField::Due => task.deadline().is_none(),
        TaskField::Finished => task.finished.is_none(),
        TaskField::Failures => none(Counted::Failures),
        TaskField::Late => none(Counted::Late),
        TaskField::Coefficient | TaskField::Assigned | TaskField::Completed | TaskField::Origin => {
            false
        }
    }
}
