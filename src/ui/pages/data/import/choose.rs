//! The first step: a file, or a template to fill in.

use chrono::Datelike as _;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::File;

use crate::app::import::TableKind;
use crate::app::job::{Job, JobReply, Pasted};
use crate::app::{Notice, Worked};
use crate::i18n::format;
use crate::i18n::import::{ImportMessage, TableName};
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{
    Button, ButtonLook, FileDrop, Glyph, Note, NoteKind, Panel, Progress, TextArea,
};
use crate::ui::{App, pick};

use super::session::{Session, Step};

const ACCEPTED: &str = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.html,.htm";

pub(super) fn step(session: Session) -> AnyView {
    let app = session.app;
    view! {
        <div class="import__choose">
            <Panel>{move || file_panel(session)}</Panel>
            <Panel title=app.t(ImportMessage::Templates)>
                <p class="muted">{app.t(ImportMessage::TemplatesHint)}</p>
                <ul class="import__templates">{templates(app)}</ul>
            </Panel>
        </div>
    }
    .into_any()
}

fn file_panel(session: Session) -> AnyView {
    let app = session.app;
    match session.step.get() {
        Step::Reading => {
            let detail = Signal::derive(move || {
                let rows = usize::try_from(session.rows_read.get()).unwrap_or(0);
                (rows > 0).then(|| {
                    app.t(ImportMessage::RowsRead {
                        rows: format::count(rows, app.locale.get()),
                    })
                })
            });
            view! {
                <Progress
                    label=app.t(ImportMessage::Reading)
                    detail=detail
                    cancel_label=app.t(ShellMessage::Cancel)
                    on_cancel=Callback::new(move |()| session.start_over())
                />
            }
            .into_any()
        }
        Step::NotRead => {
            let reason = session.error.get().map(|error| app.t(error));
            view! {
                <Note kind=NoteKind::Error title=app.t(ImportMessage::NotReadTitle)>{reason}</Note>
                <Button
                    look=ButtonLook::Primary
                    label=app.t(ImportMessage::OtherFile)
                    on_press=move |()| session.start_over()
                />
            }
            .into_any()
        }
        _ => {
            let take = move |files: Vec<File>| {
                pick::read_first(app, files, move |name, bytes| {
                    session.take_file(name, bytes);
                });
            };
            view! {
                <div class="import__sources">
                    <FileDrop
                        label=app.t(ImportMessage::Drop)
                        button_label=app.t(ImportMessage::Pick)
                        hint=app.t(ImportMessage::PickHint)
                        accept=ACCEPTED
                        on_files=take
                    />
                    {paste_area(session)}
                </div>
            }
            .into_any()
        }
    }
}

/// A field to paste into; the block is read at once, wherever on the screen it is pasted.
fn paste_area(session: Session) -> AnyView {
    let app = session.app;
    let typed = RwSignal::new(String::new());
    let nothing = RwSignal::new(false);
    let pasted = window_event_listener(ev::paste, move |event| {
        // What is pasted into another field, such as the search, is meant for that.
        let target = event.target();
        if target.is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>()) {
            return;
        }
        let data = event.clipboard_data();
        let held = |kind: &str| {
            let text = data.as_ref().and_then(|data| data.get_data(kind).ok());
            text.filter(|text| !text.trim().is_empty())
        };
        match held("text/plain") {
            Some(text) => {
                event.prevent_default();
                let html = held("text/html");
                session.take_block(Pasted { text, html });
            }
            None => nothing.set(true),
        }
    });
    on_cleanup(move || pasted.remove());
    view! {
        <TextArea
            label=app.t(ImportMessage::PasteLabel)
            hint=app.t(ImportMessage::PasteHint)
            bind=typed
            error=Signal::derive(move || nothing.get().then(|| app.t(ImportMessage::PasteEmpty)))
        />
    }
    .into_any()
}

fn templates(app: App) -> Vec<AnyView> {
    let kinds = [
        TableKind::Staff,
        TableKind::Catalogue,
        TableKind::Tasks,
        TableKind::Complaints,
        TableKind::Incidents,
        TableKind::GeneralScores,
    ];
    kinds
        .into_iter()
        .map(|kind| {
            view! {
                <li>
                    <Button
                        look=ButtonLook::Quiet
                        icon=Glyph::Download
                        label=app.t(TableName::from(kind))
                        on_press=move |()| make(app, kind)
                    />
                </li>
            }
            .into_any()
        })
        .collect()
}

fn make(app: App, kind: TableKind) {
    let today = app.peek(|model| model.now.today).num_days_from_ce();
    app.work(
        Job::Template { kind, today },
        true,
        move |heard| match heard {
            Worked::Done(JobReply::File(file)) => {
                app.offer(&file);
            }
            Worked::Done(JobReply::NotMade(why)) => app.tell(Notice::NotMade(why)),
            Worked::Failed(problem) => app.tell(Notice::NotWorked(problem)),
            Worked::Done(_) | Worked::Progress(_) => {}
        },
    );
}
