//! The register and one incident, on the sample agency.

use super::*;
use crate::app::law;
use crate::app::view::arrange::Value;
use crate::app::view::effect::EffectStanding;
use crate::engine::Scores;
use crate::sample;

fn model() -> Model {
    let today = Day::from_ymd_opt(2026, 11, 22).expect("a day");
    let mut model = Model::default();
    let operation = sample::agency(sample::SEED, 45, 3, today);
    model.book.apply(&operation).expect("the sample");
    model.scores = Scores::full(&model.book, law());
    model.now.today = today;
    model
}

#[test]
fn the_chips_count_what_they_leave() {
    let model = model();
    for (at, &filter) in IncidentFilter::ALL.iter().enumerate() {
        let query = IncidentQuery {
            filter,
            ..IncidentQuery::default()
        };
        let list = list(&model, &query);
        assert_eq!(list.rows.len(), list.counts[at], "{filter:?}");
        assert!(list.counts[at] > 0, "{filter:?}");
        assert_eq!(IncidentFilter::from_word(filter.word()), filter);
    }
}

#[test]
fn words_criterion_and_unit_narrow_the_register() {
    let model = model();
    let all = list(&model, &IncidentQuery::default()).rows;
    assert!(all.is_sorted_by(|a, b| a.on >= b.on));
    let by_words = IncidentQuery {
        words: "dien thoai ca nhan".to_owned(),
        ..IncidentQuery::default()
    };
    assert_eq!(list(&model, &by_words).rows.len(), 1);
    let by_kind = IncidentQuery {
        criterion: "CT.5".to_owned(),
        ..IncidentQuery::default()
    };
    assert_eq!(list(&model, &by_kind).rows.len(), 2);
    let units: usize = model
        .book
        .units
        .iter()
        .filter(|(_, unit)| unit.parent.is_some())
        .map(|(id, _)| {
            let query = IncidentQuery {
                unit: Some(id),
                ..IncidentQuery::default()
            };
            list(&model, &query).rows.len()
        })
        .sum();
    assert_eq!(units, all.len());
}

#[test]
fn every_column_holds_what_its_row_says() {
    let model = model();
    let rows = list(&model, &IncidentQuery::default()).rows;
    let held = |row: &IncidentRow, key: &str| {
        let place = COLUMNS.iter().position(|column| column.key == key);
        format!("{:?}", value(row, place.expect("a column")))
    };
    for row in &rows {
        for column in COLUMNS {
            assert_ne!(
                held(row, column.key),
                format!("{:?}", Value::Empty),
                "{}",
                column.key
            );
        }
    }
    // Rows that stand differently differ in the column that tells it.
    for (one, other) in rows.iter().zip(rows.iter().skip(1)) {
        assert_eq!(
            held(one, "state") == held(other, "state"),
            one.state == other.state
        );
        assert_eq!(
            held(one, "explained") == held(other, "explained"),
            one.explained == other.explained
        );
        assert_eq!(
            held(one, "criterion") == held(other, "criterion"),
            one.criterion == other.criterion
        );
    }
}

#[test]
fn one_incident_says_whom_it_is_about_and_whether_it_counts() {
    let model = model();
    let mut standings = Vec::new();
    for row in list(&model, &IncidentQuery::default()).rows {
        let view = detail(&model, row.id).expect("it is in the register");
        assert!(view.criterion.is_some() && view.official.is_some() != view.unit.is_some());
        assert_eq!(view.fresh, row.state == IncidentState::Open);
        if let Some(official) = view.incident.official {
            assert!(about(&model, official).iter().any(|it| it.id == row.id));
        }
        standings.extend(view.effects.iter().map(|effect| effect.standing));
    }
    standings.sort_by_key(|standing| *standing == EffectStanding::Declined);
    assert_eq!(
        standings,
        [EffectStanding::Counts, EffectStanding::Declined]
    );
    assert_eq!(detail(&model, IncidentId(999)), None);
}
