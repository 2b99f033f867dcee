//! The log: every operation with its time, chained by hashes so that a change shows.

use sha2::{Digest as _, Sha256};

use super::Operation;

/// A SHA-256 value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The link of a chain: what was before, the place in the chain, and the content.
    #[must_use]
    pub fn link(previous: Self, sequence: u64, payload: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(previous.0);
        hasher.update(sequence.to_le_bytes());
        hasher.update(payload);
        Self(hasher.finalize().into())
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// A moment: milliseconds since 1970-01-01 UTC, given by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(pub i64);

/// Where a log stands: what is made from the book carries it, to say which state it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// Number of the last entry.
    pub sequence: u64,
    /// Its hash.
    pub hash: Digest,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// 1, 2, 3…
    pub sequence: u64,
    /// When.
    pub at: Moment,
    /// The desk that acted; there are no accounts.
    pub desk: String,
    /// What was done.
    pub operation: Operation,
    /// Hash of the entry before.
    pub previous: Digest,
    /// Hash of this entry.
    pub hash: Digest,
    /// What was written first, where its changes lost contents since.
    pub first: Option<FirstWritten>,
}

/// What the chain of hashes covers of changes that are no longer what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstWritten {
    /// Number of records touched.
    pub changes: u32,
    /// Size of the changes in bytes.
    pub size: u32,
    /// Hash of the changes.
    pub payload: Digest,
}
