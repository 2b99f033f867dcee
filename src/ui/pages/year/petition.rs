//! A petition against a decision, with the clock of its answer (Điều 22).

use leptos::prelude::*;

use crate::app::law;
use crate::app::view::year::year;
use crate::app::workflow::decide::{PetitionField, petition};
use crate::app::workflow::entry::EntryError;
use crate::domain::DecisionId;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::year::YearSheetMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, DateInput, Dialog, TextInput};

use super::Open;

pub(super) fn dialog(app: App, open: RwSignal<Open>, decision: DecisionId) -> AnyView {
    let close = move || open.set(Open::None);
    let recorded = app.peek(|model| {
        let found = model.book.decisions.get(decision);
        found.and_then(|found| found.petition.clone())
    });
    let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let received = text(recorded.as_ref().map(|it| format::day(it.received)));
    let answered = text(
        recorded
            .as_ref()
            .and_then(|it| it.answered.map(format::day)),
    );
    let document = text(recorded.and_then(|it| it.document));
    let errors = RwSignal::new(Vec::<(PetitionField, EntryError)>::new());
    let error = move |wanted: PetitionField| {
        Signal::derive(move || {
            let found = errors.get();
            let mut found = found.into_iter().filter(|(field, _)| *field == wanted);
            found.next().map(|(_, error)| app.t(error))
        })
    };
    let save = move |()| {
        let drafted = app.peek(|model| {
            let (received, answered) = (received.get_untracked(), answered.get_untracked());
            let document = document.get_untracked();
            petition(&model.book, decision, &received, &answered, &document)
        });
        match drafted {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(found) => errors.set(found),
        }
    };
    let days = app.peek(|model| {
        let rules = law().for_year(year(model)).ok();
        rules.map_or(0, |rules| rules.procedure.petition_working_days.value)
    });
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(YearSheetMessage::Petition)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close()
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close() />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=save />
            }
        >
            <div class="form">
                <p>{app.t(YearSheetMessage::PetitionText { days })}</p>
                <DateInput label=app.t(YearSheetMessage::Received) bind=received error=error(PetitionField::Received) required=true />
                <DateInput label=app.t(YearSheetMessage::Answered) bind=answered error=error(PetitionField::Answered) />
                <TextInput label=app.t(YearSheetMessage::Document) bind=document />
            </div>
        </Dialog>
    }
    .into_any()
}
