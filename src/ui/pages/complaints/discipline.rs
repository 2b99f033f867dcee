//! The register of discipline: each decision, what it does to the year, and its dialogs.

use leptos::prelude::*;

use crate::app::view::discipline::{Consequence, DisciplineRow, forms, list, others};
use crate::app::workflow::discipline::{self, DisciplineField, NewDiscipline};
use crate::app::workflow::{entry, task};
use crate::domain::{Day, Discipline, DisciplineId, DisciplineSide, Month, UnitId};
use crate::i18n::complaint::{ComplaintMessage, DisciplineMessage};
use crate::i18n::reason::wording;
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, Choice, ConfirmDialog, EmptyState, Glyph, PageHead, Panel, Tag,
    Tone,
};
use crate::ui::form::{Answer, Ask, Question, TICKED, UNCHECKED, form_dialog, numbered};
use crate::ui::{App, Route};

use super::dialogs::answer;
use super::{choices, unit_choices};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Add,
    Edit(DisciplineId),
    Remove(DisciplineId),
}

pub(super) fn page(app: App) -> AnyView {
    let open = RwSignal::new(Open::None);
    let rows = app.view(list);
    let subtitle = Signal::derive(move || {
        let count = format::count(rows.with(Vec::len), app.locale.get_untracked());
        Some(app.t(DisciplineMessage::Subtitle { count }))
    });
    let content = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! {
                <EmptyState icon=Glyph::Scales title=app.t(DisciplineMessage::EmptyTitle) text=app.t(DisciplineMessage::EmptyText) />
            }
            .into_any();
        }
        let items = rows.iter().map(|row| item(app, open, row));
        let items: Vec<AnyView> = items.collect();
        view! { <ul class="disciplines">{items}</ul> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title=app.t(DisciplineMessage::Title) subtitle=subtitle>
                <ButtonLink icon=Glyph::Speech label=app.t(ComplaintMessage::Back) href=Route::Complaints(None).href() />
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(DisciplineMessage::Add)
                    on_press=move |()| open.set(Open::Add)
                />
            </PageHead>
            <p class="muted">{app.t(DisciplineMessage::Intro)}</p>
            <Panel>{content}</Panel>
            {dialogs(app, open)}
        </div>
    }
    .into_any()
}

