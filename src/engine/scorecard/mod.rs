//! The directive's scorecard: what the records say under each criterion, for one official, a
//! unit with everything under it, or the whole agency, over any span of days.
//!
//! A figure is a count or a share of counts, so it can be made again with a pencil. What no
//! record measures is "not measured" and says why; it never earns points. Nothing here moves a
//! score: what follows for the decree's lines is proposed, and a person decides.
//!
//! A task belongs to the day of its deadline in force (without one, of its assignment); a
//! complaint to the day of receipt; an incident to the day it happened; a hand-back, a
//! reminder, a count of dossiers, a conclusion and a decision to their own days; what falls to a
//! head is asked for each on its day. Whether a task is late is
//! said as of a day, since the book does not know what it looked like before.
//!
//! # Legal basis
//! Chỉ thị 01/CT-UBND names the criteria and no number; every tariff is grade L or P.

mod changes;
mod cut;
mod decisions;
mod electronic;
mod event;
mod facts;
mod four_clear;
mod handled;
mod incidents;
mod late_share;
mod lateness;
mod line;
mod completed;
mod overlap;
mod personnel;
mod places;
mod points;
mod proposal;
mod quality;
mod registers;
mod span;
mod units;

use crate::domain::{Day, EventId, Exact, LocalRulesId, OfficialId, Span, UnitId};
use crate::ledger::{Book, Key};
use crate::rules::{DirectiveCriterion, DirectiveMeasure, DirectiveScope, Rules};

pub use changes::{PointsChange, PointsUnder};
pub use facts::Facts;
pub use personnel::{ConditionMet, PersonnelRow, personnel};
pub use points::{CardPoints, TariffSource};
pub use proposal::{Proposal, ProposalKind};
pub use registers::Register;
pub use span::{trend_spans, trend_start};
pub use units::{UnitLine, compare};

use cut::Cut;
use places::Scope;

/// Whose scorecard it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Whose {
    /// The whole agency.
    #[default]
    Agency,
    /// A unit with everything under it.
    Unit(UnitId),
    /// One official; a head with what the units they head have to answer for.
    Official(OfficialId),
}

/// The figure of one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CardFigure {
    /// No record measures it.
    #[default]
    NotMeasured,
    /// So many of so many are as they should be.
    Share {
        /// Numerator.
        reached: u64,
        /// Denominator, above zero.
        of: u64,
    },
    /// So many times something happened that should not.
    Events {
        /// How many.
        count: u64,
        /// Among how many tasks, where tasks are what is looked at.
        of: Option<u64>,
    },
}

impl CardFigure {
    /// How much of it is not as it should be; nothing when it is not measured.
    #[must_use]
    pub const fn misses(self) -> Option<u64> {
        match self {
            Self::NotMeasured => None,
            Self::Share { reached, of } => Some(of - reached),
            Self::Events { count, .. } => Some(count),
        }
    }

    /// The share reached, as a fraction of one.
    #[must_use]
    pub fn share(self) -> Option<Exact> {
        match self {
            Self::Share { reached, of } => Some(Exact::ratio(i128::from(reached), i128::from(of))),
            Self::NotMeasured | Self::Events { .. } => None,
        }
    }

    /// A share, or not measured when there is nothing to take it of.
    const fn of(reached: u64, of: u64) -> Self {
        if of == 0 {
            Self::NotMeasured
        } else {
            Self::Share { reached, of }
        }
    }
}

/// What a figure says besides its two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// Nothing.
    #[default]
    None,
    /// Calendar days late, all together.
    LateDays(u64),
    /// Tasks with a lead person, a work, who answers for it, a deadline; and tasks that two
    /// people were given at once.
    Clear {
        /// Person, work, responsibility, time.
        parts: [u64; 4],
        /// Tasks that overlap with another one.
        overlapping: u64,
    },
    /// Days from the deadline to the first handling: all together, and the longest.
    Handling {
        /// Sum of days.
        days: u64,
        /// Longest.
        longest: u64,
        /// Among how many.
        tasks: u64,
    },
    /// Conclusions of inspections.
    Inspections(u64),
}

