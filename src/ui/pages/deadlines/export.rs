//! The dialog that makes the calendar file, of everything in a year or of chosen tasks.

use chrono::Datelike as _;
use leptos::prelude::*;

use crate::app::job::{Job, JobReply, LogMark, Order, Product};
use crate::app::workflow::task;
use crate::app::{Notice, Worked};
use crate::domain::Period;
use crate::i18n::deadlines::DeadlinesMessage;
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Locale, format};
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Checkbox, Combobox, Dialog, Glyph};
use crate::ui::form::suggest_people;

/// The file of the year one looks at.
pub(super) fn dialog(app: App, open: RwSignal<bool>) -> AnyView {
    asked(app, Vec::new(), Callback::new(move |()| open.set(false)))
}

/// The file of these tasks.
pub fn of_tasks(app: App, tasks: Vec<u32>, close: Callback<()>) -> AnyView {
    asked(app, tasks, close)
}

fn asked(app: App, tasks: Vec<u32>, close: Callback<()>) -> AnyView {
    let chosen = tasks.len();
    let tasks = StoredValue::new(tasks);
    let who = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let hidden = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let year = app.peek(|model| model.month().year());
    let make = move |()| {
        let found = app.peek(|model| task::official(&model.book, who.get_untracked().trim()));
        let whose = match found {
            Ok(whose) => whose.map(|id| id.0),
            Err(problem) => return error.set(Some(app.t(problem))),
        };
        error.set(None);
        busy.set(true);
        let order = Order {
            product: Product::Deadlines,
            period: Period::Year(year).to_string(),
            officials: whose.into_iter().collect(),
            tasks: tasks.get_value(),
            names_hidden: hidden.get_untracked(),
            english: app.locale.get_untracked() == Locale::En,
            today: app.peek(|model| model.now.today.num_days_from_ce()),
            log: app.peek(LogMark::of),
        };
        app.work(Job::Export(order), true, move |heard| match heard {
            Worked::Progress(_) => {}
            Worked::Done(JobReply::File(file)) => {
                app.offer(&file);
                close.run(());
            }
            Worked::Done(JobReply::NotMade(why)) => {
                busy.set(false);
                app.tell(Notice::NotMade(why));
            }
            Worked::Done(_) => busy.set(false),
            Worked::Failed(problem) => {
                busy.set(false);
                app.tell(Notice::NotWorked(problem));
            }
        });
    };
    let text = if chosen == 0 {
        DeadlinesMessage::ExportText { year }
    } else {
        DeadlinesMessage::ExportChosen {
            count: format::count(chosen, app.locale.get_untracked()),
        }
    };
    let whose = move || {
        view! {
            <Combobox
                label=app.t(DeadlinesMessage::ExportWho) text=who hint=app.t(DeadlinesMessage::ExportWhoHint)
                suggestions=Signal::derive(move || suggest_people(app, &who.get()))
                on_take=move |value: String| who.set(value)
                error=Signal::derive(move || error.get())
            />
        }
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(DeadlinesMessage::Export).trim_end_matches('…').to_owned()
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close.run(())
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close.run(()) />
                <Button
                    look=ButtonLook::Primary icon=Glyph::Download busy=Signal::derive(move || busy.get())
                    label=app.t(DeadlinesMessage::Make) on_press=make
                />
            }
        >
            <div class="form">
                <p class="form__note">{app.t(text.clone())}</p>
                {(chosen == 0).then(whose)}
                <Checkbox label=app.t(DeadlinesMessage::HideNames) hint=app.t(DeadlinesMessage::HideNamesHint) bind=hidden />
            </div>
        </Dialog>
    }
    .into_any()
}
