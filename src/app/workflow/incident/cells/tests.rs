//! Blocks on the register of incidents.

use super::*;
use crate::app::workflow::incident::{NewReview, review};
use crate::app::workflow::paste::{Block, Ground, Laid, Place, SeriesStep, enter, series};
use crate::app::workflow::tests::{PERSON, one_official, today};
use crate::app::workflow::unit::save_unit;
use crate::domain::{OfficialId, UnitId};
use crate::ledger::Action;

type Cell = IncidentCell;

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
        rows: rows.iter().map(|id| IncidentId(*id)).collect(),
        columns: columns.iter().copied().map(Some).collect(),
        height: 1,
        width: 1,
        grows: true,
    }
}

fn laid(book: &Book, text: &str, html: Option<&str>, place: &Place<Cell>) -> Laid<Cell> {
    let block = Block::from_clipboard(text, html).unwrap();
    Laid::new(ground(book), block, place, Action::Paste(Kind::Incident))
}

fn act(book: &mut Book, laid: &Laid<Cell>) {
    book.apply(&laid.operation(book)).expect("a good operation");
}

const ALL: [Cell; 5] = [
    Cell::On,
    Cell::Summary,
    Cell::About,
    Cell::Criterion,
    Cell::RecordedBy,
];

fn recorded() -> Book {
    let mut book = one_official();
    let unit = save_unit(&book, None, "Phòng Mẫu", "PM", None).expect("a name");
    book.apply(&unit).expect("a unit");
    let text = format!(
        "05/11/2026\tChuyển hồ sơ không lý do\t{PERSON}\tCT.5\tTrưởng phòng\n\
         06/11/2026\tPhối hợp chậm\tPhòng Mẫu\tCT.5\tTrưởng phòng"
    );
    let laid = laid(&book, &text, None, &place(&[], &ALL));
    assert_eq!((laid.open(), laid.taken().added), (0, 2));
    act(&mut book, &laid);
    book
}

#[test]
fn a_row_is_about_a_person_or_a_unit() {
    let book = recorded();
    let about: Vec<_> = book
        .incidents
        .iter()
        .map(|(_, it)| (it.official, it.unit))
        .collect();
    assert_eq!(
        about,
        [(Some(OfficialId(1)), None), (None, Some(UnitId(1)))]
    );
    let cleared = enter(ground(&book), IncidentId(1), Cell::About, "");
    assert_eq!(cleared, Err(EntryError::Required));
}

#[test]
fn a_merged_cell_means_every_row_and_what_a_row_needs_is_asked_for() {
    let mut book = recorded();
    let html = "<table><tr><td rowspan=2>07/11/2026</td><td>Né tránh</td><td>phong mau</td>\
                <td>CT.5</td><td>Chánh Văn phòng</td></tr>\
                <tr><td>Đùn đẩy</td><td>PM</td><td>không có mục này</td><td></td></tr></table>";
    let mut laid = laid(&book, "", Some(html), &place(&[], &ALL));
    let open: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.row, it.field, it.suggestion.clone()))
        .collect();
    assert_eq!(
        open,
        [
            (0, Cell::About, Some("Phòng Mẫu".to_owned())),
            (1, Cell::Criterion, None),
            (1, Cell::RecordedBy, None),
        ]
    );
    laid.mend_all(&book);
    laid.mend(&book, 1, "CT.5");
    laid.mend(&book, 2, "Chánh Văn phòng");
    act(&mut book, &laid);
    let days: Vec<_> = book
        .incidents
        .iter()
        .map(|(_, it)| it.on.to_string())
        .collect();
    assert_eq!(days[2..], ["2026-11-07", "2026-11-07"]);
}

#[test]
fn once_reviewed_day_criterion_and_person_stay_and_the_words_may_be_corrected() {
    let mut book = recorded();
    let new = NewReview {
        confirmed: Some(true),
        by: "Chủ tịch".to_owned(),
        on: "10/11/2026".to_owned(),
        document: String::new(),
    };
    let reviewed = review(&book, IncidentId(1), &new, today()).expect("complete");
    book.apply(&reviewed).expect("a review");
    let laid = laid(
        &book,
        "04/11/2026\tChuyển hồ sơ sai người\tPhòng Mẫu",
        None,
        &place(&[1], &ALL[..3]),
    );
    let refused: Vec<_> = laid
        .problems()
        .iter()
        .map(|it| (it.field, it.error.clone()))
        .collect();
    let rests = Some(EntryError::RestedOn);
    assert_eq!(refused, [(Cell::On, rests.clone()), (Cell::About, rests)]);
    act(&mut book, &laid);
    let incident = book.incidents.get(IncidentId(1)).expect("it");
    assert_eq!(incident.summary, "Chuyển hồ sơ sai người");
    assert!(incident.is_confirmed());
}

#[test]
fn days_continue_until_today() {
    let book = recorded();
    let calendar = crate::app::law().calendar.with_edits(&[]);
    let below = Place {
        grows: false,
        ..place(&[2], &[Cell::On])
    };
    let laid = series(
        ground(&book),
        IncidentId(1),
        &below,
        SeriesStep::Days(30),
        &calendar,
    );
    let errors: Vec<_> = laid.problems().iter().map(|it| it.error.clone()).collect();
    assert_eq!(errors, [Some(EntryError::TooLate(today()))]);
}
