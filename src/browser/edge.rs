//! Runs the program's effects, each with the part of the browser it needs.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::app::job::{Bytes, Job, JobProgress, MadeFile, NotMade};
use crate::app::{
    BackupRead, Edge, Effect, Event, LogLine, Notice, Now, Opened, Pending, StorageProblem,
    StorageState, WorkProblem, Worked, Workspace, sample_agency,
};
use crate::domain::Day;
use crate::files::backup::Passphrase;
use crate::ledger::{Book, Operation};
use crate::parts::NotFetched;
use crate::store::entry::EntryHead;

use super::copy::{ReadBackup, Rows};
use super::parcel::{Answered, Parcel};
use super::vault::{Contents, OpenError, Vault};
use super::{JobAnswer, WebKey, WorkerError, WorkerLink};
use super::{local, page, quota, workspaces};

mod locking;

crate::part! {
    /// Fetches what makes an edge in this browser.
    pub edge in desk: fn() -> Rc<dyn Edge> = || Rc::new(BrowserEdge::default())
}

crate::part!(sample in sample: fn(Day) -> Operation = sample_agency);

/// Where events go.
type Answer = Rc<dyn Fn(Event)>;

/// The program's edge in a browser.
#[derive(Default)]
pub struct BrowserEdge {
    open: Rc<RefCell<Option<Rc<Vault>>>>,
    worker: Rc<WorkerLink<Parcel, Answered, JobProgress>>,
    /// The key of the workspace unlocked last, so that a damaged one can still be rescued.
    key: Rc<RefCell<Option<(String, WebKey)>>>,
}

impl BrowserEdge {
    fn vault(&self) -> Option<Rc<Vault>> {
        self.open.borrow().clone()
    }

    /// Opens a workspace in place of the one that is open.
    fn open(&self, workspace: Workspace, answer: Answer) {
        let open = Rc::clone(&self.open);
        let key = self.key_of(&workspace.id);
        if key.is_none() {
            // One who leaves a locked workspace for another is asked again on coming back.
            self.key.replace(None);
        }
        let before = open.take();
        spawn_local(async move {
            wait_until_saved(before).await;
            match Vault::open_with(&workspace.id, key).await {
                Ok((vault, contents)) => {
                    let preferences = vault.preferences();
                    open.replace(Some(vault));
                    // Not remembering it only means that another one opens next time.
                    drop(local::set_current(&workspace.id));
                    answer(Event::Opened(Box::new(opened(
                        workspace,
                        contents,
                        preferences,
                    ))));
                }
                Err(OpenError(StorageProblem::Locked)) => answer(locking::waits(&workspace.id)),
                Err(error) => answer(Event::OpenFailed(error.0)),
            }
        });
    }

    fn open_by_id(&self, id: String, answer: Answer) {
        let sample = local::workspace(&id).is_some_and(|(sample, _)| sample);
        self.open(Workspace { id, sample }, answer);
    }

