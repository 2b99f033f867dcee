//! What a grid remembers while it is on screen, and the few ways it changes.

use std::collections::BTreeSet;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::model::{CellEdit, CellRange, CellView, Commanded, GridColumn, GridSpot, RowView};
use super::moves::{Place, Size, Step, edge, moved, range_between};
use super::scroll::Extent;
use crate::ui::components::combobox::Suggestion;

/// What a grid tells its page.
#[derive(Clone, Copy, Default)]
pub(super) struct Tells {
    pub sort: Option<Callback<super::model::SortAsk>>,
    pub filter: Option<Callback<super::model::HeadSpot>>,
    pub describe_head: Option<Callback<super::model::HeadState, String>>,
    pub edit: Option<Callback<CellEdit, Result<(), String>>>,
    pub paste: Option<Callback<super::model::GridPaste>>,
    pub copy: Option<Callback<String>>,
    pub command: Option<Callback<Commanded, bool>>,
    pub filled: Option<Callback<(usize, usize), bool>>,
    pub suggest: Option<Callback<CellEdit, Vec<Suggestion>>>,
    pub find_row: Option<Callback<String, Option<usize>>>,
    pub activate: Option<Callback<GridSpot>>,
    pub explain: Option<Callback<GridSpot>>,
    pub select_all: Option<Callback<bool>>,
    pub resize: Option<Callback<(String, u32)>>,
    pub select_label: Signal<String>,
    pub select_all_label: Signal<String>,
}

/// How one row differs from its neighbours on screen, its content aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowMark {
    pub active: Option<usize>,
    pub range: Option<(usize, usize)>,
    pub editing: Option<usize>,
    pub selected: bool,
}

impl RowMark {
    /// Whether column `col` of this row lies in the selected rectangle.
    pub fn ranges(&self, col: usize) -> bool {
        self.range
            .is_some_and(|(first, last)| col >= first && col <= last)
    }
}

/// The state; a handful of signals, copied freely.
#[derive(Clone, Copy)]
pub(super) struct GridState {
    pub columns: Signal<Vec<GridColumn>>,
    /// The same columns with the widths the person chose.
    pub sized: Memo<Vec<GridColumn>>,
    pub widths: RwSignal<super::resize::Widths>,
    pub row_count: Signal<usize>,
    pub row: Callback<usize, RowView>,
    pub sort: Signal<Vec<super::model::SortBy>>,
    pub filtered: Signal<BTreeSet<String>>,
    /// How many rows can be ticked.
    pub tickable: Signal<usize>,
    /// The columns in the document; none means all.
    pub drawn_columns: Memo<Option<Vec<usize>>>,
    pub left: RwSignal<f64>,
    pub view_width: RwSignal<f64>,
    pub told: StoredValue<Tells>,
    pub selected: Option<RwSignal<BTreeSet<String>>>,
    pub place: RwSignal<Place>,
    pub anchor: RwSignal<Place>,
    pub everything: RwSignal<bool>,
    /// The column where a run of entries with Tab began; Enter leads back to it.
    pub run_from: RwSignal<Option<usize>>,
    /// The editor was opened by typing over what stood there.
    pub typed_over: RwSignal<bool>,
    /// The editor was opened for a letter that an input method has not given yet.
    pub awaits_letter: RwSignal<bool>,
    /// The next copy begins with the heads.
    pub heads_too: RwSignal<bool>,
    pub editing: RwSignal<Option<Place>>,
    pub draft: RwSignal<String>,
    pub edit_error: RwSignal<Option<String>>,
    pub offset: RwSignal<f64>,
    pub view: RwSignal<f64>,
    pub printing: RwSignal<bool>,
    pub row_height: f64,
    pub root: NodeRef<html::Div>,
    pub head: NodeRef<html::Div>,
}

impl GridState {
    /// What the page wants to be told.
    pub fn tells(&self) -> Tells {
        self.told.get_value()
    }

    pub fn extent(&self) -> Extent {
        Extent {
            rows: self.row_count.get(),
            row_height: self.row_height,
            view: self.view.get(),
        }
    }

    fn extent_now(&self) -> Extent {
        untrack(|| self.extent())
    }

    fn size_now(&self) -> Size {
        let extent = self.extent_now();
        Size {
            rows: extent.rows,
            cols: self.columns.with_untracked(Vec::len),
            page: extent.page(),
        }
    }

    /// The current place, inside the grid as it is now.
    pub fn place_now(&self) -> Place {
        self.place.get_untracked().within(self.size_now())
    }

    /// The current place, followed as the grid changes.
    pub fn place_followed(&self) -> Place {
        let size = Size {
            rows: self.row_count.get(),
            cols: self.columns.with(Vec::len),
            page: 1,
        };
        self.place.get().within(size)
    }

