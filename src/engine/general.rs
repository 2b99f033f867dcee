//! The general criteria of a period: whose points count, line by line, and what is taken off.
//!
//! # Legal basis
//! Điều 12.2, Phụ lục I, Mẫu số 01. The decree has no tariff inside the thirty points: only
//! a recorded decision on a concluded, substantiated complaint or a confirmed incident takes
//! anything off.

use crate::domain::{Decimal, GeneralSheet, LineEffect, LineId, LinePoints, OfficialId, Period};
use crate::ledger::{Book, Key};
use crate::rules::{CivilServantRules, CriteriaLine, CriteriaSection, Rules, local_sections};

use super::Finding;
use super::period::frozen;
use super::terms::{LOCAL_RULES, Terms, TermsTable, lines_in};

/// The general points of one official in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GeneralFigures {
    /// True when the authority's points count, false for the official's own.
    pub by_authority: bool,
    /// The sum; nothing when a line is missing or above its most.
    pub points: Option<Decimal>,
}

/// One line of the general criteria as it counts.
#[derive(Debug, Clone)]
pub struct GeneralLine<'a> {
    /// The line.
    pub rule: &'a CriteriaLine,
    /// Points given.
    pub given: Option<Decimal>,
    /// Effects of complaints and incidents that count against it, with their records.
    pub effects: Vec<(Key, &'a LineEffect)>,
}

impl GeneralLine<'_> {
    /// Points after what is taken off, never below zero.
    #[must_use]
    pub fn counted(&self) -> Option<Decimal> {
        let given = self.given?;
        let left = given.millionths().saturating_sub(self.taken_off());
        Some(Decimal::from_millionths(left.max(0)))
    }

    /// Millionths of points taken off; a decision never adds points.
    fn taken_off(&self) -> i64 {
        let each = self
            .effects
            .iter()
            .map(|(_, effect)| effect.points.millionths().max(0));
        each.fold(0, i64::saturating_add)
    }

    /// What is to be taken off beyond the points given: it has nothing to be taken from.
    #[must_use]
    pub fn beyond(&self) -> Option<Decimal> {
        let beyond = self.taken_off().saturating_sub(self.given?.millionths());
        (beyond > 0).then(|| Decimal::from_millionths(beyond))
    }
}

/// The points that count: the authority's once all lines are given, else the official's own.
#[must_use]
pub fn counting_points<'a>(
    sheet: &'a GeneralSheet,
    rules: &CivilServantRules,
) -> (bool, &'a LinePoints) {
    let complete = rules
        .lines()
        .all(|line| sheet.authority.get(line.id).is_some());
    if complete {
        (true, &sheet.authority)
    } else {
        (false, &sheet.own)
    }
}

/// The general criteria of a period: worded and weighed by the local rules in force on its
/// last day, else as the decree has them; nothing where no rules are in force.
#[must_use]
pub fn criteria_in(book: &Book, rules: &Rules, period: Period) -> Vec<CriteriaSection> {
    let Ok(rules) = rules.for_period(period) else {
        return Vec::new();
    };
    match book.local_rules_on(period.last_day()) {
        Some((_, set)) => local_sections(&rules.sections, set),
        None => rules.sections.clone(),
    }
}

/// The most points of a line in a period; nothing for a line the form does not have.
#[must_use]
pub fn most_in(book: &Book, rules: &Rules, period: Period, line: LineId) -> Option<Decimal> {
    let law = rules.for_period(period).ok()?.line(line)?;
    let set = book.local_rules_on(period.last_day());
    let own = set.and_then(|(_, set)| set.lines.iter().find(|own| own.line == line));
    Some(own.map_or(law.max, |own| own.max))
}

/// The general criteria by which an official is scored in a period; a confirmed period keeps
/// those it was confirmed with.
#[must_use]
pub fn criteria_of(
    book: &Book,
    rules: &Rules,
    official: OfficialId,
    period: Period,
) -> Vec<CriteriaSection> {
    let terms = TermsTable::new(book, rules).of(period);
    let sections = terms.map(|terms| {
        let sections = terms.sections_under(frozen(book, official, period));
        sections.to_vec()
    });
    sections.unwrap_or_default()
}

/// The local rules behind [`criteria_of`], by decision and issuer; nothing where they leave
/// the lines to the decree.
#[must_use]
pub fn criteria_named(
    book: &Book,
    rules: &Rules,
    official: OfficialId,
    period: Period,
) -> Option<String> {
    let terms = TermsTable::new(book, rules).of(period)?;
    let kept = frozen(book, official, period);
    let cited = match kept {
        Some(confirmation) => {
            let mut readings = confirmation.readings.iter();
            let (_, cited) = readings.find(|(key, _)| key == LOCAL_RULES)?;
            cited.as_str()
        }
        None => terms.local_rules()?,
    };
    let differs = terms.sections_under(kept) != terms.rules.sections;
    differs.then(|| cited.to_owned())
}

/// The lines as they count, in printed order.
pub fn general_lines<'a>(
    book: &'a Book,
    terms: &'a Terms<'_>,
    official: OfficialId,
) -> impl Iterator<Item = GeneralLine<'a>> {
    let period = terms.period;
    let sheet = book.generals.get((official, period));
    let points = sheet.map(|sheet| counting_points(sheet, terms.rules).1);
    let sections = sections_for(book, terms, official);
    lines_of(points, effects_in(book, official, period), sections)
}

