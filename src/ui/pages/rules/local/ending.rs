//! Ending a set and removing one, each with who would change beforehand.

use leptos::prelude::*;

use crate::app::view::local_rules::impact_of;
use crate::app::workflow::entry::EntryError;
use crate::app::workflow::local_rules::{end as draft_end, remove as draft_remove};
use crate::app::{Notice, Operation};
use crate::domain::LocalRulesId;
use crate::i18n::format;
use crate::i18n::local_rules::LocalMessage as M;
use crate::ui::App;
use crate::ui::components::{DialogShape, InputKind};

use super::Open;
use crate::ui::pages::rules::form::{Fields, FormDialog, Shown};
use crate::ui::pages::rules::impact::Impact;

fn title_of(app: App, id: LocalRulesId) -> String {
    let set = app.peek(|model| model.book.local_rules.get(id).cloned());
    set.map(|set| set.title).unwrap_or_default()
}

pub(super) fn end(app: App, open: RwSignal<Open>, id: LocalRulesId) -> AnyView {
    let today = app.peek(|model| model.now.today);
    let from = app.peek(|model| model.book.local_rules.get(id).map(|set| set.span.from));
    let last = from.map_or(today, |from| from.max(today));
    let fields = Fields::new(vec![format::day(last)]);
    let impact = Impact::new(app);
    let drafted = move || app.peek(|model| draft_end(model, id, &fields.text(0)));
    let begin = move || begin(app, impact, fields, drafted());
    begin();
    let act = move |()| match drafted() {
        Ok(operation) => {
            open.set(Open::List);
            app.act(operation);
        }
        Err(error) => fields.refuse([(0, app.t(error))]),
    };
    let again = Callback::new(move |_: String| begin());
    FormDialog {
        title: app.t(M::EndTitle {
            title: title_of(app, id),
        }),
        shape: DialogShape::Wide,
        save: app.t(M::EndSave),
        ready: Signal::derive(move || impact.is_ready()),
        on_save: Callback::new(act),
        on_close: Callback::new(move |()| open.set(Open::List)),
        more: ViewFn::default(),
        content: ViewFn::from(move || {
            let shown = Shown {
                hint: Some(app.t(M::LastDayHint)),
                kind: InputKind::Date,
                required: true,
                on_commit: Some(again),
                ..Shown::text(app.t(M::LastDay))
            };
            view! { <div class="stack">{fields.input(0, shown)}{impact.view(false)}</div> }
                .into_any()
        }),
    }
    .show(app)
}

pub(super) fn remove(app: App, open: RwSignal<Open>, id: LocalRulesId) -> AnyView {
    let fields = Fields::new(Vec::new());
    let impact = Impact::new(app);
    let drafted = move || app.peek(|model| draft_remove(&model.book, id));
    begin(app, impact, fields, drafted());
    let act = move |()| {
        open.set(Open::List);
        match drafted() {
            Ok(operation) => app.act(operation),
            Err(error) => app.tell(Notice::NotTaken(error)),
        }
    };
    FormDialog {
        title: app.t(M::RemoveTitle {
            title: title_of(app, id),
        }),
        shape: DialogShape::Wide,
        save: app.t(M::Remove),
        ready: Signal::derive(move || impact.is_ready()),
        on_save: Callback::new(act),
        on_close: Callback::new(move |()| open.set(Open::List)),
        more: ViewFn::default(),
        content: ViewFn::from(move || {
            view! { <div class="stack"><p>{app.t(M::RemoveText)}</p>{impact.view(false)}</div> }
                .into_any()
        }),
    }
    .show(app)
}

fn begin(app: App, impact: Impact, fields: Fields, drafted: Result<Operation, EntryError>) {
    impact.clear();
    match drafted {
        Ok(operation) => {
            fields.refuse([]);
            let run = app.peek(|model| impact_of(model, &operation));
            let again = Callback::new(move |()| {
                begin(app, impact, fields, Ok(operation.clone()));
            });
            impact.run(run, again);
        }
        Err(error) => fields.refuse([(0, app.t(error))]),
    }
}
