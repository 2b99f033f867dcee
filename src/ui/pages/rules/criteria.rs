//! The general criteria with their words and points, and what heads and deputies answer.

use leptos::prelude::*;

use crate::app::view::rules::{CriteriaView, CriterionView, criteria};
use crate::domain::Decimal;
use crate::i18n::format;
use crate::i18n::local_rules::LocalMessage;
use crate::i18n::reason::wording;
use crate::i18n::rules::{CriteriaMessage as M, RulesMessage};
use crate::ui::components::{Note, Panel};
use crate::ui::{App, Route};

use super::{cited, not_computed};

pub(super) fn tab(app: App) -> AnyView {
    let shown = app.view(criteria);
    let content = move || {
        let Some(page) = shown.get() else {
            return not_computed(app);
        };
        let locale = app.locale.get_untracked();
        let number = |value| format::decimal(value, locale);
        let intro = app.t(M::Intro {
            points: number(page.points),
        });
        let general = page.general.iter().map(|section| {
            let title = app.t(M::Section {
                mark: section.mark.clone(),
                name: wording(&section.source.name, locale).to_owned(),
            });
            panel(app, section, title, None, None)
        });
        let [full, reduced] = page.percents;
        let text = app.t(M::LeadersText {
            full: number(full),
            reduced: number(reduced),
        });
        let leaders = panel(
            app,
            &page.leaders,
            app.t(M::Leaders),
            Some(text),
            Some(page.percents),
        );
        let local = page.local.clone().map(|(cited, from)| {
            let from = format::day(from);
            let href = Route::Rules(Some("noi-bo".to_owned())).href();
            view! {
                <Note title=app.t(LocalMessage::TabNote { cited, from })>
                    <a href=href>{app.t(RulesMessage::Local)}</a>
                </Note>
            }
        });
        view! {
            <p class="muted prose">{intro}</p>
            {local}
            {general.collect_view()}
            {leaders}
        }
        .into_any()
    };
    view! { <div class="stack">{content}</div> }.into_any()
}

fn panel(
    app: App,
    section: &CriteriaView,
    title: String,
    text: Option<String>,
    percents: Option<[Decimal; 2]>,
) -> AnyView {
    let aside = section.max.map(|max| most(app, max));
    let rows = section
        .criteria
        .iter()
        .map(|one| criterion(app, one, percents))
        .collect_view();
    let source = cited(app, &section.source);
    view! {
        <Panel title=title aside=aside>
            <p class="rules__meta">{source}</p>
            {text.map(|text| view! { <p>{text}</p> })}
            <ul class="rules__criteria">{rows}</ul>
        </Panel>
    }
    .into_any()
}

fn most(app: App, points: Decimal) -> String {
    let points = format::decimal(points, app.locale.get_untracked());
    app.t(M::Max { points })
}

fn criterion(app: App, one: &CriterionView, percents: Option<[Decimal; 2]>) -> AnyView {
    let locale = app.locale.get_untracked();
    let details = one.details.iter().enumerate().map(|(at, detail)| {
        let percent = percents.and_then(|percents| percents.get(at).copied());
        let percent = percent.map(|percent| {
            let percent = format::decimal(percent, locale);
            view! { <strong>{app.t(M::Full { percent })}</strong>" " }
        });
        view! { <li>{percent}{wording(detail, locale).to_owned()}</li> }
    });
    let details = details.collect_view();
    let details = match (one.details.is_empty(), percents) {
        (true, _) => ().into_any(),
        (false, Some(_)) => view! { <ul class="rules__details">{details}</ul> }.into_any(),
        (false, None) => view! {
            <details>
                <summary>{app.t(M::Details)}</summary>
                <ul class="rules__details">{details}</ul>
            </details>
        }
        .into_any(),
    };
    view! {
        <li class="rules__criterion">
            <strong class="rules__mark">{one.mark.clone()}</strong>
            <div class="rules__words">
                <p>{wording(&one.source.name, locale).to_owned()}</p>
                {cited(app, &one.source)}
                {details}
            </div>
            {one.max.map(|max| view! { <span class="rules__most">{most(app, max)}</span> })}
        </li>
    }
    .into_any()
}
