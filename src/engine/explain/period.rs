//! Why a tracked period has its total.

use std::sync::Arc;

use crate::domain::{Decimal, Exact, Period, Role};
use crate::engine::fraction::Mean;
use crate::engine::period::{foreign_months, formula, frozen};
use crate::engine::ratio::{Measure, RatioFigures, ratio};
use crate::engine::tally::SCALE;
use crate::engine::terms::TermsTable;
use crate::engine::{
    InputName, PeriodFigures, Reason, ScoreState, Scores, Step, Subject, SupportRating, Value,
    support,
};
use crate::ledger::Key;
use crate::rules::{Basis, Component, ComponentKind, PrincipleId, ReadingId};

use super::general::explain_general;
use super::leader::explain_leadership;
use super::line::{Placed, explain_task, placed_tasks};

/// Why the figures of a tracked period are what they are.
pub(in crate::engine) fn explain_period(
    scores: &Scores,
    table: &TermsTable,
    subject: &Subject,
    figures: &PeriodFigures,
) -> Reason {
    let own = || explain_own(scores, table, subject, figures);
    match figures.state {
        ScoreState::Confirmed => explain_confirmed(subject).because([own()]),
        ScoreState::Foreign => explain_foreign(subject, figures),
        _ => own(),
    }
}

fn explain_confirmed(subject: &Subject) -> Reason {
    let Subject {
        book,
        terms,
        official,
        ..
    } = *subject;
    let rule = terms.rules.principle(PrincipleId::PeriodTotal);
    let key = Key::Confirmation(official, terms.period);
    let Some(confirmation) = frozen(book, official, terms.period) else {
        return Reason::new(Step::Confirmed, rule, Value::Missing);
    };
    let points = |value: &Exact| Value::Points(value.clone());
    Reason::new(Step::Confirmed, rule, points(&confirmation.total))
        .on_record(InputName::On, Value::Day(confirmation.on), key)
        .on_record(
            InputName::ConfirmedBy,
            Value::Text(confirmation.by.clone()),
            key,
        )
        .on_record(InputName::Version, Value::Count(confirmation.version), key)
        .on_record(InputName::General, points(&confirmation.general), key)
        .on_record(
            InputName::Result,
            Value::Ratio(confirmation.result.clone()),
            key,
        )
}

fn explain_foreign(subject: &Subject, figures: &PeriodFigures) -> Reason {
    let Subject {
        book,
        terms,
        official,
        ..
    } = *subject;
    let rule = terms.rules.principle(PrincipleId::Transfer);
    let mut reason = Reason::new(Step::Foreign, rule, Value::points(figures.total.clone()));
    for (month, total) in foreign_months(book, official, terms.period) {
        let key = Key::ForeignScore(official, month);
        let source = book.foreign_scores.get((official, month));
        let source = source.map(|score| score.source.clone()).unwrap_or_default();
        let part = Reason::new(
            Step::Part(Period::Month(month)),
            rule,
            Value::Points(total.exact()),
        )
        .on_record(InputName::Score, Value::Points(total.exact()), key)
        .on_record(InputName::Source, Value::Text(source), key);
        reason.children.push(part);
    }
    reason
}

fn explain_own(
    scores: &Scores,
    table: &TermsTable,
    subject: &Subject,
    figures: &PeriodFigures,
) -> Reason {
    let rules = subject.terms.rules;
    let computed = figures.computed.clone();
    let empty = matches!(figures.state, ScoreState::Empty | ScoreState::Away);
    let (principle, value) = if empty {
        (PrincipleId::NothingAssigned, Value::Missing)
    } else {
        (PrincipleId::PeriodTotal, Value::points(computed))
    };
    let general = figures.general.points.map(Decimal::exact);
    let result = figures.result.as_ref().map(Mean::exact);
    let points = &rules.task.points;
    Reason::new(Step::Total, rules.principle(principle), value)
        .with(InputName::General, Value::points(general))
        .with(InputName::Result, Value::ratio(result))
        .with(InputName::FullPoints, Value::Points(points.exact()))
        .because([
            explain_general(subject, figures),
            explain_result(scores, table, subject, figures),
        ])
}

