//! One dated thing that happened, as far as the scorecard looks at it.

use crate::domain::{
    Assignment, AssignmentId, Complaint, Day, EventId, Gate, GateConclusion, Incident, OfficialId,
    TaskEventKind, UnitId, YearDecision,
};
use crate::ledger::Key;
use crate::rules::Rules;

use super::places::Place;

/// The channel of complaints that inspections bring in.
const INSPECTION: &str = "thanh-tra";

/// One dated thing.
#[derive(Debug, Clone)]
pub(super) struct EventFact {
    pub(super) key: Key,
    pub(super) event: Option<EventId>,
    pub(super) place: Place,
    pub(super) day: Day,
    pub(super) kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EventKind {
    Reminder,
    HandBackWithoutReason,
    Complaint {
        about: About,
        inspection: bool,
        undecided: bool,
    },
    Incident {
        about: About,
        undecided: bool,
    },
    /// Of the authority, under Điều 20.4.
    Conclusion,
    Dossiers {
        handled: u32,
        electronic: u32,
    },
    Decision {
        used: bool,
    },
}

/// What a complaint or an incident is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// A criterion: its place in the rules.
    Criterion(usize),
    /// What the rules look at elsewhere, beside questions put to heads (Điều 15.3).
    Elsewhere,
    /// Nothing the rules know.
    Unknown,
}

impl About {
    pub(super) fn of(rules: &Rules, key: &str) -> Self {
        let mut criteria = rules.directive.iter();
        let mut subjects = rules.complaint.subjects.iter();
        match criteria.position(|criterion| criterion.basis.key == key) {
            Some(at) => Self::Criterion(at),
            None if subjects.any(|subject| subject.basis.key == key) => Self::Elsewhere,
            None => Self::Unknown,
        }
    }
}

/// The dated things of one task.
pub(super) fn of_task(
    id: AssignmentId,
    task: &Assignment,
    place: impl Fn(Day) -> Place,
) -> impl Iterator<Item = EventFact> {
    let key = Key::Assignment(id);
    let back = task.handed_back.as_ref().filter(|back| {
        let reason = back.reason.as_deref().unwrap_or_default();
        reason.trim().is_empty()
    });
    let back = back.map(|back| (None, back.on, EventKind::HandBackWithoutReason));
    let dated = task.events.iter().filter_map(|event| {
        let kind = match event.kind {
            TaskEventKind::Reminder { .. } => EventKind::Reminder,
            TaskEventKind::Dossiers {
                handled,
                electronic,
            } => EventKind::Dossiers {
                handled,
                electronic,
            },
            _ => return None,
        };
        Some((Some(event.id), event.on, kind))
    });
    let all: Vec<_> = back.into_iter().chain(dated).collect();
    all.into_iter().map(move |(event, day, kind)| EventFact {
        key,
        event,
        place: place(day),
        day,
        kind,
    })
}

/// A complaint found right; a duplicate is followed in another one's place.
pub(super) fn of_complaint(
    key: Key,
    complaint: &Complaint,
    about: impl Fn(&str) -> About,
    unit_on: impl Fn(OfficialId, Day) -> Option<UnitId>,
) -> Option<EventFact> {
    if !complaint.is_found_right() {
        return None;
    }
    let official = complaint.official;
    let seat = || unit_on(official?, complaint.received);
    Some(EventFact {
        key,
        event: None,
        place: Place {
            official,
            unit: complaint.unit.or_else(seat),
        },
        day: complaint.received,
        kind: EventKind::Complaint {
            about: complaint.criterion.as_deref().map_or(About::Unknown, about),
            inspection: complaint.channel == INSPECTION,
            undecided: official.is_some() && complaint.effects.is_empty(),
        },
    })
}

/// A confirmed incident.
pub(super) fn of_incident(
    key: Key,
    incident: &Incident,
    about: impl Fn(&str) -> About,
    unit_on: impl Fn(OfficialId, Day) -> Option<UnitId>,
) -> Option<EventFact> {
    if !incident.is_confirmed() {
        return None;
    }
    let official = incident.official;
    let seat = || unit_on(official?, incident.on);
    Some(EventFact {
        key,
        event: None,
        place: Place {
            official,
            unit: incident.unit.or_else(seat),
        },
        day: incident.on,
        kind: EventKind::Incident {
            about: about(&incident.criterion),
            undecided: official.is_some() && incident.effects.is_empty(),
        },
    })
}

/// A conclusion of the authority on the official's own conduct; one on a unit under them says
/// nothing of what they did themselves.
pub(super) fn of_conclusion(
    key: Key,
    conclusion: &GateConclusion,
    unit_on: impl Fn(OfficialId, Day) -> Option<UnitId>,
) -> Option<EventFact> {
    let official = conclusion.official;
    (conclusion.gate != Gate::UnitCorruption).then(|| EventFact {
        key,
        event: None,
        place: Place {
            official: Some(official),
            unit: unit_on(official, conclusion.on),
        },
        day: conclusion.on,
        kind: EventKind::Conclusion,
    })
}

/// A decision on the class of a year, on its day.
pub(super) fn of_decision(
    key: Key,
    decision: &YearDecision,
    unit_on: impl Fn(OfficialId, Day) -> Option<UnitId>,
) -> Option<EventFact> {
    let day = decision.on.filter(|_| decision.class.is_some())?;
    let proposal = decision.proposal.as_deref().unwrap_or_default();
    Some(EventFact {
        key,
        event: None,
        place: Place {
            official: Some(decision.official),
            unit: unit_on(decision.official, day),
        },
        day,
        kind: EventKind::Decision {
            used: !proposal.trim().is_empty(),
        },
    })
}
