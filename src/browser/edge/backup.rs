//! Files of the data: backups, what can be rescued, the log.

use wasm_bindgen_futures::spawn_local;

use super::{Answer, BrowserEdge, problem_of};
use crate::app::job::{JobProgress, LogOrder, NotMade};
use crate::app::outside::Offered;
use crate::app::{Damage, Edge as _, Event, Notice, StorageProblem, WorkProblem};
use crate::browser::JobAnswer;
use crate::browser::copy::{MadeBackup, Rows};
use crate::browser::parcel::{Answered, Parcel};
use crate::files::backup::Passphrase;

/// Who wished for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The user, who sees it arrive.
    Asked,
    /// Nobody: the browser may hold it back, and does not say so.
    Unasked,
}

impl BrowserEdge {
    /// Offers a backup of the open workspace and remembers that it was made.
    pub(super) fn back_up(&self, passphrase: Option<Passphrase>, wish: Wish, answer: Answer) {
        let (edge, now) = (self.same(), self.now());
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return edge.rescue(answer);
            };
            let to = vault.last();
            let mut rows = Rows::new(vault.id(), now.moment, now.today).sealed(passphrase);
            let offered = Offered { at: now.moment, to };
            let same = edge.same();
            match vault.copy(&mut rows, to).await {
                Ok(()) => edge.make_backup(rows, answer, move |made, answer| {
                    if made.records_to.is_none_or(|last| last < to) {
                        return Some(Notice::FileOfPart(made.file.name.clone()));
                    }
                    match wish {
                        Wish::Asked => same.count_copy(offered, answer),
                        Wish::Unasked => answer(Event::Offered(offered)),
                    }
                    None
                }),
                Err(problem) => answer(Event::Noticed(Notice::Storage(problem))),
            }
        });
    }

    /// Remembers that a copy of the open workspace is outside the browser.
    pub(super) fn count_copy(&self, offered: Offered, answer: &Answer) {
        if let Some(vault) = self.vault() {
            self.backed_up(&vault, offered.at, offered.to, answer);
        }
    }

    /// Offers whatever can be read of the workspace one looks at, and what was not yet written.
    pub(super) fn rescue(&self, answer: Answer) {
        let (edge, now) = (self.same(), self.now());
        spawn_local(async move {
            let vault = edge.vault();
            let id = edge.looked_at();
            let mut rows = Rows::new(&id, now.moment, now.today);
            let read = edge.read_whole(&id, &mut rows).await;
            if let Some(vault) = &vault {
                vault.copy_unsaved(&mut rows, u64::MAX);
            } else if let Err(problem) = read {
                return answer(Event::Noticed(Notice::Storage(problem)));
            }
            edge.make_backup(rows, answer, |_, _| None);
        });
    }

    /// Makes a backup of rows and offers it; `offered` may have more to tell than that it is there.
    fn make_backup(
        &self,
        rows: Rows,
        answer: Answer,
        offered: impl Fn(&MadeBackup, &Answer) -> Option<Notice> + 'static,
    ) {
        let edge = self.same();
        self.worker.start(&Parcel::BackUp(rows), move |heard| {
            let notice = match heard {
                JobAnswer::Progress(_) => return,
                JobAnswer::Done(Answered::BackedUp(Some(made))) => {
                    if edge.offer(&made.file) {
                        let more = offered(&made, &answer);
                        more.unwrap_or(Notice::FileReady(made.file.name))
                    } else {
                        Notice::FileNotOffered(made.file.name)
                    }
                }
                JobAnswer::Done(Answered::BackedUp(None)) => Notice::NotMade(NotMade::NoBook),
                JobAnswer::Done(_) => Notice::NotWorked(WorkProblem::OtherVersion),
                JobAnswer::Failed(error) => Notice::NotWorked(problem_of(error)),
            };
            answer(Event::Noticed(notice));
        });
    }

    /// Offers the log as a file and says when its chain is broken.
    pub(super) fn export_log(&self, order: LogOrder, answer: Answer) {
        let (edge, now) = (self.same(), self.now());
        spawn_local(async move {
            let Some(vault) = edge.vault() else {
                return answer(Event::Noticed(Notice::Storage(StorageProblem::Lost)));
            };
            // Before the rows are read: what is written meanwhile is no break.
            let mut rows = Rows::new(vault.id(), now.moment, now.today).ending(vault.head());
            if let Err(problem) = vault.copy_log(&mut rows, vault.last()).await {
                return answer(Event::Noticed(Notice::Storage(problem)));
            }
            let parcel = Parcel::ExportLog(rows, order);
            edge.worker.start(&parcel, {
                let edge = edge.same();
                move |heard| edge.log_exported(heard, &answer)
            });
        });
    }

    fn log_exported(&self, heard: JobAnswer<Answered, JobProgress>, answer: &Answer) {
        let notice = match heard {
            JobAnswer::Progress(_) => return,
            JobAnswer::Done(Answered::Log(made, broken)) => {
                if let Some(sequence) = broken {
                    let problem = StorageProblem::Damaged(Damage::Chain(sequence));
                    answer(Event::Noticed(Notice::Storage(problem)));
                }
                match made {
                    Ok(file) if self.offer(&file) => Notice::FileReady(file.name),
                    Ok(file) => Notice::FileNotOffered(file.name),
                    Err(why) => Notice::NotMade(why),
                }
            }
            JobAnswer::Done(_) => Notice::NotWorked(WorkProblem::OtherVersion),
            JobAnswer::Failed(error) => Notice::NotWorked(problem_of(error)),
        };
        answer(Event::Noticed(notice));
    }
}
