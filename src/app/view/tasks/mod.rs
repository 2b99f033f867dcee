//! The register of tasks: which rows, in which order, and what each says.

mod column;
mod filter;
mod lateness;
mod status;
mod timeline;

use std::collections::{BTreeSet, HashMap};

use crate::app::Model;
use crate::app::view::arrange::{Arranged, Arrangement, Facets, Total, Value, arranged, facets};
use crate::app::workflow::lock;
use crate::domain::{
    Assignment, AssignmentId, Excuses, Month, OfficialId, Span, TaskEventKind, UnitId,
};
use crate::ledger::Book;
use crate::text::matches;

use column::Stands;

pub use column::{Standing, TaskColumn};
pub use filter::TaskFilter;
pub use lateness::{Days, RawAndNet, paused, raw_and_net};
pub use status::{Gap, SOON, TaskStatus, gap, next_due, status};
pub use timeline::{
    Act, Excused, Happening, PartsView, TaskLife, TimelineEntry, life, targets, words_for,
};

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
    /// Order, filters of columns, groups.
    pub arrangement: Arrangement,
    /// Keys of the groups folded away.
    pub folded: BTreeSet<String>,
}

/// What the tasks of a group come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskTotal {
    /// Sum of the assigned quantities, in millionths.
    pub assigned: i128,
    /// Sum of the completed quantities, in millionths.
    pub completed: i128,
    /// Tasks finished late, or not finished and past their deadline.
    pub late: usize,
}

/// A task with what its group sums and how it stands.
#[derive(Clone, Copy)]
struct Summed<'a> {
    id: AssignmentId,
    task: &'a Assignment,
    stands: Stands,
}

impl Total<Summed<'_>> for TaskTotal {
    fn add(&mut self, row: Summed<'_>) {
        self.assigned += i128::from(row.task.assigned.millionths());
        self.completed += i128::from(row.task.completed.millionths());
        self.late += usize::from(row.stands.standing.is_late());
    }
}

/// The rows of the register and the counts of the quick filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskList {
    /// Tasks and groups in order.
    pub shown: Arranged<AssignmentId, TaskTotal>,
    /// How many each quick filter would leave, in the order of [`TaskFilter::ALL`].
    pub counts: [usize; TaskFilter::ALL.len()],
}

impl TaskList {
    /// How many tasks a quick filter would leave.
    #[must_use]
    pub const fn count(&self, filter: TaskFilter) -> usize {
        self.counts[filter as usize]
    }
}

/// Projects the register.
#[must_use]
pub fn list(model: &Model, query: &TaskQuery) -> TaskList {
    let places = Places::of(&model.book);
    let mut counts = [0; TaskFilter::ALL.len()];
    let found: Arranged<Summed, TaskTotal> = arranged(
        found_rows(model, query, &places, &mut counts),
        &query.arrangement,
        &TaskColumn::SPECS,
        &query.folded,
        |row, column| held(&model.book, &places, row, column),
    );
    TaskList {
        shown: Arranged {
            rows: found.rows.into_iter().map(|row| row.id).collect(),
            groups: found.groups,
            kept: found.kept,
        },
        counts,
    }
}

/// What the tasks found hold in a column, whatever that column itself is filtered by.
#[must_use]
pub fn values(model: &Model, query: &TaskQuery, column: TaskColumn, most: usize) -> Facets {
    let places = Places::of(&model.book);
    let mut counts = [0; TaskFilter::ALL.len()];
    let mut others = Arrangement {
        filters: query.arrangement.filters.clone(),
        ..Arrangement::default()
    };
    others.filters.remove(column.key());
    let found: Arranged<Summed, TaskTotal> = arranged(
        found_rows(model, query, &places, &mut counts),
        &others,
        &TaskColumn::SPECS,
        &BTreeSet::new(),
        |row, column| held(&model.book, &places, row, column),
    );
    let own = column.place();
    let rows = found.rows.into_iter();
    facets(rows.map(|row| held(&model.book, &places, row, own)), most)
}

/// What a task found holds in the column at a place.
fn held<'a>(book: &'a Book, places: &Places, row: Summed<'a>, column: usize) -> Value<'a> {
    column::value(book, places, row.task, row.stands, column)
}

