//! The life of a task, step by step.

use super::*;
use crate::domain::Month;
use crate::domain::Official;
use crate::ledger::Kind;

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn book() -> Book {
    let mut book = Book::default();
    for (id, name, code) in [
        (1, "Người Mẫu An", "A1"),
        (2, "Người Mẫu Bình", "B1"),
        (3, "Người Mẫu Bình", "B2"),
    ] {
        let official = Official {
            name: name.to_owned(),
            code: Some(code.to_owned()),
            ..Official::default()
        };
        book.put(Key::Official(OfficialId(id)), Some(official.into()));
    }
    let new = NewTask {
        official: "Người Mẫu An".into(),
        name: "Báo cáo mẫu".into(),
        coefficient: "2,5".into(),
        assigned: "4".into(),
        due: "20/11".into(),
        ..NewTask::default()
    };
    let operation = assign(&book, &new, today(), 2026).expect("a complete task");
    book.apply(&operation).expect("it applies");
    book
}

fn cell(field: TaskField, text: &str) -> CellEntry {
    CellEntry {
        task: AssignmentId(1),
        field,
        text: text.to_owned(),
    }
}

#[test]
fn several_cells_are_one_action_and_one_bad_cell_stops_it() {
    let book = book();
    let entries = [
        cell(TaskField::Completed, "3,5"),
        cell(TaskField::Finished, "19/11/2026"),
        cell(TaskField::Failures, "2"),
    ];
    let operation = edit(
        &book,
        &entries,
        Action::Paste(Kind::Assignment),
        today(),
        2026,
    )
    .expect("good cells");
    assert_eq!(operation.changes.len(), 1);
    let bad = [
        cell(TaskField::Completed, "3"),
        cell(TaskField::Finished, "31/02/2026"),
    ];
    let (index, error) =
        edit(&book, &bad, Action::Edit(Kind::Assignment), today(), 2026).expect_err("no such day");
    assert_eq!(index, 1);
    assert!(matches!(error, EntryError::Date(_)));
}

#[test]
fn lowering_a_count_takes_its_excuse_along() {
    let mut book = book();
    let two = edit(
        &book,
        &[cell(TaskField::Late, "2")],
        Action::Edit(Kind::Assignment),
        today(),
        2026,
    )
    .expect("two");
    book.apply(&two).expect("applies");
    let last = book
        .assignments
        .get(AssignmentId(1))
        .expect("the task")
        .events[1]
        .id;
    let cause = TaskEventKind::ObjectiveCause {
        excuses: Excuses::Event(last),
        cause: "Chờ ý kiến".into(),
        confirmed_by: Some("Chủ tịch".into()),
        document: None,
        revoked: None,
    };
    book.apply(&record(&book, AssignmentId(1), today(), cause).expect("a cause"))
        .expect("applies");
    let one = edit(
        &book,
        &[cell(TaskField::Late, "1")],
        Action::Edit(Kind::Assignment),
        today(),
        2026,
    )
    .expect("one");
    book.apply(&one).expect("applies");
    assert_eq!(
        book.assignments
            .get(AssignmentId(1))
            .expect("the task")
            .events
            .len(),
        1
    );
}

#[test]
fn an_extension_keeps_the_old_deadline_and_can_be_revoked() {
    let mut book = book();
    let to = Day::from_ymd_opt(2026, 11, 30).expect("a day");
    let extension = TaskEventKind::Extension {
        to,
        approver: Some("Chủ tịch".into()),
        document: None,
        revoked: None,
    };
    book.apply(&record(&book, AssignmentId(1), today(), extension).expect("an extension"))
        .expect("applies");
    let task = book.assignments.get(AssignmentId(1)).expect("the task");
    assert_eq!(
        (task.deadline(), task.due.map(|d| d.to_string())),
        (Some(to), Some("2026-11-20".into()))
    );
    let event = task.events[0].id;
    book.apply(&revoke(&book, AssignmentId(1), event, today()).expect("a revocation"))
        .expect("applies");
    let task = book.assignments.get(AssignmentId(1)).expect("the task");
    assert_eq!(task.deadline(), task.due);
}

#[test]
fn handing_over_moves_both_sides_at_once() {
    let mut book = book();
    let operation = hand_over(
        &book,
        AssignmentId(1),
        Some(OfficialId(2)),
        Decimal::ONE,
        today(),
        None,
    )
    .expect("a receiver");
    book.apply(&operation).expect("applies");
    let giver = book
        .assignments
        .get(AssignmentId(1))
        .expect("the giver's line");
    assert_eq!(
        giver
            .handed_back
            .as_ref()
            .and_then(|back| back.taken_over_by),
        Some(AssignmentId(2))
    );
    let receiver = book
        .assignments
        .get(AssignmentId(2))
        .expect("the receiver's line");
    assert_eq!(
        (receiver.official, receiver.origin),
        (Some(OfficialId(2)), Origin::TakenOver)
    );
}

#[test]
fn a_name_two_share_needs_the_code() {
    let book = book();
    assert_eq!(
        official(&book, "Người Mẫu Bình"),
        Err(EntryError::Ambiguous("Người Mẫu Bình".into()))
    );
    assert_eq!(
        official(&book, "Người Mẫu Bình · B2"),
        Ok(Some(OfficialId(3)))
    );
    assert_eq!(
        official(&book, "Bình"),
        Err(EntryError::Unknown("Bình".into()))
    );
}

#[test]
fn a_new_task_lists_everything_that_is_missing() {
    let errors =
        assign(&book(), &NewTask::default(), today(), 2026).expect_err("nothing was typed");
    let fields: Vec<TaskField> = errors.iter().map(|(field, _)| *field).collect();
    assert_eq!(
        fields,
        [
            TaskField::Official,
            TaskField::Name,
            TaskField::Coefficient,
            TaskField::Assigned,
            TaskField::Due
        ]
    );
}

#[test]
fn last_months_plan_is_repeated_with_moved_deadlines() {
    let book = book();
    let operation = repeat_month(&book, Month::new(2026, 11).expect("a month"), None);
    assert_eq!(operation.changes.len(), 1);
    let Some(Record::Assignment(task)) = &operation.changes[0].after else {
        panic!("a task")
    };
    assert_eq!(
        task.due.map(|day| day.to_string()).as_deref(),
        Some("2026-12-20")
    );
    assert!(task.completed.is_zero());
}
