//! Blocks on the list of officials.

use super::*;
use crate::app::workflow::paste::{
    Block, Ground, Laid, Place, Replacement, Taken, enter, fill_down, replace,
};
use crate::app::workflow::unit::save_unit;
use crate::domain::{Class, Confirmation, Decimal};
use crate::ledger::Action;

type Cell = OfficialCell;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn november() -> Month {
    Month::new(2026, 11).expect("a month")
}

fn ground(book: &Book) -> Ground<'_> {
    Ground {
        book,
        today: day("2026-11-20"),
        month: november(),
        numbers: crate::text::SeparatorStyle::CommaDecimal,
    }
}

fn units() -> Book {
    let mut book = Book::default();
    for (name, code) in [("Phòng Mẫu Một", "PM1"), ("Phòng Mẫu Hai", "PM2")] {
        let unit = save_unit(&book, None, name, code, None).expect("a name");
        book.apply(&unit).expect("a unit");
    }
    book
}

const COLUMNS: [Option<Cell>; 5] = [
    Some(Cell::Name),
    Some(Cell::Code),
    Some(Cell::Title),
    Some(Cell::Unit),
    Some(Cell::Role),
];

fn place(rows: &[u32], columns: &[Option<Cell>]) -> Place<Cell> {
    Place {
        rows: rows.iter().map(|id| OfficialId(*id)).collect(),
        columns: columns.to_vec(),
        height: 1,
        width: 1,
        grows: true,
    }
}

fn paste(book: &Book, text: &str, place: &Place<Cell>) -> Laid<Cell> {
    let block = Block::from_clipboard(text, None).unwrap();
    Laid::new(ground(book), block, place, Action::Paste(Kind::Official))
}

fn staffed() -> Book {
    let mut book = units();
    let text = "Người Mẫu An\tA1\tTrưởng phòng\tPhòng Mẫu Một\tNgười đứng đầu\n\
                Người Mẫu Bình\tB1\tChuyên viên\tPM2\tCông chức";
    let laid = paste(&book, text, &place(&[], &COLUMNS));
    assert_eq!((laid.open(), laid.taken().added), (0, 2));
    book.apply(&laid.operation(&book)).expect("two people");
    book
}

fn held(book: &Book, id: u32) -> (String, UnitId, Role) {
    let (_, position) = shown_position(book, OfficialId(id), november()).expect("a position");
    (position.title.clone(), position.unit, position.role)
}

#[test]
fn rows_beyond_the_end_become_officials_with_a_position() {
    let book = staffed();
    assert_eq!(book.officials.len(), 2);
    assert_eq!(
        held(&book, 1),
        ("Trưởng phòng".to_owned(), UnitId(1), Role::Head)
    );
    let (_, position) = shown_position(&book, OfficialId(2), november()).expect("a position");
    assert_eq!(position.span.from, day("2026-01-01"));
}

#[test]
fn an_unknown_unit_and_a_code_given_twice_are_refused_and_mended_as_one_action() {
    let mut book = staffed();
    let before = book.clone();
    let text = "Người Mẫu Chi\tC1\t\tmau mot\t\n\
                Người Mẫu Dung\tC1\t\tPhòng Mẫu Hai\t\n\
                Người Mẫu Em\tA1\t\tPhòng Mẫu Hai\t\n\
                \tE1\t\tPhòng Mẫu Hai\tGiám sát";
    let mut laid = paste(&book, text, &place(&[], &COLUMNS));
    let errors: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field, it.error.clone(), it.suggestion.clone()))
        .collect();
    let unknown = |text: &str| Some(EntryError::Unknown(text.to_owned()));
    let taken = |text: &str| Some(EntryError::Taken(text.to_owned()));
    let suggested = Some("Phòng Mẫu Một".to_owned());
    assert_eq!(
        errors,
        [
            (0, Cell::Unit, unknown("mau mot"), suggested),
            (2, Cell::Code, taken("A1"), None),
            (3, Cell::Role, unknown("Giám sát"), None),
            (3, Cell::Name, Some(EntryError::Required), None),
        ],
        "the first row of a code is refused for its unit, so the second may have the code"
    );
    laid.mend_all(&book);
    let again = &laid.problems()[4];
    assert_eq!(
        (again.row, again.field, again.error.clone()),
        (0, Cell::Code, taken("C1"))
    );
    for (at, value) in [(1, "E2"), (2, "Phó"), (3, "Người Mẫu Em"), (4, "C2")] {
        laid.mend(&book, at, value);
    }
    assert_eq!((laid.open(), laid.taken().added), (0, 4));
    let operation = laid.operation(&book);
    book.apply(&operation).expect("four people");
    let codes: Vec<_> = book
        .officials
        .iter()
        .map(|(_, it)| it.code.clone())
        .collect();
    assert_eq!(
        codes.into_iter().flatten().collect::<Vec<_>>(),
        ["A1", "B1", "C2", "C1", "E2", "E1"]
    );
    book.apply(&operation.inverse(Action::Undo(1)))
        .expect("undo");
    assert_eq!(book.officials, before.officials);
    assert_eq!(book.positions, before.positions);
}

