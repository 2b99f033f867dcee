//! One cell, one typed value, or the reason why not.

use super::super::value::*;
use super::super::*;
use crate::domain::{Day, Decimal};
use crate::files::tabular::Cell;
use crate::text::{SeparatorStyle, WrittenPeriod};

fn parsed(field: Field, text: &str) -> Parsed {
    parse_cell(TableKind::Tasks, field, &Cell::Text(text.to_owned()), None)
}

fn decimal(text: &str) -> RawValue {
    RawValue::Decimal(Decimal::parse(text).unwrap())
}

fn day(year: i32, month: u32, day: u32) -> RawValue {
    RawValue::Date(Day::from_ymd_opt(year, month, day).unwrap())
}

fn reason(parsed: Parsed) -> ProblemReason {
    assert_eq!(parsed.value, None);
    parsed.problem.unwrap().0
}

#[test]
fn numbers_are_exact_and_an_ambiguous_one_is_asked() {
    assert_eq!(parsed(Field::Assigned, "1,5").value, Some(decimal("1.5")));
    let asked = parsed(Field::Assigned, "1.234");
    let both = Suggestion::UseOneOf(vec![decimal("1234"), decimal("1.234")]);
    assert_eq!(
        asked.problem,
        Some((ProblemReason::AmbiguousNumber, Some(both)))
    );
    let cell = Cell::Text("1.234".to_owned());
    let known = parse_cell(
        TableKind::Tasks,
        Field::Assigned,
        &cell,
        Some(SeparatorStyle::CommaDecimal),
    );
    assert_eq!(known.value, Some(decimal("1234")));
}

#[test]
fn impossible_numbers_are_refused_each_for_its_reason() {
    assert_eq!(
        reason(parsed(Field::Assigned, "-3")),
        ProblemReason::Negative
    );
    assert_eq!(
        reason(parsed(Field::Assigned, "1e300")),
        ProblemReason::NumberOutOfRange
    );
    assert_eq!(
        reason(parsed(Field::Assigned, "trễ")),
        ProblemReason::NotANumber
    );
    let huge = Cell::HugeNumber("1e300".to_owned());
    assert_eq!(
        reason(parse_cell(TableKind::Tasks, Field::Assigned, &huge, None)),
        ProblemReason::NumberOutOfRange
    );
    assert_eq!(
        reason(parsed(Field::Failures, "1,5")),
        ProblemReason::NotWhole
    );
    assert_eq!(
        reason(parsed(Field::LateOccurrences, "trễ")),
        ProblemReason::NotANumber
    );
}

#[test]
fn words_after_a_number_are_suggested_away_not_dropped() {
    let with_unit = parsed(Field::Assigned, "5 văn bản");
    assert_eq!(
        with_unit.problem,
        Some((
            ProblemReason::NotANumber,
            Some(Suggestion::Use(decimal("5")))
        ))
    );
    assert_eq!(
        parsed(Field::Failures, "2 lần").value,
        Some(RawValue::Count(2))
    );
}

#[test]
fn a_number_with_endless_decimals_is_taken_with_six_and_said() {
    let third = parse_cell(
        TableKind::Tasks,
        Field::Assigned,
        &Cell::Number("0.6666666666".to_owned()),
        None,
    );
    assert_eq!(third.value, Some(decimal("0.666667")));
    assert_eq!(third.problem, Some((ProblemReason::TooPrecise, None)));
}

#[test]
fn a_date_where_a_number_belongs_suggests_what_was_typed() {
    let cell = Cell::Date(Day::from_ymd_opt(2026, 5, 1).unwrap());
    let turned = parse_cell(TableKind::Tasks, Field::Assigned, &cell, None);
    assert_eq!(
        turned.problem,
        Some((
            ProblemReason::DateInsteadOfNumber,
            Some(Suggestion::Use(decimal("1.5")))
        ))
    );
}

#[test]
fn ranges_are_read() {
    let range = |from, to| {
        Some(RawValue::Range(
            Decimal::from_whole(from),
            Decimal::from_whole(to),
        ))
    };
    for text in ["120-180", "120 – 180 điểm", "từ 120 đến 180"] {
        let cell = Cell::Text(text.to_owned());
        assert_eq!(
            parse_cell(TableKind::Catalogue, Field::Points, &cell, None).value,
            range(120, 180),
            "{text}"
        );
    }
}

#[test]
fn dates_suggest_what_may_be_meant() {
    let suggestion = |text: &str| parsed(Field::Due, text).problem.unwrap();
    assert_eq!(
        suggestion("31/02/2026"),
        (
            ProblemReason::NoSuchDay,
            Some(Suggestion::Use(day(2026, 2, 28)))
        )
    );
    assert_eq!(
        suggestion("5/25/2026"),
        (
            ProblemReason::NoSuchDay,
            Some(Suggestion::Use(day(2026, 5, 25)))
        )
    );
    assert_eq!(
        suggestion("5/3/26"),
        (
            ProblemReason::TwoDigitYear,
            Some(Suggestion::Use(day(2026, 3, 5)))
        )
    );
    assert_eq!(
        suggestion("46143"),
        (
            ProblemReason::NotADate,
            Some(Suggestion::Use(day(2026, 5, 1)))
        )
    );
    assert_eq!(
        suggestion("sớm"),
        (ProblemReason::NotADate, Some(Suggestion::WriteDayMonthYear))
    );
}

#[test]
fn periods_are_read_from_texts_and_from_dates() {
    let august = RawValue::Period(WrittenPeriod::Month {
        year: 2026,
        month: 8,
    });
    assert_eq!(
        parsed(Field::Period, "Tháng 8/2026").value,
        Some(august.clone())
    );
    let cell = Cell::Date(Day::from_ymd_opt(2026, 8, 1).unwrap());
    assert_eq!(
        parse_cell(TableKind::Tasks, Field::Period, &cell, None).value,
        Some(august)
    );
    assert_eq!(
        reason(parsed(Field::Period, "8")),
        ProblemReason::YearMissing
    );
}

#[test]
fn dashes_mean_nothing() {
    assert_eq!(parsed(Field::Assigned, " – "), Parsed::default());
    assert_eq!(parsed(Field::Due, "..."), Parsed::default());
}

#[test]
fn formulas_without_result_and_failed_ones_are_told_apart() {
    let of = |cell| reason(parse_cell(TableKind::Tasks, Field::Assigned, &cell, None));
    assert_eq!(
        of(Cell::Formula("A1".to_owned())),
        ProblemReason::FormulaWithoutValue
    );
    assert_eq!(
        of(Cell::Error("#REF!".to_owned())),
        ProblemReason::FailedFormula
    );
}
