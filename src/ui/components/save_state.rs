//! The always visible answer to "is my work safe?".

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// What is known about the last action and the last outside copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveMark {
    /// Everything is stored.
    #[default]
    Saved,
    /// Being written.
    Saving,
    /// Stored, but the outside copy is old.
    Stale,
    /// Not stored: needs the person now.
    Failed,
}

impl SaveMark {
    const fn class(self) -> &'static str {
        match self {
            Self::Saved => "save-state save-state--saved",
            Self::Saving => "save-state save-state--saving",
            Self::Stale => "save-state save-state--stale",
            Self::Failed => "save-state save-state--failed",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Saved => Glyph::Check,
            Self::Saving => Glyph::Clock,
            Self::Stale => Glyph::Warning,
            Self::Failed => Glyph::ErrorMark,
        }
    }
}

/// The save state in the top bar; a link to the page where backups are made.
#[component]
pub fn SaveState(
    /// The state.
    #[prop(into)]
    mark: Signal<SaveMark>,
    /// The state in words, such as "Đã lưu".
    #[prop(into)]
    label: Signal<String>,
    /// The age of the last outside copy in words.
    #[prop(optional, into)]
    detail: MaybeProp<String>,
    /// The page about it.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    view! {
        <a class=move || mark.get().class() href=href title=move || detail.get()>
            <Icon glyph=Signal::derive(move || mark.get().glyph()) size=16 />
            <span class="save-state__label" role="status">{label}</span>
            {move || detail.get().map(|detail| view! { <span class="save-state__detail">{detail}</span> })}
        </a>
    }
    .into_any()
}
