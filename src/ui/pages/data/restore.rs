//! Restoring a backup file: read, looked at, then taken in one action or not at all.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use crate::app::outside::{CopyProblem, copies_itself};
use crate::app::workflow::restore::{
    Backup, BackupError, BackupFit, Before, EXTENSION, Passphrase, RestoreMode, SEALED_EXTENSION,
    before, fit, preview, restore,
};
use crate::app::{BackupRead, Effect as Wanted, Event, Notice, Restorable};
use crate::i18n::backup::BackupMessage;
use crate::i18n::data::DataMessage;
use crate::i18n::format;
use crate::i18n::outside::OutsideMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{
    Button, ButtonLook, Facts, FileDrop, Glyph, Note, NoteKind, Panel, Progress,
};
use crate::ui::{App, pick};

use super::restored_log::{self, goes_here};
use super::{copies, preview as shown, sealing};

/// How far restoring is.
#[derive(Clone)]
enum Step {
    Choose,
    Reading(u32),
    /// Sealed: the passphrase is asked for, the second time with what was wrong.
    Sealed(Option<BackupError>),
    Refused(BackupError),
    Read(Arc<Restorable>),
    /// A safety copy of what is there is being made.
    Copying(Arc<Restorable>),
    NotCopied(Arc<Restorable>, CopyProblem),
    /// Records and log go in: how many records, and how many actions.
    Carrying(usize, String),
    /// Records changed.
    Done(usize),
    /// Records and actions that went in.
    Carried(usize, String),
    NotDone,
}

/// A restore on its way.
#[derive(Clone, Copy)]
pub(super) struct Restoring {
    pub(super) app: App,
    step: RwSignal<Step>,
    file: RwSignal<String>,
    /// The file while its passphrase is asked for.
    sealed: StoredValue<Vec<u8>>,
    /// Whether what is only in the open workspace stays.
    pub(super) keep: RwSignal<bool>,
}

impl Restoring {
    fn start_over(self) {
        if let Step::Reading(number) = self.step.get_untracked() {
            self.app.give_up(number);
        }
        self.sealed.set_value(Vec::new());
        self.step.set(Step::Choose);
    }

    fn take(self, name: String, bytes: Vec<u8>) {
        self.file.set(name);
        self.keep.set(false);
        self.sealed.set_value(bytes.clone());
        self.read(bytes, None);
    }

    fn unseal(self, passphrase: Passphrase) {
        self.read(self.sealed.get_value(), Some(passphrase));
    }

    fn read(self, bytes: Vec<u8>, passphrase: Option<Passphrase>) {
        let heard = move |read| match read {
            BackupRead::Refused(BackupError::Sealed) => self.step.set(Step::Sealed(None)),
            BackupRead::Refused(error @ BackupError::WrongPassphrase) => {
                self.step.set(Step::Sealed(Some(error)));
            }
            BackupRead::Read { backup, .. } => self.settle(Step::Read(Arc::new(*backup))),
            BackupRead::Refused(error) => self.settle(Step::Refused(error)),
            BackupRead::Failed(problem) => {
                self.settle(Step::Choose);
                self.app.tell(Notice::NotWorked(problem));
            }
        };
        let number = self.app.read_backup(bytes, passphrase, heard);
        self.step.set(Step::Reading(number));
    }

    fn settle(self, step: Step) {
        self.sealed.set_value(Vec::new());
        self.step.set(step);
    }

    pub(super) fn mode(self) -> RestoreMode {
        if self.keep.get_untracked() {
            RestoreMode::Keep
        } else {
            RestoreMode::Replace
        }
    }

    /// Restores after a safety copy of what is there: to the folder where there is one, else
    /// offered as a file. Without that copy nothing is restored.
    pub(super) fn copy_and_restore(self, backup: &Arc<Restorable>) {
        let app = self.app;
        if app.peek(|model| model.following) {
            return app.tell(Notice::Following);
        }
        match app.peek(before) {
            Before::Nothing => return self.restore(backup),
            // The preview says what to do first, and its button is off.
            Before::SealedCopy => return,
            Before::Copy => {}
        }
        let (to, folder) = app.peek(|model| (model.sequence, copies_itself(model)));
        self.step.set(Step::Copying(Arc::clone(backup)));
        let first = if folder {
            Wanted::CopyOut { to }
        } else {
            Wanted::BackUp
        };
        app.perform_heard(first, move |event| self.heard(event));
    }

    /// Goes on when the safety copy is made.
    fn heard(self, event: &Event) {
        // The copy may end when the user has left this screen: then nothing is restored.
        let Some(Step::Copying(backup)) = self.step.try_get_untracked() else {
            return;
        };
        match event {
            // After the program has heard of the copy too.
            Event::BackedUp { .. } => queue_microtask(move || self.restore(&backup)),
            Event::CopyFailed(problem) => {
                self.step.set(Step::NotCopied(backup, problem.clone()));
            }
            // A download that comes to nothing is told by a notice, and by nothing else.
            Event::Noticed(notice) if !matches!(notice, Notice::FileReady(_)) => {
                self.step.set(Step::Read(backup));
            }
            _ => {}
        }
    }

