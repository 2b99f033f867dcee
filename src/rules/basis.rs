//! What every rule carries: its key, its words, its source, how binding it is and since when.

use std::sync::Arc;

use crate::domain::{Citation, Day, Decimal, Exact, Grade, Span};

/// The same words in both languages of the program.
///
/// `vi` is the law's own wording or, where the law has none, an office's; `en` translates it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// The legal basis of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Unique key, for example `task.points`.
    pub key: String,
    /// What the rule is called.
    pub name: Wording,
    /// Where it stands written; never empty.
    pub citations: Vec<Citation>,
    /// How binding it is.
    pub grade: Grade,
    /// Days in force.
    pub span: Span,
    /// The day somebody last compared it with its source.
    pub verified_on: Day,
    /// The source's own Vietnamese words, verbatim, where they are at hand.
    pub quote: Option<String>,
    /// What a reader should know besides: a second-hand source, a gap in the text.
    pub note: Option<Wording>,
}

/// One number of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// The number in the unit its field names: points or percent.
    pub value: Decimal,
}

impl Figure {
    /// The number as it stands.
    #[must_use]
    pub fn exact(&self) -> Exact {
        self.value.exact()
    }

    /// A percentage as a fraction of one: 25 becomes 1/4.
    #[must_use]
    pub fn share(&self) -> Exact {
        share(self.value)
    }
}

/// A percentage as a fraction of one.
#[must_use]
pub(super) fn share(percent: Decimal) -> Exact {
    percent.exact().times(&Exact::ratio(1, 100))
}

/// One whole number of the law: months, days, groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// The number in the unit its field names.
    pub value: u32,
}

/// A rule without a number: a principle or a way of counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principle {
    /// Legal basis.
    pub basis: Arc<Basis>,
}
