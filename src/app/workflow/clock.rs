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

/// Drafts an own time limit; others for the same stage keep the days it does not hold.
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

/// What setting an own time limit comes to beside those there already for the same stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The days it holds: one without an end gives way to one that begins later.
    pub span: Span,
    /// Those it takes days from, with the days left to them; none for one that goes.
    pub cut: Vec<(ClockChoiceId, ClockChoice, Vec<Span>)>,
}

/// Foresees what [`set`] would do to other time limits; nothing while the days are not typed.
#[must_use]
pub fn foresee(book: &Book, new: &NewClock, year: u16) -> Option<Outcome> {
    let from = entry::day(&new.from, year).ok().flatten()?;
    let to = entry::day(&new.to, year).ok()?;
    let in_order = to.is_none_or(|to| to >= from);
    (in_order && is_known(&new.clock)).then(|| outcome(book, &new.clock, Span { from, to }))
}

fn outcome(book: &Book, clock: &str, typed: Span) -> Outcome {
    let same = || book.clocks.iter().filter(|(_, old)| old.clock == clock);
    let later = same().filter(|(_, old)| old.span.from > typed.from);
    let next = later.map(|(_, old)| old.span.from).min();
    let span = Span {
        to: typed.to.or_else(|| next?.pred_opt()),
        ..typed
    };
    let cut = same().filter(|(_, old)| meets(old.span, span));
    let cut = cut.map(|(id, old)| (id, old.clone(), left(old.span, span)));
    Outcome {
        span,
        cut: cut.collect(),
    }
}

fn meets(one: Span, other: Span) -> bool {
    let before_end = |span: Span, day| span.to.is_none_or(|to| day <= to);
    before_end(other, one.from) && before_end(one, other.from)
}

/// The days of an earlier time limit before and after those of a new one.
fn left(old: Span, new: Span) -> Vec<Span> {
    let before = (old.from < new.from).then(|| Span {
        from: old.from,
        to: new.from.pred_opt(),
    });
    let after = new
        .to
        .and_then(|to| to.succ_opt())
        .map(|from| Span { from, to: old.to });
    let after = after.filter(|after| after.to.is_none_or(|to| after.from <= to));
    before.into_iter().chain(after).collect()
}

fn put(book: &Book, choice: ClockChoice) -> Operation {
    let mut draft = Draft::new(book, Action::Add(Kind::Clock));
    let Outcome { span, cut } = outcome(book, &choice.clock, choice.span);
    for (id, old, left) in cut {
        if left.is_empty() {
            draft.remove(Key::Clock(id));
        }
        for (at, span) in left.into_iter().enumerate() {
            let id = match at {
                0 => id,
                _ => ClockChoiceId(draft.fresh(Kind::Clock)),
            };
            let old = old.clone();
            draft.put(Key::Clock(id), ClockChoice { span, ..old });
        }
    }
    let id = ClockChoiceId(draft.fresh(Kind::Clock));
    draft.put(Key::Clock(id), ClockChoice { span, ..choice });
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
    fn one_for_some_days_leaves_the_earlier_one_the_days_before_and_after() {
        let mut book = Book::default();
        let mut short = typed("2", "01/08/2026");
        short.to = "31/08/2026".to_owned();
        for new in [typed("5", "01/07/2026"), short] {
            let operation = set(&book, &new, 2026).expect("a time limit");
            book.apply(&operation).expect("a good operation");
        }
        let on = |text: &str| {
            let found = book.clock_on("khieu-nai.accept", day(text));
            found.map(|choice| choice.length)
        };
        let days = ["2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01"];
        assert_eq!(days.map(on), [Some(5), Some(2), Some(2), Some(5)]);
        assert_eq!(book.clocks.len(), 3);
    }

    #[test]
    fn one_without_an_end_gives_way_to_one_that_begins_later_and_replaces_one_of_its_own_day() {
        let mut book = Book::default();
        for new in [typed("3", "01/10/2026"), typed("5", "01/07/2026")] {
            let operation = set(&book, &new, 2026).expect("a time limit");
            book.apply(&operation).expect("a good operation");
        }
        let on = |book: &Book, text: &str| {
            let found = book.clock_on("khieu-nai.accept", day(text));
            found.map(|choice| choice.length)
        };
        assert_eq!(on(&book, "2026-09-30"), Some(5));
        assert_eq!(on(&book, "2026-10-01"), Some(3));
        let mended = typed("4", "01/07/2026");
        let foreseen = foresee(&book, &mended, 2026).expect("days");
        assert_eq!(foreseen.span.to, Some(day("2026-09-30")));
        let gone: Vec<_> = foreseen
            .cut
            .iter()
            .map(|(_, old, left)| (old.length, left.len()))
            .collect();
        assert_eq!(gone, [(5, 0)]);
        let operation = set(&book, &mended, 2026).expect("a time limit");
        book.apply(&operation).expect("a good operation");
        assert_eq!(on(&book, "2026-09-30"), Some(4));
        assert_eq!(on(&book, "2026-10-01"), Some(3));
        assert_eq!(foresee(&book, &typed("4", ""), 2026), None);
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
