//! What may be meant by what is typed in a cell: a list under the editor.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::model::CellEdit;
use super::state::GridState;
use crate::ui::components::combobox::Suggestion;
use crate::ui::components::identity::fresh_id;
use crate::ui::components::size::pixels;

/// The list of one open editor.
#[derive(Clone, Copy)]
pub(super) struct Suggesting {
    state: GridState,
    list: Memo<Vec<Suggestion>>,
    /// The suggestion Enter takes; nothing leaves what is typed.
    at: RwSignal<Option<usize>>,
    id: StoredValue<String>,
}

impl Suggesting {
    /// The list for the editor of a cell.
    pub fn new(state: GridState, row: usize, col: usize) -> Self {
        let suggests = state
            .columns
            .with_untracked(|columns| columns.get(col).is_some_and(|column| column.suggests));
        let tell = state.tells().suggest.filter(|_| suggests);
        let spot = StoredValue::new(state.spot(row, col));
        let list = Memo::new(move |_| {
            let value = state.draft.get();
            let spot = spot.get_value();
            tell.map(|tell| untrack(|| tell.run(CellEdit { spot, value })))
                .unwrap_or_default()
        });
        let suggesting = Self {
            state,
            list,
            at: RwSignal::new(None),
            id: StoredValue::new(fresh_id("suggest")),
        };
        if state.typed_over.get_untracked() {
            suggesting.typed();
        }
        suggesting
    }

    /// After a letter: the first suggestion is the one meant, unless nothing is typed.
    pub fn typed(self) {
        let typed = self.state.draft.get_untracked();
        let same = |one: &Suggestion| one.value.to_lowercase() == typed.to_lowercase();
        let first = self.list.with_untracked(|list| {
            let exact = list.iter().position(same);
            exact.or((!list.is_empty()).then_some(0))
        });
        self.at.set(first.filter(|_| !typed.trim().is_empty()));
    }

    /// Goes up or down the list; false when there is none.
    pub fn step(self, down: bool) -> bool {
        let count = self.list.with_untracked(Vec::len);
        if count == 0 {
            return false;
        }
        self.at.update(|at| {
            *at = Some(match (*at, down) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(at), true) => (at + 1) % count,
                (Some(at), false) => (at + count - 1) % count,
            });
        });
        true
    }

    /// Puts the suggestion one is at into the editor, if one is at any.
    pub fn take(self) {
        let found = self
            .at
            .get_untracked()
            .and_then(|at| self.list.with_untracked(|list| list.get(at).cloned()));
        if let Some(found) = found {
            self.state.awaits_letter.set(false);
            self.state.draft.set(found.value);
        }
    }

    pub fn is_open(self) -> bool {
        self.list.with(|list| !list.is_empty())
    }

    pub fn list_id(self) -> String {
        self.id.get_value()
    }

    /// The option one is at, for assistive technology.
    pub fn active(self) -> Option<String> {
        let at = self.at.get()?;
        self.is_open()
            .then(|| format!("{}-{at}", self.id.get_value()))
    }
}

/// The list, in the browser's top layer so that the grid does not cut it.
pub(super) fn suggestions_view(suggesting: Suggesting) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let place = RwSignal::new(("auto".to_owned(), "auto".to_owned(), "auto".to_owned()));
    Effect::new(move |_| {
        let Some(list) = node.get() else { return };
        if suggesting.is_open() {
            if let Some(found) = beside(&list) {
                place.set(found);
            }
            // Fails when it is open already, which is what is wanted.
            list.show_popover().ok();
        } else {
            list.hide_popover().ok();
        }
    });
    let rows = move || {
        let list = suggesting.list.get().into_iter().enumerate();
        list.map(|(index, one)| option_view(suggesting, index, one))
            .collect_view()
    };
    view! {
        <div
            node_ref=node id=suggesting.list_id() class="grid__suggestions" popover="manual" role="listbox"
            style:inset-block-start=move || place.with(|place| place.0.clone())
            style:inset-block-end=move || place.with(|place| place.1.clone())
            style:inset-inline-start=move || place.with(|place| place.2.clone())
        >
            {rows}
        </div>
    }
    .into_any()
}

fn option_view(suggesting: Suggesting, index: usize, one: Suggestion) -> AnyView {
    let Suggestion { label, detail, .. } = one;
    let take = move |event: web_sys::MouseEvent| {
        // The editor keeps the focus until the value is taken.
        event.prevent_default();
        event.stop_propagation();
        suggesting.at.set(Some(index));
        suggesting.take();
        if suggesting.state.commit() {
            suggesting.state.focus_place();
        }
    };
    view! {
        <div
            class="combobox__option" role="option" id=format!("{}-{index}", suggesting.list_id())
            aria-selected=move || if suggesting.at.get() == Some(index) { "true" } else { "false" }
            on:mousedown=take
        >
            <span>{label}</span>
            {detail.map(|detail| view! { <span class="combobox__detail">{detail}</span> })}
        </div>
    }
    .into_any()
}

/// Room a list needs below its cell; with less it stands above.
const ROOM: f64 = 300.0;

/// Top, bottom and start of a list beside its cell, as CSS takes them.
fn beside(list: &HtmlElement) -> Option<(String, String, String)> {
    let cell = list.parent_element()?.dyn_into::<HtmlElement>().ok()?;
    let rect = cell.get_bounding_client_rect();
    let root = document().document_element()?;
    let (width, height) = (
        f64::from(root.client_width()),
        f64::from(root.client_height()),
    );
    let start = pixels(rect.left().min(width - ROOM).max(4.0));
    let auto = || "auto".to_owned();
    Some(if height - rect.bottom() < ROOM && rect.top() > ROOM {
        (auto(), pixels(height - rect.top() + 2.0), start)
    } else {
        (pixels(rect.bottom() + 2.0), auto(), start)
    })
}
