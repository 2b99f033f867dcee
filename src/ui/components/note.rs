//! Messages that stay in the page: notes beside content, banners above it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How serious a message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// Good to know.
    #[default]
    Info,
    /// Needs attention, nothing is broken.
    Warning,
    /// Something failed or is wrong.
    Error,
    /// Something went well.
    Success,
}

impl NoteKind {
    /// The icon that says it again.
    #[must_use]
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Info => Glyph::Info,
            Self::Warning => Glyph::Warning,
            Self::Error => Glyph::ErrorMark,
            Self::Success => Glyph::Success,
        }
    }

    /// The word used in class names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
            Self::Success => "success",
        }
    }

    const fn role(self) -> &'static str {
        match self {
            Self::Error => "alert",
            Self::Info | Self::Warning | Self::Success => "note",
        }
    }
}

/// A message beside the content it speaks of.
#[component]
pub fn Note(
    /// How serious it is.
    #[prop(optional)]
    kind: NoteKind,
    /// Its first, bold sentence.
    #[prop(optional, into)]
    title: MaybeProp<String>,
    /// The rest.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=format!("note note--{}", kind.name()) role=kind.role()>
            <span class="note__icon"><Icon glyph=kind.glyph() /></span>
            <div class="note__body">
                {move || title.get().map(|title| view! { <p class="note__title">{title}</p> })}
                {children.map(|children| children())}
            </div>
        </div>
    }
    .into_any()
}

/// A message about the whole app, above the page, with an action.
#[component]
pub fn Banner(
    /// How serious it is.
    #[prop(optional)]
    kind: NoteKind,
    /// What happened and what to do.
    #[prop(into)]
    text: Signal<String>,
    /// The buttons of the next step.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let role = if kind == NoteKind::Error {
        "alert"
    } else {
        "status"
    };
    view! {
        <div class=format!("banner banner--{}", kind.name()) role=role>
            <Icon glyph=kind.glyph() />
            <p class="banner__text">{text}</p>
            {children.map(|children| view! { <div class="banner__actions">{children()}</div> })}
        </div>
    }
    .into_any()
}
