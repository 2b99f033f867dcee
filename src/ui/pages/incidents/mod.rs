//! The register of incidents, and one of them; they stand beside complaints and discipline.

mod detail;
mod dialogs;
mod register;

use leptos::prelude::*;

use crate::app::view::incidents::IncidentState;
use crate::domain::IncidentId;
use crate::ui::App;
use crate::ui::components::Tone;

/// The register.
pub fn register(app: App) -> AnyView {
    register::page(app)
}

/// One incident.
pub fn detail(app: App, id: IncidentId) -> AnyView {
    detail::page(app, id)
}

const fn state_tone(state: IncidentState) -> Tone {
    match state {
        IncidentState::Open => Tone::Accent,
        IncidentState::Confirmed => Tone::Poor,
        IncidentState::Dismissed => Tone::Muted,
    }
}
