//! Decimal numbers as people type them: exact, with at most six decimals.

use std::fmt;

use thiserror::Error;

use super::Exact;

/// An exact decimal number: a whole count of millionths.
///
/// Coefficients, quantities and points are entered with few decimals; six are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i64);

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DecimalError {
    /// There is no digit, or a character that does not belong.
    #[error("not a decimal number")]
    NotANumber,
    /// More than six decimals that are not zero.
    #[error("more than six decimals")]
    TooPrecise,
    /// Beyond ±1,000,000,000,000.
    #[error("out of range")]
    OutOfRange,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(Self::SCALE);
    /// Millionths in one.
    pub const SCALE: i64 = 1_000_000;
    const DECIMALS: usize = 6;
    const LIMIT: i64 = 1_000_000_000_000 * Self::SCALE;

    /// The number with this many millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// A whole number.
    #[must_use]
    pub const fn from_whole(whole: i32) -> Self {
        Self(whole as i64 * Self::SCALE)
    }

    /// The count of millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// True for numbers below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// True for zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Reads `"12"`, `"12.5"`, `"-0.25"`: a point as separator, no exponent, no grouping.
    ///
    /// # Errors
    /// [`DecimalError`] when the text is not such a number or does not fit.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) || (whole.is_empty() && decimals.is_empty())
        {
            return Err(DecimalError::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > Self::DECIMALS {
            return Err(DecimalError::TooPrecise);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 13 {
            return Err(DecimalError::OutOfRange);
        }
        let read = |part: &str| {
            if part.is_empty() {
                Ok(0)
            } else {
                part.parse::<i64>()
            }
        };
        let whole: i64 = read(whole).map_err(|_| DecimalError::OutOfRange)?;
        let fraction: i64 =
            read(&format!("{decimals:0<6}")).map_err(|_| DecimalError::NotANumber)?;
        let value = whole * Self::SCALE + fraction;
        if value > Self::LIMIT {
            return Err(DecimalError::OutOfRange);
        }
        Ok(Self(if negative { -value } else { value }))
    }

    /// The same number as an exact fraction.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::ratio(i128::from(self.0), i128::from(Self::SCALE))
    }

    /// The sum, or nothing when it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or nothing when it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        let whole = magnitude / Self::SCALE.unsigned_abs();
        let fraction = magnitude % Self::SCALE.unsigned_abs();
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{fraction:06}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_what_people_type() {
        for (text, shown) in [
            ("12", "12"),
            ("12.50", "12.5"),
            ("-0.25", "-0.25"),
            (".5", "0.5"),
            ("0.000001", "0.000001"),
        ] {
            assert_eq!(
                Decimal::parse(text).map(|d| d.to_string()).as_deref(),
                Ok(shown)
            );
        }
    }

    #[test]
    fn refuses_what_is_no_plain_decimal() {
        assert_eq!(Decimal::parse(""), Err(DecimalError::NotANumber));
        assert_eq!(Decimal::parse("."), Err(DecimalError::NotANumber));
        assert_eq!(Decimal::parse("1e3"), Err(DecimalError::NotANumber));
        assert_eq!(Decimal::parse("--1"), Err(DecimalError::NotANumber));
        assert_eq!(Decimal::parse("0.1234567"), Err(DecimalError::TooPrecise));
        assert_eq!(
            Decimal::parse("1000000000001"),
            Err(DecimalError::OutOfRange)
        );
        assert_eq!(
            Decimal::parse(&"9".repeat(300)),
            Err(DecimalError::OutOfRange)
        );
    }
}
