//! Incidents as a register whose cells are entered: what the correction of one may change.
//!
//! What the official says and the review are never cells: each has its own form.

use crate::domain::{Incident, IncidentId, Month};
use crate::ledger::{Book, Draft, Key, Kind};
use crate::text::format_date;

use super::super::basis;
use super::super::entry::{self, EntryError, day_between};
use super::super::paste::{CellField, Holds, When};
use super::super::task::{About, Known, person_text};

/// A cell of the register of incidents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncidentCell {
    /// The day it happened.
    On,
    /// What happened.
    Summary,
    /// Whom it is about: a person, or only a unit.
    About,
    /// The criterion.
    Criterion,
    /// Who recorded it.
    RecordedBy,
}

/// An incident while its cells are entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentLine {
    record: Incident,
    /// False until a new one was given its day.
    dated: bool,
}

impl CellField for IncidentCell {
    type Id = IncidentId;
    type Row = IncidentLine;
    const KIND: Kind = Kind::Incident;
    const FIELDS: &'static [Self] = &[
        Self::On,
        Self::Summary,
        Self::About,
        Self::Criterion,
        Self::RecordedBy,
    ];

    fn column(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Summary => "summary",
            Self::About => "about",
            Self::Criterion => "criterion",
            Self::RecordedBy => "recorded_by",
        }
    }

    fn holds(self) -> Holds {
        match self {
            Self::On => Holds::Day,
            Self::Summary | Self::RecordedBy => Holds::Words,
            Self::About => Holds::PersonOrUnit,
            Self::Criterion => Holds::Other,
        }
    }

    fn is_choice(self) -> bool {
        self == Self::Criterion
    }

    fn id(number: u32) -> IncidentId {
        IncidentId(number)
    }

    fn row(book: &Book, id: IncidentId, _month: Month) -> Option<IncidentLine> {
        Some(IncidentLine {
            record: book.incidents.get(id)?.clone(),
            dated: true,
        })
    }

    fn blank(_book: &Book, when: When) -> IncidentLine {
        IncidentLine {
            record: Incident {
                on: when.today,
                criterion: String::new(),
                official: None,
                unit: None,
                assignment: None,
                summary: String::new(),
                recorded_by: String::new(),
                evidence: None,
                explanation: None,
                reviews: Vec::new(),
                effects: Vec::new(),
            },
            dated: false,
        }
    }

    fn set(
        self,
        known: &Known<'_>,
        row: &mut IncidentLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let text = text.trim();
        entry::plain(text)?;
        let mut changed = row.record.clone();
        let needed = || entry::text(text).ok_or(EntryError::Required);
        match self {
            Self::On => changed.on = day_between(text, None, when.today, when.year())?,
            Self::Summary => changed.summary = needed()?,
            Self::RecordedBy => changed.recorded_by = needed()?,
            Self::Criterion => changed.criterion = basis::criterion(&needed()?)?,
            Self::About => about(known, &mut changed, text)?,
        }
        let before = &row.record;
        let rests = !before.reviews.is_empty() || !before.effects.is_empty();
        let moved = changed.on != before.on
            || changed.criterion != before.criterion
            || changed.official != before.official;
        if rests && moved {
            return Err(EntryError::RestedOn);
        }
        row.record = changed;
        row.dated |= self == Self::On;
        Ok(())
    }

    fn text(self, book: &Book, row: &IncidentLine) -> String {
        let record = &row.record;
        let unit = || {
            let unit = record.unit.and_then(|unit| book.units.get(unit));
            unit.map(|unit| unit.name.clone()).unwrap_or_default()
        };
        match self {
            Self::On if row.dated => format_date(record.on),
            Self::On => String::new(),
            Self::Summary => record.summary.clone(),
            Self::About => record
                .official
                .and_then(|id| book.officials.get(id))
                .map_or_else(unit, person_text),
            Self::Criterion => record.criterion.clone(),
            Self::RecordedBy => record.recorded_by.clone(),
        }
    }

    fn missing(
        _book: &Book,
        row: &IncidentLine,
        _is_new: bool,
        _given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self> {
        let record = &row.record;
        let needed = [
            (Self::On, !row.dated),
            (Self::Summary, record.summary.is_empty()),
            (
                Self::About,
                record.official.is_none() && record.unit.is_none(),
            ),
            (Self::Criterion, record.criterion.is_empty()),
            (Self::RecordedBy, record.recorded_by.is_empty()),
        ];
        let missing = needed.into_iter().filter(|(_, missing)| *missing);
        missing.map(|(field, _)| field).collect()
    }

    fn put(draft: &mut Draft<'_>, id: Option<IncidentId>, row: &IncidentLine) {
        let id = id.unwrap_or_else(|| IncidentId(draft.fresh(Kind::Incident)));
        draft.put(Key::Incident(id), row.record.clone());
    }
}

/// An incident is about a person or a unit; with a person named the unit stays as it is.
fn about(known: &Known<'_>, record: &mut Incident, text: &str) -> Result<(), EntryError> {
    match known.about(text)? {
        Some(About::Person(official)) => record.official = Some(official),
        Some(About::Unit(unit)) => (record.official, record.unit) = (None, Some(unit)),
        None if record.unit.is_none() => return Err(EntryError::Required),
        None => record.official = None,
    }
    Ok(())
}

#[cfg(test)]
mod tests;
