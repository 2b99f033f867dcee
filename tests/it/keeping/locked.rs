//! A locked workspace keeps every promise of an open one, and no crash on the way loses anything.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

use congtam::domain::OfficialId;
use congtam::ledger::{Book, Cleaning, Eraser, Moment};
use congtam::store::cleaning::clean_log;
use congtam::store::sealed::{
    Fresh, GuardedStore, LockRecord, NewLock, Opener, Standing, SwitchError, change, settle,
    standing, switch_off, switch_on, unlock,
};
use congtam::store::{
    Area, Batch, Damage, LAST_PLACE, LAST_ROW, LoadError, Loaded, MemoryStore, Row, Step, Store,
    StoreError, conformance, fold, load, open, ready, salvage, verify_log,
};

use super::host_cipher::{HostKey, HostSmith};
use super::recovery::workspace;
use super::specimens;

const NAME: &str = "mau";
const PASSPHRASE: &str = "năm con voi qua cầu";
const CODE: &str = "ABCD-EFGH";

type Guarded<'a> = GuardedStore<&'a MemoryStore, HostKey>;

/// A store that stops taking batches after some, as if the power had failed.
struct Failing<'a> {
    store: &'a MemoryStore,
    left: Cell<usize>,
}

impl Store for Failing<'_> {
    async fn read(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<Row>, StoreError> {
        self.store.read(area, rows).await
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        match self.left.get().checked_sub(1) {
            Some(left) => self.left.set(left),
            None => return Err(StoreError::Closed),
        }
        self.store.write(batch).await
    }
}

fn failing_after(store: &MemoryStore, writes: usize) -> Failing<'_> {
    Failing {
        store,
        left: Cell::new(writes),
    }
}

/// Every row there is, on both sides.
fn everything(store: &MemoryStore) -> Vec<(Area, u64, Vec<u8>)> {
    let rows = |area| ready(store.read(area, 0..=LAST_PLACE)).unwrap();
    let all = Area::ALL.into_iter().flat_map(|area| {
        let rows = rows(area).into_iter();
        rows.map(move |(row, bytes)| (area, row, bytes))
    });
    all.collect()
}

fn copy(store: &MemoryStore) -> MemoryStore {
    let copy = MemoryStore::default();
    for (area, row, bytes) in everything(store) {
        copy.tamper(area, row, Some(bytes));
    }
    copy
}

fn new_lock(smith: &HostSmith) -> NewLock<'static> {
    NewLock {
        workspace: NAME,
        passphrase: smith.fresh(PASSPHRASE),
        recovery: smith.fresh(CODE),
    }
}

/// A locked workspace with the book it holds.
fn locked(smith: &HostSmith) -> (MemoryStore, Book) {
    let (store, book, _) = workspace();
    ready(switch_on(&store, smith, new_lock(smith))).unwrap();
    (store, book)
}

fn record(store: &MemoryStore) -> LockRecord {
    match ready(standing(store, NAME)) {
        Ok(Standing::Locked(record)) => record,
        other => panic!("{other:?}"),
    }
}

fn with_key(store: &MemoryStore, key: HostKey) -> Guarded<'_> {
    GuardedStore::sealed(store, NAME, key)
}

fn opened<'a>(
    store: &'a MemoryStore,
    smith: &HostSmith,
    opener: Opener,
    secret: &str,
) -> Guarded<'a> {
    let key = ready(unlock(smith, &record(store), opener, secret)).unwrap();
    with_key(store, key)
}

/// What a start finds, after clearing away what was half-done.
fn start(store: &MemoryStore, smith: &HostSmith, secret: &str) -> (bool, Loaded) {
    let standing = ready(settle(store, NAME)).unwrap();
    let on = matches!(standing, Standing::Locked(_));
    let guarded = if on {
        opened(store, smith, Opener::Passphrase, secret)
    } else {
        Guarded::plain(store)
    };
    let other = if on {
        1..=LAST_ROW
    } else {
        LAST_ROW + 1..=LAST_PLACE
    };
    for area in Area::ALL {
        let left = ready(store.numbers(area, other.clone())).unwrap();
        assert!(left.is_empty(), "{area:?} of the other side");
    }
    (on, ready(load(&guarded, NAME)).unwrap())
}

#[test]
fn a_sealed_store_keeps_every_promise_of_a_store() {
    let smith = HostSmith::default();
    let stores: RefCell<BTreeMap<&str, Rc<MemoryStore>>> = RefCell::default();
    let below = |name| Rc::clone(stores.borrow_mut().entry(name).or_default());
    ready(conformance::run(async |name| {
        GuardedStore::sealed(below(name), name, smith.key([7; 32]))
    }));
    stores.borrow_mut().clear();
    ready(conformance::run(async |name| {
        GuardedStore::<_, HostKey>::plain(below(name))
    }));
}

