//! Blocks on a small register: what is taken, what is refused, what is mended.

use super::super::task;
use super::*;
use crate::domain::{
    Assignment, AssignmentId, Confirmation, Decimal, Official, OfficialId, Period, Product,
    ProductCoefficient, ProductId, ProductPoints,
};
use crate::ledger::{Key, Kind};

const TWO: [Option<TaskField>; 2] = [Some(TaskField::Assigned), Some(TaskField::Completed)];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn task(name: &str) -> Assignment {
    Assignment {
        name: Some(name.to_owned()),
        official: Some(OfficialId(1)),
        coefficient: Decimal::ONE,
        assigned: Decimal::from_whole(4),
        due: Some(day("2026-11-20")),
        ..task::blank_on(day("2026-11-01"))
    }
}

fn product(code: &str, coefficient: ProductCoefficient) -> Product {
    Product {
        catalogue: crate::domain::CatalogueId(1),
        code: code.to_owned(),
        task: "Việc mẫu".to_owned(),
        detail: None,
        output: None,
        department: None,
        band: None,
        points: ProductPoints::Unknown,
        coefficient,
        note: None,
    }
}

fn book(tasks: u32) -> Book {
    let mut book = Book::default();
    for (id, name, code) in [(1, "Người Mẫu An", "A1"), (2, "Người Thử Bình", "B1")] {
        let official = Official {
            name: name.to_owned(),
            code: Some(code.to_owned()),
            ..Official::default()
        };
        book.put(Key::Official(OfficialId(id)), Some(official.into()));
    }
    let one = ProductCoefficient::Fixed(Decimal::from_whole(3));
    let range = ProductCoefficient::Range(Decimal::from_whole(24), Decimal::from_whole(36));
    for (id, code, coefficient) in [(1, "DC.01", one), (2, "DC.02", range)] {
        book.put(
            Key::Product(ProductId(id)),
            Some(product(code, coefficient).into()),
        );
    }
    for id in 1..=tasks {
        let record = task(&format!("Việc {id}"));
        book.put(Key::Assignment(AssignmentId(id)), Some(record.into()));
    }
    book
}

fn ground(book: &Book) -> Ground<'_> {
    Ground {
        book,
        today: day("2026-11-22"),
        month: crate::domain::Month::new(2026, 11).expect("a month"),
        numbers: crate::text::SeparatorStyle::CommaDecimal,
    }
}

fn place(rows: &[u32], columns: &[Option<TaskField>], height: usize, width: usize) -> Place {
    Place {
        rows: rows.iter().map(|id| AssignmentId(*id)).collect(),
        columns: columns.to_vec(),
        height,
        width,
        grows: true,
    }
}

fn paste(book: &Book, text: &str, place: &Place) -> Laid {
    let block = Block::from_clipboard(text, None).unwrap();
    Laid::new(ground(book), block, place, Action::Paste(Kind::Assignment))
}

fn done_as(book: &mut Book, laid: &Laid) {
    let operation = laid.operation(book);
    book.apply(&operation).expect("a good operation");
}

fn quantities(book: &Book) -> Vec<(String, String)> {
    let all = book.assignments.iter();
    all.map(|(_, task)| (task.assigned.to_string(), task.completed.to_string()))
        .collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect()
}

#[test]
fn one_value_fills_a_range_and_a_block_that_tiles_it_is_repeated() {
    let mut book = book(4);
    let laid = paste(&book, "7", &place(&[1, 2, 3, 4], &TWO, 2, 2));
    done_as(&mut book, &laid);
    assert_eq!(
        quantities(&book),
        pairs(&[("7", "7"), ("7", "7"), ("4", "0"), ("4", "0")])
    );
    let laid = paste(&book, "1\t2\n3\t4", &place(&[1, 2, 3, 4], &TWO, 4, 2));
    done_as(&mut book, &laid);
    assert_eq!(
        quantities(&book),
        pairs(&[("1", "2"), ("3", "4"), ("1", "2"), ("3", "4")])
    );
}

#[test]
fn a_block_lands_on_the_rows_as_they_are_seen() {
    let mut book = book(3);
    let laid = paste(&book, "1\n2", &place(&[3, 1], &TWO, 1, 1));
    done_as(&mut book, &laid);
    assert_eq!(
        quantities(&book),
        pairs(&[("2", "0"), ("4", "0"), ("1", "0")])
    );
}

