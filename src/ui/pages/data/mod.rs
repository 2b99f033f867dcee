//! Import, export, backup, storage and log.

mod import;

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::components::PageHead;
use crate::ui::{DataSection, use_app};

use import::ImportPage;

/// Import, export, backup, storage and log.
#[component]
pub fn DataPage(section: DataSection) -> impl IntoView {
    let app = use_app();
    match section {
        DataSection::Import => view! { <ImportPage/> }.into_any(),
        _ => view! { <PageHead title=app.t(ShellMessage::NavData) /> }.into_any(),
    }
}
