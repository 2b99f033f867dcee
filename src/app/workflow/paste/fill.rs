//! Filling cells from others: down, as a series, or as done.

use std::collections::BTreeMap;

use chrono::Months;

use crate::domain::{Assignment, AssignmentId, Day, Decimal};
use crate::ledger::{Action, Kind};
use crate::rules::WorkingCalendar;
use crate::text::{format_date, format_number};

use super::super::entry;
use super::super::task::TaskField;
use super::numbers::written;
use super::{Block, CellField, Ground, Holds, Laid, Place};

/// The cells of rows as one would type them.
fn cell_block<F: CellField>(ground: Ground<'_>, rows: &[F::Id], columns: &[Option<F>]) -> Block {
    let one = |id: &F::Id| {
        let row = F::row(ground.book, *id, ground.month);
        let cell = |field: &Option<F>| {
            let (row, field) = (row.as_ref()?, (*field)?);
            Some(field.text(ground.book, row))
        };
        columns.iter().map(cell).collect()
    };
    Block::new(rows.iter().map(one).collect())
}

/// Repeats the cells of one row over a place.
#[must_use]
pub fn fill_down<F: CellField>(ground: Ground<'_>, from: F::Id, place: &Place<F>) -> Laid<F> {
    let columns = &place.columns[..place.width.min(place.columns.len())];
    let source = cell_block(ground, &[from], columns);
    Laid::new(ground, source, place, Action::Fill(F::KIND))
}

/// By what each cell of a series is larger than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesStep {
    /// Days of the calendar; numbers grow by the same.
    Days(u32),
    /// Days that are worked.
    WorkingDays(u32),
    /// Months; a day the month has not is its last.
    Months(u32),
}

impl SeriesStep {
    const fn count(self) -> u32 {
        match self {
            Self::Days(count) | Self::WorkingDays(count) | Self::Months(count) => count,
        }
    }

    fn day(self, from: Day, times: u32, calendar: &WorkingCalendar) -> Option<Day> {
        let count = self.count().checked_mul(times)?;
        match self {
            Self::Days(_) => from.checked_add_days(chrono::Days::new(count.into())),
            Self::WorkingDays(_) => Some(calendar.add_working_days(from, count)),
            // From the first day each time, so that a short month does not shorten those after it.
            Self::Months(_) => from.checked_add_months(Months::new(count)),
        }
    }
}

/// Continues the cells of one row over a place: days and numbers grow, words that end in a
/// number count on, other words are repeated.
#[must_use]
pub fn series<F: CellField>(
    ground: Ground<'_>,
    from: F::Id,
    place: &Place<F>,
    step: SeriesStep,
    calendar: &WorkingCalendar,
) -> Laid<F> {
    let columns = &place.columns[..place.width.min(place.columns.len())];
    let source = cell_block(ground, &[from], columns);
    let year = ground.month.year();
    let row = |times: u32| {
        let cells = columns.iter().enumerate().map(|(at, field)| {
            let text = source.cell(0, at)?;
            Some(next((*field)?.holds(), text, step, times, calendar, year))
        });
        cells.collect::<Vec<_>>()
    };
    let count = u32::try_from(place.height).unwrap_or(u32::MAX);
    let block = Block::new((1..=count).map(row).collect());
    Laid::new(ground, block, place, Action::Fill(F::KIND))
}

/// The cell `times` steps after `text`; the text itself where it does not grow.
fn next(
    holds: Holds,
    text: &str,
    step: SeriesStep,
    times: u32,
    calendar: &WorkingCalendar,
    year: u16,
) -> String {
    let grown = match holds {
        Holds::Day => entry::day(text, year)
            .ok()
            .flatten()
            .and_then(|day| step.day(day, times, calendar))
            .map(format_date),
        Holds::Number => larger(text, step.count(), times),
        Holds::Words => counted_on(text, step.count(), times),
        Holds::Person | Holds::Unit | Holds::PersonOrUnit | Holds::Other => None,
    };
    grown.unwrap_or_else(|| text.to_owned())
}

fn larger(text: &str, step: u32, times: u32) -> Option<String> {
    let by = i64::from(step.checked_mul(times)?).checked_mul(Decimal::SCALE)?;
    let sum = entry::number(text)
        .ok()?
        .checked_add(Decimal::from_millionths(by))?;
    Some(format_number(&sum.to_string()))
}

/// "NV-009" becomes "NV-010": the digits at the end count on in their width.
fn counted_on(text: &str, step: u32, times: u32) -> Option<String> {
    let digits = text
        .bytes()
        .rev()
        .take_while(|letter| letter.is_ascii_digit())
        .count();
    let (stem, number) = text.split_at(text.len() - digits);
    let by = u64::from(step) * u64::from(times);
    let next = number.parse::<u64>().ok()?.checked_add(by)?;
    Some(format!("{stem}{next:0digits$}"))
}

/// Records tasks as done today, all that was assigned; where every one is done already,
/// takes that back: to what `before` remembers of it, else to nothing done.
#[must_use]
pub fn done(
    ground: Ground<'_>,
    tasks: &[AssignmentId],
    before: &BTreeMap<AssignmentId, (Decimal, Option<Day>)>,
) -> Laid {
    let open: Vec<AssignmentId> = tasks
        .iter()
        .filter(|id| {
            let task = ground.book.assignments.get(**id);
            task.is_some_and(|task| !is_done(task))
        })
        .copied()
        .collect();
    let number = |value: Decimal| {
        let text = format_number(&value.to_string());
        Some(written(&text, ground.numbers))
    };
    let day = |value: Option<Day>| Some(value.map(format_date).unwrap_or_default());
    let (rows, cells): (Vec<AssignmentId>, Vec<_>) = if open.is_empty() {
        let back = tasks.iter().map(|id| {
            let (completed, finished) = before.get(id).copied().unwrap_or((Decimal::ZERO, None));
            vec![number(completed), day(finished)]
        });
        (tasks.to_vec(), back.collect())
    } else {
        let forth = open.iter().map(|id| {
            let task = ground.book.assignments.get(*id);
            let assigned = task.map_or(Decimal::ZERO, |task| task.assigned);
            vec![number(assigned), day(Some(ground.today))]
        });
        (open.clone(), forth.collect())
    };
    let place = Place {
        height: rows.len(),
        rows,
        columns: vec![Some(TaskField::Completed), Some(TaskField::Finished)],
        width: 2,
        grows: false,
    };
    let action = Action::Edit(Kind::Assignment);
    Laid::new(ground, Block::new(cells), &place, action)
}

/// Whether all that was assigned is completed and finished.
#[must_use]
pub fn is_done(task: &Assignment) -> bool {
    task.finished.is_some() && task.completed >= task.assigned
}
