//! A month as a grid of days, after the ARIA grid pattern; on a narrow screen a list of the days that hold something.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::icon::{Glyph, Icon};
use super::tone::Tone;

/// One thing on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayItem {
    /// Its words.
    pub text: String,
    /// What its colour says again.
    pub tone: Tone,
    /// A drawing that says it without colour.
    pub glyph: Option<Glyph>,
    /// The same in words, for those who hear the screen.
    pub state: String,
}

/// One day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayCell {
    /// Its key, given back when it is opened.
    pub key: String,
    /// The number of the day, as seen in the grid.
    pub number: String,
    /// Its whole name, heard in the grid and seen in the list.
    pub name: String,
    /// Whether it belongs to the month before or after.
    pub outside: bool,
    /// Whether it is today.
    pub today: bool,
    /// Whether it is a day of rest.
    pub rest: bool,
    /// The first things on it.
    pub items: Vec<DayItem>,
    /// How many more there are, in words.
    pub more: Option<String>,
}

/// The month. The caller keeps the current day and makes the weeks.
#[component]
pub fn MonthGrid(
    /// What it shows.
    #[prop(into)]
    label: Signal<String>,
    /// The names of the days of the week, from the first column: short, whole.
    weekdays: Vec<(String, String)>,
    /// The weeks, seven days each.
    #[prop(into)]
    weeks: Signal<Vec<Vec<DayCell>>>,
    /// The key of the current day.
    #[prop(into)]
    current: Signal<String>,
    /// Runs with the name of a key that moves; answers whether it did.
    #[prop(into)]
    on_move: Callback<String, bool>,
    /// Runs with the key of the day opened.
    #[prop(into)]
    on_open: Callback<String>,
) -> impl IntoView {
    let weeks = Memo::new(move |_| weeks.get());
    let node = NodeRef::<html::Div>::new();
    let follow = RwSignal::new(false);
    Effect::new(move |_| {
        let key = current.get();
        weeks.track();
        if follow.get_untracked() {
            follow.set(false);
            request_animation_frame(move || focus_day(node, &key));
        }
    });
    let keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        if key == "Enter" || key == " " {
            event.prevent_default();
            on_open.run(current.get_untracked());
        } else {
            follow.set(true);
            if on_move.run(key) {
                event.prevent_default();
            } else {
                follow.set(false);
            }
        }
    };
    view! {
        <div node_ref=node class="month" role="grid" aria-label=label on:keydown=keys>
            <div class="month__head" role="row">
                {weekdays.into_iter().map(|(short, whole)| view! {
                    <span class="month__weekday" role="columnheader" aria-label=whole>{short}</span>
                }).collect_view()}
            </div>
            {move || weeks.get().into_iter().map(|week| view! {
                <div class="month__week" role="row">
                    {week.into_iter().map(|day| day_view(day, current, on_open)).collect_view()}
                </div>
            }).collect_view()}
        </div>
    }
    .into_any()
}

fn day_view(day: DayCell, current: Signal<String>, on_open: Callback<String>) -> AnyView {
    let DayCell {
        key,
        number,
        name,
        outside,
        today,
        rest,
        items,
        more,
    } = day;
    let compared = key.clone();
    let opened = key.clone();
    let is_current = Memo::new(move |_| current.with(|current| *current == compared));
    let empty = items.is_empty();
    view! {
        <div
            class="month__day" role="gridcell" data-day=key
            class:month__day--outside=outside class:month__day--rest=rest
            class:month__day--today=today class:month__day--empty=empty
            class:month__day--inside=!outside class:month__day--filled=!empty
            tabindex=move || if is_current.get() { "0" } else { "-1" }
            aria-current=today.then_some("date")
            on:click=move |_| on_open.run(opened.clone())
        >
            <span class="month__number" aria-hidden="true">{number}</span>
            <span class="month__name">{name}</span>
            {items.into_iter().map(item_view).collect_view()}
            {more.map(|more| view! { <span class="month__more">{more}</span> })}
        </div>
    }
    .into_any()
}

fn item_view(item: DayItem) -> AnyView {
    let DayItem {
        text,
        tone,
        glyph,
        state,
    } = item;
    view! {
        <span class=tone.class("month__item")>
            {glyph.map(|glyph| view! { <Icon glyph=glyph size=14 /> })}
            <span class="visually-hidden">{state}": "</span>
            <span class="month__text">{text}</span>
        </span>
    }
    .into_any()
}

fn focus_day(node: NodeRef<html::Div>, key: &str) {
    let found = node.get_untracked().and_then(|grid| {
        let selector = format!("[data-day=\"{key}\"]");
        grid.query_selector(&selector).ok().flatten()
    });
    if let Some(day) = found.and_then(|day| day.dyn_into::<HtmlElement>().ok()) {
        // A day that cannot take the focus leaves it where it is; nothing else depends on it.
        day.focus().ok();
    }
}
