//! Editing one cell in place: begin, commit, cancel.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use super::model::{CellEdit, ColumnKind, GridColumn};
use super::moves::{Place, Step};
use super::state::GridState;
use super::suggesting::{Suggesting, suggestions_view};
use crate::text::search_key;
use crate::ui::components::choice::Choice;
use crate::ui::components::icon::{Glyph, Icon};

impl GridState {
    /// Whether the cell can be edited now.
    pub(super) fn can_edit(&self, row: usize, col: usize) -> bool {
        self.tells().edit.is_some()
            && self
                .columns
                .with_untracked(|columns| columns.get(col).is_some_and(|column| column.editable))
            && !untrack(|| self.row_at(row)).group
            && !self.cell_now(row, col).locked
    }

    /// Opens the editor at the current place with `text`, or with what stands there.
    pub(super) fn begin_edit(&self, text: Option<String>) -> bool {
        let Place {
            row: Some(row),
            col,
        } = self.place_now()
        else {
            return false;
        };
        if !self.can_edit(row, col) {
            return false;
        }
        let stored = self.stored_text(row, col);
        let (draft, typed_over) = match (self.choices(col), text) {
            // A choice is never nothing by accident: a letter leads to the first choice it begins.
            (Some(choices), text) => (begun_by(&choices, text.as_deref(), stored), false),
            (None, Some(text)) => (text, true),
            (None, None) => (stored, false),
        };
        self.typed_over.set(typed_over);
        self.awaits_letter.set(typed_over && draft.is_empty());
        self.draft.set(draft);
        self.edit_error.set(None);
        self.anchor.set(Place::cell(row, col));
        self.everything.set(false);
        self.editing.set(Some(Place::cell(row, col)));
        true
    }

    /// What the cells of a column are answered with, where that is one of a few.
    fn choices(&self, col: usize) -> Option<Vec<Choice>> {
        self.columns
            .with_untracked(|columns| match &columns.get(col)?.kind {
                ColumnKind::Choice(choices) => Some(choices.clone()),
                _ => None,
            })
    }

    fn stored_text(&self, row: usize, col: usize) -> String {
        let cell = self.cell_now(row, col);
        cell.edit.unwrap_or(cell.text)
    }

    /// Hands the draft to the page; closes the editor if it was taken, shows the reason if not.
    pub(super) fn commit(&self) -> bool {
        let Some(Place {
            row: Some(row),
            col,
        }) = self.editing.get_untracked()
        else {
            return true;
        };
        let value = self.draft.get_untracked();
        let changed = value != self.stored_text(row, col) && !self.awaits_letter.get_untracked();
        let spot = self.spot(row, col);
        let key = spot.row_key.clone();
        if changed {
            let edit = CellEdit { spot, value };
            if let Some(Err(reason)) = self.tells().edit.map(|tell| tell.run(edit)) {
                self.edit_error.set(Some(reason));
                return false;
            }
        }
        self.close_editor();
        if changed {
            self.go_with(&key, row, col);
        }
        true
    }

    /// The index of the row with a key, which was at `was`; nothing when it is hidden.
    pub(super) fn row_of(&self, key: &str, was: usize) -> Option<usize> {
        match self.tells().find_row {
            Some(find) if self.row_now(was).key != key => untrack(|| find.run(key.to_owned())),
            _ => Some(was),
        }
    }

    /// An entry may give its row another place in the order: one stays with the row, so that what
    /// is typed next is not another's. Where a filter hides the row now, the header is left.
    fn go_with(&self, key: &str, row: usize, col: usize) {
        let there = self.row_of(key, row);
        if there != Some(row) {
            self.stand_at(Place { row: there, col });
        }
    }

    /// Closes the editor and forgets the draft.
    pub(super) fn close_editor(&self) {
        self.editing.set(None);
        self.edit_error.set(None);
    }

    /// Takes the entry and goes on: up or down to the row that stood there before, wherever the
    /// entry has put its own.
    fn commit_and(&self, step: Step) {
        let (from, next) = (self.place_now(), self.beside(step));
        if !self.commit() {
            return;
        }
        if let (true, Some((key, row))) = (self.place_now() != from, next) {
            let there = self.row_of(&key, row);
            self.go(
                Place {
                    row: there.or(self.place_now().row),
                    col: from.col,
                },
                false,
            );
        } else {
            self.step(step, false);
        }
    }

    /// The row above or below with its key; nothing for other steps and where there is none.
    fn beside(&self, step: Step) -> Option<(String, usize)> {
        let row = self.place_now().row?;
        let row = match step {
            Step::Down => row + 1,
            Step::Up => row.checked_sub(1)?,
            _ => return None,
        };
        let key = self.row_now(row).key;
        (!key.is_empty()).then_some((key, row))
    }

    /// Takes the entry and goes one column on; remembers where the run of entries began.
    fn commit_along(&self, step: Step) {
        let from = self.place_now().col;
        if self.commit() {
            self.run_from.update(|run| *run = run.or(Some(from)));
            self.step(step, false);
        }
    }

