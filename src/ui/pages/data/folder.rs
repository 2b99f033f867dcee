//! The folder copies go to by themselves: choosing it, how it stands, what it holds.

use leptos::prelude::*;

use crate::app::outside::{
    COPY_AFTER_ACTIONS, COPY_AFTER_MINUTES, DOWNLOAD_WHEN_DUE, FolderState, WANTED,
    clear_preference,
};
use crate::app::view::data::{DataView, data};
use crate::app::{Effect, Event};
use crate::i18n::format;
use crate::i18n::outside::OutsideMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Checkbox, Facts, Glyph, Note, NoteKind, Panel, Progress,
};

use super::backup_age;

/// The panel of the folder; none for the sample agency, which needs no copies.
pub(super) fn panel(app: App) -> Option<AnyView> {
    let view = app.view(data);
    if view.with_untracked(|view| view.workspace.sample) {
        return None;
    }
    let folder = Memo::new(move |_| view.with(|view| view.outside.folder.clone()));
    let standing = Memo::new(move |_| view.with(|view| view.copies_in_clear));
    let panel = view! {
        <Panel title=app.t(OutsideMessage::FolderTitle)>
            <div class="data__stack">
                <p class="data__text">{app.t(OutsideMessage::FolderText {
                    minutes: COPY_AFTER_MINUTES,
                    actions: COPY_AFTER_ACTIONS,
                })}</p>
                {move || standing.get().map(|agreed| in_clear(app, agreed))}
                {move || match folder.get() {
                    FolderState::Unknown => ().into_any(),
                    FolderState::Unsupported => unsupported(app, view),
                    FolderState::NotChosen => not_chosen(app, view),
                    FolderState::Lapsed(name) => given(app, view, name, true),
                    FolderState::Ready(name) => given(app, view, name, false),
                }}
            </div>
        </Panel>
    };
    Some(panel.into_any())
}

/// Of locked data: that copies are in the clear, asked once.
fn in_clear(app: App, agreed: bool) -> AnyView {
    let say = move |value: &'static str| {
        let name = app.peek(|model| clear_preference(&model.workspace.id));
        let value = value.to_owned();
        app.dispatch(Event::Preferred { name, value });
    };
    if agreed {
        view! {
            <p class="data__text">{app.t(OutsideMessage::ClearAgreed)}</p>
            <div class="data__actions">
                <Button label=app.t(OutsideMessage::ClearWithdraw) on_press=move |()| say("") />
            </div>
        }
        .into_any()
    } else {
        view! {
            <Note kind=NoteKind::Warning title=app.t(OutsideMessage::ClearTitle)>
                <p>{app.t(OutsideMessage::ClearText)}</p>
            </Note>
            <div class="data__actions">
                <Button label=app.t(OutsideMessage::ClearAgree) on_press=move |()| say(WANTED) />
            </div>
        }
        .into_any()
    }
}

fn unsupported(app: App, view: Memo<DataView>) -> AnyView {
    view! {
        <Note kind=NoteKind::Info title=app.t(OutsideMessage::Unsupported) />
        {download_when_due(app, view)}
    }
    .into_any()
}

fn not_chosen(app: App, view: Memo<DataView>) -> AnyView {
    view! {
        <p class="data__text">{app.t(OutsideMessage::FolderKept)}</p>
        <p class="data__text">{app.t(OutsideMessage::FolderWhere)}</p>
        <div class="data__actions">{choose(app, OutsideMessage::ChooseFolder, ButtonLook::Primary)}</div>
        {download_when_due(app, view)}
    }
    .into_any()
}

fn choose(app: App, label: OutsideMessage, look: ButtonLook) -> AnyView {
    let press = move |()| app.perform(Effect::ChooseFolder);
    view! { <Button look=look label=app.t(label) on_press=press /> }.into_any()
}

/// Where nothing is copied by itself, a file may be.
fn download_when_due(app: App, view: Memo<DataView>) -> AnyView {
    let prefer = move |wanted: bool| {
        app.dispatch(Event::Preferred {
            name: DOWNLOAD_WHEN_DUE.to_owned(),
            value: if wanted { WANTED } else { "" }.to_owned(),
        });
    };
    view! {
        <Checkbox
            label=app.t(OutsideMessage::DownloadWhenDue)
            checked=Signal::derive(move || view.with(|view| view.download_when_due))
            on_change=prefer
        />
    }
    .into_any()
}

fn given(app: App, view: Memo<DataView>, name: String, lapsed: bool) -> AnyView {
    let facts = {
        let name = name.clone();
        Signal::derive(move || view.with(|view| facts(app, view, name.clone(), lapsed)))
    };
    let copying = Memo::new(move |_| view.with(|view| view.outside.under_way.is_some()));
    let copy = move |()| app.dispatch(Event::CopyAsked);
    let main = if lapsed {
        view! {
            <Note kind=NoteKind::Warning title=app.t(OutsideMessage::Lapsed { name }) />
            <div class="data__actions">
                <Button
                    look=ButtonLook::Primary
                    label=app.t(OutsideMessage::Allow)
                    on_press=move |()| app.perform(Effect::AskForFolder)
                />
            </div>
        }
        .into_any()
    } else {
        view! {
            {move || copying.get().then(|| view! { <Progress label=app.t(OutsideMessage::Copying) /> })}
            <div class="data__actions">
                <Button look=ButtonLook::Primary icon=Glyph::Download label=app.t(OutsideMessage::CopyNow) on_press=copy />
            </div>
        }
        .into_any()
    };
    view! {
        <Facts items=facts />
        {main}
        <p class="data__text">{app.t(OutsideMessage::FolderKept)}</p>
        <div class="data__actions">
            {choose(app, OutsideMessage::OtherFolder, ButtonLook::Plain)}
            <Button
                look=ButtonLook::Quiet
                label=app.t(OutsideMessage::LeaveFolder)
                on_press=move |()| app.perform(Effect::LeaveFolder)
            />
        </div>
    }
    .into_any()
}

fn facts(app: App, view: &DataView, name: String, lapsed: bool) -> Vec<(String, String)> {
    let folder = if lapsed {
        app.t(OutsideMessage::FolderLapsed { name })
    } else {
        name
    };
    let locale = app.locale.get_untracked();
    vec![
        (app.t(OutsideMessage::Folder), folder),
        (
            app.t(OutsideMessage::LastCopy),
            backup_age(app, view.backup_minutes),
        ),
        (
            app.t(OutsideMessage::Uncopied),
            format::count(view.uncopied, locale),
        ),
    ]
}
