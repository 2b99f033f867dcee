//! The import wizard: choose a file, check sheets and columns, look at every row, take it.

mod choose;
mod correct;
mod review;
mod session;
mod sheets;
mod rows;

use leptos::prelude::*;

use crate::i18n::import::ImportMessage;
use crate::ui::components::{PageHead, Stepper};
use crate::ui::use_app;

use session::{Session, Step};

/// The import wizard.
#[component]
pub fn ImportPage() -> impl IntoView {
    let app = use_app();
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
        <div class="page import">
            <PageHead title=app.t(ImportMessage::Title) subtitle=app.t(ImportMessage::Intro) />
            <Stepper label=app.t(ImportMessage::Steps) steps=steps current=at on_back=move |to| session.back_to(to) />
            {move || match session.step.get() {
                Step::Choose | Step::Reading | Step::NotRead => choose::step(session),
                Step::Sheets => sheets::step(session),
                Step::Review => review::step(session),
                Step::Done(count) => review::done(session, count),
            }}
        </div>
    }
}
