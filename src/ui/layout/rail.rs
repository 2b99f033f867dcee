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
    // Links stay in the document while counts and the current page change, so that the focus stays on them.
    let groups = Memo::new(move |_| groups.get());
    let count = Memo::new(move |_| groups.with(Vec::len));
    let group = move |index: usize| {
        let hrefs = move || {
            groups.with(|groups| {
                groups
                    .get(index)
                    .map(|items| {
                        items
                            .iter()
                            .map(|item| item.href.clone())
                            .collect::<Vec<_>>()
                    })
                    .unwrap_or_default()
            })
        };
        let one = move |href: String| {
            let item = Memo::new(move |_| {
                groups.with(|groups| {
                    groups
                        .get(index)
                        .and_then(|items| items.iter().find(|item| item.href == href))
                        .cloned()
                })
            });
            item_view(item)
        };
        view! { <ul class="rail__group"><For each=hrefs key=Clone::clone children=one /></ul> }
    };
    view! {
        <nav class="rail" aria-label=label>
            <For each=move || 0..count.get() key=|index| *index children=group />
        </nav>
    }
    .into_any()
}

fn item_view(item: Memo<Option<RailItem>>) -> AnyView {
    let Some(first) = item.get_untracked() else {
        return ().into_any();
    };
    let current = move || {
        item.with(|item| {
            item.as_ref()
                .is_some_and(|item| item.current)
                .then_some("page")
        })
    };
    let label = move || item.with(|item| item.as_ref().map(|item| item.label.clone()));
    let count = move || {
        item.get().and_then(|item| item.count.map(|count| (count, item.count_label))).map(|(count, words)| {
            view! {
                <span class="rail__count">
                    {count}
                    {words.map(|words| view! { <span class="visually-hidden">" "{words}</span> })}
                </span>
            }
        })
    };
    view! {
        <li class="rail__item">
            <a class="rail__link" href=first.href aria-current=current>
                <Icon glyph=first.glyph />
                <span class="rail__label">{label}</span>
                {count}
            </a>
        </li>
    }
    .into_any()
}
