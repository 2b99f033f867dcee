//! What the book refuses: impossible values and references that point nowhere.
//!
//! Values that are merely doubtful (completed above assigned, finished before assigned)
//! are findings for people to judge, not errors here.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::domain as d;

use super::{Book, Change, Key, Operation, Record};

/// Why an operation was not applied.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ApplyError {
    /// The record is not as the operation says it was.
    #[error("{0:?} has changed meanwhile")]
    Stale(Key),
    /// The record points to another that is not there.
    #[error("{from:?} refers to {to:?}, which does not exist")]
    Dangling {
        /// The record that refers.
        from: Key,
        /// The record that is missing.
        to: Key,
    },
    /// A record still in use would be removed.
    #[error("{used:?} is still used by {by:?}")]
    InUse {
        /// The record to be removed.
        used: Key,
        /// A record that refers to it.
        by: Key,
    },
    /// A value that cannot be.
    #[error("{key:?}: {value:?}")]
    Impossible {
        /// The record.
        key: Key,
        /// What is wrong.
        value: ImpossibleValue,
    },
}

/// A value no record may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImpossibleValue {
    /// A quantity or coefficient below zero.
    NegativeQuantity,
    /// A quantity or coefficient beyond what an office can mean.
    QuantityTooLarge,
    /// A name without a letter.
    EmptyName,
    /// A span that ends before it begins.
    ReversedSpan,
    /// A rating outside 0 to 100.
    RatingOutOfRange,
    /// A unit above itself.
    UnitCycle,
    /// A complaint that is followed, by way of others, under itself.
    LinkCycle,
}

/// Largest coefficient or quantity of one line; sums of a million lines stay exact.
const LARGEST_QUANTITY: d::Decimal = d::Decimal::from_whole(1_000_000_000);
const LARGEST_COEFFICIENT: d::Decimal = d::Decimal::from_whole(1_000_000);
const FULL_RATING: d::Decimal = d::Decimal::from_whole(100);

pub(super) fn check_values(change: &Change) -> Result<(), ApplyError> {
    let Some(record) = &change.after else {
        return Ok(());
    };
    match impossible(record) {
        Some(value) => Err(ApplyError::Impossible {
            key: change.key,
            value,
        }),
        None => Ok(()),
    }
}

fn impossible(record: &Record) -> Option<ImpossibleValue> {
    use ImpossibleValue::{
        EmptyName, NegativeQuantity, QuantityTooLarge, RatingOutOfRange, ReversedSpan,
    };
    let named = |name: &str| name.trim().is_empty().then_some(EmptyName);
    let span = |span: &d::Span| {
        span.to
            .is_some_and(|to| to < span.from)
            .then_some(ReversedSpan)
    };
    match record {
        Record::Official(official) => named(&official.name),
        Record::Unit(unit) => named(&unit.name),
        Record::Group(group) => named(&group.name),
        Record::Position(position) => span(&position.span),
        Record::Absence(absence) => span(&absence.span),
        Record::Catalogue(catalogue) => span(&catalogue.span),
        Record::Reading(choice) => span(&choice.span),
        Record::Clock(choice) => named(&choice.clock).or_else(|| span(&choice.span)),
        Record::LocalRules(rules) => named(&rules.title).or_else(|| span(&rules.span)),
        Record::Complainant(person) => named(&person.name),
        Record::Assignment(task) => {
            let quantities = [task.assigned, task.completed];
            if task.coefficient.is_negative()
                || quantities.iter().any(|quantity| quantity.is_negative())
            {
                return Some(NegativeQuantity);
            }
            let large = task.coefficient > LARGEST_COEFFICIENT
                || quantities
                    .iter()
                    .any(|quantity| *quantity > LARGEST_QUANTITY);
            large.then_some(QuantityTooLarge)
        }
        Record::Support(sheet) => {
            let ratings = [sheet.quality, sheet.compliance, sheet.effectiveness];
            ratings
                .iter()
                .flatten()
                .any(|rating| rating.is_negative() || *rating > FULL_RATING)
                .then_some(RatingOutOfRange)
        }
        Record::General(sheet) => {
            let negative = sheet
                .own
                .iter()
                .chain(sheet.authority.iter())
                .any(|(_, points)| points.is_negative());
            negative.then_some(NegativeQuantity)
        }
        _ => None,
    }
}

pub(super) fn check_after(book: &Book, operation: &Operation) -> Result<(), ApplyError> {
    let mut removed = BTreeSet::new();
    for change in &operation.changes {
        match &change.after {
            None => {
                removed.insert(change.key);
            }
            Some(record) => {
                for to in references(change.key, record) {
                    if !book.contains(to) {
                        return Err(ApplyError::Dangling {
                            from: change.key,
                            to,
                        });
                    }
                }
                check_unit_cycle(book, change.key)?;
                check_link_cycle(book, change.key)?;
            }
        }
    }
    check_removed(book, &removed)
}