/// What is missing or doubtful about one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardFinding {
    /// No task falls in these days.
    NoTasks,
    /// No task had to be finished in these days.
    NothingDue,
    /// Tasks of a time whose rules are not computed here are left out.
    WithoutRules(u64),
    /// Nothing was ever recorded in a register up to these days, so that nothing in it does not
    /// mean that nothing happened.
    NotKept(Register),
    /// Nobody recorded dossiers.
    NoDossiers,
    /// Counts of dossiers with more electronic ones than all are left out.
    ImpossibleDossiers(u64),
    /// For no task of the agency is it recorded who answers for it.
    NobodyAnswers,
    /// Nothing was late, so there was nothing to handle.
    NothingLate,
    /// No decision on a class was recorded.
    NoDecisions,
    /// Substantiated complaints and confirmed incidents without a known criterion count nowhere.
    WithoutCriterion(u64),
    /// Confirmed incidents under a criterion that counts complaints only.
    IncidentsNotCounted(u64),
    /// Events that are about no official are in the figure and in nobody's points.
    WithoutPerson(u64),
    /// The official holds no position in these days.
    NoPosition,
    /// The form of the local tariff does not fit the figure.
    TariffDoesNotFit,
}

/// One record behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The record.
    pub key: Key,
    /// The event within it.
    pub event: Option<EventId>,
    /// Whom it is about.
    pub official: Option<OfficialId>,
    /// The unit it falls to.
    pub unit: Option<UnitId>,
    /// The day it belongs to.
    pub on: Day,
    /// For how many it counts; zero for what only stands beside the figure.
    pub count: u64,
    /// True when a person still has to decide what follows for a line of the decree.
    pub undecided: bool,
    /// What it shows.
    pub what: EvidenceKind,
}

/// What a record shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// A task not completed after its deadline.
    NotCompleted,
    /// A task handed back: it stays with who gave it (Điều 18.1d).
    HandedBack,
    /// Late so many times, by so many calendar days.
    Late(u32, u32),
    /// Still unfinished so many days after its deadline.
    Overdue(u32),
    /// Assessed as not meeting the requirement so many times.
    Failed(u32),
    /// A reminder.
    Reminder,
    /// Handed back without a reason.
    NoReason,
    /// A complaint concluded as right.
    Complaint,
    /// A confirmed incident.
    Incident,
    /// Dossiers handled, and of these electronically and on time.
    Dossiers(u32, u32),
    /// Not clear: person, work, responsibility, time.
    Unclear([bool; 4]),
    /// The same work given to two people at once.
    Overlap,
    /// Late, and handled so many days after the deadline.
    Handled(u32),
    /// Late, and nothing done about it.
    NotHandled,
    /// A conclusion of an inspection.
    Inspection,
    /// A decision on a class with what follows from it, or without.
    Decision(bool),
    /// A disciplinary decision.
    Discipline,
    /// A conclusion of the authority.
    Conclusion,
    /// A period scored below the threshold.
    LowPeriod(crate::domain::Period),
}

/// One criterion of a scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionCard {
    /// The criterion.
    pub criterion: DirectiveCriterion,
    /// Its figure.
    pub figure: CardFigure,
    /// What it says besides.
    pub detail: Detail,
    /// What is missing or doubtful.
    pub findings: Vec<CardFinding>,
    /// The records behind it, earliest first.
    pub evidence: Vec<Evidence>,
    /// The same figure over the parts of the span.
    pub trend: Vec<(Span, CardFigure)>,
    /// Its points; nothing when it is not measured.
    pub points: Option<CardPoints>,
    /// What it would propose for the decree's lines.
    pub proposals: Vec<Proposal>,
}

/// The scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// Whose.
    pub whose: Whose,
    /// First to last day.
    pub span: Span,
    /// Officials it is about.
    pub people: usize,
    /// Criteria in order; those of heads only where somebody heads a unit.
    pub criteria: Vec<CriterionCard>,
}

