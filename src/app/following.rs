//! Following another tab that writes: its operations are taken as they come from the log.

use std::collections::BTreeMap;

use crate::ledger::{LogEntry, Moment};

use super::{Effect, LogLine, Model, Notice, law};

/// What the writing tab did meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Followed {
    /// Entries of the log, in order.
    pub entries: Vec<LogEntry>,
    /// When a copy was last put outside the browser.
    pub last_backup: Option<Moment>,
    /// The last action that copy holds.
    pub copied_to: u64,
    /// Contents left the log while it was being followed: it is to be read from the beginning.
    pub anew: bool,
}

/// Takes what the writing tab did; opens the data anew when it does not fit.
pub(super) fn follow(model: &mut Model, followed: Followed) -> Vec<Effect> {
    model.last_backup = followed.last_backup;
    model.outside.copied_to = followed.copied_to;
    if followed.anew {
        return vec![Effect::Open(model.workspace.id.clone())];
    }
    for entry in followed.entries {
        if entry.sequence <= model.sequence {
            continue;
        }
        let next = entry.sequence == model.sequence + 1;
        // What lost contents must not stay at hand here.
        let cleaned = entry.operation.action.cleaned().is_some();
        if !next || cleaned || model.book.apply(&entry.operation).is_err() {
            return vec![Effect::Open(model.workspace.id.clone())];
        }
        model.scores.update(&model.book, law(), &entry.operation);
        take(model, entry);
    }
    Vec::new()
}

fn take(model: &mut Model, entry: LogEntry) {
    model.sequence = entry.sequence;
    let operation = &entry.operation;
    let changes = operation.changes.len();
    model
        .history
        .note(entry.sequence, &operation.action, changes);
    model.log.push(LogLine {
        sequence: entry.sequence,
        at: entry.at,
        desk: entry.desk,
        action: entry.operation.action.clone(),
        changes: entry.operation.changes.len(),
        hash: Some(entry.hash),
    });
    model.operations.insert(entry.sequence, entry.operation);
}

/// What an action comes to in a tab that only follows.
pub(super) fn refused() -> Vec<Effect> {
    vec![Effect::Tell(Notice::Following)]
}

/// The book as it stood after an earlier action; nothing when the actions since are not at hand.
pub(super) fn book_at(model: &Model, sequence: u64) -> Option<crate::ledger::Book> {
    let since: BTreeMap<_, _> = model.operations.range(sequence + 1..).collect();
    let missing = model.sequence.saturating_sub(sequence);
    if sequence > model.sequence || u64::try_from(since.len()) != Ok(missing) {
        return None;
    }
    let mut book = model.book.clone();
    for operation in since.values().rev() {
        for change in operation.changes.iter().rev() {
            book.put(change.key, change.before.clone());
        }
    }
    Some(book)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Event, Now, Opened, update};
    use crate::domain::{Official, OfficialId};
    use crate::ledger::{Action, Digest, Draft, Key, Kind, Operation};

    fn add(model: &Model, name: &str) -> Operation {
        let mut draft = Draft::new(&model.book, Action::Add(Kind::Official));
        let id = OfficialId(draft.fresh(Kind::Official));
        let official = Official {
            name: name.to_owned(),
            ..Official::default()
        };
        draft.put(Key::Official(id), official);
        draft.finish()
    }

    fn entry(sequence: u64, operation: Operation) -> LogEntry {
        LogEntry {
            sequence,
            at: Moment(7),
            desk: String::new(),
            operation,
            previous: Digest::default(),
            hash: Digest::default(),
            first: None,
        }
    }

    fn following() -> Model {
        let mut model = Model::default();
        let opened = Opened {
            following: true,
            ..Opened::default()
        };
        update(&mut model, Event::Opened(Box::new(opened)), Now::default());
        model
    }

    fn follows(model: &mut Model, entries: Vec<LogEntry>) -> Vec<Effect> {
        let followed = Followed {
            entries,
            last_backup: Some(Moment(5)),
            copied_to: 1,
            anew: false,
        };
        update(model, Event::Followed(Box::new(followed)), Now::default())
    }

    #[test]
    fn what_the_writing_tab_does_is_seen_and_counted() {
        let mut model = following();
        let first = entry(1, add(&model, "Người Mẫu"));
        assert_eq!(follows(&mut model, vec![first.clone()]), []);
        // Told twice, taken once.
        assert_eq!(follows(&mut model, vec![first]), []);
        assert_eq!(model.book.officials.len(), 1);
        assert_eq!(model.log.len(), 1);
        assert_eq!(model.last_backup, Some(Moment(5)));
        assert_eq!(model.history.to_undo(), Some(1));
    }

    #[test]
    fn a_tab_that_follows_changes_nothing_and_says_so() {
        let mut model = following();
        let first = entry(1, add(&model, "Người Mẫu"));
        follows(&mut model, vec![first]);
        let acted = Event::Acted(add(&model, "Người Mẫu Hai"));
        for event in [acted, Event::UndoAsked, Event::RedoAsked] {
            let effects = update(&mut model, event, Now::default());
            assert_eq!(effects, [Effect::Tell(Notice::Following)]);
        }
        assert_eq!(model.sequence, 1);
    }

    #[test]
    fn a_gap_in_what_is_told_opens_the_data_anew() {
        let mut model = following();
        let later = entry(2, add(&model, "Người Mẫu"));
        let effects = follows(&mut model, vec![later]);
        assert_eq!(effects, [Effect::Open(model.workspace.id.clone())]);
    }

    #[test]
    fn what_lost_contents_is_read_from_the_beginning() {
        let mut model = following();
        let purge = Operation::new(Action::Purge {
            until: Moment(0),
            cleaned: crate::ledger::Cleaned::default(),
        });
        let opens = [Effect::Open(model.workspace.id.clone())];
        assert_eq!(follows(&mut model, vec![entry(1, purge)]), opens);
        let anew = Followed {
            anew: true,
            ..Followed::default()
        };
        let event = Event::Followed(Box::new(anew));
        assert_eq!(update(&mut model, event, Now::default()), opens);
    }

    #[test]
    fn the_writing_tab_stops_acting_when_it_gives_the_writing_away() {
        let mut model = following();
        model.following = false;
        update(&mut model, Event::WritingGiven, Now::default());
        let acted = Event::Acted(add(&model, "Người Mẫu"));
        let effects = update(&mut model, acted, Now::default());
        assert_eq!(effects, [Effect::Tell(Notice::Following)]);
    }

    #[test]
    fn the_book_of_an_earlier_action_comes_back_where_the_actions_are_at_hand() {
        let mut model = following();
        model.following = false;
        let empty = model.book.clone();
        for name in ["Người Mẫu", "Người Mẫu Hai"] {
            let operation = add(&model, name);
            update(&mut model, Event::Acted(operation), Now::default());
        }
        assert!(book_at(&model, 0).unwrap().all().eq(empty.all()));
        assert_eq!(book_at(&model, 1).unwrap().officials.len(), 1);
        assert!(book_at(&model, 2).unwrap().all().eq(model.book.all()));
        assert!(book_at(&model, 3).is_none());
        model.operations.remove(&2);
        assert!(book_at(&model, 1).is_none());
    }
}
