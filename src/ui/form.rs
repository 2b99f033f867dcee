//! A dialog whose questions are data: label, kind, answer; it saves one operation.
//!
//! Answers are text as typed; the workflow behind `save` reads them and names every
//! question it could not take.

use leptos::prelude::*;

use crate::app::view::people;
use crate::app::workflow::entry::EntryError;
use crate::app::{Notice, Operation};
use crate::i18n::shell::ShellMessage;

use super::components::{
    Button, ButtonLook, Checkbox, Choice, Combobox, ConfirmDialog, DateInput, Dialog, DialogShape,
    NumberInput, Select, Suggestion, TextArea, TextInput,
};
use super::{App, Route};

/// An answer as typed; a tick is `x` or nothing.
pub type Answer = RwSignal<String>;

/// A ticked answer.
pub const TICKED: &str = "x";

/// How a question is answered.
#[derive(Clone, Copy)]
pub enum Ask {
    /// One line of words.
    Words,
    /// Several lines.
    Lines,
    /// One line of words, with suggestions: what is stored, what is read.
    Suggested(Signal<Vec<(String, String)>>),
    /// A day.
    Day,
    /// A number.
    Number,
    /// One of these.
    Choice(Signal<Vec<Choice>>),
    /// An official, by name or code.
    Person,
    /// Yes or no.
    Tick,
}

/// One question of a form.
#[derive(Clone)]
pub struct Question {
    field: usize,
    label: String,
    ask: Ask,
    answer: Answer,
    hint: Option<String>,
    required: bool,
    wide: bool,
}

/// No field of the workflow: such a question is always taken as it is.
pub const UNCHECKED: usize = usize::MAX;

impl Question {
    /// A question; `field` is the number of the workflow's field it answers, or [`UNCHECKED`].
    pub fn new(field: usize, ask: Ask, label: String, answer: Answer) -> Self {
        Self {
            field,
            label,
            ask,
            answer,
            hint: None,
            required: false,
            wide: matches!(ask, Ask::Lines),
        }
    }

    /// With words on how to answer.
    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Must be answered.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Takes the whole width.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

/// Why a form was not taken: the field's number and the reason.
pub type Refusals = Vec<(usize, EntryError)>;

/// Drafts the operation from the answers.
pub type Save = Callback<(), Result<Operation, Refusals>>;

/// Numbers the fields of a workflow's refusals.
pub fn numbered<F>(errors: Vec<(F, EntryError)>, number: fn(F) -> usize) -> Refusals {
    let one = |(field, error)| (number(field), error);
    errors.into_iter().map(one).collect()
}

/// More questions than this stand in a wide dialog, side by side.
const LONG: usize = 5;

/// Asks before something goes: `confirm` runs on yes, once the dialog has closed itself.
pub fn removal_dialog(
    app: App,
    title: String,
    text: String,
    verb: String,
    confirm: impl Fn() + Send + Sync + 'static,
    close: Callback<()>,
) -> AnyView {
    let press = move |()| {
        close.run(());
        confirm();
    };
    view! {
        <ConfirmDialog
            open=Signal::derive(|| true)
            title=title
            text=text
            confirm_label=verb
            cancel_label=app.t(ShellMessage::Cancel)
            danger=true
            on_confirm=press
            on_cancel=close
        />
    }
    .into_any()
}

/// Does what was drafted and goes on to `then`, or says why it may not be done.
pub fn act_and_go(app: App, drafted: Result<Operation, EntryError>, then: &Route) {
    match drafted {
        Ok(operation) => {
            app.act(operation);
            app.go(then);
        }
        Err(error) => app.tell(Notice::NotTaken(error)),
    }
}

/// The dialog; it closes itself once its operation is drafted.
pub fn form_dialog(
    app: App,
    title: String,
    note: Option<String>,
    questions: Vec<Question>,
    save: Save,
    close: Callback<()>,
) -> AnyView {
    form_dialog_with(app, title, note, questions, ViewFn::default(), save, close)
}

/// The dialog with something under its questions, such as what saving would change.
pub fn form_dialog_with(
    app: App,
    title: String,
    note: Option<String>,
    questions: Vec<Question>,
    below: ViewFn,
    save: Save,
    close: Callback<()>,
) -> AnyView {
    let errors = RwSignal::new(Vec::<(usize, String)>::new());
    let fields: Vec<usize> = questions.iter().map(|question| question.field).collect();
    let press = move |()| match save.run(()) {
        Ok(operation) => {
            close.run(());
            app.act(operation);
        }
        Err(refusals) => {
            for (_, error) in refusals.iter().filter(|(field, _)| !fields.contains(field)) {
                app.tell(Notice::NotTaken(error.clone()));
            }
            let said = refusals
                .into_iter()
                .map(|(field, error)| (field, app.t(error)));
            errors.set(said.collect());
        }
    };
    let press = Callback::new(press);
    let shape = if questions.len() > LONG {
        DialogShape::Wide
    } else {
        DialogShape::Middle
    };
    let questions = StoredValue::new(questions);
    let below = StoredValue::new(below);
    let shown = move || {
        let all = questions.get_value().into_iter();
        all.map(|question| ask(app, question, errors))
            .collect_view()
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            shape=shape
            title=title
            close_label=app.t(ShellMessage::Close)
            on_close=close
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=close />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=press />
            }
        >
            <div class="form form--columns">
                {note.clone().map(|note| view! { <p class="form__note form__wide">{note}</p> })}
                {shown()}
                <div class="form__wide form__below">{below.with_value(ViewFn::run)}</div>
            </div>
        </Dialog>
    }
    .into_any()
}

