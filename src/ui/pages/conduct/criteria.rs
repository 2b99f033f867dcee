//! The criteria as rows: figure, direction, points, and the way to the evidence.

use leptos::prelude::*;

use crate::app::view::conduct::{CardFigure, ConductRow};
use crate::i18n::conduct::{ConductFinding, ConductMessage, detail, figure, points};
use crate::i18n::reason::{GradeName, wording};
use crate::i18n::{Say as _, format};
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, GradeBadge, MeterBar, Spark, Tone};
use crate::ui::why::grade_mark;

use super::ConductState;

pub(super) fn list(state: ConductState, rows: &[ConductRow]) -> AnyView {
    let app = state.app;
    let heads = [
        ConductMessage::Criterion,
        ConductMessage::Figure,
        ConductMessage::Trend,
        ConductMessage::Points,
    ];
    let heads = heads.map(|head| view! { <span>{app.t(head)}</span> });
    let rows = rows.iter().map(|row| one(state, row)).collect_view();
    view! {
        <div class="conduct__heads" aria-hidden="true">{heads.into_iter().collect_view()}<span></span></div>
        <ul class="conduct__rows">{rows}</ul>
    }
    .into_any()
}

fn one(state: ConductState, row: &ConductRow) -> AnyView {
    let app = state.app;
    let locale = app.locale.get_untracked();
    let key = row.source.key.clone();
    let name = wording(&row.source.name, locale).to_owned();
    let findings = row.card.findings.iter().map(|finding| {
        let text = ConductFinding::from(*finding).say(locale);
        view! { <p class="conduct__finding">{text}</p> }
    });
    let findings = findings.collect_view();
    let compared = key.clone();
    let pressed = Signal::derive(move || {
        state
            .open
            .with(|open| open.as_deref() == Some(compared.as_str()))
    });
    let label = app.t(ConductMessage::EvidenceCount {
        count: format::count(row.card.evidence.len(), locale),
    });
    let hint = app.t(ConductMessage::EvidenceOf {
        criterion: [key.as_str(), name.as_str()].join(" "),
    });
    let toggle = move |()| {
        state.open.update(|open| {
            *open = (open.as_deref() != Some(key.as_str())).then(|| key.clone());
        });
    };
    let parts = (
        figure_view(app, row),
        spark(app, row),
        points_view(app, row),
    );
    view! {
        <li class="conduct__row">
            <div class="conduct__name">
                <h3 class="conduct__title"><span class="conduct__code">{row.source.key.clone()}</span>" "{name}</h3>
                {findings}
            </div>
            <div class="conduct__figure">{parts.0}</div>
            <div class="conduct__trend">{parts.1}</div>
            <div class="conduct__points">{parts.2}</div>
            <div class="conduct__open no-print">
                <Button look=ButtonLook::Quiet label=label hint=hint pressed=pressed on_press=toggle />
            </div>
        </li>
    }
    .into_any()
}

/// A drawn share or count; nothing is computed from it.
pub(super) fn drawn(figure: CardFigure) -> Option<f64> {
    match figure {
        CardFigure::NotMeasured => None,
        CardFigure::Share { .. } => {
            let percent = figure.share()?.times(&crate::domain::Exact::whole(100));
            percent.truncated(2).parse().ok()
        }
        CardFigure::Events { count, .. } => count.to_string().parse().ok(),
    }
}

fn figure_view(app: App, row: &ConductRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let text = figure(row.card.figure, locale);
    let beside = detail(row.card.detail, locale);
    let beside = beside.map(|text| view! { <p class="conduct__detail">{text}</p> });
    let measured = row.card.figure != CardFigure::NotMeasured;
    let class = if measured {
        "conduct__value"
    } else {
        "conduct__value conduct__value--none"
    };
    let bar = matches!(row.card.figure, CardFigure::Share { .. }).then(|| {
        let percent = drawn(row.card.figure).unwrap_or_default();
        view! { <MeterBar percent=percent tone=Tone::Accent /> }
    });
    view! { <p class=class>{text}</p>{bar}{beside} }.into_any()
}

fn spark(app: App, row: &ConductRow) -> AnyView {
    let trend = &row.card.trend;
    let amounts: Vec<Option<f64>> = trend.iter().map(|(_, figure)| drawn(*figure)).collect();
    if amounts.iter().all(Option::is_none) {
        return ().into_any();
    }
    let events = trend
        .iter()
        .any(|(_, figure)| matches!(figure, CardFigure::Events { .. }));
    let (max, tone) = if events {
        let most = amounts.iter().flatten().copied().fold(1.0, f64::max);
        (most, Tone::Poor)
    } else {
        (100.0, Tone::Accent)
    };
    let criterion = row.source.key.clone();
    let label = app.t(ConductMessage::TrendOf { criterion });
    view! { <Spark label=label amounts=amounts max=max tone=tone /> }.into_any()
}

fn points_view(app: App, row: &ConductRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let Some(own) = &row.card.points else {
        return view! {
            <span class="muted" aria-hidden="true">"—"</span>
            <span class="visually-hidden">{app.t(ConductMessage::NotMeasured)}</span>
        }
        .into_any();
    };
    let text = points(own, locale);
    let grade = GradeName::from(own.grade).say(locale);
    view! {
        <span class="conduct__earned">{text}</span>
        <GradeBadge mark=grade_mark(own.grade) label=grade />
    }
    .into_any()
}
