//! How tasks stand, are found, filtered and sorted.

use super::*;
use crate::app::Now;
use crate::domain::{Decimal, Official, Origin};
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
        assert_eq!(list.rows.len(), list.counts[index], "{filter:?}");
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
        sort: Some((TaskColumn::Deadline, false)),
        ..TaskQuery::default()
    };
    assert_eq!(
        list(&model, &query).rows,
        [AssignmentId(3), AssignmentId(2), AssignmentId(1)]
    );
}
