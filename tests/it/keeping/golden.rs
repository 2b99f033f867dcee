//! The bytes of every stored shape, pinned: who changes them by accident fails here.
//!
//! A change that is meant needs a higher format and a migration; the fixtures of the old
//! format stay, and the test that reads them goes on proving that old data open. New
//! fixtures are written with `CONGTAM_WRITE_GOLDEN=1 cargo test --test it golden`.

use std::fmt::Write as _;
use std::path::PathBuf;

use congtam::files::backup;
use congtam::ledger::{Action, Book, Change, Key, Moment, Operation, Record};
use congtam::store::entry::{new_entry, open_changes, open_head};
use congtam::store::manifest::Manifest;
use congtam::store::records::{
    ActionRecord, ChangeRecord, ContentRecord, FORMAT, KeyRecord, Stored,
};
use congtam::store::{Area, Keeper, Step, chunk};

use super::specimens;

fn fixture(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name]
        .iter()
        .collect()
}

/// Compares with the fixture, or writes it when asked to.
fn assert_golden(name: &str, bytes: &[u8]) {
    let path = fixture(name);
    if std::env::var_os("CONGTAM_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, bytes).unwrap();
    }
    let pinned = std::fs::read(&path).unwrap_or_default();
    assert!(
        pinned == bytes,
        "{name} differs from its fixture: stored data of people would no longer open"
    );
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

#[test]
fn every_record_is_stored_in_the_pinned_bytes() {
    let mut text = String::new();
    for (key, record) in specimens::records() {
        let bytes = postcard::to_allocvec(&(key.to_form(), record.to_form())).unwrap();
        writeln!(text, "{key:?} {}", hex(&bytes)).unwrap();
    }
    assert_golden(&format!("records-{FORMAT}.txt"), text.as_bytes());
}

#[test]
fn every_action_is_stored_in_the_pinned_bytes() {
    let mut text = String::new();
    for action in specimens::actions() {
        let bytes = postcard::to_allocvec(&action.to_form()).unwrap();
        writeln!(text, "{action:?} {}", hex(&bytes)).unwrap();
    }
    assert_golden(&format!("actions-{FORMAT}.txt"), text.as_bytes());
}

/// The bytes on the lines of a pinned text, which stand behind the last space.
fn pinned_lines(name: &str) -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(fixture(name)).unwrap();
    let bytes = |line: &str| {
        let (_, hex) = line.rsplit_once(' ').unwrap();
        let pairs = (0..hex.len()).step_by(2);
        let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
        pairs.map(byte).collect()
    };
    text.lines().map(bytes).collect()
}

#[test]
fn every_record_and_action_of_an_older_format_is_read_as_what_it_was() {
    let of_format = [
        (1, specimens::records_of_format_1()),
        (2, specimens::records()),
    ];
    for (format, records) in of_format {
        let pinned = pinned_lines(&format!("records-{format}.txt"));
        assert_eq!(pinned.len(), records.len());
        for (bytes, (key, record)) in pinned.iter().zip(records) {
            let forms: (KeyRecord, ContentRecord) = postcard::from_bytes(bytes).unwrap();
            assert_eq!(Key::from_form(forms.0), Ok(key));
            assert_eq!(Record::from_form(forms.1), Ok(record));
        }
        let actions = specimens::actions_of_format_2();
        for (bytes, action) in pinned_lines(&format!("actions-{format}.txt"))
            .iter()
            .zip(actions)
        {
            let form: ActionRecord = postcard::from_bytes(bytes).unwrap();
            assert_eq!(Action::from_form(form), Ok(action));
        }
    }
}

#[test]
fn every_record_and_action_comes_back_from_its_form() {
    for (key, record) in specimens::records() {
        let bytes = postcard::to_allocvec(&(key.to_form(), record.to_form())).unwrap();
        let forms: (KeyRecord, ContentRecord) = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(Key::from_form(forms.0), Ok(key));
        assert_eq!(Record::from_form(forms.1), Ok(record));
    }
    for action in specimens::actions() {
        let bytes = postcard::to_allocvec(&action.to_form()).unwrap();
        let form: ActionRecord = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(Action::from_form(form), Ok(action));
    }
    let change = Change {
        key: Key::Agency(),
        before: None,
        after: None,
    };
    let bytes = postcard::to_allocvec(&change.to_form()).unwrap();
    let form: ChangeRecord = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(Change::from_form(form), Ok(change));
}

