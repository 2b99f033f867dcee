//! Reads a sheet by a mapping into typed rows, with every problem and every skipped row.

use std::collections::{BTreeMap, BTreeSet};

use super::conversion::{self, Conversion};
use super::header::{Header, header_at};
use super::row_kind::{MergedColumns, RowReader};
use super::value::{Parsed, Shape, parse_cell, shape};
use super::{
    CellProblem, Field, Mapping, ProblemReason, RawRow, RawTable, RawValue, SkipReason, SkippedRow,
    TableKind, criteria, word,
};
use crate::domain::Decimal;
use crate::files::tabular::{Cell, Row, Sheet, Workbook, column_letters};
use crate::text::{NumberReading, SeparatorStyle, collapse_spaces, header_key, parse_number};

const SKIPPED_TEXT: usize = 120;

/// What a person has answered where the file is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExtractOptions {
    /// Points of the standard product of a catalogue.
    pub standard_points: Option<Decimal>,
    /// Decimals a computed coefficient is rounded to.
    pub coefficient_decimals: Option<u8>,
    /// How numbers are written where "1.234" is ambiguous.
    pub separators: Option<SeparatorStyle>,
}

/// Reads one sheet by a mapping. Nothing is lost: a row is a record or skipped
/// with a reason, a cell gives a value, a problem, or both.
///
/// An unknown sheet index gives an empty table.
#[must_use]
pub fn extract(
    workbook: &Workbook,
    sheet: usize,
    mapping: &Mapping,
    options: &ExtractOptions,
) -> RawTable {
    let Some(sheet) = workbook.sheets.get(sheet) else {
        return RawTable::empty(String::new(), mapping);
    };
    let header = header_at(sheet, mapping.header_row, mapping.header_rows);
    let mut reader = TableReader {
        rows: RowReader::new(sheet, mapping, &header),
        merges: MergedColumns::below(sheet, header.first_data_row()),
        style: options
            .separators
            .or_else(|| style_of(sheet, mapping, &header)),
        table: RawTable::empty(sheet.name.clone(), mapping),
        section: None,
        totals: Vec::new(),
    };
    reader.table.headers = header
        .columns
        .iter()
        .map(|words| (words.column, words.parts.join(" – ")))
        .collect();
    reader.table.titles = titles(sheet, mapping.header_row);
    for row in sheet
        .rows
        .iter()
        .filter(|row| row.index >= header.first_data_row())
    {
        reader.row(row);
    }
    let TableReader {
        mut table, totals, ..
    } = reader;
    match mapping.kind {
        TableKind::Catalogue => conversion::complete(
            &mut table,
            &Conversion::of(workbook, sheet, mapping, options),
            sheet,
        ),
        TableKind::GeneralCriteria => criteria::check_sums(&mut table, &totals),
        _ => {}
    }
    find_missing(&mut table);
    find_duplicates(&mut table);
    table.problems.sort_by_key(|problem| problem.row);
    table
}

impl RawTable {
    pub(super) fn empty(sheet: String, mapping: &Mapping) -> Self {
        Self {
            sheet,
            kind: mapping.kind,
            mapping: mapping.clone(),
            headers: BTreeMap::new(),
            titles: Vec::new(),
            rows: Vec::new(),
            problems: Vec::new(),
            skipped: Vec::new(),
            catalogue: None,
        }
    }

    /// Replaces one cell by what a person typed instead, as in a correction
    /// before importing; its earlier problems are gone when the new text is right.
    ///
    /// Rows count from 1, as shown. A blank text empties the cell.
    ///
    /// # Errors
    /// The problem of the new text; the table is unchanged then.
    pub fn correct(&mut self, row: u32, field: Field, text: &str) -> Result<(), Box<CellProblem>> {
        let cell = Cell::Text(crate::text::nfc(text));
        let parsed = if text.trim().is_empty() {
            Parsed::default()
        } else {
            parse_cell(self.kind, field, &cell, None)
        };
        if let (None, Some((reason, suggestion))) = (&parsed.value, parsed.problem) {
            return Err(Box::new(self.problem_at(
                row,
                field,
                text.to_owned(),
                reason,
                suggestion,
                true,
            )));
        }
        self.set(row, field, parsed.value);
        Ok(())
    }

    /// Replaces one cell by a value, as when a person takes a suggestion; its
    /// problems are gone then. Rows count from 1.
    pub fn set(&mut self, row: u32, field: Field, value: Option<RawValue>) {
        if let Some(record) = self.rows.iter_mut().find(|record| record.row == row) {
            match value {
                Some(value) => record.values.insert(field, value),
                None => record.values.remove(&field),
            };
        }
        self.problems
            .retain(|problem| problem.row != row || problem.field != field);
        self.problems
            .retain(|problem| problem.reason != ProblemReason::RequiredMissing);
        find_missing(self);
        self.problems.sort_by_key(|problem| problem.row);
    }

    pub(super) fn problem_at(
        &self,
        row: u32,
        field: Field,
        value: String,
        reason: ProblemReason,
        suggestion: Option<super::Suggestion>,
        blocking: bool,
    ) -> CellProblem {
        let column = self.mapping.column(field);
        CellProblem {
            sheet: self.sheet.clone(),
            row,
            column: column.map(column_letters).unwrap_or_default(),
            header: column
                .and_then(|at| self.headers.get(&at).cloned())
                .unwrap_or_default(),
            field,
            value,
            reason,
            suggestion,
            blocking,
        }
    }
}

