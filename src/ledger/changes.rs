//! The changes of an operation, shared where they are only read.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::Change;

/// Changes in order.
///
/// A large import goes to the log, to undo and to storage at once; they share one copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes(Arc<Vec<Change>>);

impl Deref for Changes {
    type Target = Vec<Change>;

    fn deref(&self) -> &Vec<Change> {
        &self.0
    }
}

impl DerefMut for Changes {
    fn deref_mut(&mut self) -> &mut Vec<Change> {
        Arc::make_mut(&mut self.0)
    }
}

impl From<Vec<Change>> for Changes {
    fn from(changes: Vec<Change>) -> Self {
        Self(Arc::new(changes))
    }
}

impl FromIterator<Change> for Changes {
    fn from_iter<I: IntoIterator<Item = Change>>(changes: I) -> Self {
        changes.into_iter().collect::<Vec<_>>().into()
    }
}

impl IntoIterator for Changes {
    type Item = Change;
    type IntoIter = std::vec::IntoIter<Change>;

    fn into_iter(self) -> Self::IntoIter {
        Arc::unwrap_or_clone(self.0).into_iter()
    }
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Change;
    type IntoIter = std::slice::Iter<'a, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
