//! The data grid: any number of rows, the keyboard of a spreadsheet, the semantics of the ARIA grid pattern.
//!
//! Only the rows in view are asked for and stand in the document, plus the row
//! that holds the focus. The grid owns where one is, what is selected and what
//! is being typed; the data, their order and what an edit does belong to the page.

#![allow(
    clippy::large_types_passed_by_value,
    reason = "the state is a bundle of signal handles, made to be copied into closures"
)]

mod clipboard;
mod columns;
mod editing;
mod head;
mod keys;
mod model;
mod moves;
mod resize;
mod row;
mod scroll;
mod slots;
mod state;
mod suggesting;

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::combobox::Suggestion;
use super::identity::fresh_id;
use super::size;

pub use model::{
    CellEdit, CellRange, CellView, ColumnKind, Commanded, GridColumn, GridCommand, GridPaste,
    GridSpot, HeadSpot, HeadState, RowView, SortAsk, SortBy,
};
use moves::Place;
pub use resize::Widths;
use state::{GridState, Tells};

/// A grid. Its height is the room its place gives it, at least a few rows.
#[component]
pub fn DataGrid(
    /// What the grid shows.
    #[prop(into)]
    label: Signal<String>,
    /// Its columns, in order.
    #[prop(into)]
    columns: Signal<Vec<GridColumn>>,
    /// How many rows there are.
    #[prop(into)]
    row_count: Signal<usize>,
    /// The row at an index; asked only for rows in view, and again whenever a signal it read changes.
    #[prop(into)]
    row: Callback<usize, RowView>,
    /// The height of every row in pixels; 52 for cells with a second line.
    #[prop(default = 36)]
    row_height: u32,
    /// The order the rows are in: the column that decides first.
    #[prop(optional, into)]
    sort: Signal<Vec<SortBy>>,
    /// Asks for another order.
    #[prop(optional, into)]
    on_sort: Option<Callback<SortAsk>>,
    /// The keys of the columns that filter.
    #[prop(optional, into)]
    filtered: Signal<BTreeSet<String>>,
    /// Opens the filter of a column.
    #[prop(optional, into)]
    on_filter: Option<Callback<HeadSpot>>,
    /// The words for how a header stands, for those who hear the grid.
    #[prop(optional, into)]
    describe_head: Option<Callback<HeadState, String>>,
    /// The widths the person chose; the page may keep them.
    #[prop(optional, into)]
    widths: Option<RwSignal<Widths>>,
    /// Takes a typed value, or says why not.
    #[prop(optional, into)]
    on_edit: Option<Callback<CellEdit, Result<(), String>>>,
    /// Takes a pasted block.
    #[prop(optional, into)]
    on_paste: Option<Callback<GridPaste>>,
    /// Is told what was copied.
    #[prop(optional, into)]
    on_copy: Option<Callback<String>>,
    /// Does what a key asks for the selected range; says whether it does.
    #[prop(optional, into)]
    on_command: Option<Callback<Commanded, bool>>,
    /// Whether something stands in a cell, by row and column; with it Ctrl and arrows stop at gaps.
    #[prop(optional, into)]
    filled: Option<Callback<(usize, usize), bool>>,
    /// What may be meant by what is typed in a cell, best first.
    #[prop(optional, into)]
    suggest: Option<Callback<CellEdit, Vec<Suggestion>>>,
    /// Where the row with a key is, should an entry give it another place; nothing when it is hidden.
    #[prop(optional, into)]
    find_row: Option<Callback<String, Option<usize>>>,
    /// Is told the selected range.
    #[prop(optional, into)]
    range: Option<RwSignal<Option<CellRange>>>,
    /// Copies the range with its heads when set, and is set back.
    #[prop(optional, into)]
    copy_heads: Option<RwSignal<bool>>,
    /// Takes the focus at this column of the first row when it comes into a dialog.
    #[prop(optional, into)]
    start: Option<usize>,
    /// Opens what a row stands for (Enter or double press on a cell that is not edited).
    #[prop(optional, into)]
    on_activate: Option<Callback<GridSpot>>,
    /// Explains a cell (key `?`).
    #[prop(optional, into)]
    on_explain: Option<Callback<GridSpot>>,
    /// Is told the key and the new width of a column when the person has made it wider or narrower.
    #[prop(optional, into)]
    on_resize: Option<Callback<(String, u32)>>,
    /// How many rows can be ticked, where that is not all of them.
    #[prop(optional, into)]
    tickable: Option<Signal<usize>>,
    /// What a print of the first so many rows of so many says under them.
    #[prop(optional, into)]
    print_note: Option<Callback<(usize, usize), String>>,
    /// The keys of the ticked rows; with it each row has a tick.
    #[prop(optional, into)]
    selected: Option<RwSignal<BTreeSet<String>>>,
    /// Ticks or unticks all rows.
    #[prop(optional, into)]
    on_select_all: Option<Callback<bool>>,
    /// The name of a row's tick.
    #[prop(optional, into)]
    select_label: Signal<String>,
    /// The name of the tick for all rows.
    #[prop(optional, into)]
    select_all_label: Signal<String>,
    /// Is told the cell one is at.
    #[prop(optional, into)]
    current: Option<RwSignal<Option<GridSpot>>>,
    /// What stands under the header when there are no rows.
    #[prop(optional, into)]
    empty: ViewFn,
) -> impl IntoView {
    let tells = Tells {
        sort: on_sort,
        filter: on_filter,
        describe_head,
        edit: on_edit,
        paste: on_paste,
        copy: on_copy,
        command: on_command,
        filled,
        suggest,
        find_row,
        activate: on_activate,
        explain: on_explain,
        select_all: on_select_all,
        resize: on_resize,
        select_label,
        select_all_label,
    };
    let widths = widths.unwrap_or_else(|| RwSignal::new(Widths::new()));
    // Pages may hand in a signal that says the same thing again; only a real change draws the cells anew.
    let columns = Memo::new(move |_| columns.get());
    let sized =
        Memo::new(move |_| widths.with(|widths| resize::with_widths(columns.get(), widths)));
    let place = RwSignal::new(Place::cell(0, start.unwrap_or(0)));
    let (left, view_width) = (RwSignal::new(0.0), RwSignal::new(f64::from(u16::MAX)));
    let drawn_columns = Memo::new(move |_| {
        let keep = place.with(|place: &Place| place.col);
        sized.with(|columns| columns::drawn(columns, left.get(), view_width.get(), keep))
    });
    let state = GridState {
        columns: columns.into(),
        sized,
        widths,
        row_count,
        row,
        sort,
        filtered,
        tickable: tickable.unwrap_or(row_count),
        drawn_columns,
        left,
        view_width,
        told: StoredValue::new(tells),
        selected,
        place,
        anchor: RwSignal::new(Place::cell(0, start.unwrap_or(0))),
        everything: RwSignal::new(false),
        run_from: RwSignal::new(None),
        typed_over: RwSignal::new(false),
        awaits_letter: RwSignal::new(false),
        heads_too: RwSignal::new(false),
        editing: RwSignal::new(None),
        draft: RwSignal::new(String::new()),
        edit_error: RwSignal::new(None),
        offset: RwSignal::new(0.0),
        printing: RwSignal::new(false),
        view: RwSignal::new(f64::from(row_height) * 16.0),
        row_height: f64::from(row_height),
        root: NodeRef::new(),
        head: NodeRef::new(),
    };
    size::watch(state.root, move || state.measure());
    keep_inside(state);
    draw_all_for_print(state);
    if let Some(current) = current {
        Effect::new(move |_| {
            let place = state.place_followed();
            // Followed, so that the key stays right when the rows change places.
            let row = place.row.filter(|row| !state.row_at(*row).key.is_empty());
            current.set(row.map(|row| state.spot(row, place.col)));
        });
    }
    tell_range(state, range, copy_heads);
    let note = print_note.map(|words| print_note_view(state, words));
    view! { {grid_view(state, label, empty, start.is_some())} {note} }
}

