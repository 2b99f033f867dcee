//! Dividing, handing over and repeating tasks.

use super::*;
use crate::domain::{Class, Confirmation, Exact, Period};
use crate::ledger::Record;

fn part(official: &str, quantity: &str, due: &str) -> NewPart {
    NewPart {
        official: official.to_owned(),
        quantity: quantity.to_owned(),
        due: due.to_owned(),
    }
}

fn divided(book: &Book, parts: &[NewPart]) -> Result<Operation, Vec<DivideRefusal>> {
    divide(book, TASK, parts, 2026, today())
}

const FIRST: &str = "Người Mẫu An";
const OTHER: &str = "Người Mẫu Bình · B1";

#[test]
fn parts_sum_to_the_whole_or_are_refused_with_the_sum() {
    let book = book();
    let three = [part(FIRST, "2", ""), part(OTHER, "1", "")];
    let whole = Decimal::from_whole(4);
    let sum = Decimal::from_whole(3);
    assert_eq!(
        divided(&book, &three),
        Err(vec![(
            DivideField::Sum,
            EntryError::SumDiffers { sum, whole }
        )])
    );
    let faulty = [part(FIRST, "x", ""), part("Ai đó", "0", "21/11/2026")];
    let refused = divided(&book, &faulty).expect_err("everything is named at once");
    let fields: Vec<DivideField> = refused.into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            DivideField::Quantity(0),
            DivideField::Official(1),
            DivideField::Quantity(1),
            DivideField::Due(1)
        ]
    );
    let alone = divided(&book, &[part(FIRST, "4", "")]);
    assert_eq!(alone, Err(vec![(DivideField::Sum, EntryError::Required)]));
}

#[test]
fn a_shared_task_is_divided_in_one_action_and_undone_in_one() {
    let mut book = book();
    let before = book.clone();
    let operation = divided(&book, &[part(FIRST, "3", ""), part(OTHER, "1", "")]).expect("4");
    assert_eq!(operation.action, Action::Divide);
    book.apply(&operation).expect("applies");
    let parts: Vec<(u32, Option<OfficialId>)> = book
        .parts_of(TASK)
        .map(|(id, part)| (id.0, part.official))
        .collect();
    assert_eq!(parts, [(1, Some(OfficialId(1))), (2, Some(OfficialId(2)))]);
    assert_eq!(book.sum_of_parts(TASK), Some(Decimal::from_whole(4)));
    // A part divided again still belongs to the first whole.
    let further = [
        part(OTHER, "0,5", ""),
        part("Người Mẫu Bình · B2", "0,5", ""),
    ];
    let operation = divide(&book, AssignmentId(2), &further, 2026, today()).expect("1");
    let inverse = operation.inverse(Action::Undo(2));
    book.apply(&operation).expect("applies");
    assert_eq!(book.parts_of(TASK).count(), 3);
    assert_eq!(book.sum_of_parts(TASK), Some(Decimal::from_whole(4)));
    book.apply(&inverse).expect("undone");
    assert_eq!(book.parts_of(TASK).count(), 2);
    assert!(before.parts_of(TASK).next().is_none());
}

#[test]
fn the_part_that_stays_holds_at_least_what_is_done() {
    let mut book = book();
    let done = [cell(TaskField::Completed, "3")];
    let action = Action::Edit(Kind::Assignment);
    let done = edit(&book, &done, action, today(), 2026).expect("three");
    book.apply(&done).expect("applies");
    assert_eq!(
        divided(&book, &[part(FIRST, "2", ""), part(OTHER, "2", "")]),
        Err(vec![(
            DivideField::Quantity(0),
            EntryError::Below(Decimal::from_whole(3))
        )])
    );
}

#[test]
fn a_long_task_is_spread_over_its_months() {
    let mut book = book();
    let cells = [
        cell(TaskField::AssignedOn, "05/09/2026"),
        cell(TaskField::Due, "20/11/2026"),
    ];
    let action = Action::Edit(Kind::Assignment);
    let long = edit(&book, &cells, action, today(), 2026).expect("two days");
    book.apply(&long).expect("applies");
    let september = Month::new(2026, 9).expect("a month");
    let parts = spread(task(&book), FIRST, september, &calendar(&book));
    let told: Vec<(&str, &str)> = parts
        .iter()
        .map(|part| (part.quantity.as_str(), part.due.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("2", "20/11/2026"),
            ("1", "30/09/2026"),
            ("1", "30/10/2026")
        ]
    );
    let operation = divided(&book, &parts).expect("they sum");
    book.apply(&operation).expect("applies");
    let months: Vec<Option<u8>> = book
        .parts_of(TASK)
        .map(|(_, part)| part.deadline().map(|day| Month::of(day).number()))
        .collect();
    assert_eq!(months, [Some(11), Some(9), Some(10)]);
}

