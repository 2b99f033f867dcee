//! How tasks stand, are found, filtered and sorted.

use super::*;
use crate::app::Now;
use crate::app::view::arrange::{ColumnFilter, next_order};
use crate::app::workflow::task::TaskField;
use crate::domain::{Day, Decimal, EventId, Official, Origin, ProductId, TaskEvent, TaskEventKind};
use crate::ledger::Key;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn task(due: &str, finished: Option<&str>, completed: i32) -> Assignment {
    Assignment {
        code: None,
        name: Some("Báo cáo mẫu".to_owned()),
        official: Some(OfficialId(1)),
        unit: None,
        product: None,
        coefficient: Decimal::ONE,
        assigned: Decimal::ONE,
        completed: Decimal::from_whole(completed),
        assigned_on: None,
        due: Some(day(due)),
        finished: finished.map(day),
        origin: Origin::Planned,
        handed_back: None,
        events: Vec::new(),
        note: None,
    }
}

fn model(tasks: Vec<Assignment>) -> Model {
    let mut model = Model {
        now: Now {
            today: day("2026-11-22"),
            ..Now::default()
        },
        ..Model::default()
    };
    let official = Official {
        name: "Người Mẫu Đặng".to_owned(),
        ..Official::default()
    };
    model
        .book
        .put(Key::Official(OfficialId(1)), Some(official.into()));
    for (id, task) in (1..).zip(tasks) {
        model
            .book
            .put(Key::Assignment(AssignmentId(id)), Some(task.into()));
    }
    model
}

#[test]
fn a_task_stands_as_its_dates_say() {
    let today = day("2026-11-22");
    assert_eq!(
        status(&task("2026-11-20", None, 0), today),
        TaskStatus::Overdue(2)
    );
    assert_eq!(
        status(&task("2026-11-20", Some("2026-11-24"), 1), today),
        TaskStatus::Late(4)
    );
    assert_eq!(
        status(&task("2026-11-25", None, 0), today),
        TaskStatus::DueSoon(3)
    );
    assert_eq!(
        status(&task("2026-11-22", None, 0), today),
        TaskStatus::DueSoon(0)
    );
    assert_eq!(
        status(&task("2026-12-20", None, 0), today),
        TaskStatus::InProgress
    );
    assert_eq!(
        status(&task("2026-11-20", Some("2026-11-19"), 1), today),
        TaskStatus::OnTime
    );
}

#[test]
fn counts_and_rows_agree() {
    let model = model(vec![
        task("2026-11-20", None, 0),
        task("2026-11-25", None, 0),
        task("2026-11-20", Some("2026-11-19"), 1),
    ]);
    for (filter, index) in TaskFilter::ALL.into_iter().zip(0..) {
        let list = list(
            &model,
            &TaskQuery {
                filter,
                ..TaskQuery::default()
            },
        );
        assert_eq!(list.shown.rows.len(), list.counts[index], "{filter:?}");
    }
}

#[test]
fn search_ignores_diacritics() {
    let model = model(vec![task("2026-11-20", None, 0)]);
    let find = |words: &str| {
        list(
            &model,
            &TaskQuery {
                words: words.to_owned(),
                ..TaskQuery::default()
            },
        )
        .shown
        .rows
        .len()
    };
    assert_eq!((find("dang"), find("bao cao"), find("khong co")), (1, 1, 0));
}

#[test]
fn missing_deadlines_sort_last() {
    let mut open = task("2026-11-20", None, 0);
    open.due = None;
    let model = model(vec![
        open,
        task("2026-11-25", None, 0),
        task("2026-11-20", None, 0),
    ]);
    let query = TaskQuery {
        arrangement: Arrangement {
            sort: next_order(&[], "deadline", false),
            ..Arrangement::default()
        },
        ..TaskQuery::default()
    };
    assert_eq!(
        list(&model, &query).shown.rows,
        [AssignmentId(3), AssignmentId(2), AssignmentId(1)]
    );
}

