//! Reads a backup, trusting nothing in it.

use std::io::{BufRead as _, BufReader, Cursor, Read};

use serde::de::DeserializeOwned;
use zip::ZipArchive;

use super::json::{EntryJson, FirstJson, JsonError, LineJson};
use super::manifest::{self, Manifest, Measure};
use super::spread::Spread;
use super::{BOOK, Backup, BackupError, FIRST, FORMAT, LOG, MANIFEST};
use crate::ledger::{Book, Kind, LogEntry, Moment};

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Bytes a backup may have once unpacked: some millions of records.
const LIMIT: u64 = 1 << 30;
/// A line longer than this is no record.
const LINE_LIMIT: u64 = 64 << 20;

/// Reads a backup of any origin.
///
/// # Errors
/// [`BackupError`] when it is no backup, damaged, newer, or holds what cannot be.
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    match read_records(bytes)? {
        (_, Some(error)) => Err(error),
        (backup, None) => Ok(backup),
    }
}

/// Reads a backup whose log may be damaged: its records alone, and why its log was not read.
///
/// # Errors
/// [`BackupError`] as for [`read`] where it is not the log's.
pub fn read_records(bytes: &[u8]) -> Result<(Backup, Option<BackupError>), BackupError> {
    let mut zip = open(bytes)?;
    let manifest = read_manifest(&mut zip)?;
    let (book, spread) = read_book(&mut zip, &manifest)?;
    let (log, error) = match read_log(&mut zip, &manifest, spread) {
        Ok(log) => (log, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    let backup = Backup {
        workspace: manifest.workspace,
        made: Moment(manifest.made),
        program: manifest.program,
        book,
        log,
    };
    Ok((backup, error))
}

fn open(bytes: &[u8]) -> Result<Zip<'_>, BackupError> {
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
        let starts_like_one = bytes.starts_with(b"PK\x03\x04")
            && bytes.get(30..30 + BOOK.len()) == Some(BOOK.as_bytes());
        if bytes.is_empty() || starts_like_one {
            BackupError::Truncated
        } else {
            BackupError::NotABackup
        }
    })?;
    if zip.index_for_name(MANIFEST).is_none() {
        return Err(BackupError::NotABackup);
    }
    Ok(zip)
}

fn damaged(part: &str) -> BackupError {
    BackupError::Checksum {
        part: part.to_owned(),
    }
}

fn read_manifest(zip: &mut Zip<'_>) -> Result<Manifest, BackupError> {
    let file = zip.by_name(MANIFEST).map_err(|_| damaged(MANIFEST))?;
    let mut text = Vec::new();
    file.take(LINE_LIMIT)
        .read_to_end(&mut text)
        .map_err(|_| damaged(MANIFEST))?;
    let value: serde_json::Value =
        serde_json::from_slice(&text).map_err(|_| BackupError::NotABackup)?;
    if value["name"] != manifest::NAME {
        return Err(BackupError::NotABackup);
    }
    let format = value["format"].as_u64().unwrap_or_default();
    if format > u64::from(FORMAT) {
        return Err(BackupError::Newer {
            format: u32::try_from(format).unwrap_or(u32::MAX),
            program: value["program"].as_str().unwrap_or_default().to_owned(),
        });
    }
    serde_json::from_value(value).map_err(|error| in_line(MANIFEST, 1, &error.to_string()))
}

fn in_line(part: &str, line: usize, reason: &str) -> BackupError {
    BackupError::Line {
        part: part.to_owned(),
        line,
        reason: reason.to_owned(),
    }
}

