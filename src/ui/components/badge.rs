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
    /// The sign drawn before the words.
    #[must_use]
    pub const fn shape(self) -> &'static str {
        match self {
            Self::Excellent => "▲",
            Self::Good => "●",
            Self::Fair => "◆",
            Self::Poor => "▼",
            Self::None => "○",
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
            <span class="badge__shape" aria-hidden="true">{move || mark.get().shape()}</span>
            <span class="badge__label">{label}</span>
        </span>
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
