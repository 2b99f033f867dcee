//! The canary: a few figures kept apart from the store, which tell when it lost something.
//!
//! Browsers have dropped whole databases without a word when the disk was full. The figures
//! are written after every saved operation to another place, and compared at the start.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::keeper::{Counts, Keeper};
use super::load::Loaded;
use crate::ledger::{Kind, Moment};

/// What a workspace held when it was last saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canary {
    /// The workspace.
    pub workspace: String,
    /// Its generation.
    pub generation: u64,
    /// Number of the last entry.
    pub sequence: u64,
    /// Hash of the last entry, in hexadecimal.
    pub hash: String,
    /// Number of records by kind, to say what is missing.
    pub counts: BTreeMap<String, u64>,
    /// Milliseconds since 1970: the last backup outside the browser.
    pub backed_up: Option<i64>,
    /// The last entry that backup holds.
    #[serde(default)]
    pub backed_up_to: u64,
}

/// How the store differs from what the canary remembers.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CanaryMismatch {
    /// The last entries, or everything, are gone.
    #[error("entries end at {found}, {expected} were saved")]
    Lost {
        /// The last entry saved.
        expected: u64,
        /// The last entry found.
        found: u64,
    },
    /// The entry the canary remembers is another one.
    #[error("entry {sequence} is another one")]
    Replaced {
        /// Its number.
        sequence: u64,
    },
    /// There are not as many records of some kinds as were saved.
    #[error("other counts than were saved")]
    Miscounted,
    /// The chunks are older than those the canary remembers.
    #[error("generation {found}, {expected} was saved")]
    Older {
        /// The generation saved.
        expected: u64,
        /// The generation found.
        found: u64,
    },
}

impl Canary {
    /// What to remember of a saved workspace; the time of the last backup is kept.
    #[must_use]
    pub fn of(keeper: &Keeper, before: Option<&Self>) -> Self {
        Self {
            workspace: keeper.workspace().to_owned(),
            generation: keeper.generation(),
            sequence: keeper.head().sequence,
            hash: keeper.head().hash.to_string(),
            counts: keeper
                .counts()
                .iter()
                .map(|(kind, count)| (format!("{kind:?}"), *count))
                .collect(),
            backed_up: before.and_then(|before| before.backed_up),
            backed_up_to: before.map_or(0, |before| before.backed_up_to),
        }
    }

    /// The last backup outside the browser.
    #[must_use]
    pub fn last_backup(&self) -> Option<Moment> {
        self.backed_up.map(Moment)
    }

    /// How many records of a kind there were.
    #[must_use]
    pub fn count(&self, kind: Kind) -> u64 {
        let saved = self.counts.get(&format!("{kind:?}")).copied();
        saved.unwrap_or_default()
    }

    /// Kinds of which there are not as many records as were saved: how many were, how many are.
    #[must_use]
    pub fn differing(&self, found: &Counts) -> Vec<(Kind, u64, u64)> {
        let of = |kind: Kind| {
            let found = found.get(&kind).copied();
            (kind, self.count(kind), found.unwrap_or_default())
        };
        let all = Kind::ALL.iter().copied().map(of);
        all.filter(|(_, saved, found)| saved != found).collect()
    }

    /// Compares with what was loaded; the store may be ahead, never behind.
    ///
    /// # Errors
    /// [`CanaryMismatch`] when something that was saved is not there.
    pub fn check(&self, loaded: &Loaded) -> Result<(), CanaryMismatch> {
        let found = loaded.keeper.head().sequence;
        if found < self.sequence {
            let expected = self.sequence;
            return Err(CanaryMismatch::Lost { expected, found });
        }
        let same = self.sequence == 0
            || loaded
                .heads
                .iter()
                .any(|head| head.sequence == self.sequence && head.hash.to_string() == self.hash);
        if !same {
            let sequence = self.sequence;
            return Err(CanaryMismatch::Replaced { sequence });
        }
        let found = loaded.keeper.generation();
        if found < self.generation {
            let expected = self.generation;
            return Err(CanaryMismatch::Older { expected, found });
        }
        let ahead = loaded.keeper.head().sequence > self.sequence;
        if !ahead && !self.differing(loaded.keeper.counts()).is_empty() {
            return Err(CanaryMismatch::Miscounted);
        }
        Ok(())
    }
}
