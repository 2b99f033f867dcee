//! One official's sheet for a period, with the evidence the registers hold beside each line.

use crate::app::{Model, law};
use crate::domain::{
    Class, Day, Decimal, Exact, GeneralSheet, LeadershipAnswer, LeadershipCriterion, LineId,
    OfficialId, Period, Role,
};
use crate::engine::{
    ScoreState, Standing, SupportRating, TermsTable, answer, criteria_named, criteria_of, figures,
    place,
};
use crate::ledger::Book;
use crate::rules::Wording;

use super::super::why;

use super::evidence::{Evidence, LeadershipEvidence, effects, evidence, leadership_evidence};
use super::{everybody, period, position, sort};

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
    /// The local rules that word and weigh them, by decision and issuer.
    pub local_rules: Option<String>,
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
    /// Complaints and incidents to be considered; they answer nothing.
    pub evidence: Vec<LeadershipEvidence>,
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
    /// Effects of complaints and incidents that count.
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
        local_rules: criteria_named(book, law(), official, period),
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

pub(super) fn sum(points: &crate::domain::LinePoints) -> Decimal {
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

pub(super) fn sections(
    book: &Book,
    official: OfficialId,
    period: Period,
    entered: &GeneralSheet,
    facts: SheetFacts,
) -> Vec<SheetSection> {
    let line = |rule: &crate::rules::CriteriaLine| SheetLine {
        id: rule.id,
        name: rule.basis.name.clone(),
        details: rule.details.clone(),
        max: rule.max,
        own: entered.own.get(rule.id),
        authority: entered.authority.get(rule.id),
        evidence: evidence(book, official, period, rule.id, facts),
    };
    criteria_of(book, law(), official, period)
        .iter()
        .map(|section| SheetSection {
            number: section.number,
            name: section.basis.name.clone(),
            max: section.max,
            lines: section.lines.iter().map(line).collect(),
        })
        .collect()
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
            evidence: seat.map_or_else(Vec::new, |seat| {
                leadership_evidence(&model.book, (official, seat), period, criterion)
            }),
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
