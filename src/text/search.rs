//! Finds text typed without diacritics, with đ as d and with old or new tone placement.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The text as it is searched: no diacritics, đ as d, lower case, single
/// spaces. As tone marks are gone, "hoà" and "hòa" have the same key.
///
/// # Example
/// ```
/// assert_eq!(congtam::text::search_key(" Đặng  Hoà "), "dang hoa");
/// ```
#[must_use]
pub fn search_key(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        push_plain(letter, &mut plain);
    }
    collapsed(plain)
}

/// Adds a letter without its marks, in lower case. Marks stand in an order of their own
/// only among themselves, so letter by letter is as good as the whole text at once.
fn push_plain(letter: char, plain: &mut String) {
    if letter.is_ascii() {
        plain.push(letter.to_ascii_lowercase());
        return;
    }
    decompose_canonical(letter, |part| {
        if part.is_ascii() {
            plain.push(part.to_ascii_lowercase());
        } else if !is_combining_mark(part) {
            let lower = part.to_lowercase();
            plain.extend(lower.map(|c| if c == 'đ' { 'd' } else { c }));
        }
    });
}

/// Like [`super::collapse_spaces`], without a copy where nothing is to be done.
fn collapsed(text: String) -> String {
    let bytes = text.as_bytes();
    let white = |byte: u8| byte.is_ascii_whitespace() || byte == 0x0b;
    let dense = text.is_ascii()
        && !bytes.windows(2).any(|two| white(two[0]) && white(two[1]))
        && !bytes.iter().any(|byte| white(*byte) && *byte != b' ')
        && !text.starts_with(' ')
        && !text.ends_with(' ');
    if dense {
        text
    } else {
        super::collapse_spaces(&text)
    }
}

/// How well a text answers a query; the first is the best, so results can be
/// sorted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchRank {
    /// The text begins with the query.
    Start,
    /// A later word of the text begins with the query.
    WordStart,
    /// The query stands inside a word.
    Inside,
}

/// Whether the words of `query` stand in `text` in this order and next to each
/// other, the last one possibly unfinished; diacritics, case and tone placement
/// do not count. An empty query finds everything.
///
/// # Example
/// ```
/// assert!(congtam::text::matches("dang hoa", "Đặng Hòa Bình"));
/// assert!(!congtam::text::matches("dang hoa", "Hoa Đặng"));
/// ```
#[must_use]
pub fn matches(query: &str, text: &str) -> bool {
    match_rank(query, text).is_some()
}

/// Like [`matches`], with the rank of the match for sorting.
#[must_use]
pub fn match_rank(query: &str, text: &str) -> Option<MatchRank> {
    rank_of_keys(&search_key(query), &search_key(text))
}

/// Like [`match_rank`] for texts whose [`search_key`] is at hand.
#[must_use]
pub fn rank_of_keys(query: &str, text: &str) -> Option<MatchRank> {
    let first = text.find(query)?;
    if first == 0 {
        return Some(MatchRank::Start);
    }
    let starts_word = |at: usize| {
        text[..at]
            .chars()
            .next_back()
            .is_some_and(|c| !c.is_alphanumeric())
    };
    let at_word = text.match_indices(query).any(|(at, _)| starts_word(at));
    Some(if at_word {
        MatchRank::WordStart
    } else {
        MatchRank::Inside
    })
}

/// The text as column headers are compared: the search key with everything but
/// letters and digits made a space ("Họ & tên:" and "ho ten" are the same).
///
/// # Example
/// ```
/// assert_eq!(congtam::text::header_key("Ngày, tháng,\nnăm sinh (*)"), "ngay thang nam sinh");
/// ```
#[must_use]
pub fn header_key(text: &str) -> String {
    let spaced: String = search_key(text)
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    collapsed(spaced)
}

/// The first letter of [`header_key`], cheaply; nothing for a text without letters.
///
/// Tells most texts apart from a header without forming their whole key.
#[must_use]
pub fn header_initial(text: &str) -> Option<char> {
    let mut plain = String::new();
    for letter in text.chars() {
        push_plain(letter, &mut plain);
        let first = plain.chars().find(|letter| letter.is_alphanumeric());
        if first.is_some() {
            return first;
        }
        plain.clear();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_ignores_diacritics_d_and_tone_placement() {
        let texts = [
            "Đặng Hoà",
            "Đặng Hòa Bình",
            "Dang Hoang",
            "Đàng Hoa",
            "Hoa Đặng",
        ];
        let found: Vec<_> = texts
            .into_iter()
            .filter(|t| matches("dang hoa", t))
            .collect();
        assert_eq!(
            found,
            ["Đặng Hoà", "Đặng Hòa Bình", "Dang Hoang", "Đàng Hoa"]
        );
    }

    #[test]
    fn search_finds_decomposed_text_and_upper_case() {
        assert!(matches("ĐẶNG", "da\u{323}\u{306}ng"));
        assert!(matches("đặng", "DANG"));
    }

    #[test]
    fn an_empty_query_finds_everything() {
        assert!(matches("  ", "Lê Thử"));
    }

    #[test]
    fn a_start_ranks_before_a_word_start_before_the_inside_of_a_word() {
        assert_eq!(match_rank("an", "An Thử"), Some(MatchRank::Start));
        assert_eq!(match_rank("an", "Văn An"), Some(MatchRank::WordStart));
        assert_eq!(match_rank("01", "VP.01"), Some(MatchRank::WordStart));
        assert_eq!(match_rank("an", "Văn"), Some(MatchRank::Inside));
        assert_eq!(match_rank("an", "Bình"), None);
    }

    #[test]
    fn the_initial_of_a_header_is_the_first_letter_of_its_key() {
        for text in [
            "Họ và tên",
            " (1) Đơn vị",
            "Ế",
            "  – ",
            "STT",
            "e\u{302}\u{301}",
            "\u{301}\u{200b}ổn",
        ] {
            let key = header_key(text);
            assert_eq!(header_initial(text), key.chars().next(), "{text}");
        }
    }

    #[test]
    fn header_keys_drop_punctuation_but_keep_words_apart() {
        assert_eq!(header_key("Phòng/ban"), "phong ban");
        assert_eq!(header_key("I.1"), "i 1");
    }
}
