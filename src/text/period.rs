//! Months and quarters as people write them: "Tháng 8/2026", "08/2026", "Quý III/2026".

/// Why a text is no month and no quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The text has not the shape of a month or quarter.
    #[error("not a month or a quarter")]
    NotAPeriod,
    /// There is no such month or quarter, for instance 13/2026.
    #[error("no such month or quarter: {0}")]
    NoSuchPeriod(u32),
    /// The month or quarter is there, the year is not.
    #[error("the year is missing")]
    YearMissing(WrittenPeriod),
}

/// A month or a quarter of a year; the year is 0 only inside
/// [`PeriodError::YearMissing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrittenPeriod {
    /// A month, 1–12.
    Month {
        /// Calendar year.
        year: i32,
        /// 1–12.
        month: u32,
    },
    /// A quarter, 1–4.
    Quarter {
        /// Calendar year.
        year: i32,
        /// 1–4.
        quarter: u32,
    },
}

/// Reads "08/2026", "8-2026", "2026-08", "Tháng 8/2026", "T8/2026", "tháng 8
/// năm 2026", "Quý III/2026", "Q3/2026", "2026-Q3".
///
/// # Errors
/// [`PeriodError`]; a month without a year comes back inside
/// [`PeriodError::YearMissing`], so that the caller can offer a year.
pub fn parse_period(text: &str) -> Result<WrittenPeriod, PeriodError> {
    let key = super::header_key(text);
    let words: Vec<String> = key.split(' ').flat_map(split_letters_from_digits).collect();
    let mut is_quarter = false;
    let mut numbers = Vec::new();
    for word in &words {
        match word.as_str() {
            "quy" | "q" => is_quarter = true,
            "thang" | "t" | "nam" => {}
            other => numbers.push(number_of(other).ok_or(PeriodError::NotAPeriod)?),
        }
    }
    let (index, year) = match numbers[..] {
        [a, b] if a >= 1900 => (b, a),
        [a, b] if b >= 1900 => (a, b),
        [a] if words.len() > 1 => (a, 0),
        _ => return Err(PeriodError::NotAPeriod),
    };
    let limit = if is_quarter { 4 } else { 12 };
    if index == 0 || index > limit {
        return Err(PeriodError::NoSuchPeriod(index));
    }
    let year = i32::try_from(year).map_err(|_| PeriodError::NotAPeriod)?;
    let period = if is_quarter {
        WrittenPeriod::Quarter {
            year,
            quarter: index,
        }
    } else {
        WrittenPeriod::Month { year, month: index }
    };
    if year == 0 {
        Err(PeriodError::YearMissing(period))
    } else {
        Ok(period)
    }
}

/// "q3" as "q" and "3".
fn split_letters_from_digits(word: &str) -> Vec<String> {
    match word.find(|c: char| c.is_ascii_digit()) {
        Some(at) if at > 0 => vec![word[..at].to_owned(), word[at..].to_owned()],
        _ => vec![word.to_owned()],
    }
}

fn number_of(word: &str) -> Option<u32> {
    match word {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        digits => digits.parse().ok().filter(|n| *n < 10_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_accepted_shape_of_a_month_reads_the_same() {
        for text in [
            "08/2026",
            "8-2026",
            "2026-08",
            "Tháng 8/2026",
            "T8/2026",
            "tháng 08 năm 2026",
            "8.2026",
        ] {
            assert_eq!(
                parse_period(text),
                Ok(WrittenPeriod::Month {
                    year: 2026,
                    month: 8
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn every_accepted_shape_of_a_quarter_reads_the_same() {
        for text in ["Quý III/2026", "Q3/2026", "2026-Q3", "quy 3 nam 2026"] {
            assert_eq!(
                parse_period(text),
                Ok(WrittenPeriod::Quarter {
                    year: 2026,
                    quarter: 3
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn a_month_without_a_year_is_kept_in_the_error() {
        let month = WrittenPeriod::Month { year: 0, month: 8 };
        assert_eq!(
            parse_period("Tháng 8"),
            Err(PeriodError::YearMissing(month))
        );
    }

    #[test]
    fn what_does_not_exist_or_is_no_period_is_refused() {
        assert_eq!(parse_period("13/2026"), Err(PeriodError::NoSuchPeriod(13)));
        assert_eq!(
            parse_period("Quý 5/2026"),
            Err(PeriodError::NoSuchPeriod(5))
        );
        for text in ["", "8", "2026", "trễ", "01/08/2026", "8/26"] {
            assert_eq!(parse_period(text), Err(PeriodError::NotAPeriod), "{text}");
        }
    }
}
