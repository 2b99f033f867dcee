//! Old journal rows bound together: thousands of small rows would each have to be opened alone.
//!
//! The journal only grows, so rows far enough behind its end stay as they are. Bound, a volume
//! of them is one sealed row, opened at once. A row that is changed or removed all the same
//! unbinds its volume first.

use std::ops::RangeInclusive;

use super::super::area::{Area, Row, StoreError};
use super::guarded::SEALED;

/// Rows a volume holds the place of, as a power of two.
const SIZE: u32 = 8;
/// Volumes lie behind all rows of their area. No journal is that long.
const VOLUMES: u64 = 1 << 51;
/// Bytes from which rows are better left alone: large ones are read one by one.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// Whether rows of an area are bound.
pub(super) const fn is_bound(area: Area) -> bool {
    matches!(area, Area::Journal | Area::Payloads)
}

/// The volume a row belongs in.
pub(super) const fn of_row(row: u64) -> u64 {
    row >> SIZE
}

/// Where a volume lies.
pub(super) const fn place(volume: u64) -> u64 {
    SEALED | VOLUMES | volume
}

/// Where the volumes of some rows lie.
pub(super) fn places(rows: &RangeInclusive<u64>) -> RangeInclusive<u64> {
    let end = (*rows.end()).min(LAST_BOUND);
    place(of_row(*rows.start()))..=place(of_row(end))
}

/// The first row a volume has the place of.
pub(super) const fn first_row(volume: u64) -> u64 {
    volume << SIZE
}

/// The last one.
pub(super) const fn last_row(volume: u64) -> u64 {
    first_row(volume + 1) - 1
}

/// The places of rows that may be bound, as a range of rows.
pub(super) const LAST_BOUND: u64 = VOLUMES - 1;

/// Binds rows.
pub(super) fn bind(rows: &[Row]) -> Vec<u8> {
    super::super::frame::encode(&rows)
}

/// Unbinds them.
pub(super) fn unbind(area: Area, place: u64, bytes: &[u8]) -> Result<Vec<Row>, StoreError> {
    postcard::from_bytes(bytes).map_err(|_| StoreError::Changed(area, place))
}
