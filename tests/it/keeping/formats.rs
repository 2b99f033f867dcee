//! A whole workspace and a backup of every format there ever was: each opens, is carried on,
//! and scores as it did. A newer one is refused, and words say why.
//!
//! `tests/golden/profile-N.bin` holds every row of a small workspace as format N wrote them:
//! three entries, the first of them folded. A new one is written with
//! `CONGTAM_WRITE_GOLDEN=1 cargo test --test it formats` when the format rises.

use std::path::PathBuf;

use congtam::app::{StorageProblem, law};
use congtam::domain as d;
use congtam::engine::{Score, Scores, YearScore};
use congtam::files::backup::{self, BackupError};
use congtam::i18n::{Locale, Say as _};
use congtam::ledger::{Action, Book, Draft, Key, Kind, Moment, Operation, Record};
use congtam::store::records::FORMAT;
use congtam::store::{
    Area, Keeper, LAST_ROW, LoadError, MemoryStore, Store as _, fold, frame, load, open, ready,
};

use super::specimens;

const WORKSPACE: &str = "mau";

fn fixture(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name]
        .iter()
        .collect()
}

/// What format N could record.
fn records_of(format: u16) -> Vec<(Key, Record)> {
    match format {
        1 => specimens::records_of_format_1(),
        _ => specimens::records(),
    }
}

/// All records, then one of them changed, then that taken back.
fn operations(format: u16) -> Vec<Operation> {
    let first = specimens::operation_of(records_of(format));
    let mut book = Book::default();
    book.apply(&first).unwrap();
    let mut draft = Draft::new(&book, Action::Edit(Kind::Official));
    let official = d::Official {
        name: "Người Mẫu Khác".into(),
        ..Default::default()
    };
    draft.put(Key::Official(d::OfficialId(2)), official);
    let second = draft.finish();
    let third = second.inverse(Action::Undo(2));
    vec![first, second, third]
}

fn workspace(format: u16) -> MemoryStore {
    let store = MemoryStore::default();
    let mut keeper = Keeper::new(WORKSPACE);
    for (at, operation) in (1..).zip(operations(format)) {
        let (_, batch) = keeper.append(Moment(at), "bàn 1", &operation);
        assert_eq!(ready(store.write(batch)), Ok(()));
        if at == 1 {
            assert_eq!(ready(fold(&store, &mut keeper, usize::MAX)), Ok(()));
        }
    }
    store
}

/// Every row: its area, its number, its length, its bytes.
fn packed(store: &MemoryStore) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (place, area) in (0_u8..).zip(Area::ALL) {
        for (row, content) in ready(store.read(area, 0..=LAST_ROW)).unwrap() {
            bytes.push(place);
            bytes.extend(row.to_le_bytes());
            bytes.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
            bytes.extend(content);
        }
    }
    bytes
}

fn unpacked(mut bytes: &[u8]) -> MemoryStore {
    let store = MemoryStore::default();
    while let Some((head, rest)) = bytes.split_at_checked(13) {
        let row = u64::from_le_bytes(head[1..9].try_into().unwrap());
        let length = u32::from_le_bytes(head[9..].try_into().unwrap());
        let (content, rest) = rest.split_at(usize::try_from(length).unwrap());
        store.tamper(Area::ALL[usize::from(head[0])], row, Some(content.to_vec()));
        bytes = rest;
    }
    store
}

fn profile(format: u16) -> MemoryStore {
    unpacked(&std::fs::read(fixture(&format!("profile-{format}.bin"))).unwrap())
}

/// Every score and every class of a year.
fn scored(book: &Book) -> (Vec<Score>, Vec<YearScore>) {
    let scores = Scores::full(book, law());
    let periods = scores.periods().into_iter();
    let of_periods = periods.flat_map(|period| scores.period_scores(period));
    let years = scores.years().into_iter();
    let of_years = years.flat_map(|year| scores.year_scores(year));
    (
        of_periods.map(|(_, score)| score.clone()).collect(),
        of_years.map(|(_, score)| score.clone()).collect(),
    )
}

