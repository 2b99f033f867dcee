//! The directive's scorecard of the sample agency: its figures, and that they belong together.

use std::fmt::Write as _;
use std::path::PathBuf;

use congtam::app::view::conduct::{
    CardFigure, ConductAsk, ConductSpan, ConductView, Whose, conduct, evidence_row,
};
use congtam::app::view::why::Place;
use congtam::domain::{Day, OfficialId, Period, Role};
use congtam::engine::Scores;
use congtam::ledger::{Book, Key};
use congtam::rules::Rules;
use congtam::sample;
use congtam::ui::Route;

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 22).unwrap()
}

struct Agency {
    book: Book,
    scores: Scores,
}

impl Agency {
    fn new() -> Self {
        let operation = sample::agency(
            sample::SEED,
            sample::OFFICIALS,
            sample::TASKS_PER_MONTH,
            today(),
        );
        let mut book = Book::default();
        book.apply(&operation).unwrap();
        let scores = Scores::full(&book, Rules::shipped_ref().unwrap());
        Self { book, scores }
    }

    fn shown(&self, whose: Whose, period: &str) -> ConductView {
        let span = ConductSpan::Period(Period::parse(period).unwrap());
        let ask = ConductAsk { whose, span };
        conduct(&self.book, &self.scores, ask, today()).unwrap()
    }

    fn officials(&self) -> Vec<OfficialId> {
        self.book.officials.iter().map(|(id, _)| id).collect()
    }
}

fn figure(view: &ConductView, key: &str) -> CardFigure {
    let row = view.rows().find(|row| row.source.key == key).unwrap();
    row.card.figure
}

#[test]
fn the_sample_measures_all_but_what_nobody_has_decided() {
    let shown = Agency::new().shown(Whose::Agency, "2026");
    for row in shown.rows() {
        let measured = row.card.figure != CardFigure::NotMeasured;
        assert_eq!(measured, row.source.key != "CT.15", "{}", row.source.key);
        assert_eq!(measured, row.card.points.is_some(), "{}", row.source.key);
    }
}

#[test]
fn what_the_agency_counts_is_what_its_people_and_its_units_count() {
    let agency = Agency::new();
    let whole = agency.shown(Whose::Agency, "2026");
    for key in ["CT.1", "CT.2", "CT.3", "CT.4", "CT.5", "CT.9"] {
        let people: u64 = agency
            .officials()
            .into_iter()
            .filter_map(|id| figure(&agency.shown(Whose::Official(id), "2026"), key).misses())
            .sum();
        let unowned: u64 = whole
            .rows()
            .filter(|row| row.source.key == key)
            .flat_map(|row| &row.card.evidence)
            .filter(|evidence| evidence.official.is_none())
            .map(|evidence| evidence.count)
            .sum();
        assert_eq!(
            figure(&whole, key).misses(),
            Some(people + unowned),
            "{key}"
        );
    }
    let lines = &whole.units;
    let sum = |count: fn(&congtam::app::view::conduct::UnitRow) -> u64| {
        lines[1..].iter().map(count).sum::<u64>()
    };
    assert!(lines.len() > 4);
    assert_eq!(sum(|row| row.line.late), lines[0].line.late);
    assert_eq!(sum(|row| row.line.complaints), lines[0].line.complaints);
}

#[test]
fn the_months_of_a_trend_sum_to_the_quarter() {
    let shown = Agency::new().shown(Whose::Agency, "2026-Q3");
    for row in shown.rows() {
        let months = row.card.trend.iter();
        let months: u64 = months.filter_map(|(_, figure)| figure.misses()).sum();
        let whole = row.card.figure.misses().unwrap_or_default();
        assert_eq!(months, whole, "{}", row.source.key);
    }
}

#[test]
fn the_evidence_of_a_criterion_counts_to_its_figure() {
    let agency = Agency::new();
    for whose in [Whose::Agency, Whose::Official(agency.officials()[25])] {
        for row in agency.shown(whose, "2026").rows() {
            let counted: u64 = row.card.evidence.iter().map(|it| it.count).sum();
            let misses = row.card.figure.misses();
            assert!(
                misses.is_none_or(|misses| misses == counted),
                "{}",
                row.source.key
            );
        }
    }
}

#[test]
fn heads_and_only_heads_have_the_criteria_of_heads() {
    let agency = Agency::new();
    for (_, position) in agency.book.positions.iter() {
        let shown = agency.shown(Whose::Official(position.official), "2026-09");
        assert_eq!(!shown.heads.is_empty(), position.role == Role::Head);
    }
}

#[test]
fn a_complaint_or_incident_behind_a_figure_leads_to_its_record() {
    let agency = Agency::new();
    let shown = agency.shown(Whose::Agency, "2026");
    let (mut complaints, mut incidents) = (0, 0);
    for evidence in shown.rows().flat_map(|row| &row.card.evidence) {
        let place = evidence_row(&agency.book, evidence).place;
        match evidence.key {
            Key::Complaint(id) => {
                assert_eq!(place, Some(Place::Complaint(id)));
                complaints += 1;
            }
            Key::Incident(id) => {
                assert_eq!(place, Some(Place::Incident(id)));
                assert_eq!(
                    Route::incidents(Some(id)).href(),
                    format!("#/phan-anh/vu-viec/{}", id.0)
                );
                incidents += 1;
            }
            _ => {}
        }
    }
    assert!(complaints > 0 && incidents > 0);
}

/// Every figure, point and finding of a scorecard, one line a criterion.
fn told(view: &ConductView) -> String {
    let mut text = format!("{:?} {} people\n", view.whose, view.people);
    for row in view.rows() {
        let figure = match row.card.figure {
            CardFigure::NotMeasured => "not measured".to_owned(),
            CardFigure::Share { reached, of } => format!("{reached} of {of}"),
            CardFigure::Events { count, of: None } => format!("{count} events"),
            CardFigure::Events {
                count,
                of: Some(of),
            } => format!("{count} events in {of} tasks"),
        };
        let points = row.card.points.as_ref().map_or_else(
            || "no points".to_owned(),
            |points| format!("{} of {} ({:?})", points.earned, points.max, points.grade),
        );
        let records = row.card.evidence.len();
        writeln!(
            text,
            "{}: {figure}; {points}; {:?}; {records} records; {:?}",
            row.source.key, row.card.detail, row.card.findings
        )
        .unwrap();
    }
    let (earned, max, count) = &view.total;
    writeln!(text, "total {earned} of {max} in {count}\n").unwrap();
    text
}

/// The figures of the sample are pinned: who changes them by accident fails here. New ones are
/// written with `CONGTAM_WRITE_GOLDEN=1 cargo test --test it golden`.
#[test]
fn the_golden_figures_of_the_samples_scorecard_stand() {
    let agency = Agency::new();
    let unit = agency.book.units.iter().nth(4).unwrap().0;
    let person = agency.officials()[38];
    let mut text = String::new();
    for whose in [Whose::Agency, Whose::Unit(unit), Whose::Official(person)] {
        for period in ["2026-09", "2026-10", "2026"] {
            text += period;
            text.push(' ');
            text += &told(&agency.shown(whose, period));
        }
    }
    let path: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "tests",
        "golden",
        "scorecard.txt",
    ]
    .iter()
    .collect();
    if std::env::var_os("CONGTAM_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let pinned = std::fs::read_to_string(&path).unwrap_or_default();
    for (was, is) in pinned.lines().zip(text.lines()) {
        assert_eq!(is, was);
    }
    assert_eq!(text, pinned);
}
