//! What a failure of the store means to the program.

use crate::app::{Damage as AppDamage, StorageProblem};
use crate::store::chunk::ChunkError;
use crate::store::entry::EntryError;
use crate::store::frame::FrameError;
use crate::store::records::FORMAT;
use crate::store::{CanaryMismatch, Damage, LoadError, OpenRefusal, StoreError};

pub(super) fn of_store(error: StoreError) -> StorageProblem {
    match error {
        StoreError::Full => StorageProblem::Full,
        StoreError::Unavailable => StorageProblem::Unavailable,
        StoreError::Blocked => StorageProblem::Blocked,
        StoreError::Closed => StorageProblem::Lost,
        StoreError::Taken(..) => StorageProblem::HeldByOtherTab,
        StoreError::TimedOut(_) => StorageProblem::TimedOut,
        StoreError::Newer => StorageProblem::Newer(FORMAT + 1),
        StoreError::Changed(..) => StorageProblem::Damaged(AppDamage::Checksum),
        StoreError::Unreadable(_) => StorageProblem::Unreadable,
        StoreError::Failed(name) => StorageProblem::Other(name),
    }
}

/// What could not be written; looking for where it goes is a part of writing.
pub(super) fn of_writing(error: StoreError) -> StorageProblem {
    match error {
        StoreError::Unreadable(name) => StorageProblem::Other(name),
        other => of_store(other),
    }
}

pub(super) fn of_load(error: LoadError) -> StorageProblem {
    match error {
        LoadError::Store(error) => of_store(error),
        LoadError::Newer(format) => StorageProblem::Newer(format),
        LoadError::Damaged(damage) => StorageProblem::Damaged(of_damage(damage)),
    }
}

pub(super) fn of_refusal(refusal: OpenRefusal) -> StorageProblem {
    match refusal {
        OpenRefusal::Load(error) => of_load(error),
        OpenRefusal::Canary(mismatch) => of_canary(&mismatch),
    }
}

fn of_canary(mismatch: &CanaryMismatch) -> StorageProblem {
    let damage = match mismatch {
        CanaryMismatch::Lost { .. } | CanaryMismatch::Older { .. } | CanaryMismatch::Miscounted => {
            AppDamage::Gone
        }
        CanaryMismatch::Replaced { sequence } => AppDamage::Chain(*sequence),
    };
    StorageProblem::Damaged(damage)
}

fn of_damage(damage: Damage) -> AppDamage {
    match damage {
        Damage::Manifest(error)
        | Damage::Lock(error)
        | Damage::Chunk(_, ChunkError::Frame(error))
        | Damage::Entry(_, EntryError::Frame(error)) => of_frame(&error),
        Damage::NoManifest
        | Damage::LockMissing
        | Damage::ChunkMissing(_)
        | Damage::OtherWorkspace { .. } => AppDamage::Gone,
        Damage::JournalShort { last, .. } => AppDamage::Chain(last + 1),
        Damage::Chunk(_, ChunkError::Record(_) | ChunkError::Misplaced(_))
        | Damage::Entry(_, EntryError::Record(_)) => AppDamage::Undecodable,
        Damage::ChunkChanged(_) => AppDamage::Checksum,
        Damage::EntryMissing(sequence)
        | Damage::Entry(sequence, EntryError::Hash | EntryError::Chain) => {
            AppDamage::Chain(sequence)
        }
    }
}

const fn of_frame(error: &FrameError) -> AppDamage {
    match error {
        FrameError::Checksum | FrameError::Truncated => AppDamage::Checksum,
        FrameError::Newer(_) | FrameError::Shape | FrameError::Migration(_) => {
            AppDamage::Undecodable
        }
    }
}
