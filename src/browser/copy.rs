//! Copies of a workspace that leave the browser, made and read in the worker.
//!
//! The rows travel to the worker as they are stored, so the page decodes nothing, and what
//! makes an ordinary backup also rescues a damaged workspace.

use serde::{Deserialize, Serialize};

use crate::app::job::{Bytes, MadeFile};
use crate::domain::Day;
use crate::files::backup::{self, Backup, BackupError};
use crate::ledger::Moment;
use crate::store::{
    Area, MemoryStore, Step, Store, StoreError, pack_book, ready, salvage, unpack_book,
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
}

impl Rows {
    pub(super) fn new(workspace: &str, made: Moment, today: Day) -> Self {
        Self {
            workspace: workspace.to_owned(),
            made: made.0,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            today: today.to_epoch_days(),
            rows: Vec::new(),
        }
    }

    /// Adds the rows of some areas up to one.
    pub(super) async fn read(
        &mut self,
        store: &impl Store,
        areas: &[Area],
        last: u64,
    ) -> Result<(), StoreError> {
        for area in areas {
            for (row, bytes) in store.read(*area, 0..=last).await? {
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

    /// The backup of all that can be read in them; nothing when there is nothing.
    pub(super) fn back_up(self) -> Option<MadeFile> {
        let store = MemoryStore::default();
        for (place, row, bytes) in self.rows {
            let area = Area::ALL.get(usize::from(place))?;
            store.tamper(*area, row, Some(bytes.0));
        }
        let salvaged = ready(salvage(&store)).ok()?;
        let day = Day::from_epoch_days(self.today).unwrap_or_default();
        let name = backup::file_name(&salvaged.book.agency.name, day);
        let bytes = backup::write(&Backup {
            workspace: self.workspace,
            made: Moment(self.made),
            program: self.program,
            book: salvaged.book,
            log: salvaged.log,
        });
        Some(MadeFile {
            name,
            bytes: Bytes(bytes),
        })
    }
}

/// What was read of a backup; its log stays in the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReadBackup {
    workspace: String,
    made: i64,
    program: String,
    book: Bytes,
    /// The last action it holds.
    to: u64,
}

/// Opens a backup in the worker and tells the last action it holds: proof that it opens.
pub(super) fn check(bytes: &[u8]) -> Result<u64, BackupError> {
    let backup = backup::read(bytes)?;
    Ok(backup.log.last().map_or(0, |entry| entry.sequence))
}

/// Reads a backup in the worker.
pub(super) fn read(bytes: &[u8]) -> Result<ReadBackup, BackupError> {
    let backup = backup::read(bytes)?;
    Ok(ReadBackup {
        workspace: backup.workspace,
        made: backup.made.0,
        program: backup.program,
        book: Bytes(pack_book(&backup.book)),
        to: backup.log.last().map_or(0, |entry| entry.sequence),
    })
}

impl ReadBackup {
    /// The backup, on the page, and the last action it holds.
    pub(super) fn unpack(self) -> Result<(Backup, u64), BackupError> {
        let book = unpack_book(&self.book.0).map_err(|_| BackupError::NotABackup)?;
        let backup = Backup {
            workspace: self.workspace,
            made: Moment(self.made),
            program: self.program,
            book,
            log: Vec::new(),
        };
        Ok((backup, self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Official, OfficialId};
    use crate::ledger::{Action, Draft, Key, Kind};
    use crate::store::Keeper;

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

    fn copied(to: u64) -> Vec<u8> {
        let mut rows = Rows::new("mau", Moment(1), Day::default());
        let areas = [Area::Journal, Area::Payloads];
        ready(rows.read(&store(), &areas, to)).unwrap();
        rows.back_up().unwrap().bytes.0
    }

    #[test]
    fn a_copy_up_to_an_action_holds_what_stood_after_it() {
        for to in 1..=3 {
            let bytes = copied(to);
            assert_eq!(check(&bytes), Ok(to));
            let (backup, last) = read(&bytes).and_then(ReadBackup::unpack).unwrap();
            assert_eq!(last, to);
            assert_eq!(u64::try_from(backup.book.officials.len()), Ok(to));
            assert_eq!(backup.workspace, "mau");
        }
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
        ready(rows.read(&store, &areas, 3)).unwrap();
        assert_eq!(check(&rows.back_up().unwrap().bytes.0), Ok(3));
    }
}
