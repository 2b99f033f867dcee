//! Who meets which documented condition: facts for whoever decides on personnel, with their
//! documents. It decides and proposes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Class, DisciplineId, OfficialId, Period, Span};
use crate::ledger::{Book, Key};
use crate::rules::{PersonnelCondition, PersonnelKind, Rules};

use super::super::scores::Scores;
use super::cut::of_event;
use super::event::EventKind;
use super::facts::Facts;
use super::places::Scope;
use super::{Evidence, EvidenceKind, Whose, lateness};

/// One official with the conditions they meet.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonnelRow {
    /// Who.
    pub official: OfficialId,
    /// What they meet, in the order of the rules.
    pub met: Vec<ConditionMet>,
}

/// One condition met.
#[derive(Debug, Clone, PartialEq)]
pub struct ConditionMet {
    /// Which.
    pub condition: PersonnelCondition,
    /// How many times.
    pub count: u64,
    /// The records, earliest first.
    pub evidence: Vec<Evidence>,
}

/// Everybody of somebody who meets a condition in a span, in order of officials.
///
/// Of a unit and of a head counts what happened while the official had a position there, for a
/// head only while the unit was headed.
#[must_use]
pub fn personnel(
    book: &Book,
    rules: &Rules,
    scores: &Scores,
    facts: &Facts,
    whose: Whose,
    span: Span,
) -> Vec<PersonnelRow> {
    // For a head the list is about those of the units they head.
    let scope = facts.led(whose, span).unwrap_or_else(|| facts.scope(whose));
    let people = facts.cut(&scope, span).people();
    let counted = Counted::of(facts, span);
    let rows = people.into_iter().map(|official| {
        let conditions = rules.personnel.iter().map(|condition| {
            let kind = condition.kind;
            let mut evidence = match kind {
                PersonnelKind::LateOccurrences => own(&counted.late, official),
                PersonnelKind::SubstantiatedComplaints => own(&counted.complaints, official),
                PersonnelKind::ConfirmedIncidents => own(&counted.incidents, official),
                PersonnelKind::ClassNotCompleted => decided(book, official, span),
                PersonnelKind::PeriodsNotCompleted => low_periods(book, scores, official, span),
                PersonnelKind::Discipline => disciplined(book, official, span),
                PersonnelKind::GateConclusions => concluded(book, official, span),
            };
            evidence.retain(|one| facts.seats.falls(official, one.on, &scope));
            evidence.sort_by_key(|evidence| (evidence.on, evidence.key));
            ConditionMet {
                condition: condition.clone(),
                count: evidence.iter().map(|evidence| evidence.count).sum(),
                evidence,
            }
        });
        let met = conditions
            .filter(|met| met.count > 0 && met.count >= u64::from(met.condition.at_least));
        PersonnelRow {
            official,
            met: met.collect(),
        }
    });
    rows.filter(|row| !row.met.is_empty()).collect()
}

type ByOfficial = BTreeMap<OfficialId, Vec<Evidence>>;

fn own(all: &ByOfficial, official: OfficialId) -> Vec<Evidence> {
    all.get(&official).cloned().unwrap_or_default()
}

/// What is counted of everybody's facts, gone through once.
#[derive(Default)]
struct Counted {
    late: ByOfficial,
    complaints: ByOfficial,
    incidents: ByOfficial,
}

impl Counted {
    fn of(facts: &Facts, span: Span) -> Self {
        let mut counted = Self::default();
        let cut = facts.cut(&Scope::All, span);
        for evidence in cut.lines().flat_map(lateness::of) {
            add(&mut counted.late, evidence);
        }
        for event in cut.events() {
            match event.kind {
                EventKind::Complaint { .. } => {
                    let evidence = of_event(event, 1, EvidenceKind::Complaint);
                    add(&mut counted.complaints, evidence);
                }
                EventKind::Incident { .. } => {
                    let evidence = of_event(event, 1, EvidenceKind::Incident);
                    add(&mut counted.incidents, evidence);
                }
                _ => {}
            }
        }
        counted
    }
}

fn add(all: &mut ByOfficial, evidence: Evidence) {
    if let Some(official) = evidence.official {
        all.entry(official).or_default().push(evidence);
    }
}

fn plain(
    key: Key,
    official: OfficialId,
    on: crate::domain::Day,
    count: u64,
    what: EvidenceKind,
) -> Evidence {
    Evidence {
        key,
        event: None,
        official: Some(official),
        unit: None,
        on,
        count,
        undecided: false,
        what,
    }
}

fn decided(book: &Book, official: OfficialId, span: Span) -> Vec<Evidence> {
    let replaced: BTreeSet<_> = book
        .decisions
        .of(official)
        .filter_map(|(_, decision)| decision.replaces)
        .collect();
    let decisions = book.decisions.of(official).filter_map(|(id, decision)| {
        let on = decision.on.filter(|on| span.contains(*on))?;
        let low = decision.class == Some(Class::NotCompleted) && !replaced.contains(&id);
        let proposal = decision.proposal.as_deref().unwrap_or_default();
        let what = EvidenceKind::Decision(!proposal.trim().is_empty());
        low.then(|| plain(Key::Decision(id), official, on, 1, what))
    });
    decisions.collect()
}

fn low_periods(book: &Book, scores: &Scores, official: OfficialId, span: Span) -> Vec<Evidence> {
    let inside =
        |period: Period| span.contains(period.first_day()) && span.contains(period.last_day());
    let periods = scores
        .periods()
        .into_iter()
        .filter(|period| inside(*period));
    periods
        .filter_map(|period| {
            let score = scores.score(official, period)?;
            (score.class == Some(Class::NotCompleted)).then(|| {
                let key = if book.confirmations.contains((official, period)) {
                    Key::Confirmation(official, period)
                } else {
                    Key::General(official, period)
                };
                let what = EvidenceKind::LowPeriod(period);
                plain(key, official, period.last_day(), 1, what)
            })
        })
        .collect()
}

/// Each act once: the earliest of the decisions on it.
fn disciplined(book: &Book, official: OfficialId, span: Span) -> Vec<Evidence> {
    let mut acts: BTreeSet<DisciplineId> = BTreeSet::new();
    let mut found = Vec::new();
    for (id, discipline) in book.disciplines.of(official) {
        if !span.contains(discipline.effective) {
            continue;
        }
        let act = discipline.same_act_as.unwrap_or(id);
        let counted_before = acts.contains(&act) || acts.contains(&id);
        acts.extend([act, id]);
        let count = u64::from(!counted_before);
        let what = EvidenceKind::Discipline;
        found.push(plain(
            Key::Discipline(id),
            official,
            discipline.effective,
            count,
            what,
        ));
    }
    found
}

fn concluded(book: &Book, official: OfficialId, span: Span) -> Vec<Evidence> {
    let all = book.gate_conclusions.of(official);
    all.filter(|(_, conclusion)| span.contains(conclusion.on))
        .map(|(id, conclusion)| {
            let what = EvidenceKind::Conclusion;
            plain(Key::GateConclusion(id), official, conclusion.on, 1, what)
        })
        .collect()
}