#[test]
fn words_formulas_and_errors_in_number_columns_are_refused_with_their_reasons() {
    let book = book(3);
    let laid = paste(
        &book,
        "hai\t1\n=B2*2\t2\n#N/A\t3",
        &place(&[1, 2, 3], &TWO, 1, 1),
    );
    let errors: Vec<_> = laid.problems().iter().map(|it| it.error.clone()).collect();
    assert_eq!(
        errors,
        [
            Some(EntryError::NotANumber("hai".into())),
            Some(EntryError::Formula("=B2*2".into())),
            Some(EntryError::SheetError("#N/A".into())),
        ]
    );
    assert_eq!(laid.taken().cells, 3);
    assert!(laid.wants_a_look());
}

#[test]
fn a_refused_cell_is_mended_before_anything_is_taken_and_all_is_one_action() {
    let mut book = book(2);
    let mut laid = paste(&book, "3 hồ sơ\t1\n5\t-2", &place(&[1, 2], &TWO, 1, 1));
    assert_eq!(laid.open(), 2);
    assert_eq!(laid.problems()[0].suggestion.as_deref(), Some("3"));
    laid.mend(&book, 1, "hai");
    assert_eq!(
        laid.problems()[1].error,
        Some(EntryError::NotANumber("hai".into()))
    );
    laid.mend(&book, 1, "2,5");
    laid.mend_all(&book);
    assert_eq!((laid.open(), laid.problems().len()), (0, 2));
    let before = book.clone();
    let operation = laid.operation(&book);
    book.apply(&operation).expect("applies");
    assert_eq!(quantities(&book), pairs(&[("3", "1"), ("5", "2.5")]));
    book.apply(&operation.inverse(Action::Undo(1)))
        .expect("undo");
    assert!(book.assignments == before.assignments);
}

#[test]
fn rows_beyond_the_end_become_tasks_and_what_a_task_needs_is_asked_for() {
    let mut book = book(1);
    let columns = [
        Some(TaskField::Name),
        Some(TaskField::Official),
        Some(TaskField::Product),
        Some(TaskField::Coefficient),
        Some(TaskField::Assigned),
        None,
    ];
    let text = "Việc 1 sửa\tA1\t\t1\t4\tĐúng hạn\n\
                Việc mới\tnguoi thu binh\tDC.01\t\t2\t\n\
                Việc dài\tB1\tDC.02\t\t1\t\n\
                \t\t\t\t\t\n\
                Việc thiếu\tB1\t\t1\t\t";
    let mut laid = paste(&book, text, &place(&[1], &columns, 1, 1));
    let open: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field, it.suggestion.clone()))
        .collect();
    assert_eq!(
        open,
        [
            (
                1,
                TaskField::Official,
                Some("Người Thử Bình · B1".to_owned())
            ),
            (2, TaskField::Coefficient, None),
            (4, TaskField::Assigned, None),
        ]
    );
    assert_eq!((laid.taken().rows, laid.taken().added), (1, 0));
    laid.mend_all(&book);
    laid.mend(&book, 1, "30");
    laid.mend(&book, 2, "1");
    assert_eq!(
        (laid.taken().rows, laid.taken().added, laid.open()),
        (1, 3, 0)
    );
    done_as(&mut book, &laid);
    let coefficients: Vec<String> = book
        .assignments
        .iter()
        .map(|(_, task)| task.coefficient.to_string())
        .collect();
    assert_eq!(coefficients, ["1", "3", "30", "1"]);
}

#[test]
fn columns_beyond_the_last_are_counted_not_lost_in_silence() {
    let book = book(1);
    let laid = paste(&book, "1\t2\t3\t4", &place(&[1], &TWO, 1, 1));
    assert_eq!((laid.beyond(), laid.taken().cells), (2, 2));
    assert!(laid.wants_a_look());
}

/// Confirms a period of the first official.
fn confirm(book: &mut Book, period: &str) {
    let confirmation = Confirmation {
        version: 1,
        on: day("2026-12-01"),
        by: "Người Mẫu An".to_owned(),
        total: Decimal::ZERO.exact(),
        general: Decimal::ZERO.exact(),
        result: Decimal::ZERO.exact(),
        class: crate::domain::Class::Good,
        readings: Vec::new(),
        unlocked: None,
    };
    let period = Period::parse(period).expect("a period");
    let key = Key::Confirmation(OfficialId(1), period);
    assert!(book.put(key, Some(confirmation.into())));
}

