//! The page itself: its address, its language, its colours.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::local;

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The part of the address after `#`, with it; empty at the start.
#[must_use]
pub fn address() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to an address within the page, `#/…`; listeners are told by the browser.
pub fn go_to(address: &str) {
    if let Some(window) = web_sys::window() {
        // A page whose address cannot be set stays where it is.
        drop(window.location().set_hash(address));
    }
}

/// Calls `changed` whenever the address within the page changes, for as long as the page lives.
pub fn on_address(changed: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || changed(address()));
    if let Some(window) = web_sys::window() {
        let listener = listener.into_js_value();
        let added = window.add_event_listener_with_callback("hashchange", listener.unchecked_ref());
        debug_assert!(added.is_ok(), "a window takes listeners");
    }
}

/// Names the language of the page, for screen readers and hyphenation.
pub fn set_language(tag: &str) {
    set("lang", Some(tag));
}

/// Chooses the colours: `light`, `dark`, or anything else for those of the system.
pub fn set_theme(theme: &str) {
    set(
        "data-theme",
        Some(theme).filter(|theme| matches!(*theme, "light" | "dark")),
    );
}

/// Keeps a preference on this machine and takes it on.
pub fn prefer(name: &str, value: &str) {
    take_on(name, value);
    // A preference that is not kept is asked for again, nothing more.
    drop(local::prefer(name, value));
}

/// Gives the page the colours and the language last chosen on this machine.
pub fn take_on_preferences() {
    for (name, value) in local::preferences() {
        take_on(&name, &value);
    }
}

fn take_on(name: &str, value: &str) {
    match name {
        "theme" => set_theme(value),
        "language" => set_language(value),
        _ => {}
    }
}

fn set(attribute: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    let done = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
    debug_assert!(done.is_ok(), "{attribute} is a name");
}
