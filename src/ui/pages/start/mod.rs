//! The first start: four doors.

use leptos::prelude::*;

use crate::app::Door;
use crate::i18n::start::StartMessage;
use crate::i18n::{Locale, Say as _};
use crate::ui::components::{Button, ButtonLook, Glyph, Icon};

/// The first start: four doors.
#[component]
pub fn StartPage(
    /// The language of the page.
    locale: Locale,
    /// A door was chosen.
    #[prop(into)]
    on_door: Callback<Door>,
    /// The other language was chosen.
    #[prop(into)]
    on_language: Callback<Locale>,
) -> impl IntoView {
    let t = move |message: StartMessage| message.say(locale);
    let other = if locale == Locale::Vi {
        Locale::En
    } else {
        Locale::Vi
    };
    let language = other.own_name();
    let switch = move |()| on_language.run(other);
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
                <div class="start__brand"><Icon glyph=Glyph::Scales size=36 /><h1 class="start__title">{t(StartMessage::Title)}</h1></div>
                <p class="start__lead">{t(StartMessage::Lead)}</p>
                <p class="start__private"><Icon glyph=Glyph::Shield size=18 />" "{t(StartMessage::Private)}</p>
            </header>
            <h2 class="start__ask">{t(StartMessage::Choose)}</h2>
            <div class="doors">
                {doors.into_iter().map(|(door, glyph, title, text)| door_view(on_door, door, glyph, t(title), t(text))).collect_view()}
            </div>
            <p class="start__note">{t(StartMessage::Note)}</p>
            <Button look=ButtonLook::Quiet icon=Glyph::Globe label=language on_press=switch />
        </main>
    }
}

fn door_view(
    on_door: Callback<Door>,
    door: Door,
    glyph: Glyph,
    title: String,
    text: String,
) -> AnyView {
    view! {
        <button type="button" class="door" on:click=move |_| on_door.run(door)>
            <span class="door__icon"><Icon glyph=glyph size=24 /></span>
            <span class="door__title">{title}</span>
            <span class="door__text">{text}</span>
        </button>
    }
    .into_any()
}
