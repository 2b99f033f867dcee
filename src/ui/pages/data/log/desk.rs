//! The name of the desk: who works at this machine, for the log.

use leptos::prelude::*;

use crate::app::{DESK, Event, LONGEST_DESK, desk_name};
use crate::i18n::log::LogMessage;
use crate::ui::App;
use crate::ui::components::TextInput;

/// The field that names the desk; what is typed holds from the next action on.
pub(super) fn field(app: App) -> AnyView {
    let desk = app.view(|model| model.desk());
    let error = RwSignal::new(None);
    let commit = move |typed: String| match desk_name(&typed) {
        Ok(value) => {
            error.set(None);
            app.dispatch(Event::Preferred {
                name: DESK.to_owned(),
                value,
            });
        }
        Err(_) => {
            let limit = LONGEST_DESK;
            error.set(Some(app.t(LogMessage::DeskTooLong { limit })));
        }
    };
    view! {
        <div class="log__desk">
            <TextInput
                label=app.t(LogMessage::Desk) value=desk error=error on_commit=commit
                hint=app.t(LogMessage::DeskHint) placeholder=app.t(LogMessage::DeskExample)
            />
        </div>
    }
    .into_any()
}
