//! The life of a task: assign, edit cells, extend, excuse, hand over, remove.

mod cells;
mod divide;
mod event;
mod form;
mod hand_over;
mod known;
mod new;
mod plan;
mod register;
mod remove;

use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, EventId, Excuses, OfficialId, Origin,
    ProductCoefficient, ProductId, TaskEvent, TaskEventKind,
};
use crate::ledger::{Action, Book, Draft, Key, Operation, Record};

use super::entry::{self, EntryError};
use super::paste::{Answer, one_of};

pub use cells::{cell_text, decides_period, is_blank, person_text, set_cell, write_cell};
pub use divide::{DivideField, DivideRefusal, NewPart, divide, spread};
pub use event::{
    EventRefusal, changeable, excusable, is_removable, remove_event, revoke, save_event,
};
pub use form::{DERIVED, EventAnswers, EventField, EventForm, PASSED, RETURNED, answers_of};
pub use hand_over::{HandOverField, NewHandOver, hand_over};
pub use known::{About, Known};
pub use new::{FieldError, NewTask, assign, blank_on};
pub use plan::{Repetition, calendar, repeat_month};
pub use remove::remove;

/// A cell of the register that is edited in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskField {
    /// The agency's code.
    Code,
    /// What is to be done.
    Name,
    /// Who leads it.
    Official,
    /// The product, by code.
    Product,
    /// Coefficient.
    Coefficient,
    /// Assigned quantity.
    Assigned,
    /// Completed quantity.
    Completed,
    /// Day of assignment.
    AssignedOn,
    /// Deadline: the one in force is shown, the first one is entered.
    Due,
    /// Day of completion.
    Finished,
    /// Number of failed quality assessments.
    Failures,
    /// Number of recorded late occurrences.
    Late,
    /// How it came to the official.
    Origin,
    /// Note.
    Note,
}

impl TaskField {
    /// All fields, in the order of the register.
    pub const ALL: [Self; 14] = [
        Self::Code,
        Self::Name,
        Self::Official,
        Self::Product,
        Self::Coefficient,
        Self::Assigned,
        Self::Completed,
        Self::AssignedOn,
        Self::Due,
        Self::Finished,
        Self::Failures,
        Self::Late,
        Self::Origin,
        Self::Note,
    ];

    /// The column's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Official => "official",
            Self::Product => "product",
            Self::Coefficient => "coefficient",
            Self::Assigned => "assigned",
            Self::Completed => "completed",
            Self::AssignedOn => "assigned_on",
            Self::Due => "due",
            Self::Finished => "finished",
            Self::Failures => "failures",
            Self::Late => "late",
            Self::Origin => "origin",
            Self::Note => "note",
        }
    }

    /// The field of a column.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// One cell and what was typed into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellEntry {
    /// Which task.
    pub task: AssignmentId,
    /// Which cell.
    pub field: TaskField,
    /// What was typed.
    pub text: String,
}

/// Drafts the change of one or many cells as one action.
///
/// # Errors
/// The index of the first cell that was not taken, and why; then nothing is drafted.
pub fn edit(
    book: &Book,
    entries: &[CellEntry],
    action: Action,
    today: Day,
    year: u16,
) -> Result<Operation, (usize, EntryError)> {
    let mut draft = Draft::new(book, action);
    let known = Known::new(book);
    for (index, entry) in entries.iter().enumerate() {
        set(&mut draft, &known, entry, today, year).map_err(|error| (index, error))?;
    }
    Ok(draft.finish())
}

fn set(
    draft: &mut Draft<'_>,
    known: &Known<'_>,
    entry: &CellEntry,
    today: Day,
    year: u16,
) -> Result<(), EntryError> {
    let mut task = drafted(draft, entry.task)?;
    set_cell(known, &mut task, entry.field, &entry.text, today, year)?;
    draft.put(Key::Assignment(entry.task), task);
    Ok(())
}

fn drafted(draft: &Draft<'_>, id: AssignmentId) -> Result<Assignment, EntryError> {
    match draft.get(Key::Assignment(id)) {
        Some(Record::Assignment(task)) => Ok(task),
        _ => Err(EntryError::Gone),
    }
}

/// The official meant by a name, `name · code`, or a code; nothing for an empty text.
///
/// # Errors
/// [`EntryError::Unknown`] or [`EntryError::Ambiguous`]; a part of a name never decides.
pub fn official(book: &Book, text: &str) -> Result<Option<OfficialId>, EntryError> {
    Known::new(book).official(text)
}

/// Sets the product by its code; a fixed coefficient comes with it.
fn choose_product(known: &Known<'_>, task: &mut Assignment, text: &str) -> Result<(), EntryError> {
    if text.is_empty() {
        task.product = None;
        return Ok(());
    }
    let id = known.product(text)?;
    task.product = Some(id);
    let listed = known.book().products.get(id);
    if let Some(ProductCoefficient::Fixed(coefficient)) = listed.map(|it| it.coefficient) {
        task.coefficient = coefficient;
    }
    Ok(())
}

