//! What happens, and what is to be done then.

use std::collections::BTreeMap;

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
fn data_are_not_left_while_something_could_not_be_saved() {
    let mut model = opened();
    let operation = add_official(&model);
    update(&mut model, Event::Acted(operation), Now::default());
    let full = Event::PersistFailed(1, StorageProblem::Full);
    update(&mut model, full, Now::default());
    for event in [
        Event::DoorChosen(Door::Empty),
        Event::SampleLeft,
        Event::WorkspaceChosen("khac".to_owned()),
        Event::RestoredApart(Box::default()),
    ] {
        let effects = update(&mut model, event, Now::default());
        assert_eq!(effects, [Effect::Tell(Notice::NotLeft)]);
    }
    assert_eq!(model.stage, Stage::Open);
    let saved = Event::Persisted(1, crate::ledger::Digest::default());
    update(&mut model, saved, Now::default());
    let left = Event::WorkspaceChosen("khac".to_owned());
    assert_eq!(
        update(&mut model, left, Now::default()),
        [Effect::Open("khac".to_owned())]
    );
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
fn an_action_read_for_a_screen_takes_nothing_back() {
    let mut model = opened();
    let operation = add_official(&model);
    update(&mut model, Event::Acted(operation.clone()), Now::default());
    model.operations.clear();
    let read = Event::ActionRead(1, Ok(operation));
    assert!(read.is_of_one_workspace());
    assert_eq!(update(&mut model, read, Now::default()), []);
    assert_eq!((model.sequence, model.operations.len()), (1, 0));
}

/// Names the desk as the log's screen does.
fn name_desk(model: &mut Model, name: &str) {
    let preferred = Event::Preferred {
        name: DESK.to_owned(),
        value: name.to_owned(),
    };
    update(model, preferred, Now::default());
}

#[test]
fn every_operation_is_logged_under_the_desk_as_it_is_called_then() {
    let mut model = opened();
    let desks = |effects: &[Effect]| {
        let pending = effects.iter().filter_map(|effect| match effect {
            Effect::Persist(pending) => Some(pending.desk.clone()),
            _ => None,
        });
        pending.collect::<Vec<_>>()
    };
    let operation = add_official(&model);
    let effects = update(&mut model, Event::Acted(operation), Now::default());
    assert_eq!(desks(&effects), [""]);
    name_desk(&mut model, "Máy 1");
    let effects = update(&mut model, Event::UndoAsked, Now::default());
    assert_eq!(desks(&effects), ["Máy 1"]);
    name_desk(&mut model, "Máy 2");
    let operation = add_official(&model);
    update(&mut model, Event::Acted(operation), Now::default());
    let logged: Vec<_> = model.log.iter().map(|line| line.desk.as_str()).collect();
    assert_eq!(logged, ["", "Máy 1", "Máy 2"]);
    // What is written late is still of the desk as it was called when it was done.
    let effects = update(&mut model, Event::RetryAsked, Now::default());
    assert_eq!(desks(&effects), ["", "Máy 1", "Máy 2"]);
}

#[test]
fn the_desk_is_the_machines_in_every_set_of_data() {
    let mut model = Model::default();
    let read = BTreeMap::from([(DESK.to_owned(), "Máy 1".to_owned())]);
    update(&mut model, Event::PreferencesRead(read), Now::default());
    assert_eq!(model.desk(), "Máy 1");
    let opened = Opened {
        preferences: Some([("tasks".to_owned(), "filter".to_owned())].into()),
        ..Opened::default()
    };
    update(&mut model, Event::Opened(Box::new(opened)), Now::default());
    assert_eq!(
        model.desk(),
        "Máy 1",
        "also where the browser keeps nothing"
    );
    let waits = LockAnswer::Waits {
        workspace: "mau".into(),
        until: None,
    };
    update(&mut model, Event::Locking(waits), Now::default());
    assert_eq!(model.desk(), "Máy 1");
    assert!(crate::app::is_harmless(DESK), "it stays beside locked data");
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
        Event::RestoredApart(Box::new(crate::app::Restorable {
            backup,
            ..Default::default()
        })),
        Now::default(),
    );
    let create = Effect::Create {
        sample: false,
        to_fill: true,
    };
    assert_eq!(effects[0], create);
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
