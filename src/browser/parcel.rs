//! What travels to the worker: a job and, where it needs one, the book.

use serde::{Deserialize, Serialize};

use crate::app::job::{Bytes, Job, JobProgress, JobReply, NotMade};
use crate::ledger::Book;
use crate::store::{pack_book, unpack_book};

/// A job with the book it is about.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Parcel {
    job: Job,
    book: Option<Bytes>,
}

impl Parcel {
    pub(super) fn new(job: Job, book: Option<&Book>) -> Self {
        Self {
            job,
            book: book.map(|book| Bytes(pack_book(book))),
        }
    }

    /// Does the job.
    pub(super) fn open(self, report: &mut dyn FnMut(JobProgress)) -> JobReply {
        match self.book.map(|bytes| unpack_book(&bytes.0)) {
            Some(Ok(book)) => crate::work::run(self.job, Some(&book), report),
            Some(Err(_)) => JobReply::NotMade(NotMade::NoBook),
            None => crate::work::run(self.job, None, report),
        }
    }
}
