//! Everything that happened to one task, in order, with what can be done about each entry.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::tasks::{
    Act, Days, Happening, PartsView, RawAndNet, TaskLife, TimelineEntry, life, row,
};
use crate::app::workflow::task::{self, EventForm};
use crate::domain::{AssignmentId, EventId};
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::i18n::task_life::{TaskLifeMessage, TimelineMessage, told};
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    Button, ButtonLook, Dialog, DialogShape, Facts, Glyph, Menu, Note, NoteKind,
};
use crate::ui::{App, Route};

use super::{Open, TasksState, actions, dialogs};

pub(super) fn panel(app: App, state: TasksState, id: AssignmentId) -> AnyView {
    let title = Signal::derive(move || {
        let name = app
            .read(|model| row(model, id).map(|row| row.name))
            .unwrap_or_default();
        app.t(TaskMessage::HistoryTitle { name })
    });
    let view = app.view(move |model| life(model, id));
    view! {
        <Dialog
            open=Signal::derive(|| true)
            shape=DialogShape::Side
            title=title
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| dialogs::close(state)
        >
            {move || match view.get() {
                None => view! { <p class="muted">{app.t(TimelineMessage::Gone)}</p> }.into_any(),
                Some(life) => content(app, state, id, &life),
            }}
        </Dialog>
    }
    .into_any()
}

fn content(app: App, state: TasksState, id: AssignmentId, life: &TaskLife) -> AnyView {
    let head = match life.locked.clone() {
        Some(error) => dialogs::locked_note(app, life.official.as_ref().map(|(id, _)| *id), error),
        None => {
            let choose = move |key: String| {
                if let Some(open) = actions::opened(&key, id) {
                    dialogs::open_from_history(state, id, open);
                }
            };
            view! {
                <Menu
                    label=app.t(TaskLifeMessage::Record) icon=Glyph::Plus
                    items=Signal::derive(move || actions::items(app)) on_select=choose
                />
            }
            .into_any()
        }
    };
    let entries = life.entries.iter().map(|entry| item(app, state, id, entry));
    view! {
        <div class="life">
            {head}
            <Facts items=facts(app, life) />
            {life.lateness.filter(|_| life.paused.calendar > 0).map(|_| view! { <p class="life__note">{app.t(TimelineMessage::NetText)}</p> })}
            {life.parts.as_ref().map(|view| parts(app, id, view))}
            <h3 class="life__title">{app.t(TimelineMessage::Happened)}</h3>
            <ol class="timeline">{entries.collect_view()}</ol>
        </div>
    }
    .into_any()
}

fn facts(app: App, life: &TaskLife) -> Vec<(String, String)> {
    let none = || app.t(TimelineMessage::NoDeadline);
    let both = |days: Days| {
        app.t(TimelineMessage::DaysBoth {
            calendar: days.calendar,
            working: days.working,
        })
    };
    let lead = life.official.as_ref().map(|(_, name)| name.clone());
    let mut facts = vec![
        (
            app.t(TimelineMessage::Lead),
            lead.unwrap_or_else(|| app.t(TimelineMessage::NoLead)),
        ),
        (
            app.t(TimelineMessage::Deadline),
            life.deadline.map_or_else(none, format::day),
        ),
        (
            app.t(TimelineMessage::Status),
            life.status.say(app.locale.get_untracked()),
        ),
    ];
    if life.paused.calendar > 0 {
        facts.push((app.t(TimelineMessage::Waited), both(life.paused)));
    }
    if let Some(RawAndNet { raw, net, .. }) = life.lateness {
        facts.push((app.t(TimelineMessage::RawLate), both(raw)));
        facts.push((app.t(TimelineMessage::NetLate), both(net)));
    }
    facts
}

fn parts(app: App, id: AssignmentId, view: &PartsView) -> AnyView {
    let locale = app.locale.get_untracked();
    let whole = format::decimal(view.whole, locale);
    let sum = view
        .sum
        .map_or_else(|| "—".to_owned(), |sum| format::decimal(sum, locale));
    let fits = view.sum == Some(view.whole);
    let lines = view.parts.iter().map(|(part, lead, quantity, due)| {
        let line = app.t(TimelineMessage::PartLine {
            lead: lead.clone(),
            quantity: format::decimal(*quantity, locale),
            due: due.map_or_else(|| "—".to_owned(), format::day),
        });
        if *part == id {
            let here = app.t(TimelineMessage::ThisPart);
            view! { <li>{line}" "<span class="muted">{here}</span></li> }.into_any()
        } else {
            let href = Route::Tasks(Some(part.0.to_string())).href();
            view! { <li><a href=href>{line}</a></li> }.into_any()
        }
    });
    let head = if fits {
        let words = app.t(TimelineMessage::Parts { sum, whole });
        view! { <h3 class="life__title">{words}</h3> }.into_any()
    } else {
        let words = app.t(TimelineMessage::PartsDiffer { sum, whole });
        view! { <Note kind=NoteKind::Warning title=words>""</Note> }.into_any()
    };
    view! { {head}<ul class="life__parts">{lines.collect_view()}</ul> }.into_any()
}

fn item(app: App, state: TasksState, id: AssignmentId, entry: &TimelineEntry) -> AnyView {
    let day = entry
        .day
        .map_or_else(|| app.t(TimelineMessage::Undated), format::day);
    let (text, notes) = told(&entry.what, app.locale.get_untracked());
    let words = match &entry.what {
        Happening::Complaint { id, .. } => {
            let href = Route::Complaints(Some(id.0.to_string())).href();
            view! { <a href=href>{text.clone()}</a> }.into_any()
        }
        _ => text.clone().into_any(),
    };
    let notes = (!notes.is_empty())
        .then(|| view! { <span class="timeline__end">{notes.join(" · ")}</span> });
    let acts = entry.event.map(|event| {
        let buttons = entry
            .acts
            .iter()
            .map(|act| button(app, state, (id, event), *act, &text));
        view! { <span class="timeline__acts">{buttons.collect_view()}</span> }
    });
    view! {
        <li class="timeline__item">
            <span class="timeline__day">{day}</span>
            <span class="timeline__text">{words}</span>
            {notes}
            {acts.filter(|_| !entry.acts.is_empty())}
        </li>
    }
    .into_any()
}

fn button(
    app: App,
    state: TasksState,
    (id, event): (AssignmentId, EventId),
    act: Act,
    what: &str,
) -> AnyView {
    let label = app.t(match act {
        Act::Confirm => TimelineMessage::Confirm,
        Act::Revoke => TimelineMessage::Revoke,
        Act::Correct(_) => TimelineMessage::Correct,
        Act::Remove => TimelineMessage::Remove,
    });
    let hint = app.t(TimelineMessage::ActOn {
        act: label.clone(),
        what: what.to_owned(),
    });
    let form = move |form: EventForm| {
        dialogs::open_from_history(state, id, Open::Event(id, form, Some(event)));
    };
    let press = move |()| {
        let drafted = match act {
            Act::Confirm => return form(EventForm::Confirmation),
            Act::Correct(kind) => return form(kind),
            Act::Revoke => app.peek(|model| task::revoke(&model.book, id, event, model.now.today)),
            Act::Remove => app.peek(|model| task::remove_event(&model.book, id, event)),
        };
        match drafted {
            Ok(operation) => app.act(operation),
            Err(error) => app.tell(Notice::NotTaken(error)),
        }
    };
    view! { <Button look=ButtonLook::Quiet label=label hint=hint on_press=press /> }.into_any()
}
