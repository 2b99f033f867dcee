//! A person's decision on what a complaint found right, or an incident confirmed, takes off a
//! line of the general criteria.
//!
//! Nothing follows from a conclusion by itself: the decree has no tariff inside the thirty
//! points, so line, month, points, reason and who decided are all recorded.

use crate::app::law;
use crate::app::view::officials::scored_period;
use crate::domain::{
    ComplaintId, Day, Decimal, Grade, IncidentId, LineEffect, LineId, LocalRulesId, Month,
    OfficialId,
};
use crate::engine::criteria_in;
use crate::ledger::{Action, Book, Draft, Key, Operation, Record};
use crate::rules::CriteriaLine;

use super::entry::{self, EntryError, day_between};
use super::lock;

/// What an effect rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffectOf {
    /// A complaint.
    Complaint(ComplaintId),
    /// An incident.
    Incident(IncidentId),
}

impl EffectOf {
    /// The record.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Complaint(id) => Key::Complaint(id),
            Self::Incident(id) => Key::Incident(id),
        }
    }
}

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

/// The lines of the general criteria by which the period of a month is scored, in printed
/// order: worded and weighed by the local rules in force, else as the decree has them.
#[must_use]
pub fn lines_on(book: &Book, month: Month) -> Vec<CriteriaLine> {
    let period = scored_period(month, book.agency.tracking);
    let sections = criteria_in(book, law(), period).into_iter();
    sections.flat_map(|section| section.lines).collect()
}

/// What an effect may rest on: whom it is about, and since when it is found right or confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footing {
    /// Whom it is about.
    pub official: OfficialId,
    /// Day of the conclusion or of the review.
    pub since: Day,
}

/// What an effect of a record rests on; nothing while it is not found right, is linked to
/// another one, or is about nobody in person.
#[must_use]
pub fn footing(book: &Book, of: EffectOf) -> Option<Footing> {
    let (official, since) = match of {
        EffectOf::Complaint(id) => {
            let complaint = book.complaints.get(id)?;
            let (_, since) = complaint
                .conclusion()
                .filter(|_| complaint.is_found_right())?;
            (complaint.official?, since)
        }
        EffectOf::Incident(id) => {
            let incident = book.incidents.get(id)?;
            let review = incident.review().filter(|review| review.confirmed)?;
            (incident.official?, review.on)
        }
    };
    Some(Footing { official, since })
}

/// Points proposed to take off; never a decree's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// Points.
    pub points: Decimal,
    /// L for a local tariff, P for the program's own proposal.
    pub grade: Grade,
    /// The local set it comes from.
    pub set: Option<LocalRulesId>,
}

/// The points a tariff proposes for a record and a month: the local one in force at the month's
/// end, else the shipped proposal; nothing while it may not count.
#[must_use]
pub fn proposal(book: &Book, of: EffectOf, month: Month) -> Option<Proposal> {
    footing(book, of)?;
    let local = book.local_rules_on(month.last_day());
    let (own, shipped) = match of {
        EffectOf::Complaint(id) => {
            let (conclusion, _) = book.complaints.get(id)?.conclusion()?;
            let own = local.and_then(|(set, rules)| {
                let mut tariffs = rules.conclusions.iter();
                let (_, points) = tariffs.find(|(other, _)| *other == conclusion)?;
                Some((set, *points))
            });
            let shipped = law().complaint.tariff(conclusion);
            (own, shipped.map(|it| (it.points, it.basis.grade)))
        }
        EffectOf::Incident(id) => {
            let criterion = &book.incidents.get(id)?.criterion;
            let own = local.and_then(|(set, rules)| {
                let mut tariffs = rules.tariffs.iter();
                let tariff = tariffs.find(|tariff| tariff.criterion == *criterion)?;
                Some((set, tariff.proposed?))
            });
            let shipped = law().complaint.incident_tariff();
            (own, shipped.map(|it| (it.points, it.basis.grade)))
        }
    };
    match (own, shipped) {
        (Some((set, points)), _) => Some(Proposal {
            points,
            grade: Grade::Local,
            set: Some(set),
        }),
        (None, Some((points, grade))) => Some(Proposal {
            points,
            grade,
            set: None,
        }),
        (None, None) => None,
    }
}

