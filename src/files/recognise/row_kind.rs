//! Tells the rows that are records from totals, headings, examples and what stands below a table.

use std::collections::BTreeMap;

use super::header::{Header, Words, is_column_numbers};
use super::value::{Shape, shape};
use super::{Field, Mapping, SkipReason};
use crate::files::tabular::{Cell, Row, Sheet};
use crate::text::{header_initial, header_key};

/// A label that, alone, heads a total.
const TOTALS: &[&str] = &[
    "tong cong",
    "cong",
    "tong",
    "tong so",
    "tong diem",
    "tong hop",
    "cong tong",
    "tong so diem",
    "tong he so",
];
/// What signature blocks and notes below a table begin with.
const BELOW: &[&str] = &[
    "nguoi lap",
    "lap bieu",
    "nguoi lap bieu",
    "thu truong",
    "noi nhan",
    "tm",
    "kt",
    "ky ten",
    "xac nhan",
    "nguoi tong hop",
    "ngay thang",
    "chu tich",
    "luu y",
    "ghi chu",
    "pho chu tich",
    "chanh van phong",
    "danh sach nay",
    "bang nay gom",
    "an dinh danh sach",
];

/// What the rows of one table are compared with.
pub(super) struct RowReader<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) mapping: &'a Mapping,
    pub(super) header: &'a Header,
    /// The first row of what stands below the table.
    below_from: Option<u32>,
    /// What the header says above each column, as keys.
    header_keys: BTreeMap<u32, Vec<String>>,
    /// Where the ordinal numbers stand.
    ordinal: Option<u32>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(sheet: &'a Sheet, mapping: &'a Mapping, header: &'a Header) -> Self {
        let ordinal = mapping.column(Field::Ordinal);
        let rows = sheet
            .rows
            .iter()
            .filter(|row| row.index >= header.first_data_row());
        let numbered =
            rows.filter(|row| ordinal.and_then(|at| row.cell(at)).is_some_and(is_arabic));
        let last_numbered = numbered.map(|row| row.index).max();
        let keys = |words: &Words| {
            let keys = words.parts.iter().map(|part| header_key(part));
            (words.column, keys.filter(|key| !key.is_empty()).collect())
        };
        Self {
            sheet,
            mapping,
            header,
            below_from: below_from(sheet, header, last_numbered),
            header_keys: header.columns.iter().map(keys).collect(),
            ordinal,
        }
    }

    /// Why the row is no record; nothing for a record.
    pub(super) fn skip(&self, row: &Row) -> Option<SkipReason> {
        if row.index < self.header.first_data_row() + 2 && is_column_numbers(row) {
            return Some(SkipReason::ColumnNumbers);
        }
        if self.repeats_header(row) {
            return Some(SkipReason::RepeatedHeader);
        }
        let ordinal = self.ordinal(row);
        if ordinal.is_some_and(is_example_mark) {
            return Some(SkipReason::Example);
        }
        if self.is_total(row) {
            return Some(SkipReason::Total);
        }
        if ordinal.is_some_and(is_arabic) {
            return (row.cells.len() == 1).then_some(SkipReason::OnlyOrdinal);
        }
        if self.below_from.is_some_and(|first| row.index >= first) {
            return Some(SkipReason::BelowTable);
        }
        self.is_heading(row).then_some(SkipReason::Heading)
    }

    /// The words of a heading row, without its number.
    pub(super) fn heading_text(&self, row: &Row) -> String {
        let ordinal = self.mapping.column(Field::Ordinal);
        let texts = |with_ordinal: bool| {
            let cells = row
                .cells
                .iter()
                .filter(move |(at, _)| with_ordinal || Some(*at) != ordinal);
            cells
                .map(|(_, cell)| cell)
                .filter(|cell| matches!(cell, Cell::Text(_)))
                .map(Cell::shown)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let label = texts(false);
        crate::text::collapse_spaces(&if label.is_empty() { texts(true) } else { label })
    }

    fn ordinal<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        self.ordinal.and_then(|at| row.cell(at))
    }

    /// Most cells say what the header says. Nearly every row is a record, so
    /// the search ends as soon as the first few texts are none of the header's.
    fn repeats_header(&self, row: &Row) -> bool {
        let mut equal = 0;
        let mut other = 0;
        for (column, cell) in &row.cells {
            let keys = self.header_keys.get(column);
            match (cell, keys) {
                (Cell::Text(text), Some(keys)) if says_one_of(text, keys) => equal += 1,
                (Cell::Text(_), _) => other += 1,
                _ => {}
            }
            if other > 2 && equal == 0 {
                return false;
            }
        }
        equal >= 2 && equal * 10 >= row.cells.len() * 7
    }

    /// The label stands alone: no other text field is filled. A task whose name
    /// merely contains the words, or that has a person or a code, is a record.
    fn is_total(&self, row: &Row) -> bool {
        if self.ordinal(row).is_some_and(is_arabic) {
            return false;
        }
        let texts: Vec<&Cell> = row
            .cells
            .iter()
            .map(|(_, cell)| cell)
            .filter(|cell| matches!(cell, Cell::Text(_)))
            .collect();
        let Some((first, others)) = texts.split_first() else {
            return false;
        };
        let numeric = |cell: &&Cell| crate::text::parse_number(&cell.shown()).is_ok();
        others.iter().all(numeric) && TOTALS.contains(&header_key(&first.shown()).as_str())
    }

    fn is_heading(&self, row: &Row) -> bool {
        let words = row
            .cells
            .iter()
            .filter(|(_, cell)| matches!(cell, Cell::Text(_)))
            .count();
        let others_are_numbers = row
            .cells
            .iter()
            .all(|(_, cell)| matches!(cell, Cell::Text(_) | Cell::Number(_) | Cell::Formula(_)));
        if words == 0 || words > 2 || !others_are_numbers || self.is_criteria() {
            return false;
        }
        if self.ordinal(row).is_some_and(is_outline_mark) {
            return true;
        }
        if self.fills_required(row) {
            return false;
        }
        let (column, cell) = &row.cells[0];
        let text = cell.shown();
        let merged = self.sheet.merges.iter().any(|range| {
            range.first_row == row.index
                && range.first_column == *column
                && range.last_column > *column
        });
        let alone_in_ordinal =
            row.cells.len() == 1 && Some(*column) == self.mapping.column(Field::Ordinal);
        words == row.cells.len()
            && (merged || alone_in_ordinal || has_outline_mark(&text) || is_upper(&text))
    }

    /// In the list of criteria the parts (I, II, III) are rows with points of their own.
    fn is_criteria(&self) -> bool {
        self.mapping.kind == super::TableKind::GeneralCriteria
    }

    fn fills_required(&self, row: &Row) -> bool {
        let filled = |field: &Field| {
            self.mapping
                .column(*field)
                .is_some_and(|at| row.cell(at).is_some())
        };
        self.mapping
            .kind
            .required()
            .iter()
            .all(|any| any.iter().any(filled))
    }

    /// The cell of a field; texts merged over several rows count in each of them.
    pub(super) fn cell(
        &self,
        row: &'a Row,
        column: u32,
        field: Field,
        merges: &MergedColumns,
    ) -> Option<&'a Cell> {
        row.cell(column).or_else(|| {
            let fills_down = matches!(
                shape(self.mapping.kind, field),
                Shape::Text | Shape::LongText
            ) && field != Field::Ordinal;
            let first = merges.first_row(row.index, column).filter(|_| fills_down)?;
            self.sheet.cell(first, column)
        })
    }
}

