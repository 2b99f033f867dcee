//! Filter chips: buttons that stay down, each with the number of rows it would leave.

use leptos::prelude::*;

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipView {
    /// Its key, given back on press.
    pub key: String,
    /// Its words.
    pub label: String,
    /// How many rows it leaves, already written for reading.
    pub count: Option<String>,
    /// Whether it is on.
    pub pressed: bool,
}

impl ChipView {
    /// A chip that is off and counts nothing.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            count: None,
            pressed: false,
        }
    }

    /// With a count behind the words.
    #[must_use]
    pub fn count(mut self, count: impl ToString) -> Self {
        self.count = Some(count.to_string());
        self
    }

    /// On or off.
    #[must_use]
    pub const fn pressed(mut self, pressed: bool) -> Self {
        self.pressed = pressed;
        self
    }
}

/// One chip.
#[component]
pub fn Chip(
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows it leaves.
    #[prop(optional, into)]
    count: MaybeProp<String>,
    /// Whether it is on.
    #[prop(into)]
    pressed: Signal<bool>,
    /// Runs on press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            on:click=move |_| on_press.run(())
        >
            {label}
            {move || count.get().map(|count| view! { " "<span class="chip__count">{count}</span> })}
        </button>
    }
    .into_any()
}

/// A row of chips.
#[component]
pub fn FilterChips(
    /// What the row filters.
    #[prop(into)]
    label: Signal<String>,
    /// The chips.
    #[prop(into)]
    chips: Signal<Vec<ChipView>>,
    /// Runs with the key of the pressed chip.
    #[prop(into)]
    on_press: Callback<String>,
    /// More controls at the end of the row, such as selects.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let keys = Memo::new(move |_| {
        chips.with(|chips| {
            chips
                .iter()
                .map(|chip| chip.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let one = move |key: String| {
        let wanted = key.clone();
        let this = Memo::new(move |_| {
            chips.with(|chips| chips.iter().find(|chip| chip.key == wanted).cloned())
        });
        let label = Signal::derive(move || {
            this.with(|chip| {
                chip.as_ref()
                    .map_or_else(String::new, |chip| chip.label.clone())
            })
        });
        let count = MaybeProp::derive(move || {
            this.with(|chip| chip.as_ref().and_then(|chip| chip.count.clone()))
        });
        let pressed = Signal::derive(move || {
            this.with(|chip| chip.as_ref().is_some_and(|chip| chip.pressed))
        });
        view! { <Chip label=label count=count pressed=pressed on_press=move |()| on_press.run(key.clone()) /> }
    };
    view! {
        <div class="chips" role="group" aria-label=label>
            <div class="chips__row">
                <For each=move || keys.get() key=Clone::clone children=one />
            </div>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
