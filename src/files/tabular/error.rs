//! Why a file cannot be read as a table, and the limits that keep any file harmless.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

/// Why a file gives no table. Nothing of it is imported then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TabularError {
    /// The file holds no byte.
    #[error("the file is empty")]
    EmptyFile,
    /// The file is larger than is read.
    #[error("the file has {bytes} bytes, more than {limit}")]
    FileTooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The packed content grows beyond reason when unpacked.
    #[error("unpacking {part} exceeds {limit} bytes")]
    UnpacksTooLarge {
        /// The part inside the file.
        part: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// There are more cells or more text than is read.
    #[error("more than {limit} cells or bytes of text on sheet {sheet:?}")]
    TooManyCells {
        /// The sheet where the limit was reached.
        sheet: String,
        /// The limit.
        limit: u64,
    },
    /// The file is encrypted with a password.
    #[error("the file is protected by a password")]
    PasswordProtected,
    /// The file ends before its end, as after a broken download.
    #[error("the file is cut off or damaged")]
    Truncated,
    /// A part of the file breaks the rules of its format.
    #[error("the part {part} is damaged")]
    Damaged {
        /// The part inside the file, or the sheet's name.
        part: String,
    },
    /// The content is no table, whatever the name says.
    #[error("the content is {found:?}, not a table (extension {extension:?})")]
    NotATable {
        /// What the content is.
        found: ForeignContent,
        /// The extension of the name, lower case, possibly empty.
        extension: String,
    },
    /// The file is a workbook without a single filled cell.
    #[error("no sheet holds anything")]
    NothingInside,
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// What a file is when it is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ForeignContent {
    /// A Word document (doc, docx) or OpenDocument text.
    TextDocument,
    /// A presentation.
    Presentation,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Rich text.
    RichText,
    /// An archive that holds no workbook.
    Archive,
    /// A web page without a table.
    PageWithoutTable,
    /// A web archive (mht) saved by Excel.
    WebArchive,
    /// A binary Excel workbook (xlsb), to be saved as xlsx first.
    BinaryWorkbook,
    /// Excel's XML of 2003, to be saved as xlsx first.
    Xml2003,
    /// Other XML.
    Xml,
    /// JSON, for instance one of our own backups.
    Json,
    /// Bytes of no known meaning.
    Unknown,
}

/// How much is read at most. The default keeps reading under 512 MB of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Bytes of one sheet after unpacking; sheets are read as a stream.
    pub sheet_bytes: u64,
    /// Bytes of any other part after unpacking; these are held in memory.
    pub part_bytes: u64,
    /// Filled cells of all sheets together.
    pub cells: u64,
    /// Cells of all sheets together that are written down, filled or not.
    pub places: u64,
    /// Bytes of text in all cells together.
    pub text_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 << 20,
            sheet_bytes: 512 << 20,
            part_bytes: 128 << 20,
            cells: 4_000_000,
            places: 16_000_000,
            text_bytes: 128 << 20,
        }
    }
}

/// How far reading has come; told now and then, so that a person can cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadProgress {
    /// The sheet being read, from 0.
    pub sheet: usize,
    /// How many sheets there are.
    pub sheets: usize,
    /// Rows read so far, over all sheets.
    pub rows: u64,
}

/// Called with the progress; answering [`ControlFlow::Break`] cancels.
pub type OnProgress<'a> = &'a mut dyn FnMut(ReadProgress) -> ControlFlow<()>;
