//! Decisions on the class of a year, each replaced rather than overwritten.

use super::{Class, Day, DecisionId, OfficialId};

/// One decision in the procedure of a year's classification (Điều 21).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearDecision {
    /// Who.
    pub official: OfficialId,
    /// The evaluated year.
    pub year: u16,
    /// The class the official gave (Mẫu số 02, part II).
    pub own_class: Option<Class>,
    /// The class decided by the authority.
    pub class: Option<Class>,
    /// Why it differs from the computed one.
    pub reason: Option<String>,
    /// Number of the decision.
    pub number: Option<String>,
    /// Day of the decision.
    pub on: Option<Day>,
    /// Mẫu số 02, part IV.
    pub proposal: Option<String>,
    /// The decision this one replaces (Điều 21.3).
    pub replaces: Option<DecisionId>,
    /// The petition against it.
    pub petition: Option<Petition>,
}

/// A petition against a classification (Điều 22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Petition {
    /// Day of receipt.
    pub received: Day,
    /// Day of the answer.
    pub answered: Option<Day>,
    /// The answer's document.
    pub document: Option<String>,
}
