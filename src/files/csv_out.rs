//! Tables as csv that Excel opens by double click: UTF-8 with byte order mark,
//! semicolons, decimal comma, and no text that a spreadsheet would run.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use thiserror::Error;

use crate::domain::Day;
use crate::text::{format_date, format_number};

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvCell {
    /// Nothing.
    Empty,
    /// Text; made harmless when a spreadsheet would take it for a formula.
    Text(String),
    /// A decimal text with a point, written with a decimal comma.
    Number(String),
    /// A day, written dd/mm/yyyy.
    Day(Day),
}

/// Why no csv could be written.
#[derive(Debug, Error)]
pub enum CsvOutError {
    /// A row could not be written.
    #[error("could not write a row: {0}")]
    Row(#[from] csv::Error),
    /// The end could not be written.
    #[error("could not finish the table: {0}")]
    End(#[from] std::io::Error),
}

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The table as a csv file.
///
/// A text that begins with `=`, `+`, `-`, `@` (also in their wide forms), a tab or
/// a line break gets an apostrophe before it, which spreadsheets show but do not run.
///
/// # Errors
/// [`CsvOutError`] when a row cannot be written.
///
/// # Example
/// ```
/// use congtam::files::csv_out::{CsvCell, write_csv};
/// let rows = [vec![CsvCell::Text("=1+1".into()), CsvCell::Number("-2.5".into())]];
/// let bytes = write_csv(&["Tên", "Điểm"], rows);
/// assert_eq!(bytes.as_deref().ok(), Some("\u{FEFF}Tên;Điểm\r\n'=1+1;-2,5\r\n".as_bytes()));
/// ```
pub fn write_csv(
    headers: &[&str],
    rows: impl IntoIterator<Item = Vec<CsvCell>>,
) -> Result<Vec<u8>, CsvOutError> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(headers.iter().map(|header| harmless(header)))?;
    for row in rows {
        writer.write_record(row.into_iter().map(written))?;
    }
    writer
        .into_inner()
        .map_err(|error| CsvOutError::End(error.into_error()))
}

fn written(cell: CsvCell) -> String {
    match cell {
        CsvCell::Empty => String::new(),
        CsvCell::Text(text) => harmless(&text),
        CsvCell::Number(decimal) => format_number(&decimal),
        CsvCell::Day(day) => format_date(day),
    }
}

fn harmless(text: &str) -> String {
    let starts_formula = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    };
    // Spreadsheets trim spaces before they decide.
    if text.starts_with(starts_formula) || text.trim_start().starts_with(starts_formula) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn csv(cells: Vec<CsvCell>) -> String {
        let bytes = write_csv(&["a"], [cells]).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        text.strip_prefix("\u{FEFF}a\r\n").unwrap().to_owned()
    }

    #[test]
    fn texts_that_would_run_as_formulas_are_made_harmless() {
        for text in ["=1+1", "+84", "-x", "@SUM(A1)", " =1", "＝1"] {
            assert_eq!(
                csv(vec![CsvCell::Text(text.to_owned())]),
                format!("'{text}\r\n")
            );
        }
        assert_eq!(csv(vec![CsvCell::Text("A=B".to_owned())]), "A=B\r\n");
    }

    #[test]
    fn a_negative_number_stays_a_number() {
        assert_eq!(csv(vec![CsvCell::Number("-0.25".to_owned())]), "-0,25\r\n");
    }

    #[test]
    fn separators_quotes_and_line_breaks_are_quoted() {
        assert_eq!(
            csv(vec![
                CsvCell::Text("a;b".to_owned()),
                CsvCell::Text("\"x\"".to_owned()),
                CsvCell::Text("một\nhai".to_owned()),
                CsvCell::Empty,
            ]),
            "\"a;b\";\"\"\"x\"\"\";\"một\nhai\";\r\n"
        );
    }

    #[test]
    fn days_are_written_as_people_write_them() {
        let day = Day::from_ymd_opt(2026, 8, 5).unwrap();
        assert_eq!(csv(vec![CsvCell::Day(day)]), "05/08/2026\r\n");
    }
}