/// Drafts a decision; a later one on the same line and month replaces it and keeps it in view.
///
/// # Errors
/// All fields that were not taken. [`EntryError::NoSuchStep`] on the line while the record has
/// no [`footing`].
pub fn decide(
    book: &Book,
    of: EffectOf,
    new: &NewEffect,
    today: Day,
) -> Result<Operation, Vec<(EffectField, EntryError)>> {
    if !book.contains(of.key()) {
        return Err(vec![(EffectField::Line, EntryError::Gone)]);
    }
    let Some(footing) = footing(book, of) else {
        return Err(vec![(EffectField::Line, EntryError::NoSuchStep)]);
    };
    let mut errors = Vec::new();
    let bearing = bearing(book, footing, new).map_err(|found| errors.extend(found));
    let (by, reason) = (entry::text(&new.by), entry::text(&new.reason));
    if by.is_none() {
        errors.push((EffectField::By, EntryError::Required));
    }
    if reason.is_none() {
        errors.push((EffectField::Reason, EntryError::Required));
    }
    let year = Month::of(today).year();
    let on = day_between(&new.on, Some(footing.since), today, year)
        .map_err(|error| errors.push((EffectField::On, error)));
    let (Ok(bearing), Some(by), Some(reason), Ok(on)) = (bearing, by, reason, on) else {
        return Err(errors);
    };
    Ok(draft(book, of, bearing, (by, reason, on)))
}

/// The decision as far as it changes a score, for a look beforehand; nothing while line, month
/// or points are not taken.
#[must_use]
pub fn trial(book: &Book, of: EffectOf, new: &NewEffect) -> Option<Operation> {
    let footing = footing(book, of)?;
    let bearing = bearing(book, footing, new).ok()?;
    let unsaid = (String::new(), String::new(), footing.since);
    Some(draft(book, of, bearing, unsaid))
}

/// Where and how much.
type Bearing = (LineId, Month, Decimal, bool);

fn bearing(
    book: &Book,
    footing: Footing,
    new: &NewEffect,
) -> Result<Bearing, Vec<(EffectField, EntryError)>> {
    let mut errors = Vec::new();
    let month = new.month.ok_or(EntryError::Required).and_then(|month| {
        let locked = lock::locked(book, footing.official, month);
        locked.map_or(Ok(month), |period| Err(EntryError::Locked(period)))
    });
    let month = month.map_err(|error| errors.push((EffectField::Month, error)));
    let line = new.line.ok_or(EntryError::Required).and_then(|line| {
        let lines = new.month.map(|month| lines_on(book, month));
        let mut lines = lines.into_iter().flatten();
        let known = lines.find(|rule| rule.id == line);
        known.ok_or(EntryError::NoSuchStep)
    });
    let line = line.map_err(|error| errors.push((EffectField::Line, error)));
    let points = points(new, line.as_ref().ok().map(|rule| rule.max))
        .map_err(|error| errors.push((EffectField::Points, error)));
    match (line, month, points) {
        (Ok(line), Ok(month), Ok(points)) => Ok((line.id, month, points, new.taken)),
        _ => Err(errors),
    }
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

fn draft(
    book: &Book,
    of: EffectOf,
    (line, month, points, taken): Bearing,
    (by, reason, on): (String, String, Day),
) -> Operation {
    let effect = LineEffect {
        line,
        month,
        points,
        taken,
        by,
        reason,
        on,
    };
    let mut draft = Draft::new(book, Action::DecideEffect);
    match book.get(of.key()) {
        Some(Record::Complaint(mut complaint)) => {
            complaint.effects.push(effect);
            draft.put(of.key(), complaint);
        }
        Some(Record::Incident(mut incident)) => {
            incident.effects.push(effect);
            draft.put(of.key(), incident);
        }
        _ => {}
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
