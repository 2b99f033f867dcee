//! Short words to the user after something happened, as data; `i18n` says them.

use crate::ledger::{Action, ApplyError};

use super::job::NotMade;
use super::outside::CopyProblem;
use super::workflow::entry::EntryError;
use super::{Repair, StorageProblem, WorkProblem};

/// Something the user is told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Done; can be undone.
    Done(Action),
    /// Done, and cannot be undone.
    DoneForGood(Action),
    /// An action was taken back.
    Undone(Action),
    /// An action was done again.
    Redone(Action),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// The book refused.
    Refused(ApplyError),
    /// What was typed was not taken.
    NotTaken(EntryError),
    /// Another tab writes; this one only follows.
    Following,
    /// The tab that writes did not let this one write.
    WritingNotGiven,
    /// What goes on from locked data was not filled: it could not be locked.
    NotGoneOn,
    /// A backup was restored with its log.
    Carried,
    /// Nothing else is done while the log of a backup goes in.
    Carrying,
    /// The data were not locked: something is not saved yet.
    NotLocked,
    /// The open data were not left for others: something is not saved yet.
    NotLeft,
    /// A set of data was deleted.
    SetDeleted,
    /// A set of data was not deleted: some tab has it open.
    SetInUse,
    /// An older action cannot be read from the log any more, and so not be undone.
    ActionUnreadable,
    /// Storage failed.
    Storage(StorageProblem),
    /// A folder for copies was not taken, or a copy in it not read.
    NotCopied(CopyProblem),
    /// The browser did not take a file that was made.
    FileNotOffered(String),
    /// The browser could not read a file the user chose.
    FileUnreadable,
    /// A file the user chose is larger than this many bytes.
    FileTooLarge(u32),
    /// What was pasted has more cells than any block that is.
    BlockTooLarge,
    /// A job was not done.
    NotWorked(WorkProblem),
    /// A part of the program could not be fetched.
    NotFetched,
    /// A file was not made.
    NotMade(NotMade),
    /// A file was made and handed to the browser.
    FileReady(String),
    /// A backup was made and handed over, but part of the data could not be read for it.
    FileOfPart(String),
    /// Stored data were damaged and mended without losing a record.
    Mended(Repair),
}

/// What a notice is about; a later notice about the same thing takes the earlier one's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something happened, or there was nothing to do.
    Passing,
    /// What the user wanted was refused.
    Refusal,
    /// Saving failed.
    Saving,
    /// A file could not be read, made or handed over.
    File,
    /// The worker did not do a job.
    Work,
    /// A part of the program is missing.
    Part,
    /// Stored data were mended.
    Mending,
}

impl Notice {
    /// What it is about.
    #[must_use]
    pub const fn kind(&self) -> NoticeKind {
        match self {
            Self::Done(_)
            | Self::DoneForGood(_)
            | Self::Undone(_)
            | Self::Redone(_)
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::Following
            | Self::SetDeleted
            | Self::Carrying
            | Self::Carried
            | Self::FileReady(_) => NoticeKind::Passing,
            Self::Refused(_)
            | Self::NotTaken(_)
            | Self::SetInUse
            | Self::WritingNotGiven
            | Self::ActionUnreadable => NoticeKind::Refusal,
            Self::Storage(_) | Self::NotLocked | Self::NotLeft | Self::NotGoneOn => {
                NoticeKind::Saving
            }
            Self::NotCopied(_)
            | Self::FileNotOffered(_)
            | Self::FileUnreadable
            | Self::FileOfPart(_)
            | Self::FileTooLarge(_)
            | Self::BlockTooLarge
            | Self::NotMade(_) => NoticeKind::File,
            Self::NotWorked(_) => NoticeKind::Work,
            Self::NotFetched => NoticeKind::Part,
            Self::Mended(_) => NoticeKind::Mending,
        }
    }
}

/// The notices that have not gone yet, newest last.
///
/// What passes leaves by itself; a failure stays until the user has dealt with
/// it, behind newer ones where there is no room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    told: u64,
    kept: Vec<(u64, Notice)>,
}

impl Notices {
    /// How many are shown at once.
    pub const SHOWN: usize = 2;

    /// Adds one, in the place of the one before about the same thing.
    pub fn add(&mut self, notice: Notice) {
        let kind = notice.kind();
        let done = matches!(notice, Notice::Done(_) | Notice::DoneForGood(_));
        self.kept.retain(|(_, other)| {
            // What was refused is dealt with once something has been done.
            other.kind() != kind && !(done && other.kind() == NoticeKind::Refusal)
        });
        self.told += 1;
        self.kept.push((self.told, notice));
    }

    /// Takes one away.
    pub fn take_away(&mut self, number: u64) {
        self.kept.retain(|(other, _)| *other != number);
    }

    /// Those to show, failures first: what passes and the newest failures beside it.
    #[must_use]
    pub fn shown(&self) -> Vec<(u64, Notice)> {
        let passing = |(_, notice): &&(u64, Notice)| notice.kind() == NoticeKind::Passing;
        let passes = self.kept.iter().find(passing);
        let room = Self::SHOWN - usize::from(passes.is_some());
        let failures = self.kept.iter().rev().filter(|one| !passing(one));
        failures.take(room).chain(passes).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(notices: &[Notice]) -> Notices {
        let mut all = Notices::default();
        for notice in notices {
            all.add(notice.clone());
        }
        all
    }

    fn words(notices: &Notices) -> Vec<Notice> {
        notices.shown().into_iter().map(|(_, one)| one).collect()
    }

    fn file(name: &str) -> Notice {
        Notice::FileReady(name.to_owned())
    }

    #[test]
    fn the_fifth_of_five_is_the_only_one_left() {
        let five = told(&["a", "b", "c", "d", "e"].map(file));
        assert_eq!(five.shown(), [(5, file("e"))]);
    }

    #[test]
    fn a_failure_stays_beside_what_passes_until_it_is_taken_away() {
        let mut all = told(&[Notice::NotFetched, file("a"), file("b")]);
        assert_eq!(words(&all), [Notice::NotFetched, file("b")]);
        all.take_away(1);
        assert_eq!(words(&all), [file("b")]);
    }

    #[test]
    fn never_more_than_two_are_shown_and_the_rest_waits() {
        let lost = Notice::Storage(StorageProblem::Full);
        let mut all = told(&[Notice::NotFetched, Notice::FileUnreadable, lost.clone()]);
        assert_eq!(words(&all), [lost, Notice::FileUnreadable]);
        all.take_away(3);
        assert_eq!(words(&all), [Notice::FileUnreadable, Notice::NotFetched]);
    }

    #[test]
    fn a_number_is_never_used_twice() {
        let mut all = told(&[file("a")]);
        all.take_away(1);
        all.add(file("b"));
        assert_eq!(all.shown(), [(2, file("b"))]);
    }

    #[test]
    fn what_was_refused_is_over_once_something_is_done() {
        let refused = Notice::NotTaken(EntryError::Required);
        assert_eq!(
            words(&told(&[refused.clone(), file("a")])),
            [refused.clone(), file("a")]
        );
        let done = Notice::Done(Action::Add(crate::ledger::Kind::Official));
        assert_eq!(words(&told(&[refused, done.clone()])), [done]);
    }
}
