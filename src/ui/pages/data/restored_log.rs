//! What becomes of the log of a backup, in words.

use leptos::prelude::*;

use crate::app::{BackupLog, Model, PackedLog, takes_log};
use crate::i18n::backup::BackupMessage;
use crate::i18n::format;
use crate::ui::App;
use crate::ui::components::{Note, NoteKind};

/// The log, where it goes into the open workspace.
pub(super) fn goes_here(model: &Model, log: &BackupLog) -> Option<PackedLog> {
    match log {
        BackupLog::Whole(log) if takes_log(model) => Some(log.clone()),
        _ => None,
    }
}

/// How many actions a log has.
pub(super) fn count(app: App, log: &PackedLog) -> String {
    let actions = usize::try_from(log.end.sequence).unwrap_or(usize::MAX);
    format::count(actions, app.locale.get_untracked())
}

/// The log among what is told of a backup.
pub(super) fn fact(app: App, log: &BackupLog) -> (String, String) {
    let found = match log {
        BackupLog::None => BackupMessage::NoActions,
        BackupLog::Whole(log) => BackupMessage::ActionsText {
            count: count(app, log),
        },
        BackupLog::Unreadable(_) => BackupMessage::UnreadableActions,
        BackupLog::Broken(number) => BackupMessage::BrokenActions { number: *number },
        BackupLog::Apart(number) => BackupMessage::ApartActions { number: *number },
    };
    (app.t(BackupMessage::Actions), app.t(found))
}

/// What becomes of it in a workspace without a log.
pub(super) fn in_a_new_one(app: App, log: &BackupLog) -> AnyView {
    match log {
        BackupLog::None => ().into_any(),
        BackupLog::Whole(_) => text(app, BackupMessage::LogGoes),
        BackupLog::Unreadable(_) | BackupLog::Broken(_) | BackupLog::Apart(_) => {
            let title = app.t(BackupMessage::LogStays);
            view! { <Note kind=NoteKind::Warning title=title /> }.into_any()
        }
    }
}

/// What becomes of it in the open workspace.
pub(super) fn here(app: App, log: &BackupLog) -> AnyView {
    if app.peek(takes_log) {
        in_a_new_one(app, log)
    } else if *log == BackupLog::None {
        ().into_any()
    } else {
        text(app, BackupMessage::LogNotMerged)
    }
}

fn text(app: App, message: BackupMessage) -> AnyView {
    view! { <p class="data__text">{app.t(message)}</p> }.into_any()
}
