//! One complaint: what it says, its clocks, its path, and what it may do to a score.

use crate::app::view::effect::{EffectView, MayDecide, effects, may_decide};
use crate::app::view::tasks;
use crate::app::workflow::complaint::{candidates, may_link, may_remove, next_states, way};
use crate::app::workflow::effect::EffectOf;
use crate::app::{Model, law};
use crate::domain::{
    AssignmentId, Complainant, Complaint, ComplaintId, ComplaintState, Day, Grounds, LineEffect,
};
use crate::ledger::Book;
use crate::rules::Wording;

use super::{ClockView, ComplaintRow, clocks, criterion_name, row};

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
    /// What bears on its time limits.
    pub grounds: Grounds,
    /// Time limits.
    pub clocks: Vec<ClockView>,
    /// Where it may go next.
    pub next: Vec<ComplaintState>,
    /// True while it may be linked to another one about the same case.
    pub may_link: bool,
    /// The one it was linked to, when it is followed there.
    pub linked_to: Option<LinkedComplaint>,
    /// Those followed under this one.
    pub followers: Vec<LinkedComplaint>,
    /// True when something is kept about who complained.
    pub has_complainant: bool,
    /// Decisions on its effect, in order.
    pub effects: Vec<EffectView>,
    /// Whether an effect may be decided.
    pub may_decide: MayDecide,
    /// True while nothing rests on it, so that it may be removed.
    pub fresh: bool,
}

/// Projects one complaint; nothing when there is none of this number.
#[must_use]
pub fn detail(model: &Model, id: ComplaintId) -> Option<ComplaintView> {
    let book = &model.book;
    let complaint = book.complaints.get(id)?;
    let today = model.now.today;
    let grounds = book.grounds.get(id).copied().unwrap_or_default();
    let criterion = complaint.criterion.as_deref().and_then(criterion_name);
    let unit = complaint.unit.and_then(|unit| book.units.get(unit));
    let task = complaint.assignment.and_then(|task| {
        let record = book.assignments.get(task)?;
        Some((task, tasks::name(book, record)))
    });
    let may_decide = may_decide(book, EffectOf::Complaint(id))?;
    let in_force: Vec<&LineEffect> = complaint.effects_in_force().collect();
    Some(ComplaintView {
        row: row(book, id, complaint, today),
        channel: law().complaint.channel(&complaint.channel).cloned(),
        criterion,
        unit: unit.map(|unit| unit.name.clone()),
        task,
        clocks: clocks(book, complaint, grounds, today),
        grounds,
        next: next_states(complaint),
        may_link: may_link(complaint),
        linked_to: complaint.linked_to().and_then(|other| linked(book, other)),
        followers: followers(book, id),
        has_complainant: book.complainants.contains(id),
        effects: effects(
            book,
            &complaint.effects,
            &in_force,
            may_decide == MayDecide::Yes,
        ),
        may_decide,
        fresh: may_remove(book, id, complaint),
        complaint: complaint.clone(),
    })
}

/// What is kept about who complained, for whoever asks for it expressly.
#[must_use]
pub fn complainant(model: &Model, id: ComplaintId) -> Option<Complainant> {
    model.book.complainants.get(id).cloned()
}

/// Another complaint about the same case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedComplaint {
    /// Which.
    pub id: ComplaintId,
    /// Its number.
    pub number: String,
    /// Day of receipt.
    pub received: Day,
    /// Where it stands.
    pub state: ComplaintState,
}

fn linked(book: &Book, id: ComplaintId) -> Option<LinkedComplaint> {
    let complaint = book.complaints.get(id)?;
    Some(LinkedComplaint {
        id,
        number: complaint.number.clone(),
        received: complaint.received,
        state: complaint.state(),
    })
}

/// The complaints followed under this one, directly or by way of others.
fn followers(book: &Book, id: ComplaintId) -> Vec<LinkedComplaint> {
    let all = book.complaints.iter();
    let under = all.filter(|(other, _)| way(book, *other).contains(&id));
    let mut under: Vec<LinkedComplaint> =
        under.filter_map(|(other, _)| linked(book, other)).collect();
    under.sort_by_key(|other| (other.received, other.id));
    under
}

/// The complaints one may be linked to, as number, day and content.
#[must_use]
pub fn link_choices(model: &Model, id: ComplaintId) -> Vec<(ComplaintId, String, Day, String)> {
    let fit = candidates(&model.book, id).into_iter();
    fit.filter_map(|other| {
        let complaint = model.book.complaints.get(other)?;
        let (number, summary) = (complaint.number.clone(), complaint.summary.clone());
        Some((other, number, complaint.received, summary))
    })
    .collect()
}
