//! The facts of somebody in some days.

use std::collections::BTreeSet;

use crate::domain::{OfficialId, Span};
use crate::ledger::Key;

use super::event::EventFact;
use super::facts::Facts;
use super::line::LineFact;
use super::places::Scope;
use super::registers::Register;
use super::{CardFinding, Evidence, EvidenceKind};

/// The facts of a scope in a span.
pub(super) struct Cut<'f> {
    pub(super) facts: &'f Facts,
    scope: &'f Scope,
    span: Span,
}

impl<'f> Cut<'f> {
    pub(super) const fn new(facts: &'f Facts, scope: &'f Scope, span: Span) -> Self {
        Self { facts, scope, span }
    }

    /// The tasks, in order of their days.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'f LineFact> {
        let (span, scope) = (self.span, self.scope);
        let lines = &self.facts.lines;
        // One person's are few among everybody's, so they are not looked for.
        let (own, all) = match scope {
            Scope::Person(official) => (self.facts.own(*official), &[][..]),
            Scope::All | Scope::Units(_) | Scope::Led(_) => {
                let first = lines.partition_point(|line| line.day < span.from);
                (&[][..], &lines[first..])
            }
        };
        let first = own.partition_point(|at| lines[*at].day < span.from);
        let own = own[first..].iter().map(|at| &lines[*at]);
        own.chain(all)
            .take_while(move |line| span.contains(line.day))
            .filter(move |line| scope.holds(line.place, line.day))
    }

    /// The tasks that had to be finished by now.
    pub(super) fn due(&self) -> impl Iterator<Item = &'f LineFact> {
        let as_of = self.facts.as_of();
        self.lines().filter(move |line| line.was_due(as_of))
    }

    /// The dated things.
    pub(super) fn events(&self) -> impl Iterator<Item = &'f EventFact> {
        let (span, scope) = (self.span, self.scope);
        let all = self.facts.events.iter();
        all.filter(move |event| span.contains(event.day) && scope.holds(event.place, event.day))
    }

    /// The officials with a position there in these days.
    pub(super) fn people(&self) -> BTreeSet<OfficialId> {
        self.facts.seats.people(self.scope, self.span)
    }

    /// True when a register was kept by the last of these days: only then does nothing recorded
    /// mean that nothing happened.
    pub(super) fn is_kept(&self, register: Register) -> bool {
        let last = self.span.to.unwrap_or(self.span.from);
        self.facts.registers.kept(register, last)
    }
}

/// A task as evidence.
pub(super) const fn of_line(line: &LineFact, count: u64, what: EvidenceKind) -> Evidence {
    Evidence {
        key: Key::Assignment(line.id),
        event: None,
        official: line.place.official,
        unit: line.place.unit,
        on: line.day,
        count,
        undecided: false,
        what,
    }
}

/// A dated thing as evidence.
pub(super) const fn of_event(event: &EventFact, count: u64, what: EvidenceKind) -> Evidence {
    Evidence {
        key: event.key,
        event: event.event,
        official: event.place.official,
        unit: event.place.unit,
        on: event.day,
        count,
        undecided: false,
        what,
    }
}

/// A count of things in memory as a number of the scorecard.
pub(super) fn count(things: impl Iterator) -> u64 {
    things.fold(0, |sum, _| sum + 1)
}

/// What is said of tasks whose time is not computed here.
pub(super) fn without_rules<'f>(lines: impl Iterator<Item = &'f LineFact>) -> Option<CardFinding> {
    let unknown = count(lines.filter(|line| !line.known));
    (unknown > 0).then_some(CardFinding::WithoutRules(unknown))
}
