//! The columns of the register of tasks and what each holds.

use crate::app::view::arrange::{ColumnSpec, ColumnType, Value};
use crate::app::workflow::task::TaskField;
use crate::domain::{Assignment, Day, Decimal, Origin, TaskEventKind};
use crate::ledger::Book;

use super::{Places, TaskStatus, called, status};

/// A column of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskColumn {
    /// An edited field.
    Field(TaskField),
    /// The unit it belongs to.
    Unit,
    /// The deadline in force.
    Deadline,
    /// How the task stands.
    Status,
}

impl TaskColumn {
    /// The columns in order.
    pub const ALL: [Self; 16] = [
        Self::Field(TaskField::Code),
        Self::Field(TaskField::Name),
        Self::Field(TaskField::Official),
        Self::Unit,
        Self::Field(TaskField::Product),
        Self::Field(TaskField::Coefficient),
        Self::Field(TaskField::Assigned),
        Self::Field(TaskField::Completed),
        Self::Field(TaskField::AssignedOn),
        Self::Deadline,
        Self::Field(TaskField::Finished),
        Self::Field(TaskField::Failures),
        Self::Field(TaskField::Late),
        Self::Status,
        Self::Field(TaskField::Origin),
        Self::Field(TaskField::Note),
    ];

    /// The same for the arrangement of the register.
    pub const SPECS: [ColumnSpec; 16] = {
        let mut specs = [Self::Status.spec(); 16];
        let mut at = 0;
        while at < specs.len() {
            specs[at] = Self::ALL[at].spec();
            at += 1;
        }
        specs
    };

    const fn spec(self) -> ColumnSpec {
        let (holds, shown) = match self {
            Self::Unit => (ColumnType::Text, false),
            Self::Deadline => (ColumnType::Day, true),
            Self::Status => (ColumnType::Choice, true),
            Self::Field(field) => match field {
                TaskField::Code | TaskField::Name | TaskField::Product | TaskField::Note => {
                    (ColumnType::Text, true)
                }
                TaskField::Official => (ColumnType::Name, true),
                TaskField::AssignedOn => (ColumnType::Day, false),
                TaskField::Due | TaskField::Finished => (ColumnType::Day, true),
                TaskField::Origin => (ColumnType::Choice, false),
                TaskField::Coefficient
                | TaskField::Assigned
                | TaskField::Completed
                | TaskField::Failures
                | TaskField::Late => (ColumnType::Number, true),
            },
        };
        ColumnSpec {
            key: self.key(),
            holds,
            shown,
        }
    }

    /// Its place among all columns.
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL
            .iter()
            .position(|column| *column == self)
            .unwrap_or_default()
    }

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Field(field) => field.key(),
            Self::Unit => "unit",
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
            Self::Unit | Self::Status => None,
        }
    }
}

/// The kinds of status, without their days: what the status column is filtered and grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not finished and past the deadline.
    Overdue,
    /// Finished late.
    Late,
    /// With late occurrences on record.
    LateOccurrences,
    /// Due within three days.
    DueSoon,
    /// Something of the *4 rõ* is missing.
    Unclear,
    /// Being worked on.
    InProgress,
    /// Late and excused.
    Excused,
    /// Handed back.
    HandedBack,
    /// Finished in time.
    OnTime,
}

impl Standing {
    /// All of them, in order; their places are the numbers filters keep.
    pub const ALL: [Self; 9] = [
        Self::Overdue,
        Self::Late,
        Self::LateOccurrences,
        Self::DueSoon,
        Self::Unclear,
        Self::InProgress,
        Self::Excused,
        Self::HandedBack,
        Self::OnTime,
    ];

    /// Whether it is lateness that nothing excuses.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Overdue | Self::Late | Self::LateOccurrences)
    }
}

/// A status as the register needs it for each of a million tasks: its kind, and its place among
/// its kind. Computed once per task and projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stands {
    pub(super) standing: Standing,
    place: u32,
}

impl Stands {
    /// How a task stands on a day.
    pub(super) fn of(task: &Assignment, today: Day) -> Self {
        let days = |days: i64| u32::try_from(days).unwrap_or(u32::MAX);
        let (standing, place) = match status(task, today) {
            TaskStatus::Overdue(late) => (Standing::Overdue, days(late)),
            TaskStatus::Late(late) => (Standing::Late, days(late)),
            TaskStatus::LateOccurrences(count) => (
                Standing::LateOccurrences,
                u32::try_from(count).unwrap_or(u32::MAX),
            ),
            TaskStatus::DueSoon(left) => (Standing::DueSoon, days(left)),
            TaskStatus::Unclear(gap) => (Standing::Unclear, gap as u32),
            TaskStatus::InProgress => (Standing::InProgress, 0),
            TaskStatus::Excused => (Standing::Excused, 0),
            TaskStatus::HandedBack => (Standing::HandedBack, 0),
            TaskStatus::OnTime => (Standing::OnTime, 0),
        };
        Self { standing, place }
    }
}

/// What a task holds in the column at a place among [`TaskColumn::ALL`].
pub(super) fn value<'a>(
    book: &'a Book,
    places: &Places,
    task: &'a Assignment,
    stands: Stands,
    column: usize,
) -> Value<'a> {
    let words = |text: Option<&'a str>| Value::text(text.unwrap_or_default());
    let Some(column) = TaskColumn::ALL.get(column) else {
        return Value::Empty;
    };
    match column {
        TaskColumn::Unit => words(
            places
                .unit_of(task)
                .and_then(|unit| book.units.get(unit))
                .map(|unit| unit.name.as_str()),
        ),
        TaskColumn::Deadline => Value::day(task.deadline()),
        TaskColumn::Status => Value::Choice(stands.standing as u16, i64::from(stands.place)),
        TaskColumn::Field(field) => match field {
            TaskField::Code => words(task.code.as_deref()),
            TaskField::Name => Value::text(called(book, task)),
            TaskField::Official => words(task.official.map(|id| book.official_name(id))),
            TaskField::Product => words(
                task.product
                    .and_then(|id| book.products.get(id))
                    .map(|product| product.code.as_str()),
            ),
            TaskField::Coefficient => Value::Number(task.coefficient.millionths()),
            TaskField::Assigned => Value::Number(task.assigned.millionths()),
            TaskField::Completed => Value::Number(task.completed.millionths()),
            TaskField::AssignedOn => Value::day(task.assigned_on),
            TaskField::Due => Value::day(task.due),
            TaskField::Finished => Value::day(task.finished),
            TaskField::Failures => events(task, TaskEventKind::is_failure),
            TaskField::Late => events(task, |kind| matches!(kind, TaskEventKind::Late { .. })),
            TaskField::Origin => Value::Choice(task.origin as u16, 0),
            TaskField::Note => words(task.note.as_deref()),
        },
    }
}

impl TaskColumn {
    /// The origins by the numbers filters keep.
    pub const ORIGINS: [Origin; 3] = [Origin::Planned, Origin::TakenOver, Origin::Unplanned];
}

fn events(task: &Assignment, what: fn(&TaskEventKind) -> bool) -> Value<'_> {
    let count = task.events.iter().filter(|event| what(&event.kind)).count();
    Value::Number(i64::try_from(count).map_or(i64::MAX, |count| count * Decimal::SCALE))
}
