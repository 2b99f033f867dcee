//! Tariffs of the directive's criteria, and points proposed for conclusions.

use leptos::prelude::*;

use crate::app::view::local_rules::{TariffView, shipped_conclusion, tariffs};
use crate::app::workflow::local_rules::FormKind;
use crate::i18n::format;
use crate::i18n::local_rules::LocalMessage as M;
use crate::i18n::reason::wording;
use crate::ui::App;
use crate::ui::components::{Checkbox, Choice, NumberInput, Panel, Select};
use crate::ui::pages::rules::cited;

use super::draft::{DraftSet, DraftTariff};

pub(super) fn panel(app: App, draft: &DraftSet) -> AnyView {
    let shown = tariffs();
    let rows = draft.tariffs.iter().filter_map(|own| {
        let criterion = shown.iter().find(|shown| shown.key == own.criterion)?;
        Some(row(app, criterion, own.clone()))
    });
    let rows = rows.collect_view();
    view! {
        <Panel title=app.t(M::Directive)>
            <p class="muted prose">{app.t(M::DirectiveText)}</p>
            <ul class="rules__criteria">{rows}</ul>
        </Panel>
    }
    .into_any()
}

fn row(app: App, shown: &TariffView, own: DraftTariff) -> AnyView {
    let locale = app.locale.get_untracked();
    let on = own.own;
    let words = wording(&shown.shipped.name, locale).to_owned();
    let source = StoredValue::new(shown.shipped.clone());
    let label = app.t(M::Own {
        key: shown.key.clone(),
    });
    let shown = StoredValue::new(shown.clone());
    let own = StoredValue::new(own);
    let content = move || {
        if on.get() {
            shown.with_value(|shown| own.with_value(|own| fields(app, shown, own)))
        } else {
            let words = words.clone();
            view! {
                <p class="muted small">{app.t(M::Shipped { words })}" "{cited(app, &source.get_value())}</p>
            }
            .into_any()
        }
    };
    let (key, name) = shown.with_value(|shown| {
        let name = wording(&shown.name, locale).to_owned();
        (shown.key.clone(), name)
    });
    view! {
        <li class="local__tariff">
            <strong class="rules__mark">{key}</strong>
            <div class="rules__words">
                <p>{name}</p>
                {content}
            </div>
            <Checkbox label=label bind=on />
        </li>
    }
    .into_any()
}

fn fields(app: App, shown: &TariffView, own: &DraftTariff) -> AnyView {
    let key = || shown.key.clone();
    let kinds = FormKind::ALL.into_iter().filter(|kind| match kind {
        FormKind::Share => !shown.counts_events,
        FormKind::PerEvent => shown.counts_events,
        FormKind::Bands => true,
    });
    let kinds: Vec<Choice> = kinds
        .map(|kind| Choice::new(kind.key(), app.t(M::from(kind))))
        .collect();
    let form = own.form;
    let counts_events = shown.counts_events;
    let per_event = own.per_event;
    let label = app.t(M::PerEvent { key: key() });
    let stored = StoredValue::new(own.clone());
    let by_form = move || match FormKind::from_key(&form.get()) {
        FormKind::Share => ().into_any(),
        FormKind::PerEvent => {
            let label = label.clone();
            view! { <NumberInput label=label bind=per_event required=true /> }.into_any()
        }
        FormKind::Bands => stored.with_value(|own| bands(app, own, counts_events)),
    };
    let proposed = (!shown.feeds.is_empty()).then(|| {
        let lines: Vec<String> = shown.feeds.iter().map(ToString::to_string).collect();
        let lines = lines.join(", ");
        view! {
            <NumberInput label=app.t(M::Proposed { lines }) hint=app.t(M::ProposedHint) bind=own.proposed />
        }
    });
    view! {
        <div class="form form--columns">
            <NumberInput label=app.t(M::TariffMax { key: key() }) bind=own.max required=true />
            <Select label=app.t(M::Form { key: key() }) options=kinds bind=form />
            {by_form}
            {proposed}
        </div>
    }
    .into_any()
}

/// The bands: each begins where the one before ends.
fn bands(app: App, own: &DraftTariff, counts_events: bool) -> AnyView {
    let unit = app.t(if counts_events { M::Times } else { M::Percent });
    let rows = own.bands.iter().enumerate().map(|(at, (below, points))| {
        let number = at + 1;
        let (unit, whole) = (unit.clone(), own.clone());
        let label = Signal::derive(move || {
            let from = match whole.from(at) {
                from if from.trim().is_empty() => "…".to_owned(),
                from => from,
            };
            app.t(M::BandBelowShort {
                number,
                from,
                unit: unit.clone(),
            })
        });
        view! {
            <NumberInput label=label bind=*below />
            <NumberInput label=app.t(M::BandPointsShort { number }) bind=*points />
        }
    });
    view! {
        <div class="form__wide">
            <p class="field__hint">{app.t(M::BandHint)}</p>
            <div class="rules__pairs">{rows.collect_view()}</div>
        </div>
    }
    .into_any()
}

pub(super) fn conclusions(app: App, draft: &DraftSet) -> AnyView {
    let locale = app.locale.get_untracked();
    let rows = draft.conclusions.iter().map(|(conclusion, points)| {
        let shipped = shipped_conclusion(*conclusion);
        let hint = shipped.map(|(_, points)| {
            let points = format::decimal(points, locale);
            app.t(M::ConclusionHint { points })
        });
        view! { <NumberInput label=app.t(M::from(*conclusion)) hint=hint bind=*points /> }
    });
    let rows = rows.collect_view();
    view! {
        <Panel title=app.t(M::Conclusions)>
            <div class="stack">
                <p class="muted prose">{app.t(M::ConclusionsText)}</p>
                <div class="form form--columns">{rows}</div>
            </div>
        </Panel>
    }
    .into_any()
}
