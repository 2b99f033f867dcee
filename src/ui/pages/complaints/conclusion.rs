//! The dialog of a conclusion of the competent authority that sets a year's class.

use leptos::prelude::*;

use crate::app::view::Wording;
use crate::app::view::discipline::gates;
use crate::app::workflow::discipline::{ConclusionField, NewConclusion, conclude};
use crate::domain::{ConclusionId, Gate};
use crate::i18n::complaint::DisciplineMessage;
use crate::i18n::format;
use crate::ui::App;
use crate::ui::form::{Answer, Ask, Question, form_dialog, numbered};

use super::choices;
use super::dialogs::{answer, person};

pub(super) fn form(app: App, id: Option<ConclusionId>, close: Callback<()>) -> AnyView {
    let known = id.and_then(|id| app.peek(|model| model.book.gate_conclusions.get(id).cloned()));
    let today = app.peek(|model| model.now.today);
    let year = known.as_ref().map_or_else(
        || app.peek(|model| model.month().year()),
        |record| record.year,
    );
    let grounds: Vec<(Gate, Wording)> = gates(year);
    let key = |gate: Gate| {
        let at = grounds.iter().position(|(other, _)| *other == gate);
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let official = known.as_ref().map(|record| {
        let official = record.official;
        app.peek(|model| person(model, official))
    });
    let answers = [
        answer(official.unwrap_or_default()),
        answer(known.as_ref().map(|it| key(it.gate)).unwrap_or_default()),
        answer(year.to_string()),
        answer(format::day(known.as_ref().map_or(today, |it| it.on))),
        answer(
            known
                .as_ref()
                .map(|it| it.authority.clone())
                .unwrap_or_default(),
        ),
        answer(known.map(|it| it.document).unwrap_or_default()),
    ];
    let named = grounds.iter().enumerate();
    let named = named.map(|(at, (_, name))| (at.to_string(), name.clone()));
    let options = choices(app, "—".to_owned(), named.collect());
    let save = Callback::new(move |()| {
        let [official, gate, year, on, authority, document] =
            answers.map(|answer| answer.get_untracked());
        let at: Option<usize> = gate.parse().ok();
        let new = NewConclusion {
            official,
            gate: at.and_then(|at| grounds.get(at)).map(|(gate, _)| *gate),
            year,
            authority,
            document,
            on,
        };
        app.peek(|model| conclude(&model.book, id, &new, today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let ask = |field: ConclusionField, ask: Ask, label: DisciplineMessage, answer: Answer| {
        Question::new(field as usize, ask, app.t(label), answer).required()
    };
    let [official, gate, year, on, authority, document] = answers;
    let grounds = Ask::Choice(Signal::stored(options));
    let questions = vec![
        ask(
            ConclusionField::Official,
            Ask::Person,
            DisciplineMessage::Official,
            official,
        ),
        ask(
            ConclusionField::Year,
            Ask::Number,
            DisciplineMessage::Year,
            year,
        ),
        ask(
            ConclusionField::Gate,
            grounds,
            DisciplineMessage::Ground,
            gate,
        )
        .wide(),
        ask(
            ConclusionField::Authority,
            Ask::Words,
            DisciplineMessage::Authority,
            authority,
        ),
        ask(
            ConclusionField::Document,
            Ask::Words,
            DisciplineMessage::Document,
            document,
        ),
        ask(ConclusionField::On, Ask::Day, DisciplineMessage::On, on),
    ];
    let title = match id {
        None => DisciplineMessage::AddConclusion,
        Some(_) => DisciplineMessage::EditConclusion,
    };
    let note = app.t(DisciplineMessage::ConclusionText);
    form_dialog(app, app.t(title), Some(note), questions, save, close)
}
