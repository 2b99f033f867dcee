//! Help, made from the rules.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// Help, made from the rules.
#[component]
pub fn HelpPage() -> impl IntoView {
    let app = use_app();
    view! { <h1>{app.t(ShellMessage::NavHelp)}</h1> }
}