    /// Takes the entry and goes to the next row, to where a run of entries with Tab began.
    fn commit_row(&self) {
        let from = self.run_from.get_untracked();
        self.commit_and(Step::Down);
        if let (Some(col), None) = (from, self.editing.get_untracked()) {
            self.run_from.set(None);
            let place = self.place_now();
            self.go(Place { col, ..place }, false);
        }
    }

    /// The keys an editor takes for itself.
    fn editor_key(&self, event: &KeyboardEvent, suggesting: Suggesting) {
        event.stop_propagation();
        if event.is_composing() {
            return;
        }
        let key = event.key();
        let typed_over = self.typed_over.get_untracked();
        if matches!(key.as_str(), "Enter" | "Tab") {
            suggesting.take();
        }
        match (key.as_str(), event.shift_key()) {
            ("ArrowDown" | "ArrowUp", _) if suggesting.step(key == "ArrowDown") => {}
            // A cell one types over is left by an arrow, as in a spreadsheet.
            ("ArrowDown", false) if typed_over => self.commit_and(Step::Down),
            ("ArrowUp", false) if typed_over => self.commit_and(Step::Up),
            ("ArrowRight", false) if typed_over => self.commit_and(Step::Right),
            ("ArrowLeft", false) if typed_over => self.commit_and(Step::Left),
            ("Enter", false) => self.commit_row(),
            ("Enter", true) => self.commit_and(Step::Up),
            ("Tab", false) => self.commit_along(Step::Right),
            ("Tab", true) => self.commit_along(Step::Left),
            ("Escape", _) => {
                self.close_editor();
                self.focus_place();
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// The editor in its cell.
pub(super) fn editor_view(state: GridState, row: usize, col: usize) -> AnyView {
    let column = state
        .columns
        .with_untracked(|columns| columns.get(col).cloned());
    let column = column.unwrap_or_default();
    let suggesting = Suggesting::new(state, row, col);
    let field = match &column.kind {
        ColumnKind::Choice(choices) => choice_view(state, suggesting, &column.header, choices),
        _ => text_view(state, suggesting, &column),
    };
    view! {
        {field}
        {move || state.edit_error.get().map(|reason| view! {
            <span class="grid__error" role="alert"><Icon glyph=Glyph::ErrorMark size=16 />{reason}</span>
        })}
    }
    .into_any()
}

fn choice_view(
    state: GridState,
    suggesting: Suggesting,
    label: &str,
    choices: &[Choice],
) -> AnyView {
    let node = NodeRef::<html::Select>::new();
    // A field that cannot take the focus is still usable by pointer.
    node.on_load(|field| {
        field.focus().ok();
    });
    view! {
        <select
            node_ref=node class="grid__editor" aria-label=label.to_owned()
            aria-invalid=move || state.edit_error.with(Option::is_some).then_some("true")
            on:change=move |event| { state.draft.set(event_target_value(&event)); }
            on:blur=move |_| { state.commit(); }
            on:keydown=move |event: KeyboardEvent| state.editor_key(&event, suggesting)
        >
            {options(choices, &state.draft.get_untracked())}
        </select>
    }
    .into_any()
}

fn text_view(state: GridState, suggesting: Suggesting, column: &GridColumn) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    node.on_load(|field| {
        field.focus().ok();
    });
    let suggests = column.suggests;
    let type_on = move |event| {
        state.draft.set(event_target_value(&event));
        state.edit_error.set(None);
        state.awaits_letter.set(false);
        suggesting.typed();
    };
    view! {
        <input
            node_ref=node class="grid__editor" type="text" autocomplete="off" spellcheck="false"
            inputmode=if column.kind == ColumnKind::Text { "text" } else { "decimal" }
            role=suggests.then_some("combobox")
            aria-autocomplete=suggests.then_some("list")
            aria-controls=suggests.then(|| suggesting.list_id())
            aria-expanded=move || suggests.then(|| if suggesting.is_open() { "true" } else { "false" })
            aria-activedescendant=move || suggesting.active()
            aria-label=column.header.clone()
            aria-invalid=move || state.edit_error.with(Option::is_some).then_some("true")
            prop:value=state.draft
            on:input=type_on
            on:blur=move |_| { state.commit(); }
            on:keydown=move |event: KeyboardEvent| state.editor_key(&event, suggesting)
        />
        {suggests.then(|| suggestions_view(suggesting))}
    }
    .into_any()
}

/// The choice a letter begins, else what is stored.
fn begun_by(choices: &[Choice], letter: Option<&str>, stored: String) -> String {
    let begins = |choice: &&Choice| {
        letter.is_some_and(|letter| {
            let label = search_key(&choice.label);
            !letter.is_empty() && label.starts_with(&search_key(letter))
        })
    };
    let found = choices.iter().find(begins);
    found.map_or(stored, |choice| choice.value.clone())
}

fn options(choices: &[Choice], current: &str) -> AnyView {
    let known = choices.iter().any(|choice| choice.value == current);
    let blank = (!known).then(|| Choice::new(current, current));
    blank
        .into_iter()
        .chain(choices.iter().cloned())
        .map(|choice| {
            let selected = choice.value == current;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view()
        .into_any()
}
