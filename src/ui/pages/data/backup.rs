//! Backup files: making one, and restoring one.

use leptos::prelude::*;

use crate::app::Effect;
use crate::app::view::data::data;
use crate::i18n::backup::BackupMessage;
use crate::i18n::data::DataMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Facts, Glyph, Panel};

use super::{backup_age, restore, sealing};

/// Backup files: what an empty workspace needs first is restoring, a full one making.
pub(super) fn section(app: App) -> AnyView {
    let any = app.peek(|model| data(model).any);
    let (make, restore) = (any.then(|| make(app)), restore::panels(app));
    view! { <div class="data__stack">{make}{restore}</div> }.into_any()
}

/// The button that offers a backup as a file.
pub(super) fn button(app: App) -> AnyView {
    view! {
        <Button
            look=ButtonLook::Primary
            icon=Glyph::Download
            label=app.t(BackupMessage::Make)
            on_press=move |()| app.perform(Effect::BackUp)
        />
    }
    .into_any()
}

fn make(app: App) -> AnyView {
    let view = app.view(data);
    let facts = Signal::derive(move || {
        let age = view.with(|view| backup_age(app, view.backup_minutes));
        vec![(app.t(DataMessage::LastBackup), age)]
    });
    view! {
        <Panel title=app.t(BackupMessage::MakeTitle)>
            <div class="data__stack">
                <p class="data__text">{app.t(BackupMessage::MakeText)}</p>
                <Facts items=facts />
                {sealing::choice(app)}
            </div>
        </Panel>
    }
    .into_any()
}
