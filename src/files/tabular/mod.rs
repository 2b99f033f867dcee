//! Reads any table file into one grid, by its content and not by its name.

mod error;
mod workbook;

pub use error::{ForeignContent, Limits, OnProgress, ReadProgress, TabularError};
pub use workbook::{
    Cell, FileFormat, MergedRange, ReadFinding, Row, Separator, Sheet, TextEncoding, Workbook,
    column_letters,
};
