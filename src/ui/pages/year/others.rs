//! Units with their own class, petitions with their clock, and who is not classified.

use leptos::prelude::*;

use crate::app::view::year::{self as view, PetitionRow, UnclassifiedRow, UnitRow};
use crate::domain::Classification;
use crate::i18n::reason::{ClassWord, amount};
use crate::i18n::year::{YearMessage, YearSheetMessage};
use crate::i18n::{Say as _, format};
use crate::ui::components::{Button, ButtonLook, ClassBadge, Glyph, Panel, Tag, Tone};
use crate::ui::why::mark;
use crate::ui::{App, Route};

use super::{Open, YearState};

pub(super) fn units(app: App, state: YearState) -> AnyView {
    let rows = app.view(view::units);
    let content = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="muted">{app.t(YearMessage::NoUnits)}</p> }.into_any();
        }
        let items = rows
            .into_iter()
            .map(|row| unit(app, state.open, row))
            .collect_view();
        view! { <ul class="year__rows">{items}</ul> }.into_any()
    };
    view! {
        <Panel title=app.t(YearMessage::Units) class="span-6">
            <p class="muted small">{app.t(YearMessage::UnitsText)}</p>
            {content}
        </Panel>
    }
    .into_any()
}

fn unit(app: App, open: RwSignal<Open>, row: UnitRow) -> AnyView {
    let locale = app.locale.get();
    let class = row
        .record
        .class
        .map_or(Classification::None, Classification::Class);
    let word = row.record.class.map_or_else(
        || app.t(YearSheetMessage::Missing),
        |class| ClassWord::from(class).say(locale),
    );
    let score = row.record.score.map(|score| {
        let score = format::decimal(score, locale);
        app.t(YearMessage::UnitScore { score })
    });
    let raised = row.record.raised_cap.then(|| {
        let document = row.record.raised_cap_document.clone().unwrap_or_default();
        app.t(YearMessage::UnitRaised { document })
    });
    let facts: Vec<String> = score.into_iter().chain(raised).collect();
    let (id, name) = (row.unit, row.name.clone());
    view! {
        <li class="year__row">
            <span class="year__who">
                <span>{row.name}</span>
                <span class="muted small">{facts.join(" · ")}</span>
            </span>
            <ClassBadge mark=mark(class) label=word />
            <Button
                icon=Glyph::Edit
                icon_only=true
                look=ButtonLook::Quiet
                label=app.t(YearMessage::EditUnit { name })
                on_press=move |()| open.set(Open::Unit(id))
            />
        </li>
    }
    .into_any()
}

pub(super) fn petitions(app: App, state: YearState) -> AnyView {
    let rows = app.view(view::petitions);
    let content = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="muted">{app.t(YearMessage::NoPetitions)}</p> }.into_any();
        }
        let items = rows.into_iter().map(|row| {
            let decision = row.decision;
            let href = Route::Year(Some(row.official)).href();
            let name = row.name.clone();
            view! {
                <li class="year__row">
                    <span class="year__who"><a href=href>{row.name.clone()}</a>{clock(app, &row)}</span>
                    <Button
                        icon=Glyph::Edit
                        icon_only=true
                        look=ButtonLook::Quiet
                        label=app.t(YearMessage::EditUnit { name })
                        on_press=move |()| state.open.set(Open::Petition(decision))
                    />
                </li>
            }
        });
        view! { <ul class="year__rows">{items.collect_view()}</ul> }.into_any()
    };
    view! { <Panel title=app.t(YearMessage::Petitions) class="span-6">{content}</Panel> }.into_any()
}

/// When a petition came, when it is due, and how long that is.
pub(super) fn clock(app: App, row: &PetitionRow) -> AnyView {
    let (text, tone) = match (row.petition.answered, row.left) {
        (Some(day), _) => {
            let day = format::day(day);
            (YearMessage::PetitionAnswered { day }, Tone::Muted)
        }
        (None, Some(0)) => (YearMessage::PetitionToday, Tone::Fair),
        (None, Some(days)) if days < 0 => (YearMessage::PetitionOver { days: -days }, Tone::Poor),
        (None, Some(days)) => (YearMessage::PetitionLeft { days }, Tone::Accent),
        (None, None) => (YearMessage::PetitionToday, Tone::Muted),
    };
    let dates = app.t(YearMessage::PetitionReceived {
        received: format::day(row.petition.received),
        due: row.due.map(format::day).unwrap_or_default(),
    });
    view! {
        <span class="muted small">{dates}</span>
        <span><Tag label=app.t(text) tone=tone /></span>
    }
    .into_any()
}

pub(super) fn unclassified(app: App) -> AnyView {
    let rows = app.view(view::unclassified);
    let line = move |row: UnclassifiedRow| {
        let locale = app.locale.get();
        let text = app.t(YearMessage::UnclassifiedRow {
            name: row.name,
            worked: amount(&row.worked.worked, locale),
            minimum: row.minimum.to_string(),
        });
        let href = Route::Year(Some(row.official)).href();
        view! { <li><a href=href>{text}</a></li> }
    };
    let content = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="muted">{app.t(YearMessage::Nobody)}</p> }.into_any();
        }
        let items = rows.into_iter().map(line).collect_view();
        view! { <ul class="year__plain">{items}</ul> }.into_any()
    };
    view! { <Panel title=app.t(YearMessage::Unclassified) class="span-6">{content}</Panel> }
        .into_any()
}
