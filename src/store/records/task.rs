//! Stored forms of tasks and what happened to them.

use super::mirror::{stored_enum, stored_struct};
use crate::domain::{
    AssignmentId, Day, Decimal, EventId, Excuses, HandBack, OfficialId, Origin, ProductId,
    TaskEvent, TaskEventKind, UnitId,
};

stored_struct! {
    /// A task.
    AssignmentRecord for Assignment {
        code: Option<String>,
        name: Option<String>,
        official: Option<OfficialId>,
        unit: Option<UnitId>,
        product: Option<ProductId>,
        coefficient: Decimal,
        assigned: Decimal,
        completed: Decimal,
        assigned_on: Option<Day>,
        due: Option<Day>,
        finished: Option<Day>,
        origin: Origin,
        handed_back: Option<HandBack>,
        events: Vec<TaskEvent>,
        note: Option<String>,
    }
    /// A task given back.
    HandBackRecord for HandBack {
        on: Day,
        reason: Option<String>,
        taken_over_by: Option<AssignmentId>,
    }
    /// One thing that happened to a task.
    TaskEventRecord for TaskEvent { id: EventId, on: Day, kind: TaskEventKind }
}

stored_enum! {
    /// How a line came to its official.
    OriginRecord for domain::Origin { Planned, TakenOver, Unplanned }
    /// What can happen to a task.
    TaskEventKindRecord for domain::TaskEventKind {
        Extension {
            to: Day,
            approver: Option<String>,
            document: Option<String>,
            revoked: Option<Day>,
        },
        QualityFailure { note: Option<String> },
        Late { note: Option<String> },
        ObjectiveCause {
            excuses: Excuses,
            cause: String,
            confirmed_by: Option<String>,
            document: Option<String>,
            revoked: Option<Day>,
        },
        Pause { to: Option<Day>, waiting_for: String, document: Option<String> },
        Handling { measure: String, by: Option<String>, document: Option<String> },
        Assessment { version: u32, passed: bool, by: Option<String>, note: Option<String> },
        Milestone { name: String, due: Day, done: Option<Day> },
        Reminder { by: Option<String>, note: Option<String> },
        Apology { reason: String, again_on: Option<Day>, document: Option<String> },
        PartOf { whole: AssignmentId, quantity: Decimal },
        Answerable { who: String },
        Dossiers { handled: u32, electronic: u32 },
    }
    /// What an objective cause excuses.
    ExcusesRecord for domain::Excuses { Event(id: EventId), DerivedLateness }
}
