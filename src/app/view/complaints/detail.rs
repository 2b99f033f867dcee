//! One complaint: what it says, its clocks, its path, and what it may do to a score.

use crate::app::view::{tasks, why};
use crate::app::workflow::complaint::{lines_on, next_states};
use crate::app::{Model, law};
use crate::domain::{
    AssignmentId, Complaint, ComplaintId, ComplaintState, Day, Decimal, LineEffect, LineId, Month,
    Period,
};
use crate::ledger::Book;
use crate::rules::{DirectiveFeed, Wording};

use super::{ClockView, ComplaintRow, clocks, row};

/// One complaint with everything around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintView {
    /// As in the register.
    pub row: ComplaintRow,
    /// The record.
    pub complaint: Complaint,
    /// The channel in the rules' words; nothing for one they do not know.
    pub channel: Option<Wording>,
    /// The directive's criterion in its own words.
    pub criterion: Option<Wording>,
    /// The unit it is about.
    pub unit: Option<String>,
    /// The task it is about.
    pub task: Option<(AssignmentId, String)>,
    /// Time limits.
    pub clocks: Vec<ClockView>,
    /// Where it may go next.
    pub next: Vec<ComplaintState>,
    /// Decisions on its effect, in order.
    pub effects: Vec<EffectView>,
    /// Whether an effect may be decided.
    pub may_decide: MayDecide,
    /// The lines of the general criteria its criterion feeds.
    pub feeds: Vec<LineId>,
    /// True while nothing rests on it, so that it may be removed.
    pub fresh: bool,
}

/// Whether an effect on a score may be decided, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayDecide {
    /// It was found right and is about somebody.
    Yes,
    /// It is not concluded.
    NotConcluded,
    /// It was found wrong, was withdrawn or could not be established.
    NotRight,
    /// It was found right but is about nobody in person.
    Nobody,
}

/// One decision on an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectView {
    /// The decision.
    pub effect: LineEffect,
    /// The line as printed.
    pub line: String,
    /// Whether it counts.
    pub standing: EffectStanding,
}

/// Whether a decision on an effect counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectStanding {
    /// It takes points off.
    Counts,
    /// It takes nothing off.
    Declined,
    /// A later decision on the same line and month took its place.
    Replaced,
    /// The conclusion it rested on no longer bears it.
    Groundless,
}

/// Projects one complaint; nothing when there is none of this number.
#[must_use]
pub fn detail(model: &Model, id: ComplaintId) -> Option<ComplaintView> {
    let book = &model.book;
    let complaint = book.complaints.get(id)?;
    let today = model.now.today;
    let criterion = complaint.criterion.as_deref();
    let criterion = criterion.and_then(|key| law().directive_criterion(key));
    let unit = complaint.unit.and_then(|unit| book.units.get(unit));
    let task = complaint.assignment.and_then(|task| {
        let record = book.assignments.get(task)?;
        Some((task, tasks::name(book, record)))
    });
    let feeds = criterion.map(|criterion| criterion.feeds.as_slice());
    let feeds = feeds
        .unwrap_or_default()
        .iter()
        .filter_map(|feed| match feed {
            DirectiveFeed::Line(line) => Some(*line),
            _ => None,
        });
    Some(ComplaintView {
        row: row(book, id, complaint, today),
        channel: law().complaint.channel(&complaint.channel).cloned(),
        criterion: criterion.map(|criterion| criterion.basis.name.clone()),
        unit: unit.map(|unit| unit.name.clone()),
        task,
        clocks: clocks(book, complaint, today),
        next: next_states(complaint),
        effects: effects(book, complaint),
        may_decide: may_decide(complaint),
        feeds: feeds.collect(),
        fresh: complaint.steps.is_empty() && complaint.effects.is_empty(),
        complaint: complaint.clone(),
    })
}

fn may_decide(complaint: &Complaint) -> MayDecide {
    match complaint.conclusion() {
        None => MayDecide::NotConcluded,
        Some((conclusion, _)) if !conclusion.may_count() => MayDecide::NotRight,
        Some(_) if complaint.official.is_none() => MayDecide::Nobody,
        Some(_) => MayDecide::Yes,
    }
}

fn effects(book: &Book, complaint: &Complaint) -> Vec<EffectView> {
    let in_force: Vec<&LineEffect> = complaint.effects_in_force().collect();
    let right = may_decide(complaint) == MayDecide::Yes;
    let standing = |effect: &LineEffect| {
        if !in_force.iter().any(|other| std::ptr::eq(*other, effect)) {
            EffectStanding::Replaced
        } else if !effect.taken {
            EffectStanding::Declined
        } else if !right {
            EffectStanding::Groundless
        } else {
            EffectStanding::Counts
        }
    };
    let one = |effect: &LineEffect| EffectView {
        effect: effect.clone(),
        line: why::line_name(book, Period::Month(effect.month), effect.line),
        standing: standing(effect),
    };
    complaint.effects.iter().map(one).collect()
}

/// The months an effect may bear on, latest first: from receipt to today, where the rules compute.
#[must_use]
pub fn bearing_months(complaint: &Complaint, today: Day) -> Vec<Month> {
    let (first, mut month) = (Month::of(complaint.received), Month::of(today));
    let mut months = Vec::new();
    while month >= first {
        if lines_on(month).next().is_some() {
            months.push(month);
        }
        month = month.previous();
    }
    months
}

/// The points the tariff proposes for the conclusion, with how binding that is; never a
/// decree's number.
#[must_use]
pub fn proposed_points(complaint: &Complaint) -> Option<Decimal> {
    let (conclusion, _) = complaint.conclusion()?;
    law().complaint.tariff(conclusion).map(|it| it.points)
}
