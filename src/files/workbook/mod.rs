//! The summary workbook: every score of a year, recomputed by live formulas from the tasks.
//!
//! Five sheets: the year per person, the months with every part of the score, all
//! tasks, the cap on the best class, and the numbers of the law the formulas use.
//! The values of the engine stand in the cells as results, so a viewer that does
//! not calculate shows them; a program that does must arrive at the same.
//!
//! Spreadsheets calculate with doubles. A formula that shows points rounds to the
//! ninth decimal before it cuts, so an exact 90 is never shown as 89,99; a score
//! closer to a threshold than half a billionth would be shown wrongly by the
//! formula alone, and no such score arises from decimals people type.

mod cap_sheet;
mod formulas;
mod number;
mod parameter_sheet;
mod period_sheet;
mod report;
mod sheet;
mod summary;
mod task_sheet;
mod year_sheet;

use std::ops::ControlFlow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use thiserror::Error;

use super::archive::PackProgress;
use super::log_mark::log_mark;
use crate::domain::Day;
use crate::ledger::LogHead;

pub use super::names::{Names, pseudonym};
pub use report::write_report;
pub use summary::{
    Criterion, Parameters, PeriodRole, PersonPeriod, Sourced, Summary, SummaryPerson, TaskLine,
    TaskOrigin,
};

use sheet::Look;

/// Why no workbook could be written.
#[derive(Debug, Error)]
pub enum WorkbookError {
    /// Whoever watched the progress stopped it.
    #[error("stopped")]
    Stopped,
    /// The format does not hold it, for instance more rows than a sheet has.
    #[error("could not write the workbook: {0}")]
    Xlsx(#[from] XlsxError),
}

/// The summary as an Excel file (xlsx), reporting after each person; `report`
/// answers whether to go on.
///
/// # Errors
/// [`WorkbookError`].
pub fn write_summary(
    summary: &Summary,
    mut report: impl FnMut(PackProgress) -> ControlFlow<()>,
) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    let body = Format::new()
        .set_font_name(sheet::FONT)
        .set_font_size(sheet::SIZE);
    book.set_default_format(&body, 21, 64)?;
    let title = format!("Tổng hợp theo dõi, đánh giá năm {}", summary.year);
    book.set_properties(&properties(title, summary.written_on, summary.log)?);
    let look = Look::new(summary.parameters.decimals);
    year_sheet::write(&mut book, summary, &look)?;
    period_sheet::write(&mut book, summary, &look)?;
    task_sheet::write(&mut book, summary, &look, |done| {
        let total = summary.people.len();
        if report(PackProgress { done, total }).is_break() {
            return Err(WorkbookError::Stopped);
        }
        Ok(())
    })?;
    cap_sheet::write(&mut book, summary, &look)?;
    parameter_sheet::write(&mut book, summary, &look)?;
    Ok(book.save_to_buffer()?)
}

/// What the file says of itself: its title, the day, and the state of the data it was made from.
fn properties(
    title: String,
    written_on: Option<Day>,
    log: Option<LogHead>,
) -> Result<DocProperties, XlsxError> {
    let written = match written_on {
        Some(day) => ExcelDateTime::parse_from_str(&day.to_string())?,
        None => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    let properties = DocProperties::new()
        .set_title(title)
        .set_author("Công Tâm")
        .set_creation_datetime(&written);
    Ok(match log {
        Some(head) => properties.set_comment(log_mark(head)),
        None => properties,
    })
}

#[cfg(test)]
mod tests;
