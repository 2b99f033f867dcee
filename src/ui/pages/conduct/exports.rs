//! Out: the page to print, the Word report and the Excel workbook, made in the worker.

use chrono::Datelike as _;
use leptos::prelude::*;

use crate::app::job::{ConductForm, ConductOrder, ConductWhose, Job, JobReply, Product};
use crate::app::view::conduct::{ConductAsk, Whose};
use crate::app::{Notice, Worked};
use crate::i18n::conduct::ConductMessage;
use crate::ui::Route;
use crate::ui::components::{Button, ButtonLink, ButtonLook, Glyph};
use crate::ui::pages::forms::order;

use super::ConductState;

/// What the worker is asked for.
pub(super) fn product(ask: ConductAsk, form: ConductForm) -> Product {
    let days = ask.span.days();
    Product::Conduct(ConductOrder {
        form,
        whose: match ask.whose {
            Whose::Agency => ConductWhose::Agency,
            Whose::Unit(unit) => ConductWhose::Unit(unit.0),
            Whose::Official(official) => ConductWhose::Official(official.0),
        },
        from: days.from.num_days_from_ce(),
        to: days.to.unwrap_or(days.from).num_days_from_ce(),
    })
}

pub(super) fn buttons(state: ConductState) -> AnyView {
    let app = state.app;
    let href = move || {
        let ask = state.ask.get();
        Route::ConductPaper(ask.whose.word(), ask.span.word()).href()
    };
    let busy = RwSignal::new(false);
    let one = move |form: ConductForm, label: ConductMessage, look: ButtonLook| {
        view! {
            <Button
                look=look
                icon=Glyph::Download
                label=app.t(label)
                disabled=Signal::derive(move || busy.get())
                on_press=move |()| make(state, form, busy)
            />
        }
    };
    view! {
        {move || view! { <ButtonLink icon=Glyph::Print label=app.t(ConductMessage::Print) href=href() /> }}
        {one(ConductForm::Report, ConductMessage::Word, ButtonLook::Plain)}
        {one(ConductForm::Workbook, ConductMessage::Excel, ButtonLook::Primary)}
    }
    .into_any()
}

fn make(state: ConductState, form: ConductForm, busy: RwSignal<bool>) {
    let app = state.app;
    let product = product(state.ask.get_untracked(), form);
    let order = order(app, product, None, state.hidden.get_untracked());
    busy.set(true);
    app.work(Job::Export(order), true, move |heard| {
        let told = match heard {
            Worked::Progress(_) => return,
            Worked::Done(JobReply::File(file)) => {
                app.offer(&file);
                None
            }
            Worked::Done(JobReply::NotMade(why)) => Some(Notice::NotMade(why)),
            Worked::Done(_) => None,
            Worked::Failed(problem) => Some(Notice::NotWorked(problem)),
        };
        // Whoever pressed may have gone elsewhere meanwhile.
        busy.try_set(false);
        if let Some(notice) = told {
            app.tell(notice);
        }
    });
}
