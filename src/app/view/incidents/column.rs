//! The columns of the register of incidents and what each holds.

use crate::app::view::arrange::{ColumnSpec, ColumnType, Value};
use crate::app::view::complaints::criterion_place;

use super::{IncidentRow, IncidentState};

/// The columns of the register.
pub const COLUMNS: [ColumnSpec; 7] = [
    ColumnSpec::new("on", ColumnType::Day),
    ColumnSpec::new("summary", ColumnType::Text),
    ColumnSpec::new("about", ColumnType::Name),
    ColumnSpec::new("criterion", ColumnType::Choice),
    ColumnSpec::new("recorded_by", ColumnType::Name),
    ColumnSpec::new("explained", ColumnType::Choice),
    ColumnSpec::new("state", ColumnType::Choice),
];

/// Where an incident may stand; the places are the numbers filters keep.
pub const STATES: [IncidentState; 3] = [
    IncidentState::Open,
    IncidentState::Confirmed,
    IncidentState::Dismissed,
];

/// Whether the official has said something; the places are the numbers filters keep.
pub const EXPLAINED: [bool; 2] = [false, true];

/// What an incident holds in the column at a place among [`COLUMNS`].
#[must_use]
pub fn value(row: &IncidentRow, column: usize) -> Value<'_> {
    let place = match COLUMNS.get(column).map(|column| column.key) {
        Some("on") => return Value::Day(row.on),
        Some("summary") => return Value::text(&row.summary),
        Some("about") => return Value::text(&row.about),
        Some("recorded_by") => return Value::text(&row.recorded_by),
        Some("criterion") => criterion_place(&row.criterion),
        Some("explained") => EXPLAINED.iter().position(|it| *it == row.explained),
        Some("state") => STATES.iter().position(|state| *state == row.state),
        _ => None,
    };
    Value::choice(place)
}
