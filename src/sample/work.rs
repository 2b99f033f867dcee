//! The tasks of one official in one month.

use chrono::{Datelike as _, Days, Weekday};

use super::cast::{Level, Person};
use super::catalogue::OnShelf;
use super::{IDLE_MONTHS, Maker, last_day};
use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, Excuses, Month, Origin, Role, TaskEvent, TaskEventKind,
};
use crate::ledger::{Key, Kind};

/// What becomes of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Clean,
    Late,
    Failed,
    Partial,
    Undone,
}

impl Level {
    /// Of a thousand tasks, how many are late, failed, partly done, not done.
    const fn odds(self) -> [u32; 4] {
        match self {
            Self::Outstanding | Self::Narrow => [50, 40, 15, 0],
            Self::Good => [160, 100, 100, 50],
            Self::Steady => [220, 130, 170, 90],
            Self::Fair => [220, 150, 280, 230],
            Self::Weak => [60, 40, 200, 700],
        }
    }
}

/// About the golden section: successive tasks fall far apart within a thousand.
const STRIDE: u32 = 618;

impl Person {
    fn next_outcome(&mut self) -> Outcome {
        self.phase = (self.phase + STRIDE) % 1000;
        let kinds = [
            Outcome::Late,
            Outcome::Failed,
            Outcome::Partial,
            Outcome::Undone,
        ];
        let mut upto = 0;
        for (odds, outcome) in self.level.odds().into_iter().zip(kinds) {
            upto += odds;
            if self.phase < upto {
                return outcome;
            }
        }
        Outcome::Clean
    }
}

