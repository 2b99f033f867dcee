//! How far the data are safe: saving, saved, or not.

use thiserror::Error;

/// How saving stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saving {
    /// Everything acknowledged is on disk.
    #[default]
    Saved,
    /// Operations up to this one are on their way.
    Saving(u64),
    /// Saving failed; it stays so until a write succeeds.
    Failed(StorageProblem),
}

/// What the browser tells of its storage; nothing where it does not tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StorageState {
    /// Bytes used by all workspaces.
    pub used: Option<u64>,
    /// Bytes the browser allows.
    pub allowed: Option<u64>,
    /// Whether the browser promised to keep the data when room gets short.
    pub kept: Option<bool>,
    /// Every workspace of this browser.
    pub workspaces: Vec<StoredSet>,
}

/// A workspace as it is known without opening it: enough to tell it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSet {
    /// Which.
    pub workspace: super::Workspace,
    /// The name of its agency, empty while it has none or lies locked.
    pub name: String,
    /// What lies in it; nothing while no action is remembered of it, which says nothing of what
    /// lies there.
    pub known: Option<KnownSet>,
}

/// What is remembered of a workspace that is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownSet {
    /// Officials in it when it was last saved.
    pub officials: u64,
    /// Actions in its log then.
    pub actions: u64,
    /// When its last copy outside the browser was made.
    pub copied: Option<crate::ledger::Moment>,
}

/// Why stored data cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StorageProblem {
    /// The browser offers no storage here (private window, policy).
    #[error("storage is not available")]
    Unavailable,
    /// No room left.
    #[error("storage is full")]
    Full,
    /// Another tab holds the data open for writing.
    #[error("another tab is writing")]
    HeldByOtherTab,
    /// An older tab keeps the database from opening.
    #[error("blocked by another tab")]
    Blocked,
    /// The write was not confirmed within the time limit.
    #[error("no answer from storage in time")]
    TimedOut,
    /// The connection was lost.
    #[error("connection to storage lost")]
    Lost,
    /// The stored data do not fit together: what is missing or damaged.
    #[error("stored data damaged: {0}")]
    Damaged(Damage),
    /// The browser cannot read what it stored; another time it may.
    #[error("stored data cannot be read")]
    Unreadable,
    /// The data were written by a newer version of the program.
    #[error("stored by a newer version ({0})")]
    Newer(u16),
    /// They are locked, and no secret was given.
    #[error("locked")]
    Locked,
    /// Anything else the browser reported, by its technical name.
    #[error("{0}")]
    Other(String),
}

/// What does not fit in stored data.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Damage {
    /// The browser lost data that had been acknowledged.
    #[error("acknowledged data are gone")]
    Gone,
    /// The log's chain of hashes breaks at this sequence number.
    #[error("the log breaks at {0}")]
    Chain(u64),
    /// A chunk does not match its checksum.
    #[error("a chunk does not match its checksum")]
    Checksum,
    /// A record could not be decoded.
    #[error("a record cannot be decoded")]
    Undecodable,
}
