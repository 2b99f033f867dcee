//! Classes of the year: the grid, the caps, units, the unclassified, petitions, one sheet.

use std::cmp::Ordering;

use crate::app::workflow::decide;
use crate::app::{Model, law};
use crate::domain::{
    CalendarEdit, Class, Classification, Day, Decimal, DecisionId, Exact, OfficialId, Period,
    Petition, Role, UnitId, UnitYear, YearDecision,
};
use crate::engine::{
    CapLine, CapScope, ClosedGate, ScoreState, WorkedTime, YearScore, decision_of, periods_of,
};
use crate::ledger::Book;
use crate::rules::Wording;
use crate::text::{matches, name_sort_key};

pub use provisional::Provisional;

use super::scoring;
use super::why::{self, FindingView};

/// The year looked at.
#[must_use]
pub fn year(model: &Model) -> u16 {
    model.month().year()
}

/// Quick filters of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum YearFilter {
    /// Everybody.
    #[default]
    All,
    /// A period of the mean is missing.
    Open,
    /// A ground sets the class.
    Gated,
    /// No decision yet.
    Undecided,
    /// The decided class differs from the computed one.
    Differs,
}

impl YearFilter {
    /// All filters in order.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Open,
        Self::Gated,
        Self::Undecided,
        Self::Differs,
    ];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Gated => "gated",
            Self::Undecided => "undecided",
            Self::Differs => "differs",
        }
    }

    /// The filter with a key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        let found = Self::ALL.into_iter().find(|filter| filter.key() == key);
        found.unwrap_or_default()
    }

    fn keeps(self, score: &YearScore) -> bool {
        match self {
            Self::All => true,
            Self::Open => !score.complete || score.mean.is_none(),
            Self::Gated => !score.gates.is_empty(),
            Self::Undecided => score.decided.is_none(),
            Self::Differs => score
                .decided
                .is_some_and(|(_, class)| Some(class) != score.class()),
        }
    }
}

/// What the grid can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearSort {
    /// Name, Vietnamese order.
    Name,
    /// The year's mean.
    Mean,
}

/// What the grid is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearQuery {
    /// A quick filter.
    pub filter: YearFilter,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Words searched in names.
    pub words: String,
    /// Sorted by, with the direction.
    pub sort: Option<(YearSort, bool)>,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearList {
    /// The year.
    pub year: u16,
    /// The tracked periods, the columns.
    pub periods: Vec<Period>,
    /// Officials in order.
    pub rows: Vec<OfficialId>,
    /// How many each quick filter would leave, in the order of [`YearFilter::ALL`].
    pub counts: [usize; 5],
    /// How many stand in each class, best first, and how many have none.
    pub standing: [usize; 5],
    /// How many of those without a class would reach each one so far, best first.
    pub provisional: [usize; 4],
    /// Periods that have begun and in which nothing of anybody is recorded.
    pub unrecorded: Vec<Period>,
}

/// Projects the grid.
#[must_use]
pub fn list(model: &Model, query: &YearQuery) -> YearList {
    let book = &model.book;
    let year = year(model);
    let units = query.unit.map(|unit| book.units_under(unit));
    let (mut counts, mut standing, mut so_far) = ([0; 5], [0; 5], [0; 4]);
    let mut rows = Vec::new();
    for (official, score) in model.scores.year_scores(year) {
        let inside = units
            .as_ref()
            .is_none_or(|units| score.seat.is_some_and(|seat| units.contains(&seat.unit)));
        let named =
            query.words.trim().is_empty() || matches(&query.words, book.official_name(official));
        if !is_listed(score) || !inside || !named {
            continue;
        }
        for (count, filter) in counts.iter_mut().zip(YearFilter::ALL) {
            *count += usize::from(filter.keeps(score));
        }
        standing[place_of(score.standing())] += 1;
        if let Some(found) = provisional::provisional(model, official, year, score) {
            so_far[found.band as usize] += usize::from(score.decided.is_none());
        }
        if query.filter.keeps(score) {
            rows.push(official);
        }
    }
    sort(model, year, &mut rows, query.sort);
    YearList {
        year,
        periods: periods_of(year, book.agency.tracking),
        rows,
        counts,
        standing,
        provisional: so_far,
        unrecorded: unrecorded(model, year),
    }
}

