//! What is entered in the register: single cells, pasted blocks, and what keys do to a range.

use leptos::prelude::*;

use crate::app::view::arrange::Line;
use crate::app::view::people;
use crate::app::view::tasks::TaskColumn;
use crate::app::workflow::paste::{self, Block, Ground, Laid, Place};
use crate::app::workflow::task::{self, CellEntry, Known, TaskField};
use crate::app::{Action, Kind, Model};
use crate::domain::{AssignmentId, Day, ProductCoefficient, ProductId};
use crate::i18n::cells::CellsMessage;
use crate::i18n::format;
use crate::i18n::task::TaskColumnName;
use crate::ui::App;
use crate::ui::components::{CellEdit, CellRange, Commanded, GridCommand, GridPaste, Suggestion};

use super::{Open, TasksState, id_of, many, preview};

/// What cells are laid on.
pub(super) fn ground(model: &Model) -> Ground<'_> {
    Ground {
        book: &model.book,
        today: model.now.today,
        year: model.month().year(),
    }
}

/// The columns as they are seen.
pub(super) fn shown_columns(state: TasksState) -> Vec<TaskColumn> {
    untrack(|| state.columns())
}

/// The tasks as they are seen.
pub(super) fn all_rows(state: TasksState) -> Vec<AssignmentId> {
    state.list.with_untracked(|list| list.shown.rows.clone())
}

/// Where a range lies, with at least `wanted` rows of tasks.
pub(super) fn place_of(state: TasksState, range: CellRange, wanted: usize) -> Place {
    // Headings of groups are lines of the grid, not tasks.
    let (height, rows) = state.list.with_untracked(|list| {
        let shown = &list.shown;
        let height = shown.rows_between(range.first_row, range.last_row).len();
        let below = shown.rows_between(range.first_row, usize::MAX).iter();
        let rows: Vec<AssignmentId> = below.take(height.max(wanted)).copied().collect();
        (height, rows)
    });
    let columns = shown_columns(state).into_iter().skip(range.first_col);
    Place {
        rows,
        columns: columns.map(TaskColumn::field).collect(),
        height,
        width: range.last_col - range.first_col + 1,
        grows: false,
    }
}

/// The tasks of the ticked rows, else those of the selected range.
pub(super) fn tasks_of(state: TasksState) -> Vec<AssignmentId> {
    let ticked = untrack(|| state.ticked());
    if !ticked.is_empty() {
        return ticked;
    }
    let range = state.range.get_untracked();
    range
        .map(|range| place_of(state, range, 0).rows)
        .unwrap_or_default()
}

/// Takes one cell as typed, or says why not.
pub(super) fn take(app: App, state: TasksState, edit: &CellEdit) -> Result<(), String> {
    let column = TaskColumn::from_key(&edit.spot.column);
    let (Some(id), Some(field)) = (
        id_of(&edit.spot.row_key),
        column.and_then(TaskColumn::field),
    ) else {
        return Ok(());
    };
    if let Some(product) = wants_coefficient(app, id, field, &edit.value) {
        state.open.set(Open::Coefficient(id, product));
        return Ok(());
    }
    let entry = CellEntry {
        task: id,
        field,
        text: edit.value.clone(),
    };
    let drafted = app.peek(|model| {
        let action = Action::Edit(Kind::Assignment);
        let year = model.month().year();
        task::edit(&model.book, &[entry], action, model.now.today, year)
    });
    match drafted {
        Ok(operation) => {
            app.act(operation);
            Ok(())
        }
        Err((_, error)) => Err(app.t(error)),
    }
}

/// The product of an entry whose range the task's coefficient does not fit yet.
fn wants_coefficient(
    app: App,
    id: AssignmentId,
    field: TaskField,
    text: &str,
) -> Option<ProductId> {
    if field != TaskField::Product {
        return None;
    }
    app.peek(|model| {
        let product = Known::new(&model.book).product(text.trim()).ok()?;
        let (from, to) = task::range_of(&model.book, product)?;
        let task = model.book.assignments.get(id)?;
        (!(from..=to).contains(&task.coefficient)).then_some(product)
    })
}

/// Lays a pasted block onto the rows and columns as they are seen.
pub(super) fn lay(app: App, state: TasksState, pasted: &GridPaste) {
    let mut block = Block::from_clipboard(&pasted.text, pasted.html.as_deref());
    let columns = shown_columns(state)
        .into_iter()
        .skip(pasted.range.first_col);
    let heads: Vec<String> = columns
        .map(|column| app.t(TaskColumnName::from(column)))
        .collect();
    block.without_heads(&heads);
    let place = Place {
        grows: true,
        ..place_of(state, pasted.range, block.height())
    };
    let action = Action::Paste(Kind::Assignment);
    let laid = app.peek(|model| Laid::new(ground(model), block, &place, action));
    preview::offer(app, state, laid);
}

