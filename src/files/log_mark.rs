//! The state of the data a file was made from, as its properties say it: the log's head.

use crate::ledger::LogHead;

/// The fixed words of a file's properties, in which the log's search finds the hash.
#[must_use]
pub fn log_mark(head: LogHead) -> String {
    let LogHead { sequence, hash } = head;
    format!("Nhật ký: thao tác số {sequence}, mã băm {hash}")
}
