//! What the journal can mend is mended, anything else is refused with what is left to go on from.

use congtam::domain as d;
use congtam::ledger::{Action, Book, Draft, Key, Kind, Moment, Operation};
use congtam::store::keeper::counts_of;
use congtam::store::{
    Area, Canary, CanaryMismatch, Damage, Keeper, LAST_ROW, LoadError, Loaded, MemoryStore,
    OpenRefusal, Store, StoreError, fold, frame, load, open, ready, salvage,
};

use super::specimens;

/// A workspace of four entries, the first two in the chunks, and the book after each of them.
struct Kept {
    store: MemoryStore,
    keeper: Keeper,
    /// The books after 0, 1, 2… entries.
    books: Vec<Book>,
}

fn workspace() -> Kept {
    workspace_without(None)
}

/// The same, but one record was never entered.
fn workspace_without(key: Option<Key>) -> Kept {
    let store = MemoryStore::default();
    let mut keeper = Keeper::new("mau");
    let mut books = vec![Book::default()];
    for number in 1..=4 {
        let mut book = books.last().unwrap().clone();
        let mut operation = operation(&book, number);
        let left_out = |own: Key| Some(own) == key;
        operation.changes.retain(|change| !left_out(change.key));
        book.apply(&operation).unwrap();
        let (_, batch) = keeper.append(Moment(number), "bàn 1", &operation);
        assert_eq!(ready(store.write(batch)), Ok(()));
        books.push(book);
        if number == 2 {
            assert_eq!(ready(fold(&store, &mut keeper, usize::MAX)), Ok(()));
        }
    }
    Kept {
        store,
        keeper,
        books,
    }
}

fn operation(book: &Book, number: i64) -> Operation {
    if number == 1 {
        return specimens::operation();
    }
    let mut draft = Draft::new(book, Action::Edit(Kind::Official));
    let official = d::Official {
        name: format!("Người Mẫu {number}0"),
        ..Default::default()
    };
    draft.put(Key::Official(d::OfficialId(1)), official);
    draft.finish()
}

fn rows(store: &MemoryStore, area: Area) -> Vec<(u64, Vec<u8>)> {
    ready(store.read(area, 0..=LAST_ROW)).unwrap()
}

/// A row as it may be found: changed by one bit, something else, or gone.
fn damaged(bytes: &[u8]) -> [Option<Vec<u8>>; 3] {
    let mut turned = bytes.to_vec();
    let middle = turned.len() / 2;
    turned[middle] ^= 4;
    let noise = "đây không phải dữ liệu".as_bytes().to_vec();
    [Some(turned), Some(noise), None]
}

fn opened(kept: &Kept) -> Result<Loaded, OpenRefusal> {
    let canary = Canary::of(&kept.keeper, None);
    ready(open(&kept.store, "mau", Some(&canary)))
}

#[test]
fn every_damaged_chunk_and_manifest_is_made_from_the_journal_again() {
    for area in [Area::Chunks, Area::Manifest] {
        for (row, bytes) in rows(&workspace().store, area) {
            for damaged in damaged(&bytes) {
                let kept = workspace();
                kept.store.tamper(area, row, damaged);
                let loaded = opened(&kept).unwrap();
                assert!(loaded.rebuilt, "{area:?} {row}");
                assert_eq!(loaded.book, kept.books[4]);
                assert!(loaded.keeper.generation() > kept.keeper.generation());

                let mut again = opened(&kept).unwrap();
                assert!(!again.rebuilt, "mended once and for all");
                assert_eq!(ready(fold(&kept.store, &mut again.keeper, 9_999)), Ok(()));
                assert_eq!(opened(&kept).unwrap().book, kept.books[4]);
            }
        }
    }
}

