//! Twelve months side by side, each with its value and class.

use leptos::prelude::*;

use super::badge::{ClassMark, ClassShape};

/// One month of the strip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthView {
    /// Its short name, such as "T1".
    pub label: String,
    /// Its value, already written for reading; a dash when there is none.
    pub value: String,
    /// Its class.
    pub mark: ClassMark,
    /// Everything about it in one sentence.
    pub title: String,
    /// Where its page is.
    pub href: Option<String>,
    /// Whether it is the month on screen.
    pub current: bool,
    /// Whether it is locked.
    pub locked: bool,
}

/// The strip.
#[component]
pub fn MonthStrip(
    /// Whose months they are.
    #[prop(into)]
    label: Signal<String>,
    /// The months, January first.
    #[prop(into)]
    months: Signal<Vec<MonthView>>,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let months = Memo::new(move |_| months.get());
    view! {
        <ol class="months" aria-label=label>
            {move || months.get().into_iter().map(month_view).collect_view()}
        </ol>
    }
    .into_any()
}

fn month_view(month: MonthView) -> AnyView {
    let MonthView {
        label,
        value,
        mark,
        title,
        href,
        current,
        locked,
    } = month;
    let class = format!("months__cell months__cell--{}", mark.tone().name());
    let words = view! {
        <span class="months__label">{label}</span>
        <span class="months__value">{value}</span>
        <span class="months__shape"><ClassShape mark=mark /></span>
        <span class="visually-hidden">{title.clone()}</span>
    };
    let cell = match href {
        Some(href) => view! {
            <a class=class class:months__cell--locked=locked href=href title=title aria-current=current.then_some("true")>{words}</a>
        }.into_any(),
        None => view! {
            <span class=class class:months__cell--locked=locked title=title aria-current=current.then_some("true")>{words}</span>
        }.into_any(),
    };
    view! { <li class="months__month">{cell}</li> }.into_any()
}
