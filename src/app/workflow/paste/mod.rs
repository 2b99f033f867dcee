//! Values laid onto cells: pasted, filled, replaced or cleared, as one action.
//!
//! Every cell is taken or listed with its reason, and what is listed can be mended before
//! anything is taken. Rows of a pasted block beyond the end of the register become tasks.

mod block;
mod fill;
mod replace;
mod suggest;

use std::collections::BTreeMap;

use crate::domain::{Assignment, AssignmentId, Day};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::EntryError;
use super::task::{self, Known, TaskField};

pub use block::{Block, block};
pub use fill::{SeriesStep, done, fill_down, is_done, series};
pub use replace::{Replacement, replace, replaced};

/// What cells are laid on: the book, today, and the year meant where a day has none.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The book.
    pub book: &'a Book,
    /// Today.
    pub today: Day,
    /// The year meant.
    pub year: u16,
}

/// Where cells go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The tasks from the first row of the range on, as they are seen.
    pub rows: Vec<AssignmentId>,
    /// The fields of the columns from the first of the range on; nothing where a column is not edited.
    pub columns: Vec<Option<TaskField>>,
    /// Rows of the selected range.
    pub height: usize,
    /// Columns of the selected range.
    pub width: usize,
    /// Whether rows beyond the last task become new tasks.
    pub grows: bool,
}

/// One cell that was not taken, or was mended since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Row of the block, from 0.
    pub row: usize,
    /// Which cell of the row.
    pub field: TaskField,
    /// What was to go there.
    pub value: String,
    /// Why it is not taken; nothing once it is mended.
    pub error: Option<EntryError>,
    /// What may be meant.
    pub suggestion: Option<String>,
}

/// Values laid onto cells, not yet taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    action: Action,
    block: Block,
    fields: Vec<(usize, TaskField)>,
    rows: Vec<LaidRow>,
    mended: BTreeMap<(usize, TaskField), String>,
    problems: Vec<Problem>,
    unlisted: usize,
    beyond: usize,
    today: Day,
    year: u16,
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LaidRow {
    /// Nothing for a row that becomes a task.
    task: Option<AssignmentId>,
    /// The task as it will be; nothing when nothing is taken.
    after: Option<Box<Assignment>>,
    cells: usize,
}

/// A row with its cells set.
struct Written {
    task: Assignment,
    taken: usize,
    problems: Vec<(TaskField, EntryError)>,
}

/// A list longer than this is mended in the spreadsheet it came from.
const LISTED: usize = 10_000;

/// How much is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Cells.
    pub cells: usize,
    /// Tasks that are there.
    pub tasks: usize,
    /// Tasks that are new.
    pub added: usize,
}

impl Laid {
    /// Lays a block onto a place.
    ///
    /// A block that tiles the range is repeated over it, one value fills it; else the block
    /// goes there once from the upper left.
    #[must_use]
    pub fn new(ground: Ground<'_>, block: Block, place: &Place, action: Action) -> Self {
        let (height, width) = if block.tiles(place.height, place.width) {
            (place.height, place.width)
        } else {
            (block.height(), block.width())
        };
        let reached = place.columns.iter().take(width).enumerate();
        let mut fields: Vec<(usize, TaskField)> = reached
            .filter_map(|(at, field)| field.map(|field| (at, field)))
            .collect();
        // A product brings its coefficient, which a coefficient beside it overrules.
        fields.sort_by_key(|(_, field)| *field);
        let mut laid = Self {
            action,
            fields,
            beyond: width.saturating_sub(place.columns.len()),
            block,
            rows: Vec::new(),
            mended: BTreeMap::new(),
            problems: Vec::new(),
            unlisted: 0,
            today: ground.today,
            year: ground.year,
        };
        let known = Known::new(ground.book);
        let rows = if place.grows {
            height
        } else {
            height.min(place.rows.len())
        };
        for index in 0..rows {
            let (row, problems) = laid.lay_row(&known, index, place.rows.get(index).copied());
            laid.rows.push(row);
            for (field, error) in problems {
                laid.list(&known, index, field, error);
            }
        }
        laid
    }

