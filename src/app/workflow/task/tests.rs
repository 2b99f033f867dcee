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

/// Extends the deadline.
fn extend(book: &mut Book, until: &str) {
    let typed = [(EventField::Until, until), (EventField::Who, "Chủ tịch")];
    happen(book, EventForm::Extension, &typed);
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

/// Types one cell of the task.
fn typed(book: &Book, field: TaskField, text: &str) -> Result<Operation, EntryError> {
    let action = Action::Edit(Kind::Assignment);
    let drafted = edit(book, &[cell(field, text)], action, today(), 2026);
    drafted.map_err(|(_, error)| error)
}

fn type_into(book: &mut Book, field: TaskField, text: &str) {
    let drafted = typed(book, field, text).expect("it is taken");
    book.apply(&drafted).expect("applies");
}

#[test]
fn lowering_a_count_leaves_what_is_excused_or_described() {
    let mut book = book();
    type_into(&mut book, TaskField::Late, "3");
    let second = task(&book).events[1].id;
    let target = second.0.to_string();
    let cause = [
        (EventField::Target, target.as_str()),
        (EventField::What, "Chờ ý kiến"),
        (EventField::Who, "Chủ tịch"),
    ];
    happen(&mut book, EventForm::Cause, &cause);
    let mut described = task(&book).clone();
    described.events[2].kind = TaskEventKind::Late {
        note: Some("Nộp dự thảo muộn".to_owned()),
    };
    book.put(Key::Assignment(TASK), Some(described.into()));
    for fewer in ["", "0", "1"] {
        let refused = typed(&book, TaskField::Late, fewer);
        assert_eq!(refused, Err(EntryError::InHistory(2)), "{fewer}");
    }
    type_into(&mut book, TaskField::Late, "2");
    assert_eq!(task(&book).events.len(), 3, "two and the cause of one");
    assert!(task(&book).is_excused(Excuses::Event(second)));
}

#[test]
fn the_deadline_shown_is_the_one_in_force_and_an_extended_one_is_not_typed_over() {
    let mut book = book();
    extend(&mut book, "30/11/2026");
    let shown = cell_text(&book, task(&book), TaskField::Due);
    assert_eq!(shown, "30/11/2026");
    for same in [shown.as_str(), "20/11/2026"] {
        let kept = typed(&book, TaskField::Due, same).expect("nothing changes");
        assert!(kept.is_empty(), "{same}");
    }
    for other in ["", "05/12/2026"] {
        let refused = typed(&book, TaskField::Due, other);
        assert_eq!(refused, Err(EntryError::Extended), "{other}");
    }
    let event = task(&book).events[0].id;
    let revoked = revoke(&book, TASK, event, today()).expect("an extension");
    book.apply(&revoked).expect("applies");
    type_into(&mut book, TaskField::Due, "05/12/2026");
    assert_eq!(task(&book).due, Day::from_ymd_opt(2026, 12, 5));
}

#[test]
fn how_a_task_came_is_entered_in_either_language() {
    let mut book = book();
    for (word, origin) in [
        ("Nhận thêm", Origin::TakenOver),
        ("unplanned", Origin::Unplanned),
        ("theo kế hoạch", Origin::Planned),
        ("Phát sinh", Origin::Unplanned),
        ("", Origin::Planned),
        ("taken_over", Origin::TakenOver),
    ] {
        type_into(&mut book, TaskField::Origin, word);
        assert_eq!(task(&book).origin, origin, "{word}");
    }
    let refused = typed(&book, TaskField::Origin, "khác");
    assert_eq!(refused, Err(EntryError::Unknown("khác".into())));
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
