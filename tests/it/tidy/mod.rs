//! The rules of the house that a compiler does not know, as tests.
//!
//! Each failure names file, line and rule, so that it can be mended without
//! reading this code. The rules themselves are explained in ARCHITECTURE.md.

mod code;
mod hosting;
mod layers;
mod source;
mod style;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One place that breaks a rule.
struct Fault {
    file: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  {}:{}: {}", self.file, self.line, self.rule)
    }
}

/// Fails with every fault on a line of its own.
fn assert_tidy(faults: &[Fault]) {
    let list: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(
        faults.is_empty(),
        "{} faults\n{}\n",
        faults.len(),
        list.join("\n")
    );
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files under a directory of the repository, as paths from its root, in order.
/// A directory that does not exist has none.
fn files_under(directory: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(&root().join(directory), &mut found);
    found.sort();
    found
}

fn collect(directory: &Path, found: &mut Vec<String>) {
    const NOT_OURS: [&str; 6] = [".git", "target", "dist", "node_modules", "out", "screens"];
    let Ok(entries) = fs::read_dir(directory) else {
        return;
    };
    for entry in entries.map(Result::unwrap) {
        let path = entry.path();
        if NOT_OURS.contains(&entry.file_name().to_str().unwrap()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else {
            let relative = path.strip_prefix(root()).unwrap().to_str().unwrap();
            found.push(relative.replace('\\', "/"));
        }
    }
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}

/// The number, from 1, of the line that holds the byte at `offset`.
fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

/// Whether a file's name ends in one of these, without the point.
fn is_one_of(file: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(file).extension().and_then(|found| found.to_str());
    extension.is_some_and(|found| extensions.contains(&found))
}
