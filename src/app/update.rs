//! The one place where the model changes.

use crate::engine::Scores;
use crate::files::backup::RestoreMode;
use crate::ledger::{Action, Operation};

use super::carrying;
use super::cleaning;
use super::following::{follow, refused};
use super::outside;
use super::{
    BackupLog, DESK, Door, Effect, Event, LockAnswer, LockAsk, LogLine, Model, Notice, Now, Opened,
    Pending, Restorable, Saving, Stage, StorageProblem, law,
};

/// Takes note of what happened and says what is to be done.
pub fn update(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    model.now = now;
    if would_lose(model, &event) {
        return vec![Effect::Tell(Notice::NotLeft)];
    }
    happened(model, event)
}

fn happened(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Started(None) => vec![Effect::ReadPreferences, Effect::OpenLast],
        Event::Started(Some(door)) => {
            let mut effects = vec![Effect::ReadPreferences];
            effects.extend(choose(door));
            effects
        }
        Event::NothingStored => {
            model.stage = Stage::Welcome;
            Vec::new()
        }
        Event::Opened(mut opened) => {
            let repairs = std::mem::take(&mut opened.repairs);
            let mut effects = open(model, *opened);
            let told = repairs.into_iter().map(Notice::Mended);
            effects.extend(told.map(Effect::Tell));
            effects
        }
        Event::OpenFailed(problem) => not_opened(model, problem),
        Event::Examined(found) => {
            model.found = Some(*found);
            Vec::new()
        }
        Event::DoorChosen(door) => choose(door),
        Event::SampleLeft => {
            model.stage = Stage::Starting;
            vec![Effect::OpenOwn]
        }
        Event::WorkspaceChosen(id) => {
            model.stage = Stage::Starting;
            vec![Effect::Open(id)]
        }
        Event::Acted(_) | Event::UndoAsked | Event::RedoAsked if model.following => refused(),
        Event::Acted(_) | Event::UndoAsked | Event::RedoAsked if model.carrying => {
            vec![Effect::Tell(Notice::Carrying)]
        }
        Event::Acted(operation) => act(model, operation, |action| Notice::Done(action.clone())),
        Event::UndoAsked => take_back(model),
        Event::RedoAsked => do_again(model),
        Event::OperationFetched(sequence, operation) => {
            model.operations.insert(sequence, operation);
            if model.history.to_undo() == Some(sequence) {
                take_back(model)
            } else {
                do_again(model)
            }
        }
        // The screen that asked has heard it; the program keeps nothing of it.
        Event::ActionRead(..) => Vec::new(),
        Event::Persisted(sequence, hash) => persisted(model, sequence, hash),
        Event::PersistFailed(_, problem) => failed(model, problem),
        Event::RetryAsked => retry(model),
        Event::PreferencesRead(preferences) => {
            model.preferences = preferences;
            Vec::new()
        }
        Event::Preferred { name, value } => {
            model.preferences.insert(name.clone(), value.clone());
            vec![Effect::Prefer { name, value }]
        }
        Event::MonthChosen(month) => {
            model.month = Some(month);
            Vec::new()
        }
        Event::RestoredApart(restorable) => carrying::apart(model, restorable),
        Event::CarryAsked(log) => carrying::carry(model, log),
        Event::NotCarried(problem) => carrying::not_carried(model, problem),
        Event::GoneOnLocked(passphrase) => carrying::go_on_locked(model, passphrase),
        Event::StorageSeen(storage) => {
            model.storage = storage;
            Vec::new()
        }
        Event::Noticed(notice) => vec![Effect::Tell(notice)],
        Event::LockAsked(ask) => ask_lock(model, ask),
        Event::LockSeen => {
            model.lock.last = None;
            Vec::new()
        }
        Event::Locking(answer) => {
            note_lock(model, answer);
            fill_locked(model)
        }
        Event::BackedUp { at, to } => outside::backed_up(model, at, to),
        Event::Offered(offered) => outside::offered(model, offered),
        Event::OfferedSeen => outside::offered_seen(model),
        Event::CopyFailed(problem) => outside::copy_failed(model, problem),
        Event::CopyAsked => outside::copy_asked(model),
        Event::FolderSeen(folder) => outside::folder_seen(model, folder, false),
        Event::FolderGiven(folder) => outside::folder_seen(model, folder, true),
        Event::Ticked => ticked(model),
        Event::BinSeen(bin) => cleaning::bin_seen(model, bin),
        Event::EraseAsked(eraser) => cleaning::erase_asked(model, eraser),
        Event::Cleaning(step) => cleaning::step(model, *step),
        Event::Followed(followed) => follow(model, *followed),
        Event::WritingGiven => {
            model.following = true;
            Vec::new()
        }
    }
}

fn ticked(model: &mut Model) -> Vec<Effect> {
    let mut effects = outside::when_due(model);
    effects.extend(cleaning::when_due(model));
    effects
}

