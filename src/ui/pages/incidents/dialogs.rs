//! The dialogs of the register and of one incident.

use leptos::prelude::*;

use crate::app::view::complaints::criteria;
use crate::app::workflow::effect::EffectOf;
use crate::app::workflow::incident::{
    self, IncidentField, NewIncident, NewReview, ReviewField, explain, review,
};
use crate::domain::{AssignmentId, Incident, IncidentId};
use crate::i18n::format;
use crate::i18n::incident::IncidentMessage;
use crate::ui::components::Choice;
use crate::ui::filter::{unit_choices, unit_of, unit_value};
use crate::ui::form::{
    Answer, Ask, Question, TICKED, UNCHECKED, act_and_go, form_dialog, numbered, removal_dialog,
};
use crate::ui::pages::complaints::dialogs::{answer, person, task_choices};
use crate::ui::pages::complaints::{criterion_choices, effect};
use crate::ui::{App, Route};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    Record,
    Correct(IncidentId),
    Explain(IncidentId),
    Review(IncidentId),
    Decide(IncidentId),
    Remove(IncidentId),
}

/// The choice that dismisses an incident.
const DISMISSED: &str = "-";

pub(super) fn all(app: App, open: RwSignal<Open>) -> AnyView {
    let close = Callback::new(move |()| open.set(Open::None));
    let shown = move || match open.get() {
        Open::None => ().into_any(),
        Open::Record => record(app, None, close),
        Open::Correct(id) => record(app, found(app, id).map(|found| (id, found)), close),
        Open::Explain(id) => explanation(app, id, close),
        Open::Review(id) => reviewing(app, id, close),
        Open::Decide(id) => effect::dialog(app, EffectOf::Incident(id), close),
        Open::Remove(id) => remove(app, id, close),
    };
    shown.into_any()
}

fn found(app: App, id: IncidentId) -> Option<Incident> {
    app.peek(|model| model.book.incidents.get(id).cloned())
}

/// What the form of an incident holds.
#[derive(Clone, Copy)]
struct IncidentAnswers {
    on: Answer,
    criterion: Answer,
    official: Answer,
    unit: Answer,
    assignment: Answer,
    summary: Answer,
    recorded_by: Answer,
    evidence: Answer,
}

impl IncidentAnswers {
    fn read(self) -> NewIncident {
        NewIncident {
            on: self.on.get_untracked(),
            criterion: self.criterion.get_untracked(),
            official: self.official.get_untracked(),
            unit: unit_of(&self.unit.get_untracked()),
            assignment: self
                .assignment
                .with_untracked(|task| task.parse().ok().map(AssignmentId)),
            summary: self.summary.get_untracked(),
            recorded_by: self.recorded_by.get_untracked(),
            evidence: self.evidence.get_untracked(),
        }
    }
}

fn record(app: App, known: Option<(IncidentId, Incident)>, close: Callback<()>) -> AnyView {
    let id = known.as_ref().map(|(id, _)| *id);
    let known = known.map(|(_, incident)| incident);
    let typed = |part: fn(&Incident) -> Option<String>| {
        answer(known.as_ref().and_then(part).unwrap_or_default())
    };
    let on = known.as_ref().map(|it| it.on);
    let on = on.unwrap_or_else(|| app.peek(|model| model.now.today));
    let official = known.as_ref().and_then(|it| it.official);
    let official = official.map(|official| app.peek(|model| person(model, official)));
    let answers = IncidentAnswers {
        on: answer(format::day(on)),
        criterion: typed(|it| Some(it.criterion.clone())),
        official: answer(official.unwrap_or_default()),
        unit: typed(|it| Some(unit_value(it.unit))),
        assignment: typed(|it| it.assignment.map(|task| task.0.to_string())),
        summary: typed(|it| Some(it.summary.clone())),
        recorded_by: typed(|it| Some(it.recorded_by.clone())),
        evidence: typed(|it| it.evidence.clone()),
    };
    let save = Callback::new(move |()| {
        let new = answers.read();
        let drafted = app.peek(|model| match id {
            None => incident::record(&model.book, &new, model.now.today),
            Some(id) => incident::correct(&model.book, id, &new, model.now.today),
        });
        drafted.map_err(|errors| numbered(errors, |field| field as usize))
    });
    let title = match id {
        None => IncidentMessage::Record,
        Some(_) => IncidentMessage::Correct,
    };
    let questions = questions(app, answers);
    form_dialog(app, app.t(title), None, questions, save, close)
}

