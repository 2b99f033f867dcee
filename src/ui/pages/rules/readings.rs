//! The readings R1 to R11: question, answers, what the agency uses.

use leptos::prelude::*;

use crate::app::view::readings::{OptionView, ReadingView, option_name, readings};
use crate::domain::{Decimal, ReadingChoice};
use crate::i18n::reason::wording;
use crate::i18n::rules::ReadingsMessage as M;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::App;
use crate::ui::components::{Button, Panel, Tag, Tone};

use super::preview::{self, Trial};
use super::{cited, not_computed};

pub(super) fn tab(app: App) -> AnyView {
    let all = app.view(readings);
    let trial = RwSignal::new(None::<Trial>);
    let keys = Memo::new(move |_| {
        all.with(|all| all.iter().map(|one| one.key.clone()).collect::<Vec<_>>())
    });
    let one = move |key: String| {
        let wanted = key.clone();
        let this =
            Memo::new(move |_| all.with(|all| all.iter().find(|one| one.key == wanted).cloned()));
        let content = move || this.get().map(|one| body(app, &one, trial));
        let title = this.with_untracked(|one| {
            one.as_ref().map(|one| {
                let question = wording(&one.question.name, app.locale.get_untracked()).to_owned();
                app.t(M::Question {
                    key: one.key.clone(),
                    question,
                })
            })
        });
        view! { <Panel title=title>{content}</Panel> }.into_any()
    };
    let dialog = move || {
        trial
            .get()
            .map(|chosen| preview::dialog(app, trial, chosen))
    };
    view! {
        <p class="muted prose">{app.t(M::Intro)}</p>
        {move || keys.with(Vec::is_empty).then(|| not_computed(app))}
        <div class="stack"><For each=move || keys.get() key=Clone::clone children=one /></div>
        {dialog}
    }
    .into_any()
}

fn body(app: App, one: &ReadingView, trial: RwSignal<Option<Trial>>) -> AnyView {
    let locale = app.locale.get_untracked();
    let note = one.question.note.as_ref();
    let note = note.map(|note| view! { <p>{wording(note, locale).to_owned()}</p> });
    let now = one.options.iter().find(|option| option.current);
    let now = now.map_or_else(String::new, |now| named(now, locale));
    let options = one
        .options
        .iter()
        .map(|option| answer(app, one, option, &now, trial));
    let history = (!one.choices.is_empty()).then(|| {
        let lines = one.choices.iter().map(|choice| chosen(app, choice));
        view! {
            <div class="rules__chosen">
                <h3 class="rules__small">{app.t(M::History)}</h3>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    });
    let alone =
        (one.options.len() == 1).then(|| view! { <p class="muted">{app.t(M::OnlyOne)}</p> });
    view! {
        <div class="rules__reading">
            <p class="rules__meta">{cited(app, &one.question)}</p>
            {note}
            <ul class="rules__options">{options.collect_view()}</ul>
            {alone}
            {history}
        </div>
    }
    .into_any()
}

fn answer(
    app: App,
    one: &ReadingView,
    option: &OptionView,
    now: &str,
    trial: RwSignal<Option<Trial>>,
) -> AnyView {
    let locale = app.locale.get_untracked();
    let name = wording(&option.source.name, locale).to_owned();
    let with_slabs = !option.slabs.is_empty();
    let button = (!option.current || with_slabs).then(|| {
        let label = app.t(if option.current { M::EditSlabs } else { M::Try });
        let hint = app.t(M::TryNamed { option: name.clone() });
        let chosen = Trial {
            reading: one.key.clone(),
            option: option.key.clone(),
            slabs: option.slabs.clone(),
            before: now.to_owned(),
            after: name.clone(),
        };
        view! { <Button label=label hint=hint on_press=move |()| trial.set(Some(chosen.clone())) /> }
    });
    let marks = [
        (option.current, M::Current, Tone::Accent),
        (option.default, M::Default, Tone::Muted),
    ];
    let marks = marks
        .into_iter()
        .filter(|(on, ..)| *on)
        .map(|(_, label, tone)| view! { <Tag tone=tone label=app.t(label) /> });
    let note = option.source.note.as_ref();
    let note =
        note.map(|note| view! { <p class="muted small">{wording(note, locale).to_owned()}</p> });
    let slabs = (with_slabs && option.current)
        .then(|| view! { <p class="small">{told(&option.slabs, locale)}</p> });
    view! {
        <li class="rules__option" class:rules__option--current=option.current>
            <div class="rules__words">
                <p class="rules__name"><span>{name}</span>{marks.collect_view()}</p>
                {slabs}
                {note}
                {cited(app, &option.source)}
            </div>
            {button}
        </li>
    }
    .into_any()
}

fn named(option: &OptionView, locale: Locale) -> String {
    wording(&option.source.name, locale).to_owned()
}

/// Slabs in words.
fn told(slabs: &[(Option<u32>, Decimal)], locale: Locale) -> String {
    let lines = slabs.iter().map(|(days, percent)| {
        let percent = format::decimal(*percent, locale);
        match days {
            Some(days) => M::SlabLine {
                days: *days,
                percent,
            },
            None => M::SlabMore { percent },
        }
        .say(locale)
    });
    format::capitalised(&lines.collect::<Vec<_>>().join("; "))
}

fn chosen(app: App, choice: &ReadingChoice) -> AnyView {
    let locale = app.locale.get_untracked();
    let option = option_name(&choice.reading, &choice.option);
    let line = app.t(M::HistoryLine {
        from: format::day(choice.span.from),
        to: choice.span.to.map_or_else(|| app.t(M::Now), format::day),
        option: option.map_or_else(
            || choice.option.clone(),
            |option| wording(&option, locale).to_owned(),
        ),
        ground: choice
            .document
            .clone()
            .unwrap_or_else(|| app.t(M::NoGround)),
    });
    let issuer = choice.issuer.clone();
    let issuer = issuer.map(|issuer| app.t(M::Issuer { issuer }));
    view! { <li>{line}{issuer.map(|issuer| view! { " · "{issuer} })}</li> }.into_any()
}
