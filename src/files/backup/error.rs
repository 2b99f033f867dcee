//! Why a file is not a backup that can be restored.

use thiserror::Error;

/// Why a backup was not read; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error, serde::Serialize, serde::Deserialize)]
pub enum BackupError {
    /// The file is something else.
    #[error("not a backup")]
    NotABackup,
    /// The file was cut short, for example by an interrupted copy.
    #[error("the backup is cut short")]
    Truncated,
    /// Made by a newer version.
    #[error("made in format {format} by version {program}")]
    Newer {
        /// Its format.
        format: u32,
        /// The version of the program that made it.
        program: String,
    },
    /// A part is not as it was when the backup was made.
    #[error("{part} is not as it was written")]
    Checksum {
        /// The part, a name within the file.
        part: String,
    },
    /// A part is missing.
    #[error("{part} is missing")]
    PartMissing {
        /// The part, a name within the file.
        part: String,
    },
    /// A line cannot be understood although it is as it was written.
    #[error("{part}, line {line}: {reason}")]
    Line {
        /// The part, a name within the file.
        part: String,
        /// From 1.
        line: usize,
        /// What is wrong, technically.
        reason: String,
    },
    /// The number of records is not what the manifest says.
    #[error("{found} records where {expected} were written")]
    Count {
        /// As the manifest says.
        expected: u64,
        /// As found.
        found: u64,
    },
    /// Larger than any backup the program writes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit.
        limit: u64,
    },
    /// It is sealed under a passphrase, and none was given.
    #[error("sealed under a passphrase")]
    Sealed,
    /// It is sealed under another passphrase.
    #[error("another passphrase")]
    WrongPassphrase,
    /// It was changed or cut short after it was sealed.
    #[error("the seal is broken")]
    SealBroken,
    /// It is sealed for somebody's key, not under a passphrase.
    #[error("sealed without a passphrase")]
    SealedOtherwise,
    /// Trying a passphrase on it would take more memory than a browser gives.
    #[error("the passphrase costs 2^{work}, more than 2^{most}")]
    SealTooCostly {
        /// What it asks for, as a power of two.
        work: u8,
        /// The most there is.
        most: u8,
    },
}
