//! Units of the agency and groups of similar duties.

use super::{Class, Day, Decimal, UnitId};

/// An organisation, office or division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Name as printed.
    pub name: String,
    /// The agency's own code, if it has one.
    pub code: Option<String>,
    /// The unit above; nothing for the agency itself.
    pub parent: Option<UnitId>,
}

/// A group of civil servants with similar duties, in which the cap also holds (Điều 20.5a).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyGroup {
    /// Name.
    pub name: String,
}

/// What is recorded of a unit for one year: its own class and the cap's percentage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitYear {
    /// Recognised score of the organisation, 0 to 100.
    pub score: Option<Decimal>,
    /// Recognised class of the organisation (Điều 5 to 9).
    pub class: Option<Class>,
    /// Number and date of the decision of recognition.
    pub document: Option<String>,
    /// Day of the decision.
    pub decided_on: Option<Day>,
    /// True when the authority raised the cap for outstanding results (Điều 20.5b).
    pub raised_cap: bool,
    /// The document that raised it.
    pub raised_cap_document: Option<String>,
}
