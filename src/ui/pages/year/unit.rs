//! A unit's own class and score, and whether the cap is raised.

use leptos::prelude::*;

use crate::app::law;
use crate::app::view::year::{units, year};
use crate::app::workflow::decide::{NewUnitYear, UnitField, record_unit};
use crate::app::workflow::entry::EntryError;
use crate::domain::UnitId;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::year::YearSheetMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Checkbox, DateInput, Dialog, NumberInput, Select, TextInput,
};

use super::Open;
use super::list::{class_choices, class_key, class_of};

pub(super) fn dialog(app: App, open: RwSignal<Open>, unit: UnitId) -> AnyView {
    let close = move || open.set(Open::None);
    let rows = app.peek(units);
    let Some(row) = rows.into_iter().find(|row| row.unit == unit) else {
        return ().into_any();
    };
    let locale = app.locale.get();
    let record = row.record;
    let root = row.root;
    let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let class = text(record.class.map(|class| class_key(class).to_owned()));
    let score = text(record.score.map(|score| format::decimal(score, locale)));
    let document = text(record.document);
    let decided_on = text(record.decided_on.map(format::day));
    let raised = RwSignal::new(record.raised_cap);
    let raised_document = text(record.raised_cap_document);
    let errors = RwSignal::new(Vec::<(UnitField, EntryError)>::new());
    let error = move |wanted: UnitField| {
        Signal::derive(move || {
            let found = errors.get();
            let mut found = found.into_iter().filter(|(field, _)| *field == wanted);
            found.next().map(|(_, error)| app.t(error))
        })
    };
    let save = move |()| {
        let new = NewUnitYear {
            score: score.get_untracked(),
            class: class_of(&class.get_untracked()),
            document: document.get_untracked(),
            decided_on: decided_on.get_untracked(),
            raised: raised.get_untracked(),
            raised_document: raised_document.get_untracked(),
        };
        match app.peek(|model| record_unit(&model.book, unit, year(model), &new)) {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(found) => errors.set(found),
        }
    };
    let options = class_choices(app.t(YearSheetMessage::Missing), locale);
    let cap = app.peek(|model| {
        let rules = law().for_year(year(model)).ok()?;
        let percent = |value| format::decimal(value, locale);
        let class = &rules.class;
        Some((percent(class.cap.value), percent(class.raised_cap.value)))
    });
    let hint = cap.map(|(normal, raised)| app.t(YearSheetMessage::RaisedHint { normal, raised }));
    let title = YearSheetMessage::UnitTitle {
        name: row.name,
        year: app.peek(year),
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(title)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close()
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close() />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=save />
            }
        >
            <div class="form">
                <div class="form form--columns">
                    <Select label=app.t(YearSheetMessage::UnitClassLabel) options=options.clone() bind=class />
                    <NumberInput label=app.t(YearSheetMessage::UnitScoreLabel) bind=score error=error(UnitField::Score) />
                    <TextInput label=app.t(YearSheetMessage::UnitDocument) bind=document />
                    <DateInput label=app.t(YearSheetMessage::UnitDecidedOn) bind=decided_on error=error(UnitField::DecidedOn) />
                </div>
                {root.then(|| view! {
                    <Checkbox label=app.t(YearSheetMessage::Raised) bind=raised hint=hint.clone().unwrap_or_default() />
                    <TextInput label=app.t(YearSheetMessage::RaisedDocument) bind=raised_document error=error(UnitField::RaisedDocument) />
                })}
            </div>
        </Dialog>
    }
    .into_any()
}
