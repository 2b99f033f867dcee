//! One user action as data: what was there, what is there now.

use crate::domain::Period;

use super::{Action, ApplyError, Book, Changes, Key, Kind, Record, check_after, check_values};

/// One record before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which record.
    pub key: Key,
    /// As it was; nothing when it is new.
    pub before: Option<Record>,
    /// As it is; nothing when it is removed.
    pub after: Option<Record>,
}

/// One action of the user, however many records it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// What the user did.
    pub action: Action,
    /// Changes in order.
    pub changes: Changes,
}

impl Operation {
    /// An operation without changes yet.
    #[must_use]
    pub fn new(action: Action) -> Self {
        Self {
            action,
            changes: Changes::default(),
        }
    }

    /// The operation that takes this one back.
    #[must_use]
    pub fn inverse(&self, action: Action) -> Self {
        let flip = |change: &Change| Change {
            key: change.key,
            before: change.after.clone(),
            after: change.before.clone(),
        };
        Self {
            action,
            changes: self.changes.iter().rev().map(flip).collect(),
        }
    }

    /// True when nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes
            .iter()
            .all(|change| change.before == change.after)
    }
}

/// Collects the changes of one user action against a book.
///
/// Reads see what was already drafted; numbers for new records are given in order.
#[derive(Debug)]
pub struct Draft<'a> {
    book: &'a Book,
    operation: Operation,
    at: std::collections::BTreeMap<Key, usize>,
    next: super::NextIds,
}

impl<'a> Draft<'a> {
    /// An empty draft.
    #[must_use]
    pub fn new(book: &'a Book, action: Action) -> Self {
        Self {
            book,
            operation: Operation::new(action),
            at: std::collections::BTreeMap::new(),
            next: book.next_ids().clone(),
        }
    }

    /// The book the draft is against.
    #[must_use]
    pub const fn book(&self) -> &'a Book {
        self.book
    }

    /// A fresh number for a record of this kind.
    pub fn fresh(&mut self, kind: Kind) -> u32 {
        let id = self.next.of(kind);
        self.next.spend(kind, id);
        id
    }

    /// The record as drafted, else as in the book.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<Record> {
        match self.at.get(&key) {
            Some(at) => self.operation.changes[*at].after.clone(),
            None => self.book.get(key),
        }
    }

    /// A record as drafted, without a copy; nothing for one the draft does not touch.
    #[must_use]
    pub fn drafted(&self, key: Key) -> Option<Option<&Record>> {
        let at = self.at.get(&key)?;
        Some(self.operation.changes[*at].after.as_ref())
    }

    /// Sets a record.
    pub fn put(&mut self, key: Key, record: impl Into<Record>) {
        self.set(key, Some(record.into()));
    }

    /// Removes a record.
    pub fn remove(&mut self, key: Key) {
        self.set(key, None);
    }

    fn set(&mut self, key: Key, after: Option<Record>) {
        if let Some(at) = self.at.get(&key) {
            self.operation.changes[*at].after = after;
            return;
        }
        self.at.insert(key, self.operation.changes.len());
        self.operation.changes.push(Change {
            key,
            before: self.book.get(key),
            after,
        });
    }

    /// The changes drafted so far, in order.
    pub fn changes(&self) -> impl Iterator<Item = &Change> + '_ {
        self.operation.changes.iter()
    }

    /// Number of records touched so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.operation.changes.len()
    }

    /// True when nothing was drafted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.operation.changes.is_empty()
    }

    /// The operation: changes that change nothing are left out.
    #[must_use]
    pub fn finish(mut self) -> Operation {
        self.operation
            .changes
            .retain(|change| change.before != change.after);
        let deletes = |change: &Change| change.after.is_none();
        debug_assert!(
            self.operation.action.may_delete() || !self.operation.changes.iter().any(deletes),
            "an action that deletes says so, or the bin is not looked for in it"
        );
        self.operation
    }
}

impl Book {
    /// Applies an operation whole, or changes nothing.
    ///
    /// # Errors
    /// [`ApplyError`] when a record is not as the operation says it was, a value cannot be,
    /// or a reference would point nowhere.
    pub fn apply(&mut self, operation: &Operation) -> Result<(), ApplyError> {
        for change in &operation.changes {
            check_values(change)?;
        }
        for (done, change) in operation.changes.iter().enumerate() {
            if self.get(change.key) != change.before || !self.put(change.key, change.after.clone())
            {
                self.roll_back(&operation.changes[..done]);
                return Err(ApplyError::Stale(change.key));
            }
        }
        if let Err(error) = check_after(self, operation) {
            self.roll_back(&operation.changes);
            return Err(error);
        }
        Ok(())
    }

