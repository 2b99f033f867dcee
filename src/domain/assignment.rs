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
    /// A version handed in was assessed; one not passed is one occurrence of "chưa đạt"
    /// (Điều 14.2b).
    Assessment {
        /// Which version, from 1.
        version: u32,
        /// True when it met the requirement.
        passed: bool,
        /// Who assessed.
        by: Option<String>,
        /// What was wrong, or good.
        note: Option<String>,
    },
    /// A part with a deadline of its own; handed in after it, it is a late occurrence of its own
    /// (Điều 14.2c).
    Milestone {
        /// What is due.
        name: String,
        /// Until when.
        due: Day,
        /// Day it was handed in.
        done: Option<Day>,
    },
    /// A reminder before anything was late (directive, CT.4).
    Reminder {
        /// Who reminded.
        by: Option<String>,
        /// Of what.
        note: Option<String>,
    },
    /// An apology slip with a new day for a late dossier: it documents the lateness and does
    /// not cancel it.
    Apology {
        /// Why it is late.
        reason: String,
        /// The new day promised.
        again_on: Option<Day>,
        /// Number of the slip.
        document: Option<String>,
    },
    /// The line is a part of a whole shared by several officials or spread over months.
    PartOf {
        /// The line that names the whole: its first part.
        whole: super::AssignmentId,
        /// The quantity all parts sum to.
        quantity: Decimal,
    },
    /// Who decides on the product and answers for it (*rõ trách nhiệm*, CT.13).
    Answerable {
        /// Name or office.
        who: String,
    },
    /// Dossiers handled, and how many of them electronically and on time (CT.11).
    Dossiers {
        /// All.
        handled: u32,
        /// Electronically and on time.
        electronic: u32,
    },
}

impl TaskEventKind {
    /// True for one occurrence of "chưa đạt" (Điều 14.2b).
    #[must_use]
    pub const fn is_failure(&self) -> bool {
        matches!(
            self,
            Self::QualityFailure { .. } | Self::Assessment { passed: false, .. }
        )
    }

    /// True for what an objective cause can excuse: a failure, a late occurrence, a milestone.
    #[must_use]
    pub const fn is_excusable(&self) -> bool {
        self.is_failure() || matches!(self, Self::Late { .. } | Self::Milestone { .. })
    }
}

/// What an objective cause excuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Excuses {
    /// The recorded event with this number.
    Event(EventId),
    /// The one lateness that follows from the dates.
    DerivedLateness,
}

/// One extension within the history of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExtensionStep<'a> {
    /// The event.
    pub event: EventId,
    /// The day it was granted.
    pub on: Day,
    /// The deadline it moved; nothing when there was none.
    pub from: Option<Day>,
    /// The deadline it set.
    pub to: Day,
    /// Who approved.
    pub approver: Option<&'a str>,
    /// With what document.
    pub document: Option<&'a str>,
    /// Day of revocation.
    pub revoked: Option<Day>,
    /// True for the one whose deadline is in force.
    pub in_force: bool,
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

    /// The *4 rõ*: a lead person, a product of the catalogue, who answers for it, a deadline.
    #[must_use]
    pub fn four_clear(&self) -> [bool; 4] {
        [
            self.official.is_some(),
            self.product.is_some(),
            self.names_who_answers(),
            self.deadline().is_some(),
        ]
    }

    /// True when it is recorded who answers for it.
    #[must_use]
    pub fn names_who_answers(&self) -> bool {
        let answers = |kind: &TaskEventKind| matches!(kind, TaskEventKind::Answerable { .. });
        self.events.iter().any(|event| answers(&event.kind))
    }

    /// Every extension in order of entry, with the deadline it moved.
    #[must_use]
    pub fn extensions(&self) -> Vec<ExtensionStep<'_>> {
        let mut steps: Vec<ExtensionStep> = Vec::new();
        for event in &self.events {
            let TaskEventKind::Extension {
                to,
                approver,
                document,
                revoked,
            } = &event.kind
            else {
                continue;
            };
            let stood = |step: &&ExtensionStep| step.revoked.is_none_or(|day| day > event.on);
            let from = steps.iter().rev().find(stood).map(|step| step.to);
            steps.push(ExtensionStep {
                event: event.id,
                on: event.on,
                from: from.or(self.due),
                to: *to,
                approver: approver.as_deref(),
                document: document.as_deref(),
                revoked: *revoked,
                in_force: false,
            });
        }
        let last = steps.iter_mut().rev().find(|step| step.revoked.is_none());
        if let Some(step) = last {
            step.in_force = true;
        }
        steps
    }

    /// The whole this line is a part of, and the quantity its parts sum to.
    #[must_use]
    pub fn part_of(&self) -> Option<(super::AssignmentId, Decimal)> {
        self.events.iter().rev().find_map(|event| match event.kind {
            TaskEventKind::PartOf { whole, quantity } => Some((whole, quantity)),
            _ => None,
        })
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
