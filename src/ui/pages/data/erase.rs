//! Erasing a person: their file first, then what goes, then for good.

use leptos::prelude::*;

use crate::app::job::{Job, JobReply, Product};
use crate::app::workflow::erase::{ErasePreview, eraser, preview};
use crate::app::{Event, Notice, Worked};
use crate::domain::OfficialId;
use crate::i18n::bin::EraseMessage;
use crate::i18n::data::counted;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Choice, ConfirmDialog, Glyph, Note, NoteKind, Panel, Progress, Select,
    Table, TableCell, TableColumn,
};
use crate::ui::pages::forms::order;

#[derive(Clone, Copy)]
struct Erasing {
    app: App,
    who: RwSignal<String>,
    /// Whose file was made.
    exported: RwSignal<Option<OfficialId>>,
    asked: RwSignal<bool>,
}

impl Erasing {
    fn whom(self) -> Option<OfficialId> {
        let number = self.who.with(|typed| typed.parse().ok());
        let whom = number.map(OfficialId)?;
        let there = self.app.read(|model| model.book.officials.contains(whom));
        there.then_some(whom)
    }

    fn pseudonym(self, whom: OfficialId) -> String {
        self.app.t(EraseMessage::Pseudonym { number: whom.0 })
    }

    fn export(self, whom: OfficialId) {
        let app = self.app;
        let order = order(app, Product::Person, Some(whom.0), false);
        app.work(Job::Export(order), true, move |heard| match heard {
            Worked::Done(JobReply::File(file)) => {
                if app.offer(&file) {
                    self.exported.set(Some(whom));
                }
            }
            Worked::Done(JobReply::NotMade(why)) => app.tell(Notice::NotMade(why)),
            Worked::Failed(problem) => app.tell(Notice::NotWorked(problem)),
            Worked::Progress(_) | Worked::Done(_) => {}
        });
    }

    fn erase(self, whom: OfficialId) {
        self.asked.set(false);
        let pseudonym = self.pseudonym(whom);
        let eraser = self.app.peek(|model| eraser(model, whom, &pseudonym));
        self.app.dispatch(Event::EraseAsked(eraser));
        self.who.set(String::new());
    }
}

/// The panel.
pub(super) fn panel(app: App) -> AnyView {
    let erasing = Erasing {
        app,
        who: RwSignal::new(String::new()),
        exported: RwSignal::new(None),
        asked: RwSignal::new(false),
    };
    let working = app.view(|model| model.cleaning);
    let whom = Memo::new(move |_| erasing.whom());
    let body = move || match whom.get() {
        _ if working.get() => view! { <Progress label=app.t(EraseMessage::Working) /> }.into_any(),
        Some(whom) => steps(erasing, whom),
        None => ().into_any(),
    };
    view! {
        <Panel title=app.t(EraseMessage::Title)>
            <div class="data__stack" id="xoa-ca-nhan">
                <p class="data__text">{app.t(EraseMessage::Text)}</p>
                <Select label=app.t(EraseMessage::Who) options=people(app) bind=erasing.who />
                {body}
            </div>
        </Panel>
    }
    .into_any()
}

fn people(app: App) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let mut options = vec![Choice::new("", app.t(EraseMessage::Choose))];
        app.read(|model| {
            let mut officials: Vec<_> = model.book.officials.iter().collect();
            officials.sort_by_cached_key(|(id, official)| {
                (crate::text::name_sort_key(&official.name), *id)
            });
            options.extend(officials.into_iter().map(|(id, official)| {
                let mut label = official.name.clone();
                if let Some(code) = &official.code {
                    label.push_str(" · ");
                    label.push_str(code);
                }
                Choice::new(id.0.to_string(), label)
            }));
        });
        options
    })
}

fn steps(erasing: Erasing, whom: OfficialId) -> AnyView {
    let app = erasing.app;
    let pseudonym = erasing.pseudonym(whom);
    let seen = app.peek(|model| preview(model, &eraser(model, whom, &pseudonym)));
    let exported = move || erasing.exported.get() == Some(whom);
    let done = move || {
        exported()
            .then(|| view! { <Note kind=NoteKind::Success title=app.t(EraseMessage::Exported) /> })
    };
    let dialog = {
        let (title, text) = question(app, &seen);
        view! {
            <ConfirmDialog
                open=erasing.asked
                title=title
                text=text
                confirm_label=app.t(EraseMessage::Confirm)
                cancel_label=app.t(ShellMessage::Cancel)
                danger=true
                on_confirm=move |()| erasing.erase(whom)
                on_cancel=move |()| erasing.asked.set(false)
            />
        }
    };
    view! {
        {seen.serving.then(|| view! { <Note kind=NoteKind::Warning title=app.t(EraseMessage::Serving) /> })}
        <p class="data__text">{app.t(EraseMessage::First)}</p>
        <div class="data__actions">
            <Button icon=Glyph::Download label=app.t(EraseMessage::Export) on_press=move |()| erasing.export(whom) />
        </div>
        <div role="status">{done}</div>
        {what_goes(app, &seen, pseudonym)}
        <Note kind=NoteKind::Warning title=app.t(EraseMessage::Outside) />
        <div class="data__actions">
            <Button
                look=ButtonLook::Danger icon=Glyph::Trash label=app.t(EraseMessage::Erase)
                disabled=Signal::derive(move || !exported())
                on_press=move |()| erasing.asked.set(true)
            />
        </div>
        {dialog}
    }
    .into_any()
}

fn question(app: App, seen: &ErasePreview) -> (String, String) {
    let locale = app.locale.get_untracked();
    let sum = |of: fn(&(crate::app::Kind, usize, usize)) -> usize| {
        format::count(seen.kinds.iter().map(of).sum(), locale)
    };
    let title = EraseMessage::AskTitle {
        name: seen.name.clone(),
    };
    let text = EraseMessage::AskText {
        gone: sum(|(_, gone, _)| *gone),
        lesser: sum(|(_, _, lesser)| *lesser),
    };
    (app.t(title), app.t(text))
}

fn what_goes(app: App, seen: &ErasePreview, pseudonym: String) -> AnyView {
    let locale = app.locale.get_untracked();
    let years: Vec<String> = seen.years.iter().map(u16::to_string).collect();
    let (figures, work) = if years.is_empty() {
        (EraseMessage::NoYears, EraseMessage::Work)
    } else {
        let years = years.join(", ");
        let figures = EraseMessage::Years { years, pseudonym };
        (figures, EraseMessage::WorkButYears)
    };
    let shared = (!seen.mentions)
        .then(|| view! { <Note kind=NoteKind::Warning title=app.t(EraseMessage::Shared) /> });
    let columns = vec![
        TableColumn::text(app.t(EraseMessage::Kind)),
        TableColumn::number(app.t(EraseMessage::Gone)),
        TableColumn::number(app.t(EraseMessage::Lesser)),
    ];
    let rows: Vec<Vec<TableCell>> = seen
        .kinds
        .iter()
        .map(|(kind, gone, lesser)| {
            [
                counted(*kind, locale),
                format::count(*gone, locale),
                format::count(*lesser, locale),
            ]
            .map(TableCell::from)
            .into()
        })
        .collect();
    view! {
        <Table
            caption=app.t(EraseMessage::Goes)
            columns=Signal::derive(move || columns.clone())
            rows=Signal::derive(move || rows.clone())
        />
        <p class="data__text">{app.t(figures)}</p>
        <p class="data__text">{app.t(work)}</p>
        {shared}
    }
    .into_any()
}
