//! Long work: how far it is, a way out, and where one stands in a wizard.

use leptos::prelude::*;

use super::button::Button;
use super::icon::{Glyph, Icon};

/// A bar for work that takes a while.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// Percent done; unknown when absent.
    #[prop(optional, into)]
    percent: MaybeProp<u8>,
    /// Figures behind the label, such as "1 200 / 4 000".
    #[prop(optional, into)]
    detail: MaybeProp<String>,
    /// The word of the cancelling button.
    #[prop(optional, into)]
    cancel_label: MaybeProp<String>,
    /// Runs on cancel; without it there is no button.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let cancel = move || {
        on_cancel.map(|run| view! {
        <Button label=move || cancel_label.get().unwrap_or_default() on_press=move |()| run.run(()) />
    })
    };
    view! {
        <div class="progress" role="status">
            <p class="progress__label">
                {label}
                {move || detail.get().map(|detail| view! { " "<span class="progress__detail">{detail}</span> })}
            </p>
            <progress
                class="progress__bar" max="100" aria-label=label
                value=move || percent.get().map(|percent| percent.to_string())
            ></progress>
            {cancel}
        </div>
    }
    .into_any()
}

/// Where one stands in a sequence of steps.
#[component]
pub fn Stepper(
    /// What the steps lead to.
    #[prop(into)]
    label: Signal<String>,
    /// The names of the steps, in order.
    #[prop(into)]
    steps: Signal<Vec<String>>,
    /// The index of the current step.
    #[prop(into)]
    current: Signal<usize>,
    /// Runs with the index of an earlier step that was pressed; without it the steps are words only.
    #[prop(optional, into)]
    on_back: Option<Callback<usize>>,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let steps = Memo::new(move |_| steps.get());
    let current = Memo::new(move |_| current.get());
    let one = move |(index, name): (usize, String)| {
        let at = current.get();
        let sign = if index < at {
            view! { <Icon glyph=Glyph::Check size=14 /> }.into_any()
        } else {
            (index + 1).into_any()
        };
        let words = match on_back {
            Some(back) if index < at => {
                view! { <button type="button" class="stepper__back" on:click=move |_| back.run(index)>{name}</button> }.into_any()
            }
            _ => view! { <span>{name}</span> }.into_any(),
        };
        view! {
            <li class="stepper__step" class:stepper__step--done=index < at aria-current=(index == at).then_some("step")>
                <span class="stepper__sign" aria-hidden="true">{sign}</span>
                {words}
            </li>
        }
    };
    view! {
        <ol class="stepper" aria-label=label>
            {move || steps.get().into_iter().enumerate().map(one).collect_view()}
        </ol>
    }
    .into_any()
}