#[test]
fn a_locked_workspace_holds_no_name_and_opens_with_either_secret_only() {
    let smith = HostSmith::default();
    let (store, book) = locked(&smith);
    let utf8 = "Người Mẫu".as_bytes().to_vec();
    let utf16: Vec<u8> = "Người Mẫu"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (area, row, bytes) in everything(&store) {
        for name in [&utf8, &utf16] {
            let found = bytes
                .windows(name.len())
                .any(|some| some == name.as_slice());
            assert!(!found, "{area:?} {row}");
        }
    }
    for (opener, secret) in [(Opener::Passphrase, PASSPHRASE), (Opener::Recovery, CODE)] {
        let guarded = opened(&store, &smith, opener, secret);
        assert_eq!(ready(load(&guarded, NAME)).unwrap().book, book);
    }
    for (opener, secret) in [
        (Opener::Passphrase, "năm con voi"),
        (Opener::Passphrase, CODE),
        (Opener::Recovery, PASSPHRASE),
    ] {
        let wrong = ready(unlock(&smith, &record(&store), opener, secret));
        assert_eq!(wrong.map(|_| ()), Err(SwitchError::Wrong));
    }
}

#[test]
fn any_changed_byte_of_a_sealed_row_is_refused_and_its_row_named() {
    let smith = HostSmith::default();
    let (store, book) = locked(&smith);
    let guarded = opened(&store, &smith, Opener::Passphrase, PASSPHRASE);
    for (area, place, bytes) in everything(&store) {
        if place <= LAST_ROW {
            continue;
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            store.tamper(area, place, Some(changed));
            let row = place & LAST_ROW;
            let error = ready(guarded.read(area, 0..=LAST_ROW)).unwrap_err();
            assert_eq!(error, StoreError::Changed(area, row), "byte {at}");
        }
        assert!(ready(load(&guarded, NAME)).is_err(), "{area:?} {place}");
        store.tamper(area, place, Some(bytes));
    }
    assert_eq!(ready(load(&guarded, NAME)).unwrap().book, book);
}

#[test]
fn sealed_rows_do_not_open_in_another_place_or_workspace() {
    let smith = HostSmith::default();
    let store = MemoryStore::default();
    let key = smith.key([1; 32]);
    let guarded = with_key(&store, key.clone());
    let put = |area, row| Step::Put(area, row, b"content".to_vec());
    let batch = Batch(vec![put(Area::Chunks, 1), put(Area::Chunks, 2)]);
    ready(guarded.write(batch)).unwrap();
    let rows = ready(store.read(Area::Chunks, 0..=LAST_PLACE)).unwrap();
    store.tamper(Area::Chunks, rows[1].0, Some(rows[0].1.clone()));
    store.tamper(Area::Journal, rows[0].0, Some(rows[0].1.clone()));
    let read = |area, row| ready(guarded.read(area, row..=row));
    assert_eq!(
        read(Area::Chunks, 2),
        Err(StoreError::Changed(Area::Chunks, 2))
    );
    assert_eq!(
        read(Area::Journal, 1),
        Err(StoreError::Changed(Area::Journal, 1))
    );
    assert_eq!(read(Area::Chunks, 1).map(|rows| rows.len()), Ok(1));
    let elsewhere = GuardedStore::sealed(&store, "khac", key);
    let error = ready(elsewhere.read(Area::Chunks, 1..=1));
    assert_eq!(error, Err(StoreError::Changed(Area::Chunks, 1)));
}

#[test]
fn what_opens_of_a_damaged_locked_workspace_is_saved() {
    let smith = HostSmith::default();
    let (store, book) = locked(&smith);
    let guarded = opened(&store, &smith, Opener::Passphrase, PASSPHRASE);
    let left = MemoryStore::default();
    for (row, _) in ready(store.read(Area::Chunks, 0..=LAST_PLACE)).unwrap() {
        store.tamper(
            Area::Chunks,
            row,
            Some(b"nonsense of some length, longer than a tag".to_vec()),
        );
    }
    let mut refused = 0;
    for area in Area::ALL {
        let (rows, changed) = ready(guarded.read_whole(area, 0..=LAST_ROW)).unwrap();
        refused += changed.len();
        for (row, bytes) in rows {
            left.tamper(area, row, Some(bytes));
        }
    }
    assert!(refused > 0);
    assert_eq!(ready(salvage(&left)).unwrap().book, book);
}