    /// The selected rectangle.
    pub fn range_now(&self) -> CellRange {
        if self.everything.get_untracked() {
            return whole_range(self.size_now());
        }
        range_between(
            self.anchor.get_untracked().within(self.size_now()),
            self.place_now(),
        )
    }

    /// The row to show at `index`; an empty one when the rows have just become fewer.
    pub fn row_at(&self, index: usize) -> RowView {
        if index < self.row_count.get() {
            self.row.run(index)
        } else {
            RowView::default()
        }
    }

    pub fn row_now(&self, index: usize) -> RowView {
        untrack(|| self.row_at(index))
    }

    /// Whether a row is the heading of a group that folds, which a single press has folded already.
    pub fn folds(&self, row: usize) -> bool {
        self.row_now(row).folded.is_some()
    }

    /// The text of a range for the clipboard, with the heads when they were asked for.
    pub fn text_to_copy(&self, range: CellRange) -> String {
        let cells = super::clipboard::as_tsv(range, |index| self.row_now(index));
        if !self.heads_too.get_untracked() {
            return cells;
        }
        let heads = |columns: &Vec<GridColumn>| super::clipboard::heads_as_tsv(range, columns);
        self.columns.with_untracked(heads) + &cells
    }

    /// Copies the range with the heads of its columns; false where the browser does not let it.
    pub fn copy_with_heads(&self) -> bool {
        self.focus_quietly();
        self.heads_too.set(true);
        // A copy the page itself asks for arrives where the selection was last, not where the focus is.
        let state = *self;
        let elsewhere = window_event_listener(leptos::ev::copy, move |event| {
            if !event.default_prevented() {
                state.put_range(&event);
            }
        });
        // The only way to the clipboard that also works in a page opened from a file.
        let page = document().dyn_into::<HtmlDocument>();
        let copied = page.is_ok_and(|page| page.exec_command("copy").unwrap_or(false));
        elsewhere.remove();
        self.heads_too.set(false);
        copied
    }

    pub fn cell_now(&self, row: usize, col: usize) -> CellView {
        self.row_now(row)
            .cells
            .into_iter()
            .nth(col)
            .unwrap_or_default()
    }

    pub fn spot(&self, row: usize, col: usize) -> GridSpot {
        let column = self.columns.with_untracked(|columns| {
            columns
                .get(col)
                .map_or_else(String::new, |column| column.key.clone())
        });
        GridSpot {
            row,
            col,
            row_key: self.row_now(row).key,
            column,
        }
    }

    /// What sets `row` apart on screen.
    pub fn mark_of(&self, row: usize, key: &str) -> RowMark {
        let place = self.place_followed();
        let range = if self.everything.get() {
            whole_range(self.size_now())
        } else {
            range_between(self.anchor.get(), place)
        };
        RowMark {
            active: (place.row == Some(row)).then_some(place.col),
            range: if range.is_single() || place.row.is_none() {
                None
            } else {
                range.columns_in(row)
            },
            editing: self
                .editing
                .get()
                .filter(|at| at.row == Some(row))
                .map(|at| at.col),
            selected: self
                .selected
                .is_some_and(|selected| selected.with(|keys| keys.contains(key))),
        }
    }

    /// Goes one step; with `extend` the range grows instead of moving.
    pub fn step(&self, step: Step, extend: bool) {
        self.go(moved(self.place_now(), step, self.size_now()), extend);
    }

    /// Goes to the edge of what is filled.
    pub fn go_to_edge(
        &self,
        direction: Step,
        filled: Callback<(usize, usize), bool>,
        extend: bool,
    ) {
        let size = self.size_now();
        let is_filled = |row, col| untrack(|| filled.run((row, col)));
        self.go(edge(self.place_now(), direction, size, is_filled), extend);
    }

    /// Selects the rows of the range whole; one stays where one is.
    pub fn select_row(&self) -> bool {
        let last = self.size_now().cols.saturating_sub(1);
        let (place, anchor) = (self.place_now(), self.anchor.get_untracked());
        self.anchor.set(Place {
            col: last,
            ..anchor
        });
        self.place.set(Place { col: 0, ..place });
        self.everything.set(false);
        self.focus_place();
        true
    }

    /// Selects the columns of the range whole.
    pub fn select_column(&self) -> bool {
        let last = self.size_now().rows.saturating_sub(1);
        self.anchor.update(|anchor| anchor.row = Some(last));
        self.everything.set(false);
        self.go(Place::cell(0, self.place_now().col), true);
        true
    }

    /// Goes to a place, brings it into view and gives it the focus.
    pub fn go(&self, place: Place, extend: bool) {
        let place = place.within(self.size_now());
        self.place.set(place);
        self.everything.set(false);
        if !extend {
            self.anchor.set(place);
        }
        self.reveal(place);
        self.focus_place();
    }

