//! What happens to a task of a case, event by event.

use congtam::domain::{
    Assignment, AssignmentId, Day, Decimal, EventId, Excuses, TaskEvent, TaskEventKind,
};

use super::node::{Fields, Node, Read};

/// One event of a task of a case.
pub struct EventCase {
    on: Option<Day>,
    kind: EventKindCase,
}

enum EventKindCase {
    Extension {
        to: Day,
        revoked: Option<Day>,
    },
    Cause {
        excuses: Excuses,
        confirmed: bool,
        revoked: Option<Day>,
    },
    Milestone {
        due: Day,
        done: Option<Day>,
    },
    Assessment {
        passed: bool,
    },
    Pause {
        to: Option<Day>,
    },
    Failure,
    Late,
    Handling,
    Apology,
    Reminder,
}

/// The whole a task is a part of: the number of the task that names it, and its quantity.
pub struct PartCase {
    whole: u32,
    quantity: Decimal,
}

impl EventCase {
    /// Reads one event.
    pub fn read(mut fields: Fields) -> Read<Self> {
        let on = day(fields.get("on"))?;
        let word = fields.need("kind")?;
        let kind = match word.string()? {
            "extension" => EventKindCase::Extension {
                to: fields.need("to")?.day()?,
                revoked: day(fields.get("revoked"))?,
            },
            "cause" => EventKindCase::Cause {
                excuses: match fields.get("excuses") {
                    Some(number) => Excuses::Event(EventId(number.whole()?)),
                    None => Excuses::DerivedLateness,
                },
                confirmed: fields.get("confirmed").map_or(Ok(true), |it| it.flag())?,
                revoked: day(fields.get("revoked"))?,
            },
            "milestone" => EventKindCase::Milestone {
                due: fields.need("due")?.day()?,
                done: day(fields.get("done"))?,
            },
            "assessment" => EventKindCase::Assessment {
                passed: fields.need("passed")?.flag()?,
            },
            "pause" => EventKindCase::Pause {
                to: day(fields.get("to"))?,
            },
            "failure" => EventKindCase::Failure,
            "late" => EventKindCase::Late,
            "handling" => EventKindCase::Handling,
            "apology" => EventKindCase::Apology,
            "reminder" => EventKindCase::Reminder,
            other => return word.fault(format!("\"{other}\" is no kind of event")),
        };
        fields.finish()?;
        Ok(Self { on, kind })
    }

    /// Adds the event to a record; `first` is its day where the case gives none.
    pub fn add(&self, record: &mut Assignment, first: Day) {
        let version = record
            .events
            .iter()
            .filter(|event| matches!(event.kind, TaskEventKind::Assessment { .. }));
        let version = u32::try_from(version.count()).unwrap_or(0) + 1;
        let by = Some("Cấp mẫu".to_owned());
        let kind = match &self.kind {
            EventKindCase::Extension { to, revoked } => TaskEventKind::Extension {
                to: *to,
                approver: by,
                document: None,
                revoked: *revoked,
            },
            EventKindCase::Cause {
                excuses,
                confirmed,
                revoked,
            } => TaskEventKind::ObjectiveCause {
                excuses: *excuses,
                cause: "nguyên nhân mẫu".to_owned(),
                confirmed_by: by.filter(|_| *confirmed),
                document: None,
                revoked: *revoked,
            },
            EventKindCase::Milestone { due, done } => TaskEventKind::Milestone {
                name: "mốc mẫu".to_owned(),
                due: *due,
                done: *done,
            },
            EventKindCase::Assessment { passed } => TaskEventKind::Assessment {
                version,
                passed: *passed,
                by,
                note: None,
            },
            EventKindCase::Pause { to } => TaskEventKind::Pause {
                to: *to,
                waiting_for: "Cơ quan mẫu".to_owned(),
                document: None,
            },
            EventKindCase::Failure => TaskEventKind::QualityFailure { note: None },
            EventKindCase::Late => TaskEventKind::Late { note: None },
            EventKindCase::Handling => TaskEventKind::Handling {
                measure: "Nhắc nhở".to_owned(),
                by,
                document: None,
            },
            EventKindCase::Apology => TaskEventKind::Apology {
                reason: "lý do mẫu".to_owned(),
                again_on: None,
                document: None,
            },
            EventKindCase::Reminder => TaskEventKind::Reminder { by, note: None },
        };
        let id = record.next_event();
        let on = self.on.unwrap_or(first);
        record.events.push(TaskEvent { id, on, kind });
    }
}

impl PartCase {
    /// Reads `part_of` and `whole`, which come together.
    pub fn read(fields: &mut Fields) -> Read<Option<Self>> {
        let Some(number) = fields.get("part_of") else {
            return Ok(None);
        };
        Ok(Some(Self {
            whole: number.whole()?,
            quantity: fields.need("whole")?.decimal()?,
        }))
    }

    /// Makes a record a part.
    pub fn add(&self, record: &mut Assignment, on: Day) {
        let kind = TaskEventKind::PartOf {
            whole: AssignmentId(self.whole),
            quantity: self.quantity,
        };
        let id = record.next_event();
        record.events.push(TaskEvent { id, on, kind });
    }
}

fn day(node: Option<Node>) -> Read<Option<Day>> {
    node.map(|node| node.day()).transpose()
}
