//! The decision on what a complaint found right takes off a line of the general criteria.

use leptos::prelude::*;

use crate::app::view::complaints::{bearing_months, detail, proposed_points};
use crate::app::workflow::complaint::{EffectField, NewEffect, decide_effect, lines_on};
use crate::domain::{ComplaintId, LineId, Month, Period};
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::format;
use crate::i18n::reason::wording;
use crate::ui::App;
use crate::ui::components::Choice;
use crate::ui::form::{Ask, Question, TICKED, form_dialog, numbered};

use super::dialogs::{answer, found};

pub(super) fn dialog(app: App, id: ComplaintId, close: Callback<()>) -> AnyView {
    let (Some(complaint), Some(shown)) = (found(app, id), app.peek(|model| detail(model, id)))
    else {
        return ().into_any();
    };
    let locale = app.locale.get_untracked();
    let t = |message: ComplaintMessage| app.t(message);
    let today = app.peek(|model| model.now.today);
    let months = bearing_months(&complaint, today);
    let concluded = complaint.conclusion().map(|(_, on)| Month::of(on));
    let month = concluded.filter(|month| months.contains(month));
    let month = month.or_else(|| months.first().copied());
    let lines = line_choices(app, month);
    let line = shown.feeds.first().map(ToString::to_string);
    let line = line.or_else(|| lines.first().map(|line| line.value.clone()));
    let proposed = proposed_points(&complaint);
    let proposed = proposed.map(|points| format::decimal(points, locale));
    let answers = [
        answer(line.unwrap_or_default()),
        answer(month.map(|month| month.to_string()).unwrap_or_default()),
        answer(TICKED),
        answer(proposed.clone().unwrap_or_default()),
        answer(""),
        answer(""),
        answer(format::day(today)),
    ];
    let save = Callback::new(move |()| {
        let [line, month, taken, points, by, reason, on] =
            answers.map(|answer| answer.get_untracked());
        let new = NewEffect {
            line: LineId::parse(&line),
            month: month_of(&month),
            taken: taken == TICKED,
            points,
            by,
            reason,
            on,
        };
        app.peek(|model| decide_effect(&model.book, id, &new, model.now.today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let months = month_choices(app, months);
    let taken = vec![
        Choice::new(TICKED, t(ComplaintMessage::TakenYes)),
        Choice::new("", t(ComplaintMessage::TakenNo)),
    ];
    let one_of = |options: Vec<Choice>| Ask::Choice(Signal::stored(options));
    let feeds: Vec<String> = shown.feeds.iter().map(ToString::to_string).collect();
    let ask = |field: EffectField, ask: Ask, label: ComplaintMessage, at: usize| {
        Question::new(field as usize, ask, t(label), answers[at]).required()
    };
    let line = ask(EffectField::Line, one_of(lines), ComplaintMessage::Line, 0).wide();
    let line = if feeds.is_empty() {
        line
    } else {
        let lines = feeds.join(", ");
        line.hint(t(ComplaintMessage::LineHint { lines }))
    };
    let points = ask(
        EffectField::Points,
        Ask::Number,
        ComplaintMessage::Points,
        3,
    );
    let points = match proposed {
        Some(points_off) => points.hint(t(ComplaintMessage::PointsHint { points: points_off })),
        None => points,
    };
    let questions = vec![
        line,
        ask(
            EffectField::Month,
            one_of(months),
            ComplaintMessage::Month,
            1,
        ),
        Question::new(
            usize::MAX,
            one_of(taken),
            t(ComplaintMessage::Taken),
            answers[2],
        ),
        points,
        ask(EffectField::On, Ask::Day, ComplaintMessage::On, 6),
        ask(EffectField::By, Ask::Words, ComplaintMessage::By, 4),
        ask(EffectField::Reason, Ask::Lines, ComplaintMessage::Reason, 5),
    ];
    let note = Some(t(ComplaintMessage::EffectText));
    form_dialog(
        app,
        t(ComplaintMessage::Decide),
        note,
        questions,
        save,
        close,
    )
}

/// The lines of the general criteria as they stand in a month.
fn line_choices(app: App, month: Option<Month>) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let lines = month.into_iter().flat_map(lines_on);
    lines
        .map(|line| {
            let name = wording(&line.basis.name, locale).to_owned();
            let key = line.id.to_string();
            let line = key.clone();
            Choice::new(key, app.t(ComplaintMessage::LineOption { line, name }))
        })
        .collect()
}

fn month_choices(app: App, months: Vec<Month>) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let named = |month: Month| format::capitalised(&format::month(month, locale));
    let one = |month: Month| Choice::new(month.to_string(), named(month));
    months.into_iter().map(one).collect()
}

fn month_of(text: &str) -> Option<Month> {
    match Period::parse(text) {
        Ok(Period::Month(month)) => Some(month),
        _ => None,
    }
}
