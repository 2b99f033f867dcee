//! The register of tasks.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// The register of tasks.
#[component]
pub fn TasksPage(filter: Option<String>) -> impl IntoView {
    let app = use_app();
    let _ = filter;
    view! { <h1>{app.t(ShellMessage::NavTasks)}</h1> }
}
