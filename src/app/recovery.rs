//! What was mended when stored data were opened, and what is left of those that do not open.

use crate::ledger::{Kind, Moment};

/// Something that was damaged and cost no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Records were damaged and made from the log again, all of them.
    Rebuilt,
    /// The records are complete, but of so many actions in the log only the heading is left.
    LogOnly(usize),
}

/// What can still be made out of stored data that do not open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The last action known to have been saved.
    pub saved: u64,
    /// The last action after which everything fits together; 0 when nothing does.
    pub whole: u64,
    /// When that action was done, where its line in the log can be read.
    pub at: Option<Moment>,
    /// Kinds of records of which there are fewer or more then: how many were saved, how many are there.
    pub differing: Vec<(Kind, u64, u64)>,
    /// True when single records beyond that can be read, for the rescue file.
    pub more: bool,
}
