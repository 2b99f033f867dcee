//! What must be done now.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// What must be done now.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let app = use_app();
    view! { <h1>{app.t(ShellMessage::NavOverview)}</h1> }
}
