//! The rows and cells of a grid as they stand in the document.

use leptos::prelude::*;

use super::editing::editor_view;
use super::model::{CellView, GridColumn, RowView};
use super::state::{GridState, RowMark};
use crate::ui::components::badge::{ClassBadge, Tag};
use crate::ui::components::chart::bars::MeterBar;
use crate::ui::components::size::pixels;

/// One row; `top` is where it stands among the drawn rows.
pub(super) fn row_view(state: GridState, index: usize, top: Signal<f64>) -> AnyView {
    let content = Memo::new(move |_| state.row_at(index));
    let mark = Memo::new(move |_| content.with(|row| state.mark_of(index, &row.key)));
    let picked = move || {
        let selected = state.selected?;
        let (key, group) = content.with(|row| (row.key.clone(), row.group));
        (!group).then(|| {
            tick_view(
                state,
                index,
                Signal::derive(move || selected.with(|keys| keys.contains(&key))),
            )
        })
    };
    view! {
        <div
            class="grid__row" role="row" aria-rowindex=index + 2
            class:grid__row--selected=move || mark.with(|mark| mark.selected)
            class:grid__row--active=move || mark.with(|mark| mark.active.is_some())
            class:grid__row--group=move || content.with(|row| row.group)
            aria-selected=move || state.selected.map(|_| mark.with(|mark| if mark.selected { "true" } else { "false" }))
            style:inset-block-start=move || pixels(top.get())
        >
            {picked}
            {move || state.columns.with(|columns| content.with(|row| mark.with(|mark| cells(state, columns, row, mark))))}
        </div>
    }
    .into_any()
}

fn tick_view(state: GridState, index: usize, checked: Signal<bool>) -> AnyView {
    view! {
        <div class="grid__cell grid__cell--tick grid__cell--sticky" role="gridcell" aria-colindex="1">
            <input
                class="check__box" type="checkbox" tabindex="-1" aria-label=state.tells().select_label
                prop:checked=checked on:change=move |_| state.toggle_row(index)
            />
        </div>
    }
    .into_any()
}

fn cells(state: GridState, columns: &[GridColumn], row: &RowView, mark: &RowMark) -> AnyView {
    if row.group {
        return group_view(state, columns.len(), row, mark);
    }
    let offsets = sticky_offsets(columns, state.selected.is_some());
    columns
        .iter()
        .enumerate()
        .map(|(col, column)| {
            let cell = row.cells.get(col).cloned().unwrap_or_default();
            cell_view(
                state,
                col,
                column,
                cell,
                offsets.get(col).copied().flatten(),
                mark,
            )
        })
        .collect_view()
        .into_any()
}

fn group_view(state: GridState, span: usize, row: &RowView, mark: &RowMark) -> AnyView {
    let words = row
        .cells
        .first()
        .map_or_else(String::new, |cell| cell.text.clone());
    view! {
        <div
            class="grid__group" class:grid__cell--active=mark.active.is_some() role="gridcell"
            aria-colindex=state.first_col_index() + mark.active.unwrap_or(0) aria-colspan=span
            tabindex=if mark.active.is_some() { "0" } else { "-1" }
        >
            <span class="grid__group-label">{words}</span>
        </div>
    }
    .into_any()
}

fn cell_view(
    state: GridState,
    col: usize,
    column: &GridColumn,
    cell: CellView,
    sticky: Option<u32>,
    mark: &RowMark,
) -> AnyView {
    let active = mark.active == Some(col);
    let editing = mark.editing == Some(col);
    let ranged = mark.ranges(col);
    let class = cell_class(column, &cell, col, sticky.is_some(), mark);
    let title = cell
        .error
        .clone()
        .or_else(|| cell.title.clone())
        .or_else(|| long_text(column, &cell));
    let readonly =
        (state.tells().edit.is_some() && (!column.editable || cell.locked)).then_some("true");
    let invalid = cell.error.is_some().then_some("true");
    let inner = if editing {
        editor_view(state, column)
    } else {
        content_view(cell)
    };
    view! {
        <div
            class=class role=if sticky.is_some() && col == 0 { "rowheader" } else { "gridcell" }
            aria-colindex=col + state.first_col_index()
            aria-selected=ranged.then_some("true") aria-readonly=readonly aria-invalid=invalid
            tabindex=if active && !editing { "0" } else { "-1" } title=title
            style:--grid-stick=sticky.map(|offset| format!("{offset}px"))
        >
            {inner}
        </div>
    }
    .into_any()
}

fn cell_class(
    column: &GridColumn,
    cell: &CellView,
    col: usize,
    sticky: bool,
    mark: &RowMark,
) -> String {
    let mut class = format!(
        "grid__cell grid__cell--{} grid__cell--{}",
        column.align.name(),
        cell.tone.name()
    );
    let flags = [
        (sticky, " grid__cell--sticky"),
        (sticky && column.width > 140, " grid__cell--wide"),
        (mark.active == Some(col), " grid__cell--active"),
        (mark.editing == Some(col), " grid__cell--editing"),
        (mark.ranges(col), " grid__cell--ranged"),
        (cell.strong, " grid__cell--strong"),
        (cell.error.is_some(), " grid__cell--wrong"),
        (column.editable && !cell.locked, " grid__cell--editable"),
    ];
    for (on, name) in flags {
        if on {
            class.push_str(name);
        }
    }
    class
}

/// The whole text as tooltip where the column may cut it.
fn long_text(column: &GridColumn, cell: &CellView) -> Option<String> {
    let room = usize::try_from(column.width / 8).unwrap_or(usize::MAX);
    (cell.text.chars().count() > room).then(|| cell.text.clone())
}

fn content_view(cell: CellView) -> AnyView {
    let CellView {
        text,
        detail,
        tone,
        mark,
        tag,
        percent,
        href,
        ..
    } = cell;
    let words = match (mark, href) {
        (Some(mark), _) if !text.is_empty() => {
            view! { <ClassBadge mark=mark label=text /> }.into_any()
        }
        (_, Some(href)) => {
            view! { <a class="grid__link" href=href tabindex="-1">{text}</a> }.into_any()
        }
        _ if tag && !text.is_empty() => view! { <Tag label=text tone=tone /> }.into_any(),
        _ => view! { <span class="grid__text">{text}</span> }.into_any(),
    };
    let bar = percent.map(|percent| view! { <MeterBar percent=percent tone=tone /> });
    match detail {
        Some(detail) => view! { <span class="grid__stack">{words}<span class="grid__detail">{detail}</span></span> }.into_any(),
        None => view! { {bar}{words} }.into_any(),
    }
}

/// Where each leading sticky column stops when the grid scrolls sideways.
pub(super) fn sticky_offsets(columns: &[GridColumn], ticks: bool) -> Vec<Option<u32>> {
    let mut left = if ticks { TICK_WIDTH } else { 0 };
    let mut leading = true;
    columns
        .iter()
        .map(|column| {
            leading = leading && column.sticky;
            let offset = leading.then_some(left);
            left += column.width;
            offset
        })
        .collect()
}

/// The width of the column of ticks, in pixels.
pub(super) const TICK_WIDTH: u32 = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_columns_can_stick_and_each_stops_after_the_one_before() {
        let columns = [
            GridColumn::text("a", "A").width(80).sticky(),
            GridColumn::text("b", "B").width(200).sticky(),
            GridColumn::text("c", "C"),
            GridColumn::text("d", "D").sticky(),
        ];
        assert_eq!(
            sticky_offsets(&columns, true),
            [Some(40), Some(120), None, None]
        );
    }
}
