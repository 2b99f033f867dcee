//! What the program wants done by the browser, as data.

use crate::files::backup::Passphrase;
use crate::ledger::{Moment, Operation};

use super::{LockAsk, Notice, Workspace};

/// Something for the edge to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read what the user prefers on this machine.
    ReadPreferences,
    /// Open the workspace used last.
    OpenLast,
    /// Open this workspace.
    Open(String),
    /// Create an empty workspace and open it.
    Create {
        /// For the sample agency.
        sample: bool,
    },
    /// Write one operation durably.
    Persist(Pending),
    /// Read an operation from the log.
    Fetch(u64),
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
    /// The same, sealed under a passphrase.
    BackUpSealed(Passphrase),
    /// Offer everything readable as a file, whatever state storage is in.
    Rescue,
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
}
