//! What a store must be able to do: read ranges, and write a batch whole or not at all.

use std::future::Future;
use std::ops::RangeInclusive;

use thiserror::Error;

/// The parts of a workspace's store; each holds bytes by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// One record: what the chunks hold.
    Manifest,
    /// The head of every journal entry, by sequence number.
    Journal,
    /// The changes of every journal entry, by sequence number.
    Payloads,
    /// Packed records.
    Chunks,
}

impl Area {
    /// All areas.
    pub const ALL: [Self; 4] = [Self::Manifest, Self::Journal, Self::Payloads, Self::Chunks];

    /// The name stores use for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manifest => "manifest",
            Self::Journal => "journal",
            Self::Payloads => "payloads",
            Self::Chunks => "chunks",
        }
    }
}

/// The largest number a row of a workspace may have.
pub const LAST_ROW: u64 = (1 << 52) - 1;
/// The largest number a store holds, as a double still holds it exactly: behind the rows of the
/// workspace there is a place for each of them where it lies [sealed](super::sealed).
pub const LAST_PLACE: u64 = (1 << 53) - 1;

/// One step of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Writes a row that must not exist yet; otherwise the batch fails with [`StoreError::Taken`].
    Add(Area, u64, Vec<u8>),
    /// Writes a row, replacing one that exists.
    Put(Area, u64, Vec<u8>),
    /// Removes a row if it exists.
    Delete(Area, u64),
    /// Removes everything in an area.
    Clear(Area),
    /// Removes the rows of an area with numbers in a range.
    Cut(Area, RangeInclusive<u64>),
}

/// Steps written in one durable transaction, all or none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch(pub Vec<Step>);

impl Batch {
    /// Number of bytes it writes.
    #[must_use]
    pub fn size(&self) -> usize {
        let of = |step: &Step| match step {
            Step::Add(_, _, bytes) | Step::Put(_, _, bytes) => bytes.len(),
            Step::Delete(..) | Step::Clear(_) | Step::Cut(..) => 0,
        };
        self.0.iter().map(of).sum()
    }
}

/// Why a store did not do what was asked. Nothing of the batch was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The place is full.
    #[error("no room left")]
    Full,
    /// The browser does not give this page a place to store (private window, policy).
    #[error("storage is not available")]
    Unavailable,
    /// Another page holds the database in an older version.
    #[error("another page holds the storage")]
    Blocked,
    /// The connection was closed under us, for example because site data were cleared.
    #[error("the storage was closed")]
    Closed,
    /// A row to be added exists: someone else has written meanwhile.
    #[error("row {1} of {name} exists", name = .0.name())]
    Taken(Area, u64),
    /// A sealed row does not open with the workspace's key: it was changed, or is another one.
    #[error("row {1} of {name} was changed", name = .0.name())]
    Changed(Area, u64),
    /// No answer within the time limit.
    #[error("no answer within {0} ms")]
    TimedOut(u32),
    /// The database was written by a newer build.
    #[error("written by a newer version")]
    Newer,
    /// What was stored cannot be read: a disk fails, or the browser's own files are damaged.
    #[error("stored data cannot be read: {0}")]
    Unreadable(String),
    /// Anything else, with the browser's own name for it.
    #[error("storage failed: {0}")]
    Failed(String),
}

/// A row: its number and its bytes.
pub type Row = (u64, Vec<u8>);

/// Where one workspace is kept.
///
/// The rules every store keeps, tested by [`super::conformance`]: a batch is written whole
/// or not at all and is durable when the future is ready; batches take effect in the order
/// they were handed over; a read sees every batch handed over before it.
pub trait Store {
    /// The rows of an area with numbers in a range, in order.
    fn read(
        &self,
        area: Area,
        rows: RangeInclusive<u64>,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>>;

    /// Writes a batch whole and durably.
    fn write(&self, batch: Batch) -> impl Future<Output = Result<(), StoreError>>;

    /// The numbers of the rows of an area within a range, in order.
    fn numbers(
        &self,
        area: Area,
        rows: RangeInclusive<u64>,
    ) -> impl Future<Output = Result<Vec<u64>, StoreError>> {
        async move {
            let rows = self.read(area, rows).await?;
            Ok(rows.into_iter().map(|(row, _)| row).collect())
        }
    }
}

impl<S: Store> Store for &S {
    async fn read(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<Row>, StoreError> {
        (**self).read(area, rows).await
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        (**self).write(batch).await
    }

    async fn numbers(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<u64>, StoreError> {
        (**self).numbers(area, rows).await
    }
}

impl<S: Store> Store for std::rc::Rc<S> {
    async fn read(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<Row>, StoreError> {
        (**self).read(area, rows).await
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        (**self).write(batch).await
    }

    async fn numbers(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<u64>, StoreError> {
        (**self).numbers(area, rows).await
    }
}