    fn open_last(&self, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let found = match local::current() {
                Some(id) => Some(id),
                None => first(workspaces::list_workspaces().await, |_| true),
            };
            match found {
                Some(id) => edge.open_by_id(id, answer),
                None => answer(Event::NothingStored),
            }
        });
    }

    fn open_own(&self, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let listed = workspaces::list_workspaces().await;
            if let Some(id) = first(listed, |workspace| !workspace.sample) {
                edge.open_by_id(id, answer);
            } else {
                wait_until_saved(edge.open.take()).await;
                answer(Event::NothingStored);
            }
        });
    }

    /// Opens a new workspace; the sample agency has one only, used again.
    fn create(&self, sample: bool, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let listed = workspaces::list_workspaces().await;
            if let Some(id) = first(listed, |workspace| sample && workspace.sample) {
                return edge.open_by_id(id, answer);
            }
            match workspaces::new_workspace(sample) {
                Ok(workspace) => edge.open(workspace, answer),
                Err(_) => answer(Event::OpenFailed(StorageProblem::Full)),
            }
            if !sample {
                quota::ask_to_persist().await;
            }
        });
    }

    fn persist(&self, pending: &Pending, answer: Answer) {
        let sequence = pending.sequence;
        let ours = self
            .vault()
            .filter(|vault| vault.id() == pending.workspace.id);
        let Some(vault) = ours else {
            answer(Event::PersistFailed(sequence, StorageProblem::Lost));
            return;
        };
        vault.save(pending, move |written| {
            answer(match written {
                Ok(hash) => Event::Persisted(sequence, hash),
                Err(problem) => Event::PersistFailed(sequence, problem),
            });
        });
    }

    fn fetch(&self, sequence: u64, answer: Answer) {
        let vault = self.vault();
        spawn_local(async move {
            let Some(vault) = vault else { return };
            answer(match vault.fetch(sequence).await {
                Ok(operation) => Event::OperationFetched(sequence, operation),
                Err(problem) => Event::OpenFailed(problem),
            });
        });
    }

    /// Offers a backup of the open workspace and remembers that it was made.
    fn back_up(&self, passphrase: Option<Passphrase>, answer: Answer) {
        let (edge, now) = (self.same(), self.now());
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return edge.rescue(answer);
            };
            let mut rows = Rows::new(vault.id(), now.moment, now.today).sealed(passphrase);
            match vault.copy(&mut rows).await {
                Ok(()) => edge.make_backup(rows, answer, move |answer| {
                    vault.backed_up(now.moment);
                    answer(Event::BackedUp(now.moment));
                }),
                Err(problem) => answer(Event::Noticed(Notice::Storage(problem))),
            }
        });
    }

    /// Offers whatever can be read of the workspace used last, and what was not yet written.
    fn rescue(&self, answer: Answer) {
        let (edge, now) = (self.same(), self.now());
        spawn_local(async move {
            let vault = edge.vault();
            let id = vault
                .as_ref()
                .map(|vault| vault.id().to_owned())
                .or_else(local::current)
                .unwrap_or_default();
            let mut rows = Rows::new(&id, now.moment, now.today);
            let read = edge.read_whole(&id, &mut rows).await;
            if let Some(vault) = &vault {
                vault.copy_unsaved(&mut rows);
            } else if let Err(problem) = read {
                return answer(Event::Noticed(Notice::Storage(problem)));
            }
            edge.make_backup(rows, answer, |_| {});
        });
    }

    fn make_backup(&self, rows: Rows, answer: Answer, made: impl Fn(&Answer) + 'static) {
        let edge = self.same();
        self.worker.start(&Parcel::BackUp(rows), move |heard| {
            let notice = match heard {
                JobAnswer::Progress(_) => return,
                JobAnswer::Done(Answered::BackedUp(Some(file))) => {
                    if edge.offer(&file) {
                        made(&answer);
                        Notice::FileReady(file.name)
                    } else {
                        Notice::FileNotOffered(file.name)
                    }
                }
                JobAnswer::Done(Answered::BackedUp(None)) => Notice::NotMade(NotMade::NoBook),
                JobAnswer::Done(_) => Notice::NotWorked(WorkProblem::OtherVersion),
                JobAnswer::Failed(error) => Notice::NotWorked(problem_of(error)),
            };
            answer(Event::Noticed(notice));
        });
    }

    /// The same edge, for what answers later.
    fn same(&self) -> Self {
        Self {
            open: Rc::clone(&self.open),
            worker: Rc::clone(&self.worker),
            key: Rc::clone(&self.key),
        }
    }
}

impl Edge for BrowserEdge {
    fn now(&self) -> Now {
        Now {
            moment: super::now(),
            today: super::today(),
        }
    }

    fn run(&self, effect: Effect, answer: Answer) {
        match effect {
            Effect::ReadPreferences => answer(Event::PreferencesRead(local::preferences())),
            Effect::OpenLast => self.open_last(answer),
            Effect::OpenOwn => self.open_own(answer),
            Effect::Open(id) => self.open_by_id(id, answer),
            Effect::Create { sample } => self.create(sample, answer),
            Effect::Persist(pending) => self.persist(&pending, answer),
            Effect::Fetch(sequence) => self.fetch(sequence, answer),
            Effect::GoTo(address) => page::go_to(&address),
            Effect::Prefer { name, value } => self.prefer(&name, value),
            Effect::Lock(ask) => self.lock(ask, answer),
            Effect::MakeSample => {
                spawn_local(async move {
                    answer(match sample().await {
                        Ok(sample) => Event::Acted(sample(super::today())),
                        Err(NotFetched) => Event::Noticed(Notice::NotFetched),
                    });
                });
            }
            // Shown by the screens: it does not need the browser.
            Effect::Tell(_) => {}
            Effect::LookAtStorage { ask_to_keep } => look_at_storage(ask_to_keep, answer),
            Effect::BackUp => self.back_up(None, answer),
            Effect::BackUpSealed(passphrase) => self.back_up(Some(passphrase), answer),
            Effect::Rescue => self.rescue(answer),
        }
    }

