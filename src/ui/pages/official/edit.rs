//! The dialogs of one official: correct, positions, absences, remove.

use leptos::prelude::*;

use crate::app::workflow::official::{
    AbsenceField, NewAbsence, NewPosition, OfficialField, PositionField, correct, remove,
    remove_absence, remove_position, save_absence, save_position,
};
use crate::app::{Notice, Operation};
use crate::domain::{
    AbsenceId, AbsenceKind, GroupId, Month, OfficialId, PositionId, Role, Span, UnitId,
};
use crate::i18n::format;
use crate::i18n::official::OfficialEditMessage;
use crate::i18n::people::{OfficialMessage, OfficialsMessage};
use crate::ui::components::Choice;
use crate::ui::form::{
    Answer, Ask, Question, TICKED, UNCHECKED, form_dialog, numbered, removal_dialog,
};
use crate::ui::pages::officials::ROLES;
use crate::ui::{App, Route};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    None,
    Correct,
    Remove,
    Position(Option<PositionId>),
    RemovePosition(PositionId),
    Absence(Option<AbsenceId>),
    RemoveAbsence(AbsenceId),
}

const KINDS: [(&str, AbsenceKind); 4] = [
    ("sick", AbsenceKind::Sick),
    ("maternity", AbsenceKind::Maternity),
    ("unpaid", AbsenceKind::Unpaid),
    ("other", AbsenceKind::Other),
];

pub(super) fn dialogs(app: App, official: OfficialId, open: RwSignal<Open>) -> AnyView {
    let close = Callback::new(move |()| open.set(Open::None));
    let shown = move || match open.get() {
        Open::None => ().into_any(),
        Open::Correct => details(app, official, close),
        Open::Position(id) => position(app, official, id, close),
        Open::Absence(id) => absence(app, official, id, close),
        Open::Remove => {
            let name = app.peek(|model| model.book.official_name(official).to_owned());
            let text = app.t(OfficialEditMessage::RemoveAsk { name });
            let draft = app.peek(|model| remove(&model.book, official));
            ask(app, text, draft, Some(Route::Officials), close)
        }
        Open::RemovePosition(id) => {
            let text = app.t(OfficialEditMessage::RemovePositionAsk);
            let verb = app.t(OfficialEditMessage::Remove);
            let confirm = move || match app.peek(|model| remove_position(&model.book, id)) {
                Ok(operation) => app.act(operation),
                Err(error) => app.tell(Notice::NotTaken(error)),
            };
            removal_dialog(app, verb.clone(), text, verb, confirm, close)
        }
        Open::RemoveAbsence(id) => {
            let draft = app.peek(|model| remove_absence(&model.book, id));
            ask(
                app,
                app.t(OfficialEditMessage::RemoveAbsenceAsk),
                draft,
                None,
                close,
            )
        }
    };
    shown.into_any()
}

/// Asks before something is removed; goes to a screen when what is looked at is gone.
fn ask(
    app: App,
    text: String,
    draft: Operation,
    then: Option<Route>,
    close: Callback<()>,
) -> AnyView {
    let confirm = move || {
        app.act(draft.clone());
        let gone = then.as_ref().filter(|_| {
            let removed = &draft.changes.last();
            removed.is_some_and(|change| app.peek(|model| !model.book.contains(change.key)))
        });
        if let Some(route) = gone {
            app.go(route);
        }
    };
    let verb = app.t(OfficialEditMessage::Remove);
    removal_dialog(app, verb.clone(), text, verb, confirm, close)
}

fn answer(text: impl Into<String>) -> Answer {
    RwSignal::new(text.into())
}

