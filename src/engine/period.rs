//! One official in one tracked period: the figures a score is made of.
//!
//! # Legal basis
//! Điều 14 to 18. A confirmed total is frozen; a score brought along from a former agency
//! stands for its month (Điều 19.1); where nothing is assigned there is no score.

use crate::domain::{
    Class, Confirmation, Decimal, Exact, Month, OfficialId, Period, PositionId, Role, UnitId,
};
use crate::ledger::Book;
use crate::rules::{ComponentKind, Excess, Formula};

use super::Finding;
use super::absence::is_away_throughout;
use super::fraction::{Fraction, Mean};
use super::general::{GeneralFigures, general_figures};
use super::leadership::{self, Standing};
use super::ratio::{Measure, ratio};
use super::support;
use super::tally::Tally;
use super::terms::Terms;

/// The position an official is scored in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    /// The position.
    pub position: PositionId,
    /// Its unit.
    pub unit: UnitId,
    /// Its role, which chooses the formula.
    pub role: Role,
}

impl Seat {
    /// True when this seat leads another in the same unit: heads lead all but heads,
    /// deputies all but heads and deputies.
    #[must_use]
    pub fn leads(self, other: Self) -> bool {
        let over = match self.role {
            Role::Head => other.role != Role::Head,
            Role::Deputy => !other.role.leads(),
            Role::Staff | Role::Support => false,
        };
        over && self.unit == other.unit
    }
}

/// What a period's score is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScoreState {
    /// Computed from the records.
    Computed,
    /// Confirmed and frozen.
    Confirmed,
    /// Brought along from elsewhere.
    Foreign,
    /// The mean of shorter periods.
    Mean,
    /// There are records, but something is missing.
    Incomplete,
    /// Nothing is assigned.
    Empty,
    /// Not at work here in the whole period.
    Away,
    /// No instrument computed here governs the period.
    NotComputed,
}

/// The score of one official in one tracked period: numbers only.
///
/// Findings about single tasks come with the [`super::Assessment`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The position scored in.
    pub seat: Option<Seat>,
    /// What the score is.
    pub state: ScoreState,
    /// Points of the general criteria.
    pub general: Option<Decimal>,
    /// The exact total.
    pub total: Option<Exact>,
    /// The class the total corresponds to.
    pub class: Option<Class>,
    /// True when tasks, points of the general criteria or a confirmation are recorded here.
    pub recorded: bool,
    /// What is missing or doubtful.
    pub findings: Box<[Finding]>,
}

/// One component of the task result as it came out.
#[derive(Debug, Clone, Copy)]
pub struct ComponentFigures {
    /// What it measures.
    pub kind: ComponentKind,
    /// Its ratio after R3.
    pub ratio: Option<Fraction>,
}

/// Everything a period's score is made of.
#[derive(Debug, Clone)]
pub struct PeriodFigures {
    /// The position scored in.
    pub seat: Option<Seat>,
    /// What the score is.
    pub state: ScoreState,
    /// a, b, c and, for leaders, d, đ, e; or the three ratings of support staff.
    pub components: Vec<ComponentFigures>,
    /// The mean of the components after R3.
    pub result: Option<Mean>,
    /// True when R3 cut the result at one.
    pub result_cut: bool,
    /// General criteria.
    pub general: GeneralFigures,
    /// General points plus result points, from the records alone.
    pub computed: Option<Exact>,
    /// The total that counts.
    pub total: Option<Exact>,
    /// The class the total corresponds to.
    pub class: Option<Class>,
    /// True when tasks, points of the general criteria or a confirmation are recorded here.
    pub recorded: bool,
    /// How those led stand.
    pub led: Standing,
    /// What is missing or doubtful.
    pub findings: Vec<Finding>,
}

/// What one official's period is scored from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a, 'r> {
    /// All records.
    pub book: &'a Book,
    /// The terms of the period.
    pub terms: &'a Terms<'r>,
    /// Who.
    pub official: OfficialId,
    /// The position scored in.
    pub seat: Option<Seat>,
    /// The sums of the tasks.
    pub tally: &'a Tally,
    /// How those led stand; nobody for those who do not lead.
    pub led: Standing,
}

