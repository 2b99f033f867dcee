//! Recording an objective cause: it excuses exactly one event, once confirmed.

use leptos::prelude::*;

use crate::app::view::tasks::TaskStatus;
use crate::app::workflow::entry;
use crate::domain::{Assignment, AssignmentId, EventId, Excuses, TaskEventKind};
use crate::i18n::format;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{Choice, Note, NoteKind, Select, TextInput};

use super::{TasksState, dialogs};

/// What can be excused: events not excused yet, and the lateness by the dates.
fn choices(app: App, task: &Assignment) -> Vec<Choice> {
    let mut choices = Vec::new();
    for event in &task.events {
        let day = format::day(event.on);
        let label = match event.kind {
            TaskEventKind::QualityFailure { .. } => TaskMessage::CauseFailure { day },
            TaskEventKind::Late { .. } => TaskMessage::CauseLate { day },
            _ => continue,
        };
        if !task.is_excused(Excuses::Event(event.id)) {
            choices.push(Choice::new(event.id.0.to_string(), app.t(label)));
        }
    }
    let today = app.peek(|model| model.now.today);
    if let TaskStatus::Late(days) = crate::app::view::tasks::status(task, today) {
        choices.push(Choice::new(
            "derived",
            app.t(TaskMessage::CauseDerived {
                days: days.to_string(),
            }),
        ));
    }
    choices
}

pub(super) fn dialog(app: App, state: TasksState, id: AssignmentId) -> AnyView {
    let Some(found) = app.peek(|model| model.book.assignments.get(id).cloned()) else {
        return ().into_any();
    };
    let options = choices(app, &found);
    let nothing = options.is_empty();
    let target = RwSignal::new(
        options
            .first()
            .map(|choice| choice.value.clone())
            .unwrap_or_default(),
    );
    let cause = RwSignal::new(String::new());
    let confirmer = RwSignal::new(String::new());
    let document = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let save = move |()| {
        let Some(cause) = entry::text(&cause.get_untracked()) else {
            return error.set(Some(app.t(entry::EntryError::Required)));
        };
        let excuses = target
            .get_untracked()
            .parse()
            .map_or(Excuses::DerivedLateness, |number| {
                Excuses::Event(EventId(number))
            });
        let kind = TaskEventKind::ObjectiveCause {
            excuses,
            cause,
            confirmed_by: entry::text(&confirmer.get_untracked()),
            document: entry::text(&document.get_untracked()),
            revoked: None,
        };
        dialogs::record(app, state, id, kind);
    };
    let title = TaskMessage::Cause;
    dialogs::frame(app, state, title, nothing, Callback::new(save), move || {
        view! {
        {nothing.then(|| view! { <Note kind=NoteKind::Warning title=app.t(TaskMessage::CauseNothing)>""</Note> })}
        <Select label=app.t(TaskMessage::CauseExcuses) options=options.clone() bind=target disabled=nothing />
        <TextInput label=app.t(TaskMessage::CauseKind) bind=cause error=Signal::derive(move || error.get()) required=true />
        <TextInput label=app.t(TaskMessage::Confirmer) bind=confirmer hint=app.t(TaskMessage::ConfirmerHint) />
        <TextInput label=app.t(TaskMessage::Document) bind=document />
    }.into_any()
    })
}
