//! Blocks on the catalogue.

use super::*;
use crate::app::workflow::paste::{Block, Ground, Laid, Place, enter};
use crate::app::workflow::tests::today;
use crate::domain::Decimal;
use crate::ledger::Action;

type Cell = ProductCell;

const COLUMNS: [Option<Cell>; 4] = [
    Some(Cell::Code),
    Some(Cell::Task),
    Some(Cell::Points),
    Some(Cell::Coefficient),
];

fn ground(book: &Book) -> Ground<'_> {
    Ground {
        book,
        today: today(),
        month: Month::of(today()),
        numbers: crate::text::SeparatorStyle::CommaDecimal,
    }
}

fn place(rows: &[u32], columns: &[Option<Cell>]) -> Place<Cell> {
    Place {
        rows: rows.iter().map(|id| ProductId(*id)).collect(),
        columns: columns.to_vec(),
        height: 1,
        width: 1,
        grows: true,
    }
}

fn paste(book: &Book, text: &str, place: &Place<Cell>) -> Laid<Cell> {
    let block = Block::from_clipboard(text, None).unwrap();
    Laid::new(ground(book), block, place, Action::Paste(Kind::Product))
}

fn whole(value: i32) -> Decimal {
    Decimal::from_whole(value)
}

fn two() -> Book {
    let mut book = Book::default();
    let text = "MAU.01\tSoạn báo cáo\t10\t\nMAU.02\tThẩm định hồ sơ\t120–180\t";
    let laid = paste(&book, text, &place(&[], &COLUMNS));
    assert_eq!((laid.open(), laid.taken().added), (0, 2));
    book.apply(&laid.operation(&book)).expect("two products");
    book
}

fn coefficients(book: &Book) -> Vec<ProductCoefficient> {
    book.products.iter().map(|(_, it)| it.coefficient).collect()
}

#[test]
fn new_rows_make_one_catalogue_and_work_their_coefficients_out() {
    let book = two();
    assert_eq!((book.catalogues.len(), book.products.len()), (1, 2));
    let expected = [
        ProductCoefficient::Fixed(whole(2)),
        ProductCoefficient::Range(whole(24), whole(36)),
    ];
    assert_eq!(coefficients(&book), expected);
}

#[test]
fn other_points_leave_the_coefficient_and_an_empty_cell_works_it_out_again() {
    let mut book = two();
    let laid = paste(&book, "15", &place(&[1], &[Some(Cell::Points)]));
    book.apply(&laid.operation(&book)).expect("points");
    assert_eq!(coefficients(&book)[0], ProductCoefficient::Fixed(whole(2)));
    let emptied = enter(ground(&book), ProductId(1), Cell::Coefficient, "");
    book.apply(&emptied.expect("worked out"))
        .expect("a coefficient");
    assert_eq!(coefficients(&book)[0], ProductCoefficient::Fixed(whole(3)));
}

#[test]
fn words_in_numbers_falling_ranges_and_known_codes_are_refused() {
    let book = two();
    let text = "MAU.01\tKhác\tba\t1\nMAU.03\tKhác\t9–5\t1\nMAU.04\t\t\t=A1";
    let laid = paste(&book, text, &place(&[], &COLUMNS));
    let errors: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field, it.error.clone()))
        .collect();
    assert_eq!(
        errors,
        [
            (0, Cell::Code, Some(EntryError::Taken("MAU.01".into()))),
            (0, Cell::Points, Some(EntryError::NotANumber("ba".into()))),
            (1, Cell::Points, Some(EntryError::NotRising("5".into()))),
            (
                2,
                Cell::Coefficient,
                Some(EntryError::Formula("=A1".into()))
            ),
            (2, Cell::Task, Some(EntryError::Required)),
        ]
    );
    assert_eq!(laid.taken().cells, 0);
}

#[test]
fn columns_beyond_the_last_are_counted_and_undo_takes_everything_back() {
    let mut book = two();
    let before = book.products.clone();
    let laid = paste(
        &book,
        "Phòng Mẫu\tghi\tthừa",
        &place(&[2], &[Some(Cell::Department), Some(Cell::Note)]),
    );
    assert_eq!((laid.beyond(), laid.taken().cells), (1, 2));
    let operation = laid.operation(&book);
    book.apply(&operation).expect("a product");
    assert_ne!(book.products, before);
    book.apply(&operation.inverse(Action::Undo(1)))
        .expect("undo");
    assert_eq!(book.products, before);
}
