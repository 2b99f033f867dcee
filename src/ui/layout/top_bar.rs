//! The bar over every page: whose data, which period, search, save state, undo, language, theme.

use leptos::prelude::*;

use crate::ui::components::icon::{Glyph, Icon};

/// The bar. Everything in it comes in as slots, from start to end.
#[component]
pub fn TopBar(
    /// The name of the product.
    #[prop(into)]
    brand: Signal<String>,
    /// The address of the first page.
    #[prop(into)]
    home_href: Signal<String>,
    /// The agency whose data these are.
    #[prop(optional, into)]
    agency: MaybeProp<String>,
    /// The choice of the period.
    #[prop(optional, into)]
    period: ViewFn,
    /// The search button.
    #[prop(optional, into)]
    search: ViewFn,
    /// The save state.
    #[prop(optional, into)]
    save_state: ViewFn,
    /// Undo, redo, language, theme.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    view! {
        <header class="top-bar">
            <a class="top-bar__brand" href=home_href>
                <Icon glyph=Glyph::Scales size=20 />
                <span class="top-bar__name">{brand}</span>
            </a>
            {move || agency.get().map(|agency| view! { <span class="top-bar__agency" title=agency.clone()>{agency.clone()}</span> })}
            <div class="top-bar__period">{period.run()}</div>
            <div class="top-bar__search">{search.run()}</div>
            <div class="top-bar__state">{save_state.run()}</div>
            <div class="top-bar__actions">{actions.run()}</div>
        </header>
    }
    .into_any()
}

/// The button that opens the search; looks like the field it opens.
#[component]
pub fn SearchButton(
    /// What can be found.
    #[prop(into)]
    label: Signal<String>,
    /// The keys that do the same.
    #[prop(into)]
    keys: Signal<String>,
    /// Runs on press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="search-button" aria-haspopup="dialog" on:click=move |_| on_press.run(())>
            <Icon glyph=Glyph::Search size=16 />
            <span class="search-button__label">{label}</span>
            <kbd class="key">{keys}</kbd>
        </button>
    }
    .into_any()
}
