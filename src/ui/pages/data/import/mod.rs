//! The import wizard: choose a file, check sheets and columns, look at every row, take it.

mod choose;
mod correct;
mod review;
mod session;
mod sheets;
mod rows;

use leptos::prelude::*;

use crate::i18n::import::ImportMessage;
use crate::ui::App;
use crate::ui::components::Stepper;

use session::{Session, Step};

/// The import wizard.
pub(super) fn wizard(app: App) -> AnyView {
    let session = Session::new(app);
    let steps = vec![
        app.t(ImportMessage::StepChoose),
        app.t(ImportMessage::StepSheets),
        app.t(ImportMessage::StepReview),
    ];
    let at = Signal::derive(move || match session.step.get() {
        Step::Choose | Step::Reading | Step::NotRead => 0,
        Step::Sheets => 1,
        Step::Review | Step::Done(_) => 2,
    });
    view! {
        <div class="data__stack import">
            <Stepper label=app.t(ImportMessage::Steps) steps=steps current=at on_back=move |to| session.back_to(to) />
            {move || match session.step.get() {
                Step::Choose | Step::Reading | Step::NotRead => choose::step(session),
                Step::Sheets => sheets::step(session),
                Step::Review => review::step(session),
                Step::Done(count) => review::done(session, count),
            }}
        </div>
    }    .into_any()
}