    fn text(&self, row: usize, at: usize, field: TaskField) -> Option<&str> {
        self.mended
            .get(&(row, field))
            .map(String::as_str)
            .or_else(|| self.block.cell(row, at))
    }

    /// The cells of a row in the order they are set, with what goes there.
    fn cells(&self, row: usize) -> Vec<(TaskField, &str)> {
        let laid = self.fields.iter();
        let mut cells: Vec<(TaskField, &str)> = laid
            .filter_map(|(at, field)| self.text(row, *at, *field).map(|text| (*field, text)))
            .collect();
        let own = (row, TaskField::Code)..=(row, TaskField::Note);
        for ((_, field), text) in self.mended.range(own) {
            if !cells.iter().any(|(other, _)| other == field) {
                cells.push((*field, text));
            }
        }
        cells.sort_by_key(|(field, _)| *field);
        cells
    }

    fn lay_row(
        &self,
        known: &Known<'_>,
        row: usize,
        id: Option<AssignmentId>,
    ) -> (LaidRow, Vec<(TaskField, EntryError)>) {
        let nothing = LaidRow {
            task: id,
            after: None,
            cells: 0,
        };
        let cells = self.cells(row);
        let blank = cells.iter().all(|(_, text)| text.trim().is_empty());
        let task = match id.map(|id| known.book().assignments.get(id)) {
            Some(Some(task)) => task.clone(),
            Some(None) => return (nothing, Vec::new()),
            None if blank => return (nothing, Vec::new()),
            None => task::blank_on(self.today),
        };
        if let Err(error) = known.locks().check(&task) {
            let refused = cells.iter().map(|(field, _)| (*field, error.clone()));
            return (nothing, refused.collect());
        }
        let is_new = id.is_none();
        let mut written = self.write_row(known, &task, is_new, &cells, None);
        // Asked once all cells stand: one of them may lead out of the period another leads into.
        if let Err(error) = known.locks().check(&written.task) {
            written = self.write_row(known, &task, is_new, &cells, Some(&error));
        }
        let Written {
            task,
            taken,
            mut problems,
        } = written;
        for field in missing(known.book(), &task, id.is_none(), &cells) {
            if !problems.iter().any(|(other, _)| *other == field) {
                problems.push((field, EntryError::Required));
            }
        }
        let refused = id.is_none() && !problems.is_empty();
        if refused || taken == 0 {
            return (nothing, problems);
        }
        let row = LaidRow {
            task: id,
            after: Some(Box::new(task)),
            cells: taken,
        };
        (row, problems)
    }

    /// Sets the cells of a row; those that decide in whose period it counts, or in which, are
    /// refused where it is locked.
    fn write_row(
        &self,
        known: &Known<'_>,
        before: &Assignment,
        is_new: bool,
        cells: &[(TaskField, &str)],
        locked: Option<&EntryError>,
    ) -> Written {
        let mut row = Written {
            task: before.clone(),
            taken: 0,
            problems: Vec::new(),
        };
        for (field, text) in cells {
            // A new task has nothing that a blank cell could take away.
            if is_new && text.trim().is_empty() {
                continue;
            }
            let locked = locked.filter(|_| task::decides_period(*field));
            let set = match locked {
                Some(error) => Err(error.clone()),
                None => task::write_cell(known, &mut row.task, *field, text, self.today, self.year),
            };
            match set {
                Ok(()) => row.taken += 1,
                Err(error) => row.problems.push((*field, error)),
            }
        }
        row
    }

    fn list(&mut self, known: &Known<'_>, row: usize, field: TaskField, error: EntryError) {
        if self.problems.len() >= LISTED {
            self.unlisted += 1;
            return;
        }
        let value = self.value(row, field);
        self.problems.push(Problem {
            row,
            field,
            suggestion: suggest::suggest(known, field, &value, self.year),
            value,
            error: Some(error),
        });
    }

    fn value(&self, row: usize, field: TaskField) -> String {
        let at = self.fields.iter().find(|(_, other)| *other == field);
        let text = match at {
            Some((at, _)) => self.text(row, *at, field),
            None => self.mended.get(&(row, field)).map(String::as_str),
        };
        text.unwrap_or_default().to_owned()
    }

