//! Dividing a task: among officials, or over months, so that the parts sum to the whole.
//!
//! The line itself stays as the first part, with its history and its deadline; the others are
//! new lines that name it. No part ends after the whole.

use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, Month, OfficialId, TaskEvent, TaskEventKind,
};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};
use crate::rules::WorkingCalendar;
use crate::text::{format_date, format_number};

use super::super::entry::{self, EntryError};
use super::super::lock;
use super::{drafted, official, plan};

/// One part as typed; the first one is the line that is divided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewPart {
    /// Who leads it.
    pub official: String,
    /// How much of the whole.
    pub quantity: String,
    /// Its deadline; empty is that of the whole. The first part keeps it in any case.
    pub due: String,
}

/// What was not taken: of the part with this number from 0, or their sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DivideField {
    /// Who leads the part.
    Official(usize),
    /// How much of the whole.
    Quantity(usize),
    /// Its deadline.
    Due(usize),
    /// All parts together.
    Sum,
}

/// An answer that was not taken, and why.
pub type DivideRefusal = (DivideField, EntryError);

/// What one part came to.
struct Part {
    official: Option<OfficialId>,
    quantity: Decimal,
    due: Option<Day>,
}

/// Drafts the division of a task into these parts, all in one action.
///
/// # Errors
/// All answers that were not taken: the parts must sum to the quantity assigned, each must be
/// more than nothing and due no later than the whole, and none may fall in a confirmed period.
pub fn divide(
    book: &Book,
    id: AssignmentId,
    parts: &[NewPart],
    year: u16,
    today: Day,
) -> Result<Operation, Vec<DivideRefusal>> {
    let refused = |error| vec![(DivideField::Sum, error)];
    let mut draft = Draft::new(book, Action::Divide);
    let task = drafted(&draft, id).map_err(refused)?;
    lock::check_task(book, &task).map_err(refused)?;
    if task.handed_back.is_some() {
        return Err(refused(EntryError::HandedBack));
    }
    if parts.len() < 2 {
        return Err(refused(EntryError::Required));
    }
    let mut errors = Vec::new();
    let read: Vec<Part> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| read_part(book, &task, at, part, year, &mut errors))
        .collect();
    if errors.is_empty() {
        check_sum(&task, &read).map_err(refused)?;
    }
    let (whole, quantity) = task.part_of().unwrap_or((id, task.assigned));
    let bond = TaskEventKind::PartOf { whole, quantity };
    let mut lines = Vec::new();
    for (at, part) in read.iter().enumerate() {
        let line = line_of(&task, at == 0, part, &bond, today);
        if let Err(error) = lock::check_task(book, &line) {
            errors.push((DivideField::Due(at), error));
        }
        lines.push(line);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    for (at, line) in lines.into_iter().enumerate() {
        let key = if at == 0 {
            id
        } else {
            AssignmentId(draft.fresh(Kind::Assignment))
        };
        draft.put(Key::Assignment(key), line);
    }
    Ok(draft.finish())
}

fn read_part(
    book: &Book,
    task: &Assignment,
    at: usize,
    part: &NewPart,
    year: u16,
    errors: &mut Vec<DivideRefusal>,
) -> Part {
    let who = official(book, part.official.trim())
        .and_then(|found| found.ok_or(EntryError::Required))
        .map_err(|error| errors.push((DivideField::Official(at), error)));
    let least = if at == 0 {
        task.completed
    } else {
        Decimal::ZERO
    };
    let quantity = entry::number(&part.quantity)
        .and_then(|quantity| match quantity {
            zero if zero.is_zero() => Err(EntryError::Required),
            less if less < least => Err(EntryError::Below(least)),
            other => Ok(other),
        })
        .map_err(|error| errors.push((DivideField::Quantity(at), error)));
    let end = task.deadline();
    let due = match at {
        0 => Ok(end),
        _ => entry::day(&part.due, year)
            .and_then(|day| match (day, end) {
                (Some(day), Some(end)) if day > end => Err(EntryError::TooLate(end)),
                (Some(day), _) if task.assigned_on.is_some_and(|first| day < first) => {
                    Err(EntryError::TooEarly(task.assigned_on.unwrap_or(day)))
                }
                (day, end) => Ok(day.or(end)),
            })
            .map_err(|error| errors.push((DivideField::Due(at), error))),
    };
    Part {
        official: who.ok(),
        quantity: quantity.unwrap_or_default(),
        due: due.ok().flatten(),
    }
}

