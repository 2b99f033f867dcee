//! The columns of the register of complaints and what each holds.

use crate::app::law;
use crate::app::view::arrange::{ColumnSpec, ColumnType, Value};
use crate::domain::{ComplaintId, ComplaintState, Conclusion};
use crate::rules::Wording;

use super::{ClockState, ComplaintRow};

/// The columns of the register.
pub const COLUMNS: [ColumnSpec; 9] = [
    ColumnSpec::new("number", ColumnType::Text),
    ColumnSpec::new("received", ColumnType::Day),
    ColumnSpec::new("summary", ColumnType::Text),
    ColumnSpec::new("about", ColumnType::Name),
    ColumnSpec::new("unit", ColumnType::Text).hidden(),
    ColumnSpec::new("criterion", ColumnType::Choice),
    ColumnSpec::new("procedure", ColumnType::Choice),
    ColumnSpec::new("clock", ColumnType::Choice),
    ColumnSpec::new("state", ColumnType::Choice),
];

/// The states a complaint may be in; their places are the numbers filters keep. Which other one a
/// complaint is linked to makes no difference.
pub const STATES: [ComplaintState; 13] = [
    ComplaintState::Received,
    ComplaintState::Accepted,
    ComplaintState::Verifying,
    ComplaintState::Extended,
    ComplaintState::Concluded(Conclusion::Substantiated),
    ComplaintState::Concluded(Conclusion::PartlySubstantiated),
    ComplaintState::Concluded(Conclusion::Unfounded),
    ComplaintState::Concluded(Conclusion::Withdrawn),
    ComplaintState::Concluded(Conclusion::NotEstablished),
    ComplaintState::Closed,
    ComplaintState::Refused,
    ComplaintState::Forwarded,
    ComplaintState::Linked(ComplaintId(0)),
];

/// How a time limit stands, its days aside: what the column is filtered and grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockKind {
    /// Past its last day and still running.
    Overdue,
    /// Its last day is near.
    Soon,
    /// Days are left.
    Running,
    /// Ended late.
    Late,
    /// Ended in time.
    Met,
    /// Has not started.
    NotStarted,
}

impl ClockKind {
    /// All of them; their places are the numbers filters keep.
    pub const ALL: [Self; 6] = [
        Self::Overdue,
        Self::Soon,
        Self::Running,
        Self::Late,
        Self::Met,
        Self::NotStarted,
    ];
}

/// The criterion or subject at a place: those of the directive, then the subjects.
#[must_use]
pub fn criterion_at(place: usize) -> Option<(String, Wording)> {
    let found = all_criteria().nth(place);
    found.map(|basis| (basis.key.clone(), basis.name.clone()))
}

/// The place of a criterion or subject among them.
#[must_use]
pub fn criterion_place(key: &str) -> Option<usize> {
    all_criteria().position(|basis| basis.key == key)
}

fn all_criteria() -> impl Iterator<Item = &'static crate::rules::Basis> {
    let directive = law().directive.iter().map(|criterion| &*criterion.basis);
    let subjects = law().complaint.subjects.iter();
    directive.chain(subjects.map(|subject| &*subject.basis))
}

/// The kind of procedure at a place.
#[must_use]
pub fn procedure_at(place: usize) -> Option<Wording> {
    let found = law().complaint.procedures.get(place);
    found.map(|procedure| procedure.basis.name.clone())
}

/// What a complaint holds in the column at a place among [`COLUMNS`].
#[must_use]
pub fn value(row: &ComplaintRow, column: usize) -> Value<'_> {
    match COLUMNS.get(column).map(|column| column.key) {
        Some("number") => Value::text(&row.number),
        Some("received") => Value::Day(row.received),
        Some("summary") => Value::text(&row.summary),
        Some("about") => Value::text(&row.about),
        Some("unit") => Value::text(&row.unit),
        Some("criterion") => Value::choice(row.criterion.as_deref().and_then(criterion_place)),
        Some("procedure") => Value::choice(row.procedure_key.as_ref().and_then(|key| {
            let mut all = law().complaint.procedures.iter();
            all.position(|procedure| procedure.basis.key == *key)
        })),
        Some("clock") => clock(row.clock),
        Some("state") => Value::choice(STATES.iter().position(|state| {
            let linked = |state: ComplaintState| matches!(state, ComplaintState::Linked(_));
            *state == row.state || linked(*state) && linked(row.state)
        })),
        _ => Value::Empty,
    }
}

fn clock(state: ClockState) -> Value<'static> {
    let (kind, days) = match state {
        ClockState::Overdue(days) => (ClockKind::Overdue, days),
        ClockState::Soon(days) => (ClockKind::Soon, days),
        ClockState::Running(days) => (ClockKind::Running, days),
        ClockState::Late(days) => (ClockKind::Late, days),
        ClockState::Met => (ClockKind::Met, 0),
        ClockState::NotStarted => (ClockKind::NotStarted, 0),
        ClockState::None => return Value::Empty,
    };
    Value::Choice(kind as u16, days)
}
