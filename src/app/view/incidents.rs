//! The register of incidents, and one of them.

use crate::app::Model;
use crate::app::workflow::effect::EffectOf;
use crate::app::workflow::incident::may_remove;
use crate::domain::{
    AssignmentId, Day, Incident, IncidentId, IncidentReview, LineEffect, OfficialId, UnitId,
};
use crate::ledger::Book;
use crate::rules::Wording;
use crate::text::matches;

use super::complaints::criterion_name;
use super::effect::{EffectView, MayDecide, effects, may_decide};
use super::query::{QuickFilter, RegisterQuery};
use super::tasks;

mod column;

pub use column::{COLUMNS, EXPLAINED, STATES, value};

/// Where an incident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IncidentState {
    /// Not reviewed: it counts nowhere.
    Open,
    /// Confirmed by the competent person.
    Confirmed,
    /// Dismissed.
    Dismissed,
}

impl IncidentState {
    /// The state of a review.
    #[must_use]
    pub fn of(review: Option<&IncidentReview>) -> Self {
        match review {
            None => Self::Open,
            Some(review) if review.confirmed => Self::Confirmed,
            Some(_) => Self::Dismissed,
        }
    }
}

/// What the register is asked for.
pub type IncidentQuery = RegisterQuery<IncidentFilter>;

/// Quick filters of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum IncidentFilter {
    /// All.
    #[default]
    All,
    /// Not reviewed.
    Open,
    /// Confirmed.
    Confirmed,
    /// Confirmed, its effect on a score not decided.
    Undecided,
    /// Dismissed.
    Dismissed,
}

impl QuickFilter for IncidentFilter {
    const ALL: &'static [Self] = &[
        Self::All,
        Self::Open,
        Self::Confirmed,
        Self::Undecided,
        Self::Dismissed,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Undecided => "undecided",
            Self::Dismissed => "dismissed",
        }
    }
}

impl IncidentFilter {
    fn keeps(self, row: &IncidentRow) -> bool {
        match self {
            Self::All => true,
            Self::Open => row.state == IncidentState::Open,
            Self::Confirmed => row.state == IncidentState::Confirmed,
            Self::Undecided => row.undecided,
            Self::Dismissed => row.state == IncidentState::Dismissed,
        }
    }
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentRow {
    /// Which incident.
    pub id: IncidentId,
    /// The day it happened.
    pub on: Day,
    /// What happened.
    pub summary: String,
    /// The person's or the unit's name.
    pub about: String,
    /// The criterion's key.
    pub criterion: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// True when the official has said something about it.
    pub explained: bool,
    /// Where it stands.
    pub state: IncidentState,
    /// True when it is confirmed and nobody decided what follows.
    pub undecided: bool,
}

/// The rows of the register and the counts of the quick filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IncidentList {
    /// Rows in order.
    pub rows: Vec<IncidentRow>,
    /// How many each quick filter would leave, in the order of [`IncidentFilter::ALL`].
    pub counts: [usize; 5],
    /// True when the whole register is empty.
    pub nothing: bool,
}

/// Projects the register, the latest first.
#[must_use]
pub fn list(model: &Model, query: &IncidentQuery) -> IncidentList {
    let book = &model.book;
    let units = query.unit.map(|unit| book.units_under(unit));
    let mut list = IncidentList {
        nothing: book.incidents.is_empty(),
        ..IncidentList::default()
    };
    for (id, incident) in book.incidents.iter() {
        let inside = units
            .as_ref()
            .is_none_or(|units| unit_of(book, incident).is_some_and(|unit| units.contains(&unit)));
        let of_kind = query.criterion.is_empty() || incident.criterion == query.criterion;
        let row = row(book, id, incident);
        if !inside || !of_kind || !found(&row, incident, &query.words) {
            continue;
        }
        for (count, filter) in list.counts.iter_mut().zip(IncidentFilter::ALL) {
            *count += usize::from(filter.keeps(&row));
        }
        if query.filter.keeps(&row) {
            list.rows.push(row);
        }
    }
    latest_first(&mut list.rows);
    list
}

