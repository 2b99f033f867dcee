//! Practising a restore: the newest copy is read and compared; nothing changes.

use leptos::prelude::*;
use web_sys::File;

use crate::app::outside::{CopyProblem, copies_itself, newest};
use crate::app::view::data::data;
use crate::app::workflow::practise::{Compared, NotComparable, Practice, practise, preference};
use crate::app::workflow::restore::{BackupError, EXTENSION, Passphrase, SEALED_EXTENSION};
use crate::app::{BackupLog, BackupRead, Event, Notice, Restorable};
use crate::i18n::backup::BackupMessage;
use crate::i18n::data::{DataMessage, counted};
use crate::i18n::format;
use crate::i18n::outside::OutsideMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{
    Button, ButtonLook, Facts, FileDrop, Note, NoteKind, Panel, Progress, Table, TableCell,
    TableColumn, Tag, Tone,
};
use crate::ui::{App, pick};

use super::{restored_log, sealing};

/// How far a practice is.
#[derive(Clone)]
enum Step {
    Ready,
    Working,
    /// Sealed: its passphrase is asked for, the second time with what was wrong.
    Sealed(Option<BackupError>),
    Refused(BackupError),
    NotRead(CopyProblem),
    NoCopy,
    NotCompared(NotComparable),
    Done(Practice, BackupLog),
}

#[derive(Clone, Copy)]
struct Practising {
    app: App,
    step: RwSignal<Step>,
    file: RwSignal<String>,
    /// The file while its passphrase is asked for.
    sealed: StoredValue<Vec<u8>>,
}

impl Practising {
    /// Reads the newest copy in the folder.
    fn newest(self) {
        self.step.set(Step::Working);
        let app = self.app;
        app.copies(move |listed| {
            let id = app.peek(|model| model.workspace.id.clone());
            match listed.as_ref().map(|copies| newest(copies, &id)) {
                Ok(Some(copy)) => {
                    let file = copy.to_string();
                    app.read_copy(copy, move |read| match read {
                        Ok(bytes) => self.take(file.clone(), bytes),
                        Err(problem) => self.step.set(Step::NotRead(problem)),
                    });
                }
                Ok(None) => self.step.set(Step::NoCopy),
                Err(problem) => self.step.set(Step::NotRead(problem.clone())),
            }
        });
    }

    fn take(self, file: String, bytes: Vec<u8>) {
        self.file.set(file);
        self.sealed.set_value(bytes.clone());
        self.read(bytes, None);
    }

    fn unseal(self, passphrase: Passphrase) {
        self.read(self.sealed.get_value(), Some(passphrase));
    }

    fn read(self, bytes: Vec<u8>, passphrase: Option<Passphrase>) {
        self.step.set(Step::Working);
        self.app
            .read_backup(bytes, passphrase, move |read| match read {
                BackupRead::Refused(BackupError::Sealed) => self.step.set(Step::Sealed(None)),
                BackupRead::Refused(error @ BackupError::WrongPassphrase) => {
                    self.step.set(Step::Sealed(Some(error)));
                }
                BackupRead::Read { backup, to } => {
                    let Restorable { backup, log } = *backup;
                    if let BackupLog::Unreadable(error) = log {
                        return self.settle(Step::Refused(error));
                    }
                    let compared = self.app.peek(|model| practise(model, &backup, to));
                    self.compared(compared, log);
                }
                BackupRead::Refused(error) => self.settle(Step::Refused(error)),
                BackupRead::Failed(problem) => {
                    self.settle(Step::Ready);
                    self.app.tell(Notice::NotWorked(problem));
                }
            });
    }

    fn settle(self, step: Step) {
        self.sealed.set_value(Vec::new());
        self.step.set(step);
    }

    fn compared(self, compared: Result<Practice, NotComparable>, log: BackupLog) {
        match compared {
            Ok(practice) => {
                if practice.is_good() && !log.stays() {
                    self.remember();
                }
                self.settle(Step::Done(practice, log));
            }
            Err(reason) => self.settle(Step::NotCompared(reason)),
        }
    }

    fn remember(self) {
        let remembered = self.app.peek(|model| Event::Preferred {
            name: preference(&model.workspace.id),
            value: model.now.today.to_string(),
        });
        self.app.dispatch(remembered);
    }
}

/// The panel of practising.
pub(super) fn panel(app: App) -> AnyView {
    let practising = Practising {
        app,
        step: RwSignal::new(Step::Ready),
        file: RwSignal::new(String::new()),
        sealed: StoredValue::new(Vec::new()),
    };
    let view = app.view(data);
    let facts = Signal::derive(move || {
        let last = view.with(|view| view.practised);
        let last = last.map_or_else(|| app.t(DataMessage::Never), format::day);
        vec![(app.t(OutsideMessage::PractiseLast), last)]
    });
    let due = move || {
        view.with(|view| view.practice_due)
            .then(|| view! { <Tag label=app.t(OutsideMessage::PractiseDue) tone=Tone::Fair /> })
    };
    // Of data that no copy is made of by itself there is none in the folder, or an old one.
    let folder = app.view(copies_itself);
    view! {
        <Panel title=app.t(OutsideMessage::PractiseTitle)>
            <div class="data__stack">
                <p class="data__text">{app.t(OutsideMessage::PractiseText)}</p>
                <Facts items=facts />
                {due}
                {move || show(practising, practising.step.get(), folder.get())}
            </div>
        </Panel>
    }
    .into_any()
}

