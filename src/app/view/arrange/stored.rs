//! Arrangements as text, to keep among the preferences of this machine.

use serde::{Deserialize, Serialize};

use super::Arrangement;

/// An arrangement with a name, to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// What the person calls it.
    pub name: String,
    /// The word of the quick filter that was on.
    pub quick: String,
    /// The arrangement.
    pub arrangement: Arrangement,
}

/// Views as text.
#[must_use]
pub fn views_to_text(views: &[SavedView]) -> String {
    serde_json::to_string(views).unwrap_or_default()
}

/// The views kept as text; none when it is no such text.
#[must_use]
pub fn views_from_text(text: &str) -> Vec<SavedView> {
    serde_json::from_str(text).unwrap_or_default()
}

impl Arrangement {
    /// What is kept from one day to the next, as text: order, groups and columns. Filters are not:
    /// a row that is missing must never be missing because of yesterday.
    #[must_use]
    pub fn to_text(&self) -> String {
        let kept = Self {
            filters: std::collections::BTreeMap::new(),
            ..self.clone()
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// The arrangement kept as text; the register's own when it is no such text.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}
