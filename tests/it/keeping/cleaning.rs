//! Contents taken out of the log are gone from every row, and the chain of hashes still proves
//! every entry: what it was, or what an action that took contents out made of it.

use std::collections::BTreeSet;

use congtam::domain as d;
use congtam::ledger::{
    Action, BIN_DAYS, Book, Cleaning, Draft, Eraser, Key, Kind, Moment, Operation, Record, bin,
    due_before,
};
use congtam::store::cleaning::{CleanedLog, clean_log, read_bin};
use congtam::store::{
    Area, Canary, Head, Keeper, LAST_ROW, MemoryStore, Store, entry, fold, load, open, ready,
    salvage, verify_log,
};

const DAY: i64 = 24 * 60 * 60_000;
const SECRET: &str = "Điều không ai nên còn đọc được";

/// A workspace in memory, written as the page writes it.
pub(super) struct Desk {
    pub store: MemoryStore,
    pub book: Book,
    keeper: Keeper,
    day: i64,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            store: MemoryStore::default(),
            book: Book::default(),
            keeper: Keeper::new("mau"),
            day: 1,
        }
    }

    pub fn act(&mut self, operation: Operation) {
        self.book.apply(&operation).unwrap();
        let at = Moment(self.day * DAY);
        let (_, batch) = self.keeper.append(at, "Bàn của Người Mẫu Một", &operation);
        assert_eq!(ready(self.store.write(batch)), Ok(()));
        self.day += 1;
    }

    pub fn edit(&mut self, action: Action, draft: impl FnOnce(&mut Draft<'_>)) {
        let mut drafted = Draft::new(&self.book, action);
        draft(&mut drafted);
        let operation = drafted.finish();
        self.act(operation);
    }

    pub fn fold(&mut self) {
        let folded = ready(fold(&self.store, &mut self.keeper, usize::MAX));
        assert_eq!(folded, Ok(()));
    }

    /// Takes contents out as the page does: plan, apply, write, fold.
    pub fn clean(&mut self, cleaning: Cleaning) -> CleanedLog {
        let made = ready(clean_log(&self.store, cleaning)).unwrap();
        let operation = made.cleaning.operation(&self.book, made.cleaned.clone());
        self.book.apply(&operation).unwrap();
        let written = made.cleaning.written(&operation);
        let at = (Moment(self.day * DAY), "bàn 2");
        let rows = made.rows.clone();
        let (_, batch) = self.keeper.append_cleaned(at, &operation, &written, rows);
        assert_eq!(ready(self.store.write(batch)), Ok(()));
        self.day += 1;
        made
    }

    pub fn end(&self) -> Head {
        self.keeper.head()
    }

    /// What is stored is whole, proven to its end, and the same book, however it is read.
    pub fn check(&self) {
        let loaded = ready(load(&self.store, "mau")).unwrap();
        assert!(loaded.book.all().eq(self.book.all()), "loaded");
        assert_eq!(loaded.unreadable, Vec::<u64>::new());
        assert_eq!(loaded.keeper.counts(), self.keeper.counts());
        let verified = ready(verify_log(&self.store, Some(self.end()))).unwrap();
        assert_eq!(verified.broken, None);
        let mut replayed = Book::default();
        for entry in &verified.log {
            for change in &entry.operation.changes {
                replayed.put(change.key, change.after.clone());
            }
        }
        assert!(
            replayed.all().eq(self.book.all()),
            "made from the log alone"
        );
        let salvaged = ready(salvage(&self.store)).unwrap();
        assert_eq!(salvaged.damage, []);
        assert!(salvaged.book.all().eq(self.book.all()), "salvaged");
    }

    /// True when some row holds these words.
    pub fn says(&self, words: &str) -> bool {
        let areas = Area::ALL.iter();
        let rows = areas.flat_map(|area| ready(self.store.read(*area, 0..=LAST_ROW)).unwrap());
        rows.into_iter().any(|(_, bytes)| {
            let words = words.as_bytes();
            bytes.windows(words.len()).any(|window| window == words)
        })
    }
}

const UNIT: Key = Key::Unit(d::UnitId(1));
const OTHER: Key = Key::Unit(d::UnitId(2));

fn unit(name: &str) -> d::Unit {
    d::Unit {
        name: name.to_owned(),
        code: None,
        parent: None,
    }
}