/// Tells the page the selected range, and copies it with its heads when the page asks.
fn tell_range(
    state: GridState,
    range: Option<RwSignal<Option<CellRange>>>,
    copy_heads: Option<RwSignal<bool>>,
) {
    if let Some(range) = range {
        Effect::new(move |_| {
            state.anchor.track();
            state.everything.track();
            let inside = state.place_followed().row.is_some();
            range.set(inside.then(|| state.range_now()));
        });
    }
    if let Some(asked) = copy_heads {
        Effect::new(move |_| {
            if asked.get() {
                asked.set(false);
                state.copy_with_heads();
            }
        });
    }
}

fn grid_view(state: GridState, label: Signal<String>, empty: ViewFn, autofocus: bool) -> AnyView {
    let drawn = Memo::new(move |_| {
        if state.printing.get() {
            0..state.row_count.get().min(PRINTED)
        } else {
            state.extent().drawn(state.offset.get())
        }
    });
    let base = Memo::new(move |_| drawn.with(|drawn| state.extent().base(drawn.start)));
    let shift = Memo::new(move |_| state.extent().shift(state.offset.get(), base.get()));
    // The row with the focus stays in the document, just outside what is drawn.
    let shown = Memo::new(move |_| {
        let drawn = drawn.get();
        let focused = state
            .place_followed()
            .row
            .filter(|row| !drawn.contains(row));
        let before = focused.filter(|row| *row < drawn.start);
        let after = focused.filter(|row| *row >= drawn.end);
        before
            .into_iter()
            .chain(drawn)
            .chain(after)
            .collect::<Vec<usize>>()
    });
    let slots = Memo::new(move |before: Option<&Vec<Option<usize>>>| {
        // On paper rows stand in the order of the document.
        let before = before.filter(|_| !state.printing.get());
        slots::assigned(before.map_or(&[], Vec::as_slice), &shown.get())
    });
    let taken = move || {
        let slots = slots.get().into_iter().enumerate();
        slots.filter_map(|(slot, row)| row.map(|_| slot))
    };
    let grid_id = StoredValue::new(fresh_id("grid"));
    let row_id = move |slot: usize| grid_id.with_value(|id| format!("{id}-{slot}"));
    let one = move |slot: usize| {
        let index = Memo::new(move |last: Option<&usize>| {
            let row = slots.with(|slots| slots.get(slot).copied().flatten());
            row.or(last.copied()).unwrap_or_default()
        });
        let top = Signal::derive(move || {
            let index = index.get();
            let at = drawn.with(|drawn| index.clamp(drawn.start.saturating_sub(1), drawn.end));
            state.extent().row_top(at, base.get())
        });
        row::row_view(state, row_id(slot), index, top)
    };
    // Who hears the rows hears them in their order, wherever they stand in the document.
    let in_order = move || {
        let order = slots.with(|slots| slots::reading_order(slots))?;
        let ids: Vec<_> = order.into_iter().map(row_id).collect();
        Some(ids.join(" "))
    };
    let stick = move |col: usize| {
        state.sized.with(|columns| {
            let offsets = row::sticky_offsets(columns, state.selected.is_some());
            offsets
                .get(col)
                .copied()
                .flatten()
                .map(|left| format!("{left}px"))
        })
    };
    let col_count = move || state.columns.with(Vec::len) + state.first_col_index() - 1;
    view! {
        <div
            class="grid" role="grid" tabindex="-1" node_ref=state.root aria-label=label autofocus=autofocus
            aria-rowcount=move || state.row_count.get() + 1 aria-colcount=col_count
            aria-multiselectable="true"
            style:--grid-columns=move || state.sized.with(|columns| template(columns, state.selected.is_some()))
            style:--grid-width=move || state.sized.with(|columns| full_width(columns, state.selected.is_some()))
            style:--grid-row-height=size::pixels(state.row_height)
            style:--grid-sticky=move || state.sized.with(|columns| sticky_width(columns, state.selected.is_some()))
            style:--grid-stick-0=move || stick(0)
            style:--grid-stick-1=move || stick(1)
            style:--grid-stick-2=move || stick(2)
            style:--grid-stick-3=move || stick(3)
            on:scroll=move |_| state.follow_scroll()
            on:wheel=move |event| state.on_wheel(&event)
            on:keydown=move |event| state.on_key(&event)
            on:focusin=move |event| state.on_focus_in(&event)
            on:mousedown=move |event| state.on_press(&event)
            on:mouseover=move |event| state.on_drag(&event)
            on:dblclick=move |event| state.on_double_press(&event)
            on:copy=move |event| state.on_copy(&event)
            on:paste=move |event| state.on_paste(&event)
        >
            {head::head_view(state)}
            <div class="grid__canvas" role="presentation" style:--grid-canvas=move || size::pixels(state.extent().canvas())>
                <div
                    class="grid__window" role="rowgroup" aria-owns=in_order
                    style:inset-block-start=move || size::pixels(shift.get())
                >
                    <For each=taken key=|slot| *slot children=one />
                </div>
            </div>
        </div>
        {move || (state.row_count.get() == 0).then(|| view! { <div class="grid-empty">{empty.run()}</div> })}
    }
    .into_any()
}