/// Does what a key asks for a range; says whether it does.
pub(super) fn command(app: App, state: TasksState, asked: Commanded) -> bool {
    let range = asked.range;
    let laid = match asked.command {
        GridCommand::FillDown => fill_down(app, state, range),
        GridCommand::Clear => Some(write(app, state, range, "")),
        GridCommand::Today => today(app, state, range),
        GridCommand::Done => Some(done(app, state, &rows_to_finish(state, range))),
        GridCommand::FillSeries => {
            state.open.set(Open::Series);
            return true;
        }
        GridCommand::Replace => {
            state.open.set(Open::Replace);
            return true;
        }
    };
    if let Some(laid) = laid {
        preview::offer(app, state, laid);
    }
    true
}

/// What an entry of the menu does.
pub(super) fn chosen(app: App, state: TasksState, key: &str) {
    if let Some(open) = many::opened(key) {
        state.open.set(open);
        return;
    }
    let Some(range) = state.range.get_untracked() else {
        return;
    };
    let command = match key {
        "heads" => return state.copy_heads.set(true),
        "done" => GridCommand::Done,
        _ => GridCommand::FillDown,
    };
    self::command(app, state, Commanded { command, range });
}

/// The first row over those below; a single row takes the one above it.
fn fill_down(app: App, state: TasksState, range: CellRange) -> Option<Laid> {
    let single = range.first_row == range.last_row;
    let range = CellRange {
        first_row: if single {
            range.first_row.checked_sub(1)?
        } else {
            range.first_row
        },
        ..range
    };
    let mut place = place_of(state, range, 0);
    let first = (place.rows.len() > 1).then(|| place.rows.remove(0))?;
    place.height -= 1;
    Some(app.peek(|model| paste::fill_down(ground(model), first, &place)))
}

fn write(app: App, state: TasksState, range: CellRange, value: &str) -> Laid {
    let place = place_of(state, range, 0);
    let action = Action::Edit(Kind::Assignment);
    app.peek(|model| Laid::new(ground(model), Block::single(value), &place, action))
}

/// Today into the cells of days.
fn today(app: App, state: TasksState, range: CellRange) -> Option<Laid> {
    let day = app.peek(|model| format::day(model.now.today));
    let mut place = place_of(state, range, 0);
    place.columns.truncate(place.width);
    for column in &mut place.columns {
        *column = column.filter(|field| is_day(*field));
    }
    place.columns.iter().any(Option::is_some).then(|| {
        let action = Action::Edit(Kind::Assignment);
        app.peek(|model| Laid::new(ground(model), Block::single(day), &place, action))
    })
}

const fn is_day(field: TaskField) -> bool {
    matches!(
        field,
        TaskField::AssignedOn | TaskField::Due | TaskField::Finished
    )
}

/// The ticked rows when one stands in one of them, else the rows of the range.
fn rows_to_finish(state: TasksState, range: CellRange) -> Vec<AssignmentId> {
    let ticked = untrack(|| state.ticked());
    let here = untrack(|| state.current_task());
    if here.is_some_and(|here| ticked.contains(&here)) {
        return ticked;
    }
    place_of(state, range, 0).rows
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

/// Whether something stands in a cell.
pub(super) fn filled(app: App, state: TasksState, row: usize, col: usize) -> bool {
    let id = state
        .list
        .with_untracked(|list| match list.shown.line(row)? {
            Line::Row(id) => Some(id),
            Line::Group(_) => None,
        });
    let column = shown_columns(state).get(col).copied();
    let (Some(id), Some(column)) = (id, column) else {
        return false;
    };
    app.peek(|model| {
        let task = model.book.assignments.get(id);
        task.is_some_and(|task| {
            column
                .field()
                .is_none_or(|field| !task::is_blank(task, field))
        })
    })
}

/// What may be meant by what is typed in a cell.
pub(super) fn suggest(app: App, edit: &CellEdit) -> Vec<Suggestion> {
    TaskColumn::from_key(&edit.spot.column)
        .and_then(TaskColumn::field)
        .map(|field| suggestions(app, field, &edit.value))
        .unwrap_or_default()
}

/// What may be meant by what is typed for a field.
pub(super) fn suggestions(app: App, field: TaskField, typed: &str) -> Vec<Suggestion> {
    match field {
        TaskField::Official => many::found(app.peek(|model| people::suggest(model, typed))),
        TaskField::Product => products(app, typed),
        field if is_day(field) && typed.trim().is_empty() => days(app),
        _ => Vec::new(),
    }
}

/// Products with the coefficient they bring.
fn products(app: App, typed: &str) -> Vec<Suggestion> {
    let locale = app.locale.get_untracked();
    let mut list = many::found(app.peek(|model| people::suggest_products(model, typed)));
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

/// Days one often means.
fn days(app: App) -> Vec<Suggestion> {
    let [today, friday, end] = app.peek(|model| people::usual_days(model.now.today));
    let one = |(day, name): (Day, CellsMessage)| Suggestion {
        value: format::day(day),
        label: format::day(day),
        detail: Some(app.t(name)),
    };
    [
        (today, CellsMessage::SuggestToday),
        (friday, CellsMessage::SuggestWeekEnd),
        (end, CellsMessage::SuggestMonthEnd),
    ]
    .map(one)
    .into()
}
