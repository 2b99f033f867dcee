//! Import, export, backup, storage and log.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// Import, export, backup, storage and log.
#[component]
pub fn DataPage(section: crate::ui::DataSection) -> impl IntoView {
    let app = use_app();
    let _ = section;
    view! { <h1>{app.t(ShellMessage::NavData)}</h1> }
}
