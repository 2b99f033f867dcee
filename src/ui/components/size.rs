//! Watching the room an element has.

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

/// Runs `look` when the element stands, and again whenever its room changes.
pub(super) fn watch(node: NodeRef<html::Div>, look: impl Fn() + Clone + 'static) {
    let watcher = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        look();
        let again = look.clone();
        let again = Closure::<dyn FnMut()>::new(move || again());
        if let Ok(observer) = ResizeObserver::new(again.as_ref().unchecked_ref()) {
            observer.observe(&element);
            watcher.set_value(Some((observer, again)));
        }
    });
    on_cleanup(move || {
        watcher.try_update_value(|watcher| {
            if let Some((observer, _)) = watcher.take() {
                observer.disconnect();
            }
        });
    });
}

/// The width of an element in pixels, followed; `first` until it stands.
pub(super) fn width_of(node: NodeRef<html::Div>, first: f64) -> Signal<f64> {
    let width = RwSignal::new(first);
    watch(node, move || {
        let Some(element) = node.get_untracked() else {
            return;
        };
        let now = f64::from(element.client_width());
        if now > 0.0 && (now - width.get_untracked()).abs() > 0.5 {
            width.set(now);
        }
    });
    width.into()
}
