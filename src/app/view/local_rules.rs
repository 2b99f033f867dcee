//! The agency's own criteria and tariffs: the list, and who a change would touch.

use crate::app::workflow::local_rules::{TypedSet, confirmed_with, sets_after};
use crate::app::{Model, Operation, law};
use crate::domain::{Conclusion, Day, Decimal, LineId, LocalRules, LocalRulesId, Span};
use crate::engine::Trial;
use crate::rules::{CriteriaSection, DirectiveCriterion, Wording, fed_lines};

use super::impact::ImpactRun;
use super::rules::{Source, source};

/// Where a set stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetState {
    /// In force.
    InForce,
    /// Begins later.
    Future,
    /// Ended.
    Ended,
}

impl SetState {
    fn of(span: Span, today: Day) -> Self {
        if span.contains(today) {
            Self::InForce
        } else if span.from > today {
            Self::Future
        } else {
            Self::Ended
        }
    }
}

/// One set in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetView {
    /// Which.
    pub id: LocalRulesId,
    /// As recorded.
    pub set: LocalRules,
    /// Where it stands today.
    pub state: SetState,
    /// How many lines differ from the decree's form.
    pub lines: usize,
    /// How many confirmed periods were scored with it.
    pub confirmed: usize,
}

/// All sets: in force, future, ended; within each the latest first.
#[must_use]
pub fn sets(model: &Model) -> Vec<SetView> {
    let book = &model.book;
    let mut all: Vec<SetView> = book
        .local_rules
        .iter()
        .map(|(id, set)| SetView {
            id,
            state: SetState::of(set.span, model.now.today),
            lines: changed_lines(set),
            confirmed: confirmed_with(book, set),
            set: set.clone(),
        })
        .collect();
    all.sort_by_key(|view| (view.state, std::cmp::Reverse(view.set.span.from)));
    all
}

fn changed_lines(set: &LocalRules) -> usize {
    let Some(law) = law().in_force().last() else {
        return 0;
    };
    let differs = |own: &&crate::domain::LocalLine| {
        law.line(own.line)
            .is_none_or(|line| own.max != line.max || own.wording != line.basis.name.vi)
    };
    set.lines.iter().filter(differs).count()
}

/// A section of the decree's form, for the form of the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionView {
    /// From 1.
    pub number: u8,
    /// Its words.
    pub name: Wording,
    /// What the decree gives it.
    pub max: Decimal,
    /// Its lines with the decree's words and points.
    pub lines: Vec<(LineId, Wording, Decimal)>,
}

/// The sections of the decree's form.
#[must_use]
pub fn sections() -> Vec<SectionView> {
    let law = law().in_force().last();
    let sections = law.map_or(&[][..], |law| &law.sections);
    let view = |section: &CriteriaSection| SectionView {
        number: section.number,
        name: section.basis.name.clone(),
        max: section.max,
        lines: section
            .lines
            .iter()
            .map(|line| (line.id, line.basis.name.clone(), line.max))
            .collect(),
    };
    sections.iter().map(view).collect()
}

/// A criterion of the directive, for the form of its tariff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffView {
    /// Its key, for example `CT.2`.
    pub key: String,
    /// Its words.
    pub name: Wording,
    /// The shipped proposal with its grade.
    pub shipped: Source,
    /// True when it counts events, false when it is a share.
    pub counts_events: bool,
    /// The lines of the general criteria it feeds.
    pub feeds: Vec<LineId>,
}

/// The criteria of the directive in order.
#[must_use]
pub fn tariffs() -> Vec<TariffView> {
    let view = |criterion: &DirectiveCriterion| TariffView {
        key: criterion.basis.key.clone(),
        name: criterion.basis.name.clone(),
        shipped: source(&criterion.tariff.basis),
        counts_events: criterion.tariff.per_event.is_some(),
        feeds: fed_lines(criterion).collect(),
    };
    law().directive.iter().map(view).collect()
}

/// The shipped proposal for a conclusion.
#[must_use]
pub fn shipped_conclusion(conclusion: Conclusion) -> Option<(Source, Decimal)> {
    let tariff = law().complaint.tariff(conclusion)?;
    Some((source(&tariff.basis), tariff.points))
}

/// Begins to work out who an operation on the sets would touch.
#[must_use]
pub fn impact_of(model: &Model, operation: &Operation) -> ImpactRun {
    let sets = sets_after(&model.book, operation);
    ImpactRun::new(model, Trial::Local(sets))
}

/// The sum of the points typed for the lines of a section; nothing while one cannot be read.
#[must_use]
pub fn typed_sum(typed: &TypedSet, section: u8) -> Option<Decimal> {
    let lines = typed.lines.iter();
    let mut own = lines.filter(|line| line.line.section == section);
    own.try_fold(Decimal::ZERO, |sum, line| {
        let points = crate::app::workflow::entry::number(&line.max).ok()?;
        sum.checked_add(points)
    })
}
