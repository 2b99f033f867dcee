//! Classes of organisations: score and conditions together (Điều 5 to 9).

use std::sync::Arc;

use super::basis::{Basis, Figure};
use super::class::Threshold;
use super::entry::DataFile;
use crate::domain::{Class, Decimal, Exact};

/// What a condition on an organisation's class asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConditionKind {
    /// At least this share done on time and with quality.
    OnTimeAtLeast,
    /// At least this share done above requirement.
    AboveRequirementAtLeast,
    /// At least this share done.
    DoneAtLeast,
    /// At most this share late.
    LateAtMost,
    /// Less than this share done: a ground for the lowest class.
    DoneBelow,
    /// No direct subordinate unit in the lowest class.
    NoFailingSubordinate,
    /// Earlier faults are fixed.
    FaultsFixed,
    /// Wrongdoing concluded by the authority: a ground for the lowest class.
    Wrongdoing,
}

/// One condition on one class of organisations (Điều 8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationCondition {
    /// Legal basis; its name is the condition in the decree's words.
    pub basis: Arc<Basis>,
    /// The class it belongs to.
    pub class: Class,
    /// What it asks.
    pub kind: ConditionKind,
    /// The percentage it names, where it names one.
    pub percent: Option<Decimal>,
}

/// How organisations are classified (Điều 8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRules {
    /// Points of the general criteria: 30 (Điều 6).
    pub general_points: Figure,
    /// Points of the task result: 70 (Điều 7.1).
    pub task_points: Figure,
    /// Thresholds, best class first.
    pub thresholds: Vec<Threshold>,
    /// Conditions in the decree's order.
    pub conditions: Vec<OrganisationCondition>,
    /// Percent of Xuất sắc allowed among organisations (Điều 8.5a).
    pub cap: Figure,
    /// Percent the authority may raise it to (Điều 8.5b).
    pub raised_cap: Figure,
}

impl OrganisationRules {
    /// The class whose score range the score lies in; the conditions are another matter.
    #[must_use]
    pub fn class_by_score(&self, score: &Exact) -> Class {
        let reached = self.thresholds.iter().find(|t| *score >= t.from.exact());
        reached.map_or(Class::NotCompleted, |threshold| threshold.class)
    }

    /// The conditions of one class.
    pub fn conditions_of(&self, class: Class) -> impl Iterator<Item = &OrganisationCondition> {
        self.conditions.iter().filter(move |c| c.class == class)
    }
}

pub(super) fn read_conditions(file: &mut DataFile) -> Vec<OrganisationCondition> {
    const KINDS: [(&str, ConditionKind); 8] = [
        ("on_time_at_least", ConditionKind::OnTimeAtLeast),
        (
            "above_requirement_at_least",
            ConditionKind::AboveRequirementAtLeast,
        ),
        ("done_at_least", ConditionKind::DoneAtLeast),
        ("late_at_most", ConditionKind::LateAtMost),
        ("done_below", ConditionKind::DoneBelow),
        (
            "no_failing_subordinate",
            ConditionKind::NoFailingSubordinate,
        ),
        ("faults_fixed", ConditionKind::FaultsFixed),
        ("wrongdoing", ConditionKind::Wrongdoing),
    ];
    file.read("condition", |entry| {
        let (basis, class) = (entry.basis(), entry.class("class"));
        let kind = entry.word("kind", &KINDS)?;
        let percent = match kind {
            ConditionKind::NoFailingSubordinate
            | ConditionKind::FaultsFixed
            | ConditionKind::Wrongdoing => None,
            _ => Some(entry.decimal("percent")?),
        };
        Some(OrganisationCondition {
            basis: basis?,
            class: class?,
            kind,
            percent,
        })
    })
}
