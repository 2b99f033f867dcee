//! Handing a task back and over: both lines change in one action.

use leptos::prelude::*;

use crate::app::workflow::task::{self, HandOverField, NewHandOver};
use crate::domain::AssignmentId;
use crate::i18n::format;
use crate::i18n::task::TaskMessage;
use crate::i18n::task_life::DivideMessage;
use crate::ui::App;
use crate::ui::form::{Answer, Ask, Question, form_dialog, numbered};

use super::{TasksState, dialogs};

/// What the form holds.
#[derive(Clone, Copy)]
struct Answers {
    receiver: Answer,
    quantity: Answer,
    due: Answer,
    reason: Answer,
    on: Answer,
}

impl Answers {
    fn read(self) -> NewHandOver {
        NewHandOver {
            receiver: self.receiver.get_untracked(),
            quantity: self.quantity.get_untracked(),
            due: self.due.get_untracked(),
            reason: self.reason.get_untracked(),
            on: self.on.get_untracked(),
        }
    }
}

pub(super) fn dialog(app: App, state: TasksState, id: AssignmentId) -> AnyView {
    if let Some(refused) = dialogs::refused(app, state, id, TaskMessage::HandOver) {
        return refused;
    }
    let Some(found) = app.peek(|model| model.book.assignments.get(id).cloned()) else {
        return ().into_any();
    };
    let rest = found
        .assigned
        .checked_sub(found.completed)
        .unwrap_or(found.assigned);
    let today = app.peek(|model| model.now.today);
    let answers = Answers {
        receiver: RwSignal::new(String::new()),
        quantity: RwSignal::new(format::decimal(rest, app.locale.get_untracked())),
        due: RwSignal::new(found.deadline().map(format::day).unwrap_or_default()),
        reason: RwSignal::new(String::new()),
        on: RwSignal::new(format::day(today)),
    };
    let save = Callback::new(move |()| {
        let new = answers.read();
        app.peek(|model| {
            let year = model.month().year();
            task::hand_over(&model.book, id, &new, model.now.today, year)
        })
        .map_err(|errors| numbered(errors, |field| field as usize))
    });
    form_dialog(
        app,
        dialogs::title(app, TaskMessage::HandOver),
        Some(app.t(DivideMessage::HandOverText)),
        questions(app, answers),
        save,
        Callback::new(move |()| dialogs::close(state)),
    )
}

fn questions(app: App, answers: Answers) -> Vec<Question> {
    let question = |field: HandOverField, ask: Ask, label: DivideMessage, answer: Answer| {
        Question::new(field as usize, ask, app.t(label), answer)
    };
    vec![
        question(
            HandOverField::Receiver,
            Ask::Person,
            DivideMessage::Receiver,
            answers.receiver,
        )
        .hint(app.t(DivideMessage::ReceiverHint))
        .wide(),
        question(
            HandOverField::Quantity,
            Ask::Number,
            DivideMessage::HandedQuantity,
            answers.quantity,
        ),
        question(
            HandOverField::Due,
            Ask::Day,
            DivideMessage::HandedDue,
            answers.due,
        ),
        question(
            HandOverField::Reason,
            Ask::Words,
            DivideMessage::Reason,
            answers.reason,
        )
        .hint(app.t(DivideMessage::ReasonHint)),
        question(HandOverField::On, Ask::Day, DivideMessage::On, answers.on).required(),
    ]
}
