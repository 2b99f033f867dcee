//! Opens the zip inside a workbook and refuses to unpack more than is reasonable.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::result::{ZipError, ZipResult};
use zip::{ZipArchive, ZipWriter};

use super::intake::Intake;
use super::xml_guard::{MOST_BYTES, XmlGuard};
use super::{Limits, TabularError};

/// Parts other than sheets and shared texts are small in every honest file.
const SMALL_PART_BYTES: u64 = 16 << 20;
/// Cell formats take many times their size in memory.
const STYLES_BYTES: u64 = 8 << 20;
const CHUNK: usize = 64 << 10;

/// The zip of a workbook.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// [`TabularError::Truncated`] when the directory at the end is missing.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TabularError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TabularError::Truncated)?;
        Ok(Self { zip })
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.names().any(|name| name.eq_ignore_ascii_case(part))
    }

    pub(super) fn has_under(&self, folder: &str) -> bool {
        self.names().any(|name| name.starts_with(folder))
    }

    /// Those that can be read; by another no part is ever asked for.
    fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names().flatten()
    }

    /// A whole part, at most `limit` bytes.
    pub(super) fn part(&mut self, name: &str, limit: u64) -> Result<Vec<u8>, TabularError> {
        let mut bytes = Vec::new();
        let mut entry = self.entry(name)?;
        let read = entry.by_ref().take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|_| damaged(name))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
            return Err(TabularError::UnpacksTooLarge {
                part: name.to_owned(),
                limit,
            });
        }
        Ok(bytes)
    }

    /// A part to be read as a stream; it ends early after `limit` bytes.
    pub(super) fn stream(
        &mut self,
        name: &str,
        limit: u64,
    ) -> Result<impl Read + '_, TabularError> {
        Ok(self.entry(name)?.take(limit))
    }

    /// Unpacks every part a reader may touch once, throwing the bytes away, and
    /// returns a zip of these alone, so that what follows can trust the sizes of
    /// all it can reach; calls `look` with each chunk of a sheet, to find what
    /// stands after the cells without reading twice.
    ///
    /// # Errors
    /// [`TabularError::UnpacksTooLarge`], [`TabularError::Truncated`],
    /// [`TabularError::PasswordProtected`], [`TabularError::Cancelled`].
    pub(super) fn checked(
        &mut self,
        intake: &mut Intake<'_>,
        mut look: impl FnMut(&str, &[u8]),
    ) -> Result<Vec<u8>, TabularError> {
        // By place: two names may differ in their letters' case alone.
        let parts: Vec<(usize, String)> = (0..self.zip.len())
            .filter_map(|at| Some((at, self.zip.name_for_index(at)?.ok()?.into_owned())))
            .filter(|(_, name)| is_read(name))
            .collect();
        let limits = intake.limits();
        let mut budget = Budget {
            sheets: limits.sheet_bytes,
            parts: limits.part_bytes,
        };
        let mut chunk = vec![0; CHUNK];
        for (at, name) in &parts {
            let entry = self.zip.by_index(*at);
            let mut entry = entry.map_err(|error| unopened(error, name))?;
            let mut own = limit_of(name, limits);
            let limit = own;
            let mut guard = XmlGuard::default();
            loop {
                let count = entry
                    .read(&mut chunk)
                    .map_err(|_| TabularError::Truncated)?;
                if count == 0 {
                    break;
                }
                let taken = u64::try_from(count).unwrap_or(u64::MAX);
                let shared = if is_sheet(name) {
                    &mut budget.sheets
                } else {
                    &mut budget.parts
                };
                if own < taken || *shared < taken {
                    return Err(TabularError::UnpacksTooLarge {
                        part: name.clone(),
                        limit,
                    });
                }
                own -= taken;
                *shared -= taken;
                if !guard.feed(&chunk[..count]) {
                    return Err(TabularError::UnpacksTooLarge {
                        part: name.clone(),
                        limit: u64::try_from(MOST_BYTES).unwrap_or(u64::MAX),
                    });
                }
                if is_sheet(name) {
                    look(name, &chunk[..count]);
                    intake.tell()?;
                }
            }
        }
        self.only(&parts).map_err(|_| TabularError::Truncated)
    }

    /// A zip of these parts, packed as they are.
    fn only(&mut self, parts: &[(usize, String)]) -> ZipResult<Vec<u8>> {
        let mut only = ZipWriter::new(Cursor::new(Vec::new()));
        for (at, _) in parts {
            only.raw_copy_file(self.zip.by_index_raw(*at)?)?;
        }
        Ok(only.finish()?.into_inner())
    }

    fn entry(
        &mut self,
        name: &str,
    ) -> Result<zip::read::ZipFile<'_, Cursor<&'a [u8]>>, TabularError> {
        let exact = self
            .names()
            .find(|own| own.eq_ignore_ascii_case(name))
            .map(Cow::into_owned);
        self.zip
            .by_name(exact.as_deref().unwrap_or(name))
            .map_err(|error| unopened(error, name))
    }
}

/// Why a part cannot be unpacked.
fn unopened(error: ZipError, part: &str) -> TabularError {
    match error {
        ZipError::UnsupportedArchive(message) if message == ZipError::PASSWORD_REQUIRED => {
            TabularError::PasswordProtected
        }
        ZipError::FileNotFound => damaged(part),
        _ => TabularError::Truncated,
    }
}

struct Budget {
    sheets: u64,
    parts: u64,
}

fn damaged(part: &str) -> TabularError {
    TabularError::Damaged {
        part: part.to_owned(),
    }
}

pub(super) fn is_sheet(name: &str) -> bool {
    name.to_ascii_lowercase().contains("worksheets/") && !has_extension(name, "rels")
}

/// Pictures, printer settings and embedded files are never unpacked.
fn is_read(name: &str) -> bool {
    has_extension(name, "xml") || has_extension(name, "rels")
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, own)| own.eq_ignore_ascii_case(extension))
}

fn limit_of(name: &str, limits: Limits) -> u64 {
    let name = name.to_ascii_lowercase();
    if is_sheet(&name) {
        limits.sheet_bytes
    } else if name.ends_with("sharedstrings.xml") {
        limits.part_bytes
    } else if name.ends_with("styles.xml") {
        STYLES_BYTES.min(limits.part_bytes)
    } else {
        SMALL_PART_BYTES.min(limits.part_bytes)
    }
}
