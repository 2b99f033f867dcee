//! The agency's own length of a time limit for complaints, dated, with issuer and document.

use super::Span;

/// The agency's own length of one time limit, in force for complaints received on the days given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockChoice {
    /// Key of the time limit in the rules, for example `khieu-nai.accept`; for a procedure the
    /// rules know no time limit of, the key of the procedure.
    pub clock: String,
    /// How many days.
    pub length: u32,
    /// True when working days are counted.
    pub working_days: bool,
    /// Days in force.
    pub span: Span,
    /// Who decided.
    pub issuer: String,
    /// With what document.
    pub document: String,
}

impl ClockChoice {
    /// Document and issuer as one cites them.
    #[must_use]
    pub fn cited(&self) -> String {
        format!("{}, {}", self.document, self.issuer)
    }
}
