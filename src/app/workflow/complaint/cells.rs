//! Complaints as a register whose cells are entered: what the correction of one may change.
//!
//! Steps, conclusions and effects are never cells: each has its document and its own form.

use crate::domain::{Complaint, ComplaintId, Month};
use crate::ledger::{Book, Draft, Key, Kind, Record};
use crate::text::{format_date, search_key};

use super::super::basis;
use super::super::entry::{self, EntryError, day_between};
use super::super::paste::{CellField, Holds, When};
use super::super::task::{About, Known, person_text};
use super::{number_after, number_taken};

/// A cell of the register of complaints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComplaintCell {
    /// Number.
    Number,
    /// Day of receipt.
    Received,
    /// What it says.
    Summary,
    /// Whom it is about: a person, or only a unit.
    About,
    /// The unit it is about.
    Unit,
    /// The directive's criterion.
    Criterion,
    /// Kind of procedure.
    Procedure,
}

/// A complaint while its cells are entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintLine {
    id: Option<ComplaintId>,
    record: Complaint,
    /// Nothing until a new one was given its day.
    received: bool,
}

impl CellField for ComplaintCell {
    type Id = ComplaintId;
    type Row = ComplaintLine;
    const KIND: Kind = Kind::Complaint;
    const FIELDS: &'static [Self] = &[
        Self::Number,
        Self::Received,
        Self::Summary,
        Self::About,
        Self::Unit,
        Self::Criterion,
        Self::Procedure,
    ];

    fn column(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Received => "received",
            Self::Summary => "summary",
            Self::About => "about",
            Self::Unit => "unit",
            Self::Criterion => "criterion",
            Self::Procedure => "procedure",
        }
    }

    fn holds(self) -> Holds {
        match self {
            Self::Number | Self::Summary => Holds::Words,
            Self::Received => Holds::Day,
            Self::About => Holds::PersonOrUnit,
            Self::Unit => Holds::Unit,
            Self::Criterion | Self::Procedure => Holds::Other,
        }
    }

    fn is_choice(self) -> bool {
        matches!(self, Self::Criterion | Self::Procedure)
    }

    fn is_unique(self) -> bool {
        self == Self::Number
    }

    fn id(number: u32) -> ComplaintId {
        ComplaintId(number)
    }

    fn row(book: &Book, id: ComplaintId, _month: Month) -> Option<ComplaintLine> {
        Some(ComplaintLine {
            id: Some(id),
            record: book.complaints.get(id)?.clone(),
            received: true,
        })
    }

    fn blank(_book: &Book, when: When) -> ComplaintLine {
        ComplaintLine {
            id: None,
            record: Complaint::new(String::new(), when.today),
            received: false,
        }
    }

    fn set(
        self,
        known: &Known<'_>,
        row: &mut ComplaintLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let text = text.trim();
        entry::plain(text)?;
        let text = if self.is_nothing(text) { "" } else { text };
        let record = &mut row.record;
        match self {
            Self::Number => {
                let number = entry::text(text).ok_or(EntryError::Required)?;
                if number_taken(known.book(), row.id, &number) {
                    return Err(EntryError::Taken(number));
                }
                record.number = number;
            }
            Self::Received => {
                let first_step = record.steps.first().map(|step| step.on);
                let latest = first_step.unwrap_or(when.today);
                record.received = day_between(text, None, latest, when.year())?;
                row.received = true;
            }
            Self::Summary => {
                record.summary = entry::text(text).ok_or(EntryError::Required)?;
            }
            Self::About => about(known, record, text)?,
            Self::Unit => record.unit = known.unit(text)?,
            // One of before that takes no complaints any more stays what it is.
            Self::Criterion if record.criterion.as_deref() == Some(text) => {}
            Self::Criterion => record.criterion = named(text, basis::criterion)?,
            Self::Procedure => record.procedure = named(text, basis::procedure)?,
        }
        Ok(())
    }

    fn text(self, book: &Book, row: &ComplaintLine) -> String {
        let record = &row.record;
        let unit = || {
            let unit = record.unit.and_then(|unit| book.units.get(unit));
            unit.map(|unit| unit.name.clone()).unwrap_or_default()
        };
        match self {
            Self::Number => record.number.clone(),
            Self::Received if row.received => format_date(record.received),
            Self::Received => String::new(),
            Self::Summary => record.summary.clone(),
            Self::About => record
                .official
                .and_then(|id| book.officials.get(id))
                .map_or_else(unit, person_text),
            Self::Unit => unit(),
            Self::Criterion => record.criterion.clone().unwrap_or_default(),
            Self::Procedure => record.procedure.clone().unwrap_or_default(),
        }
    }

    fn missing(
        _book: &Book,
        row: &ComplaintLine,
        _is_new: bool,
        _given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self> {
        let needed = [
            (Self::Received, !row.received),
            (Self::Summary, row.record.summary.is_empty()),
        ];
        let missing = needed.into_iter().filter(|(_, missing)| *missing);
        missing.map(|(field, _)| field).collect()
    }

    fn takes_number(row: &ComplaintLine) -> bool {
        row.record.number.is_empty()
    }

    fn put(draft: &mut Draft<'_>, id: Option<ComplaintId>, row: &ComplaintLine) {
        let mut record = row.record.clone();
        if record.number.is_empty() {
            record.number = free_number(draft);
        }
        let id = id.unwrap_or_else(|| ComplaintId(draft.fresh(Kind::Complaint)));
        draft.put(Key::Complaint(id), record);
    }
}

impl ComplaintCell {
    /// Whether a text is what the cell shows, and is copied as, while it is empty.
    fn is_nothing(self, text: &str) -> bool {
        const WORDS: [&str; 2] = ["chua xac dinh", "not determined"];
        let shows_words = matches!(
            self,
            Self::About | Self::Unit | Self::Criterion | Self::Procedure
        );
        shows_words && WORDS.contains(&search_key(text).as_str())
    }
}

/// The number after the last one, drafted or recorded.
fn free_number(draft: &Draft<'_>) -> String {
    let drafted = draft.changes().filter_map(|change| match &change.after {
        Some(Record::Complaint(complaint)) => Some(complaint.number.as_str()),
        _ => None,
    });
    let drafted: Vec<&str> = drafted.collect();
    let book = draft.book();
    let recorded = book.complaints.iter().next_back();
    let recorded = recorded.map(|(_, complaint)| complaint.number.as_str());
    let last = drafted.last().copied().or(recorded).unwrap_or("PA.000");
    number_after(last, |number| {
        drafted.contains(&number) || number_taken(book, None, number)
    })
}

/// Whom a complaint is about stays once an effect on their score is decided.
fn about(known: &Known<'_>, record: &mut Complaint, text: &str) -> Result<(), EntryError> {
    let (official, unit) = match known.about(text)? {
        Some(About::Person(official)) => (Some(official), record.unit),
        Some(About::Unit(unit)) => (None, Some(unit)),
        None => (None, record.unit),
    };
    if official != record.official && !record.effects.is_empty() {
        return Err(EntryError::RestedOn);
    }
    (record.official, record.unit) = (official, unit);
    Ok(())
}

fn named(
    text: &str,
    find: fn(&str) -> Result<String, EntryError>,
) -> Result<Option<String>, EntryError> {
    if text.is_empty() {
        return Ok(None);
    }
    find(text).map(Some)
}

#[cfg(test)]
mod tests;
