//! The way to every page, one level: at the side, or at the foot of a narrow screen.

use leptos::prelude::*;

use crate::ui::components::icon::{Glyph, Icon};

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailItem {
    /// Its name.
    pub label: String,
    /// Its icon.
    pub glyph: Glyph,
    /// Its address.
    pub href: String,
    /// How many things wait there, already written for reading.
    pub count: Option<String>,
    /// What the count counts, for screen readers.
    pub count_label: Option<String>,
    /// Whether it is the page on screen.
    pub current: bool,
}

impl RailItem {
    /// A page where nothing waits.
    pub fn new(label: impl Into<String>, glyph: Glyph, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            glyph,
            href: href.into(),
            count: None,
            count_label: None,
            current: false,
        }
    }
}

/// Pages that belong together; a line stands between groups.
pub type RailGroup = Vec<RailItem>;

/// The rail.
#[component]
pub fn Rail(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// The pages.
    #[prop(into)]
    groups: Signal<Vec<RailGroup>>,
) -> impl IntoView {
    view! {
        <nav class="rail" aria-label=label>
            {move || groups.get().into_iter().map(|items| view! {
                <ul class="rail__group">{items.into_iter().map(item_view).collect_view()}</ul>
            }).collect_view()}
        </nav>
    }
    .into_any()
}

fn item_view(item: RailItem) -> AnyView {
    let RailItem {
        label,
        glyph,
        href,
        count,
        count_label,
        current,
    } = item;
    view! {
        <li class="rail__item">
            <a class="rail__link" href=href aria-current=current.then_some("page")>
                <Icon glyph=glyph />
                <span class="rail__label">{label}</span>
                {count.map(|count| view! {
                    <span class="rail__count">
                        {count}
                        {count_label.map(|words| view! { <span class="visually-hidden">" "{words}</span> })}
                    </span>
                })}
            </a>
        </li>
    }
    .into_any()
}
