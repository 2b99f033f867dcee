//! One official: positions, months, tasks, complaints.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// One official: positions, months, tasks, complaints.
#[component]
pub fn OfficialPage(official: crate::domain::OfficialId) -> impl IntoView {
    let app = use_app();
    let _ = official;
    view! { <h1>{app.t(ShellMessage::NavOfficials)}</h1> }
}
