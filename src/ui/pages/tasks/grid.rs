//! The grid itself: columns, cells, edits, pastes, fills.

use leptos::prelude::*;

use crate::app::view::arrange::Line;
use crate::app::view::tasks::{TaskColumn, TaskRow, TaskStatus, row};
use crate::app::workflow::paste::key_of;
use crate::app::workflow::task::{ORIGINS, TaskField};
use crate::domain::Decimal;
use crate::i18n::cells::CellsMessage;
use crate::i18n::register::RegisterMessage;
use crate::i18n::task::{TaskColumnName, TaskMessage};
use crate::i18n::{Locale, Say as _, format};
use crate::ui::App;
use crate::ui::components::{
    CellEdit, CellView, Commanded, DataGrid, EmptyState, Glyph, GridColumn, GridPaste, GridSpot,
    HeadSpot, HeadState, KeyHint, RowView, SortAsk, Tone,
};

use super::group::heading;
use super::{Open, TasksState, entering, id_of};

pub(super) fn register(app: App, state: TasksState) -> AnyView {
    let register = state.register();
    let cells = state.cells;
    let shown = Memo::new(move |_| state.columns());
    let view_row = Callback::new(move |index: usize| line(app, state, shown, index));
    view! {
        <section class="panel register-panel">
            <DataGrid
                label=app.t(TaskMessage::Grid)
                columns=cells.columns()
                row_count=Signal::derive(move || state.list.with(|list| list.shown.len()))
                row=view_row
                sort=register.sort()
                on_sort=move |ask: SortAsk| register.sort_by(&ask)
                filtered=register.filtered()
                on_filter=move |spot: HeadSpot| register.open_filter(spot)
                describe_head=Callback::new(move |head: HeadState| register.describe(head))
                widths=register.widths
                on_resize=move |width: (String, u32)| register.resized(width)
                print_note=Callback::new(move |rows: (usize, usize)| register.print_note(rows))
                on_edit=Callback::new(move |edit: CellEdit| entering::take(app, state, &edit))
                on_paste=move |pasted: GridPaste| cells.lay(&pasted)
                on_command=Callback::new(move |asked: Commanded| entering::command(app, state, asked))
                filled=Callback::new(move |(row, col): (usize, usize)| cells.filled(row, col))
                suggest=Callback::new(move |edit: CellEdit| cells.suggest(&edit))
                find_row=Callback::new(move |key: String| cells.line_of(&key))
                range=cells.range
                copy_heads=cells.copy_heads
                on_activate=move |spot: GridSpot| activate(state, &spot)
                tickable=Signal::derive(move || state.list.with(|list| list.shown.rows.len()))
                selected=state.cells.selected
                on_select_all=move |all: bool| select_all(state, all)
                select_label=app.t(TaskMessage::SelectRow)
                select_all_label=app.t(TaskMessage::SelectAll)
                current=state.cells.current
                empty=move || view! {
                    <EmptyState icon=Glyph::Task title=app.t(TaskMessage::EmptyTitle) text=app.t(TaskMessage::EmptyText) />
                }
            />
            {foot(app, state)}
        </section>
    }
    .into_any()
}

/// The row or heading at an index.
fn line(app: App, state: TasksState, columns: Memo<Vec<TaskColumn>>, index: usize) -> RowView {
    let locale = app.locale.get_untracked();
    let id = state.list.with(|list| match list.shown.line(index)? {
        Line::Row(id) => Some(Ok(id)),
        Line::Group(group) => Some(Err(heading(group, state.register(), locale))),
    });
    match id {
        Some(Ok(id)) => app
            .read(|model| row(model, id))
            .map(|shown| columns.with(|columns| cells(&shown, columns, locale)))
            .unwrap_or_default(),
        Some(Err(heading)) => heading,
        None => RowView::default(),
    }
}

fn activate(state: TasksState, spot: &GridSpot) {
    if state.register().folds(&spot.row_key) {
        return;
    }
    if let Some(id) = id_of(&spot.row_key) {
        state.open.set(Open::History(id));
    }
}

fn select_all(state: TasksState, all: bool) {
    let rows = if all {
        state
            .list
            .with_untracked(|list| list.shown.rows.iter().map(|id| id.0.to_string()).collect())
    } else {
        std::collections::BTreeSet::new()
    };
    state.cells.selected.set(rows);
}

fn foot(app: App, state: TasksState) -> AnyView {
    let here = move || {
        let spot = state.cells.current.get()?;
        let column = TaskColumn::from_key(&spot.column)?;
        let id = id_of(&spot.row_key)?;
        let name = app.read(|model| row(model, id).map(|row| row.name))?;
        Some(app.t(TaskMessage::CurrentCell {
            column: app.t(TaskColumnName::from(column)),
            task: name,
        }))
    };
    view! {
        <footer class="panel__foot">
            <span class="tasks__here">{here}</span>
            <KeyHint keys="F2" label=app.t(TaskMessage::KeyEdit) />
            <KeyHint keys="Ctrl Enter" label=app.t(CellsMessage::KeyDone) />
            <KeyHint keys="Ctrl D" label=app.t(TaskMessage::KeyFill) />
            <KeyHint keys="Ctrl V" label=app.t(TaskMessage::KeyPaste) />
            <KeyHint keys="Shift Enter" label=app.t(RegisterMessage::KeySort) />
            <KeyHint keys="Alt ↓" label=app.t(RegisterMessage::KeyFilter) />
            <KeyHint keys="Ctrl Z" label=app.t(TaskMessage::KeyUndo) />
        </footer>
    }
    .into_any()
}

