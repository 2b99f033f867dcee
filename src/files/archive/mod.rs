//! Many files in one compressed zip, with names that never overwrite each other.
//!
//! Files are added one at a time, so that whoever packs a thousand forms can show
//! progress and be stopped between two of them.

mod file_name;

use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub use file_name::{Diacritics, FileNames};

/// Why an archive could not be written.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// Two files of the same name, compared as Windows compares them.
    #[error("two files are named {0:?}")]
    SameName(String),
    /// A file could not be added.
    #[error("could not add a file: {0}")]
    Write(#[from] std::io::Error),
    /// The archive could not be put together.
    #[error("could not write the archive: {0}")]
    Package(#[from] zip::result::ZipError),
}

/// An archive being written.
pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
    names: BTreeSet<String>,
}

impl Default for Archive {
    fn default() -> Self {
        Self::new()
    }
}

impl Archive {
    /// An empty archive. Every file in it carries the same fixed time, so the
    /// same files give the same bytes.
    #[must_use]
    pub fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            options: SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(DateTime::default()),
            names: BTreeSet::new(),
        }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// [`ArchiveError`]; a second file of the same name is refused, not replaced.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        if !self.names.insert(name.to_lowercase()) {
            return Err(ArchiveError::SameName(name.to_owned()));
        }
        self.zip.start_file(name, self.options)?;
        Ok(self.zip.write_all(bytes)?)
    }

    /// The finished archive.
    ///
    /// # Errors
    /// [`ArchiveError`] when it cannot be put together.
    pub fn finish(self) -> Result<Vec<u8>, ArchiveError> {
        Ok(self.zip.finish()?.into_inner())
    }
}

/// How far packing has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackProgress {
    /// Files packed.
    pub done: usize,
    /// Files to pack.
    pub total: usize,
}

/// Why packing ended without an archive.
#[derive(Debug, Error)]
pub enum PackError<E> {
    /// Whoever watched the progress stopped it.
    #[error("stopped")]
    Stopped,
    /// A file could not be made.
    #[error("file {at} of the list could not be made: {cause}")]
    File {
        /// Its place in the list, from 0.
        at: usize,
        /// Why.
        cause: E,
    },
    /// The archive could not be written.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// Makes and packs files one after the other, reporting after each of them.
///
/// `make` gives name and bytes of the file at a place in the list; `report`
/// answers whether to go on.
///
/// # Errors
/// [`PackError`]; nothing of a stopped or failed archive remains.
pub fn pack<E>(
    total: usize,
    mut make: impl FnMut(usize) -> Result<(String, Vec<u8>), E>,
    mut report: impl FnMut(PackProgress) -> ControlFlow<()>,
) -> Result<Vec<u8>, PackError<E>> {
    let mut archive = Archive::new();
    for at in 0..total {
        let (name, bytes) = make(at).map_err(|cause| PackError::File { at, cause })?;
        archive.add(&name, &bytes)?;
        let progress = PackProgress {
            done: at + 1,
            total,
        };
        if report(progress).is_break() {
            return Err(PackError::Stopped);
        }
    }
    Ok(archive.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[expect(clippy::unnecessary_wraps, reason = "the shape `pack` asks for")]
    fn numbered(at: usize) -> Result<(String, Vec<u8>), std::fmt::Error> {
        Ok((format!("phiếu {at}.txt"), vec![b'x'; 1_000]))
    }

    #[test]
    fn all_files_come_back_under_their_vietnamese_names() {
        let bytes = pack(3, numbered, |_| ControlFlow::Continue(())).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 3);
        let mut content = Vec::new();
        archive
            .by_name("phiếu 2.txt")
            .unwrap()
            .read_to_end(&mut content)
            .unwrap();
        assert_eq!(content.len(), 1_000);
    }

    #[test]
    fn packing_stops_when_told_to_and_says_how_far_it_is() {
        let mut seen = Vec::new();
        let result = pack(5, numbered, |progress| {
            seen.push(progress.done);
            if progress.done == 2 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(result, Err(PackError::Stopped)));
        assert_eq!(seen, [1, 2]);
    }

    #[test]
    fn a_file_is_never_overwritten() {
        let mut archive = Archive::new();
        archive.add("An.docx", b"1").unwrap();
        assert!(matches!(
            archive.add("AN.docx", b"2"),
            Err(ArchiveError::SameName(_))
        ));
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let packed = || pack(2, numbered, |_| ControlFlow::Continue(())).unwrap();
        assert!(packed() == packed());
    }
}
