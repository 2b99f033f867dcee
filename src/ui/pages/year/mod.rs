//! Classes of the year, gates and caps.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// Classes of the year, gates and caps.
#[component]
pub fn YearPage(official: Option<crate::domain::OfficialId>) -> impl IntoView {
    let app = use_app();
    let _ = official;
    view! { <h1>{app.t(ShellMessage::NavYear)}</h1> }
}
