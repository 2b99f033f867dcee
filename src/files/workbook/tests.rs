//! The workbook opened again: what stands in its cells and its formulas.

use std::io::{Cursor, Read};

use super::*;
use crate::domain::{Class, Classification, Decimal, Exact, Period};
use crate::rules::{CapBase, CapRounding, Denominator, Excess};

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced {
        value,
        citation: "Điều 16".to_owned(),
        grade: "Bắt buộc".to_owned(),
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

pub fn parameters() -> Parameters {
    Parameters {
        criteria: ["I.1", "I.2"]
            .map(|number| Criterion {
                number: number.to_owned(),
                wording: "Tiêu chí".to_owned(),
                most_points: decimal("15"),
            })
            .to_vec(),
        result_points: sourced(decimal("70")),
        failure_deduction: sourced(decimal("0.25")),
        late_deduction: sourced(decimal("0.25")),
        floor: sourced(decimal("0")),
        thresholds: ["90", "70", "50"].map(|points| sourced(decimal(points))),
        cap_share: sourced(decimal("0.2")),
        denominator: sourced(Denominator::Assigned),
        over_full: sourced(Excess::CapEach),
        cap_base: sourced(CapBase::FinalGood),
        cap_rounding: sourced(CapRounding::Down),
        decimals: 2,
    }
}

fn task() -> TaskLine {
    TaskLine {
        code: "NV-1".to_owned(),
        title: "=HYPERLINK(\"x\")".to_owned(),
        product: "+Báo cáo".to_owned(),
        origin: TaskOrigin::Planned,
        in_assigned: true,
        share: Exact::one(),
        coefficient: decimal("2.7"),
        assigned: decimal("3"),
        completed: decimal("3"),
        assigned_on: None,
        due: None,
        due_in_force: None,
        finished: None,
        failures: 1,
        excused_failures: 0,
        late: 0,
        excused_late: 0,
        quality: Exact::ratio(3, 4),
        timeliness: Exact::one(),
        timeliness_given: false,
    }
}

fn summary() -> Summary {
    let period = PersonPeriod {
        period: Period::parse("2026-08").unwrap(),
        role: PeriodRole::Staff,
        general_lines: vec![Some(decimal("15")), Some(decimal("12.5"))],
        ratios: [
            Some(Exact::one()),
            Some(Exact::ratio(3, 4)),
            Some(Exact::one()),
        ],
        leadership: [const { None }; 3],
        result: Some(Exact::ratio(385, 6)),
        total: Some(Exact::ratio(275, 3)),
        fixed_total: None,
        in_year: true,
        note: String::new(),
        tasks: vec![task()],
    };
    let person = SummaryPerson {
        code: "TN-01".to_owned(),
        name: "=1+1".to_owned(),
        position: "@Chuyên viên".to_owned(),
        unit: "Phòng Thử".to_owned(),
        group: "Chuyên môn".to_owned(),
        periods: vec![period],
        mean: Some(Exact::ratio(275, 3)),
        complete: true,
        score_class: Some(Class::Excellent),
        gate: None,
        unit_class: None,
        unclassified: None,
        computed: Classification::Class(Class::Excellent),
        decided: None,
        note: String::new(),
    };
    Summary {
        agency: "Xã Thử Nghiệm".to_owned(),
        year: 2026,
        written_on: None,
        log: None,
        names: Names::Shown,
        parameters: parameters(),
        people: vec![person],
    }
}

fn written(summary: &Summary) -> Vec<u8> {
    write_summary(summary, |_| ControlFlow::Continue(())).unwrap()
}

fn all_xml(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        all.push_str(&text);
    }
    all
}

#[test]
fn texts_that_look_like_formulas_stay_texts() {
    let xml = all_xml(&written(&summary()));
    assert!(!xml.contains("<f>HYPERLINK"));
    assert!(!xml.contains("<f>1+1"));
    assert!(xml.contains("=HYPERLINK("));
}

#[test]
fn the_only_font_is_times_new_roman() {
    let xml = all_xml(&written(&summary()));
    assert!(xml.contains("Times New Roman"));
    assert!(!xml.contains("<name val=\"Calibri\""));
}

#[test]
fn the_engines_values_stand_in_the_cells_for_programs_that_do_not_calculate() {
    let xml = all_xml(&written(&summary()));
    assert!(xml.contains("<v>91.66</v>"));
    assert!(xml.contains("<v>91.666666666666</v>"));
    assert!(xml.contains("<v>Hoàn thành xuất sắc nhiệm vụ</v>"));
}

#[test]
fn hidden_names_leave_no_name_code_or_free_text() {
    let mut hidden = summary();
    hidden.names = Names::Hidden;
    hidden.people[0].note = "ghi chú riêng".to_owned();
    let xml = all_xml(&written(&hidden));
    assert!(xml.contains("CC-001"));
    for secret in ["TN-01", "=1+1", "ghi chú riêng", "HYPERLINK"] {
        assert!(!xml.contains(secret), "{secret}");
    }
}

#[test]
fn the_same_summary_gives_the_same_bytes() {
    assert!(written(&summary()) == written(&summary()));
}

#[test]
fn writing_stops_when_told_to() {
    let result = write_summary(&summary(), |_| ControlFlow::Break(()));
    assert!(matches!(result, Err(WorkbookError::Stopped)));
}

#[test]
fn an_agency_without_people_still_gives_a_workbook() {
    let mut empty = summary();
    empty.people.clear();
    assert!(!written(&empty).is_empty());
}
