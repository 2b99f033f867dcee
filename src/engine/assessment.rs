//! The whole answer for one official and one period: numbers, findings and reasons.

use crate::domain::{Class, Decimal, Exact, OfficialId, Period};
use crate::rules::ComponentKind;

use super::leadership::Standing;
use super::period::{PeriodFigures, Score, ScoreState, Seat};
use super::tally::Tally;
use super::year::{Part, YearScore};
use super::{Finding, Reason};

/// The score of one official in one period, with everything that leads to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Who.
    pub official: OfficialId,
    /// When.
    pub period: Period,
    /// The position scored in.
    pub seat: Option<Seat>,
    /// What the score is.
    pub state: ScoreState,
    /// a, a fraction of one.
    pub quantity: Option<Exact>,
    /// b, a fraction of one.
    pub quality: Option<Exact>,
    /// c, a fraction of one.
    pub schedule: Option<Exact>,
    /// d, đ, e or the ratings of support staff, each a fraction of one, in printed order.
    pub others: Vec<(ComponentKind, Option<Exact>)>,
    /// The task result, a fraction of one.
    pub result: Option<Exact>,
    /// Points of the general criteria.
    pub general: Option<Decimal>,
    /// True when the authority's points count, false for the official's own.
    pub by_authority: bool,
    /// The total that counts.
    pub total: Option<Exact>,
    /// The class the total corresponds to.
    pub class: Option<Class>,
    /// The total as the records give it now; differs from `total` where that is frozen.
    pub computed: Option<Exact>,
    /// True when tasks, points of the general criteria or a confirmation are recorded here.
    pub recorded: bool,
    /// The sums of the tasks.
    pub tally: Tally,
    /// How those led stand, for heads and deputies.
    pub led: Standing,
    /// The shorter periods, when the total is their mean.
    pub parts: Vec<Part>,
    /// What is missing or doubtful, tasks included.
    pub findings: Vec<Finding>,
    /// Why; nothing where no rules are in force.
    pub reason: Option<Reason>,
}

impl Assessment {
    /// An answer without numbers.
    #[must_use]
    pub fn none(official: OfficialId, period: Period, state: ScoreState, finding: Finding) -> Self {
        Self {
            official,
            period,
            seat: None,
            state,
            quantity: None,
            quality: None,
            schedule: None,
            others: Vec::new(),
            result: None,
            general: None,
            by_authority: false,
            total: None,
            class: None,
            computed: None,
            recorded: false,
            tally: Tally::default(),
            led: Standing::default(),
            parts: Vec::new(),
            findings: vec![finding],
            reason: None,
        }
    }

    /// The answer the figures of a tracked period give.
    pub(super) fn from_figures(
        official: OfficialId,
        period: Period,
        figures: &PeriodFigures,
        tally: Tally,
    ) -> Self {
        let of_tasks = [
            ComponentKind::Quantity,
            ComponentKind::Quality,
            ComponentKind::Schedule,
        ];
        let others = figures
            .components
            .iter()
            .filter(|part| !of_tasks.contains(&part.kind))
            .map(|part| (part.kind, figures.ratio(part.kind)))
            .collect();
        Self {
            official,
            period,
            seat: figures.seat,
            state: figures.state,
            quantity: figures.ratio(of_tasks[0]),
            quality: figures.ratio(of_tasks[1]),
            schedule: figures.ratio(of_tasks[2]),
            others,
            result: figures.result.as_ref().map(super::fraction::Mean::exact),
            general: figures.general.points,
            by_authority: figures.general.by_authority,
            total: figures.total.clone(),
            class: figures.class,
            computed: figures.computed.clone(),
            recorded: figures.recorded,
            tally,
            led: figures.led,
            parts: Vec::new(),
            findings: figures.findings.clone(),
            reason: None,
        }
    }

    /// The numbers alone, as [`super::Scores`] keeps them.
    #[must_use]
    pub fn score(&self) -> Score {
        Score {
            seat: self.seat,
            state: self.state,
            general: self.general,
            total: self.total.clone(),
            class: self.class,
            recorded: self.recorded,
            findings: self.findings.clone().into_boxed_slice(),
        }
    }
}

/// The year of one official, with everything that leads to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearAssessment {
    /// Who.
    pub official: OfficialId,
    /// The year.
    pub year: u16,
    /// The numbers and the class.
    pub score: YearScore,
    /// The periods of the mean.
    pub parts: Vec<Part>,
    /// The next better class by score and the points of the mean missing to it.
    pub missing_to_next: Option<(Class, Exact)>,
    /// Why; nothing where no rules are in force.
    pub reason: Option<Reason>,
}
