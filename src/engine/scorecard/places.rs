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
    /// What a head answers for: each unit headed, with everything under it, on the days it was
    /// headed and on no other.
    Led(Vec<Led>),
}

/// A unit headed, with everything under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Led {
    days: Span,
    units: BTreeSet<UnitId>,
}

impl Scope {
    /// A unit with everything under it.
    pub(super) fn under(unit: UnitId, tree: &UnitTree) -> Self {
        Self::Units(with_under(unit, tree))
    }

    /// Units on the days they were headed, each with everything under it.
    pub(super) fn led(headed: impl IntoIterator<Item = (Span, UnitId)>, tree: &UnitTree) -> Self {
        let led = headed.into_iter().map(|(days, unit)| Led {
            days,
            units: with_under(unit, tree),
        });
        Self::Led(led.collect())
    }

    /// Whether what is about somebody falls here on its day.
    pub(super) fn holds(&self, place: Place, day: Day) -> bool {
        let inside = |units: &BTreeSet<UnitId>| place.unit.is_some_and(|it| units.contains(&it));
        match self {
            Self::All => true,
            Self::Units(units) => inside(units),
            Self::Person(official) => place.official == Some(*official),
            Self::Led(led) => led
                .iter()
                .any(|led| led.days.contains(day) && inside(&led.units)),
        }
    }

    /// The units of it; none where it is not units that are looked at.
    pub(super) fn units(&self) -> BTreeSet<UnitId> {
        match self {
            Self::Units(units) => units.clone(),
            Self::Led(led) => led
                .iter()
                .flat_map(|led| led.units.iter().copied())
                .collect(),
            Self::All | Self::Person(_) => BTreeSet::new(),
        }
    }

    /// One unit of it by itself, on the days it falls here.
    pub(super) fn narrowed_to(&self, unit: UnitId) -> Self {
        let alone = BTreeSet::from([unit]);
        match self {
            Self::Led(led) => {
                let led = led.iter().filter(|led| led.units.contains(&unit));
                let led = led.map(|led| Led {
                    days: led.days,
                    units: alone.clone(),
                });
                Self::Led(led.collect())
            }
            Self::All | Self::Units(_) | Self::Person(_) => Self::Units(alone),
        }
    }

    /// Whether a position falls here on some day of a span.
    fn reaches(&self, official: OfficialId, held: &Held, span: Span) -> bool {
        held.span.overlaps(&span)
            && match self {
                Self::All => true,
                Self::Units(units) => units.contains(&held.unit),
                Self::Person(person) => *person == official,
                // Days that meet two by two have a day in common.
                Self::Led(led) => led.iter().any(|led| {
                    led.units.contains(&held.unit)
                        && led.days.overlaps(&span)
                        && led.days.overlaps(&held.span)
                }),
            }
    }
}

fn with_under(unit: UnitId, tree: &UnitTree) -> BTreeSet<UnitId> {
    let mut all: BTreeSet<UnitId> = tree.under(unit).into_iter().collect();
    all.insert(unit);
    all
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

    /// The units an official heads at any time, with the days.
    pub(super) fn headed(&self, official: OfficialId) -> Vec<(Span, UnitId)> {
        let held = self.0.get(&official).into_iter().flatten();
        held.filter(|held| held.role == Role::Head)
            .map(|held| (held.span, held.unit))
            .collect()
    }

    /// Whether an official falls to somebody on a day: all do to the agency, and to units those
    /// with a position there.
    pub(super) fn falls(&self, official: OfficialId, day: Day, scope: &Scope) -> bool {
        if matches!(scope, Scope::All | Scope::Person(_)) {
            let nowhere = Place {
                official: Some(official),
                unit: None,
            };
            return scope.holds(nowhere, day);
        }
        let held = self.0.get(&official).into_iter().flatten();
        let mut units = held
            .filter(|held| held.span.contains(day))
            .map(|held| held.unit);
        units.any(|unit| {
            let there = Place {
                official: Some(official),
                unit: Some(unit),
            };
            scope.holds(there, day)
        })
    }

    /// The officials with a position there on some day of a span.
    pub(super) fn people(&self, scope: &Scope, span: Span) -> BTreeSet<OfficialId> {
        let inside = |official: OfficialId, held: &Held| scope.reaches(official, held, span);
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
