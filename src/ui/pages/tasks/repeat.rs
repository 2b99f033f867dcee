//! Copying last month's plan.

use leptos::prelude::*;

use crate::app::workflow::task;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::ConfirmDialog;

use super::{TasksState, dialogs};

pub(super) fn dialog(app: App, state: TasksState) -> AnyView {
    let from = app.peek(|model| model.month().previous());
    let operation = match app.peek(|model| task::repeat_month(&model.book, from, None)) {
        Ok(operation) => operation,
        Err(error) => {
            let words = app.t(error);
            return dialogs::told(app, state, TaskMessage::Repeat, words, None);
        }
    };
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
            text=app.t(text)
            confirm_label=app.t(if nothing { ShellMessage::Close } else { ShellMessage::Save })
            cancel_label=app.t(ShellMessage::Cancel)
            on_confirm=confirm
            on_cancel=move |()| dialogs::close(state)
        />
    }
    .into_any()
}
