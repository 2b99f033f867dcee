//! The bars above every page: what failed, what to take care of, where one is.

use leptos::prelude::*;

use crate::app::outside::{CopyProblem, Urgency, may_copy_in_clear};
use crate::app::view::care::{Care, KEEPING_ASKED};
use crate::app::view::frame::FrameView;
use crate::app::{Effect, Event, Saving};
use crate::i18n::backup::BackupMessage;
use crate::i18n::outside::OutsideMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Banner, Button, ButtonLink, NoteKind};
use crate::ui::{App, DataSection, Route, use_app};

/// The bars, the most pressing first.
pub(super) fn banners(view: Memo<FrameView>) -> AnyView {
    let app = use_app();
    let saving = Memo::new(move |_| view.with(|view| view.saving.clone()));
    let following = Memo::new(move |_| view.with(|view| view.following));
    let care = Memo::new(move |_| view.with(|view| view.care.clone()));
    let sample = Memo::new(move |_| view.with(|view| view.sample));
    view! {
        {move || failure(app, saving.get())}
        {move || following.get().then(|| followed(app))}
        {move || care.get().map(|care| take_care(app, care))}
        {move || sample.get().then(|| invented(app))}
    }
    .into_any()
}

fn invented(app: App) -> AnyView {
    view! {
        <Banner text=app.t(ShellMessage::SampleBanner)>
            <Button
                label=app.t(ShellMessage::LeaveSample)
                on_press=move |()| app.dispatch(Event::SampleLeft)
            />
        </Banner>
    }
    .into_any()
}

fn failure(app: App, saving: Saving) -> Option<AnyView> {
    let Saving::Failed(problem) = saving else {
        return None;
    };
    let bar = view! {
        <Banner kind=NoteKind::Error text=app.t(problem)>
            <Button
                label=app.t(ShellMessage::Retry)
                on_press=move |()| app.dispatch(Event::RetryAsked)
            />
            <Button
                label=app.t(ShellMessage::RescueDownload)
                on_press=move |()| app.perform(Effect::Rescue)
            />
        </Banner>
    };
    Some(bar.into_any())
}

/// Another tab writes.
fn followed(app: App) -> AnyView {
    view! {
        <Banner text=app.t(OutsideMessage::FollowingBar)>
            <Button
                label=app.t(OutsideMessage::TakeOver)
                on_press=move |()| app.perform(Effect::TakeOver)
            />
        </Banner>
    }
    .into_any()
}

fn take_care(app: App, care: Care) -> AnyView {
    match care {
        Care::Lapsed(name) => lapsed(app, name),
        Care::NotCopied(problem) => not_copied(app, problem),
        Care::Remind {
            urgency,
            minutes,
            folder,
        } => remind(app, urgency, minutes, folder),
        Care::Offered { minutes } => offered(app, minutes),
        Care::AskToKeep => ask_to_keep(app),
    }
}

fn lapsed(app: App, name: String) -> AnyView {
    view! {
        <Banner kind=NoteKind::Warning text=app.t(OutsideMessage::Lapsed { name })>
            <Button
                label=app.t(OutsideMessage::Allow)
                on_press=move |()| app.perform(Effect::AskForFolder)
            />
            {download(app)}
        </Banner>
    }
    .into_any()
}

fn not_copied(app: App, problem: CopyProblem) -> AnyView {
    let try_again = move |()| app.dispatch(Event::CopyAsked);
    view! {
        <Banner kind=NoteKind::Error text=app.t(problem)>
            <Button label=app.t(ShellMessage::Retry) on_press=try_again />
            {download(app)}
            {folder_link(app, OutsideMessage::OtherFolder)}
        </Banner>
    }
    .into_any()
}

fn offered(app: App, minutes: i64) -> AnyView {
    let age = app.t(ShellMessage::ago(minutes));
    view! {
        <Banner kind=NoteKind::Warning text=app.t(OutsideMessage::Offered { age })>
            <Button
                label=app.t(OutsideMessage::OfferedSeen)
                on_press=move |()| app.dispatch(Event::OfferedSeen)
            />
            {download(app)}
        </Banner>
    }
    .into_any()
}

fn remind(app: App, urgency: Urgency, minutes: Option<i64>, folder: bool) -> AnyView {
    let age = minutes.map(|minutes| app.t(ShellMessage::ago(minutes)));
    let text = match (age, urgency) {
        (None, _) => OutsideMessage::RemindNever,
        (Some(age), Urgency::Gentle) => OutsideMessage::RemindGentle { age },
        (Some(age), Urgency::Firm) => OutsideMessage::RemindFirm { age },
        (Some(age), Urgency::Urgent) => OutsideMessage::RemindUrgent { age },
    };
    let kind = match urgency {
        Urgency::Gentle => NoteKind::Info,
        Urgency::Firm => NoteKind::Warning,
        Urgency::Urgent => NoteKind::Error,
    };
    view! {
        <Banner kind=kind text=app.t(text)>
            {download(app)}
            {folder.then(|| folder_link(app, OutsideMessage::RemindFolder))}
        </Banner>
    }
    .into_any()
}

/// A backup at once; of locked data where it can be sealed, unless their copies may be in the clear.
fn download(app: App) -> AnyView {
    let at_once = app.view(may_copy_in_clear);
    let press = move |()| app.perform(Effect::BackUp);
    let href = Route::Data(DataSection::Backup).href();
    let ways = move || {
        let label = app.t(BackupMessage::Make);
        if at_once.get() {
            view! { <Button label=label on_press=press /> }.into_any()
        } else {
            view! { <ButtonLink label=label href=href.clone() /> }.into_any()
        }
    };
    view! { {ways} }.into_any()
}

fn folder_link(app: App, label: OutsideMessage) -> AnyView {
    let href = Route::Data(DataSection::Backup).href();
    view! { <ButtonLink label=app.t(label) href=href /> }.into_any()
}

fn ask_to_keep(app: App) -> AnyView {
    let asked = move || {
        let today = app.peek(|model| model.now.today.to_string());
        app.dispatch(Event::Preferred {
            name: KEEPING_ASKED.to_owned(),
            value: today,
        });
    };
    let ask = move |()| {
        app.perform(Effect::LookAtStorage { ask_to_keep: true });
        asked();
    };
    view! {
        <Banner text=app.t(OutsideMessage::KeepAsk)>
            <Button label=app.t(OutsideMessage::KeepYes) on_press=ask />
            <Button label=app.t(OutsideMessage::KeepLater) on_press=move |()| asked() />
        </Banner>
    }
    .into_any()
}
