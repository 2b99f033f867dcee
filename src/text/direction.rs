//! The direction of writing: what a text from outside does to it ends with that text.

use std::borrow::Cow;

const ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// The text as it can stand in a sentence without turning what follows it around.
///
/// A text in which nothing is written from right to left comes back as it is. Any other stands
/// between marks nobody sees, with one more for every mark it leaves open or closes too often
/// (Unicode Standard Annex 9).
///
/// ```
/// use congtam::text::isolated;
/// assert_eq!(isolated("Trần Văn A"), "Trần Văn A");
/// assert_eq!(isolated("A\u{202e}B"), "\u{2068}A\u{202e}B\u{2069}");
/// ```
#[must_use]
pub fn isolated(text: &str) -> Cow<'_, str> {
    if !text.chars().any(turns) {
        return Cow::Borrowed(text);
    }
    let (stray, open) = unmatched(text);
    let mark = |mark: char, count: usize| std::iter::repeat_n(mark, 1 + count);
    let held = mark(ISOLATE, stray)
        .chain(text.chars())
        .chain(mark(POP_ISOLATE, open));
    Cow::Owned(held.collect())
}

/// Texts one after another, each keeping its direction to itself.
#[must_use]
pub fn joined(texts: &[String], between: &str) -> String {
    let held: Vec<_> = texts.iter().map(|text| isolated(text)).collect();
    held.join(between)
}

/// Marks of direction, and the scripts that are written from right to left.
const fn turns(c: char) -> bool {
    matches!(c,
        '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// How many isolates a text ends that it did not begin, and begins that it does not end.
fn unmatched(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(stray, open), c| match c {
        '\u{2066}'..='\u{2068}' => (stray, open + 1),
        POP_ISOLATE if open > 0 => (stray, open - 1),
        POP_ISOLATE => (stray + 1, open),
        _ => (stray, open),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_ours_stays_as_it_is() {
        for text in [
            "",
            "Nguyễn Thị B",
            "3/4 · 12:30 (đã xong)",
            "a\nb\t\u{200b}",
        ] {
            assert!(matches!(isolated(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_turns_a_sentence_around_ends_with_its_text() {
        for text in [
            "a\u{202e}b",
            "\u{202b}\u{202d}",
            "\u{2069}\u{2069}\u{202e}a",
            "\u{2067}\u{2066}a\u{2069}",
            "\u{5d0}\u{5d1}",
            "\u{2069}\u{2067}\u{2069}\u{2069}\u{202e}",
        ] {
            let held = isolated(text);
            assert_eq!(unmatched(&held), (0, 0), "{text:?}");
            let inner = held.trim_start_matches(ISOLATE);
            assert!(held.contains(text) && !inner.is_empty());
            // At no place within are all of ours ended already.
            let all: Vec<char> = held.chars().collect();
            for end in 1..all.len() {
                let (_, open) = unmatched(&all[..end].iter().collect::<String>());
                assert!(open > 0, "{text:?} gets out at {end}");
            }
        }
    }
}
