//! The dry run, told row by row.

mod complaints;
mod tasks;

use std::collections::BTreeMap;

use super::*;
use crate::domain::{Day, Decimal, LineId, Month, OfficialId};
use crate::files::recognise::{Field, Mapping, RawRow, RawTable, RawValue, TableKind};
use crate::ledger::{Action, Book, Key};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn settings() -> ImportSettings {
    ImportSettings {
        source: "thu-nghiem.xlsx".to_owned(),
        month: Month::new(2026, 10).expect("a month"),
        today: day("2026-11-01"),
        year_start: day("2026-01-01"),
        line_maxima: vec![(
            LineId {
                section: 1,
                line: 1,
            },
            Decimal::from_whole(5),
        )],
        criteria: vec![(
            "CT.9".to_owned(),
            "Không gây phiền hà, sách nhiễu".to_owned(),
        )],
        procedures: vec![("phan-anh".to_owned(), "Phản ánh".to_owned())],
        channels: vec![
            ("don-thu".to_owned(), "Đơn, thư".to_owned()),
            (
                "thanh-tra".to_owned(),
                "Thanh tra, kiểm tra phát hiện".to_owned(),
            ),
        ],
    }
}

fn table(kind: TableKind, rows: &[&[(Field, RawValue)]]) -> RawTable {
    let rows = rows.iter().enumerate().map(|(index, values)| RawRow {
        row: u32::try_from(index).expect("few rows") + 5,
        section: None,
        values: values.iter().cloned().collect::<BTreeMap<_, _>>(),
    });
    RawTable {
        sheet: "Sheet1".to_owned(),
        kind,
        mapping: Mapping {
            kind,
            header_row: 3,
            header_rows: 1,
            columns: Vec::new(),
        },
        headers: BTreeMap::new(),
        titles: Vec::new(),
        rows: rows.collect(),
        problems: Vec::new(),
        skipped: Vec::new(),
        catalogue: None,
    }
}

fn text(field: Field, value: &str) -> (Field, RawValue) {
    (field, RawValue::Text(value.to_owned()))
}

fn number(field: Field, value: &str) -> (Field, RawValue) {
    (
        field,
        RawValue::Decimal(Decimal::parse(value).expect("a number")),
    )
}

fn staff() -> RawTable {
    table(
        TableKind::Staff,
        &[
            &[
                text(Field::PersonName, "Người Mẫu An"),
                text(Field::PersonCode, "A1"),
                text(Field::Unit, "Phòng Mẫu"),
                text(Field::Title, "Trưởng phòng"),
            ],
            &[
                text(Field::PersonName, "Người Mẫu Bình"),
                text(Field::PersonCode, "B1"),
                text(Field::Unit, "PHÒNG MẪU"),
                text(Field::Title, "Chuyên viên"),
            ],
            &[
                text(Field::PersonName, "Người Mẫu Bình"),
                text(Field::PersonCode, "B2"),
                text(Field::Unit, "Văn phòng Mẫu"),
                text(Field::Title, "Lái xe"),
            ],
        ],
    )
}

fn with_staff() -> Book {
    let mut book = Book::default();
    let plan = plan(&book, &[staff()], &settings(), &Choices::default());
    book.apply(&plan.operation).expect("a staff list");
    book
}

fn task(values: &[(Field, RawValue)]) -> RawTable {
    let mut row = vec![
        text(Field::TaskName, "Báo cáo mẫu"),
        number(Field::Coefficient, "2"),
        number(Field::Assigned, "1"),
    ];
    row.extend_from_slice(values);
    table(TableKind::Tasks, &[&row])
}

#[test]
fn a_staff_list_makes_people_units_and_positions_in_one_step() {
    let book = with_staff();
    assert_eq!(
        (book.officials.len(), book.units.len(), book.positions.len()),
        (3, 2, 3)
    );
    let roles: Vec<_> = book
        .positions
        .iter()
        .map(|(_, position)| position.role)
        .collect();
    assert_eq!(
        roles,
        [
            crate::domain::Role::Head,
            crate::domain::Role::Staff,
            crate::domain::Role::Support
        ]
    );
}

