//! The one place where the model changes.

use crate::engine::Scores;
use crate::files::backup::RestoreMode;
use crate::ledger::{Action, Operation};

use super::cleaning;
use super::following::{follow, refused};
use super::outside;
use super::{
    Door, Effect, Event, LockAnswer, LockAsk, LogLine, Model, Notice, Now, Opened, Pending, Saving,
    Stage, StorageProblem, law,
};

/// Takes note of what happened and says what is to be done.
pub fn update(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    model.now = now;
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
        Event::RestoredApart(backup) => {
            model.apart = Some(backup);
            model.stage = Stage::Starting;
            choose(Door::Empty)
        }
        Event::GoneOnLocked(passphrase) => {
            model.apart_lock = Some(passphrase);
            vec![Effect::GoOn]
        }
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
        desk: std::mem::take(&mut model.desk),
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
    *model = Model {
        now,
        month: model.month,
        desk: std::mem::take(&mut model.desk),
        preferences: std::mem::take(&mut model.preferences),
        ..Model::default()
    };
    for line in &opened.log {
        model.history.note(line.sequence, &line.action);
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
    model.preferences = opened
        .preferences
        .unwrap_or_else(|| std::mem::take(&mut model.preferences));
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
    } else if let Some(backup) = apart {
        let operation = super::workflow::restore::restore(model, &backup, RestoreMode::Replace);
        effects.extend(act(model, operation, |action| Notice::Done(action.clone())));
    } else if model.workspace.sample && model.log.is_empty() {
        effects.push(Effect::MakeSample);
    }
    effects
}

