//! The dated positions of an official.

use crate::domain::{Day, GroupId, OfficialId, Period, Position, PositionId, Role, Span, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};
use super::super::lock;
use super::span;

/// Where somebody stands and when: what the scores of those days depend on.
pub(super) type Stand = (UnitId, Role, Span);

/// A position as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPosition {
    /// Where; nothing while not chosen.
    pub unit: Option<UnitId>,
    /// What kind.
    pub role: Role,
    /// Title as printed.
    pub title: String,
    /// Group of similar duties.
    pub group: Option<GroupId>,
    /// First day as typed.
    pub from: String,
    /// Last day as typed; empty while it is held.
    pub to: String,
    /// True to end what is held on the first day on the day before it.
    pub ends_earlier: bool,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PositionField {
    /// Where.
    Unit,
    /// First day.
    From,
    /// Last day.
    To,
}

impl PositionField {
    /// The days on which something changes, with the field that changes it.
    fn changed(before: Option<Stand>, after: Option<Stand>) -> Vec<(Self, Span)> {
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (one, other) => {
                let stands = one.into_iter().chain(other);
                return stands.map(|(.., span)| (Self::From, span)).collect();
            }
        };
        let (old, new) = (before.2, after.2);
        if (before.0, before.1) != (after.0, after.1) {
            return vec![(Self::Unit, old), (Self::Unit, new)];
        }
        let mut changed = Vec::new();
        if old.from != new.from {
            let (first, then) = (old.from.min(new.from), old.from.max(new.from));
            let to = then.pred_opt();
            changed.push((Self::From, Span { from: first, to }));
        }
        if old.to != new.to {
            let first = old.to.into_iter().chain(new.to).min();
            let open = old.to.is_none() || new.to.is_none();
            let to = old.to.max(new.to).filter(|_| !open);
            let from = first.and_then(|day| day.succ_opt());
            changed.extend(from.map(|from| (Self::To, Span { from, to })));
        }
        changed
    }
}

/// Refuses a change that reaches into a confirmed period.
///
/// # Errors
/// The field that reaches into it, with [`EntryError::Locked`].
pub(super) fn check_change(
    book: &Book,
    official: OfficialId,
    before: Option<Stand>,
    after: Option<Stand>,
) -> Result<(), (PositionField, EntryError)> {
    for (field, span) in PositionField::changed(before, after) {
        lock::check_span(book, official, span).map_err(|error| (field, error))?;
    }
    Ok(())
}

/// Whether something is recorded on days that depends on where somebody stands: their tasks,
/// scores and confirmations; of who leads a unit, the tasks of all.
pub(super) fn rests_on(book: &Book, official: OfficialId, leads: bool, days: Span) -> bool {
    if days.to.is_none_or(|to| to < days.from) {
        return false;
    }
    let on = |day: Option<Day>| day.is_some_and(|day| days.contains(day));
    let in_period = |(who, period): (OfficialId, Period)| {
        let of = Span {
            from: period.first_day(),
            to: Some(period.last_day()),
        };
        who == official && days.overlaps(&of)
    };
    let mut tasks = book.assignments.iter();
    tasks.any(|(_, task)| {
        (leads || task.official == Some(official)) && (on(task.assigned_on) || on(task.deadline()))
    }) || book.generals.iter().any(|(key, _)| in_period(key))
        || book.leaderships.iter().any(|(key, _)| in_period(key))
        || book.supports.iter().any(|(key, _)| in_period(key))
        || book.confirmations.iter().any(|(key, _)| in_period(key))
}

/// When the official holds another position on some of the days.
pub(super) fn held_on(
    book: &Book,
    official: OfficialId,
    but: PositionId,
    days: Span,
) -> Option<Span> {
    if days.to.is_none_or(|to| to < days.from) {
        return None;
    }
    let mut others = book.positions.of(official);
    let found = others.find(|(id, other)| *id != but && other.span.overlaps(&days));
    found.map(|(_, other)| other.span)
}

/// Drafts a new position of an official, or the correction of a recorded one.
///
/// # Errors
/// All fields that were not taken; what reaches into a confirmed period is refused.
pub fn save_position(
    book: &Book,
    official: OfficialId,
    id: Option<PositionId>,
    new: &NewPosition,
    year: u16,
) -> Result<Operation, Vec<(PositionField, EntryError)>> {
    let mut errors = Vec::new();
    if new.unit.is_none() {
        errors.push((PositionField::Unit, EntryError::Required));
    }
    let span = span(&new.from, &new.to, year).map_err(|(last, error)| {
        let field = if last {
            PositionField::To
        } else {
            PositionField::From
        };
        errors.push((field, error));
    });
    let (Some(unit), Ok(span), true) = (new.unit, span, errors.is_empty()) else {
        return Err(errors);
    };
    let recorded = id.and_then(|id| book.positions.get(id));
    let before = recorded.map(|held| (held.unit, held.role, held.span));
    let ended = if new.ends_earlier {
        ended_earlier(book, official, id, span)
    } else {
        Vec::new()
    };
    let ends = ended.iter().map(|(held, until)| {
        let stand = |span| Some((held.1.unit, held.1.role, span));
        (stand(held.1.span), stand(*until))
    });
    for (before, after) in [(before, Some((unit, new.role, span)))]
        .into_iter()
        .chain(ends)
    {
        if let Err(error) = check_change(book, official, before, after) {
            errors.push(error);
        }
    }
    if !errors.is_empty() {
        errors.truncate(1);
        return Err(errors);
    }
    let kind = Kind::Position;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    for ((other, held), span) in ended {
        draft.put(Key::Position(other), Position { span, ..held });
    }
    let id = id.unwrap_or_else(|| PositionId(draft.fresh(kind)));
    let position = Position {
        official,
        unit,
        role: new.role,
        title: entry::text(&new.title).unwrap_or_default(),
        group: new.group,
        span,
    };
    draft.put(Key::Position(id), position);
    Ok(draft.finish())
}

/// What the official holds on the first day of `span`, with its time ended on the day before.
fn ended_earlier(
    book: &Book,
    official: OfficialId,
    id: Option<PositionId>,
    span: Span,
) -> Vec<((PositionId, Position), Span)> {
    let held = book.positions.of(official).filter(|(other, held)| {
        Some(*other) != id && held.span.from < span.from && held.span.contains(span.from)
    });
    let ended = held.map(|(other, held)| {
        let until = Span {
            to: span.from.pred_opt(),
            ..held.span
        };
        ((other, held.clone()), until)
    });
    ended.collect()
}

/// Drafts the removal of a position that was recorded by mistake.
///
/// # Errors
/// [`EntryError::Gone`], or [`EntryError::Locked`] when a confirmed period was scored with it.
pub fn remove_position(book: &Book, id: PositionId) -> Result<Operation, EntryError> {
    let held = book.positions.get(id).ok_or(EntryError::Gone)?;
    lock::check_span(book, held.official, held.span)?;
    let mut draft = Draft::new(book, Action::Remove(Kind::Position));
    draft.remove(Key::Position(id));
    Ok(draft.finish())
}