fn sections_for<'a>(
    book: &Book,
    terms: &'a Terms<'_>,
    official: OfficialId,
) -> &'a [CriteriaSection] {
    terms.sections_under(frozen(book, official, terms.period))
}

fn lines_of<'a>(
    points: Option<&'a LinePoints>,
    effects: Vec<(Key, &'a LineEffect)>,
    sections: &'a [CriteriaSection],
) -> impl Iterator<Item = GeneralLine<'a>> {
    lines_in(sections).map(move |rule| GeneralLine {
        rule,
        given: points.and_then(|points| points.get(rule.id)),
        effects: effects
            .iter()
            .filter(|(_, effect)| effect.line == rule.id)
            .copied()
            .collect(),
    })
}

/// The effects that count in a period.
fn effects_in(book: &Book, official: OfficialId, period: Period) -> Vec<(Key, &LineEffect)> {
    let complaints = book.complaints.of(official);
    let concluded = complaints
        .filter(|(_, complaint)| complaint.is_found_right())
        .flat_map(|(id, complaint)| {
            let effects = complaint.effects_in_force();
            effects.map(move |effect| (Key::Complaint(id), effect))
        });
    let incidents = book.incidents.of(official);
    let confirmed = incidents
        .filter(|(_, incident)| incident.is_confirmed())
        .flat_map(|(id, incident)| {
            let effects = incident.effects_in_force();
            effects.map(move |effect| (Key::Incident(id), effect))
        });
    concluded
        .chain(confirmed)
        .filter(|(_, effect)| effect.taken && period.contains_month(effect.month))
        .collect()
}

/// The general points of an official in a period, with what is missing or doubtful.
#[must_use]
pub fn general_figures(
    book: &Book,
    terms: &Terms<'_>,
    official: OfficialId,
    findings: &mut Vec<Finding>,
) -> GeneralFigures {
    let (rules, period) = (terms.rules, terms.period);
    let sections = sections_for(book, terms, official);
    let sheet = book.generals.get((official, period));
    let complained = book.complaints.of(official).next().is_some()
        || book.incidents.of(official).next().is_some();
    if let Some(points) = sheet.and_then(|sheet| plain_sum(&sheet.authority, sections))
        && !complained
    {
        return GeneralFigures {
            by_authority: true,
            points: Some(points),
        };
    }
    let counting = sheet.map(|sheet| counting_points(sheet, rules));
    let by_authority = counting.is_some_and(|(by_authority, _)| by_authority);
    let points = counting.map(|(_, points)| points);
    let mut sum = Some(Decimal::ZERO);
    for line in lines_of(points, effects_in(book, official, period), sections) {
        let counted = check_line(&line, findings);
        sum = sum
            .zip(counted)
            .and_then(|(sum, points)| sum.checked_add(points));
    }
    if let Some(sheet) = sheet {
        check_sheet(sheet, by_authority, rules, findings);
    }
    check_effects(book, official, period, findings);
    GeneralFigures {
        by_authority,
        points: sum,
    }
}

/// The sum where all lines and no others are given, none above its most: the way of nearly
/// every sheet, which leaves nothing to find.
fn plain_sum(points: &LinePoints, sections: &[CriteriaSection]) -> Option<Decimal> {
    let mut given = points.iter();
    let mut sum = Decimal::ZERO;
    for line in lines_in(sections) {
        let (id, value) = given.next()?;
        if id != line.id || value > line.max || value.is_negative() {
            return None;
        }
        sum = sum.checked_add(value)?;
    }
    given.next().is_none().then_some(sum)
}

fn check_line(line: &GeneralLine, findings: &mut Vec<Finding>) -> Option<Decimal> {
    let id = line.rule.id;
    let Some(given) = line.given else {
        findings.push(Finding::GeneralMissing { line: id });
        return None;
    };
    if given > line.rule.max {
        findings.push(Finding::GeneralAboveMax {
            line: id,
            points: given,
            max: line.rule.max,
        });
        return None;
    }
    if line.beyond().is_some() {
        let over = line
            .effects
            .iter()
            .map(|(record, _)| Finding::EffectBeyondLine {
                record: *record,
                line: id,
            });
        findings.extend(over);
    }
    line.counted()
}

fn check_sheet(
    sheet: &GeneralSheet,
    by_authority: bool,
    rules: &CivilServantRules,
    findings: &mut Vec<Finding>,
) {
    if !by_authority && !sheet.authority.is_empty() {
        findings.push(Finding::AuthorityIncomplete);
    }
    let points = if by_authority {
        &sheet.authority
    } else {
        &sheet.own
    };
    for (line, _) in points.iter() {
        if rules.line(line).is_none() {
            findings.push(Finding::GeneralUnknownLine { line });
        }
    }
}

fn check_effects(book: &Book, official: OfficialId, period: Period, findings: &mut Vec<Finding>) {
    let takes = |effect: &LineEffect| effect.taken && period.contains_month(effect.month);
    for (id, complaint) in book.complaints.of(official) {
        if complaint.effects_in_force().any(takes) && !complaint.is_found_right() {
            let record = Key::Complaint(id);
            findings.push(Finding::EffectWithoutGround { record });
        }
    }
    for (id, incident) in book.incidents.of(official) {
        if incident.effects_in_force().any(takes) && !incident.is_confirmed() {
            let record = Key::Incident(id);
            findings.push(Finding::EffectWithoutGround { record });
        }
    }
}
