//! A block of cells as spreadsheets put it on the clipboard, as text or as HTML.

use std::ops::ControlFlow;

use crate::files::tabular::{Cell, Limits, Sheet, read_clipboard};

/// Cells of the largest block: a hundred thousand rows of twenty columns.
const MOST_CELLS: usize = 2_000_000;

/// A block has more cells than any that is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than {MOST_CELLS} cells")]
pub struct BlockTooLarge;

/// Rows of cells; nothing in a cell says that what stands there is to stay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    /// Rows of equal length.
    rows: Vec<Vec<Option<String>>>,
    /// How many merged ranges were divided into their cells.
    pub merged: usize,
}

impl Block {
    /// A block of rows; shorter rows leave alone what stands beyond their end.
    #[must_use]
    pub fn new(mut rows: Vec<Vec<Option<String>>>) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut rows {
            row.resize(width, None);
        }
        Self { rows, merged: 0 }
    }

    /// One value.
    #[must_use]
    pub fn single(value: impl Into<String>) -> Self {
        Self::new(vec![vec![Some(value.into())]])
    }

    /// What was copied in a spreadsheet.
    ///
    /// The text is read, unless the HTML beside it knows more: merged cells, line breaks,
    /// exact numbers behind what a cell shows.
    ///
    /// # Errors
    /// [`BlockTooLarge`] when it has more cells than any that is pasted.
    pub fn from_clipboard(text: &str, html: Option<&str>) -> Result<Self, BlockTooLarge> {
        let rich = html.filter(|html| knows_more(html));
        let read = rich.and_then(|html| Self::from_html(text, html));
        let mut block = read.unwrap_or_else(|| Self::from_text(text))?;
        // An empty cell is shown, and copied, as a dash.
        for cell in block.rows.iter_mut().flatten().flatten() {
            if cell.trim() == "—" {
                cell.clear();
            }
        }
        Ok(block)
    }

    fn from_text(text: &str) -> Result<Self, BlockTooLarge> {
        let rows = block(text)?.into_iter();
        let rows: Vec<Vec<_>> = rows
            .map(|row| row.into_iter().map(Some).collect())
            .collect();
        fits(rows.len(), rows.iter().map(Vec::len).max().unwrap_or(0))?;
        Ok(Self::new(rows))
    }

    fn from_html(text: &str, html: &str) -> Option<Result<Self, BlockTooLarge>> {
        let mut on = |_| ControlFlow::Continue(());
        let read = read_clipboard(text, Some(html), Limits::default(), &mut on).ok()?;
        let sheet = read.sheets.into_iter().next()?;
        Some(Self::from_sheet(&sheet))
    }

    fn from_sheet(sheet: &Sheet) -> Result<Self, BlockTooLarge> {
        let width = usize::try_from(sheet.width()).unwrap_or(0);
        let height = sheet.rows.last().map_or(0, |row| at(row.index) + 1);
        fits(height, width)?;
        let mut rows = vec![vec![Some(String::new()); width]; height];
        for row in &sheet.rows {
            for (column, cell) in &row.cells {
                rows[at(row.index)][at(*column)] = Some(shown(cell));
            }
        }
        for range in &sheet.merges {
            let value = rows
                .get(at(range.first_row))
                .and_then(|row| row.get(at(range.first_column)).cloned())
                .flatten();
            for row in rows
                .iter_mut()
                .take(at(range.last_row) + 1)
                .skip(at(range.first_row))
            {
                let cells = row.iter_mut().take(at(range.last_column) + 1);
                for (index, cell) in cells.enumerate().skip(at(range.first_column)) {
                    // Merged downwards the value is meant for every row, sideways it has one column.
                    let own = index == at(range.first_column);
                    *cell = if own { value.clone() } else { None };
                }
            }
        }
        Ok(Self {
            rows,
            merged: sheet.merges.len(),
        })
    }

    /// How many rows there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// True when there is no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.width() == 0
    }

    /// What goes to a place when the block is laid over and over.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        if self.is_empty() {
            return None;
        }
        self.rows[row % self.height()][column % self.width()].as_deref()
    }

    /// Whether the block tiles a range of this size.
    pub(super) fn tiles(&self, rows: usize, columns: usize) -> bool {
        rows > 0
            && columns > 0
            && !self.is_empty()
            && rows.is_multiple_of(self.height())
            && columns.is_multiple_of(self.width())
    }

    /// Takes the first row off when it repeats the heads over the columns it would go to.
    pub fn without_heads(&mut self, heads: &[String]) {
        let is_head = |cell: &Option<String>, head: &String| {
            let cell = cell.as_deref().unwrap_or_default();
            crate::text::search_key(cell) == crate::text::search_key(head)
        };
        let repeats = self.height() > 1
            && self.width() <= heads.len()
            && self.rows[0].iter().zip(heads).all(|(a, b)| is_head(a, b));
        if repeats {
            self.rows.remove(0);
        }
    }
}