fn show(practising: Practising, step: Step, folder: bool) -> AnyView {
    let app = practising.app;
    let name = practising.file.get_untracked();
    let said = match step {
        Step::Ready => return begin(practising, folder),
        Step::Working => {
            return view! { <Progress label=app.t(OutsideMessage::Practising) /> }.into_any();
        }
        Step::Sealed(wrong) => return sealed(practising, name, wrong),
        Step::Refused(error) => {
            error_note(app.t(OutsideMessage::PractiseUnread { name }), app.t(error))
        }
        Step::NotRead(problem) => error_note(app.t(OutsideMessage::PractiseTitle), app.t(problem)),
        Step::NoCopy => warning(app.t(OutsideMessage::PractiseNone)),
        Step::NotCompared(reason) => warning(app.t(reason)),
        Step::Done(practice, log) => result(app, name, &practice, &log),
    };
    let again = app.t(OutsideMessage::PractiseAgain);
    view! {
        <div role="status">{said}</div>
        {back(practising, again)}
    }
    .into_any()
}

/// The button that leads to the beginning.
fn back(practising: Practising, label: String) -> AnyView {
    let press = move |()| practising.settle(Step::Ready);
    view! { <div class="data__actions"><Button label=label on_press=press /></div> }.into_any()
}

fn sealed(practising: Practising, file: String, wrong: Option<BackupError>) -> AnyView {
    let app = practising.app;
    let title = app.t(BackupMessage::SealedTitle { file });
    let wrong = wrong.map(|wrong| app.t(wrong));
    let ask = sealing::asked_once(app, wrong, move |passphrase| practising.unseal(passphrase));
    view! {
        <div role="status"><Note kind=NoteKind::Info title=title /></div>
        {ask}
        {back(practising, app.t(ShellMessage::Cancel))}
    }
    .into_any()
}

fn error_note(title: String, text: String) -> AnyView {
    view! { <Note kind=NoteKind::Error title=title><p>{text}</p></Note> }.into_any()
}

fn warning(title: String) -> AnyView {
    view! { <Note kind=NoteKind::Warning title=title /> }.into_any()
}

fn begin(practising: Practising, folder: bool) -> AnyView {
    let app = practising.app;
    if folder {
        return view! {
            <div class="data__actions">
                <Button
                    look=ButtonLook::Plain
                    label=app.t(OutsideMessage::Practise)
                    on_press=move |()| practising.newest()
                />
            </div>
        }
        .into_any();
    }
    let take = move |files: Vec<File>| {
        pick::read_first(app, files, move |name, bytes| practising.take(name, bytes));
    };
    view! {
        <FileDrop
            label=app.t(OutsideMessage::PractiseDrop)
            button_label=app.t(OutsideMessage::PractisePick)
            hint=app.t(OutsideMessage::PractiseHint)
            accept=[".", EXTENSION, ",.", SEALED_EXTENSION].concat()
            on_files=take
        />
    }
    .into_any()
}

fn result(app: App, name: String, practice: &Practice, log: &BackupLog) -> AnyView {
    let locale = app.locale.get_untracked();
    let count = |count: usize| format::count(count, locale);
    let records = practice.records();
    let (kind, title, text) = if practice.is_good() {
        let scores = practice.scores.copy + practice.years.copy;
        let text = OutsideMessage::PractiseGoodText {
            records: count(records.copy),
            scores: count(scores),
        };
        (
            NoteKind::Success,
            OutsideMessage::PractiseGood { name },
            text,
        )
    } else {
        let scores = practice.scores.different + practice.years.different;
        let text = OutsideMessage::PractiseBadText {
            records: count(records.different),
            scores: count(scores),
        };
        (NoteKind::Error, OutsideMessage::PractiseBad { name }, text)
    };
    let later = (practice.later > 0).then(|| {
        let later = usize::try_from(practice.later).unwrap_or(usize::MAX);
        let text = app.t(OutsideMessage::PractiseLater {
            count: count(later),
        });
        view! { <p>{text}</p> }
    });
    let (columns, rows) = (columns(app), rows(app, practice));
    view! {
        <Note kind=kind title=app.t(title)><p>{app.t(text)}</p>{later}</Note>
        {log.stays().then(|| restored_log::in_a_new_one(app, log))}
        <Table
            caption=app.t(OutsideMessage::PractiseTitle)
            columns=Signal::derive(move || columns.clone())
            rows=Signal::derive(move || rows.clone())
        />
    }
    .into_any()
}

fn columns(app: App) -> Vec<TableColumn> {
    let mut columns = vec![TableColumn::text(app.t(BackupMessage::Kind))];
    let numbers = [
        OutsideMessage::ColumnCopy,
        OutsideMessage::ColumnBook,
        OutsideMessage::ColumnDifferent,
    ];
    columns.extend(numbers.map(|name| TableColumn::number(app.t(name))));
    columns
}

fn rows(app: App, practice: &Practice) -> Vec<Vec<TableCell>> {
    let locale = app.locale.get_untracked();
    let kinds = practice.kinds.iter();
    let named = kinds.map(|(kind, compared)| (counted(*kind, locale), *compared));
    let scores = [
        (app.t(OutsideMessage::Scores), practice.scores),
        (app.t(OutsideMessage::Years), practice.years),
    ];
    let row = |(name, compared): (String, Compared)| {
        let counts = [compared.copy, compared.book, compared.different];
        let mut cells = vec![TableCell::from(name)];
        cells.extend(counts.map(|count| TableCell {
            text: format::count(count, locale),
            ..TableCell::default()
        }));
        cells
    };
    named.chain(scores).map(row).collect()
}
