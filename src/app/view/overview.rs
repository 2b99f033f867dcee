//! What must be done now, and how the agency stands.

use crate::app::Model;
use crate::domain::{Class, Classification, ComplaintState, Day, UnitId};
use crate::engine::ScoreState;

use super::officials::scored_period;
use super::tasks::{TaskFilter, TaskQuery, TaskStatus, list, status};

/// The overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewView {
    /// Today.
    pub today: Day,
    /// Days until the year's classes are due, by the rules in force.
    pub days_left: Option<i64>,
    /// Tasks past their deadline.
    pub overdue: usize,
    /// Tasks due within three days.
    pub due_soon: usize,
    /// Tasks without person, work or deadline.
    pub unclear: usize,
    /// Officials whose month or quarter has no total yet.
    pub unscored: usize,
    /// Officials with a position in it.
    pub officials: usize,
    /// Complaints not concluded yet.
    pub open_complaints: usize,
    /// People rated Xuất sắc beyond the cap of the organisation, and how many are allowed.
    pub over_cap: Option<(u32, u32)>,
    /// How many stand at each class of the year, best first, then not classified or unknown.
    pub classes: [usize; 5],
    /// Means of the year by tens of points, from 0 to 90 and above.
    pub distribution: [usize; 10],
    /// Late tasks by unit and month of the year.
    pub lateness: Vec<(UnitId, String, [usize; 12])>,
    /// True when nothing is recorded yet.
    pub empty: bool,
}

/// Projects the overview.
#[must_use]
pub fn overview(model: &Model) -> OverviewView {
    let month = model.month();
    let period = scored_period(month, model.book.agency.tracking);
    let tasks = list(model, &TaskQuery::default());
    let count = |filter: TaskFilter| tasks.count(filter);
    let here: Vec<_> = model
        .book
        .officials
        .iter()
        .filter(|(id, _)| model.book.position_in(*id, period).is_some())
        .collect();
    let scored = |id| {
        model
            .scores
            .score(id, period)
            .is_some_and(|score| score.total.is_some() || matches!(score.state, ScoreState::Away))
    };
    let open = model.book.complaints.iter().filter(|(_, complaint)| {
        !matches!(
            complaint.state(),
            ComplaintState::Concluded(_)
                | ComplaintState::Closed
                | ComplaintState::Refused
                | ComplaintState::Linked(_)
                | ComplaintState::Forwarded
        )
    });
    let cap = model
        .scores
        .cap(&model.book, crate::app::law(), month.year());
    OverviewView {
        today: model.now.today,
        days_left: days_left(model),
        overdue: count(TaskFilter::Overdue),
        due_soon: count(TaskFilter::DueSoon),
        unclear: count(TaskFilter::Unclear),
        unscored: here.iter().filter(|(id, _)| !scored(*id)).count(),
        officials: here.len(),
        open_complaints: open.count(),
        over_cap: cap.map(|cap| (cap.organisation.over, cap.organisation.allowed)),
        classes: classes(model),
        distribution: distribution(model),
        lateness: lateness(model),
        empty: model.book.officials.is_empty(),
    }
}

fn days_left(model: &Model) -> Option<i64> {
    let year = model.month().year();
    let rules = crate::app::law().for_year(year).ok()?;
    let named = rules.procedure.evaluation.named_day(year);
    Some((named - model.now.today).num_days())
}

fn classes(model: &Model) -> [usize; 5] {
    let mut counts = [0; 5];
    for (_, year) in model.scores.year_scores(model.month().year()) {
        let place = match year.standing() {
            Classification::Class(class) => Class::ALL
                .iter()
                .position(|other| *other == class)
                .unwrap_or(4),
            Classification::Unclassified | Classification::None => 4,
        };
        counts[place] += 1;
    }
    counts
}

fn distribution(model: &Model) -> [usize; 10] {
    let mut counts = [0; 10];
    let means = model
        .scores
        .year_scores(model.month().year())
        .filter_map(|(_, year)| year.mean.clone());
    for mean in means {
        let tens = usize::try_from(mean.floor() / 10).unwrap_or(0).min(9);
        counts[tens] += 1;
    }
    counts
}

fn lateness(model: &Model) -> Vec<(UnitId, String, [usize; 12])> {
    let year = model.month().year();
    let mut rows: Vec<_> = model
        .book
        .units
        .iter()
        .map(|(id, unit)| (id, unit.name.clone(), [0; 12]))
        .collect();
    for (_, task) in model.book.assignments.iter() {
        let late = matches!(
            status(task, model.now.today),
            TaskStatus::Late(_) | TaskStatus::LateOccurrences(_) | TaskStatus::Overdue(_)
        );
        let Some(day) = task.deadline().filter(|_| late) else {
            continue;
        };
        let month = crate::domain::Month::of(day);
        let place = task
            .official
            .and_then(|official| model.book.position_on(official, day))
            .map(|(_, position)| position.unit);
        let row = rows.iter_mut().find(|(id, _, _)| Some(*id) == place);
        if let Some((_, _, months)) = row.filter(|_| month.year() == year) {
            months[usize::from(month.number()) - 1] += 1;
        }
    }
    rows.retain(|(_, _, months)| months.iter().any(|count| *count > 0));
    rows
}