fn explain_result(
    scores: &Scores,
    table: &TermsTable,
    subject: &Subject,
    figures: &PeriodFigures,
) -> Reason {
    let Subject { terms, seat, .. } = *subject;
    let role = seat.map_or(Role::Staff, |seat| seat.role);
    let formula = formula(role, terms);
    let result = figures.result.as_ref().map(Mean::exact);
    let mut reason = Reason::new(Step::Result, &formula.basis, Value::ratio(result));
    let value = seat.map_or(Value::Missing, |seat| Value::Role(seat.role));
    reason = match seat {
        Some(seat) => reason.on_record(InputName::Role, value, Key::Position(seat.position)),
        None => reason.with(InputName::Role, value),
    };
    if figures.result_cut {
        reason = reason.under(terms.chosen.option(ReadingId::R3));
    }
    let tasks = placed_tasks(subject, table);
    let parts = formula.components.iter();
    reason.because(parts.map(|part| explain_component(scores, subject, figures, part, &tasks)))
}

fn explain_component(
    scores: &Scores,
    subject: &Subject,
    figures: &PeriodFigures,
    part: &Component,
    tasks: &[Placed],
) -> Reason {
    let basis = &part.basis;
    match part.kind {
        ComponentKind::Quantity => explain_ratio(subject, Measure::Quantity, basis, tasks),
        ComponentKind::Quality => explain_ratio(subject, Measure::Quality, basis, tasks),
        ComponentKind::Schedule => explain_ratio(subject, Measure::Schedule, basis, tasks),
        ComponentKind::Leadership(criterion) => {
            explain_leadership(scores, subject, figures, criterion)
        }
        kind => explain_support(subject, figures, kind, basis),
    }
}

fn explain_support(
    subject: &Subject,
    figures: &PeriodFigures,
    kind: ComponentKind,
    basis: &Arc<Basis>,
) -> Reason {
    let Subject {
        book,
        terms,
        official,
        ..
    } = *subject;
    let rating = support::rating_of(kind).unwrap_or(SupportRating::Quality);
    let key = (official, terms.period);
    let entered = support::entered(book.supports.get(key), rating);
    let share = entered.map(|percent| percent.exact().times(&Exact::ratio(1, 100)));
    Reason::new(
        Step::Support(rating),
        basis,
        Value::ratio(figures.ratio(kind)),
    )
    .on_record(
        InputName::Given,
        Value::ratio(share),
        Key::Support(key.0, key.1),
    )
}

const fn step_of(measure: Measure) -> Step {
    match measure {
        Measure::Quantity => Step::Quantity,
        Measure::Quality => Step::Quality,
        Measure::Schedule => Step::Schedule,
    }
}

fn explain_ratio(
    subject: &Subject,
    measure: Measure,
    basis: &Arc<Basis>,
    tasks: &[Placed],
) -> Reason {
    let Subject { terms, tally, .. } = *subject;
    let found = ratio(measure, tally, terms);
    let value = found.map(|figures| figures.ratio.exact());
    let mut reason = Reason::new(step_of(measure), basis, Value::ratio(value));
    reason = match measure {
        Measure::Quantity => reason,
        Measure::Quality => reason.under(terms.chosen.option(ReadingId::R2)),
        Measure::Schedule => reason
            .under(terms.chosen.option(ReadingId::R1))
            .under(terms.chosen.option(ReadingId::R2)),
    };
    if let Some(RatioFigures {
        numerator,
        denominator,
        cut,
        ..
    }) = found
    {
        let whole = SCALE * tally.parts;
        let quantity = |parts: i128| {
            let of_unit = Exact::ratio(parts, terms.unit);
            Value::Quantity(of_unit.times(&Exact::ratio(1, whole)))
        };
        reason = reason
            .with(InputName::Numerator, quantity(numerator))
            .with(InputName::Denominator, quantity(denominator));
        if cut {
            reason = reason.under(terms.chosen.option(ReadingId::R3));
        }
    }
    reason = reason.with(InputName::Lines, Value::Count(tally.lines));
    reason.because(
        tasks
            .iter()
            .map(|task| explain_task(subject, measure, task, basis)),
    )
}

/// A sum of the tally as a quantity.
#[must_use]
pub(super) fn quantity(parts: i128) -> Value {
    Value::Quantity(Exact::ratio(parts, SCALE))
}

/// Points as a value.
#[must_use]
pub(super) fn points(value: Option<Decimal>) -> Value {
    Value::points(value.map(Decimal::exact))
}
