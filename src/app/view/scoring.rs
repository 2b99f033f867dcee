//! Scores of a month or quarter: the list, one official's sheet, the grid for many people.

use std::cmp::Ordering;

use crate::app::workflow::score::{self, Side};
use crate::app::{Model, law};
use crate::domain::{Class, Decimal, Exact, LineId, OfficialId, Period, Role, UnitId};
use crate::engine::{
    Assessment, ScoreState, Severity, TermsTable, criteria_in, figures, period_of, place,
};
use crate::ledger::Book;
use crate::rules::Wording;
use crate::text::{SortKey, matches, name_sort_key};

use super::why::{self, FindingView};

mod evidence;
mod sheet;
pub use evidence::{Evidence, EvidenceSource, Found, LeadershipEvidence};
use sheet::sum;
pub use sheet::*;

/// The period scored while a month is looked at: the month, or its quarter.
#[must_use]
pub fn period(model: &Model) -> Period {
    period_of(model.month(), model.book.agency.tracking)
}

/// Quick filters of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ScoringFilter {
    /// Everybody with a position in the period.
    #[default]
    All,
    /// Without a complete score.
    Open,
    /// With an unexcused lateness.
    Late,
    /// With a complaint concluded as right, wholly or partly.
    Complaint,
    /// Heads and deputies.
    Leader,
}

impl ScoringFilter {
    /// All filters in order.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Open,
        Self::Late,
        Self::Complaint,
        Self::Leader,
    ];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Late => "late",
            Self::Complaint => "complaint",
            Self::Leader => "leader",
        }
    }

    /// The filter with a key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        let found = Self::ALL.into_iter().find(|filter| filter.key() == key);
        found.unwrap_or_default()
    }
}

/// What the list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScoringSort {
    /// Name, Vietnamese order.
    Name,
    /// Points of the general criteria.
    General,
    /// Total.
    Total,
}

/// What the list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScoringQuery {
    /// A quick filter.
    pub filter: ScoringFilter,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Words searched in names.
    pub words: String,
    /// Sorted by, with the direction; by name where nothing is said.
    pub sort: Option<(ScoringSort, bool)>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoringList {
    /// The period.
    pub period: Period,
    /// Officials in order.
    pub rows: Vec<OfficialId>,
    /// How many each quick filter would leave, in the order of [`ScoringFilter::ALL`].
    pub counts: [usize; 5],
    /// Of those listed without a filter, how many have a complete score.
    pub complete: usize,
    /// Of these, how many are confirmed.
    pub locked: usize,
}

/// Everybody who is scored in a period: whoever has a position or a score there.
#[must_use]
pub fn everybody(model: &Model, period: Period) -> Vec<OfficialId> {
    let officials = model.book.officials.iter().map(|(id, _)| id);
    officials
        .filter(|official| match model.scores.score(*official, period) {
            Some(score) => score.seat.is_some() || score.state != ScoreState::Away,
            None => model.book.position_in(*official, period).is_some(),
        })
        .collect()
}

/// Projects the list.
#[must_use]
pub fn list(model: &Model, query: &ScoringQuery) -> ScoringList {
    let book = &model.book;
    let period = period(model);
    let units = query.unit.map(|unit| book.units_under(unit));
    let table = TermsTable::new(book, law());
    let mut counts = [0; 5];
    let (mut rows, mut complete, mut locked) = (Vec::new(), 0, 0);
    for official in everybody(model, period) {
        let seat = book.position_in(official, period).map(|(_, seat)| seat);
        let inside = units
            .as_ref()
            .is_none_or(|units| seat.is_some_and(|seat| units.contains(&seat.unit)));
        let named =
            query.words.trim().is_empty() || matches(&query.words, book.official_name(official));
        if !inside || !named {
            continue;
        }
        let score = model.scores.score(official, period);
        let has_total = score.is_some_and(|score| score.total.is_some());
        complete += usize::from(has_total);
        locked += usize::from(score.is_some_and(|score| score.state == ScoreState::Confirmed));
        let kept = [
            true,
            is_open(score.map(|score| score.state)),
            is_late(book, &table, official, period),
            has_complaint(book, official, period),
            seat.is_some_and(|seat| seat.role.leads()),
        ];
        for (count, kept) in counts.iter_mut().zip(kept) {
            *count += usize::from(kept);
        }
        if kept[query.filter as usize] {
            rows.push(official);
        }
    }
    sort(model, period, &mut rows, query.sort);
    ScoringList {
        period,
        rows,
        counts,
        complete,
        locked,
    }
}

const fn is_open(state: Option<ScoreState>) -> bool {
    matches!(
        state,
        None | Some(ScoreState::Incomplete | ScoreState::Empty)
    )
}

fn is_late(book: &Book, table: &TermsTable, official: OfficialId, period: Period) -> bool {
    let Some(terms) = table.of(period) else {
        return false;
    };
    book.assignments.of(official).any(|(_, task)| {
        let counts_here = place(task, table)
            .is_some_and(|at| at.shares(table.tracking()).any(|(when, _)| when == period));
        counts_here && {
            let lateness = figures(task, &terms).lateness;
            lateness.count > lateness.excused
        }
    })
}

fn has_complaint(book: &Book, official: OfficialId, period: Period) -> bool {
    book.complaints.of(official).any(|(_, complaint)| {
        complaint.conclusion().is_some_and(|(_, on)| {
            complaint.is_found_right() && period.first_day() <= on && on <= period.last_day()
        }) || complaint
            .effects
            .iter()
            .any(|effect| effect.taken && period.contains_month(effect.month))
    })
}

