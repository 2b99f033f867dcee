//! d, đ, e as explicit answers with their ground, and the ratings of support staff.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::scoring::{LeadershipEvidence, LeadershipLine, period};
use crate::app::view::{SupportRating, Wording};
use crate::app::workflow::entry::EntryError;
use crate::app::workflow::score;
use crate::domain::{Decimal, LeadershipAnswer};
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::format;
use crate::i18n::incident::IncidentMessage;
use crate::i18n::reason::wording;
use crate::i18n::scoring::SheetMessage;
use crate::ui::Route;
use crate::ui::components::{Button, Choice, NumberInput, Panel, RadioGroup, TextInput};

use super::sheet::Sheet;

const FULL: &str = "full";
const REDUCED: &str = "reduced";
const NONE: &str = "none";

pub(super) fn panel(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let lines = sheet
        .view
        .with_untracked(|view| view.as_ref().map(|view| view.leadership.clone()))
        .unwrap_or_default();
    let shown = lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| criterion(sheet, at, line))
        .collect_view();
    view! {
        <Panel title=app.t(SheetMessage::Leadership)>
            <p class="muted">{app.t(SheetMessage::LeadershipText)}</p>
            <div class="scoring__leadership">{shown}</div>
        </Panel>
    }
    .into_any()
}

const fn key_of(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => FULL,
        Some(false) => REDUCED,
        None => NONE,
    }
}

fn answered(key: &str) -> Option<bool> {
    match key {
        FULL => Some(true),
        REDUCED => Some(false),
        _ => None,
    }
}

fn criterion(sheet: Sheet, at: usize, line: LeadershipLine) -> AnyView {
    let app = sheet.app;
    let locale = app.locale.get();
    let choice = RwSignal::new(NONE.to_owned());
    let ground = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let recorded: Memo<Option<LeadershipAnswer>> =
        sheet.part(move |view| view.leadership.get(at).and_then(|line| line.answer.clone()));
    // What is recorded comes back into the form when it changes, by whatever way.
    Effect::new(move |_| {
        let recorded = recorded.get();
        choice.set(key_of(recorded.as_ref().map(|answer| answer.full)).to_owned());
        ground.set(
            recorded
                .and_then(|answer| answer.reason)
                .unwrap_or_default(),
        );
    });
    let which = line.criterion;
    let save = move |()| {
        let text = ground.get_untracked();
        let answer = answered(&choice.get_untracked()).map(|full| (full, text.as_str()));
        let drafted = app
            .peek(|model| score::answer(&model.book, sheet.official, period(model), which, answer));
        match drafted {
            Ok(operation) => {
                error.set(None);
                app.act(operation);
            }
            Err(EntryError::Required) => error.set(Some(app.t(SheetMessage::GroundNeeded))),
            Err(problem) => app.tell(Notice::NotTaken(problem)),
        }
    };
    let open = app.t(if line.led.is_some() {
        SheetMessage::AnswerByScores
    } else {
        SheetMessage::AnswerNone
    });
    let percent = |percent: Decimal| format::decimal(percent, locale);
    let options = vec![
        Choice::new(
            FULL,
            app.t(SheetMessage::AnswerFull {
                percent: percent(line.percents.0),
            }),
        ),
        Choice::new(
            REDUCED,
            app.t(SheetMessage::AnswerReduced {
                percent: percent(line.percents.1),
            }),
        ),
        Choice::new(NONE, open),
    ];
    let name = wording(&line.name, locale).to_owned();
    view! {
        <section class="scoring__criterion">
            <p class="muted small">{wording(&line.when_full, locale).to_owned()}</p>
            <p class="muted small">{wording(&line.when_reduced, locale).to_owned()}</p>
            {move || by_scores(sheet, at)}
            {move || evidence(sheet, at)}
            <RadioGroup label=name options=options value=choice on_change=move |key: String| choice.set(key) inline=true />
            <div class="row row--end">
                <div class="scoring__ground">
                    <TextInput label=app.t(SheetMessage::Ground) bind=ground error=Signal::derive(move || error.get()) disabled=sheet.locked />
                </div>
                <Button label=app.t(SheetMessage::SaveAnswer) disabled=sheet.locked on_press=save />
            </div>
        </section>
    }
    .into_any()
}

