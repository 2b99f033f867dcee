//! The shape of version 1, pinned.

use super::*;
use crate::domain::Class;

fn export() -> OfficialExport {
    let period = ExportPeriod {
        period: Period::parse("2026-08").unwrap(),
        role: ExportRole::Staff,
        confirmed: true,
        own_lines: vec![("I.1".to_owned(), Decimal::parse("4.5").unwrap())],
        authority_lines: vec![],
        general: Some(Exact::ratio(55, 2)),
        ratios: [Some(Exact::ratio(251, 280)), Some(Exact::one()), None],
        leadership: [const { None }; 3],
        result: None,
        total: Some(Exact::ratio(6025, 72)),
        findings: vec!["no_schedule".to_owned()],
    };
    let official = ExportOfficial {
        code: "TN-07".to_owned(),
        name: "Lê Ví Dụ".to_owned(),
        position: "Chuyên viên".to_owned(),
        unit: "Phòng Thử".to_owned(),
        group: None,
        periods: vec![period],
        year: ExportYear {
            mean: Some(Exact::ratio(89_995, 1_000)),
            months: 11,
            gates: vec![],
            computed: Classification::Class(Class::Good),
            decided: Some(ExportDecision {
                class: Classification::Class(Class::Good),
                number: Some("12/QĐ-UBND".to_owned()),
                day: Day::from_ymd_opt(2026, 12, 14),
                reason: Some("Lê Ví Dụ có thành tích".to_owned()),
            }),
        },
    };
    OfficialExport {
        agency: ExportAgency {
            name: "Xã Thử Nghiệm".to_owned(),
            ..ExportAgency::default()
        },
        year: 2026,
        written_on: Day::from_ymd_opt(2026, 12, 15).unwrap(),
        names: Names::Shown,
        instrument: "nd-335-2025".to_owned(),
        readings: vec![ExportReading {
            id: "R1".to_owned(),
            option: "per_occurrence".to_owned(),
            grade: Grade::Mandatory,
        }],
        decimals: 2,
        officials: vec![official],
        caps: vec![ExportCap {
            group: None,
            share: Exact::ratio(1, 5),
            excellent: 0,
            base: 1,
            allowed: 0,
        }],
    }
}

fn text(export: &OfficialExport) -> String {
    String::from_utf8(write_official(export).unwrap()).unwrap()
}

#[test]
fn version_one_is_written_as_pinned() {
    assert_eq!(text(&export()), include_str!("version_1.json"));
}

#[test]
fn hidden_names_leave_no_name_code_or_reason() {
    let hidden = text(&OfficialExport {
        names: Names::Hidden,
        ..export()
    });
    assert!(hidden.contains("CC-001"));
    assert!(!hidden.contains("Ví Dụ") && !hidden.contains("TN-07"));
}

#[test]
fn a_shown_score_is_cut_and_the_exact_one_is_kept() {
    let text = text(&export());
    assert!(text.contains("\"exact\": \"17999/200\""));
    assert!(text.contains("\"shown\": \"89.99\""));
}
