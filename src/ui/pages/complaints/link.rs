//! The dialog that links a complaint to another one about the same case.

use leptos::prelude::*;

use crate::app::view::complaints::link_choices;
use crate::app::workflow::complaint::{LinkField, NewLink, link};
use crate::domain::ComplaintId;
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::format;
use crate::ui::App;
use crate::ui::components::Choice;
use crate::ui::form::{Ask, Question, UNCHECKED, form_dialog, numbered};

use super::dialogs::{answer, asked_actor, found, last_actor};

pub(super) fn dialog(app: App, id: ComplaintId, close: Callback<()>) -> AnyView {
    let number = found(app, id).map(|complaint| complaint.number);
    let number = number.unwrap_or_default();
    let others = app.peek(|model| link_choices(model, id));
    let nothing = if others.is_empty() {
        ComplaintMessage::LinkNone
    } else {
        ComplaintMessage::Unknown
    };
    let mut options = vec![Choice::new("", app.t(nothing))];
    options.extend(others.into_iter().map(|(other, number, day, summary)| {
        let label = ComplaintMessage::LinkOption {
            number,
            day: format::day(day),
            summary,
        };
        Choice::new(other.0.to_string(), app.t(label))
    }));
    let today = app.peek(|model| model.now.today);
    let answers = [
        answer(""),
        answer(format::day(today)),
        answer(last_actor(app, id)),
        answer(""),
        answer(""),
    ];
    let save = Callback::new(move |()| {
        let [other, on, actor, document, note] = answers.map(|answer| answer.get_untracked());
        let new = NewLink {
            other: other.parse().ok().map(ComplaintId),
            on,
            actor,
            document,
            note,
        };
        app.peek(|model| link(&model.book, id, &new, model.now.today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let t = |message: ComplaintMessage| app.t(message);
    let [other, on, actor, document, note] = answers;
    let questions = vec![
        Question::new(
            LinkField::Other as usize,
            Ask::Choice(Signal::stored(options)),
            t(ComplaintMessage::LinkOther),
            other,
        )
        .required()
        .wide(),
        Question::new(
            LinkField::On as usize,
            Ask::Day,
            t(ComplaintMessage::On),
            on,
        )
        .required(),
        Question::new(
            UNCHECKED,
            Ask::Words,
            t(ComplaintMessage::Document),
            document,
        ),
        asked_actor(app, id, LinkField::Actor as usize, actor),
        Question::new(UNCHECKED, Ask::Words, t(ComplaintMessage::Note), note),
    ];
    let title = t(ComplaintMessage::LinkTitle { number });
    let text = t(ComplaintMessage::LinkText);
    form_dialog(app, title, Some(text), questions, save, close)
}