fn read_book(zip: &mut Zip<'_>, manifest: &Manifest) -> Result<(Book, Spread), BackupError> {
    let (mut book, mut found) = (Book::default(), 0_u64);
    let mut far = Vec::new();
    let bytes = read_lines(zip, manifest, BOOK, |number, line: LineJson| {
        let (key, record) = line.read()?;
        found += 1;
        if Spread::default().holds(key, Some(&record)) {
            book.put(key, Some(record));
        } else {
            far.push((number, key, record));
        }
        Ok(())
    })?;
    let expected = manifest.counts.values().sum();
    if found != expected {
        return Err(BackupError::Count { expected, found });
    }
    // How far numbers may reach is known once everything was read.
    let spread = Spread::default().wider(bytes);
    for (number, key, record) in far {
        if !spread.holds(key, Some(&record)) {
            return Err(in_line(BOOK, number, &format!("{key:?}")));
        }
        book.put(key, Some(record));
    }
    let ids = manifest
        .read_next_ids()
        .ok_or_else(|| in_line(MANIFEST, 1, "next_ids"))?;
    for (kind, next) in ids {
        // The next official would have this number.
        if kind == Kind::Official && !spread.reaches(next.saturating_sub(1)) {
            return Err(in_line(MANIFEST, 1, "next_ids"));
        }
        book.spend_ids(kind, next.saturating_sub(1));
    }
    Ok((book, spread))
}

fn read_log(
    zip: &mut Zip<'_>,
    manifest: &Manifest,
    spread: Spread,
) -> Result<Vec<LogEntry>, BackupError> {
    let (mut log, mut far) = (Vec::new(), Vec::new());
    let bytes = read_lines(zip, manifest, LOG, |number, entry: EntryJson| {
        let entry = entry.read()?;
        if !holds_all(spread, &entry) {
            far.push((number, log.len()));
        }
        log.push(entry);
        Ok(())
    })?;
    read_first(zip, manifest, &mut log)?;
    let spread = spread.wider(bytes);
    let beyond = far.iter().find(|(_, at)| !holds_all(spread, &log[*at]));
    match beyond {
        Some((number, _)) => Err(in_line(LOG, *number, "number")),
        None => Ok(log),
    }
}

/// What the chain covers of entries that lost contents. A log that lost none has no such part.
fn read_first(
    zip: &mut Zip<'_>,
    manifest: &Manifest,
    log: &mut [LogEntry],
) -> Result<(), BackupError> {
    if !manifest.parts.contains_key(FIRST) {
        return Ok(());
    }
    let lines = read_lines(zip, manifest, FIRST, |_, line: FirstJson| {
        let (sequence, first) = line.read()?;
        let at = log.binary_search_by_key(&sequence, |entry| entry.sequence);
        let at = at.map_err(|_| JsonError(sequence.to_string()))?;
        log[at].first = Some(first);
        Ok(())
    });
    lines.map(drop)
}

fn holds_all(spread: Spread, entry: &LogEntry) -> bool {
    entry.operation.changes.iter().all(|change| {
        let records = [change.before.as_ref(), change.after.as_ref()];
        records
            .into_iter()
            .all(|record| spread.holds(change.key, record))
    })
}

/// Reads a part line by line and says how many bytes it really had; what `take` refuses is
/// named by its line.
///
/// A fault in a part that is not as it was written is told as damage, whatever it looks like.
fn read_lines<T: DeserializeOwned>(
    zip: &mut Zip<'_>,
    manifest: &Manifest,
    part: &str,
    mut take: impl FnMut(usize, T) -> Result<(), JsonError>,
) -> Result<u64, BackupError> {
    let missing = || BackupError::PartMissing {
        part: part.to_owned(),
    };
    let written = manifest.parts.get(part).ok_or_else(missing)?;
    let file = zip.by_name(part).map_err(|_| missing())?;
    if file.size() > LIMIT {
        return Err(BackupError::TooLarge { limit: LIMIT });
    }
    let mut reader = BufReader::new(file.take(LIMIT));
    let mut measure = Measure::default();
    let mut fault = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = (&mut reader).take(LINE_LIMIT).read_until(b'\n', &mut line);
        if read.map_err(|_| damaged(part))? == 0 {
            break;
        }
        measure.take(&line);
        if fault.is_none() {
            let number = usize::try_from(measure.lines).unwrap_or(usize::MAX);
            fault = take_line(&line, |value| take(number, value))
                .err()
                .map(|reason| in_line(part, number, &reason));
        }
    }
    let found = measure.part();
    if found != *written {
        return Err(damaged(part));
    }
    fault.map_or(Ok(found.bytes), Err)
}

fn take_line<T: DeserializeOwned>(
    line: &[u8],
    take: impl FnOnce(T) -> Result<(), JsonError>,
) -> Result<(), String> {
    let value = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    take(value).map_err(|error| error.to_string())
}
