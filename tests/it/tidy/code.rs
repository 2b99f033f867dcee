//! How a file begins, how long it is, and what no file may hold.

use std::collections::BTreeSet;

use super::source::{Source, sources, words};
use super::{Fault, assert_tidy, files_under, is_one_of, line_at, read};

/// Lines a file may have before it must be divided.
const WALL: usize = 600;

/// Files that are lists, not code: they are as long as what they list.
const DATA: [&str; 2] = ["src/i18n/", "src/files/recognise/alias.rs"];

#[test]
fn every_file_begins_with_a_sentence_that_says_what_it_is() {
    let faults = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| fault(source, 0, "the first line is a plain `//!` sentence"))
        .collect::<Vec<_>>();
    assert_tidy(&faults);
}

#[test]
fn no_file_is_longer_than_the_wall() {
    let data = |file: &str| DATA.iter().any(|start| file.starts_with(start));
    let own = |file: &String| is_one_of(file, &["rs", "css", "mjs"]) && !data(file);
    let mut faults = Vec::new();
    for file in files_under("").into_iter().filter(own) {
        let lines = read(&file).lines().count();
        if lines > WALL {
            faults.push(Fault {
                file,
                line: lines,
                rule: format!("longer than {WALL} lines: divide it"),
            });
        }
    }
    assert_tidy(&faults);
}

#[test]
fn nothing_unfinished_is_left_in_the_library() {
    let mut faults = Vec::new();
    for source in &sources() {
        for unfinished in ["todo!", "dbg!", "unimplemented!", "println!", "eprintln!"] {
            let name = unfinished.trim_end_matches('!');
            let found =
                words(&source.code, name).filter(|at| source.code[*at..].starts_with(unfinished));
            faults.extend(
                found.map(|at| fault(source, at, &format!("no `{unfinished}` in the library"))),
            );
        }
    }
    assert_tidy(&faults);
}

#[test]
fn no_test_is_switched_off() {
    let mut faults = Vec::new();
    let rust = |file: &String| is_one_of(file, &["rs"]);
    for file in files_under("src")
        .into_iter()
        .chain(files_under("tests"))
        .filter(rust)
    {
        find(
            &file,
            concat!("#[ig", "nore"),
            "no test is switched off: mend it or remove it",
            &mut faults,
        );
    }
    let scripts = files_under("tests/e2e");
    for file in scripts.iter().filter(|file| is_one_of(file, &["mjs"])) {
        for switch in ["skip", "only", "todo"] {
            for start in ["test", "describe", "it"] {
                let rule = "no test is switched off, and none runs alone";
                find(file, &format!("{start}.{switch}("), rule, &mut faults);
            }
        }
    }
    assert_tidy(&faults);
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    // Written in pieces, so that this file does not find itself.
    let places = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/Us", "ers/"),
        concat!("/wo", "rk/"),
        concat!("C:\\", "Users"),
    ];
    let readable = [
        "rs", "toml", "css", "html", "js", "mjs", "json", "md", "yml", "yaml", "txt", "svg",
    ];
    let mut faults = Vec::new();
    for file in files_under("") {
        let script = file.starts_with("tools/") || file == "Makefile" || file.starts_with(".ci/");
        if script || is_one_of(&file, &readable) {
            for place in places {
                find(&file, place, "a place on one machine", &mut faults);
            }
        }
    }
    assert_tidy(&faults);
}

#[test]
fn no_lock_file_names_a_registry() {
    let mut faults = Vec::new();
    for file in files_under("")
        .iter()
        .filter(|file| file.ends_with("package-lock.json"))
    {
        find(
            file,
            "\"resolved\"",
            "the lock file names no host (see .npmrc beside it)",
            &mut faults,
        );
    }
    assert_tidy(&faults);
}

