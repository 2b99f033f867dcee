//! Filters that several screens offer above their list: by unit, by words.

use leptos::prelude::*;

use crate::app::Model;
use crate::domain::UnitId;

use super::components::{Choice, InputKind, Select, TextInput};

/// The units of the book as choices, after one with the words `nothing` that chooses none.
pub fn unit_choices(model: &Model, nothing: String) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", nothing)];
    let units = model.book.units.iter();
    choices.extend(units.map(|(id, unit)| Choice::new(unit_value(Some(id)), unit.name.clone())));
    choices
}

/// A unit as a choice holds it.
pub fn unit_value(unit: Option<UnitId>) -> String {
    unit.map_or_else(String::new, |unit| unit.0.to_string())
}

/// The unit a choice holds; nothing for the one that chooses none.
pub fn unit_of(value: &str) -> Option<UnitId> {
    value.parse().ok().map(UnitId)
}

/// Chooses one unit or all.
#[component]
pub fn UnitFilter(
    /// What is chosen, for those who hear the screen.
    #[prop(into)]
    label: Signal<String>,
    /// The words of the choice that keeps every unit.
    #[prop(into)]
    all: Signal<String>,
    /// The unit chosen.
    #[prop(into)]
    unit: Signal<Option<UnitId>>,
    /// Runs with the unit chosen.
    #[prop(into)]
    on_choose: Callback<Option<UnitId>>,
) -> impl IntoView {
    let app = super::use_app();
    view! {
        <Select
            label=label
            label_hidden=true
            options=Signal::derive(move || app.read(|model| unit_choices(model, all.get())))
            value=Signal::derive(move || unit_value(unit.get()))
            on_change=move |value: String| on_choose.run(unit_of(&value))
        />
    }
}

/// Keeps what holds the words typed.
#[component]
pub fn WordFilter(
    /// What is searched, for those who hear the screen.
    #[prop(into)]
    label: Signal<String>,
    /// What can be typed, shown in the empty field.
    #[prop(into)]
    hint: Signal<String>,
    /// The words typed.
    #[prop(into)]
    words: Signal<String>,
    /// Runs on every key.
    #[prop(into)]
    on_type: Callback<String>,
) -> impl IntoView {
    view! {
        <TextInput
            label=label
            label_hidden=true
            kind=InputKind::Search
            placeholder=Signal::derive(move || hint.get())
            value=words
            on_input=on_type
        />
    }
}
