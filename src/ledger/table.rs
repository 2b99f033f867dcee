//! Keyed tables: ordered by key, so that iteration never depends on chance.

use std::collections::BTreeMap;

use crate::domain::{
    Absence, Assignment, AssignmentId, Complaint, Discipline, GateConclusion, Incident, OfficialId,
    Position, YearDecision,
};

use super::stretches::Stretches;

/// Records in order of their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<K, V>(BTreeMap<K, V>);

impl<K: Ord, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Copy, V> Table<K, V> {
    /// The record with this key.
    #[must_use]
    pub fn get(&self, key: K) -> Option<&V> {
        self.0.get(&key)
    }

    /// True when there is such a record.
    #[must_use]
    pub fn contains(&self, key: K) -> bool {
        self.0.contains_key(&key)
    }

    /// All records in order of keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &V)> + '_ {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// The records with keys in a range, in order.
    pub fn range(
        &self,
        keys: impl std::ops::RangeBounds<K>,
    ) -> impl DoubleEndedIterator<Item = (K, &V)> + '_ {
        self.0.range(keys).map(|(key, value)| (*key, value))
    }

    /// Number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn put(&mut self, key: K, value: Option<V>) -> Option<V> {
        match value {
            Some(value) => self.0.insert(key, value),
            None => self.0.remove(&key),
        }
    }
}

/// A record that is about one official.
pub trait Owned {
    /// Whom it is about.
    fn owner(&self) -> Option<OfficialId>;
}

macro_rules! owned {
    ($($record:ty: $self:ident => $owner:expr;)+) => {$(
        impl Owned for $record {
            fn owner(&self) -> Option<OfficialId> {
                let $self = self;
                $owner
            }
        }
    )+};
}

owned! {
    Position: it => Some(it.official);
    Absence: it => Some(it.official);
    Discipline: it => Some(it.official);
    GateConclusion: it => Some(it.official);
    YearDecision: it => Some(it.official);
    Complaint: it => it.official;
    Incident: it => it.official;
}

/// Records in order of their keys that also know which official they are about.
#[derive(Debug, Clone)]
pub struct OwnedTable<K, V> {
    records: Table<K, V>,
    by_official: BTreeMap<OfficialId, Vec<K>>,
}

impl<K: Ord, V> Default for OwnedTable<K, V> {
    fn default() -> Self {
        Self {
            records: Table::default(),
            by_official: BTreeMap::new(),
        }
    }
}

impl<K: Ord, V: PartialEq> PartialEq for OwnedTable<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl<K: Ord, V: Eq> Eq for OwnedTable<K, V> {}

impl<K, V> std::ops::Deref for OwnedTable<K, V> {
    type Target = Table<K, V>;

    fn deref(&self) -> &Self::Target {
        &self.records
    }
}

impl<K: Ord + Copy, V: Owned> OwnedTable<K, V> {
    /// The records about one official, in order of keys.
    pub fn of(&self, official: OfficialId) -> impl DoubleEndedIterator<Item = (K, &V)> + '_ {
        let keys = self
            .by_official
            .get(&official)
            .map_or(&[][..], Vec::as_slice);
        keys.iter()
            .filter_map(|key| self.records.get(*key).map(|record| (*key, record)))
    }

    pub(super) fn put(&mut self, key: K, value: Option<V>) -> Option<V> {
        let new_owner = value.as_ref().and_then(Owned::owner);
        let old = self.records.put(key, value);
        if let Some(keys) = old
            .as_ref()
            .and_then(Owned::owner)
            .and_then(|owner| self.by_official.get_mut(&owner))
        {
            keys.retain(|other| *other != key);
        }
        if let Some(owner) = new_owner {
            let keys = self.by_official.entry(owner).or_default();
            if let Err(at) = keys.binary_search(&key) {
                keys.insert(at, key);
            }
        }
        old
    }
}

/// Assignments, dense by number and indexed by official: there may be a million of them.
#[derive(Debug, Clone, Default)]
pub struct Assignments {
    slots: Stretches<Option<Assignment>>,
    count: usize,
    by_official: Stretches<Vec<AssignmentId>>,
}

