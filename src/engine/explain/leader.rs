//! Why d, đ and e are what they are.

use crate::domain::{LeadershipCriterion, OfficialId};
use crate::engine::leadership::answer;
use crate::engine::{
    InputName, PeriodFigures, Reason, ScoreState, Scores, Seat, Step, Subject, Value,
};
use crate::ledger::Key;
use crate::rules::ComponentKind;

pub(super) fn explain_leadership(
    scores: &Scores,
    subject: &Subject,
    figures: &PeriodFigures,
    criterion: LeadershipCriterion,
) -> Reason {
    let Subject {
        book,
        terms,
        official,
        seat,
        ..
    } = *subject;
    let task = &terms.rules.task;
    let rule = &task.leadership_rule(criterion).basis;
    let key = Key::Leadership(official, terms.period);
    let ratio = figures.ratio(ComponentKind::Leadership(criterion));
    let mut reason = Reason::new(Step::Leadership(criterion), rule, Value::ratio(ratio));
    let sheet = book.leaderships.get((official, terms.period));
    if let Some(answer) = answer(sheet, criterion) {
        reason = reason.on_record(InputName::Given, Value::Flag(answer.full), key);
        if let Some(ground) = &answer.reason {
            reason = reason.on_record(InputName::Source, Value::Text(ground.clone()), key);
        }
    }
    if criterion != LeadershipCriterion::UnitResult {
        return reason;
    }
    let class = task.unit_result_class.value;
    let threshold = terms.rules.class.threshold(class).from.exact();
    reason = reason
        .with(InputName::PeopleLed, Value::Count(figures.led.people))
        .with(InputName::BelowThreshold, Value::Count(figures.led.below))
        .with(InputName::Unscored, Value::Count(figures.led.unscored))
        .with(InputName::Threshold, Value::Points(threshold));
    let Some(seat) = seat else { return reason };
    let led = scores.led_by(seat, terms.period);
    let rule = &task.unit_result_class.basis;
    reason.because(
        led.into_iter()
            .map(|led| explain_led(scores, subject, led, rule)),
    )
}

fn explain_led(
    scores: &Scores,
    subject: &Subject,
    (official, seat): (OfficialId, Seat),
    rule: &std::sync::Arc<crate::rules::Basis>,
) -> Reason {
    let score = scores.score(official, subject.terms.period);
    let total = score.and_then(|score| score.total.clone());
    let reason = Reason::new(Step::Led(official), rule, Value::points(total)).on_record(
        InputName::Role,
        Value::Role(seat.role),
        Key::Position(seat.position),
    );
    if score.is_some_and(|score| score.state == ScoreState::Away) {
        return reason.on_record(
            InputName::Absence,
            Value::Flag(true),
            Key::Official(official),
        );
    }
    reason
}
