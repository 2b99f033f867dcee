//! A report of tables: plain values that become a Word file, a page to print or a workbook, so
//! that none of them can say what another does not.

use crate::domain::Day;
use crate::ledger::LogHead;
use crate::text::{format_date, format_number};

use super::forms::{Block, Cell as PaperCell, Column, FormHead, Grid, GridRow, Paper, Words};

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The agency's side of the head.
    pub head: FormHead,
    /// Centred lines: what it is, about whom, for which days.
    pub title: Vec<String>,
    /// Sentences before the tables.
    pub intro: Vec<String>,
    /// The tables in order.
    pub tables: Vec<ReportTable>,
    /// Sentences after them.
    pub notes: Vec<String>,
    /// The day of writing, for the file's properties.
    pub written_on: Option<Day>,
    /// Where the log stands, for the properties of a workbook.
    pub log: Option<LogHead>,
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportTable {
    /// Name of its sheet in a workbook, at most 31 letters.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Its columns; those with a percent above zero are printed, and their percents sum to 100.
    pub columns: Vec<ReportColumn>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<ReportCell>>,
    /// Whether it is printed; a workbook holds it anyway.
    pub printed: bool,
}

/// A column of a report's table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportColumn {
    /// Its header.
    pub head: String,
    /// Share of the printed width in percent; zero for a column of the workbook alone.
    pub percent: u8,
    /// Width in a workbook, in letters.
    pub letters: u8,
}

/// A cell of a report's table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ReportCell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; never taken for a formula.
    Text(String),
    /// A decimal text with a point.
    Number(String),
    /// A day.
    Day(Day),
}

impl ReportCell {
    fn printed(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => format_number(number),
            Self::Day(day) => format_date(*day),
        }
    }
}

impl Report {
    /// The report as it is printed.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let mut blocks = vec![
            Block::Head(self.head.clone()),
            Block::Title(self.title.iter().map(Words::plain).collect()),
        ];
        blocks.extend(self.intro.iter().cloned().map(Block::Text));
        for table in self.tables.iter().filter(|table| table.printed) {
            blocks.push(Block::Section(Words::plain(&table.title)));
            blocks.push(Block::Grid(table.grid()));
        }
        blocks.extend(self.notes.iter().cloned().map(Block::Text));
        Paper {
            title: self.title.first().cloned().unwrap_or_default(),
            blocks,
        }
    }
}

impl ReportTable {
    fn grid(&self) -> Grid {
        let printed = |at: &usize| self.columns.get(*at).is_some_and(|it| it.percent > 0);
        let places: Vec<usize> = (0..self.columns.len()).filter(printed).collect();
        let centred = |at: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.all(|cell| !matches!(cell, ReportCell::Text(_)))
        };
        let columns = places.iter().map(|at| Column {
            percent: self.columns[*at].percent,
            centred: centred(*at),
        });
        let heads = places.iter().map(|at| self.columns[*at].head.clone());
        let rows = self.rows.iter().map(|row| {
            let cells = places.iter().map(|at| {
                let cell = row.get(*at);
                cell.map(ReportCell::printed).unwrap_or_default()
            });
            line(cells, false)
        });
        Grid {
            columns: columns.collect(),
            head: vec![line(heads, true)],
            rows: rows.collect(),
        }
    }
}

fn line(cells: impl Iterator<Item = String>, head: bool) -> GridRow {
    GridRow {
        cells: cells
            .map(|text| PaperCell {
                text,
                span: 1,
                centred: head,
            })
            .collect(),
        bold: head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_printed_columns_of_printed_tables_stand_on_paper() {
        let column = |head: &str, percent| ReportColumn {
            head: head.to_owned(),
            percent,
            letters: 10,
        };
        let table = ReportTable {
            sheet: "Một".to_owned(),
            title: "Bảng một".to_owned(),
            columns: vec![column("Tên", 60), column("Số", 40), column("Khóa", 0)],
            rows: vec![vec![
                ReportCell::Text("=1+1".to_owned()),
                ReportCell::Number("2.5".to_owned()),
                ReportCell::Text("k".to_owned()),
            ]],
            printed: true,
        };
        let hidden = ReportTable {
            printed: false,
            ..table.clone()
        };
        let report = Report {
            tables: vec![table, hidden],
            ..Report::default()
        };
        let grids: Vec<Grid> = report
            .paper()
            .blocks
            .into_iter()
            .filter_map(|block| match block {
                Block::Grid(grid) => Some(grid),
                _ => None,
            })
            .collect();
        assert_eq!(grids.len(), 1);
        let said: Vec<&str> = grids[0].rows[0]
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .collect();
        assert_eq!(said, ["=1+1", "2,5"]);
        assert_eq!(
            grids[0]
                .columns
                .iter()
                .map(|it| it.centred)
                .collect::<Vec<_>>(),
            [false, true]
        );
    }
}
