//! Finds header rows and reads the words above each column.

use super::HeaderColumn;
use crate::files::tabular::{Cell, Row, Sheet};
use crate::text::{collapse_spaces, header_key};

/// Title rows seldom take more.
const ROWS_LOOKED_AT: usize = 40;
/// A header with its groups of columns.
const MOST_HEADER_ROWS: u32 = 3;
const SAMPLES: usize = 3;

/// One possible header: where it stands and what its columns say.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) row: u32,
    pub(super) rows: u32,
    pub(super) columns: Vec<Words>,
}

/// What stands above one column, from the top row of the header to the lowest.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) column: u32,
    /// The texts as written, without repeats.
    pub(super) parts: Vec<String>,
    /// Keys worth comparing with aliases, the most telling first.
    pub(super) keys: Vec<String>,
}

/// How many columns are looked at. Each is often, and nobody's table is wider than a thousand.
pub(super) fn width_of(sheet: &Sheet) -> u32 {
    sheet.width().min(1_024)
}

/// Every possible header among the first rows, of one row and of several.
pub(super) fn candidates(sheet: &Sheet) -> Vec<Header> {
    let width = width_of(sheet);
    let rows: Vec<&Row> = sheet
        .rows
        .iter()
        .take(ROWS_LOOKED_AT)
        .filter(|row| could_head(sheet, row))
        .collect();
    let depths = |row: &&Row| {
        let first = row.index;
        (1..=MOST_HEADER_ROWS)
            .take_while(move |depth| {
                *depth == 1 || belongs_together(sheet, first, first + depth - 1)
            })
            .map(move |depth| header_within(sheet, first, depth, width))
    };
    rows.iter().flat_map(depths).collect()
}

/// The header a mapping names, for showing and for finding its repetitions.
pub(super) fn header_at(sheet: &Sheet, row: u32, rows: u32) -> Header {
    header_within(sheet, row, rows, width_of(sheet))
}

fn header_within(sheet: &Sheet, row: u32, rows: u32, width: u32) -> Header {
    let columns = (0..width)
        .filter_map(|column| words_above(sheet, row, rows, column))
        .collect();
    Header { row, rows, columns }
}

impl Header {
    /// The first row below the header.
    pub(super) fn first_data_row(&self) -> u32 {
        self.row + self.rows
    }

    /// Identifies the header: its columns with their keys.
    pub(super) fn signature(&self) -> String {
        let named =
            |words: &Words| format!("{}={}", words.column, header_key(&words.parts.join(" ")));
        self.columns.iter().map(named).collect::<Vec<_>>().join("|")
    }

    /// The columns for showing, with samples of what stands below.
    pub(super) fn shown(&self, sheet: &Sheet) -> Vec<HeaderColumn> {
        let below = sheet
            .rows
            .iter()
            .skip_while(|row| row.index < self.first_data_row());
        let below: Vec<&Row> = below
            .filter(|row| !is_column_numbers(row))
            .take(20)
            .collect();
        let samples = |column| {
            below
                .iter()
                .filter_map(|row| row.cell(column))
                .map(Cell::shown)
                .take(SAMPLES)
                .collect()
        };
        let shown = |words: &Words| HeaderColumn {
            column: words.column,
            header: words.parts.join(" – "),
            samples: samples(words.column),
        };
        self.columns.iter().map(shown).collect()
    }
}

/// "(1) (2) (3)", "A B 1 2", "(7)=(5)x(6)": numbers of columns below a header.
pub(super) fn is_column_numbers(row: &Row) -> bool {
    let mut numbers = 0_u32;
    let mut last = 0_u32;
    for (_, cell) in &row.cells {
        let shown = cell.shown();
        let text = shown.trim().trim_start_matches(['(', '[']);
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text[digits.len()..].trim_start_matches([')', ']', ' ']);
        let is_formula = rest.is_empty() || rest.starts_with('=');
        match digits.parse::<u32>() {
            Ok(number) if is_formula && number > last && number < 100 => {
                numbers += 1;
                last = number;
            }
            _ if text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase()) => {}
            _ => return false,
        }
    }
    // Short rows of data can look like this, but not from 1 on.
    numbers >= 3 && last <= u32::try_from(row.cells.len()).unwrap_or(u32::MAX) + 1
}

