//! What the registers of complaints and incidents hold about the lines and questions of a sheet.

use crate::app::law;
use crate::app::view::complaints::unit_of;
use crate::app::view::incidents::{self, IncidentState};
use crate::app::view::why::Place;
use crate::domain::{
    Complaint, ComplaintId, ComplaintState, Conclusion, Day, Decimal, Incident, IncidentId,
    LeadershipCriterion, LineEffect, LineId, OfficialId, Period, UnitId,
};
use crate::engine::Seat;
use crate::ledger::Book;
use crate::rules::{DirectiveFeed, DirectiveMeasure};
use crate::text::format_date;

use super::sheet::SheetFacts;

/// The complaint or the incident some evidence comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceSource {
    /// Where it is looked at.
    pub place: Place,
    /// A complaint's number, an incident's day.
    pub name: String,
}

impl EvidenceSource {
    fn complaint(id: ComplaintId, complaint: &Complaint) -> Self {
        Self {
            place: Place::Complaint(id),
            name: complaint.number.clone(),
        }
    }

    fn incident(id: IncidentId, incident: &Incident) -> Self {
        Self {
            place: Place::Incident(id),
            name: format_date(incident.on),
        }
    }
}

/// What was found, when nobody has decided what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A complaint was right.
    Wholly,
    /// A complaint was partly right.
    Partly,
    /// An incident was confirmed.
    Confirmed,
}

/// What the registers hold about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// A decided effect.
    Effect {
        /// Of what.
        source: EvidenceSource,
        /// Points taken off.
        points: Decimal,
        /// True when taken, false when declined.
        taken: bool,
        /// Who decided.
        by: String,
    },
    /// Something found whose effect nobody has decided yet.
    Undecided {
        /// What.
        source: EvidenceSource,
        /// What was found.
        found: Found,
    },
    /// Something still being dealt with: it does not count.
    Open {
        /// What.
        source: EvidenceSource,
    },
    /// Tasks handed back in the period.
    HandedBack(usize),
}

/// What the registers hold about one line: decided effects, complaints and incidents whose
/// criterion feeds the line, tasks handed back where the directive says so.
pub(super) fn evidence(
    book: &Book,
    official: OfficialId,
    period: Period,
    line: LineId,
    facts: SheetFacts,
) -> Vec<Evidence> {
    let mut found = Vec::new();
    for (id, complaint) in book.complaints.of(official) {
        let source = EvidenceSource::complaint(id, complaint);
        let effects = complaint.effects_in_force();
        if decided(&mut found, &source, effects, (period, line))
            || !feeds(complaint.criterion.as_deref(), line)
        {
            continue;
        }
        found.extend(of_complaint(complaint, source, period));
    }
    for (id, incident) in book.incidents.of(official) {
        let source = EvidenceSource::incident(id, incident);
        let effects = incident.effects_in_force();
        if decided(&mut found, &source, effects, (period, line))
            || !feeds(Some(&incident.criterion), line)
        {
            continue;
        }
        found.extend(of_incident(incident, source, period));
    }
    if facts.handed_back > 0 && hand_backs_feed(line) {
        found.push(Evidence::HandedBack(facts.handed_back));
    }
    found
}

/// Adds the effects decided on a line in a period; true when there is one.
fn decided<'a>(
    found: &mut Vec<Evidence>,
    source: &EvidenceSource,
    effects: impl Iterator<Item = &'a LineEffect>,
    (period, line): (Period, LineId),
) -> bool {
    let before = found.len();
    let here = effects.filter(|effect| effect.line == line && period.contains_month(effect.month));
    found.extend(here.map(|effect| Evidence::Effect {
        source: source.clone(),
        points: effect.points,
        taken: effect.taken,
        by: effect.by.clone(),
    }));
    found.len() > before
}

fn of_complaint(complaint: &Complaint, source: EvidenceSource, period: Period) -> Option<Evidence> {
    match complaint.conclusion() {
        Some((conclusion, on)) => {
            let here = complaint.is_found_right() && within(period, on);
            let found = if conclusion == Conclusion::Substantiated {
                Found::Wholly
            } else {
                Found::Partly
            };
            here.then_some(Evidence::Undecided { source, found })
        }
        None => {
            let open = complaint.received <= period.last_day() && is_pending(complaint.state());
            open.then_some(Evidence::Open { source })
        }
    }
}

fn of_incident(incident: &Incident, source: EvidenceSource, period: Period) -> Option<Evidence> {
    match incident.review() {
        Some(review) => {
            let here = review.confirmed && within(period, review.on);
            let found = Found::Confirmed;
            here.then_some(Evidence::Undecided { source, found })
        }
        None => (incident.on <= period.last_day()).then_some(Evidence::Open { source }),
    }
}

