//! Why a year ends in its class.

use crate::domain::{Class, Exact, OfficialId, Period};
use crate::engine::terms::Terms;
use crate::engine::{Finding, InputName, Part, Reason, Step, Value, YearScore};
use crate::ledger::{Book, Key};
use crate::rules::PrincipleId;

use super::mean::explain_mean;

pub(in crate::engine) fn explain_year(
    book: &Book,
    terms: &Terms,
    official: OfficialId,
    parts: &[Part],
    score: &YearScore,
) -> Reason {
    let rules = terms.rules;
    let rule = match score.band {
        Some(band) => &rules.class.threshold(band).basis,
        None => rules.principle(PrincipleId::YearMean),
    };
    let mut reason = Reason::new(Step::YearClass, rule, Value::Classification(score.computed))
        .with(InputName::Mean, Value::points(score.mean.clone()));
    if let Some((unit, class)) = score.limit {
        let key = Key::UnitYear(unit, terms.period.year());
        let value = class.map_or(Value::Missing, Value::Class);
        let limit = Reason::new(
            Step::HeadLimit,
            &rules.class.head_not_above_unit,
            value.clone(),
        )
        .on_record(InputName::UnitClass, value, key);
        reason.children.push(limit);
    }
    for closed in &score.gates {
        let rule = rules.class.gate(closed.gate);
        let value = Value::Class(rule.class);
        let gate = Reason::new(Step::Gate(closed.gate), &rule.basis, value.clone()).on_record(
            InputName::Class,
            value,
            closed.ground.key(),
        );
        reason.children.push(gate);
    }
    reason.children.push(explain_threshold(terms, score));
    let unrecorded = |period: Period| {
        let found = Finding::PeriodUnrecorded { period };
        score.findings.contains(&found)
    };
    reason.children.push(explain_mean(
        book,
        terms,
        official,
        parts,
        score.mean.as_ref(),
        &unrecorded,
    ));
    reason.children.push(explain_worked(terms, official, score));
    if let Some((id, class)) = score.decided {
        let rule = rules.principle(PrincipleId::Decision);
        let decided = Reason::new(Step::Decision, rule, Value::Class(class)).on_record(
            InputName::Decided,
            Value::Class(class),
            Key::Decision(id),
        );
        reason.children.push(decided);
    }
    reason
}

fn explain_threshold(terms: &Terms, score: &YearScore) -> Reason {
    let class = &terms.rules.class;
    let band = score.band.unwrap_or(Class::NotCompleted);
    let threshold = class.threshold(band);
    let value = score.band.map_or(Value::Missing, Value::Class);
    Reason::new(Step::Threshold, &threshold.basis, value)
        .with(InputName::Mean, Value::points(score.mean.clone()))
        .with(InputName::Threshold, Value::Points(threshold.from.exact()))
}

fn explain_worked(terms: &Terms, official: OfficialId, score: &YearScore) -> Reason {
    let minimum = &terms.rules.class.minimum_months;
    let months = |value: &Exact| Value::Months(value.clone());
    let worked = &score.worked;
    let away = worked.on_leave.plus(&worked.otherwise_away);
    Reason::new(Step::WorkedTime, &minimum.basis, months(&worked.worked))
        .on_record(
            InputName::WorkedMonths,
            months(&worked.worked),
            Key::Official(official),
        )
        .with(InputName::AwayMonths, months(&away))
        .with(
            InputName::MinimumMonths,
            Value::Months(Exact::whole(i64::from(minimum.value))),
        )
}
