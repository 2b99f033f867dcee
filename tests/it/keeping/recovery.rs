//! Whatever is lost or changed in the store is noticed, and what is whole is saved.

use congtam::domain as d;
use congtam::ledger::{Action, Book, Draft, Key, Kind, Moment};
use congtam::store::{
    Area, Canary, CanaryMismatch, Damage, Keeper, LAST_ROW, LoadError, Loaded, MemoryStore, Store,
    StoreError, fold, frame, load, ready, salvage,
};

use super::specimens;

/// A workspace with three entries, all but the last folded.
pub(super) fn workspace() -> (MemoryStore, Book, Keeper) {
    let store = MemoryStore::default();
    let mut book = Book::default();
    let mut keeper = Keeper::new("mau");
    for number in 0..3 {
        let operation = if number == 0 {
            specimens::operation()
        } else {
            rename(&book, &format!("Người Mẫu {number}0"))
        };
        book.apply(&operation).unwrap();
        let (_, batch) = keeper.append(Moment(number), "bàn 1", &operation);
        assert_eq!(ready(store.write(batch)), Ok(()));
        if number == 1 {
            assert_eq!(ready(fold(&store, &mut keeper, usize::MAX)), Ok(()));
        }
    }
    (store, book, keeper)
}

fn rename(book: &Book, name: &str) -> congtam::ledger::Operation {
    let mut draft = Draft::new(book, Action::Edit(Kind::Official));
    let official = d::Official {
        name: name.into(),
        ..Default::default()
    };
    draft.put(Key::Official(d::OfficialId(1)), official);
    draft.finish()
}

fn loaded(store: &MemoryStore) -> Result<Loaded, LoadError> {
    ready(load(store, "mau"))
}

fn rows(store: &MemoryStore, area: Area) -> Vec<(u64, Vec<u8>)> {
    ready(store.read(area, 0..=LAST_ROW)).unwrap()
}

/// True when a row is refused, or its changes are named as no longer readable.
fn noticed(store: &MemoryStore, row: u64) -> bool {
    loaded(store).map_or(true, |loaded| loaded.unreadable == [row])
}

#[test]
fn any_changed_byte_of_any_row_is_noticed() {
    let (store, book, _) = workspace();
    for area in Area::ALL {
        for (row, bytes) in rows(&store, area) {
            for at in (0..bytes.len()).step_by(1 + bytes.len() / 40) {
                let mut changed = bytes.clone();
                changed[at] ^= 0x10;
                store.tamper(area, row, Some(changed));
                assert!(noticed(&store, row), "{area:?} {row} byte {at}");
            }
            store.tamper(area, row, Some(bytes));
        }
    }
    assert_eq!(loaded(&store).unwrap().book, book);
}

#[test]
fn any_missing_row_is_noticed_except_the_last_ones_which_the_canary_knows() {
    let (store, _, keeper) = workspace();
    let canary = Canary::of(&keeper, None);
    for area in Area::ALL {
        for (row, bytes) in rows(&store, area) {
            store.tamper(area, row, None);
            let known = |loaded: Loaded| canary.check(&loaded).is_err();
            let known = noticed(&store, row) || loaded(&store).is_ok_and(known);
            assert!(known, "{area:?} {row}");
            store.tamper(area, row, Some(bytes));
        }
    }
}

#[test]
fn a_database_emptied_behind_our_back_is_noticed_by_the_canary() {
    let (_, _, keeper) = workspace();
    let empty = MemoryStore::default();
    let canary = Canary::of(&keeper, None);
    let mismatch = CanaryMismatch::Lost {
        expected: 3,
        found: 0,
    };
    assert_eq!(canary.check(&loaded(&empty).unwrap()), Err(mismatch));
}

#[test]
fn a_store_ahead_of_the_canary_is_no_mismatch() {
    let (store, book, mut keeper) = workspace();
    let canary = Canary::of(&keeper, None);
    let (_, batch) = keeper.append(Moment(9), "bàn 1", &rename(&book, "Người Mẫu"));
    assert_eq!(ready(store.write(batch)), Ok(()));
    assert_eq!(canary.check(&loaded(&store).unwrap()), Ok(()));
}

#[test]
fn another_history_of_the_same_length_is_noticed_by_the_canary() {
    let (store, book, mut keeper) = workspace();
    let mut other = keeper.clone();
    let (_, batch) = keeper.append(Moment(9), "bàn 1", &rename(&book, "Người Mẫu"));
    assert_eq!(ready(store.write(batch)), Ok(()));
    drop(other.append(Moment(9), "bàn 2", &rename(&book, "Người Mẫu")));
    let mismatch = CanaryMismatch::Replaced { sequence: 4 };
    assert_eq!(
        Canary::of(&other, None).check(&loaded(&store).unwrap()),
        Err(mismatch)
    );
}

#[test]
fn another_workspace_in_its_place_is_refused() {
    let (store, ..) = workspace();
    let error = ready(load(&store, "khac")).unwrap_err();
    let other = Damage::OtherWorkspace {
        expected: "khac".into(),
        found: "mau".into(),
    };
    assert_eq!(error, LoadError::Damaged(other));
}

#[test]
fn rows_of_a_newer_build_are_refused_without_being_called_damaged() {
    let (store, ..) = workspace();
    for area in [Area::Manifest, Area::Journal, Area::Chunks] {
        let (row, bytes) = rows(&store, area).pop().unwrap();
        let mut newer = bytes.clone();
        frame::stamp(&mut newer, 99);
        store.tamper(area, row, Some(newer));
        assert_eq!(
            loaded(&store).unwrap_err(),
            LoadError::Newer(99),
            "{area:?}"
        );
        store.tamper(area, row, Some(bytes));
    }
}

#[test]
fn with_the_journal_whole_nothing_is_lost_whatever_becomes_of_the_chunks() {
    let (store, book, _) = workspace();
    for (row, _) in rows(&store, Area::Chunks) {
        store.tamper(Area::Chunks, row, Some(b"nonsense".to_vec()));
    }
    assert!(loaded(&store).is_err());
    let salvaged = ready(salvage(&store)).unwrap();
    assert_eq!(salvaged.after, Some(3));
    assert_eq!(salvaged.book, book);
    assert_eq!(salvaged.log.len(), 3);
}

#[test]
fn with_the_journal_broken_the_chunks_are_saved() {
    let (store, ..) = workspace();
    store.tamper(Area::Payloads, 1, None);
    let salvaged = ready(salvage(&store)).unwrap();
    assert_eq!(
        salvaged.after,
        Some(3),
        "the chunks, and the entry after them"
    );
    assert_eq!(salvaged.damage, [Damage::EntryMissing(1)]);
    assert_eq!(salvaged.book.officials.len(), 4);
    assert_eq!(
        salvaged.book.official_name(d::OfficialId(1)),
        "Người Mẫu 20"
    );
}

#[test]
fn a_fold_that_fails_loses_nothing_and_is_done_later() {
    let (store, book, mut keeper) = workspace();
    store.fail_with(Some(StoreError::Full));
    assert!(ready(fold(&store, &mut keeper, usize::MAX)).is_err());
    store.fail_with(None);
    assert_eq!(loaded(&store).unwrap().book, book);
    assert_eq!(keeper.behind(), 1);
    assert_eq!(ready(fold(&store, &mut keeper, usize::MAX)), Ok(()));
    assert_eq!(keeper.behind(), 0);
    let again = loaded(&store).unwrap();
    assert_eq!(again.book, book);
    assert_eq!(again.keeper, keeper);
}
