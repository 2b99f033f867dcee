//! Runs worked cases through the library: `cargo run --release --example score -- FILE…`.
//!
//! One JSON object per case on standard output. Exits 1 if any expected value differs
//! (case, field, expected and got on standard error), 2 if a file cannot be read (with
//! file, line and reason). The format is described in `tests/cases/README.md`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program prints"
)]

use std::process::ExitCode;

#[path = "score/case.rs"]
mod case;
#[path = "score/build.rs"]
mod build;
#[path = "score/complaint.rs"]
mod complaint;
#[path = "score/event.rs"]
mod event;
#[path = "score/json.rs"]
mod json;
#[path = "score/node.rs"]
mod node;
#[path = "score/period.rs"]
mod period;
#[path = "score/run.rs"]
mod run;
#[path = "score/task.rs"]
mod task;
#[path = "score/year.rs"]
mod year;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("name one or more files of worked cases");
        return ExitCode::from(2);
    }
    let (mut differs, mut unreadable) = (false, false);
    for file in &files {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: {error}");
                unreadable = true;
                continue;
            }
        };
        match run::run_text(&text) {
            Ok(outcomes) => {
                for outcome in outcomes {
                    println!("{}", outcome.json);
                    for difference in &outcome.differences {
                        eprintln!("{file}: {difference}");
                        differs = true;
                    }
                }
            }
            Err(fault) => {
                eprintln!("{file}:{fault}");
                unreadable = true;
            }
        }
    }
    match (unreadable, differs) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    }
}
