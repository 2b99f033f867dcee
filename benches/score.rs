//! How long scoring takes on a large book: everything, and one edit.
//!
//! Prints times and ratios, asserts none. The peer is the same sum done without exactness:
//! one pass over the tasks in plain integers.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a benchmark prints and reads the clock"
)]

use std::time::{Duration, Instant};

use congtam::domain::{AssignmentId, Day, Decimal, Month, OfficialId, Period};
use congtam::engine::Scores;
use congtam::ledger::{Action, Book, Draft, Key, Kind, Record};
use congtam::rules::Rules;

const OFFICIALS: u32 = 10_000;
const TASKS: u32 = 100;
const EDITS: u32 = 50;

fn main() {
    let Ok(rules) = Rules::shipped_ref() else {
        eprintln!("the shipped rules are faulty");
        return;
    };
    let (officials, tasks) = if std::env::args().any(|arg| arg == "--test") {
        (40, 12)
    } else {
        (OFFICIALS, TASKS)
    };
    let until = Day::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    let (made, operation) = timed(|| congtam::sample::agency(congtam::sample::SEED, 60, 8, until));
    println!(
        "sample agency of 60: {made:?} ({} records)",
        operation.changes.len()
    );
    let mut book = congtam::sample::book(1, officials, tasks);
    println!("{officials} officials, {} tasks", book.assignments.len());

    let (pass, sum) = timed(|| one_pass(&book));
    println!("one pass over the tasks in integers: {pass:?} ({sum})");
    let (full, mut scores) = timed(|| Scores::full(&book, rules));
    println!(
        "full recompute: {full:?}, {:.1} times the pass",
        ratio(full, pass)
    );

    let mut times: Vec<Duration> = (0..EDITS)
        .map(|at| edit(&mut book, &mut scores, rules, at))
        .collect();
    times.sort_unstable();
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!("one edit: median {median:?}, worst of {EDITS} {worst:?}");
    println!("one edit is {:.5} of a full recompute", ratio(median, full));
    let (again, fresh) = timed(|| Scores::full(&book, rules));
    println!(
        "full recompute again: {again:?}; equal to the kept scores: {}",
        fresh == scores
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

#[allow(clippy::cast_precision_loss, reason = "a printed ratio")]
fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_nanos() as f64 / b.as_nanos().max(1) as f64
}

fn one_pass(book: &Book) -> i128 {
    book.assignments
        .iter()
        .map(|(_, task)| {
            i128::from(task.coefficient.millionths()) * i128::from(task.completed.millionths())
        })
        .sum()
}

/// One edit of a task or of a sheet, its scores brought up to date; the time of the scores.
fn edit(book: &mut Book, scores: &mut Scores, rules: &Rules, at: u32) -> Duration {
    let mut draft = Draft::new(book, Action::Edit(Kind::Assignment));
    let key = Key::Assignment(AssignmentId(1 + at * 97));
    if at % 5 == 4 {
        let month = Month::of(Period::Year(2026).first_day());
        let key = Key::General(OfficialId(2 + at), Period::Month(month));
        draft.remove(key);
    } else if let Some(Record::Assignment(mut task)) = draft.get(key) {
        task.completed = Decimal::ZERO;
        draft.put(key, task);
    }
    let operation = draft.finish();
    if let Err(error) = book.apply(&operation) {
        eprintln!("{error}");
    }
    let (time, _) = timed(|| scores.update(book, rules, &operation));
    time
}