#[test]
fn each_gap_has_a_filter_and_nobody_answering_is_one_where_that_is_recorded() {
    let clear = || Assignment {
        product: Some(ProductId(7)),
        ..task("2026-12-20", None, 0)
    };
    let nobody = Assignment {
        official: None,
        due: None,
        ..clear()
    };
    let named_only = task("2026-12-20", None, 0);
    let mut answered = clear();
    answered.events.push(TaskEvent {
        id: EventId(1),
        on: day("2026-11-02"),
        kind: TaskEventKind::Answerable {
            who: "Người Mẫu".to_owned(),
        },
    });
    let counted = |tasks: Vec<Assignment>| {
        let model = model(tasks);
        let list = list(&model, &TaskQuery::default());
        [
            TaskFilter::Unclear,
            TaskFilter::NoPerson,
            TaskFilter::NoWork,
            TaskFilter::NoAnswer,
            TaskFilter::NoTime,
        ]
        .map(|filter| list.count(filter))
    };
    let nowhere = vec![nobody.clone(), named_only.clone(), clear()];
    assert_eq!(counted(nowhere), [2, 1, 1, 3, 1]);
    let somewhere = vec![nobody, named_only, clear(), answered];
    assert_eq!(counted(somewhere), [3, 1, 1, 3, 1]);
}

#[test]
fn the_filters_stand_at_their_own_places() {
    for (place, filter) in TaskFilter::ALL.into_iter().enumerate() {
        assert_eq!(filter as usize, place);
    }
    for (place, standing) in Standing::ALL.into_iter().enumerate() {
        assert_eq!(standing as usize, place);
    }
    for (place, origin) in TaskColumn::ORIGINS.into_iter().enumerate() {
        assert_eq!(origin as usize, place);
    }
}

#[test]
fn groups_by_status_sum_what_is_assigned_and_done_and_count_what_is_late() {
    let model = model(vec![
        task("2026-11-20", None, 0),
        task("2026-11-20", Some("2026-11-19"), 1),
        task("2026-11-20", Some("2026-11-18"), 1),
    ]);
    let query = TaskQuery {
        arrangement: Arrangement {
            group: Some("status".to_owned()),
            ..Arrangement::default()
        },
        ..TaskQuery::default()
    };
    let list = list(&model, &query);
    let sums: Vec<(usize, i128, i128, usize)> = list
        .shown
        .groups
        .iter()
        .map(|group| {
            let total = &group.total;
            let scale = i128::from(Decimal::SCALE);
            let (assigned, completed) = (total.assigned / scale, total.completed / scale);
            (group.count, assigned, completed, total.late)
        })
        .collect();
    assert_eq!(sums, [(1, 1, 0, 1), (2, 2, 2, 0)]);
}

#[test]
fn a_column_offers_what_the_other_filters_leave() {
    let model = model(vec![
        task("2026-11-20", None, 0),
        task("2026-11-20", Some("2026-11-19"), 1),
    ]);
    let mut query = TaskQuery::default();
    let late = ColumnFilter {
        among: BTreeSet::from(["0".to_owned()]),
        ..ColumnFilter::default()
    };
    query.arrangement.set_filter("status", late);
    assert_eq!(list(&model, &query).shown.rows, [AssignmentId(1)]);
    assert_eq!(values(&model, &query, TaskColumn::Status, 50).different, 2);
    let names = values(&model, &query, TaskColumn::Field(TaskField::Name), 50);
    assert_eq!(names.values[0].count, 1);
}

#[test]
fn a_task_is_found_in_its_deadlines_month_and_in_every_month_it_counts_in() {
    let found_in = |model: &Model, task: &Assignment| -> Vec<String> {
        let months = lock::Months::of(&model.book);
        let around = Month::all_of(2026).chain(Month::all_of(2027));
        around
            .filter(|month| in_time(&months, task, *month, true))
            .map(|month| month.to_string())
            .collect()
    };
    let mut model = model(Vec::new());
    let late = task("2026-12-16", None, 0);
    assert_eq!(found_in(&model, &late), ["2026-12", "2027-01"]);
    let long = Assignment {
        assigned_on: Some(day("2026-09-07")),
        ..task("2026-11-27", None, 0)
    };
    assert_eq!(found_in(&model, &long), ["2026-11"]);
    let choice = crate::domain::ReadingChoice {
        reading: "R9".to_owned(),
        option: "by_shares".to_owned(),
        span: Span {
            from: day("2026-01-01"),
            to: None,
        },
        issuer: None,
        document: None,
    };
    let key = Key::Reading(crate::domain::ReadingChoiceId(1));
    assert!(model.book.put(key, Some(choice.into())));
    assert_eq!(found_in(&model, &long), ["2026-09", "2026-10", "2026-11"]);
}
