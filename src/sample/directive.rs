//! What the directive's scorecard looks at besides: who answers for a task, reminders, dossiers
//! handled electronically, apology slips.
//!
//! Spread by the tasks' own numbers, so that nothing else of the sample changes with it.

use chrono::Days;

use super::Maker;
use super::cast::Cast;
use super::work::event;
use crate::domain::{Assignment, AssignmentId, OfficialId, TaskEventKind};
use crate::ledger::{Key, Record};

/// Place of the one-stop centre among the units.
const ONE_STOP: usize = 4;

impl Maker<'_> {
    /// Adds these events to the tasks made so far.
    pub(super) fn directive_events(&mut self, cast: &Cast) {
        let one_stop: Vec<OfficialId> = cast
            .people
            .iter()
            .filter(|person| cast.units.get(ONE_STOP) == Some(&person.unit))
            .map(|person| person.id)
            .collect();
        let tasks: Vec<AssignmentId> = self
            .draft
            .changes()
            .filter_map(|change| match change.key {
                Key::Assignment(id) => Some(id),
                _ => None,
            })
            .collect();
        for id in tasks {
            let Some(Record::Assignment(mut task)) = self.draft.get(Key::Assignment(id)) else {
                continue;
            };
            let before = task.events.len();
            self.answerable(id, &mut task);
            self.reminder(id, &mut task);
            let at_one_stop = task.official.is_some_and(|it| one_stop.contains(&it));
            if at_one_stop {
                self.dossiers(id, &mut task);
            }
            if task.events.len() > before {
                self.draft.put(Key::Assignment(id), task);
            }
        }
    }

    /// Most tasks say who decides on their product.
    fn answerable(&self, id: AssignmentId, task: &mut Assignment) {
        let Some(on) = task.assigned_on.filter(|on| *on <= self.until) else {
            return;
        };
        if id.0.is_multiple_of(11) {
            return;
        }
        let who = if id.0.is_multiple_of(3) {
            "Chủ tịch UBND xã"
        } else {
            "Người đứng đầu đơn vị"
        };
        let who = who.to_owned();
        event(task, on, TaskEventKind::Answerable { who });
    }

    /// A few had to be reminded of before they were due.
    fn reminder(&self, id: AssignmentId, task: &mut Assignment) {
        let early = task.due.zip(task.assigned_on).and_then(|(due, assigned)| {
            let on = due - Days::new(3);
            (assigned < on && on <= self.until).then_some(on)
        });
        if let Some(on) = early.filter(|_| id.0 % 89 == 7) {
            let by = Some("Chánh Văn phòng".to_owned());
            let note = Some("Nhắc trước hạn 3 ngày".to_owned());
            event(task, on, TaskEventKind::Reminder { by, note });
        }
    }

    /// Finished one-stop work says how many dossiers it was; a late one may have an apology slip.
    fn dossiers(&self, id: AssignmentId, task: &mut Assignment) {
        let Some(on) = task.finished.filter(|on| *on <= self.until) else {
            return;
        };
        if id.0.is_multiple_of(3) {
            let handled = 20 + id.0 % 31;
            let electronic = handled - id.0 % 9;
            let counted = TaskEventKind::Dossiers {
                handled,
                electronic,
            };
            event(task, on, counted);
        }
        let late = task.deadline().is_some_and(|deadline| on > deadline);
        if late && id.0.is_multiple_of(2) {
            let slip = TaskEventKind::Apology {
                reason: "Hồ sơ phải xác minh thêm".to_owned(),
                again_on: Some(on),
                document: Some(format!("{}/PXL", id.0)),
            };
            event(task, on, slip);
        }
    }
}
