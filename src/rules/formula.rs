//! The components of a task result and the leadership criteria (Điều 14, 15, 16).

use std::sync::Arc;

use super::basis::{Basis, Figure, Wording};
use super::entry::DataFile;
use crate::domain::{Decimal, LeadershipCriterion};

/// One ratio a task result is the mean of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    /// a: số lượng (Điều 14.2a).
    Quantity,
    /// b: chất lượng (Điều 14.2b).
    Quality,
    /// c: tiến độ (Điều 14.2c).
    Schedule,
    /// d, đ, e (Điều 15.3).
    Leadership(LeadershipCriterion),
    /// Support staff: quality of work (handbook).
    SupportQuality,
    /// Support staff: compliance (handbook).
    SupportCompliance,
    /// Support staff: effectiveness (handbook).
    SupportEffectiveness,
}

/// One component of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// What it measures.
    pub kind: ComponentKind,
    /// Letter as printed: a, b, c, d, đ, e.
    pub symbol: String,
}

/// The mean of some components, by which a task result is formed (Điều 16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// The components in printed order; the divisor is their number.
    pub components: Vec<Component>,
}

/// How one leadership criterion is answered (Điều 15.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadershipRule {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// Which.
    pub criterion: LeadershipCriterion,
    /// When the full ratio is given, in the decree's words.
    pub when_full: Wording,
    /// When the reduced ratio is given, in the decree's words.
    pub when_reduced: Wording,
}

/// Everything that forms the task result of a period (Điều 14 to 17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRules {
    /// Points of a full result: 70 (Điều 12.3, 17.1).
    pub points: Figure,
    /// Percent taken off for each quality failure (Điều 14.2b).
    pub failure_deduction: Figure,
    /// Percent taken off for each late occurrence (Điều 14.2c).
    pub late_deduction: Figure,
    /// Staff: (a + b + c) ÷ 3 (Điều 16.1).
    pub staff: Formula,
    /// Heads and deputies: (a + b + c + d + đ + e) ÷ 6 (Điều 16.2).
    pub leader: Formula,
    /// Support staff, entered by the authority (handbook).
    pub support: Formula,
    /// d, đ, e in order (Điều 15.3).
    pub leadership: [LeadershipRule; 3],
    /// Percent of a fulfilled leadership criterion: 100.
    pub leadership_full: Figure,
    /// Percent of an unfulfilled leadership criterion: 50.
    pub leadership_reduced: Figure,
    /// The class whose lowest score everyone led must reach for d (Điều 15.3a).
    pub unit_result_class: super::class::ClassFigure,
}

impl TaskRules {
    /// The rule of one leadership criterion.
    #[must_use]
    pub fn leadership_rule(&self, criterion: LeadershipCriterion) -> &LeadershipRule {
        match criterion {
            LeadershipCriterion::UnitResult => &self.leadership[0],
            LeadershipCriterion::Organising => &self.leadership[1],
            LeadershipCriterion::Unity => &self.leadership[2],
        }
    }

    /// The ratio, as a fraction of one, that an answered leadership criterion has.
    #[must_use]
    pub fn leadership_ratio(&self, full: bool) -> crate::domain::Exact {
        if full {
            self.leadership_full.share()
        } else {
            self.leadership_reduced.share()
        }
    }
}

/// A formula's component with the formula it belongs to.
pub(super) struct PlacedComponent {
    pub(super) formula: String,
    pub(super) component: Component,
}

const KINDS: [(&str, ComponentKind); 9] = [
    ("quantity", ComponentKind::Quantity),
    ("quality", ComponentKind::Quality),
    ("schedule", ComponentKind::Schedule),
    (
        "unit_result",
        ComponentKind::Leadership(LeadershipCriterion::UnitResult),
    ),
    (
        "organising",
        ComponentKind::Leadership(LeadershipCriterion::Organising),
    ),
    (
        "unity",
        ComponentKind::Leadership(LeadershipCriterion::Unity),
    ),
    ("support_quality", ComponentKind::SupportQuality),
    ("support_compliance", ComponentKind::SupportCompliance),
    ("support_effectiveness", ComponentKind::SupportEffectiveness),
];

pub(super) fn read_components(file: &mut DataFile) -> Vec<PlacedComponent> {
    file.read("component", |entry| {
        let (basis, formula) = (entry.basis(), entry.text("formula"));
        let (kind, symbol) = (entry.word("kind", &KINDS), entry.text("symbol"));
        Some(PlacedComponent {
            formula: formula?,
            component: Component {
                basis: basis?,
                kind: kind?,
                symbol: symbol?,
            },
        })
    })
}

pub(super) fn read_leadership(file: &mut DataFile) -> Vec<LeadershipRule> {
    const CRITERIA: [(&str, LeadershipCriterion); 3] = [
        ("unit_result", LeadershipCriterion::UnitResult),
        ("organising", LeadershipCriterion::Organising),
        ("unity", LeadershipCriterion::Unity),
    ];
    file.read("leadership", |entry| {
        let (basis, criterion) = (entry.basis(), entry.word("criterion", &CRITERIA));
        let (when_full, when_reduced) = (entry.wording("full"), entry.wording("reduced"));
        Some(LeadershipRule {
            basis: basis?,
            criterion: criterion?,
            when_full: when_full?,
            when_reduced: when_reduced?,
        })
    })
}

/// Figures by key, before they take their place in a rule set.
pub(super) fn read_figures(file: &mut DataFile) -> Vec<Figure> {
    file.read("figure", |entry| {
        let (basis, value): (_, Option<Decimal>) = (entry.basis(), entry.decimal("value"));
        Some(Figure {
            basis: basis?,
            value: value?,
        })
    })
}