#[test]
fn locking_may_break_off_anywhere_and_nothing_is_lost() {
    let (before, book, keeper) = workspace();
    for writes in 0.. {
        let smith = HostSmith::default();
        let store = copy(&before);
        let failing = failing_after(&store, writes);
        let switched = ready(switch_on(&failing, &smith, new_lock(&smith)));
        let (on, found) = start(&store, &smith, PASSPHRASE);
        assert_eq!(
            (found.book, found.keeper.head()),
            (book.clone(), keeper.head())
        );
        assert_eq!(on, switched.is_ok(), "after {writes} writes");
        if on {
            assert!(writes > 4, "every area is written before");
            break;
        }
        assert_eq!(everything(&store), everything(&before));
    }
}

#[test]
fn unlocking_for_good_may_break_off_anywhere_and_nothing_is_lost() {
    let smith = HostSmith::default();
    let (before, book) = locked(&smith);
    for writes in 0.. {
        let store = copy(&before);
        let failing = failing_after(&store, writes);
        let switched = ready(switch_off(&failing, &smith, NAME, PASSPHRASE));
        let (on, found) = start(&store, &smith, PASSPHRASE);
        assert_eq!(found.book, book);
        assert_eq!(on, switched.is_err(), "after {writes} writes");
        if !on {
            let (first, ..) = workspace();
            assert_eq!(
                everything(&store),
                everything(&first),
                "as before it was locked"
            );
            break;
        }
        assert_eq!(everything(&store), everything(&before));
    }
}

#[test]
fn a_new_passphrase_opens_after_its_write_and_the_old_one_before() {
    let smith = HostSmith::default();
    let (before, book) = locked(&smith);
    let new = "sáu con voi về làng";
    for writes in 0..2 {
        let store = copy(&before);
        let failing = failing_after(&store, writes);
        let to = (Opener::Passphrase, smith.fresh(new));
        let from = (Opener::Passphrase, PASSPHRASE);
        let changed = ready(change(&failing, &smith, NAME, from, to));
        assert_eq!(changed.is_ok(), writes > 0);
        let (now, gone) = if writes > 0 {
            (new, PASSPHRASE)
        } else {
            (PASSPHRASE, new)
        };
        assert_eq!(start(&store, &smith, now).1.book, book);
        let wrong = ready(unlock(&smith, &record(&store), Opener::Passphrase, gone));
        assert_eq!(wrong.map(|_| ()), Err(SwitchError::Wrong));
        opened(&store, &smith, Opener::Recovery, CODE);
        for ((.., row, was), (.., other, is)) in everything(&before).iter().zip(everything(&store))
        {
            assert_eq!(*row, other);
            assert!(*row == 0 || *was == is, "only the record is written again");
        }
    }
}

#[test]
fn a_forgotten_passphrase_is_replaced_and_the_code_renewed_by_the_other_secret() {
    let smith = HostSmith::default();
    let (store, book) = locked(&smith);
    let set = |from, to, secret: &'static str| {
        let fresh: Fresh<'_> = smith.fresh(secret);
        ready(change(&store, &smith, NAME, from, (to, fresh)))
    };
    let wrong = set((Opener::Recovery, "WRONG"), Opener::Passphrase, "mới");
    assert_eq!(wrong, Err(SwitchError::Wrong));
    assert_eq!(
        set((Opener::Recovery, CODE), Opener::Passphrase, "mới"),
        Ok(())
    );
    assert_eq!(
        set((Opener::Passphrase, "mới"), Opener::Recovery, "IJKL"),
        Ok(())
    );
    let guarded = opened(&store, &smith, Opener::Recovery, "IJKL");
    assert_eq!(ready(load(&guarded, NAME)).unwrap().book, book);
    let old = ready(unlock(&smith, &record(&store), Opener::Recovery, CODE));
    assert_eq!(old.map(|_| ()), Err(SwitchError::Wrong));
}

#[test]
fn a_lost_or_damaged_record_is_named_and_nothing_is_removed() {
    let smith = HostSmith::default();
    let (store, _) = locked(&smith);
    let row = record(&store).seal();
    let before = everything(&store);
    for at in 0..row.len() * 8 {
        let mut changed = row.clone();
        changed[at / 8] ^= 1 << (at % 8);
        store.tamper(Area::Manifest, 0, Some(changed));
        assert!(ready(settle(&store, NAME)).is_err(), "bit {at}");
    }
    store.tamper(Area::Manifest, 0, None);
    let missing = LoadError::Damaged(Damage::LockMissing);
    assert_eq!(ready(settle(&store, NAME)), Err(missing));
    store.tamper(Area::Manifest, 0, Some(row));
    assert_eq!(everything(&store), before);
}

