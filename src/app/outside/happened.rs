//! What follows for the copies from what happened.

use crate::app::{Effect, Model, Notice, Stage};
use crate::ledger::{Action, Moment};

use super::{
    CopyProblem, FolderState, Offered, REMIND_AFTER_DAYS, is_due, may_copy_in_clear, may_try_again,
    uncopied, wants_copy_before,
};

/// The preference that has a file downloaded when a copy is due and no folder takes it.
pub const DOWNLOAD_WHEN_DUE: &str = "download-when-due";
/// What that preference says when it is wanted.
pub const WANTED: &str = "yes";

const DAY: i64 = 24 * 60 * 60_000;

/// True when copies of the open workspace go to the folder by themselves. Those of the sample
/// agency do not: it is made again at the press of a button.
#[must_use]
pub fn copies_itself(model: &Model) -> bool {
    let ours = !model.workspace.sample && !model.following;
    model.outside.can_write() && ours && may_copy_in_clear(model)
}

/// What is to be done about copies now.
#[must_use]
pub fn due_now(model: &Model, now: Moment) -> Option<Effect> {
    let outside = &model.outside;
    if model.stage != Stage::Open || model.following || outside.under_way.is_some() {
        return None;
    }
    let uncopied = uncopied(model);
    if copies_itself(model) {
        let due = is_due(uncopied, now) && may_try_again(outside.tried, now);
        return due.then_some(Effect::CopyOut { to: model.sequence });
    }
    let wanted = model.preferences.get(DOWNLOAD_WHEN_DUE);
    let since = model.last_backup.or(uncopied.first)?;
    let old = now.0 - since.0 >= REMIND_AFTER_DAYS[0] * DAY;
    let wanted = wanted.is_some_and(|wanted| wanted == WANTED);
    let may = !model.workspace.sample && wanted && may_copy_in_clear(model);
    let unanswered = outside.offered.is_some();
    let due = may && old && uncopied.actions > 0 && may_try_again(outside.tried, now);
    (due && !unanswered).then_some(Effect::OfferBackup)
}

/// Begins what is due; at most one copy is under way.
pub fn when_due(model: &mut Model) -> Vec<Effect> {
    let now = model.now.moment;
    let Some(effect) = due_now(model, now) else {
        return Vec::new();
    };
    match &effect {
        Effect::CopyOut { to } => model.outside.under_way = Some(*to),
        // A download that the browser holds back is offered again, but not at every moment.
        _ => model.outside.tried = Some(now),
    }
    vec![effect]
}

/// The copy of what stands now, before an action that changes much.
///
/// The log only grows, so a copy up to this action can be written while the next is applied.
pub fn copy_before(model: &mut Model, action: &Action) -> Option<Effect> {
    let to = model.sequence;
    let outside = &model.outside;
    let held = outside.copied_to.max(outside.under_way.unwrap_or(0));
    if !copies_itself(model) || !wants_copy_before(action) || held >= to {
        return None;
    }
    model.outside.under_way = Some(to);
    Some(Effect::CopyOut { to })
}

/// The user wants a copy now, however new the last one is.
pub fn copy_asked(model: &mut Model) -> Vec<Effect> {
    let to = model.sequence;
    if model.following || model.outside.under_way.is_some() {
        return Vec::new();
    }
    if !may_copy_in_clear(model) {
        return vec![Effect::Tell(Notice::NotCopied(CopyProblem::InClear))];
    }
    model.outside.under_way = Some(to);
    vec![Effect::CopyOut { to }]
}

/// A copy was put outside the browser.
pub fn backed_up(model: &mut Model, at: Moment, to: u64) -> Vec<Effect> {
    model.last_backup = Some(at);
    let outside = &mut model.outside;
    outside.copied_to = outside.copied_to.max(to);
    if outside.under_way.is_some_and(|under_way| under_way <= to) {
        outside.under_way = None;
    }
    outside.problem = None;
    outside.tried = None;
    outside.offered = None;
    Vec::new()
}

/// A file was downloaded by itself. Browsers hold such files back when they like, and tell
/// nobody, so it counts as a copy when the user has seen it.
pub fn offered(model: &mut Model, offered: Offered) -> Vec<Effect> {
    model.outside.offered = Some(offered);
    Vec::new()
}

/// The user found the file that was downloaded by itself.
pub fn offered_seen(model: &mut Model) -> Vec<Effect> {
    let offered = model.outside.offered.take();
    offered.map(Effect::CountCopy).into_iter().collect()
}

/// A copy was not made; it is tried again in a while, and the bar says so until one is.
pub fn copy_failed(model: &mut Model, problem: CopyProblem) -> Vec<Effect> {
    let outside = &mut model.outside;
    outside.under_way = None;
    outside.tried = Some(model.now.moment);
    if let (CopyProblem::NotAllowed, FolderState::Ready(name)) = (&problem, &outside.folder) {
        outside.folder = FolderState::Lapsed(name.clone());
    }
    outside.problem = Some(problem);
    Vec::new()
}

/// The folder was looked at, chosen or allowed again; `at_once` copies to it without waiting.
pub fn folder_seen(model: &mut Model, folder: FolderState, at_once: bool) -> Vec<Effect> {
    model.outside.folder = folder;
    model.outside.owed |= at_once;
    if !copies_itself(model) {
        return Vec::new();
    }
    let outside = &mut model.outside;
    outside.problem = None;
    outside.tried = None;
    let owed = std::mem::take(&mut outside.owed) && outside.under_way.is_none();
    if owed && model.sequence > 0 {
        let to = model.sequence;
        outside.under_way = Some(to);
        return vec![Effect::CopyOut { to }];
    }
    when_due(model)
}

/// The first real work was saved: the browser is asked how it keeps the data.
pub fn first_work(model: &mut Model) -> Option<Effect> {
    let seen = std::mem::replace(&mut model.outside.keeping_seen, true);
    (!seen && !model.workspace.sample).then_some(Effect::LookAtStorage { ask_to_keep: false })
}
