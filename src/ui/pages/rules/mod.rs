//! Catalogue, readings, calendar and criteria.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// Catalogue, readings, calendar and criteria.
#[component]
pub fn RulesPage(section: Option<String>) -> impl IntoView {
    let app = use_app();
    let _ = section;
    view! { <h1>{app.t(ShellMessage::NavRules)}</h1> }
}