/// Two units; the first is renamed and deleted on the fourth day.
fn with_something_deleted() -> Desk {
    let mut desk = Desk::new();
    desk.edit(Action::Add(Kind::Unit), |draft| {
        draft.put(UNIT, unit("Phòng Mẫu"));
        draft.put(OTHER, unit("Văn phòng Mẫu"));
    });
    desk.edit(Action::Edit(Kind::Unit), |draft| {
        draft.put(UNIT, unit(SECRET));
    });
    desk.edit(Action::Edit(Kind::Unit), |draft| {
        draft.put(OTHER, unit("Văn phòng Mẫu Mới"));
    });
    desk.edit(Action::Remove(Kind::Unit), |draft| draft.remove(UNIT));
    desk
}

fn purge(days: i64) -> Cleaning {
    Cleaning::Purge {
        until: due_before(Moment(days * DAY)),
        keys: BTreeSet::new(),
    }
}

#[test]
fn what_was_deleted_lies_in_the_bin_and_leaves_the_log_after_its_days() {
    let mut desk = with_something_deleted();
    let found = ready(read_bin(&desk.store)).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].sequence, found[0].desk.as_str()),
        (4, "Bàn của Người Mẫu Một")
    );
    assert_eq!(found[0].records, [(UNIT, Record::Unit(unit(SECRET)))]);

    let early = desk.clean(purge(4 + BIN_DAYS));
    assert!(early.cleaned.0.is_empty() && desk.says(SECRET));
    let made = desk.clean(purge(5 + BIN_DAYS));
    let cleaned: Vec<u64> = made.cleaned.iter().map(|entry| entry.sequence).collect();
    assert_eq!(cleaned, [1, 2, 4]);
    assert!(!desk.says(SECRET));
    assert!(desk.says("Văn phòng Mẫu Mới"));
    assert_eq!(ready(read_bin(&desk.store)).unwrap(), []);
    desk.check();
}

#[test]
fn the_entry_of_a_purge_names_what_went_and_none_of_it() {
    let mut desk = with_something_deleted();
    desk.clean(purge(99));
    let log = ready(verify_log(&desk.store, None)).unwrap().log;
    let last = log.last().unwrap();
    assert!(matches!(last.operation.action, Action::Purge { .. }));
    let keys: Vec<Key> = last.operation.changes.iter().map(|it| it.key).collect();
    assert_eq!(keys, [UNIT]);
    let changes = |at: usize| &log[at].operation.changes;
    assert_eq!(
        changes(0).len(),
        2,
        "the entry still says how many it touched"
    );
    assert_eq!(
        (&changes(0)[0].before, &changes(0)[0].after),
        (&None, &None)
    );
}

#[test]
fn heads_printed_on_papers_before_are_still_in_the_log() {
    let mut desk = with_something_deleted();
    let before = ready(verify_log(&desk.store, None)).unwrap().log;
    desk.clean(purge(99));
    let after = ready(verify_log(&desk.store, None)).unwrap().log;
    for (before, after) in before.iter().zip(&after) {
        assert_eq!((before.sequence, before.hash), (after.sequence, after.hash));
    }
}

#[test]
fn a_number_that_was_purged_is_never_given_again() {
    let mut desk = with_something_deleted();
    desk.fold();
    desk.clean(purge(99));
    desk.fold();
    let loaded = ready(load(&desk.store, "mau")).unwrap();
    assert_eq!(loaded.book.next_id(Kind::Unit), 3);
}

#[test]
fn a_deleted_record_that_still_lay_in_a_chunk_does_not_come_back() {
    let mut desk = Desk::new();
    desk.edit(Action::Add(Kind::Unit), |draft| {
        draft.put(UNIT, unit(SECRET));
        draft.put(OTHER, unit("Văn phòng Mẫu"));
    });
    desk.fold();
    desk.edit(Action::Remove(Kind::Unit), |draft| draft.remove(UNIT));
    desk.clean(purge(99));
    desk.check();
    desk.fold();
    assert!(!desk.says(SECRET));
    desk.check();
}

#[test]
fn what_was_cleaned_is_cleaned_again_and_everything_still_fits() {
    let mut desk = with_something_deleted();
    desk.clean(purge(99));
    desk.edit(Action::Remove(Kind::Unit), |draft| draft.remove(OTHER));
    let made = desk.clean(purge(199));
    assert_eq!(made.cleaned.iter().next().map(|it| it.sequence), Some(1));
    assert!(!desk.says("Văn phòng Mẫu"));
    desk.check();
}

