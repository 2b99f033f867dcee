//! Which dialog stands over the register.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::workflow::task;
use crate::domain::{AssignmentId, TaskEventKind};
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, ConfirmDialog, Dialog};

use super::{Open, TasksState, assign, cause, extend, hand_over, history, many, preview, repeat};

pub(super) fn all(app: App, state: TasksState) -> AnyView {
    let shown = move || match state.open.get() {
        Open::None | Open::Delete => ().into_any(),
        Open::Assign => assign::dialog(app, state),
        Open::Repeat => repeat::dialog(app, state),
        Open::Extend(id) => extend::dialog(app, state, id),
        Open::Cause(id) => cause::dialog(app, state, id),
        Open::HandOver(id) => hand_over::dialog(app, state, id),
        Open::History(id) => history::panel(app, state, id),
        Open::Preview => preview::dialog(app, state),
        Open::Series => many::series(app, state),
        Open::Bulk => many::bulk(app, state),
        Open::Replace => many::replace(app, state),
        Open::Coefficient(id, product) => many::coefficient(app, state, id, product),
    };
    view! { {shown} {delete(app, state)} }.into_any()
}

/// Closes whatever is open.
pub(super) fn close(state: TasksState) {
    state.open.set(Open::None);
}

/// Records an event of a task and closes the dialog it came from; where the event is
/// not taken, says why and leaves the dialog as it is.
pub(super) fn record(app: App, state: TasksState, id: AssignmentId, kind: TaskEventKind) {
    match app.peek(|model| task::record(&model.book, id, model.now.today, kind)) {
        Ok(operation) => {
            close(state);
            app.act(operation);
        }
        Err(problem) => app.tell(Notice::NotTaken(problem)),
    }
}

/// A dialog about one task, with its fields between a title and what closes or saves it.
pub(super) fn frame(
    app: App,
    state: TasksState,
    title: TaskMessage,
    nothing_to_save: bool,
    save: Callback<()>,
    fields: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(title)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close(state)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close(state) />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) disabled=nothing_to_save on_press=save />
            }
        >
            <div class="form">{fields()}</div>
        </Dialog>
    }
    .into_any()
}

fn delete(app: App, state: TasksState) -> AnyView {
    let chosen = move || {
        let ticked = state.ticked();
        if ticked.is_empty() {
            state.current_task().into_iter().collect()
        } else {
            ticked
        }
    };
    let text = Signal::derive(move || {
        app.t(TaskMessage::DeleteAsk {
            count: format::count(chosen().len(), app.locale.get()),
        })
    });
    let confirm = move |()| {
        let drafted = app.peek(|model| task::remove(&model.book, &chosen()));
        close(state);
        match drafted {
            Ok(operation) => {
                state.selected.update(std::collections::BTreeSet::clear);
                app.act(operation);
            }
            Err(error) => app.tell(Notice::NotTaken(error)),
        }
    };
    view! {
        <ConfirmDialog
            open=Signal::derive(move || state.open.get() == Open::Delete)
            title=app.t(TaskMessage::Delete)
            text=text
            confirm_label=app.t(TaskMessage::Delete)
            cancel_label=app.t(ShellMessage::Cancel)
            danger=true
            on_confirm=confirm
            on_cancel=move |()| close(state)
        />
    }
    .into_any()
}