fn check_sum(task: &Assignment, parts: &[Part]) -> Result<(), EntryError> {
    let whole = task.assigned;
    let sum = parts
        .iter()
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.quantity));
    match sum {
        Some(sum) if sum == whole => Ok(()),
        Some(sum) => Err(EntryError::SumDiffers { sum, whole }),
        None => Err(EntryError::Above(whole)),
    }
}

/// The line a part becomes: the first keeps everything, the others begin with nothing done.
fn line_of(
    task: &Assignment,
    first: bool,
    part: &Part,
    bond: &TaskEventKind,
    today: Day,
) -> Assignment {
    let mut line = task.clone();
    line.assigned = part.quantity;
    if line.official != part.official {
        line.official = part.official;
        line.unit = None;
    }
    if !first {
        line.completed = Decimal::ZERO;
        line.finished = None;
        line.due = part.due;
        line.events
            .retain(|event| matches!(event.kind, TaskEventKind::Answerable { .. }));
    }
    if line.part_of().is_none() {
        let id = line.next_event();
        line.events.push(TaskEvent {
            id,
            on: today,
            kind: bond.clone(),
        });
    }
    line
}

/// A proposal to spread a task over the months from its assignment, at the earliest the month
/// looked at, to its deadline: parts as even as whole numbers allow, each due at the month's end.
#[must_use]
pub fn spread(
    task: &Assignment,
    lead: &str,
    from: Month,
    calendar: &WorkingCalendar,
) -> Vec<NewPart> {
    let Some(deadline) = task.deadline() else {
        return Vec::new();
    };
    let last = Month::of(deadline);
    let mut month = task.assigned_on.map_or(from, Month::of).max(from).min(last);
    let mut ends = Vec::new();
    while month < last {
        ends.push(plan::last_working_day(month, calendar));
        month = month.next();
    }
    let shares = even_shares(task.assigned, ends.len() + 1);
    let part = |quantity: Decimal, due: Day| NewPart {
        official: lead.to_owned(),
        quantity: format_number(&quantity.to_string()),
        due: format_date(due),
    };
    // The line itself is due last and takes what is left over.
    let mut shares = shares.into_iter().rev();
    let first = shares.next().map(|share| part(share, deadline));
    let others = shares.rev().zip(ends).map(|(share, due)| part(share, due));
    first.into_iter().chain(others).collect()
}

/// Shares that sum to the whole: whole numbers where the whole is one and there is enough of it.
fn even_shares(whole: Decimal, count: usize) -> Vec<Decimal> {
    let count = i64::try_from(count.max(1)).unwrap_or(1);
    let all = whole.millionths();
    let unit = if all % Decimal::SCALE == 0 && all / Decimal::SCALE >= count {
        Decimal::SCALE
    } else {
        1
    };
    let (units, per) = (all / unit, all / unit / count);
    let more = units - per * count;
    (0..count)
        .map(|at| Decimal::from_millionths((per + i64::from(at >= count - more)) * unit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_whole_where_they_can_be_and_always_sum_to_the_whole() {
        let texts = |whole: &str, count| -> Vec<String> {
            let whole = Decimal::parse(whole).expect("a number");
            let shares = even_shares(whole, count);
            shares.iter().map(ToString::to_string).collect()
        };
        assert_eq!(texts("4", 3), ["1", "1", "2"]);
        assert_eq!(texts("12", 3), ["4", "4", "4"]);
        assert_eq!(texts("1", 3), ["0.333333", "0.333333", "0.333334"]);
        assert_eq!(texts("0.8", 2), ["0.4", "0.4"]);
    }
}