fn questions(app: App, answers: IncidentAnswers) -> Vec<Question> {
    let t = |message: IncidentMessage| app.t(message);
    let kinds = app.peek(|model| criteria(&model.book, false));
    let mut kinds = criterion_choices(app, t(IncidentMessage::Choose), kinds);
    // A criterion recorded before stays among the choices.
    let known = answers.criterion.get_untracked();
    if !kinds.iter().any(|kind| kind.value == known) {
        kinds.push(Choice::new(known.clone(), known));
    }
    let units = app.peek(|model| unit_choices(model, t(IncidentMessage::Unknown)));
    let one_of = |options: Vec<Choice>| Ask::Choice(Signal::stored(options));
    let ask = |field: IncidentField, ask: Ask, label: IncidentMessage, answer: Answer| {
        Question::new(field as usize, ask, t(label), answer)
    };
    let plain = |ask: Ask, label: IncidentMessage, answer: Answer| {
        Question::new(UNCHECKED, ask, t(label), answer)
    };
    vec![
        ask(IncidentField::On, Ask::Day, IncidentMessage::On, answers.on).required(),
        ask(
            IncidentField::Criterion,
            one_of(kinds),
            IncidentMessage::Criterion,
            answers.criterion,
        )
        .required(),
        ask(
            IncidentField::Official,
            Ask::Person,
            IncidentMessage::Official,
            answers.official,
        )
        .hint(t(IncidentMessage::OfficialHint)),
        plain(one_of(units), IncidentMessage::Unit, answers.unit),
        ask(
            IncidentField::Summary,
            Ask::Lines,
            IncidentMessage::Summary,
            answers.summary,
        )
        .hint(t(IncidentMessage::SummaryHint))
        .required(),
        ask(
            IncidentField::RecordedBy,
            Ask::Words,
            IncidentMessage::RecordedBy,
            answers.recorded_by,
        )
        .required(),
        plain(Ask::Words, IncidentMessage::EvidenceOf, answers.evidence)
            .hint(t(IncidentMessage::EvidenceHint)),
        plain(
            Ask::Choice(Signal::derive(move || task_choices(app, answers.official))),
            IncidentMessage::Task,
            answers.assignment,
        )
        .wide(),
    ]
}

fn explanation(app: App, id: IncidentId, close: Callback<()>) -> AnyView {
    let known = found(app, id).and_then(|incident| incident.explanation);
    let text = answer(known.unwrap_or_default());
    let save = Callback::new(move |()| {
        let text = text.get_untracked();
        app.peek(|model| explain(&model.book, id, &text))
            .map_err(|error| vec![(0, error)])
    });
    let question = Question::new(0, Ask::Lines, app.t(IncidentMessage::Explanation), text);
    let note = app.t(IncidentMessage::ExplainText);
    let title = app.t(IncidentMessage::Explain);
    form_dialog(app, title, Some(note), vec![question], save, close)
}

fn reviewing(app: App, id: IncidentId, close: Callback<()>) -> AnyView {
    let today = app.peek(|model| model.now.today);
    let answers = [
        answer(""),
        answer(format::day(today)),
        answer(""),
        answer(""),
    ];
    let save = Callback::new(move |()| {
        let [verdict, on, by, document] = answers.map(|answer| answer.get_untracked());
        let new = NewReview {
            confirmed: match verdict.as_str() {
                TICKED => Some(true),
                DISMISSED => Some(false),
                _ => None,
            },
            by,
            on,
            document,
        };
        app.peek(|model| review(&model.book, id, &new, model.now.today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let t = |message: IncidentMessage| app.t(message);
    let verdicts = vec![
        Choice::new("", t(IncidentMessage::Choose)),
        Choice::new(TICKED, t(IncidentMessage::VerdictYes)),
        Choice::new(DISMISSED, t(IncidentMessage::VerdictNo)),
    ];
    let [verdict, on, by, document] = answers;
    let ask = |field: ReviewField, ask: Ask, label: IncidentMessage, answer: Answer| {
        Question::new(field as usize, ask, t(label), answer).required()
    };
    let questions = vec![
        ask(
            ReviewField::Verdict,
            Ask::Choice(Signal::stored(verdicts)),
            IncidentMessage::Verdict,
            verdict,
        ),
        ask(ReviewField::On, Ask::Day, IncidentMessage::ReviewOn, on),
        ask(ReviewField::By, Ask::Words, IncidentMessage::By, by),
        Question::new(
            UNCHECKED,
            Ask::Words,
            t(IncidentMessage::Document),
            document,
        ),
    ];
    let silent = found(app, id).is_some_and(|incident| incident.explanation.is_none());
    let note = if silent {
        [
            t(IncidentMessage::ExplanationNone),
            t(IncidentMessage::ReviewText),
        ]
        .join(" ")
    } else {
        t(IncidentMessage::ReviewText)
    };
    let title = t(IncidentMessage::Review);
    form_dialog(app, title, Some(note), questions, save, close)
}

fn remove(app: App, id: IncidentId, close: Callback<()>) -> AnyView {
    let day = found(app, id).map(|incident| format::day(incident.on));
    let text = app.t(IncidentMessage::RemoveAsk {
        day: day.unwrap_or_default(),
    });
    let confirm = move || {
        let drafted = app.peek(|model| incident::remove(&model.book, id));
        act_and_go(app, drafted, &Route::incidents(None));
    };
    let verb = app.t(IncidentMessage::Remove);
    removal_dialog(app, verb.clone(), text, verb, confirm, close)
}
