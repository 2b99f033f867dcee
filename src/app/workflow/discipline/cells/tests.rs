//! Blocks on the register of discipline.

use super::*;
use crate::app::workflow::paste::{Block, Ground, Laid, Place, enter};
use crate::app::workflow::tests::{PERSON, one_official, today};
use crate::ledger::Action;

type Cell = DisciplineCell;

const ALL: [Option<Cell>; 6] = [
    Some(Cell::Official),
    Some(Cell::Form),
    Some(Cell::Side),
    Some(Cell::Act),
    Some(Cell::ActOn),
    Some(Cell::Effective),
];

fn ground(book: &Book) -> Ground<'_> {
    Ground {
        book,
        today: today(),
        month: Month::of(today()),
        numbers: crate::text::SeparatorStyle::CommaDecimal,
    }
}

fn paste(book: &Book, text: &str) -> Laid<Cell> {
    let place = Place {
        rows: Vec::new(),
        columns: ALL.to_vec(),
        height: 1,
        width: 1,
        grows: true,
    };
    let block = Block::from_clipboard(text, None).unwrap();
    Laid::new(ground(book), block, &place, Action::Paste(Kind::Discipline))
}

fn reprimanded() -> Book {
    let mut book = one_official();
    let text = format!("{PERSON}\tKhiển trách\tHành chính\tThẩm tra sai\t18/03/2026\t20/05/2026");
    let laid = paste(&book, &text);
    assert_eq!((laid.open(), laid.taken().added), (0, 1));
    book.apply(&laid.operation(&book)).expect("a decision");
    book
}

#[test]
fn a_form_is_known_by_its_name_on_its_day() {
    let book = reprimanded();
    let record = book.disciplines.get(DisciplineId(1)).expect("it");
    assert_eq!(record.form, "khien-trach");
    assert!(record.duty_related);
    let text = format!("{PERSON}\tHạ bậc lương\t\tViệc khác\t\t20/05/2026");
    let laid = paste(&book, &text);
    let open: Vec<_> = laid.problems().iter().map(|it| it.field).collect();
    assert_eq!(open, [Cell::Form], "ended on 30/6/2025");
}

#[test]
fn what_a_decision_needs_is_asked_for_and_an_act_is_not_after_it() {
    let book = one_official();
    let laid = paste(&book, "\tcanh-cao\tđảng\t\t21/05/2026\t20/05/2026");
    let open: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.field, it.error.clone()))
        .collect();
    let effective = "2026-05-20".parse().expect("a day");
    let act_on = "2026-05-21".parse().expect("a day");
    assert_eq!(
        open,
        [
            (Cell::Effective, Some(EntryError::TooEarly(act_on))),
            (Cell::ActOn, Some(EntryError::TooLate(effective))),
            (Cell::Official, Some(EntryError::Required)),
            (Cell::Act, Some(EntryError::Required)),
        ]
    );
}

#[test]
fn a_cell_that_would_leave_the_form_without_its_time_is_refused() {
    let book = reprimanded();
    let id = DisciplineId(1);
    let lowered = enter(ground(&book), id, Cell::Form, "ha-bac-luong");
    let administrative = DisciplineSide::Administrative;
    assert_eq!(lowered, Err(lowered_pay(administrative, "2026-05-20")));
    let expelled = enter(ground(&book), id, Cell::Form, "Khai trừ");
    assert!(matches!(expelled, Err(EntryError::NotThen { form, .. }) if form.vi == "Khai trừ"));
    let unknown = enter(ground(&book), id, Cell::Form, "Phê bình");
    assert_eq!(unknown, Err(EntryError::Unknown("Phê bình".into())));
    let earlier = enter(ground(&book), id, Cell::Effective, "17/03/2026");
    let act_on = "2026-03-18".parse().expect("a day");
    assert_eq!(earlier, Err(EntryError::TooEarly(act_on)));
    let of_party = enter(ground(&book), id, Cell::Side, "đảng");
    assert!(of_party.is_ok(), "the party knows a khiển trách, too");
    let mut book = book;
    let unrelated = enter(ground(&book), id, Cell::Duty, "Không").expect("an answer");
    book.apply(&unrelated).expect("a correction");
    let record = book.disciplines.get(id).expect("it");
    assert!(!record.duty_related && record.act_on.is_some());
}

#[test]
fn day_and_form_are_looked_at_together() {
    let mut book = reprimanded();
    let place = Place {
        rows: vec![DisciplineId(1)],
        columns: vec![Some(Cell::Form), Some(Cell::ActOn), Some(Cell::Effective)],
        height: 1,
        width: 1,
        grows: false,
    };
    let lay = |book: &Book, text: &str| {
        let block = Block::from_clipboard(text, None).unwrap();
        Laid::new(ground(book), block, &place, Action::Paste(Kind::Discipline))
    };
    // Lower pay existed until 30/6/2025 only.
    let act = enter(ground(&book), DisciplineId(1), Cell::ActOn, "").expect("no day");
    book.apply(&act).expect("a correction");
    let laid = lay(&book, "Hạ bậc lương\t\t20/05/2024");
    assert_eq!((laid.open(), laid.taken().cells), (0, 3));
    book.apply(&laid.operation(&book)).expect("both at once");
    let back = enter(
        ground(&book),
        DisciplineId(1),
        Cell::Effective,
        "20/05/2026",
    );
    let administrative = DisciplineSide::Administrative;
    assert_eq!(back, Err(lowered_pay(administrative, "2026-05-20")));
}

/// Lower pay is no form of a side on a day.
fn lowered_pay(side: DisciplineSide, day: &str) -> EntryError {
    EntryError::NotThen {
        form: Wording {
            vi: "Hạ bậc lương".to_owned(),
            en: "Lower salary grade".to_owned(),
        },
        side,
        day: day.parse().expect("a day"),
    }
}

#[test]
fn act_and_decision_move_together_and_neither_past_the_other() {
    let mut book = reprimanded();
    let id = DisciplineId(1);
    let place = Place {
        rows: vec![id],
        columns: vec![Some(Cell::Effective), Some(Cell::ActOn)],
        height: 1,
        width: 1,
        grows: false,
    };
    // Before the act recorded until now.
    let block = Block::from_clipboard("10/03/2026\t01/03/2026", None).unwrap();
    let action = Action::Paste(Kind::Discipline);
    let laid = Laid::new(ground(&book), block, &place, action);
    assert_eq!((laid.open(), laid.taken().cells), (0, 2));
    book.apply(&laid.operation(&book)).expect("both days");
    let late = enter(ground(&book), id, Cell::ActOn, "11/03/2026");
    let effective = "2026-03-10".parse().expect("a day");
    assert_eq!(late, Err(EntryError::TooLate(effective)));
}

#[test]
fn what_was_missing_before_stops_no_other_cell() {
    let mut book = reprimanded();
    let id = DisciplineId(1);
    let mut record = book.disciplines.get(id).expect("it").clone();
    record.act = String::new();
    book.put(Key::Discipline(id), Some(record.into()));
    let numbered = enter(ground(&book), id, Cell::Decision, "07/QĐ").expect("a number");
    book.apply(&numbered).expect("applies");
    let cleared = enter(ground(&book), id, Cell::Act, "");
    assert_eq!(cleared, Err(EntryError::Required));
}
