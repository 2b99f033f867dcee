//! The agency whose people are evaluated, and how it follows them.

/// The agency of this workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agency {
    /// Name as printed on forms.
    pub name: String,
    /// The superior body printed above it.
    pub superior: String,
    /// Place of the date line.
    pub place: String,
    /// Who signs as the competent authority, a title.
    pub signer_title: String,
    /// Whether scores are followed by month or by quarter (Điều 17.1).
    pub tracking: Tracking,
    /// True for the invented sample agency.
    pub sample: bool,
}

/// The rhythm of follow-up an agency has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tracking {
    /// Twelve monthly scores.
    #[default]
    Monthly,
    /// Four quarterly scores.
    Quarterly,
}
