//! All officials in office order, and one official with their months.

use crate::app::Model;
use crate::app::view::arrange::{ColumnSpec, ColumnType, Value};
use crate::app::workflow::official::shown_position;
use crate::domain::{
    Absence, AbsenceId, Class, Classification, ComplaintId, ComplaintState, Day, Decimal, Exact,
    GroupId, Month, Official, OfficialId, Period, PositionId, Role, Tracking, UnitId,
};
use crate::engine::ScoreState;
use crate::text::{matches, name_sort_key};

use super::incidents::IncidentRow;

/// One official of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialRow {
    /// Who.
    pub id: OfficialId,
    /// Name.
    pub name: String,
    /// Staff code.
    pub code: Option<String>,
    /// Title of the position held in the month looked at, else the last one.
    pub title: String,
    /// Unit of that position.
    pub unit: String,
    /// Role of that position.
    pub role: Option<Role>,
    /// Group of similar duties.
    pub group: String,
    /// First day of that position.
    pub from: Option<Day>,
    /// Day of birth.
    pub born: Option<Day>,
    /// Note.
    pub note: String,
    /// Total of the month or quarter looked at.
    pub total: Option<Exact>,
    /// Its class.
    pub class: Option<Class>,
    /// Mean of the year so far.
    pub mean: Option<Exact>,
    /// What the year stands at.
    pub year: Classification,
}

/// The period that is scored around a month: the month, or its quarter.
#[must_use]
pub const fn scored_period(month: Month, tracking: Tracking) -> Period {
    match tracking {
        Tracking::Monthly => Period::Month(month),
        Tracking::Quarterly => Period::quarter_of(month),
    }
}

/// The officials found, in office order.
#[must_use]
pub fn list(model: &Model, words: &str, unit: Option<UnitId>) -> Vec<OfficialRow> {
    let units = unit.map(|unit| model.book.units_under(unit));
    let mut rows: Vec<OfficialRow> = model
        .book
        .officials
        .iter()
        .filter(|(id, official)| {
            let place = position(model, *id).map(|(_, position)| position.unit);
            let inside = units
                .as_ref()
                .is_none_or(|units| place.is_some_and(|place| units.contains(&place)));
            let code = official.code.as_deref().unwrap_or_default();
            inside
                && (words.trim().is_empty()
                    || matches(words, &official.name)
                    || matches(words, code))
        })
        .map(|(id, _)| row(model, id))
        .collect();
    rows.sort_by_cached_key(|row| (name_sort_key(&row.name), row.id));
    rows
}

fn position(
    model: &Model,
    id: OfficialId,
) -> Option<(crate::domain::PositionId, &crate::domain::Position)> {
    shown_position(&model.book, id, model.month())
}

/// One official of the list.
#[must_use]
pub fn row(model: &Model, id: OfficialId) -> OfficialRow {
    let month = model.month();
    let position = position(model, id).map(|(_, position)| position);
    let score = model
        .scores
        .score(id, scored_period(month, model.book.agency.tracking));
    let year = model.scores.year(id, month.year());
    let record = model.book.officials.get(id);
    OfficialRow {
        id,
        name: model.book.official_name(id).to_owned(),
        code: record.and_then(|official| official.code.clone()),
        from: position.map(|position| position.span.from),
        born: record.and_then(|official| official.born),
        note: record
            .and_then(|official| official.note.clone())
            .unwrap_or_default(),
        title: position
            .map(|position| position.title.clone())
            .unwrap_or_default(),
        unit: position
            .and_then(|position| model.book.units.get(position.unit))
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        role: position.map(|position| position.role),
        group: position
            .and_then(|position| model.book.groups.get(position.group?))
            .map(|group| group.name.clone())
            .unwrap_or_default(),
        total: score.and_then(|score| score.total.clone()),
        class: score.and_then(|score| score.class),
        mean: year.and_then(|year| year.mean.clone()),
        year: year.map_or(Classification::None, crate::engine::YearScore::standing),
    }
}

/// The columns of the list.
pub const COLUMNS: [ColumnSpec; 12] = [
    ColumnSpec::new("name", ColumnType::Name),
    ColumnSpec::new("code", ColumnType::Text),
    ColumnSpec::new("title", ColumnType::Text),
    ColumnSpec::new("unit", ColumnType::Text),
    ColumnSpec::new("role", ColumnType::Choice).hidden(),
    ColumnSpec::new("group", ColumnType::Text),
    ColumnSpec::new("from", ColumnType::Day).hidden(),
    ColumnSpec::new("born", ColumnType::Day).hidden(),
    ColumnSpec::new("total", ColumnType::Number),
    ColumnSpec::new("mean", ColumnType::Number),
    ColumnSpec::new("class", ColumnType::Choice),
    ColumnSpec::new("note", ColumnType::Text).hidden(),
];

/// What the year can be answered with; their places are the numbers filters keep.
pub const ANSWERS: [Classification; 6] = [
    Classification::Class(Class::Excellent),
    Classification::Class(Class::Good),
    Classification::Class(Class::Completed),
    Classification::Class(Class::NotCompleted),
    Classification::Unclassified,
    Classification::None,
];

/// The roles; their places are the numbers filters keep.
pub const ROLES: [Role; 4] = [Role::Head, Role::Deputy, Role::Staff, Role::Support];