#[test]
fn every_damaged_journal_row_is_refused_or_named_and_the_newest_whole_state_is_found() {
    for area in [Area::Journal, Area::Payloads] {
        for (row, bytes) in rows(&workspace().store, area) {
            for damaged in damaged(&bytes) {
                let kept = workspace();
                kept.store.tamper(area, row, damaged);
                let place = format!("{area:?} {row}");
                match opened(&kept) {
                    Ok(loaded) => {
                        assert_eq!(loaded.unreadable, [row], "{place}");
                        assert_eq!(loaded.book, kept.books[4], "{place}");
                    }
                    Err(refusal) => assert!(is_damage(&refusal), "{place}: {refusal}"),
                }
                let salvaged = ready(salvage(&kept.store)).unwrap();
                let (after, book) = salvaged.newest();
                assert_eq!(
                    *book,
                    kept.books[usize::try_from(after).unwrap()],
                    "{place}"
                );
                let most = |book: &Book| counts_of(book).values().sum::<u64>();
                assert!(most(&salvaged.book) >= most(book), "{place}");
                if area == Area::Payloads && row <= 2 {
                    assert_eq!(after, 4, "{place}: the chunks carry on from there");
                }
                if row > 2 {
                    assert!(after >= row - 1, "{place}: nothing before is given up");
                }
            }
        }
    }
}

fn is_damage(refusal: &OpenRefusal) -> bool {
    matches!(
        refusal,
        OpenRefusal::Load(LoadError::Damaged(_)) | OpenRefusal::Canary(CanaryMismatch::Lost { .. })
    )
}

#[test]
fn every_pair_of_damaged_rows_leaves_a_state_that_once_was() {
    let all: Vec<(Area, u64)> = Area::ALL
        .into_iter()
        .flat_map(|area| {
            rows(&workspace().store, area)
                .into_iter()
                .map(move |(row, _)| (area, row))
        })
        .collect();
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            let kept = workspace();
            for (area, row) in [one, other] {
                kept.store.tamper(*area, *row, None);
            }
            let salvaged = ready(salvage(&kept.store)).unwrap();
            let (after, book) = salvaged.newest();
            let expected = &kept.books[usize::try_from(after).unwrap()];
            assert_eq!(book, expected, "{one:?} {other:?}");
            if let Ok(loaded) = opened(&kept) {
                assert_eq!(loaded.book, kept.books[4], "{one:?} {other:?}");
            }
        }
    }
}

#[test]
fn a_backup_of_a_store_with_a_damaged_old_entry_still_holds_every_record() {
    let kept = workspace();
    kept.store.tamper(Area::Payloads, 1, None);
    let salvaged = ready(salvage(&kept.store)).unwrap();
    assert_eq!(salvaged.book, kept.books[4]);
    assert_eq!(salvaged.after, Some(4));
    assert!(
        salvaged.log.is_empty(),
        "the log is whole from the first entry on or not at all"
    );
}

#[test]
fn nothing_is_mended_that_the_journal_does_not_hold() {
    let kept = workspace();
    let (chunk, _) = rows(&kept.store, Area::Chunks)[0];
    kept.store.tamper(Area::Chunks, chunk, None);
    for area in [Area::Journal, Area::Payloads] {
        kept.store.tamper(area, 4, None);
    }
    let before = kept.store.writes();
    assert!(opened(&kept).is_err());
    assert_eq!(kept.store.writes(), before, "nothing is written");
    let salvaged = ready(salvage(&kept.store)).unwrap();
    assert_eq!(salvaged.newest(), (3, &kept.books[3]));
}

#[test]
fn without_manifest_and_canary_nobody_knows_how_long_the_journal_was() {
    let kept = workspace();
    kept.store.tamper(Area::Manifest, 0, None);
    let refused = ready(open(&kept.store, "mau", None)).unwrap_err();
    let expected = OpenRefusal::Load(LoadError::Damaged(Damage::NoManifest));
    assert_eq!(refused, expected);
}

#[test]
fn chunks_of_another_workspace_or_a_newer_build_are_not_mended() {
    let kept = workspace();
    let before = kept.store.writes();
    assert!(ready(open(&kept.store, "khac", None)).is_err());
    let (row, mut bytes) = rows(&kept.store, Area::Chunks).pop().unwrap();
    frame::stamp(&mut bytes, 99);
    kept.store.tamper(Area::Chunks, row, Some(bytes));
    let newer = OpenRefusal::Load(LoadError::Newer(99));
    assert_eq!(opened(&kept).unwrap_err(), newer);
    assert_eq!(kept.store.writes(), before);
}

