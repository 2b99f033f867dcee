//! Values laid onto cells: pasted, filled, replaced or cleared, as one action.
//!
//! Every cell is taken or listed with its reason, and what is listed can be mended before
//! anything is taken. Rows of a pasted block beyond the end of the register become new rows.
//! What a cell takes and what a row needs is each register's own affair ([`CellField`]).

mod block;
mod cell;
mod fill;
mod numbers;
mod replace;
mod suggest;

use std::collections::BTreeMap;

use crate::app::Model;
use crate::domain::{Day, Month};
use crate::ledger::{Action, Book, Draft, Operation};
use crate::text::SeparatorStyle;

use super::entry::{EntryError, Numbers};
use super::task::{Known, TaskField};

pub use block::{Block, BlockTooLarge, block};
pub use cell::{Answer, CellField, Holds, Refused, When, field_of, key_of, one_of};
pub use fill::{SeriesStep, done, fill_down, is_done, series};
pub use numbers::editor_text;
pub use replace::{Replacement, replace, replaced};

/// What cells are laid on: the book, today, and the month looked at.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The book.
    pub book: &'a Book,
    /// Today.
    pub today: Day,
    /// The month looked at; its year is meant where a day has none.
    pub month: Month,
    /// How numbers are written on the screen.
    pub numbers: SeparatorStyle,
}

impl<'a> Ground<'a> {
    /// The book, the day, the month and the language as they are now.
    #[must_use]
    pub fn of(model: &'a Model) -> Self {
        Self {
            book: &model.book,
            today: model.now.today,
            month: model.month(),
            numbers: numbers::of_language(model.preferences.get("language")),
        }
    }
    /// When cells are entered.
    #[must_use]
    pub const fn when(self) -> When {
        When {
            today: self.today,
            month: self.month,
            numbers: Some(self.numbers),
        }
    }
}

/// Where cells go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<F: CellField = TaskField> {
    /// The records from the first row of the range on, as they are seen.
    pub rows: Vec<F::Id>,
    /// The fields of the columns from the first of the range on; nothing where a column is not edited.
    pub columns: Vec<Option<F>>,
    /// Rows of the selected range.
    pub height: usize,
    /// Columns of the selected range.
    pub width: usize,
    /// Whether rows beyond the last one become new records.
    pub grows: bool,
}

/// One cell that was not taken, or was mended since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem<F: CellField = TaskField> {
    /// Row of the block, from 0.
    pub row: usize,
    /// Which cell of the row.
    pub field: F,
    /// What was to go there.
    pub value: String,
    /// Why it is not taken; nothing once it is mended.
    pub error: Option<EntryError>,
    /// What may be meant.
    pub suggestion: Option<String>,
}

/// Values laid onto cells, not yet taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid<F: CellField = TaskField> {
    action: Action,
    block: Block,
    fields: Vec<(usize, F)>,
    rows: Vec<LaidRow<F>>,
    mended: BTreeMap<usize, BTreeMap<F, String>>,
    /// What no other row may hold, with the row that holds it.
    claimed: BTreeMap<(F, String), usize>,
    problems: Vec<Problem<F>>,
    unlisted: usize,
    beyond: usize,
    /// Columns of the block with values for columns that are not entered.
    passed: usize,
    when: When,
    /// How the numbers of the block are read; what is mended is read as the screen writes.
    numbers: Numbers,
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LaidRow<F: CellField> {
    /// Nothing for a row that becomes a record.
    id: Option<F::Id>,
    /// The row as it will be; nothing when nothing is taken.
    after: Option<Box<F::Row>>,
    cells: usize,
}

/// A row with its cells set.
struct Written<F: CellField> {
    record: F::Row,
    taken: usize,
    problems: Refused<F>,
}

/// A list longer than this is mended in the spreadsheet it came from.
const LISTED: usize = 10_000;

/// How much is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Cells.
    pub cells: usize,
    /// Rows that are there.
    pub rows: usize,
    /// Rows that are new.
    pub added: usize,
}

