//! Scores of a month or quarter with their reasons.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// Scores of a month or quarter with their reasons.
#[component]
pub fn ScoringPage(official: Option<crate::domain::OfficialId>) -> impl IntoView {
    let app = use_app();
    let _ = official;
    view! { <h1>{app.t(ShellMessage::NavScoring)}</h1> }
}
