//! Reads Excel workbooks since 2007 (xlsx, xlsm) cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::Archive;
use super::excel_value::{cell_of, float_text};
use super::intake::Intake;
use super::merge_scan::MergeScan;
use super::xlsx_parts::{WorkbookParts, read_parts};
use super::{Cell, MergedRange, TabularError};

/// Cells without content between two looks at the cancel button.
const CELLS_PER_LOOK: u64 = 1 << 16;

/// Reads all worksheets into the intake.
///
/// The zip is unpacked once beforehand to trust its sizes, and only what was looked at is read;
/// the cells are then read as a stream, so a million formatted but empty rows cost time and no
/// memory.
pub(super) fn read_xlsx(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), TabularError> {
    let mut merges: BTreeMap<String, MergeScan> = BTreeMap::new();
    let bytes = Archive::open(bytes)?.checked(intake, |part, chunk| {
        merges
            .entry(part.to_ascii_lowercase())
            .or_default()
            .feed(chunk);
    })?;
    let parts = read_parts(&mut Archive::open(&bytes)?)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(&bytes[..])).map_err(|error| translated(&error, ""))?;
    let sheets: Vec<_> = workbook.sheets_metadata().to_vec();
    intake.expect_sheets(sheets.len());
    for sheet in sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
    {
        intake.begin_sheet(&sheet.name, sheet.visible == SheetVisible::Visible)?;
        read_cells(&mut workbook, &sheet.name, &parts, intake)?;
        let part = parts.part_of_sheet.get(&sheet.name);
        let ranges = part.and_then(|part| merges.get(&part.to_ascii_lowercase()));
        ranges
            .map(MergeScan::ranges)
            .unwrap_or_default()
            .for_each(|range: MergedRange| intake.merge(range));
    }
    Ok(())
}

fn read_cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    parts: &WorkbookParts,
    intake: &mut Intake<'_>,
) -> Result<(), TabularError> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart or dialog stored as a worksheet holds no table.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(translated(&error, name)),
    };
    let mut seen = 0_u64;
    while let Some(record) = reader
        .next_cell_with_formula_metadata()
        .map_err(|error| translated(&error, name))?
    {
        seen += 1;
        if seen.is_multiple_of(CELLS_PER_LOOK) {
            intake.pass(CELLS_PER_LOOK)?;
            intake.tell()?;
        }
        let (row, column) = record.pos;
        let cell = match &record.formula {
            Some(formula) if lacks_result(&record.value, parts) => {
                Some(Cell::Formula(formula_text(formula)))
            }
            _ => cell_of(&record.value),
        };
        if let Some(cell) = cell {
            intake.cell(row, column, cell)?;
        }
    }
    Ok(())
}

/// Programs that write workbooks without computing leave a formula's result
/// out, or write 0 and ask for a recalculation when the file is opened.
fn lacks_result(value: &DataRef<'_>, parts: &WorkbookParts) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::Float(number) => parts.recalculates_on_load && float_text(*number) == "0",
        DataRef::Int(number) => parts.recalculates_on_load && *number == 0,
        _ => false,
    }
}

fn formula_text(formula: &calamine::XlsxFormulaMetadata) -> String {
    use calamine::XlsxFormulaMetadata as Formula;
    match formula {
        Formula::Normal { formula } | Formula::Shared { formula, .. } => formula.clone(),
        // The text of a shared formula stands at its first cell; what matters is that there is one.
        _ => String::new(),
    }
}

fn translated(error: &XlsxError, sheet: &str) -> TabularError {
    match error {
        XlsxError::Password => TabularError::PasswordProtected,
        XlsxError::Zip(_) | XlsxError::Io(_) => TabularError::Truncated,
        _ => TabularError::Damaged {
            part: sheet.to_owned(),
        },
    }
}
