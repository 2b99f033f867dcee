//! A pasted block onto cells: every cell taken or listed with its reason, as one action.

use crate::app::view::tasks::TaskColumn;
use crate::domain::{AssignmentId, Day};
use crate::ledger::{Action, Book, Kind, Operation};

use super::entry::EntryError;
use super::task::{self, CellEntry, TaskField};

/// One pasted cell that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedCell {
    /// Row of the block, from 0.
    pub row: usize,
    /// The column it would have gone into.
    pub column: TaskColumn,
    /// What was pasted.
    pub value: String,
    /// Why not.
    pub error: EntryError,
}

/// What a pasted block comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// Takes all good cells at once.
    pub operation: Operation,
    /// How many cells it takes.
    pub taken: usize,
    /// The cells that are not taken.
    pub refused: Vec<RefusedCell>,
}

/// Rows and cells of a block as spreadsheets put it on the clipboard.
///
/// Tabs part cells, line ends part rows; a cell with either stands in quotes.
#[must_use]
pub fn block(text: &str) -> Vec<Vec<String>> {
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
    rows
}

/// Lays a block onto tasks from a column on.
///
/// `rows` are the tasks below the cell where the block begins; a block of one value fills
/// all of `rows`. Columns that are not edited are passed over with their reason.
#[must_use]
pub fn onto_tasks(
    book: &Book,
    block: &[Vec<String>],
    rows: &[AssignmentId],
    columns: &[TaskColumn],
    today: Day,
    year: u16,
) -> Pasted {
    let mut entries: Vec<CellEntry> = Vec::new();
    let mut refused = Vec::new();
    let single = block.len() == 1 && block[0].len() == 1;
    for (index, task) in rows.iter().enumerate() {
        let Some(cells) = block.get(if single { 0 } else { index }) else {
            break;
        };
        for (value, column) in cells.iter().zip(columns) {
            match column.field() {
                None => {}
                Some(field) => {
                    let entry = CellEntry {
                        task: *task,
                        field,
                        text: value.clone(),
                    };
                    match check(book, &entry, today, year) {
                        Ok(()) => entries.push(entry),
                        Err(error) => refused.push(RefusedCell {
                            row: index,
                            column: *column,
                            value: value.clone(),
                            error,
                        }),
                    }
                }
            }
        }
    }
    let taken = entries.len();
    let operation = task::edit(book, &entries, Action::Paste(Kind::Assignment), today, year);
    Pasted {
        operation: operation.unwrap_or_else(|_| Operation::new(Action::Paste(Kind::Assignment))),
        taken,
        refused,
    }
}

fn check(book: &Book, entry: &CellEntry, today: Day, year: u16) -> Result<(), EntryError> {
    let alone = std::slice::from_ref(entry);
    task::edit(book, alone, Action::Paste(Kind::Assignment), today, year)
        .map(|_| ())
        .map_err(|(_, error)| error)
}

/// Fills the first value of a column range down over the other rows.
///
/// # Errors
/// Why the first value does not fit one of the rows; then nothing is filled.
pub fn fill_down(
    book: &Book,
    rows: &[AssignmentId],
    fields: &[TaskField],
    value: impl Fn(TaskField) -> String,
    today: Day,
    year: u16,
) -> Result<Operation, EntryError> {
    let below = rows.iter().skip(1);
    let entries: Vec<CellEntry> = below
        .flat_map(|task| {
            fields
                .iter()
                .map(|field| CellEntry {
                    task: *task,
                    field: *field,
                    text: value(*field),
                })
                .collect::<Vec<_>>()
        })
        .collect();
    task::edit(book, &entries, Action::Fill(Kind::Assignment), today, year)
        .map_err(|(_, error)| error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_from_a_spreadsheet_keeps_quotes_and_line_breaks() {
        let text = "a\t\"b\nc\"\td \"\"e\r\n1\t\t3\r\n";
        assert_eq!(
            block(text),
            [vec!["a", "b\nc", "d \"\"e"], vec!["1", "", "3"]]
        );
        assert_eq!(block("\"x \"\"y\"\"\"\tz"), [vec!["x \"y\"", "z"]]);
        assert!(block("").is_empty());
    }
}
