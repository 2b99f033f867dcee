//! The points of a criterion by its tariff: the local one in force on the span's last day where
//! it names the criterion, else the shipped proposal.
//!
//! A confirmed period keeps the tariff it was scored with, so that a set entered later and dated
//! back moves nothing that is closed. A unit's and the agency's is closed with its first
//! confirmation that still stands, and keeps that one's.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{
    Confirmation, Decimal, Exact, Grade, LocalRules, LocalRulesId, Month, OfficialId, Period, Span,
    TariffBand, TariffForm,
};
use crate::ledger::Book;
use crate::rules::{Basis, DirectiveCriterion};

use super::super::terms::LOCAL_RULES;
use super::{CardFigure, CardFinding, Outcome, Whose};

/// Points with where they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct CardPoints {
    /// Points earned, from zero to the most.
    pub earned: Exact,
    /// Most points.
    pub max: crate::domain::Decimal,
    /// How the figure became points.
    pub form: TariffForm,
    /// Where the tariff stands.
    pub source: TariffSource,
    /// How binding it is.
    pub grade: Grade,
    /// Over how many officials the points are a mean, where events of a unit are counted.
    pub mean_of: Option<usize>,
}

/// Where a tariff stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TariffSource {
    /// The shipped proposal.
    Shipped(Arc<Basis>),
    /// A set of local rules.
    Local {
        /// Which.
        id: LocalRulesId,
        /// What it is called.
        title: String,
        /// Who issued it.
        issuer: String,
        /// Number of the decision.
        decision: String,
    },
}

/// The tariff that holds for a criterion.
pub(super) struct Tariff {
    max: Decimal,
    form: TariffForm,
    pub(super) proposed: Option<Decimal>,
    source: TariffSource,
    grade: Grade,
}

/// The sets of local rules that tariffs are taken from.
pub(super) type Sets<'b> = Vec<(LocalRulesId, &'b LocalRules)>;

/// The local rules somebody's tariffs over a span stand in: those in force on its last day. A
/// closed period keeps those it was scored with.
pub(super) fn local_for<'b>(
    book: &Book,
    sets: &Sets<'b>,
    whose: Whose,
    span: Span,
) -> Option<(LocalRulesId, &'b LocalRules)> {
    let Some(confirmation) = confirmed(book, whose, span) else {
        return in_force(sets, span);
    };
    latest(sets, |set| {
        let cited = set.cited();
        let mut readings = confirmation.readings.iter();
        readings.any(|(key, value)| key == LOCAL_RULES && *value == cited)
    })
}

/// The local rules in force on a span's last day.
pub(super) fn in_force<'b>(sets: &Sets<'b>, span: Span) -> Option<(LocalRulesId, &'b LocalRules)> {
    let last = span.to.unwrap_or(span.from);
    latest(sets, |set| set.span.contains(last))
}

fn latest<'b>(
    sets: &Sets<'b>,
    holds: impl Fn(&LocalRules) -> bool,
) -> Option<(LocalRulesId, &'b LocalRules)> {
    let found = sets.iter().filter(|(_, set)| holds(set));
    found
        .max_by_key(|(id, set)| (set.span.from, *id))
        .map(|(id, set)| (*id, *set))
}

/// The confirmation that closed somebody's period; of a unit and of the agency the first one.
fn confirmed(book: &Book, whose: Whose, span: Span) -> Option<&Confirmation> {
    let month = Month::of(span.from);
    let periods = [Period::Month(month), Period::quarter_of(month)];
    let whole =
        |period: &Period| (period.first_day(), Some(period.last_day())) == (span.from, span.to);
    let period = periods.into_iter().find(whole)?;
    let stands = |confirmation: &&Confirmation| confirmation.unlocked.is_none();
    if let Whose::Official(official) = whose {
        return book.confirmations.get((official, period)).filter(stands);
    }
    let all = book.confirmations.iter();
    let of_period = all.filter(|((_, of), confirmation)| *of == period && stands(confirmation));
    let first = of_period.min_by_key(|((official, _), confirmation)| (confirmation.on, *official));
    first.map(|(_, confirmation)| confirmation)
}

