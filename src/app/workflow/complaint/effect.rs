//! A person's decision on what a complaint found right takes off a line of the general criteria.
//!
//! Nothing follows from a conclusion by itself: the decree has no tariff inside the thirty
//! points, so line, month, points, reason and who decided are all recorded.

use crate::app::law;
use crate::domain::{ComplaintId, Day, Decimal, LineEffect, LineId, Month};
use crate::ledger::{Action, Book, Draft, Key, Operation};
use crate::rules::CriteriaLine;

use super::super::entry::{self, EntryError};
use super::super::lock;
use super::day_between;

/// A decision as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewEffect {
    /// The line.
    pub line: Option<LineId>,
    /// The month it bears on.
    pub month: Option<Month>,
    /// True when points are taken off, false when nothing is.
    pub taken: bool,
    /// Points to take off, as typed.
    pub points: String,
    /// Who decided.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When.
    pub on: String,
}

/// A field of the decision's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffectField {
    /// The line.
    Line,
    /// The month.
    Month,
    /// The points.
    Points,
    /// Who decided.
    By,
    /// Why.
    Reason,
    /// When.
    On,
}

/// The lines of the general criteria in a month, in printed order.
pub fn lines_on(month: Month) -> impl Iterator<Item = &'static CriteriaLine> {
    let rules = law().for_month(month).ok();
    rules.into_iter().flat_map(|rules| rules.lines())
}

/// Drafts a decision; a later one on the same line and month replaces it and keeps it in view.
///
/// # Errors
/// All fields that were not taken. [`EntryError::NoSuchStep`] on the line while the complaint
/// is not concluded as right, wholly or partly, or is about nobody.
pub fn decide_effect(
    book: &Book,
    id: ComplaintId,
    new: &NewEffect,
    today: Day,
) -> Result<Operation, Vec<(EffectField, EntryError)>> {
    let Some(complaint) = book.complaints.get(id) else {
        return Err(vec![(EffectField::Line, EntryError::Gone)]);
    };
    let concluded = complaint
        .conclusion()
        .filter(|(conclusion, _)| conclusion.may_count());
    let (Some((_, concluded)), Some(official)) = (concluded, complaint.official) else {
        return Err(vec![(EffectField::Line, EntryError::NoSuchStep)]);
    };
    let mut errors = Vec::new();
    let month = new.month.ok_or(EntryError::Required).and_then(|month| {
        let locked = lock::locked(book, official, month);
        locked.map_or(Ok(month), |period| Err(EntryError::Locked(period)))
    });
    let month = month.map_err(|error| errors.push((EffectField::Month, error)));
    let line = new.line.ok_or(EntryError::Required).and_then(|line| {
        let known = new
            .month
            .and_then(|month| lines_on(month).find(|rule| rule.id == line));
        known.ok_or(EntryError::NoSuchStep)
    });
    let line = line.map_err(|error| errors.push((EffectField::Line, error)));
    let points = points(new, line.as_ref().ok().map(|rule| rule.max))
        .map_err(|error| errors.push((EffectField::Points, error)));
    let (by, reason) = (entry::text(&new.by), entry::text(&new.reason));
    if by.is_none() {
        errors.push((EffectField::By, EntryError::Required));
    }
    if reason.is_none() {
        errors.push((EffectField::Reason, EntryError::Required));
    }
    let on = day_between(&new.on, Some(concluded), today, Month::of(today).year())
        .map_err(|error| errors.push((EffectField::On, error)));
    let (Ok(month), Ok(line), Ok(points), Some(by), Some(reason), Ok(on)) =
        (month, line, points, by, reason, on)
    else {
        return Err(errors);
    };
    let mut decided = complaint.clone();
    decided.effects.push(LineEffect {
        line: line.id,
        month,
        points,
        taken: new.taken,
        by,
        reason,
        on,
    });
    let mut draft = Draft::new(book, Action::DecideEffect);
    draft.put(Key::Complaint(id), decided);
    Ok(draft.finish())
}

/// Points above zero and not above the line's most; nothing off is zero points.
fn points(new: &NewEffect, max: Option<Decimal>) -> Result<Decimal, EntryError> {
    if !new.taken {
        return Ok(Decimal::ZERO);
    }
    let points = entry::number(&new.points)?;
    match max {
        _ if points.is_zero() => Err(EntryError::Required),
        Some(max) if points > max => Err(EntryError::Above(max)),
        _ => Ok(points),
    }
}
