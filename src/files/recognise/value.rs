//! Turns one cell into the typed value its field asks for, or says why not.

use chrono::Datelike;

use super::word::{usual_words, value_of};
use super::{Field, ProblemReason, RawValue, Suggestion, TableKind};
use crate::domain::{Day, Decimal, DecimalError};
use crate::files::tabular::Cell;
use crate::text::{
    DateError, LONGEST_TEXT, NumberError, NumberReading, PeriodError, SeparatorStyle,
    WrittenPeriod, collapse_spaces, is_too_long, parse_date, parse_number, parse_period,
};

/// Numbers a spreadsheet can mean as days between 2000 and 2099.
const DAY_SERIALS: std::ops::Range<i64> = 36_526..73_051;

/// What became of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Parsed {
    pub(super) value: Option<RawValue>,
    /// Blocking exactly when there is no value.
    pub(super) problem: Option<(ProblemReason, Option<Suggestion>)>,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One line.
    Text,
    /// Lines.
    LongText,
    /// A number that is not below zero.
    Decimal,
    /// Such a number, or two of them.
    DecimalOrRange,
    Count,
    Date,
    Period,
    /// One of the words of `word`.
    Word,
}

pub(crate) fn shape(kind: TableKind, field: Field) -> Shape {
    use Field as F;
    match field {
        F::Assigned | F::Completed | F::MaxPoints | F::Line(_) | F::AuthorityLine(_) => {
            Shape::Decimal
        }
        F::Coefficient if kind == TableKind::Tasks => Shape::Decimal,
        F::Points | F::Coefficient | F::PointBand => Shape::DecimalOrRange,
        F::Failures | F::ExcusedFailures | F::LateOccurrences | F::ExcusedLate => Shape::Count,
        F::Born
        | F::StartDate
        | F::EndDate
        | F::AssignedOn
        | F::Due
        | F::Finished
        | F::ExtendedDue
        | F::ExtensionDate
        | F::CauseDate
        | F::Received
        | F::ConclusionDate
        | F::HappenedOn
        | F::ReviewedOn => Shape::Date,
        F::Period => Shape::Period,
        F::Role
        | F::Origin
        | F::State
        | F::Conclusion
        | F::Scorer
        | F::HandedBack
        | F::Confirmed => Shape::Word,
        F::Detail
        | F::Output
        | F::Criterion
        | F::Summary
        | F::Evidence
        | F::Explanation
        | F::Note
        | F::Cause
        | F::ProductTask
        | F::TaskName => Shape::LongText,
        _ => Shape::Text,
    }
}

/// Reads a cell; `style` is the style of the numbers around it, when known.
pub(super) fn parse_cell(
    kind: TableKind,
    field: Field,
    cell: &Cell,
    style: Option<SeparatorStyle>,
) -> Parsed {
    match cell {
        Cell::Formula(_) => {
            return wrong(
                ProblemReason::FormulaWithoutValue,
                Some(Suggestion::SaveAgain),
            );
        }
        Cell::Error(_) => return wrong(ProblemReason::FailedFormula, None),
        Cell::Text(text) if is_nothing(text) => return Parsed::default(),
        _ => {}
    }
    match shape(kind, field) {
        Shape::Text => text_value(collapse_spaces(&cell.shown())),
        Shape::LongText => text_value(lines(&cell.shown())),
        Shape::Decimal => number_value(cell, style, false),
        Shape::DecimalOrRange => number_value(cell, style, true),
        Shape::Count => count_value(cell),
        Shape::Date => date_value(cell),
        Shape::Period => period_value(cell),
        Shape::Word => word_value(field, cell),
    }
}

/// "-", "…" and the like, which people write for nothing.
fn is_nothing(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '…' | '.' | '_' | '/') || c.is_whitespace())
}

fn right(value: RawValue) -> Parsed {
    Parsed {
        value: Some(value),
        problem: None,
    }
}

fn wrong(reason: ProblemReason, suggestion: Option<Suggestion>) -> Parsed {
    Parsed {
        value: None,
        problem: Some((reason, suggestion)),
    }
}

fn text_value(text: String) -> Parsed {
    if !is_too_long(&text) {
        return right(RawValue::Text(text));
    }
    let kept = text.chars().take(LONGEST_TEXT).collect();
    Parsed {
        value: Some(RawValue::Text(kept)),
        problem: Some((ProblemReason::TextTooLong, None)),
    }
}

fn lines(text: &str) -> String {
    if !text.contains('\n') {
        return collapse_spaces(text);
    }
    let lines: Vec<String> = text.lines().map(collapse_spaces).collect();
    lines.join("\n").trim().to_owned()
}

