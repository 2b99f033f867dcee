//! Saving, ending and removing a set, and what it would change.

use super::*;
use crate::app::view::impact::{ImpactStep, ImpactView};
use crate::app::view::local_rules::impact_of;
use crate::app::workflow::confirm;
use crate::app::workflow::tests::{apply, sample_agency, today};
use crate::domain::{Decimal, Grade, LineId, Month, OfficialId, Period};
use crate::engine::{Scores, criteria_of};
use crate::ledger::Action;

/// The sample agency without local rules of its own.
fn model() -> Model {
    let mut model = sample_agency();
    let own: Vec<LocalRulesId> = model.book.local_rules.iter().map(|(id, _)| id).collect();
    for id in own {
        let removed = remove(&model.book, id).expect("nothing confirmed rests on it");
        apply(&mut model, &removed);
    }
    model.now.today = today();
    model.month = Month::new(2026, 10).ok();
    model
}

fn line(text: &str) -> LineId {
    LineId::parse(text).expect("a line")
}

/// The shipped set from the beginning of 2026, issued by somebody.
fn new() -> TypedSet {
    TypedSet {
        title: "Bộ tiêu chí mẫu".to_owned(),
        issuer: "UBND tỉnh Mẫu".to_owned(),
        decision: "01/QĐ-UBND".to_owned(),
        from: "01/01/2026".to_owned(),
        ..shipped(&model())
    }
}

/// One point moved from I.1 to I.2.
fn moved() -> TypedSet {
    let mut new = new();
    for (at, points) in [("I.1", "4"), ("I.2", "6")] {
        let found = new.lines.iter_mut().find(|own| own.line == line(at));
        found.expect("a line").max = points.to_owned();
    }
    new
}

fn drafted(model: &Model, new: &TypedSet) -> Operation {
    save(model, None, new).expect("nothing wrong").operation
}

fn preview(model: &Model, operation: &Operation) -> ImpactView {
    let mut run = impact_of(model, operation);
    loop {
        match run.step(model) {
            ImpactStep::Working(_) => {}
            ImpactStep::Ready(found) => return found,
            ImpactStep::Stale => panic!("nothing changed meanwhile"),
        }
    }
}

fn changed(before: &Scores, after: &Scores, model: &Model) -> Vec<OfficialId> {
    let officials = model.book.officials.iter().map(|(official, _)| official);
    let differs = |official: &OfficialId| {
        let total = |scores: &Scores, period| {
            scores
                .score(*official, period)
                .and_then(|s| s.total.clone())
        };
        let year = |scores: &Scores| {
            let year = scores.year(*official, 2026);
            year.map(|year| (year.mean.clone(), year.computed))
        };
        let periods = before.periods();
        let any = periods
            .into_iter()
            .any(|period| total(before, period) != total(after, period));
        any || year(before) != year(after)
    };
    officials.filter(differs).collect()
}

#[test]
fn the_shipped_set_saved_as_it_is_changes_nobody() {
    let mut model = model();
    let operation = drafted(&model, &new());
    assert_eq!(preview(&model, &operation).people, []);
    let before = model.scores.clone();
    apply(&mut model, &operation);
    assert_eq!(changed(&before, &model.scores, &model), []);
}

#[test]
fn a_changed_line_shows_exactly_who_changes_and_then_changes_exactly_them() {
    let mut model = model();
    let operation = drafted(&model, &moved());
    let found = preview(&model, &operation);
    let mut shown: Vec<OfficialId> = found.people.iter().map(|one| one.official).collect();
    shown.sort_unstable();
    shown.dedup();
    assert!(!shown.is_empty(), "somebody has more than 4 points on I.1");
    let before = model.scores.clone();
    apply(&mut model, &operation);
    assert_eq!(changed(&before, &model.scores, &model), shown);
    let undone = operation.inverse(Action::Undo(1));
    apply(&mut model, &undone);
    assert_eq!(changed(&before, &model.scores, &model), []);
}

#[test]
fn a_confirmed_period_keeps_its_digits_and_its_criteria() {
    let mut model = model();
    let operation = drafted(&model, &new());
    apply(&mut model, &operation);
    let officials: Vec<OfficialId> = model.book.officials.iter().map(|(id, _)| id).collect();
    let mut periods = Month::all_of(2026).map(Period::Month);
    let ready = |period: &Period| !confirm::plan(&model, *period, &officials).ready.is_empty();
    let period = periods.find(ready).expect("complete scores");
    let who = confirm::plan(&model, period, &officials).ready[0];
    let confirmed = confirm::confirm(&model, period, &[who], "Chủ tịch", "03/11/2026");
    apply(&mut model, &confirmed.expect("complete"));
    let record = model.book.confirmations.get((who, period)).expect("it");
    let kept = ("local".to_owned(), "01/QĐ-UBND, UBND tỉnh Mẫu".to_owned());
    assert_eq!(record.readings.last(), Some(&kept));
    let total = |model: &Model| {
        let score = model.scores.score(who, period);
        score.and_then(|score| score.total.clone())
    };
    let before = total(&model);
    assert!(before.is_some());

    // The set they were scored with cannot be changed or removed, but a later one may replace it.
    let (id, _) = model.book.local_rules.iter().next().expect("the set");
    let refused = save(&model, Some(id), &moved());
    assert_eq!(refused, Err(vec![SetFault::Confirmed(1)]));
    assert_eq!(remove(&model.book, id), Err(EntryError::RestedOn));
    let mut later = moved();
    later.decision = "02/QĐ-UBND".to_owned();
    later.from = "02/01/2026".to_owned();
    let draft = save(&model, None, &later).expect("nothing wrong");
    assert_eq!(draft.ends.as_ref().map(|(id, _)| *id), Some(id));
    let found = preview(&model, &draft.operation);
    apply(&mut model, &draft.operation);
    assert_eq!(total(&model), before);
    let shown = |one: &crate::app::view::impact::ChangedOfficial| {
        one.official == who && one.period.as_ref().is_some_and(|(at, ..)| *at == period)
    };
    assert!(!found.people.iter().any(shown));
    let most = |official| {
        let sections = criteria_of(&model.book, law(), official, period);
        sections[0].lines[0].max
    };
    assert_eq!(most(who), Decimal::from_whole(5));
    let other = officials.iter().find(|other| **other != who);
    assert_eq!(most(*other.expect("others")), Decimal::from_whole(4));
}

