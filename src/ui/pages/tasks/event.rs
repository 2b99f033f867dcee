//! The dialog in which something that happened to a task is recorded, corrected or confirmed.

use leptos::prelude::*;

use crate::app::view::tasks::{targets, words_for};
use crate::app::workflow::task::{
    self, EventAnswers, EventField, EventForm, PASSED, RETURNED, answers_of,
};
use crate::domain::{Assignment, AssignmentId, EventId, TaskEventKind};
use crate::i18n::format;
use crate::i18n::reason::wording;
use crate::i18n::task_life::{TaskLifeMessage, question, target};
use crate::ui::App;
use crate::ui::components::Choice;
use crate::ui::form::{Answer, Ask, Question, form_dialog, numbered};

use super::{TasksState, dialogs};

pub(super) fn dialog(
    app: App,
    state: TasksState,
    id: AssignmentId,
    form: EventForm,
    known: Option<EventId>,
) -> AnyView {
    if let Some(refused) = dialogs::refused(app, state, id, TaskLifeMessage::from(form)) {
        return refused;
    }
    let Some(found) = app.peek(|model| model.book.assignments.get(id).cloned()) else {
        return ().into_any();
    };
    let today = app.peek(|model| model.now.today);
    if form == EventForm::Cause && targets(&found, today).is_empty() {
        let words = app.t(TaskLifeMessage::NothingToExcuse);
        return dialogs::told(app, state, TaskLifeMessage::from(form), words, None);
    }
    let answers = answers(&found, form, known, &format::day(today));
    let read = move || -> EventAnswers {
        answers.with_value(|answers| {
            let typed = answers.iter();
            typed
                .map(|(field, answer)| (*field, answer.get_untracked()))
                .collect()
        })
    };
    let save = Callback::new(move |()| {
        let typed = read();
        app.peek(|model| {
            let year = model.month().year();
            task::save_event(&model.book, id, known, form, &typed, model.now.today, year)
        })
        .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let asked = answers.with_value(|answers| {
        let asked = answers.iter().zip(form.questions());
        asked
            .map(|((field, answer), (_, needed))| ask(app, &found, form, *field, *needed, *answer))
            .collect()
    });
    let note = note(app, &found, form, known);
    let close = Callback::new(move |()| dialogs::close(state));
    let title = dialogs::title(app, TaskLifeMessage::from(form));
    form_dialog(app, title, note, asked, save, close)
}

/// What stands in the fields at first.
fn answers(
    task: &Assignment,
    form: EventForm,
    known: Option<EventId>,
    today: &str,
) -> StoredValue<Vec<(EventField, Answer)>> {
    let event = known.and_then(|id| task.events.iter().find(|event| event.id == id));
    let recorded = event.map(answers_of).unwrap_or_default();
    let first = |field: EventField| match field {
        EventField::On if known.is_none() => today.to_owned(),
        field => recorded.get(&field).cloned().unwrap_or_default(),
    };
    let fields = form.questions().iter().map(|(field, _)| *field);
    StoredValue::new(
        fields
            .map(|field| (field, RwSignal::new(first(field))))
            .collect(),
    )
}

fn ask(
    app: App,
    task: &Assignment,
    form: EventForm,
    field: EventField,
    needed: bool,
    answer: Answer,
) -> Question {
    let locale = app.locale.get_untracked();
    let how = match field {
        EventField::Target => {
            let today = app.peek(|model| model.now.today);
            let choices: Vec<Choice> = targets(task, today)
                .into_iter()
                .map(|(value, excused)| Choice::new(value, app.t(target(&excused))))
                .collect();
            if let Some(first) = choices.first() {
                answer.set(first.value.clone());
            }
            Ask::Choice(Signal::stored(choices))
        }
        EventField::Passed => Ask::Choice(Signal::stored(vec![
            Choice::new("", app.t(TaskLifeMessage::ChooseResult)),
            Choice::new(PASSED, app.t(TaskLifeMessage::Passed)),
            Choice::new(RETURNED, app.t(TaskLifeMessage::Returned)),
        ])),
        EventField::On | EventField::Until | EventField::Done => Ask::Day,
        EventField::Handled | EventField::Electronic => Ask::Number,
        EventField::Note => Ask::Lines,
        EventField::What | EventField::Who | EventField::Document => {
            let words = words_for(form, field);
            if words.is_empty() {
                Ask::Words
            } else {
                // The record keeps the rules' own words, whatever the language of the screen.
                let pairs = words.into_iter().map(|word| {
                    let label = wording(&word, locale).to_owned();
                    (word.vi, label)
                });
                Ask::Suggested(Signal::stored(pairs.collect()))
            }
        }
    };
    let (label, hint) = question(form, field);
    let mut question = Question::new(field as usize, how, app.t(label), answer);
    if let Some(hint) = hint {
        question = question.hint(app.t(hint));
    }
    if matches!(field, EventField::Target | EventField::What) {
        question = question.wide();
    }
    if needed {
        question = question.required();
    }
    question
}

/// What recording this means, in a sentence or two.
fn note(app: App, task: &Assignment, form: EventForm, known: Option<EventId>) -> Option<String> {
    let event = known.and_then(|id| task.events.iter().find(|event| event.id == id));
    let message = match form {
        EventForm::Extension => TaskLifeMessage::ExtensionText {
            day: format::day(task.deadline()?),
        },
        EventForm::Cause => TaskLifeMessage::CauseText,
        EventForm::Confirmation => match event.map(|event| &event.kind) {
            Some(TaskEventKind::ObjectiveCause { cause, .. }) => {
                TaskLifeMessage::ConfirmationText {
                    cause: cause.clone(),
                }
            }
            _ => return None,
        },
        EventForm::Pause => TaskLifeMessage::PauseText,
        EventForm::Milestone => TaskLifeMessage::MilestoneText,
        EventForm::Assessment => {
            let version = |kind: &TaskEventKind| match kind {
                TaskEventKind::Assessment { version, .. } => Some(*version),
                _ => None,
            };
            let last = task.events.iter().filter_map(|event| version(&event.kind));
            let next = last.max().map_or(1, |last| last + 1);
            TaskLifeMessage::AssessmentText {
                version: event.and_then(|event| version(&event.kind)).unwrap_or(next),
            }
        }
        EventForm::Handling => TaskLifeMessage::HandlingText,
        EventForm::Apology => TaskLifeMessage::ApologyText,
        EventForm::Reminder => TaskLifeMessage::ReminderText,
        EventForm::Answerable => TaskLifeMessage::AnswerableText,
        EventForm::Dossiers => TaskLifeMessage::DossiersText,
    };
    Some(app.t(message))
}
