//! All officials, by office order.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::use_app;

/// All officials, by office order.
#[component]
pub fn OfficialsPage() -> impl IntoView {
    let app = use_app();
    view! { <h1>{app.t(ShellMessage::NavOfficials)}</h1> }
}