fn at(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// Cells as they are typed here; a formula without result stays a formula, to be refused as one.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::DateTime(day, _) => crate::text::format_date(*day),
        other => other.shown(),
    }
}

fn fits(height: usize, width: usize) -> Result<(), BlockTooLarge> {
    let cells = height.checked_mul(width);
    cells
        .filter(|cells| *cells <= MOST_CELLS)
        .map(|_| ())
        .ok_or(BlockTooLarge)
}

fn knows_more(html: &str) -> bool {
    const SIGNS: [&str; 5] = ["rowspan", "colspan", "<br", "x:num", "sdval"];
    html.contains("<table") && SIGNS.iter().any(|sign| html.contains(sign))
}

/// Rows and cells of a block as text.
///
/// Tabs part cells, line ends part rows; a cell with either stands in quotes.
///
/// # Errors
/// [`BlockTooLarge`] when there are more cells than in any block that is pasted.
pub fn block(text: &str) -> Result<Vec<Vec<String>>, BlockTooLarge> {
    let parted = text.bytes().filter(|byte| matches!(byte, b'\t' | b'\n'));
    fits(parted.count(), 1)?;
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            other => cell.push(other),
        }
    }
    if rows
        .last()
        .is_some_and(|row| row.len() == 1 && row[0].is_empty())
    {
        rows.pop();
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(block: &Block) -> Vec<Vec<Option<&str>>> {
        (0..block.height())
            .map(|row| (0..block.width()).map(|at| block.cell(row, at)).collect())
            .collect()
    }

    #[test]
    fn a_block_from_a_spreadsheet_keeps_quotes_and_line_breaks() {
        let text = "a\t\"b\nc\"\td \"\"e\r\n1\t\t3\r\n";
        assert_eq!(
            block(text).unwrap(),
            [vec!["a", "b\nc", "d \"\"e"], vec!["1", "", "3"]]
        );
        assert_eq!(block("\"x \"\"y\"\"\"\tz").unwrap(), [vec!["x \"y\"", "z"]]);
        assert!(block("").unwrap().is_empty());
    }

    #[test]
    fn the_dash_of_an_empty_cell_is_nothing() {
        let pasted = Block::from_clipboard("a\t — \t—b\r\n", None).unwrap();
        assert_eq!(texts(&pasted), [[Some("a"), Some(""), Some("—b")]]);
    }

    #[test]
    fn html_is_taken_where_it_knows_more_than_the_text() {
        let text = "2,7\tb\r\n";
        let plain = "<table><tr><td>x</td><td>y</td></tr></table>";
        let exact = "<table><tr><td x:num=\"2.75\">2,8</td><td>y<br>z</td></tr></table>";
        assert_eq!(
            texts(&Block::from_clipboard(text, Some(plain)).unwrap()),
            [[Some("2,7"), Some("b")]]
        );
        assert_eq!(
            texts(&Block::from_clipboard(text, Some(exact)).unwrap()),
            [[Some("2,75"), Some("y\nz")]]
        );
    }

    #[test]
    fn merged_cells_mean_every_row_downwards_and_one_column_sideways() {
        let html = "<table><tr><td rowspan=2>An</td><td>1</td></tr><tr><td>2</td></tr>\
                    <tr><td colspan=2>x</td></tr></table>";
        let block = Block::from_clipboard("", Some(html)).unwrap();
        assert_eq!(
            texts(&block),
            [
                [Some("An"), Some("1")],
                [Some("An"), Some("2")],
                [Some("x"), None]
            ]
        );
        assert_eq!(block.merged, 2);
    }

    #[test]
    fn a_ragged_block_leaves_alone_what_it_does_not_reach() {
        let block = Block::from_clipboard("a\tb\r\nc\r\n", None).unwrap();
        assert_eq!(texts(&block), [[Some("a"), Some("b")], [Some("c"), None]]);
    }

    #[test]
    fn copied_heads_are_not_pasted() {
        let heads = ["Hệ số".to_owned(), "Giao".to_owned(), "Xong".to_owned()];
        let mut block = Block::from_clipboard("Hệ số\tGiao\r\n1\t2\r\n", None).unwrap();
        block.without_heads(&heads);
        assert_eq!(texts(&block), [[Some("1"), Some("2")]]);
    }

    #[test]
    fn a_block_of_more_cells_than_are_ever_pasted_is_refused_before_it_is_laid_out() {
        let tabs = "\t".repeat(MOST_CELLS + 1);
        assert_eq!(Block::from_clipboard(&tabs, None), Err(BlockTooLarge));
        let ragged = format!("{}\n{}", "\t".repeat(2_000), "a\n".repeat(2_000));
        assert_eq!(Block::from_clipboard(&ragged, None), Err(BlockTooLarge));
        let far = format!(
            "<table>{}</table>",
            "<tr><td colspan=900>a<td>b</tr>".repeat(9_000)
        );
        assert_eq!(Block::from_clipboard("", Some(&far)), Err(BlockTooLarge));
    }
}
