//! What happened, in the past tense.

use std::collections::BTreeMap;

use crate::domain::Month;
use crate::files::backup::Passphrase;
use crate::ledger::{Book, Deleted, Digest, Eraser, Moment, Operation};

use super::outside::{CopyProblem, FolderState, Offered};
use super::{
    CleaningMade, Followed, Found, LockAnswer, LockAsk, LogLine, Notice, PackedLog, Repair,
    Restorable, StorageProblem, StorageState, Workspace,
};

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The program started, through a door of the first start or where it was left.
    Started(Option<Door>),
    /// No workspace is stored yet.
    NothingStored,
    /// A workspace was opened.
    Opened(Box<Opened>),
    /// Stored data could not be opened.
    OpenFailed(StorageProblem),
    /// What is left of stored data that could not be opened.
    Examined(Box<Found>),
    /// The user chose a door of the first start.
    DoorChosen(Door),
    /// The user leaves the sample agency for their own data.
    SampleLeft,
    /// The user wants another workspace.
    WorkspaceChosen(String),
    /// The user acted.
    Acted(Operation),
    /// The user took the last action back.
    UndoAsked,
    /// The user wants the last undone action again.
    RedoAsked,
    /// An older operation needed for undo or redo was read from the log.
    OperationFetched(u64, Operation),
    /// An older operation was read from the log for a screen that shows it, or could not be.
    ActionRead(u64, Result<Operation, StorageProblem>),
    /// An operation is on disk.
    Persisted(u64, Digest),
    /// An operation could not be written.
    PersistFailed(u64, StorageProblem),
    /// The user asks to try saving again.
    RetryAsked,
    /// The user looks at another month.
    MonthChosen(Month),
    /// The preferences kept on this machine were read.
    PreferencesRead(BTreeMap<String, String>),
    /// The user prefers something from now on.
    Preferred {
        /// Name of the preference.
        name: String,
        /// Its value.
        value: String,
    },
    /// A copy was put outside the browser.
    BackedUp {
        /// When.
        at: Moment,
        /// The last action it holds.
        to: u64,
    },
    /// A copy was offered as a file that nobody had asked for.
    Offered(Offered),
    /// The user found that file where the browser puts files.
    OfferedSeen,
    /// A copy to the folder was not made, or not proved good.
    CopyFailed(CopyProblem),
    /// The user wants a copy in the folder now.
    CopyAsked,
    /// The folder for copies was looked at.
    FolderSeen(FolderState),
    /// The user chose a folder for copies, or allowed writing to it again.
    FolderGiven(FolderState),
    /// Some time passed.
    Ticked,
    /// What was deleted and can be put back was read.
    BinSeen(Vec<Deleted>),
    /// The user takes a person out of the records and the log.
    EraseAsked(Eraser),
    /// The log was read, and what it is to be without what is taken out; or why it was not.
    Cleaning(Box<Result<CleaningMade, StorageProblem>>),
    /// Another tab that writes did something, or made a copy.
    Followed(Box<Followed>),
    /// Another tab asked to write from now on; this one goes on reading.
    WritingGiven,
    /// The user restores a backup into a workspace of its own, apart from the open one.
    RestoredApart(Box<Restorable>),
    /// The user restores a backup, log and all, into the open workspace, which is empty.
    CarryAsked(PackedLog),
    /// The log did not go in; the workspace is empty as before.
    NotCarried(StorageProblem),
    /// The user goes on from locked data that did not open, and locks what they go on in.
    GoneOnLocked(Passphrase),
    /// The browser told how storage stands.
    StorageSeen(StorageState),
    /// The user asks something of the lock.
    LockAsked(LockAsk),
    /// The lock did what was asked, or not.
    Locking(LockAnswer),
    /// The user has seen what became of it.
    LockSeen,
    /// The edge has something to tell the user.
    Noticed(Notice),
}

impl Event {
    /// Whether it answers what was asked of one workspace, and is untrue of any other that was
    /// opened meanwhile.
    #[must_use]
    pub const fn is_of_one_workspace(&self) -> bool {
        matches!(
            self,
            Self::OperationFetched(..)
                | Self::ActionRead(..)
                | Self::Persisted(..)
                | Self::PersistFailed(..)
                | Self::BackedUp { .. }
                | Self::Offered(_)
                | Self::CopyFailed(_)
                | Self::BinSeen(_)
                | Self::Cleaning(_)
                | Self::NotCarried(_)
        )
    }
}

/// A stored workspace as it was opened.
#[derive(Debug, Default)]
pub struct Opened {
    /// Which.
    pub workspace: Workspace,
    /// Its records.
    pub book: Book,
    /// Its log.
    pub log: Vec<LogLine>,
    /// Recent operations, for undo.
    pub operations: BTreeMap<u64, Operation>,
    /// When a copy was last put outside the browser.
    pub last_backup: Option<Moment>,
    /// What was mended on the way.
    pub repairs: Vec<Repair>,
    /// The last action that copy holds.
    pub copied_to: u64,
    /// True when another tab writes.
    pub following: bool,
    /// True when an older build wrote it last, so that its shapes were brought up to date.
    pub migrated: bool,
    /// It is locked at rest.
    pub locked: bool,
    /// The preferences that hold in it, when some lie sealed with it; nothing when they stay as they are.
    pub preferences: Option<BTreeMap<String, String>>,
}

/// The doors of the first start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Try the sample agency.
    Sample,
    /// Bring Excel files.
    Files,
    /// Start empty.
    Empty,
    /// Open a backup.
    Backup,
}
