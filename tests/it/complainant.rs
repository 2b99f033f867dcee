//! Who complained leaves the program in no file but the full backup, which brings it back.

use std::io::{Cursor, Read as _};

use chrono::Datelike as _;
use congtam::app::job::{
    ConductForm, ConductOrder, ConductWhose, Job, JobReply, LogOrder, Order, Product,
};
use congtam::app::sample_agency;
use congtam::domain::{Complainant, ComplaintId, Day};
use congtam::files::backup::{Backup, RestoreMode, read, restore, write};
use congtam::ledger::{
    Action, Book, Change, Digest, Key, Kind, LogEntry, Moment, Operation, Record,
};
use congtam::work::run;

const NAME: &str = "Ẩn Danh Người Gửi";
const CONTACT: &str = "0987 000 321";

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 22).unwrap()
}

fn book() -> Book {
    let mut book = Book::default();
    book.apply(&sample_agency(today())).unwrap();
    let record = Complainant {
        name: NAME.to_owned(),
        contact: Some(CONTACT.to_owned()),
    };
    let key = Key::Complainant(first(&book));
    assert!(book.put(key, Some(record.into())));
    book
}

fn first(book: &Book) -> ComplaintId {
    book.complaints.iter().next().unwrap().0
}

/// Every product, with a number: a new one does not compile until it is tried here too.
const fn number(product: Product) -> usize {
    match product {
        Product::MonthlyForms => 0,
        Product::YearlyForms => 1,
        Product::MonthlyPages => 2,
        Product::YearlyPages => 3,
        Product::Csv => 4,
        Product::Workbook => 5,
        Product::Annex => 6,
        Product::Official => 7,
        Product::Deadlines => 8,
        Product::Conduct(order) => match order.form {
            ConductForm::Workbook => 9,
            ConductForm::Report => 10,
            ConductForm::Pages => 11,
        },
        Product::Person => 12,
    }
}

const fn conduct(form: ConductForm) -> Product {
    Product::Conduct(ConductOrder {
        form,
        whose: ConductWhose::Agency,
        // 1/1/2026 and 31/12/2026.
        from: 739_617,
        to: 739_981,
    })
}

const ALL: [Product; 13] = [
    Product::MonthlyForms,
    Product::YearlyForms,
    Product::MonthlyPages,
    Product::YearlyPages,
    Product::Csv,
    Product::Workbook,
    Product::Annex,
    Product::Official,
    Product::Deadlines,
    conduct(ConductForm::Workbook),
    conduct(ConductForm::Report),
    conduct(ConductForm::Pages),
    Product::Person,
];

/// True when a file, or a file inside it, holds a text.
fn holds(bytes: &[u8], text: &str) -> bool {
    if !bytes.starts_with(b"PK") {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        return [text.as_bytes(), &wide]
            .iter()
            .any(|wanted| bytes.windows(wanted.len()).any(|part| part == *wanted));
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len()).any(|at| {
        let mut part = Vec::new();
        zip.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        holds(&part, text)
    })
}

#[test]
fn no_export_of_any_kind_holds_who_complained() {
    let book = book();
    let everybody: Vec<u32> = book.officials.iter().map(|(id, _)| id.0).collect();
    for (at, product) in ALL.into_iter().enumerate() {
        assert_eq!(number(product), at);
        for names_hidden in [false, true] {
            // Somebody has a deadline ahead; of the other files one is enough.
            let officials = match product {
                Product::Deadlines => everybody.clone(),
                _ => everybody[..1].to_vec(),
            };
            let order = Order {
                product,
                period: "2026-10".to_owned(),
                officials,
                tasks: Vec::new(),
                names_hidden,
                english: false,
                today: today().num_days_from_ce(),
                log: None,
            };
            let made = match run(Job::Export(order), Some(&book), &mut |_| ()) {
                JobReply::File(file) => file.bytes.0,
                JobReply::Pages(pages) => format!("{pages:?}").into_bytes(),
                other => panic!("{product:?}: {other:?}"),
            };
            assert!(made.len() > 100, "{product:?}");
            for text in [NAME, CONTACT] {
                assert!(!holds(&made, text), "{product:?} holds {text}");
            }
        }
    }
}

#[test]
fn the_exported_log_says_that_it_was_recorded_and_not_who() {
    let key = Key::Complainant(ComplaintId(1));
    let recorded = Record::Complainant(Complainant {
        name: NAME.to_owned(),
        contact: Some(CONTACT.to_owned()),
    });
    let entry = |sequence, before, after| LogEntry {
        sequence,
        at: Moment(1_780_000_000_000),
        desk: "Máy 1".to_owned(),
        operation: Operation {
            action: Action::Edit(Kind::Complainant),
            changes: vec![Change { key, before, after }].into(),
        },
        previous: Digest::default(),
        hash: Digest::default(),
        first: None,
    };
    let entries = [
        entry(1, None, Some(recorded.clone())),
        entry(2, Some(recorded), None),
    ];
    let order = LogOrder {
        today: today().num_days_from_ce(),
        ..LogOrder::default()
    };
    let made = congtam::work::log::file(&entries, None, &order).unwrap();
    assert!(holds(&made.bytes.0, "người phản ánh"));
    for text in [NAME, CONTACT] {
        assert!(!holds(&made.bytes.0, text), "the log holds {text}");
    }
}

#[test]
fn the_full_backup_alone_brings_it_back() {
    let backup = Backup {
        workspace: "mau".into(),
        made: Moment(1_780_000_000_000),
        program: "0.1.0".into(),
        book: book(),
        log: Vec::new(),
    };
    let bytes = write(&backup);
    assert!(holds(&bytes, NAME) && holds(&bytes, CONTACT));
    let backup = read(&bytes).unwrap();
    let mut empty = Book::default();
    let operation = restore(&empty, &backup, RestoreMode::Replace);
    empty.apply(&operation).unwrap();
    let kept = empty.complainants.get(first(&empty)).unwrap();
    assert_eq!(kept.name, NAME);
}
