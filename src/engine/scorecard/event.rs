//! One dated thing that happened, as far as the scorecard looks at it.

use crate::domain::{
    Assignment, AssignmentId, Complaint, Day, EventId, Incident, OfficialId, TaskEventKind, UnitId,
    YearDecision,
};
use crate::ledger::Key;

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
        /// Place of the criterion in the rules.
        criterion: Option<usize>,
        inspection: bool,
        undecided: bool,
    },
    Incident {
        criterion: Option<usize>,
        undecided: bool,
    },
    Dossiers {
        handled: u32,
        electronic: u32,
    },
    Decision {
        used: bool,
    },
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
    criterion: impl Fn(&str) -> Option<usize>,
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
            criterion: complaint.criterion.as_deref().and_then(criterion),
            inspection: complaint.channel == INSPECTION,
            undecided: official.is_some() && complaint.effects.is_empty(),
        },
    })
}

/// A confirmed incident.
pub(super) fn of_incident(
    key: Key,
    incident: &Incident,
    criterion: impl Fn(&str) -> Option<usize>,
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
            criterion: criterion(&incident.criterion),
            undecided: official.is_some() && incident.effects.is_empty(),
        },
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
