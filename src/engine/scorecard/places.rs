//! Where people sat when, and whether something falls to whoever is looked at.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Day, OfficialId, Role, Span, UnitId};
use crate::ledger::Book;

use super::super::roster::UnitTree;

/// Whom something is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) official: Option<OfficialId>,
    pub(super) unit: Option<UnitId>,
}

/// What falls to whoever is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scope {
    All,
    Units(BTreeSet<UnitId>),
    Person(OfficialId),
}

impl Scope {
    /// A unit with everything under it.
    pub(super) fn under(units: impl IntoIterator<Item = UnitId>, tree: &UnitTree) -> Self {
        let mut all = BTreeSet::new();
        for unit in units {
            all.insert(unit);
            all.extend(tree.under(unit));
        }
        Self::Units(all)
    }

    pub(super) fn holds(&self, place: Place) -> bool {
        match self {
            Self::All => true,
            Self::Units(units) => place.unit.is_some_and(|unit| units.contains(&unit)),
            Self::Person(official) => place.official == Some(*official),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Held {
    span: Span,
    unit: UnitId,
    role: Role,
}

/// Everybody's positions, earliest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Seats(BTreeMap<OfficialId, Vec<Held>>);

impl Seats {
    pub(super) fn of(book: &Book) -> Self {
        let mut seats: BTreeMap<OfficialId, Vec<_>> = BTreeMap::new();
        for (id, position) in book.positions.iter() {
            let held = Held {
                span: position.span,
                unit: position.unit,
                role: position.role,
            };
            let own = seats.entry(position.official).or_default();
            own.push((position.span.from, id, held));
        }
        let in_order = seats.into_iter().map(|(official, mut own)| {
            own.sort_by_key(|(from, id, _)| (*from, *id));
            let own = own.into_iter().map(|(_, _, held)| held).collect();
            (official, own)
        });
        Self(in_order.collect())
    }

    /// The unit an official belongs to on a day.
    pub(super) fn unit_on(&self, official: OfficialId, day: Day) -> Option<UnitId> {
        let held = self.0.get(&official)?;
        let found = held.iter().rfind(|held| held.span.contains(day));
        found.map(|held| held.unit)
    }

    /// The units an official heads on some day of a span.
    pub(super) fn headed(&self, official: OfficialId, span: Span) -> Vec<UnitId> {
        let held = self.0.get(&official).map_or(&[][..], Vec::as_slice);
        held.iter()
            .filter(|held| held.role == Role::Head && held.span.overlaps(&span))
            .map(|held| held.unit)
            .collect()
    }

    /// The officials with a position there on some day of a span.
    pub(super) fn people(&self, scope: &Scope, span: Span) -> BTreeSet<OfficialId> {
        let inside = |official: OfficialId, held: &Held| {
            let place = Place {
                official: Some(official),
                unit: Some(held.unit),
            };
            held.span.overlaps(&span) && scope.holds(place)
        };
        if let Scope::Person(official) = scope {
            let mut held = self.0.get(official).into_iter().flatten();
            let here = held.any(|held| held.span.overlaps(&span));
            return here.then_some(*official).into_iter().collect();
        }
        let all = self.0.iter();
        all.filter(|(official, held)| held.iter().any(|held| inside(**official, held)))
            .map(|(official, _)| *official)
            .collect()
    }
}
