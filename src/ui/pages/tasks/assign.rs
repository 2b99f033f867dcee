//! Assigning a task from the catalogue or by name.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::view::people;
use crate::app::workflow::task::{self, NewTask, TaskField};
use crate::domain::ProductCoefficient;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::{TaskColumnName, TaskMessage};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Checkbox, Combobox, DateInput, Dialog, NumberInput, Suggestion, TextInput,
};
use crate::ui::form::suggest_people;

use super::{TasksState, dialogs};

/// The answers of the form.
#[derive(Clone, Copy)]
struct Form {
    official: RwSignal<String>,
    product: RwSignal<String>,
    name: RwSignal<String>,
    coefficient: RwSignal<String>,
    assigned: RwSignal<String>,
    due: RwSignal<String>,
    unplanned: RwSignal<bool>,
    errors: RwSignal<BTreeMap<TaskField, String>>,
}

impl Form {
    fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            official: text(),
            product: text(),
            name: text(),
            coefficient: text(),
            assigned: RwSignal::new("1".to_owned()),
            due: text(),
            unplanned: RwSignal::new(false),
            errors: RwSignal::new(BTreeMap::new()),
        }
    }

    fn error(self, field: TaskField) -> Signal<Option<String>> {
        Signal::derive(move || self.errors.with(|errors| errors.get(&field).cloned()))
    }

    fn answers(self) -> NewTask {
        NewTask {
            official: self.official.get_untracked(),
            product: self.product.get_untracked(),
            name: self.name.get_untracked(),
            coefficient: self.coefficient.get_untracked(),
            assigned: self.assigned.get_untracked(),
            assigned_on: String::new(),
            due: self.due.get_untracked(),
            unplanned: self.unplanned.get_untracked(),
        }
    }
}

pub(super) fn dialog(app: App, state: TasksState) -> AnyView {
    let form = Form::empty();
    let save = move |()| {
        let drafted = app.peek(|model| {
            task::assign(
                &model.book,
                &form.answers(),
                model.now.today,
                model.month().year(),
            )
        });
        match drafted {
            Ok(operation) => {
                dialogs::close(state);
                app.act(operation);
            }
            Err(errors) => form.errors.set(
                errors
                    .into_iter()
                    .map(|(field, error)| (field, app.t(error)))
                    .collect(),
            ),
        }
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(TaskMessage::Assign)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| dialogs::close(state)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| dialogs::close(state) />
                <Button look=ButtonLook::Primary label=app.t(TaskMessage::Assign) on_press=save />
            }
        >
            {fields(app, form)}
        </Dialog>
    }
    .into_any()
}

fn fields(app: App, form: Form) -> AnyView {
    view! {
        <div class="form form--columns">
            <Combobox
                label=app.t(TaskMessage::FormOfficial)
                text=form.official
                suggestions=Signal::derive(move || suggest_people(app, &form.official.get()))
                on_take=move |value: String| form.official.set(value)
                error=form.error(TaskField::Official)
                required=true
            />
            <Combobox
                label=app.t(TaskMessage::FormProduct)
                text=form.product
                suggestions=Signal::derive(move || suggest_products(app, &form.product.get()))
                on_take=move |value: String| take_product(app, form, &value)
                hint=app.t(TaskMessage::FormProductHint)
                error=form.error(TaskField::Product)
            />
            <TextInput label=app.t(TaskMessage::FormName) bind=form.name hint=app.t(TaskMessage::FormNameHint) error=form.error(TaskField::Name) />
            <NumberInput label=app.t(TaskColumnName::Coefficient) bind=form.coefficient hint=Signal::derive(move || range_hint(app, form)) error=form.error(TaskField::Coefficient) />
            <NumberInput label=app.t(TaskColumnName::Assigned) bind=form.assigned error=form.error(TaskField::Assigned) required=true />
            <DateInput label=app.t(TaskColumnName::Due) bind=form.due error=form.error(TaskField::Due) required=true />
            <Checkbox label=app.t(TaskMessage::FormUnplanned) bind=form.unplanned hint=app.t(TaskMessage::FormUnplannedHint) />
        </div>
    }
    .into_any()
}

fn suggest_products(app: App, typed: &str) -> Vec<Suggestion> {
    let found = app.read(|model| people::suggest_products(model, typed));
    found
        .into_iter()
        .map(|product| Suggestion {
            value: product.entry,
            label: product.name,
            detail: Some(product.detail),
        })
        .collect()
}

/// A fixed coefficient comes with the product; a range is left to be entered within its bounds.
fn take_product(app: App, form: Form, entry: &str) {
    form.product.set(entry.to_owned());
    let fixed = match app.peek(|model| people::listed_coefficient(model, entry)) {
        Some(ProductCoefficient::Fixed(value)) => {
            Some(format::decimal(value, app.locale.get_untracked()))
        }
        _ => None,
    };
    form.coefficient.set(fixed.unwrap_or_default());
}

/// The bounds of a product whose coefficient is fixed on assignment.
fn range_hint(app: App, form: Form) -> Option<String> {
    let typed = form.product.get();
    match app.read(|model| people::listed_coefficient(model, &typed)) {
        Some(ProductCoefficient::Range(from, to)) => {
            let shown = |value| format::decimal(value, app.locale.get_untracked());
            Some(app.t(TaskMessage::CoefficientRange {
                from: shown(from),
                to: shown(to),
            }))
        }
        _ => None,
    }
}
