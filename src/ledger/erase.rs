//! Takes a person out of the records, as the law on personal data lets them ask.
//!
//! What others are measured by stays without saying whose it is: shares of a class are counted
//! over everybody of a year, so the figures of a closed period stay under a pseudonym where
//! somebody else was in office that year. Everything else about the person goes.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use crate::domain as d;
use crate::domain::{Day, OfficialId, Period, Span};

use super::texts::{Text, see_texts};
use super::{Action, Book, Change, Cleaned, Key, Operation, Record};

/// Takes one person out of any record, the same way in the book and in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eraser {
    official: OfficialId,
    /// What stands in place of the name.
    pseudonym: String,
    /// What is looked for in texts; nothing where a text that has it may mean somebody else.
    name: Option<String>,
    /// Years of which the figures stay.
    years: BTreeSet<u16>,
    /// Disciplinary decisions that stay.
    disciplines: BTreeSet<d::DisciplineId>,
}

impl Eraser {
    /// Takes an official of a book out.
    #[must_use]
    pub fn of(book: &Book, official: OfficialId, pseudonym: &str) -> Self {
        let years = years_to_keep(book, official);
        let own = book.disciplines.of(official);
        let kept = own.filter(|(_, it)| years.contains(&year(it.effective)));
        Self {
            official,
            pseudonym: pseudonym.to_owned(),
            name: name_of(book, official),
            disciplines: kept.map(|(id, _)| id).collect(),
            years,
        }
    }

    /// Whom it takes out.
    #[must_use]
    pub const fn official(&self) -> OfficialId {
        self.official
    }

    /// The years of which the figures stay under the pseudonym.
    #[must_use]
    pub const fn years(&self) -> &BTreeSet<u16> {
        &self.years
    }

    /// True when the name is looked for in texts about others too.
    #[must_use]
    pub const fn finds_mentions(&self) -> bool {
        self.name.is_some()
    }

    /// The operation on a book. It holds what is taken out, so it is never written as it is.
    #[must_use]
    pub fn operation(&self, book: &Book, cleaned: Cleaned) -> Operation {
        let mut operation = Operation::new(Action::Erase {
            official: self.official,
            cleaned,
        });
        for (key, before) in book.all() {
            let after = self.record(key, &before);
            if after.as_ref() != Some(&before) {
                let before = Some(before);
                operation.changes.push(Change { key, before, after });
            }
        }
        operation
    }

    /// A record without the person; nothing when nothing of it may stay.
    #[must_use]
    pub fn record(&self, key: Key, record: &Record) -> Option<Record> {
        let mut record = record.clone();
        if self.is_about(key, &record) {
            if !self.stays(key, &mut record) {
                return None;
            }
            see_texts(&mut record, &mut |text| match text {
                Text::Free(text) => text.clear(),
                Text::Note(text) => *text = None,
                Text::Name(_) | Text::Label(_) => {}
            });
        }
        see_texts(&mut record, &mut |text| match text {
            Text::Free(text) | Text::Name(text) => self.hide(text),
            Text::Note(text) | Text::Label(text) => {
                if let Some(text) = text {
                    self.hide(text);
                }
            }
        });
        Some(record)
    }

    /// A text without the name; nothing when it does not have it.
    #[must_use]
    pub fn text(&self, text: &str) -> Option<String> {
        let name = self.name.as_ref()?;
        replaced(text, name, &self.pseudonym)
    }

    fn hide(&self, text: &mut String) {
        if let Some(hidden) = self.text(text) {
            *text = hidden;
        }
    }

    fn is_about(&self, key: Key, record: &Record) -> bool {
        let owner = match (key, record) {
            (
                Key::Official(owner)
                | Key::General(owner, _)
                | Key::Leadership(owner, _)
                | Key::Support(owner, _)
                | Key::Confirmation(owner, _)
                | Key::ForeignScore(owner, _),
                _,
            ) => Some(owner),
            (_, Record::Position(it)) => Some(it.official),
            (_, Record::Absence(it)) => Some(it.official),
            (_, Record::Discipline(it)) => Some(it.official),
            (_, Record::GateConclusion(it)) => Some(it.official),
            (_, Record::Decision(it)) => Some(it.official),
            (_, Record::Assignment(it)) => it.official,
            (_, Record::Complaint(it)) => it.official,
            (_, Record::Incident(it)) => it.official,
            _ => None,
        };
        owner == Some(self.official)
    }