#[test]
fn a_row_is_asked_for_once_all_its_cells_stand() {
    let mut book = book(1);
    confirm(&mut book, "2026-12");
    let columns = [
        Some(TaskField::Name),
        Some(TaskField::Official),
        Some(TaskField::Coefficient),
        Some(TaskField::Assigned),
        Some(TaskField::AssignedOn),
        Some(TaskField::Due),
    ];
    let place = place(&[], &columns, 1, 1);
    // Its day of assignment alone lies in the confirmed month; its deadline does not.
    let laid = paste(
        &book,
        "Việc dán\tA1\t1,5\t2\t01/12/2026\t05/01/2027\n",
        &place,
    );
    assert_eq!((laid.taken().added, laid.open()), (1, 0));
    let laid = paste(
        &book,
        "Việc dán\tA1\t1,5\t2\t01/11/2026\t10/12/2026\n",
        &place,
    );
    let refused: Vec<TaskField> = laid.problems().iter().map(|it| it.field).collect();
    let deciding = [TaskField::Official, TaskField::AssignedOn, TaskField::Due];
    assert_eq!((laid.taken().added, refused), (0, deciding.to_vec()));
}

#[test]
fn a_confirmed_period_refuses_every_cell() {
    let mut book = book(1);
    confirm(&mut book, "2026-11");
    let laid = paste(&book, "1\t2", &place(&[1], &TWO, 1, 1));
    assert_eq!((laid.open(), laid.taken().cells), (2, 0));
}

