//! What an operation changed is told by what the log holds, and no more.

use super::*;
use crate::domain as d;
use crate::domain::OfficialId;
use crate::i18n::Locale;
use crate::i18n::changes::{Side, side};
use crate::sample;

fn official(name: &str) -> Record {
    Record::Official(d::Official {
        name: name.to_owned(),
        ..d::Official::default()
    })
}

fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(2026, month, day).expect("a day")
}

fn nobody(_: Key) -> Option<Record> {
    None
}

fn said(changes: &[Change], look: Look<'_>) -> [String; 2] {
    let changed = changed(changes, look, 20);
    [Side::Before, Side::After].map(|it| side(&changed, it, Locale::Vi))
}

#[test]
fn a_task_that_was_edited_shows_only_what_differs_in_the_words_of_the_screen() {
    let before = d::Assignment {
        name: Some("Báo cáo quý".to_owned()),
        official: Some(OfficialId(1)),
        unit: None,
        code: None,
        product: None,
        coefficient: d::Decimal::default(),
        assigned: d::Decimal::default(),
        completed: d::Decimal::default(),
        assigned_on: None,
        due: Some(day(2, 1)),
        finished: None,
        origin: Origin::Planned,
        handed_back: None,
        events: Vec::new(),
        note: Some("gấp".to_owned()),
    };
    let mut after = before.clone();
    after.due = Some(day(2, 5));
    after.note = None;
    after.events.push(d::TaskEvent {
        id: d::EventId(1),
        on: day(1, 30),
        kind: d::TaskEventKind::Extension {
            to: day(2, 9),
            approver: None,
            document: Some("12/QĐ".to_owned()),
            revoked: None,
        },
    });
    let change = Change {
        key: Key::Assignment(d::AssignmentId(7)),
        before: Some(before.into()),
        after: Some(after.into()),
    };
    let [was, is] = said(&[change], &nobody);
    assert_eq!(
        was,
        "[nhiệm vụ: Báo cáo quý] Hạn: 01/02/2026; Gia hạn 1: (trống); Ghi chú: gấp"
    );
    assert_eq!(
        is,
        "[nhiệm vụ: Báo cáo quý] Hạn: 05/02/2026; Gia hạn 1: Ngày: 30/01/2026; \
         Hạn mới: 09/02/2026; Số, ngày văn bản: 12/QĐ; Ghi chú: (trống)"
    );
}

#[test]
fn what_is_new_or_gone_is_told_whole_and_called_as_it_was_then() {
    let key = Key::Official(OfficialId(1));
    let sheet = Key::General(
        OfficialId(1),
        d::Period::parse("2026-10").expect("a period"),
    );
    let mut points = d::GeneralSheet::default();
    let line = d::LineId::parse("II.3").expect("a line");
    points.own.set(line, d::Decimal::parse("2.5").ok());
    let added = [
        Change {
            key,
            before: None,
            after: Some(official("Người Mẫu")),
        },
        Change {
            key: sheet,
            before: None,
            after: Some(points.into()),
        },
    ];
    let [was, is] = said(&added, &nobody);
    assert_eq!(
        was,
        "[công chức: Người Mẫu] (chưa có)\n\
         [điểm tiêu chí chung: Người Mẫu, tháng 10/2026] (chưa có)"
    );
    assert_eq!(
        is,
        "[công chức: Người Mẫu] Họ và tên: Người Mẫu\n\
         [điểm tiêu chí chung: Người Mẫu, tháng 10/2026] Tự chấm II.3: 2,5"
    );
    let [removed, _] = added;
    let removed = Change {
        key,
        before: removed.after,
        after: None,
    };
    let [was, is] = said(&[removed], &nobody);
    assert_eq!(was, "[công chức: Người Mẫu] Họ và tên: Người Mẫu");
    assert_eq!(is, "[công chức: Người Mẫu] (đã xóa)");
}

#[test]
fn contents_that_were_taken_out_are_told_as_taken_out() {
    let bare = Change::nothing(Key::Official(OfficialId(4)));
    let told = changed(&[bare], &nobody, 20);
    assert_eq!(told.records[0].happened, Happened::TakenOut);
    let text = side(&told, Side::After, Locale::Vi);
    assert_eq!(text, "[công chức số 4] nội dung đã xóa hẳn khỏi nhật ký");
    let remains = Change {
        key: Key::Official(OfficialId(4)),
        before: Some(official("Người đã xóa")),
        after: Some(official("Người đã xóa")),
    };
    let told = changed(&[remains], &nobody, 20);
    assert_eq!(told.records[0].happened, Happened::TakenOut);
    assert!(told.records[0].fields.is_empty());
}

#[test]
fn who_made_a_complaint_is_kept_apart_here_too() {
    let change = Change {
        key: Key::Complainant(d::ComplaintId(1)),
        before: None,
        after: Some(Record::Complainant(d::Complainant {
            name: "Người Dân Mẫu".to_owned(),
            contact: Some("0900".to_owned()),
        })),
    };
    let told = format!("{:?}", changed(std::slice::from_ref(&change), &nobody, 20));
    assert!(
        !told.contains("Người Dân Mẫu") && !told.contains("0900"),
        "{told}"
    );
    let [_, is] = said(&[change], &nobody);
    assert!(is.contains("giữ riêng"), "{is}");
}

#[test]
fn of_many_records_the_first_are_shown_and_all_are_counted() {
    let add = |number| Change {
        key: Key::Official(OfficialId(number)),
        before: None,
        after: Some(official("Người Mẫu")),
    };
    let all: Vec<Change> = (1..=30).map(add).collect();
    let told = changed(&all, &nobody, 5);
    assert_eq!(told.kinds, [(Kind::Official, 30)]);
    assert_eq!((told.records.len(), told.more), (5, 25));
    assert!(side(&told, Side::After, Locale::Vi).ends_with("và 25 bản ghi nữa"));
}

#[test]
fn every_record_of_the_sample_agency_has_a_name_and_fields_in_both_languages() {
    let operation = sample::agency(sample::SEED, 45, 3, day(11, 20));
    let told = changed(&operation.changes, &nobody, usize::MAX);
    assert!(told.kinds.len() > 15, "{:?}", told.kinds);
    // What has neither is named by its kind and number.
    let unnamed = |key: Key| matches!(key.kind(), Kind::Clock);
    for record in &told.records {
        // The sample's records are all found among its own.
        assert!(record.name.is_some() || unnamed(record.key), "{record:?}");
        assert!(!record.fields.is_empty(), "{record:?}");
        assert_ne!(record.happened, Happened::TakenOut);
    }
    for locale in Locale::ALL {
        let text = side(&told, Side::After, locale);
        assert_eq!(
            text.lines().filter(|line| line.starts_with('[')).count(),
            told.records.len()
        );
    }
}
