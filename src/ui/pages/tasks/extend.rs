//! Extending a deadline: the old one stays in the history.

use leptos::prelude::*;

use crate::app::workflow::entry;
use crate::domain::{AssignmentId, TaskEventKind};
use crate::i18n::format;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{DateInput, TextInput};

use super::{TasksState, dialogs};

pub(super) fn dialog(app: App, state: TasksState, id: AssignmentId) -> AnyView {
    let to = RwSignal::new(String::new());
    let approver = RwSignal::new(String::new());
    let document = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let old = app.peek(|model| {
        model
            .book
            .assignments
            .get(id)
            .and_then(crate::domain::Assignment::deadline)
    });
    let save = move |()| {
        let year = app.peek(|model| model.month().year());
        let day = match entry::day(&to.get_untracked(), year)
            .and_then(|day| day.ok_or(entry::EntryError::Required))
        {
            Ok(day) => day,
            Err(problem) => return error.set(Some(app.t(problem))),
        };
        let kind = TaskEventKind::Extension {
            to: day,
            approver: entry::text(&approver.get_untracked()),
            document: entry::text(&document.get_untracked()),
            revoked: None,
        };
        dialogs::record(app, state, id, kind);
    };
    dialogs::frame(
        app,
        state,
        TaskMessage::Extend,
        false,
        Callback::new(save),
        move || {
            view! {
        <p class="form__note">{old.map(|day| app.t(TaskMessage::OldDue { day: format::day(day) }))}</p>
        <DateInput label=app.t(TaskMessage::NewDue) bind=to error=Signal::derive(move || error.get()) required=true />
        <TextInput label=app.t(TaskMessage::Approver) bind=approver />
        <TextInput label=app.t(TaskMessage::Document) bind=document />
    }.into_any()
        },
    )
}