#[test]
fn dates_continue_by_days_working_days_and_months() {
    let mut book = book(4);
    let calendar = crate::rules::ShippedCalendar::default();
    let mut weekend = calendar.with_edits(&[]);
    let due = [Some(TaskField::Due)];
    let mut dates = |step, calendar: &crate::rules::WorkingCalendar| {
        let laid = series(
            ground(&book),
            AssignmentId(1),
            &place(&[2, 3, 4], &due, 3, 1),
            step,
            calendar,
        );
        done_as(&mut book, &laid);
        let all = book.assignments.iter().skip(1);
        all.map(|(_, task)| task.due.map(|day| day.to_string()).unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        dates(SeriesStep::Days(7), &weekend),
        ["2026-11-27", "2026-12-04", "2026-12-11"]
    );
    assert_eq!(
        dates(SeriesStep::Months(1), &weekend),
        ["2026-12-20", "2027-01-20", "2027-02-20"]
    );
    weekend = crate::app::law().calendar.with_edits(&[]);
    assert_eq!(
        dates(SeriesStep::WorkingDays(1), &weekend),
        ["2026-11-23", "2026-11-25", "2026-11-26"],
        "weekend and the holiday of 24/11 are passed over"
    );
}

#[test]
fn numbers_grow_codes_count_on_and_filling_down_repeats() {
    let mut book = book(3);
    let known = Known::new(&book);
    let mut first = task("Việc 1");
    task::set_cell(
        &known,
        &mut first,
        TaskField::Code,
        "NV-099",
        day("2026-11-22"),
        2026,
    )
    .expect("a code");
    book.put(Key::Assignment(AssignmentId(1)), Some(first.into()));
    let columns = [Some(TaskField::Code), Some(TaskField::Assigned)];
    let below = place(&[2, 3], &columns, 2, 2);
    let calendar = crate::app::law().calendar.with_edits(&[]);
    let laid = series(
        ground(&book),
        AssignmentId(1),
        &below,
        SeriesStep::Days(1),
        &calendar,
    );
    done_as(&mut book, &laid);
    let shown = |book: &Book| {
        let all = book.assignments.iter();
        all.map(|(_, task)| {
            (
                task.code.clone().unwrap_or_default(),
                task.assigned.to_string(),
            )
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(
        shown(&book),
        pairs(&[("NV-099", "4"), ("NV-100", "5"), ("NV-101", "6")])
    );
    let laid = fill_down(ground(&book), AssignmentId(1), &below);
    done_as(&mut book, &laid);
    assert_eq!(
        shown(&book),
        pairs(&[("NV-099", "4"), ("NV-099", "4"), ("NV-099", "4")])
    );
}

#[test]
fn done_is_all_that_was_assigned_today_and_the_same_key_takes_it_back() {
    let mut book = book(2);
    let partly = paste(
        &book,
        "0,5",
        &place(&[1], &[Some(TaskField::Completed)], 1, 1),
    );
    done_as(&mut book, &partly);
    let tasks = [AssignmentId(1), AssignmentId(2)];
    let remembered = [(AssignmentId(1), (Decimal::from_millionths(500_000), None))].into();
    let laid = done(ground(&book), &tasks, &remembered);
    done_as(&mut book, &laid);
    let finished = |book: &Book| {
        let all = book.assignments.iter();
        all.filter(|(_, task)| task.finished == Some(day("2026-11-22")))
            .count()
    };
    assert_eq!(quantities(&book), pairs(&[("4", "4"), ("4", "4")]));
    assert_eq!(finished(&book), 2);
    let laid = done(ground(&book), &tasks, &remembered);
    done_as(&mut book, &laid);
    assert_eq!(quantities(&book), pairs(&[("4", "0.5"), ("4", "0")]));
    assert_eq!(finished(&book), 0);
}

#[test]
fn replacing_touches_only_cells_with_a_find() {
    let mut book = book(3);
    let all: Vec<AssignmentId> = (1..=3).map(AssignmentId).collect();
    let fields = [Some(TaskField::Name), Some(TaskField::Note)];
    let replacement = Replacement {
        find: "VIỆC 2".into(),
        with: "Báo cáo quý".into(),
        whole: false,
    };
    let laid = replace(ground(&book), &all, &fields, &replacement);
    assert_eq!((laid.taken().cells, laid.taken().rows), (1, 1));
    done_as(&mut book, &laid);
    let name = book
        .assignments
        .get(AssignmentId(2))
        .expect("it")
        .name
        .clone();
    assert_eq!(name.as_deref(), Some("Báo cáo quý"));
    let empty = Replacement {
        find: String::new(),
        with: "đã xem".into(),
        whole: true,
    };
    let laid = replace(ground(&book), &all, &fields[1..], &empty);
    assert_eq!(
        laid.taken().cells,
        3,
        "empty cells are found as whole cells"
    );
}

#[test]
fn a_hundred_thousand_rows_are_laid() {
    let book = book(1);
    let columns = [
        Some(TaskField::Name),
        Some(TaskField::Official),
        Some(TaskField::Coefficient),
        Some(TaskField::Assigned),
    ];
    let text = "Việc dán\tA1\t1,5\t2\n".repeat(100_000);
    let mut laid = paste(&book, &text, &place(&[], &columns, 1, 1));
    assert_eq!((laid.taken().added, laid.open()), (100_000, 0));
    laid = paste(
        &book,
        &text.replace("1,5", "x"),
        &place(&[], &columns, 1, 1),
    );
    assert_eq!((laid.open(), laid.problems().len()), (100_000, LISTED));
    assert_eq!(laid.operation(&book).changes.len(), 0);
}

#[test]
fn a_hundred_thousand_rows_are_laid_beside_a_confirmed_month() {
    let mut book = book(1);
    confirm(&mut book, "2026-10");
    let columns = [
        Some(TaskField::Name),
        Some(TaskField::Official),
        Some(TaskField::Coefficient),
        Some(TaskField::Assigned),
        Some(TaskField::Due),
    ];
    let place = place(&[], &columns, 1, 1);
    let rows = |due: &str| format!("Việc dán\tA1\t1,5\t2\t{due}\n").repeat(50_000);
    let laid = paste(&book, &(rows("20/11/2026") + &rows("20/10/2026")), &place);
    assert_eq!((laid.taken().added, laid.taken().cells), (50_000, 250_000));
    // The person and the deadline of every row of October.
    assert_eq!((laid.open(), laid.problems().len()), (100_000, LISTED));
}

#[test]
fn a_number_that_may_mean_two_is_read_as_the_block_shows_or_asked_for() {
    let mut book = book(2);
    let read = |book: &mut Book, text: &str| {
        let laid = paste(book, text, &place(&[1, 2], &TWO, 1, 1));
        assert_eq!(laid.open(), 0, "{text}");
        done_as(book, &laid);
        quantities(book)
    };
    let comma = read(&mut book, "1,200\t2,5\n3\t1.125");
    assert_eq!(comma, pairs(&[("1.2", "2.5"), ("3", "1125")]));
    let point = read(&mut book, "1,200\t2.5\n3\t1.125");
    assert_eq!(point, pairs(&[("1200", "2.5"), ("3", "1.125")]));
    for undecided in ["1,200\t7", "1,200\t2,5\n3\t2.5"] {
        let mut laid = paste(&book, undecided, &place(&[1, 2], &TWO, 1, 1));
        let problem = &laid.problems()[0];
        let reads = ["1.2", "1200"].map(|text| Decimal::parse(text).expect("a number"));
        let value = "1,200".to_owned();
        let readings = EntryError::TwoReadings {
            value,
            readings: reads,
        };
        assert_eq!(problem.error, Some(readings), "{undecided}");
        assert_eq!(problem.suggestion.as_deref(), Some("1,2"));
        assert_eq!(laid.open(), 1);
        laid.mend(&book, 0, "1200");
        assert_eq!(laid.open(), 0, "{undecided}");
    }
}

fn english(book: &Book) -> Ground<'_> {
    Ground {
        numbers: crate::text::SeparatorStyle::PointDecimal,
        ..ground(book)
    }
}

#[test]
fn a_typed_number_is_read_as_the_screen_writes_and_a_fill_as_the_cells_do() {
    let mut book = book(2);
    let (first, cell) = (AssignmentId(1), TaskField::Assigned);
    let typed = enter(ground(&book), first, cell, "1.125").expect("a thousand");
    book.apply(&typed).expect("applies");
    assert_eq!(quantities(&book)[0].0, "1125");
    let typed = enter(english(&book), first, cell, "1.125").expect("a fraction");
    book.apply(&typed).expect("applies");
    assert_eq!(quantities(&book)[0].0, "1.125");
    let columns = [Some(cell)];
    let laid = fill_down(english(&book), first, &place(&[2], &columns, 1, 1));
    done_as(&mut book, &laid);
    let laid = done(english(&book), &[first], &BTreeMap::new());
    done_as(&mut book, &laid);
    assert_eq!(
        quantities(&book),
        pairs(&[("1.125", "1.125"), ("1.125", "0")])
    );
    let row = book.assignments.get(first).expect("it");
    let style = english(&book).numbers;
    assert_eq!(editor_text(cell, &book, row, style), "1.125");
}

#[test]
fn a_product_with_a_range_is_not_recorded_without_its_coefficient() {
    let mut book = book(2);
    let columns = [
        Some(TaskField::Product),
        Some(TaskField::Coefficient),
        Some(TaskField::Note),
    ];
    let alone = place(&[1, 2], &columns[..1], 2, 1);
    let mut laid = paste(&book, "DC.02", &alone);
    let open = |laid: &Laid| -> Vec<_> {
        let problems = laid.problems().iter();
        let open = problems.filter(|it| it.error.is_some());
        open.map(|it| (it.row, it.field, it.error.clone()))
            .collect()
    };
    let first = Some(EntryError::CoefficientFirst);
    let needed = Some(EntryError::Required);
    assert_eq!(
        open(&laid),
        [
            (0, TaskField::Product, first.clone()),
            (0, TaskField::Coefficient, needed.clone()),
            (1, TaskField::Product, first.clone()),
            (1, TaskField::Coefficient, needed),
        ]
    );
    assert_eq!(
        (laid.taken(), laid.operation(&book).is_empty()),
        (Taken::default(), true)
    );
    laid.mend(&book, 1, "30");
    assert_eq!(
        (laid.taken().cells, laid.taken().rows, laid.open()),
        (2, 1, 2)
    );
    done_as(&mut book, &laid);
    assert_eq!(
        book.assignments
            .get(AssignmentId(1))
            .expect("it")
            .coefficient,
        Decimal::from_whole(30)
    );
    let second = place(&[2], &columns, 1, 1);
    let laid = paste(&book, "DC.02\t99\tđã xem", &second);
    let above = Some(EntryError::Above(Decimal::from_whole(36)));
    let expected = [
        (0, TaskField::Product, first.clone()),
        (0, TaskField::Coefficient, above),
    ];
    assert_eq!((open(&laid), laid.taken().cells), (expected.to_vec(), 1));
    done_as(&mut book, &laid);
    let task = book.assignments.get(AssignmentId(2)).expect("it");
    assert_eq!((task.product, task.coefficient), (None, Decimal::ONE));
    let single = enter(ground(&book), AssignmentId(2), TaskField::Product, "DC.02");
    assert_eq!(single.err(), first);
}
