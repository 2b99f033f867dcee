//! Editing one cell in place: begin, commit, cancel.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use super::model::{CellEdit, ColumnKind};
use super::moves::{Place, Step};
use super::state::GridState;
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

    /// The keys an editor takes for itself.
    fn editor_key(&self, event: &KeyboardEvent) {
        event.stop_propagation();
        if event.is_composing() {
            return;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("Enter", false) => self.commit_and(Step::Down),
            ("Enter", true) => self.commit_and(Step::Up),
            ("Tab", false) => self.commit_and(Step::Right),
            ("Tab", true) => self.commit_and(Step::Left),
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
pub(super) fn editor_view(state: GridState, col: usize) -> AnyView {
    let column = state
        .columns
        .with_untracked(|columns| columns.get(col).cloned());
    let column = column.unwrap_or_default();
    let invalid = move || state.edit_error.with(Option::is_some).then_some("true");
    let left = move |_| {
        state.commit();
    };
    let keys = move |event: KeyboardEvent| state.editor_key(&event);
    let label = column.header.clone();
    let field = match &column.kind {
        ColumnKind::Choice(choices) => {
            let node = NodeRef::<html::Select>::new();
            // A field that cannot take the focus is still usable by pointer.
            node.on_load(|field| {
                field.focus().ok();
            });
            view! {
                <select
                    node_ref=node class="grid__editor" aria-label=label aria-invalid=invalid
                    on:change=move |event| { state.draft.set(event_target_value(&event)); }
                    on:blur=left on:keydown=keys
                >
                    {options(choices, &state.draft.get_untracked())}
                </select>
            }
            .into_any()
        }
        kind => {
            let node = NodeRef::<html::Input>::new();
            node.on_load(|field| {
                field.focus().ok();
            });
            view! {
                <input
                    node_ref=node class="grid__editor" type="text" autocomplete="off" spellcheck="false"
                    inputmode=if *kind == ColumnKind::Text { "text" } else { "decimal" }
                    aria-label=label aria-invalid=invalid
                    prop:value=state.draft
                    on:input=move |event| { state.draft.set(event_target_value(&event)); state.edit_error.set(None); }
                    on:blur=left on:keydown=keys
                />
            }
            .into_any()
        }
    };
    view! {
        {field}
        {move || state.edit_error.get().map(|reason| view! {
            <span class="grid__error" role="alert"><Icon glyph=Glyph::ErrorMark size=16 />{reason}</span>
        })}
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