fn number_value(cell: &Cell, style: Option<SeparatorStyle>, may_be_range: bool) -> Parsed {
    match cell {
        Cell::Number(number) => decimal_value(number),
        Cell::HugeNumber(_) => wrong(ProblemReason::NumberOutOfRange, None),
        Cell::Date(day) | Cell::DateTime(day, _) => wrong(
            ProblemReason::DateInsteadOfNumber,
            number_behind(*day, may_be_range).map(Suggestion::Use),
        ),
        Cell::Text(text) => match range_of(text, style).filter(|_| may_be_range) {
            Some(range) => right(range),
            None => number_text(text, style),
        },
        _ => wrong(ProblemReason::NotANumber, None),
    }
}

fn number_text(text: &str, style: Option<SeparatorStyle>) -> Parsed {
    match (parse_number(text), style) {
        (
            Ok(NumberReading::Ambiguous {
                comma_decimal,
                point_decimal,
            }),
            None,
        ) => {
            let both = [comma_decimal, point_decimal];
            let values = both
                .iter()
                .filter_map(|text| Decimal::parse(text).ok())
                .map(RawValue::Decimal)
                .collect();
            wrong(
                ProblemReason::AmbiguousNumber,
                Some(Suggestion::UseOneOf(values)),
            )
        }
        (Ok(reading), style) => {
            decimal_value(&reading.under(style.unwrap_or(SeparatorStyle::CommaDecimal)))
        }
        (Err(NumberError::OutOfRange), _) => wrong(ProblemReason::NumberOutOfRange, None),
        (Err(NumberError::NotANumber), _) => wrong(
            ProblemReason::NotANumber,
            leading_number(text)
                .map(RawValue::Decimal)
                .map(Suggestion::Use),
        ),
    }
}

fn decimal_value(number: &str) -> Parsed {
    match Decimal::parse(number) {
        Ok(value) if value.is_negative() => wrong(ProblemReason::Negative, None),
        Ok(value) => right(RawValue::Decimal(value)),
        Err(DecimalError::TooPrecise) => {
            let value = rounded(number).map(RawValue::Decimal);
            Parsed {
                value,
                problem: Some((ProblemReason::TooPrecise, None)),
            }
        }
        Err(DecimalError::OutOfRange) => wrong(ProblemReason::NumberOutOfRange, None),
        Err(DecimalError::NotANumber) => wrong(ProblemReason::NotANumber, None),
    }
}

/// Half up at the sixth decimal.
fn rounded(number: &str) -> Option<Decimal> {
    let (whole, decimals) = number.split_once('.')?;
    let kept = Decimal::parse(&format!("{whole}.{}", decimals.get(..6)?)).ok()?;
    let up = i64::from(
        decimals
            .as_bytes()
            .get(6)
            .is_some_and(|digit| *digit >= b'5'),
    );
    let away = if number.starts_with('-') { -up } else { up };
    Some(Decimal::from_millionths(kept.millionths() + away))
}

/// "120-180", "120 – 180", "từ 120 đến 180".
fn range_of(text: &str, style: Option<SeparatorStyle>) -> Option<RawValue> {
    let plain = crate::text::search_key(text);
    let plain = plain.strip_prefix("tu ").unwrap_or(&plain);
    let (from, to) = plain
        .split_once(['-', '–', '—', '÷'])
        .or_else(|| plain.split_once(" den "))?;
    let number = |part: &str| {
        let part = part.trim().trim_end_matches("diem").trim();
        let reading = parse_number(part).ok()?;
        Decimal::parse(&reading.under(style.unwrap_or(SeparatorStyle::CommaDecimal))).ok()
    };
    let (from, to) = (number(from)?, number(to)?);
    (!from.is_negative() && from <= to).then_some(RawValue::Range(from, to))
}

/// What was typed before a spreadsheet made it a date: "1.5" or, for a range, "1-10".
fn number_behind(day: Day, may_be_range: bool) -> Option<RawValue> {
    let (d, m) = (day.day(), day.month());
    if may_be_range {
        let whole = |n: u32| i32::try_from(n).ok().map(Decimal::from_whole);
        return Some(RawValue::Range(whole(d.min(m))?, whole(d.max(m))?));
    }
    Decimal::parse(&format!("{d}.{m}"))
        .ok()
        .map(RawValue::Decimal)
}

/// The number a text begins with: "5 văn bản".
fn leading_number(text: &str) -> Option<Decimal> {
    let word = text.split_whitespace().next()?;
    let value = Decimal::parse(&parse_number(word).ok()?.sure()?).ok()?;
    (!value.is_negative()).then_some(value)
}