/// The periods of the year nothing is recorded in, as far as they have begun; none of a year
/// with nothing at all.
fn unrecorded(model: &Model, year: u16) -> Vec<Period> {
    if !model.scores.years().contains(&year) {
        return Vec::new();
    }
    let mut periods = model.scores.unrecorded(law(), year);
    periods.retain(|period| period.first_day() <= model.now.today);
    periods
}

fn is_listed(score: &YearScore) -> bool {
    score.seat.is_some() || score.mean.is_some()
}

/// 0 to 3 for the classes, best first; 4 for everything else.
const fn place_of(answer: Classification) -> usize {
    match answer {
        Classification::Class(class) => class as usize,
        Classification::Unclassified | Classification::None => 4,
    }
}

fn sort(model: &Model, year: u16, rows: &mut [OfficialId], by: Option<(YearSort, bool)>) {
    rows.sort_by_cached_key(|official| {
        (
            name_sort_key(model.book.official_name(*official)),
            *official,
        )
    });
    let mean = |official: &OfficialId| {
        let score = model.scores.year(*official, year);
        score.and_then(|score| score.mean.as_ref())
    };
    let order = |a: &OfficialId, b: &OfficialId| -> Ordering { mean(a).cmp(&mean(b)) };
    match by {
        None | Some((YearSort::Name, false)) => {}
        Some((YearSort::Name, true)) => rows.reverse(),
        Some((YearSort::Mean, false)) => rows.sort_by(order),
        Some((YearSort::Mean, true)) => rows.sort_by(|a, b| order(b, a)),
    }
}

/// One period of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartView {
    /// When.
    pub period: Period,
    /// What the score is.
    pub state: ScoreState,
    /// Its total.
    pub total: Option<Exact>,
    /// The class the total corresponds to.
    pub class: Option<Class>,
}

/// One row of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearRow {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// Title and unit.
    pub position: String,
    /// The periods.
    pub parts: Vec<PartView>,
    /// The year's mean.
    pub mean: Option<Exact>,
    /// True when no period that belongs to the mean is missing.
    pub complete: bool,
    /// The class the mean reaches by itself; nothing while a period is missing.
    pub band: Option<Class>,
    /// How the year stands so far, while it lasts.
    pub provisional: Option<Provisional>,
    /// As computed.
    pub computed: Classification,
    /// How many grounds set the class.
    pub gates: usize,
    /// True when the head's class was lowered to the unit's.
    pub limited: bool,
    /// As decided.
    pub decided: Option<Class>,
    /// As the official gave.
    pub own: Option<Class>,
}

/// Projects one row.
#[must_use]
pub fn row(model: &Model, official: OfficialId) -> Option<YearRow> {
    let book = &model.book;
    let person = book.officials.get(official)?;
    let year = year(model);
    let score = model.scores.year(official, year)?;
    Some(YearRow {
        official,
        name: person.name.clone(),
        position: scoring::position(book, official, Period::Year(year)),
        parts: parts(model, official, year),
        mean: score.mean.clone(),
        complete: score.complete,
        band: score.band.filter(|_| score.complete),
        provisional: provisional::provisional(model, official, year, score),
        computed: score.computed,
        gates: score.gates.len(),
        limited: is_limited(score),
        decided: score.decided.map(|(_, class)| class),
        own: decide::own_class(book, official, year),
    })
}

fn is_limited(score: &YearScore) -> bool {
    let unit = score.limit.and_then(|(_, class)| class);
    unit.is_some_and(|unit| score.band.is_some_and(|band| band < unit))
}

fn parts(model: &Model, official: OfficialId, year: u16) -> Vec<PartView> {
    let periods = periods_of(year, model.book.agency.tracking);
    let one = |period: Period| {
        let score = model.scores.score(official, period);
        PartView {
            period,
            state: score.map_or(ScoreState::NotComputed, |score| score.state),
            total: score.and_then(|score| score.total.clone()),
            class: score.and_then(|score| score.class),
        }
    };
    periods.into_iter().map(one).collect()
}

