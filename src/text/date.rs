//! Dates as Vietnamese offices write them: dd/mm/yyyy and its neighbours.

use chrono::{Datelike, NaiveDate};

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text has not the shape of a date.
    #[error("not a date")]
    NotADate,
    /// The shape is right but the calendar has no such day, for instance 31/02.
    #[error("no such day: {day}/{month}/{year}")]
    NoSuchDay {
        /// Day as written.
        day: u32,
        /// Month as written.
        month: u32,
        /// Year as written.
        year: i32,
    },
    /// The year has two digits, so the century is open.
    #[error("year of two digits: {day}/{month}/{year}")]
    TwoDigitYear {
        /// Day as written.
        day: u32,
        /// Month as written.
        month: u32,
        /// Year as written.
        year: u32,
    },
    /// The year is outside 1900–2199, so it is a slip of the pen.
    #[error("year out of range: {0}")]
    YearOutOfRange(i32),
}

/// Reads dd/mm/yyyy, d/m/yyyy, dd-mm-yyyy, dd.mm.yyyy, yyyy-mm-dd and
/// "ngày 5 tháng 3 năm 2026"; a time of day after the date is ignored.
///
/// # Errors
/// [`DateError`] names what is wrong; nothing is guessed.
///
/// # Example
/// ```
/// use congtam::text::{DateError, format_date, parse_date};
/// assert_eq!(parse_date("5/3/2026").map(format_date).as_deref(), Ok("05/03/2026"));
/// assert_eq!(parse_date("31/02/2026"), Err(DateError::NoSuchDay { day: 31, month: 2, year: 2026 }));
/// ```
pub fn parse_date(text: &str) -> Result<NaiveDate, DateError> {
    if let Some(written) = plain_date(text) {
        return written;
    }
    let key = super::search_key(text);
    let parts = date_parts(&key).ok_or(DateError::NotADate)?;
    let number = |part: &str| part.parse::<u32>().map_err(|_| DateError::NotADate);
    let [a, b, c] = [number(parts[0])?, number(parts[1])?, number(parts[2])?];
    if parts[0].len() == 4 {
        return on_calendar(a, b, c);
    }
    if parts[0].len() > 2 || parts[1].len() > 2 {
        return Err(DateError::NotADate);
    }
    match parts[2].len() {
        4 => on_calendar(c, b, a),
        2 => Err(DateError::TwoDigitYear {
            day: a,
            month: b,
            year: c,
        }),
        _ => Err(DateError::NotADate),
    }
}

/// dd/mm/yyyy with two, two and four digits, as nearly every date is written.
fn plain_date(text: &str) -> Option<Result<NaiveDate, DateError>> {
    let bytes = text.as_bytes();
    let mark = |at: usize| matches!(bytes[at], b'/' | b'-' | b'.');
    if bytes.len() != 10 || !mark(2) || bytes[5] != bytes[2] {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0_u32, |sum, byte| {
            let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
            Some(sum * 10 + digit)
        })
    };
    let (day, month, year) = (number(0, 2)?, number(3, 5)?, number(6, 10)?);
    Some(on_calendar(year, month, day))
}

/// The date as dd/mm/yyyy.
#[must_use]
pub fn format_date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

fn on_calendar(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    let year = i32::try_from(year).map_err(|_| DateError::NotADate)?;
    if !(1900..2200).contains(&year) {
        return Err(DateError::YearOutOfRange(year));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay { day, month, year })
}

/// The three numbers of a date in the order written, or nothing when the text
/// holds anything else.
fn date_parts(key: &str) -> Option<[&str; 3]> {
    if let Some(words) = key.strip_prefix("ngay ") {
        let (day, rest) = words.split_once(" thang ")?;
        let (month, year) = rest.split_once(" nam ")?;
        return Some([day.trim(), month.trim(), year.trim()]);
    }
    let separator = key.chars().find(|c| !c.is_ascii_digit() && *c != ' ')?;
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    let mut parts = key.splitn(3, separator).map(str::trim);
    let (first, second, last) = (parts.next()?, parts.next()?, parts.next()?);
    Some([first, second, without_time(last)])
}

/// "10 00:00:00" and "10t00:00:00" without the time of day.
fn without_time(part: &str) -> &str {
    match part.split_once([' ', 't']) {
        Some((date, time)) if time.contains(':') => date,
        _ => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_accepted_shape_reads_as_the_same_day() {
        for text in [
            "05/03/2026",
            "5/3/2026",
            "05-03-2026",
            "05.03.2026",
            "2026-03-05",
            " 5 / 3 / 2026 ",
            "2026-03-05 00:00:00",
            "2026-03-05T07:30:00",
            "05/03/2026 7:30",
            "2026/03/05",
            "Ngày 5 tháng 3 năm 2026",
            "ngày 05 tháng 03 năm 2026",
        ] {
            assert_eq!(parse_date(text), Ok(ymd(2026, 3, 5)), "{text}");
        }
    }

    #[test]
    fn the_thirty_first_of_february_is_named_as_such() {
        let expected = Err(DateError::NoSuchDay {
            day: 31,
            month: 2,
            year: 2026,
        });
        assert_eq!(parse_date("31/02/2026"), expected);
        assert_eq!(parse_date("2026-02-31"), expected);
        assert!(parse_date("29/02/2028").is_ok());
    }

    #[test]
    fn a_month_first_date_is_refused_not_turned() {
        assert_eq!(
            parse_date("5/25/2026"),
            Err(DateError::NoSuchDay {
                day: 5,
                month: 25,
                year: 2026
            })
        );
    }

    #[test]
    fn a_year_of_two_digits_is_refused_with_its_parts() {
        assert_eq!(
            parse_date("5/3/26"),
            Err(DateError::TwoDigitYear {
                day: 5,
                month: 3,
                year: 26
            })
        );
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in [
            "",
            "trễ",
            "5/3",
            "05/03-2026",
            "12,5",
            "5/3/2026/1",
            "a/b/cccc",
            "2026",
            "-5/3/2026",
        ] {
            assert_eq!(parse_date(text), Err(DateError::NotADate), "{text}");
        }
        assert_eq!(parse_date("05/03/0026"), Err(DateError::YearOutOfRange(26)));
    }

    #[test]
    fn what_is_written_reads_back() {
        let day = ymd(2026, 12, 1);
        assert_eq!(parse_date(&format_date(day)), Ok(day));
    }
}
