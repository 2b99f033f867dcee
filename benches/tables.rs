//! How long a table of 100,000 tasks takes to be read, by format.
//!
//! Prints one line a format: rows, size, milliseconds (the best of three). The files stay
//! in the target directory, so that another program can be measured on the same bytes.
#![allow(clippy::print_stdout, reason = "a benchmark tells what it found")]
#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, the program does not"
)]

use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use congtam::app::import::{Choices, ImportSettings, plan};
use congtam::app::{Model, law};
use congtam::engine::Scores;
use congtam::files::recognise::{ExtractOptions, RawTable, extract, recognise};
use congtam::files::tabular::{Limits, Workbook, read};
use congtam::ledger::{Book, Moment};
use congtam::sample;
use congtam::store::Keeper;
use congtam::text::format_date;
use rust_xlsxwriter::{Format, Workbook as Writer};

const ROWS: u32 = 100_000;
const HEAD: [&str; 12] = [
    "STT",
    "Mã CC",
    "Họ và tên",
    "Mã CV",
    "Tên nhiệm vụ",
    "Hệ số",
    "Số lượng giao",
    "Số lượng hoàn thành",
    "Ngày giao",
    "Thời hạn",
    "Ngày hoàn thành",
    "Số lần chưa đạt",
];

fn main() {
    let (book, making) = best(|| sample::book(sample::SEED, ROWS / 100, 100));
    println!("tables made: {ROWS} tasks, {making} ms");
    let rows = rows(&book);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, bytes) in [
        ("tasks-100000.csv", csv(&rows)),
        ("tasks-100000.xlsx", xlsx(&rows)),
    ] {
        let path = folder.join(name);
        std::fs::write(&path, &bytes).expect("the target directory can be written");
        println!("file {}", path.display());
        let table = measure(name, &bytes);
        commit(name, table);
    }
}

/// What the page does once a person takes the rows: the dry run, and the one operation.
fn commit(name: &str, table: Option<RawTable>) {
    let tables: Vec<RawTable> = table.into_iter().collect();
    let mut model = Model {
        book: sample::book(sample::SEED, ROWS / 100, 0),
        ..Model::default()
    };
    model.now.today = congtam::domain::Day::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    model.scores = Scores::full(&model.book, law());
    let settings = ImportSettings::of(&model, name.to_owned());
    let choices = Choices::default();
    let (plan, planning) = best(|| plan(&model.book, &tables, &settings, &choices));
    let operation = plan.operation;
    let timed = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed().as_millis()
    };
    let copying = timed(&mut || drop(black_box(operation.clone())));
    let applying = timed(&mut || {
        let applied = model.book.apply(&operation);
        applied.expect("the benchmark's own rows are good");
    });
    let scoring = timed(&mut || {
        model.scores.update(&model.book, law(), &operation);
    });
    let mut keeper = Keeper::new("bench");
    let packing = timed(&mut || drop(keeper.append(Moment(0), "bench", &operation)));
    println!(
        "tables commit {name}: {} changes; plan {planning} ms, copy {copying} ms, apply {applying} ms, scores {scoring} ms, entry {packing} ms",
        operation.changes.len()
    );
}

fn measure(name: &str, bytes: &[u8]) -> Option<RawTable> {
    let size = bytes.len() / 1000;
    let (workbook, reading) = best(|| open(name, bytes));
    let found: usize = workbook.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    println!("tables read {name}: {found} rows, {size} kB, {reading} ms");
    let (proposals, recognising) = best(|| recognise(&workbook, &[]));
    let Some(mapping) = proposals.into_iter().find_map(|sheet| sheet.mapping) else {
        println!("tables recognise {name}: nothing");
        return None;
    };
    let columns = mapping.columns.len();
    println!("tables recognise {name}: {columns} columns, {recognising} ms");
    let options = ExtractOptions::default();
    let (table, extracting) = best(|| extract(&workbook, 0, &mapping, &options));
    let (rows, problems) = (table.rows.len(), table.problems.len());
    println!("tables extract {name}: {rows} rows, {problems} problems, {extracting} ms");
    Some(table)
}

fn open(name: &str, bytes: &[u8]) -> Workbook {
    let mut keep_on = |_| ControlFlow::Continue(());
    read(bytes, name, Limits::default(), &mut keep_on).expect("the benchmark's own file is good")
}

/// The result and the shortest of three times in milliseconds.
fn best<T>(work: impl Fn() -> T) -> (T, u128) {
    let run = || {
        let start = Instant::now();
        let result = black_box(work());
        (result, start.elapsed().as_millis())
    };
    let mut fastest = run();
    for _ in 0..2 {
        let next = run();
        if next.1 < fastest.1 {
            fastest = next;
        }
    }
    fastest
}

fn rows(book: &Book) -> Vec<[String; 12]> {
    let row = |(number, task): (usize, &congtam::domain::Assignment)| {
        let official = task.official.and_then(|id| book.officials.get(id));
        let product = task.product.and_then(|id| book.products.get(id));
        let day = |day: Option<_>| day.map(format_date).unwrap_or_default();
        [
            (number + 1).to_string(),
            official.and_then(|it| it.code.clone()).unwrap_or_default(),
            official.map(|it| it.name.clone()).unwrap_or_default(),
            product.map(|it| it.code.clone()).unwrap_or_default(),
            product.map(|it| it.task.clone()).unwrap_or_default(),
            task.coefficient.to_string(),
            task.assigned.to_string(),
            task.completed.to_string(),
            day(task.assigned_on),
            day(task.due),
            day(task.finished),
            task.events.len().to_string(),
        ]
    };
    let tasks = book.assignments.iter().map(|(_, task)| task);
    tasks.enumerate().map(row).collect()
}

fn csv(rows: &[[String; 12]]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEAD).expect("memory takes every row");
    for row in rows {
        writer.write_record(row).expect("memory takes every row");
    }
    writer.into_inner().expect("memory takes every row")
}

/// Numbers as numbers and dates as Excel dates, as an office's register has them.
fn xlsx(rows: &[[String; 12]]) -> Vec<u8> {
    let mut writer = Writer::new();
    let dates = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = writer.add_worksheet();
    for (column, name) in (0u16..).zip(HEAD) {
        sheet.write(0, column, name).expect("a valid cell");
    }
    for (at, row) in (1u32..).zip(rows) {
        for (column, value) in (0u16..).zip(row) {
            let written = match column {
                0 | 5..=7 | 11 => sheet.write(at, column, value.parse::<f64>().unwrap_or(0.0)),
                8..=10 => match congtam::text::parse_date(value) {
                    Ok(day) => sheet.write_with_format(at, column, serial(day), &dates),
                    Err(_) => continue,
                },
                _ => sheet.write(at, column, value.as_str()),
            };
            written.expect("a valid cell");
        }
    }
    writer.save_to_buffer().expect("memory takes every sheet")
}

/// Excel's number of a day.
fn serial(day: congtam::domain::Day) -> i32 {
    let zero = congtam::domain::Day::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    i32::try_from((day - zero).num_days()).unwrap_or(0)
}