pub(super) fn tariff(
    criterion: &DirectiveCriterion,
    local: Option<(LocalRulesId, &LocalRules)>,
) -> Tariff {
    let own = local.and_then(|(id, set)| {
        let own = set.tariff(&criterion.basis.key)?;
        Some((id, set, own))
    });
    if let Some((id, set, own)) = own {
        return Tariff {
            max: own.max,
            form: own.form.clone(),
            proposed: own.proposed,
            source: TariffSource::Local {
                id,
                title: set.title.clone(),
                issuer: set.issuer.clone(),
                decision: set.decision.clone(),
            },
            grade: Grade::Local,
        };
    }
    let shipped = &criterion.tariff;
    let form = shipped
        .per_event
        .map_or(TariffForm::Share, TariffForm::PerEvent);
    Tariff {
        max: shipped.max,
        form,
        proposed: None,
        source: TariffSource::Shipped(Arc::clone(&shipped.basis)),
        grade: shipped.basis.grade,
    }
}

/// The points; nothing where the figure is not measured or the form does not fit it, which is
/// then a finding.
///
/// Events of a unit or the agency are shared out: its points are the mean of those of its
/// people, since a tariff for one person would leave every larger unit with nothing.
pub(super) fn points(tariff: &Tariff, outcome: &mut Outcome, whose: Whose) -> Option<CardPoints> {
    let (earned, mean_of) = match (outcome.figure, whose) {
        (CardFigure::NotMeasured, _) => return None,
        (CardFigure::Events { .. }, Whose::Agency | Whose::Unit(_)) => {
            let earned = mean(tariff, outcome);
            (earned, Some(outcome.people.len()))
        }
        (figure, _) => (earned(tariff, figure), None),
    };
    let Some(earned) = earned else {
        if mean_of != Some(0) {
            outcome.findings.push(CardFinding::TariffDoesNotFit);
        }
        return None;
    };
    Some(CardPoints {
        earned,
        max: tariff.max,
        form: tariff.form.clone(),
        source: tariff.source.clone(),
        grade: tariff.grade,
        mean_of,
    })
}

fn mean(tariff: &Tariff, outcome: &mut Outcome) -> Option<Exact> {
    let mut events: BTreeMap<OfficialId, u64> = BTreeMap::new();
    let mut nobody = 0;
    for evidence in &outcome.evidence {
        match evidence.official {
            Some(official) => *events.entry(official).or_default() += evidence.count,
            None => nobody += evidence.count,
        }
    }
    if nobody > 0 {
        outcome.findings.push(CardFinding::WithoutPerson(nobody));
    }
    let mut sum = Exact::zero();
    for official in &outcome.people {
        let count = events.get(official).copied().unwrap_or_default();
        let own = earned(tariff, CardFigure::Events { count, of: None })?;
        sum = sum.plus(&own);
    }
    let people = i64::try_from(outcome.people.len()).ok()?;
    sum.divided_by(&Exact::whole(people))
}

fn earned(tariff: &Tariff, figure: CardFigure) -> Option<Exact> {
    let max = tariff.max.exact();
    match &tariff.form {
        TariffForm::Share => figure.share().map(|share| share.times(&max)),
        TariffForm::PerEvent(each) => {
            let off = each.exact().times(&whole(figure.misses()?));
            let left = max.minus(&off);
            Some(if left < Exact::zero() {
                Exact::zero()
            } else {
                left
            })
        }
        TariffForm::Bands(bands) => {
            let value = match figure {
                CardFigure::Share { .. } => figure.share()?.times(&Exact::whole(100)),
                CardFigure::Events { count, .. } => whole(count),
                CardFigure::NotMeasured => return None,
            };
            let band = bands.iter().find(|band| lies_in(band, &value));
            band.map(|band| band.points.exact())
        }
    }
}

fn lies_in(band: &TariffBand, value: &Exact) -> bool {
    *value >= band.from.exact() && band.below.is_none_or(|below| *value < below.exact())
}

fn whole(count: u64) -> Exact {
    Exact::ratio(i128::from(count), 1)
}
