//! The calendar of deadlines: a month of tasks and milestones by the day they are due.

use chrono::{Datelike as _, Days, Months};

use crate::app::Model;
use crate::app::workflow::task::calendar;
use crate::domain::{Assignment, AssignmentId, Day, Month, TaskEventKind, UnitId};

use super::tasks::{Places, SOON, found, name};

/// What the calendar is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeadlineQuery {
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Words searched in code, name and person.
    pub words: String,
}

/// How a deadline stands, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineMark {
    /// Past and not done.
    Overdue,
    /// Within the next days.
    Soon,
    /// Later.
    Open,
    /// Done, or handed back.
    Done,
}

/// One deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The task.
    pub task: AssignmentId,
    /// The milestone that is due; nothing for the whole.
    pub milestone: Option<String>,
    /// What the task is called.
    pub name: String,
    /// Who leads it.
    pub official: String,
    /// How it stands.
    pub mark: DeadlineMark,
}

/// One day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineDay {
    /// The day.
    pub day: Day,
    /// True when it lies in the month.
    pub inside: bool,
    /// True when it is worked.
    pub working: bool,
    /// True for today.
    pub today: bool,
    /// The most urgent deadlines of the day, at most [`MOST`].
    pub deadlines: Vec<Deadline>,
    /// How many there are.
    pub count: usize,
    /// How many of them are overdue.
    pub overdue: usize,
}

/// A month of deadlines, in whole weeks from Monday.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deadlines {
    /// The days, seven for each week.
    pub days: Vec<DeadlineDay>,
    /// Deadlines of the month itself: all, overdue, due soon.
    pub counts: [usize; 3],
}

/// Deadlines of one day that are told one by one.
pub const MOST: usize = 100;

/// Where a deadline of a day stands: how it is, whose task, which event of it.
type Spot = (DeadlineMark, AssignmentId, Option<usize>);

/// Projects the month looked at.
#[must_use]
pub fn deadlines(model: &Model, query: &DeadlineQuery) -> Deadlines {
    let (book, month, today) = (&model.book, model.month(), model.now.today);
    let (first, last) = span(month);
    let length = usize::try_from((last - first).num_days() + 1).unwrap_or(0);
    let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); length];
    let units = query.unit.map(|unit| book.units_under(unit));
    let places = Places::of(book);
    for (id, task) in book.assignments.iter() {
        let mut due = due_days(task).filter(|(day, _)| first <= *day && *day <= last);
        let Some(nearest) = due.next() else { continue };
        let wanted = units.as_ref().is_none_or(|units| {
            places
                .unit_of(task)
                .is_some_and(|unit| units.contains(&unit))
        }) && found(book, task, &query.words);
        if !wanted {
            continue;
        }
        for (day, event) in std::iter::once(nearest).chain(due) {
            let at = usize::try_from((day - first).num_days()).unwrap_or(0);
            spots[at].push((mark(task, event, day, today), id, event));
        }
    }
    let calendar = calendar(book);
    let mut counts = [0; 3];
    let days = first.iter_days().zip(spots).map(|(day, mut spots)| {
        spots.sort_unstable();
        let of = |mark| spots.iter().filter(|(it, ..)| *it == mark).count();
        let overdue = of(DeadlineMark::Overdue);
        let inside = Month::of(day) == month;
        if inside {
            let soon = of(DeadlineMark::Soon);
            for (count, more) in counts.iter_mut().zip([spots.len(), overdue, soon]) {
                *count += more;
            }
        }
        DeadlineDay {
            day,
            inside,
            working: calendar.is_working(day),
            today: day == today,
            count: spots.len(),
            overdue,
            deadlines: spots
                .into_iter()
                .take(MOST)
                .filter_map(|spot| told(model, spot))
                .collect(),
        }
    });
    let days = days.collect();
    Deadlines { days, counts }
}

/// The whole weeks that hold a month.
fn span(month: Month) -> (Day, Day) {
    let (first, last) = (month.first_day(), month.last_day());
    let before = first.weekday().num_days_from_monday();
    let after = 6 - last.weekday().num_days_from_monday();
    (
        first - Days::new(u64::from(before)),
        last + Days::new(u64::from(after)),
    )
}

/// The deadline in force and those of the milestones, with the place of the event.
pub fn due_days(task: &Assignment) -> impl Iterator<Item = (Day, Option<usize>)> + '_ {
    let milestones = task.events.iter().enumerate();
    let milestones = milestones.filter_map(|(at, event)| match event.kind {
        TaskEventKind::Milestone { due, .. } => Some((due, Some(at))),
        _ => None,
    });
    task.deadline()
        .map(|day| (day, None))
        .into_iter()
        .chain(milestones)
}

