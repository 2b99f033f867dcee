//! The state of the data: where they are, how safe, what there is, which other sets there are.

use leptos::prelude::*;

use crate::app::outside::FolderState;
use crate::app::view::data::{DataView, data};
use crate::app::{Door, Effect, Event, KnownSet, StoredSet, Workspace};
use crate::i18n::data::{DataMessage, counted, size};
use crate::i18n::format;
use crate::i18n::outside::OutsideMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, ConfirmDialog, Facts, Glyph, Note, NoteKind, Panel, Tag, Tone,
};

use super::backup_age;

/// The state of the data.
pub(super) fn section(app: App) -> AnyView {
    app.perform(Effect::LookAtStorage { ask_to_keep: false });
    let view = app.view(data);
    let asked = RwSignal::new(false);
    let open = Memo::new(move |_| view.with(|view| view.workspace.clone()));
    let listed = Memo::new(move |_| view.with(|view| view.storage.workspaces.clone()));
    view! {
        <div class="cards">
            <Panel title=app.t(DataMessage::WhereTitle) class="span-6">
                <div class="data__stack">
                    <Facts items=Signal::derive(move || view.with(|view| place(app, view))) />
                    {move || view.with(|view| view.storage.kept == Some(false)).then(|| ask(app, asked))}
                    <Note kind=NoteKind::Info title=app.t(DataMessage::OnlyFile) />
                    <p class="data__text">{app.t(OutsideMessage::Safari)}</p>
                    <div class="data__actions">
                        {super::backup::button(app)}
                    </div>
                </div>
            </Panel>
            <Panel title=app.t(DataMessage::CountsTitle) class="span-6">
                <Facts items=Signal::derive(move || view.with(|view| counts(app, view))) />
            </Panel>
            {super::lock::panel(app)}
            <Panel title=app.t(DataMessage::WorkspacesTitle) aside=app.t(DataMessage::WorkspacesIntro)>
                <ul class="data__sets">
                    {move || listed.get().into_iter().map(|set| one(app, set, &open.get())).collect_view()}
                </ul>
                <div class="data__actions">
                    {move || listed.with(|all| all.iter().all(|set| !set.workspace.sample)).then(|| view! {
                        <Button icon=Glyph::Eye label=app.t(DataMessage::TrySample) on_press=move |()| app.dispatch(Event::DoorChosen(Door::Sample)) />
                    })}
                    <Button icon=Glyph::Plus label=app.t(DataMessage::NewSet) on_press=move |()| app.dispatch(Event::DoorChosen(Door::Empty)) />
                </div>
            </Panel>
        </div>
    }
    .into_any()
}

fn place(app: App, view: &DataView) -> Vec<(String, String)> {
    let locale = app.locale.get_untracked();
    let told = |told: Option<String>| told.unwrap_or_else(|| app.t(DataMessage::NotTold));
    let storage = &view.storage;
    let used = storage.used.zip(storage.allowed).map(|(used, allowed)| {
        app.t(DataMessage::UsedOf {
            used: size(used, locale),
            allowed: size(allowed, locale),
        })
    });
    let kept = storage.kept.map(|kept| {
        app.t(if kept {
            DataMessage::KeptYes
        } else {
            DataMessage::KeptNo
        })
    });
    vec![
        (app.t(DataMessage::Place), app.t(DataMessage::PlaceText)),
        (app.t(DataMessage::Used), told(used)),
        (app.t(DataMessage::Kept), told(kept)),
        (app.t(OutsideMessage::FolderTitle), folder(app, view)),
        (
            app.t(DataMessage::LastBackup),
            backup_age(app, view.backup_minutes),
        ),
    ]
}

/// The folder that takes the copies.
fn folder(app: App, view: &DataView) -> String {
    match &view.outside.folder {
        FolderState::Ready(name) => name.clone(),
        FolderState::Lapsed(name) => app.t(OutsideMessage::FolderLapsed { name: name.clone() }),
        FolderState::NotChosen | FolderState::Unsupported | FolderState::Unknown => {
            app.t(OutsideMessage::NoFolder)
        }
    }
}

