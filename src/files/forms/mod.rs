//! The statutory forms and their annexes, as pages to print and as Word files.
//!
//! A form is filled with plain values, becomes a [`Paper`] (what stands on the
//! page, in order) and is then drawn: as docx, or as a page to print.
//! So the printed page and the file cannot say different things.

mod annex;
mod docx;
mod monthly;
mod page;
mod paper;
mod yearly;

pub use annex::{Annex, AnnexReason};
pub use docx::{DocxError, DocxProperties, write_docx};
pub use monthly::{CriterionLine, CriterionSection, MonthlyForm};
pub use page::{PagePart, page_parts};
pub use paper::{
    Block, Cell, Choice, Column, FormHead, FormPerson, Grid, GridRow, Note, Paper, SignatureBlock,
    SignatureFill, Words, place_and_date,
};
pub use yearly::{YearRow, YearRowLabel, YearlyForm};
