//! Reads any table file into one grid, by its content and not by its name.
//!
//! Supported: xlsx and xlsm, xls, ods, separated text in the encodings of
//! Vietnamese offices, html tables, and the clipboard. Every other file gives
//! one [`TabularError`]; what a zip unpacks to is limited before it is read.

mod archive;
mod detect;
mod encoding;
mod error;
mod excel_value;
mod html;
mod intake;
mod merge_scan;
mod ods;
mod read;
mod text_table;
mod workbook;
mod xls;
mod xlsx;
mod xlsx_parts;
mod xml_guard;

pub use error::{ForeignContent, Limits, OnProgress, ReadProgress, TabularError};
pub use read::{read, read_clipboard};
pub use workbook::{
    Cell, FileFormat, MergedRange, ReadFinding, Row, Separator, Sheet, TextEncoding, Workbook,
    column_letters,
};

#[cfg(test)]
mod tests;
