//! Collects cells into sheets, keeps to the limits and tells the progress.

use std::ops::ControlFlow;

use super::{Cell, Limits, MergedRange, OnProgress, ReadProgress, Row, Sheet, TabularError};

/// Cells between two calls of the progress.
const CELLS_PER_TELL: u64 = 4096;
/// No sheet of any program has more rows or columns.
const MOST_ROWS: u32 = 1 << 20;
pub(super) const MOST_COLUMNS: u32 = 1 << 14;

/// The one way cells enter a workbook, whatever the format.
pub(super) struct Intake<'a> {
    limits: Limits,
    on_progress: OnProgress<'a>,
    sheets: Vec<Sheet>,
    sheet_count: usize,
    cells: u64,
    places: u64,
    text_bytes: u64,
    rows: u64,
}

impl<'a> Intake<'a> {
    pub(super) fn new(limits: Limits, on_progress: OnProgress<'a>) -> Self {
        Self {
            limits,
            on_progress,
            sheets: Vec::new(),
            sheet_count: 1,
            cells: 0,
            places: 0,
            text_bytes: 0,
            rows: 0,
        }
    }

    pub(super) fn limits(&self) -> Limits {
        self.limits
    }

    /// How many sheets will come, for the progress.
    pub(super) fn expect_sheets(&mut self, count: usize) {
        self.sheet_count = count;
    }

    /// Begins the next sheet; cells go there from now on.
    pub(super) fn begin_sheet(&mut self, name: &str, visible: bool) -> Result<(), TabularError> {
        self.sheets.push(Sheet {
            name: crate::text::nfc(name),
            visible,
            ..Sheet::default()
        });
        self.tell()
    }

    /// Adds a cell; blank text and places outside any sheet are left out.
    pub(super) fn cell(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), TabularError> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS || is_blank(&cell) {
            return Ok(());
        }
        self.cells += 1;
        self.text_bytes += text_bytes(&cell);
        if self.cells > self.limits.cells || self.text_bytes > self.limits.text_bytes {
            return Err(self.too_many());
        }
        if self.cells.is_multiple_of(CELLS_PER_TELL) {
            self.tell()?;
        }
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        match sheet.rows.last_mut() {
            Some(last) if last.index == row => last.cells.push((column, cell)),
            _ => {
                sheet.rows.push(Row {
                    index: row,
                    cells: vec![(column, cell)],
                });
                self.rows += 1;
            }
        }
        Ok(())
    }

    /// Counts cells that are written down, whether or not anything is in them.
    pub(super) fn pass(&mut self, places: u64) -> Result<(), TabularError> {
        self.places = self.places.saturating_add(places);
        if self.places > self.limits.places {
            return Err(self.too_many());
        }
        Ok(())
    }

    /// Adds a merged range of more than one cell.
    pub(super) fn merge(&mut self, range: MergedRange) {
        let single = range.first_row == range.last_row && range.first_column == range.last_column;
        if let Some(sheet) = self.sheets.last_mut().filter(|_| !single) {
            sheet.merges.push(range);
        }
    }

    /// Tells the progress between cells, where a format gives long stretches without any.
    pub(super) fn tell(&mut self) -> Result<(), TabularError> {
        let progress = ReadProgress {
            sheet: self.sheets.len().saturating_sub(1),
            sheets: self.sheet_count.max(self.sheets.len()),
            rows: self.rows,
        };
        match (self.on_progress)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(TabularError::Cancelled),
        }
    }

    /// The sheets, rows and cells in rising order.
    pub(super) fn finish(mut self) -> Result<Vec<Sheet>, TabularError> {
        self.sheets.iter_mut().for_each(put_in_order);
        if self.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(TabularError::NothingInside);
        }
        Ok(self.sheets)
    }

    fn too_many(&self) -> TabularError {
        let sheet = self
            .sheets
            .last()
            .map(|sheet| sheet.name.clone())
            .unwrap_or_default();
        let limit = if self.places > self.limits.places {
            self.limits.places
        } else if self.cells > self.limits.cells {
            self.limits.cells
        } else {
            self.limits.text_bytes
        };
        TabularError::TooManyCells { sheet, limit }
    }
}