fn ask(app: App, question: Question, errors: RwSignal<Vec<(usize, String)>>) -> AnyView {
    let Question {
        field,
        label,
        ask,
        answer,
        hint,
        required,
        wide,
    } = question;
    let error = Signal::derive(move || {
        errors.with(|errors| {
            let found = errors.iter().find(|(other, _)| *other == field);
            found.map(|(_, error)| error.clone())
        })
    });
    let hint = MaybeProp::derive(move || hint.clone());
    let inner = match ask {
        Ask::Words => view! { <TextInput label=label bind=answer hint=hint error=error required=required /> }.into_any(),
        Ask::Lines => view! { <TextArea label=label bind=answer hint=hint error=error required=required /> }.into_any(),
        Ask::Day => view! { <DateInput label=label bind=answer hint=hint error=error required=required /> }.into_any(),
        Ask::Number => view! { <NumberInput label=label bind=answer hint=hint error=error required=required /> }.into_any(),
        Ask::Choice(options) => view! { <Select label=label options=options bind=answer hint=hint error=error required=required /> }.into_any(),
        Ask::Person => view! {
            <Combobox
                label=label text=answer hint=hint error=error required=required
                suggestions=Signal::derive(move || suggest_people(app, &answer.get()))
                on_take=move |value: String| answer.set(value)
            />
        }
        .into_any(),
        Ask::Suggested(words) => view! {
            <Combobox
                label=label text=answer hint=hint error=error required=required
                suggestions=Signal::derive(move || suggest_words(&words.get(), &answer.get()))
                on_take=move |value: String| answer.set(value)
            />
        }
        .into_any(),
        Ask::Tick => view! {
            <Checkbox
                label=label hint=hint
                checked=Signal::derive(move || answer.with(|answer| !answer.is_empty()))
                on_change=move |on: bool| answer.set(if on { TICKED.to_owned() } else { String::new() })
            />
        }
        .into_any(),
    };
    if wide {
        view! { <div class="form__wide">{inner}</div> }.into_any()
    } else {
        inner
    }
}

/// The words that hold what was typed; all of them while it is one of them.
fn suggest_words(words: &[(String, String)], typed: &str) -> Vec<Suggestion> {
    let is_one = words.iter().any(|(value, _)| value == typed);
    let fits = |label: &str| is_one || crate::text::matches(typed, label);
    words
        .iter()
        .filter(|(_, label)| fits(label))
        .map(|(value, label)| Suggestion {
            value: value.clone(),
            label: label.clone(),
            detail: None,
        })
        .collect()
}

/// People found for what was typed, with what tells namesakes apart.
pub fn suggest_people(app: App, typed: &str) -> Vec<Suggestion> {
    let found = app.read(|model| people::suggest(model, typed));
    let one = |person: people::Suggested| Suggestion {
        value: person.entry,
        label: person.name,
        detail: Some(person.detail),
    };
    found.into_iter().map(one).collect()
}
