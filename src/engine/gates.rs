//! The grounds that set a class whatever the score (Điều 11.3, 20.4).

use std::collections::BTreeSet;

use crate::domain::{
    ConclusionId, Discipline, DisciplineId, DisciplineSide, Gate, OfficialId, Role,
};
use crate::ledger::{Book, Key};
use crate::rules::Rules;

use super::{Finding, NotCounted};

/// One ground that holds in a year, with the record that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClosedGate {
    /// Which ground.
    pub gate: Gate,
    /// The conclusion or the disciplinary decision.
    pub ground: Ground,
}

/// What closes a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A conclusion of the competent authority.
    Conclusion(ConclusionId),
    /// A disciplinary decision.
    Discipline(DisciplineId),
}

impl Ground {
    /// The record.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Conclusion(id) => Key::GateConclusion(id),
            Self::Discipline(id) => Key::Discipline(id),
        }
    }
}

/// The grounds that hold for an official in a year, in the order of the records.
#[must_use]
pub fn closed_gates(
    book: &Book,
    rules: &Rules,
    official: OfficialId,
    year: u16,
    role: Option<Role>,
    findings: &mut Vec<Finding>,
) -> Vec<ClosedGate> {
    let mut closed = Vec::new();
    let Ok(in_force) = rules.for_year(year) else {
        return closed;
    };
    for (id, conclusion) in book.gate_conclusions.of(official) {
        if conclusion.year != year {
            continue;
        }
        let gate = conclusion.gate;
        let leads = role.is_some_and(Role::leads);
        if in_force.class.gate(gate).leaders_only && !leads {
            findings.push(Finding::GateForLeadersOnly {
                conclusion: id,
                gate,
            });
        } else {
            closed.push(ClosedGate {
                gate,
                ground: Ground::Conclusion(id),
            });
        }
    }
    closed.extend(disciplines(book, rules, official, year, findings));
    closed
}

fn disciplines(
    book: &Book,
    rules: &Rules,
    official: OfficialId,
    year: u16,
    findings: &mut Vec<Finding>,
) -> Vec<ClosedGate> {
    let mut counted = Vec::new();
    for (id, discipline) in book.disciplines.of(official) {
        if year_of(discipline) != i32::from(year) {
            continue;
        }
        if let Some(why) = not_counted(book, official, id, discipline) {
            findings.push(Finding::DisciplineNotCounted {
                discipline: id,
                why,
            });
            continue;
        }
        let side: DisciplineSide = discipline.side;
        let known = rules.discipline_form(side, &discipline.form, discipline.effective);
        if known.is_none() {
            findings.push(Finding::UnknownDisciplineForm { discipline: id });
        }
        counted.push(ClosedGate {
            gate: Gate::DutyDiscipline,
            ground: Ground::Discipline(id),
        });
    }
    counted
}

fn year_of(discipline: &Discipline) -> i32 {
    chrono::Datelike::year(&discipline.effective)
}

fn not_counted(
    book: &Book,
    official: OfficialId,
    id: DisciplineId,
    discipline: &Discipline,
) -> Option<NotCounted> {
    if !discipline.duty_related {
        return Some(NotCounted::NotDutyRelated);
    }
    if discipline.act_unit.is_some() {
        return Some(NotCounted::FormerOrganisation);
    }
    let year = year_of(discipline);
    if discipline
        .already_used_in
        .is_some_and(|used| i32::from(used) < year)
    {
        return Some(NotCounted::AlreadyUsed);
    }
    let earlier = same_act(book, official, id)
        .into_iter()
        .filter_map(|other| book.disciplines.get(other))
        .any(|other| other.duty_related && year_of(other) < year);
    earlier.then_some(NotCounted::SameActEarlier)
}

/// The other decisions on the same act, however the records are linked.
#[must_use]
pub fn same_act(book: &Book, official: OfficialId, id: DisciplineId) -> BTreeSet<DisciplineId> {
    let mut found = BTreeSet::from([id]);
    loop {
        let before = found.len();
        for (other, discipline) in book.disciplines.of(official) {
            if let Some(same) = discipline.same_act_as
                && (found.contains(&other) || found.contains(&same))
            {
                found.extend([other, same]);
            }
        }
        if found.len() == before {
            found.remove(&id);
            return found;
        }
    }
}
