//! What the program wants done by the browser, as data.

use crate::files::backup::Passphrase;
use crate::ledger::{Cleaning, Moment, Operation};

use super::job::LogOrder;
use super::outside::Offered;
use super::{Carrying, Lesser, LockAsk, Notice, Workspace};

/// Something for the edge to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read what the user prefers on this machine.
    ReadPreferences,
    /// Open the workspace used last.
    OpenLast,
    /// Open this workspace.
    Open(String),
    /// Delete a workspace that is open nowhere, with everything in it.
    DeleteWorkspace(String),
    /// Create an empty workspace and open it.
    Create {
        /// For the sample agency.
        sample: bool,
        /// For a backup: it takes no place before that is in it.
        to_fill: bool,
    },
    /// Write one operation durably.
    Persist(Pending),
    /// Read an operation from the log, to take it back or do it again.
    Fetch(u64),
    /// Read an operation from the log, for a screen to show what it changed.
    ReadAction(u64),
    /// Tell the user.
    Tell(Notice),
    /// Go to a screen by its address.
    GoTo(String),
    /// Remember a preference on this machine.
    Prefer {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
    /// Open the user's own workspace; answers that nothing is stored when there is none.
    OpenOwn,
    /// Offer a backup of the open workspace as a file.
    BackUp,
    /// The same without having been asked to; answers that it was offered, not that it is kept.
    OfferBackup,
    /// Remember that a copy is outside the browser.
    CountCopy(Offered),
    /// Offer a backup of the open workspace as a file, sealed under a passphrase.
    BackUpSealed(Passphrase),
    /// Offer the log as a file, its chain verified.
    ExportLog(LogOrder),
    /// Read what was deleted and can be put back.
    LookIntoBin,
    /// See what taking something out for good makes of the log; nothing is written yet.
    Clean(Cleaning),
    /// Write a copy of the open workspace up to an action to the folder, and prove it good.
    CopyOut {
        /// The last action it holds.
        to: u64,
    },
    /// See whether a folder for copies was chosen and can be written to.
    LookAtFolder,
    /// Have the user choose a folder for copies.
    ChooseFolder,
    /// Have the browser ask the user to allow writing to the folder again.
    AskForFolder,
    /// Copy to no folder from now on; what is there stays.
    LeaveFolder,
    /// Ask the tab that writes to let this one write.
    TakeOver,
    /// Offer everything readable as a file, whatever state storage is in.
    Rescue,
    /// See what is left of the workspace that did not open.
    Examine,
    /// Go on, in a workspace of its own, with the newest whole state of the one that did not open.
    GoOn,
    /// Put the log of a backup into the open workspace, which is empty, and open it anew.
    Carry(Carrying),
    /// Lock, unlock, or change the lock.
    Lock(LockAsk),
    /// Fill the open workspace with the sample agency.
    MakeSample,
    /// See how storage stands and which workspaces there are.
    LookAtStorage {
        /// First asks the browser to keep the data when room gets short.
        ask_to_keep: bool,
    },
}

/// An operation to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The workspace it belongs to.
    pub workspace: Workspace,
    /// Sequence number.
    pub sequence: u64,
    /// When.
    pub at: Moment,
    /// Which desk.
    pub desk: String,
    /// What.
    pub operation: Operation,
    /// What is written in its place, where it takes contents out of the log.
    pub lesser: Option<Lesser>,
}
