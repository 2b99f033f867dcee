//! Scores of a month or quarter: the list, one official's sheet, the grid for many people.

use std::cmp::Ordering;

use crate::app::workflow::score::{self, Side};
use crate::app::{Model, law};
use crate::domain::{
    Class, ComplaintEffect, ComplaintId, ComplaintState, Conclusion, Day, Decimal, Exact,
    GeneralSheet, LeadershipAnswer, LeadershipCriterion, LineId, OfficialId, Period, Role, UnitId,
};
use crate::engine::{
    Assessment, ScoreState, Severity, Standing, SupportRating, TermsTable, answer, figures,
    period_of, place,
};
use crate::ledger::Book;
use crate::rules::{DirectiveFeed, Wording};
use crate::text::{SortKey, matches, name_sort_key};

use super::why::{self, FindingView};

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
        complaint.conclusion().is_some_and(|(conclusion, on)| {
            conclusion.may_count() && period.first_day() <= on && on <= period.last_day()
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

/// One official's sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetView {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// Title and unit.
    pub position: String,
    /// Role, which chooses the formula.
    pub role: Option<Role>,
    /// When.
    pub period: Period,
    /// Set while confirmed: when and by whom.
    pub locked: Option<(Day, String)>,
    /// The total that counts.
    pub total: Option<Exact>,
    /// The class it corresponds to.
    pub class: Option<Class>,
    /// What the score is.
    pub state: ScoreState,
    /// The general criteria.
    pub sections: Vec<SheetSection>,
    /// The sum of the official's own points and of the authority's, as far as given.
    pub sums: [Decimal; 2],
    /// Most points of the general criteria.
    pub most: Decimal,
    /// The leadership criteria, for heads and deputies.
    pub leadership: Vec<LeadershipLine>,
    /// The ratings, for support staff.
    pub ratings: Vec<(SupportRating, Wording, Option<Decimal>)>,
    /// Day the authority scored.
    pub authority_on: Option<Day>,
    /// II.4, II.5, II.6.
    pub remarks: [String; 3],
    /// What the registers hold about the period.
    pub facts: SheetFacts,
    /// The officials before and after in order of names.
    pub neighbours: (Option<OfficialId>, Option<OfficialId>),
}

/// One section of the general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetSection {
    /// 1, 2, 3.
    pub number: u8,
    /// As printed.
    pub name: Wording,
    /// Most points.
    pub max: Decimal,
    /// Its lines.
    pub lines: Vec<SheetLine>,
}

/// One line of the general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// Which.
    pub id: LineId,
    /// As printed.
    pub name: Wording,
    /// What Phụ lục I asks for.
    pub details: Vec<Wording>,
    /// Most points.
    pub max: Decimal,
    /// The official's own points.
    pub own: Option<Decimal>,
    /// The authority's.
    pub authority: Option<Decimal>,
    /// What the registers hold about the line.
    pub evidence: Vec<Evidence>,
}

/// What the registers hold about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// A decided effect of a complaint.
    Effect {
        /// Which complaint.
        complaint: ComplaintId,
        /// Its number.
        number: String,
        /// Points taken off.
        points: Decimal,
        /// True when taken, false when declined.
        taken: bool,
        /// Who decided.
        by: String,
    },
    /// A complaint found right whose effect nobody has decided yet.
    Undecided {
        /// Which complaint.
        complaint: ComplaintId,
        /// Its number.
        number: String,
        /// True when wholly right.
        wholly: bool,
    },
    /// A complaint still being dealt with: it does not count.
    Open {
        /// Which complaint.
        complaint: ComplaintId,
        /// Its number.
        number: String,
    },
    /// Tasks handed back in the period.
    HandedBack(usize),
}

/// One leadership criterion of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadershipLine {
    /// Which.
    pub criterion: LeadershipCriterion,
    /// What it is called.
    pub name: Wording,
    /// When the full ratio is given.
    pub when_full: Wording,
    /// When the reduced ratio is given.
    pub when_reduced: Wording,
    /// The percentages of both.
    pub percents: (Decimal, Decimal),
    /// The recorded answer.
    pub answer: Option<LeadershipAnswer>,
    /// What follows from the scores of those led; for d only.
    pub computed: Option<bool>,
    /// How those led stand; for d only.
    pub led: Option<Standing>,
}

/// What the registers hold about a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetFacts {
    /// Tasks that count.
    pub tasks: usize,
    /// Late occurrences not excused.
    pub late: u32,
    /// Quality failures not excused.
    pub failures: u32,
    /// Unplanned or taken over.
    pub added: usize,
    /// Handed back.
    pub handed_back: usize,
    /// Complaints being dealt with.
    pub open_complaints: usize,
    /// Effects of complaints that count.
    pub effects: usize,
}

