//! Which part of the program may know which.

use super::source::{Source, sources, words};
use super::{Fault, assert_tidy, line_at};

/// Each layer and all it may use of ours. The reading order is that of `lib.rs`.
const MAY_USE: [(&str, &[&str]); 16] = [
    ("domain", &[]),
    ("text", &[]),
    ("rules", &["domain"]),
    ("ledger", &["domain"]),
    ("engine", &["ledger", "rules", "domain"]),
    ("sample", &["engine", "ledger", "rules", "domain", "text"]),
    ("store", &["ledger", "domain"]),
    ("files", &["ledger", "rules", "domain", "text"]),
    (
        "app",
        &[
            "sample", "engine", "ledger", "files", "rules", "domain", "text",
        ],
    ),
    (
        "i18n",
        &[
            "app", "sample", "store", "files", "engine", "ledger", "rules", "domain", "text",
        ],
    ),
    (
        "work",
        &[
            "i18n", "app", "engine", "ledger", "files", "rules", "domain", "text",
        ],
    ),
    ("parts", &[]),
    (
        "browser",
        &["work", "app", "store", "files", "ledger", "domain", "parts"],
    ),
    ("ui", &["app", "i18n", "domain", "text", "parts"]),
    ("main", &["ui", "browser"]),
    ("bin", &["ui", "browser"]),
];

/// The layers that may touch the browser.
const BROWSER: [&str; 5] = ["parts", "browser", "ui", "main", "bin"];

/// The layers in which a number is exact or absent.
pub const EXACT: [&str; 4] = ["domain", "rules", "engine", "ledger"];

#[test]
fn every_layer_uses_only_the_layers_it_may() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.layer != "lib") {
        let Some((_, allowed)) = MAY_USE.iter().find(|(layer, _)| *layer == source.layer) else {
            faults.push(fault(
                source,
                0,
                format!("`{}` is not a layer of the house", source.layer),
            ));
            continue;
        };
        for (at, used) in used_layers(&source.code) {
            if used != source.layer && !allowed.contains(&used.as_str()) {
                let may = if allowed.is_empty() {
                    "nothing of ours".to_owned()
                } else {
                    allowed.join(", ")
                };
                let rule = format!("`{}` may use {may}; not `{used}`", source.layer);
                faults.push(fault(source, at, rule));
            }
        }
    }
    assert_tidy(&faults);
}

#[test]
fn only_the_shell_knows_the_browser() {
    let crates = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "gloo_storage",
        "gloo",
    ];
    forbid(
        |source| !BROWSER.contains(&source.layer.as_str()),
        &crates,
        "only browser, ui and the binaries may know the browser; not",
    );
}

#[test]
fn nothing_exact_uses_floating_point() {
    let exact = |source: &Source| EXACT.contains(&source.layer.as_str());
    forbid(exact, &["f32", "f64"], "scores are exact: no");
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| exact(source)) {
        for at in float_literals(&source.code) {
            faults.push(fault(
                source,
                at,
                "scores are exact: no floating-point literal".to_owned(),
            ));
        }
    }
    assert_tidy(&faults);
}

#[test]
fn nothing_draws_lots_but_the_seal_of_a_backup() {
    let mut faults = Vec::new();
    let sources = sources();
    let below = sources
        .iter()
        .filter(|source| !BROWSER.contains(&source.layer.as_str()))
        .filter(|source| source.file != "src/files/backup/seal.rs");
    for source in below {
        for library in ["age", "rand", "getrandom"] {
            let named = words(&source.code, library)
                .filter(|at| source.code[at + library.len()..].starts_with("::"));
            faults.extend(named.map(|at| {
                let rule = format!("only the seal of a backup draws lots; not `{library}`");
                fault(source, at, rule)
            }));
        }
    }
    assert_tidy(&faults);
}

#[test]
fn stored_shapes_stay_where_things_are_stored() {
    let may = ["store", "files", "rules", "app", "browser"];
    forbid(
        |source| !may.contains(&source.layer.as_str()),
        &["serde", "serde_json", "postcard"],
        "stored shapes belong to store, files and rules; not",
    );
}

fn forbid(applies: impl Fn(&Source) -> bool, forbidden: &[&str], rule: &str) {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| applies(source)) {
        for word in forbidden {
            faults.extend(
                words(&source.code, word).map(|at| fault(source, at, format!("{rule} `{word}`"))),
            );
        }
    }
    assert_tidy(&faults);
}

fn fault(source: &Source, at: usize, rule: String) -> Fault {
    Fault {
        file: source.file.clone(),
        line: line_at(&source.code, at),
        rule,
    }
}

/// Every layer named by a path that begins at the crate, with its place.
fn used_layers(code: &str) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    for start in ["crate", "congtam"] {
        for at in words(code, start) {
            let Some(path) = code[at + start.len()..].strip_prefix("::") else {
                continue;
            };
            match path.strip_prefix('{') {
                Some(group) => used.extend(group_heads(group).into_iter().map(|head| (at, head))),
                // A macro of ours stands at the root, whichever layer it serves.
                None if path[head(path).len()..].starts_with('!') => {}
                None => used.push((at, head(path))),
            }
        }
    }
    // `crate::Thing` and `crate::CONSTANT` are not layers.
    used.retain(|(_, name)| name.starts_with(|c: char| c.is_ascii_lowercase()));
    used
}

fn head(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The first names inside `{a, b::{c, d}, e}`, given what follows the first brace.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = vec![head(group)];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(head(&group[at + 1..])),
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// Numbers written with a point; `tuple.0.1` is not one.
fn float_literals(code: &str) -> Vec<usize> {
    let bytes = code.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let mut found = Vec::new();
    for (at, _) in code.match_indices('.') {
        if at == 0 || !digit(at - 1) || !digit(at + 1) {
            continue;
        }
        let start = (0..at)
            .rev()
            .take_while(|before| word(bytes[*before]))
            .last()
            .unwrap_or(at);
        let follows_point = start > 0 && bytes[start - 1] == b'.';
        if digit(start) && !follows_point {
            found.push(start);
        }
    }
    found
}

#[test]
fn paths_are_read_from_groups_too() {
    let found: Vec<String> =
        used_layers("use crate::{domain::{a, b}, text}; crate::ledger::x(); crate::Book")
            .into_iter()
            .map(|(_, name)| name)
            .collect();
    assert_eq!(found, ["domain", "text", "ledger"]);
}

#[test]
fn tuple_fields_are_not_numbers() {
    assert_eq!(float_literals("a.0.1 + x[1..2] + 0.5"), [18]);
}
