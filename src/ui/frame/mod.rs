//! The frame around every screen: top bar, rail, banners, notices, keys.

mod banners;
mod idle;
mod keys;
mod notices;
mod period;
mod problem;
mod rail;
mod search;
mod top;
mod unlock;

use std::time::Duration;

use leptos::prelude::*;

use crate::app::view::frame::frame;
use crate::app::{Model, Saving};
use crate::i18n::shell::ShellMessage;
use crate::ui::layout::Shell;
use crate::ui::{App, use_app};

pub use notices::Notices;
pub use problem::Problem;
pub use unlock::Unlock;

/// The frame; the page comes in as children.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let app = use_app();
    let view = app.view(frame);
    keys::listen(app);
    tick(app);
    idle::watch(app);
    ask_before_leaving(app);
    view! {
        <Shell
            skip_label=app.t(ShellMessage::SkipToContent)
            rail_label=app.t(ShellMessage::NavMain)
            rail=rail::items(app)
            top=move || top::bar(view)
            banners=move || banners::banners(view)
        >
            {children()}
        </Shell>
        {search::palette(app)}
        <Notices/>
    }
}

/// Asks before the page is closed while something is not saved.
fn ask_before_leaving(app: App) {
    let handle = window_event_listener(leptos::ev::beforeunload, move |event| {
        let unsaved = |model: &Model| model.saving != Saving::Saved;
        if app.peek(unsaved) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(10);

/// Lets time pass while the frame stands.
fn tick(app: App) {
    // Without timers nothing is due before the next action.
    if let Ok(handle) = set_interval_with_handle(move || app.tick(), EVERY) {
        on_cleanup(move || handle.clear());
    }
}
