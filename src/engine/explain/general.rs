//! Why the general criteria have their points.

use crate::domain::Exact;
use crate::engine::{
    GeneralLine, InputName, PeriodFigures, Reason, Step, Subject, Value, general_lines,
};
use crate::ledger::Key;
use crate::rules::PrincipleId;

use super::period::points;

pub(super) fn explain_general(subject: &Subject, figures: &PeriodFigures) -> Reason {
    let Subject {
        book,
        terms,
        official,
        ..
    } = *subject;
    let rules = terms.rules;
    let key = Key::General(official, terms.period);
    let principle = if figures.general.by_authority {
        PrincipleId::AuthorityScore
    } else {
        PrincipleId::GeneralCriteria
    };
    let lines = general_lines(book, terms, official);
    Reason::new(
        Step::General,
        rules.principle(principle),
        points(figures.general.points),
    )
    .on_record(
        InputName::GivenBy,
        Value::ByAuthority(figures.general.by_authority),
        key,
    )
    .with(InputName::Max, Value::Points(rules.general_points.exact()))
    .because(lines.map(|line| explain_line(&line, subject)))
}

fn explain_line(line: &GeneralLine, subject: &Subject) -> Reason {
    let terms = subject.terms;
    let rule = line.rule;
    let key = Key::General(subject.official, terms.period);
    let principle = terms.rules.principle(PrincipleId::ConcludedComplaint);
    let effects = line.effects.iter().map(|(record, effect)| {
        let off = effect.points.exact().max(Exact::zero());
        let record = *record;
        Reason::new(Step::ComplaintEffect, principle, Value::Points(off))
            .on_record(InputName::On, Value::Day(effect.on), record)
            .on_record(InputName::GivenBy, Value::Text(effect.by.clone()), record)
            .on_record(
                InputName::Source,
                Value::Text(effect.reason.clone()),
                record,
            )
    });
    Reason::new(
        Step::GeneralLine(rule.id),
        &rule.basis,
        points(line.counted()),
    )
    .on_record(InputName::Given, points(line.given), key)
    .with(InputName::Max, Value::Points(rule.max.exact()))
    .because(effects)
}
