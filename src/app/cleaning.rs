//! Taking contents out for good: what was deleted long ago, and a person who is to be erased.
//!
//! The log is cleaned where it is stored, so this goes in two steps: the edge reads the log and
//! says what would become of it, then one operation is applied and written together with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Day;
use crate::ledger::{
    Action, Cleaned, Cleaning, Deleted, Eraser, Key, Moment, Operation, due_before,
};

use super::following::refused;
use super::{Effect, LogLine, Model, Notice, Now, Pending, Saving, Stage, StorageProblem, law};

/// What the edge made of the log for a cleaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleaningMade {
    /// What is taken out.
    pub cleaning: Cleaning,
    /// The entries that change.
    pub cleaned: Cleaned,
    /// Their rows.
    pub rows: Vec<CleanedRow>,
    /// The last action of the log that was read.
    pub to: u64,
}

/// A row of the log as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanedRow {
    /// The entry.
    pub sequence: u64,
    /// True for what its head says, false for its changes.
    pub head: bool,
    /// What is to be stored.
    pub bytes: Vec<u8>,
}

/// What is written for an operation that takes contents out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesser {
    /// The operation without what it takes out.
    pub operation: Operation,
    /// The rows that change with it.
    pub rows: Vec<CleanedRow>,
}

/// The preference that remembers when something was first seen that is to go for good.
fn seen_preference(workspace: &str) -> String {
    format!("purge-seen.{workspace}")
}

/// True when it is time to look whether something deleted has had its days: once a day.
#[must_use]
pub fn looks_now(model: &Model, now: Now) -> bool {
    let open = model.stage == Stage::Open && !model.following && !model.cleaning;
    let quiet = model.saving == Saving::Saved && model.bin_looked != Some(now.today);
    open && quiet && has_old_entries(model, now.moment)
}

/// Looks when it is time to.
pub(super) fn when_due(model: &mut Model) -> Vec<Effect> {
    if !looks_now(model, model.now) {
        return Vec::new();
    }
    model.bin_looked = Some(model.now.today);
    vec![Effect::LookIntoBin]
}

/// True when there are actions old enough that may have deleted, and that no purge has looked at.
fn has_old_entries(model: &Model, now: Moment) -> bool {
    let until = due_before(now);
    let purged = model.log.iter().rev().find_map(|line| match line.action {
        Action::Purge { until, .. } => Some(until),
        _ => None,
    });
    let unseen = |line: &&LogLine| line.at < until && purged.is_none_or(|purged| line.at >= purged);
    let mut lines = model.log.iter().filter(|line| line.action.may_delete());
    lines.any(|line| unseen(&line))
}

/// What lies in the bin was read.
pub(super) fn bin_seen(model: &mut Model, mut bin: Vec<Deleted>) -> Vec<Effect> {
    // What was brought in again since, as by an import, was not looked for in the log.
    for deleted in &mut bin {
        let stands = |key: &Key| model.book.contains(*key);
        deleted.records.retain(|(key, _)| !stands(key));
    }
    bin.retain(|deleted| !deleted.records.is_empty());
    let until = due_before(model.now.moment);
    let due = bin.iter().any(|deleted| deleted.at < until);
    model.bin = Some(bin);
    if model.following || model.cleaning {
        return Vec::new();
    }
    // A clock that was wrong for an hour must cost nothing: what is due is shown as such for a
    // day before it goes.
    let (name, today) = (seen_preference(&model.workspace.id), model.now.today);
    if !due {
        // A day that was seen for what has gone since says nothing of what comes later.
        let seen = model.preferences.get(&name);
        if seen.is_none_or(String::is_empty) {
            return Vec::new();
        }
        return prefer(model, name, String::new());
    }
    let seen: Option<Day> = model
        .preferences
        .get(&name)
        .and_then(|seen| seen.parse().ok());
    match seen {
        Some(seen) if seen < today => {
            model.cleaning = true;
            let mut effects = prefer(model, name, String::new());
            effects.push(Effect::Clean(Cleaning::Purge {
                until,
                keys: BTreeSet::new(),
            }));
            effects
        }
        Some(seen) if seen == today => Vec::new(),
        _ => prefer(model, name, today.to_string()),
    }
}

