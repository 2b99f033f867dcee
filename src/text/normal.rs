//! Brings text to the one form that is stored and compared: composed letters, single spaces.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in Unicode normal form C, the form every text of ours is stored in.
///
/// # Example
/// ```
/// assert_eq!(congtam::text::nfc("Hoa\u{300}"), "Hoà");
/// ```
#[must_use]
pub fn nfc(text: &str) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// The text in normal form C without spaces at the ends, every run of white
/// space (line breaks, tabs, no-break spaces) made one space, and invisible
/// characters (zero-width space, byte order mark, soft hyphen) taken out.
#[must_use]
pub fn collapse_spaces(text: &str) -> String {
    if is_collapsed(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut pending_space = false;
    for letter in nfc(text).chars().filter(|c| !is_invisible(*c)) {
        if letter.is_whitespace() {
            pending_space = !out.is_empty();
        } else {
            if pending_space {
                out.push(' ');
                pending_space = false;
            }
            out.push(letter);
        }
    }
    out
}

/// True for text that needs nothing done: nearly every text of a register.
fn is_collapsed(text: &str) -> bool {
    let mut after_space = true;
    let mut plain = true;
    for letter in text.chars() {
        let space = letter == ' ';
        if (space && after_space) || (!space && letter.is_whitespace()) || is_invisible(letter) {
            return false;
        }
        plain &= letter.is_ascii();
        after_space = space;
    }
    (text.is_empty() || !after_space) && (plain || is_nfc_quick(text.chars()) == IsNormalized::Yes)
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'
    )
}

/// The longest text a cell may hold, in characters.
pub const LONGEST_TEXT: usize = 5_000;

/// Whether a text is longer than a cell may hold.
#[must_use]
pub fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_text_becomes_composed() {
        assert_eq!(nfc("Tie\u{302}\u{301}n"), "Tiến");
        assert_eq!(nfc("Tiến"), "Tiến");
    }

    #[test]
    fn runs_of_white_space_become_one_space() {
        assert_eq!(
            collapse_spaces("  Nguyễn\u{a0} Văn\r\nMẫu\u{200b} "),
            "Nguyễn Văn Mẫu"
        );
        assert_eq!(collapse_spaces(" \t\n"), "");
    }
}
