//! The register of tasks: which rows, in which order, and what each says.

mod status;

use std::cmp::Ordering;

use crate::app::Model;
use crate::app::workflow::lock;
use crate::app::workflow::task::TaskField;
use crate::domain::{
    Assignment, AssignmentId, Day, Excuses, Month, OfficialId, TaskEventKind, UnitId,
};
use crate::ledger::Book;
use crate::text::{SortKey, matches, name_sort_key, text_sort_key};

pub use status::{Gap, TaskStatus, gap, status};

/// What the register is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskQuery {
    /// Words searched in code, name, product and person, diacritics or not.
    pub words: String,
    /// A quick filter.
    pub filter: TaskFilter,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Only tasks that count in the month looked at, else in its year.
    pub month_only: bool,
    /// The column sorted by, with the direction.
    pub sort: Option<(TaskColumn, bool)>,
}

/// Quick filters of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum TaskFilter {
    /// All tasks.
    #[default]
    All,
    /// Not finished and past the deadline.
    Overdue,
    /// Due within three days.
    DueSoon,
    /// Finished late, not excused.
    Late,
    /// Without a person, a product or name, or a deadline (4 rõ).
    Unclear,
    /// With a failed quality assessment.
    Failed,
    /// Unplanned or taken over.
    Added,
}

impl TaskFilter {
    /// All filters in order.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Overdue,
        Self::DueSoon,
        Self::Late,
        Self::Unclear,
        Self::Failed,
        Self::Added,
    ];

    /// The word in the address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "tat-ca",
            Self::Overdue => "qua-han",
            Self::DueSoon => "den-han",
            Self::Late => "tre-han",
            Self::Unclear => "chua-ro",
            Self::Failed => "chua-dat",
            Self::Added => "phat-sinh",
        }
    }

    /// The filter of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|filter| filter.word() == word)
            .unwrap_or_default()
    }
}

/// A column of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskColumn {
    /// An edited field.
    Field(TaskField),
    /// The deadline in force.
    Deadline,
    /// How the task stands.
    Status,
}

impl TaskColumn {
    /// The columns in order.
    pub const ALL: [Self; 13] = [
        Self::Field(TaskField::Code),
        Self::Field(TaskField::Name),
        Self::Field(TaskField::Official),
        Self::Field(TaskField::Product),
        Self::Field(TaskField::Coefficient),
        Self::Field(TaskField::Assigned),
        Self::Field(TaskField::Completed),
        Self::Deadline,
        Self::Field(TaskField::Finished),
        Self::Field(TaskField::Failures),
        Self::Field(TaskField::Late),
        Self::Status,
        Self::Field(TaskField::Note),
    ];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Field(field) => field.key(),
            Self::Deadline => "deadline",
            Self::Status => "status",
        }
    }

    /// The column with a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The field edited in this column.
    #[must_use]
    pub const fn field(self) -> Option<TaskField> {
        match self {
            Self::Field(field) => Some(field),
            Self::Deadline => Some(TaskField::Due),
            Self::Status => None,
        }
    }
}

fn keeps(filter: TaskFilter, task: &Assignment, today: Day) -> bool {
    match filter {
        TaskFilter::All => true,
        TaskFilter::Overdue => matches!(status(task, today), TaskStatus::Overdue(_)),
        TaskFilter::DueSoon => matches!(status(task, today), TaskStatus::DueSoon(_)),
        TaskFilter::Late => matches!(
            status(task, today),
            TaskStatus::Late(_) | TaskStatus::LateOccurrences(_)
        ),
        TaskFilter::Unclear => gap(task).is_some(),
        TaskFilter::Failed => task
            .events
            .iter()
            .any(|event| matches!(event.kind, TaskEventKind::QualityFailure { .. })),
        TaskFilter::Added => task.origin != crate::domain::Origin::Planned,
    }
}

