//! The log of a backup goes along into an empty workspace, row for row, or not at all.

use std::ops::RangeInclusive;

use congtam::domain as d;
use congtam::files::backup::{self, Backup};
use congtam::ledger::{
    Action, Book, Cleaning, Draft, Eraser, Key, Kind, LogEntry, Moment, due_before,
};
use congtam::store::cleaning::read_bin;
use congtam::store::sealed::GuardedStore;
use congtam::store::{
    Area, CarriedLog, FillError, Head, Keeper, LAST_ROW, MemoryStore, NotProven, Note, Row, Store,
    carried, fill, leads_to, load, ready, salvage, settle_filling, verify_log,
};

use super::cleaning::Desk;
use super::host_cipher::HostSmith;
use super::specimens;

const DAY: i64 = 24 * 60 * 60_000;
const NEW: &str = "moi";
const NOTE: Note<'static> = Note {
    at: Moment(99 * DAY),
    desk: "bàn mới",
};
const UNIT: Key = Key::Unit(d::UnitId(77));

fn unit(name: &str) -> d::Unit {
    d::Unit {
        name: name.to_owned(),
        code: None,
        parent: None,
    }
}

/// Everything there is, a unit that is renamed, and one that is deleted.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.act(specimens::operation());
    desk.edit(Action::Add(Kind::Unit), |draft| draft.put(UNIT, unit("Cũ")));
    desk.edit(Action::Edit(Kind::Unit), |draft| {
        draft.put(UNIT, unit("Mới"));
    });
    desk.edit(Action::Remove(Kind::Unit), |draft| draft.remove(UNIT));
    desk.fold();
    desk
}

/// One from whose log a person and what was deleted were taken out.
fn cleaned() -> Desk {
    let mut desk = desk();
    // As the desk is called: the heads lose words too.
    desk.edit(Action::Edit(Kind::Official), |draft| {
        let official = d::Official {
            name: "Người Mẫu Một".to_owned(),
            ..d::Official::default()
        };
        draft.put(Key::Official(d::OfficialId(3)), official);
    });
    let until = due_before(Moment(200 * DAY));
    let keys = std::collections::BTreeSet::new();
    desk.clean(Cleaning::Purge { until, keys });
    let eraser = Eraser::of(&desk.book, d::OfficialId(3), "Người đã xóa 3");
    let made = desk.clean(Cleaning::Erase(eraser));
    assert!(made.cleaned.iter().any(|entry| entry.head.is_some()));
    desk.edit(Action::Add(Kind::Unit), |draft| {
        draft.put(UNIT, unit("Sau"));
    });
    desk.check();
    desk
}

/// The log as a backup of the desk gives it back.
fn backed_up(desk: &Desk) -> Backup {
    let salvaged = ready(salvage(&desk.store)).unwrap();
    let bytes = backup::write(&Backup {
        workspace: "mau".into(),
        book: salvaged.book,
        log: salvaged.log,
        ..Backup::default()
    });
    backup::read(&bytes).unwrap()
}

fn rows(store: &impl Store, area: Area, rows: RangeInclusive<u64>) -> Vec<Row> {
    ready(store.read(area, rows)).unwrap()
}

fn packed(log: &CarriedLog) -> (Head, &[u8]) {
    (log.end, &log.rows)
}

fn filled(desk: &Desk) -> MemoryStore {
    let log = carried(&backed_up(desk).log).unwrap();
    let store = MemoryStore::default();
    assert_eq!(ready(fill(&store, packed(&log), NOTE)), Ok(()));
    store
}

#[test]
fn rows_made_from_a_backup_are_those_that_were_written() {
    for desk in [desk(), cleaned()] {
        let backup = backed_up(&desk);
        assert!(leads_to(&backup.log, &backup.book));
        let store = filled(&desk);
        let last = desk.end().sequence;
        for area in [Area::Journal, Area::Payloads] {
            let (old, new) = (&desk.store, &store);
            assert!(rows(new, area, 1..=last) == rows(old, area, 0..=LAST_ROW));
            assert_eq!(rows(new, area, last + 1..=LAST_ROW).len(), 1, "the note");
        }
        assert!(rows(&store, Area::Manifest, 0..=LAST_ROW).is_empty());
    }
}