    fn restore(self, restorable: &Restorable) {
        let (backup, log) = (&restorable.backup, &restorable.log);
        if let Some(log) = self.app.peek(|model| goes_here(model, log)) {
            let count = backup.book.all().count();
            let actions = restored_log::count(self.app, &log);
            self.app.dispatch(Event::CarryAsked(log));
            return self.step.set(Step::Carrying(count, actions));
        }
        let mode = self.mode();
        let operation = self.app.peek(|model| restore(model, backup, mode));
        let count = operation.changes.len();
        let before = self.app.peek(|model| model.sequence);
        self.app.act(operation);
        let taken = self.app.peek(|model| model.sequence) > before;
        self.step.set(if taken {
            Step::Done(count)
        } else {
            Step::NotDone
        });
    }
}

/// The panels of restoring, step by step.
pub(super) fn panels(app: App) -> AnyView {
    let restoring = Restoring {
        app,
        step: RwSignal::new(Step::Choose),
        file: RwSignal::new(String::new()),
        sealed: StoredValue::new(Vec::new()),
        keep: RwSignal::new(false),
    };
    (move || match restoring.step.get() {
        Step::Choose => panel(app, choose(restoring)),
        Step::Reading(_) => panel(app, reading(restoring)),
        Step::Sealed(wrong) => panel(app, sealed(restoring, wrong)),
        Step::Refused(error) => panel(app, refused(restoring, app.t(error))),
        Step::Read(backup) => read(restoring, backup),
        Step::Copying(_) => panel(app, copying(app)),
        Step::NotCopied(backup, problem) => panel(app, not_copied(restoring, backup, problem)),
        Step::Carrying(count, actions) => panel(app, carrying(restoring, count, actions)),
        Step::Done(count) => panel(app, done(restoring, count)),
        Step::Carried(count, actions) => panel(app, carried(restoring, count, actions)),
        Step::NotDone => panel(app, refused(restoring, app.t(BackupMessage::NotDone))),
    })
    .into_any()
}

fn panel(app: App, inner: AnyView) -> AnyView {
    view! {
        <Panel title=app.t(BackupMessage::RestoreTitle)><div class="data__stack">{inner}</div></Panel>
    }
    .into_any()
}

fn choose(restoring: Restoring) -> AnyView {
    let app = restoring.app;
    let take = move |files: Vec<File>| {
        pick::read_first(app, files, move |name, bytes| restoring.take(name, bytes));
    };
    let folder = app.view(|model| model.outside.can_write());
    let copies = move || {
        folder
            .get()
            .then(|| copies::list(app, move |name, bytes| restoring.take(name, bytes)))
    };
    view! {
        {copies}
        <FileDrop
            label=app.t(BackupMessage::Drop)
            button_label=app.t(BackupMessage::Pick)
            hint=app.t(BackupMessage::PickHint)
            accept=[".", EXTENSION, ",.", SEALED_EXTENSION].concat()
            on_files=take
        />
    }
    .into_any()
}

fn copying(app: App) -> AnyView {
    view! { <Progress label=app.t(OutsideMessage::FirstCopy) /> }.into_any()
}

fn not_copied(restoring: Restoring, backup: Arc<Restorable>, problem: CopyProblem) -> AnyView {
    let app = restoring.app;
    let title = app.t(OutsideMessage::FirstCopyFailed);
    let back = move |()| restoring.step.set(Step::Read(Arc::clone(&backup)));
    view! {
        <Note kind=NoteKind::Error title=title>{app.t(problem)}</Note>
        <div class="data__actions">
            <Button label=app.t(BackupMessage::BackToPreview) on_press=back />
            {other_file(restoring)}
        </div>
    }
    .into_any()
}

fn reading(restoring: Restoring) -> AnyView {
    let app = restoring.app;
    view! {
        <Progress
            label=app.t(BackupMessage::Reading)
            cancel_label=app.t(ShellMessage::Cancel)
            on_cancel=Callback::new(move |()| restoring.start_over())
        />
    }
    .into_any()
}

/// A sealed file: nothing is known of it before its passphrase is.
fn sealed(restoring: Restoring, wrong: Option<BackupError>) -> AnyView {
    let app = restoring.app;
    let title = BackupMessage::SealedTitle {
        file: restoring.file.get_untracked(),
    };
    let note = wrong.is_none().then(|| app.t(BackupError::Sealed));
    let wrong = wrong.map(|wrong| app.t(wrong));
    let ask = sealing::asked_once(app, wrong, move |passphrase| restoring.unseal(passphrase));
    view! {
        <Note kind=NoteKind::Info title=app.t(title)>{note}</Note>
        {ask}
        <div class="data__actions">{other_file(restoring)}</div>
    }
    .into_any()
}

fn refused(restoring: Restoring, why: String) -> AnyView {
    let app = restoring.app;
    let title = BackupMessage::RefusedTitle {
        file: restoring.file.get_untracked(),
    };
    view! {
        <Note kind=NoteKind::Error title=app.t(title)>{why}</Note>
        <div class="data__actions">{other_file(restoring)}</div>
    }
    .into_any()
}