#[test]
fn importing_the_same_list_again_changes_nothing() {
    let book = with_staff();
    let again = plan(&book, &[staff()], &settings(), &Choices::default());
    assert!(again.operation.is_empty());
    assert_eq!(
        again.count(|verdict| matches!(verdict, Verdict::Unchanged(_))),
        3
    );
}

#[test]
fn undoing_an_import_leaves_the_book_as_it_was() {
    let mut book = Book::default();
    let plan = plan(&book, &[staff()], &settings(), &Choices::default());
    book.apply(&plan.operation).expect("a staff list");
    book.apply(&plan.operation.inverse(Action::Undo(1)))
        .expect("its inverse");
    assert!(book.officials.is_empty() && book.units.is_empty() && book.positions.is_empty());
}

#[test]
fn a_name_two_people_share_is_the_users_choice() {
    let book = with_staff();
    let tables = [task(&[text(Field::PersonName, "Người Mẫu Bình")])];
    let at = RowAt { table: 0, row: 5 };
    let first = plan(&book, &tables, &settings(), &Choices::default());
    assert!(
        matches!(&first.rows[0].verdict, Verdict::Conflict(ImportProblem::Namesakes { who, .. }) if who.len() == 2)
    );
    assert!(first.operation.is_empty());
    let choices = Choices {
        people: BTreeMap::from([(at, OfficialId(3))]),
        ..Choices::default()
    };
    let second = plan(&book, &tables, &settings(), &choices);
    assert!(matches!(
        second.rows[0].verdict,
        Verdict::New(Key::Assignment(_))
    ));
}

#[test]
fn the_unit_tells_namesakes_apart() {
    let book = with_staff();
    let tables = [task(&[
        text(Field::PersonName, "Người Mẫu Bình"),
        text(Field::Unit, "Văn phòng mẫu"),
    ])];
    let mut after = book.clone();
    after
        .apply(&plan(&book, &tables, &settings(), &Choices::default()).operation)
        .expect("a task");
    assert_eq!(after.assignments.of(OfficialId(3)).count(), 1);
}

#[test]
fn a_name_is_never_matched_by_a_part_of_it() {
    let book = with_staff();
    let plan = plan(
        &book,
        &[task(&[text(Field::PersonName, "Mẫu An")])],
        &settings(),
        &Choices::default(),
    );
    assert!(
        matches!(&plan.rows[0].verdict, Verdict::Refused(ImportProblem::UnknownPerson { near, .. }) if near == &["Người Mẫu An"])
    );
}

#[test]
fn an_unknown_product_refuses_the_row_and_nothing_else() {
    let book = with_staff();
    let good = task(&[text(Field::PersonCode, "A1")]);
    let bad = task(&[
        text(Field::PersonCode, "A1"),
        text(Field::ProductCode, "XX.99"),
    ]);
    let plan = plan(&book, &[good, bad], &settings(), &Choices::default());
    assert!(matches!(plan.rows[0].verdict, Verdict::New(_)));
    assert!(matches!(
        plan.rows[1].verdict,
        Verdict::Refused(ImportProblem::UnknownProduct { .. })
    ));
    assert_eq!(plan.operation.changes.len(), 1);
}

#[test]
fn completed_above_assigned_is_taken_with_a_remark() {
    let book = with_staff();
    let plan = plan(
        &book,
        &[task(&[
            text(Field::PersonCode, "A1"),
            number(Field::Completed, "3"),
        ])],
        &settings(),
        &Choices::default(),
    );
    assert_eq!(
        plan.rows[0].remarks,
        [ImportProblem::CompletedAboveAssigned]
    );
    assert!(matches!(plan.rows[0].verdict, Verdict::New(_)));
}