impl PartialEq for Assignments {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.iter().eq(other.iter())
    }
}

impl Eq for Assignments {}

impl Assignments {
    /// The assignment with this number.
    #[must_use]
    pub fn get(&self, id: AssignmentId) -> Option<&Assignment> {
        self.slots.get(id.index())?.as_ref()
    }

    /// True when there is such an assignment.
    #[must_use]
    pub fn contains(&self, id: AssignmentId) -> bool {
        self.get(id).is_some()
    }

    /// All assignments in order of numbers.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (AssignmentId, &Assignment)> + '_ {
        self.slots.iter().filter_map(|(number, slot)| {
            let id = AssignmentId(u32::try_from(number).ok()?);
            slot.as_ref().map(|assignment| (id, assignment))
        })
    }

    /// The assignments an official leads, in order of numbers.
    pub fn of(
        &self,
        official: OfficialId,
    ) -> impl Iterator<Item = (AssignmentId, &Assignment)> + '_ {
        let ids = self
            .by_official
            .get(official.index())
            .map_or(&[][..], Vec::as_slice);
        ids.iter()
            .filter_map(|id| self.get(*id).map(|assignment| (*id, assignment)))
    }

    /// Number of assignments.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// True when there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn put(
        &mut self,
        id: AssignmentId,
        value: Option<Assignment>,
    ) -> Option<Assignment> {
        let owner = value.as_ref().and_then(|value| value.official);
        let (added, slot) = (value.is_some(), self.slots.place(id.index()));
        let old = std::mem::replace(slot, value);
        if let Some(official) = old.as_ref().and_then(|old| old.official) {
            let ids = self.by_official.place(official.index());
            if let Ok(at) = ids.binary_search(&id) {
                ids.remove(at);
            }
        }
        if let Some(official) = owner {
            let ids = self.by_official.place(official.index());
            if ids.last().is_none_or(|last| *last < id) {
                ids.push(id);
            } else if let Err(at) = ids.binary_search(&id) {
                ids.insert(at, id);
            }
        }
        self.count = self.count + usize::from(added) - usize::from(old.is_some());
        old
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Decimal, Origin};

    fn task(official: u32) -> Assignment {
        Assignment {
            code: None,
            name: None,
            official: Some(OfficialId(official)),
            unit: None,
            product: None,
            coefficient: Decimal::ONE,
            assigned: Decimal::ONE,
            completed: Decimal::ZERO,
            assigned_on: None,
            due: None,
            finished: None,
            origin: Origin::Planned,
            handed_back: None,
            events: Vec::new(),
            note: None,
        }
    }

    #[test]
    fn numbers_far_apart_stand_in_order_and_leave_again() {
        let mut tasks = Assignments::default();
        for number in [9_000, 3, 4_096, 4_095, 20_000] {
            assert_eq!(tasks.put(AssignmentId(number), Some(task(7))), None);
        }
        let numbers =
            |tasks: &Assignments| -> Vec<u32> { tasks.iter().map(|(id, _)| id.0).collect() };
        assert_eq!(numbers(&tasks), [3, 4_095, 4_096, 9_000, 20_000]);
        let back: Vec<u32> = tasks.iter().rev().map(|(id, _)| id.0).collect();
        assert_eq!(back, [20_000, 9_000, 4_096, 4_095, 3]);
        assert_eq!(tasks.of(OfficialId(7)).count(), 5);
        assert!(tasks.put(AssignmentId(4_096), None).is_some());
        assert!(tasks.put(AssignmentId(4_097), None).is_none());
        assert_eq!(
            (tasks.len(), tasks.contains(AssignmentId(4_096))),
            (4, false)
        );
        assert_eq!(numbers(&tasks), [3, 4_095, 9_000, 20_000]);
    }

    #[test]
    fn the_largest_numbers_there_are_take_no_room_for_all_the_others() {
        let mut tasks = Assignments::default();
        let last = AssignmentId(u32::MAX);
        assert_eq!(tasks.put(last, Some(task(u32::MAX))), None);
        let found = tasks.of(OfficialId(u32::MAX)).map(|(id, _)| id);
        assert_eq!(found.collect::<Vec<_>>(), [last]);
    }
}
