//! Adding one official by hand.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::workflow::official::{NewOfficial, OfficialField, add};
use crate::domain::{Role, UnitId};
use crate::i18n::people::OfficialsMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Choice, DateInput, Dialog, Select, TextInput};

/// Roles with the keys their choices have.
pub(in crate::ui::pages) const ROLES: [(&str, Role); 4] = [
    ("staff", Role::Staff),
    ("head", Role::Head),
    ("deputy", Role::Deputy),
    ("support", Role::Support),
];

#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    code: RwSignal<String>,
    title: RwSignal<String>,
    role: RwSignal<String>,
    unit: RwSignal<String>,
    new_unit: RwSignal<String>,
    from: RwSignal<String>,
    errors: RwSignal<BTreeMap<OfficialField, String>>,
}

impl Form {
    fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            name: text(),
            code: text(),
            title: text(),
            role: RwSignal::new("staff".to_owned()),
            unit: text(),
            new_unit: text(),
            from: text(),
            errors: RwSignal::new(BTreeMap::new()),
        }
    }

    fn answers(self) -> NewOfficial {
        let chosen = self.role.get_untracked();
        NewOfficial {
            name: self.name.get_untracked(),
            code: self.code.get_untracked(),
            title: self.title.get_untracked(),
            role: ROLES
                .into_iter()
                .find(|(key, _)| *key == chosen)
                .map(|(_, role)| role),
            unit: self.unit.get_untracked().parse().ok().map(UnitId),
            new_unit: self.new_unit.get_untracked(),
            from: self.from.get_untracked(),
        }
    }

    fn error(self, field: OfficialField) -> Signal<Option<String>> {
        Signal::derive(move || self.errors.with(|errors| errors.get(&field).cloned()))
    }
}

pub(super) fn dialog(app: App, open: RwSignal<bool>) -> AnyView {
    (move || open.get().then(|| form(app, open))).into_any()
}

fn form(app: App, open: RwSignal<bool>) -> AnyView {
    let form = Form::empty();
    let save =
        move |()| match app.peek(|model| add(&model.book, &form.answers(), model.month().year())) {
            Ok(operation) => {
                open.set(false);
                app.act(operation);
            }
            Err(errors) => form.errors.set(
                errors
                    .into_iter()
                    .map(|(field, error)| (field, app.t(error)))
                    .collect(),
            ),
        };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(OfficialsMessage::Add)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| open.set(false)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| open.set(false) />
                <Button look=ButtonLook::Primary label=app.t(OfficialsMessage::Add) on_press=save />
            }
        >
            {fields(app, form)}
        </Dialog>
    }
    .into_any()
}

fn fields(app: App, form: Form) -> AnyView {
    let roles: Vec<Choice> = ROLES
        .into_iter()
        .map(|(key, role)| Choice::new(key, app.t(OfficialsMessage::from(role))))
        .collect();
    let units = app.peek(|model| {
        let mut options = vec![Choice::new("", "—")];
        options.extend(
            model
                .book
                .units
                .iter()
                .map(|(id, unit)| Choice::new(id.0.to_string(), unit.name.clone())),
        );
        options
    });
    view! {
        <div class="form form--columns">
            <TextInput label=app.t(OfficialsMessage::Name) bind=form.name error=form.error(OfficialField::Name) required=true autofocus=true />
            <TextInput label=app.t(OfficialsMessage::Code) bind=form.code error=form.error(OfficialField::Code) />
            <TextInput label=app.t(OfficialsMessage::Position) bind=form.title />
            <Select label=app.t(OfficialsMessage::Role) options=roles bind=form.role />
            <Select label=app.t(OfficialsMessage::Unit) options=units bind=form.unit error=form.error(OfficialField::Unit) />
            <TextInput label=app.t(OfficialsMessage::NewUnit) bind=form.new_unit hint=app.t(OfficialsMessage::NewUnitHint) />
            <DateInput label=app.t(OfficialsMessage::From) bind=form.from error=form.error(OfficialField::From) />
        </div>
    }
    .into_any()
}
