//! One official's year: the mean of its periods and the class it ends in.
//!
//! # Legal basis
//! Điều 11 (time worked, discipline), 17.3 and 19.3 (the mean), 20 (classes, grounds, the
//! head's limit). The class is decided on the exact mean.

use crate::domain::{
    Class, Classification, DecisionId, Exact, OfficialId, Period, Role, UnitId, YearDecision,
};
use crate::ledger::Book;
use crate::rules::{CivilServantRules, EmptyMonth, Rules};

use super::Finding;
use super::absence::{WorkedTime, worked_time};
use super::gates::{ClosedGate, closed_gates};
use super::period::{Score, ScoreState, Seat, seat_of};
use super::terms::Terms;

/// One period within a mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The period.
    pub period: Period,
    /// What its score is.
    pub state: ScoreState,
    /// Its total, when it has one.
    pub total: Option<Exact>,
}

impl Part {
    /// The part a score is.
    #[must_use]
    pub fn of(period: Period, score: &Score) -> Self {
        Self {
            period,
            state: score.state,
            total: score.total.clone(),
        }
    }
}

/// The mean of some periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeanFigures {
    /// Over the periods that have a score.
    pub mean: Option<Exact>,
    /// True when nothing that belongs to it is missing.
    pub complete: bool,
}

/// The mean of periods, with what was left out and what is missing.
///
/// A period in which nothing is assigned to one official is for R7 to settle; an `awaited` one,
/// in which nothing is recorded of anybody, is missing whatever R7 says.
#[must_use]
pub fn mean_of(
    parts: &[Part],
    empty: Option<EmptyMonth>,
    awaited: &dyn Fn(Period) -> bool,
    findings: &mut Vec<Finding>,
) -> MeanFigures {
    let mut complete = true;
    for part in parts.iter().filter(|part| part.total.is_none()) {
        let period = part.period;
        match (part.state, empty) {
            (ScoreState::Away, _) => {}
            (ScoreState::Empty, _) if awaited(period) => {
                complete = false;
                findings.push(Finding::PeriodUnrecorded { period });
            }
            (ScoreState::Empty, Some(EmptyMonth::LeftOut)) => {
                findings.push(Finding::PeriodLeftOut { period });
            }
            (ScoreState::Empty, _) => {
                complete = false;
                findings.push(Finding::PeriodUnsettled { period });
            }
            (ScoreState::NotComputed, _) => complete = false,
            _ => {
                complete = false;
                findings.push(Finding::PeriodIncomplete { period });
            }
        }
    }
    let totals = parts.iter().filter_map(|part| part.total.as_ref());
    // Left unreduced: comparing needs no lowest terms, and ten thousand years are quicker.
    let mean = Exact::mean(totals);
    MeanFigures { mean, complete }
}

/// The year of one official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearScore {
    /// The last position held in the year.
    pub seat: Option<Seat>,
    /// The mean of the periods that have a score.
    pub mean: Option<Exact>,
    /// True when no period that belongs to the mean is missing.
    pub complete: bool,
    /// The class the mean reaches by itself.
    pub band: Option<Class>,
    /// Months worked.
    pub worked: WorkedTime,
    /// Grounds that set the class.
    pub gates: Vec<ClosedGate>,
    /// For a head: the unit and its class, which is the limit.
    pub limit: Option<(UnitId, Option<Class>)>,
    /// The class as computed.
    pub computed: Classification,
    /// The decision in force.
    pub decided: Option<(DecisionId, Class)>,
    /// What is missing or doubtful.
    pub findings: Vec<Finding>,
}

impl YearScore {
    /// The class that stands: the decided one, else the computed one.
    #[must_use]
    pub const fn standing(&self) -> Classification {
        match (self.decided, self.computed) {
            (Some((_, class)), _) => Classification::Class(class),
            (None, computed) => computed,
        }
    }

    /// The computed class, when there is one.
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        match self.computed {
            Classification::Class(class) => Some(class),
            Classification::Unclassified | Classification::None => None,
        }
    }

    /// The next better class by score and how many points of the mean are missing to it.
    #[must_use]
    pub fn missing_to_next(&self, rules: &CivilServantRules) -> Option<(Class, Exact)> {
        let mean = self.mean.as_ref()?;
        let above = rules.class.thresholds.iter().rev();
        let next = above.map(|threshold| (threshold.class, threshold.from.exact()));
        let (class, from) = next.into_iter().find(|(_, from)| from > mean)?;
        Some((class, from.minus(mean).reduced()))
    }
}