/// The rows of the register and the counts of the quick filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskList {
    /// Tasks in order.
    pub rows: Vec<AssignmentId>,
    /// How many each quick filter would leave, in the order of [`TaskFilter::ALL`].
    pub counts: [usize; 7],
}

/// Projects the register.
#[must_use]
pub fn list(model: &Model, query: &TaskQuery) -> TaskList {
    let book = &model.book;
    let units = query.unit.map(|unit| book.units_under(unit));
    let month = model.month();
    let mut counts = [0; 7];
    let mut rows = Vec::new();
    for (id, task) in book.assignments.iter() {
        let inside = in_time(task, month, query.month_only)
            && units
                .as_ref()
                .is_none_or(|units| in_units(book, task, units));
        if !inside || !found(book, task, &query.words) {
            continue;
        }
        for (count, filter) in counts.iter_mut().zip(TaskFilter::ALL) {
            *count += usize::from(keeps(filter, task, model.now.today));
        }
        if keeps(query.filter, task, model.now.today) {
            rows.push(id);
        }
    }
    sort(book, &mut rows, query.sort, model.now.today);
    TaskList { rows, counts }
}

fn in_time(task: &Assignment, month: Month, month_only: bool) -> bool {
    match lock::month_of(task) {
        None => true,
        Some(own) if month_only => own == month,
        Some(own) => own.year() == month.year(),
    }
}

fn in_units(book: &Book, task: &Assignment, units: &[UnitId]) -> bool {
    let day = task.deadline().or(task.assigned_on);
    let own = task.official.and_then(|official| match day {
        Some(day) => book
            .position_on(official, day)
            .or_else(|| book.positions_of(official).into_iter().next_back()),
        None => book.positions_of(official).into_iter().next_back(),
    });
    let unit = task.unit.or_else(|| own.map(|(_, position)| position.unit));
    unit.is_some_and(|unit| units.contains(&unit))
}

fn found(book: &Book, task: &Assignment, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let code = task.code.as_deref().unwrap_or_default();
    let official = task
        .official
        .map(|official| book.official_name(official))
        .unwrap_or_default();
    matches(words, code) || matches(words, &name(book, task)) || matches(words, official)
}

/// What a task is called: its own name, else its product's.
#[must_use]
pub fn name(book: &Book, task: &Assignment) -> String {
    let product = || {
        task.product
            .and_then(|id| book.products.get(id))
            .map(|product| product.task.clone())
    };
    task.name.clone().or_else(product).unwrap_or_default()
}

enum SortValue {
    Text(SortKey),
    Number(i64),
    Day(Option<Day>),
    Status(TaskStatus),
}

fn sort(book: &Book, rows: &mut [AssignmentId], by: Option<(TaskColumn, bool)>, today: Day) {
    let Some((column, descending)) = by else {
        return;
    };
    let value = |id: AssignmentId| {
        book.assignments
            .get(id)
            .map(|task| sort_value(book, task, column, today))
    };
    let mut keyed: Vec<(Option<SortValue>, AssignmentId)> =
        rows.iter().map(|id| (value(*id), *id)).collect();
    keyed.sort_by(|(a, first), (b, second)| {
        let order = compare(a.as_ref(), b.as_ref());
        let order = if descending { order.reverse() } else { order };
        order.then(first.cmp(second))
    });
    for (row, (_, id)) in rows.iter_mut().zip(keyed) {
        *row = id;
    }
}

