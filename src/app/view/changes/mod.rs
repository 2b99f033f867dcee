//! What one operation changed, record by record and field by field, before and after.
//!
//! It is read from what the log holds and says no more than that: contents that were taken out
//! for good are told as such. Who made a complaint is kept apart everywhere, so also here.

mod case;
mod fields;
mod name;
mod sheet;
mod task;

use std::collections::BTreeMap;

use crate::domain::{
    AbsenceKind, Class, ComplaintState, Conclusion, Day, Decimal, DisciplineSide, Exact, Month,
    Origin, Role, Tracking,
};
use crate::ledger::{Change, Key, Kind, Record};

use super::Wording;

pub use fields::Field;
pub use name::called;

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    /// It is new.
    Added,
    /// It is as it was, but for the fields named.
    Changed,
    /// It is gone.
    Removed,
    /// Something; its contents were taken out of the log for good.
    TakenOut,
}

/// One record an operation touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRecord {
    /// Which.
    pub key: Key,
    /// What people call it, where it can be told.
    pub name: Option<String>,
    /// What happened to it.
    pub happened: Happened,
    /// The fields that differ, in the order of the record.
    pub fields: Vec<ChangedField>,
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedField {
    /// Which.
    pub field: Field,
    /// Which of several: a line, an entry's number.
    pub of: Option<String>,
    /// As it was; nothing when it was empty.
    pub before: Option<Shown>,
    /// As it is; nothing when it is empty.
    pub after: Option<Shown>,
}

/// A field with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub field: Field,
    /// Which of several.
    pub of: Option<String>,
    /// What stands in it.
    pub value: Shown,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Words as typed.
    Text(String),
    /// A number as entered.
    Number(Decimal),
    /// An exact number.
    Exact(Exact),
    /// A whole number that is counted or counts on, such as a year.
    Whole(u32),
    /// A day.
    Day(Day),
    /// A month.
    Month(Month),
    /// Yes or no.
    Yes(bool),
    /// The law's own words.
    Law(Wording),
    /// A class.
    Class(Class),
    /// What the holder of a position is.
    Role(Role),
    /// Why somebody is away.
    Absence(AbsenceKind),
    /// How scores are given.
    Tracking(Tracking),
    /// Where a task comes from.
    Origin(Origin),
    /// Where a complaint stands.
    State(ComplaintState),
    /// What was concluded.
    Conclusion(Conclusion),
    /// Whose discipline.
    Side(DisciplineSide),
    /// Another record, with its name where it can be told.
    Record(Key, Option<String>),
    /// Several fields that belong together.
    Parts(Vec<Part>),
    /// Something that is kept apart and not shown.
    Apart,
}

/// Finds a record for its name.
pub type Look<'a> = &'a dyn Fn(Key) -> Option<Record>;

/// What an operation changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// How many records of each kind, in the order of kinds.
    pub kinds: Vec<(Kind, usize)>,
    /// The first of them.
    pub records: Vec<ChangedRecord>,
    /// How many more there are.
    pub more: usize,
}

/// Tells what changes came to, the first `most` records in full. `look` finds the records they
/// name, as they stand elsewhere.
#[must_use]
pub fn changed(changes: &[Change], look: Look<'_>, most: usize) -> Changed {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for change in changes {
        *kinds.entry(change.key.kind()).or_default() += 1;
    }
    let shown = &changes[..most.min(changes.len())];
    // What was added or removed together is called as it was then.
    let own: BTreeMap<Key, &Record> = shown
        .iter()
        .filter_map(|change| {
            Some((
                change.key,
                change.after.as_ref().or(change.before.as_ref())?,
            ))
        })
        .collect();
    let look = |key: Key| own.get(&key).map(|it| (*it).clone()).or_else(|| look(key));
    let counted = |kind: &Kind| Some((*kind, *kinds.get(kind)?));
    Changed {
        kinds: Kind::ALL.iter().filter_map(counted).collect(),
        records: shown.iter().map(|change| record(change, &look)).collect(),
        more: changes.len() - shown.len(),
    }
}

fn record(change: &Change, look: Look<'_>) -> ChangedRecord {
    let happened = match (&change.before, &change.after) {
        (before, after) if before == after => Happened::TakenOut,
        (None, _) => Happened::Added,
        (_, None) => Happened::Removed,
        _ => Happened::Changed,
    };
    let parts = |record: &Option<Record>| {
        let found = record.as_ref();
        found.map_or_else(Vec::new, |record| fields::fields(record, look))
    };
    let fields = if happened == Happened::TakenOut {
        Vec::new()
    } else {
        differing(parts(&change.before), parts(&change.after))
    };
    ChangedRecord {
        key: change.key,
        name: called(change.key, look),
        happened,
        fields,
    }
}

/// The fields that differ, in the order of what stands there now; what went comes last.
fn differing(before: Vec<Part>, after: Vec<Part>) -> Vec<ChangedField> {
    let mut before: Vec<Option<Part>> = before.into_iter().map(Some).collect();
    let mut fields = Vec::new();
    for part in after {
        let same = |it: &&mut Option<Part>| {
            it.as_ref()
                .is_some_and(|it| (it.field, &it.of) == (part.field, &part.of))
        };
        let was = before.iter_mut().find(same).and_then(Option::take);
        if was.as_ref() != Some(&part) {
            fields.push(ChangedField {
                field: part.field,
                of: part.of,
                before: was.map(|was| was.value),
                after: Some(part.value),
            });
        }
    }
    let gone = before.into_iter().flatten().map(|part| ChangedField {
        field: part.field,
        of: part.of,
        before: Some(part.value),
        after: None,
    });
    fields.extend(gone);
    fields
}

#[cfg(test)]
mod tests;
