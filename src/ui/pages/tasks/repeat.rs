//! Copying last month's plan.

use leptos::prelude::*;

use crate::app::workflow::task::{self, Repetition};
use crate::domain::{OfficialId, Period};
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::ConfirmDialog;

use super::{TasksState, dialogs};

pub(super) fn dialog(app: App, state: TasksState) -> AnyView {
    let from = app.peek(|model| model.month().previous());
    let repeated = app.peek(|model| task::repeat_month(&model.book, from, None));
    let left_out = left_out(app, &repeated);
    let operation = repeated.operation;
    let locale = app.locale.get_untracked();
    let month = format::capitalised(&format::month(from, locale));
    let nothing = operation.changes.is_empty();
    let text = if nothing {
        TaskMessage::RepeatNothing { from: month }
    } else {
        TaskMessage::RepeatAsk {
            from: month,
            count: format::count(operation.changes.len(), locale),
        }
    };
    let mut text = app.t(text);
    if let Some(who) = left_out {
        text = app.t(TaskMessage::RepeatLeftOut { text, who });
    }
    let confirm = move |()| {
        dialogs::close(state);
        if !nothing {
            app.act(operation.clone());
        }
    };
    view! {
        <ConfirmDialog
            open=Signal::derive(|| true)
            title=app.t(TaskMessage::Repeat)
            text=text
            confirm_label=app.t(if nothing { ShellMessage::Close } else { ShellMessage::Save })
            cancel_label=app.t(ShellMessage::Cancel)
            on_confirm=confirm
            on_cancel=move |()| dialogs::close(state)
        />
    }
    .into_any()
}

/// Who is left out and for which period; nothing when nobody is.
fn left_out(app: App, repeated: &Repetition) -> Option<String> {
    let locale = app.locale.get_untracked();
    let one = |(official, period): (&OfficialId, &Period)| {
        let name = app.peek(|model| model.book.official_name(*official).to_owned());
        let period = format::period(*period, locale);
        app.t(TaskMessage::RepeatOne { name, period })
    };
    let who: Vec<String> = repeated.left_out.iter().map(one).collect();
    (!who.is_empty()).then(|| who.join(", "))
}
