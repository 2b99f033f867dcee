//! The life of a task, step by step.

use super::*;
use crate::domain::{Month, Official};
use crate::ledger::Kind;

mod divided;
mod happened;

const TASK: AssignmentId = AssignmentId(1);

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

fn answers(typed: &[(EventField, &str)]) -> EventAnswers {
    let mut answers = EventAnswers::from([(EventField::On, "22/11/2026".to_owned())]);
    answers.extend(
        typed
            .iter()
            .map(|(field, text)| (*field, (*text).to_owned())),
    );
    answers
}

fn refusals(book: &Book, form: EventForm, typed: &[(EventField, &str)]) -> Vec<EventRefusal> {
    let typed = answers(typed);
    let drafted = save_event(book, TASK, None, form, &typed, today(), 2026);
    drafted.expect_err("something is refused")
}

/// Records something that happened to the task.
fn happen(book: &mut Book, form: EventForm, typed: &[(EventField, &str)]) {
    let typed = answers(typed);
    let drafted = save_event(book, TASK, None, form, &typed, today(), 2026);
    book.apply(&drafted.expect("a complete form"))
        .expect("applies");
}

fn task(book: &Book) -> &Assignment {
    book.assignments.get(TASK).expect("the task")
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
    let target = last.0.to_string();
    let cause = [
        (EventField::Target, target.as_str()),
        (EventField::What, "Chờ ý kiến"),
        (EventField::Who, "Chủ tịch"),
    ];
    happen(&mut book, EventForm::Cause, &cause);
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