/// A header row holds at least two short texts and hardly any number or date.
fn could_head(sheet: &Sheet, row: &Row) -> bool {
    let texts = row
        .cells
        .iter()
        .filter(|(_, cell)| matches!(cell, Cell::Text(_)))
        .count();
    let spans_all = sheet.merges.iter().any(|range| {
        range.first_row == row.index
            && row.cells.len() == 1
            && range.last_column > range.first_column + 1
    });
    let prose = row
        .cells
        .iter()
        .any(|(_, cell)| matches!(cell, Cell::Text(text) if is_sentence(text)));
    !prose && texts >= 2 && texts * 2 > row.cells.len() && !spans_all && !is_column_numbers(row)
}

/// "Ngày/tháng/năm, ví dụ 05/08/1985." explains a column and is no header of one.
fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with('.') && text.split_whitespace().count() > 2
}

/// Whether a lower row still is part of the header that begins at `first`:
/// merged ranges reach into it, or it fills gaps with short texts.
fn belongs_together(sheet: &Sheet, first: u32, row: u32) -> bool {
    let Some(lower) = sheet.row(row) else {
        return false;
    };
    let all_short_text = lower.cells.iter().all(|(_, cell)| match cell {
        Cell::Text(text) => text.chars().count() <= 80 && !is_sentence(text),
        Cell::Number(number) => number.len() <= 2,
        _ => false,
    });
    if !all_short_text || is_column_numbers(lower) {
        return false;
    }
    let reaches_down = sheet.merges.iter().any(|range| {
        (first..row).contains(&range.first_row)
            && range.last_row >= row
            && range.last_row < first + MOST_HEADER_ROWS
    });
    let groups = sheet.merges.iter().any(|range| {
        (first..row).contains(&range.first_row)
            && range.last_row < row
            && range.last_column > range.first_column
    });
    let fills_gap = sheet.merges.is_empty()
        && lower
            .cells
            .iter()
            .any(|(column, _)| sheet.cell(row - 1, *column).is_none())
        && lower.cells.len() >= 2;
    reaches_down || groups || fills_gap
}

fn words_above(sheet: &Sheet, row: u32, rows: u32, column: u32) -> Option<Words> {
    let mut parts: Vec<String> = Vec::new();
    for at in row..row + rows {
        let is_last = at + 1 == row + rows;
        let cell = sheet.cell_through_merge(at, column).or_else(|| {
            // Without merged ranges (csv) the title of a group stands over its first column only.
            let below = !is_last && sheet.merges.is_empty() && sheet.cell(at + 1, column).is_some();
            below.then(|| nearest_left(sheet, at, column)).flatten()
        });
        let text = cell
            .map(|cell| collapse_spaces(&cell.shown()))
            .unwrap_or_default();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    (!parts.is_empty()).then(|| Words {
        column,
        keys: keys_of(&parts),
        parts,
    })
}

fn nearest_left(sheet: &Sheet, row: u32, column: u32) -> Option<&Cell> {
    let cells = &sheet.row(row)?.cells;
    cells
        .iter()
        .rev()
        .find(|(at, _)| *at < column)
        .map(|(_, cell)| cell)
}

/// All parts together, the lowest alone, and both without what stands in brackets.
fn keys_of(parts: &[String]) -> Vec<String> {
    let together = parts.join(" ");
    let mut keys = vec![header_key(&together)];
    let lowest = parts.last().map_or("", String::as_str);
    for text in [
        without_brackets(&together).as_str(),
        lowest,
        without_brackets(lowest).as_str(),
    ] {
        let key = header_key(text);
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}