/// The cap in one scope, with names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapView {
    /// The group's name; nothing for the whole organisation.
    pub group: Option<String>,
    /// The figures.
    pub line: CapLine,
    /// Names in order of the ranking.
    pub names: Vec<String>,
}

/// The caps of the year: the organisation first, then the groups.
#[must_use]
pub fn caps(model: &Model) -> Vec<CapView> {
    let book = &model.book;
    let Some(report) = model.scores.cap(book, law(), year(model)) else {
        return Vec::new();
    };
    let view = |line: CapLine| CapView {
        group: match line.scope {
            CapScope::Organisation => None,
            CapScope::Group(group) => book.groups.get(group).map(|group| group.name.clone()),
        },
        names: line
            .ranking
            .iter()
            .map(|place| book.official_name(place.official).to_owned())
            .collect(),
        line,
    };
    std::iter::once(report.organisation)
        .chain(report.groups)
        .map(view)
        .collect()
}

/// One unit's own year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Which.
    pub unit: UnitId,
    /// Name.
    pub name: String,
    /// True for a unit without a unit above it: the cap's percentage is raised there.
    pub root: bool,
    /// What is recorded.
    pub record: UnitYear,
}

/// All units with what is recorded of their year.
#[must_use]
pub fn units(model: &Model) -> Vec<UnitRow> {
    let year = year(model);
    let units = model.book.units.iter();
    let row = |(id, unit): (UnitId, &crate::domain::Unit)| UnitRow {
        unit: id,
        name: unit.name.clone(),
        root: unit.parent.is_none(),
        record: model
            .book
            .unit_years
            .get((id, year))
            .cloned()
            .unwrap_or_default(),
    };
    units.map(row).collect()
}

/// Somebody who is not classified, with the time worked that says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnclassifiedRow {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// Months worked.
    pub worked: WorkedTime,
    /// Months needed.
    pub minimum: u32,
}

/// Everybody who is not classified (Điều 11.1).
#[must_use]
pub fn unclassified(model: &Model) -> Vec<UnclassifiedRow> {
    let year = year(model);
    let minimum = law()
        .for_year(year)
        .map_or(0, |rules| rules.class.minimum_months.value);
    let out = |score: &YearScore| score.computed == Classification::Unclassified;
    model
        .scores
        .year_scores(year)
        .filter(|(_, score)| is_listed(score) && out(score))
        .map(|(official, score)| UnclassifiedRow {
            official,
            name: model.book.official_name(official).to_owned(),
            worked: score.worked.clone(),
            minimum,
        })
        .collect()
}

/// A petition with its clock (Điều 22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PetitionRow {
    /// Against which decision.
    pub decision: DecisionId,
    /// Whose.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// What is recorded.
    pub petition: Petition,
    /// The last day to answer in time.
    pub due: Option<Day>,
    /// Working days left until then, negative when it has passed; nothing once answered.
    pub left: Option<i64>,
}

/// The petitions of the year, open ones first.
#[must_use]
pub fn petitions(model: &Model) -> Vec<PetitionRow> {
    let year = year(model);
    let decisions = model.book.decisions.iter();
    let mut rows: Vec<PetitionRow> = decisions
        .filter(|(_, decision)| decision.year == year)
        .filter_map(|(id, decision)| petition(model, id, decision))
        .collect();
    rows.sort_by_key(|row| (row.petition.answered.is_some(), row.due, row.decision));
    rows
}

fn petition(model: &Model, id: DecisionId, decision: &YearDecision) -> Option<PetitionRow> {
    let filed = decision.petition.clone()?;
    let due = petition_due(model, filed.received);
    let today = model.now.today;
    let calendar = calendar(model);
    let left = due.filter(|_| filed.answered.is_none()).map(|due| {
        if due >= today {
            i64::from(calendar.working_days_between(today, due))
        } else {
            -i64::from(calendar.working_days_between(due, today))
        }
    });
    Some(PetitionRow {
        decision: id,
        official: decision.official,
        name: model.book.official_name(decision.official).to_owned(),
        petition: filed,
        due,
        left,
    })
}