struct TableReader<'a> {
    rows: RowReader<'a>,
    merges: MergedColumns,
    style: Option<SeparatorStyle>,
    table: RawTable,
    section: Option<String>,
    /// Total rows with what they hold, to be checked where a sum is known.
    totals: Vec<RawRow>,
}

impl<'a> TableReader<'a> {
    fn row(&mut self, row: &'a Row) {
        match self.rows.skip(row) {
            None => {
                let record = self.values(row, true);
                self.table.rows.push(record);
            }
            Some(reason) => {
                if reason == SkipReason::Heading {
                    self.section = Some(self.rows.heading_text(row));
                } else if reason == SkipReason::Total {
                    let total = self.values(row, false);
                    self.totals.push(total);
                }
                self.table.skipped.push(SkippedRow {
                    row: row.index + 1,
                    text: shown_row(row),
                    reason,
                });
            }
        }
    }

    fn values(&mut self, row: &'a Row, report: bool) -> RawRow {
        let kind = self.table.kind;
        let mut values = BTreeMap::new();
        for (column, field) in &self.rows.mapping.columns {
            let Some(cell) = self.rows.cell(row, *column, *field, &self.merges) else {
                continue;
            };
            let Parsed { value, problem } = parse_cell(kind, *field, cell, self.style);
            if let Some((reason, suggestion)) = problem.filter(|_| report) {
                let blocking = value.is_none();
                let found = self.table.problem_at(
                    row.index + 1,
                    *field,
                    cell.shown(),
                    reason,
                    suggestion,
                    blocking,
                );
                self.table.problems.push(found);
            }
            values.extend(value.map(|value| (*field, value)));
        }
        if kind == TableKind::Staff && !values.contains_key(&Field::Role) {
            values.extend(role_from_title(&values).map(|role| (Field::Role, role)));
        }
        RawRow {
            row: row.index + 1,
            section: self.section.clone(),
            values,
        }
    }
}

/// Without a column for it, the role follows from a title that says it clearly.
fn role_from_title(values: &BTreeMap<Field, RawValue>) -> Option<RawValue> {
    match values.get(&Field::Title) {
        Some(RawValue::Text(title)) => word::role(&header_key(title)).map(RawValue::Role),
        _ => None,
    }
}

/// The one style the unambiguous numbers of the sheet show; nothing when they disagree.
fn style_of(sheet: &Sheet, mapping: &Mapping, header: &Header) -> Option<SeparatorStyle> {
    let is_number = |field: Field| {
        matches!(
            shape(mapping.kind, field),
            Shape::Decimal | Shape::DecimalOrRange
        )
    };
    let columns: Vec<u32> = mapping
        .columns
        .iter()
        .filter(|(_, field)| is_number(*field))
        .map(|(at, _)| *at)
        .collect();
    let rows = sheet
        .rows
        .iter()
        .filter(|row| row.index >= header.first_data_row());
    let cells = rows.flat_map(|row| columns.iter().filter_map(|at| row.cell(*at)));
    let mut styles = cells.filter_map(|cell| match cell {
        Cell::Text(text) => match parse_number(text) {
            Ok(NumberReading::Sure { style, .. }) => style,
            _ => None,
        },
        _ => None,
    });
    let first = styles.next()?;
    styles.all(|style| style == first).then_some(first)
}

fn titles(sheet: &Sheet, header_row: u32) -> Vec<String> {
    let above = sheet.rows.iter().take_while(|row| row.index < header_row);
    above
        .map(shown_row)
        .filter(|text| !text.is_empty())
        .collect()
}

fn shown_row(row: &Row) -> String {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(|(_, cell)| collapse_spaces(&cell.shown()))
        .collect();
    texts.join(" · ").chars().take(SKIPPED_TEXT).collect()
}

/// One problem for each required field a record lacks, unless its cell has one already.
fn find_missing(table: &mut RawTable) {
    let with_problem: BTreeSet<(u32, Field)> = table
        .problems
        .iter()
        .map(|one| (one.row, one.field))
        .collect();
    let mut missing = Vec::new();
    for row in &table.rows {
        for any in table.kind.required() {
            let has_problem = |field: &Field| with_problem.contains(&(row.row, *field));
            if !any.iter().any(|field| row.values.contains_key(field))
                && !any.iter().any(has_problem)
            {
                let field = any
                    .iter()
                    .find(|field| table.mapping.column(**field).is_some())
                    .unwrap_or(&any[0]);
                missing.push(table.problem_at(
                    row.row,
                    *field,
                    String::new(),
                    ProblemReason::RequiredMissing,
                    None,
                    true,
                ));
            }
        }
    }
    table.problems.extend(missing);
}

/// A code that stands twice; both records stay, the import decides.
fn find_duplicates(table: &mut RawTable) {
    let key = match table.kind {
        TableKind::Staff => Field::PersonCode,
        TableKind::Catalogue => Field::ProductCode,
        TableKind::Tasks => Field::TaskCode,
        TableKind::Complaints => Field::ComplaintNumber,
        TableKind::GeneralCriteria | TableKind::Incidents | TableKind::GeneralScores => return,
    };
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for row in &table.rows {
        let Some(code) = row.text(key) else { continue };
        let first_row = *first_rows
            .entry(crate::text::search_key(code))
            .or_insert(row.row);
        if first_row != row.row {
            let reason = ProblemReason::Duplicate { first_row };
            found.push(table.problem_at(row.row, key, code.to_owned(), reason, None, false));
        }
    }
    table.problems.extend(found);
}
