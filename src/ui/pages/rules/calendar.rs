//! The working days of a year, with the agency's own days over the announced ones.

use leptos::prelude::*;

use crate::app::view::rules::{
    CalendarMonth, CalendarView, DayKind, SpecialDay, calendar, calendar_years,
};
use crate::app::workflow::calendar::{DayField, NewDay, remove, set};
use crate::i18n::reason::wording;
use crate::i18n::rules::CalendarMessage as M;
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Say as _, format};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Choice, DialogShape, Glyph, InputKind, Note, NoteKind, Panel, RadioGroup,
    Select, Tag, Tone,
};

use super::cited;
use super::form::{Fields, FormDialog, Shown};

pub(super) fn tab(app: App) -> AnyView {
    let year = RwSignal::new(app.peek(|model| model.month().year()));
    let shown = app.view(move |model| calendar(model, year.get()));
    let adding = RwSignal::new(false);
    let years = app.view(calendar_years);
    let options = Signal::derive(move || {
        let years = years.get().into_iter();
        years
            .map(|year| Choice::new(year.to_string(), year.to_string()))
            .collect::<Vec<_>>()
    });
    let dialog = move || {
        adding
            .get()
            .then(|| form(app, adding, year.get_untracked()))
    };
    view! {
        <div class="rules__head">
            <div class="rules__words">{move || shown.with(|shown| standing(app, shown))}</div>
            <Select
                label=app.t(M::Year) label_hidden=true options=options
                value=Signal::derive(move || year.get().to_string())
                on_change=move |text: String| if let Ok(chosen) = text.parse() { year.set(chosen) }
            />
            <Button look=ButtonLook::Primary icon=Glyph::Plus label=app.t(M::Add) on_press=move |()| adding.set(true) />
        </div>
        <Panel title=app.t(M::Months)>
            <div class="rules__months">
                {move || shown.with(|shown| shown.months.iter().map(|one| month(app, one)).collect_view())}
            </div>
        </Panel>
        <Panel title=app.t(M::Special) flush=true>
            {move || shown.with(|shown| table(app, &shown.special))}
        </Panel>
        {dialog}
    }
    .into_any()
}

/// Whether the days of the year can be relied on.
fn standing(app: App, shown: &CalendarView) -> AnyView {
    let year = shown.year;
    let (kind, title) = match (shown.verified, shown.verified_on) {
        (true, Some(day)) => {
            let day = format::day(day);
            (NoteKind::Success, M::Verified { day })
        }
        (_, Some(_)) => (NoteKind::Warning, M::Unverified { year }),
        (_, None) => (NoteKind::Warning, M::Unknown { year }),
    };
    let source = shown.source.as_ref().map(|source| {
        let note = source.note.as_ref();
        let locale = app.locale.get_untracked();
        let note = note.map(|note| view! { <p>{wording(note, locale).to_owned()}</p> });
        view! { {note}<p class="small">{cited(app, source)}</p> }
    });
    view! { <Note kind=kind title=app.t(title)>{source}<p class="small">{app.t(M::Use)}</p></Note> }
        .into_any()
}

fn month(app: App, one: &CalendarMonth) -> AnyView {
    let label = app.t(M::Month {
        month: one.month.number(),
        count: one.working,
    });
    let gaps = (0..one.offset).map(|_| view! { <span></span> });
    let days = (1_u32..).zip(&one.days).map(|(number, (worked, kind))| {
        let class = match (worked, kind) {
            (_, Some(DayKind::OwnOff | DayKind::OwnWorked)) => "rules__day rules__day--own",
            (true, Some(_)) => "rules__day rules__day--worked",
            (false, Some(_)) => "rules__day rules__day--off",
            (true, None) => "rules__day",
            (false, None) => "rules__day rules__day--rest",
        };
        view! { <span class=class>{number}</span> }
    });
    view! {
        <section class="rules__month">
            <h3 class="rules__small">{label}</h3>
            <div class="rules__days" aria-hidden="true">{gaps.collect_view()}{days.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn table(app: App, days: &[SpecialDay]) -> AnyView {
    if days.is_empty() {
        return view! { <p class="rules__none muted">{app.t(M::NoSpecial)}</p> }.into_any();
    }
    let heads = [M::Day, M::Weekday, M::Kind, M::What];
    let heads = heads.map(|head| view! { <th scope="col" class="table__head">{app.t(head)}</th> });
    let rows = days.iter().map(|day| row(app, day));
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=app.t(M::Special)>
            <table class="table">
                <thead><tr>{heads.collect_view()}<td class="table__head"></td></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(app: App, special: &SpecialDay) -> AnyView {
    let locale = app.locale.get_untracked();
    let day = format::day(special.day);
    let name = special
        .name
        .as_ref()
        .map(|name| wording(name, locale).to_owned());
    let note = special.own.as_ref().and_then(|(_, note)| note.clone());
    let words: Vec<String> = name.into_iter().chain(note).collect();
    let tone = if special.own.is_some() {
        Tone::Accent
    } else if special.kind.is_worked() {
        Tone::Fair
    } else {
        Tone::Neutral
    };
    let button = special.own.as_ref().map(|(id, _)| {
        let id = *id;
        let label = app.t(M::Remove { day: day.clone() });
        let gone = move |()| app.act(app.peek(|model| remove(&model.book, id)));
        view! { <Button look=ButtonLook::Quiet icon=Glyph::Trash icon_only=true label=label on_press=gone /> }
    });
    view! {
        <tr class="table__row">
            <th scope="row" class="table__cell">{day}</th>
            <td class="table__cell">{format::weekday(special.day, locale)}</td>
            <td class="table__cell"><Tag tone=tone label=M::from(special.kind).say(locale) /></td>
            <td class="table__cell">{words.join(" · ")}</td>
            <td class="table__cell table__cell--end">{button}</td>
        </tr>
    }
    .into_any()
}

fn form(app: App, open: RwSignal<bool>, year: u16) -> AnyView {
    let fields = Fields::new(vec![String::new(); 2]);
    let working = RwSignal::new(false);
    let on_save = move |()| {
        let new = NewDay {
            day: fields.text(0),
            working: working.get_untracked(),
            note: fields.text(1),
        };
        match app.peek(|model| set(&model.book, &new, year)) {
            Ok(operation) => {
                open.set(false);
                app.act(operation);
            }
            Err(errors) => fields.refuse(
                errors
                    .into_iter()
                    .map(|(field, error)| (usize::from(field == DayField::Note), app.t(error))),
            ),
        }
    };
    let content = move || {
        let choices = vec![
            Choice::new("off", app.t(M::Off)),
            Choice::new("worked", app.t(M::Worked)),
        ];
        let value =
            Signal::derive(move || (if working.get() { "worked" } else { "off" }).to_owned());
        let day = Shown {
            kind: InputKind::Date,
            required: true,
            ..Shown::text(app.t(M::Day))
        };
        let note = Shown {
            required: true,
            ..Shown::text(app.t(M::Note))
        };
        view! {
            <div class="form">
                {fields.input(0, day)}
                <RadioGroup
                    label=app.t(M::Working) options=choices value=value inline=true
                    on_change=move |key: String| working.set(key == "worked")
                />
                {fields.input(1, note)}
            </div>
        }
    };
    FormDialog {
        title: app.t(M::AddTitle),
        shape: DialogShape::Middle,
        save: app.t(ShellMessage::Save),
        ready: Signal::derive(|| true),
        on_save: Callback::new(on_save),
        on_close: Callback::new(move |()| open.set(false)),
        more: ViewFn::default(),
        content: ViewFn::from(content),
    }
    .show(app)
}
