//! Tasks past their deadline: a realistic few this month, and three written by hand.

use chrono::Days;

use super::Maker;
use super::YEAR;
use super::cast::Cast;
use super::work::event;
use crate::domain::{Assignment, AssignmentId, Day, Month, TaskEventKind};
use crate::ledger::{Key, Record};

/// Of a hundred open tasks, how many are past their deadline.
const OVERDUE: usize = 6;

impl Maker<'_> {
    /// Leaves a few of the unfinished tasks past their deadline; the others were done in time.
    pub(super) fn thin_overdue(&mut self) {
        let (mut overdue, mut open): (Vec<(Day, AssignmentId)>, usize) = (Vec::new(), 0);
        for change in self.draft.changes() {
            let (Key::Assignment(id), Some(Record::Assignment(task))) = (change.key, &change.after)
            else {
                continue;
            };
            match task.deadline().filter(|_| is_open(task)) {
                Some(deadline) if deadline < self.until => overdue.push((deadline, id)),
                Some(_) => open += 1,
                None => {}
            }
        }
        overdue.sort_unstable();
        let kept = open * OVERDUE / (100 - OVERDUE);
        let before = |place: usize| place * kept / overdue.len();
        let done: Vec<(Day, AssignmentId)> = (0..overdue.len())
            .filter(|at| before(*at) == before(at + 1))
            .map(|at| overdue[at])
            .collect();
        for (deadline, id) in done {
            if let Some(Record::Assignment(mut task)) = self.draft.get(Key::Assignment(id)) {
                task.completed = task.assigned;
                task.finished = Some(deadline.max(task.assigned_on.unwrap_or(deadline)));
                self.draft.put(Key::Assignment(id), task);
            }
        }
    }

    /// Three tasks of earlier months nobody finished: one reminded of twice, one half done,
    /// one waiting for another body.
    pub(super) fn stuck_tasks(&mut self, cast: &Cast) {
        let Ok(december) = Month::new(YEAR, 12) else {
            return;
        };
        let last = Month::of(self.until).min(december).previous();
        for (story, code, month) in [
            ("struggling", "DC.04", last.previous()),
            ("struggling", "DC.14", last),
            ("disciplined", "KTDC.05", last),
        ] {
            let first = month.first_day();
            let due = super::work::weekday_before(first + Days::new(19));
            if month.year() != YEAR {
                continue;
            }
            let Some(mut task) = self.scripted(cast, story, code, (first + Days::new(1), due))
            else {
                continue;
            };
            match (story, month == last) {
                ("struggling", false) => {
                    for days in [6, 20] {
                        let handling = TaskEventKind::Handling {
                            measure: self.word("measure"),
                            by: Some(self.word("confirmer")),
                            document: None,
                        };
                        event(&mut task, due + Days::new(days), handling);
                    }
                }
                ("struggling", true) => task.completed = self.part_of(task.assigned),
                _ => {
                    let pause = TaskEventKind::Pause {
                        to: None,
                        waiting_for: self.word("waiting"),
                        document: None,
                    };
                    event(&mut task, first + Days::new(9), pause);
                }
            }
            self.put_task(task);
        }
    }
}

fn is_open(task: &Assignment) -> bool {
    task.finished.is_none() && task.handed_back.is_none() && task.completed < task.assigned
}
