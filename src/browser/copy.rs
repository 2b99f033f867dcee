//! Copies of a workspace that leave the browser, made and read in the worker.
//!
//! The rows travel to the worker as they are stored, so the page decodes nothing, and what
//! makes an ordinary backup also rescues a damaged workspace.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::app::job::{Bytes, MadeFile};
use crate::app::{BackupLog, PackedLog, Restorable};
use crate::domain::Day;
use crate::files::backup::{self, Backup, BackupError, Passphrase};
use crate::ledger::{Book, Digest, LogEntry, LogHead, Moment};
use crate::store::sealed::{Cipher, GuardedStore};
use crate::store::{
    Area, Head, MemoryStore, NotProven, Step, Store, StoreError, carried, leads_to, pack_book,
    ready, salvage, salvage_to, unpack_book, verify_log,
};

/// Rows of a workspace, with what a backup says about itself.
#[derive(Debug, Serialize, Deserialize)]
#[allow(clippy::struct_field_names, reason = "rows are what it holds")]
pub(super) struct Rows {
    workspace: String,
    made: i64,
    program: String,
    /// Days since 1970.
    today: i32,
    /// Area by its place among all, row, content.
    rows: Vec<(u8, u64, Bytes)>,
    /// What the backup is sealed under.
    passphrase: Option<Passphrase>,
    /// Number and hash of the last entry of the log.
    end: Option<(u64, [u8; 32])>,
    /// The last action wanted; nothing where all are.
    to: Option<u64>,
}

impl Rows {
    pub(super) fn new(workspace: &str, made: Moment, today: Day) -> Self {
        Self {
            workspace: workspace.to_owned(),
            made: made.0,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            today: today.to_epoch_days(),
            rows: Vec::new(),
            passphrase: None,
            end: None,
            to: None,
        }
    }

    /// The same rows for a backup that is sealed.
    pub(super) fn sealed(mut self, passphrase: Option<Passphrase>) -> Self {
        self.passphrase = passphrase;
        self
    }

    /// Wants nothing after an action, which the store may be past by now.
    pub(super) fn end_at(&mut self, to: u64) {
        self.to = Some(to);
    }

    /// Adds the rows of some areas up to one; what does not open is left out, and so found
    /// missing by whoever reads them.
    pub(super) async fn read<S: Store, C: Cipher>(
        &mut self,
        store: &GuardedStore<S, C>,
        areas: &[Area],
        last: u64,
    ) -> Result<(), StoreError> {
        for area in areas {
            for (row, bytes) in store.read_whole(*area, 0..=last).await?.0 {
                self.add(*area, row, bytes);
            }
        }
        Ok(())
    }

    /// Adds what a batch would write.
    pub(super) fn take(&mut self, steps: &[Step]) {
        for step in steps {
            if let Step::Add(area, row, bytes) | Step::Put(area, row, bytes) = step {
                self.add(*area, *row, bytes.clone());
            }
        }
    }

    fn add(&mut self, area: Area, row: u64, bytes: Vec<u8>) {
        let place = Area::ALL.iter().position(|other| *other == area);
        let place = u8::try_from(place.unwrap_or_default()).unwrap_or_default();
        self.rows.push((place, row, Bytes(bytes)));
    }

    /// Where the log in them ends, as the page knows it.
    pub(super) fn ending(mut self, end: Head) -> Self {
        self.end = Some((end.sequence, end.hash.0));
        self
    }

    /// The log in them and the first entry that is not what was written.
    pub(super) fn verified(mut self) -> Option<(Vec<LogEntry>, Option<u64>)> {
        let store = self.store()?;
        let end = self.end.map(|(sequence, hash)| Head {
            sequence,
            hash: Digest(hash),
        });
        let verified = ready(verify_log(&store, end)).ok()?;
        let broken = verified.broken.map(|broken| broken.sequence);
        Some((verified.log, broken))
    }

    /// A store of the rows, which are taken.
    pub(super) fn store(&mut self) -> Option<MemoryStore> {
        let store = MemoryStore::default();
        for (place, row, bytes) in std::mem::take(&mut self.rows) {
            let area = Area::ALL.get(usize::from(place))?;
            store.tamper(*area, row, Some(bytes.0));
        }
        Some(store)
    }