/// What was to go into a workspace once that is locked.
fn fill_locked(model: &mut Model) -> Vec<Effect> {
    let ended = model.stage == Stage::Open && !model.lock.busy;
    let Some(backup) = model.apart.take_if(|_| ended) else {
        return Vec::new();
    };
    if !model.lock.on {
        return vec![Effect::Tell(Notice::NotGoneOn)];
    }
    let operation = super::workflow::restore::restore(model, &backup, RestoreMode::Replace);
    let mut effects = act(model, operation, |action| Notice::Done(action.clone()));
    // Where the recovery code is shown, this once.
    effects.push(Effect::GoTo("#/du-lieu".to_owned()));
    effects
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

fn choose(door: Door) -> Vec<Effect> {
    match door {
        Door::Sample => vec![Effect::Create { sample: true }],
        Door::Files => vec![
            Effect::Create { sample: false },
            Effect::GoTo("#/du-lieu/nhap".to_owned()),
        ],
        Door::Empty => vec![
            Effect::Create { sample: false },
            Effect::GoTo("#/tong-quan".to_owned()),
        ],
        Door::Backup => vec![
            Effect::Create { sample: false },
            Effect::GoTo("#/du-lieu/sao-luu".to_owned()),
        ],
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
    model.history.note(sequence, &operation.action);
    model.log.push(LogLine {
        sequence,
        at: model.now.moment,
        desk: model.desk.clone(),
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
    let at = model
        .log
        .iter()
        .rfind(|line| line.sequence == sequence)
        .map_or(model.now.moment, |line| line.at);
    Pending {
        workspace: model.workspace.clone(),
        sequence,
        at,
        desk: model.desk.clone(),
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
mod tests {
    use super::*;
    use crate::domain::{Official, OfficialId};
    use crate::files::backup::Passphrase;
    use crate::ledger::{Digest, Draft, Key, Kind};

    fn opened() -> Model {
        let mut model = Model::default();
        update(&mut model, Event::Opened(Box::default()), Now::default());
        model
    }

    fn add_official(model: &Model) -> Operation {
        let mut draft = Draft::new(&model.book, Action::Add(Kind::Official));
        let id = OfficialId(draft.fresh(Kind::Official));
        draft.put(
            Key::Official(id),
            Official {
                name: "Người Mẫu".to_owned(),
                ..Official::default()
            },
        );
        draft.finish()
    }

    #[test]
    fn an_action_is_saved_only_when_storage_says_so() {
        let mut model = opened();
        let operation = add_official(&model);
        let effects = update(&mut model, Event::Acted(operation), Now::default());
        assert!(matches!(
            effects[0],
            Effect::Persist(Pending { sequence: 1, .. })
        ));
        assert_eq!(model.saving, Saving::Saving(1));
        update(
            &mut model,
            Event::Persisted(1, Digest::default()),
            Now::default(),
        );
        assert_eq!(model.saving, Saving::Saved);
    }

    #[test]
    fn undo_and_redo_are_operations_of_their_own() {
        let mut model = opened();
        let operation = add_official(&model);
        update(&mut model, Event::Acted(operation), Now::default());
        update(&mut model, Event::UndoAsked, Now::default());
        assert!(model.book.officials.is_empty());
        update(&mut model, Event::RedoAsked, Now::default());
        assert_eq!(model.book.officials.len(), 1);
        assert_eq!(model.log.len(), 3);
        assert_eq!(model.history.to_undo(), Some(1));
    }

    #[test]
    fn a_failed_write_stays_visible_and_is_tried_again_in_order() {
        let mut model = opened();
        for _ in 0..2 {
            let operation = add_official(&model);
            update(&mut model, Event::Acted(operation), Now::default());
        }
        update(
            &mut model,
            Event::PersistFailed(1, StorageProblem::Full),
            Now::default(),
        );
        let operation = add_official(&model);
        update(&mut model, Event::Acted(operation), Now::default());
        assert_eq!(model.saving, Saving::Failed(StorageProblem::Full));
        let effects = update(&mut model, Event::RetryAsked, Now::default());
        let order: Vec<u64> = effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Persist(pending) => Some(pending.sequence),
                _ => None,
            })
            .collect();
        assert_eq!(order, [1, 2, 3]);
    }

    #[test]
    fn a_refused_operation_changes_nothing_and_is_told() {
        let mut model = opened();
        let mut operation = add_official(&model);
        operation.changes[0].before = operation.changes[0].after.clone();
        operation.changes[0].after = None;
        let effects = update(&mut model, Event::Acted(operation), Now::default());
        assert!(matches!(effects[..], [Effect::Tell(Notice::Refused(_))]));
        assert_eq!(model.sequence, 0);
    }

    #[test]
    fn preferences_outlive_the_opening_of_a_workspace() {
        let mut model = Model::default();
        let preferred = Event::Preferred {
            name: "language".to_owned(),
            value: "en".to_owned(),
        };
        update(&mut model, preferred, Now::default());
        update(&mut model, Event::Opened(Box::default()), Now::default());
        assert_eq!(model.preferences["language"], "en");
    }

    #[test]
    fn a_tab_that_follows_locks_and_leaves_changing_the_lock_to_the_one_that_writes() {
        let mut model = Model {
            following: true,
            ..Model::default()
        };
        let off = LockAsk::SwitchOff(Passphrase::typed("bảy con mèo nằm phơi nắng"));
        let effects = update(&mut model, Event::LockAsked(off), Now::default());
        assert_eq!(effects, [Effect::Tell(Notice::Following)]);
        let now = Event::LockAsked(LockAsk::LockNow);
        let effects = update(&mut model, now, Now::default());
        assert_eq!(effects, [Effect::Lock(LockAsk::LockNow)]);
    }

    #[test]
    fn a_locked_workspace_waits_for_its_secret_and_brings_its_own_preferences() {
        let mut model = Model::default();
        let waits = LockAnswer::Waits {
            workspace: "mau".into(),
            until: None,
        };
        update(&mut model, Event::Locking(waits), Now::default());
        assert_eq!(model.stage, Stage::Locked("mau".into()));
        let wrong = LockAnswer::Refused(crate::app::LockRefusal::Wrong { until: None });
        update(&mut model, Event::Locking(wrong), Now::default());
        assert_eq!(model.stage, Stage::Locked("mau".into()));
        assert!(model.lock.refusal().is_some());
        let opened = Opened {
            locked: true,
            preferences: Some([("tasks".to_owned(), "filter".to_owned())].into()),
            ..Opened::default()
        };
        update(&mut model, Event::Opened(Box::new(opened)), Now::default());
        assert_eq!(model.stage, Stage::Open);
        assert!(model.lock.on && model.lock.last.is_none());
        assert_eq!(model.preferences["tasks"], "filter");
    }

    #[test]
    fn a_backup_restored_apart_fills_the_new_workspace_in_one_undoable_action() {
        let mut model = opened();
        let operation = add_official(&model);
        let mut backup = crate::files::backup::Backup::default();
        backup.book.apply(&operation).unwrap();
        let effects = update(
            &mut model,
            Event::RestoredApart(Box::new(backup)),
            Now::default(),
        );
        assert_eq!(effects[0], Effect::Create { sample: false });
        update(&mut model, Event::Opened(Box::default()), Now::default());
        assert_eq!(model.book.officials.len(), 1);
        assert_eq!(model.log.len(), 1);
        update(&mut model, Event::UndoAsked, Now::default());
        assert!(model.book.officials.is_empty());
    }

    #[test]
    fn damaged_data_are_looked_into_and_the_next_opening_forgets_what_was_found() {
        let mut model = Model::default();
        let damaged = StorageProblem::Damaged(crate::app::Damage::Gone);
        let effects = update(&mut model, Event::OpenFailed(damaged), Now::default());
        assert_eq!(effects, [Effect::Examine]);
        let found = crate::app::Found {
            saved: 3,
            whole: 2,
            ..Default::default()
        };
        let examined = Event::Examined(Box::new(found.clone()));
        assert!(update(&mut model, examined, Now::default()).is_empty());
        assert_eq!(model.found, Some(found));
        let held = Event::OpenFailed(StorageProblem::HeldByOtherTab);
        assert!(update(&mut model, held, Now::default()).is_empty());
        assert_eq!(model.found, None);
    }

    #[test]
    fn what_was_mended_at_the_opening_is_told() {
        let opened = Opened {
            repairs: vec![crate::app::Repair::Rebuilt],
            ..Opened::default()
        };
        let mut model = Model::default();
        let effects = update(&mut model, Event::Opened(Box::new(opened)), Now::default());
        let told = Notice::Mended(crate::app::Repair::Rebuilt);
        assert_eq!(effects, [Effect::LookAtFolder, Effect::Tell(told)]);
    }

    #[test]
    fn the_sample_is_made_only_in_its_own_empty_workspace() {
        let mut model = Model::default();
        let opened = Opened {
            workspace: crate::app::Workspace {
                id: "s".into(),
                sample: true,
            },
            ..Opened::default()
        };
        let effects = update(&mut model, Event::Opened(Box::new(opened)), Now::default());
        assert_eq!(effects, [Effect::LookAtFolder, Effect::MakeSample]);
    }
}
