//! What a style sheet may hold: its own layer, tokens, and classes.

use super::source::sources;
use super::{Fault, assert_tidy, files_under, is_one_of, line_at, read};
use std::collections::BTreeSet;

/// A style sheet, comments blanked.
struct Sheet {
    file: String,
    text: String,
}

impl Sheet {
    fn fault(&self, at: usize, rule: impl Into<String>) -> Fault {
        Fault {
            file: self.file.clone(),
            line: line_at(&self.text, at),
            rule: rule.into(),
        }
    }

    /// The layer it must wrap itself in: its directory, or its own name at the top.
    fn layer(&self) -> &str {
        self.file["style/".len()..]
            .split(['/', '.'])
            .next()
            .unwrap()
    }
}

fn sheets() -> Vec<Sheet> {
    let css = |file: &String| is_one_of(file, &["css"]);
    let read_sheet = |file: String| Sheet {
        text: without_comments(&read(&file)),
        file,
    };
    files_under("style")
        .into_iter()
        .filter(css)
        .map(read_sheet)
        .collect()
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        let end = rest[start..]
            .find("*/")
            .map_or(rest.len(), |end| start + end + 2);
        kept.push_str(&rest[..start]);
        kept.extend(
            rest[start..end]
                .chars()
                .map(|c| if c == '\n' { '\n' } else { ' ' }),
        );
        rest = &rest[end..];
    }
    kept + rest
}

#[test]
fn every_sheet_stands_in_its_own_layer() {
    let mut faults = Vec::new();
    for sheet in sheets()
        .iter()
        .filter(|sheet| sheet.file != "style/layers.css")
    {
        let opening = format!("@layer {} {{", sheet.layer());
        let text = sheet.text.trim();
        let mut depth = 0_i32;
        let closed = text.char_indices().find(|(_, c)| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth == 0 && *c == '}'
        });
        if !text.starts_with(&opening) || closed.map(|(at, _)| at + 1) != Some(text.len()) {
            faults.push(sheet.fault(0, format!("the whole file stands in `{opening} … }}`")));
        }
    }
    assert_tidy(&faults);
}

#[test]
fn nothing_is_important_and_nothing_has_an_id() {
    let mut faults = Vec::new();
    for sheet in &sheets() {
        let important = sheet.text.match_indices("!important");
        faults.extend(important.map(|(at, _)| sheet.fault(at, "no `!important`: layers decide")));
        for (at, name) in hashes(&sheet.text) {
            if !is_colour(name) {
                faults.push(sheet.fault(at, format!("no ids: `#{name}`")));
            }
        }
    }
    assert_tidy(&faults);
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    const FUNCTIONS: [&str; 9] = [
        "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch(", "oklab(",
    ];
    const NAMES: [&str; 10] = [
        "white", "black", "red", "green", "blue", "gray", "grey", "yellow", "orange", "silver",
    ];
    let mut faults = Vec::new();
    for sheet in sheets()
        .iter()
        .filter(|sheet| sheet.file != "style/tokens.css")
    {
        let rule = |found: &str| format!("colours are tokens (style/tokens.css): `{found}`");
        for (at, name) in hashes(&sheet.text)
            .into_iter()
            .filter(|(_, name)| is_colour(name))
        {
            faults.push(sheet.fault(at, rule(&format!("#{name}"))));
        }
        for function in FUNCTIONS {
            let whole =
                |at: usize| !sheet.text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
            let found = sheet
                .text
                .match_indices(function)
                .filter(|(at, _)| whole(*at));
            faults.extend(found.map(|(at, _)| sheet.fault(at, rule(function))));
        }
        for (at, value) in values(&sheet.text) {
            let named = value
                .split(|c: char| !c.is_alphanumeric() && c != '-')
                .find(|word| NAMES.contains(word));
            faults.extend(named.map(|name| sheet.fault(at, rule(name))));
        }
    }
    assert_tidy(&faults);
}

#[test]
fn every_token_used_exists() {
    let sheets = sheets();
    let mut known = BTreeSet::new();
    for sheet in &sheets {
        for (at, _) in sheet.text.match_indices("--") {
            let name = token(&sheet.text[at..]);
            if sheet.text[at + name.len()..].trim_start().starts_with(':') {
                known.insert(name.to_owned());
            }
        }
    }
    // Values that depend on data are set by a view: `style:--share=…`.
    for source in sources() {
        known.extend(
            source
                .text
                .match_indices("--")
                .map(|(at, _)| token(&source.text[at..]).to_owned()),
        );
    }
    let mut faults = Vec::new();
    for sheet in &sheets {
        for (at, _) in sheet.text.match_indices("var(--") {
            let name = token(&sheet.text[at + "var(".len()..]);
            let after = &sheet.text[at + "var(".len() + name.len()..];
            let falls_back = after.trim_start().starts_with(',');
            if !falls_back && !known.contains(name) {
                faults.push(sheet.fault(at, format!("no token `{name}`")));
            }
        }
    }
    assert_tidy(&faults);
}

fn token(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

/// What follows each `#`, outside addresses.
fn hashes(text: &str) -> Vec<(usize, &str)> {
    let found = text
        .match_indices('#')
        .map(|(at, _)| (at, token(&text[at + 1..])));
    found
        .filter(|(at, name)| {
            !name.is_empty()
                && !text[..*at].ends_with(['"', '\''])
                && !text[..*at].ends_with("url(")
        })
        .collect()
}

fn is_colour(name: &str) -> bool {
    [3, 4, 6, 8].contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The value of each declaration, with its place.
fn values(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '{' | '}' | ';') {
            continue;
        }
        if let (true, Some(colon)) = (c != '{', text[start..at].find(':')) {
            found.push((start + colon, &text[start + colon + 1..at]));
        }
        start = at + 1;
    }
    found
}

#[test]
fn a_colour_a_word_and_an_id_are_told_apart() {
    let text = "a:hover { color: white; white-space: nowrap; background: url(\"#x\") } #part { color: #fff }";
    let values: Vec<&str> = values(text)
        .into_iter()
        .map(|(_, value)| value.trim())
        .collect();
    assert_eq!(values, ["white", "nowrap", "url(\"#x\")", "#fff"]);
    let names: Vec<&str> = hashes(text).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["part", "fff"]);
    assert!(is_colour("fff") && !is_colour("part"));
}
