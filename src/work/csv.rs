//! The scores of a period as csv.

use crate::app::job::{Bytes, MadeFile, NotMade, Order};
use crate::app::law;
use crate::domain::Exact;
use crate::engine::Scores;
use crate::files::csv_out::{CsvCell, write_csv};
use crate::ledger::Book;

use super::forms::decimals;
use super::people;

/// Name, code, unit, a, b, c, general points, total of everybody.
pub(super) fn scores(book: &Book, order: &Order) -> Result<MadeFile, NotMade> {
    let period = people::period(order).ok_or(NotMade::NothingToMake)?;
    let rules = law()
        .for_period(period)
        .map_err(|_| NotMade::NothingToMake)?;
    let digits = decimals(book, rules, period);
    let scores = Scores::full(book, law());
    let head = [
        "Mã",
        "Họ và tên",
        "Chức vụ",
        "Đơn vị",
        "a",
        "b",
        "c",
        "Điểm tiêu chí chung",
        "Tổng điểm",
    ];
    let people = people::people(book, order, period);
    let rows = people.into_iter().map(|person| {
        let scored = scores.assess(book, law(), person.id, period);
        let percent = |value: &Option<Exact>| {
            let value = value.as_ref().map(|value| value.times(&Exact::whole(100)));
            number(value.map(|value| value.truncated(digits)))
        };
        vec![
            CsvCell::Text(person.code),
            CsvCell::Text(person.name),
            CsvCell::Text(person.title),
            CsvCell::Text(person.unit),
            percent(&scored.quantity),
            percent(&scored.quality),
            percent(&scored.schedule),
            number(scored.general.map(|points| points.to_string())),
            number(scored.total.map(|total| total.truncated(digits))),
        ]
    });
    let bytes = write_csv(&head, rows).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: format!("Diem-{period}.csv"),
        bytes: Bytes(bytes),
    })
}

fn number(value: Option<String>) -> CsvCell {
    value.map_or(CsvCell::Empty, CsvCell::Number)
}