fn calendar(model: &Model) -> crate::rules::WorkingCalendar {
    let edits: Vec<CalendarEdit> = model
        .book
        .calendar
        .iter()
        .map(|(_, edit)| edit.clone())
        .collect();
    law().calendar.with_edits(&edits)
}

/// The last day to answer a petition received on a day.
#[must_use]
pub fn petition_due(model: &Model, received: Day) -> Option<Day> {
    let rules = law().for_year(year(model)).ok()?;
    let days = rules.procedure.petition_working_days.value;
    Some(calendar(model).add_working_days(received, days))
}

/// A ground that sets the class, with the law's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateView {
    /// Which, and the record that says so.
    pub closed: ClosedGate,
    /// In the law's words.
    pub name: Wording,
}

/// One official's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearSheet {
    /// The row of the grid.
    pub row: YearRow,
    /// The year.
    pub year: u16,
    /// Role at the end of the year.
    pub role: Option<Role>,
    /// Months worked.
    pub worked: WorkedTime,
    /// Grounds that set the class.
    pub gates: Vec<GateView>,
    /// For a head: the unit's name and class.
    pub limit: Option<(String, Option<Class>)>,
    /// What is missing or doubtful.
    pub findings: Vec<FindingView>,
    /// The decision in force.
    pub in_force: Option<(DecisionId, YearDecision)>,
    /// Decisions it replaced, latest first.
    pub replaced: Vec<(DecisionId, YearDecision)>,
    /// The petition against the decision in force, with its clock.
    pub petition: Option<PetitionRow>,
    /// The recognised score of the head's unit.
    pub unit_score: Option<Decimal>,
}

/// Projects one official's year.
#[must_use]
pub fn sheet(model: &Model, official: OfficialId) -> Option<YearSheet> {
    let book = &model.book;
    let year = year(model);
    let row = row(model, official)?;
    let score = model.scores.year(official, year)?;
    let in_force = decision_of(book, official, year).map(|(id, found)| (id, found.clone()));
    let current = in_force.as_ref().map(|(id, _)| *id);
    let unit = score.limit.map(|(unit, _)| unit);
    Some(YearSheet {
        row,
        year,
        role: score.seat.map(|seat| seat.role),
        worked: score.worked.clone(),
        gates: gates(year, &score.gates),
        limit: score
            .limit
            .map(|(unit, class)| (unit_name(book, unit), class)),
        findings: why::findings(book, official, Period::Year(year), &score.findings),
        replaced: replaced(book, official, year, current),
        petition: in_force
            .as_ref()
            .and_then(|(id, decision)| petition(model, *id, decision)),
        in_force,
        unit_score: unit
            .and_then(|unit| book.unit_years.get((unit, year)))
            .and_then(|record| record.score),
    })
}

fn unit_name(book: &Book, unit: UnitId) -> String {
    let found = book.units.get(unit);
    found.map(|unit| unit.name.clone()).unwrap_or_default()
}

fn gates(year: u16, closed: &[ClosedGate]) -> Vec<GateView> {
    let Ok(rules) = law().for_year(year) else {
        return Vec::new();
    };
    let view = |closed: &ClosedGate| GateView {
        closed: *closed,
        name: rules.class.gate(closed.gate).basis.name.clone(),
    };
    closed.iter().map(view).collect()
}

fn replaced(
    book: &Book,
    official: OfficialId,
    year: u16,
    current: Option<DecisionId>,
) -> Vec<(DecisionId, YearDecision)> {
    let of_year = book.decisions.of(official).filter(|(id, decision)| {
        decision.year == year && decision.class.is_some() && Some(*id) != current
    });
    let mut found: Vec<(DecisionId, YearDecision)> = of_year
        .map(|(id, decision)| (id, decision.clone()))
        .collect();
    found.reverse();
    found
}

mod provisional;

#[cfg(test)]
mod tests;
