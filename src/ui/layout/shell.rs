//! The whole frame: skip link, top bar, rail, banners, main area.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::rail::{Rail, RailGroup};

/// The frame.
#[component]
pub fn Shell(
    /// The words of the link that skips to the main area.
    #[prop(into)]
    skip_label: Signal<String>,
    /// The top bar.
    #[prop(into)]
    top: ViewFn,
    /// The name of the rail.
    #[prop(into)]
    rail_label: Signal<String>,
    /// The pages in the rail.
    #[prop(into)]
    rail: Signal<Vec<RailGroup>>,
    /// Messages about the whole app, above the page.
    #[prop(optional, into)]
    banners: ViewFn,
    /// The page.
    children: Children,
) -> impl IntoView {
    // A hash link would change the route, so the focus is moved instead.
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        let main = document().query_selector("main").ok().flatten();
        if let Some(main) = main.and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A main area that cannot take the focus leaves it on the link.
            main.focus().ok();
        }
    };
    view! {
        <div class="shell">
            <a class="skip-link" href="#main" on:click=skip>{skip_label}</a>
            {top.run()}
            <Rail label=rail_label groups=rail />
            <div class="shell__content">
                <div class="shell__banners">{banners.run()}</div>
                <main id="main" class="shell__main" tabindex="-1">{children()}</main>
            </div>
        </div>
    }
    .into_any()
}
