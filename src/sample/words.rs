//! Invented names and office phrases the sample is made of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::chance::Chance;

const WORDS: &str = include_str!("data/words.tsv");

static BY_KIND: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut kinds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (kind, word) in WORDS.lines().filter_map(|line| line.split_once('\t')) {
        kinds.entry(kind).or_default().push(word);
    }
    kinds
});

/// All phrases of one kind; never empty for the kinds the data file holds.
pub(super) fn words(kind: &str) -> &'static [&'static str] {
    BY_KIND.get(kind).map_or(&[], Vec::as_slice)
}

/// Puts full names together from family, middle and given names.
pub(super) struct Names {
    family: &'static [&'static str],
    parts: [(&'static [&'static str], &'static [&'static str]); 2],
    given_out: BTreeSet<String>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self {
            family: words("family"),
            parts: [
                (words("male.middle"), words("male.given")),
                (words("female.middle"), words("female.given")),
            ],
            given_out: BTreeSet::new(),
        }
    }

    /// A name, repeated or not.
    pub(super) fn any(&self, chance: &mut Chance, female: bool) -> String {
        let (middle, given) = &self.parts[usize::from(female)];
        format!(
            "{} {} {}",
            chance.pick(self.family),
            chance.pick(middle),
            chance.pick(given)
        )
    }

    /// A name not given before, as long as there are any.
    pub(super) fn fresh(&mut self, chance: &mut Chance, female: bool) -> String {
        let mut name = self.any(chance, female);
        for _ in 0..50 {
            if self.given_out.insert(name.clone()) {
                break;
            }
            name = self.any(chance, female);
        }
        name
    }
}
