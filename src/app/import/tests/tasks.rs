//! Registers of tasks and the periods that are confirmed.

use super::*;
use crate::domain::{Class, Confirmation, Exact, Period, ReadingChoice, ReadingChoiceId, Span};

const WHO: OfficialId = OfficialId(1);

fn confirmed(book: &mut Book, period: &str) {
    let confirmation = Confirmation {
        version: 1,
        on: day("2026-11-01"),
        by: "Chủ tịch".to_owned(),
        total: Exact::whole(80),
        general: Exact::whole(25),
        result: Exact::one(),
        class: Class::Good,
        readings: Vec::new(),
        unlocked: None,
    };
    let period = Period::parse(period).expect("a period");
    assert!(book.put(Key::Confirmation(WHO, period), Some(confirmation.into())));
}

fn row(assigned: &str, due: &str) -> RawTable {
    task(&[
        text(Field::TaskCode, "CV.1"),
        text(Field::PersonCode, "A1"),
        (Field::AssignedOn, RawValue::Date(day(assigned))),
        (Field::Due, RawValue::Date(day(due))),
    ])
}

/// What becomes of a row: the period that holds it, or nothing.
fn held(book: &Book, table: RawTable) -> Option<String> {
    let plan = plan(book, &[table], &settings(), &Choices::default());
    match &plan.rows[0].verdict {
        Verdict::Refused(ImportProblem::PeriodConfirmed(period)) => {
            assert!(plan.operation.is_empty());
            Some(period.to_string())
        }
        Verdict::New(_) | Verdict::Changed(..) | Verdict::Unchanged(_) => None,
        other => panic!("{other:?}"),
    }
}

fn with(table: RawTable) -> Book {
    let mut book = with_staff();
    let plan = plan(&book, &[table], &settings(), &Choices::default());
    book.apply(&plan.operation).expect("a task");
    assert_eq!(book.assignments.len(), 1);
    book
}

#[test]
fn a_task_is_neither_moved_out_of_a_confirmed_month_nor_into_one() {
    let october = row("2026-10-01", "2026-10-20");
    let november = row("2026-10-01", "2026-11-20");
    let mut book = with(october.clone());
    assert_eq!(held(&book, november.clone()), None);
    confirmed(&mut book, "2026-10");
    assert_eq!(held(&book, november.clone()), Some("2026-10".to_owned()));
    assert_eq!(held(&book, october.clone()), None, "nothing changes");
    let mut book = with(november);
    confirmed(&mut book, "2026-10");
    assert_eq!(held(&book, october), Some("2026-10".to_owned()));
}

#[test]
fn a_task_due_after_the_last_day_that_counts_is_held_by_the_next_january() {
    let (counted, late) = (
        row("2026-12-01", "2026-12-15"),
        row("2026-12-01", "2026-12-16"),
    );
    let mut december = with_staff();
    confirmed(&mut december, "2026-12");
    assert_eq!(held(&december, late.clone()), None);
    assert_eq!(held(&december, counted.clone()), Some("2026-12".to_owned()));
    let mut january = with_staff();
    confirmed(&mut january, "2027-01");
    assert_eq!(held(&january, late), Some("2027-01".to_owned()));
    assert_eq!(held(&january, counted), None);
}

#[test]
fn a_task_split_by_shares_is_held_by_each_of_its_months() {
    let long = || row("2026-08-10", "2026-10-20");
    let mut book = with_staff();
    confirmed(&mut book, "2026-09");
    assert_eq!(held(&book, long()), None, "only October counts");
    let choice = ReadingChoice {
        reading: "R9".to_owned(),
        option: "by_shares".to_owned(),
        span: Span {
            from: day("2026-01-01"),
            to: None,
        },
        issuer: None,
        document: None,
    };
    assert!(book.put(Key::Reading(ReadingChoiceId(1)), Some(choice.into())));
    assert_eq!(held(&book, long()), Some("2026-09".to_owned()));
}

#[test]
fn a_row_without_days_counts_in_the_month_of_the_import() {
    let plain = || task(&[text(Field::TaskCode, "CV.1"), text(Field::PersonCode, "A1")]);
    let mut book = with_staff();
    assert_eq!(held(&book, plain()), None);
    confirmed(&mut book, "2026-10");
    assert_eq!(held(&book, plain()), Some("2026-10".to_owned()));
}