/// Files normally come in order; one that does not is put in order here, the
/// first cell of a place counting.
fn put_in_order(sheet: &mut Sheet) {
    if !sheet.rows.is_sorted_by(|a, b| a.index < b.index) {
        sheet.rows.sort_by_key(|row| row.index);
        let mut merged: Vec<Row> = Vec::with_capacity(sheet.rows.len());
        for row in sheet.rows.drain(..) {
            match merged.last_mut() {
                Some(last) if last.index == row.index => last.cells.extend(row.cells),
                _ => merged.push(row),
            }
        }
        sheet.rows = merged;
    }
    for row in &mut sheet.rows {
        if !row.cells.is_sorted_by(|a, b| a.0 < b.0) {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
        }
    }
}

fn is_blank(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.chars().all(char::is_whitespace))
}

fn text_bytes(cell: &Cell) -> u64 {
    let length = match cell {
        Cell::Text(text)
        | Cell::Number(text)
        | Cell::HugeNumber(text)
        | Cell::Time(text)
        | Cell::DateTime(_, text)
        | Cell::Formula(text)
        | Cell::Error(text) => text.len(),
        Cell::Date(_) | Cell::Bool(_) => 0,
    };
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The cell for a number text, which may be in scientific notation.
pub(super) fn number_cell(text: &str) -> Cell {
    match crate::text::parse_number(&text.replace(',', "")) {
        Ok(reading) => Cell::Number(reading.under(crate::text::SeparatorStyle::PointDecimal)),
        Err(crate::text::NumberError::OutOfRange) => Cell::HugeNumber(text.to_owned()),
        Err(crate::text::NumberError::NotANumber) => Cell::Text(crate::text::nfc(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_out_of_order_are_put_in_order() {
        let mut quiet = |_| ControlFlow::Continue(());
        let mut intake = Intake::new(Limits::default(), &mut quiet);
        intake.begin_sheet("a", true).unwrap();
        for (row, column, text) in [(3, 1, "d"), (1, 0, "a"), (3, 0, "c"), (1, 1, "b")] {
            intake
                .cell(row, column, Cell::Text(text.to_owned()))
                .unwrap();
        }
        let sheets = intake.finish().unwrap();
        let places: Vec<_> = sheets[0]
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|(at, _)| (row.index, *at)))
            .collect();
        assert_eq!(places, [(1, 0), (1, 1), (3, 0), (3, 1)]);
    }

    #[test]
    fn reading_stops_at_the_limit_and_on_cancel() {
        let limits = Limits {
            cells: 2,
            ..Limits::default()
        };
        let mut quiet = |_| ControlFlow::Continue(());
        let mut intake = Intake::new(limits, &mut quiet);
        intake.begin_sheet("lớn", true).unwrap();
        intake.cell(0, 0, Cell::Bool(true)).unwrap();
        intake.cell(0, 1, Cell::Bool(true)).unwrap();
        let expected = TabularError::TooManyCells {
            sheet: "lớn".to_owned(),
            limit: 2,
        };
        assert_eq!(intake.cell(0, 2, Cell::Bool(true)), Err(expected));

        let mut cancelling = |_| ControlFlow::Break(());
        let mut intake = Intake::new(Limits::default(), &mut cancelling);
        assert_eq!(intake.begin_sheet("a", true), Err(TabularError::Cancelled));
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(number_cell("1.234"), Cell::Number("1.234".to_owned()));
        assert_eq!(number_cell("1E-3"), Cell::Number("0.001".to_owned()));
        assert_eq!(number_cell("1e300"), Cell::HugeNumber("1e300".to_owned()));
    }
}
