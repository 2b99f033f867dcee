//! The program's edge: who runs effects and knows the time.

use std::rc::Rc;

use crate::domain::Day;
use crate::files::backup::{BackupError, Passphrase};
use crate::ledger::{Book, Operation};
use crate::sample;

use super::job::{Job, JobProgress, JobReply, MadeFile};
use super::outside::{CopyName, CopyProblem};
use super::{Effect, Event, Now, Restorable};

/// What the program needs of its surroundings.
pub trait Edge {
    /// The time now.
    fn now(&self) -> Now;

    /// Does what an effect asks; answers, if any, come as events, later.
    fn run(&self, effect: Effect, answer: Rc<dyn Fn(Event)>);

    /// Has the worker do a job, with the book where it needs one; returns its number.
    fn work(&self, job: Job, book: Option<&Book>, answer: Rc<dyn Fn(Worked)>) -> u32;

    /// Gives a job up; nothing more is heard of it.
    fn give_up(&self, number: u32);

    /// Reads a backup in the worker, a sealed one with its passphrase; returns the number to
    /// give it up by.
    fn read_backup(
        &self,
        bytes: Vec<u8>,
        passphrase: Option<Passphrase>,
        answer: Rc<dyn Fn(BackupRead)>,
    ) -> u32;

    /// Lists the copies in the folder, of all workspaces.
    fn copies(&self, answer: Rc<dyn Fn(Result<Vec<CopyName>, CopyProblem>)>);

    /// Reads a copy in the folder.
    fn read_copy(&self, name: &CopyName, answer: Rc<dyn Fn(Result<Vec<u8>, CopyProblem>)>);

    /// Hands a file to the user.
    fn offer(&self, file: &MadeFile) -> bool;
}

/// What is heard of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Worked {
    /// How far it is.
    Progress(JobProgress),
    /// What came of it.
    Done(JobReply),
    /// It was not done.
    Failed(WorkProblem),
}

/// What came of reading a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupRead {
    /// It can be restored; `workflow::restore` says what that would do.
    Read {
        /// What it holds.
        backup: Box<Restorable>,
        /// The last action it holds.
        to: u64,
    },
    /// It is not one that can.
    Refused(BackupError),
    /// The worker did not do it.
    Failed(WorkProblem),
}

/// Why a job was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkProblem {
    /// The worker did not start.
    NotStarted,
    /// The worker broke down over the job, most likely for want of memory.
    BrokeDown,
    /// The worker is of another build than the page.
    OtherVersion,
}

/// The operation that fills an empty workspace with the sample agency, as it stands today.
#[must_use]
pub fn sample_agency(today: Day) -> Operation {
    sample::agency(
        sample::SEED,
        sample::OFFICIALS,
        sample::TASKS_PER_MONTH,
        today,
    )
}
