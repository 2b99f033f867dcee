//! What travels to the worker and back: a job with the book it needs, copies to make or read.

use serde::{Deserialize, Serialize};

use crate::app::job::{Bytes, Job, JobProgress, JobReply, MadeFile, NotMade};
use crate::files::backup::{BackupError, Passphrase};
use crate::ledger::Book;
use crate::store::{pack_book, unpack_book};

use super::copy::{self, ReadBackup, Rows};

/// What the worker is asked.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Parcel {
    /// To do a job of the program.
    Job {
        /// The job.
        job: Job,
        /// The book it is about, packed.
        book: Option<Bytes>,
    },
    /// To make a backup of a workspace's rows.
    BackUp(Rows),
    /// To read a backup, a sealed one with its passphrase.
    ReadBackup(Bytes, Option<Passphrase>),
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answered {
    /// What came of a job.
    Job(JobReply),
    /// The backup; nothing when nothing could be read.
    BackedUp(Option<MadeFile>),
    /// What the backup holds.
    Backup(Result<ReadBackup, BackupError>),
}

impl Parcel {
    pub(super) fn job(job: Job, book: Option<&Book>) -> Self {
        Self::Job {
            job,
            book: book.map(|book| Bytes(pack_book(book))),
        }
    }

    /// Does what is asked, in the worker.
    pub(super) fn open(self, report: &mut dyn FnMut(JobProgress)) -> Answered {
        match self {
            Self::Job { job, book } => Answered::Job(work(job, book, report)),
            Self::BackUp(rows) => Answered::BackedUp(rows.back_up()),
            Self::ReadBackup(bytes, passphrase) => {
                Answered::Backup(copy::read(&bytes.0, passphrase.as_ref()))
            }
        }
    }
}

fn work(job: Job, book: Option<Bytes>, report: &mut dyn FnMut(JobProgress)) -> JobReply {
    match book.map(|bytes| unpack_book(&bytes.0)) {
        Some(Ok(book)) => crate::work::run(job, Some(&book), report),
        Some(Err(_)) => JobReply::NotMade(NotMade::NoBook),
        None => crate::work::run(job, None, report),
    }
}
