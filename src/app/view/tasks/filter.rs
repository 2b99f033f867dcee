//! The quick filters of the register of tasks.
//!
//! What is not clear is what CT.13 of the directive counts as not clear. Nobody named who answers
//! for a task is such a gap only where the agency records that for any task, as there: many never
//! keep the record, and a task is not unclear for want of it.

use crate::domain::{Assignment, Origin};

use super::Standing;

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
    /// Without a person, a product, who answers for it where that is recorded, or a deadline
    /// (4 rõ).
    Unclear,
    /// Without a lead person.
    NoPerson,
    /// Without a product.
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
///
/// `answers_kept` says that the agency records for some task who answers for it.
pub(super) fn kept(
    task: &Assignment,
    standing: Standing,
    answers_kept: bool,
) -> [bool; TaskFilter::ALL.len()] {
    let [person, work, answered, time] = task.four_clear();
    let failed = task.events.iter().any(|event| event.kind.is_failure());
    TaskFilter::ALL.map(|filter| match filter {
        TaskFilter::All => true,
        TaskFilter::Overdue => standing == Standing::Overdue,
        TaskFilter::DueSoon => standing == Standing::DueSoon,
        TaskFilter::Late => matches!(standing, Standing::Late | Standing::LateOccurrences),
        TaskFilter::Unclear => !(person && work && time && (answered || !answers_kept)),
        TaskFilter::NoPerson => !person,
        TaskFilter::NoWork => !work,
        TaskFilter::NoTime => !time,
        TaskFilter::NoAnswer => !answered,
        TaskFilter::Failed => failed,
        TaskFilter::Added => task.origin != Origin::Planned,
    })
}
