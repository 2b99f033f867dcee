//! One rule: its words, its number, its article; folded under it everything else known of it.

use leptos::prelude::*;

use crate::app::view::help::{Chapter, HelpRule};
use crate::domain::Day;
use crate::i18n::help::HelpMessage as M;
use crate::i18n::reason::wording;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::pages::rules::cited;
use crate::ui::{App, Route};

use super::{Help, anchor};

/// The word of a chapter in the address.
pub(super) fn chapter_key(chapter: Chapter) -> String {
    let mut key = String::from("chuong-");
    key.push_str(&(chapter as usize + 1).to_string());
    key
}

/// When something is in force.
pub(super) fn span(app: App, from: Day, to: Option<Day>) -> String {
    let from = format::day(from);
    match to {
        None => app.t(M::Since { from }),
        Some(to) => app.t(M::SinceTo {
            from,
            to: format::day(to),
        }),
    }
}

pub(super) fn entry(help: Help, rule: &HelpRule) -> AnyView {
    let app = help.app;
    let locale = app.locale.get_untracked();
    let key = rule.source.key.clone();
    let name = wording(&rule.source.name, locale).to_owned();
    let of = rule.of.as_ref().map(|of| wording(of, locale).to_owned());
    let of = of.map(|of| view! { <span class="help__of">{of}</span>" · " });
    let value = rule.value.map(|value| value.say(locale));
    let value = value.map(|value| view! { <span class="help__value">{value}</span> });
    let named = key.clone();
    let is_target = Memo::new(move |_| help.target.with(|target| target.as_ref() == Some(&named)));
    view! {
        <li class="help__entry">
            <details
                id=anchor(&key) class="help__rule" class:help__rule--target=is_target
            >
                <summary class="help__summary">
                    {of}<span class="help__name">{name}</span>
                    {value}
                    {cited(app, &rule.source)}
                </summary>
                {more(app, rule, locale)}
            </details>
        </li>
    }
    .into_any()
}

fn more(app: App, rule: &HelpRule, locale: Locale) -> AnyView {
    let quote = rule.quote.clone().map(|quote| {
        view! {
            <p class="small muted">{app.t(M::Quote)}</p>
            <blockquote class="help__quote" lang="vi">{quote}</blockquote>
        }
    });
    let note = rule.source.note.as_ref();
    let note = note.map(|note| view! { <p>{wording(note, locale).to_owned()}</p> });
    let details = rule
        .details
        .iter()
        .map(|detail| view! { <li>{wording(detail, locale).to_owned()}</li> });
    let details = (!rule.details.is_empty())
        .then(|| view! { <ul class="rules__details">{details.collect_view()}</ul> });
    let key = rule.source.key.clone();
    let choose = is_reading(&key).then(|| {
        let href = Route::Rules(Some("cach-hieu".to_owned())).href();
        view! { " · "<a href=href>{app.t(M::Choose)}</a> }
    });
    let verified = app.t(M::VerifiedOn {
        day: format::day(rule.verified_on),
    });
    let link = Route::Help(Some(key.clone())).href();
    view! {
        <div class="help__more">
            {quote}
            {details}
            {note}
            <p class="help__facts">
                {span(app, rule.from, rule.to)}" · "{verified}" · "{app.t(M::Key { key })}" · "
                <a href=link>{app.t(M::Link)}</a>
                {choose}
            </p>
        </div>
    }
    .into_any()
}

/// True for `R1` to `R11` and their options.
fn is_reading(key: &str) -> bool {
    key.strip_prefix('R')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
