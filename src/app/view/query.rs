//! What a register with quick filters is asked for.

use crate::domain::UnitId;

/// The quick filters of one register.
pub trait QuickFilter: Copy + Default + PartialEq + Send + Sync + 'static {
    /// All filters in order.
    const ALL: &'static [Self];

    /// The word of the address and of saved views.
    fn word(self) -> &'static str;

    /// The filter of a word; of one that is not known the first.
    #[must_use]
    fn from_word(word: &str) -> Self {
        let mut all = Self::ALL.iter().copied();
        all.find(|filter| filter.word() == word).unwrap_or_default()
    }
}

/// What is asked of a register of what was said or seen about people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterQuery<F> {
    /// Words searched in what its rows say and in names, diacritics or not.
    pub words: String,
    /// A quick filter.
    pub filter: F,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Only this criterion of the directive; empty for all.
    pub criterion: String,
}
