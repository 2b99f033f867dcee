//! Giving the focus back when what held it leaves the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Where the focus was before a dialog took it.
#[derive(Clone)]
pub(super) struct Place {
    element: HtmlElement,
    /// The grid around it, whose cells come and go while one is away.
    grid: Option<Element>,
}

impl Place {
    /// Where the focus is now.
    pub(super) fn now() -> Option<Self> {
        let active = document().active_element()?;
        let grid = active.closest("[role=grid]").ok().flatten();
        let element = active.dyn_into().ok()?;
        Some(Self { element, grid })
    }

    /// Goes back there once the page is drawn, if nothing else took the focus meanwhile.
    pub(super) fn go_back(self) {
        request_animation_frame(move || {
            if is_lost() {
                quietly(&self.element);
            }
            let cell = || self.grid?.query_selector("[tabindex='0']").ok().flatten();
            if is_lost()
                && let Some(cell) = cell().and_then(|cell| cell.dyn_into().ok())
            {
                quietly(&cell);
            }
        });
    }
}

fn is_lost() -> bool {
    document()
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY")
}

/// An element that left the page or is hidden refuses; the focus stays where it is then.
pub(super) fn quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}
