//! The quick filters of the register of tasks.
//!
//! Nobody named who answers for a task is a gap only in its own filter: the record is
//! one many agencies never keep, and a task is not unclear for want of it.

use crate::domain::{Assignment, Origin, TaskEventKind};

use super::{Gap, Standing, gap};

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

/// Which quick filters keep a task that stands so, in their order.
pub(super) fn kept(task: &Assignment, standing: Standing) -> [bool; TaskFilter::ALL.len()] {
    let (mut answered, mut failed) = (false, false);
    for event in &task.events {
        answered |= matches!(event.kind, TaskEventKind::Answerable { .. });
        failed |= event.kind.is_failure();
    }
    TaskFilter::ALL.map(|filter| match filter {
        TaskFilter::All => true,
        TaskFilter::Overdue => standing == Standing::Overdue,
        TaskFilter::DueSoon => standing == Standing::DueSoon,
        TaskFilter::Late => matches!(standing, Standing::Late | Standing::LateOccurrences),
        TaskFilter::Unclear => gap(task).is_some(),
        TaskFilter::NoPerson => Gap::Person.is_in(task),
        TaskFilter::NoWork => Gap::Work.is_in(task),
        TaskFilter::NoTime => Gap::Time.is_in(task),
        TaskFilter::NoAnswer => !answered,
        TaskFilter::Failed => failed,
        TaskFilter::Added => task.origin != Origin::Planned,
    })
}