#[test]
fn the_chain_goes_on_where_the_backup_ended() {
    for desk in [desk(), cleaned()] {
        let store = filled(&desk);
        let loaded = ready(load(&store, NEW)).unwrap();
        assert!(loaded.book.all().eq(desk.book.all()));
        let end = desk.end();
        let old = loaded.heads.iter().find(|it| it.sequence == end.sequence);
        assert_eq!(old.unwrap().hash, end.hash, "a printed head is found");
        let note = loaded.heads.last().unwrap();
        assert_eq!((note.sequence, note.previous), (end.sequence + 1, end.hash));
        assert_eq!((&note.action, note.changes), (&Action::Restore, 0));

        let (mut keeper, mut book) = (loaded.keeper, loaded.book);
        let mut draft = Draft::new(&book, Action::Add(Kind::Unit));
        draft.put(Key::Unit(d::UnitId(500)), unit("Tiếp"));
        let operation = draft.finish();
        book.apply(&operation).unwrap();
        let (_, batch) = keeper.append(Moment(100 * DAY), "bàn mới", &operation);
        assert_eq!(ready(store.write(batch)), Ok(()));
        let verified = ready(verify_log(&store, Some(keeper.head()))).unwrap();
        assert_eq!(
            (verified.broken, verified.log.len() as u64),
            (None, end.sequence + 2)
        );
        // A backup of the new workspace holds the whole log, and can go along once more.
        let again = ready(salvage(&store)).unwrap();
        assert!(again.book.all().eq(book.all()));
        assert_eq!(carried(&again.log).unwrap().end, keeper.head());
    }
}

#[test]
fn undo_reaches_behind_the_restore_and_the_bin_shows_what_was_deleted() {
    let desk = desk();
    let store = filled(&desk);
    let loaded = ready(load(&store, NEW)).unwrap();
    // The note changed nothing: undo passes it by.
    assert_eq!(loaded.history.to_undo(), Some(4));
    let bin = ready(read_bin(&store)).unwrap();
    assert!(bin == ready(read_bin(&desk.store)).unwrap() && !bin.is_empty());
    let removed = loaded.recent.iter().find(|it| it.sequence == 4).unwrap();
    let (mut book, mut keeper) = (loaded.book, loaded.keeper);
    let inverse = removed.operation.inverse(Action::Undo(4));
    book.apply(&inverse).unwrap();
    let (_, batch) = keeper.append(Moment(100 * DAY), "", &inverse);
    assert_eq!(ready(store.write(batch)), Ok(()));
    let loaded = ready(load(&store, NEW)).unwrap();
    assert!(loaded.book.units.contains(d::UnitId(77)));
    assert_eq!(loaded.history.to_undo(), Some(3));
}

/// Fills until the power fails after some writes, on a store that may lie sealed.
fn cut_short(log: &CarriedLog, writes: usize, locked: bool) -> (MemoryStore, bool) {
    let store = MemoryStore::default();
    store.fail_after(Some(writes));
    let done = if locked {
        let key = HostSmith::default().key([7; 32]);
        let sealed = GuardedStore::sealed(&store, NEW, key);
        ready(fill(&sealed, packed(log), NOTE))
    } else {
        ready(fill(&store, packed(log), NOTE))
    };
    store.fail_after(None);
    (store, done.is_ok())
}

fn recovers(store: &impl Store, log: &CarriedLog, whole: bool, book: &Book) {
    let cut = ready(settle_filling(store)).unwrap();
    let loaded = ready(load(store, NEW)).unwrap();
    if whole {
        assert!(!cut && loaded.book.all().eq(book.all()));
        assert_eq!(
            ready(fill(store, packed(log), NOTE)),
            Err(FillError::NotEmpty)
        );
        return;
    }
    assert!(loaded.heads.is_empty() && loaded.book == Book::default());
    for area in Area::ALL {
        assert!(rows(store, area, 0..=LAST_ROW).is_empty(), "{area:?}");
    }
    // Nothing is in the way of the next try.
    assert_eq!(ready(fill(store, packed(log), NOTE)), Ok(()));
    assert!(ready(load(store, NEW)).unwrap().book.all().eq(book.all()));
}

#[test]
fn wherever_the_power_fails_the_workspace_is_empty_or_whole() {
    let desk = large();
    let log = carried(&backed_up(&desk).log).unwrap();
    for locked in [false, true] {
        let mut writes = 0;
        loop {
            let (store, whole) = cut_short(&log, writes, locked);
            if locked {
                let key = HostSmith::default().key([7; 32]);
                let guarded = GuardedStore::sealed(&store, NEW, key);
                recovers(&guarded, &log, whole, &desk.book);
            } else {
                recovers(&store, &log, whole, &desk.book);
            }
            if whole {
                break;
            }
            writes += 1;
        }
        assert!(writes > 3, "several batches of changes: {writes}");
    }
}

