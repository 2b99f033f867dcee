//! d, đ and e of heads and deputies (Điều 15.3, 15.4): answered, or for d following from
//! the scores of those led. Nothing is ever defaulted.

use crate::domain::{LeadershipAnswer, LeadershipCriterion, LeadershipSheet, Role};

use super::Finding;
use super::fraction::Fraction;
use super::terms::Terms;

/// How the officials led by somebody stand in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Officials led who were at work.
    pub people: u32,
    /// Of these, under the lowest score of the class Điều 15.3a names.
    pub below: u32,
    /// Of these, without a score.
    pub unscored: u32,
}

impl Standing {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            people: self.people + other.people,
            below: self.below + other.below,
            unscored: self.unscored + other.unscored,
        }
    }

    pub(super) const fn minus(self, other: Self) -> Self {
        Self {
            people: self.people - other.people,
            below: self.below - other.below,
            unscored: self.unscored - other.unscored,
        }
    }

    /// True when everybody led reaches the threshold, false when somebody does not;
    /// nothing while that is open.
    #[must_use]
    pub const fn all_reach(self) -> Option<bool> {
        if self.below > 0 {
            Some(false)
        } else if self.people == 0 || self.unscored > 0 {
            None
        } else {
            Some(true)
        }
    }
}

/// The recorded answer to one criterion.
#[must_use]
pub fn answer(
    sheet: Option<&LeadershipSheet>,
    criterion: LeadershipCriterion,
) -> Option<&LeadershipAnswer> {
    let sheet = sheet?;
    match criterion {
        LeadershipCriterion::UnitResult => sheet.unit_result.as_ref(),
        LeadershipCriterion::Organising => sheet.organising.as_ref(),
        LeadershipCriterion::Unity => sheet.unity.as_ref(),
    }
}

/// Whether the full ratio of a criterion is given; nothing while that is open.
#[must_use]
pub fn is_full(
    sheet: Option<&LeadershipSheet>,
    criterion: LeadershipCriterion,
    led: Standing,
) -> Option<bool> {
    match answer(sheet, criterion) {
        Some(answer) => Some(answer.full),
        None if criterion == LeadershipCriterion::UnitResult => led.all_reach(),
        None => None,
    }
}

/// The ratio of a criterion, with what is missing or doubtful about it.
pub(super) fn ratio(
    sheet: Option<&LeadershipSheet>,
    criterion: LeadershipCriterion,
    role: Role,
    led: Standing,
    terms: &Terms,
    findings: &mut Vec<Finding>,
) -> Option<Fraction> {
    let full = is_full(sheet, criterion, led);
    let answered = answer(sheet, criterion);
    if criterion == LeadershipCriterion::UnitResult {
        check_unit_result(answered, role, led, findings);
    } else if full.is_none() {
        findings.push(Finding::LeadershipUnanswered { criterion });
    }
    let task = &terms.rules.task;
    full.map(|full| {
        let figure = if full {
            &task.leadership_full
        } else {
            &task.leadership_reduced
        };
        Fraction::percent(figure.value)
    })
}

fn check_unit_result(
    answered: Option<&LeadershipAnswer>,
    role: Role,
    led: Standing,
    findings: &mut Vec<Finding>,
) {
    match answered {
        Some(answer) if answer.full && led.below > 0 => {
            findings.push(Finding::UnitResultContradicted { below: led.below });
        }
        Some(_) => {}
        None => {
            if role == Role::Deputy {
                findings.push(Finding::DeputyField);
            }
            if led.people == 0 {
                findings.push(Finding::NobodyLed);
            } else if led.below == 0 && led.unscored > 0 {
                findings.push(Finding::LedUnscored {
                    count: led.unscored,
                });
            }
        }
    }
}