/// Projects one official's sheet in the period looked at.
#[must_use]
pub fn sheet(model: &Model, official: OfficialId) -> Option<SheetView> {
    let book = &model.book;
    let person = book.officials.get(official)?;
    let period = period(model);
    let score = model.scores.score(official, period);
    let role = book.role_in(official, period);
    let entered = book.generals.get((official, period)).cloned();
    let entered = entered.unwrap_or_default();
    let facts = facts(model, official, period);
    let frozen = book.confirmations.get((official, period));
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Some(SheetView {
        official,
        name: person.name.clone(),
        position: position(book, official, period),
        role,
        period,
        locked: frozen
            .filter(|frozen| frozen.unlocked.is_none())
            .map(|frozen| (frozen.on, frozen.by.clone())),
        total: score.and_then(|score| score.total.clone()),
        class: score.and_then(|score| score.class),
        state: score.map_or(ScoreState::NotComputed, |score| score.state),
        sections: sections(book, official, period, &entered, facts),
        sums: [sum(&entered.own), sum(&entered.authority)],
        most: law()
            .for_period(period)
            .map_or(Decimal::ZERO, |rules| rules.general_points.value),
        leadership: leadership(model, official, period, role),
        ratings: ratings(book, official, period, role),
        authority_on: entered.authority_on,
        remarks: [
            text(&entered.strengths),
            text(&entered.weaknesses),
            text(&entered.comment),
        ],
        facts,
        neighbours: neighbours(model, official, period),
    })
}

fn sum(points: &crate::domain::LinePoints) -> Decimal {
    let add = |sum: Decimal, (_, points): (LineId, Decimal)| sum.checked_add(points).unwrap_or(sum);
    points.iter().fold(Decimal::ZERO, add)
}

fn neighbours(
    model: &Model,
    official: OfficialId,
    period: Period,
) -> (Option<OfficialId>, Option<OfficialId>) {
    let mut all = everybody(model, period);
    sort(model, period, &mut all, None);
    let Some(at) = all.iter().position(|other| *other == official) else {
        return (None, None);
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at)).copied();
    (before, all.get(at + 1).copied())
}

fn sections(
    book: &Book,
    official: OfficialId,
    period: Period,
    entered: &GeneralSheet,
    facts: SheetFacts,
) -> Vec<SheetSection> {
    let Ok(rules) = law().for_period(period) else {
        return Vec::new();
    };
    let line = |rule: &crate::rules::CriteriaLine| SheetLine {
        id: rule.id,
        name: rule.basis.name.clone(),
        details: rule.details.clone(),
        max: rule.max,
        own: entered.own.get(rule.id),
        authority: entered.authority.get(rule.id),
        evidence: evidence(book, official, period, rule.id, facts),
    };
    rules
        .sections
        .iter()
        .map(|section| SheetSection {
            number: section.number,
            name: section.basis.name.clone(),
            max: section.max,
            lines: section.lines.iter().map(line).collect(),
        })
        .collect()
}

/// What the registers hold about one line: decided effects, complaints whose criterion
/// feeds the line, tasks handed back where the directive says so.
fn evidence(
    book: &Book,
    official: OfficialId,
    period: Period,
    line: LineId,
    facts: SheetFacts,
) -> Vec<Evidence> {
    let mut found = Vec::new();
    for (id, complaint) in book.complaints.of(official) {
        let here =
            |effect: &&ComplaintEffect| effect.line == line && period.contains_month(effect.month);
        let mut decided = false;
        for effect in complaint.effects.iter().filter(here) {
            decided = true;
            found.push(Evidence::Effect {
                complaint: id,
                number: complaint.number.clone(),
                points: effect.points,
                taken: effect.taken,
                by: effect.by.clone(),
            });
        }
        if decided || !feeds(complaint.criterion.as_deref(), line) {
            continue;
        }
        let number = complaint.number.clone();
        match complaint.conclusion() {
            Some((conclusion, on)) if conclusion.may_count() => {
                if period.first_day() <= on && on <= period.last_day() {
                    let wholly = conclusion == Conclusion::Substantiated;
                    found.push(Evidence::Undecided {
                        complaint: id,
                        number,
                        wholly,
                    });
                }
            }
            Some(_) => {}
            None if complaint.received <= period.last_day() && is_pending(complaint.state()) => {
                found.push(Evidence::Open {
                    complaint: id,
                    number,
                });
            }
            None => {}
        }
    }
    if facts.handed_back > 0 && hand_backs_feed(line) {
        found.push(Evidence::HandedBack(facts.handed_back));
    }
    found
}