/// What an official holds in the column at a place among [`COLUMNS`].
#[must_use]
pub fn value(row: &OfficialRow, column: usize) -> Value<'_> {
    let points = |points: &Option<Exact>| {
        points.as_ref().map_or(Value::Empty, |points| {
            Value::Number(points.times(&Exact::whole(Decimal::SCALE)).floor())
        })
    };
    match COLUMNS.get(column).map(|column| column.key) {
        Some("name") => Value::text(&row.name),
        Some("code") => Value::text(row.code.as_deref().unwrap_or_default()),
        Some("title") => Value::text(&row.title),
        Some("unit") => Value::text(&row.unit),
        Some("role") => row
            .role
            .map_or(Value::Empty, |role| Value::Choice(role as u16, 0)),
        Some("group") => Value::text(&row.group),
        Some("from") => Value::day(row.from),
        Some("born") => Value::day(row.born),
        Some("note") => Value::text(&row.note),
        Some("total") => points(&row.total),
        Some("mean") => points(&row.mean),
        Some("class") => {
            let place = ANSWERS.iter().position(|answer| *answer == row.year);
            let place = place.and_then(|place| u16::try_from(place).ok());
            place.map_or(Value::Empty, |place| Value::Choice(place, 0))
        }
        _ => Value::Empty,
    }
}

/// One month or quarter of an official's strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPart {
    /// Which.
    pub period: Period,
    /// Its total.
    pub total: Option<Exact>,
    /// Its class.
    pub class: Option<Class>,
    /// What the score is.
    pub state: Option<ScoreState>,
    /// True when it is confirmed.
    pub locked: bool,
}

/// One position held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPosition {
    /// Which.
    pub id: PositionId,
    /// Group of similar duties.
    pub group: Option<GroupId>,
    /// The unit's record.
    pub place: UnitId,
    /// Title.
    pub title: String,
    /// Unit.
    pub unit: String,
    /// Role.
    pub role: Role,
    /// When.
    pub span: crate::domain::Span,
}

/// One official with what the book holds about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialView {
    /// As in the list.
    pub row: OfficialRow,
    /// The year's months or quarters.
    pub strip: Vec<StripPart>,
    /// Positions, latest first.
    pub positions: Vec<HeldPosition>,
    /// Absences with their days.
    pub absences: Vec<(AbsenceId, Absence)>,
    /// The record.
    pub record: Official,
    /// Tasks of the year: all, finished late, overdue.
    pub tasks: (usize, usize, usize),
    /// Complaints about them: all, concluded as right.
    pub complaints: (usize, usize),
    /// Those complaints, latest first: which, number, day of receipt, state.
    pub about: Vec<(ComplaintId, String, Day, ComplaintState)>,
    /// Incidents about them, latest first.
    pub incidents: Vec<IncidentRow>,
    /// Disciplinary decisions.
    pub disciplines: usize,
}

/// Projects one official; nothing when there is none of this number.
#[must_use]
pub fn official(model: &Model, id: OfficialId) -> Option<OfficialView> {
    let record = model.book.officials.get(id)?.clone();
    let year = model.month().year();
    let periods: Vec<Period> = match model.book.agency.tracking {
        Tracking::Monthly => Month::all_of(year).map(Period::Month).collect(),
        Tracking::Quarterly => (1..=4)
            .map(|number| Period::Quarter { year, number })
            .collect(),
    };
    let held = model
        .book
        .positions_of(id)
        .into_iter()
        .rev()
        .map(|(id, position)| HeldPosition {
            id,
            group: position.group,
            place: position.unit,
            title: position.title.clone(),
            unit: model
                .book
                .units
                .get(position.unit)
                .map(|unit| unit.name.clone())
                .unwrap_or_default(),
            role: position.role,
            span: position.span,
        });
    let about = model.book.complaints.of(id);
    let complaints = about.fold((0, 0), |(all, right), (_, complaint)| {
        (all + 1, right + usize::from(complaint.is_found_right()))
    });
    Some(OfficialView {
        row: row(model, id),
        record,
        strip: periods
            .into_iter()
            .map(|period| part(model, id, period))
            .collect(),
        positions: held.collect(),
        absences: model
            .book
            .absences
            .of(id)
            .map(|(id, absence)| (id, absence.clone()))
            .collect(),
        tasks: tasks(model, id, year),
        complaints,
        about: complaints_about(model, id),
        incidents: super::incidents::about(model, id),
        disciplines: model.book.disciplines.of(id).count(),
    })
}

fn complaints_about(
    model: &Model,
    id: OfficialId,
) -> Vec<(ComplaintId, String, Day, ComplaintState)> {
    let about = model.book.complaints.of(id);
    let mut about: Vec<_> = about
        .map(|(id, it)| (id, it.number.clone(), it.received, it.state()))
        .collect();
    about.sort_by_key(|(id, _, received, _)| std::cmp::Reverse((*received, *id)));
    about
}

fn part(model: &Model, id: OfficialId, period: Period) -> StripPart {
    let score = model.scores.score(id, period);
    let confirmed = model.book.confirmations.get((id, period));
    StripPart {
        period,
        total: score.and_then(|score| score.total.clone()),
        class: score.and_then(|score| score.class),
        state: score.map(|score| score.state),
        locked: confirmed.is_some_and(|confirmation| confirmation.unlocked.is_none()),
    }
}

fn tasks(model: &Model, id: OfficialId, year: u16) -> (usize, usize, usize) {
    use super::tasks::{TaskStatus, status};
    let months = crate::app::workflow::lock::Months::of(&model.book);
    let own = model.book.assignments.of(id).filter(|(_, task)| {
        let mut counted = months.of_task(task);
        counted.any(|month| month.year() == year)
    });
    own.fold((0, 0, 0), |(all, late, overdue), (_, task)| {
        let status = status(task, model.now.today);
        let is_late = matches!(status, TaskStatus::Late(_) | TaskStatus::LateOccurrences(_));
        (
            all + 1,
            late + usize::from(is_late),
            overdue + usize::from(matches!(status, TaskStatus::Overdue(_))),
        )
    })
}
