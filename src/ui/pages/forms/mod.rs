//! Statutory forms and other exports.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// Statutory forms and other exports.
#[component]
pub fn FormsPage() -> impl IntoView {
    let app = use_app();
    view! { <h1>{app.t(ShellMessage::NavForms)}</h1> }
}