impl<F: CellField> Laid<F> {
    /// Lays a block onto a place.
    ///
    /// A block that tiles the range is repeated over it, one value fills it; else the block
    /// goes there once from the upper left.
    #[must_use]
    pub fn new(ground: Ground<'_>, block: Block, place: &Place<F>, action: Action) -> Self {
        let (height, width) = if block.tiles(place.height, place.width) {
            (place.height, place.width)
        } else {
            (block.height(), block.width())
        };
        let reached = place.columns.iter().take(width).enumerate();
        let mut fields: Vec<(usize, F)> = reached
            .filter_map(|(at, field)| field.map(|field| (at, field)))
            .collect();
        // A product brings its coefficient, which a coefficient beside it overrules.
        fields.sort_by_key(|(_, field)| *field);
        let mut laid = Self {
            fields,
            beyond: width.saturating_sub(place.columns.len()),
            passed: if matches!(action, Action::Paste(_)) {
                passed(&block, place)
            } else {
                0
            },
            block,
            rows: Vec::new(),
            mended: BTreeMap::new(),
            claimed: BTreeMap::new(),
            problems: Vec::new(),
            unlisted: 0,
            when: ground.when(),
            action,
            numbers: None,
        };
        laid.numbers = laid.style(ground.numbers);
        let known = Known::new(ground.book);
        let rows = if place.grows {
            height
        } else {
            height.min(place.rows.len())
        };
        for index in 0..rows {
            let (row, problems) = laid.lay_row(&known, index, place.rows.get(index).copied());
            laid.claim(ground.book, index, &row);
            laid.rows.push(row);
            for (field, error) in problems {
                laid.list(&known, index, field, error);
            }
        }
        laid
    }

    fn mended(&self, row: usize, field: F) -> Option<&str> {
        let row = self.mended.get(&row)?;
        row.get(&field).map(String::as_str)
    }

    fn cell(&self, row: usize, at: usize, field: F) -> Option<&str> {
        self.mended(row, field).or_else(|| self.block.cell(row, at))
    }