/// The unit an incident is about: its own, else the person's on that day.
#[must_use]
pub fn unit_of(book: &Book, incident: &Incident) -> Option<UnitId> {
    let place = || {
        let held = book.position_on(incident.official?, incident.on);
        held.map(|(_, position)| position.unit)
    };
    incident.unit.or_else(place)
}

fn found(row: &IncidentRow, incident: &Incident, words: &str) -> bool {
    let evidence = incident.evidence.as_deref().unwrap_or_default();
    words.trim().is_empty()
        || [&*row.summary, &*row.about, &*row.recorded_by, evidence]
            .into_iter()
            .any(|text| matches(words, text))
}

fn row(book: &Book, id: IncidentId, incident: &Incident) -> IncidentRow {
    let unit = || {
        let unit = incident.unit.and_then(|unit| book.units.get(unit));
        unit.map(|unit| unit.name.clone()).unwrap_or_default()
    };
    let about = incident
        .official
        .map_or_else(unit, |official| book.official_name(official).to_owned());
    let confirmed = incident.is_confirmed();
    IncidentRow {
        id,
        on: incident.on,
        summary: incident.summary.clone(),
        about,
        criterion: incident.criterion.clone(),
        recorded_by: incident.recorded_by.clone(),
        explained: incident.explanation.is_some(),
        state: IncidentState::of(incident.review()),
        undecided: confirmed && incident.official.is_some() && incident.effects.is_empty(),
    }
}

fn latest_first(rows: &mut [IncidentRow]) {
    rows.sort_by_key(|row| std::cmp::Reverse((row.on, row.id)));
}

/// One incident with everything around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentView {
    /// As in the register.
    pub row: IncidentRow,
    /// The record.
    pub incident: Incident,
    /// The criterion in its own words.
    pub criterion: Option<Wording>,
    /// The person's name.
    pub official: Option<String>,
    /// The unit it is about.
    pub unit: Option<String>,
    /// The task it is about.
    pub task: Option<(AssignmentId, String)>,
    /// Decisions on its effect, in order.
    pub effects: Vec<EffectView>,
    /// Whether an effect may be decided.
    pub may_decide: MayDecide,
    /// True while nothing rests on it, so that it may be removed.
    pub fresh: bool,
}

/// Projects one incident; nothing when there is none of this number.
#[must_use]
pub fn detail(model: &Model, id: IncidentId) -> Option<IncidentView> {
    let book = &model.book;
    let incident = book.incidents.get(id)?;
    let unit = incident.unit.and_then(|unit| book.units.get(unit));
    let task = incident.assignment.and_then(|task| {
        let record = book.assignments.get(task)?;
        Some((task, tasks::name(book, record)))
    });
    let may_decide = may_decide(book, EffectOf::Incident(id))?;
    let in_force: Vec<&LineEffect> = incident.effects_in_force().collect();
    let official = incident.official;
    Some(IncidentView {
        row: row(book, id, incident),
        criterion: criterion_name(&incident.criterion),
        official: official.map(|official| book.official_name(official).to_owned()),
        unit: unit.map(|unit| unit.name.clone()),
        task,
        effects: effects(
            book,
            &incident.effects,
            &in_force,
            may_decide == MayDecide::Yes,
        ),
        may_decide,
        fresh: may_remove(incident),
        incident: incident.clone(),
    })
}

/// The incidents about one official, latest first.
#[must_use]
pub fn about(model: &Model, official: OfficialId) -> Vec<IncidentRow> {
    let own = model.book.incidents.of(official);
    let mut rows: Vec<IncidentRow> = own
        .map(|(id, incident)| row(&model.book, id, incident))
        .collect();
    latest_first(&mut rows);
    rows
}

#[cfg(test)]
mod tests;
