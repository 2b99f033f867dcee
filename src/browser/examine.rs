//! Looks into a workspace that does not open, without writing to it.

use crate::app::{BackupLog, Found, Restorable};
use crate::files::backup::Backup;
use crate::ledger::Moment;
use crate::store::keeper::counts_of;
use crate::store::{Canary, Salvaged, StoreError, salvage};

use super::copy::{Rows, log_of};
use super::witness;

/// A locked workspace is opened row by row, and what does not open is missing.
async fn salvaged(mut rows: Rows) -> Result<Salvaged, StoreError> {
    let store = rows.store().ok_or(StoreError::Closed)?;
    salvage(&store).await
}

/// What can be made out of it.
pub(super) async fn examine(id: &str, rows: Rows) -> Result<Found, StoreError> {
    let salvaged = salvaged(rows).await?;
    Ok(found(&salvaged, witness::canary(id).await.as_ref()))
}

fn found(salvaged: &Salvaged, canary: Option<&Canary>) -> Found {
    let (whole, book) = salvaged.newest();
    let known = salvaged.heads.last().map_or(0, |head| head.sequence);
    let head = salvaged.heads.iter().find(|head| head.sequence == whole);
    let differing = canary.map(|canary| canary.differing(&counts_of(book)));
    Found {
        saved: canary
            .map_or(0, |canary| canary.sequence)
            .max(known)
            .max(whole),
        whole,
        at: head.map(|head| head.at),
        differing: differing.unwrap_or_default(),
        log: matches!(log(salvaged), BackupLog::Whole(_)),
        more: salvaged.consistent.is_some(),
        locked: false,
    }
}

/// The newest state that is whole, to go on with elsewhere.
pub(super) async fn newest(id: &str, rows: Rows, made: Moment) -> Result<Restorable, StoreError> {
    let salvaged = salvaged(rows).await?;
    let backup = Backup {
        workspace: id.to_owned(),
        made,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        book: salvaged.newest().1.clone(),
        log: Vec::new(),
    };
    let log = log(&salvaged);
    Ok(Restorable { backup, log })
}

/// The log as it goes along with that state.
fn log(salvaged: &Salvaged) -> BackupLog {
    log_of(&salvaged.log, salvaged.newest().1)
}
