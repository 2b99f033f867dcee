//! The order of office lists: given name first, Vietnamese letters, tones only as tie-break.

use unicode_normalization::UnicodeNormalization;

/// The letters in the order of the Vietnamese alphabet, with f, j, w, z where
/// foreign names need them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const SECTION_END: u8 = 0;
const SPACE: u8 = 1;
const FIRST_DIGIT: u8 = 2;
const FIRST_LETTER: u8 = 20;
const OTHER_SCRIPT: u8 = 0xFF;

/// A key whose order is the order of the texts it was made of. Texts that
/// differ only in tone placement or case have equal keys, so a stable sort
/// keeps their input order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Box<[u8]>);

/// The key of a person's name in an office list: the given name (the last
/// word), its tones, then family and middle names, then their tones.
///
/// # Example
/// ```
/// use congtam::text::name_sort_key;
/// assert!(name_sort_key("Võ Anh") < name_sort_key("Trần Thị Ánh"));
/// ```
#[must_use]
pub fn name_sort_key(name: &str) -> SortKey {
    let (family_and_middle, given) = split_name(name);
    let mut key = Vec::with_capacity(name.len() * 2);
    push_section(&mut key, &given);
    push_section(&mut key, &family_and_middle);
    SortKey(key.into())
}

/// The key of any other text (a unit, a task) read from left to right.
#[must_use]
pub fn text_sort_key(text: &str) -> SortKey {
    let mut key = Vec::with_capacity(text.len() * 2);
    push_section(&mut key, &super::collapse_spaces(text));
    SortKey(key.into())
}

/// Sorts records in the order of office lists; equal names keep their order.
pub fn sort_by_name<T>(records: &mut [T], name: impl Fn(&T) -> &str) {
    records.sort_by_cached_key(|record| name_sort_key(name(record)));
}

/// The name in the two parts of office lists: family and middle names, and the
/// given name (the last word). A name of one word has no first part.
///
/// # Example
/// ```
/// let (family_and_middle, given) = congtam::text::split_name("Nguyễn Văn Mẫu");
/// assert_eq!((family_and_middle.as_str(), given.as_str()), ("Nguyễn Văn", "Mẫu"));
/// ```
#[must_use]
pub fn split_name(name: &str) -> (String, String) {
    let name = super::collapse_spaces(name);
    match name.rsplit_once(' ') {
        Some((rest, given)) => (rest.to_owned(), given.to_owned()),
        None => (String::new(), name),
    }
}

/// Appends letters, end, tones of each word, end.
fn push_section(key: &mut Vec<u8>, text: &str) {
    let mut tones = Vec::new();
    let mut tone_of_word = 1;
    for letter in marked_letters(text) {
        if letter.base == ' ' {
            tones.push(tone_of_word);
            tone_of_word = 1;
        }
        tone_of_word = tone_of_word.max(letter.tone);
        push_rank(key, letter.composed());
    }
    tones.push(tone_of_word);
    key.push(SECTION_END);
    key.extend(tones);
    key.push(SECTION_END);
}

fn push_rank(key: &mut Vec<u8>, letter: char) {
    if letter == ' ' {
        key.push(SPACE);
    } else if let Some(digit) = letter.to_digit(10) {
        key.push(FIRST_DIGIT + digit.to_le_bytes()[0]);
    } else if let Some(at) = ALPHABET.chars().position(|c| c == letter) {
        key.push(FIRST_LETTER.saturating_add(u8::try_from(at).unwrap_or(u8::MAX)));
    } else if letter.is_alphanumeric() {
        key.push(OTHER_SCRIPT);
        key.extend(letter.encode_utf8(&mut [0; 4]).bytes());
    }
}

/// A base letter with the marks that make it another letter, and the tone it carries.
struct MarkedLetter {
    base: char,
    shape: Option<char>,
    tone: u8,
}

impl MarkedLetter {
    fn composed(&self) -> char {
        self.shape
            .and_then(|mark| unicode_normalization::char::compose(self.base, mark))
            .unwrap_or(self.base)
    }
}