#[test]
fn a_set_of_twenty_nine_and_a_half_points_is_not_saved() {
    let model = model();
    let mut short = new();
    short.lines[9].max = "2".to_owned();
    let sum = |section, sum: &str, wanted: &str| {
        let [sum, wanted] = [sum, wanted].map(|text| Decimal::parse(text).expect("a number"));
        match section {
            Some(section) => LocalFault::SectionSum {
                section,
                sum,
                wanted,
            },
            None => LocalFault::TotalSum { sum, wanted },
        }
    };
    let wanted = vec![
        SetFault::Set(sum(Some(3), "9.5", "10")),
        SetFault::Set(sum(None, "29.5", "30")),
    ];
    assert_eq!(save(&model, None, &short), Err(wanted));
}

#[test]
fn every_field_that_cannot_be_read_is_named_at_once() {
    let model = model();
    let mut wrong = new();
    wrong.from = "31/02/2026".to_owned();
    wrong.lines[0].max = "năm".to_owned();
    wrong.tariffs[1].own = true;
    wrong.tariffs[1].max = String::new();
    wrong.conclusions[0].points = "-1".to_owned();
    let refused = save(&model, None, &wrong).expect_err("wrong");
    let fields: Vec<SetField> = refused
        .into_iter()
        .filter_map(|fault| match fault {
            SetFault::Field(field, _) => Some(field),
            _ => None,
        })
        .collect();
    let conclusion = wrong.conclusions[0].conclusion;
    let wanted = [
        SetField::From,
        SetField::Line(line("I.1")),
        SetField::Most("CT.2".to_owned()),
        SetField::Conclusion(conclusion),
    ];
    assert_eq!(fields, wanted);
}

#[test]
fn what_was_saved_is_typed_again_as_it_was() {
    let mut model = model();
    let mut new = moved();
    new.tariffs[1].own = true;
    new.tariffs[1].form = FormKind::Bands;
    new.tariffs[1].proposed = String::new();
    let band = |from: &str, below: &str, points: &str| TypedBand {
        from: from.to_owned(),
        below: below.to_owned(),
        points: points.to_owned(),
    };
    new.tariffs[1].bands = vec![band("0", "2,5", "10"), band("2,5", "", "0")];
    new.tariffs[1].per_event = String::new();
    let operation = drafted(&model, &new);
    apply(&mut model, &operation);
    let (_, set) = model.book.local_rules.iter().next().expect("the set");
    assert_eq!(typed(set), new);
}

#[test]
fn a_set_ends_on_a_day_of_its_own_and_can_be_removed_while_unused() {
    let mut model = model();
    let operation = drafted(&model, &new());
    apply(&mut model, &operation);
    let (id, _) = model.book.local_rules.iter().next().expect("the set");
    let early = end(&model, id, "31/12/2025");
    assert!(matches!(early, Err(EntryError::TooEarly(_))));
    let ended = end(&model, id, "30/06/2026").expect("a day of it");
    apply(&mut model, &ended);
    let later = end(&model, id, "31/07/2026");
    assert!(matches!(later, Err(EntryError::TooLate(_))));
    let removed = remove(&model.book, id).expect("unused");
    apply(&mut model, &removed);
    assert!(model.book.local_rules.is_empty());
    assert_eq!(remove(&model.book, id), Err(EntryError::Gone));
}

#[test]
fn the_reasons_cite_the_decision_with_grade_l_where_the_set_differs() {
    let mut model = model();
    let operation = drafted(&model, &moved());
    apply(&mut model, &operation);
    let period = Period::Month(Month::new(2026, 9).expect("a month"));
    let lines = |reason: &crate::engine::Reason| {
        let general = reason.children.iter();
        let mut general = general.filter(|node| node.step == crate::engine::Step::General);
        general.next().map(|node| node.children.clone())
    };
    let found = model.book.officials.iter().find_map(|(official, _)| {
        let answer = model.scores.assess(&model.book, law(), official, period);
        lines(answer.reason.as_ref()?)
    });
    let found = found.expect("somebody with general criteria");
    let grades: Vec<_> = found.iter().map(|node| node.grade()).take(3).collect();
    assert_eq!(grades, [Grade::Local, Grade::Local, Grade::Mandatory]);
    let cited = found[0].citations()[0].part.clone();
    assert_eq!(cited.as_deref(), Some("01/QĐ-UBND, UBND tỉnh Mẫu"));
}
