//! Full backups: everything a workspace holds in one file that outlives the program.
//!
//! A backup is a zip with `book.jsonl` (every record, one JSON object a line), `log.jsonl`
//! (every action) and `manifest.json` (format, version, workspace, counts, checksums).
//! The form is documented in `docs/backup-format.md`. Names are never hidden in a backup;
//! it can be sealed under a passphrase.

mod error;
pub(super) mod json;
mod manifest;
mod read;
mod restore;
mod seal;
mod spread;
mod write;

pub use error::BackupError;
pub use read::{read, read_records};
pub use restore::{KindDifference, RestoreMode, RestorePreview, preview, restore};
pub use seal::{Passphrase, SEALED_EXTENSION, WORK, is_sealed, open, open_records, seal, unseal};
pub use write::write;

use crate::ledger::{Book, LogEntry, Moment};

/// The format this build writes; older ones are read, newer ones refused.
pub const FORMAT: u32 = 3;
/// The media type of a backup.
pub const MEDIA_TYPE: &str = "application/zip";
/// The ending of a backup's file name.
pub const EXTENSION: &str = "congtam";

const BOOK: &str = "book.jsonl";
const LOG: &str = "log.jsonl";
/// Only where the log lost contents: what the chain of hashes still covers.
const FIRST: &str = "first.jsonl";
const MANIFEST: &str = "manifest.json";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backup {
    /// The workspace it was made of.
    pub workspace: String,
    /// When it was made.
    pub made: Moment,
    /// The version of the program that made it.
    pub program: String,
    /// All records.
    pub book: Book,
    /// The log; may be shorter than the workspace's own.
    pub log: Vec<LogEntry>,
}

/// The name of a backup's file: agency and day, in letters every system takes.
#[must_use]
pub fn file_name(agency: &str, day: crate::domain::Day) -> String {
    format!("{}-{day}.{EXTENSION}", plain_name(agency))
}

/// The name of an agency in letters every system takes in a file's name.
#[must_use]
pub fn plain_name(agency: &str) -> String {
    let plain = crate::text::search_key(agency);
    let words: Vec<&str> = plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        "sao-luu".to_owned()
    } else {
        words.join("-")
    }
}
