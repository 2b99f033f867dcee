//! Backups: any bytes, and a sound zip whose book, log or manifest is made of the bytes.
#![no_main]

use std::io::{Cursor, Write as _};

use congtam::files::backup::{self, Passphrase, RestoreMode};
use congtam::ledger::{Book, Digest};
use congtam::store::carried;
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|data: &[u8]| {
    let Some((mode, rest)) = data.split_first() else {
        return;
    };
    let passphrase = Passphrase::typed("x");
    let opened = match mode % 5 {
        0 => backup::read(&package(rest, b"", None)),
        1 => backup::read(&package(b"", rest, None)),
        2 => backup::read(&package(b"", b"", Some(rest))),
        3 => backup::read(data),
        // A header that asks for much work is refused; the rest of it is parsed.
        _ => backup::open(&sealed(rest), Some(&passphrase)),
    };
    let Ok(backup) = opened else { return };
    // A log that is proven has its last entry in its place.
    if let Ok(log) = carried(&backup.log) {
        assert_eq!(log.end.sequence, backup.log.len() as u64);
    }
    let mut book = Book::default();
    let operation = backup::restore(&book, &backup, RestoreMode::Replace);
    // Records that do not fit together are refused, never half taken.
    if book.apply(&operation).is_err() {
        // Numbers it gave on the way stay spent.
        assert!(book.all().eq(Book::default().all()));
    }
});

fn sealed(rest: &[u8]) -> Vec<u8> {
    [b"age-encryption.org/v1\n", rest].concat()
}

fn package(book: &[u8], log: &[u8], manifest: Option<&[u8]>) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let written = json!({
        "name": "congtam-backup", "format": backup::FORMAT, "program": "0", "workspace": "w",
        "agency": "", "made": 0, "next_ids": {},
        "counts": { "official": lines(book) },
        "parts": { "book.jsonl": part(book), "log.jsonl": part(log) },
    });
    let written = written.to_string();
    let manifest = manifest.unwrap_or(written.as_bytes());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("book.jsonl", book),
        ("log.jsonl", log),
        ("manifest.json", manifest),
    ] {
        zip.start_file(name, stored).expect("a part begins");
        zip.write_all(content).expect("memory takes it");
    }
    zip.finish().expect("a backup ends").into_inner()
}

fn part(content: &[u8]) -> serde_json::Value {
    json!({
        "lines": lines(content), "bytes": content.len(),
        "sha256": Digest::of(content).to_string(),
    })
}

fn lines(content: &[u8]) -> usize {
    let ended = content.iter().filter(|byte| **byte == b'\n').count();
    ended + usize::from(!content.is_empty() && !content.ends_with(b"\n"))
}
