//! Import, export, backup, storage and log.

mod backup;
mod bin;
mod changes;
mod copies;
mod erase;
mod folder;
mod import;
mod lock;
mod log;
mod practice;
mod preview;
mod restore;
mod restored_log;
mod sealing;
mod state;

use leptos::prelude::*;

use crate::i18n::backup::BackupMessage;
use crate::i18n::bin::BinMessage;
use crate::i18n::data::DataMessage;
use crate::i18n::format;
use crate::i18n::import::ImportMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::PageHead;
use crate::ui::{App, DataSection, Route, use_app};

/// Import, export, backup, storage and log.
#[component]
pub fn DataPage(section: DataSection) -> impl IntoView {
    let app = use_app();
    let (title, intro, body) = match section {
        DataSection::State => (
            app.t(DataMessage::StateTitle),
            app.t(DataMessage::StateIntro),
            state::section(app),
        ),
        DataSection::Import => (
            app.t(ImportMessage::Title),
            app.t(ImportMessage::Intro),
            import::wizard(app),
        ),
        DataSection::Export => (
            app.t(DataMessage::ExportTitle),
            app.t(DataMessage::ExportIntro),
            super::forms::exports(app),
        ),
        DataSection::Backup => (
            app.t(BackupMessage::Title),
            app.t(BackupMessage::Intro),
            backup::section(app),
        ),
        DataSection::Log => (
            app.t(DataMessage::LogTitle),
            app.t(DataMessage::LogIntro),
            log::section(app),
        ),
        DataSection::Bin => (app.t(BinMessage::Title), bin::intro(app), bin::section(app)),
    };
    view! {
        <div class="page data">
            <PageHead title=title subtitle=intro />
            {sections(app, section)}
            {body}
        </div>
    }
}

fn sections(app: App, here: DataSection) -> AnyView {
    let all = [
        (DataSection::State, DataMessage::TabState),
        (DataSection::Import, DataMessage::TabImport),
        (DataSection::Export, DataMessage::TabExport),
        (DataSection::Backup, DataMessage::TabBackup),
        (DataSection::Log, DataMessage::TabLog),
    ];
    let all = all.map(|(section, name)| (section, app.t(name)));
    let bin = (DataSection::Bin, app.t(BinMessage::Tab));
    let link = |(section, name): (DataSection, String)| {
        let current = (section == here).then_some("page");
        view! {
            <a class="sections__link" href=Route::Data(section).href() aria-current=current>{name}</a>
        }
        .into_any()
    };
    view! {
        <nav class="sections" aria-label=app.t(DataMessage::Sections)>
            {all.into_iter().chain([bin]).map(link).collect_view()}
        </nav>
    }
    .into_any()
}

/// How long ago the last backup was made, in words.
fn backup_age(app: App, minutes: Option<i64>) -> String {
    minutes.map_or_else(
        || app.t(DataMessage::Never),
        |minutes| format::capitalised(&app.t(ShellMessage::ago(minutes))),
    )
}
