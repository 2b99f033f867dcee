//! A backup gives back what went in, or says precisely why not.

use std::io::{Cursor, Read as _, Write as _};

use congtam::domain as d;
use congtam::files::backup::{
    Backup, BackupError, FORMAT, RestoreMode, file_name, preview, read, read_records, restore,
    write,
};
use congtam::ledger::{Action, Book, Draft, Key, Kind, LogEntry, Moment, Operation};
use congtam::store::Keeper;
use proptest::prelude::*;

use super::specimens;

fn logged(keeper: &mut Keeper, at: i64, operation: &Operation) -> LogEntry {
    let (head, _) = keeper.append(Moment(at), "bàn 1", operation);
    head.with_changes(operation.changes.clone())
}

/// A backup with everything in it.
fn full() -> Backup {
    let mut keeper = Keeper::new("mau");
    let mut log = vec![logged(&mut keeper, 1, &specimens::operation())];
    for action in specimens::actions() {
        log.push(logged(&mut keeper, 2, &Operation::new(action)));
    }
    Backup {
        workspace: "mau".into(),
        made: Moment(1_780_000_000_000),
        program: "0.1.0".into(),
        book: specimens::book(),
        log,
    }
}

/// The same zip with one part rewritten, or left out.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(String) -> Option<String>) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let text = if part.name().unwrap() == name {
            change(text)
        } else {
            Some(text)
        };
        if let Some(text) = text {
            out.start_file(
                part.name().unwrap(),
                zip::write::SimpleFileOptions::default(),
            )
            .unwrap();
            out.write_all(text.as_bytes()).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn what_is_backed_up_comes_back_to_the_last_record() {
    let backup = full();
    assert_eq!(read(&write(&backup)), Ok(backup));
}

#[test]
fn the_sample_agency_comes_back_to_the_last_record() {
    let sample = congtam::app::sample_agency(specimens::day("2026-11-22"));
    let mut book = Book::default();
    book.apply(&sample).unwrap();
    let backup = Backup {
        book,
        ..Backup::default()
    };
    assert_eq!(read(&write(&backup)), Ok(backup));
}

#[test]
fn the_same_backup_gives_the_same_bytes() {
    assert_eq!(write(&full()), write(&full()));
}

#[test]
fn other_files_are_no_backups() {
    for bytes in [&b"PK"[..], b"PK\x03\x04", b"ho ten,don vi\n", &[0; 4096]] {
        assert_eq!(read(bytes), Err(BackupError::NotABackup));
    }
    assert_eq!(read(b""), Err(BackupError::Truncated), "copied to no end");
    let foreign = with_part(&write(&full()), "manifest.json", |_| None);
    assert_eq!(read(&foreign), Err(BackupError::NotABackup));
    let renamed = with_part(&write(&full()), "manifest.json", |text| {
        Some(text.replace("congtam-backup", "other"))
    });
    assert_eq!(read(&renamed), Err(BackupError::NotABackup));
}

#[test]
fn a_backup_cut_short_says_so_wherever_it_is_cut() {
    let bytes = write(&full());
    for length in (64..bytes.len()).step_by(97) {
        assert_eq!(
            read(&bytes[..length]),
            Err(BackupError::Truncated),
            "{length}"
        );
    }
}

#[test]
fn a_newer_backup_is_refused_with_the_version_that_made_it() {
    let newer = with_part(&write(&full()), "manifest.json", |text| {
        Some(
            text.replace(
                &format!("\"format\": {FORMAT}"),
                &format!("\"format\": {}", FORMAT + 1),
            )
            .replace("0.1.0", "9.0.0"),
        )
    });
    let error = BackupError::Newer {
        format: FORMAT + 1,
        program: "9.0.0".into(),
    };
    assert_eq!(read(&newer), Err(error));
}

#[test]
fn a_changed_part_is_refused_even_when_it_still_reads_well() {
    for part in ["book.jsonl", "log.jsonl"] {
        let changed = with_part(&write(&full()), part, |text| {
            Some(text.replacen("Người Mẫu 1", "Người Mẫu 9", 1))
        });
        assert_eq!(
            read(&changed),
            Err(BackupError::Checksum { part: part.into() })
        );
        let broken = with_part(&write(&full()), part, |text| {
            Some(text.replacen('{', "", 1))
        });
        assert_eq!(
            read(&broken),
            Err(BackupError::Checksum { part: part.into() })
        );
        // The records outlive a damaged log, and a reader may ask for them alone.
        let records = read_records(&changed);
        let (records, error) = records.map_or((None, None), |(it, error)| (Some(it), error));
        assert_eq!(records.is_some(), part == "log.jsonl");
        assert!(records.is_none_or(|it| it.book == full().book && it.log.is_empty()));
        assert_eq!(error.is_some(), part == "log.jsonl");
        let gone = with_part(&write(&full()), part, |_| None);
        assert_eq!(
            read(&gone),
            Err(BackupError::PartMissing { part: part.into() })
        );
    }
}

#[test]
fn a_record_with_an_impossible_number_is_named_by_its_line() {
    let mut book = Book::default();
    let id = d::OfficialId(4_000_000_000);
    let mut draft = Draft::new(&book, Action::Add(Kind::Official));
    draft.put(
        Key::Official(id),
        d::Official {
            name: "Người Mẫu".into(),
            ..Default::default()
        },
    );
    let operation = draft.finish();
    book.apply(&operation).unwrap();
    let error = read(&write(&Backup {
        book,
        ..Backup::default()
    }))
    .unwrap_err();
    assert!(
        matches!(error, BackupError::Line { line: 2, .. }),
        "{error:?}"
    );
}

/// A backup whose book and log are these lines, with a manifest that says of them what it likes.
fn made_of(book: &str, log: &str, bytes: usize, next_ids: &str) -> Vec<u8> {
    let part = |text: &str, bytes: usize| {
        let sum = congtam::ledger::Digest::of(text.as_bytes());
        let lines = text.lines().count();
        format!(r#"{{"lines":{lines},"bytes":{bytes},"sha256":"{sum}"}}"#)
    };
    let (book_part, log_part) = (part(book, bytes), part(log, log.len()));
    let counts = book.lines().count();
    let manifest = format!(
        r#"{{"name":"congtam-backup","format":{FORMAT},"program":"0","workspace":"w","agency":"",
        "made":0,"counts":{{"official":{counts}}},"next_ids":{next_ids},
        "parts":{{"book.jsonl":{book_part},"log.jsonl":{log_part}}}}}"#
    );
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("book.jsonl", book),
        ("log.jsonl", log),
        ("manifest.json", &manifest),
    ] {
        out.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

const TASK: &str = r#"{"assignment":{"id":1,"record":{"official":OWNER,"coefficient":"1","assigned":"1","completed":"0","origin":"planned","events":[]}}}"#;

fn task_of(official: u32) -> String {
    [&TASK.replace("OWNER", &official.to_string()), "\n"].concat()
}

#[test]
fn a_task_of_an_official_with_an_impossible_number_is_refused() {
    let line = task_of(4_000_000_000);
    let bytes = made_of(&line, "", line.len(), "{}");
    let error = read(&bytes).unwrap_err();
    assert!(
        matches!(&error, BackupError::Line { part, line: 1, .. } if part == "book.jsonl"),
        "{error:?}"
    );
    let line = task_of(7);
    assert!(read(&made_of(&line, "", line.len(), "{}")).is_ok());
}

#[test]
fn a_manifest_that_lies_about_the_size_lets_no_number_through() {
    let line = r#"{"official":{"id":4000000000,"record":{"name":"A"}}}"#;
    for bytes in [1 << 40, usize::MAX >> 1] {
        let lying = made_of(line, "", bytes, "{}");
        assert_eq!(
            read(&lying),
            Err(BackupError::Checksum {
                part: "book.jsonl".into()
            })
        );
    }
}

#[test]
fn impossible_numbers_are_refused_in_the_log_and_among_those_given_next() {
    let task = task_of(4_000_000_000);
    let hash = "0".repeat(64);
    let entry = format!(
        r#"{{"sequence":1,"at":0,"desk":"","action":"score","changes":[{{"after":{}}}],"previous":"{hash}","hash":"{hash}"}}"#,
        task.trim_end()
    );
    let error = read(&made_of("", &entry, 0, "{}")).unwrap_err();
    assert!(
        matches!(&error, BackupError::Line { part, line: 1, .. } if part == "log.jsonl"),
        "{error:?}"
    );
    let error = read(&made_of("", "", 0, r#"{"official":4000000000}"#)).unwrap_err();
    assert!(
        matches!(&error, BackupError::Line { part, .. } if part == "manifest.json"),
        "{error:?}"
    );
}

#[test]
fn numbers_with_gaps_are_read_where_the_backup_is_as_large_as_that() {
    let mut lines = Vec::new();
    for number in 0..20_000 {
        let note = "x".repeat(100);
        let number = if number == 0 { 1_080_000 } else { number };
        let record = format!(r#"{{"name":"A","note":"{note}"}}"#);
        writeln!(
            lines,
            r#"{{"official":{{"id":{number},"record":{record}}}}}"#
        )
        .unwrap();
    }
    let lines = String::from_utf8(lines).unwrap();
    let read = read(&made_of(&lines, "", lines.len(), "{}")).unwrap();
    assert!(read.book.officials.contains(d::OfficialId(1_080_000)));
}

#[test]
fn restoring_over_another_book_makes_it_equal_and_can_be_undone() {
    let backup = full();
    let mut book = Book::default();
    book.apply(&congtam::app::sample_agency(specimens::day("2026-03-31")))
        .unwrap();
    let before = book.clone();
    let shown = preview(&book, "khac", &backup);
    assert!(shown.other_workspace);

    let operation = restore(&book, &backup, RestoreMode::Replace);
    book.apply(&operation).unwrap();
    assert!(book.all().eq(backup.book.all()));
    let total = shown.total();
    assert_eq!(
        operation.changes.len(),
        total.new + total.changed + total.missing
    );

    book.apply(&operation.inverse(Action::Undo(1))).unwrap();
    assert!(book.all().eq(before.all()));
}

#[test]
fn restoring_into_an_empty_workspace_keeps_spent_numbers_spent() {
    let backup = full();
    let mut book = Book::default();
    book.apply(&restore(&book, &backup, RestoreMode::Keep))
        .unwrap();
    assert_eq!(book, backup.book);
    let again = preview(&book, "mau", &backup);
    assert_eq!(again.total().same, specimens::records().len());
    assert!(!again.other_workspace);
    assert!(restore(&book, &backup, RestoreMode::Replace).is_empty());
}

#[test]
fn file_names_have_letters_every_system_takes() {
    let day = specimens::day("2026-12-15");
    assert_eq!(
        file_name("UBND xã Định Hoà", day),
        "ubnd-xa-dinh-hoa-2026-12-15.congtam"
    );
    assert_eq!(file_name("/", day), "sao-luu-2026-12-15.congtam");
}

static FULL: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();

proptest! {
    #[test]
    fn any_text_and_any_number_come_back(
        name in "\\PC{1,40}\\p{L}",
        note in proptest::option::of(any::<String>()),
        coefficient in 0_i64..1_000_000_000_000,
        born in proptest::option::of(-40_000_i32..40_000),
    ) {
        let mut book = Book::default();
        let mut draft = Draft::new(&book, Action::Add(Kind::Official));
        let official = d::Official {
            name,
            code: note.clone(),
            born: born.and_then(d::Day::from_epoch_days),
            note: note.clone(),
        };
        draft.put(Key::Official(d::OfficialId(1)), official);
        let operation = draft.finish();
        book.apply(&operation).unwrap();
        let mut task = specimens::records().into_iter().find_map(|(key, record)| match (key, record) {
            (Key::Assignment(d::AssignmentId(5000)), congtam::ledger::Record::Assignment(task)) => Some(task),
            _ => None,
        }).unwrap();
        task.coefficient = d::Decimal::from_millionths(coefficient);
        task.note = note;
        book.put(Key::Assignment(d::AssignmentId(1)), Some(task.into()));
        let mut keeper = Keeper::new("w");
        let backup = Backup {
            book,
            log: vec![logged(&mut keeper, coefficient, &operation)],
            ..Backup::default()
        };
        prop_assert_eq!(read(&write(&backup)), Ok(backup));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0_usize..4000) {
        prop_assert!(read(&bytes).is_err());
        let mut damaged = FULL.get_or_init(|| write(&full())).clone();
        let at = at % damaged.len();
        for (place, byte) in bytes.iter().enumerate() {
            if let Some(target) = damaged.get_mut(at + place) {
                *target ^= byte;
            }
        }
        // Any answer will do, so long as there is one.
        drop(read(&damaged));
    }
}
