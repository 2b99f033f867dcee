//! The top bar: agency, month, search, save state, undo, language, theme.

use leptos::prelude::*;

use crate::app::view::frame::FrameView;
use crate::app::{Event, LockAsk, Saving};
use crate::i18n::Locale;
use crate::i18n::lock::LockMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Button, ButtonLook, Glyph, Menu, MenuItem, SaveMark, SaveState};
use crate::ui::layout::{SearchButton, TopBar};
use crate::ui::{App, DataSection, Route, use_app};

use super::period;

/// Minutes after which a copy outside the browser is called old: a working day.
const STALE_AFTER: i64 = 24 * 60;

pub(super) fn bar(view: Memo<FrameView>) -> AnyView {
    let app = use_app();
    view! {
        <TopBar
            brand=app.t(ShellMessage::AppName)
            home_href=Route::Overview.href()
            agency=Signal::derive(move || Some(view.with(|view| view.agency.clone())).filter(|name| !name.is_empty()))
            period=move || period::picker(view)
            search=move || view! {
                <SearchButton
                    label=app.t(ShellMessage::Search)
                    keys="Ctrl K"
                    on_press=move |()| app.search_open.set(true)
                />
            }
            save_state=move || save_state(app, view)
            actions=move || actions(app, view)
        />
    }
    .into_any()
}

fn save_state(app: App, view: Memo<FrameView>) -> AnyView {
    let mark = Signal::derive(move || {
        view.with(|view| match &view.saving {
            Saving::Failed(_) => SaveMark::Failed,
            Saving::Saving(_) => SaveMark::Saving,
            Saving::Saved
                if view.worth_a_backup
                    && view.backup_minutes.is_none_or(|age| age > STALE_AFTER) =>
            {
                SaveMark::Stale
            }
            Saving::Saved => SaveMark::Saved,
        })
    });
    let label = Signal::derive(move || {
        view.with(|view| match &view.saving {
            Saving::Failed(_) => app.t(ShellMessage::SaveFailed),
            Saving::Saving(_) => app.t(ShellMessage::Saving),
            Saving::Saved => app.t(ShellMessage::Saved),
        })
    });
    let detail = Signal::derive(move || {
        view.with(|view| {
            view.worth_a_backup
                .then(|| backup_age(app, view.backup_minutes))
        })
    });
    view! { <SaveState mark label detail href=Route::Data(DataSection::Backup).href() /> }
        .into_any()
}

fn backup_age(app: App, minutes: Option<i64>) -> String {
    match minutes {
        None => app.t(ShellMessage::NoBackup),
        Some(minutes) => app.t(ShellMessage::BackupAge {
            age: app.t(ShellMessage::ago(minutes)),
        }),
    }
}

fn actions(app: App, view: Memo<FrameView>) -> AnyView {
    let undo = Signal::derive(move || view.with(|view| view.undo.clone()));
    let redo = Signal::derive(move || view.with(|view| view.redo.clone()));
    let undo_label = Signal::derive(move || match undo.get() {
        Some(action) => app.t(ShellMessage::UndoNamed {
            action: app.t(action),
        }),
        None => app.t(ShellMessage::Undo),
    });
    let redo_label = Signal::derive(move || match redo.get() {
        Some(action) => app.t(ShellMessage::RedoNamed {
            action: app.t(action),
        }),
        None => app.t(ShellMessage::Redo),
    });
    view! {
        <Button
            icon=Glyph::Undo icon_only=true label=undo_label
            disabled=Signal::derive(move || undo.get().is_none())
            on_press=move |()| app.dispatch(Event::UndoAsked)
        />
        <Button
            icon=Glyph::Redo icon_only=true label=redo_label
            disabled=Signal::derive(move || redo.get().is_none())
            on_press=move |()| app.dispatch(Event::RedoAsked)
        />
        {lock(app)}
        {language(app)}
        {theme(app)}
    }
    .into_any()
}

/// Locks the data now, where they are locked at rest.
fn lock(app: App) -> AnyView {
    let on = app.view(|model| model.lock.on);
    let press = move |()| app.dispatch(Event::LockAsked(LockAsk::LockNow));
    (move || {
        on.get().then(|| {
            view! { <Button look=ButtonLook::Quiet icon=Glyph::Lock icon_only=true label=app.t(LockMessage::LockNow) on_press=press /> }
        })
    })
    .into_any()
}

fn language(app: App) -> AnyView {
    let other = match app.locale.get_untracked() {
        Locale::Vi => Locale::En,
        Locale::En => Locale::Vi,
    };
    let label = other.own_name();
    let prefer = move |()| {
        app.dispatch(Event::Preferred {
            name: "language".to_owned(),
            value: other.tag().to_owned(),
        });
    };
    view! { <Button look=ButtonLook::Quiet icon=Glyph::Globe icon_only=true label=label on_press=prefer /> }.into_any()
}

fn theme(app: App) -> AnyView {
    let chosen = app.view(|model| model.preferences.get("theme").cloned().unwrap_or_default());
    let items = Signal::derive(move || {
        let now = chosen.get();
        vec![
            MenuItem::new("auto", app.t(ShellMessage::ThemeAuto))
                .icon(Glyph::Contrast)
                .checked(now.is_empty() || now == "auto"),
            MenuItem::new("light", app.t(ShellMessage::ThemeLight))
                .icon(Glyph::Sun)
                .checked(now == "light"),
            MenuItem::new("dark", app.t(ShellMessage::ThemeDark))
                .icon(Glyph::Moon)
                .checked(now == "dark"),
        ]
    });
    view! {
        <Menu
            look=ButtonLook::Quiet icon=Glyph::Contrast icon_only=true
            label=app.t(ShellMessage::Theme)
            items=items
            on_select=move |value: String| app.dispatch(Event::Preferred { name: "theme".to_owned(), value })
        />
    }
    .into_any()
}
