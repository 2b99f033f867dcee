//! Sealing a backup under a passphrase: typed twice when making one, once when opening one.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::app::Effect;
use crate::app::workflow::passphrase::{differ, settled, strength};
use crate::app::workflow::restore::Passphrase;
use crate::i18n::backup::{BackupMessage, PassphraseMessage};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Checkbox, Glyph, InputKind, Note, NoteKind, TextInput,
};

use super::backup;

/// Whether the backup is sealed, under what, and the button that makes it.
pub(super) fn choice(app: App) -> AnyView {
    // Of locked data a file in the clear is made only when that is wanted.
    let sealed = RwSignal::new(app.peek(|model| model.lock.on));
    view! {
        <Checkbox
            label=app.t(BackupMessage::SealIt)
            hint=app.t(BackupMessage::SealHint)
            bind=sealed
        />
        {move || if sealed.get() {
            asked_twice(app)
        } else {
            view! { <div class="data__actions">{backup::button(app)}</div> }.into_any()
        }}
    }
    .into_any()
}

fn asked_twice(app: App) -> AnyView {
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let hint = move || first.with(|typed| (!typed.is_empty()).then(|| app.t(strength(typed))));
    let fault = move || {
        let differ = first.with(|first| second.with(|second| differ(first, second)));
        differ.then(|| app.t(PassphraseMessage::Different))
    };
    let ready = Memo::new(move |_| {
        first.with(|first| second.with(|second| settled(first, second).is_some()))
    });
    let make = move |()| {
        let typed =
            first.with_untracked(|first| second.with_untracked(|second| settled(first, second)));
        if let Some(passphrase) = typed {
            first.set(String::new());
            second.set(String::new());
            app.perform(Effect::BackUpSealed(passphrase));
        }
    };
    view! {
        <div class="data__passphrase">
            <TextInput
                kind=InputKind::Password
                label=app.t(BackupMessage::Passphrase)
                bind=first
                hint=Signal::derive(hint)
            />
            <TextInput
                kind=InputKind::Password
                label=app.t(BackupMessage::PassphraseAgain)
                bind=second
                error=Signal::derive(fault)
            />
        </div>
        <Note kind=NoteKind::Warning title=app.t(BackupMessage::LostTitle)>
            {app.t(BackupMessage::LostText)}
        </Note>
        <div class="data__actions">
            <Button
                look=ButtonLook::Primary
                icon=Glyph::Download
                label=app.t(BackupMessage::MakeSealed)
                disabled=Signal::derive(move || !ready.get())
                on_press=make
            />
        </div>
    }
    .into_any()
}

/// Asks for the passphrase of a sealed file; says what was wrong with the one before.
pub(super) fn asked_once(
    app: App,
    wrong: Option<String>,
    open: impl Fn(Passphrase) + Clone + Send + Sync + 'static,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let press = move || {
        let text = typed.get_untracked();
        if !text.is_empty() {
            open(Passphrase::typed(&text));
        }
    };
    let on_enter = {
        let press = press.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                press();
            }
        }
    };
    view! {
        <div class="data__passphrase" on:keydown=on_enter>
            <TextInput
                kind=InputKind::Password
                label=app.t(BackupMessage::Passphrase)
                bind=typed
                error=wrong
            />
        </div>
        <div class="data__actions">
            <Button
                look=ButtonLook::Primary
                label=app.t(BackupMessage::OpenSealed)
                disabled=Signal::derive(move || typed.with(String::is_empty))
                on_press=move |()| press()
            />
        </div>
    }
    .into_any()
}
