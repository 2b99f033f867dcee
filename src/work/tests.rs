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

#[test]
fn the_workbook_annex_and_json_of_the_sample_are_made() {
    let book = sample();
    let (name, bytes) = file(&book, order(Product::Workbook, "2026"));
    assert_eq!(name, "Tong-hop-2026.xlsx");
    assert_eq!(bytes[..2], *b"PK");
    let (name, bytes) = file(&book, order(Product::Annex, "2026-10"));
    assert_eq!(name, "Vi-sao-2026-10.zip");
    assert_eq!(bytes[..2], *b"PK");
    let (name, bytes) = file(&book, order(Product::Official, "2026"));
    assert_eq!(name, "Ket-qua-2026.json");
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("\"format\": \"congtam.official\""));
}

#[test]
fn hidden_names_stand_in_no_export() {
    let book = sample();
    let names: Vec<String> = book
        .officials
        .iter()
        .map(|(_, official)| official.name.clone())
        .collect();
    for product in [Product::Official, Product::Csv] {
        let hidden = Order {
            names_hidden: true,
            ..order(product, "2026-10")
        };
        let (_, bytes) = file(&book, hidden);
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.contains("CC-001"), "{product:?}");
        for name in &names {
            assert!(!text.contains(name.as_str()), "{product:?} says {name}");
        }
    }
    for product in [Product::Annex, Product::MonthlyForms, Product::Workbook] {
        let hidden = Order {
            names_hidden: true,
            ..order(product, "2026-10")
        };
        let text = unpacked(&file(&book, hidden).1);
        for name in &names {
            assert!(!text.contains(name.as_str()), "{product:?} says {name}");
        }
    }
}

/// All text of an office file or of an archive of office files.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        text.push_str(part.name());
        if bytes.starts_with(b"PK") {
            text.push_str(&unpacked(&bytes));
        } else {
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    text
}
