//! Recording a decision on a year's class; an earlier one is replaced, never changed.

use leptos::prelude::*;

use crate::app::view::year::{row, sheet, year};
use crate::app::workflow::decide::{DecideField, NewDecision, decide};
use crate::app::workflow::entry::EntryError;
use crate::domain::{Class, Classification, OfficialId};
use crate::i18n::Say as _;
use crate::i18n::reason::ClassName;
use crate::i18n::shell::ShellMessage;
use crate::i18n::year::YearSheetMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, DateInput, Dialog, Note, Select, TextArea, TextInput,
};

use super::Open;
use super::list::{class_choices, class_key, class_of};

pub(super) fn dialog(
    app: App,
    open: RwSignal<Open>,
    official: OfficialId,
    chosen: Option<Class>,
) -> AnyView {
    let close = move || open.set(Open::None);
    let shown = app.peek(|model| row(model, official));
    let (name, computed) = shown.map_or((String::new(), Classification::None), |row| {
        (row.name, row.computed)
    });
    let replaces = app.peek(|model| sheet(model, official).is_some_and(|s| s.in_force.is_some()));
    let class = RwSignal::new(chosen.map(class_key).unwrap_or_default().to_owned());
    let [reason, number, on, proposal] = [(); 4].map(|()| RwSignal::new(String::new()));
    let errors = RwSignal::new(Vec::<(DecideField, EntryError)>::new());
    let error = move |wanted: DecideField| {
        Signal::derive(move || {
            let found = errors.get();
            let mut found = found.into_iter().filter(|(field, _)| *field == wanted);
            found.next().map(|(_, error)| app.t(error))
        })
    };
    let save = move |()| {
        let new = NewDecision {
            class: class_of(&class.get_untracked()),
            reason: reason.get_untracked(),
            number: number.get_untracked(),
            on: on.get_untracked(),
            proposal: proposal.get_untracked(),
        };
        match app.peek(|model| decide(model, official, year(model), &new)) {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(found) => errors.set(found),
        }
    };
    let locale = app.locale.get();
    let options = class_choices(app.t(YearSheetMessage::Choose), locale);
    let computed = app.t(YearSheetMessage::DecideComputed {
        class: ClassName::from(computed).say(locale),
    });
    let replaced = app.t(YearSheetMessage::DecideReplaces);
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(YearSheetMessage::DecideTitle { name })
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close()
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close() />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=save />
            }
        >
            <div class="form">
                <p>{computed.clone()}</p>
                {replaces.then(|| view! { <Note title=replaced.clone() /> })}
                <Select label=app.t(YearSheetMessage::Class) options=options.clone() bind=class error=error(DecideField::Class) required=true />
                <TextInput label=app.t(YearSheetMessage::Reason) bind=reason error=error(DecideField::Reason) />
                <div class="form form--columns">
                    <TextInput label=app.t(YearSheetMessage::Number) bind=number />
                    <DateInput label=app.t(YearSheetMessage::On) bind=on error=error(DecideField::On) />
                </div>
                <TextArea label=app.t(YearSheetMessage::Proposal) bind=proposal rows=2 />
            </div>
        </Dialog>
    }
    .into_any()
}