/// The button that lets the file go.
pub(super) fn other_file(restoring: Restoring) -> AnyView {
    let label = restoring.app.t(BackupMessage::OtherFile);
    view! { <Button label=label on_press=move |()| restoring.start_over() /> }.into_any()
}

/// Until the log is in, or is told not to be.
fn carrying(restoring: Restoring, count: usize, actions: String) -> AnyView {
    let app = restoring.app;
    let seen = app.view(|model| (model.carrying, model.sequence > 0));
    Effect::new(move |_| match seen.get() {
        (true, _) => {}
        (false, true) => restoring.step.set(Step::Carried(count, actions.clone())),
        (false, false) => restoring.step.set(Step::Choose),
    });
    view! { <Progress label=app.t(BackupMessage::Carrying) /> }.into_any()
}

fn carried(restoring: Restoring, count: usize, actions: String) -> AnyView {
    let app = restoring.app;
    let text = BackupMessage::DoneCarriedText {
        file: restoring.file.get_untracked(),
        count: format::count(count, app.locale.get_untracked()),
        actions,
    };
    view! {
        <Note kind=NoteKind::Success title=app.t(BackupMessage::DoneTitle)>{app.t(text)}</Note>
        <div class="data__actions">{other_file(restoring)}</div>
    }
    .into_any()
}

fn done(restoring: Restoring, count: usize) -> AnyView {
    let app = restoring.app;
    let text = BackupMessage::DoneText {
        file: restoring.file.get_untracked(),
        count: format::count(count, app.locale.get_untracked()),
    };
    let undo = move |()| {
        app.dispatch(Event::UndoAsked);
        restoring.start_over();
    };
    view! {
        <Note kind=NoteKind::Success title=app.t(BackupMessage::DoneTitle)>{app.t(text)}</Note>
        <div class="data__actions">
            <Button icon=Glyph::Undo label=app.t(ShellMessage::Undo) on_press=undo />
            {other_file(restoring)}
        </div>
    }
    .into_any()
}

/// A backup that was read: what it is, and what can be done with it.
fn read(restoring: Restoring, backup: Arc<Restorable>) -> AnyView {
    let app = restoring.app;
    let facts = facts(app, &backup);
    let title = restoring.file.get_untracked();
    let compared = Arc::clone(&backup);
    // Compared anew when the data change while this is looked at.
    let seen = app.view(move |model| {
        (
            fit(model, &compared.backup),
            preview(model, &compared.backup),
        )
    });
    let rest = move || match seen.get() {
        (BackupFit::Apart, _) => apart(restoring, Arc::clone(&backup)),
        (near, seen) => shown::differences(restoring, Arc::clone(&backup), near, &seen),
    };
    view! {
        <Panel title=title><Facts items=facts /></Panel>
        {rest}
    }
    .into_any()
}

fn facts(app: App, restorable: &Restorable) -> Vec<(String, String)> {
    let backup = &restorable.backup;
    let locale = app.locale.get_untracked();
    let holds = BackupMessage::HoldsText {
        records: format::count(backup.book.all().count(), locale),
    };
    vec![
        (app.t(BackupMessage::Agency), agency(app, backup)),
        (app.t(BackupMessage::Made), format::moment(backup.made)),
        (app.t(BackupMessage::Program), backup.program.clone()),
        (app.t(BackupMessage::Holds), app.t(holds)),
        restored_log::fact(app, &restorable.log),
    ]
}

fn agency(app: App, backup: &Backup) -> String {
    let agency = &backup.book.agency;
    match (agency.name.is_empty(), agency.sample) {
        (false, _) => agency.name.clone(),
        (true, true) => app.t(DataMessage::SampleName),
        (true, false) => app.t(DataMessage::Unnamed),
    }
}

/// A backup of somebody else: it is not put over what is open.
fn apart(restoring: Restoring, backup: Arc<Restorable>) -> AnyView {
    let app = restoring.app;
    let title = BackupMessage::ApartTitle {
        agency: agency(app, &backup.backup),
    };
    let inner = view! {
        <Note kind=NoteKind::Error title=app.t(title)>{app.t(BackupMessage::ApartText)}</Note>
        {restored_log::in_a_new_one(app, &backup.log)}
        <div class="data__actions">
            {open_apart(app, backup, ButtonLook::Primary)}
            {other_file(restoring)}
        </div>
    };
    panel(app, inner.into_any())
}

/// Restores into a workspace of its own; the open one stays as it is.
pub(super) fn open_apart(app: App, backup: Arc<Restorable>, look: ButtonLook) -> AnyView {
    let open = move |()| {
        app.dispatch(Event::RestoredApart(Box::new((*backup).clone())));
    };
    let unlocked = app.view(|model| model.lock.on);
    let told = move || {
        let text = || view! { <p class="data__text">{app.t(BackupMessage::ApartUnlocked)}</p> };
        unlocked.get().then(text)
    };
    view! { <Button look=look label=app.t(BackupMessage::Apart) on_press=open /> {told} }.into_any()
}
