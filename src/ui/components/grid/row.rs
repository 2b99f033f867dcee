//! The rows and cells of a grid as they stand in the document.

use leptos::prelude::*;

use super::editing::editor_view;
use super::model::{CellView, GridColumn, RowView, naming_column};
use super::state::{GridState, RowMark};
use crate::ui::components::badge::{ClassBadge, Tag};
use crate::ui::components::chart::bars::MeterBar;
use crate::ui::components::icon::{Glyph, Icon};
use crate::ui::components::size::pixels;

/// One row of the document, for whichever row of the grid it stands now; `top` is where it stands
/// among the drawn rows.
///
/// A cell is made once and its attributes follow by themselves: rendering it
/// anew would take its attributes off for a moment, and the focus with them.
pub(super) fn row_view(
    state: GridState,
    id: String,
    index: Memo<usize>,
    top: Signal<f64>,
) -> AnyView {
    let content = Memo::new(move |_| state.row_at(index.get()));
    let mark = Memo::new(move |_| content.with(|row| state.mark_of(index.get(), &row.key)));
    let group = Memo::new(move |_| content.with(|row| row.group));
    let at_end = Memo::new(move |_| {
        let index = index.get();
        index >= LAST && index + LAST >= state.row_count.get()
    });
    let tick =
        move || (state.selected.is_some() && !group.get()).then(|| tick_view(state, index, mark));
    let cells = move || {
        if group.get() {
            group_view(state, index, content, mark)
        } else {
            each_column(state, move |col, column, sticky| {
                cell_view(state, (index, col), column, sticky, content, mark)
            })
        }
    };
    view! {
        <div
            class="grid__row" role="row" id=id aria-rowindex=move || index.get() + 2
            class:grid__row--last=at_end
            class:grid__row--selected=move || mark.with(|mark| mark.selected)
            class:grid__row--active=move || mark.with(|mark| mark.active.is_some())
            class:grid__row--group=group
            aria-selected=move || state.selected.map(|_| mark.with(|mark| if mark.selected { "true" } else { "false" }))
            style:inset-block-start=move || pixels(top.get())
        >
            {tick}
            {cells}
        </div>
    }
    .into_any()
}

/// So many rows at the end say upwards what is wrong in them, where there are rows above.
const LAST: usize = 3;

fn tick_view(state: GridState, index: Memo<usize>, mark: Memo<RowMark>) -> AnyView {
    view! {
        <div class="grid__cell grid__cell--tick grid__cell--sticky" role="gridcell" aria-colindex="1">
            <input
                class="check__box" type="checkbox" tabindex="-1" aria-label=state.tells().select_label
                prop:checked=move || mark.with(|mark| mark.selected) on:change=move |_| state.toggle_row(index.get_untracked())
            />
        </div>
    }
    .into_any()
}

/// One part for each column: all of them at once, or of many those in view as they come.
pub(super) fn each_column(
    state: GridState,
    part: impl Fn(usize, &GridColumn, bool) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    let columns = state.columns.get();
    let stuck = columns.iter().take_while(|column| column.sticky).count();
    if state.drawn_columns.with(Option::is_none) {
        let parts = columns.iter().enumerate();
        return parts
            .map(|(col, column)| part(col, column, col < stuck))
            .collect_view()
            .into_any();
    }
    let one = move |col: usize| {
        columns
            .get(col)
            .map(|column| part(col, column, col < stuck))
    };
    let drawn = move || state.drawn_columns.get().unwrap_or_default();
    view! { <For each=drawn key=|col| *col children=one /> }.into_any()
}

/// The line of the layout a column begins at, where not every column stands in the document.
pub(super) fn column_line(state: GridState, col: usize) -> Option<String> {
    let some = state.drawn_columns.with_untracked(Option::is_some);
    some.then(|| (col + state.first_col_index()).to_string())
}

