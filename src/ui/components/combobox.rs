//! A text field with suggestions: type to narrow, arrows to choose, Enter to take.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::field::{Field, described_by};
use super::identity::fresh_id;

/// One suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What is given back.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Quiet words that tell equal labels apart, such as position and unit.
    pub detail: Option<String>,
}

/// A combobox. The caller narrows `suggestions` to what was typed.
#[component]
pub fn Combobox(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in the field.
    #[prop(into)]
    text: RwSignal<String>,
    /// The suggestions for what stands there, best first.
    #[prop(into)]
    suggestions: Signal<Vec<Suggestion>>,
    /// Runs with the value of the suggestion taken.
    #[prop(into)]
    on_take: Callback<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// What stands in the list when nothing fits.
    #[prop(optional, into)]
    empty_text: MaybeProp<String>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let suggestions = Memo::new(move |_| suggestions.get());
    let id = fresh_id("combo");
    let list_id = format!("{id}-list");
    let option_stem = list_id.clone();
    let open = RwSignal::new(false);
    let at = RwSignal::new(0_usize);
    let take = move |suggestion: Suggestion| {
        text.set(suggestion.label);
        open.set(false);
        on_take.run(suggestion.value);
    };
    let keys = move |event: KeyboardEvent| {
        let count = suggestions.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if open.get_untracked() => at.update(|at| *at = step(*at, 1, count)),
            "ArrowDown" => open.set(true),
            "ArrowUp" => at.update(|at| *at = step(*at, count.saturating_sub(1), count)),
            "Enter" if open.get_untracked() => {
                if let Some(suggestion) =
                    suggestions.with_untracked(|all| all.get(at.get_untracked()).cloned())
                {
                    take(suggestion);
                }
            }
            "Escape" if open.get_untracked() => open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // Names only an option that stands.
    let active = move || {
        let at = at.get();
        let stands = open.get() && suggestions.with(|all| at < all.len());
        stands.then(|| format!("{option_stem}-{at}"))
    };
    let rows = {
        let stem = list_id.clone();
        move || {
            let stem = stem.clone();
            suggestions
                .get()
                .into_iter()
                .enumerate()
                .map(|(index, suggestion)| {
                    suggestion_view(format!("{stem}-{index}"), index, at, suggestion, take)
                })
                .collect_view()
        }
    };
    let nothing = move || {
        suggestions
            .with(Vec::is_empty)
            .then(|| empty_text.get())
            .flatten()
    };
    view! {
        <Field id=id.clone() label=label hint=hint error=error required=required>
            <div class="combobox">
                <input
                    id=id.clone() class="input" type="text" role="combobox" autocomplete="off" spellcheck="false"
                    aria-autocomplete="list" aria-controls=list_id.clone() required=required
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-activedescendant=active
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=described_by(&id, hint, error)
                    prop:value=text
                    on:input=move |event| { text.set(event_target_value(&event)); at.set(0); open.set(true); }
                    on:keydown=keys
                    on:blur=move |_| open.set(false)
                />
                <div class="combobox__list" class:combobox__list--open=open role="listbox" id=list_id aria-label=label>
                    {rows}
                    {move || nothing().map(|words| view! { <p class="combobox__empty">{words}</p> })}
                </div>
            </div>
        </Field>
    }
    .into_any()
}

const fn step(at: usize, by: usize, count: usize) -> usize {
    if count == 0 { 0 } else { (at + by) % count }
}

fn suggestion_view(
    id: String,
    index: usize,
    at: RwSignal<usize>,
    suggestion: Suggestion,
    take: impl Fn(Suggestion) + Copy + 'static,
) -> AnyView {
    let Suggestion { label, detail, .. } = suggestion.clone();
    view! {
        <div
            class="combobox__option" role="option" id=id
            aria-selected=move || if at.get() == index { "true" } else { "false" }
            on:mousedown=move |event| { event.prevent_default(); take(suggestion.clone()); }
        >
            <span>{label}</span>
            {detail.map(|detail| view! { <span class="combobox__detail">{detail}</span> })}
        </div>
    }
    .into_any()
}