/// The column widths as CSS takes them.
fn template(columns: &[GridColumn], ticks: bool) -> String {
    let tick = ticks.then(|| format!("{}px", row::TICK_WIDTH));
    let widths = columns.iter().map(|column| {
        if column.grow {
            format!("minmax({}px, 1fr)", column.width)
        } else {
            format!("{}px", column.width)
        }
    });
    tick.into_iter().chain(widths).collect::<Vec<_>>().join(" ")
}

/// The width all columns need.
fn full_width(columns: &[GridColumn], ticks: bool) -> String {
    let all: u32 = columns.iter().map(|column| column.width).sum();
    format!("{}px", all + if ticks { row::TICK_WIDTH } else { 0 })
}

/// The width of the columns that stay in view, which a cell must not be scrolled under.
fn sticky_width(columns: &[GridColumn], ticks: bool) -> String {
    let stuck: u32 = columns
        .iter()
        .take_while(|column| column.sticky)
        .map(|column| column.width)
        .sum();
    format!("{}px", stuck + if ticks { row::TICK_WIDTH } else { 0 })
}

/// What a print that leaves rows out says under the last one.
fn print_note_view(state: GridState, words: Callback<(usize, usize), String>) -> AnyView {
    let note = move || {
        let rows = state.row_count.get();
        (rows > PRINTED).then(
            || view! { <p class="print-only grid-print-note">{words.run((PRINTED, rows))}</p> },
        )
    };
    view! { {note} }.into_any()
}

/// Rows that go on paper at most; more belong in a workbook.
const PRINTED: usize = 2000;

/// On paper every row is in view.
fn draw_all_for_print(state: GridState) {
    let before = window_event_listener(leptos::ev::beforeprint, move |_| state.printing.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| state.printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Keeps the scroll position inside the rows when there become fewer.
fn keep_inside(state: GridState) {
    Effect::new(move |_| {
        let extent = state.extent();
        let offset = state.offset.get_untracked();
        let inside = extent.clamped(offset);
        if (inside - offset).abs() > 0.01 {
            state.offset.set(inside);
        }
    });
}
