//! A store in memory: for tests, and the reference every other store is compared with.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::area::{Area, Batch, Row, Step, Store, StoreError};

/// Rows in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    rows: RefCell<BTreeMap<(Area, u64), Vec<u8>>>,
    failure: RefCell<Option<StoreError>>,
    writes: Cell<usize>,
    room: Cell<Option<usize>>,
}

impl MemoryStore {
    /// Makes every later write fail like this, or work again.
    pub fn fail_with(&self, failure: Option<StoreError>) {
        self.failure.replace(failure);
    }

    /// Has room for so many more batches and is full then; without a number there is always room.
    pub fn fail_after(&self, batches: Option<usize>) {
        self.room.set(batches);
    }

    /// Number of batches written.
    #[must_use]
    pub const fn writes(&self) -> usize {
        self.writes.get()
    }

    /// Changes or removes a row behind the back of everybody, to test what notices.
    pub fn tamper(&self, area: Area, row: u64, bytes: Option<Vec<u8>>) {
        self.set(area, row, bytes);
    }

    fn set(&self, area: Area, row: u64, bytes: Option<Vec<u8>>) -> Undo {
        let mut rows = self.rows.borrow_mut();
        let before = match bytes {
            Some(bytes) => rows.insert((area, row), bytes),
            None => rows.remove(&(area, row)),
        };
        ((area, row), before)
    }

    fn step(&self, step: Step, undo: &mut Vec<Undo>) -> Result<(), StoreError> {
        match step {
            Step::Add(area, row, _) if self.rows.borrow().contains_key(&(area, row)) => {
                return Err(StoreError::Taken(area, row));
            }
            Step::Add(area, row, bytes) | Step::Put(area, row, bytes) => {
                undo.push(self.set(area, row, Some(bytes)));
            }
            Step::Delete(area, row) => undo.push(self.set(area, row, None)),
            Step::Clear(area) => self.cut(area, &(0..=u64::MAX), undo),
            Step::Cut(area, rows) => self.cut(area, &rows, undo),
        }
        Ok(())
    }

    fn cut(&self, area: Area, rows: &RangeInclusive<u64>, undo: &mut Vec<Undo>) {
        if rows.is_empty() {
            return;
        }
        let within = (area, *rows.start())..=(area, *rows.end());
        let mut rows = self.rows.borrow_mut();
        let cut: Vec<_> = rows.range(within).map(|(at, _)| *at).collect();
        undo.extend(cut.into_iter().map(|at| (at, rows.remove(&at))));
    }

    fn roll_back(&self, undo: Vec<Undo>) {
        for ((area, row), before) in undo.into_iter().rev() {
            self.set(area, row, before);
        }
    }
}

/// A row as it was before a step.
type Undo = ((Area, u64), Option<Vec<u8>>);

impl Store for MemoryStore {
    async fn read(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<Row>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let all = self.rows.borrow();
        let found = all.range((area, *rows.start())..=(area, *rows.end()));
        Ok(found
            .map(|((_, row), bytes)| (*row, bytes.clone()))
            .collect())
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        if let Some(failure) = self.failure.borrow().clone() {
            return Err(failure);
        }
        match self.room.get() {
            Some(0) => return Err(StoreError::Full),
            room => self.room.set(room.map(|room| room - 1)),
        }
        let mut undo = Vec::new();
        for step in batch.0 {
            if let Err(error) = self.step(step, &mut undo) {
                self.roll_back(undo);
                return Err(error);
            }
        }
        self.writes.set(self.writes.get() + 1);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::store::conformance;

    #[test]
    fn the_memory_store_keeps_every_promise_of_a_store() {
        let stores: RefCell<BTreeMap<&str, Rc<MemoryStore>>> = RefCell::default();
        let open = async |name| Rc::clone(stores.borrow_mut().entry(name).or_default());
        crate::store::ready(conformance::run(open));
    }

    #[test]
    fn a_failing_store_says_so_and_keeps_what_it_has() {
        let store = MemoryStore::default();
        store.fail_with(Some(StoreError::Full));
        let batch = Batch(vec![Step::Put(Area::Chunks, 1, vec![1])]);
        let written = crate::store::ready(store.write(batch));
        assert_eq!(written, Err(StoreError::Full));
        assert_eq!(
            crate::store::ready(store.read(Area::Chunks, 0..=9)),
            Ok(vec![])
        );
    }
}