const fn is_pending(state: ComplaintState) -> bool {
    !matches!(
        state,
        ComplaintState::Refused | ComplaintState::Closed | ComplaintState::Concluded(_)
    )
}

fn feeds(criterion: Option<&str>, line: LineId) -> bool {
    let found = criterion.and_then(|key| law().directive_criterion(key));
    found.is_some_and(|criterion| criterion.feeds.contains(&DirectiveFeed::Line(line)))
}

fn hand_backs_feed(line: LineId) -> bool {
    law().directive.iter().any(|criterion| {
        criterion.measure == crate::rules::DirectiveMeasure::HandBacksWithoutReason
            && criterion.feeds.contains(&DirectiveFeed::Line(line))
    })
}

fn facts(model: &Model, official: OfficialId, period: Period) -> SheetFacts {
    let book = &model.book;
    let table = TermsTable::new(book, law());
    let mut facts = SheetFacts {
        open_complaints: why::open_complaints(book, official, period),
        effects: effects(book, official, period),
        ..SheetFacts::default()
    };
    let Some(terms) = table.of(period) else {
        return facts;
    };
    for (_, task) in book.assignments.of(official) {
        let counts_here = place(task, &table)
            .is_some_and(|at| at.shares(table.tracking()).any(|(when, _)| when == period));
        if !counts_here {
            continue;
        }
        let line = figures(task, &terms);
        facts.tasks += 1;
        facts.late += line.lateness.count - line.lateness.excused.min(line.lateness.count);
        facts.failures += line.failures - line.excused_failures.min(line.failures);
        facts.added += usize::from(!line.planned);
        facts.handed_back += usize::from(task.handed_back.is_some());
    }
    facts
}

fn effects(book: &Book, official: OfficialId, period: Period) -> usize {
    let complaints = book.complaints.of(official);
    let bearing = complaints.filter(|(_, complaint)| {
        complaint
            .conclusion()
            .is_some_and(|(conclusion, _)| conclusion.may_count())
    });
    bearing
        .flat_map(|(_, complaint)| &complaint.effects)
        .filter(|effect| effect.taken && period.contains_month(effect.month))
        .count()
}

fn leadership(
    model: &Model,
    official: OfficialId,
    period: Period,
    role: Option<Role>,
) -> Vec<LeadershipLine> {
    let Some(rules) = law().for_period(period).ok() else {
        return Vec::new();
    };
    if !role.is_some_and(Role::leads) {
        return Vec::new();
    }
    let seat = model
        .scores
        .score(official, period)
        .and_then(|score| score.seat);
    let led = model.scores.led_from(seat, period);
    let sheet = model.book.leaderships.get((official, period));
    let task = &rules.task;
    let one = |criterion: LeadershipCriterion| {
        let rule = task.leadership_rule(criterion);
        let of_scores = criterion == LeadershipCriterion::UnitResult;
        LeadershipLine {
            criterion,
            name: rule.basis.name.clone(),
            when_full: rule.when_full.clone(),
            when_reduced: rule.when_reduced.clone(),
            percents: (task.leadership_full.value, task.leadership_reduced.value),
            answer: answer(sheet, criterion).cloned(),
            computed: if of_scores { led.all_reach() } else { None },
            led: of_scores.then_some(led),
        }
    };
    LeadershipCriterion::ALL.into_iter().map(one).collect()
}

fn ratings(
    book: &Book,
    official: OfficialId,
    period: Period,
    role: Option<Role>,
) -> Vec<(SupportRating, Wording, Option<Decimal>)> {
    let Ok(rules) = law().for_period(period) else {
        return Vec::new();
    };
    if role != Some(Role::Support) {
        return Vec::new();
    }
    let sheet = book.supports.get((official, period));
    let name = |at: usize| {
        let component = rules.task.support.components.get(at);
        component
            .map(|component| component.basis.name.clone())
            .unwrap_or_default()
    };
    vec![
        (
            SupportRating::Quality,
            name(0),
            sheet.and_then(|sheet| sheet.quality),
        ),
        (
            SupportRating::Compliance,
            name(1),
            sheet.and_then(|sheet| sheet.compliance),
        ),
        (
            SupportRating::Effectiveness,
            name(2),
            sheet.and_then(|sheet| sheet.effectiveness),
        ),
    ]
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
    let points = lines(period).into_iter().map(|(line, ..)| given.get(line));
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
pub fn lines(period: Period) -> Vec<(LineId, Decimal, Wording)> {
    let rules = law().for_period(period).ok();
    let lines = rules.into_iter().flat_map(|rules| rules.lines());
    lines
        .map(|line| (line.id, line.max, line.basis.name.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
