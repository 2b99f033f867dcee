//! The scores of a period as csv.

use crate::app::job::{Bytes, MadeFile, NotMade, Order};
use crate::app::law;
use crate::engine::assess;
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
    let mut text = String::from("\u{feff}");
    push_row(&mut text, &head.map(str::to_owned));
    for person in people::people(book, order, period) {
        let scored = assess(book, person.id, period, law());
        let comma = |value: Option<String>| value.unwrap_or_default().replace('.', ",");
        let ratio = |value: &Option<crate::domain::Exact>| {
            comma(value.as_ref().map(|value| {
                value
                    .times(&crate::domain::Exact::whole(100))
                    .truncated(digits)
            }))
        };
        push_row(
            &mut text,
            &[
                person.code,
                person.name,
                person.title,
                person.unit,
                ratio(&scored.quantity),
                ratio(&scored.quality),
                ratio(&scored.schedule),
                comma(scored.general.map(|points| points.to_string())),
                comma(scored.total.map(|total| total.truncated(digits))),
            ],
        );
    }
    Ok(MadeFile {
        name: format!("Diem-{period}.csv"),
        bytes: Bytes(text.into_bytes()),
    })
}

/// Semicolons part cells; a cell that a spreadsheet would run as a formula gets an apostrophe.
fn push_row(text: &mut String, cells: &[String]) {
    let safe = cells.iter().map(|cell| {
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let cell = if risky {
            format!("'{cell}")
        } else {
            cell.clone()
        };
        if cell.contains([';', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    });
    text.push_str(&safe.collect::<Vec<_>>().join(";"));
    text.push_str("\r\n");
}
