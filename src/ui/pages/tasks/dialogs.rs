//! Which dialog stands over the register.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::workflow::entry::EntryError;
use crate::app::workflow::task;
use crate::domain::{AssignmentId, OfficialId};
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::i18n::task_life::TaskLifeMessage;
use crate::i18n::{Say, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, ConfirmDialog, Dialog, Note, NoteKind,
};
use crate::ui::pages::deadlines::export;
use crate::ui::{App, Route};

use super::{Open, TasksState, assign, coefficient, divide, event, hand_over, history, repeat};

pub(super) fn all(app: App, state: TasksState) -> AnyView {
    let shown = move || match state.open.get() {
        Open::None | Open::Delete => ().into_any(),
        Open::Assign => assign::dialog(app, state),
        Open::Repeat => repeat::dialog(app, state),
        Open::Event(id, form, known) => event::dialog(app, state, id, form, known),
        Open::Divide(id, over_months) => divide::dialog(app, state, id, over_months),
        Open::HandOver(id) => hand_over::dialog(app, state, id),
        Open::History(id) => history::panel(app, state, id),
        Open::CalendarFile => calendar_file(app, state),
        Open::Coefficient(id, product) => coefficient::dialog(app, state, id, product),
    };
    view! { {shown} {delete(app, state)} }.into_any()
}

/// The calendar file of the ticked tasks, else of all that are shown.
fn calendar_file(app: App, state: TasksState) -> AnyView {
    let ticked = untrack(|| state.ticked());
    let tasks = if ticked.is_empty() {
        state.cells.all_rows()
    } else {
        ticked
    };
    let tasks = tasks.into_iter().map(|task| task.0).collect();
    export::of_tasks(app, tasks, Callback::new(move |()| close(state)))
}

/// Closes whatever is open; what was opened from a task's history leads back there.
pub(super) fn close(state: TasksState) {
    let back = state.back.get_untracked();
    state.back.set(None);
    state.open.set(back.map_or(Open::None, Open::History));
}

/// Opens a dialog that leads back to the history of the task.
pub(super) fn open_from_history(state: TasksState, id: AssignmentId, open: Open) {
    state.back.set(Some(id));
    state.open.set(open);
}

/// The words of a menu's entry as a title.
pub(super) fn title(app: App, words: impl Say) -> String {
    app.t(words).trim_end_matches('…').to_owned()
}

/// A dialog that only tells something, with what to do about it.
pub(super) fn told(
    app: App,
    state: TasksState,
    title_words: impl Say,
    words: String,
    locked: Option<AnyView>,
) -> AnyView {
    let body = StoredValue::new_local(locked);
    let words = StoredValue::new(words);
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=title(app, title_words)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close(state)
            actions=move || view! {
                <Button look=ButtonLook::Primary label=app.t(TaskLifeMessage::Close) on_press=move |()| close(state) />
            }
        >
            {body.try_update_value(Option::take).flatten().unwrap_or_else(|| {
                view! { <p class="dialog__text">{words.get_value()}</p> }.into_any()
            })}
        </Dialog>
    }
    .into_any()
}

/// Why a task cannot be changed, and the way to where it can be unlocked.
pub(super) fn locked_note(app: App, official: Option<OfficialId>, error: EntryError) -> AnyView {
    let sheet = match (&error, official) {
        (EntryError::Locked(period), Some(official)) => Some(Route::SheetOf(official, *period)),
        _ => None,
    };
    let words = app.t(error);
    view! {
        <Note kind=NoteKind::Warning title=app.t(TaskLifeMessage::LockedTitle)>{words}</Note>
        {sheet.map(|sheet| view! { <p><ButtonLink label=app.t(TaskLifeMessage::ToSheet) href=sheet.href() /></p> })}
    }
    .into_any()
}

/// The dialog in place of a form when the task cannot be changed: said before anything is typed.
pub(super) fn refused(
    app: App,
    state: TasksState,
    id: AssignmentId,
    title_words: impl Say,
) -> Option<AnyView> {
    let error = app.peek(|model| task::changeable(&model.book, id)).err()?;
    let official = app.peek(|model| model.book.assignments.get(id)?.official);
    let note = locked_note(app, official, error);
    Some(told(app, state, title_words, String::new(), Some(note)))
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
                state
                    .cells
                    .selected
                    .update(std::collections::BTreeSet::clear);
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