    /// One cell is the active one; nothing moves.
    pub fn stand_at(&self, place: Place) {
        self.place.set(place);
        self.anchor.set(place);
        self.everything.set(false);
    }

    fn reveal(&self, place: Place) {
        let Some(row) = place.row else { return };
        let extent = self.extent_now();
        let offset = extent.reveal(self.offset.get_untracked(), row);
        self.scroll_to(offset);
    }

    /// Moves the rows to a true offset and the scroll bar with them.
    pub fn scroll_to(&self, offset: f64) {
        let extent = self.extent_now();
        let offset = extent.clamped(offset);
        if (offset - self.offset.get_untracked()).abs() > 0.01 {
            self.keep_focus();
            self.offset.set(offset);
            if let Some(root) = self.root.get_untracked() {
                root.set_scroll_top(whole(extent.top_at(offset)));
            }
        }
    }

    /// Takes over the position of the scroll bar, unless it only repeats what is known.
    pub fn follow_scroll(&self) {
        let Some(root) = self.root.get_untracked() else {
            return;
        };
        self.left.set(f64::from(root.scroll_left()));
        let extent = self.extent_now();
        let top = f64::from(root.scroll_top());
        if (top - extent.top_at(self.offset.get_untracked())).abs() > 1.5 {
            self.keep_focus();
            self.offset.set(extent.offset_at(top));
        }
    }

    /// Measures the part in view.
    pub fn measure(&self) {
        let (Some(root), Some(head)) = (self.root.get_untracked(), self.head.get_untracked())
        else {
            return;
        };
        let height = f64::from(root.client_height() - head.offset_height()).max(self.row_height);
        if (height - self.view.get_untracked()).abs() > 0.5 {
            self.view.set(height);
        }
        self.view_width.set(f64::from(root.client_width()));
    }

    /// Gives the focus to the current place now if it is drawn, and once more after drawing.
    pub fn focus_place(&self) {
        if !self.focus_drawn()
            && let Some(root) = self.root.get_untracked()
        {
            // Keys keep arriving here until the cell is drawn.
            root.focus().ok();
        }
        let state = *self;
        request_animation_frame(move || {
            if !state.root.is_disposed() && state.editing.get_untracked().is_none() {
                state.focus_drawn();
            }
        });
    }

    /// Columns that come and go may take the focus along without a word; gives it back where it was.
    fn keep_focus(&self) {
        let Some(root) = self.root.get_untracked() else {
            return;
        };
        let inside = document()
            .active_element()
            .is_some_and(|active| root.contains(Some(&active)));
        if !inside || self.editing.get_untracked().is_some() {
            return;
        }
        let state = *self;
        request_animation_frame(move || {
            let lost = document()
                .active_element()
                .is_none_or(|active| active.tag_name() == "BODY");
            if lost && !state.root.is_disposed() {
                state.focus_quietly();
            }
        });
    }

    /// Gives the focus to the current place without moving anything.
    fn focus_quietly(&self) -> Option<HtmlElement> {
        let cell = self.element_at(self.place_now())?;
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        cell.focus_with_options(&options).ok()?;
        Some(cell)
    }

    fn focus_drawn(&self) -> bool {
        let Some(cell) = self.focus_quietly() else {
            return false;
        };
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        nearest.set_inline(ScrollLogicalPosition::Nearest);
        cell.scroll_into_view_with_scroll_into_view_options(&nearest);
        true
    }

    pub fn element_at(&self, place: Place) -> Option<HtmlElement> {
        let root = self.root.get_untracked()?;
        let row = place.row.map_or(1, |row| row + 2);
        let col = place.col + self.first_col_index();
        let found = root
            .query_selector(&format!(
                "[aria-rowindex='{row}'] > [aria-colindex='{col}']"
            ))
            .ok()
            .flatten()?;
        found.dyn_into().ok()
    }

    /// The number of the first column for assistive technology: 2 when rows can be ticked.
    pub fn first_col_index(&self) -> usize {
        if self.selected.is_some() { 2 } else { 1 }
    }

    /// Ticks or unticks the row of the current place.
    pub fn toggle_row(&self, row: usize) {
        let Some(selected) = self.selected else {
            return;
        };
        let view = self.row_now(row);
        if view.group {
            return;
        }
        selected.update(|keys| {
            if !keys.remove(&view.key) {
                keys.insert(view.key);
            }
        });
    }

    /// Selects every cell; one stays where one is.
    pub fn select_everything(&self) {
        self.everything.set(self.size_now().rows > 0);
    }
}

fn whole_range(size: Size) -> CellRange {
    CellRange::between(
        (0, 0),
        (size.rows.saturating_sub(1), size.cols.saturating_sub(1)),
    )
}

/// A pixel position as the browser takes it.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the canvas is at most twelve million pixels tall"
)]
fn whole(position: f64) -> i32 {
    position.round() as i32
}
