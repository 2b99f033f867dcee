//! Shown when stored data cannot be opened: what was found, and the next step. Nothing is written.

use leptos::prelude::*;

use crate::app::workflow::passphrase::{differ, settled, strength};
use crate::app::{Door, Effect, Event, Found, StorageProblem};
use crate::i18n::backup::PassphraseMessage;
use crate::i18n::data::counted;
use crate::i18n::format;
use crate::i18n::lock::LockMessage;
use crate::i18n::recovery::RecoveryMessage;
use crate::i18n::shell::ShellMessage;
use crate::i18n::start::StartMessage;
use crate::i18n::storage::StorageMessage;
use crate::ui::components::{
    Button, ButtonLook, Facts, InputKind, Note, NoteKind, Panel, TextInput,
};
use crate::ui::{App, use_app};

use super::Notices;

/// The page in place of all others.
#[component]
pub fn Problem(problem: StorageProblem) -> impl IntoView {
    let app = use_app();
    let found = app.view(|model| model.found.clone());
    let whole = Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |it| it.whole)));
    let locked = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|it| it.locked)));
    view! {
        <main class="problem">
            <h1 class="problem__title">{app.t(StorageMessage::ClosedTitle)}</h1>
            <Note kind=NoteKind::Error title=app.t(problem)>""</Note>
            {move || found.get().map(|found| told(app, &found))}
            {move || (whole.get() > 0 && locked.get()).then(|| go_on_locked(app, whole.get()))}
            <div class="problem__actions">
                {move || (whole.get() > 0 && !locked.get()).then(|| go_on(app, whole.get()))}
                <Button
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
        <Notices/>
    }
}

fn go_on(app: App, number: u64) -> AnyView {
    view! {
        <Button
            look=ButtonLook::Primary
            label=app.t(RecoveryMessage::GoOn { number })
            on_press=move |()| app.perform(Effect::GoOn)
        />
    }
    .into_any()
}

/// Of locked data: what one goes on in is locked before anything goes into it.
fn go_on_locked(app: App, number: u64) -> AnyView {
    let [first, second] = [(); 2].map(|()| RwSignal::new(String::new()));
    let typed = move || first.with(|first| second.with(|second| settled(first, second)));
    let hint = move || first.with(|typed| (!typed.is_empty()).then(|| app.t(strength(typed))));
    let unlike = move || {
        let differ = first.with(|first| second.with(|second| differ(first, second)));
        differ.then(|| app.t(PassphraseMessage::Different))
    };
    let ready = Memo::new(move |_| typed().is_some());
    let press = move |()| {
        if let Some(passphrase) = untrack(typed) {
            first.set(String::new());
            second.set(String::new());
            app.dispatch(Event::GoneOnLocked(passphrase));
        }
    };
    let (new, again) = (LockMessage::NewPassphrase, LockMessage::NewPassphraseAgain);
    view! {
        <Panel title=app.t(RecoveryMessage::GoOn { number })>
            <div class="problem__found">
                <p>{app.t(RecoveryMessage::LockFirst)}</p>
                <TextInput kind=InputKind::Password label=app.t(new) bind=first hint=Signal::derive(hint) />
                <TextInput kind=InputKind::Password label=app.t(again) bind=second error=Signal::derive(unlike) />
                <Button
                    look=ButtonLook::Primary
                    label=app.t(RecoveryMessage::GoOn { number })
                    disabled=Signal::derive(move || !ready.get())
                    on_press=press
                />
            </div>
        </Panel>
    }
    .into_any()
}

fn told(app: App, found: &Found) -> AnyView {
    let items = facts(app, found);
    let lost = found.saved.saturating_sub(found.whole);
    let words = if lost == 0 {
        RecoveryMessage::NothingLost
    } else {
        RecoveryMessage::LostActions { count: lost }
    };
    let to_go_on = found.whole > 0;
    let more = found.more;
    let log = if found.log {
        RecoveryMessage::LogGoes
    } else {
        RecoveryMessage::LogStays
    };
    view! {
        <Panel title=app.t(RecoveryMessage::FoundTitle)>
            <div class="problem__found" role="status">
                <Facts items=Signal::derive(move || items.clone()) />
                {to_go_on.then(|| view! { <p>{app.t(words)}</p> })}
                {more.then(|| view! { <p>{app.t(RecoveryMessage::Others)}</p> })}
                {to_go_on.then(|| view! { <p>{app.t(RecoveryMessage::WhereTo)}</p> })}
                {to_go_on.then(|| view! { <p>{app.t(log)}</p> })}
            </div>
        </Panel>
    }
    .into_any()
}

fn facts(app: App, found: &Found) -> Vec<(String, String)> {
    let locale = app.locale.get_untracked();
    let number = found.whole;
    let whole = match found.at {
        _ if number == 0 => RecoveryMessage::NothingWhole,
        Some(at) => RecoveryMessage::AfterAt {
            number,
            moment: format::moment(at),
        },
        None => RecoveryMessage::After { number },
    };
    let saved = RecoveryMessage::Number {
        number: found.saved,
    };
    let mut facts = vec![
        (app.t(RecoveryMessage::LastSaved), app.t(saved)),
        (app.t(RecoveryMessage::NewestWhole), app.t(whole)),
    ];
    let count = |count: u64| format::count(usize::try_from(count).unwrap_or(usize::MAX), locale);
    facts.extend(found.differing.iter().map(|(kind, saved, found)| {
        let told = RecoveryMessage::Counted {
            saved: count(*saved),
            found: count(*found),
        };
        (counted(*kind, locale), app.t(told))
    }));
    facts
}
