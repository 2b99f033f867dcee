//! Shown when stored data cannot be opened: what was found, and the next step. Nothing is written.

use leptos::prelude::*;

use crate::app::{Door, Effect, Event, StorageProblem};
use crate::i18n::shell::ShellMessage;
use crate::i18n::start::StartMessage;
use crate::i18n::storage::StorageMessage;
use crate::ui::components::{Button, ButtonLook, Note, NoteKind};
use crate::ui::use_app;

/// The page in place of all others.
#[component]
pub fn Problem(problem: StorageProblem) -> impl IntoView {
    let app = use_app();
    view! {
        <main class="problem">
            <h1 class="problem__title">{app.t(StorageMessage::ClosedTitle)}</h1>
            <Note kind=NoteKind::Error title=app.t(problem)>""</Note>
            <div class="problem__actions">
                <Button
                    look=ButtonLook::Primary
                    label=app.t(ShellMessage::Retry)
                    on_press=move |()| app.dispatch(Event::Started(None))
                />
                <Button
                    label=app.t(ShellMessage::RescueDownload)
                    on_press=move |()| app.perform(Effect::Rescue)
                />
                <Button
                    label=app.t(StartMessage::BackupTitle)
                    on_press=move |()| app.dispatch(Event::DoorChosen(Door::Backup))
                />
            </div>
        </main>
    }
}