impl Scorecard {
    /// Points of the measured criteria together, their most points, and how many there are.
    #[must_use]
    pub fn total(&self) -> (Exact, Exact, usize) {
        let measured = self.criteria.iter().filter_map(|card| card.points.as_ref());
        measured.fold((Exact::zero(), Exact::zero(), 0), |sum, points| {
            let (earned, max, count) = sum;
            let most = points.max.exact();
            (earned.plus(&points.earned), max.plus(&most), count + 1)
        })
    }
}

/// What one measure found in a cut of the facts.
#[derive(Debug, Default)]
struct Outcome {
    figure: CardFigure,
    detail: Detail,
    findings: Vec<CardFinding>,
    evidence: Vec<Evidence>,
    /// Whom an event could have happened to: everybody among whom points are shared out.
    people: std::collections::BTreeSet<OfficialId>,
}

/// The scorecard of somebody over a span, from facts gathered for at least its trend's days.
///
/// `book` gives the local tariffs in force on the span's last day, and for an official's confirmed
/// period those it was confirmed with.
#[must_use]
pub fn scorecard(book: &Book, rules: &Rules, facts: &Facts, whose: Whose, span: Span) -> Scorecard {
    let own = facts.scope(whose);
    let led = facts.led(whose, span);
    let cut = facts.cut(&own, span);
    let local = points::local_for(book, &book.local_rules.iter().collect(), whose, span);
    let criteria = rules.directive.iter().enumerate();
    let criteria = criteria.filter_map(|(at, criterion)| {
        let scope = match criterion.scope {
            DirectiveScope::Everyone => &own,
            DirectiveScope::Heads => led.as_ref()?,
        };
        Some(card(facts, local, whose, span, scope, (at, criterion)))
    });
    Scorecard {
        whose,
        span,
        people: cut.people().len(),
        criteria: criteria.collect(),
    }
}

fn card(
    facts: &Facts,
    local: Option<(LocalRulesId, &crate::domain::LocalRules)>,
    whose: Whose,
    span: Span,
    scope: &Scope,
    (at, criterion): (usize, &DirectiveCriterion),
) -> CriterionCard {
    let cut = facts.cut(scope, span);
    let mut outcome = measure(&cut, at, criterion.measure);
    let beside = incidents::beside(&cut, at, criterion.measure);
    outcome.evidence.extend(beside);
    outcome
        .evidence
        .sort_by_key(|evidence| (evidence.on, evidence.key, evidence.event));
    let trend = trend_spans(span)
        .into_iter()
        .filter(|part| part.from <= facts.as_of())
        .map(|part| {
            let part_cut = facts.cut(scope, part);
            (part, measure(&part_cut, at, criterion.measure).figure)
        });
    let trend = trend.collect();
    let tariff = points::tariff(criterion, local);
    let points = points::points(&tariff, &mut outcome, whose);
    let proposals = proposal::proposals(criterion, &tariff, &outcome, whose);
    CriterionCard {
        criterion: criterion.clone(),
        figure: outcome.figure,
        detail: outcome.detail,
        findings: outcome.findings,
        evidence: outcome.evidence,
        trend,
        points,
        proposals,
    }
}

fn measure(cut: &Cut<'_>, criterion: usize, measure: DirectiveMeasure) -> Outcome {
    match measure {
        DirectiveMeasure::CompletedShare => completed::measure(cut),
        DirectiveMeasure::LateOccurrences => lateness::measure(cut),
        DirectiveMeasure::QualityFailures => quality::measure(cut),
        DirectiveMeasure::Reminders
        | DirectiveMeasure::HandBacksWithoutReason
        | DirectiveMeasure::ConfirmedIncidents
        | DirectiveMeasure::SubstantiatedComplaints => incidents::measure(cut, criterion, measure),
        DirectiveMeasure::ElectronicShare => electronic::measure(cut),
        DirectiveMeasure::UnitLateShare => late_share::measure(cut),
        DirectiveMeasure::FourClearShare => four_clear::measure(cut),
        DirectiveMeasure::HandledShare => handled::measure(cut),
        DirectiveMeasure::RecordedDecisions => decisions::measure(cut),
    }
}

#[cfg(test)]
mod tests;
