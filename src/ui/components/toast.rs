//! Short messages about what just happened, read out once and gone after a while.

use std::time::Duration;

use leptos::prelude::*;

use super::button::{Button, ButtonLook};
use super::icon::{Glyph, Icon};
use super::note::NoteKind;

/// How long a message without a button stays.
const STAY: Duration = Duration::from_secs(7);

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToastView {
    /// Tells messages apart.
    pub id: u64,
    /// How serious it is; errors stay until dismissed.
    pub kind: NoteKind,
    /// What happened.
    pub text: String,
    /// The words of a button, such as "Hoàn tác"; with one it stays until dismissed.
    pub action: Option<String>,
}

/// The corner where messages appear. Mount it once, outside the pages.
#[component]
pub fn ToastRegion(
    /// The name of the region.
    #[prop(into)]
    label: Signal<String>,
    /// The messages, oldest first.
    #[prop(into)]
    toasts: Signal<Vec<ToastView>>,
    /// The name of the dismissing button.
    #[prop(into)]
    dismiss_label: Signal<String>,
    /// Runs with the id of a message that has had its time or was dismissed.
    #[prop(into)]
    on_dismiss: Callback<u64>,
    /// Runs with the id of a message whose button was pressed.
    #[prop(optional, into)]
    on_action: Option<Callback<u64>>,
) -> impl IntoView {
    let one = move |toast: ToastView| {
        let ToastView {
            id,
            kind,
            text,
            action,
        } = toast;
        if kind != NoteKind::Error && action.is_none() {
            set_timeout(
                move || {
                    on_dismiss.try_run(id);
                },
                STAY,
            );
        }
        let action = action.map(|words| view! {
            <Button label=words look=ButtonLook::Quiet on_press=move |()| if let Some(run) = on_action { run.run(id) } />
        });
        view! {
            <div class=format!("toast toast--{}", kind.name())>
                <span class="toast__icon"><Icon glyph=kind.glyph() /></span>
                <p class="toast__text">{text}</p>
                {action}
                <Button
                    label=dismiss_label icon=Glyph::Cross icon_only=true look=ButtonLook::Quiet
                    on_press=move |()| on_dismiss.run(id)
                />
            </div>
        }
    };
    view! {
        <section class="toasts" role="region" aria-label=label aria-live="polite">
            <For each=move || toasts.get() key=|toast| toast.id children=one />
        </section>
    }
    .into_any()
}
