//! Confirmed periods: the score as it stood, to the last digit.

use super::{Class, Day, Decimal, Exact};

/// The confirmation of one official's score in one period.
///
/// While locked, the frozen figures are what counts, whatever rules or readings change later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// 1 for the first confirmation, higher after each unlocking.
    pub version: u32,
    /// When.
    pub on: Day,
    /// By whom.
    pub by: String,
    /// The exact total.
    pub total: Exact,
    /// The exact general points within it.
    pub general: Exact,
    /// The exact result ratio within it.
    pub result: Exact,
    /// The corresponding class.
    pub class: Class,
    /// The readings it was scored with, as `R1=per_occurrence` in order; where local rules were
    /// in force, also `local` with their decision and issuer.
    pub readings: Vec<(String, String)>,
    /// Set when unlocked again: day and reason.
    pub unlocked: Option<(Day, String)>,
}

/// A month's score brought along from a former agency (Điều 19.1) or a paper record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignScore {
    /// Total points.
    pub total: Decimal,
    /// Where it comes from.
    pub source: String,
}
