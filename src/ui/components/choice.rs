//! Fields answered by choosing: select, checkbox, radio group.

use leptos::prelude::*;

use super::field::{Field, described_by};
use super::identity::fresh_id;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl Choice {
    /// A choice stored as `value`, read as `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// A native select. Give `bind`, or `value` with `on_change`.
#[component]
pub fn Select(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// What is chosen.
    #[prop(optional, into)]
    value: Signal<String>,
    /// Reads and writes this signal instead of `value`.
    #[prop(optional, into)]
    bind: Option<RwSignal<String>>,
    /// Runs with the chosen value.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let options = Memo::new(move |_| options.get());
    let id = fresh_id("field");
    let chosen = Memo::new(move |_| bind.map_or_else(|| value.get(), |signal| signal.get()));
    let choose = move |text: String| {
        if let Some(signal) = bind {
            signal.set(text.clone());
        }
        if let Some(run) = on_change {
            run.run(text);
        }
    };
    view! {
        <Field id=id.clone() label=label hint=hint error=error label_hidden=label_hidden required=required>
            <select
                id=id.clone()
                class="input input--select"
                required=required
                disabled=disabled
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described_by(&id, hint, error)
                on:change=move |event| choose(event_target_value(&event))
            >
                {move || options.get().into_iter().map(|option| option_view(option, chosen)).collect_view()}
            </select>
        </Field>
    }
    .into_any()
}

fn option_view(option: Choice, chosen: Memo<String>) -> AnyView {
    let Choice { value, label } = option;
    let own = value.clone();
    view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{label}</option> }.into_any()
}

/// One yes-or-no question.
#[component]
pub fn Checkbox(
    /// What yes means.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(optional, into)]
    checked: Signal<bool>,
    /// Reads and writes this signal instead of `checked`.
    #[prop(optional, into)]
    bind: Option<RwSignal<bool>>,
    /// Runs with the new state.
    #[prop(optional, into)]
    on_change: Option<Callback<bool>>,
    /// What follows from it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let id = fresh_id("check");
    let hint_id = format!("{id}-hint");
    let shown = move || bind.map_or_else(|| checked.get(), |signal| signal.get());
    let change = move |on: bool| {
        if let Some(signal) = bind {
            signal.set(on);
        }
        if let Some(run) = on_change {
            run.run(on);
        }
    };
    view! {
        <div class="check">
            <input
                id=id.clone()
                class="check__box"
                type="checkbox"
                disabled=disabled
                aria-describedby=described_by(&id, hint, MaybeProp::default())
                prop:checked=shown
                on:change=move |event| change(event_target_checked(&event))
            />
            <label class="check__label" class:visually-hidden=label_hidden for=id>{label}</label>
            {move || hint.get().map(|text| view! { <p class="check__hint" id=hint_id.clone()>{text}</p> })}
        </div>
    }
    .into_any()
}

/// A choice of one among few, all of them in view.
#[component]
pub fn RadioGroup(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Runs with the chosen value.
    #[prop(into)]
    on_change: Callback<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Puts the answers side by side.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let options = Memo::new(move |_| options.get());
    let name = fresh_id("radio");
    let hint_id = format!("{name}-hint");
    let described = described_by(&name, hint, MaybeProp::default());
    view! {
        <fieldset class="choices" class:choices--inline=inline aria-describedby=described>
            <legend class="choices__label">{label}</legend>
            {move || hint.get().map(|text| view! { <p class="field__hint" id=hint_id.clone()>{text}</p> })}
            <div class="choices__list">
                {move || options.get().into_iter().map(|option| radio_view(&name, option, value, on_change)).collect_view()}
            </div>
        </fieldset>
    }
    .into_any()
}

fn radio_view(
    name: &str,
    option: Choice,
    value: Signal<String>,
    on_change: Callback<String>,
) -> AnyView {
    let id = fresh_id("radio");
    let Choice { value: own, label } = option;
    let compared = own.clone();
    let sent = own.clone();
    view! {
        <div class="check">
            <input
                id=id.clone() class="check__box" type="radio" name=name.to_owned() value=own
                prop:checked=move || value.with(|chosen| *chosen == compared)
                on:change=move |_| on_change.run(sent.clone())
            />
            <label class="check__label" for=id>{label}</label>
        </div>
    }
    .into_any()
}
