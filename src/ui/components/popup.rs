//! A small surface opened at a place in the window: it closes on Esc and on a press outside.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::size::pixels;

/// Room a surface is given at least, so that it never opens beyond the window's edge.
const ROOM: f64 = 320.0;

/// A surface that opens where it is asked for. Its content exists only while it is open.
#[component]
pub fn Popup(
    /// Its left and upper edge in pixels; closed when none.
    #[prop(into)]
    at: Signal<Option<(f64, f64)>>,
    /// Runs when it was closed, by whatever means; must make `at` none.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let at = Memo::new(move |_| at.get());
    let node = NodeRef::<html::Div>::new();
    let content = StoredValue::new(children);
    // The content stays until it is closed: taken away earlier, its focus could not go back.
    let shown = RwSignal::new(None);
    let leaving = StoredValue::new(false);
    follow(node, at, shown, leaving);
    // Said while it closes, not a task later: asked for again in between, it opens again.
    let closing = move |_: Event| {
        if is_open(node) && at.get_untracked().is_some() {
            leaving.set_value(true);
            on_close.run(());
        }
    };
    let toggled = move |_| {
        leaving.set_value(false);
        if !is_open(node) && at.get_untracked().is_none() {
            shown.set(None);
        }
    };
    let left = move || shown.get().map(|(left, _)| pixels(left));
    let top = move || shown.get().map(|(_, top)| pixels(top));
    view! {
        <div
            node_ref=node class="popover" popover="auto" role="dialog" aria-label=label
            style:inset-inline-start=left style:inset-block-start=top
            on:beforetoggle=closing on:toggle=toggled
        >
            {move || shown.get().map(|_| content.with_value(|content| content()))}
        </div>
    }
    .into_any()
}

/// Where a surface of [`ROOM`] fits beside `left` in a window of this width.
fn inside(left: f64, window: f64) -> f64 {
    left.min(window - ROOM).max(8.0)
}

/// Where a surface asked for at a place of the window opens.
#[must_use]
pub fn popup_place(left: f64, top: f64) -> (f64, f64) {
    let width = document()
        .document_element()
        .map_or(ROOM, |root| f64::from(root.client_width()));
    (inside(left, width), top)
}

fn is_open(node: NodeRef<html::Div>) -> bool {
    let panel = node.get_untracked();
    panel.is_some_and(|panel| panel.matches(":popover-open").unwrap_or(false))
}

/// Opens and closes the surface as it is asked for.
fn follow(
    node: NodeRef<html::Div>,
    at: Memo<Option<(f64, f64)>>,
    shown: RwSignal<Option<(f64, f64)>>,
    leaving: StoredValue<bool>,
) {
    Effect::new(move |_| {
        let wanted = at.get();
        let Some(panel) = node.get() else { return };
        if wanted.is_none() {
            if is_open(node) && !leaving.get_value() {
                // Fails only when it is closed already.
                panel.hide_popover().ok();
            }
            return;
        }
        shown.set(wanted);
        if !is_open(node) {
            request_animation_frame(move || {
                if at.get_untracked().is_some() && panel.is_connected() {
                    // Fails only when it is open already.
                    panel.show_popover().ok();
                    focus_first(&panel);
                }
            });
        }
    });
}

fn focus_first(panel: &HtmlElement) {
    let found = |selector: &str| panel.query_selector(selector).ok().flatten();
    let field = found(":is(input, select):not(:disabled)")
        .or_else(|| found("button:not(:disabled)"))
        .and_then(|field| field.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        // A field that cannot take the focus is still usable by pointer.
        field.focus().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surface_stays_inside_the_window() {
        let places = [0.0, 300.0, 1200.0].map(|left| inside(left, 1280.0));
        assert!((places[0] - 8.0).abs() < 0.01 && (places[1] - 300.0).abs() < 0.01);
        assert!((places[2] - 960.0).abs() < 0.01);
    }
}
