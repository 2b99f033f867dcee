//! Documented conditions a person with authority looks at before a personnel decision.
//!
//! # Legal basis
//! Điều 23 names the uses of results; the directive (CT.15) asks that they be used. No text
//! gives a number: every threshold is a proposal.

use std::sync::Arc;

use super::basis::Basis;
use super::entry::DataFile;

/// What is counted for a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonnelKind {
    /// Late occurrences, net of confirmed causes and extensions.
    LateOccurrences,
    /// Complaints concluded as right, wholly or partly.
    SubstantiatedComplaints,
    /// Confirmed incidents.
    ConfirmedIncidents,
    /// Decisions in force on the class Không hoàn thành nhiệm vụ.
    ClassNotCompleted,
    /// Months or quarters scored below the threshold of Hoàn thành nhiệm vụ.
    PeriodsNotCompleted,
    /// Disciplinary decisions, each act once.
    Discipline,
    /// Conclusions of the authority that close a gate (Điều 20.4).
    GateConclusions,
}

/// One condition: somebody meets it from so many on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonnelCondition {
    /// Basis, grade L or P.
    pub basis: Arc<Basis>,
    /// What is counted.
    pub kind: PersonnelKind,
    /// From how many on it is met.
    pub at_least: u32,
}

pub(super) fn read(file: &mut DataFile) -> Vec<PersonnelCondition> {
    const KINDS: [(&str, PersonnelKind); 7] = [
        ("late_occurrences", PersonnelKind::LateOccurrences),
        (
            "substantiated_complaints",
            PersonnelKind::SubstantiatedComplaints,
        ),
        ("confirmed_incidents", PersonnelKind::ConfirmedIncidents),
        ("class_not_completed", PersonnelKind::ClassNotCompleted),
        ("periods_not_completed", PersonnelKind::PeriodsNotCompleted),
        ("discipline", PersonnelKind::Discipline),
        ("gate_conclusions", PersonnelKind::GateConclusions),
    ];
    file.read("personnel_condition", |entry| {
        let (basis, kind) = (entry.basis(), entry.word("kind", &KINDS));
        let at_least = entry.whole("at_least");
        Some(PersonnelCondition {
            basis: basis?,
            kind: kind?,
            at_least: at_least?,
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::Grade;
    use crate::rules::Rules;

    #[test]
    fn no_threshold_of_a_condition_is_said_to_be_law() {
        let rules = Rules::shipped().expect("the shipped data");
        assert_eq!(rules.personnel.len(), 7);
        for condition in &rules.personnel {
            assert!(matches!(
                condition.basis.grade,
                Grade::Local | Grade::Proposal
            ));
            assert!(condition.at_least > 0);
        }
    }
}
