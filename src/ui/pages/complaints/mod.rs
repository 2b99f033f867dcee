//! The registers of complaints and discipline, and one complaint.

mod conclusion;
mod decision;
mod detail;
mod dialogs;
mod discipline;
mod effect;
mod register;

use leptos::prelude::*;

use crate::app::view::Wording;
use crate::app::view::complaints::ClockState;
use crate::domain::{ComplaintId, ComplaintState};
use crate::i18n::reason::wording;
use crate::ui::components::{Choice, Tone};
use crate::ui::{App, use_app};

/// The word of the address for the register of discipline.
const DISCIPLINE: &str = "ky-luat";

/// The register of complaints, the register of discipline, or one complaint.
#[component]
pub fn ComplaintsPage(filter: Option<String>) -> impl IntoView {
    let app = use_app();
    let word = filter.unwrap_or_default();
    match word.parse() {
        Ok(id) => detail::page(app, ComplaintId(id)),
        Err(_) if word == DISCIPLINE => discipline::page(app),
        Err(_) => register::page(app, &word),
    }
}

const fn state_tone(state: ComplaintState) -> Tone {
    match state {
        ComplaintState::Received => Tone::Accent,
        ComplaintState::Accepted | ComplaintState::Verifying => Tone::Fair,
        ComplaintState::Concluded(conclusion) if conclusion.may_count() => Tone::Poor,
        _ => Tone::Muted,
    }
}

const fn clock_tone(clock: ClockState) -> Tone {
    match clock {
        ClockState::Overdue(_) => Tone::Poor,
        ClockState::Soon(_) | ClockState::Late(_) => Tone::Fair,
        ClockState::Met => Tone::Excellent,
        ClockState::Running(_) => Tone::Neutral,
        ClockState::NotStarted | ClockState::None => Tone::Muted,
    }
}

/// Choices from keys with their words, after one that chooses nothing.
fn choices(app: App, nothing: String, all: Vec<(String, Wording)>) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let mut made = vec![Choice::new("", nothing)];
    made.extend(
        all.into_iter()
            .map(|(key, name)| Choice::new(key, wording(&name, locale))),
    );
    made
}
