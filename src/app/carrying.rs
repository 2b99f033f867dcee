//! The log of a backup, on its way into a workspace that has none.

use std::sync::Arc;

use crate::files::backup::{Backup, BackupError, Passphrase};
use crate::ledger::{LogHead, Moment};

use super::job::Bytes;
use super::{Effect, Model, Notice, Stage, StorageProblem};

/// A log that is proven, as it is stored: the page opens nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedLog {
    /// Where it ends.
    pub end: LogHead,
    /// Its rows.
    pub rows: Arc<Bytes>,
}

/// What becomes of a backup's log where it goes into a workspace that has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BackupLog {
    /// There is none.
    #[default]
    None,
    /// It goes along: it is proven and leads to the records.
    Whole(PackedLog),
    /// It stays behind: its part of the file is damaged.
    Unreadable(BackupError),
    /// It stays behind: this entry is missing or not what was written.
    Broken(u64),
    /// It stays behind: it ends after this action, and the records are other ones.
    Apart(u64),
}

impl BackupLog {
    /// Whether there is one that cannot go along.
    #[must_use]
    pub const fn stays(&self) -> bool {
        matches!(self, Self::Unreadable(_) | Self::Broken(_) | Self::Apart(_))
    }
}

/// A backup with its log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restorable {
    /// Its records; its log lies beside them.
    pub backup: Backup,
    /// Its log.
    pub log: BackupLog,
}

/// A log with what the entry says that notes its coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrying {
    /// The log.
    pub log: PackedLog,
    /// When.
    pub at: Moment,
    /// At which desk.
    pub desk: String,
}

/// Whether the open workspace takes the log of a backup: only where it has none of its own.
#[must_use]
pub fn takes_log(model: &Model) -> bool {
    model.stage == Stage::Open
        && !model.following
        && !model.workspace.sample
        && model.log.is_empty()
}

/// Makes a workspace for a backup, which goes in once that is open.
pub(super) fn apart(model: &mut Model, restorable: Box<Restorable>) -> Vec<Effect> {
    model.apart = Some(restorable);
    model.stage = Stage::Starting;
    vec![
        Effect::Create {
            sample: false,
            to_fill: true,
        },
        Effect::GoTo("#/tong-quan".to_owned()),
    ]
}

/// Goes on from locked data in what is locked before anything is in it.
pub(super) fn go_on_locked(model: &mut Model, passphrase: Passphrase) -> Vec<Effect> {
    model.apart_lock = Some(passphrase);
    vec![Effect::GoOn]
}

/// Has a log carried into the open workspace; nothing else happens there until that is done.
pub(super) fn carry(model: &mut Model, log: PackedLog) -> Vec<Effect> {
    if !takes_log(model) || model.carrying {
        return Vec::new();
    }
    model.carrying = true;
    vec![Effect::Carry(Carrying {
        log,
        at: model.now.moment,
        desk: model.desk(),
    })]
}