fn prefer(model: &mut Model, name: String, value: String) -> Vec<Effect> {
    model.preferences.insert(name.clone(), value.clone());
    vec![Effect::Prefer { name, value }]
}

/// The user wants a person out of the records and the log.
pub(super) fn erase_asked(model: &mut Model, eraser: Eraser) -> Vec<Effect> {
    if model.following {
        return refused();
    }
    if model.cleaning {
        return Vec::new();
    }
    model.cleaning = true;
    vec![Effect::Clean(Cleaning::Erase(eraser))]
}

/// The edge has read the log, or could not.
pub(super) fn step(model: &mut Model, step: Result<CleaningMade, StorageProblem>) -> Vec<Effect> {
    match step {
        Ok(step) => made(model, step),
        Err(problem) => {
            model.cleaning = false;
            vec![Effect::Tell(Notice::Storage(problem))]
        }
    }
}

/// The edge has made of the log what it is to be: now it is done, in the book and in the log.
fn made(model: &mut Model, made: CleaningMade) -> Vec<Effect> {
    if !model.cleaning || model.following || model.stage != Stage::Open {
        // Given up: the writing went to another tab, or these data are being left.
        model.cleaning = false;
        return Vec::new();
    }
    if made.to != model.sequence {
        // Something was done meanwhile, and is to be cleaned too.
        return vec![Effect::Clean(made.cleaning)];
    }
    model.cleaning = false;
    let operation = made.cleaning.operation(&model.book, made.cleaned);
    if operation.changes.is_empty() && made.rows.is_empty() {
        return Vec::new();
    }
    if let Err(error) = model.book.apply(&operation) {
        return vec![Effect::Tell(Notice::Refused(error))];
    }
    model.scores.update(&model.book, law(), &operation);
    forget(model, &made.cleaning);
    let preferred = forget_preferred(model, &made.cleaning);
    model.sequence += 1;
    let sequence = model.sequence;
    let action = operation.action.clone();
    model.history.note(sequence, &action, 0);
    model.log.push(LogLine {
        sequence,
        at: model.now.moment,
        desk: model.desk(),
        action: action.clone(),
        changes: operation.changes.len(),
        hash: None,
    });
    let written = made.cleaning.written(&operation);
    model.operations.insert(sequence, written.clone());
    if !matches!(model.saving, Saving::Failed(_)) {
        model.saving = Saving::Saving(sequence);
    }
    let pending = Pending {
        workspace: model.workspace.clone(),
        sequence,
        at: model.now.moment,
        desk: model.desk(),
        operation,
        lesser: Some(Lesser {
            operation: written,
            rows: made.rows,
        }),
    };
    let mut effects = vec![
        Effect::Persist(pending),
        Effect::Tell(Notice::DoneForGood(action)),
    ];
    effects.extend(preferred);
    effects
}

/// Takes the contents out of what is preferred, such as the filters of saved views.
fn forget_preferred(model: &mut Model, cleaning: &Cleaning) -> Vec<Effect> {
    let named = model.preferences.iter().filter_map(|(name, value)| {
        let value = cleaning.text(value)?;
        Some((name.clone(), value))
    });
    let named: Vec<_> = named.collect();
    let forgotten = named.into_iter();
    forgotten
        .flat_map(|(name, value)| prefer(model, name, value))
        .collect()
}

/// Takes the contents out of what is at hand of the log.
fn forget(model: &mut Model, cleaning: &Cleaning) {
    let mut lesser = BTreeMap::new();
    for (sequence, operation) in &model.operations {
        if let Some(changes) = cleaning.changes(&operation.changes) {
            lesser.insert(*sequence, changes);
        }
    }
    for (sequence, changes) in lesser {
        if let Some(operation) = model.operations.get_mut(&sequence) {
            operation.changes = changes;
        }
    }
    for operation in model.operations.values_mut() {
        if let Some(action) = cleaning.action(&operation.action) {
            operation.action = action;
        }
    }
    for line in &mut model.log {
        if let Some(action) = cleaning.action(&line.action) {
            line.action = action;
        }
        if let Some(desk) = cleaning.text(&line.desk) {
            line.desk = desk;
        }
    }
    // What is left in it is read again when somebody looks.
    model.bin = None;
}

#[cfg(test)]
mod tests;
