//! What people call a record.

use crate::domain::OfficialId;
use crate::ledger::{Key, Record};
use crate::text::format_date;

use super::Look;

/// What people call the record of a key: its own name, or the name of whom or what it is about.
#[must_use]
pub fn called(key: Key, look: Look<'_>) -> Option<String> {
    let about = |official: OfficialId| called(Key::Official(official), look);
    let name = match key {
        Key::General(official, _)
        | Key::Leadership(official, _)
        | Key::Support(official, _)
        | Key::Confirmation(official, _)
        | Key::ForeignScore(official, _) => about(official)?,
        Key::UnitYear(unit, _) => called(Key::Unit(unit), look)?,
        Key::Complainant(id) | Key::Grounds(id) => called(Key::Complaint(id), look)?,
        _ => own(&look(key)?, look)?,
    };
    (!name.trim().is_empty()).then_some(name)
}

fn own(record: &Record, look: Look<'_>) -> Option<String> {
    let about = |official: OfficialId| called(Key::Official(official), look);
    match record {
        Record::Agency(it) => Some(it.name.clone()),
        Record::Unit(it) => Some(it.name.clone()),
        Record::Group(it) => Some(it.name.clone()),
        Record::Official(it) => Some(it.name.clone()),
        Record::Catalogue(it) => Some(it.name.clone()),
        Record::Product(it) => Some(it.task.clone()),
        Record::Assignment(it) => {
            let product = || called(Key::Product(it.product?), look);
            it.name.clone().or_else(product).or_else(|| it.code.clone())
        }
        Record::Complaint(it) => Some(it.number.clone()),
        Record::Incident(it) => Some(it.summary.clone()),
        Record::LocalRules(it) => Some(it.title.clone()),
        Record::Calendar(it) => Some(format_date(it.day)),
        Record::Position(it) => about(it.official),
        Record::Absence(it) => about(it.official),
        Record::Discipline(it) => about(it.official),
        Record::GateConclusion(it) => about(it.official),
        Record::Decision(it) => about(it.official),
        Record::Reading(it) => Some(it.reading.clone()),
        _ => None,
    }
}