fn sort_value(book: &Book, task: &Assignment, column: TaskColumn, today: Day) -> SortValue {
    let text = |text: &str| SortValue::Text(text_sort_key(text));
    match column {
        TaskColumn::Status => SortValue::Status(status(task, today)),
        TaskColumn::Deadline => SortValue::Day(task.deadline()),
        TaskColumn::Field(field) => match field {
            TaskField::Code => text(task.code.as_deref().unwrap_or_default()),
            TaskField::Name => text(&name(book, task)),
            TaskField::Official => SortValue::Text(name_sort_key(
                task.official
                    .map(|id| book.official_name(id))
                    .unwrap_or_default(),
            )),
            TaskField::Product => text(
                &task
                    .product
                    .and_then(|id| book.products.get(id))
                    .map(|product| product.code.clone())
                    .unwrap_or_default(),
            ),
            TaskField::Coefficient => SortValue::Number(task.coefficient.millionths()),
            TaskField::Assigned => SortValue::Number(task.assigned.millionths()),
            TaskField::Completed => SortValue::Number(task.completed.millionths()),
            TaskField::AssignedOn => SortValue::Day(task.assigned_on),
            TaskField::Due => SortValue::Day(task.due),
            TaskField::Finished => SortValue::Day(task.finished),
            TaskField::Failures => SortValue::Number(events(task, |kind| {
                matches!(kind, TaskEventKind::QualityFailure { .. })
            })),
            TaskField::Late => SortValue::Number(events(task, |kind| {
                matches!(kind, TaskEventKind::Late { .. })
            })),
            TaskField::Origin => SortValue::Number(task.origin as i64),
            TaskField::Note => text(task.note.as_deref().unwrap_or_default()),
        },
    }
}

fn events(task: &Assignment, what: fn(&TaskEventKind) -> bool) -> i64 {
    i64::try_from(task.events.iter().filter(|event| what(&event.kind)).count()).unwrap_or(i64::MAX)
}

fn compare(a: Option<&SortValue>, b: Option<&SortValue>) -> Ordering {
    match (a, b) {
        (Some(SortValue::Text(a)), Some(SortValue::Text(b))) => a.cmp(b),
        (Some(SortValue::Number(a)), Some(SortValue::Number(b))) => a.cmp(b),
        (Some(SortValue::Day(a)), Some(SortValue::Day(b))) => {
            a.is_none().cmp(&b.is_none()).then(a.cmp(b))
        }
        (Some(SortValue::Status(a)), Some(SortValue::Status(b))) => a.cmp(b),
        _ => Ordering::Equal,
    }
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// Which task.
    pub id: AssignmentId,
    /// The task itself.
    pub task: Assignment,
    /// What it is called.
    pub name: String,
    /// Who leads it.
    pub official: Option<(OfficialId, String, Option<String>)>,
    /// Code of the product.
    pub product: Option<String>,
    /// Failed quality assessments, and how many of them are excused.
    pub failures: (usize, usize),
    /// Recorded late occurrences, and how many of them are excused.
    pub late: (usize, usize),
    /// How it stands.
    pub status: TaskStatus,
    /// True when it counts in a confirmed period and cannot be changed.
    pub locked: bool,
}

/// Projects one row.
#[must_use]
pub fn row(model: &Model, id: AssignmentId) -> Option<TaskRow> {
    let book = &model.book;
    let task = book.assignments.get(id)?.clone();
    let counted = |what: fn(&TaskEventKind) -> bool| {
        let events = task.events.iter().filter(|event| what(&event.kind));
        events.fold((0, 0), |(all, excused), event| {
            (
                all + 1,
                excused + usize::from(task.is_excused(Excuses::Event(event.id))),
            )
        })
    };
    let official = task.official.and_then(|id| {
        book.officials
            .get(id)
            .map(|official| (id, official.name.clone(), official.code.clone()))
    });
    Some(TaskRow {
        id,
        name: name(book, &task),
        official,
        product: task
            .product
            .and_then(|id| book.products.get(id))
            .map(|product| product.code.clone()),
        failures: counted(|kind| matches!(kind, TaskEventKind::QualityFailure { .. })),
        late: counted(|kind| matches!(kind, TaskEventKind::Late { .. })),
        status: status(&task, model.now.today),
        locked: lock::check_task(book, &task).is_err(),
        task,
    })
}

#[cfg(test)]
mod tests;
