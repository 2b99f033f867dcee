//! Blocks on the register of complaints.

use super::*;
use crate::app::workflow::complaint::NewStep;
use crate::app::workflow::complaint::{NewComplaint, advance, record};
use crate::app::workflow::paste::{Block, Ground, Laid, Place, Replacement, enter, replace};
use crate::app::workflow::tests::{PERSON, one_official, today};
use crate::domain::{ComplaintState, OfficialId};
use crate::ledger::Action;

type Cell = ComplaintCell;

fn ground(book: &Book) -> Ground<'_> {
    Ground {
        book,
        today: today(),
        month: Month::of(today()),
        numbers: crate::text::SeparatorStyle::CommaDecimal,
    }
}

fn place(rows: &[u32], columns: &[Cell]) -> Place<Cell> {
    Place {
        rows: rows.iter().map(|id| ComplaintId(*id)).collect(),
        columns: columns.iter().copied().map(Some).collect(),
        height: 1,
        width: 1,
        grows: true,
    }
}

fn paste(book: &Book, text: &str, place: &Place<Cell>) -> Laid<Cell> {
    let block = Block::from_clipboard(text, None).unwrap();
    Laid::new(ground(book), block, place, Action::Paste(Kind::Complaint))
}

fn act(book: &mut Book, laid: &Laid<Cell>) {
    book.apply(&laid.operation(book)).expect("a good operation");
}

/// One complaint, accepted on 6 October.
fn recorded() -> Book {
    let mut book = one_official();
    let new = NewComplaint {
        received: "05/10/2026".to_owned(),
        summary: "Yêu cầu thêm giấy tờ".to_owned(),
        ..NewComplaint::default()
    };
    let operation = record(&book, &new, today(), 2026).expect("complete");
    book.apply(&operation).expect("a complaint");
    let step = NewStep {
        state: Some(ComplaintState::Accepted),
        on: "06/10/2026".to_owned(),
        actor: "Chánh Văn phòng".to_owned(),
        ..NewStep::default()
    };
    let operation = advance(&book, ComplaintId(1), &step, today()).expect("a step");
    book.apply(&operation).expect("accepted");
    book
}

#[test]
fn rows_beyond_the_end_become_complaints_numbered_on() {
    let mut book = recorded();
    let columns = [Cell::Received, Cell::Summary, Cell::About, Cell::Criterion];
    let text = format!(
        "07/10\tTrả hồ sơ không nêu lý do\t{PERSON}\tCT.9\n\
         08/10/2026\tThái độ thiếu đúng mực\t\t\n\
         08/10/2026\t\t\t"
    );
    let mut laid = paste(&book, &text, &place(&[], &columns));
    let open: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field))
        .collect();
    assert_eq!(open, [(2, Cell::Summary)]);
    laid.mend(&book, 0, "Chậm trả lời");
    act(&mut book, &laid);
    let all: Vec<_> = book
        .complaints
        .iter()
        .map(|(_, it)| (it.number.as_str(), it.received.to_string(), it.official))
        .collect();
    assert_eq!(
        all[1..],
        [
            ("PA.002", "2026-10-07".to_owned(), Some(OfficialId(1))),
            ("PA.003", "2026-10-08".to_owned(), None),
            ("PA.004", "2026-10-08".to_owned(), None),
        ]
    );
}

#[test]
fn a_number_given_in_the_block_is_not_given_again() {
    let mut book = recorded();
    let columns = [Cell::Number, Cell::Received, Cell::Summary];
    let text = "\t07/10/2026\tMột\nPA.002\t07/10/2026\tHai\nPA.002\t07/10/2026\tBa";
    let laid = paste(&book, text, &place(&[], &columns));
    let errors: Vec<_> = laid.problems().iter().map(|it| it.error.clone()).collect();
    assert_eq!(errors, [Some(EntryError::Taken("PA.002".to_owned()))]);
    act(&mut book, &laid);
    let all = book.complaints.iter().skip(1);
    let all: Vec<_> = all
        .map(|(_, it)| (it.number.as_str(), it.summary.as_str()))
        .collect();
    assert_eq!(all, [("PA.002", "Hai"), ("PA.003", "Một")]);
}

#[test]
fn the_day_of_receipt_stays_before_the_first_step_and_numbers_are_given_once() {
    let book = recorded();
    let columns = [Cell::Number, Cell::Received, Cell::Summary];
    let text = "PA.001\t07/10/2026\t=A1\nPA.001\t01/10/2026\tKhác";
    let laid = paste(&book, text, &place(&[1], &columns));
    let errors: Vec<_> = laid.problems().iter().map(|it| it.error.clone()).collect();
    let first_step = "2026-10-06".parse().expect("a day");
    assert_eq!(
        errors,
        [
            Some(EntryError::TooLate(first_step)),
            Some(EntryError::Formula("=A1".to_owned())),
            Some(EntryError::Taken("PA.001".to_owned())),
        ]
    );
}

#[test]
fn steps_and_decisions_are_never_touched() {
    let mut book = recorded();
    let replacement = Replacement {
        find: "thêm".to_owned(),
        with: "bớt".to_owned(),
        whole: false,
    };
    let laid = replace(
        ground(&book),
        &[ComplaintId(1)],
        &[Some(Cell::Summary), None],
        &replacement,
    );
    act(&mut book, &laid);
    let complaint = book.complaints.get(ComplaintId(1)).expect("it");
    assert_eq!(complaint.summary, "Yêu cầu bớt giấy tờ");
    assert_eq!(complaint.steps.len(), 1);
}

#[test]
fn a_kind_is_known_by_its_key_and_by_its_name_in_either_language() {
    let book = recorded();
    let name = crate::app::law().complaint.procedures[0].basis.name.clone();
    for text in [name.vi.as_str(), name.en.as_str()] {
        let entered = enter(ground(&book), ComplaintId(1), Cell::Procedure, text);
        assert!(
            entered.is_ok_and(|operation| !operation.is_empty()),
            "{text}"
        );
    }
    let unknown = enter(
        ground(&book),
        ComplaintId(1),
        Cell::Procedure,
        "chuyện khác",
    );
    let error = EntryError::Unknown("chuyện khác".to_owned());
    assert_eq!(unknown, Err(error));
}
