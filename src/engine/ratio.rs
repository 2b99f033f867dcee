//! a, b and c of a period from the sums of its tasks (Điều 14.2, readings R2 and R3).

use crate::rules::{Denominator, Excess};

use super::fraction::Fraction;
use super::tally::Tally;
use super::terms::Terms;

/// What a ratio measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// a: Σ k·h.
    Quantity,
    /// b: Σ k·h·q.
    Quality,
    /// c: Σ k·h·t.
    Schedule,
}

/// Numerator and denominator of one ratio in the tally's scale, and what it comes to.
#[derive(Debug, Clone, Copy)]
pub struct RatioFigures {
    /// In parts of the terms' unit.
    pub numerator: i128,
    /// In parts of the terms' unit.
    pub denominator: i128,
    /// The ratio after R3.
    pub ratio: Fraction,
    /// True when R3 cut it at one.
    pub cut: bool,
}

/// One of a, b, c; nothing when nothing is assigned or the figures do not fit.
///
/// The denominator is the assigned amount. Under the reading that b and c are divided by
/// the completed amount (R2) a period without anything completed has ratio zero.
#[must_use]
pub fn ratio(measure: Measure, tally: &Tally, terms: &Terms) -> Option<RatioFigures> {
    if tally.assigned <= 0 || tally.too_large {
        return None;
    }
    let completed = tally.completed.checked_mul(terms.unit)?;
    let assigned = tally.assigned.checked_mul(terms.unit)?;
    let by_completed = terms.denominator == Denominator::Completed && completed > 0;
    let (numerator, denominator) = match measure {
        Measure::Quantity => (completed, assigned),
        Measure::Quality | Measure::Schedule => {
            let numerator = match measure {
                Measure::Quality => tally.quality,
                _ => tally.schedule,
            };
            (numerator, if by_completed { completed } else { assigned })
        }
    };
    let kept = Fraction::new(numerator, denominator)?;
    let cut = terms.excess == Excess::CapEach && kept.exceeds_one();
    Some(RatioFigures {
        numerator,
        denominator,
        ratio: if cut { kept.at_most_one() } else { kept },
        cut,
    })
}
