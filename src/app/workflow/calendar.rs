//! The agency's own days off and days worked, over the announced calendar.

use crate::domain::{CalendarEdit, CalendarEditId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayField {
    /// The day.
    Day,
    /// Why, or by which notice.
    Note,
}

/// A day as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewDay {
    /// The day.
    pub day: String,
    /// True when it is worked.
    pub working: bool,
    /// Why, or by which notice.
    pub note: String,
}

/// Drafts one own day; an earlier entry for the same day is replaced.
///
/// # Errors
/// All fields that were not taken; a note is needed.
pub fn set(book: &Book, new: &NewDay, year: u16) -> Result<Operation, Vec<(DayField, EntryError)>> {
    let mut errors = Vec::new();
    let day = entry::day(&new.day, year)
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(|error| errors.push((DayField::Day, error)));
    let note = entry::text(&new.note);
    if note.is_none() {
        errors.push((DayField::Note, EntryError::Required));
    }
    let (Ok(day), true) = (day, errors.is_empty()) else {
        return Err(errors);
    };
    let mut same = book.calendar.iter().filter(|(_, edit)| edit.day == day);
    let known = same.next_back().map(|(id, _)| id);
    let action = match known {
        Some(_) => Action::Edit(Kind::Calendar),
        None => Action::Add(Kind::Calendar),
    };
    let mut draft = Draft::new(book, action);
    let id = known.unwrap_or_else(|| CalendarEditId(draft.fresh(Kind::Calendar)));
    let edit = CalendarEdit {
        day,
        working: new.working,
        note,
    };
    draft.put(Key::Calendar(id), edit);
    Ok(draft.finish())
}

/// Drafts the removal of an own day: the announced calendar holds again.
#[must_use]
pub fn remove(book: &Book, id: CalendarEditId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Calendar));
    draft.remove(Key::Calendar(id));
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, note: &str) -> NewDay {
        NewDay {
            day: text.to_owned(),
            working: true,
            note: note.to_owned(),
        }
    }

    #[test]
    fn a_second_entry_for_a_day_replaces_the_first() {
        let mut book = Book::default();
        for note in ["Làm bù", "Làm bù theo thông báo"] {
            let operation = set(&book, &day("07/11/2026", note), 2026).expect("a day");
            book.apply(&operation).expect("a good operation");
        }
        assert_eq!(book.calendar.len(), 1);
        let (id, edit) = book.calendar.iter().next().expect("the entry");
        assert_eq!(edit.note.as_deref(), Some("Làm bù theo thông báo"));
        let operation = remove(&book, id);
        book.apply(&operation).expect("a good operation");
        assert!(book.calendar.is_empty());
    }

    #[test]
    fn a_day_needs_a_date_that_exists_and_a_note() {
        let refused = set(&Book::default(), &day("31/02/2026", ""), 2026).expect_err("no such day");
        let fields: Vec<DayField> = refused.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [DayField::Day, DayField::Note]);
    }
}
