//! One task of a case, and the record it becomes.

use congtam::domain::{
    Assignment, Day, Decimal, EventId, Excuses, HandBack, Origin, Period, TaskEvent, TaskEventKind,
};
use congtam::engine::{Terms, figures};

use super::event::{EventCase, PartCase};
use super::node::{Fields, Read};

/// One task of a case.
pub struct TaskCase {
    pub line: usize,
    coefficient: Decimal,
    assigned: Decimal,
    completed: Decimal,
    assigned_on: Option<Day>,
    due: Option<Day>,
    extended_due: Option<Day>,
    extension_revoked: bool,
    finished: Option<Day>,
    failures: u32,
    excused_failures: u32,
    late: Option<u32>,
    excused_late: u32,
    excuses: Excuse,
    origin: Origin,
    handed_back: bool,
    events: Vec<EventCase>,
    part: Option<PartCase>,
    /// True for a line of somebody else.
    pub other: bool,
}

/// What becomes of the objective causes of a task.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Excuse {
    Confirmed,
    Unconfirmed,
    Revoked,
}

impl TaskCase {
    /// Reads one task.
    pub fn read(mut fields: Fields) -> Read<Self> {
        const ORIGINS: [(&str, Origin); 3] = [
            ("planned", Origin::Planned),
            ("taken_over", Origin::TakenOver),
            ("unplanned", Origin::Unplanned),
        ];
        const EXCUSES: [(&str, Excuse); 3] = [
            ("confirmed", Excuse::Confirmed),
            ("unconfirmed", Excuse::Unconfirmed),
            ("revoked", Excuse::Revoked),
        ];
        let whole = |node: Option<super::node::Node>| node.map_or(Ok(0), |node| node.whole());
        let flag = |node: Option<super::node::Node>| node.map_or(Ok(false), |node| node.flag());
        let day = |node: Option<super::node::Node>| node.map(|node| node.day()).transpose();
        let events = fields.tables("event")?;
        let task = Self {
            line: fields.line,
            coefficient: fields.need("coefficient")?.decimal()?,
            assigned: fields.need("assigned")?.decimal()?,
            completed: fields
                .get("completed")
                .map_or(Ok(Decimal::ZERO), |n| n.decimal())?,
            assigned_on: day(fields.get("assigned_on"))?,
            due: day(fields.get("due"))?,
            extended_due: day(fields.get("extended_due"))?,
            extension_revoked: flag(fields.get("extension_revoked"))?,
            finished: day(fields.get("finished"))?,
            failures: whole(fields.get("failures"))?,
            excused_failures: whole(fields.get("excused_failures"))?,
            late: fields.get("late").map(|node| node.whole()).transpose()?,
            excused_late: whole(fields.get("excused_late"))?,
            excuses: fields
                .get("excuses")
                .map_or(Ok(Excuse::Confirmed), |n| n.word(&EXCUSES))?,
            origin: fields
                .get("origin")
                .map_or(Ok(Origin::Planned), |n| n.word(&ORIGINS))?,
            handed_back: flag(fields.get("handed_back"))?,
            events: events
                .into_iter()
                .map(EventCase::read)
                .collect::<Read<_>>()?,
            part: PartCase::read(&mut fields)?,
            other: flag(fields.get("other"))?,
        };
        fields.finish()?;
        Ok(task)
    }

