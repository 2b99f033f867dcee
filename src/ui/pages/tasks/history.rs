//! What happened to a task, in order; extensions and causes can be revoked there.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::tasks::row;
use crate::app::workflow::task;
use crate::domain::{AssignmentId, TaskEvent, TaskEventKind};
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Dialog, DialogShape};

use super::{TasksState, dialogs};

pub(super) fn panel(app: App, state: TasksState, id: AssignmentId) -> AnyView {
    let title = Signal::derive(move || {
        let name = app
            .read(|model| row(model, id).map(|row| row.name))
            .unwrap_or_default();
        app.t(TaskMessage::HistoryTitle { name })
    });
    view! {
        <Dialog
            open=Signal::derive(|| true)
            shape=DialogShape::Side
            title=title
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| dialogs::close(state)
        >
            <ol class="timeline">{move || items(app, id)}</ol>
        </Dialog>
    }
    .into_any()
}

fn items(app: App, id: AssignmentId) -> Vec<AnyView> {
    let Some(task) = app.read(|model| model.book.assignments.get(id).cloned()) else {
        return Vec::new();
    };
    let mut dated: Vec<(crate::domain::Day, u32, AnyView)> = Vec::new();
    let plain = |text: String| view! { <span class="timeline__text">{text}</span> }.into_any();
    if let Some(day) = task.assigned_on {
        dated.push((
            day,
            0,
            plain(app.t(TaskMessage::EventAssigned {
                day: format::day(day),
            })),
        ));
    }
    for event in &task.events {
        dated.push((event.on, event.id.0, entry(app, id, event)));
    }
    if let Some(back) = &task.handed_back {
        dated.push((
            back.on,
            u32::MAX,
            plain(app.t(TaskMessage::EventHandedBack {
                day: format::day(back.on),
            })),
        ));
    }
    if let Some(day) = task.finished {
        dated.push((
            day,
            u32::MAX,
            plain(app.t(TaskMessage::EventFinished {
                day: format::day(day),
            })),
        ));
    }
    dated.sort_by_key(|(day, order, _)| (*day, *order));
    let due = task.due.map(|day| {
        plain(app.t(TaskMessage::EventDue {
            day: format::day(day),
        }))
    });
    let rows = dated.into_iter().map(|(day, _, content)| {
        view! { <li class="timeline__item"><span class="timeline__day">{format::day(day)}</span>{content}</li> }.into_any()
    });
    due.map(|due| view! { <li class="timeline__item">{due}</li> }.into_any())
        .into_iter()
        .chain(rows)
        .collect()
}

fn words(app: App, event: &TaskEvent) -> String {
    let named = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    app.t(match &event.kind {
        TaskEventKind::Extension { to, approver, .. } => TaskMessage::EventExtension {
            to: format::day(*to),
            by: named(approver),
        },
        TaskEventKind::QualityFailure { .. } => TaskMessage::EventFailure,
        TaskEventKind::Late { .. } => TaskMessage::EventLate,
        TaskEventKind::ObjectiveCause {
            cause,
            confirmed_by,
            ..
        } => {
            let by = confirmed_by
                .clone()
                .unwrap_or_else(|| app.t(TaskMessage::EventUnconfirmed));
            TaskMessage::EventCause {
                cause: cause.clone(),
                by,
            }
        }
        TaskEventKind::Pause { waiting_for, .. } => TaskMessage::EventPause {
            body: waiting_for.clone(),
        },
        TaskEventKind::Handling { measure, .. } => TaskMessage::EventHandling {
            measure: measure.clone(),
        },
        TaskEventKind::Assessment {
            version, passed, ..
        } => {
            let version = *version;
            if *passed {
                TaskMessage::EventPassed { version }
            } else {
                TaskMessage::EventReturned { version }
            }
        }
        TaskEventKind::Milestone { name, due, done } => TaskMessage::EventMilestone {
            name: name.clone(),
            due: format::day(*due),
            done: done.map_or_else(|| "—".to_owned(), format::day),
        },
        TaskEventKind::Reminder { by, .. } => TaskMessage::EventReminder { by: named(by) },
        TaskEventKind::Apology { again_on, .. } => TaskMessage::EventApology {
            day: again_on.map_or_else(|| "—".to_owned(), format::day),
        },
        TaskEventKind::PartOf { quantity, .. } => TaskMessage::EventPart {
            quantity: format::decimal(*quantity, app.locale.get_untracked()),
        },
        TaskEventKind::Answerable { who } => TaskMessage::EventAnswerable { who: who.clone() },
        TaskEventKind::Dossiers {
            handled,
            electronic,
        } => TaskMessage::EventDossiers {
            handled: *handled,
            electronic: *electronic,
        },
    })
}

fn entry(app: App, id: AssignmentId, event: &TaskEvent) -> AnyView {
    let text = words(app, event);
    let revoked = match &event.kind {
        TaskEventKind::Extension { revoked, .. }
        | TaskEventKind::ObjectiveCause { revoked, .. } => Some(*revoked),
        _ => None,
    };
    let number = event.id;
    let revoke =
        move |()| match app.peek(|model| task::revoke(&model.book, id, number, model.now.today)) {
            Ok(operation) => app.act(operation),
            Err(error) => app.tell(Notice::NotTaken(error)),
        };
    let end = match revoked {
        None => ().into_any(),
        Some(Some(day)) => view! { <span class="timeline__end">{app.t(TaskMessage::Revoked { day: format::day(day) })}</span> }.into_any(),
        Some(None) => view! { <Button look=ButtonLook::Quiet label=app.t(TaskMessage::Revoke) on_press=revoke /> }.into_any(),
    };
    view! { <span class="timeline__text">{text}</span> {end} }.into_any()
}
