//! Numbers as people write them, with decimal comma or point, kept exact as text.
//!
//! A value leaves here as a normalised decimal text (`"-1234.5"`): a minus or
//! nothing, digits, at most one point, no zeros without meaning. Nothing passes
//! through floating point.

/// More digits before the point than any quantity, point or money here has.
const MOST_WHOLE_DIGITS: usize = 12;
const MOST_DECIMALS: usize = 18;
const LARGEST_EXPONENT: i32 = 30;

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// The text has not the shape of a number.
    #[error("not a number")]
    NotANumber,
    /// The number is far beyond anything counted here, for instance 1e300.
    #[error("number out of range")]
    OutOfRange,
}

/// Which sign stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeparatorStyle {
    /// "1.234,5", as Vietnamese is written.
    CommaDecimal,
    /// "1,234.5", as English is written.
    PointDecimal,
}

/// What a text says as a number.
///
/// A single comma or point with one to three digits before it (not a lone 0)
/// and exactly three after it, such as "1.234", can mean a thousand or a
/// fraction; both readings are given and the caller decides, by the style of
/// the other numbers beside it or by asking. Nothing else is ambiguous.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberReading {
    /// One reading; the style is known when a separator shows it.
    Sure {
        /// Normalised decimal text.
        value: String,
        /// The style the separators show, if any.
        style: Option<SeparatorStyle>,
    },
    /// Two readings, see the type.
    Ambiguous {
        /// The reading under [`SeparatorStyle::CommaDecimal`].
        comma_decimal: String,
        /// The reading under [`SeparatorStyle::PointDecimal`].
        point_decimal: String,
    },
}

impl NumberReading {
    /// The value when the style of the surrounding numbers is known to be `style`.
    #[must_use]
    pub fn under(self, style: SeparatorStyle) -> String {
        match (self, style) {
            (Self::Sure { value, .. }, _)
            | (
                Self::Ambiguous {
                    comma_decimal: value,
                    ..
                },
                SeparatorStyle::CommaDecimal,
            )
            | (
                Self::Ambiguous {
                    point_decimal: value,
                    ..
                },
                SeparatorStyle::PointDecimal,
            ) => value,
        }
    }

    /// The value when there is only one reading.
    #[must_use]
    pub fn sure(self) -> Option<String> {
        match self {
            Self::Sure { value, .. } => Some(value),
            Self::Ambiguous { .. } => None,
        }
    }
}

/// Reads a number with decimal comma or point, thousands separated by point,
/// comma, space or apostrophe, and exponents as spreadsheets write them.
///
/// # Errors
/// [`NumberError`].
///
/// # Example
/// ```
/// use congtam::text::parse_number;
/// let read = |text| parse_number(text).ok().and_then(|reading| reading.sure());
/// assert_eq!(read("1.234,50").as_deref(), Some("1234.5"));
/// assert_eq!(read("1,234.5").as_deref(), Some("1234.5"));
/// assert_eq!(read("1.234"), None); // a thousand, or a fraction?
/// ```
pub fn parse_number(text: &str) -> Result<NumberReading, NumberError> {
    if let Some(plain) = plain_number(text) {
        return Ok(plain);
    }
    let text = super::collapse_spaces(text).replace('\u{2212}', "-");
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (mantissa, exponent) = split_exponent(digits)?;
    let finish = |whole: &str, decimals: &str| normalised(negative, whole, decimals, exponent);
    let marks: Vec<char> = mantissa
        .chars()
        .filter(|c| matches!(c, '.' | ','))
        .collect();
    match marks[..] {
        [] => Ok(NumberReading::Sure {
            value: finish(&ungrouped(mantissa, &[' ', '\''])?, "")?,
            style: None,
        }),
        [mark] => {
            let (before, after) = mantissa.split_once(mark).ok_or(NumberError::NotANumber)?;
            one_mark(mark, before, after, finish)
        }
        _ => many_marks(&marks, mantissa, finish),
    }
}

