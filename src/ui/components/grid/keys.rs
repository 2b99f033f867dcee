//! What the keyboard, the pointer and the clipboard do in a grid.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, WheelEvent};

use super::model::{Commanded, GridColumn, GridCommand, GridPaste, HeadSpot, SortAsk};
use super::moves::{Place, Step};
use super::state::GridState;

impl GridState {
    /// A key pressed outside an editor.
    pub(super) fn on_key(&self, event: &KeyboardEvent) {
        let key = event.key();
        let ctrl = event.ctrl_key() || event.meta_key();
        if event.alt_key() && (self.resize_by_key(&key) || self.filter_by_key(&key)) {
            event.prevent_default();
        }
        if event.alt_key() || is_in_field(event) {
            return;
        }
        if self.walk(&key, ctrl, event.shift_key()) {
            event.prevent_default();
            return;
        }
        let Place {
            row: Some(row),
            col,
        } = self.place_now()
        else {
            self.on_header_key(event, &key, ctrl);
            return;
        };
        let command = GridCommand::of(&key, ctrl, event.shift_key());
        let done = match (key.as_str(), ctrl) {
            _ if command.is_some_and(|command| self.command(command)) => true,
            ("F2", _) => self.begin_edit(None),
            ("Enter", false) => {
                self.follow(row, col) || self.begin_edit(None) || self.activate(row, col)
            }
            (" ", true) => self.select_column(),
            (" ", false) if event.shift_key() => self.select_row(),
            (" ", false) => {
                self.toggle_row(row);
                self.selected.is_some()
            }
            ("a" | "A", true) => {
                self.select_everything();
                true
            }
            ("c" | "C", true) if event.shift_key() => self.copy_with_heads(),
            ("?", false) => self
                .tells()
                .explain
                .map(|tell| tell.run(self.spot(row, col)))
                .is_some(),
            ("Escape", _) => self.collapse_range(),
            ("Process" | "Unidentified", false) => {
                // An input method composes: let its first letter arrive in the opened field.
                self.begin_edit(Some(String::new()));
                false
            }
            (letter, false) if letter.chars().count() == 1 => {
                self.begin_edit(Some(letter.to_owned()))
            }
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    }

    /// Goes where a key leads, if it leads anywhere.
    fn walk(&self, key: &str, ctrl: bool, extend: bool) -> bool {
        self.run_from.set(None);
        let along = Step::along(key).filter(|_| ctrl);
        match (along, self.tells().filled) {
            (Some(direction), Some(filled)) => self.go_to_edge(direction, filled, extend),
            _ => match Step::of(key, ctrl) {
                Some(step) => self.step(step, extend),
                None => return false,
            },
        }
        true
    }

    /// Asks the page for what the grid does not do by itself; false when the page does not either.
    fn command(&self, command: GridCommand) -> bool {
        let Some(tell) = self.tells().command else {
            return false;
        };
        let range = self.range_now();
        tell.run(Commanded { command, range })
    }

    /// On a header a key orders by its column, or asks for what concerns the whole register.
    fn on_header_key(&self, event: &KeyboardEvent, key: &str, ctrl: bool) {
        let command = GridCommand::of(key, ctrl, event.shift_key());
        let done = match key {
            _ if command == Some(GridCommand::Replace) => self.command(GridCommand::Replace),
            "Enter" | " " => {
                self.sort_by(self.place_now().col, event.shift_key());
                true
            }
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    }

    /// Leaves the range for its one active cell; false when there is no range, so that Esc travels on.
    fn collapse_range(&self) -> bool {
        let single = self.range_now().is_single();
        self.anchor.set(self.place_now());
        self.everything.set(false);
        !single
    }

    pub(super) fn activate(&self, row: usize, col: usize) -> bool {
        if let Some(tell) = self.tells().activate {
            tell.run(self.spot(row, col));
            return true;
        }
        false
    }

    /// A cell that leads somewhere is opened before it is edited: F2 or typing edits it.
    fn follow(&self, row: usize, col: usize) -> bool {
        self.cell_now(row, col).href.is_some() && self.activate(row, col)
    }

    /// Asks the page for another order by a column; with `add` by one more.
    pub(super) fn sort_by(&self, col: usize, add: bool) {
        let column = self.column_key(col, |column| column.sortable);
        if let (Some(tell), Some(column)) = (self.tells().sort, column) {
            tell.run(SortAsk { column, add });
        }
    }

    /// Alt and the down arrow on a header: its filter.
    fn filter_by_key(&self, key: &str) -> bool {
        let place = self.place_now();
        place.row.is_none() && key == "ArrowDown" && self.ask_filter(place.col)
    }

    /// Asks the page to open the filter of a column under its header.
    pub(super) fn ask_filter(&self, col: usize) -> bool {
        let column = self.column_key(col, |column| column.filterable);
        let head = self.element_at(Place { row: None, col });
        let (Some(tell), Some(column), Some(head)) = (self.tells().filter, column, head) else {
            return false;
        };
        let room = head.get_bounding_client_rect();
        tell.run(HeadSpot {
            column,
            left: room.left(),
            bottom: room.bottom(),
        });
        true
    }

    fn column_key(&self, col: usize, fits: impl Fn(&GridColumn) -> bool) -> Option<String> {
        self.columns.with_untracked(|columns| {
            let column = columns.get(col).filter(|column| fits(column));
            column.map(|column| column.key.clone())
        })
    }

    /// The pointer goes down on a cell.
    pub(super) fn on_press(&self, event: &MouseEvent) {
        if event.button() != 0 || is_in_field(event) {
            return;
        }
        let Some(mut place) = self.place_at(event) else {
            return;
        };
        if self.editing.get_untracked().is_some() {
            // What is pressed is a row, wherever the entry puts it.
            let pressed = place.row.map(|row| (self.row_now(row).key, row));
            if !self.commit() {
                return;
            }
            place.row = pressed.and_then(|(key, row)| self.row_of(&key, row));
        }
        event.prevent_default();
        self.run_from.set(None);
        self.go(place, event.shift_key());
        if let (true, Some(row)) = (event.ctrl_key() || event.meta_key(), place.row) {
            self.toggle_row(row);
        }
    }

    /// The pointer moves over a cell; with the button held the range grows.
    pub(super) fn on_drag(&self, event: &MouseEvent) {
        if event.buttons() != 1 || self.editing.get_untracked().is_some() || is_in_field(event) {
            return;
        }
        let here = self.place_now();
        if let Some(place) = self.place_at(event)
            && place != here
            && place.row.is_some()
            && here.row.is_some()
        {
            self.go(place, true);
        }
    }

    /// A double press opens the editor, or what the row stands for.
    pub(super) fn on_double_press(&self, event: &MouseEvent) {
        if is_in_field(event) {
            return;
        }
        if let Some(Place {
            row: Some(row),
            col,
        }) = self.place_at(event)
            && !self.folds(row)
            && !self.follow(row, col)
            && !self.begin_edit(None)
        {
            self.activate(row, col);
        }
    }

    /// The focus came to a cell by another way than the grid's own keys, as by a screen reader.
    pub(super) fn on_focus_in(&self, event: &Event) {
        let Some(cell) = target(event).filter(|target| target.has_attribute("aria-colindex"))
        else {
            return;
        };
        if let Some(place) = self.place_of(&cell)
            && place != self.place_now()
        {
            self.stand_at(place);
        }
    }

    fn place_at(&self, event: &Event) -> Option<Place> {
        self.place_of(&target(event)?)
    }

    fn place_of(&self, target: &Element) -> Option<Place> {
        let cell = target.closest("[aria-colindex]").ok()??;
        let row = cell.closest("[aria-rowindex]").ok()??;
        let col = number(&cell, "aria-colindex")?.checked_sub(self.first_col_index())?;
        Some(Place {
            row: number(&row, "aria-rowindex")?.checked_sub(2),
            col,
        })
    }

    /// The wheel moves by true rows even where the scroll bar is compressed.
    pub(super) fn on_wheel(&self, event: &WheelEvent) {
        if !untrack(|| self.extent()).is_compressed() || event.delta_y() == 0.0 || event.ctrl_key()
        {
            return;
        }
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => self.row_height,
            WheelEvent::DOM_DELTA_PAGE => self.view.get_untracked(),
            _ => 1.0,
        };
        event.prevent_default();
        self.scroll_to(self.offset.get_untracked() + event.delta_y() * unit);
    }

    /// Ctrl+C: the range as tab-separated text.
    pub(super) fn on_copy(&self, event: &ClipboardEvent) {
        if !is_in_field(event) {
            self.put_range(event);
        }
    }

    /// Gives the range to a copy under way.
    pub(super) fn put_range(&self, event: &ClipboardEvent) {
        if self.place_now().row.is_none() {
            return;
        }
        let text = self.text_to_copy(self.range_now());
        if let Some(board) = event.clipboard_data() {
            // A refused write leaves the clipboard as it was; the page is told the text either way.
            board.set_data("text/plain", &text).ok();
            event.prevent_default();
        }
        if let Some(tell) = self.tells().copy {
            tell.run(text);
        }
    }

    /// Ctrl+V: the raw block, for the page to read.
    pub(super) fn on_paste(&self, event: &ClipboardEvent) {
        let (Some(tell), Some(board)) = (self.tells().paste, event.clipboard_data()) else {
            return;
        };
        // An empty grid takes a block, too: at its header, for there is no cell yet.
        let empty = self.row_count.get_untracked() == 0;
        if is_in_field(event) || (self.place_now().row.is_none() && !empty) {
            return;
        }
        event.prevent_default();
        let range = self.range_now();
        let text = board.get_data("text/plain").unwrap_or_default();
        let html = board
            .get_data("text/html")
            .ok()
            .filter(|html| !html.is_empty());
        tell.run(GridPaste {
            spot: self.spot(range.first_row, range.first_col),
            range,
            text,
            html,
        });
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

/// Whether the event comes from a field or link inside a cell, which handles it by itself.
fn is_in_field(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "A"))
}
