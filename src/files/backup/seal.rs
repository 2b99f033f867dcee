//! Seals a backup under a passphrase in the age format, and opens it again.
//!
//! A sealed backup is an ordinary age file (<https://c2sp.org/age>) with one passphrase
//! recipient; what is inside is the backup as it would stand unsealed, so `age --decrypt`
//! opens it without this program. The library draws salt, key and nonce itself: they must
//! never be the same twice, and a caller who could hand them in could do just that.

use std::fmt;
use std::io::{ErrorKind, Read as _};
use std::iter;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, scrypt};
use serde::{Deserialize, Serialize};

use super::{Backup, BackupError};

/// The ending a sealed backup's name has after [`super::EXTENSION`].
pub const SEALED_EXTENSION: &str = "age";
/// How every age file of the one known version begins.
const START: &[u8] = b"age-encryption.org/v1\n";

/// The work a passphrase costs, as a power of two: about a second, and 256 MB for its while.
pub const WORK: u8 = 18;
/// The most work a file may ask for before it is opened: a second more would be a gigabyte more.
const MOST_WORK: u8 = 20;

/// What a sealed backup is opened with. It shows itself to nobody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passphrase(String);

impl Passphrase {
    /// A passphrase as it was typed; however the keyboard composed its letters, it is the same.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(crate::text::nfc(text))
    }

    /// The passphrase as a key is made of it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn secret(&self) -> SecretString {
        SecretString::from(self.0.clone())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Whether a file is sealed.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(START)
}

/// Seals a file. `work` is [`WORK`] but for tests, which have no secrets.
///
/// No two calls give the same bytes.
#[must_use]
pub fn seal(bytes: &[u8], passphrase: &Passphrase, work: u8) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    recipient.set_work_factor(work);
    age::encrypt(&recipient, bytes).expect("memory takes what is written to it")
}

/// Opens a sealed file.
///
/// # Errors
/// [`BackupError`] when the passphrase is another one or the file is damaged or foreign.
pub fn unseal(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, BackupError> {
    if !is_sealed(bytes) {
        return Err(BackupError::NotABackup);
    }
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(MOST_WORK);
    let file = Decryptor::new_buffered(bytes).map_err(|error| why(&error))?;
    if !file.is_scrypt() {
        return Err(BackupError::SealedOtherwise);
    }
    let opened = file.decrypt(iter::once(&identity as &dyn age::Identity));
    let mut opened = opened.map_err(|error| why(&error))?;
    let mut content = Vec::with_capacity(bytes.len());
    match opened.read_to_end(&mut content) {
        Ok(_) => Ok(content),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(BackupError::Truncated),
        Err(_) => Err(BackupError::SealBroken),
    }
}

/// Reads a backup, sealed or not.
///
/// # Errors
/// [`BackupError::Sealed`] when it is sealed and there is no passphrase, otherwise as [`super::read`].
pub fn open(bytes: &[u8], passphrase: Option<&Passphrase>) -> Result<Backup, BackupError> {
    opened(bytes, passphrase, super::read)
}

/// Reads the records of a backup, sealed or not, and says why its log was not read.
///
/// # Errors
/// As for [`open`] where it is not the log's.
pub fn open_records(
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
) -> Result<(Backup, Option<BackupError>), BackupError> {
    opened(bytes, passphrase, super::read_records)
}

fn opened<T>(
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
    read: impl FnOnce(&[u8]) -> Result<T, BackupError>,
) -> Result<T, BackupError> {
    match (is_sealed(bytes), passphrase) {
        (false, _) => read(bytes),
        (true, None) => Err(BackupError::Sealed),
        (true, Some(passphrase)) => read(&unseal(bytes, passphrase)?),
    }
}

/// The library's own sentences are never asked for: they bring its languages along.
fn why(error: &DecryptError) -> BackupError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            BackupError::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => BackupError::SealTooCostly {
            work: *required,
            most: MOST_WORK,
        },
        DecryptError::NoMatchingKeys => BackupError::SealedOtherwise,
        DecryptError::Io(error) if error.kind() == ErrorKind::UnexpectedEof => {
            BackupError::Truncated
        }
        _ => BackupError::SealBroken,
    }
}
