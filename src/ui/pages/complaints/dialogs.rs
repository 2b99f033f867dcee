//! The dialogs of the register and of one complaint: record, correct, move on, remove.

use leptos::prelude::*;

use crate::app::view::complaints::{channels, criteria, procedures};
use crate::app::view::tasks;
use crate::app::workflow::complaint::{
    self, ComplaintField, NewComplaint, NewStep, StepField, next_states, state_key, state_of,
};
use crate::app::workflow::effect::EffectOf;
use crate::app::workflow::task;
use crate::domain::{AssignmentId, Complaint, ComplaintId, Grounds};
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::format;
use crate::ui::components::Choice;
use crate::ui::filter::{unit_choices, unit_of, unit_value};
use crate::ui::form::{
    Answer, Ask, Question, UNCHECKED, act_and_go, form_dialog, numbered, removal_dialog,
};
use crate::ui::{App, Route};

use super::{choices, complainant, criterion_choices, effect, link};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    Record,
    Correct(ComplaintId),
    Advance(ComplaintId),
    Decide(ComplaintId),
    Link(ComplaintId),
    Complainant(ComplaintId),
    Forget(ComplaintId),
    Remove(ComplaintId),
}

pub(super) fn all(app: App, open: RwSignal<Open>) -> AnyView {
    let close = Callback::new(move |()| open.set(Open::None));
    let shown = move || match open.get() {
        Open::None => ().into_any(),
        Open::Record => record(app, None, close),
        Open::Correct(id) => record(app, found(app, id).map(|found| (id, found)), close),
        Open::Advance(id) => advance(app, id, close),
        Open::Decide(id) => effect::dialog(app, EffectOf::Complaint(id), close),
        Open::Link(id) => link::dialog(app, id, close),
        Open::Complainant(id) => complainant::dialog(app, id, close),
        Open::Forget(id) => complainant::forgetting(app, id, close),
        Open::Remove(id) => remove(app, id, close),
    };
    shown.into_any()
}

pub(super) fn found(app: App, id: ComplaintId) -> Option<Complaint> {
    app.peek(|model| model.book.complaints.get(id).cloned())
}

/// What a form starts with.
pub fn answer(text: impl Into<String>) -> Answer {
    RwSignal::new(text.into())
}

/// The choice that records one of the grounds.
const YES: &str = "yes";

/// What the form of a complaint holds.
#[derive(Clone, Copy)]
struct ComplaintAnswers {
    number: Answer,
    received: Answer,
    channel: Answer,
    criterion: Answer,
    procedure: Answer,
    official: Answer,
    unit: Answer,
    assignment: Answer,
    dossier: Answer,
    summary: Answer,
    second: Answer,
    remote: Answer,
}

impl ComplaintAnswers {
    fn read(self) -> NewComplaint {
        NewComplaint {
            number: self.number.get_untracked(),
            received: self.received.get_untracked(),
            channel: self.channel.get_untracked(),
            criterion: self.criterion.get_untracked(),
            procedure: self.procedure.get_untracked(),
            official: self.official.get_untracked(),
            unit: unit_of(&self.unit.get_untracked()),
            assignment: self
                .assignment
                .with_untracked(|task| task.parse().ok().map(AssignmentId)),
            dossier: self.dossier.get_untracked(),
            summary: self.summary.get_untracked(),
            grounds: Grounds {
                second: self.second.get_untracked() == YES,
                remote: self.remote.get_untracked() == YES,
            },
        }
    }
}