#[test]
fn what_is_fuzzed_is_built_with_the_libraries_of_the_program() {
    let manifest = "tests/fuzz/Cargo.toml";
    let program = read("Cargo.toml");
    let fuzzed = read(manifest);
    let start = fuzzed.find("[dependencies]").unwrap();
    let listed = fuzzed[start..].lines().skip(1);
    let mut faults = Vec::new();
    for line in listed.take_while(|line| !line.starts_with('[')) {
        let own = line.is_empty() || line.starts_with("libfuzzer-sys");
        if !own && !program.lines().any(|other| other == line) {
            faults.push(Fault {
                file: manifest.to_owned(),
                line: line_at(&fuzzed, fuzzed.find(line).unwrap()),
                rule: format!("not as in Cargo.toml: {line}"),
            });
        }
    }
    assert_tidy(&faults);
}

#[test]
fn what_is_fuzzed_is_locked_to_the_versions_of_the_program() {
    let manifest = "tests/fuzz/Cargo.lock";
    let program = packages(&read("Cargo.lock"));
    let own = ["congtam-fuzz", "libfuzzer-sys", "arbitrary", "jobserver"];
    let others = packages(&read(manifest)).into_iter().filter(|package| {
        let (name, _) = package;
        !program.contains(package) && !own.contains(&name.as_str())
    });
    let faults = others.map(|(name, version)| Fault {
        file: manifest.to_owned(),
        line: 0,
        rule: format!("not in Cargo.lock: {name} {version}"),
    });
    assert_tidy(&faults.collect::<Vec<_>>());
}

/// The names and versions of a lock file.
fn packages(lock: &str) -> BTreeSet<(String, String)> {
    let lock: toml::Table = lock.parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let text = |package: &toml::Value, key: &str| package[key].as_str().unwrap().to_owned();
    let each = packages.iter();
    each.map(|package| (text(package, "name"), text(package, "version")))
        .collect()
}

#[test]
fn views_carry_no_inline_style_and_no_raw_html() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.layer == "ui") {
        for (attribute, rule) in [
            (
                "style=",
                "no inline style: the page's policy refuses it; use a class, or `style:property=`",
            ),
            (
                "inner_html=",
                "no raw html: text that came from a file could run",
            ),
        ] {
            let found = source.code.match_indices(attribute).filter(|(at, _)| {
                let before = source.code[..*at].chars().next_back();
                // `style=("property", …)` sets the property, which the policy allows.
                let property = source.code[at + attribute.len()..].starts_with('(');
                before.is_none_or(char::is_whitespace) && !property
            });
            faults.extend(found.map(|(at, _)| fault(source, at, rule)));
        }
    }
    assert_tidy(&faults);
}

#[test]
fn what_people_read_stands_in_the_translations() {
    // `rules` and `files` hold the law's own words and those of the statutory
    // forms, `text` is about letters, `sample` invents names, and what every
    // store is put through is itself a test.
    let silent = [
        "domain", "ledger", "engine", "store", "app", "browser", "ui", "main", "bin",
    ];
    let mut faults = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| silent.contains(&source.layer.as_str()))
        .filter(|source| source.file != "src/store/conformance.rs")
    {
        for (line, text) in &source.strings {
            if text.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
                let rule = format!("what people read belongs to i18n: {text:?}");
                faults.push(Fault {
                    file: source.file.clone(),
                    line: *line,
                    rule,
                });
            }
        }
    }
    assert_tidy(&faults);
}

fn find(file: &str, wanted: &str, rule: &str, faults: &mut Vec<Fault>) {
    let text = read(file);
    // A room of ours is no place on a machine.
    let ours = |at: usize| wanted.starts_with('/') && text[..at].ends_with("src");
    let found = text.match_indices(wanted).filter(|(at, _)| !ours(*at));
    faults.extend(found.map(|(at, _)| Fault {
        file: file.to_owned(),
        line: line_at(&text, at),
        rule: rule.to_owned(),
    }));
}

fn fault(source: &Source, at: usize, rule: &str) -> Fault {
    Fault {
        file: source.file.clone(),
        line: line_at(&source.text, at),
        rule: rule.to_owned(),
    }
}
