//! Who leads whom in a period, and how those led stand, kept so that one changed score
//! reaches exactly the leaders above it.
//!
//! A head leads everybody in the unit and the units under it but the unit's other heads;
//! a deputy everybody but the unit's heads and deputies. So nobody is led by somebody they
//! lead, and scores can be formed from the bottom up.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{OfficialId, Role, UnitId};
use crate::ledger::Book;

use super::leadership::Standing;
use super::period::{Score, ScoreState, Seat};
use super::terms::Terms;

/// The units of an agency as a tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitTree {
    parents: BTreeMap<UnitId, Option<UnitId>>,
    children: BTreeMap<UnitId, Vec<UnitId>>,
    depths: BTreeMap<UnitId, u32>,
}

impl UnitTree {
    /// The tree of a book's units.
    #[must_use]
    pub fn of(book: &Book) -> Self {
        let mut tree = Self::default();
        for (id, unit) in book.units.iter() {
            tree.parents.insert(id, unit.parent);
            if let Some(parent) = unit.parent {
                tree.children.entry(parent).or_default().push(id);
            }
        }
        for (id, _) in book.units.iter() {
            let depth = tree.above(id).count();
            tree.depths
                .insert(id, u32::try_from(depth).unwrap_or(u32::MAX));
        }
        tree
    }

    /// The units above a unit, nearest first.
    pub fn above(&self, unit: UnitId) -> impl Iterator<Item = UnitId> + '_ {
        let parent = |unit: &UnitId| self.parents.get(unit).copied().flatten();
        let most = self.parents.len();
        std::iter::successors(parent(&unit), move |unit| parent(unit)).take(most)
    }

    /// All units, in order of numbers.
    pub fn all(&self) -> impl Iterator<Item = UnitId> + '_ {
        self.parents.keys().copied()
    }

    /// The units under a unit, itself not among them.
    #[must_use]
    pub fn under(&self, unit: UnitId) -> Vec<UnitId> {
        let mut found: Vec<UnitId> = self.children.get(&unit).cloned().unwrap_or_default();
        let mut at = 0;
        while let Some(next) = found.get(at).copied() {
            found.extend(self.children.get(&next).into_iter().flatten());
            at += 1;
        }
        found
    }

    /// Number of units above a unit.
    #[must_use]
    pub fn depth(&self, unit: UnitId) -> u32 {
        self.depths.get(&unit).copied().unwrap_or(0)
    }
}

/// The order in which scores are formed: who is led before who leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    leads: bool,
    height: std::cmp::Reverse<u32>,
    over_deputies: bool,
}

impl Rank {
    pub(super) fn of(seat: Option<Seat>, tree: &UnitTree) -> Self {
        let leader = seat.filter(|seat| seat.role.leads());
        Self {
            leads: leader.is_some(),
            height: std::cmp::Reverse(leader.map_or(0, |seat| tree.depth(seat.unit))),
            over_deputies: leader.is_some_and(|seat| seat.role == Role::Head),
        }
    }
}

/// The standings of one unit in one period, by who leads whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct UnitStanding {
    heads: Standing,
    deputies: Standing,
    others: Standing,
    leaders: BTreeSet<(Role, OfficialId)>,
}

/// All standings of one period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster(BTreeMap<UnitId, UnitStanding>);

/// What one score adds to the standing of its unit.
#[must_use]
pub(super) fn standing_of(score: &Score, terms: Option<&Terms>) -> Standing {
    if score.seat.is_none() || score.state == ScoreState::Away {
        return Standing::default();
    }
    let below = match (&score.total, terms) {
        (Some(total), Some(terms)) => {
            let rule = terms.rules.task.unit_result_class.value;
            *total < terms.rules.class.threshold(rule).from.exact()
        }
        _ => false,
    };
    Standing {
        people: 1,
        below: u32::from(below),
        unscored: u32::from(score.total.is_none()),
    }
}

impl Roster {
    pub(super) fn add(&mut self, official: OfficialId, seat: Option<Seat>, standing: Standing) {
        let Some(seat) = seat else { return };
        if standing == Standing::default() && !seat.role.leads() {
            return;
        }
        let unit = self.0.entry(seat.unit).or_default();
        let place = unit.place(seat.role);
        *place = place.plus(standing);
        if seat.role.leads() {
            unit.leaders.insert((seat.role, official));
        }
    }

    pub(super) fn remove(&mut self, official: OfficialId, seat: Option<Seat>, standing: Standing) {
        let Some(seat) = seat else { return };
        let Some(unit) = self.0.get_mut(&seat.unit) else {
            return;
        };
        let place = unit.place(seat.role);
        *place = place.minus(standing);
        unit.leaders.remove(&(seat.role, official));
        if *unit == UnitStanding::default() {
            self.0.remove(&seat.unit);
        }
    }

    /// How those led from a seat stand.
    #[must_use]
    pub fn led_from(&self, seat: Seat, tree: &UnitTree) -> Standing {
        let own = self.0.get(&seat.unit);
        let own = own.map_or_else(Standing::default, |unit| match seat.role {
            Role::Head => unit.deputies.plus(unit.others),
            Role::Deputy => unit.others,
            Role::Staff | Role::Support => Standing::default(),
        });
        if !seat.role.leads() {
            return own;
        }
        let under = tree.under(seat.unit);
        under
            .iter()
            .filter_map(|unit| self.0.get(unit))
            .fold(own, |sum, unit| {
                sum.plus(unit.heads).plus(unit.deputies).plus(unit.others)
            })
    }

    /// The leaders whose standing counts somebody in this seat.
    #[must_use]
    pub fn leaders_over(&self, seat: Seat, tree: &UnitTree) -> Vec<OfficialId> {
        let mut found = Vec::new();
        if let Some(unit) = self.0.get(&seat.unit) {
            let over = |role: Role| match seat.role {
                Role::Head => false,
                Role::Deputy => role == Role::Head,
                Role::Staff | Role::Support => true,
            };
            let own = unit.leaders.iter().filter(|(role, _)| over(*role));
            found.extend(own.map(|(_, official)| *official));
        }
        for unit in tree.above(seat.unit).filter_map(|unit| self.0.get(&unit)) {
            found.extend(unit.leaders.iter().map(|(_, official)| *official));
        }
        found
    }
}

impl UnitStanding {
    fn place(&mut self, role: Role) -> &mut Standing {
        match role {
            Role::Head => &mut self.heads,
            Role::Deputy => &mut self.deputies,
            Role::Staff | Role::Support => &mut self.others,
        }
    }
}