#[test]
fn the_profile_of_this_format_is_what_this_build_writes() {
    let bytes = packed(&workspace(FORMAT));
    let path = fixture(&format!("profile-{FORMAT}.bin"));
    if std::env::var_os("CONGTAM_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, &bytes).unwrap();
    }
    assert!(
        std::fs::read(&path).unwrap_or_default() == bytes,
        "{} differs: stored data of people would no longer open",
        path.display()
    );
}

#[test]
fn a_profile_of_every_format_opens_scores_as_it_did_and_is_carried_on() {
    for format in 1..=FORMAT {
        let store = profile(format);
        let header = ready(store.read(Area::Manifest, 0..=0)).unwrap()[0].1[..2].to_vec();
        assert_eq!(header, format.to_le_bytes(), "the fixture is of its format");
        let expected = specimens::book_of(records_of(format));
        let loaded = ready(open(&store, WORKSPACE, None)).unwrap();
        assert!(loaded.book.all().eq(expected.all()), "format {format}");
        assert_eq!(loaded.heads.len(), 3);
        assert_eq!(loaded.history.to_redo(), Some(2));
        let scores = scored(&loaded.book);
        assert_eq!(scores, scored(&expected));
        assert!(scores.0.len() > 4, "there is something to score");
        carried_on(&store, loaded.keeper, loaded.book);
    }
}

/// One more action, everything folded: written by this build now.
fn carried_on(store: &MemoryStore, mut keeper: Keeper, mut book: Book) {
    let mut draft = Draft::new(&book, Action::Add(Kind::Group));
    let group = d::DutyGroup {
        name: "Nhóm mới".into(),
    };
    draft.put(Key::Group(d::GroupId(draft_number(&book))), group);
    let operation = draft.finish();
    book.apply(&operation).unwrap();
    let (_, batch) = keeper.append(Moment(9), "bàn 2", &operation);
    assert_eq!(ready(store.write(batch)), Ok(()));
    assert_eq!(ready(fold(store, &mut keeper, usize::MAX)), Ok(()));
    let again = ready(load(store, WORKSPACE)).unwrap();
    assert!(again.book.all().eq(book.all()));
    assert_eq!(scored(&again.book), scored(&book));
}

fn draft_number(book: &Book) -> u32 {
    book.next_id(Kind::Group)
}

#[test]
fn a_backup_of_every_format_opens_and_scores_as_it_did() {
    for format in 1..=u16::try_from(backup::FORMAT).unwrap() {
        let bytes = std::fs::read(fixture(&format!("backup-{format}.congtam"))).unwrap();
        let read = backup::read(&bytes).unwrap();
        let expected = specimens::book_of(records_of(format));
        assert!(read.book.all().eq(expected.all()), "format {format}");
        assert_eq!(scored(&read.book), scored(&expected));
    }
}

#[test]
fn a_newer_profile_is_refused_with_words_and_nothing_is_written() {
    let newer = FORMAT + 1;
    for area in Area::ALL {
        let store = workspace(FORMAT);
        for (row, mut bytes) in ready(store.read(area, 0..=LAST_ROW)).unwrap() {
            frame::stamp(&mut bytes, newer);
            store.tamper(area, row, Some(bytes));
        }
        let before = packed(&store);
        let refused = ready(load(&store, WORKSPACE)).map(|_| ());
        // The payloads carry the hash of their whole row: changed so by hand, it is damage.
        let expected = if area == Area::Payloads {
            assert!(refused.is_err());
            continue;
        } else {
            LoadError::Newer(newer)
        };
        assert_eq!(refused, Err(expected), "{area:?}");
        assert!(ready(open(&store, WORKSPACE, None)).is_err());
        assert!(packed(&store) == before, "{area:?} was written to");
    }
    for locale in [Locale::Vi, Locale::En] {
        let said = StorageProblem::Newer(newer).say(locale);
        assert!(said.contains(&newer.to_string()), "{said}");
    }
}

#[test]
fn a_newer_backup_is_refused_with_words() {
    let error = BackupError::Newer {
        format: backup::FORMAT + 1,
        program: "9.0.0".to_owned(),
    };
    for locale in [Locale::Vi, Locale::En] {
        assert!(error.say(locale).contains("9.0.0"));
    }
}
