//! Exact fractions: the only numbers a score is made of.
//!
//! Small fractions stay in machine integers; a mean of twelve months with unlike
//! denominators outgrows them and continues in big integers, unreduced until shown.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use thiserror::Error;

/// An exact fraction with a denominator above zero.
#[derive(Clone)]
pub struct Exact(Repr);

#[derive(Clone)]
enum Repr {
    /// Denominator above zero; in lowest terms but for a mean.
    Small(i128, i128),
    /// Not necessarily in lowest terms, denominator above zero.
    Big(Box<(BigInt, BigInt)>),
}

/// Why a text is not an [`Exact`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExactError {
    /// Not `n`, `n/d` or a decimal.
    #[error("not a fraction")]
    NotAFraction,
    /// The denominator is zero.
    #[error("denominator is zero")]
    ZeroDenominator,
}

impl Exact {
    /// A whole number.
    #[must_use]
    pub const fn whole(n: i64) -> Self {
        Self(Repr::Small(n as i128, 1))
    }

    /// Zero.
    #[must_use]
    pub const fn zero() -> Self {
        Self::whole(0)
    }

    /// One.
    #[must_use]
    pub const fn one() -> Self {
        Self::whole(1)
    }

    /// The fraction `numerator / denominator`.
    ///
    /// # Panics
    /// When the denominator is zero: callers check for "nothing assigned" before they divide.
    #[must_use]
    pub fn ratio(numerator: i128, denominator: i128) -> Self {
        assert!(denominator != 0, "a fraction needs a denominator");
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1);
        let Ok(divisor) = i128::try_from(divisor) else {
            return Self::big(BigInt::from(numerator), BigInt::from(denominator));
        };
        let sign = if denominator < 0 { -1 } else { 1 };
        Self(Repr::Small(
            sign * (numerator / divisor),
            sign * (denominator / divisor),
        ))
    }

    fn big(numerator: BigInt, denominator: BigInt) -> Self {
        if denominator.is_negative() {
            return Self(Repr::Big(Box::new((-numerator, -denominator))));
        }
        Self(Repr::Big(Box::new((numerator, denominator))))
    }

    fn parts(&self) -> (BigInt, BigInt) {
        match &self.0 {
            Repr::Small(n, d) => (BigInt::from(*n), BigInt::from(*d)),
            Repr::Big(b) => (b.0.clone(), b.1.clone()),
        }
    }

    /// Sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            if b == d
                && let Some(n) = a.checked_add(*c)
            {
                return Self::ratio(n, *b);
            }
            if let (Some(ad), Some(cb), Some(bd)) =
                (a.checked_mul(*d), c.checked_mul(*b), b.checked_mul(*d))
                && let Some(n) = ad.checked_add(cb)
            {
                return Self::ratio(n, bd);
            }
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        if b == d {
            return Self::big(a + c, b);
        }
        Self::big(a * &d + c * &b, b * d)
    }

    /// Difference.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    fn negated(&self) -> Self {
        match &self.0 {
            Repr::Small(n, d) => match n.checked_neg() {
                Some(n) => Self(Repr::Small(n, *d)),
                None => Self::big(-BigInt::from(*n), BigInt::from(*d)),
            },
            Repr::Big(b) => Self::big(-b.0.clone(), b.1.clone()),
        }
    }

    /// Product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0)
            && let (Some(n), Some(m)) = (a.checked_mul(*c), b.checked_mul(*d))
        {
            return Self::ratio(n, m);
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        Self::big(a * c, b * d)
    }

    /// Quotient, or nothing when the divisor is zero.
    #[must_use]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        let flipped = match &other.0 {
            Repr::Small(n, d) => Self::ratio(*d, *n),
            Repr::Big(b) => Self::big(b.1.clone(), b.0.clone()),
        };
        Some(self.times(&flipped))
    }

    /// Arithmetic mean, or nothing for no values.
    #[must_use]
    pub fn mean<'a>(values: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let values: Vec<&Self> = values.into_iter().collect();
        if let Some(mean) = Self::small_mean(&values) {
            return Some(mean);
        }
        let (mut sum, mut common) = (BigInt::from(0), BigInt::from(1));
        for value in &values {
            let (n, d) = value.parts();
            if (&common % &d).is_zero() {
                sum += n * (&common / &d);
            } else {
                sum = sum * &d + n * &common;
                common *= d;
            }
        }
        (!values.is_empty()).then(|| Self::big(sum, common * values.len()))
    }

    /// The mean over one common denominator, left unreduced; nothing where it does not fit.
    fn small_mean(values: &[&Self]) -> Option<Self> {
        let mut common = 1_i128;
        for value in values {
            let Repr::Small(_, d) = value.0 else {
                return None;
            };
            if common % d != 0 {
                let divisor = gcd(common.unsigned_abs(), d.unsigned_abs());
                common = common.checked_mul(d / i128::try_from(divisor).ok()?)?;
            }
        }
        let mut sum = 0_i128;
        for value in values {
            let Repr::Small(n, d) = value.0 else {
                return None;
            };
            sum = sum.checked_add(n.checked_mul(common / d)?)?;
        }
        let count = i128::try_from(values.len()).ok().filter(|n| *n > 0)?;
        Some(Self(Repr::Small(sum, common.checked_mul(count)?)))
    }

    /// True for zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n == 0,
            Repr::Big(b) => b.0.is_zero(),
        }
    }

    /// True below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n < 0,
            Repr::Big(b) => b.0.is_negative(),
        }
    }

    /// True when the value is written exactly with this many decimals.
    #[must_use]
    pub fn fits_decimals(&self, decimals: u32) -> bool {
        let (n, d) = self.parts();
        (n * BigInt::from(10).pow(decimals)).is_multiple_of(&d)
    }

    /// Greatest whole number not above the value.
    #[must_use]
    pub fn floor(&self) -> i64 {
        let (n, d) = self.parts();
        n.div_floor(&d).to_i64().unwrap_or(i64::MAX)
    }

    /// The whole number nearest to the value; a half goes up.
    #[must_use]
    pub fn nearest(&self) -> i64 {
        self.plus(&Self::ratio(1, 2)).floor()
    }

    /// Decimal text cut off (never rounded) after `decimals` places, with a point: `"89.99"`.
    ///
    /// Cut towards zero, so that no display crosses a threshold upwards.
    #[must_use]
    pub fn truncated(&self, decimals: u32) -> String {
        let (n, d) = self.parts();
        let scaled = (n.abs() * BigInt::from(10).pow(decimals)) / d;
        let digits = format!(
            "{:0>width$}",
            scaled.to_string(),
            width = decimals as usize + 1
        );
        let sign = if n.is_negative() && !scaled.is_zero() {
            "-"
        } else {
            ""
        };
        let (whole, fraction) = digits.split_at(digits.len() - decimals as usize);
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }

    /// Reads `"n"`, `"n/d"` or a decimal such as `"89.5"`.
    ///
    /// # Errors
    /// [`ExactError`] when the text is none of these.
    pub fn parse(text: &str) -> Result<Self, ExactError> {
        let whole = |t: &str| t.parse::<BigInt>().map_err(|_| ExactError::NotAFraction);
        if let Some((n, d)) = text.split_once('/') {
            let (n, d) = (whole(n)?, whole(d)?);
            if d.is_zero() {
                return Err(ExactError::ZeroDenominator);
            }
            return Ok(Self::big(n, d).reduced());
        }
        if let Some((w, f)) = text.split_once('.') {
            if f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit()) {
                return Err(ExactError::NotAFraction);
            }
            let exponent = u32::try_from(f.len()).map_err(|_| ExactError::NotAFraction)?;
            return Ok(
                Self::big(whole(&format!("{w}{f}"))?, BigInt::from(10).pow(exponent)).reduced(),
            );
        }
        Ok(Self::big(whole(text)?, BigInt::from(1)).reduced())
    }

    /// The same value in lowest terms and, where it fits, in machine integers.
    #[must_use]
    pub fn reduced(&self) -> Self {
        let b = match &self.0 {
            Repr::Small(n, d) => return Self::ratio(*n, *d),
            Repr::Big(b) => b,
        };
        let divisor = b.0.gcd(&b.1);
        let (n, d) = (&b.0 / &divisor, &b.1 / &divisor);
        match (n.to_i128(), d.to_i128()) {
            (Some(n), Some(d)) => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new((n, d)))),
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(x), Ok(y)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(gcd_small(x, y));
        }
        (a, b) = (b, a % b);
    }
    a
}

fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n, d) = self.reduced().parts();
        if d == BigInt::from(1) {
            write!(f, "{n}")
        } else {
            write!(f, "{n}/{d}")
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                if let (Some(ad), Some(cb)) = (a.checked_mul(*d), c.checked_mul(*b)) {
                    return ad.cmp(&cb);
                }
            }
            (Repr::Big(big), Repr::Small(c, d)) => return (&big.0 * *d).cmp(&(&big.1 * *c)),
            (Repr::Small(a, b), Repr::Big(big)) => return (&big.1 * *a).cmp(&(&big.0 * *b)),
            (Repr::Big(one), Repr::Big(two)) => return (&one.0 * &two.1).cmp(&(&two.0 * &one.1)),
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        (a * d).cmp(&(c * b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_three_times_is_one() {
        let third = Exact::ratio(1, 3);
        assert_eq!(third.plus(&third).plus(&third), Exact::one());
    }

    #[test]
    fn display_cuts_and_never_rounds() {
        assert_eq!(Exact::ratio(89_995, 1_000).truncated(2), "89.99");
        assert_eq!(Exact::ratio(-1, 1_000).truncated(2), "0.00");
        assert_eq!(Exact::ratio(6025, 72).truncated(2), "83.68");
        assert_eq!(Exact::whole(90).truncated(0), "90");
    }

    #[test]
    fn outgrows_machine_integers_without_losing_a_digit() {
        let primes = [
            101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181,
            191, 193, 197,
        ];
        let sum = primes
            .iter()
            .fold(Exact::zero(), |s, p| s.plus(&Exact::ratio(1, *p)));
        let back = primes
            .iter()
            .fold(sum, |s, p| s.minus(&Exact::ratio(1, *p)));
        assert_eq!(back, Exact::zero());
        assert_eq!(back.reduced().to_string(), "0");
    }

    #[test]
    fn a_mean_is_the_sum_divided_by_the_count_however_large_it_grows() {
        let terms: Vec<Exact> = (0..12)
            .map(|at| Exact::ratio(89 + at, 9_973 + at * 2_310 + 1))
            .collect();
        for count in 1..=terms.len() {
            let sum = terms[..count].iter().fold(Exact::zero(), |s, t| s.plus(t));
            let whole = Exact::whole(i64::try_from(count).unwrap_or(0));
            assert_eq!(Exact::mean(&terms[..count]), sum.divided_by(&whole));
            let mean = Exact::mean(&terms[..count]).map(|mean| mean.reduced().to_string());
            assert_eq!(mean, sum.divided_by(&whole).map(|mean| mean.to_string()));
        }
        assert_eq!(Exact::mean(&[]), None);
        let quarters = [Exact::whole(1), Exact::ratio(1, 2)];
        let mean = Exact::mean(&quarters).map(|mean| mean.to_string());
        assert_eq!(mean.as_deref(), Some("3/4"));
    }

    #[test]
    fn reads_fractions_and_decimals() {
        assert_eq!(
            Exact::parse("6025/72").map(|e| e.to_string()).as_deref(),
            Ok("6025/72")
        );
        assert_eq!(
            Exact::parse("27.5").map(|e| e.to_string()).as_deref(),
            Ok("55/2")
        );
        assert_eq!(
            Exact::parse("-0.5").map(|e| e.to_string()).as_deref(),
            Ok("-1/2")
        );
        assert_eq!(Exact::parse("1/0"), Err(ExactError::ZeroDenominator));
        assert_eq!(Exact::parse("1,5"), Err(ExactError::NotAFraction));
    }
}