    fn roll_back(&mut self, done: &[Change]) {
        for change in done.iter().rev() {
            self.put(change.key, change.before.clone());
        }
    }
}

impl Key {
    /// The period this key belongs to, for records kept by period.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        match self {
            Self::General(_, period)
            | Self::Leadership(_, period)
            | Self::Support(_, period)
            | Self::Confirmation(_, period) => Some(*period),
            Self::ForeignScore(_, month) => Some(Period::Month(*month)),
            Self::UnitYear(_, year) => Some(Period::Year(*year)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain as d;
    use crate::ledger::ImpossibleValue;

    fn official(name: &str) -> d::Official {
        d::Official {
            name: name.to_owned(),
            ..d::Official::default()
        }
    }

    fn add(book: &Book, name: &str) -> Operation {
        let mut draft = Draft::new(book, Action::Add(Kind::Official));
        let id = draft.fresh(Kind::Official);
        draft.put(Key::Official(d::OfficialId(id)), official(name));
        draft.finish()
    }

    #[test]
    fn taking_an_operation_back_restores_the_book() {
        let mut book = Book::default();
        let operation = add(&book, "Người Mẫu Một");
        book.apply(&operation).expect("a new official");
        assert_eq!(book.official_name(d::OfficialId(1)), "Người Mẫu Một");
        book.apply(&operation.inverse(Action::Undo(1)))
            .expect("its inverse");
        assert!(book.officials.is_empty());
    }

    #[test]
    fn a_number_is_never_given_twice() {
        let mut book = Book::default();
        let operation = add(&book, "Người Mẫu Một");
        book.apply(&operation).expect("a new official");
        book.apply(&operation.inverse(Action::Undo(1)))
            .expect("its inverse");
        assert_eq!(book.next_id(Kind::Official), 2);
    }

    #[test]
    fn a_dangling_reference_changes_nothing() {
        let mut book = Book::default();
        let mut draft = Draft::new(&book, Action::Add(Kind::Absence));
        draft.put(Key::Official(d::OfficialId(1)), official("Người Mẫu Một"));
        let span = d::Span {
            from: d::Day::from_ymd_opt(2026, 1, 1).expect("a day"),
            to: None,
        };
        let absence = d::Absence {
            official: d::OfficialId(7),
            kind: d::AbsenceKind::Sick,
            span,
            document: None,
        };
        draft.put(Key::Absence(d::AbsenceId(1)), absence);
        let error = book
            .apply(&draft.finish())
            .expect_err("official 7 is missing");
        assert_eq!(
            error,
            ApplyError::Dangling {
                from: Key::Absence(d::AbsenceId(1)),
                to: Key::Official(d::OfficialId(7))
            }
        );
        assert!(book.officials.is_empty());
    }

    #[test]
    fn a_record_in_use_is_not_removed() {
        let mut book = Book::default();
        let mut draft = Draft::new(&book, Action::Add(Kind::Unit));
        let unit = |parent| d::Unit {
            name: "Phòng Mẫu".to_owned(),
            code: None,
            parent,
        };
        draft.put(Key::Unit(d::UnitId(1)), unit(None));
        draft.put(Key::Unit(d::UnitId(2)), unit(Some(d::UnitId(1))));
        book.apply(&draft.finish()).expect("two units");
        let mut draft = Draft::new(&book, Action::Remove(Kind::Unit));
        draft.remove(Key::Unit(d::UnitId(1)));
        let error = book.apply(&draft.finish()).expect_err("unit 2 hangs on it");
        assert_eq!(
            error,
            ApplyError::InUse {
                used: Key::Unit(d::UnitId(1)),
                by: Key::Unit(d::UnitId(2))
            }
        );
        assert_eq!(book.units.len(), 2);
    }

    #[test]
    fn a_name_without_letters_is_refused() {
        let mut book = Book::default();
        let error = book.apply(&add(&book, "  ")).expect_err("no name");
        assert_eq!(
            error,
            ApplyError::Impossible {
                key: Key::Official(d::OfficialId(1)),
                value: ImpossibleValue::EmptyName
            }
        );
    }
}