#[test]
fn any_changed_byte_of_a_cleaned_log_is_found_and_its_entry_is_named() {
    let mut desk = with_something_deleted();
    desk.edit(
        Action::Import {
            kind: Kind::Official,
            source: "Người Mẫu Một.xlsx".to_owned(),
        },
        |draft| draft.put(WHO, official("Người Mẫu Một")),
    );
    desk.clean(purge(99));
    let eraser = Eraser::of(&desk.book, d::OfficialId(1), "Người đã xóa 1");
    desk.clean(Cleaning::Erase(eraser));
    let end = desk.end();
    for area in [Area::Journal, Area::Payloads] {
        for (row, bytes) in ready(desk.store.read(area, 0..=LAST_ROW)).unwrap() {
            for at in 0..bytes.len() {
                let mut changed = bytes.clone();
                changed[at] ^= 1;
                desk.store.tamper(area, row, Some(changed));
                let verified = ready(verify_log(&desk.store, Some(end))).unwrap();
                let named = verified.broken.map(|broken| broken.sequence);
                assert_eq!(named, Some(row), "{area:?}, byte {at}");
            }
            desk.store.tamper(area, row, Some(bytes));
        }
    }
}

#[test]
fn contents_put_in_place_of_those_taken_out_are_found() {
    let mut desk = with_something_deleted();
    let first = ready(desk.store.read(Area::Payloads, 2..=2)).unwrap();
    desk.clean(purge(99));
    // What stood there before, too: it is not what the log says now.
    desk.store
        .tamper(Area::Payloads, 2, Some(first[0].1.clone()));
    let verified = ready(verify_log(&desk.store, Some(desk.end()))).unwrap();
    assert_eq!(verified.broken.map(|broken| broken.sequence), Some(2));
}

#[test]
fn an_entry_vouches_for_earlier_ones_only_and_only_when_it_is_whole_itself() {
    let mut desk = with_something_deleted();
    let first = |desk: &Desk| {
        let heads = ready(desk.store.read(Area::Journal, 1..=1)).unwrap();
        entry::open_head(1, congtam::ledger::Digest::default(), &heads[0].1).unwrap()
    };
    let written = first(&desk).payload;
    desk.clean(purge(99));
    let says = first(&desk).payload;
    assert_eq!(says, written, "its own row says what was written first");
    // Without the last entry nobody vouches, so the first cleaned one is no longer proven.
    let last = desk.end().sequence;
    desk.store.tamper(Area::Journal, last, None);
    let verified = ready(verify_log(&desk.store, None)).unwrap();
    assert_eq!(verified.broken.map(|broken| broken.sequence), Some(1));
}

#[test]
fn damaged_chunks_of_a_cleaned_workspace_are_made_from_the_log_again() {
    let mut desk = with_something_deleted();
    desk.clean(purge(99));
    desk.fold();
    for (row, _) in ready(desk.store.read(Area::Chunks, 0..=LAST_ROW)).unwrap() {
        desk.store.tamper(Area::Chunks, row, Some(vec![0; 9]));
    }
    let canary = Canary::of(&desk.keeper, None);
    let opened = ready(open(&desk.store, "mau", Some(&canary))).unwrap();
    assert!(opened.rebuilt && opened.book.all().eq(desk.book.all()));
}

const WHO: Key = Key::Official(d::OfficialId(1));

fn official(name: &str) -> d::Official {
    d::Official {
        name: name.to_owned(),
        ..d::Official::default()
    }
}

#[test]
fn names_in_the_words_of_the_log_go_with_the_person() {
    let mut desk = Desk::new();
    desk.edit(
        Action::Import {
            kind: Kind::Official,
            source: "Danh sách NGƯỜI MẪU MỘT.xlsx".to_owned(),
        },
        |draft| draft.put(WHO, official("Người Mẫu Một")),
    );
    desk.edit(Action::Edit(Kind::Official), |draft| {
        draft.put(Key::Official(d::OfficialId(2)), official("Người Mẫu Hai"));
    });
    let eraser = Eraser::of(&desk.book, d::OfficialId(1), "Người đã xóa 1");
    desk.clean(Cleaning::Erase(eraser));
    desk.check();
    for words in ["Người Mẫu Một", "NGƯỜI MẪU MỘT"] {
        assert!(!desk.says(words), "{words}");
    }
    let log = ready(verify_log(&desk.store, None)).unwrap().log;
    assert_eq!(log[0].desk, "Bàn của Người đã xóa 1");
    let Action::Import { source, .. } = &log[0].operation.action else {
        panic!("an import");
    };
    assert_eq!(source, "Danh sách Người đã xóa 1.xlsx");
    assert!(
        bin(&log).is_empty(),
        "an erased person does not lie in the bin"
    );
}
