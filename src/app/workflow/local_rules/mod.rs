//! An agency's own criteria and tariffs: made from the shipped set or another one, checked,
//! saved as one operation, ended, removed.
//!
//! A set that confirmed periods were scored with is theirs: it can be ended, not changed.

mod typed;

pub use typed::{
    FormKind, Refused, SetField, TypedBand, TypedConclusion, TypedLine, TypedSet, TypedTariff,
    shipped, typed,
};

use std::collections::BTreeMap;

use crate::app::{Model, law};
use crate::domain::{LocalRules, LocalRulesId, Span};
use crate::engine::LOCAL_RULES;
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation, Record};
use crate::rules::{LocalFault, check_local};

use super::entry::{self, EntryError};

/// Why a set was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetFault {
    /// A field cannot be read.
    Field(SetField, EntryError),
    /// The set as a whole is not right.
    Set(LocalFault),
    /// So many confirmed periods were scored with it.
    Confirmed(usize),
    /// It is gone.
    Gone,
}

/// A set that is ready to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetDraft {
    /// What saves it.
    pub operation: Operation,
    /// The set whose last day becomes the day before this one begins.
    pub ends: Option<(LocalRulesId, LocalRules)>,
}

/// Drafts a new set, or a change of one.
///
/// A set that began earlier and has no last day ends the day before this one begins; any
/// other set in force on one of its days is a fault.
///
/// # Errors
/// Everything that was not taken.
pub fn save(
    model: &Model,
    id: Option<LocalRulesId>,
    new: &TypedSet,
) -> Result<SetDraft, Vec<SetFault>> {
    let book = &model.book;
    let set = typed::read(new, model.month().year()).map_err(|refused| {
        let fields = refused.into_iter();
        fields
            .map(|(field, error)| SetFault::Field(field, error))
            .collect::<Vec<_>>()
    })?;
    check_change(book, id, &set)?;
    let ends = predecessor(book, id, &set);
    let ended = ends.as_ref().map(|(id, _)| *id);
    let others = book
        .local_rules
        .iter()
        .filter(|(other, _)| Some(*other) != id && Some(*other) != ended);
    let others: Vec<&LocalRules> = others
        .map(|(_, other)| other)
        .chain(ends.as_ref().map(|(_, other)| other))
        .collect();
    let faults = check_local(&set, &others, law());
    if !faults.is_empty() {
        return Err(faults.into_iter().map(SetFault::Set).collect());
    }
    let action = match id {
        Some(_) => Action::Edit(Kind::LocalRules),
        None => Action::Add(Kind::LocalRules),
    };
    let mut draft = Draft::new(book, action);
    if let Some((other, set)) = &ends {
        draft.put(Key::LocalRules(*other), set.clone());
    }
    let id = id.unwrap_or_else(|| LocalRulesId(draft.fresh(Kind::LocalRules)));
    draft.put(Key::LocalRules(id), set);
    Ok(SetDraft {
        operation: draft.finish(),
        ends,
    })
}

/// A set that confirmed periods were scored with may change in its last day alone.
fn check_change(
    book: &Book,
    id: Option<LocalRulesId>,
    set: &LocalRules,
) -> Result<(), Vec<SetFault>> {
    let Some(id) = id else { return Ok(()) };
    let Some(old) = book.local_rules.get(id) else {
        return Err(vec![SetFault::Gone]);
    };
    let count = confirmed_with(book, old);
    let kept = LocalRules {
        span: Span {
            from: old.span.from,
            to: set.span.to,
        },
        ..old.clone()
    };
    if count > 0 && kept != *set {
        return Err(vec![SetFault::Confirmed(count)]);
    }
    Ok(())
}

/// The set that gives way: it began earlier and has no last day.
fn predecessor(
    book: &Book,
    id: Option<LocalRulesId>,
    set: &LocalRules,
) -> Option<(LocalRulesId, LocalRules)> {
    let (other, old) = book.local_rules.iter().find(|(other, old)| {
        Some(*other) != id && old.span.to.is_none() && old.span.from < set.span.from
    })?;
    let span = Span {
        from: old.span.from,
        to: set.span.from.pred_opt(),
    };
    let ended = LocalRules {
        span,
        ..old.clone()
    };
    Some((other, ended))
}

/// How many confirmed periods were scored with a set.
#[must_use]
pub fn confirmed_with(book: &Book, set: &LocalRules) -> usize {
    let cited = set.cited();
    let confirmed = book.confirmations.iter().filter(|(_, confirmation)| {
        let mut readings = confirmation.readings.iter();
        confirmation.unlocked.is_none()
            && readings.any(|(key, value)| key == LOCAL_RULES && *value == cited)
    });
    confirmed.count()
}

/// Drafts the end of a set: the day typed is its last.
///
/// # Errors
/// [`EntryError`] when there is no such day, or it lies before the set begins.
pub fn end(model: &Model, id: LocalRulesId, last: &str) -> Result<Operation, EntryError> {
    let book = &model.book;
    let set = book.local_rules.get(id).ok_or(EntryError::Gone)?;
    let last = entry::day(last, model.month().year())?.ok_or(EntryError::Required)?;
    if last < set.span.from {
        return Err(EntryError::TooEarly(set.span.from));
    }
    if let Some(to) = set.span.to.filter(|to| last > *to) {
        return Err(EntryError::TooLate(to));
    }
    let ended = LocalRules {
        span: Span {
            to: Some(last),
            ..set.span
        },
        ..set.clone()
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::LocalRules));
    draft.put(Key::LocalRules(id), ended);
    Ok(draft.finish())
}

/// Drafts the removal of a set.
///
/// # Errors
/// [`EntryError::RestedOn`] when confirmed periods were scored with it.
pub fn remove(book: &Book, id: LocalRulesId) -> Result<Operation, EntryError> {
    let set = book.local_rules.get(id).ok_or(EntryError::Gone)?;
    if confirmed_with(book, set) > 0 {
        return Err(EntryError::RestedOn);
    }
    let mut draft = Draft::new(book, Action::Remove(Kind::LocalRules));
    draft.remove(Key::LocalRules(id));
    Ok(draft.finish())
}

/// The sets of the book as an operation would leave them, in order of keys.
#[must_use]
pub fn sets_after(book: &Book, operation: &Operation) -> Vec<(LocalRulesId, LocalRules)> {
    let all = book.local_rules.iter();
    let mut all: BTreeMap<LocalRulesId, LocalRules> =
        all.map(|(id, set)| (id, set.clone())).collect();
    for change in &operation.changes {
        match (change.key, &change.after) {
            (Key::LocalRules(id), Some(Record::LocalRules(set))) => {
                all.insert(id, set.clone());
            }
            (Key::LocalRules(id), _) => {
                all.remove(&id);
            }
            _ => {}
        }
    }
    all.into_iter().collect()
}

#[cfg(test)]
mod tests;