#[test]
fn a_switch_cut_short_where_nothing_was_done_leaves_nothing_to_lose() {
    let smith = HostSmith::default();
    let (store, _) = locked(&smith);
    // What is left of it then: the sealed rows of the manifest, and no record of the lock.
    for (area, row, _) in everything(&store) {
        if area != Area::Manifest || row == 0 {
            store.tamper(area, row, None);
        }
    }
    assert!(!everything(&store).is_empty());
    assert_eq!(ready(settle(&store, NAME)), Ok(Standing::Plain));
    assert_eq!(ready(settle(&store, NAME)), Ok(Standing::Plain));
}

#[test]
fn the_record_of_another_workspace_and_a_second_lock_are_refused() {
    let smith = HostSmith::default();
    let (store, _) = locked(&smith);
    let other = LoadError::Damaged(Damage::OtherWorkspace {
        expected: "khac".into(),
        found: NAME.into(),
    });
    assert_eq!(ready(settle(&store, "khac")), Err(other));
    let again = ready(switch_on(&store, &smith, new_lock(&smith)));
    assert_eq!(again.map(|_| ()), Err(SwitchError::Otherwise));
    let (plain, ..) = workspace();
    let off = ready(switch_off(&plain, &smith, NAME, PASSPHRASE));
    assert_eq!(off, Err(SwitchError::Otherwise));
}

/// Many small rows, some of them too large to be bound, in a sealed store and in one in the clear.
fn long_journal(smith: &HostSmith, store: &MemoryStore, plain: &MemoryStore) {
    let guarded = with_key(store, smith.key([3; 32]));
    for row in 1..=600_u64 {
        let size = if (300..310).contains(&row) {
            200_000
        } else {
            9
        };
        let bytes = |area: Area| vec![u8::try_from(row % 251).unwrap(); size + area.name().len()];
        let add = |area| Step::Add(area, row, bytes(area));
        let batch = Batch(vec![add(Area::Journal), add(Area::Payloads)]);
        ready(plain.write(batch.clone())).unwrap();
        ready(guarded.write(batch)).unwrap();
    }
}

fn read_all(store: &impl Store, rows: RangeInclusive<u64>) -> Vec<Row> {
    let areas = [Area::Journal, Area::Payloads].into_iter();
    let read = |area| ready(store.read(area, rows.clone())).unwrap();
    areas.flat_map(read).collect()
}

#[test]
fn bound_rows_read_like_others_and_are_fewer_below() {
    let smith = HostSmith::default();
    let (store, plain) = (MemoryStore::default(), MemoryStore::default());
    long_journal(&smith, &store, &plain);
    let guarded = with_key(&store, smith.key([3; 32]));
    while ready(guarded.bind(1)).unwrap() > 0 {}
    let left = |area| ready(store.numbers(area, 0..=LAST_PLACE)).unwrap().len();
    assert!(left(Area::Journal) < 350, "{}", left(Area::Journal));
    assert_eq!(
        left(Area::Journal),
        left(Area::Payloads),
        "large rows lie alone in both"
    );
    for rows in [
        0..=LAST_ROW,
        250..=260,
        255..=255,
        256..=256,
        590..=700,
        700..=800,
    ] {
        assert_eq!(
            read_all(&guarded, rows.clone()),
            read_all(&plain, rows.clone())
        );
        let numbers = |store: &Guarded<'_>| ready(store.numbers(Area::Journal, rows.clone()));
        assert_eq!(
            numbers(&guarded),
            ready(plain.numbers(Area::Journal, rows.clone()))
        );
    }
    let again = Batch(vec![Step::Add(Area::Journal, 5, b"again".to_vec())]);
    let taken = Err(StoreError::Taken(Area::Journal, 5));
    assert_eq!(ready(guarded.write(again)), taken);
    for batch in [
        vec![
            Step::Put(Area::Journal, 5, b"other".to_vec()),
            Step::Delete(Area::Payloads, 6),
        ],
        vec![Step::Cut(Area::Journal, 100..=400)],
        vec![
            Step::Clear(Area::Payloads),
            Step::Put(Area::Payloads, 7, b"new".to_vec()),
        ],
    ] {
        ready(plain.write(Batch(batch.clone()))).unwrap();
        ready(guarded.write(Batch(batch))).unwrap();
        assert_eq!(
            read_all(&guarded, 0..=LAST_ROW),
            read_all(&plain, 0..=LAST_ROW)
        );
        while ready(guarded.bind(9)).unwrap() > 0 {}
        assert_eq!(
            read_all(&guarded, 0..=LAST_ROW),
            read_all(&plain, 0..=LAST_ROW)
        );
    }
}

