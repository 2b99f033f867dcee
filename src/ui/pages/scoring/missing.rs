//! What is missing for the scores that are not complete, person by person.

use leptos::prelude::*;

use crate::app::view::scoring::{MissingRow, ScoringFilter, everybody, missing};
use crate::i18n::Say as _;
use crate::i18n::finding::FindingMessage;
use crate::i18n::scoring::ScoringMessage;
use crate::ui::components::Panel;
use crate::ui::why::route;
use crate::ui::{App, Route};

use super::ScoringState;

/// Shown with the filter for incomplete scores, where one comes to fill the gaps.
pub(super) fn panel(app: App, state: ScoringState) -> AnyView {
    let wanted = Memo::new(move |_| {
        state
            .query
            .with(|query| query.filter == ScoringFilter::Open)
    });
    let rows = app.view(move |model| {
        if !wanted.get() {
            return Vec::new();
        }
        let period = crate::app::view::scoring::period(model);
        missing(model, period, &everybody(model, period))
    });
    let content = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return ().into_any();
        }
        let items = rows.into_iter().map(|row| person(app, row)).collect_view();
        view! {
            <Panel title=app.t(ScoringMessage::FilterOpen)>
                <ul class="scoring__missing">{items}</ul>
            </Panel>
        }
        .into_any()
    };
    view! { {content} }.into_any()
}

/// One person with what is missing.
pub(super) fn person(app: App, row: MissingRow) -> AnyView {
    let locale = app.locale.get();
    let sheet = Route::Scoring(Some(row.official)).href();
    let findings = row.findings.into_iter().map(|found| {
        let text = found.say(locale);
        let link = found.place.map(|place| {
            view! { " "<a href=route(place).href()>{app.t(FindingMessage::Fix)}</a> }
        });
        view! { <li>{text}{link}</li> }
    });
    let findings = findings.collect_view();
    view! {
        <li class="scoring__person">
            <a class="strong" href=sheet>{row.name}</a>
            <ul class="scoring__gaps">{findings}</ul>
        </li>
    }
    .into_any()
}