fn within(period: Period, day: Day) -> bool {
    period.first_day() <= day && day <= period.last_day()
}

const fn is_pending(state: ComplaintState) -> bool {
    !matches!(
        state,
        ComplaintState::Refused
            | ComplaintState::Closed
            | ComplaintState::Concluded(_)
            | ComplaintState::Linked(_)
    )
}

fn feeds(criterion: Option<&str>, line: LineId) -> bool {
    let found = criterion.and_then(|key| law().directive_criterion(key));
    found.is_some_and(|criterion| criterion.feeds.contains(&DirectiveFeed::Line(line)))
}

fn hand_backs_feed(line: LineId) -> bool {
    law().directive.iter().any(|criterion| {
        criterion.measure == DirectiveMeasure::HandBacksWithoutReason
            && criterion.feeds.contains(&DirectiveFeed::Line(line))
    })
}

/// How many effects take points off in a period.
pub(super) fn effects(book: &Book, official: OfficialId, period: Period) -> usize {
    let complaints = book.complaints.of(official);
    let right = complaints
        .filter(|(_, complaint)| complaint.is_found_right())
        .flat_map(|(_, complaint)| complaint.effects_in_force());
    let incidents = book.incidents.of(official);
    let confirmed = incidents
        .filter(|(_, incident)| incident.is_confirmed())
        .flat_map(|(_, incident)| incident.effects_in_force());
    right
        .chain(confirmed)
        .filter(|effect| effect.taken && period.contains_month(effect.month))
        .count()
}

/// Something to be considered beside a question to a leader. It answers nothing.
///
/// # Legal basis
/// Điều 15.3b, c: shortcomings in organising the work; complaints about lasting internal
/// conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadershipEvidence {
    /// A complaint.
    Complaint {
        /// Which.
        id: ComplaintId,
        /// Its number.
        number: String,
        /// Day of receipt.
        received: Day,
        /// Where it stands.
        state: ComplaintState,
    },
    /// An incident.
    Incident {
        /// Which.
        id: IncidentId,
        /// The day it happened.
        on: Day,
        /// Where it stands.
        state: IncidentState,
    },
}

/// The complaints and incidents of a period about the units a leader leads, under a subject or
/// criterion that has to do with the question; linked ones are left to those they follow.
pub(super) fn leadership_evidence(
    book: &Book,
    (leader, seat): (OfficialId, Seat),
    period: Period,
    question: LeadershipCriterion,
) -> Vec<LeadershipEvidence> {
    let units = book.units_under(seat.unit);
    let led = |official: Option<OfficialId>, unit: Option<UnitId>| {
        official == Some(leader) || unit.is_some_and(|unit| units.contains(&unit))
    };
    let mut found = Vec::new();
    for (id, complaint) in book.complaints.iter() {
        let criterion = complaint.criterion.as_deref();
        let asked = criterion.is_some_and(|key| bears_on(key, question));
        if asked && alive(complaint, period) && led(complaint.official, unit_of(book, complaint)) {
            found.push(LeadershipEvidence::Complaint {
                id,
                number: complaint.number.clone(),
                received: complaint.received,
                state: complaint.state(),
            });
        }
    }
    for (id, incident) in book.incidents.iter() {
        let asked = bears_on(&incident.criterion, question) && within(period, incident.on);
        if asked && led(incident.official, incidents::unit_of(book, incident)) {
            found.push(LeadershipEvidence::Incident {
                id,
                on: incident.on,
                state: IncidentState::of(incident.review()),
            });
        }
    }
    found
}

/// True when a criterion of the directive or a subject besides them has to do with a question.
fn bears_on(key: &str, question: LeadershipCriterion) -> bool {
    let subject = law().complaint.subject(key);
    let criterion = law().directive_criterion(key);
    subject.is_some_and(|subject| subject.questions.contains(&question))
        || (question == LeadershipCriterion::Organising
            && criterion.is_some_and(|it| it.feeds.contains(&DirectiveFeed::Organising)))
}

/// True when a complaint came in, was open or came to an end in a period, and is not linked.
fn alive(complaint: &Complaint, period: Period) -> bool {
    let last = complaint
        .steps
        .last()
        .map_or(complaint.received, |it| it.on);
    let since = last >= period.first_day() || is_pending(complaint.state());
    complaint.linked_to().is_none() && complaint.received <= period.last_day() && since
}