fn item(app: App, open: RwSignal<Open>, row: &DisciplineRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let record = &row.record;
    let id = row.id;
    let form = row.form.as_ref().map_or_else(
        || {
            let form = record.form.clone();
            app.t(DisciplineMessage::UnknownForm { form })
        },
        |form| wording(form, locale).to_owned(),
    );
    let tone = match row.consequence {
        Consequence::SetsClass { .. } => Tone::Poor,
        Consequence::NotCounted(_) | Consequence::NotComputed(_) => Tone::Muted,
    };
    let facts = [
        Some(app.t(DisciplineMessage::from(record.side))),
        record.decision.clone(),
        Some(format::day(record.effective)),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let act = match record.act_on {
        Some(day) => format!("{} ({})", record.act, format::day(day)),
        None => record.act.clone(),
    };
    let name = row.name.clone();
    let (edit, removal) = (
        DisciplineMessage::EditOf { name: name.clone() },
        DisciplineMessage::RemoveOf { name: name.clone() },
    );
    let href = Route::Official(record.official).href();
    let consequence = row.consequence.say(locale);
    view! {
        <li class="discipline">
            <div class="discipline__words">
                <p class="row"><a class="strong" href=href>{name}</a><Tag label=form tone=tone /></p>
                <p>{act}</p>
                <p class="muted small">{facts.join(" · ")}</p>
                <p class="discipline__consequence">{consequence}</p>
            </div>
            <Button icon=Glyph::Edit icon_only=true look=ButtonLook::Quiet label=app.t(edit) on_press=move |()| open.set(Open::Edit(id)) />
            <Button icon=Glyph::Trash icon_only=true look=ButtonLook::Quiet label=app.t(removal) on_press=move |()| open.set(Open::Remove(id)) />
        </li>
    }
    .into_any()
}

fn dialogs(app: App, open: RwSignal<Open>) -> AnyView {
    let close = Callback::new(move |()| open.set(Open::None));
    let found = move |id| app.peek(|model| model.book.disciplines.get(id).cloned());
    let shown = move || match open.get() {
        Open::None => ().into_any(),
        Open::Add => form(app, None, close),
        Open::Edit(id) => form(app, found(id).map(|record| (id, record)), close),
        Open::Remove(id) => remove(app, id, close),
    };
    shown.into_any()
}

fn remove(app: App, id: DisciplineId, close: Callback<()>) -> AnyView {
    let name = app.peek(|model| {
        let record = model.book.disciplines.get(id);
        record.map(|record| model.book.official_name(record.official).to_owned())
    });
    let confirm = move |()| {
        close.run(());
        app.act(app.peek(|model| discipline::remove(&model.book, id)));
    };
    let name = name.unwrap_or_default();
    view! {
        <ConfirmDialog
            open=Signal::derive(|| true)
            title=app.t(DisciplineMessage::RemoveOf { name: name.clone() })
            text=app.t(DisciplineMessage::RemoveAsk { name })
            confirm_label=app.t(ComplaintMessage::Remove)
            cancel_label=app.t(ShellMessage::Cancel)
            danger=true
            on_confirm=confirm
            on_cancel=close
        />
    }
    .into_any()
}

const PARTY: &str = "party";

fn side_of(key: &str) -> DisciplineSide {
    if key == PARTY {
        DisciplineSide::Party
    } else {
        DisciplineSide::Administrative
    }
}

fn form(app: App, known: Option<(DisciplineId, Discipline)>, close: Callback<()>) -> AnyView {
    let id = known.as_ref().map(|(id, _)| *id);
    let known = known.map(|(_, record)| record);
    let typed = |part: fn(&Discipline) -> Option<String>| {
        answer(known.as_ref().and_then(part).unwrap_or_default())
    };
    let today = app.peek(|model| model.now.today);
    let official = known
        .as_ref()
        .map(|record| app.peek(|model| super::dialogs::person(model, record.official)));
    let effective = known.as_ref().map_or(today, |record| record.effective);
    let duty = known.as_ref().is_none_or(|record| record.duty_related);
    let answers = [
        answer(official.unwrap_or_default()),
        typed(|it| (it.side == DisciplineSide::Party).then(|| PARTY.to_owned())),
        typed(|it| Some(it.form.clone())),
        typed(|it| Some(it.act.clone())),
        typed(|it| it.act_on.map(format::day)),
        typed(|it| it.decision.clone()),
        answer(format::day(effective)),
        answer(if duty { TICKED } else { "" }),
        typed(|it| it.same_act_as.map(|other| other.0.to_string())),
        typed(|it| it.already_used_in.map(|year| year.to_string())),
        typed(|it| it.act_unit.map(|unit| unit.0.to_string())),
    ];
    let save = Callback::new(move |()| {
        let [
            official,
            side,
            form,
            act,
            act_on,
            decision,
            effective,
            duty,
            same,
            used,
            unit,
        ] = answers.map(|answer| answer.get_untracked());
        let new = NewDiscipline {
            official,
            side: side_of(&side),
            form,
            act,
            act_on,
            decision,
            effective,
            duty_related: duty == TICKED,
            same_act_as: same.parse().ok().map(DisciplineId),
            already_used_in: used,
            act_unit: unit.parse().ok().map(UnitId),
        };
        let year = Month::of(today).year();
        app.peek(|model| discipline::save(&model.book, id, &new, year))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let title = match id {
        None => DisciplineMessage::Add,
        Some(_) => DisciplineMessage::EditTitle,
    };
    let questions = questions(app, id, answers, today);
    form_dialog(app, app.t(title), None, questions, save, close)
}

fn questions(
    app: App,
    id: Option<DisciplineId>,
    answers: [Answer; 11],
    today: Day,
) -> Vec<Question> {
    let [
        official,
        side,
        form,
        act,
        act_on,
        decision,
        effective,
        duty,
        same,
        used,
        unit,
    ] = answers;
    let t = |message: DisciplineMessage| app.t(message);
    let sides = vec![
        Choice::new("", t(DisciplineMessage::SideAdministrative)),
        Choice::new(PARTY, t(DisciplineMessage::SideParty)),
    ];
    let form_choices = Signal::derive(move || {
        let typed = entry::day(&effective.get(), Month::of(today).year());
        let day = typed.ok().flatten().unwrap_or(today);
        choices(app, "—".to_owned(), forms(side_of(&side.get()), day))
    });
    let ask = |field: DisciplineField, ask: Ask, label: DisciplineMessage, answer: Answer| {
        Question::new(field as usize, ask, t(label), answer)
    };
    let plain = |ask: Ask, label: DisciplineMessage, answer: Answer| {
        Question::new(UNCHECKED, ask, t(label), answer)
    };
    let units = unit_choices(app, t(DisciplineMessage::None));
    let same_acts = Signal::derive(move || same_acts(app, id, official));
    vec![
        ask(
            DisciplineField::Official,
            Ask::Person,
            DisciplineMessage::Official,
            official,
        )
        .required(),
        ask(
            DisciplineField::Effective,
            Ask::Day,
            DisciplineMessage::Effective,
            effective,
        )
        .required(),
        plain(
            Ask::Choice(Signal::stored(sides)),
            DisciplineMessage::Side,
            side,
        ),
        ask(
            DisciplineField::Form,
            Ask::Choice(form_choices),
            DisciplineMessage::Form,
            form,
        )
        .hint(t(DisciplineMessage::FormHint))
        .required(),
        ask(
            DisciplineField::Act,
            Ask::Lines,
            DisciplineMessage::Act,
            act,
        )
        .required(),
        ask(
            DisciplineField::ActOn,
            Ask::Day,
            DisciplineMessage::ActOn,
            act_on,
        ),
        plain(Ask::Words, DisciplineMessage::Decision, decision),
        plain(Ask::Tick, DisciplineMessage::DutyRelated, duty)
            .hint(t(DisciplineMessage::DutyRelatedHint))
            .wide(),
        plain(Ask::Choice(same_acts), DisciplineMessage::SameAct, same)
            .hint(t(DisciplineMessage::SameActHint)),
        ask(
            DisciplineField::AlreadyUsedIn,
            Ask::Number,
            DisciplineMessage::AlreadyUsed,
            used,
        )
        .hint(t(DisciplineMessage::AlreadyUsedHint)),
        plain(
            Ask::Choice(Signal::stored(units)),
            DisciplineMessage::ActUnit,
            unit,
        )
        .hint(t(DisciplineMessage::ActUnitHint)),
    ]
}

/// The other decisions about the official typed.
fn same_acts(app: App, id: Option<DisciplineId>, official: Answer) -> Vec<Choice> {
    let mut made = vec![Choice::new("", app.t(DisciplineMessage::None))];
    let typed = official.get();
    let found = app.peek(|model| {
        let official = task::official(&model.book, typed.trim()).ok().flatten();
        official.map(|official| others(model, official, id))
    });
    made.extend(
        found
            .unwrap_or_default()
            .into_iter()
            .map(|(other, record)| {
                let number = record.decision;
                let number = number.unwrap_or_else(|| app.t(DisciplineMessage::NoNumber));
                let day = format::day(record.effective);
                let label = app.t(DisciplineMessage::OtherDecision { number, day });
                Choice::new(other.0.to_string(), label)
            }),
    );
    made
}
