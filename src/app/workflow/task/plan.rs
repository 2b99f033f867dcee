//! Repeating a month's plan in the month after, with deadlines that are working days there.

use std::collections::BTreeMap;

use crate::app::law;
use crate::domain::{
    Assignment, AssignmentId, CalendarEdit, Day, Decimal, Month, OfficialId, Origin, Period,
    TaskEventKind,
};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};
use crate::rules::WorkingCalendar;

use super::super::entry::EntryError;
use super::super::lock::Locks;

/// The working days with the agency's corrections.
#[must_use]
pub fn calendar(book: &Book) -> WorkingCalendar {
    let edits: Vec<CalendarEdit> = book.calendar.iter().map(|(_, edit)| edit.clone()).collect();
    law().calendar.with_edits(&edits)
}

/// A plan repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repetition {
    /// The drafted tasks.
    pub operation: Operation,
    /// Whose tasks are left out, with the confirmed period they would count in.
    pub left_out: BTreeMap<OfficialId, Period>,
}

/// Drafts next month's plan from a month's planned tasks: nothing completed, deadlines a month
/// later on a working day, who answers for it kept. What is planned there already is left out.
///
/// Whoever the month after is confirmed for is left out and named: the others' plan need not wait
/// for one person's unlocking.
#[must_use]
pub fn repeat_month(book: &Book, from: Month, official: Option<OfficialId>) -> Repetition {
    let calendar = calendar(book);
    let locks = Locks::of(book);
    let mut left_out = BTreeMap::new();
    let mut draft = Draft::new(book, Action::Add(Kind::Assignment));
    let planned = book.assignments.iter().filter(|(_, task)| {
        task.origin == Origin::Planned
            && task.handed_back.is_none()
            && dated_in(task) == Some(from)
            && official.is_none_or(|official| task.official == Some(official))
    });
    for (_, task) in planned {
        let next = repeated(task, &calendar);
        if is_planned(book, &next) {
            continue;
        }
        if let (Some(official), Err(EntryError::Locked(period))) =
            (next.official, locks.check(&next))
        {
            left_out.entry(official).or_insert(period);
            continue;
        }
        let id = AssignmentId(draft.fresh(Kind::Assignment));
        draft.put(Key::Assignment(id), next);
    }
    Repetition {
        operation: draft.finish(),
        left_out,
    }
}

/// The month of a task's deadline, else of its assignment: a plan goes by days, wherever the
/// task counts.
fn dated_in(task: &Assignment) -> Option<Month> {
    task.deadline().or(task.assigned_on).map(Month::of)
}

fn repeated(task: &Assignment, calendar: &WorkingCalendar) -> Assignment {
    let mut next = Assignment {
        completed: Decimal::ZERO,
        assigned_on: task.assigned_on.map(|day| month_later(day, calendar)),
        due: task.deadline().map(|day| month_later(day, calendar)),
        finished: None,
        ..task.clone()
    };
    next.events
        .retain(|event| matches!(event.kind, TaskEventKind::Answerable { .. }));
    next
}

/// True when the same work with the same deadline stands there already.
fn is_planned(book: &Book, next: &Assignment) -> bool {
    let same = |task: &Assignment| {
        task.due == next.due
            && (task.product, &task.name, &task.code) == (next.product, &next.name, &next.code)
    };
    match next.official {
        Some(official) => book.assignments.of(official).any(|(_, task)| same(task)),
        None => book
            .assignments
            .iter()
            .any(|(_, task)| task.official.is_none() && task.unit == next.unit && same(task)),
    }
}

/// The same day a month later, on a working day of that month: a rest day gives way to the
/// next working day, or to the last one of the month; a month's last working day stays that.
fn month_later(day: Day, calendar: &WorkingCalendar) -> Day {
    let month = Month::of(day);
    let last = last_working_day(month.next(), calendar);
    if day >= last_working_day(month, calendar) {
        return last;
    }
    let same = day
        .checked_add_months(chrono::Months::new(1))
        .unwrap_or(day);
    let mut days = same.iter_days().take_while(|later| *later <= last);
    days.find(|later| calendar.is_working(*later))
        .unwrap_or(last)
}

/// The last working day of a month; its last day when none is worked.
#[must_use]
pub fn last_working_day(month: Month, calendar: &WorkingCalendar) -> Day {
    let days = month.first_day().iter_days();
    let days = days.take_while(|day| *day <= month.last_day());
    days.filter(|day| calendar.is_working(*day))
        .last()
        .unwrap_or_else(|| month.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_moves_to_a_working_day_of_the_month_after() {
        let calendar = calendar(&Book::default());
        let later = |text: &str| month_later(text.parse().expect("a day"), &calendar).to_string();
        // Friday 20/11 would be a Sunday in December.
        assert_eq!(later("2026-11-20"), "2026-12-21");
        assert_eq!(later("2026-09-15"), "2026-10-15");
        // 31/1/2027 is a Sunday: the month's last working day is 29/1.
        assert_eq!(later("2026-12-31"), "2027-01-29");
        // Saturday 28/2/2026 gives way to the day before: no later day of February is worked.
        assert_eq!(later("2026-01-28"), "2026-02-27");
        // A month's last working day stays that.
        assert_eq!(later("2026-10-30"), "2026-11-30");
    }
}
