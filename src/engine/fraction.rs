//! Unreduced fractions of machine integers, for the sums between tasks and a score.
//!
//! Reducing is what exact arithmetic spends its time on; a score is reduced once, at the
//! end. Where a product would not fit, the same sum is formed with [`Exact`] instead.

use crate::domain::{Decimal, Exact};

/// A fraction not below zero with a denominator above zero, not in lowest terms.
#[derive(Debug, Clone, Copy)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// The fraction; nothing for a denominator of zero.
    #[must_use]
    pub const fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        Some(Self {
            numerator,
            denominator,
        })
    }

    /// A percentage as a fraction of one.
    #[must_use]
    pub const fn percent(value: Decimal) -> Self {
        Self {
            numerator: value.millionths() as i128,
            denominator: 100 * Decimal::SCALE as i128,
        }
    }

    /// The value.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::ratio(self.numerator, self.denominator)
    }

    /// The value, but at most one.
    #[must_use]
    pub const fn at_most_one(self) -> Self {
        if self.numerator > self.denominator {
            return Self {
                numerator: 1,
                denominator: 1,
            };
        }
        self
    }

    /// True above one.
    #[must_use]
    pub const fn exceeds_one(self) -> bool {
        self.numerator > self.denominator
    }

    /// The arithmetic mean; nothing for no fractions, or when it does not fit.
    fn mean(fractions: &[Self]) -> Option<Self> {
        let mut common = fractions.first()?.denominator;
        for fraction in fractions {
            if common % fraction.denominator != 0 {
                let divisor = num_integer::gcd(common, fraction.denominator);
                common = common.checked_mul(fraction.denominator / divisor)?;
            }
        }
        let mut sum = 0_i128;
        for fraction in fractions {
            let scaled = fraction
                .numerator
                .checked_mul(common / fraction.denominator)?;
            sum = sum.checked_add(scaled)?;
        }
        let count = i128::try_from(fractions.len()).ok()?;
        Self::new(sum, common.checked_mul(count)?)
    }
}

/// The mean of some ratios and the points it stands for (Điều 16, 17.1).
#[derive(Debug, Clone)]
pub enum Mean {
    /// Fits machine integers.
    Small(Fraction),
    /// Does not.
    Large(Exact),
}

impl Mean {
    /// The mean; nothing for no ratios.
    #[must_use]
    pub fn of(ratios: &[Fraction]) -> Option<Self> {
        if let Some(mean) = Fraction::mean(ratios) {
            return Some(Self::Small(mean));
        }
        let exact: Vec<Exact> = ratios.iter().map(|ratio| ratio.exact()).collect();
        Exact::mean(&exact).map(Self::Large)
    }

    /// The mean, but at most one.
    #[must_use]
    pub fn at_most_one(self) -> Self {
        match self {
            Self::Small(fraction) => Self::Small(fraction.at_most_one()),
            Self::Large(exact) => Self::Large(exact.min(Exact::one())),
        }
    }

    /// True above one.
    #[must_use]
    pub fn exceeds_one(&self) -> bool {
        match self {
            Self::Small(fraction) => fraction.exceeds_one(),
            Self::Large(exact) => *exact > Exact::one(),
        }
    }

    /// The value.
    #[must_use]
    pub fn exact(&self) -> Exact {
        match self {
            Self::Small(fraction) => fraction.exact(),
            Self::Large(exact) => exact.clone(),
        }
    }

    /// `points` times the mean, plus `general`.
    #[must_use]
    pub fn points_with(&self, points: Decimal, general: Decimal) -> Exact {
        self.small_points_with(points, general).unwrap_or_else(|| {
            let earned = points.exact().times(&self.exact());
            general.exact().plus(&earned)
        })
    }

    fn small_points_with(&self, points: Decimal, general: Decimal) -> Option<Exact> {
        let Self::Small(Fraction {
            numerator,
            denominator,
        }) = self
        else {
            return None;
        };
        let (points, general) = (points.millionths(), general.millionths());
        let common = num_integer::gcd(num_integer::gcd(points, general), Decimal::SCALE);
        let in_units = |millionths: i64| i128::from(millionths / common);
        let earned = in_units(points).checked_mul(*numerator)?;
        let general = in_units(general).checked_mul(*denominator)?;
        let scaled = denominator.checked_mul(in_units(Decimal::SCALE))?;
        Some(Exact::ratio(earned.checked_add(general)?, scaled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).expect("a denominator above zero")
    }

    #[test]
    fn a_mean_of_unlike_denominators_is_exact() {
        let mean = Mean::of(&[fraction(1, 2), fraction(1, 3), fraction(1, 1)]);
        assert_eq!(mean.map(|mean| mean.exact()), Some(Exact::ratio(11, 18)));
    }

    #[test]
    fn what_does_not_fit_is_formed_exactly_all_the_same() {
        let large = i128::MAX / 2;
        let ratios = [
            fraction(1, large),
            fraction(1, large - 1),
            fraction(1, large - 2),
        ];
        let exact: Vec<Exact> = ratios.iter().map(|ratio| ratio.exact()).collect();
        let mean = Mean::of(&ratios).expect("three ratios");
        assert!(matches!(mean, Mean::Large(_)));
        assert_eq!(Some(mean.exact()), Exact::mean(&exact));
        let points = mean.points_with(Decimal::from_whole(70), Decimal::from_whole(30));
        let expected = Exact::whole(70)
            .times(&mean.exact())
            .plus(&Exact::whole(30));
        assert_eq!(points, expected);
    }

    #[test]
    fn the_fast_and_the_slow_way_give_the_same_points() {
        let mean = Mean::of(&[
            fraction(251, 280),
            fraction(2311, 3360),
            fraction(2407, 3360),
        ]);
        let mean = mean.expect("three ratios");
        let points = mean.points_with(Decimal::from_whole(70), Decimal::from_whole(30));
        assert_eq!(points, Exact::ratio(6025, 72));
        assert_eq!(mean.exact(), Exact::ratio(773, 1008));
    }
}
