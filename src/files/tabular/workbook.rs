//! The grid every format is read into: sheets of sparse rows of typed cells.

use crate::domain::Day;

/// A whole file, whatever its format was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// What the content turned out to be.
    pub format: FileFormat,
    /// The sheets in their order in the file.
    pub sheets: Vec<Sheet>,
    /// What a person should know about how the file was read.
    pub findings: Vec<ReadFinding>,
}

/// The format of the content, which the file's name does not decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileFormat {
    /// Excel since 2007 (xlsx, xlsm).
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Text with separated columns, from a file or the clipboard.
    Text {
        /// How its bytes were read.
        encoding: TextEncoding,
        /// What stands between its columns.
        separator: Separator,
    },
    /// Tables of an html page, from a file (often named .xls) or the clipboard.
    Html,
}

/// How the bytes of a text file were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextEncoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The Vietnamese code page of old Windows.
    Windows1258,
}

/// What stands between the columns of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// Something about the reading of a file that a person should know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ReadFinding {
    /// The name promises another format than the content has; the content counts.
    NamedOtherwise {
        /// The extension of the name, lower case.
        extension: String,
    },
    /// Text was read as UTF-8 once too often before it was saved ("NguyÃªn").
    DoubleEncoded {
        /// The sheet it was seen on.
        sheet: String,
        /// One such text.
        example: String,
    },
    /// Letters were replaced by question marks before the file came here
    /// ("V?n ph?ng"), as when a program saves csv in a code page without them.
    LettersLost {
        /// The sheet it was seen on.
        sheet: String,
        /// One such text.
        example: String,
    },
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name; empty for text and clipboard.
    pub name: String,
    /// False when it is hidden in the workbook.
    pub visible: bool,
    /// The rows that hold anything, by rising index.
    pub rows: Vec<Row>,
    /// The merged ranges.
    pub merges: Vec<MergedRange>,
}

/// One row that holds anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Index from 0; the person sees one more.
    pub index: u32,
    /// The cells that hold anything with their column from 0, by rising column.
    pub cells: Vec<(u32, Cell)>,
}

/// What one cell holds. Text is in normal form C; an empty cell is not stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text, as typed.
    Text(String),
    /// A number as normalised decimal text (`"1234.5"`).
    Number(String),
    /// A number too large for any use here (`"1e300"`), as the file holds it.
    HugeNumber(String),
    /// A day.
    Date(Day),
    /// A day with a time of day, as `HH:MM:SS`.
    DateTime(Day, String),
    /// A time or duration without a day, as `HH:MM:SS`.
    Time(String),
    /// Yes or no.
    Bool(bool),
    /// A formula the file holds no result for.
    Formula(String),
    /// The result of a failed formula, for instance `#REF!`.
    Error(String),
}

/// A rectangle of cells shown as one; the value stands in its first cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MergedRange {
    /// First row, from 0.
    pub first_row: u32,
    /// First column, from 0.
    pub first_column: u32,
    /// Last row, inclusive.
    pub last_row: u32,
    /// Last column, inclusive.
    pub last_column: u32,
}

impl Sheet {
    /// The row with this index, when it holds anything.
    #[must_use]
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.rows
            .binary_search_by_key(&index, |row| row.index)
            .ok()
            .map(|at| &self.rows[at])
    }

    /// The cell at this place, when it holds anything.
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.row(row)?.cell(column)
    }

    /// The cell at this place or, inside a merged range, the range's first cell.
    #[must_use]
    pub fn cell_through_merge(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cell(row, column).or_else(|| {
            let range = self
                .merges
                .iter()
                .find(|range| range.contains(row, column))?;
            self.cell(range.first_row, range.first_column)
        })
    }

    /// How many columns are in use.
    #[must_use]
    pub fn width(&self) -> u32 {
        let last = self.rows.iter().filter_map(|row| row.cells.last());
        last.map(|(column, _)| column + 1).max().unwrap_or(0)
    }
}

impl Row {
    /// The cell in this column, when it holds anything.
    #[must_use]
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        self.cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()
            .map(|at| &self.cells[at].1)
    }
}

impl Cell {
    /// The cell as a person sees it: decimal comma, dd/mm/yyyy. Formulas show
    /// themselves.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::HugeNumber(text) | Self::Time(text) | Self::Error(text) => {
                text.clone()
            }
            Self::Number(number) => crate::text::format_number(number),
            Self::Date(day) => crate::text::format_date(*day),
            Self::DateTime(day, time) => format!("{} {time}", crate::text::format_date(*day)),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Formula(formula) => format!("={formula}"),
        }
    }
}

impl MergedRange {
    /// Whether the place lies inside the range.
    #[must_use]
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_column..=self.last_column).contains(&column)
    }
}

/// The letters a spreadsheet shows above a column: 0 is `A`, 26 is `AA`.
///
/// # Example
/// ```
/// use congtam::files::tabular::column_letters;
/// assert_eq!([column_letters(0), column_letters(25), column_letters(26)], ["A", "Z", "AA"]);
/// ```
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}