#[test]
fn a_block_lands_on_the_rows_as_they_are_seen() {
    let mut book = staffed();
    let laid = paste(&book, "Hai\nMột", &place(&[2, 1], &[Some(Cell::Title)]));
    book.apply(&laid.operation(&book)).expect("two titles");
    assert_eq!(
        (held(&book, 1).0, held(&book, 2).0),
        ("Một".into(), "Hai".into())
    );
}

#[test]
fn formulas_and_impossible_days_are_refused() {
    let book = staffed();
    let columns = [Some(Cell::Born), Some(Cell::Note)];
    let laid = paste(
        &book,
        "31/02/1990\t=A1\n01/01/2030\tx",
        &place(&[1, 2], &columns),
    );
    let fields: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field))
        .collect();
    assert_eq!(fields, [(0, Cell::Born), (0, Cell::Note), (1, Cell::Born)]);
    assert_eq!(laid.problems()[0].suggestion.as_deref(), Some("28/02/1990"));
}

#[test]
fn the_unit_of_a_confirmed_period_stays_and_the_title_may_be_corrected() {
    let mut book = staffed();
    let confirmation = Confirmation {
        version: 1,
        on: day("2026-10-31"),
        by: "Người Mẫu An".to_owned(),
        total: Decimal::ZERO.exact(),
        general: Decimal::ZERO.exact(),
        result: Decimal::ZERO.exact(),
        class: Class::Good,
        readings: Vec::new(),
        unlocked: None,
    };
    let october = Period::Month(Month::new(2026, 10).expect("a month"));
    let key = Key::Confirmation(OfficialId(1), october);
    assert!(book.put(key, Some(confirmation.into())));
    let columns = [Some(Cell::Title), Some(Cell::Unit), Some(Cell::Role)];
    let text = "Chánh Văn phòng\tPM2\tCấp phó\nPhó phòng\tPM1\tCấp phó";
    let laid = paste(&book, text, &place(&[1, 2], &columns));
    let locked = Some(EntryError::WholePosition(day("2026-01-01")));
    let open: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field, it.error.clone()))
        .collect();
    assert_eq!(
        open,
        [(0, Cell::Unit, locked.clone()), (0, Cell::Role, locked)]
    );
    book.apply(&laid.operation(&book)).expect("what is taken");
    assert_eq!(
        held(&book, 1),
        ("Chánh Văn phòng".into(), UnitId(1), Role::Head)
    );
    assert_eq!(
        held(&book, 2),
        ("Phó phòng".into(), UnitId(1), Role::Deputy)
    );
    let same = enter(ground(&book), OfficialId(1), Cell::Unit, "Phòng Mẫu Một");
    assert!(same.is_ok_and(|operation| operation.is_empty()));
}

