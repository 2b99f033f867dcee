//! Text fields with label, hint and error; the error is bound to the input, not only near it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::identity::fresh_id;

/// What a text field is for; decides keyboard, alignment and width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any words.
    #[default]
    Text,
    /// A number as a person writes it, with decimal comma; kept as text.
    Number,
    /// A date as dd/mm/yyyy; kept as text.
    Date,
    /// A search.
    Search,
    /// A secret.
    Password,
}

impl InputKind {
    const fn type_name(self) -> &'static str {
        match self {
            Self::Text | Self::Number | Self::Date => "text",
            Self::Search => "search",
            Self::Password => "password",
        }
    }

    const fn input_mode(self) -> &'static str {
        match self {
            Self::Number => "decimal",
            Self::Date => "numeric",
            Self::Search => "search",
            Self::Text | Self::Password => "text",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Number => "input input--number",
            Self::Date => "input input--date",
            Self::Search => "input input--search",
            Self::Text | Self::Password => "input",
        }
    }
}

/// The frame around one control: label above, hint and error below.
///
/// `id` is the control's id; the control must carry [`described_by`] of the same id.
#[component]
pub fn Field(
    /// The id of the control inside.
    #[prop(into)]
    id: String,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with the answer and what to do.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    label_hidden: bool,
    /// Marks the answer as needed.
    #[prop(optional)]
    required: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    view! {
        <div class="field" class:field--error=move || error.with(Option::is_some)>
            <label class="field__label" class:visually-hidden=label_hidden for=id>
                {label}
                {required.then(|| view! { <span class="field__required" aria-hidden="true">"*"</span> })}
            </label>
            {children()}
            {move || hint.get().map(|text| view! { <p class="field__hint" id=hint_id.clone()>{text}</p> })}
            {move || error.get().map(|text| view! {
                <p class="field__error" id=error_id.clone() role="alert">
                    <Icon glyph=Glyph::ErrorMark size=16 />
                    <span>{text}</span>
                </p>
            })}
        </div>
    }
    .into_any()
}

/// The ids of the hint and error that describe control `id`, for `aria-describedby`; none when there is neither.
pub fn described_by(
    id: &str,
    hint: MaybeProp<String>,
    error: MaybeProp<String>,
) -> impl Fn() -> Option<String> + Clone + Send + use<> {
    let id = id.to_owned();
    move || {
        let mut ids = Vec::new();
        if error.with(Option::is_some) {
            ids.push(format!("{id}-error"));
        }
        if hint.with(Option::is_some) {
            ids.push(format!("{id}-hint"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// A one-line text field. Give `bind`, or `value` with `on_input` or `on_commit`.
#[component]
pub fn TextInput(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(optional, into)]
    value: Signal<String>,
    /// Reads and writes this signal instead of `value`.
    #[prop(optional, into)]
    bind: Option<RwSignal<String>>,
    /// Runs on every key.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Runs when the field is left or Enter is pressed with a changed value.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// What it is for.
    #[prop(optional)]
    kind: InputKind,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// An example inside the empty field.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    label_hidden: bool,
    /// Takes the focus when a dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = fresh_id("field");
    let shown = move || bind.map_or_else(|| value.get(), |signal| signal.get());
    let typed = move |text: String| {
        if let Some(signal) = bind {
            signal.set(text.clone());
        }
        if let Some(run) = on_input {
            run.run(text);
        }
    };
    view! {
        <Field id=id.clone() label=label hint=hint error=error label_hidden=label_hidden required=required>
            <input
                id=id.clone()
                class=kind.class()
                type=kind.type_name()
                inputmode=kind.input_mode()
                autocomplete="off"
                spellcheck="false"
                autofocus=autofocus
                required=required
                disabled=disabled
                placeholder=move || placeholder.get()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described_by(&id, hint, error)
                prop:value=shown
                on:input=move |event| typed(event_target_value(&event))
                on:change=move |event| if let Some(run) = on_commit { run.run(event_target_value(&event)) }
            />
        </Field>
    }
    .into_any()
}

/// A number written as text with decimal comma; reading it is the caller's work.
#[component]
pub fn NumberInput(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(optional, into)]
    value: Signal<String>,
    /// Reads and writes this signal instead of `value`.
    #[prop(optional, into)]
    bind: Option<RwSignal<String>>,
    /// Runs on every key.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Runs when the field is left with a changed value.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
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
    forward_input(
        InputKind::Number,
        label,
        value,
        bind,
        on_input,
        on_commit,
        hint,
        error,
        MaybeProp::default(),
        required,
        disabled,
        label_hidden,
    )
}

/// A date written as dd/mm/yyyy; reading it is the caller's work.
#[component]
pub fn DateInput(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(optional, into)]
    value: Signal<String>,
    /// Reads and writes this signal instead of `value`.
    #[prop(optional, into)]
    bind: Option<RwSignal<String>>,
    /// Runs on every key.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Runs when the field is left with a changed value.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// The pattern shown in the empty field, such as `dd/mm/yyyy`.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
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
    forward_input(
        InputKind::Date,
        label,
        value,
        bind,
        on_input,
        on_commit,
        hint,
        error,
        placeholder,
        required,
        disabled,
        label_hidden,
    )
}

#[allow(
    clippy::too_many_arguments,
    reason = "forwards the properties of a component one to one"
)]
fn forward_input(
    kind: InputKind,
    label: Signal<String>,
    value: Signal<String>,
    bind: Option<RwSignal<String>>,
    on_input: Option<Callback<String>>,
    on_commit: Option<Callback<String>>,
    hint: MaybeProp<String>,
    error: MaybeProp<String>,
    placeholder: MaybeProp<String>,
    required: bool,
    disabled: Signal<bool>,
    label_hidden: bool,
) -> AnyView {
    let typed = Callback::new(move |text: String| {
        if let Some(signal) = bind {
            signal.set(text.clone());
        }
        if let Some(run) = on_input {
            run.run(text);
        }
    });
    let committed = Callback::new(move |text: String| {
        if let Some(run) = on_commit {
            run.run(text);
        }
    });
    let shown = Signal::derive(move || bind.map_or_else(|| value.get(), |signal| signal.get()));
    view! {
        <TextInput
            kind=kind label=label value=shown on_input=typed on_commit=committed hint=hint error=error
            placeholder=placeholder required=required disabled=disabled label_hidden=label_hidden
        />
    }
    .into_any()
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Reads and writes this signal.
    #[prop(into)]
    bind: RwSignal<String>,
    /// Lines shown at first.
    #[prop(default = 3)]
    rows: u32,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// The label is for screen readers only.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let id = fresh_id("field");
    view! {
        <Field id=id.clone() label=label hint=hint error=error label_hidden=label_hidden required=required>
            <textarea
                id=id.clone()
                class="input input--area"
                rows=rows.to_string()
                required=required
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described_by(&id, hint, error)
                prop:value=bind
                on:input=move |event| bind.set(event_target_value(&event))
            ></textarea>
        </Field>
    }
    .into_any()
}