/// The reading of digits with at most one mark among them that no other reading has: nearly
/// every number of a register. Says the same as the long way, sooner.
fn plain_number(text: &str) -> Option<NumberReading> {
    let mark = text.bytes().position(|byte| matches!(byte, b'.' | b','));
    let (whole, decimals, style) = match mark {
        None => (text, "", None),
        Some(at) => {
            let comma = text.as_bytes()[at] == b',';
            let style = style_of_decimal(if comma { ',' } else { '.' });
            (&text[..at], &text[at + 1..], Some(style))
        }
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || (mark.is_some() && (!digits(decimals) || decimals.len() == 3)) {
        return None;
    }
    let value = normalised(false, whole, decimals, 0).ok()?;
    Some(NumberReading::Sure { value, style })
}

/// The decimal text with a decimal comma: "1234.5" becomes "1234,5".
#[must_use]
pub fn format_number(decimal: &str) -> String {
    decimal.replace('.', ",")
}

/// The decimal text with a decimal comma and points between thousands:
/// "1234567.5" becomes "1.234.567,5".
#[must_use]
pub fn format_grouped(decimal: &str) -> String {
    let (sign, number) = match decimal.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", decimal),
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if !decimals.is_empty() {
        grouped.push(',');
        grouped.push_str(decimals);
    }
    grouped
}

type Finished = Result<String, NumberError>;

fn one_mark(
    mark: char,
    before: &str,
    after: &str,
    finish: impl Fn(&str, &str) -> Finished,
) -> Result<NumberReading, NumberError> {
    require_digits(after)?;
    let whole = ungrouped(before, &[' ', '\''])?;
    let style = style_of_decimal(mark);
    let fraction = finish(&whole, after)?;
    let could_group =
        after.len() == 3 && before.len() <= 3 && !before.starts_with('0') && !before.is_empty();
    if !could_group {
        return Ok(NumberReading::Sure {
            value: fraction,
            style: Some(style),
        });
    }
    let thousands = finish(&format!("{whole}{after}"), "")?;
    Ok(match style {
        SeparatorStyle::CommaDecimal => NumberReading::Ambiguous {
            comma_decimal: fraction,
            point_decimal: thousands,
        },
        SeparatorStyle::PointDecimal => NumberReading::Ambiguous {
            comma_decimal: thousands,
            point_decimal: fraction,
        },
    })
}

fn many_marks(
    marks: &[char],
    mantissa: &str,
    finish: impl Fn(&str, &str) -> Finished,
) -> Result<NumberReading, NumberError> {
    let last = marks[marks.len() - 1];
    let group = marks[0];
    if marks.iter().all(|mark| *mark == group) {
        // "1.234.567": only thousands can repeat, so the other sign is the decimal one.
        let style = style_of_decimal(if group == '.' { ',' } else { '.' });
        return Ok(NumberReading::Sure {
            value: finish(&ungrouped(mantissa, &[group])?, "")?,
            style: Some(style),
        });
    }
    if marks[..marks.len() - 1].iter().any(|mark| *mark != group) {
        return Err(NumberError::NotANumber);
    }
    let (before, after) = mantissa.rsplit_once(last).ok_or(NumberError::NotANumber)?;
    require_digits(after)?;
    let value = finish(&ungrouped(before, &[group])?, after)?;
    Ok(NumberReading::Sure {
        value,
        style: Some(style_of_decimal(last)),
    })
}

fn style_of_decimal(mark: char) -> SeparatorStyle {
    if mark == ',' {
        SeparatorStyle::CommaDecimal
    } else {
        SeparatorStyle::PointDecimal
    }
}

fn require_digits(text: &str) -> Result<(), NumberError> {
    let all_digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits {
        Ok(())
    } else {
        Err(NumberError::NotANumber)
    }
}

/// The digits without separators; every group after the first has three digits.
fn ungrouped(text: &str, separators: &[char]) -> Result<String, NumberError> {
    let groups: Vec<&str> = text.split(separators).collect();
    for group in &groups {
        require_digits(group)?;
    }
    let wrong_length = groups.len() > 1
        && (groups[0].len() > 3 || groups[1..].iter().any(|group| group.len() != 3));
    if wrong_length {
        Err(NumberError::NotANumber)
    } else {
        Ok(groups.concat())
    }
}

fn split_exponent(digits: &str) -> Result<(&str, i32), NumberError> {
    match digits.split_once(['e', 'E']) {
        None => Ok((digits, 0)),
        Some((mantissa, exponent)) => {
            require_digits(exponent.trim_start_matches(['+', '-']))?;
            let exponent: i32 = exponent.parse().map_err(|_| NumberError::OutOfRange)?;
            Ok((mantissa, exponent))
        }
    }
}

fn normalised(negative: bool, whole: &str, decimals: &str, exponent: i32) -> Finished {
    let is_zero = whole
        .bytes()
        .chain(decimals.bytes())
        .all(|digit| digit == b'0');
    if is_zero {
        return Ok("0".to_owned());
    }
    if exponent.abs() > LARGEST_EXPONENT {
        return Err(NumberError::OutOfRange);
    }
    let moved;
    let (whole, decimals) = if exponent == 0 {
        (whole, decimals)
    } else {
        moved = shifted(whole, decimals, exponent);
        (moved.0.as_str(), moved.1.as_str())
    };
    let whole = whole.trim_start_matches('0');
    let decimals = decimals.trim_end_matches('0');
    if whole.len() > MOST_WHOLE_DIGITS {
        return Err(NumberError::OutOfRange);
    }
    let decimals = &decimals[..decimals.len().min(MOST_DECIMALS)];
    let sign = if negative { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if decimals.is_empty() { "" } else { "." };
    Ok([sign, whole, point, decimals].concat())
}

/// Moves the decimal point by the exponent.
fn shifted(whole: &str, decimals: &str, exponent: i32) -> (String, String) {
    let places = usize::try_from(exponent.unsigned_abs()).unwrap_or(0);
    let all = if exponent >= 0 {
        format!("{whole}{decimals:0<places$}")
    } else {
        format!("{}{whole}{decimals}", "0".repeat(places))
    };
    let at = if exponent >= 0 {
        whole.len() + places
    } else {
        whole.len()
    };
    let (left, right) = all.split_at(at);
    (left.to_owned(), right.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(text: &str) -> String {
        parse_number(text)
            .unwrap()
            .sure()
            .unwrap_or_else(|| panic!("{text} is ambiguous"))
    }

    #[test]
    fn decimal_comma_and_decimal_point_read_the_same() {
        for text in [
            "1.234,5",
            "1 234,5",
            "1,234.5",
            "1234,50",
            "1234.5",
            "1'234.5",
            "1\u{a0}234,5",
            "+1234,5",
        ] {
            assert_eq!(sure(text), "1234.5", "{text}");
        }
        assert_eq!(sure("0,8"), "0.8");
        assert_eq!(sure("1e-2"), "0.01");
    }

    #[test]
    fn a_repeated_separator_stands_between_thousands() {
        assert_eq!(sure("1.234.567"), "1234567");
        assert_eq!(sure("1,234,567.25"), "1234567.25");
    }

    #[test]
    fn a_thousand_or_a_fraction_is_ambiguous_and_both_readings_are_given() {
        let point = parse_number("1.234").unwrap();
        assert_eq!(point.clone().under(SeparatorStyle::CommaDecimal), "1234");
        assert_eq!(point.clone().under(SeparatorStyle::PointDecimal), "1.234");
        assert_eq!(point.sure(), None);
        assert_eq!(
            parse_number("1,234")
                .unwrap()
                .under(SeparatorStyle::CommaDecimal),
            "1.234"
        );
    }

    #[test]
    fn a_leading_zero_or_other_lengths_are_not_ambiguous() {
        assert_eq!(sure("0.125"), "0.125");
        assert_eq!(sure("1.25"), "1.25");
        assert_eq!(sure("1234.567"), "1234.567");
    }

    #[test]
    fn signs_zeros_and_exponents_are_normalised() {
        assert_eq!(sure("-003,00"), "-3");
        assert_eq!(sure("−3"), "-3");
        assert_eq!(sure("-0,0"), "0");
        assert_eq!(sure("1.5E-3"), "0.0015");
        assert_eq!(sure("2.5E+2"), "250");
        assert_eq!(sure("1e3"), "1000");
    }

    #[test]
    fn numbers_beyond_all_use_are_refused() {
        assert_eq!(parse_number("1e300"), Err(NumberError::OutOfRange));
        assert_eq!(parse_number("1e99999999999"), Err(NumberError::OutOfRange));
        assert_eq!(parse_number("9999999999999"), Err(NumberError::OutOfRange));
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in [
            "",
            "-",
            "trễ",
            "5/3",
            "1,2,3",
            "1..2",
            "12.34.5",
            "1.234,5.6",
            "5%",
            "1e",
            "12 34",
            "--3",
            "1,",
        ] {
            assert_eq!(parse_number(text), Err(NumberError::NotANumber), "{text}");
        }
    }

    #[test]
    fn numbers_are_written_with_a_decimal_comma() {
        assert_eq!(format_number("-1234.5"), "-1234,5");
        assert_eq!(format_grouped("1234567.25"), "1.234.567,25");
        assert_eq!(format_grouped("-123"), "-123");
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn a_number_written_for_people_reads_back_exactly(whole in 0_u64..1_000_000_000_000, decimals in "[0-9]{0,5}[1-9]?", negative: bool) {
            let sign = if negative { "-" } else { "" };
            let decimal = format!("{sign}{whole}.{decimals}");
            let normal = parse_number(&format!("{decimal}0")).unwrap().under(SeparatorStyle::PointDecimal);
            for written in [format_number(&normal), format_grouped(&normal)] {
                let read = parse_number(&written).unwrap().under(SeparatorStyle::CommaDecimal);
                proptest::prop_assert_eq!(&read, &normal);
            }
        }

        #[test]
        fn any_text_is_a_number_or_an_error(text in "\\PC{0,20}") {
            if let Ok(reading) = parse_number(&text) {
                let value = reading.under(SeparatorStyle::CommaDecimal);
                proptest::prop_assert_eq!(parse_number(&value).unwrap().under(SeparatorStyle::PointDecimal), value);
            }
        }
    }
}
