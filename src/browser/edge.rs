//! Runs the program's effects, each with the part of the browser it needs.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::app::job::{Bytes, Job, JobProgress, MadeFile};
use crate::app::outside::{CopyName, CopyProblem};
use crate::app::{
    BackupRead, Edge, Effect, Event, Found, LogLine, Notice, Now, Opened, Pending, StorageProblem,
    StorageState, WorkProblem, Worked, Workspace, sample_agency,
};
use crate::domain::Day;
use crate::files::backup::Passphrase;
use crate::ledger::{Book, Operation};
use crate::parts::NotFetched;
use crate::store::StoreError;
use crate::store::entry::EntryHead;

use backup::Wish;

use super::channel::{Channel, Word};
use super::copy::{ReadBackup, Rows};
use super::follower::Follower;
use super::lock::hold;
use super::parcel::{Answered, Parcel};
use super::problem::of_store;
use super::vault::{Contents, OpenError, Vault};
use super::{JobAnswer, WebKey, WorkerError, WorkerLink};
use super::{examine, local, page, quota, workspaces};

mod backup;
mod carrying;
mod cleaning;
mod locking;
mod outside;
mod tabs;

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
    /// The workspace this tab writes.
    open: Rc<RefCell<Option<Rc<Vault>>>>,
    /// A new workspace for a backup that is not in it yet.
    filling: Rc<RefCell<Option<String>>>,
    /// The workspace last asked for, which may not have opened.
    asked: Rc<RefCell<Option<String>>>,
    /// The way to the other tabs, while this one writes.
    channel: Rc<RefCell<Option<Channel>>>,
    /// The workspace another tab writes and this one follows.
    following: Rc<RefCell<Option<Rc<Follower>>>>,
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
        self.asked.replace(Some(workspace.id.clone()));
        let edge = self.same();
        let key = self.key_for(&workspace.id);
        // One who leaves a locked workspace for another is asked again on coming back.
        let known = key.clone().map(|key| (workspace.id.clone(), key));
        self.key.replace(known);
        let before = self.leave();
        spawn_local(async move {
            wait_until_saved(before).await;
            match Vault::open_with(&workspace.id, key).await {
                Ok((vault, contents)) => edge.write_in(workspace, vault, contents, answer),
                Err(OpenError(StorageProblem::Locked)) => answer(locking::waits(&workspace.id)),
                Err(error) if error.0 == StorageProblem::HeldByOtherTab => {
                    edge.follow(workspace, answer).await;
                }
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
                wait_until_saved(edge.leave()).await;
                answer(Event::NothingStored);
            }
        });
    }

    /// Opens a new workspace; the sample agency has one only, used again.
    /// One that is to be filled takes no place before it is.
    fn create(&self, sample: bool, to_fill: bool, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let listed = workspaces::list_workspaces().await;
            if let Some(id) = first(listed, |workspace| sample && workspace.sample) {
                return edge.open_by_id(id, answer);
            }
            match workspaces::new_workspace(sample) {
                Ok(workspace) => {
                    let id = to_fill.then(|| workspace.id.clone());
                    edge.filling.replace(id);
                    edge.open(workspace, answer);
                }
                Err(_) => answer(Event::OpenFailed(StorageProblem::Full)),
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
        let (edge, id) = (self.same(), vault.id().to_owned());
        vault.save(pending, move |written| {
            if written.is_ok() {
                edge.filled(&id);
                edge.tell(&Word::Saved(sequence));
            }
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
                // One damaged action is no reason to close the rest.
                Err(StorageProblem::Damaged(_)) => Event::Noticed(Notice::ActionUnreadable),
                Err(problem) => Event::Noticed(Notice::Storage(problem)),
            });
        });
    }

    /// Reads an operation for a screen, in a tab that writes or follows.
    fn read_action(&self, sequence: u64, answer: Answer) {
        let vault = self.vault();
        let follower = self.following.borrow().clone();
        spawn_local(async move {
            let read = match (vault, follower) {
                (Some(vault), _) => vault.fetch(sequence).await,
                (None, Some(follower)) => follower.fetch(sequence).await,
                (None, None) => Err(StorageProblem::Lost),
            };
            answer(Event::ActionRead(sequence, read));
        });
    }

    /// The workspace one looks at, opened or not.
    fn looked_at(&self) -> String {
        let open = self.vault().map(|vault| vault.id().to_owned());
        let asked = || self.asked.borrow().clone();
        open.or_else(asked)
            .or_else(local::current)
            .unwrap_or_default()
    }

    fn examine(&self, answer: Answer) {
        let (edge, id) = (self.same(), self.looked_at());
        spawn_local(async move {
            let locked = edge.key_for(&id).is_some();
            let found = match edge.rows_of(&id).await {
                Ok(rows) => examine::examine(&id, rows).await.map_err(of_store),
                Err(problem) => Err(problem),
            };
            answer(match found {
                Ok(found) => Event::Examined(Box::new(Found { locked, ..found })),
                Err(problem) => Event::Noticed(Notice::Storage(problem)),
            });
        });
    }

    fn go_on(&self, answer: Answer) {
        let (edge, id, now) = (self.same(), self.looked_at(), self.now());
        spawn_local(async move {
            let newest = match edge.rows_of(&id).await {
                Ok(rows) => examine::newest(&id, rows, now.moment)
                    .await
                    .map_err(of_store),
                Err(problem) => Err(problem),
            };
            answer(match newest {
                Ok(newest) => Event::RestoredApart(Box::new(newest)),
                Err(problem) => Event::Noticed(Notice::Storage(problem)),
            });
        });
    }

    /// All rows of a workspace that can be read, for looking into it.
    async fn rows_of(&self, id: &str) -> Result<Rows, StorageProblem> {
        let now = self.now();
        let mut rows = Rows::new(id, now.moment, now.today);
        self.read_whole(id, &mut rows).await?;
        Ok(rows)
    }

    /// The same edge, for what answers later.
    fn same(&self) -> Self {
        Self {
            open: Rc::clone(&self.open),
            filling: Rc::clone(&self.filling),
            asked: Rc::clone(&self.asked),
            channel: Rc::clone(&self.channel),
            following: Rc::clone(&self.following),
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
            Effect::DeleteWorkspace(id) => delete(id, answer),
            Effect::Create { sample, to_fill } => self.create(sample, to_fill, answer),
            Effect::Persist(pending) => self.persist(&pending, answer),
            Effect::Carry(carrying) => self.carry(carrying, answer),
            Effect::Fetch(sequence) => self.fetch(sequence, answer),
            Effect::ReadAction(sequence) => self.read_action(sequence, answer),
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
            Effect::BackUp => self.back_up(None, Wish::Asked, answer),
            Effect::OfferBackup => self.back_up(None, Wish::Unasked, answer),
            Effect::CountCopy(offered) => self.count_copy(offered, &answer),
            Effect::BackUpSealed(passphrase) => {
                self.back_up(Some(passphrase), Wish::Asked, answer);
            }
            Effect::ExportLog(order) => self.export_log(order, answer),
            Effect::CopyOut { to } => self.copy_out(to, answer),
            Effect::LookAtFolder => outside::look_at_folder(answer),
            Effect::ChooseFolder => outside::choose_folder(answer),
            Effect::AskForFolder => outside::ask_for_folder(answer),
            Effect::LeaveFolder => outside::leave_folder(answer),
            Effect::LookIntoBin => self.look_into_bin(answer),
            Effect::Clean(cleaning) => self.clean(cleaning, answer),
            Effect::TakeOver => self.take_over(answer),
            Effect::Rescue => self.rescue(answer),
            Effect::Examine => self.examine(answer),
            Effect::GoOn => self.go_on(answer),
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
                        Ok((backup, to)) => BackupRead::Read {
                            backup: Box::new(backup),
                            to,
                        },
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

    fn copies(&self, answer: Rc<dyn Fn(Result<Vec<CopyName>, CopyProblem>)>) {
        spawn_local(async move { answer(outside::copies().await) });
    }

    fn read_copy(&self, name: &CopyName, answer: Rc<dyn Fn(Result<Vec<u8>, CopyProblem>)>) {
        let name = name.to_string();
        spawn_local(async move { answer(outside::read_copy(&name).await) });
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
            workspaces: workspaces::stored_sets().await,
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

/// Deletes a workspace unless some tab writes it.
fn delete(id: String, answer: Answer) {
    spawn_local(async move {
        let Some(lock) = hold(&workspaces::database_name(&id)).await else {
            return answer(Event::Noticed(Notice::SetInUse));
        };
        let deleted = workspaces::delete_workspace(&id).await;
        drop(lock);
        answer(Event::Noticed(match deleted {
            Ok(()) => Notice::SetDeleted,
            Err(StoreError::Blocked) => Notice::SetInUse,
            Err(error) => Notice::Storage(of_store(error)),
        }));
        look_at_storage(false, answer);
    });
}

fn opened(
    workspace: Workspace,
    contents: Contents,
    preferences: Option<BTreeMap<String, String>>,
) -> Opened {
    let canary = local::canary(&workspace.id);
    let last_backup = canary.as_ref().and_then(|canary| canary.last_backup());
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
        repairs: contents.repairs,
        copied_to: canary.map_or(0, |canary| canary.backed_up_to),
        following: false,
        migrated: false,
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
