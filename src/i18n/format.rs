//! Numbers, days and periods as each language writes them.

use crate::domain::{Day, Decimal, Exact, Month, Period};
use crate::ledger::Moment;
use chrono::Datelike as _;

use super::Locale;

/// A decimal text with a point, in the language's own writing.
fn localised(text: String, locale: Locale) -> String {
    match locale {
        Locale::Vi => text.replace('.', ","),
        Locale::En => text,
    }
}

/// Points cut off (never rounded up) after `decimals` places: `89,99`.
#[must_use]
pub fn points(value: &Exact, decimals: u32, locale: Locale) -> String {
    localised(value.truncated(decimals), locale)
}

/// A ratio as a percentage cut off after two places, without idle zeros: `68,78 %`.
#[must_use]
pub fn percent(ratio: &Exact, locale: Locale) -> String {
    let text = ratio.times(&Exact::whole(100)).truncated(2);
    let short = text.trim_end_matches('0').trim_end_matches('.').to_owned();
    let sign = if locale == Locale::Vi { " %" } else { "%" };
    format!("{}{sign}", localised(short, locale))
}

/// A decimal as entered: `2,5`.
#[must_use]
pub fn decimal(value: Decimal, locale: Locale) -> String {
    localised(value.to_string(), locale)
}

/// A count with thousands grouped by a narrow no-break space (vi) or a comma (en).
#[must_use]
pub fn count(value: usize, locale: Locale) -> String {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(if locale == Locale::Vi {
                '\u{202f}'
            } else {
                ','
            });
        }
        grouped.push(digit);
    }
    grouped
}

/// A day as dd/mm/yyyy, in both languages: it is what the papers say.
#[must_use]
pub fn day(value: Day) -> String {
    format!(
        "{:02}/{:02}/{:04}",
        value.day(),
        value.month(),
        value.year()
    )
}

/// A day with hour and minute: `22/11/2026 09:05`.
#[must_use]
pub fn day_and_time(value: Day, (hour, minute): (u32, u32)) -> String {
    format!("{} {hour:02}:{minute:02}", day(value))
}

/// A moment by Vietnam's time: `22/11/2026 09:05`.
#[must_use]
pub fn moment(value: Moment) -> String {
    let (day, time) = crate::app::view::log::local_time(value);
    day_and_time(day, time)
}

/// A day as dd/mm, where the year is plain.
#[must_use]
pub fn short_day(value: Day) -> String {
    format!("{:02}/{:02}", value.day(), value.month())
}

/// A month: `tháng 10/2026`.
#[must_use]
pub fn month(value: Month, locale: Locale) -> String {
    match locale {
        Locale::Vi => format!("tháng {}/{}", value.number(), value.year()),
        Locale::En => format!("{}/{}", value.number(), value.year()),
    }
}

/// A period: `tháng 10/2026`, `quý 3/2026`, `năm 2026`.
#[must_use]
pub fn period(value: Period, locale: Locale) -> String {
    match (value, locale) {
        (Period::Month(value), _) => month(value, locale),
        (Period::Quarter { year, number }, Locale::Vi) => format!("quý {number}/{year}"),
        (Period::Quarter { year, number }, Locale::En) => format!("Q{number}/{year}"),
        (Period::HalfYear { year, number: 1 }, Locale::Vi) => format!("6 tháng đầu năm {year}"),
        (Period::HalfYear { year, .. }, Locale::Vi) => format!("6 tháng cuối năm {year}"),
        (Period::HalfYear { year, number }, Locale::En) => format!("H{number}/{year}"),
        (Period::Year(year), Locale::Vi) => format!("năm {year}"),
        (Period::Year(year), Locale::En) => format!("{year}"),
    }
}

/// The weekday's name.
#[must_use]
pub fn weekday(value: Day, locale: Locale) -> &'static str {
    const VI: [&str; 7] = [
        "Thứ hai",
        "Thứ ba",
        "Thứ tư",
        "Thứ năm",
        "Thứ sáu",
        "Thứ bảy",
        "Chủ nhật",
    ];
    const EN: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let index = value.weekday().num_days_from_monday() as usize;
    if locale == Locale::Vi {
        VI[index]
    } else {
        EN[index]
    }
}

/// The first letter as a capital, for a period that begins a title.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_writes_a_decimal_comma_and_cuts() {
        assert_eq!(points(&Exact::ratio(89_995, 1_000), 2, Locale::Vi), "89,99");
        assert_eq!(percent(&Exact::ratio(2311, 3360), Locale::Vi), "68,77 %");
        assert_eq!(percent(&Exact::one(), Locale::Vi), "100 %");
        assert_eq!(count(1_234_567, Locale::En), "1,234,567");
    }
}