fn sort(model: &Model, period: Period, rows: &mut [OfficialId], by: Option<(ScoringSort, bool)>) {
    let (by, descending) = by.unwrap_or((ScoringSort::Name, false));
    let name =
        |official: &OfficialId| -> SortKey { name_sort_key(model.book.official_name(*official)) };
    rows.sort_by_cached_key(|official| (name(official), *official));
    let score = |official: &OfficialId| model.scores.score(*official, period);
    let order = |a: &OfficialId, b: &OfficialId| match by {
        ScoringSort::Name => Ordering::Equal,
        ScoringSort::General => {
            let points = |official| score(official).and_then(|score| score.general);
            points(a).cmp(&points(b))
        }
        ScoringSort::Total => {
            let total = |official| score(official).and_then(|score| score.total.as_ref());
            total(a).cmp(&total(b))
        }
    };
    if by == ScoringSort::Name && descending {
        rows.reverse();
    } else if descending {
        rows.sort_by(|a, b| order(b, a));
    } else {
        rows.sort_by(order);
    }
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoringRow {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// Title and unit.
    pub position: String,
    /// a, b, c or the three ratings of support staff, each a fraction of one.
    pub ratios: [Option<Exact>; 3],
    /// Points of the general criteria.
    pub general: Option<Decimal>,
    /// Total.
    pub total: Option<Exact>,
    /// The class it corresponds to.
    pub class: Option<Class>,
    /// What the score is.
    pub state: ScoreState,
}

/// Projects one row.
#[must_use]
pub fn row(model: &Model, official: OfficialId) -> Option<ScoringRow> {
    let book = &model.book;
    let person = book.officials.get(official)?;
    let period = period(model);
    let answer = model.scores.assess(book, law(), official, period);
    Some(ScoringRow {
        official,
        name: person.name.clone(),
        position: position(book, official, period),
        ratios: ratios(&answer),
        general: answer.general,
        total: answer.total,
        class: answer.class,
        state: answer.state,
    })
}

fn ratios(answer: &Assessment) -> [Option<Exact>; 3] {
    let of_tasks = [&answer.quantity, &answer.quality, &answer.schedule];
    let supports = answer.seat.is_some_and(|seat| seat.role == Role::Support);
    let rated = |at: usize| answer.others.get(at).and_then(|(_, ratio)| ratio.clone());
    if supports {
        [rated(0), rated(1), rated(2)]
    } else {
        of_tasks.map(Clone::clone)
    }
}

/// Title and unit of an official in a period.
#[must_use]
pub fn position(book: &Book, official: OfficialId, period: Period) -> String {
    let Some((_, held)) = book.position_in(official, period) else {
        return String::new();
    };
    let unit = book.units.get(held.unit).map(|unit| unit.name.as_str());
    let parts = [Some(held.title.as_str()), unit];
    let shown = parts.into_iter().flatten().filter(|part| !part.is_empty());
    shown.collect::<Vec<_>>().join(" · ")
}

/// Somebody whose score is not complete, with what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingRow {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// What is missing; only what blocks.
    pub findings: Vec<FindingView>,
}

/// What is missing for the scores of some officials in a period.
#[must_use]
pub fn missing(model: &Model, period: Period, officials: &[OfficialId]) -> Vec<MissingRow> {
    let book = &model.book;
    let row = |official: &OfficialId| {
        let score = model.scores.score(*official, period)?;
        let mut findings = why::findings(book, *official, period, &score.findings);
        findings.retain(|found| found.severity == Severity::Blocks);
        let name = book.official_name(*official).to_owned();
        is_open(Some(score.state)).then_some(MissingRow {
            official: *official,
            name,
            findings,
        })
    };
    officials.iter().filter_map(row).collect()
}

/// One row of the grid for many people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointsRow {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// Title and unit.
    pub position: String,
    /// Points by line, in printed order.
    pub points: Vec<Option<Decimal>>,
    /// Their sum, as far as given.
    pub sum: Decimal,
    /// True while confirmed.
    pub locked: bool,
}

/// Projects one row of the grid for many people.
#[must_use]
pub fn points_row(model: &Model, official: OfficialId, side: Side) -> Option<PointsRow> {
    let book = &model.book;
    let person = book.officials.get(official)?;
    let period = period(model);
    let sheet = book.generals.get((official, period)).cloned();
    let sheet = sheet.unwrap_or_default();
    let given = match side {
        Side::Own => &sheet.own,
        Side::Authority => &sheet.authority,
    };
    let points = lines(&model.book, period)
        .into_iter()
        .map(|(line, ..)| given.get(line));
    Some(PointsRow {
        official,
        name: person.name.clone(),
        position: position(book, official, period),
        points: points.collect(),
        sum: sum(given),
        locked: score::check_open(book, official, period).is_err(),
    })
}

/// Those of some officials who are confirmed in a period, with their names.
#[must_use]
pub fn locked(
    model: &Model,
    period: Period,
    officials: &[OfficialId],
) -> Vec<(OfficialId, String)> {
    let book = &model.book;
    let confirmed = officials
        .iter()
        .filter(|official| score::check_open(book, **official, period).is_err());
    confirmed
        .map(|official| (*official, book.official_name(*official).to_owned()))
        .collect()
}

/// The lines of the general criteria with their most points, in printed order.
#[must_use]
pub fn lines(book: &Book, period: Period) -> Vec<(LineId, Decimal, Wording)> {
    let sections = criteria_in(book, law(), period);
    let lines = sections.into_iter().flat_map(|section| section.lines);
    lines
        .map(|line| (line.id, line.max, line.basis.name.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
