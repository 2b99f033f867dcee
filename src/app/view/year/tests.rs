//! Tests of the view of the year.

use super::*;
use crate::domain::{Assignment, Month};
use crate::engine::Scores;
use crate::ledger::Key;
use crate::sample;

fn model() -> Model {
    let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
    let mut model = Model::default();
    let operation = sample::agency(sample::SEED, 45, 3, today);
    model.book.apply(&operation).expect("the sample");
    model.scores = Scores::full(&model.book, law());
    model.now.today = today;
    model.month = Month::new(2026, 10).ok();
    model
}

fn apply(model: &mut Model, operation: &crate::ledger::Operation) {
    model.book.apply(operation).expect("a good operation");
    model.scores.update(&model.book, law(), operation);
}

#[test]
fn everybody_listed_stands_somewhere_and_filters_count_their_rows() {
    let model = model();
    let all = list(&model, &YearQuery::default());
    assert_eq!(all.standing.iter().sum::<usize>(), all.counts[0]);
    assert_eq!(all.periods.len(), 12);
    for (filter, count) in YearFilter::ALL.into_iter().zip(all.counts) {
        let query = YearQuery {
            filter,
            ..YearQuery::default()
        };
        assert_eq!(list(&model, &query).rows.len(), count, "{filter:?}");
    }
}

#[test]
fn a_row_has_one_part_for_every_column() {
    let model = model();
    let list = list(&model, &YearQuery::default());
    for official in &list.rows {
        let row = row(&model, *official).expect("a listed official");
        let periods: Vec<Period> = row.parts.iter().map(|part| part.period).collect();
        assert_eq!(periods, list.periods);
    }
}

#[test]
fn a_year_not_over_is_told_so_far_and_classifies_nobody() {
    let mut model = model();
    let everybody = list(&model, &YearQuery::default());
    assert!(everybody.provisional.iter().sum::<usize>() > 30);
    for official in &everybody.rows {
        let row = row(&model, *official).expect("a listed official");
        let Some(so_far) = row.provisional else {
            continue;
        };
        assert_eq!(
            so_far.until,
            Period::Month(Month::new(2026, 10).expect("a month"))
        );
        assert_eq!((row.computed, row.band), (Classification::None, None));
    }
    model.now.today = Day::from_ymd_opt(2027, 1, 4).expect("a day");
    let over = list(&model, &YearQuery::default());
    assert_eq!(
        over.provisional, [0; 4],
        "a year that is over is refused, not guessed"
    );
}

/// Only what belongs to October stays.
fn only_october(model: &mut Model) {
    let october = Period::Month(Month::new(2026, 10).expect("a month"));
    let span = (october.first_day(), october.last_day());
    let outside = |task: &Assignment| {
        let day = task.deadline().or(task.assigned_on);
        day.is_none_or(|day| day < span.0 || day > span.1)
    };
    let book = &model.book;
    let mut keys: Vec<Key> = Vec::new();
    let tasks = book.assignments.iter().filter(|(_, task)| outside(task));
    keys.extend(tasks.map(|(id, _)| Key::Assignment(id)));
    let sheets = book.generals.iter().map(|(key, _)| key);
    keys.extend(
        sheets
            .filter(|key| key.1 != october)
            .map(|key| Key::General(key.0, key.1)),
    );
    let sheets = book.supports.iter().map(|(key, _)| key);
    keys.extend(
        sheets
            .filter(|key| key.1 != october)
            .map(|key| Key::Support(key.0, key.1)),
    );
    let sheets = book.leaderships.iter().map(|(key, _)| key);
    keys.extend(
        sheets
            .filter(|key| key.1 != october)
            .map(|key| Key::Leadership(key.0, key.1)),
    );
    let confirmed = book.confirmations.iter().map(|(key, _)| key);
    keys.extend(confirmed.map(|key| Key::Confirmation(key.0, key.1)));
    let elsewhere = book.foreign_scores.iter().map(|(key, _)| key);
    keys.extend(elsewhere.map(|key| Key::ForeignScore(key.0, key.1)));
    for key in keys {
        assert!(model.book.put(key, None));
    }
    model.scores = Scores::full(&model.book, law());
}

#[test]
fn months_nobody_recorded_leave_the_year_provisional_and_out_of_the_cap() {
    let mut model = model();
    assert_eq!(list(&model, &YearQuery::default()).unrecorded, []);
    only_october(&mut model);
    let shown = list(&model, &YearQuery::default());
    // January to September and November, which has begun; December may stay open.
    let months: Vec<u8> = shown
        .unrecorded
        .iter()
        .flat_map(|period| period.months())
        .map(Month::number)
        .collect();
    assert_eq!(months, [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
    let cap = model.scores.cap(&model.book, law(), 2026).expect("a cap");
    assert_eq!((cap.organisation.standing, cap.organisation.over), (0, 0));
    let mut provisional = 0;
    for official in shown.rows {
        let row = row(&model, official).expect("a listed official");
        let Some(so_far) = row.provisional else {
            continue;
        };
        assert_eq!((row.computed, row.band), (Classification::None, None));
        // Whoever came later has fewer months to wait for.
        assert!((1..=9).contains(&so_far.unrecorded));
        let sheet = sheet(&model, official).expect("a listed official");
        let mut told = sheet.findings.iter();
        assert!(told.any(|view| view.finding.code() == "period-unrecorded"
            && view.place == Some(crate::app::view::why::Place::Import)));
        provisional += usize::from(so_far.unrecorded == 9);
    }
    assert!(provisional > 20);
}

#[test]
fn a_hole_among_the_scored_months_leaves_nothing_to_tell() {
    let mut model = model();
    let rows = list(&model, &YearQuery::default()).rows;
    let told =
        |model: &Model, official| row(model, official).is_some_and(|row| row.provisional.is_some());
    let official = rows.into_iter().find(|official| told(&model, *official));
    let official = official.expect("somebody with months scored");
    let june = Period::Month(Month::new(2026, 6).expect("a month"));
    let mut draft = crate::ledger::Draft::new(&model.book, crate::ledger::Action::Restore);
    draft.remove(crate::ledger::Key::General(official, june));
    draft.remove(crate::ledger::Key::Confirmation(official, june));
    let operation = draft.finish();
    apply(&mut model, &operation);
    assert!(!told(&model, official));
}

#[test]
fn the_petition_clock_counts_working_days() {
    let mut model = model();
    let official = list(&model, &YearQuery::default()).rows[0];
    let new = decide::NewDecision {
        class: Some(Class::Completed),
        reason: "Lý do mẫu".to_owned(),
        ..decide::NewDecision::default()
    };
    let decided = decide::decide(&model, official, 2026, &new).expect("a decision");
    apply(&mut model, &decided);
    let (id, _) = decision_of(&model.book, official, 2026).expect("in force");
    let filed = decide::petition(&model.book, id, "16/11/2026", "", "").expect("filed");
    apply(&mut model, &filed);
    let rows = petitions(&model);
    // Seven working days after Monday 16 November; the 24th is a holiday.
    let due = Day::from_ymd_opt(2026, 11, 26).expect("a day");
    assert_eq!(rows[0].due, Some(due));
    assert_eq!(rows[0].left, Some(3));
    assert!(sheet(&model, official).is_some_and(|sheet| sheet.petition.is_some()));
}

#[test]
fn the_caps_name_everybody_they_rank() {
    let model = model();
    for cap in caps(&model) {
        assert_eq!(cap.names.len(), cap.line.ranking.len());
        assert!(cap.names.iter().all(|name| !name.is_empty()));
    }
}
