//! Whose scores an operation can change, besides the leaders above them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{Discipline, LineEffect, OfficialId, Period};
use crate::ledger::{Book, Change, Key, Operation, Record};

use super::placement::place;
use super::scores::Scores;
use super::terms::TermsTable;

/// Operations with more changes than this are cheaper to compute from scratch.
const MANY: usize = 5_000;

/// What an operation reaches.
#[derive(Debug)]
pub(super) enum Footprint {
    /// Possibly everybody.
    Everything,
    /// These officials.
    Officials {
        /// Whose own records changed.
        touched: BTreeSet<OfficialId>,
        /// The years with records afterwards.
        years: BTreeMap<u16, u32>,
    },
}

/// What an operation that has been applied to the book reaches.
pub(super) fn footprint(
    scores: &Scores,
    book: &Book,
    table: &TermsTable,
    operation: &Operation,
) -> Footprint {
    let too_many = operation.changes.len() > MANY;
    if too_many || book.agency.tracking != scores.tracking() {
        return Footprint::Everything;
    }
    let mut touched = BTreeSet::new();
    let mut years = scores.record_counts().clone();
    for change in &operation.changes {
        if reaches_everybody(change) {
            return Footprint::Everything;
        }
        for record in change.before.iter().chain(&change.after) {
            touched.extend(officials_of(book, change.key, record));
        }
        if let Some(before) = &change.before {
            for year in years_of(change.key, before, table) {
                if let Some(count) = years.get_mut(&year) {
                    *count = count.saturating_sub(1);
                }
            }
        }
        if let Some(after) = &change.after {
            for year in years_of(change.key, after, table) {
                *years.entry(year).or_default() += 1;
            }
        }
    }
    years.retain(|_, count| *count > 0);
    if years.keys().ne(scores.record_counts().keys()) {
        return Footprint::Everything;
    }
    Footprint::Officials { touched, years }
}

fn reaches_everybody(change: &Change) -> bool {
    match (&change.before, &change.after) {
        (Some(Record::Reading(_) | Record::Calendar(_) | Record::LocalRules(_)), _)
        | (_, Some(Record::Reading(_) | Record::Calendar(_) | Record::LocalRules(_)))
        | (Some(Record::Unit(_)), None)
        | (None, Some(Record::Unit(_))) => true,
        (Some(Record::Unit(before)), Some(Record::Unit(after))) => before.parent != after.parent,
        _ => false,
    }
}

/// The officials a record is about.
fn officials_of(book: &Book, key: Key, record: &Record) -> Vec<OfficialId> {
    if let Key::UnitYear(unit, _) = key {
        let heads = book
            .positions
            .iter()
            .filter(|(_, position)| position.unit == unit);
        return heads.map(|(_, position)| position.official).collect();
    }
    let by_key = match key {
        Key::Official(official)
        | Key::General(official, _)
        | Key::Leadership(official, _)
        | Key::Support(official, _)
        | Key::Confirmation(official, _)
        | Key::ForeignScore(official, _) => Some(official),
        _ => None,
    };
    let by_record = match record {
        Record::Position(position) => Some(position.official),
        Record::Absence(absence) => Some(absence.official),
        Record::Assignment(task) => task.official,
        Record::Complaint(complaint) => complaint.official,
        Record::Incident(incident) => incident.official,
        Record::Discipline(discipline) => Some(discipline.official),
        Record::GateConclusion(conclusion) => Some(conclusion.official),
        Record::Decision(decision) => Some(decision.official),
        _ => None,
    };
    by_key.or(by_record).into_iter().collect()
}

/// The years a record bears on; only years with a record are scored.
fn years_of(key: Key, record: &Record, table: &TermsTable) -> Vec<u16> {
    let of_key = key.period().map(Period::year);
    let of_record = match record {
        Record::Assignment(task) => {
            let Some(placement) = task.official.and_then(|_| place(task, table)) else {
                return Vec::new();
            };
            let periods = placement.shares(table.tracking());
            return periods.map(|(period, _)| period.year()).collect();
        }
        Record::Complaint(complaint) => return effect_years(&complaint.effects),
        Record::Incident(incident) => return effect_years(&incident.effects),
        Record::Discipline(discipline) => discipline_year(discipline),
        Record::GateConclusion(conclusion) => Some(conclusion.year),
        Record::Decision(decision) => Some(decision.year),
        _ => None,
    };
    of_key.or(of_record).into_iter().collect()
}

fn effect_years(effects: &[LineEffect]) -> Vec<u16> {
    let mut years: Vec<u16> = effects.iter().map(|e| e.month.year()).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn discipline_year(discipline: &Discipline) -> Option<u16> {
    u16::try_from(discipline.effective.year()).ok()
}

/// The years with records of a whole book, and how many records each has; `tasks` are the
/// numbers of tasks that count in each period.
pub(super) fn years_of_book(
    book: &Book,
    tasks: impl Iterator<Item = (u16, u32)>,
) -> BTreeMap<u16, u32> {
    let mut years: BTreeMap<u16, u32> = BTreeMap::new();
    for (year, count) in tasks {
        *years.entry(year).or_default() += count;
    }
    let mut note = |found: Vec<u16>| {
        for year in found {
            *years.entry(year).or_default() += 1;
        }
    };
    for (_, complaint) in book.complaints.iter() {
        note(effect_years(&complaint.effects));
    }
    for (_, incident) in book.incidents.iter() {
        note(effect_years(&incident.effects));
    }
    note(
        book.generals
            .iter()
            .map(|((_, period), _)| period.year())
            .collect(),
    );
    note(
        book.leaderships
            .iter()
            .map(|((_, period), _)| period.year())
            .collect(),
    );
    note(
        book.supports
            .iter()
            .map(|((_, period), _)| period.year())
            .collect(),
    );
    note(
        book.confirmations
            .iter()
            .map(|((_, period), _)| period.year())
            .collect(),
    );
    note(
        book.foreign_scores
            .iter()
            .map(|((_, month), _)| month.year())
            .collect(),
    );
    note(book.unit_years.iter().map(|((_, year), _)| year).collect());
    note(
        book.disciplines
            .iter()
            .filter_map(|(_, d)| discipline_year(d))
            .collect(),
    );
    note(book.gate_conclusions.iter().map(|(_, c)| c.year).collect());
    note(book.decisions.iter().map(|(_, d)| d.year).collect());
    years
}
