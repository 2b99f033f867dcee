//! What a complaint or an incident takes off a line: how decisions stand, and what the next one
//! would change, before it is saved.

use crate::app::workflow::effect::{EffectOf, NewEffect, footing, proposal, trial};
use crate::app::workflow::lock;
use crate::app::{Model, law};
use crate::domain::{
    Class, Classification, Day, Decimal, Exact, Grade, LineEffect, LineId, Month, Period,
};
use crate::engine::{TermsTable, criteria_in, general_lines};
use crate::ledger::Book;
use crate::rules::DirectiveFeed;

use super::officials::scored_period;
use super::why;

/// Whether an effect on a score may be decided, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayDecide {
    /// It was found right or confirmed and is about somebody.
    Yes,
    /// The complaint is not concluded.
    NotConcluded,
    /// The complaint was found wrong, was withdrawn or could not be established.
    NotRight,
    /// The complaint is followed under another one.
    Linked,
    /// The incident is not reviewed.
    NotReviewed,
    /// The incident was dismissed.
    Dismissed,
    /// It was found right or confirmed but is about nobody in person.
    Nobody,
}

/// Whether an effect of a record may be decided; nothing when the record is gone.
#[must_use]
pub fn may_decide(book: &Book, of: EffectOf) -> Option<MayDecide> {
    let (official, refused) = match of {
        EffectOf::Complaint(id) => {
            let complaint = book.complaints.get(id)?;
            let refused = match complaint.conclusion() {
                _ if complaint.linked_to().is_some() => Some(MayDecide::Linked),
                None => Some(MayDecide::NotConcluded),
                Some((conclusion, _)) if !conclusion.may_count() => Some(MayDecide::NotRight),
                Some(_) => None,
            };
            (complaint.official, refused)
        }
        EffectOf::Incident(id) => {
            let incident = book.incidents.get(id)?;
            let refused = match incident.review() {
                None => Some(MayDecide::NotReviewed),
                Some(review) if !review.confirmed => Some(MayDecide::Dismissed),
                Some(_) => None,
            };
            (incident.official, refused)
        }
    };
    Some(match (refused, official) {
        (Some(refused), _) => refused,
        (None, None) => MayDecide::Nobody,
        (None, Some(_)) => MayDecide::Yes,
    })
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
    /// What it rested on no longer bears it.
    Groundless,
}

/// The decisions of a record in order, each with whether it counts; `in_force` are those no
/// later one replaces, `right` says that the record bears effects.
pub(super) fn effects(
    book: &Book,
    all: &[LineEffect],
    in_force: &[&LineEffect],
    right: bool,
) -> Vec<EffectView> {
    let standing = |effect: &LineEffect| {
        if !in_force.iter().any(|other| std::ptr::eq(*other, effect)) {
            EffectStanding::Replaced
        } else if !effect.taken {
            EffectStanding::Declined
        } else if right {
            EffectStanding::Counts
        } else {
            EffectStanding::Groundless
        }
    };
    let one = |effect: &LineEffect| EffectView {
        effect: effect.clone(),
        line: why::line_name(book, Period::Month(effect.month), effect.line),
        standing: standing(effect),
    };
    all.iter().map(one).collect()
}

/// The lines of the general criteria a criterion of the directive feeds.
#[must_use]
pub fn feeds(criterion: Option<&str>) -> Vec<LineId> {
    let found = criterion.and_then(|key| law().directive_criterion(key));
    let feeds = found.map_or(&[][..], |criterion| criterion.feeds.as_slice());
    let line = |feed: &DirectiveFeed| match feed {
        DirectiveFeed::Line(line) => Some(*line),
        _ => None,
    };
    feeds.iter().filter_map(line).collect()
}

/// What the form of a decision starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectForm {
    /// The months it may bear on, latest first: from receipt or event to today, where the rules
    /// compute.
    pub months: Vec<Month>,
    /// The month of the conclusion or review, else the latest.
    pub month: Option<Month>,
    /// The lines the record's criterion has to do with.
    pub feeds: Vec<LineId>,
}

/// What the form of a decision starts with; nothing while the record bears no effect.
#[must_use]
pub fn form(model: &Model, of: EffectOf) -> Option<EffectForm> {
    let book = &model.book;
    let since = footing(book, of)?.since;
    let (first, criterion) = match of {
        EffectOf::Complaint(id) => {
            let complaint = book.complaints.get(id)?;
            (complaint.received, complaint.criterion.as_deref())
        }
        EffectOf::Incident(id) => {
            let incident = book.incidents.get(id)?;
            (incident.on, Some(incident.criterion.as_str()))
        }
    };
    let months = months(book, first, model.now.today);
    let own = Some(Month::of(since)).filter(|month| months.contains(month));
    Some(EffectForm {
        month: own.or_else(|| months.first().copied()),
        months,
        feeds: feeds(criterion),
    })
}

