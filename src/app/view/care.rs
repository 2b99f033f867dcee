//! What the bar above every screen says about the safety of the data: one thing at a time.

use crate::app::Model;
use crate::app::outside::{CopyProblem, FolderState, Urgency, reminder, uncopied};
use crate::ledger::Moment;

use super::frame::{backup_minutes, minutes_since};

/// The preference that remembers the day the user was asked about keeping the data.
pub const KEEPING_ASKED: &str = "keeping-asked";

/// What the user should take care of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Care {
    /// The browser wants to be allowed to write to the folder of this name again.
    Lapsed(String),
    /// The last copy to the folder was not made.
    NotCopied(CopyProblem),
    /// A file was downloaded by itself, so many minutes ago; whether it arrived, nobody knows.
    Offered {
        /// Minutes since.
        minutes: i64,
    },
    /// No copy was put outside for long.
    Remind {
        /// How urgent it is.
        urgency: Urgency,
        /// Minutes since the last copy; nothing when there is none.
        minutes: Option<i64>,
        /// True where a folder could take the copies by itself.
        folder: bool,
    },
    /// The browser may clear the data, and should be asked not to.
    AskToKeep,
}

/// The most pressing thing; nothing while all is well.
#[must_use]
pub fn care(model: &Model) -> Option<Care> {
    if model.following || model.workspace.sample {
        return None;
    }
    let outside = &model.outside;
    if let FolderState::Lapsed(name) = &outside.folder {
        return Some(Care::Lapsed(name.clone()));
    }
    if let (true, Some(problem)) = (outside.folder.is_given(), &outside.problem) {
        return Some(Care::NotCopied(problem.clone()));
    }
    offered(model)
        .or_else(|| remind(model))
        .or_else(|| ask_to_keep(model))
}

fn offered(model: &Model) -> Option<Care> {
    let offered = model.outside.offered?;
    let minutes = minutes_since(offered.at, model.now.moment);
    Some(Care::Offered { minutes })
}

fn remind(model: &Model) -> Option<Care> {
    let urgency = reminder(uncopied(model), model.last_backup, model.now.moment)?;
    Some(Care::Remind {
        urgency,
        minutes: backup_minutes(model),
        folder: model.outside.folder == FolderState::NotChosen,
    })
}

/// Asked once, after the first real work, and only where the browser says it may clear the data.
fn ask_to_keep(model: &Model) -> Option<Care> {
    let may_clear = model.storage.kept == Some(false) && !model.log.is_empty();
    let asked = model.preferences.contains_key(KEEPING_ASKED);
    (may_clear && !asked).then_some(Care::AskToKeep)
}

/// True when at `now` the age of the last copy, or what is asked of the user, reads differently
/// from what was last shown.
#[must_use]
pub fn reads_differently(model: &Model, now: Moment) -> bool {
    let Some(since) = model.last_backup.or_else(|| uncopied(model).first) else {
        return false;
    };
    let shown = |at: Moment| {
        let age = crate::app::outside::age_step(since, at);
        (age, reminder(uncopied(model), model.last_backup, at))
    };
    shown(model.now.moment) != shown(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{LogLine, StorageState};
    use crate::ledger::Action;

    const DAY: i64 = 24 * 60 * 60_000;

    fn worked() -> Model {
        let line = LogLine {
            sequence: 1,
            at: Moment(0),
            desk: String::new(),
            action: Action::Score,
            changes: 1,
            hash: None,
        };
        Model {
            log: vec![line],
            sequence: 1,
            ..Model::default()
        }
    }

    #[test]
    fn the_most_pressing_thing_is_said_first() {
        let mut model = worked();
        model.now.moment = Moment(3 * DAY);
        model.storage = StorageState {
            kept: Some(false),
            ..StorageState::default()
        };
        assert!(matches!(
            care(&model),
            Some(Care::Remind {
                urgency: Urgency::Firm,
                ..
            })
        ));
        model.outside.folder = FolderState::Ready("Sao lưu".to_owned());
        model.outside.problem = Some(CopyProblem::Full);
        assert_eq!(care(&model), Some(Care::NotCopied(CopyProblem::Full)));
        model.outside.folder = FolderState::Lapsed("Sao lưu".to_owned());
        assert_eq!(care(&model), Some(Care::Lapsed("Sao lưu".to_owned())));
        model.following = true;
        assert_eq!(care(&model), None);
    }

    #[test]
    fn keeping_is_asked_once_and_only_for_real_work() {
        let mut model = worked();
        model.storage.kept = Some(false);
        assert_eq!(care(&model), Some(Care::AskToKeep));
        model.workspace.sample = true;
        assert_eq!(care(&model), None);
        model.workspace.sample = false;
        let asked = (KEEPING_ASKED.to_owned(), "2026-11-22".to_owned());
        model.preferences.extend([asked]);
        assert_eq!(care(&model), None);
    }

    #[test]
    fn a_new_minute_reads_differently_only_where_minutes_are_shown() {
        let minute = 60_000;
        let mut model = worked();
        model.last_backup = Some(Moment(0));
        model.outside.copied_to = 1;
        model.now.moment = Moment(minute);
        assert!(!reads_differently(&model, Moment(minute + 1)));
        assert!(reads_differently(&model, Moment(2 * minute)));
        model.now.moment = Moment(120 * minute);
        assert!(!reads_differently(&model, Moment(121 * minute)));
        assert!(reads_differently(&model, Moment(180 * minute)));
        model.log.clear();
        model.last_backup = None;
        assert!(!reads_differently(&model, Moment(DAY)));
    }
}