fn hand(receiver: &str, quantity: &str) -> NewHandOver {
    NewHandOver {
        receiver: receiver.to_owned(),
        quantity: quantity.to_owned(),
        on: "22/11/2026".to_owned(),
        ..NewHandOver::default()
    }
}

#[test]
fn handing_over_moves_both_sides_at_once() {
    let mut book = book();
    let operation = hand_over(&book, TASK, &hand(OTHER, "1"), today(), 2026).expect("a receiver");
    book.apply(&operation).expect("applies");
    let back = task(&book).handed_back.as_ref();
    assert_eq!(
        back.and_then(|back| back.taken_over_by),
        Some(AssignmentId(2))
    );
    let receiver = book.assignments.get(AssignmentId(2)).expect("their line");
    assert_eq!(
        (receiver.official, receiver.origin, receiver.due),
        (Some(OfficialId(2)), Origin::TakenOver, task(&book).due)
    );
    let again = hand_over(&book, TASK, &hand(OTHER, "1"), today(), 2026);
    assert_eq!(
        again,
        Err(vec![(HandOverField::On, EntryError::HandedBack)])
    );
}

#[test]
fn a_hand_over_says_what_was_not_taken() {
    let book = book();
    let refused =
        |new: &NewHandOver| hand_over(&book, TASK, new, today(), 2026).expect_err("not taken");
    let most = EntryError::Above(Decimal::from_whole(4));
    assert_eq!(
        refused(&hand(OTHER, "5")),
        [(HandOverField::Quantity, most)]
    );
    let unknown = EntryError::Unknown(FIRST.to_owned());
    assert_eq!(
        refused(&hand(FIRST, "1")),
        [(HandOverField::Receiver, unknown)]
    );
    let nobody = hand_over(&book, TASK, &hand("", ""), today(), 2026).expect("back to the giver");
    assert_eq!(nobody.changes.len(), 1);
}

#[test]
fn last_months_plan_is_repeated_once_with_working_days() {
    let mut book = book();
    let from = Month::new(2026, 11).expect("a month");
    let operation = repeat_month(&book, from, None).operation;
    assert_eq!(operation.changes.len(), 1);
    book.apply(&operation).expect("applies");
    let next = book.assignments.get(AssignmentId(2)).expect("the copy");
    // 20/12/2026 is a Sunday.
    let due = next.due.map(|day| day.to_string());
    assert_eq!(due.as_deref(), Some("2026-12-21"));
    assert!(next.completed.is_zero());
    let again = repeat_month(&book, from, None).operation;
    assert!(again.changes.is_empty());
}

#[test]
fn who_is_locked_is_left_out_of_a_repeated_plan_and_named() {
    let mut book = book();
    let (_, task) = book.assignments.iter().next().expect("a task");
    let other = OfficialId(2);
    assert_ne!(task.official, Some(other));
    let own = task.official.expect("somebody's");
    let theirs = Assignment {
        official: Some(other),
        ..task.clone()
    };
    let id = AssignmentId(90);
    assert!(book.put(Key::Assignment(id), Some(theirs.into())));
    let december = Period::parse("2026-12").expect("a period");
    let confirmation = Confirmation {
        version: 1,
        on: today(),
        by: "Chủ tịch".to_owned(),
        total: Exact::whole(80),
        general: Exact::whole(25),
        result: Exact::one(),
        class: Class::Good,
        readings: Vec::new(),
        unlocked: None,
    };
    let from = Month::new(2026, 11).expect("a month");
    // The repeated task is due on 21/12 and counts in the next January.
    let january = Period::parse("2027-01").expect("a period");
    for period in [december, january] {
        let key = Key::Confirmation(own, period);
        assert!(book.put(key, Some(confirmation.clone().into())));
    }
    let repeated = repeat_month(&book, from, None);
    assert_eq!(repeated.left_out, [(own, january)].into());
    let drafted = repeated.operation.changes.iter();
    let whose: Vec<_> = drafted
        .map(|change| match &change.after {
            Some(Record::Assignment(task)) => task.official,
            _ => None,
        })
        .collect();
    assert_eq!(whose, [Some(other)]);
}
