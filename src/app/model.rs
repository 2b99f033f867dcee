//! Everything the program knows while it runs.

use std::collections::BTreeMap;

use crate::domain::{Day, Month};
use crate::engine::Scores;
use crate::files::backup::Passphrase;
use crate::ledger::{Action, Book, Deleted, Digest, History, Moment, Operation};
use crate::rules::Rules;

use super::outside::Outside;
use super::{Found, Lock, Restorable, Saving, StorageProblem, StorageState};

/// Everything the program knows while it runs.
#[derive(Debug, Default)]
pub struct Model {
    /// Where the program stands.
    pub stage: Stage,
    /// The open workspace.
    pub workspace: Workspace,
    /// All its records.
    pub book: Book,
    /// Every score of the book, kept up to date with each operation.
    pub scores: Scores,
    /// What can be undone.
    pub history: History,
    /// One line for every operation ever done, oldest first.
    pub log: Vec<LogLine>,
    /// The operations at hand for undo, by sequence number.
    pub operations: BTreeMap<u64, Operation>,
    /// Sequence number of the last operation applied.
    pub sequence: u64,
    /// How saving stands.
    pub saving: Saving,
    /// The month looked at.
    pub month: Option<Month>,
    /// When a copy was last put outside the browser.
    pub last_backup: Option<Moment>,
    /// How the copies outside the browser stand.
    pub outside: Outside,
    /// What was deleted and can be put back, once it was looked at.
    pub bin: Option<Vec<Deleted>>,
    /// The day it was last looked whether something in there has had its days.
    pub bin_looked: Option<Day>,
    /// True while something is being taken out for good.
    pub cleaning: bool,
    /// True while another tab writes: this one follows it and changes nothing.
    pub following: bool,
    /// A backup that goes into the next workspace opened, if that is empty.
    pub apart: Option<Box<Restorable>>,
    /// True while the log of a backup goes into the open workspace.
    pub carrying: bool,
    /// What the next workspace opened is locked under before that backup goes into it.
    pub apart_lock: Option<Passphrase>,
    /// What is left of stored data that could not be opened, once it was looked at.
    pub found: Option<Found>,
    /// How storage stood when the browser was last asked.
    pub storage: StorageState,
    /// How the lock of the data stands.
    pub lock: Lock,
    /// What the user prefers on this machine, by name.
    pub preferences: BTreeMap<String, String>,
    /// Today and now, as of the last event.
    pub now: Now,
}

/// The time of an event, given by the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Now {
    /// The moment.
    pub moment: Moment,
    /// The local calendar day.
    pub today: Day,
}

/// Where the program stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// Looking for data.
    #[default]
    Starting,
    /// Nothing stored yet: the doors of the first start.
    Welcome,
    /// This workspace is locked and waits for its secret.
    Locked(String),
    /// A workspace is open.
    Open,
    /// The stored data cannot be trusted or read; nothing is written.
    Closed(StorageProblem),
}

/// One set of data, kept apart from all others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    /// Its key in storage.
    pub id: String,
    /// True for the sample agency's own workspace.
    pub sample: bool,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// Sequence number.
    pub sequence: u64,
    /// When.
    pub at: Moment,
    /// Which desk.
    pub desk: String,
    /// What was done.
    pub action: Action,
    /// How many records it touched.
    pub changes: usize,
    /// Its hash, once it is saved.
    pub hash: Option<Digest>,
}

/// The law the program goes by.
///
/// The shipped data are checked by tests; should they be unreadable all the same, there is
/// no rule in force, so every score is answered with "not computed", never with a guess.
#[must_use]
pub fn law() -> &'static Rules {
    static NONE: std::sync::OnceLock<Rules> = std::sync::OnceLock::new();
    Rules::shipped_ref().unwrap_or_else(|_| NONE.get_or_init(Rules::default))
}

impl Model {
    /// The month looked at: the chosen one, else the month of today.
    #[must_use]
    pub fn month(&self) -> Month {
        self.month.unwrap_or_else(|| Month::of(self.now.today))
    }
}
