//! What can be wrong with the rules' data, all of it reported at once.

use std::cell::RefCell;
use std::fmt;

use thiserror::Error;

use crate::domain::{Day, DecimalError};

/// One fault: where it is and why it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesFault {
    /// The data file.
    pub file: String,
    /// The entry: its key, or its table and place when it has none.
    pub entry: String,
    /// What is wrong.
    pub reason: FaultReason,
}

/// Why a piece of the rules' data cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FaultReason {
    /// The file is not TOML.
    #[error("line {line}: {message}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// The parser's own words.
        message: String,
    },
    /// A key that must be there is not.
    #[error("`{0}` is missing")]
    Missing(String),
    /// A key nobody reads.
    #[error("`{0}` is not a known key")]
    Unknown(String),
    /// A value of the wrong kind.
    #[error("`{key}` must be {expected}")]
    WrongKind {
        /// The key.
        key: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A word outside its list.
    #[error("`{key}` = \"{word}\" is none of the known words")]
    UnknownWord {
        /// The key.
        key: String,
        /// The word found.
        word: String,
    },
    /// A number that is no plain decimal.
    #[error("`{key}` is no decimal number: {error}")]
    Decimal {
        /// The key.
        key: String,
        /// Why not.
        error: DecimalError,
    },
    /// Not a day such as 2026-01-31.
    #[error("`{0}` is no day such as 2026-01-31")]
    Day(String),
    /// Not a citation such as `nd-335-2025 Đ20.5a`.
    #[error("\"{0}\" is no citation such as `nd-335-2025 Đ20.5a`")]
    Citation(String),
    /// The citation names an instrument that is not listed.
    #[error("the instrument `{0}` is not listed")]
    Instrument(String),
    /// The last day lies before the first.
    #[error("the last day lies before the first")]
    Span,
    /// Two entries of one kind share key and day.
    #[error("a second entry with this key is in force on {0}")]
    Overlap(Day),
    /// No entry is in force on a day that needs one.
    #[error("no entry is in force on {0}")]
    Gap(Day),
    /// Parts do not add up to their whole.
    #[error("the parts add up to {found}, not to {expected}")]
    Sum {
        /// The whole.
        expected: String,
        /// The sum of the parts.
        found: String,
    },
    /// A list that must not be empty is.
    #[error("`{0}` is empty")]
    Empty(String),
}

impl fmt::Display for RulesFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}: {}", self.file, self.entry, self.reason)
    }
}

/// Everything wrong with the rules' data, in order of file and entry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct RulesFaults(pub Vec<RulesFault>);

/// Collects faults while the rest is read on.
#[derive(Debug, Default)]
pub(super) struct Faults(RefCell<Vec<RulesFault>>);

impl Faults {
    pub(super) fn report(&self, file: &str, entry: &str, reason: FaultReason) {
        self.0.borrow_mut().push(RulesFault {
            file: file.to_owned(),
            entry: entry.to_owned(),
            reason,
        });
    }

    pub(super) fn into_sorted(self) -> Vec<RulesFault> {
        let mut all = self.0.into_inner();
        all.sort_by(|a, b| (&a.file, &a.entry).cmp(&(&b.file, &b.entry)));
        all.dedup();
        all
    }
}
