//! Buttons, links that look like buttons, and groups of them.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonLook {
    /// One of several equal actions.
    #[default]
    Plain,
    /// The one thing this screen is for; at most one in view.
    Primary,
    /// Takes something away; asks again before it does.
    Danger,
    /// No frame until the pointer or the focus is on it.
    Quiet,
}

impl ButtonLook {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button--primary",
            Self::Danger => "button button--danger",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// A button. While `busy` it keeps its width and its focus and does nothing.
#[component]
pub fn Button(
    /// The words on it, or its name when `icon_only`.
    #[prop(into)]
    label: Signal<String>,
    /// Runs on press.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    look: ButtonLook,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Shows the icon alone; the label becomes its name and tooltip.
    #[prop(optional)]
    icon_only: bool,
    /// Keys that do the same, shown beside the words, such as `Ctrl V`.
    #[prop(optional, into)]
    keys: MaybeProp<String>,
    /// A longer explanation, shown as tooltip.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Is at work.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// Submits the form around it.
    #[prop(optional)]
    submit: bool,
    /// Takes the focus when a dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let press = move |_| {
        if !busy.get_untracked()
            && !disabled.get_untracked()
            && let Some(run) = on_press
        {
            run.run(());
        }
    };
    let title = move || hint.get().or_else(|| icon_only.then(|| label.get()));
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=look.class()
            class:button--icon=icon_only
            class:button--busy=busy
            title=title
            aria-label=move || icon_only.then(|| label.get())
            aria-busy=move || busy.get().then_some("true")
            aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
            disabled=disabled
            autofocus=autofocus
            on:click=press
        >
            {icon.map(|glyph| view! { <Icon glyph=glyph size=16 /> })}
            {(!icon_only).then(|| view! { <span class="button__label">{label}</span> })}
            {move || keys.get().filter(|keys| !keys.is_empty()).map(|keys| view! { <kbd class="key">{keys}</kbd> })}
        </button>
    }
    .into_any()
}

/// A link that looks like a button: it goes somewhere, a button does something.
#[component]
pub fn ButtonLink(
    /// The words on it.
    #[prop(into)]
    label: Signal<String>,
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks to be followed.
    #[prop(optional)]
    look: ButtonLook,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Offers the target as a file of this name.
    #[prop(optional, into)]
    download: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <a class=look.class() href=href download=move || download.get()>
            {icon.map(|glyph| view! { <Icon glyph=glyph size=16 /> })}
            <span class="button__label">{label}</span>
        </a>
    }
    .into_any()
}

/// Keys as they stand on the keyboard, with what they do.
#[component]
pub fn KeyHint(
    /// The keys, such as `Ctrl D`.
    #[prop(into)]
    keys: Signal<String>,
    /// What they do.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! { <span class="key-hint"><kbd class="key">{keys}</kbd>" "{label}</span> }
}