/// Whether a text says one of these keys; most texts begin with another letter.
fn says_one_of(text: &str, keys: &[String]) -> bool {
    let Some(initial) = header_initial(text) else {
        return false;
    };
    keys.iter().any(|key| key.starts_with(initial)) && keys.contains(&header_key(text))
}

/// The first row after the last record that begins a signature block or a note.
///
/// With ordinal numbers the last of them ends the table; without, only narrow
/// rows to the end of the sheet can stand below it, and their first cell must say so.
fn below_from(sheet: &Sheet, header: &Header, last_numbered: Option<u32>) -> Option<u32> {
    let after = last_numbered.map_or(header.first_data_row(), |last| last + 1);
    let later = sheet.rows.iter().rev().take_while(|row| row.index >= after);
    let narrow = later.take_while(|row| row.cells.len() <= 3);
    let begins = |row: &&Row| {
        let mut keys = row.cells.iter().map(|(_, cell)| header_key(&cell.shown()));
        let looked_at = if last_numbered.is_some() {
            row.cells.len()
        } else {
            1
        };
        keys.by_ref().take(looked_at).any(|key| is_footer(&key))
    };
    narrow.filter(begins).map(|row| row.index).min()
}

fn is_footer(key: &str) -> bool {
    let starts = |word: &&str| {
        key.strip_prefix(*word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let dated = key.contains("ngay ") && key.contains(" thang ") && key.contains(" nam");
    dated || BELOW.iter().any(starts)
}

/// The ranges merged downwards, by column, for quick look-up.
#[derive(Debug, Default)]
pub(super) struct MergedColumns(BTreeMap<u32, Vec<(u32, u32)>>);

impl MergedColumns {
    pub(super) fn below(sheet: &Sheet, first_row: u32) -> Self {
        let mut columns = Self::default();
        for range in sheet
            .merges
            .iter()
            .filter(|range| range.last_row > range.first_row && range.first_row >= first_row)
        {
            columns
                .0
                .entry(range.first_column)
                .or_default()
                .push((range.first_row, range.last_row));
        }
        columns
            .0
            .values_mut()
            .for_each(|ranges| ranges.sort_unstable());
        columns
    }

    fn first_row(&self, row: u32, column: u32) -> Option<u32> {
        let ranges = self.0.get(&column)?;
        let at = ranges
            .partition_point(|(first, _)| *first <= row)
            .checked_sub(1)?;
        let (first, last) = ranges[at];
        (row <= last).then_some(first)
    }
}

/// 1, "1", "01", "1.", "1)".
fn is_arabic(cell: &Cell) -> bool {
    let (Cell::Text(text) | Cell::Number(text)) = cell else {
        return false;
    };
    let text = text.trim().trim_end_matches(['.', ')']);
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "I", "IV.", "A", "b)".
fn is_outline_mark(cell: &Cell) -> bool {
    let shown = cell.shown();
    let text = shown.trim().trim_end_matches(['.', ')', ':']);
    let roman = !text.is_empty()
        && text.len() <= 5
        && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let letter = text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
    roman || letter
}

/// "II. Phòng Kinh tế", "A - Văn phòng".
fn has_outline_mark(text: &str) -> bool {
    let Some((mark, _)) = text.trim().split_once(['.', ')', '-', ' ', ':']) else {
        return false;
    };
    !mark.is_empty() && is_outline_mark(&Cell::Text(mark.to_owned()))
}

fn is_upper(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && !text.chars().any(char::is_lowercase)
}

/// "VD", "Ví dụ 1", the mark of the example rows in our templates.
fn is_example_mark(cell: &Cell) -> bool {
    if !matches!(cell, Cell::Text(_)) {
        return false;
    }
    let key = header_key(&cell.shown());
    key == "vd" || key.starts_with("vd ") || key.starts_with("vi du")
}