fn marked_letters(text: &str) -> Vec<MarkedLetter> {
    let mut letters: Vec<MarkedLetter> = Vec::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match (mark_of(c), letters.last_mut()) {
            (Mark::None, _) => letters.push(MarkedLetter {
                base: c,
                shape: None,
                tone: 1,
            }),
            (Mark::Tone(tone), Some(letter)) => letter.tone = tone,
            (Mark::Shape, Some(letter)) => letter.shape = Some(c),
            (Mark::Foreign | Mark::Tone(_) | Mark::Shape, _) => {}
        }
    }
    letters
}

enum Mark {
    None,
    /// 1 ngang, 2 huyền, 3 hỏi, 4 ngã, 5 sắc, 6 nặng.
    Tone(u8),
    /// Breve, circumflex, horn: another letter.
    Shape,
    Foreign,
}

fn mark_of(c: char) -> Mark {
    match c {
        '\u{300}' | '\u{340}' => Mark::Tone(2),
        '\u{309}' => Mark::Tone(3),
        '\u{303}' => Mark::Tone(4),
        '\u{301}' | '\u{341}' => Mark::Tone(5),
        '\u{323}' => Mark::Tone(6),
        '\u{306}' | '\u{302}' | '\u{31B}' => Mark::Shape,
        c if unicode_normalization::char::is_combining_mark(c) => Mark::Foreign,
        _ => Mark::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
        let mut names = names.to_vec();
        sort_by_name(&mut names, |name| name);
        names
    }

    #[test]
    fn office_lists_go_by_given_name_and_tones_break_ties() {
        let names = [
            "Nguyễn Văn Đức",
            "Trần Thị Ánh",
            "Lê Văn An",
            "Phạm Thị Ân",
            "Đỗ Minh Dũng",
            "Hồ Thị Ẩn",
            "Bùi Văn Ấn",
            "Võ Anh",
            "Nguyễn Thị Hoà",
            "Trần Thị Hòa",
        ];
        let expected = [
            "Lê Văn An",
            "Võ Anh",
            "Trần Thị Ánh",
            "Phạm Thị Ân",
            "Hồ Thị Ẩn",
            "Bùi Văn Ấn",
            "Đỗ Minh Dũng",
            "Nguyễn Văn Đức",
            "Nguyễn Thị Hoà",
            "Trần Thị Hòa",
        ];
        assert_eq!(sorted(&names), expected);
    }

    #[test]
    fn names_that_differ_in_tone_placement_only_keep_their_input_order() {
        assert_eq!(
            sorted(&["Lê Thị Hòa", "Lê Thị Hoà"]),
            ["Lê Thị Hòa", "Lê Thị Hoà"]
        );
        assert_eq!(
            sorted(&["Lê Thị Hoà", "Lê Thị Hòa"]),
            ["Lê Thị Hoà", "Lê Thị Hòa"]
        );
    }

    #[test]
    fn tones_go_ngang_huyen_hoi_nga_sac_nang() {
        let tones = ["La", "Là", "Lả", "Lã", "Lá", "Lạ"];
        let mut shuffled = ["Lạ", "Lá", "La", "Lã", "Lả", "Là"];
        shuffled.sort_by_cached_key(|name| name_sort_key(name));
        assert_eq!(shuffled, tones);
    }

    #[test]
    fn every_vietnamese_letter_has_its_place() {
        let mut letters: Vec<String> = ALPHABET.chars().rev().map(String::from).collect();
        letters.sort_by_cached_key(|letter| text_sort_key(letter));
        assert_eq!(letters.concat(), ALPHABET);
    }

    #[test]
    fn a_shorter_name_comes_first() {
        assert_eq!(
            sorted(&["Lê Văn Anh", "Lê Anh", "Anh"]),
            ["Anh", "Lê Anh", "Lê Văn Anh"]
        );
    }

    #[test]
    fn decomposed_names_sort_as_composed_ones() {
        assert_eq!(
            name_sort_key("Tra\u{302}\u{300}n A\u{302}n"),
            name_sort_key("Trần Ân")
        );
    }
}
