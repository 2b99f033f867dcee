//! Bars: how many fall where, upright for a distribution and lying for a few named parts.

use leptos::prelude::*;

use super::{ChartFrame, along};
use crate::ui::components::badge::{ClassBadge, ClassMark};
use crate::ui::components::size::{tenths, width_of};
use crate::ui::components::table::{TableCell, TableColumn};
use crate::ui::components::tone::Tone;

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it counts, short.
    pub label: String,
    /// How many; only the drawing uses it.
    pub amount: f64,
    /// The amount written for reading.
    pub text: String,
    /// Its meaning.
    pub tone: Tone,
}

const HEIGHT: f64 = 176.0;
const FLOOR: f64 = 148.0;
const CEILING: f64 = 20.0;

/// Upright bars side by side.
#[component]
pub fn BarChart(
    /// What is drawn.
    #[prop(into)]
    label: Signal<String>,
    /// The words that unfold the table.
    #[prop(into)]
    table_label: Signal<String>,
    /// The headers of the table: what is counted, and how many.
    #[prop(into)]
    headers: Signal<(String, String)>,
    /// The bars, in order.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let columns = Signal::derive(move || {
        let (what, amount) = headers.get();
        vec![TableColumn::text(what), TableColumn::number(amount)]
    });
    let rows = Signal::derive(move || {
        bars.with(|bars| {
            bars.iter()
                .map(|bar| {
                    vec![
                        TableCell::from(bar.label.clone()),
                        TableCell::from(bar.text.clone()),
                    ]
                })
                .collect()
        })
    });
    let room = NodeRef::new();
    let width = width_of(room, 380.0);
    let drawing = move || {
        let bars = bars.get();
        let max = bars.iter().map(|bar| bar.amount).fold(0.0, f64::max);
        let step = width.get() / f64::from(u32::try_from(bars.len().max(1)).unwrap_or(1));
        let mut left = 0.0;
        bars.into_iter()
            .map(|bar| {
                let view = upright(&bar, left, step, max);
                left += step;
                view
            })
            .collect_view()
    };
    view! {
        <ChartFrame label=label table_label=table_label columns=columns rows=rows room=room>
            <svg class="chart__drawing" viewBox=move || format!("0 0 {} {}", tenths(width.get()), tenths(HEIGHT)) role="img" aria-label=label>
                <line class="chart__axis" x1="0" x2="100%" y1=tenths(FLOOR) y2=tenths(FLOOR)></line>
                {drawing}
            </svg>
        </ChartFrame>
    }
    .into_any()
}

fn upright(bar: &Bar, left: f64, step: f64, max: f64) -> AnyView {
    let height = along(bar.amount, max, FLOOR - CEILING);
    let width = (step * 0.74).min(44.0);
    let middle = tenths(left + step / 2.0);
    view! {
        <rect
            class=bar.tone.class("chart__bar") rx="3"
            x=tenths(left + (step - width) / 2.0) y=tenths(FLOOR - height)
            width=tenths(width) height=tenths(height)
        ></rect>
        <text class="chart__value" x=middle.clone() y=tenths(FLOOR - height - 5.0) text-anchor="middle">{bar.text.clone()}</text>
        <text class="chart__tick" x=middle y=tenths(FLOOR + 18.0) text-anchor="middle">{bar.label.clone()}</text>
    }
    .into_any()
}

/// One part of a whole, named by its class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassShare {
    /// The class.
    pub mark: ClassMark,
    /// Its name.
    pub label: String,
    /// How many; only the drawing uses it.
    pub amount: f64,
    /// The amount written for reading.
    pub text: String,
    /// Where the list behind it is.
    pub href: Option<String>,
}

/// Lying bars, one per class; a list that reads well without the drawing.
#[component]
pub fn ClassBars(
    /// What is drawn.
    #[prop(into)]
    label: Signal<String>,
    /// The parts, best class first.
    #[prop(into)]
    shares: Signal<Vec<ClassShare>>,
) -> impl IntoView {
    view! {
        <ul class="shares" aria-label=label>
            {move || {
                let shares = shares.get();
                let total: f64 = shares.iter().map(|share| share.amount).sum();
                shares.into_iter().map(|share| share_view(share, total)).collect_view()
            }}
        </ul>
    }
    .into_any()
}

fn share_view(share: ClassShare, total: f64) -> AnyView {
    let ClassShare {
        mark,
        label,
        amount,
        text,
        href,
    } = share;
    let number = match href {
        Some(href) => view! { <a class="shares__value" href=href>{text}</a> }.into_any(),
        None => view! { <span class="shares__value">{text}</span> }.into_any(),
    };
    view! {
        <li class="shares__row">
            <ClassBadge mark=mark label=label />
            <MeterBar percent=along(amount, total, 100.0) tone=mark.tone() />
            {number}
        </li>
    }
    .into_any()
}

/// A bare bar; the number beside it says the same.
#[component]
pub fn MeterBar(
    /// How much of it is filled, 0 to 100.
    #[prop(into)]
    percent: Signal<f64>,
    /// Its meaning.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! {
        <span class="bar" aria-hidden="true">
            <span class=tone.class("bar__fill") style:inline-size=move || tenths(percent.get().clamp(0.0, 100.0)) + "%"></span>
        </span>
    }
    .into_any()
}
