//! Jobs, run on the host as the worker runs them.

use std::io::Read as _;

use chrono::Datelike as _;

use super::run;
use crate::app::job::{
    Bytes, ConductForm, ConductOrder, ConductWhose, HeaderAt, Job, JobReply, LogMark, Order,
    PagePart, Pasted, Product, ReadTables,
};
use crate::app::sample_agency;
use crate::domain::Day;
use crate::files::recognise::{Field, ProblemReason, RawTable, RawValue, TableKind};
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
        tasks: Vec::new(),
        names_hidden: false,
        english: false,
        today: today().num_days_from_ce(),
        log: None,
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
        ..ReadTables::default()
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

fn tables_of(order: ReadTables) -> crate::app::job::Tables {
    match run(Job::ReadTables(order), None, &mut |_| ()) {
        JobReply::Tables(Ok(tables)) => tables,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pasted_block_is_read_like_a_file() {
    let block = "Họ, đệm và tên\tĐơn vị\tChức vụ\nLê Thị Thử\tVăn phòng\tCông chức\n";
    let html = "<table><tr><td>Họ, đệm và tên</td><td>Đơn vị</td><td>Chức vụ</td></tr>\
                <tr><td>Lê Thị Thử</td><td>Văn phòng</td><td>Công chức</td></tr></table>";
    for html in [None, Some(html.to_owned())] {
        let tables = tables_of(ReadTables {
            pasted: Some(Pasted {
                text: block.to_owned(),
                html,
            }),
            ..ReadTables::default()
        });
        let (_, table) = &tables.tables[0];
        assert_eq!(table.kind, TableKind::Staff);
        assert_eq!(table.rows.len(), 1);
        let name = table.rows[0].text(Field::PersonName);
        assert_eq!(name, Some("Lê Thị Thử"));
    }
}

#[test]
fn a_header_no_one_recognises_is_read_where_the_user_says() {
    let block = "Bảng nội bộ\tX\nDanh tính\tNơi chốn\nLê Thị Thử\tVăn phòng\n";
    let header = HeaderAt {
        kind: TableKind::Staff,
        row: 1,
    };
    let tables = tables_of(ReadTables {
        pasted: Some(Pasted {
            text: block.to_owned(),
            html: None,
        }),
        headers: std::collections::BTreeMap::from([(0, header)]),
        ..ReadTables::default()
    });
    let columns = &tables.proposals[0].columns;
    assert_eq!(columns.len(), 2);
    assert_eq!(columns[0].header, "Danh tính");
    let mapping = tables.proposals[0].mapping.as_ref().expect("a mapping");
    assert_eq!((mapping.kind, mapping.header_row), (TableKind::Staff, 1));
}

#[test]
fn the_points_of_the_standard_product_are_taken_as_typed() {
    let block = "Mã sản phẩm\tNhiệm vụ\tCông việc chi tiết\tĐiểm chấm\tHệ số quy đổi\n\
                 VP.01\tTổng hợp\tBáo cáo tháng\t10\t\n\
                 VP.02\tTổng hợp\tBáo cáo quý\t5\t\n";
    let read = |standard_points: Option<&str>| {
        let tables = tables_of(ReadTables {
            pasted: Some(Pasted {
                text: block.to_owned(),
                html: None,
            }),
            standard_points: standard_points.map(str::to_owned),
            ..ReadTables::default()
        });
        tables.tables[0].1.clone()
    };
    let unknown = |table: &RawTable| {
        let problems = table.problems.iter();
        problems
            .filter(|problem| problem.reason == ProblemReason::StandardPointsUnknown)
            .count()
    };
    assert_eq!(unknown(&read(None)), 2);
    let told = read(Some("2,5"));
    assert_eq!(unknown(&told), 0);
    let four = crate::domain::Decimal::parse("4").expect("a number");
    assert_eq!(
        told.rows[0].get(Field::Coefficient),
        Some(&RawValue::Decimal(four))
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
fn everybody_asked_for_gets_a_page_to_print() {
    let book = sample();
    let one = book.officials.iter().next().expect("somebody").0;
    let pages = |order| match run(Job::Export(order), Some(&book), &mut |_| ()) {
        JobReply::Pages(parts) => parts,
        other => panic!("{other:?}"),
    };
    let papers = |parts: &[PagePart]| parts.iter().filter(|part| part.depth == 0).count();
    for (product, period) in [
        (Product::MonthlyPages, "2026-10"),
        (Product::YearlyPages, "2026"),
    ] {
        let parts = pages(Order {
            officials: vec![one.0],
            ..order(product, period)
        });
        assert_eq!(papers(&parts), 1);
        let name = book.official_name(one);
        assert!(parts.iter().any(|part| part.text.ends_with(name)));
    }
    assert!(papers(&pages(order(Product::MonthlyPages, "2026-10"))) >= 55);
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

#[test]
fn an_english_annex_is_headed_in_english() {
    let book = sample();
    let english = Order {
        english: true,
        officials: vec![16],
        ..order(Product::Annex, "2026-10")
    };
    let text = unpacked(&file(&book, english).1);
    assert!(text.contains("ANNEX: REASONS FOR THE SCORE"));
    assert!(!text.contains("PHỤ LỤC GIẢI TRÌNH"));
}

/// All text of an office file or of an archive of office files.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        text.push_str(&part.name().unwrap());
        if bytes.starts_with(b"PK") {
            text.push_str(&unpacked(&bytes));
        } else {
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    text
}

#[test]
fn the_calendar_file_keeps_its_numbers_and_hides_what_people_wrote() {
    let book = sample();
    let numbers = |order: Order| {
        let (name, bytes) = file(&book, order);
        assert_eq!(name, "Thoi-han-2026.ics");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = text.replace("\r\n ", "");
        let lines = text.lines().filter(|line| line.starts_with("UID:"));
        let numbers: Vec<String> = lines.map(str::to_owned).collect();
        (numbers, text)
    };
    let shown = order(Product::Deadlines, "2026");
    let hidden = Order {
        names_hidden: true,
        ..shown.clone()
    };
    let ((first, open), (second, closed)) = (numbers(shown), numbers(hidden));
    assert!(!first.is_empty());
    assert_eq!(first, second);
    let people = book.officials.iter();
    let names: Vec<&str> = people.map(|(_, person)| person.name.as_str()).collect();
    assert!(names.iter().any(|name| open.contains(name)));
    assert!(!names.iter().any(|name| closed.contains(name)));
}

#[test]
fn a_calendar_of_chosen_tasks_holds_theirs_and_no_others() {
    let book = sample();
    let events = |order: Order| {
        let text = String::from_utf8(file(&book, order).1).expect("UTF-8");
        text.replace("\r\n ", "")
            .lines()
            .filter(|line| line.starts_with("UID:"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let all = events(order(Product::Deadlines, "2026"));
    let number = |uid: &String| {
        let rest = uid.strip_prefix("UID:nhiem-vu-")?;
        rest.split('-').next()?.parse::<u32>().ok()
    };
    let one = number(&all[0]).expect("the number of a task");
    let chosen = Order {
        tasks: vec![one],
        // The tasks say which days are meant, not the period.
        ..order(Product::Deadlines, "2020")
    };
    let theirs: Vec<String> = all
        .iter()
        .filter(|uid| number(uid) == Some(one))
        .cloned()
        .collect();
    let made = events(chosen);
    assert!(theirs.iter().all(|uid| made.contains(uid)));
    assert!(made.iter().all(|uid| number(uid) == Some(one)));
}

#[test]
fn workbooks_carry_the_log_in_their_properties_and_the_official_file_keeps_its_shape() {
    let book = sample();
    let marked = |product| Order {
        log: Some(LogMark {
            sequence: 12,
            hash: [0xab; 32],
        }),
        ..order(product, "2026")
    };
    let hash = "ab".repeat(32);
    let comment = format!("<dc:description>Nhật ký: thao tác số 12, mã băm {hash}<");
    let day = |month, day| {
        let day = Day::from_ymd_opt(2026, month, day).expect("a day");
        day.num_days_from_ce()
    };
    let scorecard = Product::Conduct(ConductOrder {
        form: ConductForm::Workbook,
        whose: ConductWhose::Agency,
        from: day(7, 1),
        to: day(9, 30),
    });
    for product in [Product::Workbook, scorecard] {
        let text = unpacked(&file(&book, marked(product)).1);
        assert!(text.contains(&comment), "{product:?}");
        let without = unpacked(&file(&book, order(product, "2026")).1);
        assert!(!without.contains("<dc:description>"), "{product:?}");
    }
    // A released version of that format never changes, and it has no place for the mark.
    let with = file(&book, marked(Product::Official)).1;
    assert!(with == file(&book, order(Product::Official, "2026")).1);
}

#[test]
fn what_is_printed_to_the_letter_carries_the_log_in_its_properties_and_an_annex_says_it() {
    let book = sample();
    let marked = |product, period| Order {
        officials: vec![16],
        log: Some(LogMark {
            sequence: 12,
            hash: [0xab; 32],
        }),
        ..order(product, period)
    };
    let hash = "ab".repeat(32);
    let comment = format!("<dc:description>Nhật ký: thao tác số 12, mã băm {hash}<");
    for (product, period) in [
        (Product::MonthlyForms, "2026-10"),
        (Product::YearlyForms, "2026"),
        (Product::Annex, "2026-10"),
    ] {
        let text = unpacked(&file(&book, marked(product, period)).1);
        assert!(text.contains(&comment), "{product:?}");
        let printed = text.contains("Theo dữ liệu đến thao tác số 12");
        assert_eq!(printed, product == Product::Annex, "{product:?}");
    }
}