#[test]
fn binding_may_break_off_anywhere_and_a_changed_volume_is_refused() {
    let smith = HostSmith::default();
    let (before, plain) = (MemoryStore::default(), MemoryStore::default());
    long_journal(&smith, &before, &plain);
    let all = read_all(&plain, 0..=LAST_ROW);
    for writes in 0.. {
        let store = copy(&before);
        let failing = failing_after(&store, writes);
        let guarded = GuardedStore::sealed(&failing, NAME, smith.key([3; 32]));
        let bound = ready(guarded.bind(9));
        let guarded = with_key(&store, smith.key([3; 32]));
        assert_eq!(read_all(&guarded, 0..=LAST_ROW), all);
        if bound.is_ok() {
            let (place, mut bytes) = ready(store.read(Area::Journal, 0..=LAST_PLACE))
                .unwrap()
                .pop()
                .unwrap();
            bytes[40] ^= 4;
            store.tamper(Area::Journal, place, Some(bytes));
            let error = ready(guarded.read(Area::Journal, 0..=LAST_ROW));
            assert!(matches!(error, Err(StoreError::Changed(Area::Journal, _))));
            break;
        }
    }
}

#[test]
fn sealed_chunks_that_do_not_open_are_made_from_the_journal_again() {
    let smith = HostSmith::default();
    let (store, book) = locked(&smith);
    let guarded = opened(&store, &smith, Opener::Passphrase, PASSPHRASE);
    let chunks = ready(guarded.numbers(Area::Chunks, 0..=LAST_ROW)).unwrap();
    assert!(!chunks.is_empty());
    for row in chunks {
        let hit = copy(&store);
        hit.tamper(Area::Chunks, row | (LAST_ROW + 1), Some(vec![0; 64]));
        let guarded = opened(&hit, &smith, Opener::Passphrase, PASSPHRASE);
        assert!(matches!(
            ready(load(&guarded, NAME)),
            Err(LoadError::Store(StoreError::Changed(Area::Chunks, _)))
        ));
        let loaded = ready(open(&guarded, NAME, None)).unwrap();
        assert!(loaded.rebuilt);
        assert_eq!(loaded.book, book);
    }
}

#[test]
fn an_empty_workspace_is_locked_before_anything_is_in_it() {
    let smith = HostSmith::default();
    let store = MemoryStore::default();
    ready(switch_on(&store, &smith, new_lock(&smith))).unwrap();
    let guarded = opened(&store, &smith, Opener::Passphrase, PASSPHRASE);
    let mut keeper = ready(load(&guarded, NAME)).unwrap().keeper;
    let (_, batch) = keeper.append(Moment(1), "bàn 1", &specimens::operation());
    assert_eq!(ready(guarded.write(batch)), Ok(()));
    assert_eq!(ready(fold(&guarded, &mut keeper, usize::MAX)), Ok(()));
    for area in [Area::Journal, Area::Payloads, Area::Chunks] {
        let clear = ready(store.numbers(area, 0..=LAST_ROW)).unwrap();
        assert!(clear.is_empty(), "{area:?} in the clear");
    }
    let (on, loaded) = start(&store, &smith, PASSPHRASE);
    assert!(on && loaded.book.all().eq(specimens::book().all()));
}

#[test]
fn contents_are_taken_out_of_a_locked_log_too() {
    let smith = HostSmith::default();
    let (store, mut book) = locked(&smith);
    let guarded = opened(&store, &smith, Opener::Passphrase, PASSPHRASE);
    let mut keeper = ready(load(&guarded, NAME)).unwrap().keeper;
    let eraser = Eraser::of(&book, OfficialId(3), "Người đã xóa");
    let made = ready(clean_log(&guarded, Cleaning::Erase(eraser))).unwrap();
    let operation = made.cleaning.operation(&book, made.cleaned);
    book.apply(&operation).unwrap();
    let written = made.cleaning.written(&operation);
    let (_, batch) = keeper.append_cleaned((Moment(9), "bàn 1"), &operation, &written, made.rows);
    assert_eq!(ready(guarded.write(batch)), Ok(()));
    assert_eq!(ready(fold(&guarded, &mut keeper, usize::MAX)), Ok(()));
    let verified = ready(verify_log(&guarded, Some(keeper.head()))).unwrap();
    assert_eq!(verified.broken, None);
    let left = format!("{:?}", verified.log);
    assert!(!left.contains("CC3") && !left.contains("\"Người Mẫu 3\""));
    let (on, loaded) = start(&store, &smith, PASSPHRASE);
    assert!(on && loaded.book.all().eq(book.all()));
}
