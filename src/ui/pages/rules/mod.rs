//! Catalogue, readings, criteria, calendar and agency, each on a tab of its own.

mod agency;
mod calendar;
mod catalogue;
mod criteria;
mod facts;
mod form;
mod impact;
mod local;
mod preview;
mod product;
mod readings;
mod source;

use leptos::prelude::*;

use crate::i18n::rules::RulesMessage;
use crate::ui::components::{EmptyState, Glyph, PageHead, TabView, Tabs};
use crate::ui::routes::PRODUCTS;
use crate::ui::{App, Route, use_app};

pub(super) use source::cited;

/// A tab, by its word in the address.
const TABS: [(&str, RulesMessage); 6] = [
    (PRODUCTS, RulesMessage::Products),
    ("cach-hieu", RulesMessage::Readings),
    ("tieu-chi", RulesMessage::Criteria),
    ("noi-bo", RulesMessage::Local),
    ("lich", RulesMessage::Calendar),
    ("co-quan", RulesMessage::Agency),
];

/// Catalogue, readings, criteria, calendar and agency.
#[component]
pub fn RulesPage() -> impl IntoView {
    let app = use_app();
    let current = Memo::new(move |before: Option<&String>| {
        let word = match app.route.get() {
            Route::Rules(word) => {
                let word = word.unwrap_or_default();
                word.split('/').next().unwrap_or_default().to_owned()
            }
            _ => before.cloned().unwrap_or_default(),
        };
        let known = TABS.iter().find(|(key, _)| *key == word);
        known.map_or(TABS[0].0, |(key, _)| *key).to_owned()
    });
    let tabs: Vec<TabView> = TABS
        .into_iter()
        .map(|(key, label)| TabView::new(key, app.t(label)))
        .collect();
    let content = move || match current.get().as_str() {
        "cach-hieu" => readings::tab(app),
        "tieu-chi" => criteria::tab(app),
        "noi-bo" => local::tab(app),
        "lich" => calendar::tab(app),
        "co-quan" => agency::tab(app),
        _ => catalogue::tab(app),
    };
    view! {
        <div class="page rules" class:page--fill=move || current.with(|key| key == TABS[0].0)>
            <PageHead title=app.t(RulesMessage::Title) subtitle=app.t(RulesMessage::Subtitle) />
            <Tabs
                label=app.t(RulesMessage::Tabs)
                tabs=tabs
                current=current
                on_select=move |word: String| app.go(&Route::Rules(Some(word)))
            >
                {content}
            </Tabs>
        </div>
    }
    .into_any()
}

/// What stands where no rules are in force.
fn not_computed(app: App) -> AnyView {
    let year = app.peek(|model| model.month().year());
    view! { <EmptyState icon=Glyph::Calendar title=app.t(RulesMessage::NotComputed { year }) /> }
        .into_any()
}
