//! Writes a backup.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use serde::Serialize;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::json::{EntryJson, FirstJson, LineJson};
use super::manifest::{self, Manifest, Measure, Part};
use super::{BOOK, Backup, FIRST, FORMAT, LOG, MANIFEST};

type Zip = ZipWriter<Cursor<Vec<u8>>>;

/// The bytes of a backup's file.
///
/// The same backup always gives the same bytes.
#[must_use]
pub fn write(backup: &Backup) -> Vec<u8> {
    write_parts(backup).expect("memory takes what is written to it")
}

fn write_parts(backup: &Backup) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut counts = BTreeMap::new();
    let records = backup.book.all().filter_map(|(key, record)| {
        *counts.entry(manifest::kind_name(key.kind())).or_insert(0) += 1;
        LineJson::of(key, &record)
    });
    let book = write_lines(&mut zip, BOOK, records)?;
    let log = write_lines(&mut zip, LOG, backup.log.iter().map(EntryJson::of))?;
    let mut parts = BTreeMap::from([(BOOK.to_owned(), book), (LOG.to_owned(), log)]);
    if backup.log.iter().any(|entry| entry.first.is_some()) {
        let lines = backup.log.iter().filter_map(FirstJson::of);
        parts.insert(FIRST.to_owned(), write_lines(&mut zip, FIRST, lines)?);
    }
    let manifest = Manifest {
        name: manifest::NAME.to_owned(),
        format: FORMAT,
        program: backup.program.clone(),
        workspace: backup.workspace.clone(),
        agency: backup.book.agency.name.clone(),
        made: backup.made.0,
        counts,
        next_ids: Manifest::next_ids_of(backup.book.next_ids()),
        parts,
    };
    zip.start_file(MANIFEST, options())?;
    serde_json::to_writer_pretty(&mut zip, &manifest).map_err(std::io::Error::from)?;
    Ok(zip.finish()?.into_inner())
}

fn write_lines<T: Serialize>(
    zip: &mut Zip,
    name: &str,
    lines: impl Iterator<Item = T>,
) -> Result<Part, ZipError> {
    zip.start_file(name, options())?;
    let mut measure = Measure::default();
    let mut text = Vec::new();
    for line in lines {
        text.clear();
        serde_json::to_writer(&mut text, &line).map_err(std::io::Error::from)?;
        text.push(b'\n');
        measure.take(&text);
        zip.write_all(&text)?;
    }
    Ok(measure.part())
}

/// No time of its own, so that the same records give the same bytes; quick rather than small.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .compression_level(Some(3))
}
