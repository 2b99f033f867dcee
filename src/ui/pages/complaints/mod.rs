//! The registers of complaints, incidents and discipline, one complaint and one incident.

mod complainant;
mod conclusion;
mod decision;
mod detail;
pub(super) mod dialogs;
mod discipline;
mod discipline_grid;
pub(super) mod effect;
pub(super) mod filters;
mod link;
mod register;

use leptos::prelude::*;

use crate::app::view::Wording;
use crate::app::view::complaints::{ClockState, mark};
use crate::domain::{ComplaintId, ComplaintState, IncidentId};
use crate::i18n::Locale;
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::incident::IncidentMessage;
use crate::i18n::reason::wording;
use crate::ui::components::{Choice, Tone};
use crate::ui::routes::INCIDENTS;
use crate::ui::{App, Route, use_app};

use super::incidents;

/// The word of the address for the register of discipline.
const DISCIPLINE: &str = "ky-luat";

/// One of the registers, one complaint, or one incident.
#[component]
pub fn ComplaintsPage(filter: Option<String>) -> impl IntoView {
    let app = use_app();
    let word = filter.unwrap_or_default();
    if let Some(rest) = word.strip_prefix(INCIDENTS) {
        return match rest.trim_start_matches('/').parse() {
            Ok(id) => incidents::detail(app, IncidentId(id)),
            Err(_) => incidents::register(app),
        };
    }
    match word.parse() {
        Ok(id) => detail::page(app, ComplaintId(id)),
        Err(_) if word == DISCIPLINE => discipline::page(app),
        Err(_) => register::page(app, &word),
    }
}

/// A register of this screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    Complaints,
    Incidents,
    Discipline,
}

/// The address of a register.
pub(super) fn register_href(register: Register) -> String {
    let route = match register {
        Register::Complaints => Route::Complaints(None),
        Register::Incidents => Route::incidents(None),
        Register::Discipline => Route::Complaints(Some(DISCIPLINE.to_owned())),
    };
    route.href()
}

/// The way between the registers of this screen.
pub(super) fn registers(app: App, current: Register) -> AnyView {
    let all = [
        (Register::Complaints, app.t(ComplaintMessage::Tab)),
        (Register::Incidents, app.t(IncidentMessage::Tab)),
        (Register::Discipline, app.t(ComplaintMessage::TabDiscipline)),
    ];
    let links = all.into_iter().map(|(register, label)| {
        let here = (register == current).then_some("page");
        view! { <a class="tabs__tab" href=register_href(register) aria-current=here>{label}</a> }
    });
    let links = links.collect_view();
    view! { <nav class="tabs__list no-print" aria-label=app.t(ComplaintMessage::Tabs)>{links}</nav> }
        .into_any()
}

const fn state_tone(state: ComplaintState) -> Tone {
    match state {
        ComplaintState::Received => Tone::Accent,
        ComplaintState::Accepted | ComplaintState::Verifying | ComplaintState::Extended => {
            Tone::Fair
        }
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

/// A criterion as said on screen: with its mark, where it has one.
pub(super) fn criterion_text(app: App, key: &str, name: &Wording) -> String {
    criterion_words(key, name, app.locale.get_untracked())
}

pub(in crate::ui::pages) fn criterion_words(key: &str, name: &Wording, locale: Locale) -> String {
    let name = wording(name, locale);
    match mark(key) {
        "" => name.to_owned(),
        mark => format!("{mark} {name}"),
    }
}

/// The criteria to choose from, after one that chooses nothing.
pub(super) fn criterion_choices(
    app: App,
    nothing: String,
    all: Vec<(String, Wording)>,
) -> Vec<Choice> {
    let mut made = vec![Choice::new("", nothing)];
    made.extend(all.into_iter().map(|(key, name)| {
        let label = criterion_text(app, &key, &name);
        Choice::new(key, label)
    }));
    made
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
