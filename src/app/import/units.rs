//! Units and groups of similar duties by their names, created on the way where the file has new ones.

use std::collections::BTreeMap;

use crate::domain::{DutyGroup, GroupId, Unit, UnitId};
use crate::ledger::{Book, Key, Kind};
use crate::text::{nfc, search_key};

use super::plan::Run;

/// Units and groups by name.
pub(super) struct Units {
    units: BTreeMap<String, UnitId>,
    groups: BTreeMap<String, GroupId>,
}

impl Units {
    pub(super) fn of(book: &Book) -> Self {
        let mut units = BTreeMap::new();
        for (id, unit) in book.units.iter() {
            units.entry(key(&unit.name)).or_insert(id);
        }
        let mut groups = BTreeMap::new();
        for (id, group) in book.groups.iter() {
            groups.entry(key(&group.name)).or_insert(id);
        }
        Self { units, groups }
    }

    pub(super) fn named(&self, name: &str) -> Option<UnitId> {
        self.units.get(&key(name)).copied()
    }
}

/// Offices write one unit's name with and without capitals, dashes and tones; none of it tells units apart.
fn key(name: &str) -> String {
    let spoken: String = search_key(name)
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    spoken.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The unit of this name, created when there is none.
pub(super) fn unit(run: &mut Run<'_>, name: &str) -> UnitId {
    if let Some(found) = run.units.named(name) {
        return found;
    }
    let id = UnitId(run.draft.fresh(Kind::Unit));
    let name = nfc(name.trim());
    run.units.units.insert(key(&name), id);
    run.created.push((Kind::Unit, name.clone()));
    run.draft.put(
        Key::Unit(id),
        Unit {
            name,
            code: None,
            parent: None,
        },
    );
    id
}

/// The group of this name, created when there is none.
pub(super) fn group(run: &mut Run<'_>, name: &str) -> GroupId {
    if let Some(found) = run.units.groups.get(&key(name)) {
        return *found;
    }
    let id = GroupId(run.draft.fresh(Kind::Group));
    let name = nfc(name.trim());
    run.units.groups.insert(key(&name), id);
    run.created.push((Kind::Group, name.clone()));
    run.draft.put(Key::Group(id), DutyGroup { name });
    id
}
