//! Everything the scorecard looks at, gathered once for a stretch of days.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Day, DecisionId, OfficialId, Span};
use crate::ledger::{Book, Key};
use crate::rules::Rules;

use super::super::roster::UnitTree;
use super::super::terms::TermsTable;
use super::super::under::Trial;
use super::cut::Cut;
use super::event::{self, About, EventFact};
use super::line::LineFact;
use super::places::{Place, Scope, Seats};
use super::registers::Registers;
use super::{Whose, overlap};

/// Places of everybody's own tasks, in their order.
type Owned = BTreeMap<OfficialId, Vec<usize>>;

/// What the records of a stretch of days say, ready to be cut by whose and when.
#[derive(Debug)]
pub struct Facts {
    /// In order of their days.
    pub(super) lines: Vec<LineFact>,
    /// Where everybody's own tasks stand among them.
    own: Owned,
    pub(super) events: Vec<EventFact>,
    pub(super) seats: Seats,
    pub(super) tree: UnitTree,
    /// Since when the registers of events are kept.
    pub(super) registers: Registers,
    /// True when for some task of the agency it is recorded who answers for it.
    pub(super) answers_recorded: bool,
    as_of: Day,
}

impl Facts {
    /// Gathers what belongs to the days of `range`; lateness of what is unfinished is as of
    /// `as_of`.
    #[must_use]
    pub fn gather(book: &Book, rules: &Rules, range: Span, as_of: Day) -> Self {
        Self::by(book, rules, &TermsTable::new(book, rules), range, as_of)
    }

    /// The same under what is tried out.
    #[must_use]
    pub(super) fn under(
        book: &Book,
        rules: &Rules,
        trial: &Trial,
        range: Span,
        as_of: Day,
    ) -> Self {
        let table = TermsTable::new(book, rules).under(trial);
        Self::by(book, rules, &table, range, as_of)
    }

    fn by(book: &Book, rules: &Rules, table: &TermsTable, range: Span, as_of: Day) -> Self {
        let seats = Seats::of(book);
        let (lines, mut events) = tasks(book, table, &seats, range, as_of);
        let mut own = Owned::default();
        for (at, line) in lines.iter().enumerate() {
            if let Some(official) = line.place.official {
                own.entry(official).or_default().push(at);
            }
        }
        events.extend(records(book, rules, &seats, range));
        let mut tasks = book.assignments.iter();
        Self {
            answers_recorded: tasks.any(|(_, task)| task.names_who_answers()),
            lines,
            own,
            events,
            seats,
            tree: UnitTree::of(book),
            registers: Registers::of(book),
            as_of,
        }
    }

    /// The day as of which it is said what is unfinished.
    #[must_use]
    pub const fn as_of(&self) -> Day {
        self.as_of
    }

    pub(super) fn cut<'f>(&'f self, scope: &'f Scope, span: Span) -> Cut<'f> {
        Cut::new(self, scope, span)
    }

    /// Where an official's own tasks stand in [`Facts::lines`], in their order.
    pub(super) fn own(&self, official: OfficialId) -> &[usize] {
        self.own.get(&official).map_or(&[][..], Vec::as_slice)
    }

    /// What falls to somebody.
    pub(super) fn scope(&self, whose: Whose) -> Scope {
        match whose {
            Whose::Agency => Scope::All,
            Whose::Unit(unit) => Scope::under(unit, &self.tree),
            Whose::Official(official) => Scope::Person(official),
        }
    }

    /// What a head answers for, on the days of heading it; nothing for somebody who heads no
    /// unit in these days.
    pub(super) fn led(&self, whose: Whose, span: Span) -> Option<Scope> {
        let Whose::Official(official) = whose else {
            return Some(self.scope(whose));
        };
        let headed = self.seats.headed(official);
        let heads = headed.iter().any(|(days, _)| days.overlaps(&span));
        heads.then(|| Scope::led(headed, &self.tree))
    }
}

fn tasks(
    book: &Book,
    table: &TermsTable,
    seats: &Seats,
    range: Span,
    as_of: Day,
) -> (Vec<LineFact>, Vec<EventFact>) {
    let (mut lines, mut events) = (Vec::new(), Vec::new());
    let overlapping = overlap::overlapping(book);
    for (id, task) in book.assignments.iter() {
        // The unit it was given to goes before the unit of who leads it.
        let place = |day: Day| Place {
            official: task.official,
            unit: task.unit.or_else(|| seats.unit_on(task.official?, day)),
        };
        let dated = event::of_task(id, task, place);
        events.extend(dated.filter(|event| range.contains(event.day)));
        let day = task.deadline().or(task.assigned_on);
        if day.is_none_or(|day| !range.contains(day)) {
            continue;
        }
        if let Some(mut line) = LineFact::of(id, task, place, book, table, as_of) {
            line.overlaps = overlapping.contains(&id);
            lines.push(line);
        }
    }
    lines.sort_by_key(|line| (line.day, line.id));
    (lines, events)
}

fn records(book: &Book, rules: &Rules, seats: &Seats, range: Span) -> Vec<EventFact> {
    let criterion = |key: &str| About::of(rules, key);
    let unit_on = |official, day| seats.unit_on(official, day);
    let complaints = book.complaints.iter().filter_map(|(id, complaint)| {
        event::of_complaint(Key::Complaint(id), complaint, criterion, unit_on)
    });
    let incidents = book.incidents.iter().filter_map(|(id, incident)| {
        event::of_incident(Key::Incident(id), incident, criterion, unit_on)
    });
    let replaced: BTreeSet<DecisionId> = book
        .decisions
        .iter()
        .filter_map(|(_, decision)| decision.replaces)
        .collect();
    let decisions = book.decisions.iter();
    let decisions = decisions
        .filter(|(id, _)| !replaced.contains(id))
        .filter_map(|(id, decision)| event::of_decision(Key::Decision(id), decision, unit_on));
    let conclusions = book.gate_conclusions.iter();
    let conclusions = conclusions.filter_map(|(id, conclusion)| {
        event::of_conclusion(Key::GateConclusion(id), conclusion, unit_on)
    });
    complaints
        .chain(incidents)
        .chain(conclusions)
        .chain(decisions)
        .filter(|event| range.contains(event.day))
        .collect()
}