    /// The cells of a row in the order they are set, with what goes there.
    fn cells(&self, row: usize) -> Vec<(F, &str)> {
        let laid = self.fields.iter();
        let mut cells: Vec<(F, &str)> = laid
            .filter_map(|(at, field)| self.cell(row, *at, *field).map(|text| (*field, text)))
            .collect();
        for (field, text) in self.mended.get(&row).into_iter().flatten() {
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
        id: Option<F::Id>,
    ) -> (LaidRow<F>, Refused<F>) {
        let nothing = LaidRow {
            id,
            after: None,
            cells: 0,
        };
        let book = known.book();
        let cells = self.cells(row);
        let blank = cells.iter().all(|(_, text)| text.trim().is_empty());
        let record = match id.map(|id| F::row(book, id, self.when.month)) {
            Some(Some(record)) => record,
            Some(None) => return (nothing, Vec::new()),
            None if blank => return (nothing, Vec::new()),
            None => F::blank(book, self.when),
        };
        if let Err(error) = F::locked(known, &record) {
            let refused = cells.iter().map(|(field, _)| (*field, error.clone()));
            return (nothing, refused.collect());
        }
        let mut written = self.write_row(known, (row, id), &record, &cells, &[]);
        // Asked once all cells stand: one of them may lead out of the period another leads into.
        if let Err(refused) = F::check(known, &written.record) {
            written = self.write_row(known, (row, id), &record, &cells, &refused);
        }
        let before = id.is_some().then_some(&record);
        let missing = written.missing(book, before, &cells);
        let alone = Written::<F>::standing_alone(&missing);
        if id.is_some() && cells.iter().any(|(field, _)| is_among(&alone, *field)) {
            // What was refused before stays refused, whatever the row now looks like.
            let refused: Vec<_> = alone.into_iter().chain(written.problems).collect();
            written = self.write_row(known, (row, id), &record, &cells, &refused);
        }
        let Written {
            record,
            taken,
            mut problems,
        } = written;
        for field in missing {
            if !problems.iter().any(|(other, _)| *other == field) {
                problems.push((field, EntryError::Required));
            }
        }
        let refused = id.is_none() && !problems.is_empty();
        if refused || taken == 0 {
            return (nothing, problems);
        }
        let row = LaidRow {
            id,
            after: Some(Box::new(record)),
            cells: taken,
        };
        (row, problems)
    }

    /// Sets the cells of a row but those that are refused whatever they hold.
    fn write_row(
        &self,
        known: &Known<'_>,
        (row, id): (usize, Option<F::Id>),
        before: &F::Row,
        cells: &[(F, &str)],
        refused: &[(F, EntryError)],
    ) -> Written<F> {
        let mut written = Written {
            record: before.clone(),
            taken: 0,
            problems: Vec::new(),
        };
        for (field, text) in cells {
            // A new row has nothing that a blank cell could take away.
            if id.is_none() && text.trim().is_empty() {
                continue;
            }
            let set = match refused.iter().find(|(other, _)| other == field) {
                Some((_, error)) => Err(error.clone()),
                None => self.set(known, row, &mut written.record, *field, text),
            };
            match set {
                Ok(()) => written.taken += 1,
                Err(error) => written.problems.push((*field, error)),
            }
        }
        written
    }

    /// Sets a cell, unless another row of the block was given what only one row may hold.
    fn set(
        &self,
        known: &Known<'_>,
        row: usize,
        record: &mut F::Row,
        field: F,
        text: &str,
    ) -> Result<(), EntryError> {
        let numbers = match self.mended(row, field) {
            Some(_) => self.when.numbers,
            None => self.numbers,
        };
        let when = When {
            numbers,
            ..self.when
        };
        if !field.is_unique() {
            return field.set(known, record, text, when);
        }
        let mut changed = record.clone();
        field.set(known, &mut changed, text, when)?;
        let holds = field.text(known.book(), &changed);
        let claimed = self.claimed.get(&(field, holds));
        if claimed.is_some_and(|other| *other != row) {
            return Err(EntryError::Taken(text.trim().to_owned()));
        }
        *record = changed;
        Ok(())
    }

    /// Remembers what a row holds that no other may hold.
    fn claim(&mut self, book: &Book, index: usize, row: &LaidRow<F>) {
        let Some(after) = &row.after else { return };
        for field in F::FIELDS.iter().filter(|field| field.is_unique()) {
            let holds = field.text(book, after);
            if !holds.is_empty() {
                self.claimed.entry((*field, holds)).or_insert(index);
            }
        }
    }

    fn list(&mut self, known: &Known<'_>, row: usize, field: F, error: EntryError) {
        if self.problems.len() >= LISTED {
            self.unlisted += 1;
            return;
        }
        let value = self.value(row, field);
        self.problems.push(Problem {
            row,
            field,
            suggestion: suggest::suggest(known, field.holds(), &value, &error, self.when),
            value,
            error: Some(error),
        });
    }

    fn value(&self, row: usize, field: F) -> String {
        let at = self.fields.iter().find(|(_, other)| *other == field);
        let text = match at {
            Some((at, _)) => self.cell(row, *at, field),
            None => self.mended(row, field),
        };
        text.unwrap_or_default().to_owned()
    }

    /// Puts another value in place of one that was not taken, and looks at its row again.
    pub fn mend(&mut self, book: &Book, problem: usize, value: &str) {
        let Some((row, field)) = self.problems.get(problem).map(|it| (it.row, it.field)) else {
            return;
        };
        let mended = self.mended.entry(row).or_default();
        mended.insert(field, value.to_owned());
        let known = Known::new(book);
        let id = self.rows[row].id;
        self.claimed.retain(|_, holder| *holder != row);
        let (laid, mut errors) = self.lay_row(&known, row, id);
        self.claim(book, row, &laid);
        self.rows[row] = laid;
        for at in 0..self.problems.len() {
            if self.problems[at].row != row {
                continue;
            }
            let field = self.problems[at].field;
            let found = errors.iter().position(|(other, _)| *other == field);
            let error = found.map(|found| errors.swap_remove(found).1);
            let value = self.value(row, field);
            let suggestion = error.as_ref().and_then(|error| {
                suggest::suggest(&known, field.holds(), &value, error, self.when)
            });
            let problem = &mut self.problems[at];
            problem.suggestion = suggestion;
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
    pub fn problems(&self) -> &[Problem<F>] {
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

    /// How many columns of the block hold values for columns that are not entered.
    #[must_use]
    pub const fn passed(&self) -> usize {
        self.passed
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
            rows: sum.rows + usize::from(row.id.is_some()),
            added: sum.added + usize::from(row.id.is_none()),
        })
    }

    /// Whether a person should look before it is taken: something is refused, left out or new.
    #[must_use]
    pub fn wants_a_look(&self) -> bool {
        let left_out = self.beyond + self.passed;
        self.open() > 0 || left_out > 0 || self.block.merged > 0 || self.taken().added > 0
    }

    /// Takes what can be taken, as one action.
    #[must_use]
    pub fn operation(&self, book: &Book) -> Operation {
        let mut draft = Draft::new(book, self.action.clone());
        let taken = self.rows.iter();
        let taken = taken.filter_map(|row| Some((row.id, row.after.as_deref()?)));
        let (numbered, given): (Vec<_>, Vec<_>) =
            taken.partition(|(id, after)| id.is_none() && F::takes_number(after));
        for (id, after) in given.into_iter().chain(numbered) {
            F::put(&mut draft, id, after);
        }
        draft.finish()
    }
}

impl<F: CellField> Written<F> {
    /// What the row needs and did not need before the cells were set.
    fn missing(&self, book: &Book, before: Option<&F::Row>, cells: &[(F, &str)]) -> Vec<F> {
        let given = |field| {
            let said = |(other, text): &(F, &str)| *other == field && !text.trim().is_empty();
            !is_among(&self.problems, field) && cells.iter().any(said)
        };
        newly_missing::<F>(book, before, &self.record, &given)
    }

    /// The cells that may not stand without what is missing.
    fn standing_alone(missing: &[F]) -> Refused<F> {
        let carried = missing.iter().flat_map(|field| {
            let (carried, error) = field.carries();
            carried.iter().map(move |other| (*other, error.clone()))
        });
        carried.collect()
    }
}

fn is_among<F: CellField>(refused: &[(F, EntryError)], field: F) -> bool {
    refused.iter().any(|(other, _)| *other == field)
}

/// What a row needs; of a row that was there only what it did not need as it stood.
fn newly_missing<F: CellField>(
    book: &Book,
    before: Option<&F::Row>,
    after: &F::Row,
    given: &dyn Fn(F) -> bool,
) -> Vec<F> {
    let mut missing = F::missing(book, after, before.is_none(), given);
    if let Some(before) = before.filter(|_| !missing.is_empty()) {
        let stood = F::missing(book, before, false, &|_| false);
        missing.retain(|field| !stood.contains(field));
    }
    missing
}

/// Columns of a block that hold something where a register takes nothing.
fn passed<F: CellField>(block: &Block, place: &Place<F>) -> usize {
    let columns = place.columns.iter().take(block.width()).enumerate();
    let says = |at: usize| {
        let mut cells = (0..block.height()).filter_map(|row| block.cell(row, at));
        cells.any(|text| !text.trim().is_empty())
    };
    columns
        .filter(|(at, field)| field.is_none() && says(*at))
        .count()
}

/// Drafts the change of one cell of a register.
///
/// # Errors
/// Why the text is not taken, or what has to be entered before or with it.
pub fn enter<F: CellField>(
    ground: Ground<'_>,
    id: F::Id,
    field: F,
    text: &str,
) -> Result<Operation, EntryError> {
    let known = Known::new(ground.book);
    let mut row = F::row(ground.book, id, ground.month).ok_or(EntryError::Gone)?;
    let before = row.clone();
    F::locked(&known, &row)?;
    field.set(&known, &mut row, text, ground.when())?;
    if let Err(refused) = F::check(&known, &row)
        && let Some((_, error)) = refused.into_iter().find(|(other, _)| *other == field)
    {
        return Err(error);
    }
    let given = |other| other == field && !text.trim().is_empty();
    let missing = newly_missing::<F>(ground.book, Some(&before), &row, &given);
    if let Some(missing) = missing.first() {
        return Err(missing.carries().1);
    }
    let mut draft = Draft::new(ground.book, Action::Edit(F::KIND));
    F::put(&mut draft, Some(id), &row);
    Ok(draft.finish())
}

#[cfg(test)]
mod tests;