    /// Puts another value in place of one that was not taken, and looks at its row again.
    pub fn mend(&mut self, book: &Book, problem: usize, value: &str) {
        let Some((row, field)) = self.problems.get(problem).map(|it| (it.row, it.field)) else {
            return;
        };
        self.mended.insert((row, field), value.to_owned());
        let known = Known::new(book);
        let id = self.rows[row].task;
        let (laid, mut errors) = self.lay_row(&known, row, id);
        self.rows[row] = laid;
        for at in 0..self.problems.len() {
            if self.problems[at].row != row {
                continue;
            }
            let field = self.problems[at].field;
            let found = errors.iter().position(|(other, _)| *other == field);
            let error = found.map(|found| errors.swap_remove(found).1);
            let value = self.value(row, field);
            let suggestion = suggest::suggest(&known, field, &value, self.year);
            let problem = &mut self.problems[at];
            problem.suggestion = error.is_some().then_some(suggestion).flatten();
            (problem.error, problem.value) = (error, value);
        }
        for (field, error) in errors {
            self.list(&known, row, field, error);
        }
    }

    /// Takes every suggestion there is.
    pub fn mend_all(&mut self, book: &Book) {
        for at in 0..self.problems.len() {
            let open = self.problems[at].error.is_some();
            if let Some(value) = self.problems[at].suggestion.clone().filter(|_| open) {
                self.mend(book, at, &value);
            }
        }
    }

    /// The cells that were not taken at first, in order; a mended one stays listed.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many cells are not taken as it stands, those too many to list included.
    #[must_use]
    pub fn open(&self) -> usize {
        let listed = self.problems.iter();
        listed.filter(|problem| problem.error.is_some()).count() + self.unlisted
    }

    /// How many of them are too many to list.
    #[must_use]
    pub const fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// How many columns of the block lie beyond the last column.
    #[must_use]
    pub const fn beyond(&self) -> usize {
        self.beyond
    }

    /// How many merged ranges were divided.
    #[must_use]
    pub const fn merged(&self) -> usize {
        self.block.merged
    }

    /// What the person did.
    #[must_use]
    pub const fn action(&self) -> &Action {
        &self.action
    }

    /// How much is taken.
    #[must_use]
    pub fn taken(&self) -> Taken {
        let rows = self.rows.iter().filter(|row| row.after.is_some());
        rows.fold(Taken::default(), |sum, row| Taken {
            cells: sum.cells + row.cells,
            tasks: sum.tasks + usize::from(row.task.is_some()),
            added: sum.added + usize::from(row.task.is_none()),
        })
    }

    /// Whether a person should look before it is taken: something is refused, left out or new.
    #[must_use]
    pub fn wants_a_look(&self) -> bool {
        self.open() > 0 || self.beyond > 0 || self.block.merged > 0 || self.taken().added > 0
    }

    /// Takes what can be taken, as one action.
    #[must_use]
    pub fn operation(&self, book: &Book) -> Operation {
        let mut draft = Draft::new(book, self.action.clone());
        for row in &self.rows {
            let Some(task) = &row.after else { continue };
            let id = row
                .task
                .unwrap_or_else(|| AssignmentId(draft.fresh(Kind::Assignment)));
            draft.put(Key::Assignment(id), (**task).clone());
        }
        draft.finish()
    }
}

/// What a row needs besides the cells it was given.
fn missing(
    book: &Book,
    task: &Assignment,
    is_new: bool,
    cells: &[(TaskField, &str)],
) -> Vec<TaskField> {
    let given = |field| {
        cells
            .iter()
            .any(|(other, text)| *other == field && !text.trim().is_empty())
    };
    let mut missing = Vec::new();
    if is_new && task.name.is_none() && task.product.is_none() {
        missing.push(TaskField::Name);
    }
    if is_new && !given(TaskField::Assigned) {
        missing.push(TaskField::Assigned);
    }
    let fixed = task::fixes_coefficient(book, task);
    let chosen = is_new || given(TaskField::Product);
    if chosen && !fixed && !given(TaskField::Coefficient) {
        let fits = !is_new && task::fits_range(book, task);
        if !fits {
            missing.push(TaskField::Coefficient);
        }
    }
    missing
}

#[cfg(test)]
mod tests;
