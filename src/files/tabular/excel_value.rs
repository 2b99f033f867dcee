//! Turns the values of Excel cells into ours without the noise of binary fractions.

use calamine::{CellErrorType, DataRef, ExcelDateTime};

use super::Cell;
use super::intake::number_cell;
use crate::domain::Day;

/// The cell for a value read from an Excel file; nothing for an empty one.
pub(super) fn cell_of(value: &DataRef<'_>) -> Option<Cell> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => number_cell(&number.to_string()),
        DataRef::Float(number) => match plain_text(*number) {
            Some(text) => Cell::Number(text),
            None => number_cell(&float_text(*number)),
        },
        DataRef::String(text) => Cell::Text(crate::text::nfc(text)),
        DataRef::SharedString(text) => Cell::Text(crate::text::nfc(text)),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(moment) => date_cell(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_cell(text),
        DataRef::Error(error) => Cell::Error(error_text(error)),
    })
}

/// The decimal a person typed: Excel keeps 15 significant digits, so what lies
/// beyond them ("0.30000000000000004") is noise of the binary fraction.
pub(super) fn float_text(number: f64) -> String {
    if let Some(text) = plain_text(number) {
        return text;
    }
    let scientific = format!("{number:.14e}");
    match super::intake::number_cell(&scientific) {
        Cell::Number(text) => text,
        _ => scientific,
    }
}

/// The text of a number with at most four decimals and eleven digits before them, as nearly
/// every number is: the decimal of so few digits that has exactly this binary fraction.
fn plain_text(number: f64) -> Option<String> {
    const DECIMALS: i64 = 10_000;
    if !number.is_finite() || number.abs() >= 1e11 {
        return None;
    }
    let scaled = (number * 1e4).round();
    #[allow(
        clippy::float_cmp,
        reason = "the very fraction, or another way is taken"
    )]
    if scaled / 1e4 != number {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "a whole number below 1e15")]
    let scaled = scaled as i64;
    let (sign, scaled) = (if scaled < 0 { "-" } else { "" }, scaled.abs());
    let (whole, rest) = (scaled / DECIMALS, scaled % DECIMALS);
    if rest == 0 {
        return Some(format!("{sign}{whole}"));
    }
    let text = format!("{sign}{whole}.{rest:04}");
    Some(text.trim_end_matches('0').to_owned())
}

/// A day as ISO text (`2026-03-05`, with a time of day or without), or the text itself.
pub(super) fn iso_cell(text: &str) -> Cell {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let Ok(day) = day.parse::<Day>() else {
        return Cell::Text(crate::text::nfc(text));
    };
    let time = time
        .trim_end_matches('Z')
        .split('.')
        .next()
        .unwrap_or_default();
    if time.chars().all(|c| matches!(c, '0' | ':')) {
        Cell::Date(day)
    } else {
        Cell::DateTime(day, time.to_owned())
    }
}

fn date_cell(moment: &ExcelDateTime) -> Cell {
    let number = moment.as_f64();
    if (1.0..3e6).contains(&number) && number.fract() == 0.0 && !moment.is_duration() {
        let (year, month, day, ..) = moment.to_ymd_hms_milli();
        let date = Day::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
        if let Some(date) = date {
            return Cell::Date(date);
        }
    }
    let serial = float_text(number);
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let has_day = !serial.starts_with("0.") && serial != "0";
    let has_time = serial.contains('.');
    if moment.is_duration() || !has_day {
        return Cell::Time(time);
    }
    match Day::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)) {
        Some(date) if has_time => Cell::DateTime(date, time),
        Some(date) => Cell::Date(date),
        None => number_cell(&serial),
    }
}

fn error_text(error: &CellErrorType) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn binary_noise_does_not_reach_the_value() {
        assert_eq!(float_text(0.1 + 0.2), "0.3");
        assert_eq!(float_text(2.7), "2.7");
        assert_eq!(float_text(1_234_567.891), "1234567.891");
        assert_eq!(float_text(-0.5), "-0.5");
        assert_eq!(float_text(0.0), "0");
        assert_eq!(float_text(-0.0), "0");
        assert_eq!(float_text(0.00005), "0.00005");
        assert_eq!(float_text(99_999_999_999.5), "99999999999.5");
        assert_eq!(float_text(100_000_000_000.25), "100000000000.25");
    }

    #[test]
    fn a_number_beyond_use_stays_visible() {
        assert!(matches!(
            cell_of(&DataRef::Float(1e300)),
            Some(Cell::HugeNumber(_))
        ));
    }

    #[test]
    fn excel_days_become_days() {
        let day = |serial| {
            cell_of(&DataRef::DateTime(ExcelDateTime::new(
                serial,
                ExcelDateTimeType::DateTime,
                false,
            )))
        };
        assert_eq!(day(46_143.0), Day::from_ymd_opt(2026, 5, 1).map(Cell::Date));
        assert_eq!(
            day(46_143.5),
            Day::from_ymd_opt(2026, 5, 1).map(|d| Cell::DateTime(d, "12:00:00".to_owned()))
        );
        assert_eq!(day(0.25), Some(Cell::Time("06:00:00".to_owned())));
    }

    #[test]
    fn iso_days_become_days() {
        let day = Day::from_ymd_opt(2026, 5, 1).unwrap();
        assert_eq!(iso_cell("2026-05-01"), Cell::Date(day));
        assert_eq!(iso_cell("2026-05-01T00:00:00"), Cell::Date(day));
        assert_eq!(
            iso_cell("2026-05-01T07:30:00Z"),
            Cell::DateTime(day, "07:30:00".to_owned())
        );
        assert_eq!(iso_cell("PT1H"), Cell::Text("PT1H".to_owned()));
    }
}