/// Who only follows may unlock and lock, but the lock is changed where the data are written.
fn ask_lock(model: &mut Model, ask: LockAsk) -> Vec<Effect> {
    let anywhere = matches!(
        ask,
        LockAsk::Unlock { .. } | LockAsk::LockNow | LockAsk::LockUnused
    );
    if model.following && !anywhere {
        return vec![Effect::Tell(Notice::Following)];
    }
    model.lock.busy = true;
    model.lock.last = None;
    vec![Effect::Lock(ask)]
}

/// How the lock stands after it answered. What is open stays open; locking closes the page.
fn note_lock(model: &mut Model, answer: LockAnswer) {
    model.lock.busy = false;
    match &answer {
        LockAnswer::Waits { workspace, .. } => close(model, workspace.clone()),
        LockAnswer::On(_) => model.lock.on = true,
        LockAnswer::Off => model.lock.on = false,
        LockAnswer::Changed | LockAnswer::Refused(_) => {}
    }
    model.lock.last = Some(answer);
}

/// Forgets what was open: a locked workspace shows nothing, and nothing of another one stays.
fn close(model: &mut Model, locked: String) {
    *model = Model {
        now: model.now,
        month: model.month,
        preferences: std::mem::take(&mut model.preferences),
        apart: model.apart.take(),
        apart_lock: model.apart_lock.take(),
        stage: Stage::Locked(locked),
        ..Model::default()
    };
}

fn open(model: &mut Model, opened: Opened) -> Vec<Effect> {
    let now = model.now;
    let apart = model.apart.take();
    let apart_lock = model.apart_lock.take();
    // Another workspace may have been opened meanwhile.
    let carried = model.carrying && opened.workspace.id == model.workspace.id;
    // The recovery code of a lock switched on for it is still to be shown.
    let answered = model.lock.last.take().filter(|_| carried);
    *model = Model {
        now,
        month: model.month,
        preferences: std::mem::take(&mut model.preferences),
        ..Model::default()
    };
    for line in &opened.log {
        model
            .history
            .note(line.sequence, &line.action, line.changes);
    }
    model.sequence = opened.log.last().map_or(0, |line| line.sequence);
    model.workspace = opened.workspace;
    model.book = opened.book;
    model.scores = Scores::full(&model.book, law());
    model.log = opened.log;
    model.operations = opened.operations;
    model.last_backup = opened.last_backup;
    model.outside.copied_to = opened.copied_to;
    model.outside.owed = opened.migrated;
    model.following = opened.following;
    model.lock.on = opened.locked;
    model.lock.last = answered;
    if let Some(mut preferences) = opened.preferences {
        // The machine's own, also where the browser keeps nothing.
        let desk = model.preferences.remove(DESK);
        preferences.extend(desk.map(|desk| (DESK.to_owned(), desk)));
        model.preferences = preferences;
    }
    model.stage = Stage::Open;
    let mut effects = vec![Effect::LookAtFolder];
    if model.following {
        return effects;
    }
    let apart = apart.filter(|_| model.log.is_empty());
    if let (Some(_), Some(passphrase)) = (&apart, apart_lock) {
        // Locked while it is still empty: nothing of it is ever written in the clear.
        model.apart = apart;
        model.lock.busy = true;
        effects.push(Effect::Lock(LockAsk::SwitchOn(passphrase)));
    } else if let Some(restorable) = apart {
        effects.extend(fill(model, *restorable));
    } else if carried {
        effects.push(Effect::Tell(Notice::Carried));
    } else if model.workspace.sample && model.log.is_empty() {
        effects.push(Effect::MakeSample);
    }
    effects
}

/// What was to go into a workspace once that is locked.
fn fill_locked(model: &mut Model) -> Vec<Effect> {
    let ended = model.stage == Stage::Open && !model.lock.busy;
    let Some(restorable) = model.apart.take_if(|_| ended) else {
        return Vec::new();
    };
    if !model.lock.on {
        return vec![Effect::Tell(Notice::NotGoneOn)];
    }
    let mut effects = fill(model, *restorable);
    // Where the recovery code is shown, this once.
    effects.push(Effect::GoTo("#/du-lieu".to_owned()));
    effects
}

/// What was restored apart goes into the open workspace, which is empty: with its log where that
/// can go along, else as one action.
fn fill(model: &mut Model, restorable: Restorable) -> Vec<Effect> {
    if let BackupLog::Whole(log) = restorable.log {
        return carrying::carry(model, log);
    }
    let backup = &restorable.backup;
    let operation = super::workflow::restore::restore(model, backup, RestoreMode::Replace);
    act(model, operation, |action| Notice::Done(action.clone()))
}

/// Nothing is written from now on; of damaged data one wants to know what is left.
fn not_opened(model: &mut Model, problem: StorageProblem) -> Vec<Effect> {
    let damaged = matches!(problem, StorageProblem::Damaged(_));
    model.found = None;
    model.stage = Stage::Closed(problem);
    if damaged {
        vec![Effect::Examine]
    } else {
        Vec::new()
    }
}