/// Whether the task's product fixes its coefficient.
#[must_use]
pub fn fixes_coefficient(book: &Book, task: &Assignment) -> bool {
    matches!(listed(book, task), Some(ProductCoefficient::Fixed(_)))
}

/// Whether the task's coefficient lies in its product's range; without a range, whether it has one.
#[must_use]
pub fn fits_range(book: &Book, task: &Assignment) -> bool {
    match listed(book, task) {
        Some(ProductCoefficient::Range(from, to)) => (from..=to).contains(&task.coefficient),
        _ => !task.coefficient.is_zero(),
    }
}

/// The range of coefficients of a product; nothing for one that fixes it.
#[must_use]
pub fn range_of(book: &Book, product: ProductId) -> Option<(Decimal, Decimal)> {
    match book.products.get(product)?.coefficient {
        ProductCoefficient::Range(from, to) => Some((from, to)),
        ProductCoefficient::Fixed(_) => None,
    }
}

fn listed(book: &Book, task: &Assignment) -> Option<ProductCoefficient> {
    let product = task.product.and_then(|id| book.products.get(id));
    product.map(|product| product.coefficient)
}

fn coefficient(book: &Book, task: &Assignment, text: &str) -> Result<Decimal, EntryError> {
    within_range(book, task, entry::number(text)?)
}

fn within_range(book: &Book, task: &Assignment, value: Decimal) -> Result<Decimal, EntryError> {
    match listed(book, task) {
        Some(ProductCoefficient::Range(_, to)) if value > to => Err(EntryError::Above(to)),
        Some(ProductCoefficient::Range(from, _)) if value < from => Err(EntryError::Below(from)),
        _ => Ok(value),
    }
}

/// How a task came to its official: the keys of the answers and the words they are known by.
pub const ORIGINS: [Answer<Origin>; 3] = [
    (
        "planned",
        Origin::Planned,
        &["theo ke hoach", "ke hoach", "trong ke hoach"],
    ),
    (
        "taken_over",
        Origin::TakenOver,
        &["nhan them", "nhan lai", "taken over"],
    ),
    (
        "unplanned",
        Origin::Unplanned,
        &["phat sinh", "dot xuat", "ngoai ke hoach"],
    ),
];

/// Nothing said is as planned.
fn origin(text: &str) -> Result<Origin, EntryError> {
    if text.is_empty() {
        return Ok(Origin::Planned);
    }
    one_of(&ORIGINS, text)
}

#[derive(Clone, Copy)]
enum Counted {
    Failures,
    Late,
}

impl Counted {
    /// Whether it is one of those the cell counts.
    const fn counts(self, kind: &TaskEventKind) -> bool {
        match self {
            Self::Failures => kind.is_failure(),
            Self::Late => matches!(kind, TaskEventKind::Late { .. }),
        }
    }

    /// Whether nothing but its number was recorded, so that the cell may take it away again.
    const fn is_bare(kind: &TaskEventKind) -> bool {
        matches!(
            kind,
            TaskEventKind::QualityFailure { note: None } | TaskEventKind::Late { note: None }
        )
    }

    const fn make(self) -> TaskEventKind {
        match self {
            Self::Failures => TaskEventKind::QualityFailure { note: None },
            Self::Late => TaskEventKind::Late { note: None },
        }
    }
}

/// Adds events up to the count, or takes the latest ones away. Those that say more than that they
/// happened, or are excused, are taken away in the task's history only.
fn recount(
    task: &mut Assignment,
    wanted: usize,
    today: Day,
    counted: Counted,
) -> Result<(), EntryError> {
    let on = task.finished.unwrap_or(today);
    let counts = |event: &&TaskEvent| counted.counts(&event.kind);
    let there = task.events.iter().filter(counts).count();
    let mut bare: Vec<EventId> = task
        .events
        .iter()
        .filter(|event| counts(event) && Counted::is_bare(&event.kind))
        .filter(|event| !task.events.iter().any(|other| excuses(other, event.id)))
        .map(|event| event.id)
        .collect();
    let kept = there - bare.len();
    if wanted < there && wanted < kept {
        return Err(EntryError::InHistory(kept));
    }
    for _ in there..wanted {
        let id = task.next_event();
        task.events.push(TaskEvent {
            id,
            on,
            kind: counted.make(),
        });
    }
    let gone = bare.split_off(bare.len() - there.saturating_sub(wanted));
    task.events.retain(|event| !gone.contains(&event.id));
    Ok(())
}

fn excuses(event: &TaskEvent, id: EventId) -> bool {
    matches!(event.kind, TaskEventKind::ObjectiveCause { excuses: Excuses::Event(target), .. } if target == id)
}

/// The product a task is of, for suggestions.
#[must_use]
pub fn product_label(book: &Book, id: ProductId) -> String {
    book.products
        .get(id)
        .map(|product| format!("{} {}", product.code, product.task))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
