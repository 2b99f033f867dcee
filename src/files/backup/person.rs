//! Everything recorded about one person, to hand over to them.

use serde::Serialize;

use super::json::LineJson;
use crate::domain::{Day, OfficialId};
use crate::ledger::{Book, Key, references};

#[derive(Serialize)]
struct PersonJson {
    agency: String,
    written_on: String,
    records: Vec<LineJson>,
}

/// Every record about an official as JSON, each as in a backup. Who complained about them is
/// somebody else's data and not among it.
#[must_use]
pub fn person(book: &Book, official: OfficialId, today: Day) -> String {
    let whom = Key::Official(official);
    let about = book
        .all()
        .filter(|(key, record)| *key == whom || references(*key, record).contains(&whom));
    let json = PersonJson {
        agency: book.agency.name.clone(),
        written_on: today.to_string(),
        records: about
            .filter_map(|(key, record)| LineJson::of(key, &record))
            .collect(),
    };
    serde_json::to_string_pretty(&json).expect("the forms are plain objects")
}