fn check_removed(book: &Book, removed: &BTreeSet<Key>) -> Result<(), ApplyError> {
    if !removed.iter().any(|key| is_referred_to(*key)) {
        return Ok(());
    }
    for (by, record) in book.all() {
        for used in references(by, &record) {
            if removed.contains(&used) {
                return Err(ApplyError::InUse { used, by });
            }
        }
    }
    Ok(())
}

const fn is_referred_to(key: Key) -> bool {
    matches!(
        key,
        Key::Unit(_)
            | Key::Group(_)
            | Key::Official(_)
            | Key::Catalogue(_)
            | Key::Product(_)
            | Key::Assignment(_)
            | Key::Complaint(_)
            | Key::Discipline(_)
            | Key::Decision(_)
    )
}

fn check_unit_cycle(book: &Book, key: Key) -> Result<(), ApplyError> {
    let Key::Unit(start) = key else { return Ok(()) };
    let mut at = book.units.get(start).and_then(|unit| unit.parent);
    let mut seen = BTreeSet::from([start]);
    while let Some(parent) = at {
        if !seen.insert(parent) {
            return Err(ApplyError::Impossible {
                key,
                value: ImpossibleValue::UnitCycle,
            });
        }
        at = book.units.get(parent).and_then(|unit| unit.parent);
    }
    Ok(())
}

fn check_link_cycle(book: &Book, key: Key) -> Result<(), ApplyError> {
    let Key::Complaint(start) = key else {
        return Ok(());
    };
    let linked = |id| book.complaints.get(id).and_then(d::Complaint::linked_to);
    let mut at = linked(start);
    let mut seen = BTreeSet::from([start]);
    while let Some(next) = at {
        if !seen.insert(next) {
            return Err(ApplyError::Impossible {
                key,
                value: ImpossibleValue::LinkCycle,
            });
        }
        at = linked(next);
    }
    Ok(())
}

/// The records a record points to.
#[must_use]
pub fn references(key: Key, record: &Record) -> Vec<Key> {
    let mut keys = Vec::new();
    match key {
        Key::General(official, _)
        | Key::Leadership(official, _)
        | Key::Support(official, _)
        | Key::Confirmation(official, _)
        | Key::ForeignScore(official, _) => {
            keys.push(Key::Official(official));
        }
        Key::UnitYear(unit, _) => keys.push(Key::Unit(unit)),
        Key::Complainant(complaint) | Key::Grounds(complaint) => {
            keys.push(Key::Complaint(complaint));
        }
        _ => {}
    }
    match record {
        Record::Unit(unit) => keys.extend(unit.parent.map(Key::Unit)),
        Record::Position(position) => {
            keys.extend([Key::Official(position.official), Key::Unit(position.unit)]);
            keys.extend(position.group.map(Key::Group));
        }
        Record::Absence(absence) => keys.push(Key::Official(absence.official)),
        Record::Product(product) => keys.push(Key::Catalogue(product.catalogue)),
        Record::Assignment(task) => {
            keys.extend(task.official.map(Key::Official));
            keys.extend(task.unit.map(Key::Unit));
            keys.extend(task.product.map(Key::Product));
            keys.extend(
                task.handed_back
                    .as_ref()
                    .and_then(|back| back.taken_over_by)
                    .map(Key::Assignment),
            );
            keys.extend(task.events.iter().filter_map(|event| match event.kind {
                d::TaskEventKind::PartOf { whole, .. } => Some(Key::Assignment(whole)),
                _ => None,
            }));
        }
        Record::Complaint(complaint) => {
            keys.extend(complaint.official.map(Key::Official));
            keys.extend(complaint.unit.map(Key::Unit));
            keys.extend(complaint.assignment.map(Key::Assignment));
            keys.extend(complaint.linked_to().map(Key::Complaint));
        }
        Record::Incident(incident) => {
            keys.extend(incident.official.map(Key::Official));
            keys.extend(incident.unit.map(Key::Unit));
            keys.extend(incident.assignment.map(Key::Assignment));
        }
        Record::Discipline(discipline) => {
            keys.push(Key::Official(discipline.official));
            keys.extend(discipline.same_act_as.map(Key::Discipline));
            keys.extend(discipline.act_unit.map(Key::Unit));
        }
        Record::GateConclusion(conclusion) => keys.push(Key::Official(conclusion.official)),
        Record::Decision(decision) => {
            keys.push(Key::Official(decision.official));
            keys.extend(decision.replaces.map(Key::Decision));
        }
        _ => {}
    }
    keys
}
