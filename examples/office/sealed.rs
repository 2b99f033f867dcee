//! A backup of the sample agency sealed under a passphrase, for the stock age program to open.

use std::error::Error;
use std::path::Path;

use congtam::domain::Day;
use congtam::files::backup::{self, Backup, Passphrase};
use congtam::ledger::{Book, Moment};
use congtam::store::Keeper;

/// Known to `tests/office/age_backup.py`: the records are invented.
const PASSPHRASE: &str = "ốc sên tím ngồi trên nóc tàu";

pub fn write(directory: &Path) -> Result<(), Box<dyn Error>> {
    let today = Day::from_ymd_opt(2026, 11, 22).ok_or("a day")?;
    let operation = congtam::app::sample_agency(today);
    let mut book = Book::default();
    book.apply(&operation)?;
    let mut keeper = Keeper::new("mau");
    let (head, _) = keeper.append(Moment(1_795_000_000_000), "", &operation);
    let backup = Backup {
        workspace: "mau".to_owned(),
        made: Moment(1_795_000_000_000),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        book,
        log: vec![head.with_changes(operation.changes)],
    };
    let passphrase = Passphrase::typed(PASSPHRASE);
    let sealed = backup::seal(&backup::write(&backup), &passphrase, backup::WORK);
    Ok(std::fs::write(
        directory.join("sao-luu.congtam.age"),
        sealed,
    )?)
}
