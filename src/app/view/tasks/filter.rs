//! The quick filters of the register of tasks.
//!
//! Nobody named who answers for a task is a gap only in its own filter: the record is
//! one many agencies never keep, and a task is not unclear for want of it.

use crate::domain::{Assignment, Day, Origin, TaskEventKind};

use super::{Gap, TaskStatus, gap, status};

/// Quick filters of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum TaskFilter {
    /// All tasks.
    #[default]
    All,
    /// Not finished and past the deadline.
    Overdue,
    /// Due within three days.
    DueSoon,
    /// Finished late, not excused.
    Late,
    /// Without a person, a product or name, or a deadline (4 rõ).
    Unclear,
    /// Without a lead person.
    NoPerson,
    /// With neither product nor name.
    NoWork,
    /// Without somebody who decides on it and answers for it.
    NoAnswer,
    /// Without a deadline.
    NoTime,
    /// With a failed quality assessment.
    Failed,
    /// Unplanned or taken over.
    Added,
}

impl TaskFilter {
    /// All filters in order.
    pub const ALL: [Self; 11] = [
        Self::All,
        Self::Overdue,
        Self::DueSoon,
        Self::Late,
        Self::Unclear,
        Self::NoPerson,
        Self::NoWork,
        Self::NoAnswer,
        Self::NoTime,
        Self::Failed,
        Self::Added,
    ];

    /// The word in the address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "tat-ca",
            Self::Overdue => "qua-han",
            Self::DueSoon => "den-han",
            Self::Late => "tre-han",
            Self::Unclear => "chua-ro",
            Self::NoPerson => "chua-ro-nguoi",
            Self::NoWork => "chua-ro-viec",
            Self::NoAnswer => "chua-ro-trach-nhiem",
            Self::NoTime => "chua-ro-thoi-gian",
            Self::Failed => "chua-dat",
            Self::Added => "phat-sinh",
        }
    }

    /// The filter of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|filter| filter.word() == word)
            .unwrap_or_default()
    }
}

/// Which quick filters keep a task, in their order.
pub(super) fn kept(task: &Assignment, today: Day) -> [bool; TaskFilter::ALL.len()] {
    let status = status(task, today);
    let has = |what: fn(&TaskEventKind) -> bool| task.events.iter().any(|event| what(&event.kind));
    TaskFilter::ALL.map(|filter| match filter {
        TaskFilter::All => true,
        TaskFilter::Overdue => matches!(status, TaskStatus::Overdue(_)),
        TaskFilter::DueSoon => matches!(status, TaskStatus::DueSoon(_)),
        TaskFilter::Late => {
            matches!(status, TaskStatus::Late(_) | TaskStatus::LateOccurrences(_))
        }
        TaskFilter::Unclear => gap(task).is_some(),
        TaskFilter::NoPerson => Gap::Person.is_in(task),
        TaskFilter::NoWork => Gap::Work.is_in(task),
        TaskFilter::NoTime => Gap::Time.is_in(task),
        TaskFilter::NoAnswer => !has(|kind| matches!(kind, TaskEventKind::Answerable { .. })),
        TaskFilter::Failed => has(TaskEventKind::is_failure),
        TaskFilter::Added => task.origin != Origin::Planned,
    })
}
