//! Assigned tasks with everything that happened to them.
//!
//! Nothing is overwritten: an extension, a lateness, a failed quality assessment or an
//! objective cause is an event, and each excuse names the very event it excuses.

use super::{Day, Decimal, EventId, OfficialId, ProductId, UnitId};

/// One line of work assigned to one official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The agency's own code, if any.
    pub code: Option<String>,
    /// What is to be done; nothing means "as the product is called".
    pub name: Option<String>,
    /// Who leads it; nothing is a gap the *4 rõ* check shows.
    pub official: Option<OfficialId>,
    /// The unit it was given to, when no person is named or a person works for another unit.
    pub unit: Option<UnitId>,
    /// The product of the catalogue.
    pub product: Option<ProductId>,
    /// Coefficient fixed on assignment (k).
    pub coefficient: Decimal,
    /// Assigned quantity (g).
    pub assigned: Decimal,
    /// Completed quantity (h).
    pub completed: Decimal,
    /// Day of assignment.
    pub assigned_on: Option<Day>,
    /// The first deadline; extensions are events.
    pub due: Option<Day>,
    /// Day of completion.
    pub finished: Option<Day>,
    /// How the line came to the official (Điều 18.1d).
    pub origin: Origin,
    /// Set when the official reported being unable and another took it (Điều 18.1d).
    pub handed_back: Option<HandBack>,
    /// What happened, in order of entry.
    pub events: Vec<TaskEvent>,
    /// Free note.
    pub note: Option<String>,
}

/// How a line came to its official.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Origin {
    /// Part of the period's plan: counts in the denominator.
    #[default]
    Planned,
    /// Taken over from another official: an addition to the numerators.
    TakenOver,
    /// Unplanned work that arose: an addition to the numerators.
    Unplanned,
}

/// A task given back because its official cannot do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandBack {
    /// When it was reported.
    pub on: Day,
    /// Why.
    pub reason: Option<String>,
    /// The receiver's line.
    pub taken_over_by: Option<super::AssignmentId>,
}

/// One thing that happened to a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskEvent {
    /// Unique within the task.
    pub id: EventId,
    /// The day it happened or was recorded.
    pub on: Day,
    /// What.
    pub kind: TaskEventKind,
}

/// What can happen to a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskEventKind {
    /// The deadline was moved.
    Extension {
        /// New deadline.
        to: Day,
        /// Who approved.
        approver: Option<String>,
        /// With what document.
        document: Option<String>,
        /// Day of revocation: the former deadline is in force again.
        revoked: Option<Day>,
    },
    /// A returned version was assessed "chưa đạt" (one occurrence, Điều 14.2b).
    QualityFailure {
        /// What was wrong.
        note: Option<String>,
    },
    /// A recorded late occurrence (Điều 14.2c); where there is none, lateness is derived from the dates.
    Late {
        /// Which milestone or deadline.
        note: Option<String>,
    },
    /// An objective cause; it excuses one event once confirmed by the competent authority.
    ObjectiveCause {
        /// The event it excuses; nothing means the lateness derived from the dates.
        excuses: Excuses,
        /// What kind of cause.
        cause: String,
        /// Who confirmed it; unconfirmed causes excuse nothing.
        confirmed_by: Option<String>,
        /// With what document.
        document: Option<String>,
        /// Day of revocation: it excuses no longer.
        revoked: Option<Day>,
    },
    /// Work stopped while waiting for another body.
    Pause {
        /// Last day of the pause; open when nothing.
        to: Option<Day>,
        /// Who is waited for.
        waiting_for: String,
        /// With what document.
        document: Option<String>,
    },
    /// What was done about a late task.
    Handling {
        /// Nhắc nhở, phê bình, kiểm điểm…
        measure: String,
        /// By whom.
        by: Option<String>,
        /// With what document.
        document: Option<String>,
    },
}

/// What an objective cause excuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Excuses {
    /// The recorded event with this number.
    Event(EventId),
    /// The one lateness that follows from the dates.
    DerivedLateness,
}

impl Assignment {
    /// The deadline in force: the first one, or the last extension that was not revoked.
    #[must_use]
    pub fn deadline(&self) -> Option<Day> {
        let extended = self.events.iter().rev().find_map(|event| match event.kind {
            TaskEventKind::Extension {
                to, revoked: None, ..
            } => Some(to),
            _ => None,
        });
        extended.or(self.due)
    }

    /// The next free event number.
    #[must_use]
    pub fn next_event(&self) -> EventId {
        EventId(
            self.events
                .iter()
                .map(|event| event.id.0 + 1)
                .max()
                .unwrap_or(1),
        )
    }

    /// True when a confirmed, unrevoked objective cause excuses the event.
    #[must_use]
    pub fn is_excused(&self, target: Excuses) -> bool {
        self.events.iter().any(|event| match &event.kind {
            TaskEventKind::ObjectiveCause {
                excuses,
                confirmed_by: Some(_),
                revoked: None,
                ..
            } => *excuses == target,
            _ => false,
        })
    }
}
