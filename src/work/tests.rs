//! Jobs, run on the host as the worker runs them.

use std::io::Read as _;

use chrono::Datelike as _;

use super::run;
use crate::app::job::{Bytes, Job, JobReply, Order, Product, ReadTables};
use crate::app::sample_agency;
use crate::domain::Day;
use crate::ledger::Book;

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn sample() -> Book {
    let mut book = Book::default();
    book.apply(&sample_agency(today()))
        .expect("the sample fits an empty book");
    book
}

fn order(product: Product, period: &str) -> Order {
    Order {
        product,
        period: period.to_owned(),
        officials: Vec::new(),
        names_hidden: false,
        english: false,
        today: today().num_days_from_ce(),
    }
}

fn file(book: &Book, order: Order) -> (String, Vec<u8>) {
    match run(Job::Export(order), Some(book), &mut |_| ()) {
        JobReply::File(file) => (file.name, file.bytes.0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_real_catalogue_is_read_without_any_mapping() {
    let bytes = Bytes(include_bytes!("../../assets/danh-muc-qd-283-2026.xlsx").to_vec());
    let job = Job::ReadTables(ReadTables {
        name: "danh-muc.xlsx".into(),
        bytes,
        remembered: Vec::new(),
        mappings: std::collections::BTreeMap::new(),
    });
    let JobReply::Tables(Ok(tables)) = run(job, None, &mut |_| ()) else {
        panic!("tables")
    };
    let products: usize = tables
        .tables
        .iter()
        .filter(|(_, table)| table.kind == crate::files::recognise::TableKind::Catalogue)
        .map(|(_, table)| table.rows.len())
        .sum();
    assert_eq!((tables.tables.len(), products), (4, 371));
    let reply = JobReply::Tables(Ok(tables));
    let sent = postcard::to_allocvec(&reply).expect("encodes");
    assert_eq!(
        postcard::from_bytes::<JobReply>(&sent).expect("decodes"),
        reply
    );
}

#[test]
fn all_monthly_forms_come_as_one_zip_without_a_name_lost() {
    let book = sample();
    let (name, bytes) = file(&book, order(Product::MonthlyForms, "2026-10"));
    assert_eq!(name, "Mau-01-2026-10.zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    assert!(zip.len() >= 55, "{}", zip.len());
    let mut first = Vec::new();
    zip.by_index(0)
        .expect("a form")
        .read_to_end(&mut first)
        .expect("its bytes");
    assert!(zip::ZipArchive::new(std::io::Cursor::new(first)).is_ok());
}

#[test]
fn hidden_names_appear_nowhere() {
    let book = sample();
    let (_, bytes) = file(
        &book,
        Order {
            names_hidden: true,
            ..order(Product::Csv, "2026-10")
        },
    );
    let text = String::from_utf8(bytes).expect("text");
    for (_, official) in book.officials.iter() {
        assert!(!text.contains(&official.name), "{}", official.name);
    }
    assert!(text.contains("CC-001"));
}