fn record(app: App, known: Option<(ComplaintId, Complaint)>, close: Callback<()>) -> AnyView {
    let id = known.as_ref().map(|(id, _)| *id);
    let known = known.map(|(_, complaint)| complaint);
    let grounds = id.and_then(|id| app.peek(|model| model.book.grounds.get(id).copied()));
    let grounds = grounds.unwrap_or_default();
    let typed = |part: fn(&Complaint) -> Option<String>| {
        answer(known.as_ref().and_then(part).unwrap_or_default())
    };
    let received = known.as_ref().map(|it| it.received);
    let received = received.unwrap_or_else(|| app.peek(|model| model.now.today));
    let official = known.as_ref().and_then(|it| it.official);
    let official = official.map(|official| app.peek(|model| person(model, official)));
    let answers = ComplaintAnswers {
        number: typed(|it| Some(it.number.clone())),
        received: answer(format::day(received)),
        channel: typed(|it| Some(it.channel.clone())),
        criterion: typed(|it| it.criterion.clone()),
        procedure: typed(|it| it.procedure.clone()),
        official: answer(official.unwrap_or_default()),
        unit: typed(|it| Some(unit_value(it.unit))),
        assignment: typed(|it| it.assignment.map(|task| task.0.to_string())),
        dossier: typed(|it| it.dossier.clone()),
        summary: typed(|it| Some(it.summary.clone())),
        second: answer(if grounds.second { YES } else { "" }),
        remote: answer(if grounds.remote { YES } else { "" }),
    };
    let save = Callback::new(move |()| {
        let new = answers.read();
        let drafted = app.peek(|model| {
            let (today, year) = (model.now.today, model.now.today);
            let year = crate::domain::Month::of(year).year();
            match id {
                None => complaint::record(&model.book, &new, today, year),
                Some(id) => complaint::correct(&model.book, id, &new, today, year),
            }
        });
        drafted.map_err(|errors| numbered(errors, |field| field as usize))
    });
    let title = match id {
        None => ComplaintMessage::Record,
        Some(_) => ComplaintMessage::Correct,
    };
    form_dialog(
        app,
        app.t(title),
        None,
        questions(app, answers),
        save,
        close,
    )
}

/// An official as the person field holds them.
pub fn person(model: &crate::app::Model, official: crate::domain::OfficialId) -> String {
    let name = model.book.official_name(official).to_owned();
    let code = model.book.officials.get(official);
    match code.and_then(|official| official.code.as_ref()) {
        Some(code) => format!("{name} · {code}"),
        None => name,
    }
}

fn questions(app: App, answers: ComplaintAnswers) -> Vec<Question> {
    let t = |message: ComplaintMessage| app.t(message);
    let unknown = || t(ComplaintMessage::Unknown);
    let kinds = app.peek(|model| criteria(&model.book, true));
    let kind_choices = criterion_choices(app, unknown(), kinds);
    // An imported register may name its own channel: it stays among the choices.
    let mut ways = choices(app, unknown(), channels());
    let known = answers.channel.get_untracked();
    if !ways.iter().any(|way| way.value == known) {
        ways.push(Choice::new(known.clone(), known));
    }
    let one_of = |options: Vec<Choice>| Ask::Choice(Signal::stored(options));
    let field = |field: ComplaintField| field as usize;
    vec![
        Question::new(
            field(ComplaintField::Received),
            Ask::Day,
            t(ComplaintMessage::Received),
            answers.received,
        )
        .required(),
        Question::new(
            field(ComplaintField::Number),
            Ask::Words,
            t(ComplaintMessage::Number),
            answers.number,
        )
        .hint(t(ComplaintMessage::NumberHint)),
        Question::new(
            field(ComplaintField::Summary),
            Ask::Lines,
            t(ComplaintMessage::Summary),
            answers.summary,
        )
        .hint(t(ComplaintMessage::SummaryHint))
        .required(),
        Question::new(
            UNCHECKED,
            one_of(choices(app, unknown(), procedures())),
            t(ComplaintMessage::Procedure),
            answers.procedure,
        )
        .hint(t(ComplaintMessage::ProcedureHint)),
        Question::new(
            UNCHECKED,
            one_of(vec![
                Choice::new("", t(ComplaintMessage::SettlementFirst)),
                Choice::new(YES, t(ComplaintMessage::SettlementSecond)),
            ]),
            t(ComplaintMessage::Settlement),
            answers.second,
        )
        .hint(t(ComplaintMessage::GroundsHint)),
        Question::new(
            UNCHECKED,
            one_of(vec![
                Choice::new("", t(ComplaintMessage::PlaceOrdinary)),
                Choice::new(YES, t(ComplaintMessage::PlaceRemote)),
            ]),
            t(ComplaintMessage::PlaceOf),
            answers.remote,
        )
        .hint(t(ComplaintMessage::GroundsHint)),
        Question::new(
            UNCHECKED,
            one_of(ways),
            t(ComplaintMessage::Channel),
            answers.channel,
        ),
        Question::new(
            UNCHECKED,
            one_of(kind_choices),
            t(ComplaintMessage::Criterion),
            answers.criterion,
        ),
        Question::new(
            UNCHECKED,
            Ask::Words,
            t(ComplaintMessage::Dossier),
            answers.dossier,
        ),
        Question::new(
            field(ComplaintField::Official),
            Ask::Person,
            t(ComplaintMessage::Official),
            answers.official,
        )
        .hint(t(ComplaintMessage::OfficialHint)),
        Question::new(
            UNCHECKED,
            one_of(app.peek(|model| unit_choices(model, unknown()))),
            t(ComplaintMessage::Unit),
            answers.unit,
        ),
        Question::new(
            UNCHECKED,
            Ask::Choice(Signal::derive(move || task_choices(app, answers.official))),
            t(ComplaintMessage::Task),
            answers.assignment,
        )
        .hint(t(ComplaintMessage::TaskHint)),
    ]
}

