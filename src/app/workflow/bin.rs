//! Puts back what an operation deleted.

use super::entry::EntryError;
use super::lock::{Locks, check_span};
use crate::domain::{OfficialId, Period};
use crate::ledger::{Action, Book, Deleted, Draft, Key, Kind, Operation, Record};

/// Kinds that are not put back: a confirmation says what a period was when it was closed, and
/// what it was may have changed since. The period is closed again instead.
#[must_use]
pub fn can_be_put_back(kind: Kind) -> bool {
    kind != Kind::Confirmation
}

/// The operation that puts back what one operation deleted and is not there again.
///
/// # Errors
/// [`EntryError::Locked`] when something of it counts in a confirmed period.
pub fn put_back(book: &Book, deleted: &Deleted) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::PutBack(deleted.sequence));
    let locks = Locks::of(book);
    for (key, record) in &deleted.records {
        if book.contains(*key) || !can_be_put_back(key.kind()) {
            continue;
        }
        match record {
            Record::Assignment(task) => locks.check(task)?,
            Record::Position(it) => check_span(book, it.official, it.span)?,
            Record::Absence(it) => check_span(book, it.official, it.span)?,
            _ => {}
        }
        if let Some((official, period)) = scored(*key) {
            open(book, official, period)?;
        }
        draft.put(*key, record.clone());
    }
    Ok(draft.finish())
}

/// Whose period a record belongs to that is kept by period.
const fn scored(key: Key) -> Option<(OfficialId, Period)> {
    match key {
        Key::General(official, period)
        | Key::Leadership(official, period)
        | Key::Support(official, period) => Some((official, period)),
        Key::ForeignScore(official, month) => Some((official, Period::Month(month))),
        _ => None,
    }
}

fn open(book: &Book, official: OfficialId, period: Period) -> Result<(), EntryError> {
    let confirmation = book.confirmations.get((official, period));
    match confirmation.filter(|it| it.unlocked.is_none()) {
        Some(_) => Err(EntryError::Locked(period)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Event, Model, Now, Opened, update};
    use crate::domain::{Absence, AbsenceId, AbsenceKind, Official, OfficialId, Span};
    use crate::ledger::{LogEntry, Moment, bin};

    fn opened() -> Model {
        let mut model = Model::default();
        let opened = Event::Opened(Box::<Opened>::default());
        update(&mut model, opened, Now::default());
        model
    }

    fn act(model: &mut Model, draft: impl FnOnce(&mut Draft<'_>)) {
        let mut drafted = Draft::new(&model.book, Action::Edit(Kind::Official));
        draft(&mut drafted);
        let operation = drafted.finish();
        update(model, Event::Acted(operation), Now::default());
    }

    fn deleted(model: &Model) -> Vec<Deleted> {
        let entry = |(sequence, operation): (&u64, &Operation)| LogEntry {
            sequence: *sequence,
            at: Moment(0),
            desk: String::new(),
            operation: operation.clone(),
            previous: crate::ledger::Digest::default(),
            hash: crate::ledger::Digest::default(),
            first: None,
        };
        bin(&model.operations.iter().map(entry).collect::<Vec<_>>())
    }

    const WHO: Key = Key::Official(OfficialId(1));
    const AWAY: Key = Key::Absence(AbsenceId(1));

    fn with_an_absence() -> Model {
        let mut model = opened();
        act(&mut model, |draft| {
            let official = Official {
                name: "Người Mẫu".to_owned(),
                ..Official::default()
            };
            draft.put(WHO, official);
            let from = "2026-03-01".parse().unwrap();
            draft.put(
                AWAY,
                Absence {
                    official: OfficialId(1),
                    kind: AbsenceKind::Sick,
                    span: Span { from, to: None },
                    document: None,
                },
            );
        });
        model
    }

    #[test]
    fn what_was_deleted_comes_back_as_one_operation_that_can_be_undone() {
        let mut model = with_an_absence();
        let before = model.book.clone();
        act(&mut model, |draft| {
            draft.remove(AWAY);
            draft.remove(WHO);
        });
        let found = deleted(&model);
        assert_eq!(found[0].records.len(), 2);
        let operation = put_back(&model.book, &found[0]).unwrap();
        assert_eq!(operation.action, Action::PutBack(2));
        update(&mut model, Event::Acted(operation), Now::default());
        assert!(model.book.all().eq(before.all()));
        assert_eq!(deleted(&model), []);
        update(&mut model, Event::UndoAsked, Now::default());
        assert!(!model.book.contains(WHO));
    }

    #[test]
    fn what_points_to_something_that_is_gone_too_waits_for_it() {
        let mut model = with_an_absence();
        act(&mut model, |draft| draft.remove(AWAY));
        act(&mut model, |draft| draft.remove(WHO));
        let found = deleted(&model);
        let absence = put_back(&model.book, &found[1]).unwrap();
        assert!(model.book.clone().apply(&absence).is_err());
        let official = put_back(&model.book, &found[0]).unwrap();
        assert!(model.book.apply(&official).is_ok());
        assert!(model.book.apply(&absence).is_ok());
    }
}
