//! Confirming a period: who is complete and will be frozen, who is not and why.

use leptos::prelude::*;

use crate::app::view::scoring::{missing, period};
use crate::app::workflow::confirm::{ConfirmError, confirm, plan};
use crate::domain::OfficialId;
use crate::i18n::format;
use crate::i18n::scoring::ConfirmMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, DateInput, Dialog, DialogShape, Note, NoteKind, TextInput,
};

use super::{Open, missing as gaps};

/// How many incomplete people are listed with their gaps.
const SHOWN: usize = 30;

pub(super) fn dialog(app: App, open: RwSignal<Open>, people: Signal<Vec<OfficialId>>) -> AnyView {
    let when = app.peek(period);
    let close = move || open.set(Open::None);
    let planned = app.view(move |model| plan(model, when, &people.get()));
    let by = RwSignal::new(app.peek(|model| model.book.agency.signer_title.clone()));
    let on = RwSignal::new(app.peek(|model| format::day(model.now.today)));
    let error = RwSignal::new(None::<ConfirmError>);
    let save = move |()| {
        let drafted = app.peek(|model| {
            confirm(
                model,
                when,
                &people.get_untracked(),
                &by.get_untracked(),
                &on.get_untracked(),
            )
        });
        match drafted {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(problem) => error.set(Some(problem)),
        }
    };
    let ready = Signal::derive(move || planned.with(|plan| plan.ready.len()));
    let do_it = Signal::derive(move || {
        let count = format::count(ready.get(), app.locale.get());
        app.t(ConfirmMessage::Do { count })
    });
    let said = move |wanted: fn(&ConfirmError) -> bool| {
        Signal::derive(move || error.get().filter(wanted).map(|problem| app.t(problem)))
    };
    let by_error = said(|problem| matches!(problem, ConfirmError::By(_)));
    let on_error = said(|problem| matches!(problem, ConfirmError::On(_)));
    let nobody = said(|problem| matches!(problem, ConfirmError::NobodyReady));
    let title = app.t(ConfirmMessage::Title {
        period: format::period(when, app.locale.get()),
    });
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=title
            shape=DialogShape::Wide
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close()
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close() />
                <Button look=ButtonLook::Primary label=do_it disabled=Signal::derive(move || ready.get() == 0) on_press=save />
            }
        >
            <div class="form">
                <p>{app.t(ConfirmMessage::Text)}</p>
                {move || nobody.get().map(|text| view! { <Note kind=NoteKind::Error title=text /> })}
                {counts(app, planned)}
                <div class="form form--columns">
                    <TextInput label=app.t(ConfirmMessage::By) hint=app.t(ConfirmMessage::ByHint) bind=by error=by_error required=true />
                    <DateInput label=app.t(ConfirmMessage::On) bind=on error=on_error required=true />
                </div>
                {open_people(app, planned)}
            </div>
        </Dialog>
    }
    .into_any()
}

type Planned = Memo<crate::app::workflow::confirm::ConfirmPlan>;

fn counts(app: App, planned: Planned) -> AnyView {
    let lines = move || {
        let locale = app.locale.get();
        let count = |number| format::count(number, locale);
        let plan = planned.get();
        let lines = [
            (
                plan.ready.len(),
                ConfirmMessage::Ready {
                    count: count(plan.ready.len()),
                },
            ),
            (
                plan.open.len(),
                ConfirmMessage::Open {
                    count: count(plan.open.len()),
                },
            ),
            (
                plan.locked.len(),
                ConfirmMessage::Already {
                    count: count(plan.locked.len()),
                },
            ),
            (
                plan.nothing.len(),
                ConfirmMessage::Nothing {
                    count: count(plan.nothing.len()),
                },
            ),
        ];
        let shown = lines.into_iter().filter(|(number, _)| *number > 0);
        shown
            .map(|(_, line)| view! { <li>{app.t(line)}</li> })
            .collect_view()
    };
    view! { <ul class="scoring__counts">{lines}</ul> }.into_any()
}

fn open_people(app: App, planned: Planned) -> AnyView {
    let when = app.peek(period);
    let list = move || {
        let open = planned.with(|plan| plan.open.clone());
        let rows = app.read(|model| missing(model, when, &open));
        let rows = rows.into_iter().take(SHOWN);
        let items = rows.map(|row| gaps::person(app, row)).collect_view();
        (!open.is_empty()).then(|| view! { <ul class="scoring__missing">{items}</ul> })
    };
    view! { {list} }.into_any()
}
