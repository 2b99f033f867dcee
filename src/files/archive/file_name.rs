//! File names from what people are called: legal everywhere, and never the same twice.

use std::collections::BTreeSet;

use crate::text::{collapse_spaces, search_key};

/// Whether Vietnamese letters stay in file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Diacritics {
    /// `Nguyễn Văn Mẫu`.
    #[default]
    Kept,
    /// `Nguyen Van Mau`, for old programs.
    Removed,
}

/// Gives out file names, each only once.
#[derive(Debug, Default)]
pub struct FileNames {
    diacritics: Diacritics,
    given: BTreeSet<String>,
}

/// Longer names make paths Windows cannot open.
const MOST_LETTERS: usize = 80;

impl FileNames {
    /// No name given out yet.
    #[must_use]
    pub fn new(diacritics: Diacritics) -> Self {
        Self {
            diacritics,
            given: BTreeSet::new(),
        }
    }

    /// A name made of these parts, joined by `_`; empty parts are left out. A name
    /// already given (capital and small letters are the same) gets a number.
    ///
    /// # Example
    /// ```
    /// use congtam::files::archive::FileNames;
    /// let mut names = FileNames::default();
    /// let parts = ["Mau-01", "2026-08", "Nguyễn Văn Mẫu"];
    /// assert_eq!(names.claim(&parts, "docx"), "Mau-01_2026-08_Nguyễn Văn Mẫu.docx");
    /// assert_eq!(names.claim(&parts, "docx"), "Mau-01_2026-08_Nguyễn Văn Mẫu (2).docx");
    /// ```
    #[must_use]
    pub fn claim(&mut self, parts: &[&str], extension: &str) -> String {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| self.cleaned(part))
            .filter(|part| !part.is_empty())
            .collect();
        let mut stem: String = parts.join("_").chars().take(MOST_LETTERS).collect();
        stem.truncate(stem.trim_end_matches([' ', '.', '_']).len());
        if stem.is_empty() {
            "file".clone_into(&mut stem);
        }
        let mut name = format!("{stem}.{extension}");
        let mut copy = 2_u32;
        while !self.given.insert(name.to_lowercase()) {
            name = format!("{stem} ({copy}).{extension}");
            copy += 1;
        }
        name
    }

    fn cleaned(&self, part: &str) -> String {
        let spaced = collapse_spaces(part);
        let plain = match self.diacritics {
            Diacritics::Kept => spaced,
            Diacritics::Removed => without_diacritics(&spaced),
        };
        let legal = plain.chars().map(|letter| match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
            letter if letter.is_control() => '-',
            letter => letter,
        });
        let legal: String = legal.collect();
        legal.trim_matches([' ', '.']).to_owned()
    }
}

/// `search_key` with the capitals where they were.
fn without_diacritics(text: &str) -> String {
    text.chars()
        .map(|letter| {
            let plain = search_key(letter.encode_utf8(&mut [0; 4]));
            match letter {
                ' ' => " ".to_owned(),
                letter if letter.is_uppercase() => plain.to_uppercase(),
                _ => plain,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namesakes_get_different_files() {
        let mut names = FileNames::default();
        let given: Vec<_> = ["Lê Thử", "lê thử", "Lê Thử"]
            .iter()
            .map(|name| names.claim(&[name], "docx"))
            .collect();
        assert_eq!(given, ["Lê Thử.docx", "lê thử (2).docx", "Lê Thử (3).docx"]);
    }

    #[test]
    fn a_name_that_looks_like_a_numbered_copy_is_not_overwritten() {
        let mut names = FileNames::default();
        let given: Vec<_> = ["An (2)", "An", "An"]
            .iter()
            .map(|name| names.claim(&[name], "docx"))
            .collect();
        assert_eq!(given, ["An (2).docx", "An.docx", "An (3).docx"]);
    }

    #[test]
    fn signs_no_file_system_takes_are_replaced() {
        let mut names = FileNames::default();
        assert_eq!(
            names.claim(&["Mau-01", "P. 1/2: \"A\"\u{1}", "..\\..\\x."], "docx"),
            "Mau-01_P. 1-2- -A--_-..-x.docx"
        );
        assert_eq!(names.claim(&["", " . "], "docx"), "file.docx");
    }

    #[test]
    fn diacritics_can_be_left_out_and_capitals_stay() {
        let mut names = FileNames::new(Diacritics::Removed);
        assert_eq!(
            names.claim(&["CC-001", "ĐẶNG Thị Mẫu"], "docx"),
            "CC-001_DANG Thi Mau.docx"
        );
    }

    #[test]
    fn long_names_are_cut_between_letters() {
        let mut names = FileNames::default();
        let name = names.claim(&[&"ễ".repeat(300)], "docx");
        assert_eq!(name.chars().count(), MOST_LETTERS + 5);
    }
}
