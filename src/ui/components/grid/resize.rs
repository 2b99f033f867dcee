//! Column widths the person chose: by dragging the edge of a header, or with Alt and the arrows on it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::model::GridColumn;
use super::state::GridState;

/// Widths in pixels by column key.
pub type Widths = BTreeMap<String, u32>;

const LEAST: u32 = 48;
const MOST: u32 = 900;
const STEP: i32 = 16;

/// The columns with the chosen widths; a column of chosen width no longer grows.
pub(super) fn with_widths(mut columns: Vec<GridColumn>, widths: &Widths) -> Vec<GridColumn> {
    for column in &mut columns {
        if let Some(width) = widths.get(&column.key) {
            column.width = *width;
            column.grow = false;
        }
    }
    columns
}

impl GridState {
    /// Makes column `col` wider or narrower by `by` pixels, from `width`.
    fn resize(&self, col: usize, width: u32, by: i32) {
        let key = self
            .columns
            .with_untracked(|columns| columns.get(col).map(|column| column.key.clone()));
        let Some(key) = key else { return };
        let width = width.saturating_add_signed(by).clamp(LEAST, MOST);
        self.widths.update(|widths| {
            widths.insert(key, width);
        });
    }

    /// Tells the page how wide column `col` has become.
    fn resized(&self, col: usize) {
        let key = self
            .columns
            .with_untracked(|columns| columns.get(col).map(|column| column.key.clone()));
        let Some(key) = key else { return };
        let width = self
            .widths
            .with_untracked(|widths| widths.get(&key).copied());
        if let (Some(tell), Some(width)) = (self.tells().resize, width) {
            tell.run((key, width));
        }
    }

    /// Alt and an arrow on a header: one step wider or narrower.
    pub(super) fn resize_by_key(&self, key: &str) -> bool {
        let place = self.place_now();
        let by = match (place.row, key) {
            (None, "ArrowLeft") => -STEP,
            (None, "ArrowRight") => STEP,
            _ => return false,
        };
        let shown = document().active_element().map(|head| head.client_width());
        let width = shown
            .and_then(|width| u32::try_from(width).ok())
            .unwrap_or(LEAST);
        self.resize(place.col, width, by);
        self.resized(place.col);
        true
    }
}

/// The edge of a header that can be dragged.
pub(super) fn edge_view(state: GridState, col: usize) -> AnyView {
    let start = RwSignal::new(None::<(i32, u32)>);
    let down = move |event: PointerEvent| {
        event.prevent_default();
        event.stop_propagation();
        let Some(edge) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        // Without capture the drag still works while the pointer is over the edge.
        edge.set_pointer_capture(event.pointer_id()).ok();
        let shown = edge
            .parent_element()
            .map_or(0.0, |head| head.get_bounding_client_rect().width());
        start.set(Some((event.client_x(), whole(shown))));
    };
    let drag = move |event: PointerEvent| {
        if let Some((from, width)) = start.get_untracked() {
            state.resize(col, width, event.client_x() - from);
        }
    };
    let end = move |_: PointerEvent| {
        if start.get_untracked().is_some() {
            start.set(None);
            state.resized(col);
        }
    };
    view! {
        <span
            class="grid__edge" aria-hidden="true"
            on:mousedown=move |event| event.stop_propagation()
            on:click=move |event| event.stop_propagation()
            on:pointerdown=down on:pointermove=drag
            on:pointerup=end on:pointercancel=end
        ></span>
    }
    .into_any()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width on screen is small and not negative"
)]
fn whole(width: f64) -> u32 {
    width.round().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_width_wins_over_growing() {
        let columns = vec![
            GridColumn::text("a", "A").grow(),
            GridColumn::text("b", "B"),
        ];
        let widths = Widths::from([("a".to_owned(), 300)]);
        let chosen = with_widths(columns, &widths);
        assert_eq!(
            (chosen[0].width, chosen[0].grow, chosen[1].width),
            (300, false, 160)
        );
    }
}