#[test]
fn chunks_that_fell_back_to_an_older_state_are_made_again() {
    let kept = workspace();
    let older = [
        rows(&kept.store, Area::Chunks),
        rows(&kept.store, Area::Manifest),
    ];
    let mut keeper = kept.keeper.clone();
    assert_eq!(ready(fold(&kept.store, &mut keeper, usize::MAX)), Ok(()));
    for (area, rows) in [Area::Chunks, Area::Manifest].into_iter().zip(older) {
        for (row, bytes) in rows {
            kept.store.tamper(area, row, Some(bytes));
        }
    }
    let canary = Canary::of(&keeper, None);
    let loaded = ready(open(&kept.store, "mau", Some(&canary))).unwrap();
    assert!(loaded.rebuilt);
    assert_eq!(loaded.book, kept.books[4]);
}

#[test]
fn chunks_and_manifest_that_fit_each_other_and_lack_records_are_made_again() {
    let (kept, short) = (
        workspace(),
        workspace_without(Some(Key::Absence(d::AbsenceId(1)))),
    );
    for area in [Area::Chunks, Area::Manifest] {
        for (row, _) in rows(&kept.store, area) {
            kept.store.tamper(area, row, None);
        }
        for (row, bytes) in rows(&short.store, area) {
            kept.store.tamper(area, row, Some(bytes));
        }
    }
    let canary = Canary::of(&kept.keeper, None);
    let short = ready(load(&kept.store, "mau")).unwrap();
    assert_eq!(canary.check(&short), Err(CanaryMismatch::Miscounted));
    let mended = opened(&kept).unwrap();
    assert!(mended.rebuilt);
    assert_eq!(mended.book, kept.books[4]);
}

#[test]
fn the_canary_tells_which_records_are_missing() {
    let kept = workspace();
    let canary = Canary::of(&kept.keeper, None);
    assert!(canary.differing(&counts_of(&kept.books[4])).is_empty());
    let mut short = kept.books[4].clone();
    short.put(Key::Official(d::OfficialId(1)), None);
    let officials = counts_of(&kept.books[4])[&Kind::Official];
    let missing = [(Kind::Official, officials, officials - 1)];
    assert_eq!(canary.differing(&counts_of(&short)), missing);
}

#[test]
fn a_store_that_fails_after_any_number_of_writes_holds_what_was_acknowledged() {
    for writes in 0..9 {
        let store = MemoryStore::default();
        store.fail_after(Some(writes));
        let mut keeper = Keeper::new("mau");
        let mut book = Book::default();
        let mut saved = Book::default();
        let mut canary = None;
        for number in 1..=6 {
            let operation = operation(&book, number);
            book.apply(&operation).unwrap();
            let (_, batch) = keeper.append(Moment(number), "bàn 1", &operation);
            let written = ready(store.write(batch));
            if written.is_err() {
                assert_eq!(written, Err(StoreError::Full));
                break;
            }
            saved = book.clone();
            canary = Some(Canary::of(&keeper, None));
            // A fold that fails costs nothing, now or later.
            drop(ready(fold(&store, &mut keeper, 3)));
        }
        store.fail_after(None);
        let loaded = ready(open(&store, "mau", canary.as_ref())).unwrap();
        assert_eq!(loaded.book, saved, "after {writes} writes");
        let plain = ready(load(&store, "mau")).unwrap();
        assert_eq!(plain, loaded, "nothing had to be mended");
    }
}

#[test]
fn a_mend_that_cannot_be_written_leaves_everything_as_it_was() {
    let kept = workspace();
    let (chunk, _) = rows(&kept.store, Area::Chunks)[0];
    kept.store
        .tamper(Area::Chunks, chunk, Some(b"noise".to_vec()));
    kept.store.fail_with(Some(StoreError::Full));
    let full = OpenRefusal::Load(LoadError::Store(StoreError::Full));
    assert_eq!(opened(&kept).unwrap_err(), full);
    kept.store.fail_with(None);
    assert_eq!(opened(&kept).unwrap().book, kept.books[4]);
}