/// What follows from the scores of those led; for d only.
fn by_scores(sheet: Sheet, at: usize) -> Option<AnyView> {
    let app = sheet.app;
    let line = sheet
        .view
        .with(|view| view.as_ref()?.leadership.get(at).cloned())?;
    let led = line.led?;
    let locale = app.locale.get();
    let percent = |percent: Decimal| format::decimal(percent, locale);
    let answer = app.t(match line.computed {
        Some(true) => SheetMessage::AnswerFull {
            percent: percent(line.percents.0),
        },
        Some(false) => SheetMessage::AnswerReduced {
            percent: percent(line.percents.1),
        },
        None => SheetMessage::ComputedOpen,
    });
    let text = app.t(SheetMessage::Computed {
        answer,
        people: led.people,
        below: led.below,
        unscored: led.unscored,
    });
    Some(view! { <p>{text}</p> }.into_any())
}

/// Complaints and incidents about the unit, to be considered; they answer nothing.
fn evidence(sheet: Sheet, at: usize) -> Option<AnyView> {
    let app = sheet.app;
    let held = sheet.view.with(|view| {
        let line = view.as_ref()?.leadership.get(at)?;
        Some(line.evidence.clone())
    })?;
    if held.is_empty() {
        return None;
    }
    let items = held.into_iter().map(|record| {
        let (href, message) = match record {
            LeadershipEvidence::Complaint {
                id,
                number,
                received,
                state,
            } => {
                let route = Route::Complaints(Some(id.0.to_string()));
                let message = SheetMessage::LeadershipRecord {
                    source: app.t(SheetMessage::SourceComplaint { number }),
                    day: format::day(received),
                    state: app.t(ComplaintMessage::from(state)),
                };
                (route.href(), message)
            }
            LeadershipEvidence::Incident { id, on, state } => {
                let day = format::day(on);
                let message = SheetMessage::LeadershipIncident {
                    source: app.t(SheetMessage::SourceIncident { day }),
                    state: app.t(IncidentMessage::from(state)),
                };
                (Route::incidents(Some(id)).href(), message)
            }
        };
        view! { <li><a href=href>{app.t(message)}</a></li> }
    });
    let items = items.collect_view();
    let title = app.t(SheetMessage::LeadershipEvidence);
    Some(
        view! {
            <div class="scoring__held">
                <p class="muted small">{title}</p>
                <ul class="criteria__evidence">{items}</ul>
            </div>
        }
        .into_any(),
    )
}

pub(super) fn ratings(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let ratings = sheet
        .view
        .with_untracked(|view| view.as_ref().map(|view| view.ratings.clone()))
        .unwrap_or_default();
    let shown = ratings
        .into_iter()
        .enumerate()
        .map(|(at, (rating, name, _))| rated(sheet, at, rating, &name))
        .collect_view();
    view! {
        <Panel title=app.t(SheetMessage::Ratings)>
            <div class="form form--columns">{shown}</div>
        </Panel>
    }
    .into_any()
}

fn rated(sheet: Sheet, at: usize, rating: SupportRating, name: &Wording) -> AnyView {
    let app = sheet.app;
    let error = RwSignal::new(None::<String>);
    let given: Memo<Option<Decimal>> =
        sheet.part(move |view| view.ratings.get(at).and_then(|(.., given)| *given));
    let value = Signal::derive(move || {
        let locale = app.locale.get();
        let given = given.get();
        given
            .map(|percent| format::decimal(percent, locale))
            .unwrap_or_default()
    });
    let commit = move |text: String| {
        let drafted = app
            .peek(|model| score::rate(&model.book, sheet.official, period(model), rating, &text));
        match drafted {
            Ok(operation) => {
                error.set(None);
                app.act(operation);
            }
            Err(problem) => error.set(Some(app.t(problem))),
        }
    };
    view! {
        <NumberInput
            label=wording(name, app.locale.get()).to_owned()
            hint=app.t(SheetMessage::RatingHint)
            value=value
            error=Signal::derive(move || error.get())
            disabled=sheet.locked
            on_commit=commit
        />
    }
    .into_any()
}
