//! The overview's charts, each with its numbers.

use leptos::prelude::*;

use crate::app::view::overview::OverviewView;
use crate::domain::Class;
use crate::i18n::format;
use crate::i18n::people::{OfficialsMessage, OverviewMessage};
use crate::ui::App;
use crate::ui::components::{
    Bar, BarChart, ClassBars, ClassMark, ClassShare, HeatCell, HeatMap, HeatRow, Tone,
};
use crate::ui::pages::officials::class_mark;

/// A count as the length of a drawing; nothing is computed from it.
fn length(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

pub(super) fn lateness(app: App, shown: &OverviewView) -> AnyView {
    let rows: Vec<HeatRow> = shown
        .lateness
        .iter()
        .map(|(_, unit, months)| HeatRow {
            label: unit.clone(),
            cells: months
                .iter()
                .map(|count| HeatCell {
                    amount: length(*count),
                    text: count.to_string(),
                    href: None,
                })
                .collect(),
        })
        .collect();
    let columns: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    view! { <HeatMap label=app.t(OverviewMessage::Lateness) corner=app.t(OverviewMessage::Unit) columns=columns rows=rows /> }.into_any()
}

pub(super) fn distribution(app: App, shown: &OverviewView) -> AnyView {
    let thresholds = app.peek(|model| {
        let rules = crate::app::law().for_year(model.month().year()).ok();
        rules.map(|rules| {
            (0..10)
                .map(|tens| {
                    rules
                        .class
                        .class_of(&crate::domain::Exact::whole(tens * 10))
                })
                .collect::<Vec<_>>()
        })
    });
    let tone = |tens: usize| match thresholds.as_ref().and_then(|classes| classes.get(tens)) {
        Some(Class::Excellent) => Tone::Excellent,
        Some(Class::Good) => Tone::Good,
        Some(Class::Completed) => Tone::Fair,
        Some(Class::NotCompleted) => Tone::Poor,
        None => Tone::Neutral,
    };
    let bars: Vec<Bar> = shown
        .distribution
        .iter()
        .enumerate()
        .map(|(tens, count)| Bar {
            label: (tens * 10).to_string(),
            amount: length(*count),
            text: format::count(*count, app.locale.get_untracked()),
            tone: tone(tens),
        })
        .collect();
    view! {
        <BarChart
            label=app.t(OverviewMessage::Distribution)
            table_label=app.t(OverviewMessage::DistributionTable)
            headers=(app.t(OverviewMessage::Tens), app.t(OverviewMessage::Number))
            bars=bars
        />
    }
    .into_any()
}

pub(super) fn classes(app: App, shown: &OverviewView) -> AnyView {
    let named = Class::ALL
        .into_iter()
        .map(|class| (class_mark(class), app.t(OfficialsMessage::from(class))));
    let all = named.chain([(ClassMark::None, app.t(OverviewMessage::NoClass))]);
    let shares: Vec<ClassShare> = all
        .zip(shown.classes)
        .map(|((mark, label), count)| ClassShare {
            mark,
            label,
            amount: length(count),
            text: format::count(count, app.locale.get_untracked()),
            href: Some(crate::ui::Route::Year(None).href()),
        })
        .collect();
    view! { <ClassBars label=app.t(OverviewMessage::Classes) shares=shares /> }.into_any()
}
