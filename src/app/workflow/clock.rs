//! The agency's own time limits for complaints: set from a day on, taken away.

use crate::app::law;
use crate::domain::{ClockChoice, ClockChoiceId, Span};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

/// Longer is a slip of the finger.
const LONGEST: usize = 3650;

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockField {
    /// Which time limit.
    Clock,
    /// How many days.
    Length,
    /// The first day in force.
    From,
    /// The last day in force.
    To,
    /// Who decided.
    Issuer,
    /// With what document.
    Document,
}

/// A time limit as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewClock {
    /// Key of the time limit, or of the procedure.
    pub clock: String,
    /// How many days.
    pub length: String,
    /// True when working days are counted.
    pub working_days: bool,
    /// The first day in force.
    pub from: String,
    /// The last day in force; empty for none.
    pub to: String,
    /// Who decided.
    pub issuer: String,
    /// With what document.
    pub document: String,
}

type Errors = Vec<(ClockField, EntryError)>;

/// Drafts an own time limit; others of the same kind end the day before it begins.
///
/// # Errors
/// All fields that were not taken.
pub fn set(book: &Book, new: &NewClock, year: u16) -> Result<Operation, Errors> {
    let mut errors = Vec::new();
    let note = |field: ClockField| move |error: EntryError| (field, error);
    let known = is_known(&new.clock)
        .then(|| new.clock.clone())
        .ok_or(EntryError::Required)
        .map_err(note(ClockField::Clock));
    let length = length(&new.length).map_err(note(ClockField::Length));
    let from = entry::day(&new.from, year)
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(note(ClockField::From));
    let to = entry::day(&new.to, year)
        .and_then(|to| match (to, &from) {
            (Some(to), Ok(from)) if to < *from => Err(EntryError::TooEarly(*from)),
            (to, _) => Ok(to),
        })
        .map_err(note(ClockField::To));
    let required = |text: &str| entry::text(text).ok_or(EntryError::Required);
    let issuer = required(&new.issuer).map_err(note(ClockField::Issuer));
    let document = required(&new.document).map_err(note(ClockField::Document));
    match (known, length, from, to, issuer, document) {
        (Ok(clock), Ok(length), Ok(from), Ok(to), Ok(issuer), Ok(document)) => {
            let choice = ClockChoice {
                clock,
                length,
                working_days: new.working_days,
                span: Span { from, to },
                issuer,
                document,
            };
            Ok(put(book, choice))
        }
        (clock, length, from, to, issuer, document) => {
            errors.extend(clock.err());
            errors.extend(length.err());
            errors.extend(from.err());
            errors.extend(to.err());
            errors.extend(issuer.err());
            errors.extend(document.err());
            Err(errors)
        }
    }
}

fn is_known(key: &str) -> bool {
    let rules = &law().complaint;
    rules.clocks.iter().any(|clock| clock.basis.key == key)
        || (rules.procedure(key).is_some() && rules.clocks_of(key).next().is_none())
}

fn length(text: &str) -> Result<u32, EntryError> {
    let days = entry::count(text)?;
    if days == 0 {
        return Err(EntryError::Required);
    }
    let days = u32::try_from(days).ok().filter(|_| days <= LONGEST);
    days.ok_or_else(|| EntryError::NumberOutOfRange(text.to_owned()))
}

fn put(book: &Book, choice: ClockChoice) -> Operation {
    let mut draft = Draft::new(book, Action::Add(Kind::Clock));
    let span = choice.span;
    let same = book.clocks.iter();
    for (id, old) in same.filter(|(_, old)| old.clock == choice.clock) {
        let meets = |old: &Span| {
            span.to.is_none_or(|to| old.from <= to) && old.to.is_none_or(|to| to >= span.from)
        };
        if !meets(&old.span) {
            continue;
        }
        if old.span.from >= span.from {
            draft.remove(Key::Clock(id));
        } else {
            let ended = Span {
                from: old.span.from,
                to: span.from.pred_opt(),
            };
            draft.put(
                Key::Clock(id),
                ClockChoice {
                    span: ended,
                    ..old.clone()
                },
            );
        }
    }
    let id = ClockChoiceId(draft.fresh(Kind::Clock));
    draft.put(Key::Clock(id), choice);
    draft.finish()
}

/// Drafts the removal of an own time limit: the rules' one holds again.
#[must_use]
pub fn remove(book: &Book, id: ClockChoiceId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Clock));
    draft.remove(Key::Clock(id));
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    fn typed(length: &str, from: &str) -> NewClock {
        NewClock {
            clock: "khieu-nai.accept".to_owned(),
            length: length.to_owned(),
            working_days: true,
            from: from.to_owned(),
            to: String::new(),
            issuer: "UBND xã Mẫu".to_owned(),
            document: "15/QC-UBND".to_owned(),
        }
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_later_one_ends_the_earlier_one_and_removing_it_leaves_the_rules_own() {
        let mut book = Book::default();
        for new in [typed("5", "01/07/2026"), typed("3", "01/10/2026")] {
            let operation = set(&book, &new, 2026).expect("a time limit");
            book.apply(&operation).expect("a good operation");
        }
        let on = |book: &Book, text: &str| {
            let found = book.clock_on("khieu-nai.accept", day(text));
            found.map(|choice| choice.length)
        };
        assert_eq!(on(&book, "2026-06-30"), None);
        assert_eq!(on(&book, "2026-09-30"), Some(5));
        assert_eq!(on(&book, "2026-10-01"), Some(3));
        let (id, _) = book.clocks.iter().next_back().expect("the later one");
        let operation = remove(&book, id);
        book.apply(&operation).expect("a good operation");
        assert_eq!(on(&book, "2026-10-01"), None);
    }

    #[test]
    fn who_decided_and_with_what_is_asked_for_and_no_length_is_guessed() {
        let mut new = typed("0", "31/02/2026");
        new.clock = "khieu-nai".to_owned();
        new.issuer.clear();
        new.document.clear();
        let refused = set(&Book::default(), &new, 2026).expect_err("nothing fits");
        let fields: Vec<ClockField> = refused.into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            [
                ClockField::Clock,
                ClockField::Length,
                ClockField::From,
                ClockField::Issuer,
                ClockField::Document
            ]
        );
        new = typed("7", "01/07/2026");
        new.clock = "phan-anh".to_owned();
        new.to = "30/06/2026".to_owned();
        let refused = set(&Book::default(), &new, 2026).expect_err("ends before it begins");
        assert_eq!(refused[0].0, ClockField::To);
    }
}