    /// The record of this task in a period.
    ///
    /// A case lists the tasks of its period: one whose deadline lies elsewhere gets its
    /// lateness recorded and a deadline inside, unless the case says when it was assigned
    /// or lists its events, and so leaves its place to the rules.
    pub fn record(&self, period: Period, terms: &Terms) -> Assignment {
        let first = period.first_day();
        let mut record = Assignment {
            code: None,
            name: None,
            official: None,
            unit: None,
            product: None,
            coefficient: self.coefficient,
            assigned: self.assigned,
            completed: self.completed,
            assigned_on: self.assigned_on.or(Some(first)),
            due: self.due,
            finished: self.finished,
            origin: self.origin,
            handed_back: self.handed_back.then_some(HandBack {
                on: first,
                reason: None,
                taken_over_by: None,
            }),
            events: Vec::new(),
            note: None,
        };
        for event in &self.events {
            event.add(&mut record, first);
        }
        if let Some(part) = &self.part {
            part.add(&mut record, first);
        }
        if !self.events.is_empty() {
            return record;
        }
        self.add_extension(&mut record, first);
        self.add_failures(&mut record, first);
        self.add_lateness(&mut record, terms, first);
        if self.assigned_on.is_none() {
            place_inside(&mut record, period, terms);
        }
        record
    }

    fn add_extension(&self, record: &mut Assignment, on: Day) {
        if let Some(to) = self.extended_due {
            push(
                record,
                on,
                TaskEventKind::Extension {
                    to,
                    approver: Some("Người duyệt mẫu".to_owned()),
                    document: None,
                    revoked: self.extension_revoked.then_some(on),
                },
            );
        }
    }

    fn add_failures(&self, record: &mut Assignment, on: Day) {
        for number in 0..self.failures {
            let failure = push(record, on, TaskEventKind::QualityFailure { note: None });
            if number < self.excused_failures {
                self.excuse(record, on, Excuses::Event(failure));
            }
        }
    }

    fn add_lateness(&self, record: &mut Assignment, terms: &Terms, on: Day) {
        let derived = figures(record, terms).lateness.count;
        let excuse_all = self.late == Some(0) || self.excused_late >= derived;
        match self.late {
            Some(late) if late > 0 => self.add_late(record, on, late),
            None if self.excused_late > 0 && !excuse_all => self.add_late(record, on, derived),
            _ if derived > 0 && excuse_all => self.excuse(record, on, Excuses::DerivedLateness),
            _ => {}
        }
    }

    fn add_late(&self, record: &mut Assignment, on: Day, count: u32) {
        for number in 0..count {
            let late = push(record, on, TaskEventKind::Late { note: None });
            if number < self.excused_late {
                self.excuse(record, on, Excuses::Event(late));
            }
        }
    }

    fn excuse(&self, record: &mut Assignment, on: Day, excuses: Excuses) {
        push(
            record,
            on,
            TaskEventKind::ObjectiveCause {
                excuses,
                cause: "nguyên nhân mẫu".to_owned(),
                confirmed_by: (self.excuses != Excuse::Unconfirmed).then(|| "Cấp mẫu".to_owned()),
                document: None,
                revoked: (self.excuses == Excuse::Revoked).then_some(on),
            },
        );
    }
}

fn push(record: &mut Assignment, on: Day, kind: TaskEventKind) -> EventId {
    let id = record.next_event();
    record.events.push(TaskEvent { id, on, kind });
    id
}

fn place_inside(record: &mut Assignment, period: Period, terms: &Terms) {
    let Some(deadline) = record.deadline() else {
        return;
    };
    let last_counted = terms
        .rules
        .procedure
        .last_counted_deadline
        .last_day(period.year());
    let last = period.last_day().min(last_counted);
    if period.first_day() <= deadline && deadline <= last {
        return;
    }
    let lateness = figures(record, terms).lateness;
    let recorded = record
        .events
        .iter()
        .any(|e| matches!(e.kind, TaskEventKind::Late { .. }));
    record
        .events
        .retain(|event| !matches!(event.kind, TaskEventKind::Extension { .. }));
    if !recorded {
        for _ in lateness.excused..lateness.count {
            push(
                record,
                period.first_day(),
                TaskEventKind::Late { note: None },
            );
        }
    }
    record.due = Some(last.max(period.first_day()));
    if lateness.count == lateness.excused || recorded {
        record.finished = record.finished.map(|_| period.first_day());
    }
}