fn months(book: &Book, first: Day, today: Day) -> Vec<Month> {
    let (first, mut month) = (Month::of(first), Month::of(today));
    let mut months = Vec::new();
    while month >= first {
        if !criteria_in(book, law(), Period::Month(month)).is_empty() {
            months.push(month);
        }
        month = month.previous();
    }
    months
}

/// Points a tariff proposes, with who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// Points.
    pub points: Decimal,
    /// L or P.
    pub grade: Grade,
    /// Issuer and decision of the local set it comes from.
    pub source: Option<(String, String)>,
}

/// The points proposed for a record and a month.
#[must_use]
pub fn proposed(model: &Model, of: EffectOf, month: Month) -> Option<ProposalView> {
    let proposal = proposal(&model.book, of, month)?;
    let set = proposal.set.and_then(|set| model.book.local_rules.get(set));
    Some(ProposalView {
        points: proposal.points,
        grade: proposal.grade,
        source: set.map(|set| (set.issuer.clone(), set.decision.clone())),
    })
}

/// Before and after.
pub type Change<T> = (T, T);

/// What a decision would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectPreview {
    /// The period it bears on.
    pub period: Period,
    /// The line's points as they count; nothing while none are given.
    pub line: Change<Option<Decimal>>,
    /// What has nothing to be taken from: the line would go below zero and counts as zero.
    pub beyond: Option<Decimal>,
    /// The period's total.
    pub total: Change<Option<Exact>>,
    /// The class the total corresponds to.
    pub class: Change<Option<Class>>,
    /// The year's mean.
    pub mean: Change<Option<Exact>>,
    /// The year's computed class.
    pub year: Change<Classification>,
}

/// What stands in the way of a preview, or the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectTrial {
    /// Line, month or points are still open or not taken.
    Open,
    /// The period is confirmed: it is unlocked first.
    Locked(Period),
    /// What would change.
    Ready(Box<EffectPreview>),
}

/// What a decision would change, computed on the official's own records.
#[must_use]
pub fn preview(model: &Model, of: EffectOf, new: &NewEffect) -> EffectTrial {
    let book = &model.book;
    let (Some(footing), Some(month)) = (footing(book, of), new.month) else {
        return EffectTrial::Open;
    };
    let official = footing.official;
    if let Some(period) = lock::locked(book, official, month) {
        return EffectTrial::Locked(period);
    }
    let (Some(operation), Some(line)) = (trial(book, of, new), new.line) else {
        return EffectTrial::Open;
    };
    let period = scored_period(month, book.agency.tracking);
    let mut part = book.part_of(official);
    let before = line_as_counted(&part, of, official, (period, line));
    for change in &operation.changes {
        part.put(change.key, change.after.clone());
    }
    let after = line_as_counted(&part, of, official, (period, line));
    let mut scores = model.scores.clone();
    scores.update(&part, law(), &operation);
    let old = model.scores.score(official, period);
    let new = scores.score(official, period);
    let years = [&model.scores, &scores].map(|scores| scores.year(official, month.year()));
    let mean = years.map(|year| year.and_then(|year| year.mean.clone()));
    let class = years.map(|year| year.map_or(Classification::None, |year| year.computed));
    let total = [old, new].map(|score| score.and_then(|score| score.total.clone()));
    EffectTrial::Ready(Box::new(EffectPreview {
        period,
        line: (before.0, after.0),
        beyond: after.1,
        total: total.into(),
        class: (
            old.and_then(|score| score.class),
            new.and_then(|score| score.class),
        ),
        mean: mean.into(),
        year: class.into(),
    }))
}

/// A line's points as they count, and what would go below zero because of this record.
fn line_as_counted(
    book: &Book,
    of: EffectOf,
    official: crate::domain::OfficialId,
    (period, line): (Period, LineId),
) -> (Option<Decimal>, Option<Decimal>) {
    let Some(terms) = TermsTable::new(book, law()).of(period) else {
        return (None, None);
    };
    let mut lines = general_lines(book, &terms, official);
    let Some(found) = lines.find(|found| found.rule.id == line) else {
        return (None, None);
    };
    let own = found.effects.iter().any(|(key, _)| *key == of.key());
    (found.counted(), found.beyond().filter(|_| own))
}

#[cfg(test)]
mod tests;