/// The position an official is scored in.
#[must_use]
pub fn seat_of(book: &Book, official: OfficialId, period: Period) -> Option<Seat> {
    let (id, position) = book.position_in(official, period)?;
    Some(Seat {
        position: id,
        unit: position.unit,
        role: position.role,
    })
}

/// The mean of the scores brought along for months of a period.
#[must_use]
pub fn foreign_total(book: &Book, official: OfficialId, period: Period) -> Option<Exact> {
    if book.foreign_scores.is_empty() {
        return None;
    }
    let totals: Vec<Exact> = foreign_months(book, official, period)
        .map(|(_, total)| total.exact())
        .collect();
    Exact::mean(&totals).map(|mean| mean.reduced())
}

/// The months of a period with a score from elsewhere.
pub fn foreign_months(
    book: &Book,
    official: OfficialId,
    period: Period,
) -> impl Iterator<Item = (Month, Decimal)> + '_ {
    period.months().into_iter().filter_map(move |month| {
        let score = book.foreign_scores.get((official, month))?;
        Some((month, score.total))
    })
}

/// The confirmation that freezes a period, unless it was unlocked.
#[must_use]
pub fn frozen(book: &Book, official: OfficialId, period: Period) -> Option<&Confirmation> {
    let confirmation = book.confirmations.get((official, period))?;
    confirmation.unlocked.is_none().then_some(confirmation)
}

impl PeriodFigures {
    /// The figures of one official in one tracked period.
    #[must_use]
    pub fn of(subject: &Subject) -> Self {
        let mut findings: Vec<Finding> = Vec::new();
        let Subject {
            book,
            terms,
            official,
            ..
        } = *subject;
        findings.extend(terms.passed_over.iter().cloned().map(Finding::Reading));
        let general = general_figures(book, terms, official, &mut findings);
        let components = components(subject, &mut findings);
        let (result, result_cut) = result(&components, terms);
        let points = terms.rules.task.points.value;
        let computed = result
            .as_ref()
            .zip(general.points)
            .map(|(result, general)| result.points_with(points, general));
        let mut figures = Self {
            seat: subject.seat,
            state: ScoreState::Incomplete,
            components,
            result,
            result_cut,
            general,
            computed,
            total: None,
            class: None,
            recorded: subject.tally.lines > 0,
            led: subject.led,
            findings,
        };
        figures.settle(subject);
        let state = figures.state;
        let elsewhere = matches!(
            state,
            ScoreState::Empty | ScoreState::Away | ScoreState::Foreign
        );
        let points = || book.generals.contains((official, terms.period));
        figures.recorded |= !elsewhere || points();
        figures
    }

    /// Decides which total counts and what the score is.
    fn settle(&mut self, subject: &Subject) {
        let Subject {
            book,
            terms,
            official,
            ..
        } = *subject;
        let period = terms.period;
        if let Some(confirmation) = frozen(book, official, period) {
            self.state = ScoreState::Confirmed;
            if self
                .computed
                .as_ref()
                .is_some_and(|now| *now != confirmation.total)
            {
                self.findings.push(Finding::ConfirmedDiffers);
            }
            self.findings.retain(|finding| !finding.blocks());
            self.total = Some(confirmation.total.clone());
            self.class = Some(confirmation.class);
            return;
        }
        let has_tasks = subject.tally.lines > 0;
        if let Some(total) = foreign_total(book, official, period) {
            let whole = matches!(period, Period::Month(_));
            if has_tasks {
                self.findings.push(Finding::ForeignWithTasks);
            }
            if whole || !has_tasks {
                self.state = ScoreState::Foreign;
                self.findings.retain(|finding| !finding.blocks());
                self.class = Some(terms.rules.class.class_of(&total));
                self.total = Some(total);
                return;
            }
        }
        self.settle_own(subject);
    }