fn count_value(cell: &Cell) -> Parsed {
    let text = match cell {
        Cell::Number(number) => number.clone(),
        Cell::Text(text) => {
            let words = crate::text::search_key(text);
            words.strip_suffix(" lan").unwrap_or(&words).to_owned()
        }
        Cell::HugeNumber(_) => return wrong(ProblemReason::NumberOutOfRange, None),
        _ => return wrong(ProblemReason::NotANumber, None),
    };
    let Some(number) = parse_number(&text).ok().and_then(NumberReading::sure) else {
        let one = (text.trim() == "x").then_some(Suggestion::Use(RawValue::Count(1)));
        return wrong(ProblemReason::NotANumber, one);
    };
    match number.parse::<u32>() {
        Ok(count) if count <= 10_000 => right(RawValue::Count(count)),
        Ok(_) => wrong(ProblemReason::NumberOutOfRange, None),
        Err(_) if number.starts_with('-') => wrong(ProblemReason::Negative, None),
        Err(_) => wrong(ProblemReason::NotWhole, None),
    }
}

fn date_value(cell: &Cell) -> Parsed {
    match cell {
        Cell::Date(day) | Cell::DateTime(day, _) => match day.year() {
            1900..2200 => right(RawValue::Date(*day)),
            _ => wrong(ProblemReason::YearOutOfRange, None),
        },
        Cell::Number(number) => wrong(ProblemReason::NotADate, day_behind(number)),
        Cell::Text(text) => match parse_date(text) {
            Ok(day) => right(RawValue::Date(day)),
            Err(error) => date_problem(&error, text),
        },
        _ => wrong(ProblemReason::NotADate, Some(Suggestion::WriteDayMonthYear)),
    }
}

fn date_problem(error: &DateError, text: &str) -> Parsed {
    let use_day = |day: Option<Day>| day.map(RawValue::Date).map(Suggestion::Use);
    let write = Some(Suggestion::WriteDayMonthYear);
    match *error {
        DateError::NotADate => wrong(ProblemReason::NotADate, day_behind(text).or(write)),
        DateError::NoSuchDay { day, month, year } => {
            // Month first, as in English, or the last day the month has.
            let turned = Day::from_ymd_opt(year, day, month);
            let last = (28..31)
                .rev()
                .find_map(|last| Day::from_ymd_opt(year, month, last))
                .filter(|_| day <= 31);
            wrong(ProblemReason::NoSuchDay, use_day(turned.or(last)).or(write))
        }
        DateError::TwoDigitYear { day, month, year } => {
            let full = i32::try_from(2000 + year)
                .ok()
                .and_then(|year| Day::from_ymd_opt(year, month, day));
            wrong(ProblemReason::TwoDigitYear, use_day(full).or(write))
        }
        DateError::YearOutOfRange(_) => wrong(ProblemReason::YearOutOfRange, write),
    }
}

/// The day a number means when its cell lost the date format.
fn day_behind(number: &str) -> Option<Suggestion> {
    let serial: i64 = number
        .trim()
        .parse()
        .ok()
        .filter(|serial| DAY_SERIALS.contains(serial))?;
    let first = Day::from_ymd_opt(1899, 12, 30)?;
    let day = first.checked_add_days(chrono::Days::new(u64::try_from(serial).ok()?))?;
    Some(Suggestion::Use(RawValue::Date(day)))
}

fn period_value(cell: &Cell) -> Parsed {
    match cell {
        // "08/2026" typed into a spreadsheet becomes the first of August.
        Cell::Date(day) | Cell::DateTime(day, _) => right(RawValue::Period(WrittenPeriod::Month {
            year: day.year(),
            month: day.month(),
        })),
        cell => {
            let shown = cell.shown();
            let month_of_day = || {
                parse_date(&shown).ok().map(|day| WrittenPeriod::Month {
                    year: day.year(),
                    month: day.month(),
                })
            };
            let bare = || {
                shown
                    .trim()
                    .parse::<u32>()
                    .ok()
                    .filter(|month| (1..=12).contains(month))
            };
            match parse_period(&shown) {
                Ok(period) => right(RawValue::Period(period)),
                Err(PeriodError::YearMissing(_)) => wrong(ProblemReason::YearMissing, None),
                Err(_) if bare().is_some() => wrong(ProblemReason::YearMissing, None),
                Err(_) => match month_of_day() {
                    Some(period) => right(RawValue::Period(period)),
                    None => wrong(ProblemReason::NotAPeriod, None),
                },
            }
        }
    }
}

fn word_value(field: Field, cell: &Cell) -> Parsed {
    match cell {
        Cell::Bool(yes) if field == Field::HandedBack => return right(RawValue::Flag(*yes)),
        Cell::Date(day) | Cell::DateTime(day, _) if field == Field::HandedBack => {
            return right(RawValue::Date(*day));
        }
        _ => {}
    }
    let shown = cell.shown();
    if let Some(value) = value_of(field, &shown) {
        return right(value);
    }
    if field == Field::HandedBack
        && let Ok(day) = parse_date(&shown)
    {
        return right(RawValue::Date(day));
    }
    let words = usual_words(field)
        .iter()
        .map(|word| (*word).to_owned())
        .collect();
    wrong(
        ProblemReason::UnknownWord,
        Some(Suggestion::OneOfWords(words)),
    )
}