    fn work(&self, job: Job, book: Option<&Book>, answer: Rc<dyn Fn(Worked)>) -> u32 {
        self.worker.start(&Parcel::job(job, book), move |heard| {
            answer(match heard {
                JobAnswer::Progress(progress) => Worked::Progress(progress),
                JobAnswer::Done(Answered::Job(reply)) => Worked::Done(reply),
                JobAnswer::Done(_) => Worked::Failed(WorkProblem::OtherVersion),
                JobAnswer::Failed(error) => Worked::Failed(problem_of(error)),
            });
        })
    }

    fn read_backup(
        &self,
        bytes: Vec<u8>,
        passphrase: Option<Passphrase>,
        answer: Rc<dyn Fn(BackupRead)>,
    ) -> u32 {
        let parcel = Parcel::ReadBackup(Bytes(bytes), passphrase);
        self.worker.start(&parcel, move |heard| {
            answer(match heard {
                JobAnswer::Progress(_) => return,
                JobAnswer::Done(Answered::Backup(read)) => {
                    match read.and_then(ReadBackup::unpack) {
                        Ok(backup) => BackupRead::Read(Box::new(backup)),
                        Err(error) => BackupRead::Refused(error),
                    }
                }
                JobAnswer::Done(_) => BackupRead::Failed(WorkProblem::OtherVersion),
                JobAnswer::Failed(error) => BackupRead::Failed(problem_of(error)),
            });
        })
    }

    fn give_up(&self, number: u32) {
        self.worker.cancel(number);
    }

    fn offer(&self, file: &MadeFile) -> bool {
        super::download(&file.name, media_type(&file.name), &file.bytes.0).is_ok()
    }
}

fn look_at_storage(ask_to_keep: bool, answer: Answer) {
    spawn_local(async move {
        if ask_to_keep {
            quota::ask_to_persist().await;
        }
        let usage = quota::usage().await;
        answer(Event::StorageSeen(StorageState {
            used: usage.map(|usage| usage.used),
            allowed: usage.map(|usage| usage.granted),
            kept: quota::is_persisted().await,
            workspaces: workspaces::list_workspaces().await,
        }));
    });
}

const fn problem_of(error: WorkerError) -> WorkProblem {
    match error {
        WorkerError::NotStarted => WorkProblem::NotStarted,
        WorkerError::BrokeDown => WorkProblem::BrokeDown,
        WorkerError::OtherVersion => WorkProblem::OtherVersion,
    }
}

fn first(listed: Vec<workspaces::Listed>, wanted: impl Fn(&Workspace) -> bool) -> Option<String> {
    let mut ids = listed.into_iter().map(|(workspace, _)| workspace);
    ids.find(wanted).map(|workspace| workspace.id)
}

/// Milliseconds a workspace may take to write what waits before another is opened.
const LAST_WRITES: u32 = 5_000;

/// Lets a workspace finish; what it cannot write was reported as not saved.
async fn wait_until_saved(vault: Option<Rc<Vault>>) {
    let step = 20;
    let Some(vault) = vault else { return };
    let mut waited = 0;
    while !vault.is_saved() && waited < LAST_WRITES {
        super::pause(step).await;
        waited += step;
    }
}

fn opened(
    workspace: Workspace,
    contents: Contents,
    preferences: Option<BTreeMap<String, String>>,
) -> Opened {
    let last_backup = local::canary(&workspace.id).and_then(|canary| canary.last_backup());
    let sample = workspace.sample || contents.book.agency.sample;
    Opened {
        workspace: Workspace {
            sample,
            ..workspace
        },
        log: contents.heads.iter().map(line).collect(),
        operations: contents
            .recent
            .into_iter()
            .map(|entry| (entry.sequence, entry.operation))
            .collect::<BTreeMap<_, _>>(),
        book: contents.book,
        last_backup,
        locked: preferences.is_some(),
        preferences: preferences.or_else(|| Some(local::preferences())),
    }
}

fn line(head: &EntryHead) -> LogLine {
    LogLine {
        sequence: head.sequence,
        at: head.at,
        desk: head.desk.clone(),
        action: head.action.clone(),
        changes: usize::try_from(head.changes).unwrap_or(usize::MAX),
        hash: Some(head.hash),
    }
}

/// What kind of file a name says it is, so that it opens in the right program.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("zip") => "application/zip",
        Some("csv") => "text/csv;charset=utf-8",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
