//! Editing one cell in place: begin, commit, cancel.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use super::model::{CellEdit, ColumnKind, GridColumn};
use super::moves::{Place, Step};
use super::state::GridState;
use super::suggesting::{Suggesting, suggestions_view};
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
        self.typed_over.set(text.is_some());
        self.draft
            .set(text.unwrap_or_else(|| self.stored_text(row, col)));
        self.edit_error.set(None);
        self.anchor.set(Place::cell(row, col));
        self.everything.set(false);
        self.editing.set(Some(Place::cell(row, col)));
        true
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
        if value != self.stored_text(row, col) {
            let edit = CellEdit {
                spot: self.spot(row, col),
                value,
            };
            if let Some(Err(reason)) = self.tells().edit.map(|tell| tell.run(edit)) {
                self.edit_error.set(Some(reason));
                return false;
            }
        }
        self.close_editor();
        true
    }

    /// Closes the editor and forgets the draft.
    pub(super) fn close_editor(&self) {
        self.editing.set(None);
        self.edit_error.set(None);
    }

    fn commit_and(&self, step: Step) {
        if self.commit() {
            self.step(step, false);
        }
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
        if self.commit() {
            self.run_from.set(None);
            if let Some(col) = from {
                self.go(
                    Place {
                        col,
                        ..self.place_now()
                    },
                    false,
                );
            }
            self.step(Step::Down, false);
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
