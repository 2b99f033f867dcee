//! Keys that work on every screen: undo, redo, search.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::Event;
use crate::ui::App;

/// Listens while the frame stands. Inside a text field the field's own undo is left alone.
pub(super) fn listen(app: App) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let key = event.key().to_lowercase();
        // Behind a dialog nothing is undone or done again unseen.
        let asked = document()
            .query_selector("dialog:modal")
            .is_ok_and(|dialog| dialog.is_some());
        let typing = asked || event.target().is_some_and(|target| is_text_field(&target));
        match key.as_str() {
            "z" if !typing && event.shift_key() => app.dispatch(Event::RedoAsked),
            "z" if !typing => app.dispatch(Event::UndoAsked),
            "y" if !typing => app.dispatch(Event::RedoAsked),
            "k" => app.search_open.set(true),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

fn is_text_field(target: &web_sys::EventTarget) -> bool {
    let Some(element) = target.dyn_ref::<web_sys::Element>() else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "button" | "file")
        ),
        _ => false,
    }
}
