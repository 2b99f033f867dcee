//! A set brought as a file: read and checked, then opened in the form; nothing is saved by it.

use leptos::prelude::*;

use crate::app::job::{Bytes, Job, JobReply};
use crate::app::workflow::local_rules::{TypedSet, save};
use crate::app::{Notice, Worked};
use crate::i18n::local_rules::LocalMessage as M;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, Dialog, FileDrop, Note, NoteKind};
use crate::ui::pick::read_first;

use super::{Form, Open};

/// How far reading is.
#[derive(Clone, PartialEq)]
enum Step {
    /// No file yet.
    Waiting,
    /// The worker reads it.
    Reading,
    /// Refused: name of the file and everything wrong with it.
    Refused(String, Vec<String>),
}

pub(super) fn dialog(app: App, open: RwSignal<Open>) -> AnyView {
    let step = RwSignal::new(Step::Waiting);
    let close = Callback::new(move |()| open.set(Open::List));
    let take = move |files| {
        read_first(app, files, move |name, bytes| {
            step.set(Step::Reading);
            app.work(Job::ReadLocalRules(Bytes(bytes)), false, move |heard| {
                heard_of(app, open, step, &name, heard);
            });
        });
    };
    let said = move || match step.get() {
        Step::Waiting => ().into_any(),
        Step::Reading => view! { <p role="status">{app.t(M::Reading)}</p> }.into_any(),
        Step::Refused(file, faults) => {
            let title = app.t(M::RefusedTitle { file });
            let faults = faults.into_iter().map(|fault| view! { <li>{fault}</li> });
            view! {
                <Note kind=NoteKind::Error title=title><ul class="local__faults">{faults.collect_view()}</ul></Note>
            }
            .into_any()
        }
    };
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(M::Import)
            close_label=app.t(ShellMessage::Close)
            on_close=close
            actions=move || view! { <Button label=app.t(ShellMessage::Cancel) on_press=close /> }
        >
            <div class="stack">
                <FileDrop
                    label=app.t(M::Drop) button_label=app.t(M::Pick) hint=app.t(M::ImportHint)
                    accept=".json" on_files=take
                />
                {said}
            </div>
        </Dialog>
    }
    .into_any()
}

fn heard_of(app: App, open: RwSignal<Open>, step: RwSignal<Step>, name: &str, heard: Worked) {
    let read = match heard {
        Worked::Done(JobReply::LocalRules(read)) => read,
        Worked::Failed(problem) => {
            app.tell(Notice::NotWorked(problem));
            return step.set(Step::Waiting);
        }
        Worked::Progress(_) | Worked::Done(_) => return,
    };
    match read {
        Err(error) => step.set(Step::Refused(name.to_owned(), vec![app.t(error)])),
        Ok(typed) => match faults(app, &typed) {
            faults if faults.is_empty() => {
                let file = Some(name.to_owned());
                open.set(Open::Form(Box::new(Form {
                    id: None,
                    typed,
                    file,
                })));
            }
            faults => step.set(Step::Refused(name.to_owned(), faults)),
        },
    }
}

fn faults(app: App, typed: &TypedSet) -> Vec<String> {
    let checked = app.peek(|model| save(model, None, typed));
    let faults = checked.err().unwrap_or_default();
    faults.into_iter().map(|fault| app.t(fault)).collect()
}
