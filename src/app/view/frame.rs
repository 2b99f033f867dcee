//! What stands around every screen: agency, month, save state, what can be undone.

use super::care::Care;
use crate::app::{Model, Saving};
use crate::domain::Month;
use crate::ledger::{Action, Moment};

/// What stands around every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameView {
    /// Name of the agency.
    pub agency: String,
    /// True in the sample workspace.
    pub sample: bool,
    /// The month looked at.
    pub month: Month,
    /// How saving stands.
    pub saving: Saving,
    /// Minutes since the last copy outside the browser; nothing when there is none.
    pub backup_minutes: Option<i64>,
    /// True when the data hold anything worth a backup.
    pub worth_a_backup: bool,
    /// What the bar says about the safety of the data.
    pub care: Option<Care>,
    /// True while another tab writes.
    pub following: bool,
    /// What an undo would take back.
    pub undo: Option<Action>,
    /// What a redo would do again.
    pub redo: Option<Action>,
    /// Days until the year's classes are due; from the rules in force.
    pub today: crate::domain::Day,
}

const MILLISECONDS_A_MINUTE: i64 = 60_000;

/// Whole minutes since the last copy outside the browser; nothing when there is none.
#[must_use]
pub(super) fn backup_minutes(model: &Model) -> Option<i64> {
    let at = model.last_backup?;
    Some(minutes_since(at, model.now.moment))
}

/// Whole minutes from one moment to a later one.
pub(super) const fn minutes_since(at: Moment, now: Moment) -> i64 {
    (now.0 - at.0) / MILLISECONDS_A_MINUTE
}

/// Projects the frame.
#[must_use]
pub fn frame(model: &Model) -> FrameView {
    let action = |sequence: Option<u64>| {
        let sequence = sequence?;
        model
            .log
            .iter()
            .rfind(|line| line.sequence == sequence)
            .map(|line| line.action.clone())
    };
    FrameView {
        agency: model.book.agency.name.clone(),
        sample: model.workspace.sample,
        month: model.month(),
        saving: model.saving.clone(),
        backup_minutes: backup_minutes(model),
        care: super::care::care(model),
        following: model.following,
        worth_a_backup: !model.log.is_empty() && !model.workspace.sample,
        undo: action(model.history.to_undo()),
        redo: action(model.history.to_redo()),
        today: model.now.today,
    }
}
