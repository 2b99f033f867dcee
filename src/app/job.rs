//! Heavy work for the worker: a job goes there, progress and one reply come back.
//!
//! Messages travel as postcard bytes, so their types carry serde and hold no domain type.

use std::collections::BTreeMap;

use super::workflow::local_rules::TypedSet;
pub use crate::files::forms::PagePart;
use crate::files::local_rules::LocalFileError;
use crate::files::recognise::{Mapping, RawTable, RememberedMapping, SheetProposal, TableKind};
use crate::files::tabular::{ReadFinding, TabularError};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Bytes a file may have that is brought in, whatever way it comes: more than a backup of a
/// million tasks, and less than would stop the page. What readers unpack has limits of its own.
pub const LARGEST_FILE: u32 = 256 << 20;

/// Bytes a pasted block may have, as text and as an office program's table together.
pub const LARGEST_BLOCK: u32 = 64 << 20;

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Job {
    /// Sends the bytes back, telling progress at every piece of this many: tests the way.
    Echo {
        /// The bytes.
        bytes: Bytes,
        /// Bytes between two reports.
        piece: u32,
    },
    /// Reads a file of tables and proposes what its sheets are.
    ReadTables(ReadTables),
    /// Makes an empty table to fill in, with examples, drop-downs and notes.
    Template {
        /// Which table.
        kind: TableKind,
        /// The day of writing, as days of the common era.
        today: i32,
    },
    /// Makes a file from the book.
    Export(Order),
    /// Reads a file of local rules.
    ReadLocalRules(Bytes),
    /// Makes a file of one set of local rules.
    WriteLocalRules {
        /// The number of the set.
        set: u32,
        /// The day of writing, as days of the common era.
        today: i32,
    },
}

/// A file of tables to read, with what the user has answered so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct ReadTables {
    /// Name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
    /// A block from the clipboard, read in place of a file.
    pub pasted: Option<Pasted>,
    /// Points of a catalogue's standard product, as typed, where the file does not say.
    pub standard_points: Option<String>,
    /// Where the user says the header of a sheet is, by index of the sheet.
    pub headers: BTreeMap<usize, HeaderAt>,
    /// Mappings the user made before, by the signature of the header.
    pub remembered: Vec<RememberedMapping>,
    /// Mappings the user made now, by index of the sheet.
    pub mappings: BTreeMap<usize, Mapping>,
}

/// Where a person says a sheet's header is, and what the sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct HeaderAt {
    /// What the sheet holds.
    pub kind: TableKind,
    /// The row of the header, from 0.
    pub row: u32,
}

/// A block of cells from the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Pasted {
    /// As text with tabs.
    pub text: String,
    /// As an office program's table.
    pub html: Option<String>,
}

/// What a file of tables holds.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Tables {
    /// What each sheet is taken for.
    pub proposals: Vec<SheetProposal>,
    /// The rows of every sheet with a mapping, with the sheet's index.
    pub tables: Vec<(usize, RawTable)>,
    /// What a person should know about the file.
    pub findings: Vec<ReadFinding>,
}

/// A file to be made from the book.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Order {
    /// What.
    pub product: Product,
    /// Which period, as it writes itself: `2026-10`, `2026-Q3`, `2026`.
    pub period: String,
    /// Which officials; empty for all.
    pub officials: Vec<u32>,
    /// Which tasks, where the file is made of tasks; empty for all of the period.
    pub tasks: Vec<u32>,
    /// Pseudonyms in place of names.
    pub names_hidden: bool,
    /// English sentences where a form is not bound to Vietnamese.
    pub english: bool,
    /// The day of writing, as days of the common era.
    pub today: i32,
    /// Where the log stands; every order sent to the worker carries it.
    pub log: Option<LogMark>,
}

/// Where the log stands: what is made from the book says which state of it it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LogMark {
    /// Number of the last saved action.
    pub sequence: u64,
    /// Its hash.
    pub hash: [u8; 32],
}

