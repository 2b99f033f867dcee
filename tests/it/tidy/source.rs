//! Reads Rust source well enough to tell code from comments, strings and tests.

use super::{files_under, is_one_of, read};

/// One Rust file of the library or its binaries.
pub struct Source {
    /// From the repository's root, such as `src/engine/quality.rs`.
    pub file: String,
    /// The layer it belongs to, such as `engine`; `main`, `lib` and `bin` are layers too.
    pub layer: String,
    /// As written.
    pub text: String,
    /// The same length and lines, with comments, the contents of strings, and
    /// the tests at its end replaced by spaces.
    pub code: String,
    /// The strings outside tests, each with the line it begins on.
    pub strings: Vec<(usize, String)>,
}

/// Every Rust file under `src`, in order.
pub fn sources() -> Vec<Source> {
    let rust = |file: &String| is_one_of(file, &["rs"]);
    files_under("src")
        .into_iter()
        .filter(rust)
        .map(source)
        .collect()
}

fn source(file: String) -> Source {
    let text = read(&file);
    let (mut code, strings) = separate(&text);
    let tests = tests_begin(&file, &code);
    let kept = code[..tests].to_owned();
    code = kept + &blank(&code[tests..]);
    let last = super::line_at(&text, tests.min(text.len()));
    let strings = strings
        .into_iter()
        .filter(|(line, _)| tests == text.len() || *line < last)
        .collect();
    let layer = file["src/".len()..]
        .split(['/', '.'])
        .next()
        .unwrap()
        .to_owned();
    Source {
        file,
        layer,
        text,
        code,
        strings,
    }
}

/// Where the tests at the end of a file begin; its length when it has none.
fn tests_begin(file: &str, code: &str) -> usize {
    if file.ends_with("/tests.rs") || file.contains("/tests/") {
        return 0;
    }
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let at = from + found;
        let rest = code[at + "#[cfg(test)]".len()..].trim_start();
        if rest.starts_with("mod ") {
            return at;
        }
        from = at + 1;
    }
    code.len()
}

fn blank(text: &str) -> String {
    // Byte for byte, so that offsets keep their meaning.
    text.bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect()
}

/// Splits a file into code (everything else blanked) and its strings.
fn separate(text: &str) -> (String, Vec<(usize, String)>) {
    let mut code = String::with_capacity(text.len());
    let mut strings = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let (skipped, string) = not_code(rest, text[..at].chars().next_back());
        if skipped == 0 {
            let next = rest.chars().next().unwrap();
            code.push(next);
            at += next.len_utf8();
            continue;
        }
        if let Some(string) = string {
            strings.push((super::line_at(text, at), string));
            // The quotes stay, so that code around strings keeps its shape.
            code.push('"');
            code.push_str(&blank(&rest[1..skipped - 1]));
            code.push('"');
        } else {
            code.push_str(&blank(&rest[..skipped]));
        }
        at += skipped;
    }
    assert_eq!(code.len(), text.len());
    (code, strings)
}

/// How long the comment, string or character at the start is (0: it is code),
/// and the contents of a string.
fn not_code(rest: &str, before: Option<char>) -> (usize, Option<String>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), None);
    }
    if rest.starts_with('"') {
        let end = closing_quote(rest);
        return (end, Some(rest[1..end - 1].to_owned()));
    }
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with('r') && !in_word {
        let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
        if rest[1 + hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = 2 + hashes;
            let length = rest[open..]
                .find(&close)
                .map_or(rest.len(), |end| open + end + close.len());
            return (length, Some(rest[open..length - close.len()].to_owned()));
        }
    }
    if rest.starts_with('\'') {
        return (character(rest), None);
    }
    (0, None)
}

fn closing_quote(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character literal; 0 for a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(0, |end| 3 + end + 1),
        Some((at, c)) if rest[at + c.len_utf8()..].starts_with('\'') => at + c.len_utf8() + 1,
        _ => 0,
    }
}

/// Where `word` stands in the code as a whole word.
pub fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = code[..*at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            !before.is_some_and(part) && !after.is_some_and(part)
        })
}

#[test]
fn comments_strings_and_characters_are_told_from_code() {
    let (code, strings) =
        separate("let a = \"x // y\"; // \"no\"\nlet b: &'a str = r#\"q\"#; let c = '\"'; f64");
    assert_eq!(
        code,
        "let a = \"      \";        \nlet b: &'a str = \"    \"; let c =    ; f64"
    );
    assert_eq!(strings, [(1, "x // y".to_owned()), (2, "q".to_owned())]);
}
