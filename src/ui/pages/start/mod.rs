//! The first start: four doors.

use leptos::prelude::*;

use crate::app::{Door, Event};
use crate::i18n::Locale;
use crate::i18n::start::StartMessage;
use crate::ui::components::{Button, ButtonLook, Glyph, Icon};
use crate::ui::{App, use_app};

/// The first start: four doors.
#[component]
pub fn StartPage() -> impl IntoView {
    let app = use_app();
    let other = if app.locale.get_untracked() == Locale::Vi {
        Locale::En
    } else {
        Locale::Vi
    };
    let language = other.own_name();
    let switch = move |()| {
        app.dispatch(Event::Preferred {
            name: "language".to_owned(),
            value: other.tag().to_owned(),
        });
    };
    let doors = [
        (
            Door::Sample,
            Glyph::Eye,
            StartMessage::SampleTitle,
            StartMessage::SampleText,
        ),
        (
            Door::Files,
            Glyph::Upload,
            StartMessage::FilesTitle,
            StartMessage::FilesText,
        ),
        (
            Door::Empty,
            Glyph::Plus,
            StartMessage::EmptyTitle,
            StartMessage::EmptyText,
        ),
        (
            Door::Backup,
            Glyph::History,
            StartMessage::BackupTitle,
            StartMessage::BackupText,
        ),
    ];
    view! {
        <main class="start">
            <header class="start__head">
                <div class="start__brand"><Icon glyph=Glyph::Scales size=36 /><h1 class="start__title">{app.t(StartMessage::Title)}</h1></div>
                <p class="start__lead">{app.t(StartMessage::Lead)}</p>
                <p class="start__private"><Icon glyph=Glyph::Shield size=18 />" "{app.t(StartMessage::Private)}</p>
            </header>
            <h2 class="start__ask">{app.t(StartMessage::Choose)}</h2>
            <div class="doors">
                {doors.into_iter().map(|(door, glyph, title, text)| door_view(app, door, glyph, title, text)).collect_view()}
            </div>
            <p class="start__note">{app.t(StartMessage::Note)}</p>
            <Button look=ButtonLook::Quiet icon=Glyph::Globe label=language on_press=switch />
        </main>
    }
}

fn door_view(
    app: App,
    door: Door,
    glyph: Glyph,
    title: StartMessage,
    text: StartMessage,
) -> AnyView {
    view! {
        <button type="button" class="door" on:click=move |_| app.dispatch(Event::DoorChosen(door))>
            <span class="door__icon"><Icon glyph=glyph size=24 /></span>
            <span class="door__title">{app.t(title)}</span>
            <span class="door__text">{app.t(text)}</span>
        </button>
    }
    .into_any()
}
