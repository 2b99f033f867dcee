//! Erasing a person: what would go, what would stay without a name.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::Model;
use crate::domain::OfficialId;
use crate::ledger::{Cleaned, Eraser, Kind};

/// What erasing a person would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasePreview {
    /// The name that goes.
    pub name: String,
    /// How many records of each kind would go, and how many would stay without what says who it
    /// is about, in the order of kinds.
    pub kinds: Vec<(Kind, usize, usize)>,
    /// The years of which figures stay, because shares of others are counted over them.
    pub years: BTreeSet<u16>,
    /// False where somebody else has the same name, so that texts about others stay as they are.
    pub mentions: bool,
    /// True while a position is held today.
    pub serving: bool,
}

/// What takes an official out of the book and the log.
#[must_use]
pub fn eraser(model: &Model, official: OfficialId, pseudonym: &str) -> Eraser {
    Eraser::of(&model.book, official, pseudonym)
}

/// What it would do.
#[must_use]
pub fn preview(model: &Model, eraser: &Eraser) -> ErasePreview {
    let mut counts: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    let operation = eraser.operation(&model.book, Cleaned::default());
    for change in &operation.changes {
        let (gone, lesser) = counts.entry(change.key.kind()).or_default();
        match change.after {
            None => *gone += 1,
            Some(_) => *lesser += 1,
        }
    }
    let official = eraser.official();
    let counted = |kind: &Kind| {
        let (gone, lesser) = counts.get(kind)?;
        Some((*kind, *gone, *lesser))
    };
    ErasePreview {
        name: model.book.official_name(official).to_owned(),
        kinds: Kind::ALL.iter().filter_map(counted).collect(),
        years: eraser.years().clone(),
        mentions: eraser.finds_mentions(),
        serving: model.book.position_on(official, model.now.today).is_some(),
    }
}
