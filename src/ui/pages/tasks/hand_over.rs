//! Handing a task back and over: both lines change in one action.

use leptos::prelude::*;

use crate::app::view::people;
use crate::app::workflow::{entry, task};
use crate::domain::AssignmentId;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Combobox, Dialog, NumberInput, Suggestion, TextInput,
};

use super::{TasksState, dialogs};

/// People found for what was typed, with what tells namesakes apart.
pub(super) fn suggest_people(app: App, typed: &str) -> Vec<Suggestion> {
    let found = app.read(|model| people::suggest(model, typed));
    found
        .into_iter()
        .map(|person| Suggestion {
            value: person.entry,
            label: person.name,
            detail: Some(person.detail),
        })
        .collect()
}

pub(super) fn dialog(app: App, state: TasksState, id: AssignmentId) -> AnyView {
    let Some(found) = app.peek(|model| model.book.assignments.get(id).cloned()) else {
        return ().into_any();
    };
    let rest = found
        .assigned
        .checked_sub(found.completed)
        .unwrap_or(found.assigned);
    let receiver = RwSignal::new(String::new());
    let quantity = RwSignal::new(format::decimal(rest, app.locale.get_untracked()));
    let reason = RwSignal::new(String::new());
    let receiver_error = RwSignal::new(None::<String>);
    let quantity_error = RwSignal::new(None::<String>);
    let save = move |()| {
        let who = app.peek(|model| task::official(&model.book, receiver.get_untracked().trim()));
        let amount = entry::number(&quantity.get_untracked());
        receiver_error.set(who.as_ref().err().map(|problem| app.t(problem.clone())));
        quantity_error.set(amount.as_ref().err().map(|problem| app.t(problem.clone())));
        let (Ok(who), Ok(amount)) = (who, amount) else {
            return;
        };
        let drafted = app.peek(|model| {
            task::hand_over(
                &model.book,
                id,
                who,
                amount,
                model.now.today,
                entry::text(&reason.get_untracked()),
            )
        });
        match drafted {
            Ok(operation) => {
                dialogs::close(state);
                app.act(operation);
            }
            Err(problem) => receiver_error.set(Some(app.t(problem))),
        }
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(TaskMessage::HandOver)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| dialogs::close(state)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| dialogs::close(state) />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=save />
            }
        >
            <div class="form">
                <p class="form__note">{app.t(TaskMessage::HandOverText)}</p>
                <Combobox
                    label=app.t(TaskMessage::Receiver)
                    text=receiver
                    suggestions=Signal::derive(move || suggest_people(app, &receiver.get()))
                    on_take=move |value: String| receiver.set(value)
                    hint=app.t(TaskMessage::ReceiverHint)
                    error=Signal::derive(move || receiver_error.get())
                />
                <NumberInput label=app.t(TaskMessage::Quantity) bind=quantity error=Signal::derive(move || quantity_error.get()) />
                <TextInput label=app.t(TaskMessage::Reason) bind=reason />
            </div>
        </Dialog>
    }
    .into_any()
}
