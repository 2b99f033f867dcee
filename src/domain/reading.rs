//! The agency's choices where the law can be read in more than one way.

use super::{Day, Span};

/// One choice of a reading, in force for the days given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingChoice {
    /// Key of the reading in the rules, for example `R1`.
    pub reading: String,
    /// Key of the option, for example `per_day`.
    pub option: String,
    /// Days in force.
    pub span: Span,
    /// Who decided.
    pub issuer: Option<String>,
    /// With what document.
    pub document: Option<String>,
}

/// The agency's correction of one day of the shipped working calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEdit {
    /// The day.
    pub day: Day,
    /// True when it is worked.
    pub working: bool,
    /// Why, or by which notice.
    pub note: Option<String>,
}
