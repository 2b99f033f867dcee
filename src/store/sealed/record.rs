//! The record of a lock: how its key is wrapped, for each secret that opens it.
//!
//! It stands in the clear in place of the manifest. Its format is none a manifest can have, so
//! a build that knows no locks calls it newer and writes nothing.

use serde::{Deserialize, Serialize};

use super::super::frame::{self, FrameError};
use super::cipher::{Way, key_label};

/// Set in the format of a record of a lock and in no other; the rest is its version.
const LOCK: u16 = 0x8000;
const VERSION: u16 = 1;
const HEAD: usize = 6;

/// The secrets that open a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// The passphrase a person chose.
    Passphrase,
    /// The recovery code, printed once.
    Recovery,
}

impl Opener {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery",
        }
    }
}

/// The key wrapped for one secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySlot {
    /// The salt the secret is stretched with.
    pub salt: Vec<u8>,
    /// Rounds of PBKDF2, kept with the data so that they can rise later.
    pub rounds: u32,
    /// The wrapped key.
    pub wrapped: Vec<u8>,
}

/// How a workspace is locked. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockRecord {
    /// The workspace.
    pub workspace: String,
    /// Opens with the passphrase.
    pub passphrase: KeySlot,
    /// Opens with the recovery code.
    pub recovery: KeySlot,
}

impl LockRecord {
    /// What one secret opens.
    #[must_use]
    pub const fn slot(&self, opener: Opener) -> &KeySlot {
        match opener {
            Opener::Passphrase => &self.passphrase,
            Opener::Recovery => &self.recovery,
        }
    }

    pub(super) const fn slot_mut(&mut self, opener: Opener) -> &mut KeySlot {
        match opener {
            Opener::Passphrase => &mut self.passphrase,
            Opener::Recovery => &mut self.recovery,
        }
    }

    /// The label under which the key is wrapped for a secret.
    #[must_use]
    pub fn label(&self, opener: Opener) -> Vec<u8> {
        key_label(&self.workspace, opener)
    }

    /// The row to store.
    #[must_use]
    pub fn seal(&self) -> Vec<u8> {
        let mut row = frame::append(self, vec![0; HEAD]);
        row[..2].copy_from_slice(&(LOCK | VERSION).to_le_bytes());
        let sum = checksum(&row);
        row[2..HEAD].copy_from_slice(&sum.to_le_bytes());
        row
    }

    /// Reads a stored row; nothing when it is none of a lock.
    ///
    /// # Errors
    /// [`FrameError`] when it is damaged or newer.
    pub fn open(row: &[u8]) -> Result<Option<Self>, FrameError> {
        let Some(format) = row.first_chunk().copied().map(u16::from_le_bytes) else {
            return Err(FrameError::Truncated);
        };
        if format & LOCK == 0 {
            return Ok(None);
        }
        if frame::checksum(row)? != checksum(row) {
            return Err(FrameError::Checksum);
        }
        if format != LOCK | VERSION {
            return Err(FrameError::Newer(format));
        }
        postcard::from_bytes(&row[HEAD..])
            .map(Some)
            .map_err(|_| FrameError::Shape)
    }
}

/// Of the format too: it decides which side of the store counts.
fn checksum(row: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&row[..2]);
    sum.update(&row[HEAD..]);
    sum.finalize()
}

impl KeySlot {
    /// The way from a secret to the key in this slot.
    #[must_use]
    pub fn way<'a>(&'a self, secret: &'a str, label: &'a [u8]) -> Way<'a> {
        Way {
            secret,
            salt: &self.salt,
            rounds: self.rounds,
            label,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> LockRecord {
        let slot = |byte| KeySlot {
            salt: vec![byte; 16],
            rounds: 600_000,
            wrapped: vec![byte; 60],
        };
        LockRecord {
            workspace: "mau".to_owned(),
            passphrase: slot(1),
            recovery: slot(2),
        }
    }

    #[test]
    fn a_record_opens_as_it_was_and_a_manifest_is_none() {
        assert_eq!(LockRecord::open(&record().seal()), Ok(Some(record())));
        let manifest = crate::store::manifest::Manifest::default().seal();
        assert_eq!(LockRecord::open(&manifest), Ok(None));
    }

    #[test]
    fn no_flipped_bit_leaves_a_record_that_opens() {
        let sealed = record().seal();
        for at in 0..sealed.len() * 8 {
            let mut bytes = sealed.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            let opened = LockRecord::open(&bytes);
            assert!(!matches!(opened, Ok(Some(_))), "bit {at}");
        }
    }

    #[test]
    fn a_build_that_knows_no_locks_calls_the_record_newer() {
        let opened = crate::store::manifest::Manifest::open(&record().seal());
        assert_eq!(opened.map(|_| ()), Err(FrameError::Newer(LOCK | VERSION)));
    }
}
