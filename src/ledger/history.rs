//! What can be undone and redone, derived from the log alone.

use super::Action;

/// The undo and redo stacks: sequence numbers of logged operations.
///
/// A new action clears what could be redone; the log itself keeps everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    undo: Vec<u64>,
    redo: Vec<u64>,
}

impl History {
    /// Takes note of one logged operation, in order of the log.
    ///
    /// What lost contents can be neither undone nor redone, and taking contents out cannot be
    /// undone at all. Nor can what changed no record, as a log that was carried over notes it.
    pub fn note(&mut self, sequence: u64, action: &Action, changes: usize) {
        if let Some(cleaned) = action.cleaned() {
            self.undo.retain(|sequence| !cleaned.has(*sequence));
            self.redo.retain(|sequence| !cleaned.has(*sequence));
            return;
        }
        match action {
            Action::Undo(of) => {
                self.undo.retain(|s| s != of);
                self.redo.push(*of);
            }
            Action::Redo(of) => {
                self.redo.retain(|s| s != of);
                self.undo.push(*of);
            }
            _ if changes == 0 => {}
            _ => {
                self.undo.push(sequence);
                self.redo.clear();
            }
        }
    }

    /// The operation an undo would take back.
    #[must_use]
    pub fn to_undo(&self) -> Option<u64> {
        self.undo.last().copied()
    }

    /// The operation a redo would do again.
    #[must_use]
    pub fn to_redo(&self) -> Option<u64> {
        self.redo.last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Cleaned, CleanedEntry, Digest, Kind, Moment};

    #[test]
    fn undo_then_redo_then_a_new_action() {
        let mut history = History::default();
        history.note(1, &Action::Add(Kind::Unit), 1);
        history.note(2, &Action::Score, 1);
        assert_eq!(history.to_undo(), Some(2));
        history.note(3, &Action::Undo(2), 1);
        assert_eq!((history.to_undo(), history.to_redo()), (Some(1), Some(2)));
        history.note(4, &Action::Redo(2), 1);
        assert_eq!((history.to_undo(), history.to_redo()), (Some(2), None));
        history.note(5, &Action::Undo(2), 1);
        history.note(6, &Action::Score, 1);
        assert_eq!((history.to_undo(), history.to_redo()), (Some(6), None));
    }

    #[test]
    fn what_changed_nothing_is_passed_by() {
        let mut history = History::default();
        history.note(1, &Action::Score, 2);
        history.note(2, &Action::Undo(1), 2);
        history.note(3, &Action::Restore, 0);
        assert_eq!((history.to_undo(), history.to_redo()), (None, Some(1)));
    }

    #[test]
    fn what_lost_contents_is_not_undone_nor_is_the_losing() {
        let mut history = History::default();
        for sequence in 1..=3 {
            history.note(sequence, &Action::Score, 1);
        }
        history.note(4, &Action::Undo(3), 1);
        let entry = |sequence| CleanedEntry {
            sequence,
            payload: Digest::default(),
            head: None,
        };
        let cleaned = Cleaned(vec![entry(2), entry(3)].into());
        let until = Moment(0);
        history.note(5, &Action::Purge { until, cleaned }, 1);
        assert_eq!((history.to_undo(), history.to_redo()), (Some(1), None));
    }
}