fn group_view(
    state: GridState,
    index: Memo<usize>,
    content: Memo<RowView>,
    mark: Memo<RowMark>,
) -> AnyView {
    let words = move || content.with(|row| row.cells.first().map(|cell| cell.text.clone()));
    let facts = move || {
        content.with(|row| {
            let facts = row.cells.iter().skip(1);
            facts
                .map(|fact| view! { <span class="grid__fact">{fact.text.clone()}</span> })
                .collect_view()
        })
    };
    let folded = Memo::new(move |_| content.with(|row| row.folded));
    let active = move || mark.with(|mark| mark.active);
    let sign = move || {
        let folded = folded.get()?;
        let glyph = if folded {
            Glyph::ChevronRight
        } else {
            Glyph::ChevronDown
        };
        Some(view! { <Icon glyph=glyph size=16 /> })
    };
    view! {
        <div
            class="grid__group" role="gridcell" aria-colspan=move || state.columns.with(Vec::len)
            class:grid__group--folding=move || folded.get().is_some()
            class:grid__cell--active=move || active().is_some()
            aria-colindex=move || state.first_col_index() + active().unwrap_or(0)
            aria-expanded=move || folded.get().map(|folded| if folded { "false" } else { "true" })
            tabindex=move || if active().is_some() { "0" } else { "-1" }
            on:click=move |_| if folded.get_untracked().is_some() { state.activate(index.get_untracked(), 0); }
        >
            <span class="grid__group-label">{sign}<span>{words}</span>{facts}</span>
        </div>
    }
    .into_any()
}

fn cell_view(
    state: GridState,
    (index, col): (Memo<usize>, usize),
    column: &GridColumn,
    sticky: bool,
    content: Memo<RowView>,
    mark: Memo<RowMark>,
) -> AnyView {
    let cell =
        Memo::new(move |_| content.with(|row| row.cells.get(col).cloned().unwrap_or_default()));
    // While the cell is edited nothing that changes behind it may disturb the editor.
    let shown =
        Memo::new(move |_| (mark.with(|mark| mark.editing) != Some(col)).then(|| cell.get()));
    let inner = move || match shown.get() {
        Some(cell) => content_view(cell),
        None => editor_view(state, index.get_untracked(), col),
    };
    let (editable, edits) = (column.editable, state.tells().edit.is_some());
    let base = base_class(column, sticky);
    let names_row = state
        .columns
        .with_untracked(|columns| naming_column(columns))
        == Some(col);
    let room = usize::try_from(column.width / 8).unwrap_or(usize::MAX);
    view! {
        <div
            class=move || cell.with(|cell| mark.with(|mark| cell_class(&base, editable, cell, col, mark)))
            role=if names_row { "rowheader" } else { "gridcell" }
            aria-colindex=col + state.first_col_index()
            aria-selected=move || mark.with(|mark| mark.ranges(col)).then_some("true")
            aria-readonly=move || (edits && (!editable || cell.with(|cell| cell.locked))).then_some("true")
            aria-invalid=move || cell.with(|cell| cell.error.is_some()).then_some("true")
            tabindex=move || if mark.with(|mark| mark.active == Some(col) && mark.editing.is_none()) { "0" } else { "-1" }
            title=move || cell.with(|cell| title_of(cell, room))
            style:--grid-stick=sticky.then(|| format!("var(--grid-stick-{col})"))
            style:grid-column=column_line(state, col)
        >
            {inner}
        </div>
    }
    .into_any()
}

/// The classes of every cell of a column.
pub(super) fn base_class(column: &GridColumn, sticky: bool) -> String {
    let mut class = format!("grid__cell grid__cell--{}", column.align.name());
    if sticky {
        class.push_str(" grid__cell--sticky");
    }
    if sticky && column.width > 140 {
        class.push_str(" grid__cell--wide");
    }
    class
}

fn cell_class(base: &str, editable: bool, cell: &CellView, col: usize, mark: &RowMark) -> String {
    let mut class = format!("{base} grid__cell--{}", cell.tone.name());
    let flags = [
        (mark.active == Some(col), " grid__cell--active"),
        (mark.editing == Some(col), " grid__cell--editing"),
        (mark.ranges(col), " grid__cell--ranged"),
        (cell.strong, " grid__cell--strong"),
        (cell.error.is_some(), " grid__cell--wrong"),
        (editable && !cell.locked, " grid__cell--editable"),
    ];
    for (on, name) in flags {
        if on {
            class.push_str(name);
        }
    }
    class
}

/// What is wrong, else the tooltip, else the whole text where the column may cut it at `room` letters.
fn title_of(cell: &CellView, room: usize) -> Option<String> {
    let long = || (cell.text.chars().count() > room).then(|| cell.text.clone());
    cell.error
        .clone()
        .or_else(|| cell.title.clone())
        .or_else(long)
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
