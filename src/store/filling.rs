//! Fills an empty workspace with the log of a backup: wholly, or not at all.
//!
//! A mark is written first, then the changes, some at a time, and last, in one batch, all heads
//! without the mark. No change counts without its head, so that a workspace whose filling was
//! cut short is as empty as before; the mark says that what lies there may be cleared away.

use thiserror::Error;

use super::area::{Area, Batch, LAST_ROW, Step, Store, StoreError};
use super::carried::unpacked;
use super::entry::new_entry;
use super::frame;
use super::keeper::Head;
use crate::ledger::{Action, Moment, Operation};

/// The row of the mark, behind the manifest and what lies sealed beside it.
const MARK_ROW: u64 = 2;
/// Bytes of changes written at a time.
const BYTES_AT_ONCE: usize = 4 << 20;
/// Changes written at a time, however small they are.
const ROWS_AT_ONCE: usize = 512;

/// Why a workspace was not filled; it is empty as before.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FillError {
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something is in it already.
    #[error("the workspace is not empty")]
    NotEmpty,
    /// The rows are not those of the log they are said to be.
    #[error("the log is not whole")]
    NotWhole,
    /// What was written is not what was read back.
    #[error("row {0} is not as it was written")]
    NotTheSame(u64),
}

/// When and at which desk a log was carried over: its own entry, which changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note<'a> {
    /// When.
    pub at: Moment,
    /// The desk.
    pub desk: &'a str,
}

/// Fills an empty workspace: its log is the carried one, which ends so and lies packed in rows,
/// followed by the note.
///
/// # Errors
/// [`FillError`]; the workspace is empty then.
pub async fn fill(
    store: &impl Store,
    (end, log): (Head, &[u8]),
    note: Note<'_>,
) -> Result<(), FillError> {
    settle_filling(store).await?;
    for area in [Area::Journal, Area::Payloads, Area::Chunks] {
        if !store.numbers(area, 0..=LAST_ROW).await?.is_empty() {
            return Err(FillError::NotEmpty);
        }
    }
    let restored = Operation::new(Action::Restore);
    let last = (end.sequence, end.hash);
    let note = new_entry(last, note.at, note.desk, &restored);
    let noted = [(note.head_row.as_slice(), note.payload_row.as_slice())];
    let rows = || (1..).zip(unpacked(log).chain(noted));
    if rows().count() as u64 != end.sequence + 1 {
        return Err(FillError::NotWhole);
    }
    let mark = Step::Add(Area::Manifest, MARK_ROW, frame::seal(&end.sequence));
    store.write(Batch(vec![mark])).await?;
    let payloads = || rows().map(|(number, (_, payload))| (number, payload));
    write(store, payloads()).await?;
    compare(store, payloads()).await?;
    let heads = rows().map(|(number, (head, _))| Step::Add(Area::Journal, number, head.to_vec()));
    let unmark = Step::Delete(Area::Manifest, MARK_ROW);
    Ok(store.write(Batch(heads.chain([unmark]).collect())).await?)
}

async fn write<'a>(
    store: &impl Store,
    payloads: impl Iterator<Item = (u64, &'a [u8])>,
) -> Result<(), StoreError> {
    let (mut batch, mut size) = (Batch::default(), 0);
    for (number, payload) in payloads {
        size += payload.len();
        batch
            .0
            .push(Step::Add(Area::Payloads, number, payload.to_vec()));
        if size >= BYTES_AT_ONCE || batch.0.len() >= ROWS_AT_ONCE {
            store.write(std::mem::take(&mut batch)).await?;
            size = 0;
        }
    }
    store.write(batch).await
}

/// Reads the changes back, some at a time: what counts from now on must be there.
async fn compare<'a>(
    store: &impl Store,
    payloads: impl Iterator<Item = (u64, &'a [u8])>,
) -> Result<(), FillError> {
    let (mut some, mut size): (Vec<(u64, &[u8])>, _) = (Vec::new(), 0);
    let mut payloads = payloads.peekable();
    while let Some((number, payload)) = payloads.next() {
        size += payload.len();
        some.push((number, payload));
        if size < BYTES_AT_ONCE && some.len() < ROWS_AT_ONCE && payloads.peek().is_some() {
            continue;
        }
        let found = store.read(Area::Payloads, some[0].0..=number).await?;
        for (at, (number, payload)) in some.drain(..).enumerate() {
            let same = found
                .get(at)
                .is_some_and(|(row, bytes)| (*row, bytes.as_slice()) == (number, payload));
            if !same {
                return Err(FillError::NotTheSame(number));
            }
        }
        size = 0;
    }
    Ok(())
}

/// Clears away what a filling left that was cut short. To be called before anything else, by the
/// only one who writes; true when there was something.
///
/// # Errors
/// [`StoreError`] when the store does not answer.
pub async fn settle_filling(store: &impl Store) -> Result<bool, StoreError> {
    let marks = store.numbers(Area::Manifest, MARK_ROW..=MARK_ROW).await?;
    if marks.is_empty() {
        return Ok(false);
    }
    let mut steps = vec![Step::Delete(Area::Manifest, MARK_ROW)];
    // With heads the changes count, whatever the mark says.
    if store.numbers(Area::Journal, 0..=LAST_ROW).await?.is_empty() {
        steps.push(Step::Cut(Area::Payloads, 0..=LAST_ROW));
    }
    store.write(Batch(steps)).await?;
    Ok(true)
}
