//! Units side by side: who is late, and what was done about it.

use crate::domain::{Span, UnitId};

use super::super::terms::days_between;
use super::cut::{Cut, count};
use super::event::EventKind;
use super::facts::Facts;
use super::places::Scope;
use super::{CardFigure, Whose};

/// One unit by itself, or the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit; nothing for the whole of what is compared.
    pub unit: Option<UnitId>,
    /// Officials with a position there.
    pub people: usize,
    /// Tasks of these days.
    pub tasks: u64,
    /// Tasks late or overdue, net of confirmed causes and extensions.
    pub late: u64,
    /// Of these, still unfinished.
    pub overdue: u64,
    /// Of the late ones, with a recorded handling or apology slip.
    pub handled: CardFigure,
    /// Days from the deadline to the first handling, all together.
    pub handling_days: u64,
    /// Substantiated complaints.
    pub complaints: u64,
    /// Confirmed incidents.
    pub incidents: u64,
}

/// The whole of somebody, then each unit of it by itself, in order of numbers.
///
/// For an official the units they head; nobody else has any.
#[must_use]
pub fn compare(facts: &Facts, whose: Whose, span: Span) -> Vec<UnitLine> {
    let Some(whole) = facts.led(whose, span) else {
        return Vec::new();
    };
    let mut lines = vec![line(facts, None, &whole, span)];
    let units: Vec<UnitId> = match &whole {
        Scope::All => facts.tree.all().collect(),
        Scope::Units(_) | Scope::Led(_) => whole.units().into_iter().collect(),
        Scope::Person(_) => Vec::new(),
    };
    // A unit is listed once, without those under it: they have lines of their own.
    for unit in units {
        let scope = whole.narrowed_to(unit);
        let own = line(facts, Some(unit), &scope, span);
        if own.people > 0 || own.tasks > 0 || own.complaints > 0 || own.incidents > 0 {
            lines.push(own);
        }
    }
    lines
}

fn line(facts: &Facts, unit: Option<UnitId>, scope: &Scope, span: Span) -> UnitLine {
    let cut: Cut<'_> = facts.cut(scope, span);
    let late = || cut.lines().filter(|line| line.is_late());
    let handled = late().filter_map(|line| Some((line.day, line.handled?)));
    let (mut with, mut days) = (0, 0);
    for (day, on) in handled {
        with += 1;
        days += u64::from(days_between(day, on.max(day)));
    }
    let events =
        |wanted: fn(EventKind) -> bool| count(cut.events().filter(|event| wanted(event.kind)));
    UnitLine {
        unit,
        people: cut.people().len(),
        tasks: count(cut.lines()),
        late: count(late()),
        overdue: count(late().filter(|line| line.overdue.is_some())),
        handled: CardFigure::of(with, count(late())),
        handling_days: days,
        complaints: events(|kind| matches!(kind, EventKind::Complaint { .. })),
        incidents: events(|kind| matches!(kind, EventKind::Incident { .. })),
    }
}
