//! A store whose rows may lie sealed; from above it looks like any other.

use std::ops::RangeInclusive;

use super::super::area::{Area, Batch, LAST_PLACE, LAST_ROW, Row, Step, Store, StoreError};
use super::cipher::{Cipher, Piece, row_label};
use super::turns::Turns;

/// Where the sealed side begins.
const SEALED: u64 = LAST_ROW + 1;

/// All places of a side.
pub(super) const fn side(sealed: bool) -> RangeInclusive<u64> {
    if sealed {
        SEALED..=LAST_PLACE
    } else {
        0..=LAST_ROW
    }
}

/// One side of a workspace's store, shown with its rows in the clear.
///
/// Sealing takes its time, and a small batch would overtake a large one: writes go out one
/// after the other, and a read waits for the writes asked for before it.
#[derive(Debug)]
pub struct GuardedStore<S, C> {
    store: S,
    seal: Option<(String, C)>,
    turns: Turns,
}

/// Rows in the clear, and the numbers of those that do not open.
pub type Whole = (Vec<Row>, Vec<u64>);

impl<S, C> GuardedStore<S, C> {
    /// The side in the clear.
    pub fn plain(store: S) -> Self {
        Self {
            store,
            seal: None,
            turns: Turns::default(),
        }
    }

    /// The sealed side of a workspace.
    pub fn sealed(store: S, workspace: &str, key: C) -> Self {
        Self {
            store,
            seal: Some((workspace.to_owned(), key)),
            turns: Turns::default(),
        }
    }

    /// The store below.
    pub const fn below(&self) -> &S {
        &self.store
    }

    /// The key, when this is the sealed side.
    pub fn key(&self) -> Option<&C> {
        self.seal.as_ref().map(|(_, key)| key)
    }

    /// The key for going on, when this is the sealed side.
    pub fn into_key(self) -> Option<C> {
        self.seal.map(|(_, key)| key)
    }

    fn place(&self, row: u64) -> u64 {
        let row = row.min(LAST_ROW);
        if self.seal.is_some() {
            SEALED | row
        } else {
            row
        }
    }

    fn places(&self, rows: &RangeInclusive<u64>) -> RangeInclusive<u64> {
        self.place(*rows.start())..=self.place(*rows.end())
    }
}

impl<S: Store, C: Cipher> GuardedStore<S, C> {
    /// Reads what opens, and names what does not: for saving what is left of a damaged workspace.
    ///
    /// # Errors
    /// [`StoreError`] when the store or the cipher does not answer.
    pub async fn read_whole(
        &self,
        area: Area,
        rows: RangeInclusive<u64>,
    ) -> Result<Whole, StoreError> {
        if rows.is_empty() {
            return Ok(Whole::default());
        }
        let turn = self.turns.ask();
        turn.come().await;
        drop(turn);
        let found = self.store.read(area, self.places(&rows)).await?;
        let Some((workspace, key)) = &self.seal else {
            return Ok((found, Vec::new()));
        };
        let (mut numbers, mut pieces) = (Vec::new(), Vec::new());
        for (place, bytes) in found {
            let row = place & LAST_ROW;
            numbers.push(row);
            pieces.push(Piece {
                label: row_label(workspace, area, row),
                bytes,
            });
        }
        let mut whole = Whole::default();
        for (row, opened) in numbers.into_iter().zip(key.open(pieces).await?) {
            match opened {
                Some(bytes) => whole.0.push((row, bytes)),
                None => whole.1.push(row),
            }
        }
        Ok(whole)
    }

    /// The batch as the store below takes it.
    async fn sealed_batch(&self, batch: Batch) -> Result<Batch, StoreError> {
        let mut steps = batch.0;
        if let Some((workspace, key)) = &self.seal {
            let mut pieces = Vec::new();
            for step in &mut steps {
                if let Step::Add(area, row, bytes) | Step::Put(area, row, bytes) = step {
                    pieces.push(Piece {
                        label: row_label(workspace, *area, *row),
                        bytes: std::mem::take(bytes),
                    });
                }
            }
            let mut sealed = key.seal(pieces).await?.into_iter();
            for step in &mut steps {
                if let Step::Add(_, _, bytes) | Step::Put(_, _, bytes) = step {
                    let lost = || StoreError::Failed("seal".to_owned());
                    *bytes = sealed.next().ok_or_else(lost)?;
                }
            }
        }
        Ok(Batch(
            steps.into_iter().map(|step| self.moved(step)).collect(),
        ))
    }

    fn moved(&self, step: Step) -> Step {
        match step {
            Step::Add(area, row, bytes) => Step::Add(area, self.place(row), bytes),
            Step::Put(area, row, bytes) => Step::Put(area, self.place(row), bytes),
            Step::Delete(area, row) => Step::Delete(area, self.place(row)),
            Step::Clear(area) => Step::Cut(area, side(self.seal.is_some())),
            Step::Cut(area, rows) => Step::Cut(area, self.places(&rows)),
        }
    }
}

impl<S: Store, C: Cipher> Store for GuardedStore<S, C> {
    async fn read(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<Row>, StoreError> {
        let (rows, changed) = self.read_whole(area, rows).await?;
        match changed.first() {
            Some(row) => Err(StoreError::Changed(area, *row)),
            None => Ok(rows),
        }
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        let turn = self.turns.ask();
        let batch = self.sealed_batch(batch).await?;
        turn.come().await;
        let written = self.store.write(batch).await;
        written.map_err(|error| match error {
            StoreError::Taken(area, place) => StoreError::Taken(area, place & LAST_ROW),
            error => error,
        })
    }

    async fn numbers(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<u64>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let turn = self.turns.ask();
        turn.come().await;
        drop(turn);
        let found = self.store.numbers(area, self.places(&rows)).await?;
        Ok(found.into_iter().map(|place| place & LAST_ROW).collect())
    }
}
