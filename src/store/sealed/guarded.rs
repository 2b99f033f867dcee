//! A store whose rows may lie sealed; from above it looks like any other.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::super::area::{Area, Batch, LAST_PLACE, LAST_ROW, Row, Step, Store, StoreError};
use super::cipher::{Cipher, Piece, row_label};
use super::turns::Turns;
use super::volume;

/// Where the sealed side begins.
pub(super) const SEALED: u64 = LAST_ROW + 1;

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
    /// Volumes whose rows are too large to be bound.
    unbound: RefCell<BTreeSet<(Area, u64)>>,
}

/// Rows in the clear, and the numbers of those that do not open.
pub type Whole = (Vec<Row>, Vec<u64>);

/// Some rows of an area.
type Rows = (Area, RangeInclusive<u64>);

impl<S, C> GuardedStore<S, C> {
    /// The side in the clear.
    pub fn plain(store: S) -> Self {
        Self {
            store,
            seal: None,
            turns: Turns::default(),
            unbound: RefCell::default(),
        }
    }

    /// The sealed side of a workspace.
    pub fn sealed(store: S, workspace: &str, key: C) -> Self {
        Self {
            store,
            seal: Some((workspace.to_owned(), key)),
            turns: Turns::default(),
            unbound: RefCell::default(),
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
        if self.seal.is_some() && volume::is_bound(area) {
            return self.with_volumes(area, rows).await;
        }
        self.opened(area, self.places(&rows)).await
    }

    /// Rows that lie alone, then those in volumes: what is bound in between is seen twice, not never.
    async fn with_volumes(
        &self,
        area: Area,
        rows: RangeInclusive<u64>,
    ) -> Result<Whole, StoreError> {
        let rows = *rows.start()..=(*rows.end()).min(volume::LAST_BOUND);
        let (mut found, mut changed) = self.opened(area, self.places(&rows)).await?;
        let (volumes, lost) = self.opened(area, volume::places(&rows)).await?;
        changed.extend(lost);
        if volumes.is_empty() {
            return Ok((found, changed));
        }
        for (place, bytes) in volumes {
            let bound = volume::unbind(area, place, &bytes)?;
            found.extend(bound.into_iter().filter(|(row, _)| rows.contains(row)));
        }
        found.sort_by_key(|(row, _)| *row);
        found.dedup_by_key(|(row, _)| *row);
        Ok((found, changed))
    }

    /// What lies at some places, opened.
    async fn opened(&self, area: Area, places: RangeInclusive<u64>) -> Result<Whole, StoreError> {
        let found = self.store.read(area, places).await?;
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

    /// Binds old rows of the journal, at most so many volumes; says how many it bound.
    ///
    /// # Errors
    /// [`StoreError`] when the store or the cipher fails, or a row was changed.
    pub async fn bind(&self, most: usize) -> Result<usize, StoreError> {
        if self.seal.is_none() {
            return Ok(0);
        }
        let turn = self.turns.ask();
        turn.come().await;
        let mut bound = 0;
        for area in Area::ALL.into_iter().filter(|area| volume::is_bound(*area)) {
            let alone = self.places(&(0..=volume::LAST_BOUND));
            let alone = self.store.numbers(area, alone).await?;
            let mut volumes: Vec<u64> = alone
                .iter()
                .map(|place| volume::of_row(place & LAST_ROW))
                .collect();
            volumes.dedup();
            // Rows are still added to the last one.
            volumes.pop();
            volumes.retain(|number| !self.unbound.borrow().contains(&(area, *number)));
            for number in volumes {
                if bound == most {
                    return Ok(bound);
                }
                bound += usize::from(self.bind_one(area, number).await?);
            }
        }
        Ok(bound)
    }

    async fn bind_one(&self, area: Area, number: u64) -> Result<bool, StoreError> {
        let place = volume::place(number);
        let rows = volume::first_row(number)..=volume::last_row(number);
        let (found, changed) = self.opened(area, self.places(&rows)).await?;
        if let Some(row) = changed.first() {
            return Err(StoreError::Changed(area, *row));
        }
        let size: usize = found.iter().map(|(_, bytes)| bytes.len()).sum();
        let there = self.store.numbers(area, place..=place).await?;
        if size > volume::MOST_BYTES || !there.is_empty() {
            self.unbound.borrow_mut().insert((area, number));
            return Ok(false);
        }
        let put = Step::Put(area, place & LAST_ROW, volume::bind(&found));
        let mut batch = self.sealed_batch(Batch(vec![put])).await?;
        let cut = Step::Cut(area, self.places(&rows));
        batch.0.push(cut);
        self.store.write(batch).await?;
        Ok(true)
    }

    /// The steps that take rows out of their volumes before a batch changes them.
    async fn unbinding(&self, touched: &[Rows]) -> Result<Batch, StoreError> {
        let mut steps = Vec::new();
        for (area, rows) in touched {
            let (volumes, changed) = self.opened(*area, volume::places(rows)).await?;
            if let Some(row) = changed.first() {
                return Err(StoreError::Changed(*area, *row));
            }
            for (place, bytes) in volumes {
                steps.push(Step::Delete(*area, place));
                let rows = volume::unbind(*area, place, &bytes)?.into_iter();
                steps.extend(rows.map(|(row, bytes)| Step::Put(*area, row, bytes)));
            }
        }
        self.sealed_batch(Batch(steps)).await
    }

    /// Refuses rows that are to be added and lie in a volume.
    async fn free(&self, added: &[(Area, u64)]) -> Result<(), StoreError> {
        // A log that is carried over adds many rows of one volume at once.
        let mut asked = BTreeSet::new();
        for (area, row) in added {
            let place = volume::place(volume::of_row(*row));
            let first = asked.insert((*area, place));
            if first && !self.store.numbers(*area, place..=place).await?.is_empty() {
                return Err(StoreError::Taken(*area, *row));
            }
        }
        Ok(())
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

    /// What a batch adds where rows are bound, and what it changes there.
    fn touched(&self, batch: &Batch) -> (Vec<(Area, u64)>, Vec<Rows>) {
        let (mut added, mut touched) = (Vec::new(), Vec::new());
        let mut note = |area: Area, rows: RangeInclusive<u64>| {
            if self.seal.is_some() && volume::is_bound(area) && !rows.is_empty() {
                touched.push((area, rows));
            }
        };
        for step in &batch.0 {
            match step {
                Step::Add(area, row, _) => {
                    if self.seal.is_some() && volume::is_bound(*area) {
                        added.push((*area, *row));
                    }
                }
                Step::Put(area, row, _) | Step::Delete(area, row) => note(*area, *row..=*row),
                Step::Cut(area, rows) => note(*area, rows.clone()),
                // Volumes go with everything else.
                Step::Clear(_) => {}
            }
        }
        (added, touched)
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
        let (added, touched) = self.touched(&batch);
        let mut batch = self.sealed_batch(batch).await?;
        turn.come().await;
        self.free(&added).await?;
        if !touched.is_empty() {
            let mut first = self.unbinding(&touched).await?;
            first.0.append(&mut batch.0);
            batch = first;
        }
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
        if self.seal.is_some() && volume::is_bound(area) {
            let volumes = self.store.numbers(area, volume::places(&rows)).await?;
            if !volumes.is_empty() {
                let rows = self.read(area, rows).await?;
                return Ok(rows.into_iter().map(|(row, _)| row).collect());
            }
        }
        let found = self.store.numbers(area, self.places(&rows)).await?;
        Ok(found.into_iter().map(|place| place & LAST_ROW).collect())
    }
}