/// The tasks of the official typed, latest first.
pub fn task_choices(app: App, official: Answer) -> Vec<Choice> {
    let mut made = vec![Choice::new("", app.t(ComplaintMessage::Unknown))];
    let typed = official.get();
    app.peek(|model| {
        let Ok(Some(official)) = task::official(&model.book, typed.trim()) else {
            return;
        };
        let own: Vec<_> = model.book.assignments.of(official).collect();
        made.extend(own.into_iter().rev().map(|(id, record)| {
            let name = tasks::name(&model.book, record);
            let label = match &record.code {
                Some(code) => format!("{code} {name}"),
                None => name,
            };
            Choice::new(id.0.to_string(), label)
        }));
    });
    made
}

fn advance(app: App, id: ComplaintId, close: Callback<()>) -> AnyView {
    let next = found(app, id).map(|complaint| next_states(&complaint));
    let next = next.unwrap_or_default();
    let first = next.first().map_or("", |state| state_key(*state));
    let today = app.peek(|model| model.now.today);
    let answers = [
        answer(first),
        answer(format::day(today)),
        answer(last_actor(app, id)),
        answer(""),
        answer(""),
    ];
    let save = Callback::new(move |()| {
        let [state, on, actor, document, note] = answers.map(|answer| answer.get_untracked());
        let new = NewStep {
            state: state_of(&state),
            on,
            actor,
            document,
            note,
        };
        app.peek(|model| complaint::advance(&model.book, id, &new, model.now.today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let t = |message: ComplaintMessage| app.t(message);
    let options: Vec<Choice> = next
        .into_iter()
        .map(|state| Choice::new(state_key(state), t(state.into())))
        .collect();
    let [state, on, actor, document, note] = answers;
    let questions = vec![
        Question::new(
            StepField::State as usize,
            Ask::Choice(Signal::stored(options)),
            t(ComplaintMessage::NextState),
            state,
        )
        .required(),
        Question::new(
            StepField::On as usize,
            Ask::Day,
            t(ComplaintMessage::On),
            on,
        )
        .required(),
        asked_actor(app, id, StepField::Actor as usize, actor),
        Question::new(
            StepField::Document as usize,
            Ask::Words,
            t(ComplaintMessage::Document),
            document,
        )
        .hint(t(ComplaintMessage::DocumentHint)),
        Question::new(UNCHECKED, Ask::Words, t(ComplaintMessage::Note), note).wide(),
    ];
    let text = t(ComplaintMessage::AdvanceText);
    let title = t(ComplaintMessage::Advance);
    form_dialog(app, title, Some(text), questions, save, close)
}

/// Who acted on a complaint last: most often the same person or body acts again.
pub(super) fn last_actor(app: App, id: ComplaintId) -> String {
    let actor = found(app, id).and_then(|complaint| {
        let mut steps = complaint.steps.into_iter().rev();
        steps.find_map(|step| step.actor)
    });
    actor.unwrap_or_default()
}

/// The question who acted, with those who did before.
pub(super) fn asked_actor(app: App, id: ComplaintId, field: usize, answer: Answer) -> Question {
    let before = app.peek(|model| complaint::actors(&model.book, id));
    let before = before.into_iter().map(|actor| (actor.clone(), actor));
    let ask = Ask::Suggested(Signal::stored(before.collect()));
    Question::new(field, ask, app.t(ComplaintMessage::Actor), answer).required()
}

fn remove(app: App, id: ComplaintId, close: Callback<()>) -> AnyView {
    let number = found(app, id).map(|complaint| complaint.number);
    let text = app.t(ComplaintMessage::RemoveAsk {
        number: number.unwrap_or_default(),
    });
    let confirm = move || {
        let drafted = app.peek(|model| complaint::remove(&model.book, id));
        act_and_go(app, drafted, &Route::Complaints(None));
    };
    let verb = app.t(ComplaintMessage::Remove);
    removal_dialog(app, verb.clone(), text, verb, confirm, close)
}
