//! Notices in the corner; the last action can be taken back from there.

use leptos::prelude::*;

use crate::app::{Event, Notice};
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{NoteKind, ToastRegion, ToastView};
use crate::ui::use_app;

/// The region where notices appear.
#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    let toasts = Signal::derive_local(move || {
        app.notices
            .get()
            .into_iter()
            .map(|(id, notice)| toast(id, &notice))
            .collect::<Vec<_>>()
    });
    let shown = RwSignal::new(Vec::new());
    Effect::new(move |_| shown.set(toasts.get()));
    view! {
        <ToastRegion
            label=app.t(ShellMessage::AppName)
            toasts=shown
            dismiss_label=app.t(ShellMessage::Close)
            on_dismiss=move |id| app.dismiss(id)
            on_action=move |id| {
                app.dismiss(id);
                app.dispatch(Event::UndoAsked);
            }
        />
    }
}

fn toast(id: u64, notice: &Notice) -> ToastView {
    let app = use_app();
    let kind = match notice {
        Notice::Done(_) | Notice::Undone(_) | Notice::Redone(_) | Notice::FileReady(_) => {
            NoteKind::Success
        }
        Notice::NothingToUndo | Notice::NothingToRedo => NoteKind::Info,
        Notice::Refused(_)
        | Notice::NotTaken(_)
        | Notice::FileNotOffered(_)
        | Notice::FileUnreadable
        | Notice::NotFetched
        | Notice::NotWorked(_)
        | Notice::NotMade(_)
        | Notice::NotLocked
        | Notice::Storage(_) => NoteKind::Error,
    };
    ToastView {
        id,
        kind,
        text: app.t(notice.clone()),
        action: None,
    }
}