/// The year of an official from its periods; `awaited` says in which of them something must
/// still be recorded of anybody.
#[must_use]
pub fn year_score(
    book: &Book,
    rules: &Rules,
    terms: Option<&Terms>,
    (official, year): (OfficialId, u16),
    parts: &[Part],
    awaited: &dyn Fn(Period) -> bool,
) -> YearScore {
    let mut findings = Vec::new();
    let seat = seat_of(book, official, Period::Year(year));
    let empty = terms.map(|terms| terms.empty_month);
    let mean = mean_of(parts, empty, awaited, &mut findings);
    let decided = decision_of(book, official, year);
    let mut score = YearScore {
        seat,
        band: None,
        worked: worked_time(book, official, year),
        gates: Vec::new(),
        limit: None,
        computed: Classification::None,
        decided: decided.and_then(|(id, decision)| decision.class.map(|class| (id, class))),
        mean: mean.mean,
        complete: mean.complete,
        findings,
    };
    if let Some(terms) = terms {
        score.classify(book, rules, terms.rules, official, year);
    } else {
        score.findings.push(Finding::NotComputed);
    }
    score.check_decision(decided.map(|(_, decision)| decision));
    score
}

impl YearScore {
    fn classify(
        &mut self,
        book: &Book,
        rules: &Rules,
        in_force: &CivilServantRules,
        official: OfficialId,
        year: u16,
    ) {
        self.band = self.mean.as_ref().map(|mean| in_force.class.class_of(mean));
        let role = self.seat.map(|seat| seat.role);
        self.gates = closed_gates(book, rules, official, year, role, &mut self.findings);
        if self.mean.is_none() {
            self.findings.push(Finding::NothingScored);
        }
        if !self.is_classified(in_force) {
            self.computed = Classification::Unclassified;
            return;
        }
        let gate = self
            .gates
            .iter()
            .map(|closed| in_force.class.gate(closed.gate).class)
            .max();
        let earned = self.band.filter(|_| self.complete);
        let class = match (earned, gate) {
            (Some(earned), Some(gate)) => earned.not_above(gate),
            (None, Some(gate)) => gate,
            (Some(earned), None) => self.limited(earned, book, year),
            (None, None) => return,
        };
        self.computed = Classification::Class(class);
    }

    /// Whether enough of the year was worked (Điều 11.1), or sick or maternity leave is
    /// why it was not (Điều 11.2).
    fn is_classified(&self, in_force: &CivilServantRules) -> bool {
        let minimum = Exact::whole(i64::from(in_force.class.minimum_months.value));
        let WorkedTime {
            worked, on_leave, ..
        } = &self.worked;
        *worked >= minimum || (!on_leave.is_zero() && worked.plus(on_leave) >= minimum)
    }

    /// The class of a head is not above the unit's (Điều 20.6).
    fn limited(&mut self, earned: Class, book: &Book, year: u16) -> Class {
        let Some(unit) = self
            .seat
            .filter(|seat| seat.role == Role::Head)
            .map(|seat| seat.unit)
        else {
            return earned;
        };
        let class = book
            .unit_years
            .get((unit, year))
            .and_then(|record| record.class);
        self.limit = Some((unit, class));
        if let Some(class) = class {
            earned.not_above(class)
        } else {
            self.findings.push(Finding::UnitClassMissing { unit });
            earned
        }
    }

    fn check_decision(&mut self, decision: Option<&YearDecision>) {
        let Some((id, decided)) = self.decided else {
            return;
        };
        let computed = self.class();
        if computed != Some(decided) {
            let reason = decision.and_then(|decision| decision.reason.as_deref());
            self.findings.push(Finding::DecisionDiffers {
                decision: id,
                computed,
                decided,
                reasoned: reason.is_some_and(|reason| !reason.trim().is_empty()),
            });
        }
    }
}

/// The decision in force: the last with a class that no other replaces (Điều 21.3).
#[must_use]
pub fn decision_of(
    book: &Book,
    official: OfficialId,
    year: u16,
) -> Option<(DecisionId, &YearDecision)> {
    let of_year = || {
        book.decisions
            .of(official)
            .filter(move |(_, decision)| decision.year == year)
    };
    let replaced = |id: DecisionId| {
        of_year().any(|(_, other)| other.replaces == Some(id) && other.class.is_some())
    };
    of_year()
        .filter(|(id, decision)| decision.class.is_some() && !replaced(*id))
        .max_by_key(|(id, decision)| (decision.on, *id))
}