impl Maker<'_> {
    /// The tasks of one official in one month.
    pub(super) fn month_of_work(&mut self, person: &mut Person, month: Month) {
        let Some((first, last)) = person.at_work(month) else {
            return;
        };
        let idle = person.story == "idle" && IDLE_MONTHS.contains(&month.number());
        if person.role == Role::Support || idle {
            return;
        }
        if person.level == Level::Narrow && self.is_closed(month) {
            return self.narrow_month(person, month);
        }
        let last = last.min(last_day(month));
        let (own, common) = (self.shelf.under(person.duties), self.shelf.under("DC."));
        let days = u32::try_from((last - first).num_days() + 1).unwrap_or(1);
        let tasks = (self.tasks * days).div_ceil(days_of(month)).max(1);
        for _ in 0..tasks {
            let pool = if self.chance.percent(65) {
                &own
            } else {
                &common
            };
            let product = self.chance.pick(pool);
            let quantity = self.quantity(product.points);
            let mut task = self.line(person, product, quantity, (first, last));
            let outcome = person.next_outcome();
            self.settle(&mut task, outcome);
            self.put_task(task);
        }
        if ![Level::Narrow, Level::Weak].contains(&person.level) && self.chance.percent(25) {
            let product = self.shelf.product("DC.20");
            let mut task = self.line(person, product, 1, (first, last));
            task.origin = Origin::Unplanned;
            self.settle(&mut task, Outcome::Clean);
            self.put_task(task);
        }
    }

    /// Small products come in numbers, large ones alone.
    fn quantity(&mut self, points: i32) -> i32 {
        let most = match points {
            ..=10 => 12,
            11..=50 => 4,
            51..=100 => 2,
            _ => 1,
        };
        1 + i32::try_from(self.chance.below(most)).unwrap_or(0)
    }

    /// A line assigned at the start of the days given and due within them.
    pub(super) fn line(
        &mut self,
        person: &Person,
        product: OnShelf,
        quantity: i32,
        (first, last): (Day, Day),
    ) -> Assignment {
        let room = u32::try_from((last - first).num_days()).unwrap_or(0);
        let due = first + Days::new(u64::from(5 + self.chance.below(room.saturating_sub(4))));
        let assigned_on = first + Days::new(u64::from(self.chance.below(3)));
        Assignment {
            code: None,
            name: None,
            official: Some(person.id),
            unit: None,
            product: Some(product.id),
            coefficient: product.coefficient(),
            assigned: Decimal::from_whole(quantity),
            completed: Decimal::ZERO,
            assigned_on: Some(assigned_on),
            due: Some(weekday_before(due).max(assigned_on)),
            finished: None,
            origin: Origin::Planned,
            handed_back: None,
            events: Vec::new(),
            note: None,
        }
    }

    /// Lets the task happen, as far as it has happened by the last day of the sample.
    pub(super) fn settle(&mut self, task: &mut Assignment, outcome: Outcome) {
        let (Some(due), Some(assigned_on)) = (task.due, task.assigned_on) else {
            return;
        };
        let early = Days::new(u64::from(self.chance.below(5)));
        let finished = match outcome {
            Outcome::Late => weekday_after(due + Days::new(u64::from(1 + self.chance.below(6)))),
            _ => (due - early).max(assigned_on),
        };
        let short = matches!(outcome, Outcome::Partial | Outcome::Undone);
        if short && self.is_closed(Month::of(due)) {
            return self.close_short(task, finished, outcome);
        }
        if finished > self.until || outcome == Outcome::Undone {
            task.completed = self.in_progress(task, outcome);
            return;
        }
        match outcome {
            Outcome::Partial => {
                task.completed = self.part_of(task.assigned);
                return;
            }
            _ => task.completed = task.assigned,
        }
        task.finished = Some(finished);
        match outcome {
            Outcome::Late => self.tell_late(task, due, finished),
            Outcome::Failed => self.tell_failed(task, finished),
            _ => {}
        }
    }

    /// A month that is over leaves nothing open: what was not done is told as it stands.
    fn close_short(&mut self, task: &mut Assignment, finished: Day, outcome: Outcome) {
        task.finished = Some(finished);
        task.completed = match outcome {
            Outcome::Undone => Decimal::from_millionths(
                task.assigned.millionths() / 10 * i64::from(1 + self.chance.below(2)),
            ),
            _ => self.part_of(task.assigned),
        };
        if outcome == Outcome::Undone && self.chance.percent(40) {
            self.tell_failed(task, finished);
        }
    }

    fn in_progress(&mut self, task: &Assignment, outcome: Outcome) -> Decimal {
        let begun = task.assigned_on.is_some_and(|day| day < self.until);
        if begun && outcome != Outcome::Undone && self.chance.percent(50) {
            self.part_of(task.assigned)
        } else {
            Decimal::ZERO
        }
    }

    pub(super) fn part_of(&mut self, assigned: Decimal) -> Decimal {
        let whole = u32::try_from(assigned.millionths() / Decimal::SCALE).unwrap_or(1);
        if whole > 1 {
            let part = 1 + self.chance.below(whole - 1);
            return Decimal::from_whole(i32::try_from(part).unwrap_or(1));
        }
        let tenths = self.chance.pick(&[5, 5, 8]);
        Decimal::from_millionths(tenths * Decimal::SCALE / 10)
    }

    /// Gives the task a number and code and puts it into the draft.
    pub(super) fn put_task(&mut self, mut task: Assignment) -> AssignmentId {
        let id = AssignmentId(self.draft.fresh(Kind::Assignment));
        task.code = Some(format!("NV.{:05}", id.0));
        self.draft.put(Key::Assignment(id), task);
        id
    }

    /// Four lines a month whose losses are exactly the general points above twenty, and in
    /// January a little more: the mean stays just under the highest class for good.
    fn narrow_month(&mut self, person: &Person, month: Month) {
        let first = month.first_day();
        let due = weekday_before(last_day(month) - Days::new(8));
        for (code, quantity, outcome) in [
            ("VP.02", 5, Outcome::Late),
            ("VP.12", 5, Outcome::Failed),
            ("DC.01", 19, Outcome::Clean),
            ("DC.01", 1, Outcome::Clean),
        ] {
            let product = self.shelf.product(code);
            let mut task = self.line(person, product, quantity, (first, due));
            (task.assigned_on, task.due) = (Some(first), Some(due));
            task.completed = task.assigned;
            task.finished = Some(match outcome {
                Outcome::Late => weekday_after(due + Days::new(2)),
                _ => due,
            });
            if outcome == Outcome::Failed || (month.number() == 1 && quantity == 1) {
                let note = Some(self.word("failure"));
                event(&mut task, due, TaskEventKind::QualityFailure { note });
            }
            self.put_task(task);
        }
    }

    /// How a lateness came about and what was done about it.
    fn tell_late(&mut self, task: &mut Assignment, due: Day, finished: Day) {
        let roll = self.chance.below(100);
        match roll {
            45..60 => {
                let (measure, by) = (self.word("measure"), Some(self.word("confirmer")));
                let handling = TaskEventKind::Handling {
                    measure,
                    by,
                    document: None,
                };
                event(task, finished, handling);
            }
            60..75 => self.excuse(task, finished, Excuses::DerivedLateness, true),
            75..83 => self.excuse(task, finished, Excuses::DerivedLateness, false),
            // Within the month: the task keeps counting in it.
            83..93 if Month::of(finished) == Month::of(due) => {
                let extension = TaskEventKind::Extension {
                    to: finished,
                    approver: Some(self.word("confirmer")),
                    document: Some(self.document("extension")),
                    revoked: None,
                };
                event(task, due, extension);
            }
            93..97 => {
                let pause = TaskEventKind::Pause {
                    to: Some(finished),
                    waiting_for: self.word("waiting"),
                    document: None,
                };
                event(task, due, pause);
                self.excuse(task, finished, Excuses::DerivedLateness, true);
            }
            97.. => {
                let note = Some(self.word("milestone"));
                event(task, finished, TaskEventKind::Late { note });
            }
            _ => {}
        }
    }

    fn tell_failed(&mut self, task: &mut Assignment, finished: Day) {
        let note = Some(self.word("failure"));
        let failure = task.next_event();
        event(task, finished, TaskEventKind::QualityFailure { note });
        if self.chance.percent(12) {
            self.excuse(task, finished, Excuses::Event(failure), true);
        }
    }

    /// Records an objective cause, confirmed or still to be confirmed.
    pub(super) fn excuse(
        &mut self,
        task: &mut Assignment,
        on: Day,
        excuses: Excuses,
        confirmed: bool,
    ) {
        let cause = TaskEventKind::ObjectiveCause {
            excuses,
            cause: self.word("cause"),
            confirmed_by: confirmed.then(|| self.word("confirmer")),
            document: confirmed.then(|| self.document("document")),
            revoked: None,
        };
        event(task, on, cause);
    }

    pub(super) fn word(&mut self, kind: &str) -> String {
        self.chance.pick(super::words::words(kind)).to_owned()
    }

    pub(super) fn document(&mut self, kind: &str) -> String {
        let number = 10 + self.chance.below(180);
        self.word(kind).replace('%', &number.to_string())
    }
}

/// Adds an event with the task's next number.
pub(super) fn event(task: &mut Assignment, on: Day, kind: TaskEventKind) {
    let id = task.next_event();
    task.events.push(TaskEvent { id, on, kind });
}

fn days_of(month: Month) -> u32 {
    month.last_day().day()
}

pub(super) fn weekday_before(mut day: Day) -> Day {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day - Days::new(1);
    }
    day
}

fn weekday_after(mut day: Day) -> Day {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day + Days::new(1);
    }
    day
}
