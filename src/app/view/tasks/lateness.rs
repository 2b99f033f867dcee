//! How late a task is, as it stands and net of the days it waited for another body.
//!
//! Only for people to see: a pause excuses nothing by itself, a confirmed objective cause does
//! (Điều 14.2c). The score never reads what is computed here.

use crate::domain::{Assignment, Day, TaskEventKind};
use crate::rules::WorkingCalendar;

/// Days, by the calendar and as working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// Calendar days.
    pub calendar: u32,
    /// Working days.
    pub working: u32,
}

impl Days {
    const fn less(self, other: Self) -> Self {
        Self {
            calendar: self.calendar.saturating_sub(other.calendar),
            working: self.working.saturating_sub(other.working),
        }
    }
}

/// How late a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawAndNet {
    /// After the deadline in force, up to the day of completion, or today.
    pub raw: Days,
    /// Days on which the work stood still, each counted once.
    pub paused: Days,
    /// What is left when the clock stands during pauses; never below zero.
    pub net: Days,
    /// True when it is finished.
    pub finished: bool,
}

/// How late a task is on a day; nothing when it is not late.
#[must_use]
pub fn raw_and_net(task: &Assignment, calendar: &WorkingCalendar, today: Day) -> Option<RawAndNet> {
    let is_done = task.completed >= task.assigned && !task.assigned.is_zero();
    if task.handed_back.is_some() || (task.finished.is_none() && is_done) {
        return None;
    }
    let end = task.finished.unwrap_or(today);
    let deadline = task.deadline().filter(|deadline| end > *deadline)?;
    let raw = Days {
        calendar: u32::try_from((end - deadline).num_days()).unwrap_or(u32::MAX),
        working: calendar.working_days_between(deadline, end),
    };
    let paused = paused(task, calendar, end);
    Some(RawAndNet {
        raw,
        paused,
        net: raw.less(paused),
        finished: task.finished.is_some(),
    })
}

/// Days on which the work stood still up to a day; pauses that overlap count once.
#[must_use]
pub fn paused(task: &Assignment, calendar: &WorkingCalendar, end: Day) -> Days {
    let mut spans: Vec<(Day, Day)> = task
        .events
        .iter()
        .filter_map(|event| match event.kind {
            TaskEventKind::Pause { to, .. } => {
                let last = to.unwrap_or(end).min(end);
                (event.on <= last).then_some((event.on, last))
            }
            _ => None,
        })
        .collect();
    spans.sort_unstable();
    let mut days = Days::default();
    let mut counted: Option<Day> = None;
    for (from, to) in spans {
        let after = counted.and_then(|day| day.succ_opt());
        let first = after.map_or(from, |after| from.max(after));
        for day in first.iter_days().take_while(|day| *day <= to) {
            days.calendar += 1;
            days.working += u32::from(calendar.is_working(day));
        }
        counted = counted.max(Some(to));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::task::calendar;
    use crate::domain::{Decimal, EventId, Origin, TaskEvent};
    use crate::ledger::Book;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn task(pauses: &[(&str, Option<&str>)]) -> Assignment {
        let events = pauses
            .iter()
            .zip(1..)
            .map(|((from, to), number)| TaskEvent {
                id: EventId(number),
                on: day(from),
                kind: TaskEventKind::Pause {
                    to: to.map(day),
                    waiting_for: "Cơ quan mẫu".to_owned(),
                    document: None,
                },
            });
        Assignment {
            code: None,
            name: None,
            official: None,
            unit: None,
            product: None,
            coefficient: Decimal::ONE,
            assigned: Decimal::ONE,
            completed: Decimal::ZERO,
            assigned_on: None,
            due: Some(day("2026-11-10")),
            finished: Some(day("2026-11-24")),
            origin: Origin::Planned,
            handed_back: None,
            events: events.collect(),
            note: None,
        }
    }

    fn lateness(task: &Assignment) -> RawAndNet {
        let calendar = calendar(&Book::default());
        raw_and_net(task, &calendar, day("2026-12-01")).expect("late")
    }

    #[test]
    fn the_clock_stands_while_one_waits_and_no_day_counts_twice() {
        // 9/11 is a Monday; 14, 15, 21 and 22 are rest days and 24/11 is a holiday.
        let late = lateness(&task(&[
            ("2026-11-09", Some("2026-11-13")),
            ("2026-11-12", Some("2026-11-14")),
        ]));
        assert_eq!(
            late.raw,
            Days {
                calendar: 14,
                working: 9
            }
        );
        assert_eq!(
            late.paused,
            Days {
                calendar: 6,
                working: 5
            }
        );
        assert_eq!(
            late.net,
            Days {
                calendar: 8,
                working: 4
            }
        );
    }

    #[test]
    fn an_open_pause_lasts_until_the_work_is_done_and_net_is_never_below_zero() {
        let late = lateness(&task(&[("2026-11-02", None)]));
        assert_eq!(late.paused.calendar, 23);
        assert_eq!(late.net, Days::default());
    }

    #[test]
    fn what_is_done_in_time_is_not_late() {
        let mut task = task(&[]);
        task.finished = Some(day("2026-11-10"));
        let calendar = calendar(&Book::default());
        assert_eq!(raw_and_net(&task, &calendar, day("2026-12-01")), None);
    }
}