/// All columns of the register, in the order they have by habit.
pub(super) fn columns(locale: Locale) -> Vec<GridColumn> {
    TaskColumn::ALL
        .into_iter()
        .map(|column| grid_column(column, locale))
        .collect()
}

fn grid_column(column: TaskColumn, locale: Locale) -> GridColumn {
    let head = TaskColumnName::from(column).say(locale);
    let key = column.key();
    let made = match column {
        TaskColumn::Status => GridColumn::text(key, head).width(136),
        TaskColumn::Unit => GridColumn::text(key, head).width(168),
        TaskColumn::Deadline => GridColumn::date(key, head).suggests(),
        TaskColumn::Field(field) => match field {
            TaskField::Code => GridColumn::text(key, head).width(92).sticky(),
            TaskField::Name => GridColumn::text(key, head)
                .width(264)
                .grow()
                .sticky()
                .names_row(),
            TaskField::Official => GridColumn::text(key, head).width(168).suggests(),
            TaskField::Product => GridColumn::text(key, head).width(92).suggests(),
            TaskField::AssignedOn | TaskField::Due | TaskField::Finished => {
                GridColumn::date(key, head).suggests()
            }
            TaskField::Coefficient
            | TaskField::Assigned
            | TaskField::Completed
            | TaskField::Failures
            | TaskField::Late => GridColumn::number(key, head).width(84),
            TaskField::Origin | TaskField::Note => GridColumn::text(key, head).width(160),
        },
    };
    let made = made.sortable();
    if column.field().is_some() {
        made.editable()
    } else {
        made
    }
}

fn cells(shown: &TaskRow, columns: &[TaskColumn], locale: Locale) -> RowView {
    let cells = columns.iter().map(|column| {
        let mut cell = cell(shown, *column, locale);
        cell.locked = shown.locked;
        cell
    });
    RowView::new(shown.id.0.to_string(), cells.collect())
}

fn cell(shown: &TaskRow, column: TaskColumn, locale: Locale) -> CellView {
    let task = &shown.task;
    let number = |value: Decimal| CellView::text(format::decimal(value, locale));
    let day = |value: Option<crate::domain::Day>| {
        CellView::text(value.map(format::day).unwrap_or_default())
    };
    let words = |value: &Option<String>| CellView::text(value.clone().unwrap_or_default());
    match column {
        TaskColumn::Status => CellView::tag(tone(shown.status), shown.status.say(locale)),
        TaskColumn::Unit => CellView::text(shown.unit.clone()),
        TaskColumn::Deadline => day(task.deadline()),
        TaskColumn::Field(field) => match field {
            TaskField::Code => words(&task.code),
            TaskField::Name => CellView {
                edit: task.name.clone().or(Some(String::new())),
                title: Some(shown.name.clone()),
                ..CellView::text(shown.name.clone())
            },
            TaskField::Official => official(shown),
            TaskField::Product => words(&shown.product),
            TaskField::Coefficient => number(task.coefficient),
            TaskField::Assigned => number(task.assigned),
            TaskField::Completed => number(task.completed),
            TaskField::AssignedOn => day(task.assigned_on),
            TaskField::Due => day(task.due),
            TaskField::Finished => day(task.finished),
            TaskField::Failures => counted(shown.failures, locale),
            TaskField::Late => counted(shown.late, locale),
            TaskField::Origin => CellView {
                edit: Some(key_of(&ORIGINS, task.origin)),
                ..CellView::text(TaskMessage::from(task.origin).say(locale))
            },
            TaskField::Note => words(&task.note),
        },
    }
}

fn official(shown: &TaskRow) -> CellView {
    let Some((_, name, code)) = &shown.official else {
        return CellView::text("—").tone(Tone::Muted);
    };
    let edit = code
        .as_ref()
        .map_or_else(|| name.clone(), |code| format!("{name} · {code}"));
    CellView {
        edit: Some(edit),
        title: code.clone(),
        ..CellView::text(name.clone())
    }
}

fn counted((count, excused): (usize, usize), locale: Locale) -> CellView {
    let shown = match (count, excused) {
        (0, _) => String::new(),
        (count, 0) => count.to_string(),
        (count, excused) => TaskMessage::CountOfExcused { count, excused }.say(locale),
    };
    CellView {
        edit: Some(count.to_string()),
        ..CellView::text(shown)
    }
}

const fn tone(status: TaskStatus) -> Tone {
    match status {
        TaskStatus::Overdue(_) | TaskStatus::Late(_) | TaskStatus::LateOccurrences(_) => Tone::Poor,
        TaskStatus::DueSoon(_) | TaskStatus::Unclear(_) | TaskStatus::Excused => Tone::Fair,
        TaskStatus::InProgress | TaskStatus::HandedBack => Tone::Muted,
        TaskStatus::OnTime => Tone::Excellent,
    }
}
