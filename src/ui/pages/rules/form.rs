//! The fields of a dialog kept by place, so that a form is a list.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Dialog, DialogShape, InputKind, TextInput};

/// Text fields with their errors, by place.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    texts: StoredValue<Vec<RwSignal<String>>>,
    errors: RwSignal<BTreeMap<usize, String>>,
}

/// One field as it is shown.
#[derive(Default)]
pub(super) struct Shown {
    /// What is asked for.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What it is for.
    pub kind: InputKind,
    /// Must be answered.
    pub required: bool,
    /// Takes the whole width.
    pub wide: bool,
    /// Runs when the field is left with a changed value.
    pub on_commit: Option<Callback<String>>,
}

impl Shown {
    /// A field for words.
    pub(super) fn text(label: String) -> Self {
        Self {
            label,
            ..Self::default()
        }
    }
}

impl Fields {
    pub(super) fn new(texts: Vec<String>) -> Self {
        let signals = texts.into_iter().map(RwSignal::new).collect();
        Self {
            texts: StoredValue::new(signals),
            errors: RwSignal::new(BTreeMap::new()),
        }
    }

    /// What stands in a field.
    pub(super) fn text(self, at: usize) -> String {
        self.texts.with_value(|texts| texts[at].get_untracked())
    }

    /// Shows errors in place of the former ones.
    pub(super) fn refuse(self, errors: impl IntoIterator<Item = (usize, String)>) {
        self.errors.set(errors.into_iter().collect());
    }

    /// The field itself.
    pub(super) fn input(self, at: usize, shown: Shown) -> AnyView {
        let bind = self.texts.with_value(|texts| texts[at]);
        let error = Signal::derive(move || self.errors.with(|errors| errors.get(&at).cloned()));
        let committed = move |text: String| {
            if let Some(run) = shown.on_commit {
                run.run(text);
            }
        };
        view! {
            <div class:form__wide=shown.wide>
                <TextInput
                    label=shown.label hint=shown.hint kind=shown.kind bind=bind error=error
                    required=shown.required on_commit=committed
                />
            </div>
        }
        .into_any()
    }
}

/// A dialog that saves or is given up.
pub(super) struct FormDialog {
    pub title: String,
    pub shape: DialogShape,
    pub save: String,
    pub ready: Signal<bool>,
    pub on_save: Callback<()>,
    pub on_close: Callback<()>,
    /// More buttons at the beginning of the row.
    pub more: ViewFn,
    pub content: ViewFn,
}

impl FormDialog {
    pub(super) fn show(self, app: App) -> AnyView {
        let Self {
            on_save,
            on_close,
            more,
            content,
            save,
            ready,
            ..
        } = self;
        let actions = move || {
            view! {
                {more.run()}
                <Button label=app.t(ShellMessage::Cancel) on_press=on_close />
                <Button look=ButtonLook::Primary label=save.clone() disabled=Signal::derive(move || !ready.get()) on_press=on_save />
            }
        };
        view! {
            <Dialog
                open=Signal::derive(|| true)
                title=self.title
                shape=self.shape
                close_label=app.t(ShellMessage::Close)
                on_close=on_close
                actions=actions
            >
                {content.run()}
            </Dialog>
        }
        .into_any()
    }
}
