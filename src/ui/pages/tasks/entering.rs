//! What only tasks do with their cells: one key records them as done, a product with a range asks
//! for the coefficient.

use leptos::prelude::*;

use crate::app::view::people;
use crate::app::view::tasks::TaskColumn;
use crate::app::workflow::paste::{self, Laid};
use crate::app::workflow::task::{self, Known, ORIGINS, TaskField};
use crate::domain::{AssignmentId, Origin, ProductCoefficient, ProductId};
use crate::i18n::cells::CellsMessage;
use crate::i18n::format;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{CellEdit, CellRange, Choice, Commanded, GridCommand, Suggestion};
use crate::ui::register::Register;
use crate::ui::register::cells::{Cells, CellsSource, found, ground};

use super::{Open, TaskList, TasksState, id_of};

/// The cells of the register.
pub(super) fn cells(app: App, register: Register, list: Memo<TaskList>) -> Cells<TaskField> {
    let rows = move |(first, last, most): (usize, usize, usize)| {
        list.with_untracked(|list| {
            let rows = list.shown.rows_between(first, last).iter();
            rows.take(most).copied().collect()
        })
    };
    let line = move |wanted| list.with_untracked(|list| list.shown.line_of(|row| row == wanted));
    let source = CellsSource {
        rows: Callback::new(rows),
        line: Callback::new(line),
        field: |key| TaskColumn::from_key(key).and_then(TaskColumn::field),
        choices,
        suggest: |app, field, typed| match field {
            TaskField::Product => products(app, typed),
            _ => Vec::new(),
        },
    };
    Cells::new(app, register, source)
}

/// What a field is answered with, where that is one of a few.
fn choices(app: App, field: TaskField) -> Vec<Choice> {
    let one =
        |(key, origin, _): (&str, Origin, _)| Choice::new(key, app.t(TaskMessage::from(origin)));
    match field {
        TaskField::Origin => ORIGINS.map(one).into(),
        _ => Vec::new(),
    }
}

/// Takes one cell as typed, or says why not.
pub(super) fn take(app: App, state: TasksState, edit: &CellEdit) -> Result<(), String> {
    if let Some((task, product)) = wants_coefficient(app, edit) {
        state.open.set(Open::Coefficient(task, product));
        return Ok(());
    }
    state.cells.take(edit)
}

/// The product of an entry whose range the task's coefficient does not fit yet.
fn wants_coefficient(app: App, edit: &CellEdit) -> Option<(AssignmentId, ProductId)> {
    let id = id_of(&edit.spot.row_key)?;
    let field = TaskColumn::from_key(&edit.spot.column)?.field()?;
    if field != TaskField::Product {
        return None;
    }
    app.peek(|model| {
        let product = Known::new(&model.book).product(edit.value.trim()).ok()?;
        let (from, to) = task::range_of(&model.book, product)?;
        let task = model.book.assignments.get(id)?;
        (!(from..=to).contains(&task.coefficient)).then_some((id, product))
    })
}

/// Does what a key asks for a range; says whether it does.
pub(super) fn command(app: App, state: TasksState, asked: Commanded) -> bool {
    if asked.command == GridCommand::Done {
        let tasks = rows_to_finish(state, asked.range);
        state.cells.offer(done(app, state, &tasks));
        return true;
    }
    state.cells.command(asked)
}

/// The ticked rows when one stands in one of them, else the rows of the range.
fn rows_to_finish(state: TasksState, range: CellRange) -> Vec<AssignmentId> {
    let ticked = untrack(|| state.ticked());
    let here = untrack(|| state.current_task());
    if here.is_some_and(|here| ticked.contains(&here)) {
        return ticked;
    }
    state.cells.place_of(range, 0).rows
}

/// Records tasks as done, or takes it back, and remembers how they stood before.
fn done(app: App, state: TasksState, tasks: &[AssignmentId]) -> Laid {
    app.peek(|model| {
        let laid = state
            .before
            .with_value(|before| paste::done(ground(model), tasks, before));
        state.before.update_value(|before| {
            for id in tasks {
                let task = model.book.assignments.get(*id);
                // What stands as done is what the same key takes back to how it was.
                if let Some(task) = task.filter(|task| !paste::is_done(task)) {
                    before.insert(*id, (task.completed, task.finished));
                }
            }
        });
        laid
    })
}

/// Products with the coefficient they bring.
fn products(app: App, typed: &str) -> Vec<Suggestion> {
    let locale = app.locale.get_untracked();
    let mut list = found(app.peek(|model| people::suggest_products(model, typed)));
    for found in &mut list {
        let words = match app.peek(|model| people::listed_coefficient(model, &found.value)) {
            Some(ProductCoefficient::Range(from, to)) => CellsMessage::SuggestRange {
                from: format::decimal(from, locale),
                to: format::decimal(to, locale),
            },
            Some(ProductCoefficient::Fixed(value)) => CellsMessage::SuggestFixed {
                value: format::decimal(value, locale),
            },
            None => continue,
        };
        let detail = found.detail.take().filter(|detail| !detail.is_empty());
        let parts: Vec<String> = detail.into_iter().chain([app.t(words)]).collect();
        found.detail = Some(parts.join(" · "));
    }
    list
}
