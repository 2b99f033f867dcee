//! How a task stands: by its dates, its recorded occurrences and what excuses them.

use crate::domain::{Assignment, Day, Excuses, TaskEventKind};

/// How a task stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskStatus {
    /// Not finished, days past the deadline.
    Overdue(i64),
    /// Finished these many days late.
    Late(i64),
    /// Recorded late occurrences that are not excused.
    LateOccurrences(usize),
    /// Not finished, due within three days.
    DueSoon(i64),
    /// Something the *4 rõ* check asks for is missing.
    Unclear(Gap),
    /// Being worked on.
    InProgress,
    /// Late, and excused by a confirmed objective cause.
    Excused,
    /// Handed back.
    HandedBack,
    /// Finished in time.
    OnTime,
}

/// What the *4 rõ* check misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// No lead person.
    Person,
    /// Neither product nor name.
    Work,
    /// No deadline.
    Time,
}

impl Gap {
    /// Whether a task has this gap, others aside.
    #[must_use]
    pub const fn is_in(self, task: &Assignment) -> bool {
        match self {
            Self::Person => task.official.is_none(),
            Self::Work => task.product.is_none() && task.name.is_none(),
            Self::Time => task.due.is_none(),
        }
    }
}

/// Days ahead that count as soon.
pub const SOON: i64 = 3;

/// The first thing missing for the *4 rõ*.
#[must_use]
pub fn gap(task: &Assignment) -> Option<Gap> {
    [Gap::Person, Gap::Work, Gap::Time]
        .into_iter()
        .find(|gap| gap.is_in(task))
}

/// What is due next of a task that is not finished: a milestone not handed in, or the whole.
#[must_use]
pub fn next_due(task: &Assignment) -> Option<Day> {
    let open = task.events.iter().filter_map(|event| match event.kind {
        TaskEventKind::Milestone {
            due, done: None, ..
        } => Some(due),
        _ => None,
    });
    open.chain(task.deadline()).min()
}

/// How a task stands on a day.
#[must_use]
pub fn status(task: &Assignment, today: Day) -> TaskStatus {
    if task.handed_back.is_some() {
        return TaskStatus::HandedBack;
    }
    if let Some(gap) = gap(task) {
        return TaskStatus::Unclear(gap);
    }
    let (mut open, mut excused, mut recorded) = (0, false, false);
    for event in &task.events {
        let occurrence = matches!(event.kind, TaskEventKind::Late { .. });
        let late_part = matches!(event.kind, TaskEventKind::Milestone { due, done: Some(done), .. } if done > due);
        if !occurrence && !late_part {
            continue;
        }
        if task.is_excused(Excuses::Event(event.id)) {
            excused = true;
            // Recorded occurrences stand in place of what the dates say; milestones do not.
            recorded |= occurrence;
        } else {
            open += 1;
        }
    }
    if open > 0 {
        return TaskStatus::LateOccurrences(open);
    }
    let Some(deadline) = task.deadline() else {
        return TaskStatus::InProgress;
    };
    let done =
        task.finished.is_some() || (task.completed >= task.assigned && !task.assigned.is_zero());
    let deadline = if done {
        deadline
    } else {
        next_due(task).unwrap_or(deadline)
    };
    let days = (task.finished.unwrap_or(today) - deadline).num_days();
    match (done, task.finished) {
        (true, Some(_)) if days > 0 && !recorded && !task.is_excused(Excuses::DerivedLateness) => {
            TaskStatus::Late(days)
        }
        (true, Some(_)) if days > 0 || excused => TaskStatus::Excused,
        (true, _) => TaskStatus::OnTime,
        (false, _) if days > 0 => TaskStatus::Overdue(days),
        (false, _) if days >= -SOON => TaskStatus::DueSoon(-days),
        (false, _) => TaskStatus::InProgress,
    }
}
