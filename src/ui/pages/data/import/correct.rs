//! Correcting one cell for this import.

use leptos::prelude::*;

use crate::app::import::Field;
use crate::app::import::RowAt;
use crate::i18n::import::{FieldName, ImportMessage};
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Button, ButtonLook, Dialog, TextInput};

use super::session::Session;

/// The cell being corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Correction {
    pub at: RowAt,
    pub field: Field,
    pub value: String,
}

pub(super) fn dialog(session: Session, correcting: RwSignal<Option<Correction>>) -> AnyView {
    (move || {
        correcting
            .get()
            .map(|correction| form(session, correcting, correction))
    })
    .into_any()
}

fn form(
    session: Session,
    correcting: RwSignal<Option<Correction>>,
    correction: Correction,
) -> AnyView {
    let app = session.app;
    let value = RwSignal::new(correction.value.clone());
    let error = RwSignal::new(None::<String>);
    let (at, field) = (correction.at, correction.field);
    let title = ImportMessage::CorrectTitle {
        field: app.t(FieldName::from(field)),
        row: at.row.to_string(),
    };
    let save = move |()| match session.correct(at.table, at.row, field, &value.get_untracked()) {
        Ok(()) => correcting.set(None),
        Err(why) => error.set(Some(why)),
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(title)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| correcting.set(None)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| correcting.set(None) />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=save />
            }
        >
            <div class="form">
                <TextInput
                    label=app.t(ImportMessage::CorrectValue)
                    bind=value
                    hint=app.t(ImportMessage::CorrectHint)
                    error=Signal::derive(move || error.get())
                    autofocus=true
                />
            </div>
        </Dialog>
    }
    .into_any()
}