#[test]
fn points_above_the_lines_greatest_are_refused() {
    let book = with_staff();
    let line = LineId {
        section: 1,
        line: 1,
    };
    let scores = table(
        TableKind::GeneralScores,
        &[&[
            text(Field::PersonCode, "A1"),
            number(Field::Line(line), "5.5"),
        ]],
    );
    let plan = plan(&book, &[scores], &settings(), &Choices::default());
    assert!(matches!(
        plan.rows[0].verdict,
        Verdict::Refused(ImportProblem::AboveMaximum { .. })
    ));
}

#[test]
fn a_row_left_out_is_left_out() {
    let book = Book::default();
    let choices = Choices {
        left_out: [RowAt { table: 0, row: 6 }].into(),
        ..Choices::default()
    };
    let plan = plan(&book, &[staff()], &settings(), &choices);
    assert_eq!(plan.rows[1].verdict, Verdict::LeftOut);
    assert_eq!(plan.count(|verdict| matches!(verdict, Verdict::New(_))), 2);
}

#[test]
fn a_catalogue_read_twice_is_one_catalogue() {
    let mut book = Book::default();
    let sheet = table(
        TableKind::Catalogue,
        &[&[
            text(Field::ProductCode, "DC.01"),
            text(Field::ProductTask, "Công văn mẫu"),
            number(Field::Coefficient, "1"),
        ]],
    );
    let first = plan(
        &book,
        std::slice::from_ref(&sheet),
        &settings(),
        &Choices::default(),
    );
    book.apply(&first.operation).expect("a catalogue");
    let second = plan(&book, &[sheet], &settings(), &Choices::default());
    assert!(second.operation.is_empty());
    assert_eq!((book.catalogues.len(), book.products.len()), (1, 1));
}

#[test]
fn a_task_due_on_a_day_that_does_not_exist_is_taken_without_deadline_and_says_so() {
    let mut book = with_staff();
    let mut register = task(&[text(Field::PersonCode, "A1")]);
    let no_such_day = || CellProblem {
        sheet: "Sheet1".to_owned(),
        row: 5,
        column: "F".to_owned(),
        header: "Hạn".to_owned(),
        field: Field::Due,
        value: "31/02/2026".to_owned(),
        reason: ProblemReason::NoSuchDay,
        suggestion: None,
        blocking: true,
    };
    register.problems.push(no_such_day());
    let planned = plan(&book, &[register.clone()], &settings(), &Choices::default());
    assert!(matches!(planned.rows[0].verdict, Verdict::New(_)));
    assert!(planned.rows[0].comes_without(&no_such_day()));

    register
        .correct(5, Field::Due, "28/02/2026")
        .expect("a day there is");
    let planned = plan(&book, &[register], &settings(), &Choices::default());
    assert!(planned.rows[0].cells.is_empty());
    book.apply(&planned.operation).expect("one task");
    let due = book
        .assignments
        .iter()
        .next()
        .and_then(|(_, task)| task.due);
    assert_eq!(due, Some(day("2026-02-28")));
}

#[test]
fn an_unknown_code_is_what_the_row_is_refused_for_and_without_it_the_name_decides() {
    let book = with_staff();
    let mut register = task(&[
        text(Field::PersonCode, "X9"),
        text(Field::PersonName, "Người Mẫu An"),
    ]);
    let planned = plan(&book, &[register.clone()], &settings(), &Choices::default());
    let refused = Verdict::Refused(ImportProblem::UnknownPerson {
        field: Field::PersonCode,
        written: "X9".to_owned(),
        near: vec!["Người Mẫu An".to_owned()],
    });
    assert_eq!(planned.rows[0].verdict, refused);
    register
        .correct(5, Field::PersonCode, "")
        .expect("an empty cell");
    let planned = plan(&book, &[register], &settings(), &Choices::default());
    assert!(matches!(planned.rows[0].verdict, Verdict::New(_)));
}
