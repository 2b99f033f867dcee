//! Tests of the view of the scores.

use super::sheet::sections;
use super::*;
use crate::domain::{Day, GeneralSheet, Month};
use crate::engine::Scores;
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

#[test]
fn the_count_of_a_filter_is_the_number_of_rows_it_leaves() {
    let model = model();
    let all = list(&model, &ScoringQuery::default());
    for (filter, count) in ScoringFilter::ALL.into_iter().zip(all.counts) {
        let query = ScoringQuery {
            filter,
            ..ScoringQuery::default()
        };
        assert_eq!(list(&model, &query).rows.len(), count, "{filter:?}");
    }
    assert!(all.counts[4] > 0 && all.counts[4] < all.counts[0]);
}

#[test]
fn a_row_shows_the_score_the_engine_keeps() {
    let model = model();
    let list = list(&model, &ScoringQuery::default());
    for official in list.rows {
        let row = row(&model, official).expect("a listed official");
        let kept = model.scores.score(official, list.period).expect("a score");
        assert_eq!((row.total, row.state), (kept.total.clone(), kept.state));
    }
}

#[test]
fn sorting_by_total_puts_the_best_first_when_descending() {
    let model = model();
    let query = ScoringQuery {
        sort: Some((ScoringSort::Total, true)),
        ..ScoringQuery::default()
    };
    let rows = list(&model, &query).rows;
    let totals: Vec<Option<Exact>> = rows
        .iter()
        .map(|official| {
            let score = model.scores.score(*official, period(&model));
            score.and_then(|score| score.total.clone())
        })
        .collect();
    assert!(totals.windows(2).all(|pair| pair[0] >= pair[1]));
}

#[test]
fn only_leaders_have_leadership_criteria_and_only_support_staff_ratings() {
    let model = model();
    for official in everybody(&model, period(&model)) {
        let view = sheet(&model, official).expect("a sheet");
        let leads = view.role.is_some_and(Role::leads);
        assert_eq!(view.leadership.len(), if leads { 3 } else { 0 });
        let supports = view.role == Some(Role::Support);
        assert_eq!(view.ratings.len(), if supports { 3 } else { 0 });
        assert_eq!(view.sections.len(), 3);
    }
}

#[test]
fn every_decided_effect_stands_beside_its_line() {
    let model = model();
    let (none, facts) = (GeneralSheet::default(), SheetFacts::default());
    let mut shown = 0;
    for period in Month::all_of(2026).map(Period::Month) {
        for (official, _) in model.book.officials.iter() {
            let sections = sections(&model.book, official, period, &none, facts);
            let lines = sections.iter().flat_map(|section| &section.lines);
            let evidence = lines.flat_map(|line| &line.evidence);
            let is_effect = |found: &&Evidence| matches!(found, Evidence::Effect { .. });
            shown += evidence.filter(is_effect).count();
        }
    }
    let complaints = model.book.complaints.iter();
    let recorded: usize = complaints.map(|(_, c)| c.effects_in_force().count()).sum();
    let incidents = model.book.incidents.iter();
    let of_incidents: usize = incidents.map(|(_, i)| i.effects_in_force().count()).sum();
    let recorded = recorded + of_incidents;
    assert!(shown > 0);
    assert_eq!(shown, recorded);
}
