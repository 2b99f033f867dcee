//! The dialog of one disciplinary decision.

use leptos::prelude::*;

use crate::app::view::discipline::{forms, others};
use crate::app::workflow::discipline::{self, DisciplineField, NewDiscipline};
use crate::app::workflow::{entry, task};
use crate::domain::{Day, Discipline, DisciplineId, DisciplineSide, Month};
use crate::i18n::complaint::DisciplineMessage;
use crate::i18n::format;
use crate::ui::App;
use crate::ui::components::Choice;
use crate::ui::filter::{unit_choices, unit_of, unit_value};
use crate::ui::form::{Answer, Ask, Question, TICKED, UNCHECKED, form_dialog, numbered};

use super::choices;
use super::dialogs::{answer, person};

const PARTY: &str = "party";

fn side_of(key: &str) -> DisciplineSide {
    if key == PARTY {
        DisciplineSide::Party
    } else {
        DisciplineSide::Administrative
    }
}

/// What the form of a decision holds.
#[derive(Clone, Copy)]
struct DisciplineAnswers {
    official: Answer,
    side: Answer,
    form: Answer,
    act: Answer,
    act_on: Answer,
    decision: Answer,
    effective: Answer,
    duty: Answer,
    same: Answer,
    used: Answer,
    unit: Answer,
}

impl DisciplineAnswers {
    fn read(self) -> NewDiscipline {
        NewDiscipline {
            official: self.official.get_untracked(),
            side: self.side.with_untracked(|side| side_of(side)),
            form: self.form.get_untracked(),
            act: self.act.get_untracked(),
            act_on: self.act_on.get_untracked(),
            decision: self.decision.get_untracked(),
            effective: self.effective.get_untracked(),
            duty_related: self.duty.with_untracked(|duty| duty == TICKED),
            same_act_as: self
                .same
                .with_untracked(|other| other.parse().ok().map(DisciplineId)),
            already_used_in: self.used.get_untracked(),
            act_unit: unit_of(&self.unit.get_untracked()),
        }
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
    let answers = DisciplineAnswers {
        official: answer(official.unwrap_or_default()),
        side: typed(|it| (it.side == DisciplineSide::Party).then(|| PARTY.to_owned())),
        form: typed(|it| Some(it.form.clone())),
        act: typed(|it| Some(it.act.clone())),
        act_on: typed(|it| it.act_on.map(format::day)),
        decision: typed(|it| it.decision.clone()),
        effective: answer(format::day(effective)),
        duty: answer(if duty { TICKED } else { "" }),
        same: typed(|it| it.same_act_as.map(|other| other.0.to_string())),
        used: typed(|it| it.already_used_in.map(|year| year.to_string())),
        unit: typed(|it| Some(unit_value(it.act_unit))),
    };
    let save = Callback::new(move |()| {
        let new = answers.read();
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
    answers: DisciplineAnswers,
    today: Day,
) -> Vec<Question> {
    let t = |message: DisciplineMessage| app.t(message);
    let sides = vec![
        Choice::new("", t(DisciplineMessage::SideAdministrative)),
        Choice::new(PARTY, t(DisciplineMessage::SideParty)),
    ];
    let form_choices = Signal::derive(move || {
        let typed = entry::day(&answers.effective.get(), Month::of(today).year());
        let day = typed.ok().flatten().unwrap_or(today);
        choices(
            app,
            "—".to_owned(),
            forms(side_of(&answers.side.get()), day),
        )
    });
    let ask = |field: DisciplineField, ask: Ask, label: DisciplineMessage, answer: Answer| {
        Question::new(field as usize, ask, t(label), answer)
    };
    let plain = |ask: Ask, label: DisciplineMessage, answer: Answer| {
        Question::new(UNCHECKED, ask, t(label), answer)
    };
    let units = app.peek(|model| unit_choices(model, t(DisciplineMessage::None)));
    let same_acts = Signal::derive(move || same_acts(app, id, answers.official));
    vec![
        ask(
            DisciplineField::Official,
            Ask::Person,
            DisciplineMessage::Official,
            answers.official,
        )
        .required(),
        ask(
            DisciplineField::Effective,
            Ask::Day,
            DisciplineMessage::Effective,
            answers.effective,
        )
        .required(),
        plain(
            Ask::Choice(Signal::stored(sides)),
            DisciplineMessage::Side,
            answers.side,
        ),
        ask(
            DisciplineField::Form,
            Ask::Choice(form_choices),
            DisciplineMessage::Form,
            answers.form,
        )
        .hint(t(DisciplineMessage::FormHint))
        .required(),
        ask(
            DisciplineField::Act,
            Ask::Lines,
            DisciplineMessage::Act,
            answers.act,
        )
        .required(),
        ask(
            DisciplineField::ActOn,
            Ask::Day,
            DisciplineMessage::ActOn,
            answers.act_on,
        ),
        plain(Ask::Words, DisciplineMessage::Decision, answers.decision),
        plain(Ask::Tick, DisciplineMessage::DutyRelated, answers.duty)
            .hint(t(DisciplineMessage::DutyRelatedHint))
            .wide(),
        ask(
            DisciplineField::SameAct,
            Ask::Choice(same_acts),
            DisciplineMessage::SameAct,
            answers.same,
        )
        .hint(t(DisciplineMessage::SameActHint)),
        ask(
            DisciplineField::AlreadyUsedIn,
            Ask::Number,
            DisciplineMessage::AlreadyUsed,
            answers.used,
        )
        .hint(t(DisciplineMessage::AlreadyUsedHint)),
        plain(
            Ask::Choice(Signal::stored(units)),
            DisciplineMessage::ActUnit,
            answers.unit,
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
