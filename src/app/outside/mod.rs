//! Copies outside the browser: where they go, what they are called, when one is due, which stay.
//!
//! Only a file outside the browser is a backup. Where a folder was chosen, copies go there by
//! themselves; elsewhere the user is reminded. Everything here is a function of its arguments:
//! the moment comes with each event, the names of the copies from whoever listed them.

mod clear;
mod due;
mod happened;
mod keep;
mod name;
#[cfg(test)]
mod tests;

use crate::files::backup::BackupError;
use crate::ledger::Moment;

use super::{Model, StorageProblem, WorkProblem};

pub use clear::*;
pub use due::*;
pub use happened::*;
pub use keep::*;
pub use name::*;

/// How the copies of the open workspace stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outside {
    /// The folder they go to.
    pub folder: FolderState,
    /// The last action some copy holds.
    pub copied_to: u64,
    /// A copy up to this action is being made.
    pub under_way: Option<u64>,
    /// When the last copy failed.
    pub tried: Option<Moment>,
    /// Why the last copy was not made; until one is.
    pub problem: Option<CopyProblem>,
    /// A copy is to be made as soon as the folder can be written to, whatever its age.
    pub owed: bool,
    /// A file was downloaded by itself; whether the browser let it through, nobody knows yet.
    pub offered: Option<Offered>,
    /// The browser was asked how it keeps the data, since there was something to keep.
    pub keeping_seen: bool,
}

/// A copy that was offered as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// When.
    pub at: Moment,
    /// The last action it holds.
    pub to: u64,
}

/// The folder copies go to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FolderState {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// This browser gives pages no folders.
    Unsupported,
    /// None was chosen.
    NotChosen,
    /// Chosen, but the browser wants to be allowed again; its name.
    Lapsed(String),
    /// Copies are written to it; its name.
    Ready(String),
}

/// Why a copy was not made, or not proved good.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CopyProblem {
    /// The browser no longer allows writing to the folder.
    #[error("writing to the folder is not allowed")]
    NotAllowed,
    /// The folder was moved, renamed or deleted, or the stick was pulled out.
    #[error("the folder is gone")]
    FolderGone,
    /// No room there.
    #[error("no room in the folder")]
    Full,
    /// A file there is larger than any this program opens, in bytes.
    #[error("larger than {0} bytes")]
    TooLarge(u32),
    /// The data are locked, and nobody agreed to a copy in the clear.
    #[error("a copy in the clear of locked data")]
    InClear,
    /// What was read back is not what was written.
    #[error("the copy reads back differently")]
    NotAsWritten,
    /// The file was written as made, and does not open.
    #[error("the copy does not open: {0}")]
    DoesNotOpen(BackupError),
    /// The records could not be read.
    #[error(transparent)]
    Storage(StorageProblem),
    /// The worker did not make it.
    #[error("the worker did not make it")]
    NotWorked(WorkProblem),
    /// There was nothing to copy.
    #[error("nothing to copy")]
    Nothing,
    /// Anything else, by the browser's own name for it.
    #[error("{0}")]
    Other(String),
}

impl FolderState {
    /// True when a folder was chosen, whether or not it can be written to now.
    #[must_use]
    pub const fn is_given(&self) -> bool {
        matches!(self, Self::Lapsed(_) | Self::Ready(_))
    }
}

impl Outside {
    /// True when copies can be written to the folder now.
    #[must_use]
    pub const fn can_write(&self) -> bool {
        matches!(self.folder, FolderState::Ready(_))
    }
}

/// What no copy holds yet: how many actions, and when the first of them was done.
#[must_use]
pub fn uncopied(model: &Model) -> Uncopied {
    let copied_to = model.outside.copied_to;
    let from = model.log.partition_point(|line| line.sequence <= copied_to);
    Uncopied {
        actions: model.log.len() - from,
        first: model.log.get(from).map(|line| line.at),
    }
}
