//! Watching the room an element has, and writing lengths the way style and SVG take them.

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
        let again = Closure::<dyn FnMut()>::new(again);
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

/// A length with one decimal, without what the standard library needs to write any float: kilobytes of the page.
#[allow(
    clippy::cast_possible_truncation,
    reason = "lengths on screen are far below 2^53"
)]
pub(super) fn tenths(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
    }
}

/// A length in pixels.
pub(super) fn pixels(length: f64) -> String {
    tenths(length) + "px"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_with_one_decimal_at_most() {
        assert_eq!(tenths(12.0), "12");
        assert_eq!(tenths(-0.25), "-0.3");
        assert_eq!(tenths(0.04), "0");
        assert_eq!(pixels(12_000_000.06), "12000000.1px");
    }
}
