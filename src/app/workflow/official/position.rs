//! The dated positions of an official.

use crate::domain::{GroupId, OfficialId, Position, PositionId, Role, Span, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::super::entry::{self, EntryError};
use super::span;

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

/// Drafts a new position of an official, or the correction of a recorded one.
///
/// # Errors
/// All fields that were not taken.
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
    let kind = Kind::Position;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    if new.ends_earlier {
        end_earlier(&mut draft, official, id, span);
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

/// Ends what the official holds on the first day of `span` on the day before it.
fn end_earlier(draft: &mut Draft<'_>, official: OfficialId, id: Option<PositionId>, span: Span) {
    let held: Vec<(PositionId, Position)> = draft
        .book()
        .positions
        .of(official)
        .filter(|(other, held)| {
            Some(*other) != id && held.span.from < span.from && held.span.contains(span.from)
        })
        .map(|(other, held)| (other, held.clone()))
        .collect();
    for (other, held) in held {
        let ended = Position {
            span: Span {
                to: span.from.pred_opt(),
                ..held.span
            },
            ..held
        };
        draft.put(Key::Position(other), ended);
    }
}

/// Drafts the removal of a position that was recorded by mistake.
#[must_use]
pub fn remove_position(book: &Book, id: PositionId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Position));
    draft.remove(Key::Position(id));
    draft.finish()
}
