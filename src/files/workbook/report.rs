//! A report as a workbook: a sheet for each of its tables.

use rust_xlsxwriter::{Format, Workbook};

use crate::files::report::{Report, ReportCell, ReportTable};

use super::sheet::{self, FIRST_ROW, Heading, Look, Page, Setup, heading};
use super::{WorkbookError, properties};

/// Decimals of a share or of points, as people read them.
const DECIMALS: u8 = 2;

/// The report as an Excel file (xlsx); texts are texts, whatever they begin with.
///
/// # Errors
/// [`WorkbookError::Xlsx`] when the format does not hold it.
pub fn write_report(report: &Report) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    let body = Format::new()
        .set_font_name(sheet::FONT)
        .set_font_size(sheet::SIZE);
    book.set_default_format(&body, 21, 64)?;
    let title = report.title.join(" ");
    book.set_properties(&properties(title, report.written_on, report.log)?);
    let look = Look::new(DECIMALS);
    let agency = report.head.agency.clone().unwrap_or_default();
    for table in &report.tables {
        let title = [report.title.join(" "), table.title.clone()].join(": ");
        table_sheet(&mut book, &agency, &title, table, &look)?;
    }
    Ok(book.save_to_buffer()?)
}

fn table_sheet(
    book: &mut Workbook,
    agency: &str,
    title: &str,
    table: &ReportTable,
    look: &Look,
) -> Result<(), WorkbookError> {
    let headings: Vec<Heading> = table
        .columns
        .iter()
        .map(|column| heading(column.head.clone(), f64::from(column.letters)))
        .collect();
    let setup = Setup {
        name: &table.sheet,
        title,
        headings: &headings,
        frozen: 1,
        helpers: None,
    };
    let mut page = Page::start(book, agency, look, &setup)?;
    let mut row = FIRST_ROW;
    for cells in &table.rows {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                ReportCell::Empty => page.text(row, column, "", &look.text)?,
                ReportCell::Text(text) => page.text(row, column, text, &look.text)?,
                ReportCell::Number(number) => match number.parse::<f64>() {
                    Ok(value) => page.number(row, column, value, &look.number)?,
                    Err(_) => page.text(row, column, number, &look.text)?,
                },
                ReportCell::Day(day) => page.day(row, column, Some(*day), look)?,
            }
        }
        page.end_row(row)?;
        row += 1;
    }
    let columns = u16::try_from(headings.len()).unwrap_or(u16::MAX);
    page.finish(row - FIRST_ROW, columns)?;
    Ok(())
}