fn counts(app: App, view: &DataView) -> Vec<(String, String)> {
    let locale = app.locale.get_untracked();
    let mut counts: Vec<_> = view
        .counts
        .iter()
        .map(|(kind, count)| (counted(*kind, locale), format::count(*count, locale)))
        .collect();
    counts.push((
        format::capitalised(&app.t(DataMessage::Operations)),
        format::count(view.operations, locale),
    ));
    counts
}

/// Shown while the browser may clear the data by itself.
fn ask(app: App, asked: RwSignal<bool>) -> AnyView {
    let press = move |()| {
        asked.set(true);
        app.perform(Effect::LookAtStorage { ask_to_keep: true });
    };
    let text = move || {
        app.t(if asked.get() {
            DataMessage::AskedText
        } else {
            DataMessage::AskText
        })
    };
    view! {
        <Note kind=NoteKind::Warning title=app.t(DataMessage::AskTitle)>
            <p role="status">{text}</p>
            <div class="data__actions">
                <Button label=app.t(DataMessage::Ask) on_press=press />
            </div>
        </Note>
    }
    .into_any()
}

fn one(app: App, stored: StoredSet, open: &Workspace) -> AnyView {
    let here = stored.workspace.id == open.id;
    // Of what lies open the figures above tell.
    let known = match stored.known {
        None if here => String::new(),
        told => known(app, told),
    };
    let StoredSet {
        workspace: set,
        name,
        ..
    } = stored;
    let name = match (set.sample, name.is_empty()) {
        (true, true) => app.t(DataMessage::SampleName),
        (false, true) => app.t(DataMessage::Unnamed),
        (_, false) => name,
    };
    let end = if here {
        view! { <Tag label=app.t(DataMessage::OpenNow) tone=Tone::Excellent /> }.into_any()
    } else {
        let id = set.id.clone();
        view! {
            {delete(app, set.id.clone(), &name, &known)}
            <Button
                look=ButtonLook::Quiet
                label=app.t(DataMessage::SwitchTo)
                hint=app.t(DataMessage::SwitchToNamed { name: name.clone() })
                on_press=move |()| app.dispatch(Event::WorkspaceChosen(id.clone()))
            />
        }
        .into_any()
    };
    let sample = set
        .sample
        .then(|| view! { <Tag label=app.t(DataMessage::Sample) tone=Tone::Muted /> });
    view! {
        <li class="data__set">
            <span class="data__name">{name}</span>{sample}
            <span class="data__known">{known}</span>
            <span class="push">{end}</span>
        </li>
    }
    .into_any()
}

/// What tells a set of data from others of the same name.
fn known(app: App, known: Option<KnownSet>) -> String {
    let Some(known) = known else {
        return app.t(DataMessage::SetNotKnown);
    };
    let locale = app.locale.get_untracked();
    let count = |count: u64| format::count(usize::try_from(count).unwrap_or(usize::MAX), locale);
    let holds = DataMessage::SetHolds {
        officials: count(known.officials),
        actions: count(known.actions),
    };
    let copied = known.copied.map_or(DataMessage::SetNotCopied, |at| {
        let day = format::moment(at);
        DataMessage::SetCopied { day }
    });
    [app.t(holds), app.t(copied)].join(" · ")
}

/// The button that deletes another set, and its question.
fn delete(app: App, id: String, name: &str, known: &str) -> AnyView {
    let asked = RwSignal::new(false);
    let confirmed = move |()| {
        asked.set(false);
        app.perform(Effect::DeleteWorkspace(id.clone()));
    };
    view! {
        <Button
            look=ButtonLook::Quiet
            label=app.t(DataMessage::DeleteSet)
            hint=app.t(DataMessage::DeleteSetNamed { name: name.to_owned() })
            on_press=move |()| asked.set(true)
        />
        <ConfirmDialog
            open=asked
            title=app.t(DataMessage::DeleteSetTitle { name: name.to_owned() })
            text=[format::capitalised(known), app.t(DataMessage::DeleteSetText)].join(". ")
            confirm_label=app.t(DataMessage::DeleteSetConfirm)
            cancel_label=app.t(ShellMessage::Cancel)
            danger=true
            on_confirm=confirmed
            on_cancel=move |()| asked.set(false)
        />
    }
    .into_any()
}