#[test]
fn filling_down_repeats_what_one_would_type() {
    let mut book = staffed();
    let columns = [Some(Cell::Title), Some(Cell::Unit), Some(Cell::Role)];
    let below = Place {
        width: 3,
        grows: false,
        ..place(&[2], &columns)
    };
    let laid = fill_down(ground(&book), OfficialId(1), &below);
    book.apply(&laid.operation(&book)).expect("one row");
    assert_eq!(held(&book, 2), held(&book, 1));
}

#[test]
fn what_earlier_months_rest_on_is_not_moved_by_a_cell() {
    let mut book = staffed();
    let id = OfficialId(2);
    let task = crate::domain::Assignment {
        official: Some(id),
        due: Some(day("2026-10-20")),
        ..crate::app::workflow::task::blank_on(day("2026-10-01"))
    };
    let key = Key::Assignment(crate::domain::AssignmentId(1));
    book.put(key, Some(task.into()));
    let moved = enter(ground(&book), id, Cell::Unit, "PM1");
    let whole = EntryError::WholePosition(day("2026-01-01"));
    assert_eq!(moved, Err(whole.clone()));
    assert_eq!(enter(ground(&book), id, Cell::Role, "Cấp phó"), Err(whole));
    assert!(enter(ground(&book), id, Cell::Title, "Chuyên viên chính").is_ok());
    assert!(enter(ground(&book), OfficialId(1), Cell::Title, "Chánh").is_ok());
    // From the month looked at on nothing earlier moves.
    let from = enter(ground(&book), id, Cell::From, "02/11/2026").expect("a first day");
    book.apply(&from).expect("applies");
    let moved = enter(ground(&book), id, Cell::Unit, "PM1").expect("a correction");
    book.apply(&moved).expect("applies");
    assert_eq!(held(&book, 2).1, UnitId(1));
}

#[test]
fn a_first_day_does_not_reach_into_another_position() {
    let mut book = staffed();
    let id = OfficialId(1);
    let july = enter(ground(&book), id, Cell::From, "01/07/2026").expect("a first day");
    book.apply(&july).expect("applies");
    let span = Span {
        from: day("2026-01-01"),
        to: Some(day("2026-05-31")),
    };
    let earlier = Position {
        official: id,
        unit: UnitId(2),
        role: Role::Staff,
        title: String::new(),
        group: None,
        span,
    };
    book.put(Key::Position(PositionId(9)), Some(earlier.into()));
    let reaching = enter(ground(&book), id, Cell::From, "31/05/2026");
    assert_eq!(reaching, Err(EntryError::HeldThen(span)));
    assert!(enter(ground(&book), id, Cell::From, "01/06/2026").is_ok());
    assert!(enter(ground(&book), id, Cell::From, "01/08/2026").is_ok());
}

#[test]
fn a_position_needs_its_unit_and_nothing_is_said_to_be_set_without_it() {
    let mut book = staffed();
    let held: Vec<PositionId> = book.positions.of(OfficialId(2)).map(|(id, _)| id).collect();
    for id in held {
        book.put(Key::Position(id), None);
    }
    let titled = enter(ground(&book), OfficialId(2), Cell::Title, "Chuyên viên");
    assert_eq!(titled, Err(EntryError::UnitFirst));
    let columns = [Some(Cell::Title), Some(Cell::Note)];
    let mut laid = paste(&book, "Chuyên viên", &place(&[2], &columns));
    assert_eq!((laid.open(), laid.taken()), (2, Taken::default()));
    laid.mend(&book, 1, "PM2");
    assert_eq!((laid.open(), laid.taken().cells), (0, 2));
    let noted = enter(ground(&book), OfficialId(2), Cell::Note, "biệt phái");
    assert!(noted.is_ok_and(|operation| operation.changes.len() == 1));
}

#[test]
fn the_key_of_a_role_is_not_found_and_replaced() {
    let book = staffed();
    let both = [OfficialId(1), OfficialId(2)];
    let replacement = Replacement {
        find: "staff".into(),
        with: "head".into(),
        whole: true,
    };
    let laid = replace(ground(&book), &both, &[Some(Cell::Role)], &replacement);
    assert_eq!((laid.open(), laid.taken()), (0, Taken::default()));
}
