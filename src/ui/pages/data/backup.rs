//! Backup files: making one, and restoring one.

use leptos::prelude::*;

use crate::app::Effect;
use crate::app::outside::may_copy_in_clear;
use crate::app::view::data::data;
use crate::i18n::backup::BackupMessage;
use crate::i18n::data::DataMessage;
use crate::ui::components::{Button, ButtonLink, ButtonLook, Facts, Glyph, Panel};

use crate::ui::{App, DataSection, Route};

use super::{backup_age, folder, practice, restore, sealing};

/// Backup files: what an empty workspace needs first is restoring, a full one making.
pub(super) fn section(app: App) -> AnyView {
    let any = app.peek(|model| data(model).any);
    let panels = if any {
        view! { {folder::panel(app)} {make(app)} {restore::panels(app)} {practice::panel(app)} }
            .into_any()
    } else {
        // The folder too: in a browser that lost everything the copies are there.
        view! { {restore::panels(app)} {folder::panel(app)} }.into_any()
    };
    view! { <div class="data__stack">{panels}</div> }.into_any()
}

/// The button that offers a backup as a file; of locked data it leads to where it can be sealed,
/// unless their copies may be in the clear.
pub(super) fn button(app: App) -> AnyView {
    let at_once = app.view(may_copy_in_clear);
    let press = move |()| app.perform(Effect::BackUp);
    let href = Route::Data(DataSection::Backup).href();
    let (look, icon) = (ButtonLook::Primary, Glyph::Download);
    let ways = move || {
        let label = app.t(BackupMessage::Make);
        if at_once.get() {
            view! { <Button look=look icon=icon label=label on_press=press /> }.into_any()
        } else {
            view! { <ButtonLink look=look icon=icon label=label href=href.clone() /> }.into_any()
        }
    };
    view! { {ways} }.into_any()
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
