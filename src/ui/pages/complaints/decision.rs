//! The dialog of one disciplinary decision.

use leptos::prelude::*;

use crate::app::view::discipline::{forms, others};
use crate::app::workflow::discipline::{self, DisciplineField, NewDiscipline};
use crate::app::workflow::{entry, task};
use crate::domain::{Day, Discipline, DisciplineId, DisciplineSide, Month, UnitId};
use crate::i18n::complaint::DisciplineMessage;
use crate::i18n::format;
use crate::ui::App;
use crate::ui::components::Choice;
use crate::ui::form::{Answer, Ask, Question, TICKED, UNCHECKED, form_dialog, numbered};

use super::dialogs::{answer, person};
use super::{choices, unit_choices};

const PARTY: &str = "party";

fn side_of(key: &str) -> DisciplineSide {
    if key == PARTY {
        DisciplineSide::Party
    } else {
        DisciplineSide::Administrative
    }
}

pub(super) fn form(
    app: App,
    known: Option<(DisciplineId, Discipline)>,
    close: Callback<()>,
) -> AnyView {
    let id = known.as_ref().map(|(id, _)| *id);
    let known = known.map(|(_, record)| record);
    let typed = |part: fn(&Discipline) -> Option<String>| {
        answer(known.as_ref().and_then(part).unwrap_or_default())
    };
    let today = app.peek(|model| model.now.today);
    let official = known
        .as_ref()
        .map(|record| app.peek(|model| person(model, record.official)));
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