/// Whether something would be lost that could not be saved: the open data are left for others.
fn would_lose(model: &Model, event: &Event) -> bool {
    let leaves = matches!(
        event,
        Event::DoorChosen(_)
            | Event::SampleLeft
            | Event::WorkspaceChosen(_)
            | Event::RestoredApart(_)
    );
    leaves && model.stage == Stage::Open && matches!(model.saving, Saving::Failed(_))
}

const fn create(sample: bool) -> Effect {
    Effect::Create {
        sample,
        to_fill: false,
    }
}

fn choose(door: Door) -> Vec<Effect> {
    match door {
        Door::Sample => vec![create(true)],
        Door::Files => vec![create(false), Effect::GoTo("#/du-lieu/nhap".to_owned())],
        Door::Empty => vec![create(false), Effect::GoTo("#/tong-quan".to_owned())],
        Door::Backup => vec![create(false), Effect::GoTo("#/du-lieu/sao-luu".to_owned())],
    }
}

fn act(model: &mut Model, operation: Operation, notice: impl Fn(&Action) -> Notice) -> Vec<Effect> {
    if operation.is_empty() {
        return Vec::new();
    }
    if let Err(error) = model.book.apply(&operation) {
        return vec![Effect::Tell(Notice::Refused(error))];
    }
    let copy = outside::copy_before(model, &operation.action);
    model.scores.update(&model.book, law(), &operation);
    model.sequence += 1;
    let sequence = model.sequence;
    let told = notice(&operation.action);
    let changes = operation.changes.len();
    model.history.note(sequence, &operation.action, changes);
    model.log.push(LogLine {
        sequence,
        at: model.now.moment,
        desk: model.desk(),
        action: operation.action.clone(),
        changes: operation.changes.len(),
        hash: None,
    });
    model.operations.insert(sequence, operation.clone());
    if !matches!(model.saving, Saving::Failed(_)) {
        model.saving = Saving::Saving(sequence);
    }
    let mut effects: Vec<Effect> = copy.into_iter().collect();
    effects.push(Effect::Persist(pending(model, sequence, operation)));
    effects.push(Effect::Tell(told));
    effects
}

fn pending(model: &Model, sequence: u64, operation: Operation) -> Pending {
    // Written again later, it is still what was done then, and at the desk as it was called then.
    let line = model.log.iter().rfind(|line| line.sequence == sequence);
    let (at, desk) = line.map_or_else(
        || (model.now.moment, model.desk()),
        |line| (line.at, line.desk.clone()),
    );
    Pending {
        workspace: model.workspace.clone(),
        sequence,
        at,
        desk,
        operation,
        lesser: None,
    }
}

fn take_back(model: &mut Model) -> Vec<Effect> {
    let Some(sequence) = model.history.to_undo() else {
        return vec![Effect::Tell(Notice::NothingToUndo)];
    };
    let Some(operation) = model.operations.get(&sequence) else {
        return vec![Effect::Fetch(sequence)];
    };
    let done = operation.action.clone();
    let inverse = operation.inverse(Action::Undo(sequence));
    act(model, inverse, |_| Notice::Undone(done.clone()))
}

fn do_again(model: &mut Model) -> Vec<Effect> {
    let Some(sequence) = model.history.to_redo() else {
        return vec![Effect::Tell(Notice::NothingToRedo)];
    };
    let Some(operation) = model.operations.get(&sequence) else {
        return vec![Effect::Fetch(sequence)];
    };
    let done = operation.action.clone();
    let again = Operation {
        action: Action::Redo(sequence),
        changes: operation.changes.clone(),
    };
    act(model, again, |_| Notice::Redone(done.clone()))
}

fn persisted(model: &mut Model, sequence: u64, hash: crate::ledger::Digest) -> Vec<Effect> {
    if let Some(line) = model.log.iter_mut().rfind(|line| line.sequence == sequence) {
        line.hash = Some(hash);
    }
    if sequence >= model.sequence {
        model.saving = Saving::Saved;
    }
    let mut effects = outside::when_due(model);
    effects.extend(outside::first_work(model));
    effects
}

fn failed(model: &mut Model, problem: StorageProblem) -> Vec<Effect> {
    model.saving = Saving::Failed(problem.clone());
    vec![Effect::Tell(Notice::Storage(problem))]
}

/// Writes everything that is not on disk yet, in order.
fn retry(model: &mut Model) -> Vec<Effect> {
    let unsaved: Vec<u64> = model
        .log
        .iter()
        .filter(|line| line.hash.is_none())
        .map(|line| line.sequence)
        .collect();
    model.saving = unsaved
        .last()
        .map_or(Saving::Saved, |last| Saving::Saving(*last));
    let again = unsaved.into_iter().filter_map(|sequence| {
        let operation = model.operations.get(&sequence)?.clone();
        Some(Effect::Persist(pending(model, sequence, operation)))
    });
    again.collect()
}

#[cfg(test)]
mod tests;
