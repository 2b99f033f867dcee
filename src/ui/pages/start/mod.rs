//! The first start: four doors.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// The first start: four doors.
#[component]
pub fn StartPage() -> impl IntoView {
    let app = use_app();
    view! { <h1>{app.t(ShellMessage::AppName)}</h1> }
}