    /// The backup of all that can be read in them; nothing when there is nothing.
    pub(super) fn back_up(mut self) -> Option<MadeBackup> {
        let store = self.store()?;
        let salvaged = match self.to {
            Some(to) => ready(salvage_to(&store, to)).ok()?,
            None => ready(salvage(&store)).ok()?,
        };
        let (records_to, log_to) = (salvaged.after, last(&salvaged.log));
        let day = Day::from_epoch_days(self.today).unwrap_or_default();
        let mut name = backup::file_name(&salvaged.book.agency.name, day);
        let mut bytes = backup::write(&Backup {
            workspace: self.workspace,
            made: Moment(self.made),
            program: self.program,
            book: salvaged.book,
            log: salvaged.log,
        });
        if let Some(passphrase) = &self.passphrase {
            bytes = backup::seal(&bytes, passphrase, backup::WORK);
            name = [name.as_str(), backup::SEALED_EXTENSION].join(".");
        }
        Some(MadeBackup {
            file: MadeFile {
                name,
                bytes: Bytes(bytes),
            },
            records_to,
            log_to,
        })
    }
}

/// A backup, and how far it reaches.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MadeBackup {
    pub(super) file: MadeFile,
    /// The action after which the records were exactly these; nothing when they come from
    /// parts that need not fit together.
    pub(super) records_to: Option<u64>,
    /// The last action of its log, which a damaged entry cuts short where the records go on.
    pub(super) log_to: u64,
}

fn last(log: &[LogEntry]) -> u64 {
    log.last().map_or(0, |entry| entry.sequence)
}

/// What was read of a backup.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReadBackup {
    workspace: String,
    made: i64,
    program: String,
    book: Bytes,
    log: ReadLog,
    /// The last action it holds.
    to: u64,
}

/// A log that was read: the page opens nothing of it.
#[derive(Debug, Serialize, Deserialize)]
enum ReadLog {
    None,
    Unreadable(BackupError),
    Whole {
        last: u64,
        hash: [u8; 32],
        rows: Bytes,
    },
    Broken(u64),
    Apart(u64),
}

impl ReadLog {
    /// Verifies a log and packs it, where it leads to the records beside it.
    fn of(log: &[LogEntry], book: &Book) -> Self {
        if log.is_empty() {
            return Self::None;
        }
        match carried(log) {
            Err(NotProven(sequence)) => Self::Broken(sequence),
            Ok(_) if !leads_to(log, book) => Self::Apart(last(log)),
            Ok(carried) => Self::Whole {
                last: carried.end.sequence,
                hash: carried.end.hash.0,
                rows: Bytes(carried.rows),
            },
        }
    }

    fn unpack(self) -> BackupLog {
        match self {
            Self::None => BackupLog::None,
            Self::Unreadable(error) => BackupLog::Unreadable(error),
            Self::Broken(sequence) => BackupLog::Broken(sequence),
            Self::Apart(last) => BackupLog::Apart(last),
            Self::Whole { last, hash, rows } => BackupLog::Whole(PackedLog {
                end: LogHead {
                    sequence: last,
                    hash: Digest(hash),
                },
                rows: Arc::new(rows),
            }),
        }
    }
}

/// A log as it goes along with records, where it leads to them.
pub(super) fn log_of(log: &[LogEntry], book: &Book) -> BackupLog {
    ReadLog::of(log, book).unpack()
}

/// Opens a backup in the worker and tells the last action of its log: proof that it opens.
pub(super) fn check(bytes: &[u8]) -> Result<u64, BackupError> {
    let backup = backup::read(bytes)?;
    Ok(last(&backup.log))
}

/// Reads a backup in the worker.
pub(super) fn read(
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
) -> Result<ReadBackup, BackupError> {
    let (backup, error) = backup::open_records(bytes, passphrase)?;
    let log = match error {
        Some(error) => ReadLog::Unreadable(error),
        None => ReadLog::of(&backup.log, &backup.book),
    };
    Ok(ReadBackup {
        book: Bytes(pack_book(&backup.book)),
        log,
        workspace: backup.workspace,
        made: backup.made.0,
        program: backup.program,
        to: last(&backup.log),
    })
}

