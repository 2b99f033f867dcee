//! Reads Excel workbooks from before 2007.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::excel_value::cell_of;
use super::intake::Intake;
use super::{MergedRange, TabularError};

/// Reads all worksheets into the intake.
///
/// The library indexes into records without asking their length, so a damaged file can make
/// it panic. Where panics can be caught that is one more damaged file; in the browser the
/// worker ends, and the page says that the file may be damaged.
pub(super) fn read_xls(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), TabularError> {
    let reading = std::panic::AssertUnwindSafe(|| read_sheets(bytes, intake));
    std::panic::catch_unwind(reading).unwrap_or(Err(TabularError::Truncated))
}

fn read_sheets(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), TabularError> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| translated(&error))?;
    let sheets: Vec<_> = workbook.sheets_metadata().to_vec();
    intake.expect_sheets(sheets.len());
    for sheet in sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
    {
        intake.begin_sheet(&sheet.name, sheet.visible == SheetVisible::Visible)?;
        let range = workbook
            .worksheet_range(&sheet.name)
            .map_err(|error| translated(&error))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = (u32::try_from(row), u32::try_from(column));
            if let (Ok(row), Ok(column)) = place
                && let Some(cell) = cell_of(&borrowed(value))
            {
                intake.cell(first_row + row, first_column + column, cell)?;
            }
        }
        for range in workbook
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default()
        {
            intake.merge(MergedRange {
                first_row: range.start.0,
                first_column: range.start.1,
                last_row: range.end.0,
                last_column: range.end.1,
            });
        }
    }
    Ok(())
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn translated(error: &XlsError) -> TabularError {
    match error {
        XlsError::Password => TabularError::PasswordProtected,
        _ => TabularError::Truncated,
    }
}
