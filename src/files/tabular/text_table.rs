//! Reads separated text: csv, tsv and what the clipboard holds as text.

use super::intake::Intake;
use super::{Cell, Separator, TabularError};

/// Lines looked at to find the separator.
const SNIFFED_LINES: usize = 60;

impl Separator {
    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Reads the text as one nameless sheet and says which separator it has.
///
/// With `separator` the caller knows it (the clipboard: a tab); else a line
/// `sep=;` or the most regular one decides.
pub(super) fn read_text(
    text: &str,
    separator: Option<Separator>,
    intake: &mut Intake<'_>,
) -> Result<Separator, TabularError> {
    let text = with_plain_line_ends(text);
    let (stated, body, first_line) = stated_separator(&text);
    let separator = separator.or(stated).unwrap_or_else(|| sniff(body));
    intake.begin_sheet("", true)?;
    intake.pass(count_of(body, separator.byte()))?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(body.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut row = first_line;
    let mut expected_line = 1;
    while reader
        .read_record(&mut record)
        .map_err(|_| TabularError::Damaged {
            part: String::new(),
        })?
    {
        let breaks_inside = record.iter().map(line_breaks).sum::<u64>();
        let next_line = reader.position().line();
        let own_line = next_line.saturating_sub(breaks_inside + 1);
        // The reader passes over blank lines, which are rows to a person.
        row += u32::try_from(own_line.saturating_sub(expected_line)).unwrap_or(0);
        for (column, field) in record.iter().enumerate() {
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            intake.cell(row, column, Cell::Text(unescaped(field)))?;
        }
        expected_line = next_line;
        row += 1;
    }
    Ok(separator)
}

/// Every line ended by one line feed, the last one too, so that lines can be counted.
fn with_plain_line_ends(text: &str) -> String {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn line_breaks(field: &str) -> u64 {
    count_of(field, b'\n')
}

fn count_of(text: &str, wanted: u8) -> u64 {
    let found = text.bytes().filter(|byte| *byte == wanted).count();
    u64::try_from(found).unwrap_or(u64::MAX)
}

/// Excel's own first line `sep=;`, the text after it and how many lines it took.
fn stated_separator(text: &str) -> (Option<Separator>, &str, u32) {
    let Some(rest) = text.strip_prefix("sep=") else {
        return (None, text, 0);
    };
    let separator = match rest.chars().next() {
        Some(',') => Separator::Comma,
        Some(';') => Separator::Semicolon,
        Some('\t') => Separator::Tab,
        _ => return (None, text, 0),
    };
    let body = &rest[1..];
    (Some(separator), body.strip_prefix('\n').unwrap_or(body), 1)
}

/// The separator that cuts the most lines into the same number of columns; a
/// comma inside numbers or titles varies from line to line and so loses.
fn sniff(text: &str) -> Separator {
    let candidates = [Separator::Tab, Separator::Semicolon, Separator::Comma];
    let best = candidates
        .into_iter()
        .rev()
        .max_by_key(|separator| regularity(text, *separator));
    best.unwrap_or(Separator::Comma)
}

/// (lines with the most frequent number of columns, that number), 0 for one column.
fn regularity(text: &str, separator: Separator) -> (usize, usize) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(text.as_bytes());
    let mut lines_by_width = std::collections::BTreeMap::new();
    for record in reader
        .records()
        .take(SNIFFED_LINES)
        .flatten()
        .filter(|record| record.len() > 1)
    {
        *lines_by_width.entry(record.len()).or_insert(0_usize) += 1;
    }
    lines_by_width
        .into_iter()
        .map(|(width, lines)| (lines, width))
        .max()
        .unwrap_or((0, 0))
}

/// `="00123"`, which keeps leading zeros in Excel, as `00123`.
fn unescaped(field: &str) -> String {
    let inner = field
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(field).to_owned()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::super::{Limits, Sheet};
    use super::*;

    fn sheet(text: &str, separator: Option<Separator>) -> (Sheet, Separator) {
        let mut quiet = |_| ControlFlow::Continue(());
        let mut intake = Intake::new(Limits::default(), &mut quiet);
        let separator = read_text(text, separator, &mut intake).unwrap();
        (intake.finish().unwrap().remove(0), separator)
    }

    fn shown(sheet: &Sheet, row: u32, column: u32) -> String {
        sheet.cell(row, column).map(Cell::shown).unwrap_or_default()
    }

    #[test]
    fn the_separator_is_found_under_title_lines_and_beside_decimal_commas() {
        let text = "DANH SÁCH NHIỆM VỤ, NĂM 2026\nMã;Hệ số;Giao\nA;1,5;2,5\nB;2,0;3,5\n";
        let (sheet, separator) = sheet(text, None);
        assert_eq!(separator, Separator::Semicolon);
        assert_eq!(shown(&sheet, 2, 1), "1,5");
    }

    #[test]
    fn commas_and_tabs_are_found_too() {
        assert_eq!(sheet("a,b,c\n1,2,3\n", None).1, Separator::Comma);
        assert_eq!(sheet("a\tb, c\n1\t2\n", None).1, Separator::Tab);
    }

    #[test]
    fn excels_own_separator_line_decides_and_keeps_row_numbers() {
        let (sheet, separator) = sheet("sep=;\r\na;b\r\n1;2\r\n", None);
        assert_eq!(separator, Separator::Semicolon);
        assert_eq!(shown(&sheet, 1, 0), "a");
    }

    #[test]
    fn quotes_blank_lines_and_breaks_inside_cells_keep_row_numbers() {
        let (sheet, _) = sheet("a,b\n\n\"x\ny\",\"nói \"\"thế\"\"\"\nz,w\n", None);
        assert_eq!(shown(&sheet, 2, 0), "x\ny");
        assert_eq!(shown(&sheet, 2, 1), "nói \"thế\"");
        assert_eq!(shown(&sheet, 3, 0), "z");
    }

    #[test]
    fn a_code_with_leading_zeros_survives_excels_escape() {
        let (sheet, _) = sheet("ma,ten\n=\"00123\",a\n", None);
        assert_eq!(shown(&sheet, 1, 0), "00123");
    }

    #[test]
    fn a_clipboard_block_is_cut_at_tabs_only() {
        let (sheet, _) = sheet("a, b; c\n", Some(Separator::Tab));
        assert_eq!(shown(&sheet, 0, 0), "a, b; c");
    }
}
