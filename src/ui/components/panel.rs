//! The surfaces a page is made of: its head, panels, empty states, figures.

use leptos::prelude::*;

use super::button::ButtonLink;
use super::icon::{Glyph, Icon};
use super::tone::Tone;

/// The head of a page: title, one line of figures, and actions.
#[component]
pub fn PageHead(
    /// The title, the only `h1` of the page.
    #[prop(into)]
    title: Signal<String>,
    /// One line under it.
    #[prop(optional, into)]
    subtitle: MaybeProp<String>,
    /// Buttons at the end.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <div class="page-head__words">
                <h1 class="page-head__title" tabindex="-1">{title}</h1>
                {move || subtitle.get().map(|text| view! { <p class="page-head__sub">{text}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-head__actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// The page of something that is no longer there.
#[component]
pub fn GonePage(
    /// A sign of what it was.
    icon: Glyph,
    /// What is gone.
    #[prop(into)]
    title: String,
    /// Why that may be.
    #[prop(optional, into)]
    text: MaybeProp<String>,
    /// Where the others are.
    #[prop(into)]
    back: String,
    /// Their address.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=title.clone() />
            <EmptyState icon=icon title=title text=text>
                <ButtonLink label=back href=href />
            </EmptyState>
        </div>
    }
    .into_any()
}

/// A titled surface.
#[component]
pub fn Panel(
    /// Its title; without one there is no head.
    #[prop(optional, into)]
    title: MaybeProp<String>,
    /// Quiet words at the end of the head.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    /// Buttons or links at the end of the head.
    #[prop(optional, into)]
    actions: ViewFn,
    /// Lets the content touch the frame, for tables and grids.
    #[prop(optional)]
    flush: bool,
    /// More classes, such as the span in a card grid: `span-5`.
    #[prop(optional, into)]
    class: String,
    /// The content.
    children: Children,
) -> impl IntoView {
    let head = move || {
        title.get().map(|title| {
            view! {
                <header class="panel__head">
                    <h2 class="panel__title">{title}</h2>
                    {aside.get().map(|aside| view! { <span class="panel__aside">{aside}</span> })}
                    <div class="panel__actions">{actions.run()}</div>
                </header>
            }
        })
    };
    view! {
        <section class=format!("panel {class}")>
            {head}
            <div class="panel__body" class:panel__body--flush=flush>{children()}</div>
        </section>
    }
    .into_any()
}

/// What stands where there is nothing yet: why, and the next step.
#[component]
pub fn EmptyState(
    /// What is missing.
    #[prop(into)]
    title: Signal<String>,
    /// Why, and what to do.
    #[prop(optional, into)]
    text: MaybeProp<String>,
    /// A drawing above the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// The buttons of the next step.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {icon.map(|glyph| view! { <span class="empty__icon"><Icon glyph=glyph size=28 /></span> })}
            <p class="empty__title">{title}</p>
            {move || text.get().map(|text| view! { <p class="empty__text">{text}</p> })}
            {children.map(|children| view! { <div class="empty__actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// One large number with what it counts.
#[component]
pub fn Figure(
    /// The number, already written for reading.
    #[prop(into)]
    value: Signal<String>,
    /// What it counts.
    #[prop(into)]
    label: Signal<String>,
    /// Where the list behind it is.
    #[prop(optional, into)]
    href: MaybeProp<String>,
    /// Whether it is good or bad news.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    let words = move || {
        view! {
            <span class=move || tone.get().class("figure__value")>{value}</span>
            <span class="figure__label">{label}</span>
        }
    };
    view! {
        {move || match href.get() {
            Some(href) => view! { <a class="figure" href=href>{words()}</a> }.into_any(),
            None => view! { <div class="figure">{words()}</div> }.into_any(),
        }}
    }
    .into_any()
}

/// A list of name and value pairs.
#[component]
pub fn Facts(
    /// Name and value, already written for reading.
    #[prop(into)]
    items: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    view! {
        <dl class="facts">
            {move || items.get().into_iter().map(|(name, value)| view! {
                <div class="facts__item"><dt class="facts__name">{name}</dt><dd class="facts__value">{value}</dd></div>
            }).collect_view()}
        </dl>
    }
    .into_any()
}
