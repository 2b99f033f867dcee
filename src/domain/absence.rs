//! Absences that shape the mean and the right to a class (Điều 11, 19.3).

use super::{OfficialId, Span};

/// Why an official was away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AbsenceKind {
    /// Sick leave under social insurance law.
    Sick,
    /// Maternity leave.
    Maternity,
    /// Unpaid leave.
    Unpaid,
    /// Full-time training, secondment and other reasons.
    Other,
}

/// One absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub official: OfficialId,
    /// Why.
    pub kind: AbsenceKind,
    /// When.
    pub span: Span,
    /// The document that granted it.
    pub document: Option<String>,
}
