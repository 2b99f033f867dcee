//! Small labels: the class of a result, the grade of a rule, the state of a record.

use leptos::prelude::*;

use super::tone::Tone;

/// The class a result falls in, as a shape that can be told apart without colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ClassMark {
    /// The highest of four.
    Excellent,
    /// The second of four.
    Good,
    /// The third of four.
    Fair,
    /// The lowest of four.
    Poor,
    /// Not classified, or not enough data.
    #[default]
    None,
}

impl ClassMark {
    /// The sign drawn before the words, as path data on a 10 × 10 field.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Excellent => "M5 .8 9.8 9.2H.2z",
            Self::Good => "M5 .6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z",
            Self::Fair => "M5 0l5 5-5 5-5-5z",
            Self::Poor => "M5 9.2.2.8h9.6z",
            Self::None => {
                "M5 .6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8zm0 1.5a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8z"
            }
        }
    }

    /// The tone its colour comes from.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Excellent => Tone::Excellent,
            Self::Good => Tone::Good,
            Self::Fair => Tone::Fair,
            Self::Poor => Tone::Poor,
            Self::None => Tone::Muted,
        }
    }
}

/// A class: shape, words and colour together.
#[component]
pub fn ClassBadge(
    /// Which class.
    #[prop(into)]
    mark: Signal<ClassMark>,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <span class=move || mark.get().tone().class("badge")>
            <ClassShape mark=mark />
            <span class="badge__label">{label}</span>
        </span>
    }
}

/// The shape of a class alone; the words beside it carry the meaning.
#[component]
pub fn ClassShape(
    /// Which class.
    #[prop(into)]
    mark: Signal<ClassMark>,
) -> impl IntoView {
    view! {
        <svg class="badge__shape" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <path d=move || mark.get().path() fill-rule="evenodd"></path>
        </svg>
    }
}

/// A short state in words, such as "4 days late".
#[component]
pub fn Tag(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// What its colour says again.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! { <span class=move || tone.get().class("badge")><span class="badge__label">{label}</span></span> }
}

/// How binding a rule is: M, G, L or P, in words on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GradeMark {
    /// Mandatory: stands in an instrument in force.
    M,
    /// Guidance.
    G,
    /// Local rule.
    L,
    /// Proposal of the product, to be confirmed.
    P,
}

impl GradeMark {
    const fn class(self) -> &'static str {
        match self {
            Self::M => "grade grade--mandatory",
            Self::G => "grade grade--guidance",
            Self::L => "grade grade--local",
            Self::P => "grade grade--proposal",
        }
    }
}

/// The grade of a rule in words, framed.
#[component]
pub fn GradeBadge(
    /// Which grade.
    mark: GradeMark,
    /// Its word, such as "Bắt buộc".
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! { <span class=mark.class()>{label}</span> }
}