fn details(app: App, id: OfficialId, close: Callback<()>) -> AnyView {
    let record = app.peek(|model| model.book.officials.get(id).cloned());
    let record = record.unwrap_or_default();
    let answers = [
        answer(record.name),
        answer(record.code.unwrap_or_default()),
        answer(record.born.map(format::day).unwrap_or_default()),
        answer(record.note.unwrap_or_default()),
    ];
    let save = Callback::new(move |()| {
        let typed = answers.map(|answer| answer.get_untracked());
        let typed = [&*typed[0], &*typed[1], &*typed[2], &*typed[3]];
        app.peek(|model| correct(&model.book, id, typed, model.now.today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let [name, code, born, note] = answers;
    let questions = vec![
        Question::new(
            OfficialField::Name as usize,
            Ask::Words,
            app.t(OfficialsMessage::Name),
            name,
        )
        .required(),
        Question::new(
            OfficialField::Code as usize,
            Ask::Words,
            app.t(OfficialsMessage::Code),
            code,
        ),
        Question::new(
            OfficialField::Born as usize,
            Ask::Day,
            app.t(OfficialEditMessage::Born),
            born,
        )
        .hint(app.t(OfficialEditMessage::BornHint)),
        Question::new(
            UNCHECKED,
            Ask::Lines,
            app.t(OfficialEditMessage::Note),
            note,
        ),
    ];
    let title = app.t(OfficialEditMessage::Correct);
    form_dialog(app, title, None, questions, save, close)
}

/// A span as two answers; a new one begins today.
fn days(app: App, span: Option<Span>) -> (Answer, Answer) {
    let today = app.peek(|model| model.now.today);
    let from = span.map_or(today, |span| span.from);
    let to = span.and_then(|span| span.to);
    let to = to.map(format::day).unwrap_or_default();
    (answer(format::day(from)), answer(to))
}

fn position(
    app: App,
    official: OfficialId,
    id: Option<PositionId>,
    close: Callback<()>,
) -> AnyView {
    // A new position starts from the one held now: a move rarely changes everything.
    let start = app.peek(|model| {
        let held = || model.book.positions_of(official).into_iter().next_back();
        match id {
            Some(id) => model.book.positions.get(id).cloned(),
            None => held().map(|(_, position)| position.clone()),
        }
    });
    let (from, to) = days(
        app,
        start.as_ref().filter(|_| id.is_some()).map(|it| it.span),
    );
    let role = start.as_ref().map_or(Role::Staff, |it| it.role);
    let role = ROLES.into_iter().find(|(_, other)| *other == role);
    let unit = start.as_ref().map(|it| it.unit.0.to_string());
    let group = start.as_ref().and_then(|it| it.group);
    let group = group.map(|group| group.0.to_string());
    let answers = [
        answer(unit.unwrap_or_default()),
        answer(role.map_or("staff", |(key, _)| key)),
        answer(start.map(|it| it.title).unwrap_or_default()),
        answer(group.unwrap_or_default()),
        from,
        to,
        answer(if id.is_none() { TICKED } else { "" }),
    ];
    let save = Callback::new(move |()| {
        let [unit, role, title, group, from, to, ends] =
            answers.map(|answer| answer.get_untracked());
        let chosen = ROLES.into_iter().find(|(key, _)| *key == role);
        let new = NewPosition {
            unit: unit.parse().ok().map(UnitId),
            role: chosen.map_or(Role::Staff, |(_, role)| role),
            title,
            group: group.parse().ok().map(GroupId),
            from,
            to,
            ends_earlier: ends == TICKED,
        };
        app.peek(|model| {
            let year = Month::of(model.now.today).year();
            save_position(&model.book, official, id, &new, year)
        })
        .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let questions = position_questions(app, answers, id.is_none());
    let title = match id {
        None => OfficialEditMessage::AddPosition,
        Some(_) => OfficialEditMessage::EditPosition,
    };
    let note = app.t(OfficialEditMessage::PositionText);
    form_dialog(app, app.t(title), Some(note), questions, save, close)
}

fn position_questions(app: App, answers: [Answer; 7], new: bool) -> Vec<Question> {
    let one_of = |options: Vec<Choice>| Ask::Choice(Signal::stored(options));
    let (units, groups) = app.peek(|model| {
        let none = || vec![Choice::new("", "—")];
        let (mut units, mut groups) = (none(), none());
        let all = model.book.units.iter();
        units.extend(all.map(|(id, unit)| Choice::new(id.0.to_string(), unit.name.clone())));
        let all = model.book.groups.iter();
        groups.extend(all.map(|(id, group)| Choice::new(id.0.to_string(), group.name.clone())));
        (units, groups)
    });
    let roles = ROLES.into_iter();
    let roles = roles.map(|(key, role)| Choice::new(key, app.t(OfficialsMessage::from(role))));
    let [unit, role, title, group, from, to, ends] = answers;
    let field = |field: PositionField| field as usize;
    let mut questions = vec![
        Question::new(
            field(PositionField::Unit),
            one_of(units),
            app.t(OfficialsMessage::Unit),
            unit,
        )
        .required(),
        Question::new(
            UNCHECKED,
            one_of(roles.collect()),
            app.t(OfficialsMessage::Role),
            role,
        ),
        Question::new(
            UNCHECKED,
            Ask::Words,
            app.t(OfficialsMessage::Position),
            title,
        ),
        Question::new(
            UNCHECKED,
            one_of(groups),
            app.t(OfficialsMessage::Group),
            group,
        ),
        Question::new(
            field(PositionField::From),
            Ask::Day,
            app.t(OfficialsMessage::From),
            from,
        )
        .required(),
        Question::new(
            field(PositionField::To),
            Ask::Day,
            app.t(OfficialEditMessage::To),
            to,
        )
        .hint(app.t(OfficialEditMessage::ToHint)),
    ];
    if new {
        let label = app.t(OfficialEditMessage::EndsEarlier);
        questions.push(Question::new(UNCHECKED, Ask::Tick, label, ends).wide());
    }
    questions
}

fn absence(app: App, official: OfficialId, id: Option<AbsenceId>, close: Callback<()>) -> AnyView {
    let known = id.and_then(|id| app.peek(|model| model.book.absences.get(id).cloned()));
    let (from, to) = days(app, known.as_ref().map(|it| it.span));
    let kind = known.as_ref().map_or(AbsenceKind::Sick, |it| it.kind);
    let kind = KINDS.into_iter().find(|(_, other)| *other == kind);
    let document = known.and_then(|it| it.document);
    let answers = [
        answer(kind.map_or("sick", |(key, _)| key)),
        from,
        to,
        answer(document.unwrap_or_default()),
    ];
    let save = Callback::new(move |()| {
        let [kind, from, to, document] = answers.map(|answer| answer.get_untracked());
        let chosen = KINDS.into_iter().find(|(key, _)| *key == kind);
        let new = NewAbsence {
            kind: chosen.map_or(AbsenceKind::Other, |(_, kind)| kind),
            from,
            to,
            document,
        };
        app.peek(|model| {
            let year = Month::of(model.now.today).year();
            save_absence(&model.book, official, id, &new, year)
        })
        .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let kinds = KINDS.into_iter();
    let kinds = kinds.map(|(key, kind)| Choice::new(key, app.t(OfficialMessage::from(kind))));
    let [kind, from, to, document] = answers;
    let questions = vec![
        Question::new(
            UNCHECKED,
            Ask::Choice(Signal::stored(kinds.collect())),
            app.t(OfficialEditMessage::AbsenceKind),
            kind,
        ),
        Question::new(
            UNCHECKED,
            Ask::Words,
            app.t(OfficialEditMessage::Document),
            document,
        ),
        Question::new(
            AbsenceField::From as usize,
            Ask::Day,
            app.t(OfficialsMessage::From),
            from,
        )
        .required(),
        Question::new(
            AbsenceField::To as usize,
            Ask::Day,
            app.t(OfficialEditMessage::To),
            to,
        )
        .hint(app.t(OfficialEditMessage::ToHintAbsence)),
    ];
    let title = match id {
        None => OfficialEditMessage::AddAbsence,
        Some(_) => OfficialEditMessage::EditAbsence,
    };
    let note = app.t(OfficialEditMessage::AbsenceText);
    form_dialog(app, app.t(title), Some(note), questions, save, close)
}
