//! Short messages about what just happened, read out once and gone after a while, unless somebody is reading them.

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
        let stays = kind == NoteKind::Error || action.is_some();
        let leaving = Leaving::new(move || {
            on_dismiss.try_run(id);
        });
        if !stays {
            leaving.begin();
        }
        let action = action.map(|words| view! {
            <Button label=words look=ButtonLook::Quiet on_press=move |()| if let Some(run) = on_action { run.run(id) } />
        });
        view! {
            <div
                class=format!("toast toast--{}", kind.name())
                on:mouseenter=move |_| leaving.hold(Held::Pointer, true)
                on:mouseleave=move |_| leaving.hold(Held::Pointer, false)
                on:focusin=move |_| leaving.hold(Held::Focus, true)
                on:focusout=move |_| leaving.hold(Held::Focus, false)
            >
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
    let of = move |failed: bool| {
        move || {
            let mut toasts = toasts.get();
            toasts.retain(|toast| (toast.kind == NoteKind::Error) == failed);
            toasts
        }
    };
    view! {
        <section class="toasts" role="region" aria-label=label>
            <div class="toasts__kind" aria-live="assertive"><For each=of(true) key=|toast| toast.id children=one /></div>
            <div class="toasts__kind" aria-live="polite"><For each=of(false) key=|toast| toast.id children=one /></div>
        </section>
    }
    .into_any()
}

/// Why a message that would leave stays.
#[derive(Clone, Copy)]
enum Held {
    Pointer,
    Focus,
}

/// When a message leaves: after its time, which begins anew when nobody reads it any more.
#[derive(Clone, Copy)]
struct Leaving {
    timer: StoredValue<Option<TimeoutHandle>>,
    held: StoredValue<[bool; 2]>,
    leave: Callback<()>,
    leaves: StoredValue<bool>,
}

impl Leaving {
    fn new(leave: impl Fn() + Send + Sync + 'static) -> Self {
        let leaving = Self {
            timer: StoredValue::new(None),
            held: StoredValue::new([false; 2]),
            leave: Callback::new(move |()| leave()),
            leaves: StoredValue::new(false),
        };
        on_cleanup(move || leaving.stop());
        leaving
    }

    /// Starts the time of a message that leaves by itself.
    fn begin(self) {
        self.leaves.set_value(true);
        self.start();
    }

    fn start(self) {
        self.stop();
        let leave = self.leave;
        let timer = set_timeout_with_handle(
            move || {
                leave.try_run(());
            },
            STAY,
        );
        // Without a timer the message stays until it is dismissed.
        self.timer.set_value(timer.ok());
    }

    fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn hold(self, why: Held, holds: bool) {
        self.held.update_value(|held| held[why as usize] = holds);
        if self.held.get_value().contains(&true) {
            self.stop();
        } else if self.leaves.get_value() {
            self.start();
        }
    }
}