impl LogMark {
    /// Where the log of this model stands on disk; nothing before anything was saved.
    #[must_use]
    pub fn of(model: &super::Model) -> Option<Self> {
        let saved = |line: &super::LogLine| {
            let hash = line.hash?.0;
            let sequence = line.sequence;
            Some(Self { sequence, hash })
        };
        model.log.iter().rev().find_map(saved)
    }
}

/// The log as a file: which of its lines, in which language.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct LogOrder {
    /// The place of the filter among [`super::view::log::LogFilter::ALL`].
    pub filter: u8,
    /// Words of what was done.
    pub words: String,
    /// Not before this day, as days of the common era.
    pub from: Option<i32>,
    /// Not after this day, as days of the common era.
    pub to: Option<i32>,
    /// English sentences.
    pub english: bool,
    /// The day of writing, as days of the common era.
    pub today: i32,
}

/// What can be made from the book.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Product {
    /// Mẫu số 01 of the period: one docx, or a zip of many.
    MonthlyForms,
    /// Mẫu số 02 of the year: one docx, or a zip of many.
    YearlyForms,
    /// Mẫu số 01 of the period as pages to print: parts of a page, not a file.
    MonthlyPages,
    /// Mẫu số 02 of the year as pages to print.
    YearlyPages,
    /// The scores of the period as csv.
    Csv,
    /// The summary workbook of the year, with live formulas.
    Workbook,
    /// The reasons annex of the period: one docx, or a zip of many.
    Annex,
    /// The year as JSON for the official system.
    Official,
    /// The deadlines of the year that are not done yet, as a calendar file.
    Deadlines,
    /// Everything recorded about one person, as csv.
    Person,
    /// The directive's scorecard.
    Conduct(ConductOrder),
}

/// Whose scorecard over which days, and as what; the order's period is not asked for it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct ConductOrder {
    /// As what.
    pub form: ConductForm,
    /// Whose.
    pub whose: ConductWhose,
    /// First day, as days of the common era.
    pub from: i32,
    /// Last day, as days of the common era.
    pub to: i32,
}

/// What a scorecard is made as.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum ConductForm {
    /// An Excel workbook with all evidence.
    Workbook,
    /// A Word report.
    Report,
    /// The report as pages to print.
    Pages,
}

/// Whose scorecard.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum ConductWhose {
    /// The agency's.
    Agency,
    /// A unit's with everything under it.
    Unit(u32),
    /// An official's.
    Official(u32),
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum JobReply {
    /// The bytes of an echo.
    Echo(Bytes),
    /// The tables of a file, or why it gives none.
    Tables(Result<Tables, TabularError>),
    /// The set of a file as it would be typed, or why it gives none.
    LocalRules(Result<TypedSet, LocalFileError>),
    /// A file.
    File(MadeFile),
    /// Pages to print.
    Pages(Vec<PagePart>),
    /// No file could be made.
    NotMade(NotMade),
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MadeFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// Why no file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum NotMade {
    /// The order names no period or nobody that can be found.
    NothingToMake,
    /// The file's format could not hold it.
    Format,
    /// The book did not come along with the order.
    NoBook,
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct JobProgress {
    /// Steps done.
    pub done: u64,
    /// Steps in all.
    pub of: u64,
}

/// Bytes of a file: they travel in one piece, not one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;

        impl<'de> Visitor<'de> for Whole {
            type Value = Bytes;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }

            fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Bytes, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = items.next_element()? {
                    bytes.push(byte);
                }
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(Whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_travels_whole() {
        let job = Job::Echo {
            bytes: Bytes(vec![1, 2, 3, 4, 5]),
            piece: 2,
        };
        let sent = postcard::to_allocvec(&job).expect("encodes");
        let arrived: Job = postcard::from_bytes(&sent).expect("decodes");
        assert_eq!(arrived, job);
    }
}
