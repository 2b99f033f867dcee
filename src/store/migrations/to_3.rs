//! Format 3 has actions that take contents out of the log, and entries that lost some.
//!
//! The actions were appended, so every row of format 2 is a row of format 3 as it stands; the
//! higher number keeps a build that does not know them from calling such a log damaged.

use super::Shape;

#[allow(
    clippy::unnecessary_wraps,
    reason = "a migration may fail; this one cannot"
)]
pub(super) fn step(_: Shape, content: &[u8]) -> Option<Vec<u8>> {
    Some(content.to_vec())
}
