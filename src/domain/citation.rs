//! Where a rule stands written, and how binding it is.

use super::Day;

/// How binding a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Text of a decree in force.
    Mandatory,
    /// A ministry handbook: guidance.
    Guidance,
    /// An agency's or province's own rule.
    Local,
    /// Our default where no text gives a number.
    Proposal,
}

/// A place in an instrument: article, clause and point, or an annex.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Citation {
    /// Key of the instrument in the rules, for example `nd-335-2025`.
    pub instrument: String,
    /// Điều.
    pub article: Option<u16>,
    /// Khoản.
    pub clause: Option<u16>,
    /// Điểm, as printed (`a`, `b`, `đ`).
    pub point: Option<String>,
    /// Annex, form or section as printed (`Phụ lục I`, `Mẫu số 01`).
    pub part: Option<String>,
}

/// Days from the first, inclusive, to the last, inclusive and possibly open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day; open when nothing.
    pub to: Option<Day>,
}

impl Span {
    /// True when the day lies inside.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// True when the two share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}