/// One whose changes do not go into one batch.
fn large() -> Desk {
    let mut desk = Desk::new();
    for number in 0..1_200 {
        desk.edit(Action::Edit(Kind::Unit), |draft| {
            draft.put(UNIT, unit(&number.to_string()));
        });
    }
    desk
}

#[test]
fn a_locked_workspace_is_filled_without_a_row_in_the_clear() {
    let desk = desk();
    let log = carried(&backed_up(&desk).log).unwrap();
    let (store, whole) = cut_short(&log, usize::MAX, true);
    assert!(whole);
    for area in Area::ALL {
        assert!(rows(&store, area, 0..=LAST_ROW).is_empty(), "{area:?}");
    }
    let key = HostSmith::default().key([7; 32]);
    let guarded = GuardedStore::sealed(&store, NEW, key);
    let loaded = ready(load(&guarded, NEW)).unwrap();
    assert!(loaded.book.all().eq(desk.book.all()));
}

#[test]
fn a_workspace_with_a_log_of_its_own_is_not_filled() {
    let log = carried(&backed_up(&desk()).log).unwrap();
    let other = Desk::new();
    let mut keeper = Keeper::new("mau");
    let (_, batch) = keeper.append(Moment(1), "", &specimens::operation());
    assert_eq!(ready(other.store.write(batch)), Ok(()));
    let before = rows(&other.store, Area::Journal, 0..=LAST_ROW);
    assert_eq!(
        ready(fill(&other.store, packed(&log), NOTE)),
        Err(FillError::NotEmpty)
    );
    assert!(rows(&other.store, Area::Journal, 0..=LAST_ROW) == before);
}

#[test]
fn whatever_is_changed_in_a_log_is_found_and_named() {
    type Change = fn(&mut LogEntry);
    let changes: [Change; 6] = [
        |entry| entry.at = Moment(entry.at.0 + 1),
        |entry| entry.desk.push('x'),
        |entry| entry.operation.action = Action::Score,
        |entry| entry.operation.changes = Vec::new().into(),
        |entry| entry.hash.0[0] ^= 1,
        |entry| entry.previous.0[0] ^= 1,
    ];
    for desk in [desk(), cleaned()] {
        let log = backed_up(&desk).log;
        assert!(carried(&log).is_ok());
        for at in [1, 2] {
            for change in changes {
                let mut changed = log.clone();
                change(&mut changed[at]);
                if changed == log {
                    continue;
                }
                let NotProven(sequence) = carried(&changed).unwrap_err();
                // The hash of one that lost words is held by the entry behind it alone.
                let here = changed[at].sequence;
                assert!((here..=here + 1).contains(&sequence), "{here}: {sequence}");
            }
            let mut gap = log.clone();
            gap.remove(at);
            assert_eq!(carried(&gap), Err(NotProven(at as u64 + 1)));
        }
        // One that ends early is whole in itself, and leads to other records.
        let short = &log[..log.len() - 1];
        assert!(!leads_to(short, &desk.book));
    }
}

#[test]
fn a_log_that_lost_contents_is_not_proven_without_what_was_written_first() {
    let mut log = backed_up(&cleaned()).log;
    let lost = log.iter_mut().find(|entry| entry.first.is_some()).unwrap();
    lost.first = None;
    let sequence = lost.sequence;
    assert_eq!(carried(&log), Err(NotProven(sequence)));
}

#[test]
fn an_empty_log_is_proven_and_leads_nowhere() {
    assert_eq!(carried(&[]).unwrap().end.sequence, 0);
    assert!(leads_to(&[], &Book::default()));
    assert!(!leads_to(&[], &specimens::book()));
}

#[test]
fn logs_of_older_formats_are_proven() {
    for format in 1..=3 {
        let path = format!(
            "{}/tests/golden/backup-{format}.congtam",
            env!("CARGO_MANIFEST_DIR")
        );
        let backup = backup::read(&std::fs::read(path).unwrap()).unwrap();
        let log = carried(&backup.log);
        assert!(log.is_ok(), "{format}: {log:?}");
        assert!(leads_to(&backup.log, &backup.book));
    }
}
