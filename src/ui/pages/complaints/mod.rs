//! The registers of complaints and discipline.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// The registers of complaints and discipline.
#[component]
pub fn ComplaintsPage(filter: Option<String>) -> impl IntoView {
    let app = use_app();
    let _ = filter;
    view! { <h1>{app.t(ShellMessage::NavComplaints)}</h1> }
}
