//! Why a longer period has its mean.
//!
//! A part nobody recorded anything in is told without a score: nothing says that nothing was
//! assigned, so neither that rule nor R7 is named for it.

use crate::domain::{Exact, OfficialId, Period};
use crate::engine::period::frozen;
use crate::engine::terms::Terms;
use crate::engine::{InputName, Part, Reason, ScoreState, Step, Value};
use crate::ledger::{Book, Key};
use crate::rules::{PrincipleId, ReadingId};

pub(in crate::engine) fn explain_mean(
    book: &Book,
    terms: &Terms,
    official: OfficialId,
    parts: &[Part],
    mean: Option<&Exact>,
    unrecorded: &dyn Fn(Period) -> bool,
) -> Reason {
    let principle = match terms.period {
        Period::Quarter { .. } => PrincipleId::QuarterMean,
        Period::HalfYear { .. } => PrincipleId::HalfYearMean,
        Period::Year(_) | Period::Month(_) => PrincipleId::YearMean,
    };
    let scored = parts.iter().filter(|part| part.total.is_some()).count();
    let rule = terms.rules.principle(principle);
    let mut reason = Reason::new(Step::Mean, rule, Value::points(mean.cloned())).with(
        InputName::Months,
        Value::Count(u32::try_from(scored).unwrap_or(u32::MAX)),
    );
    let is_empty = |part: &Part| part.state == ScoreState::Empty && !unrecorded(part.period);
    if parts.iter().any(is_empty) {
        reason = reason.under(terms.chosen.option(ReadingId::R7));
    }
    let part = |part: &Part| explain_part(terms, official, part, is_empty(part));
    let reason = reason.because(parts.iter().map(part));
    match frozen(book, official, terms.period) {
        Some(confirmation) => {
            let key = Key::Confirmation(official, terms.period);
            let total = Value::Points(confirmation.total.clone());
            Reason::new(Step::Confirmed, rule, total)
                .on_record(InputName::On, Value::Day(confirmation.on), key)
                .on_record(
                    InputName::ConfirmedBy,
                    Value::Text(confirmation.by.clone()),
                    key,
                )
                .because([reason])
        }
        None => reason,
    }
}

fn explain_part(terms: &Terms, official: OfficialId, part: &Part, is_empty: bool) -> Reason {
    let principle = match part.state {
        ScoreState::Empty if is_empty => PrincipleId::NothingAssigned,
        ScoreState::Away => PrincipleId::TimeWorkedMean,
        ScoreState::Foreign => PrincipleId::Transfer,
        _ => PrincipleId::PeriodTotal,
    };
    let rule = terms.rules.principle(principle);
    Reason::new(
        Step::Part(part.period),
        rule,
        Value::points(part.total.clone()),
    )
    .on_record(
        InputName::Score,
        Value::points(part.total.clone()),
        Key::General(official, part.period),
    )
}
