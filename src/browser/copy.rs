//! Copies of a workspace that leave the browser, made and read in the worker.
//!
//! The rows travel to the worker as they are stored, so the page decodes nothing, and what
//! makes an ordinary backup also rescues a damaged workspace.

use serde::{Deserialize, Serialize};

use crate::app::job::{Bytes, MadeFile};
use crate::domain::Day;
use crate::files::backup::{self, Backup, BackupError, Passphrase};
use crate::ledger::Moment;
use crate::store::sealed::{Cipher, GuardedStore};
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
    /// What the backup is sealed under.
    passphrase: Option<Passphrase>,
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
        }
    }

    /// The same rows for a backup that is sealed.
    pub(super) fn sealed(mut self, passphrase: Option<Passphrase>) -> Self {
        self.passphrase = passphrase;
        self
    }

    /// Adds the rows of some areas.
    pub(super) async fn read(
        &mut self,
        store: &impl Store,
        areas: &[Area],
    ) -> Result<(), StoreError> {
        for area in areas {
            for (row, bytes) in store.read(*area, 0..=crate::store::LAST_ROW).await? {
                self.add(*area, row, bytes);
            }
        }
        Ok(())
    }

    /// Adds what can be read of a workspace that may be damaged.
    pub(super) async fn read_whole<S: Store, C: Cipher>(
        &mut self,
        store: &GuardedStore<S, C>,
    ) -> Result<(), StoreError> {
        for area in Area::ALL {
            for (row, bytes) in store.read_whole(area, 0..=crate::store::LAST_ROW).await?.0 {
                self.add(area, row, bytes);
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
}

/// Reads a backup in the worker.
pub(super) fn read(
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
) -> Result<ReadBackup, BackupError> {
    let backup = backup::open(bytes, passphrase)?;
    Ok(ReadBackup {
        workspace: backup.workspace,
        made: backup.made.0,
        program: backup.program,
        book: Bytes(pack_book(&backup.book)),
    })
}

impl ReadBackup {
    /// The backup, on the page.
    pub(super) fn unpack(self) -> Result<Backup, BackupError> {
        let book = unpack_book(&self.book.0).map_err(|_| BackupError::NotABackup)?;
        Ok(Backup {
            workspace: self.workspace,
            made: Moment(self.made),
            program: self.program,
            book,
            log: Vec::new(),
        })
    }
}
