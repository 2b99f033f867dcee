//! Classes of a year: thresholds, grounds that set the class, the cap (Điều 11, 20).

use std::sync::Arc;

use super::basis::{Basis, Count, Figure};
use super::entry::DataFile;
use crate::domain::{Class, Decimal, Exact, Gate};

/// The lowest score of one class (Điều 20.1 to 20.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// Legal basis; its name is the class as printed.
    pub basis: Arc<Basis>,
    /// The class.
    pub class: Class,
    /// Lowest score, inclusive.
    pub from: Decimal,
}

/// A class named by a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassFigure {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// The class.
    pub value: Class,
}

/// A ground that sets the class to Không hoàn thành whatever the score (Điều 20.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateRule {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// Which ground.
    pub gate: Gate,
    /// True when it holds for heads and deputies only (điểm d).
    pub leaders_only: bool,
    /// The class it sets.
    pub class: Class,
}

/// Everything that turns a year's mean into a class (Điều 11, 20).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassRules {
    /// Thresholds, best class first.
    pub thresholds: Vec<Threshold>,
    /// Grounds, in the decree's order.
    pub gates: Vec<GateRule>,
    /// Percent of Xuất sắc allowed (Điều 20.5a).
    pub cap: Figure,
    /// Percent the authority may raise it to (Điều 20.5b).
    pub raised_cap: Figure,
    /// Months to be worked in a year to be classified (Điều 11.1).
    pub minimum_months: Count,
    /// The head is not above the organisation (Điều 20.6).
    pub head_not_above_unit: Arc<Basis>,
}

impl ClassRules {
    /// The threshold a score reaches, decided on the exact value.
    #[must_use]
    pub fn threshold_of(&self, score: &Exact) -> &Threshold {
        let reached = self
            .thresholds
            .iter()
            .find(|threshold| *score >= threshold.from.exact());
        reached.unwrap_or_else(|| {
            let last = self.thresholds.last();
            last.expect("the loader refuses rules without all four classes")
        })
    }

    /// The class a score reaches, decided on the exact value.
    #[must_use]
    pub fn class_of(&self, score: &Exact) -> Class {
        self.threshold_of(score).class
    }

    /// The threshold of one class.
    #[must_use]
    pub fn threshold(&self, class: Class) -> &Threshold {
        let found = self.thresholds.iter().find(|t| t.class == class);
        found.expect("the loader refuses rules without all four classes")
    }

    /// The rule of one ground.
    #[must_use]
    pub fn gate(&self, gate: Gate) -> &GateRule {
        let found = self.gates.iter().find(|rule| rule.gate == gate);
        found.expect("the loader refuses rules without all grounds")
    }
}

pub(super) fn read_thresholds(file: &mut DataFile, list: &str) -> Vec<Threshold> {
    file.read(list, |entry| {
        let (basis, class, from) = (entry.basis(), entry.class("class"), entry.decimal("points"));
        Some(Threshold {
            basis: basis?,
            class: class?,
            from: from?,
        })
    })
}

pub(super) fn read_gates(file: &mut DataFile) -> Vec<GateRule> {
    const GATES: [(&str, Gate); 5] = [
        ("degradation", Gate::Degradation),
        ("party_prohibition", Gate::PartyProhibition),
        ("example_duty", Gate::ExampleDuty),
        ("duty_discipline", Gate::DutyDiscipline),
        ("unit_corruption", Gate::UnitCorruption),
    ];
    file.read("gate", |entry| {
        let (basis, gate) = (entry.basis(), entry.word("gate", &GATES));
        let (leaders_only, class) = (entry.flag("leaders_only"), entry.class("class"));
        Some(GateRule {
            basis: basis?,
            gate: gate?,
            leaders_only: leaders_only?,
            class: class?,
        })
    })
}

pub(super) fn read_class_figures(file: &mut DataFile) -> Vec<ClassFigure> {
    file.read("class_figure", |entry| {
        let (basis, value) = (entry.basis(), entry.class("class"));
        Some(ClassFigure {
            basis: basis?,
            value: value?,
        })
    })
}

pub(super) fn read_counts(file: &mut DataFile) -> Vec<Count> {
    file.read("count", |entry| {
        let (basis, value) = (entry.basis(), entry.whole("value"));
        Some(Count {
            basis: basis?,
            value: value?,
        })
    })
}