/// A small workspace: one entry, folded.
fn rows() -> Vec<(Area, u64, Vec<u8>)> {
    let mut keeper = Keeper::new("mau");
    let operation = small_operation();
    let (_, entry) = keeper.append(Moment(1_780_000_000_000), "bàn 1", &operation);
    let ids = keeper.to_fold(usize::MAX);
    let fold = keeper.fold(&ids, &[]).unwrap().unwrap();
    let step = |step: Step| match step {
        Step::Add(area, row, bytes) | Step::Put(area, row, bytes) => (area, row, bytes),
        other => panic!("{other:?}"),
    };
    entry.0.into_iter().chain(fold.batch.0).map(step).collect()
}

fn small_operation() -> Operation {
    let mut operation = specimens::operation();
    operation.changes.truncate(4);
    operation
}

#[test]
fn every_row_of_the_store_has_the_pinned_bytes() {
    for (area, row, bytes) in rows() {
        assert_golden(&format!("{}-{row:x}-{FORMAT}.bin", area.name()), &bytes);
    }
}

#[test]
fn the_pinned_rows_of_every_format_open() {
    for format in 1..=FORMAT {
        pinned_rows_open(format);
    }
}

fn pinned_rows_open(format: u16) {
    let read = |name: &str| std::fs::read(fixture(&format!("{name}-{format}.bin"))).unwrap();
    let head = open_head(1, congtam::ledger::Digest::default(), &read("journal-1")).unwrap();
    let changes = open_changes(&head, &read("payloads-1")).unwrap();
    assert_eq!(head.action, small_operation().action);
    assert_eq!(changes, small_operation().changes.to_vec());

    let manifest = Manifest::open(&read("manifest-0")).unwrap();
    assert_eq!((manifest.workspace.as_str(), manifest.folded), ("mau", 1));
    let mut book = Book::default();
    for id in manifest.chunks.keys() {
        let bytes = read(&format!("chunks-{:x}", id.row()));
        chunk::unpack(*id, &bytes, |key, record| {
            book.put(key, Some(record));
        })
        .unwrap();
    }
    let mut same = Book::default();
    same.apply(&small_operation()).unwrap();
    assert_eq!(book, same);
}

fn backup_of(records: Vec<(Key, Record)>) -> backup::Backup {
    let operation = specimens::operation_of(records.clone());
    let start = (0, congtam::ledger::Digest::default());
    let entry = new_entry(start, Moment(1_780_000_000_000), "bàn 1", &operation);
    backup::Backup {
        workspace: "mau".into(),
        made: Moment(1_780_000_100_000),
        program: "0.1.0".into(),
        book: specimens::book_of(records),
        log: vec![entry.head.with_changes(operation.changes)],
    }
}

#[test]
fn the_pinned_backup_of_this_format_is_written_and_opens() {
    let backup = backup_of(specimens::records());
    let format = backup::FORMAT;
    let parts = unzipped(&backup::write(&backup));
    assert_golden(&format!("backup-{format}.txt"), parts.as_bytes());
    let name = format!("backup-{format}.congtam");
    if std::env::var_os("CONGTAM_WRITE_GOLDEN").is_some() {
        std::fs::write(fixture(&name), backup::write(&backup)).unwrap();
    }
    let pinned = std::fs::read(fixture(&name)).unwrap();
    assert_eq!(backup::read(&pinned), Ok(backup));
}

#[test]
fn the_pinned_backups_of_older_formats_open() {
    pinned_backup_opens(1, specimens::records_of_format_1());
    pinned_backup_opens(2, specimens::records());
}

fn pinned_backup_opens(format: u32, records: Vec<(Key, Record)>) {
    let pinned = std::fs::read(fixture(&format!("backup-{format}.congtam"))).unwrap();
    let read = backup::read(&pinned).unwrap();
    let expected = backup_of(records);
    assert_eq!(read.book, expected.book);
    let operations = |backup: &backup::Backup| {
        let entries = backup.log.iter();
        entries
            .map(|entry| entry.operation.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(operations(&read), operations(&expected));
}

/// The parts of a zip as one text: how they are packed may change, what they say may not.
fn unzipped(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        writeln!(text, "== {}", part.name().unwrap()).unwrap();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
    }
    text
}
