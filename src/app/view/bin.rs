//! What was deleted and can be put back: what, when, by whom, how long still.

use std::collections::BTreeMap;

use super::log::local_time;
use crate::app::Model;
use crate::app::workflow::bin::can_be_put_back;
use crate::domain::Day;
use crate::ledger::{Action, Deleted, Kind, Record};

/// Names shown of what one operation deleted.
const NAMES: usize = 3;

/// What one operation deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinRow {
    /// The operation.
    pub sequence: u64,
    /// The day, by Vietnam's time.
    pub day: Day,
    /// Hour and minute.
    pub time: (u32, u32),
    /// The desk that acted.
    pub desk: String,
    /// What was done.
    pub action: Action,
    /// How many records of each kind are gone, in the order of kinds.
    pub kinds: Vec<(Kind, usize)>,
    /// The names of some of them.
    pub names: Vec<String>,
    /// Days left.
    pub days_left: i64,
}

/// The bin; nothing until it was looked at.
#[must_use]
pub fn bin(model: &Model) -> Option<Vec<BinRow>> {
    let rows = model.bin.as_ref()?.iter();
    Some(rows.filter_map(|deleted| row(model, deleted)).collect())
}

fn row(model: &Model, deleted: &Deleted) -> Option<BinRow> {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut names = Vec::new();
    for (key, record) in &deleted.records {
        if model.book.contains(*key) || !can_be_put_back(key.kind()) {
            continue;
        }
        *kinds.entry(key.kind()).or_default() += 1;
        if names.len() < NAMES {
            names.extend(name(model, record));
        }
    }
    if kinds.is_empty() {
        return None;
    }
    let (day, time) = local_time(deleted.at);
    let named = |kind: &Kind| Some((*kind, *kinds.get(kind)?));
    Some(BinRow {
        sequence: deleted.sequence,
        day,
        time,
        desk: deleted.desk.clone(),
        action: deleted.action.clone(),
        kinds: Kind::ALL.iter().filter_map(named).collect(),
        names,
        days_left: deleted.days_left(model.now.moment),
    })
}

/// What people call a record.
fn name(model: &Model, record: &Record) -> Option<String> {
    let whose = |official| model.book.official_name(official).to_owned();
    let name = match record {
        Record::Official(it) => it.name.clone(),
        Record::Unit(it) => it.name.clone(),
        Record::Group(it) => it.name.clone(),
        Record::Catalogue(it) => it.name.clone(),
        Record::Product(it) => it.task.clone(),
        Record::Assignment(it) => it.name.clone().or_else(|| it.code.clone())?,
        Record::Complaint(it) => it.number.clone(),
        Record::Incident(it) => it.summary.clone(),
        Record::LocalRules(it) => it.title.clone(),
        Record::Position(it) => whose(it.official),
        Record::Absence(it) => whose(it.official),
        Record::Discipline(it) => whose(it.official),
        Record::GateConclusion(it) => whose(it.official),
        Record::Decision(it) => whose(it.official),
        _ => return None,
    };
    (!name.is_empty()).then_some(name)
}