/// It did not go in, and nothing of it is there.
pub(super) fn not_carried(model: &mut Model, problem: StorageProblem) -> Vec<Effect> {
    model.carrying = false;
    vec![Effect::Tell(Notice::Storage(problem))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{
        CODE_BYTES, Event, LockAnswer, LogLine, Now, Opened, RecoveryCode, Workspace, update,
    };
    use crate::ledger::{Action, Digest, Kind, Operation};

    fn packed() -> PackedLog {
        PackedLog {
            end: LogHead {
                sequence: 2,
                hash: Digest::default(),
            },
            rows: Arc::default(),
        }
    }

    fn tell(model: &mut Model, event: Event) -> Vec<Effect> {
        update(model, event, Now::default())
    }

    fn empty() -> Model {
        let mut model = Model::default();
        tell(&mut model, Event::Opened(Box::default()));
        model
    }

    /// As the workspace is opened with the log in it.
    fn with_log() -> Opened {
        let line = |sequence, action, changes| LogLine {
            sequence,
            at: Moment(0),
            desk: String::new(),
            action,
            changes,
            hash: Some(Digest::default()),
        };
        Opened {
            log: vec![
                line(1, Action::Add(Kind::Unit), 1),
                line(2, Action::Edit(Kind::Unit), 1),
                line(3, Action::Restore, 0),
            ],
            ..Opened::default()
        }
    }

    #[test]
    fn a_log_goes_into_an_empty_workspace_and_undo_reaches_into_it() {
        let mut model = empty();
        let effects = tell(&mut model, Event::CarryAsked(packed()));
        assert!(matches!(&effects[..], [Effect::Carry(it)] if it.log == packed()));
        let acted = tell(&mut model, Event::Acted(Operation::new(Action::Score)));
        assert_eq!(acted, [Effect::Tell(Notice::Carrying)], "nothing meanwhile");
        let effects = tell(&mut model, Event::Opened(Box::new(with_log())));
        let told = Effect::Tell(Notice::Carried);
        assert!(effects.contains(&told) && !model.carrying);
        assert_eq!((model.sequence, model.history.to_undo()), (3, Some(2)));
    }

    #[test]
    fn what_is_opened_in_the_meantime_is_not_taken_for_it() {
        let mut model = empty();
        tell(&mut model, Event::CarryAsked(packed()));
        let mut other = with_log();
        other.workspace.id = "khac".to_owned();
        let effects = tell(&mut model, Event::Opened(Box::new(other)));
        assert!(!effects.contains(&Effect::Tell(Notice::Carried)) && !model.carrying);
    }

    #[test]
    fn a_log_goes_into_what_was_locked_for_it_and_the_code_is_still_shown() {
        let mut model = Model::default();
        let passphrase = Passphrase::typed("năm con voi qua cầu");
        tell(&mut model, Event::GoneOnLocked(passphrase));
        let restorable = Restorable {
            log: BackupLog::Whole(packed()),
            ..Restorable::default()
        };
        tell(&mut model, Event::RestoredApart(Box::new(restorable)));
        let effects = tell(&mut model, Event::Opened(Box::default()));
        assert!(!effects.iter().any(|it| matches!(it, Effect::Carry(_))));
        let on = LockAnswer::On(RecoveryCode::drawn([7; CODE_BYTES]));
        let effects = tell(&mut model, Event::Locking(on.clone()));
        assert!(effects.iter().any(|it| matches!(it, Effect::Carry(_))));
        let opened = Opened {
            locked: true,
            ..with_log()
        };
        tell(&mut model, Event::Opened(Box::new(opened)));
        assert!(model.lock.on && model.lock.last == Some(on));
        assert_eq!(model.sequence, 3);
    }

    #[test]
    fn a_workspace_with_a_log_of_its_own_keeps_it() {
        let mut model = Model::default();
        tell(&mut model, Event::Opened(Box::new(with_log())));
        assert_eq!(tell(&mut model, Event::CarryAsked(packed())), []);
        let mut sample = empty();
        sample.workspace = Workspace {
            sample: true,
            ..Workspace::default()
        };
        assert!(!takes_log(&sample));
    }

    #[test]
    fn a_log_that_does_not_go_in_is_told_and_the_workspace_stays_usable() {
        let mut model = empty();
        tell(&mut model, Event::CarryAsked(packed()));
        let effects = tell(&mut model, Event::NotCarried(StorageProblem::Full));
        assert_eq!(
            effects,
            [Effect::Tell(Notice::Storage(StorageProblem::Full))]
        );
        assert!(!model.carrying && takes_log(&model));
    }

    #[test]
    fn a_backup_restored_apart_takes_its_log_along() {
        let mut model = empty();
        let restorable = Restorable {
            log: BackupLog::Whole(packed()),
            ..Restorable::default()
        };
        let effects = tell(&mut model, Event::RestoredApart(Box::new(restorable)));
        let create = Effect::Create {
            sample: false,
            to_fill: true,
        };
        assert_eq!(effects[0], create);
        let effects = tell(&mut model, Event::Opened(Box::default()));
        assert!(effects.iter().any(|it| matches!(it, Effect::Carry(_))));
        let writes = |effect: &Effect| matches!(effect, Effect::Persist(_));
        assert!(!effects.iter().any(writes), "no restore beside the log");
    }
}