    fn settle_own(&mut self, subject: &Subject) {
        let Subject {
            book,
            terms,
            official,
            seat,
            tally,
            ..
        } = *subject;
        let supports = seat.is_some_and(|seat| seat.role == Role::Support);
        let period = terms.period;
        let empty = if supports {
            !book.supports.contains((official, period))
                && !book.generals.contains((official, period))
        } else {
            tally.assigned <= 0 && !tally.too_large
        };
        if empty {
            let absent = seat.is_none() && tally.lines == 0;
            let away = absent || is_away_throughout(book, official, period);
            self.state = if away {
                ScoreState::Away
            } else {
                ScoreState::Empty
            };
            self.findings
                .retain(|finding| matches!(finding, Finding::Reading(_)));
            if !away {
                self.findings.insert(0, Finding::NoAssignment);
            }
            return;
        }
        if self.computed.is_some() && seat.is_some() {
            self.state = ScoreState::Computed;
            self.total.clone_from(&self.computed);
            self.class = self
                .total
                .as_ref()
                .map(|total| terms.rules.class.class_of(total));
        }
    }

    /// The ratio of one component.
    #[must_use]
    pub fn ratio(&self, kind: ComponentKind) -> Option<Exact> {
        let found = self
            .components
            .iter()
            .find(|component| component.kind == kind);
        found?.ratio.map(Fraction::exact)
    }

    /// The numbers alone.
    #[must_use]
    pub fn score(self) -> Score {
        Score {
            seat: self.seat,
            state: self.state,
            general: self.general.points,
            total: self.total,
            class: self.class,
            recorded: self.recorded,
            findings: self.findings.into_boxed_slice(),
        }
    }
}

/// The formula of a role (Điều 16.1, 16.2; support staff by the handbook).
#[must_use]
pub fn formula<'r>(role: Role, terms: &Terms<'r>) -> &'r Formula {
    let task = &terms.rules.task;
    match role {
        Role::Head | Role::Deputy => &task.leader,
        Role::Staff => &task.staff,
        Role::Support => &task.support,
    }
}

fn components(subject: &Subject, findings: &mut Vec<Finding>) -> Vec<ComponentFigures> {
    let Subject {
        book,
        terms,
        official,
        seat,
        tally,
        led,
    } = *subject;
    if seat.is_none() {
        findings.push(Finding::NoPosition);
    }
    if tally.too_large {
        findings.push(Finding::FiguresTooLarge);
    }
    let role = seat.map_or(Role::Staff, |seat| seat.role);
    let key = (official, terms.period);
    let answers = role.leads().then(|| book.leaderships.get(key)).flatten();
    let supports = role == Role::Support;
    let ratings = supports.then(|| book.supports.get(key)).flatten();
    let lean = tally.lean();
    let of_tasks = |measure| ratio(measure, &lean, terms).map(|figures| figures.ratio);
    let mut one = |kind| match kind {
        ComponentKind::Quantity => of_tasks(Measure::Quantity),
        ComponentKind::Quality => of_tasks(Measure::Quality),
        ComponentKind::Schedule => of_tasks(Measure::Schedule),
        ComponentKind::Leadership(criterion) => {
            leadership::ratio(answers, criterion, role, led, terms, findings)
        }
        other => {
            support::rating_of(other).and_then(|rating| support::ratio(ratings, rating, findings))
        }
    };
    let parts = &formula(role, terms).components;
    parts
        .iter()
        .map(|part| ComponentFigures {
            kind: part.kind,
            ratio: one(part.kind),
        })
        .collect()
}

fn result(components: &[ComponentFigures], terms: &Terms) -> (Option<Mean>, bool) {
    let ratios: Option<Vec<Fraction>> = components.iter().map(|part| part.ratio).collect();
    let Some(mean) = ratios.and_then(|ratios| Mean::of(&ratios)) else {
        return (None, false);
    };
    if terms.excess != Excess::CapResult {
        return (Some(mean), false);
    }
    let cut = mean.exceeds_one();
    (Some(mean.at_most_one()), cut)
}