impl ReadBackup {
    /// The backup with its log, on the page, and the last action it holds.
    pub(super) fn unpack(self) -> Result<(Restorable, u64), BackupError> {
        let book = unpack_book(&self.book.0).map_err(|_| BackupError::NotABackup)?;
        let backup = Backup {
            workspace: self.workspace,
            made: Moment(self.made),
            program: self.program,
            book,
            log: Vec::new(),
        };
        let log = self.log.unpack();
        Ok((Restorable { backup, log }, self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::WebKey;
    use crate::domain::{Official, OfficialId};
    use crate::ledger::{Action, Draft, Key, Kind};
    use crate::store::{Keeper, load};

    /// A workspace to which one official was added by each of three actions.
    fn store() -> MemoryStore {
        let (store, mut keeper) = (MemoryStore::default(), Keeper::new("mau"));
        let mut book = crate::ledger::Book::default();
        for name in ["Người Mẫu Một", "Người Mẫu Hai", "Người Mẫu Ba"] {
            let mut draft = Draft::new(&book, Action::Add(Kind::Official));
            let id = OfficialId(draft.fresh(Kind::Official));
            let official = Official {
                name: name.to_owned(),
                ..Official::default()
            };
            draft.put(Key::Official(id), official);
            let operation = draft.finish();
            book.apply(&operation).unwrap();
            let (_, batch) = keeper.append(Moment(0), "", &operation);
            ready(store.write(batch)).unwrap();
        }
        store
    }

    fn plain(store: &MemoryStore) -> GuardedStore<&MemoryStore, WebKey> {
        GuardedStore::plain(store)
    }

    fn copied(to: u64) -> Vec<u8> {
        let mut rows = Rows::new("mau", Moment(1), Day::default());
        let areas = [Area::Journal, Area::Payloads];
        ready(rows.read(&plain(&store()), &areas, to)).unwrap();
        rows.back_up().unwrap().file.bytes.0
    }

    #[test]
    fn a_copy_up_to_an_action_holds_what_stood_after_it() {
        for to in 1..=3 {
            let bytes = copied(to);
            assert_eq!(check(&bytes), Ok(to));
            let (read, last) = read(&bytes, None).and_then(ReadBackup::unpack).unwrap();
            assert_eq!(last, to);
            assert!(matches!(&read.log, BackupLog::Whole(log) if log.end.sequence == to));
            let backup = read.backup;
            assert_eq!(u64::try_from(backup.book.officials.len()), Ok(to));
            assert_eq!(backup.workspace, "mau");
        }
    }

    /// What was copied while chunks of later actions were already folded.
    fn copied_late(store: &MemoryStore, to: u64) -> MadeBackup {
        let mut rows = Rows::new("mau", Moment(1), Day::default());
        rows.end_at(to);
        ready(rows.read(&plain(store), &[Area::Journal, Area::Payloads], to)).unwrap();
        let rest = [Area::Manifest, Area::Chunks];
        ready(rows.read(&plain(store), &rest, crate::store::LAST_ROW)).unwrap();
        rows.back_up().unwrap()
    }

    /// The store with everything folded into chunks.
    fn folded() -> MemoryStore {
        let store = store();
        let mut keeper = ready(load(&store, "mau")).unwrap().keeper;
        let ids = keeper.to_fold(usize::MAX);
        let fold = keeper.fold(&ids, &[]).unwrap().unwrap();
        ready(store.write(fold.batch)).unwrap();
        store
    }

    #[test]
    fn chunks_folded_later_change_nothing_in_a_copy_up_to_an_action() {
        let made = copied_late(&folded(), 2);
        assert_eq!((made.records_to, made.log_to), (Some(2), 2));
        let (read, _) = read(&made.file.bytes.0, None)
            .and_then(ReadBackup::unpack)
            .unwrap();
        assert_eq!(read.backup.book.officials.len(), 2);
    }

    #[test]
    fn a_damaged_entry_that_chunks_hold_costs_a_copy_its_log_and_no_record() {
        let store = folded();
        store.tamper(Area::Payloads, 2, None);
        let made = copied_late(&store, 3);
        assert_eq!((made.records_to, made.log_to), (Some(3), 1));
        let (read, _) = read(&made.file.bytes.0, None)
            .and_then(ReadBackup::unpack)
            .unwrap();
        assert_eq!(read.backup.book.officials.len(), 3);
        assert_eq!(read.log, BackupLog::Apart(1));
    }

    #[test]
    fn a_backup_with_a_broken_log_still_gives_its_records_and_says_where_it_breaks() {
        let mut backup = backup::read(&copied(3)).unwrap();
        backup.log[1].at = Moment(7);
        let read = read(&backup::write(&backup), None);
        let (read, _) = read.and_then(ReadBackup::unpack).unwrap();
        assert_eq!(read.log, BackupLog::Broken(2));
        assert_eq!(read.backup.book.officials.len(), 3);
    }

    #[test]
    fn a_copy_cut_short_does_not_pass_for_one() {
        let bytes = copied(3);
        assert!(check(&bytes[..bytes.len() - 1]).is_err());
        assert!(check(&[]).is_err());
    }

    #[test]
    fn what_waited_and_was_written_meanwhile_comes_once() {
        let store = store();
        let journal = ready(store.read(Area::Journal, 3..=3)).unwrap();
        let payload = ready(store.read(Area::Payloads, 3..=3)).unwrap();
        let step = |area, rows: &[(u64, Vec<u8>)]| Step::Add(area, rows[0].0, rows[0].1.clone());
        let mut rows = Rows::new("mau", Moment(1), Day::default());
        rows.take(&[
            step(Area::Journal, &journal),
            step(Area::Payloads, &payload),
        ]);
        let areas = [Area::Journal, Area::Payloads];
        ready(rows.read(&plain(&store), &areas, 3)).unwrap();
        assert_eq!(check(&rows.back_up().unwrap().file.bytes.0), Ok(3));
    }
}
