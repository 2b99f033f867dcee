//! The one suite every store must pass, in memory and in a real browser.
//!
//! [`run`] panics at the first promise of [`Store`] that is not kept. It lives in the
//! library so that tests of any kind, on any machine, can call it.

use super::area::{Area, Batch, LAST_ROW, Step, Store, StoreError};
use super::chunk::ChunkId;
use super::fold::fold;
use super::keeper::{Keeper, counts_of};
use super::load::{Damage, LoadError, load, read_entry};
use crate::domain as d;
use crate::ledger::{Action, Book, Draft, Key, Kind, Moment, Operation};

/// Runs the whole suite. `open` opens the store of a name, empty the first time, and as it
/// was left afterwards.
pub async fn run<S: Store>(open: impl AsyncFn(&'static str) -> S) {
    rows_come_back_in_order(&open("rows").await).await;
    a_failed_batch_changes_nothing(&open("whole").await).await;
    rows_are_cleared_and_deleted(&open("clear").await).await;
    what_was_written_is_there_after_reopening(&open).await;
    a_workspace_comes_back_from_the_journal_alone(&open).await;
    a_workspace_comes_back_from_chunks_and_journal(&open).await;
    removed_records_stay_removed_and_their_numbers_spent(&open).await;
    a_shortened_journal_is_named(&open("short").await).await;
    a_missing_chunk_is_named(&open("missing").await).await;
    two_writers_are_told_apart(&open("two").await).await;
}

fn put(area: Area, row: u64, bytes: &[u8]) -> Step {
    Step::Put(area, row, bytes.to_vec())
}

async fn rows_come_back_in_order(store: &impl Store) {
    let batch = Batch(vec![
        put(Area::Chunks, 9, b"nine"),
        put(Area::Chunks, LAST_ROW, b""),
        put(Area::Chunks, 0, b"zero"),
        put(Area::Journal, 9, b"elsewhere"),
    ]);
    assert_eq!(store.write(batch).await, Ok(()));
    let row = |row, bytes: &[u8]| (row, bytes.to_vec());
    let all = store.read(Area::Chunks, 0..=LAST_ROW).await;
    let expected = vec![row(0, b"zero"), row(9, b"nine"), row(LAST_ROW, b"")];
    assert_eq!(all, Ok(expected));
    let some = store.read(Area::Chunks, 1..=9).await;
    assert_eq!(some, Ok(vec![row(9, b"nine")]));
    let none = store.read(Area::Payloads, 0..=LAST_ROW).await;
    assert_eq!(none, Ok(vec![]));
}

async fn a_failed_batch_changes_nothing(store: &impl Store) {
    let first = Batch(vec![Step::Add(Area::Journal, 1, b"first".to_vec())]);
    assert_eq!(store.write(first).await, Ok(()));
    let second = Batch(vec![
        put(Area::Chunks, 1, b"half"),
        Step::Add(Area::Journal, 1, b"second".to_vec()),
    ]);
    let taken = Err(StoreError::Taken(Area::Journal, 1));
    assert_eq!(store.write(second).await, taken);
    assert_eq!(store.read(Area::Chunks, 0..=LAST_ROW).await, Ok(vec![]));
    let journal = store.read(Area::Journal, 0..=LAST_ROW).await;
    assert_eq!(journal, Ok(vec![(1, b"first".to_vec())]));
}

async fn rows_are_cleared_and_deleted(store: &impl Store) {
    let rows = (1..=3).map(|row| put(Area::Chunks, row, b"x")).collect();
    assert_eq!(store.write(Batch(rows)).await, Ok(()));
    let delete = Batch(vec![Step::Delete(Area::Chunks, 2)]);
    assert_eq!(store.write(delete).await, Ok(()));
    let left = store.numbers(Area::Chunks, 0..=LAST_ROW).await;
    assert_eq!(left, Ok(vec![1, 3]));
    let some = store.numbers(Area::Chunks, 2..=9).await;
    assert_eq!(some, Ok(vec![3]));
    let cut = Batch(vec![
        Step::Cut(Area::Chunks, 2..=9),
        put(Area::Chunks, 4, b"z"),
    ]);
    assert_eq!(store.write(cut).await, Ok(()));
    let left = store.numbers(Area::Chunks, 0..=LAST_ROW).await;
    assert_eq!(left, Ok(vec![1, 4]));
    let clear = Batch(vec![Step::Clear(Area::Chunks), put(Area::Chunks, 7, b"y")]);
    assert_eq!(store.write(clear).await, Ok(()));
    let left = store.read(Area::Chunks, 0..=LAST_ROW).await;
    assert_eq!(left, Ok(vec![(7, b"y".to_vec())]));
}

async fn what_was_written_is_there_after_reopening<S: Store>(
    open: &impl AsyncFn(&'static str) -> S,
) {
    let store = open("again").await;
    let bytes: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let written = store
        .write(Batch(vec![put(Area::Payloads, 1, &bytes)]))
        .await;
    assert_eq!(written, Ok(()));
    drop(store);
    let found = open("again").await.read(Area::Payloads, 1..=1).await;
    assert_eq!(found, Ok(vec![(1, bytes)]));
}

/// A workspace being written to.
struct Desk<S> {
    store: S,
    book: Book,
    keeper: Keeper,
}

impl<S: Store> Desk<S> {
    fn new(store: S, name: &str) -> Self {
        Self {
            store,
            book: Book::default(),
            keeper: Keeper::new(name),
        }
    }

    async fn act(&mut self, operation: Operation) {
        assert_eq!(self.book.apply(&operation), Ok(()));
        let at = Moment(1_780_000_000_000);
        let (_, batch) = self.keeper.append(at, "bàn 1", &operation);
        assert_eq!(self.store.write(batch).await, Ok(()));
        assert_eq!(*self.keeper.counts(), counts_of(&self.book));
    }

    async fn add_officials(&mut self, names: &[&str]) {
        let mut draft = Draft::new(&self.book, Action::Add(Kind::Official));
        for name in names {
            let id = d::OfficialId(draft.fresh(Kind::Official));
            let official = d::Official {
                name: (*name).to_owned(),
                ..d::Official::default()
            };
            draft.put(Key::Official(id), official);
        }
        let operation = draft.finish();
        self.act(operation).await;
    }

    async fn name_agency(&mut self, name: &str) {
        let mut draft = Draft::new(&self.book, Action::Edit(Kind::Agency));
        let agency = d::Agency {
            name: name.to_owned(),
            ..self.book.agency.clone()
        };
        draft.put(Key::Agency(), agency);
        let operation = draft.finish();
        self.act(operation).await;
    }

    async fn fold(&mut self, most: usize) {
        let folded = fold(&self.store, &mut self.keeper, most).await;
        assert_eq!(folded, Ok(()));
    }
}

async fn a_workspace_comes_back_from_the_journal_alone<S: Store>(
    open: &impl AsyncFn(&'static str) -> S,
) {
    let mut desk = Desk::new(open("journal").await, "journal");
    desk.add_officials(&["Người Mẫu Một", "Người Mẫu Hai"])
        .await;
    desk.name_agency("Xã Mẫu").await;
    let Desk {
        store,
        book,
        keeper,
    } = desk;
    drop(store);
    let store = open("journal").await;
    let loaded = load(&store, "journal").await.expect("loads");
    assert_eq!(loaded.book, book);
    assert_eq!(loaded.keeper.head(), keeper.head());
    assert_eq!(loaded.keeper.to_fold(9), keeper.to_fold(9));
    assert_eq!(loaded.history.to_undo(), Some(2));
    let first = read_entry(&store, &loaded.heads[0]).await;
    assert_eq!(first.as_ref(), Ok(&loaded.recent[0]));
}

async fn a_workspace_comes_back_from_chunks_and_journal<S: Store>(
    open: &impl AsyncFn(&'static str) -> S,
) {
    let mut desk = Desk::new(open("chunks").await, "chunks");
    desk.name_agency("Xã Mẫu").await;
    desk.add_officials(&["Người Mẫu Một"]).await;
    desk.fold(1).await;
    desk.add_officials(&["Người Mẫu Hai"]).await;
    desk.name_agency("Phường Mẫu").await;
    desk.fold(1).await;
    let Desk {
        store,
        book,
        keeper,
    } = desk;
    assert_eq!(keeper.behind(), 1, "one chunk is left behind");
    drop(store);
    let loaded = load(&open("chunks").await, "chunks").await.expect("loads");
    assert_eq!(loaded.book, book);
    assert_eq!(loaded.keeper.head(), keeper.head());
    assert_eq!(loaded.keeper.to_fold(9), keeper.to_fold(9));
}

async fn removed_records_stay_removed_and_their_numbers_spent<S: Store>(
    open: &impl AsyncFn(&'static str) -> S,
) {
    let mut desk = Desk::new(open("removed").await, "removed");
    desk.add_officials(&["Người Mẫu Một"]).await;
    desk.fold(usize::MAX).await;
    let mut draft = Draft::new(&desk.book, Action::Remove(Kind::Official));
    draft.remove(Key::Official(d::OfficialId(1)));
    let operation = draft.finish();
    desk.act(operation).await;
    desk.fold(usize::MAX).await;
    let store = desk.store;
    let loaded = load(&store, "removed").await.expect("loads");
    assert!(loaded.book.officials.is_empty());
    assert_eq!(loaded.book.next_id(Kind::Official), 2);
    assert_eq!(store.read(Area::Chunks, 0..=LAST_ROW).await, Ok(vec![]));
}

async fn a_shortened_journal_is_named(store: &impl Store) {
    let mut desk = Desk::new(store, "short");
    desk.add_officials(&["Người Mẫu Một"]).await;
    desk.add_officials(&["Người Mẫu Hai"]).await;
    desk.fold(usize::MAX).await;
    let cut = Batch(vec![
        Step::Delete(Area::Journal, 2),
        Step::Delete(Area::Payloads, 2),
    ]);
    assert_eq!(store.write(cut).await, Ok(()));
    let error = load(store, "short").await.map(|_| ());
    let short = Damage::JournalShort { last: 1, held: 2 };
    assert_eq!(error, Err(LoadError::Damaged(short)));
}

async fn a_missing_chunk_is_named(store: &impl Store) {
    let mut desk = Desk::new(store, "missing");
    desk.add_officials(&["Người Mẫu Một"]).await;
    desk.fold(usize::MAX).await;
    let id = ChunkId::of(Key::Official(d::OfficialId(1)));
    let cut = Batch(vec![Step::Delete(Area::Chunks, id.row())]);
    assert_eq!(store.write(cut).await, Ok(()));
    let error = load(store, "missing").await.map(|_| ());
    assert_eq!(error, Err(LoadError::Damaged(Damage::ChunkMissing(id))));
}

async fn two_writers_are_told_apart(store: &impl Store) {
    let mut one = Desk::new(store, "two");
    let mut two = Keeper::new("two");
    one.name_agency("Xã Mẫu").await;
    let (_, batch) = two.append(Moment(0), "bàn 2", &Operation::new(Action::Score));
    let taken = Err(StoreError::Taken(Area::Journal, 1));
    assert_eq!(store.write(batch).await, taken);
}
