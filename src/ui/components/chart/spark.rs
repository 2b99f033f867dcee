//! A few bars in a row's height that show a direction; the numbers stand beside it in words.

use leptos::prelude::*;

use super::along;
use crate::ui::components::size::tenths;
use crate::ui::components::tone::Tone;

const STEP: f64 = 7.0;
const WIDTH: f64 = 5.0;
const HEIGHT: f64 = 24.0;
/// What even the smallest bar has, so that a zero is told from a gap.
const LEAST: f64 = 1.5;

/// Small bars, one per part of the time; a part without a figure is a dot on the floor.
#[component]
pub fn Spark(
    /// What the bars say, in words.
    #[prop(into)]
    label: String,
    /// How high each bar is; nothing where there is no figure.
    amounts: Vec<Option<f64>>,
    /// The top of the scale.
    max: f64,
    /// Whether high bars are good or bad news.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    let count = f64::from(u32::try_from(amounts.len().max(1)).unwrap_or(1));
    let width = count * STEP;
    let mut left = -STEP;
    let bars = amounts.into_iter().map(|amount| {
        left += STEP;
        let (height, class) = match amount {
            Some(amount) => (
                LEAST + along(amount, max, HEIGHT - LEAST),
                tone.class("spark__bar"),
            ),
            None => (LEAST, "spark__bar spark__bar--none".to_owned()),
        };
        view! {
            <rect class=class x=tenths(left) y=tenths(HEIGHT - height) width=tenths(WIDTH) height=tenths(height) rx="1"></rect>
        }
    });
    let bars = bars.collect_view();
    view! {
        <svg class="spark" role="img" aria-label=label width=tenths(width) height=tenths(HEIGHT) viewBox=format!("0 0 {} {}", tenths(width), tenths(HEIGHT))>
            {bars}
        </svg>
    }
    .into_any()
}
