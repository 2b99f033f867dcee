//! Writes what the benchmarks in the browser need: workspaces of a million and of 100,000 tasks
//! as the browser keeps them, and jobs for the worker. Prints where the files are.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark tells what it found and reads the clock"
)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use congtam::app::job::{Bytes, Job, Order, Product, ReadTables};
use congtam::ledger::{Action, Book, Change, Kind, Moment, Operation};
use congtam::sample;
use congtam::store::{Area, Canary, Keeper, LAST_ROW, MemoryStore, Store, fold, pack_book, ready};
use serde::Serialize;

/// Changes in one operation.
const AT_A_TIME: usize = 20_000;
/// Edits of one task each, as they come together in a year of work.
const EDITS: usize = 10_000;
/// The workspace's name in the browser.
const WORKSPACE: &str = "bench";

/// What the page sends to the worker, as the browser part packs it.
#[derive(Serialize)]
enum Parcel {
    Job { job: Job, book: Option<Bytes> },
}

fn main() {
    let small = std::env::args().any(|arg| arg == "--test");
    let (officials, exported) = if small { (40, 10) } else { (10_000, 1_000) };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let start = Instant::now();
    let book = sample::book(1, officials, 100);
    println!(
        "{officials} officials, {} tasks, made in {:?}",
        book.assignments.len(),
        start.elapsed()
    );
    workspace(&book, &folder, "workspace", 0);
    drop(book);
    let book = sample::book(sample::SEED, exported, 100);
    jobs(&book, &folder);
    workspace(&book, &folder, "workspace-100000", 0);
    workspace(&book, &folder, "workspace-100000-edited", EDITS);
}

/// All rows of the stores as `area, number, length, bytes`, and the canary beside them.
fn workspace(book: &Book, folder: &Path, stem: &str, edits: usize) {
    let (store, mut keeper) = (MemoryStore::default(), Keeper::new(WORKSPACE));
    let start = Instant::now();
    let mut changes = Vec::with_capacity(AT_A_TIME);
    for (key, record) in book.all() {
        changes.push(Change {
            key,
            before: None,
            after: Some(record),
        });
        if changes.len() == AT_A_TIME {
            let some = std::mem::take(&mut changes);
            save(&store, &mut keeper, Action::LoadSample, some);
        }
    }
    save(&store, &mut keeper, Action::LoadSample, changes);
    let tasks = book.all().filter(|(key, _)| key.kind() == Kind::Assignment);
    for (key, record) in tasks.take(edits) {
        let before = Some(record.clone());
        let after = Some(record);
        let change = Change { key, before, after };
        append(
            &store,
            &mut keeper,
            Action::Edit(Kind::Assignment),
            vec![change],
        );
    }
    fold_all(&store, &mut keeper);
    println!("packed and folded in {:?}", start.elapsed());
    let mut rows = Vec::new();
    for (number, area) in (0_u8..).zip(Area::ALL) {
        for (row, bytes) in ready(store.read(area, 0..=LAST_ROW)).expect("memory is read") {
            let length = u32::try_from(bytes.len()).expect("a row is small");
            rows.push(number);
            rows.extend(row.to_le_bytes());
            rows.extend(length.to_le_bytes());
            rows.extend(bytes);
        }
    }
    write(folder, &format!("{stem}.bin"), &rows);
    let canary = serde_json::to_vec(&Canary::of(&keeper, None)).expect("figures and names");
    write(folder, &format!("{stem}-canary.json"), &canary);
}

fn save(store: &MemoryStore, keeper: &mut Keeper, action: Action, changes: Vec<Change>) {
    append(store, keeper, action, changes);
    fold_all(store, keeper);
}

fn append(store: &MemoryStore, keeper: &mut Keeper, action: Action, changes: Vec<Change>) {
    let operation = Operation {
        action,
        changes: changes.into(),
    };
    let (_, batch) = keeper.append(Moment(0), "bench", &operation);
    ready(store.write(batch)).expect("memory takes every row");
}

fn fold_all(store: &MemoryStore, keeper: &mut Keeper) {
    while keeper.behind() > 0 {
        ready(fold(store, keeper, 64)).expect("own chunks are good");
    }
}

/// The jobs whose time is compared: reading 100,000 rows, and writing them.
fn jobs(book: &Book, folder: &Path) {
    let name = "tasks-100000.xlsx";
    if let Ok(bytes) = std::fs::read(folder.join(name)) {
        let job = Job::ReadTables(ReadTables {
            name: name.to_owned(),
            bytes: Bytes(bytes),
            pasted: None,
            standard_points: None,
            headers: std::collections::BTreeMap::new(),
            remembered: Vec::new(),
            mappings: std::collections::BTreeMap::new(),
        });
        parcel(folder, "read-tables.job", job, None);
    }
    let order = Order {
        product: Product::Workbook,
        period: "2026".to_owned(),
        officials: Vec::new(),
        tasks: Vec::new(),
        names_hidden: false,
        english: false,
        today: 739_942,
        log: None,
    };
    parcel(
        folder,
        "export-workbook.job",
        Job::Export(order),
        Some(book),
    );
}

fn parcel(folder: &Path, name: &str, job: Job, book: Option<&Book>) {
    let book = book.map(|book| Bytes(pack_book(book)));
    let parcel = Parcel::Job { job, book };
    let bytes = postcard::to_allocvec(&parcel).expect("jobs are encodable");
    write(folder, name, &bytes);
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).expect("the target directory can be written");
    println!(
        "file {} ({} kB)",
        folder.join(name).display(),
        bytes.len() / 1000
    );
}
