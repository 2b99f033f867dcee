//! Locked periods: a confirmed period keeps what it was scored from.

use crate::app::law;
use crate::domain::{Assignment, Month, OfficialId, Period, Span};
use crate::engine::{TermsTable, place};
use crate::ledger::Book;

use super::entry::EntryError;

/// In which months tasks count, as the engine places them.
#[derive(Debug)]
pub struct Months(TermsTable<'static>);

impl Months {
    /// For the tasks of a book.
    #[must_use]
    pub fn of(book: &Book) -> Self {
        Self(TermsTable::new(book, law()))
    }

    /// Every month a task counts in, earliest first: that of its deadline in force (the next
    /// year's first for one after the last that counts), else of its assignment; with lines
    /// split by shares (R9) all from its assignment on. None for a task without days.
    pub fn of_task(&self, task: &Assignment) -> impl Iterator<Item = Month> {
        let placed = place(task, &self.0);
        let first = placed.map(|placed| placed.first);
        let months = placed.map_or(0, |placed| placed.months as usize);
        std::iter::successors(first, |month| Some(month.next())).take(months)
    }
}

/// The confirmed period that holds a month for an official, if any.
#[must_use]
pub fn locked(book: &Book, official: OfficialId, month: Month) -> Option<Period> {
    let periods = [Period::Month(month), Period::quarter_of(month)];
    periods.into_iter().find(|period| {
        book.confirmations
            .get((official, *period))
            .is_some_and(|confirmation| confirmation.unlocked.is_none())
    })
}

/// The confirmed periods of a book, for asking about many tasks: the table of months is made
/// once.
#[derive(Debug)]
pub struct Locks<'a> {
    book: &'a Book,
    /// Nothing while no period is confirmed.
    months: Option<Months>,
}

impl<'a> Locks<'a> {
    /// Those of a book.
    #[must_use]
    pub fn of(book: &'a Book) -> Self {
        Self {
            book,
            months: (!book.confirmations.is_empty()).then(|| Months::of(book)),
        }
    }

    /// Refuses a change to a task that counts in a confirmed period, before or after the change.
    ///
    /// # Errors
    /// [`EntryError::Locked`] with the first confirmed period it counts in.
    pub fn check(&self, task: &Assignment) -> Result<(), EntryError> {
        let (Some(official), Some(months)) = (task.official, &self.months) else {
            return Ok(());
        };
        let mut confirmed = months
            .of_task(task)
            .filter_map(|month| locked(self.book, official, month));
        confirmed
            .next()
            .map_or(Ok(()), |period| Err(EntryError::Locked(period)))
    }
}

/// What [`Locks::check`] says of one task.
///
/// # Errors
/// [`EntryError::Locked`] with the first confirmed period it counts in.
pub fn check_task(book: &Book, task: &Assignment) -> Result<(), EntryError> {
    Locks::of(book).check(task)
}

/// Refuses a change to where an official stands while a period of it is confirmed.
///
/// # Errors
/// [`EntryError::Locked`] with the first confirmed period that touches the days.
pub fn check_span(book: &Book, official: OfficialId, span: Span) -> Result<(), EntryError> {
    let mut confirmed = book.confirmations.iter().filter(|((who, period), it)| {
        let days = Span {
            from: period.first_day(),
            to: Some(period.last_day()),
        };
        *who == official && it.unlocked.is_none() && span.overlaps(&days)
    });
    confirmed
        .next()
        .map_or(Ok(()), |((_, period), _)| Err(EntryError::Locked(period)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::tests::one_official;
    use crate::domain::{
        Class, Confirmation, Day, Decimal, Exact, Origin, ReadingChoice, ReadingChoiceId, Span,
    };
    use crate::ledger::Key;

    const WHO: OfficialId = OfficialId(1);

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn task(assigned: &str, due: &str) -> Assignment {
        Assignment {
            code: None,
            name: None,
            official: Some(WHO),
            unit: None,
            product: None,
            coefficient: Decimal::from_whole(1),
            assigned: Decimal::from_whole(1),
            completed: Decimal::ZERO,
            assigned_on: Some(day(assigned)),
            due: Some(day(due)),
            finished: None,
            origin: Origin::Planned,
            handed_back: None,
            events: Vec::new(),
            note: None,
        }
    }

    fn confirmed(periods: &[&str]) -> Book {
        let mut book = one_official();
        for period in periods {
            let confirmation = Confirmation {
                version: 1,
                on: day("2026-12-31"),
                by: "Chủ tịch".to_owned(),
                total: Exact::whole(80),
                general: Exact::whole(25),
                result: Exact::one(),
                class: Class::Good,
                readings: Vec::new(),
                unlocked: None,
            };
            let period = Period::parse(period).expect("a period");
            let key = Key::Confirmation(WHO, period);
            assert!(book.put(key, Some(confirmation.into())));
        }
        book
    }

    fn by_shares(book: &mut Book) {
        let choice = ReadingChoice {
            reading: "R9".to_owned(),
            option: "by_shares".to_owned(),
            span: Span {
                from: day("2026-01-01"),
                to: None,
            },
            issuer: None,
            document: None,
        };
        let key = Key::Reading(ReadingChoiceId(1));
        assert!(book.put(key, Some(choice.into())));
    }

    fn held_by(book: &Book, task: &Assignment) -> Option<String> {
        match check_task(book, task) {
            Err(EntryError::Locked(period)) => Some(period.to_string()),
            answer => answer.is_err().then(String::new),
        }
    }

    #[test]
    fn a_task_due_after_the_last_day_that_counts_is_locked_with_the_next_january() {
        let late = task("2026-12-01", "2026-12-16");
        let counted = task("2026-12-01", "2026-12-15");
        let december = confirmed(&["2026-12"]);
        assert_eq!(held_by(&december, &late), None);
        assert_eq!(held_by(&december, &counted), Some("2026-12".to_owned()));
        let january = confirmed(&["2027-01"]);
        assert_eq!(held_by(&january, &late), Some("2027-01".to_owned()));
        assert_eq!(held_by(&january, &counted), None);
    }

    #[test]
    fn a_task_of_several_months_is_locked_by_each_of_them_when_split_by_shares() {
        let long = task("2026-03-10", "2026-06-20");
        for month in ["2026-03", "2026-04", "2026-05"] {
            let mut book = confirmed(&[month]);
            assert_eq!(held_by(&book, &long), None, "only June counts");
            by_shares(&mut book);
            assert_eq!(held_by(&book, &long), Some(month.to_owned()));
        }
        let mut book = confirmed(&["2026-06", "2026-04", "2026-07"]);
        assert_eq!(held_by(&book, &long), Some("2026-06".to_owned()));
        by_shares(&mut book);
        assert_eq!(held_by(&book, &long), Some("2026-04".to_owned()));
        let mut months = confirmed(&["2026-02", "2026-07"]);
        by_shares(&mut months);
        assert_eq!(held_by(&months, &long), None);
        let quarter = confirmed(&["2026-Q2"]);
        assert_eq!(held_by(&quarter, &long), Some("2026-Q2".to_owned()));
    }
}