/// The tasks that time, unit, words and quick filter leave.
fn found_rows<'a>(
    model: &'a Model,
    query: &TaskQuery,
    places: &Places,
    counts: &mut [usize; TaskFilter::ALL.len()],
) -> Vec<Summed<'a>> {
    let book = &model.book;
    let today = model.now.today;
    let units = query.unit.map(|unit| book.units_under(unit));
    let month = model.month();
    let months = lock::Months::of(book);
    let mut all = book.assignments.iter();
    let answers_kept = all.any(|(_, task)| task.names_who_answers());
    let mut rows = Vec::new();
    for (id, task) in book.assignments.iter() {
        let inside = in_time(&months, task, month, query.month_only)
            && units.as_ref().is_none_or(|units| {
                places
                    .unit_of(task)
                    .is_some_and(|unit| units.contains(&unit))
            });
        if !inside || !found(book, task, &query.words) {
            continue;
        }
        let stands = Stands::of(task, today);
        let kept = filter::kept(task, stands.standing, answers_kept);
        for (count, kept) in counts.iter_mut().zip(kept) {
            *count += usize::from(kept);
        }
        if kept[query.filter as usize] {
            rows.push(Summed { id, task, stands });
        }
    }
    rows
}

/// A task is found in every month it counts in and in that of its deadline, else of its
/// assignment; one without days in all.
fn in_time(months: &lock::Months, task: &Assignment, month: Month, month_only: bool) -> bool {
    let Some(day) = task.deadline().or(task.assigned_on) else {
        return true;
    };
    let inside = |own: Month| {
        if month_only {
            own == month
        } else {
            own.year() == month.year()
        }
    };
    if inside(Month::of(day)) {
        return true;
    }
    // It can count from its assignment on, and after 15/12 in the month after its deadline: of a
    // million tasks few are placed.
    let first = Month::of(task.assigned_on.map_or(day, |from| from.min(day)));
    let last = Month::of(day).next();
    let near = if month_only {
        (first..=last).contains(&month)
    } else {
        (first.year()..=last.year()).contains(&month.year())
    };
    near && months.of_task(task).any(inside)
}

/// Where officials work, at hand for a million tasks.
pub(in crate::app::view) struct Places(HashMap<OfficialId, Vec<(Span, UnitId)>>);

impl Places {
    pub(in crate::app::view) fn of(book: &Book) -> Self {
        let mut places: HashMap<OfficialId, Vec<(Span, UnitId)>> = HashMap::new();
        for (_, position) in book.positions.iter() {
            let own = places.entry(position.official).or_default();
            let at = own.partition_point(|(span, _)| span.from <= position.span.from);
            own.insert(at, (position.span, position.unit));
        }
        Self(places)
    }

    /// The unit a task belongs to: its own, else that of its person on its day.
    pub(in crate::app::view) fn unit_of(&self, task: &Assignment) -> Option<UnitId> {
        let own = || {
            let own = self.0.get(&task.official?)?;
            let on = task.deadline().or(task.assigned_on);
            let then = on.and_then(|day| own.iter().rfind(|(span, _)| span.contains(day)));
            then.or(own.last()).map(|(_, unit)| *unit)
        };
        task.unit.or_else(own)
    }
}

pub(in crate::app::view) fn found(book: &Book, task: &Assignment, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let code = task.code.as_deref().unwrap_or_default();
    let official = task
        .official
        .map(|official| book.official_name(official))
        .unwrap_or_default();
    matches(words, code) || matches(words, called(book, task)) || matches(words, official)
}

/// What a task is called: its own name, else its product's.
#[must_use]
pub fn name(book: &Book, task: &Assignment) -> String {
    called(book, task).to_owned()
}

/// The same, as it stands in the book.
fn called<'a>(book: &'a Book, task: &'a Assignment) -> &'a str {
    let product = || Some(book.products.get(task.product?)?.task.as_str());
    task.name.as_deref().or_else(product).unwrap_or_default()
}

/// The unit of a task, by name.
fn unit_name(book: &Book, task: &Assignment) -> String {
    let own = || {
        let official = task.official?;
        let day = task.deadline().or(task.assigned_on);
        let then = day.and_then(|day| book.position_on(official, day));
        let last = || book.positions_of(official).into_iter().next_back();
        then.or_else(last).map(|(_, position)| position.unit)
    };
    let unit = task.unit.or_else(own);
    unit.and_then(|unit| book.units.get(unit))
        .map(|unit| unit.name.clone())
        .unwrap_or_default()
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
    /// The unit it belongs to.
    pub unit: String,
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
        unit: unit_name(book, &task),
        official,
        product: task
            .product
            .and_then(|id| book.products.get(id))
            .map(|product| product.code.clone()),
        failures: counted(TaskEventKind::is_failure),
        late: counted(|kind| matches!(kind, TaskEventKind::Late { .. })),
        status: status(&task, model.now.today),
        locked: lock::check_task(book, &task).is_err(),
        task,
    })
}

#[cfg(test)]
mod tests;
