//! The passphrase a backup is sealed under: typed twice, with a hint how easily it is guessed.

use std::collections::BTreeSet;

use super::restore::Passphrase;

/// Letters a passphrase must have.
pub const LEAST_LETTERS: usize = 8;

/// How hard a passphrase is to guess, as far as its shape tells. It cannot know names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Too short to be taken.
    Short,
    /// A program guesses it in hours.
    Weak,
    /// A program needs long.
    Fair,
    /// Nobody guesses it.
    Strong,
}

/// Guesses as a power of two, each costing a second: years of a thousand machines.
const FAIR: usize = 32;
const STRONG: usize = 56;

/// How hard a passphrase is to guess.
#[must_use]
pub fn strength(typed: &str) -> Strength {
    if typed.chars().count() < LEAST_LETTERS {
        return Strength::Short;
    }
    match surprise(typed) {
        0..FAIR => Strength::Weak,
        FAIR..STRONG => Strength::Fair,
        _ => Strength::Strong,
    }
}

/// Roughly the bits one has to guess: runs (`aaaa`, `1234`) and words said again add nothing.
fn surprise(typed: &str) -> usize {
    let mut said = BTreeSet::new();
    typed
        .split_whitespace()
        .filter(|word| said.insert(word.to_lowercase()))
        .map(surprise_of_word)
        .sum()
}

fn surprise_of_word(word: &str) -> usize {
    let mut before = None;
    let mut bits = 0;
    for letter in word.chars() {
        bits += match before {
            Some(last) if u32::from(letter).abs_diff(u32::from(last)) <= 1 => 0,
            // The rest of a word follows from its beginning.
            Some(last) if sort_of(letter) == sort_of(last) => 2,
            _ => 5,
        };
        before = Some(letter);
    }
    bits
}

const fn sort_of(letter: char) -> u8 {
    match letter {
        _ if letter.is_ascii_digit() => 0,
        _ if letter.is_lowercase() => 1,
        _ if letter.is_uppercase() => 2,
        _ => 3,
    }
}

/// The passphrase once it was typed twice the same and is long enough; nothing before.
#[must_use]
pub fn settled(first: &str, second: &str) -> Option<Passphrase> {
    let long_enough = strength(first) > Strength::Short;
    (long_enough && first == second).then(|| Passphrase::typed(first))
}

/// Whether the second time differs from the first; nothing typed yet does not.
#[must_use]
pub fn differ(first: &str, second: &str) -> bool {
    !second.is_empty() && first != second
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_repeats_and_single_words_are_easily_guessed() {
        assert_eq!(strength("abc1234"), Strength::Short);
        let known = ["12345678", "aaaaaaaaaaaaaaaa", "mật khẩu", "congtam2026"];
        for weak in known.into_iter().chain(["anh anh anh anh"]) {
            assert_eq!(strength(weak), Strength::Weak, "{weak}");
        }
    }

    #[test]
    fn several_words_are_hard_to_guess() {
        assert_eq!(strength("ốc sên tím ngồi"), Strength::Fair);
        assert_eq!(strength("xK9#mQ2$vL"), Strength::Fair);
        assert_eq!(strength("ốc sên tím ngồi trên nóc tàu"), Strength::Strong);
    }

    #[test]
    fn only_what_was_typed_twice_the_same_is_taken() {
        assert_eq!(settled("ốc sên tím", "ốc sên tim"), None);
        assert_eq!(settled("ốc", "ốc"), None);
        let passphrase = settled("ốc sên tím", "ốc sên tím");
        assert_eq!(passphrase, Some(Passphrase::typed("ốc sên tím")));
        assert!(!differ("ốc sên tím", ""));
        assert!(differ("ốc sên tím", "ốc"));
    }

    #[test]
    fn the_same_letters_composed_otherwise_are_the_same_passphrase() {
        let apart = Passphrase::typed("o\u{302}\u{301}c sên tím");
        assert_eq!(apart, Passphrase::typed("ốc sên tím"));
    }

    #[test]
    fn a_passphrase_shows_itself_to_nobody() {
        let shown = format!("{:?}", Passphrase::typed("ốc sên tím"));
        assert!(!shown.contains("sên"));
    }
}
