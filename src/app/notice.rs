//! Short words to the user after something happened, as data; `i18n` says them.

use crate::ledger::{Action, ApplyError};

use super::job::NotMade;
use super::workflow::entry::EntryError;
use super::{StorageProblem, WorkProblem};

/// Something the user is told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Done; can be undone.
    Done(Action),
    /// An action was taken back.
    Undone(Action),
    /// An action was done again.
    Redone(Action),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// The book refused.
    Refused(ApplyError),
    /// What was typed was not taken.
    NotTaken(EntryError),
    /// The data were not locked: something is not saved yet.
    NotLocked,
    /// Storage failed.
    Storage(StorageProblem),
    /// The browser did not take a file that was made.
    FileNotOffered(String),
    /// The browser could not read a file the user chose.
    FileUnreadable,
    /// A job was not done.
    NotWorked(WorkProblem),
    /// A part of the program could not be fetched.
    NotFetched,
    /// A file was not made.
    NotMade(NotMade),
    /// A file was made and handed to the browser.
    FileReady(String),
}