/// How a deadline of a task stands: of a milestone, or of the whole.
#[must_use]
pub fn mark(task: &Assignment, event: Option<usize>, due: Day, today: Day) -> DeadlineMark {
    let whole = task.finished.is_some()
        || task.handed_back.is_some()
        || (task.completed >= task.assigned && !task.assigned.is_zero());
    let handed_in = event
        .and_then(|at| task.events.get(at))
        .is_some_and(|it| matches!(it.kind, TaskEventKind::Milestone { done: Some(_), .. }));
    if whole || handed_in {
        DeadlineMark::Done
    } else if due < today {
        DeadlineMark::Overdue
    } else if (due - today).num_days() <= SOON {
        DeadlineMark::Soon
    } else {
        DeadlineMark::Open
    }
}

fn told(model: &Model, (mark, id, event): Spot) -> Option<Deadline> {
    let task = model.book.assignments.get(id)?;
    let milestone = event.and_then(|at| match &task.events.get(at)?.kind {
        TaskEventKind::Milestone { name, .. } => Some(name.clone()),
        _ => None,
    });
    let official = task.official.map(|id| model.book.official_name(id));
    Some(Deadline {
        task: id,
        milestone,
        name: name(&model.book, task),
        official: official.unwrap_or_default().to_owned(),
        mark,
    })
}

/// The day a key leads to from another: arrows by days and weeks, Home and End within the week,
/// Page keys by months; nothing for any other key.
#[must_use]
pub fn moved(day: Day, key: &str) -> Option<Day> {
    let weekday = u64::from(day.weekday().num_days_from_monday());
    match key {
        "ArrowLeft" => day.pred_opt(),
        "ArrowRight" => day.succ_opt(),
        "ArrowUp" => day.checked_sub_days(Days::new(7)),
        "ArrowDown" => day.checked_add_days(Days::new(7)),
        "Home" => day.checked_sub_days(Days::new(weekday)),
        "End" => day.checked_add_days(Days::new(6 - weekday)),
        "PageUp" => day.checked_sub_months(Months::new(1)),
        "PageDown" => day.checked_add_months(Months::new(1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::tests::sample_agency;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn keys_lead_through_weeks_and_months() {
        let from = day("2026-11-20");
        let to = |key| moved(from, key).map(|day| day.to_string());
        assert_eq!(to("ArrowDown").as_deref(), Some("2026-11-27"));
        assert_eq!(to("Home").as_deref(), Some("2026-11-16"));
        assert_eq!(to("End").as_deref(), Some("2026-11-22"));
        assert_eq!(to("PageUp").as_deref(), Some("2026-10-20"));
        assert_eq!(to("x"), None);
    }

    #[test]
    fn a_month_stands_in_whole_weeks_and_counts_what_the_register_counts() {
        let mut model = sample_agency();
        model.now.today = day("2026-11-20");
        model.month = Month::new(2026, 11).ok();
        let shown = deadlines(&model, &DeadlineQuery::default());
        assert_eq!(shown.days.len() % 7, 0);
        assert_eq!(shown.days[0].day, day("2026-10-26"));
        let inside = shown.days.iter().filter(|day| day.inside);
        let tasks = model.book.assignments.iter();
        let due = tasks.flat_map(|(_, task)| {
            let milestones = task.events.iter().filter_map(|event| match event.kind {
                TaskEventKind::Milestone { due, .. } => Some(due),
                _ => None,
            });
            task.deadline().into_iter().chain(milestones)
        });
        let due = due.filter(|due| Some(Month::of(*due)) == model.month);
        let all: usize = inside.map(|day| day.count).sum();
        assert_eq!(all, due.count());
        assert_eq!(shown.counts[0], all);
        let today = shown.days.iter().find(|day| day.today).expect("today");
        assert!(
            today
                .deadlines
                .iter()
                .all(|it| it.mark != DeadlineMark::Overdue)
        );
    }

    #[test]
    fn nobody_finds_what_another_unit_does() {
        let mut model = sample_agency();
        model.now.today = day("2026-11-20");
        let words = "không có ai tên như thế này";
        let query = DeadlineQuery {
            words: words.to_owned(),
            ..DeadlineQuery::default()
        };
        assert_eq!(deadlines(&model, &query).counts, [0; 3]);
    }
}
