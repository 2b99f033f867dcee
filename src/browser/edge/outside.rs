//! Copies to the folder: written, read back, opened, thinned.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Answer, BrowserEdge, problem_of};
use crate::app::job::Bytes;
use crate::app::outside::{CopyName, CopyProblem, FolderState, to_thin};
use crate::app::view::log::local_time;
use crate::app::{Edge as _, Event, Notice, WorkProblem};
use crate::browser::JobAnswer;
use crate::browser::channel::Word;
use crate::browser::copy::{MadeBackup, Rows};
use crate::browser::folder::Folder;
use crate::browser::parcel::{Answered, Parcel};
use crate::browser::vault::Vault;
use crate::ledger::{Digest, Moment};

impl BrowserEdge {
    /// Remembers that a copy was put outside the browser, and tells everybody.
    pub(super) fn backed_up(&self, vault: &Vault, at: Moment, to: u64, answer: &Answer) {
        vault.backed_up(at, to);
        self.tell(&Word::Saved(to));
        answer(Event::BackedUp { at, to });
    }

    /// Writes a copy up to an action to the folder, and proves it good.
    pub(super) fn copy_out(&self, to: u64, answer: Answer) {
        let edge = self.same();
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return answer(Event::CopyFailed(CopyProblem::Nothing));
            };
            let at = edge.now().moment;
            match edge.copy_to_folder(&vault, to).await {
                Ok(()) => edge.backed_up(&vault, at, to, &answer),
                Err(problem) => answer(Event::CopyFailed(problem)),
            }
        });
    }

    async fn copy_to_folder(&self, vault: &Vault, to: u64) -> Result<(), CopyProblem> {
        let folder = writable().await?;
        let now = self.now();
        let mut rows = Rows::new(vault.id(), now.moment, now.today);
        vault
            .copy(&mut rows, to)
            .await
            .map_err(CopyProblem::Storage)?;
        let made = self.made(rows).await?;
        if made.records_to.is_none_or(|last| last < to) {
            return Err(CopyProblem::NotAsWritten);
        }
        let file = made.file;
        let name = CopyName::new(&vault.agency(), vault.id(), to, now.moment);
        let file_name = name.to_string();
        folder.write(&file_name, &file.bytes.0).await?;
        let proven = self.proven(&folder, &file_name, &file.bytes.0, made.log_to);
        if let Err(problem) = proven.await {
            // Under its name it would pass for a copy, and thinning could keep it in the place
            // of a good one. What cannot be removed is reported all the same.
            drop(folder.remove(&file_name).await);
            return Err(problem);
        }
        thin(&folder, vault.id(), now.moment).await
    }

    /// Proves that a copy in the folder is what was written and opens.
    async fn proven(
        &self,
        folder: &Folder,
        name: &str,
        written: &[u8],
        to: u64,
    ) -> Result<(), CopyProblem> {
        let read = folder.read(name).await?;
        if Digest::of(&read) != Digest::of(written) {
            return Err(CopyProblem::NotAsWritten);
        }
        self.opens(read, to).await
    }

    async fn made(&self, rows: Rows) -> Result<MadeBackup, CopyProblem> {
        match self.done_by_worker(&Parcel::BackUp(rows)).await {
            Ok(Answered::BackedUp(Some(made))) => Ok(made),
            Ok(Answered::BackedUp(None)) => Err(CopyProblem::Nothing),
            Ok(_) => Err(CopyProblem::NotWorked(WorkProblem::OtherVersion)),
            Err(problem) => Err(CopyProblem::NotWorked(problem)),
        }
    }

    /// Proves that a copy opens and that its log reaches to an action.
    async fn opens(&self, bytes: Vec<u8>, to: u64) -> Result<(), CopyProblem> {
        let parcel = Parcel::CheckBackup(Bytes(bytes));
        match self.done_by_worker(&parcel).await {
            Ok(Answered::Checked(Ok(last))) if last == to => Ok(()),
            Ok(Answered::Checked(Ok(_))) => Err(CopyProblem::NotAsWritten),
            Ok(Answered::Checked(Err(error))) => Err(CopyProblem::DoesNotOpen(error)),
            Ok(_) => Err(CopyProblem::NotWorked(WorkProblem::OtherVersion)),
            Err(problem) => Err(CopyProblem::NotWorked(problem)),
        }
    }

    /// Has the worker do something and waits for its answer.
    async fn done_by_worker(&self, parcel: &Parcel) -> Result<Answered, WorkProblem> {
        let heard: Rc<RefCell<Option<Result<Answered, WorkProblem>>>> = Rc::default();
        let promise = Promise::new(&mut |resolve: Function, _: Function| {
            let heard = Rc::clone(&heard);
            self.worker.start(parcel, move |answer| {
                let ended = match answer {
                    JobAnswer::Progress(_) => return,
                    JobAnswer::Done(answered) => Ok(answered),
                    JobAnswer::Failed(error) => Err(problem_of(error)),
                };
                heard.replace(Some(ended));
                // Resolving a promise cannot fail.
                drop(resolve.call0(&JsValue::UNDEFINED));
            });
        });
        // The promise is only ever kept; what came of it stands beside it.
        drop(JsFuture::from(promise).await);
        heard.take().unwrap_or(Err(WorkProblem::BrokeDown))
    }
}

/// The folder, when it can be written to.
async fn writable() -> Result<Folder, CopyProblem> {
    match Folder::last().await {
        (Some(folder), FolderState::Ready(_)) => Ok(folder),
        _ => Err(CopyProblem::NotAllowed),
    }
}

/// Removes the copies of a workspace that need not stay.
async fn thin(folder: &Folder, workspace: &str, now: Moment) -> Result<(), CopyProblem> {
    let copies = listed(folder).await?;
    for copy in to_thin(&copies, workspace, local_time(now).0) {
        // One that cannot be removed now is only one too many; the next time removes it.
        drop(folder.remove(&copy.to_string()).await);
    }
    Ok(())
}

async fn listed(folder: &Folder) -> Result<Vec<CopyName>, CopyProblem> {
    let names = folder.names().await?;
    Ok(names.iter().filter_map(|it| CopyName::parse(it)).collect())
}

/// The copies in the folder, of all workspaces.
pub(super) async fn copies() -> Result<Vec<CopyName>, CopyProblem> {
    listed(&writable().await?).await
}

/// The bytes of a copy in the folder.
pub(super) async fn read_copy(name: &str) -> Result<Vec<u8>, CopyProblem> {
    writable().await?.read(name).await
}

pub(super) fn look_at_folder(answer: Answer) {
    spawn_local(async move {
        let (_, state) = Folder::last().await;
        answer(Event::FolderSeen(state));
    });
}

/// Has the user choose a folder; the browser shows its own window.
pub(super) fn choose_folder(answer: Answer) {
    spawn_local(async move {
        match Folder::choose().await {
            Ok(Some(folder)) => answer(Event::FolderGiven(folder.ask().await)),
            Ok(None) => {}
            Err(problem) => answer(Event::Noticed(Notice::NotCopied(problem))),
        }
    });
}

pub(super) fn ask_for_folder(answer: Answer) {
    spawn_local(async move {
        let (folder, state) = Folder::last().await;
        match folder {
            Some(folder) => answer(Event::FolderGiven(folder.ask().await)),
            None => answer(Event::FolderSeen(state)),
        }
    });
}

pub(super) fn leave_folder(answer: Answer) {
    spawn_local(async move {
        match Folder::forget().await {
            Ok(()) => answer(Event::FolderSeen(Folder::last().await.1)),
            Err(problem) => answer(Event::Noticed(Notice::NotCopied(problem))),
        }
    });
}