    /// Whether a record about the person may stay, made fit to stay.
    fn stays(&self, key: Key, record: &mut Record) -> bool {
        let kept = |day: Day| self.years.contains(&year(day));
        match record {
            Record::Official(it) => {
                let name = self.pseudonym.clone();
                *it = d::Official {
                    name,
                    ..d::Official::default()
                };
                !self.years.is_empty()
            }
            Record::Position(it) => self.overlaps(it.span),
            Record::Absence(it) => self.overlaps(it.span),
            Record::Discipline(it) => {
                it.act_on = None;
                it.same_act_as = it
                    .same_act_as
                    .filter(|other| self.disciplines.contains(other));
                kept(it.effective)
            }
            Record::GateConclusion(it) => self.years.contains(&it.year),
            Record::Decision(it) => self.years.contains(&it.year),
            // The work and what happened are the agency's; whose it was goes.
            Record::Assignment(it) => {
                let day = it.due.or(it.assigned_on);
                it.official = it.official.filter(|_| day.is_some_and(kept));
                true
            }
            Record::Complaint(it) => {
                it.official = it.official.filter(|_| kept(it.received));
                true
            }
            Record::Incident(it) => {
                it.official = it.official.filter(|_| kept(it.on));
                true
            }
            _ => key
                .period()
                .is_some_and(|period| self.years.contains(&period.year())),
        }
    }

    fn overlaps(&self, span: Span) -> bool {
        let days = |year: &u16| Span {
            from: Period::Year(*year).first_day(),
            to: Some(Period::Year(*year).last_day()),
        };
        self.years.iter().map(days).any(|year| span.overlaps(&year))
    }
}

fn year(day: Day) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}

/// The years with a closed period of the person in which somebody else was in office.
fn years_to_keep(book: &Book, official: OfficialId) -> BTreeSet<u16> {
    let confirmed = book.confirmations.iter();
    let confirmed = confirmed.filter(|((who, _), it)| *who == official && it.unlocked.is_none());
    let decided = book.decisions.of(official).map(|(_, it)| it.year);
    let closed = confirmed
        .map(|((_, period), _)| period.year())
        .chain(decided);
    let others = |year: &u16| {
        let days = Span {
            from: Period::Year(*year).first_day(),
            to: Some(Period::Year(*year).last_day()),
        };
        let mut positions = book.positions.iter();
        positions.any(|(_, it)| it.official != official && it.span.overlaps(&days))
    };
    closed.filter(others).collect()
}

/// The name to look for in texts: of one word alone, or shared by two people, it proves nothing.
fn name_of(book: &Book, official: OfficialId) -> Option<String> {
    let name = lowered(book.official_name(official).trim());
    let shared = book
        .officials
        .iter()
        .any(|(id, other)| id != official && lowered(other.name.trim()) == name);
    (name.contains(' ') && !shared).then_some(name)
}

fn lowered(text: &str) -> String {
    text.to_lowercase()
}

/// A text with a name, given in small letters, replaced wherever it stands as whole words;
/// nothing when it does not.
fn replaced(text: &str, name: &str, by: &str) -> Option<String> {
    let (mut made, mut rest, mut found) = (String::new(), text, false);
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        match prefix(rest, name) {
            Some(length) if !is_word(before) && !is_word(rest[length..].chars().next()) => {
                made.push_str(by);
                before = rest[..length].chars().next_back();
                rest = &rest[length..];
                found = true;
            }
            _ => {
                made.push(first);
                before = Some(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    found.then_some(made)
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_alphanumeric)
}

/// How many bytes of a text a name takes that stands at its beginning.
fn prefix(text: &str, name: &str) -> Option<usize> {
    let mut wanted = name.chars();
    let mut next = wanted.next()?;
    for (at, letter) in text.char_indices() {
        for small in letter.to_lowercase() {
            if small != next {
                return None;
            }
            let Some(following) = wanted.next() else {
                return Some(at + letter.len_utf8());
            };
            next = following;
        }
    }
    None
}
