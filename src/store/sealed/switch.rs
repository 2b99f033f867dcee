//! Locking, unlocking for good, and changing a secret, so that a crash at any step loses nothing.

use thiserror::Error;

use super::super::area::{Area, Batch, LAST_ROW, Step, Store, StoreError};
use super::super::load::{Damage, LoadError};
use super::super::manifest::{MANIFEST_ROW, Manifest};
use super::cipher::{Cipher, CipherError, Keysmith};
use super::guarded::{GuardedStore, side};
use super::record::{KeySlot, LockRecord, Opener};
use super::volume;

/// Chunks, or volumes to bind, that are worked on at a time.
const AT_ONCE: usize = 8;

/// Why a lock was not opened or changed. The workspace is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SwitchError {
    /// The secret is another one.
    #[error("the secret does not open the lock")]
    Wrong,
    /// It is not locked, or is locked already.
    #[error("the lock is not as expected")]
    Otherwise,
    /// What was written does not read back the same.
    #[error("row {1} of {name} did not read back", name = .0.name())]
    NotTheSame(Area, u64),
    /// The cipher is not there or failed.
    #[error(transparent)]
    Cipher(#[from] CipherError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Whether a workspace is locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its rows lie in the clear.
    Plain,
    /// Its rows lie sealed.
    Locked(LockRecord),
}

/// A fresh secret with what it is stretched with; the salt must be random.
#[derive(Clone)]
pub struct Fresh<'a> {
    /// What a person types.
    pub secret: &'a str,
    /// The salt.
    pub salt: Vec<u8>,
    /// Rounds of PBKDF2.
    pub rounds: u32,
}

/// What a new lock is made of.
#[derive(Clone)]
pub struct NewLock<'a> {
    /// The workspace.
    pub workspace: &'a str,
    /// The passphrase.
    pub passphrase: Fresh<'a>,
    /// The recovery code.
    pub recovery: Fresh<'a>,
}

/// Whether a workspace is locked, from its manifest's row.
///
/// # Errors
/// [`LoadError`] when the store fails, or the record of the lock is damaged or newer.
pub async fn standing(store: &impl Store, workspace: &str) -> Result<Standing, LoadError> {
    let row = store
        .read(Area::Manifest, MANIFEST_ROW..=MANIFEST_ROW)
        .await?;
    let Some((_, bytes)) = row.first() else {
        return Ok(Standing::Plain);
    };
    match LockRecord::open(bytes) {
        Ok(None) => Ok(Standing::Plain),
        Ok(Some(record)) if record.workspace == workspace => Ok(Standing::Locked(record)),
        Ok(Some(record)) => Err(Damage::OtherWorkspace {
            expected: workspace.to_owned(),
            found: record.workspace,
        }
        .into()),
        Err(error) => Err(LoadError::of(Damage::Lock(error))),
    }
}

/// Clears away what a switch left that was not finished, and says whether the workspace is
/// locked. To be called before anything else, by the only one who writes.
///
/// # Errors
/// [`LoadError`] as for [`standing`], and when it cannot be told which side counts: then
/// nothing is removed.
pub async fn settle(store: &impl Store, workspace: &str) -> Result<Standing, LoadError> {
    let standing = standing(store, workspace).await?;
    let locked = matches!(standing, Standing::Locked(_));
    let left = left_over(store, locked).await?;
    if left.is_empty() {
        return Ok(standing);
    }
    if !locked {
        plain_side_counts(store).await?;
    }
    store.write(Batch(left)).await?;
    Ok(standing)
}

/// What lies on the side that does not count, as the steps that remove it.
async fn left_over(store: &impl Store, locked: bool) -> Result<Vec<Step>, StoreError> {
    let mut steps = Vec::new();
    for area in Area::ALL {
        let places = other_side(area, locked);
        if !store.numbers(area, places.clone()).await?.is_empty() {
            steps.push(Step::Cut(area, places));
        }
    }
    Ok(steps)
}

/// The places of the side that does not count, without the row that says which one does.
const fn other_side(area: Area, locked: bool) -> std::ops::RangeInclusive<u64> {
    match (area, locked) {
        (Area::Manifest, true) => MANIFEST_ROW + 1..=LAST_ROW,
        _ => side(!locked),
    }
}

/// Sealed rows may only be removed where the rows in the clear are there.
async fn plain_side_counts(store: &impl Store) -> Result<(), LoadError> {
    let manifest = store
        .read(Area::Manifest, MANIFEST_ROW..=MANIFEST_ROW)
        .await?;
    match manifest.first() {
        Some((_, bytes)) => Manifest::open(bytes)
            .map(|_| ())
            .map_err(|error| LoadError::of(Damage::Manifest(error))),
        None if !store.numbers(Area::Journal, side(false)).await?.is_empty() => Ok(()),
        // Where nothing was ever done, a switch that was cut short left nothing to lose either.
        None if holds_nothing(store).await? => Ok(()),
        None => Err(Damage::LockMissing.into()),
    }
}

/// Whether the sealed side holds neither records nor log.
async fn holds_nothing(store: &impl Store) -> Result<bool, LoadError> {
    for area in [Area::Journal, Area::Payloads, Area::Chunks] {
        if !store.numbers(area, side(true)).await?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The key of a locked workspace.
///
/// # Errors
/// [`SwitchError::Wrong`] when the secret is another one, or the cipher fails.
pub async fn unlock<K: Keysmith>(
    smith: &K,
    record: &LockRecord,
    opener: Opener,
    secret: &str,
) -> Result<K::Key, SwitchError> {
    let (slot, label) = (record.slot(opener), record.label(opener));
    let key = smith
        .unwrap(slot.way(secret, &label), &slot.wrapped)
        .await?;
    key.ok_or(SwitchError::Wrong)
}

/// Locks a workspace whose rows lie in the clear, and gives the key to go on with.
///
/// Every row is written sealed beside the one in the clear, read back through a key that was
/// unwrapped from the new record, and compared. One batch then puts the record in place of the
/// manifest and removes the rows in the clear.
///
/// # Errors
/// [`SwitchError`]; the rows in the clear still count then.
pub async fn switch_on<S: Store, K: Keysmith>(
    store: &S,
    smith: &K,
    new: NewLock<'_>,
) -> Result<K::Key, SwitchError> {
    let workspace = new.workspace;
    if !matches!(standing(store, workspace).await, Ok(Standing::Plain)) {
        return Err(SwitchError::Otherwise);
    }
    let (record, key) = new_record(smith, &new).await?;
    let plain = GuardedStore::<_, K::Key>::plain(store);
    let sealed = GuardedStore::sealed(store, workspace, key);
    store.write(cut_all(|area| other_side(area, false))).await?;
    carry(&plain, &sealed, MANIFEST_ROW).await?;
    while sealed.bind(AT_ONCE).await? > 0 {}
    let recovered = unlock(smith, &record, Opener::Recovery, new.recovery.secret).await?;
    compare(&plain, &sealed, MANIFEST_ROW).await?;
    opens_first_row(&GuardedStore::sealed(store, workspace, recovered)).await?;
    let mut over = cut_all(|_| side(false));
    let row = record.seal();
    over.0.push(Step::Put(Area::Manifest, MANIFEST_ROW, row));
    store.write(over).await?;
    sealed.into_key().ok_or(SwitchError::Otherwise)
}

/// The record of a new lock, with the key its passphrase gives.
async fn new_record<K: Keysmith>(
    smith: &K,
    new: &NewLock<'_>,
) -> Result<(LockRecord, K::Key), SwitchError> {
    let slot = |fresh: &Fresh<'_>| KeySlot {
        salt: fresh.salt.clone(),
        rounds: fresh.rounds,
        wrapped: Vec::new(),
    };
    let mut record = LockRecord {
        workspace: new.workspace.to_owned(),
        passphrase: slot(&new.passphrase),
        recovery: slot(&new.recovery),
    };
    let labels = [Opener::Passphrase, Opener::Recovery].map(|opener| record.label(opener));
    let ways = [
        record.passphrase.way(new.passphrase.secret, &labels[0]),
        record.recovery.way(new.recovery.secret, &labels[1]),
    ];
    let mut wrapped = smith.make(&ways).await?.into_iter();
    for opener in [Opener::Passphrase, Opener::Recovery] {
        let lost = || CipherError::Failed("wrap".to_owned());
        record.slot_mut(opener).wrapped = wrapped.next().ok_or_else(lost)?;
    }
    let key = unlock(smith, &record, Opener::Passphrase, new.passphrase.secret).await?;
    Ok((record, key))
}

/// Takes the lock off for good: every row lies in the clear afterwards.
///
/// # Errors
/// [`SwitchError`]; the sealed rows still count then.
pub async fn switch_off<S: Store, K: Keysmith>(
    store: &S,
    smith: &K,
    workspace: &str,
    passphrase: &str,
) -> Result<(), SwitchError> {
    let record = locked(store, workspace).await?;
    let key = unlock(smith, &record, Opener::Passphrase, passphrase).await?;
    let plain = GuardedStore::<_, K::Key>::plain(store);
    let sealed = GuardedStore::sealed(store, workspace, key);
    store.write(cut_all(|area| other_side(area, true))).await?;
    // The manifest goes last: its row says that the workspace is locked.
    carry(&sealed, &plain, MANIFEST_ROW + 1).await?;
    compare(&sealed, &plain, MANIFEST_ROW + 1).await?;
    let manifest = sealed
        .read(Area::Manifest, MANIFEST_ROW..=MANIFEST_ROW)
        .await?;
    let mut over = cut_all(|_| side(true));
    over.0.push(match manifest.into_iter().next() {
        Some((row, bytes)) => Step::Put(Area::Manifest, row, bytes),
        None => Step::Delete(Area::Manifest, MANIFEST_ROW),
    });
    Ok(store.write(over).await?)
}

/// Gives one secret of a lock another value; the key stays, so no row is touched but the record.
///
/// # Errors
/// [`SwitchError::Wrong`] when `secret` does not open the lock; nothing is changed then.
pub async fn change<S: Store, K: Keysmith>(
    store: &S,
    smith: &K,
    workspace: &str,
    (opener, secret): (Opener, &str),
    (changed, new): (Opener, Fresh<'_>),
) -> Result<(), SwitchError> {
    let mut record = locked(store, workspace).await?;
    let (from, to) = (record.label(opener), record.label(changed));
    let mut slot = KeySlot {
        salt: new.salt,
        rounds: new.rounds,
        wrapped: Vec::new(),
    };
    let old = record.slot(opener);
    let way = slot.way(new.secret, &to);
    let wrapped = smith
        .rewrap(old.way(secret, &from), &old.wrapped, way)
        .await?;
    slot.wrapped = wrapped.ok_or(SwitchError::Wrong)?;
    *record.slot_mut(changed) = slot;
    let key = unlock(smith, &record, changed, new.secret).await?;
    opens_first_row(&GuardedStore::sealed(store, workspace, key)).await?;
    let put = Step::Put(Area::Manifest, MANIFEST_ROW, record.seal());
    Ok(store.write(Batch(vec![put])).await?)
}

async fn locked(store: &impl Store, workspace: &str) -> Result<LockRecord, SwitchError> {
    match standing(store, workspace).await {
        Ok(Standing::Locked(record)) => Ok(record),
        Ok(Standing::Plain) | Err(LoadError::Damaged(_) | LoadError::Newer(_)) => {
            Err(SwitchError::Otherwise)
        }
        Err(LoadError::Store(error)) => Err(error.into()),
    }
}

fn cut_all(places: impl Fn(Area) -> std::ops::RangeInclusive<u64>) -> Batch {
    let cut = |area: &Area| Step::Cut(*area, places(*area));
    Batch(Area::ALL.iter().map(cut).collect())
}

type Side<'a, S, C> = GuardedStore<&'a S, C>;

/// The first row that counts: of the manifest's area the one given, of others the first.
const fn first_of(area: Area, manifest: u64) -> u64 {
    match area {
        Area::Manifest => manifest,
        _ => 0,
    }
}

/// The rows of an area in parts that are read and written at once: small ones as they are
/// bound, so that no volume is opened twice, large ones a few at a time.
fn parts(area: Area, numbers: &[u64]) -> Vec<&[u64]> {
    if volume::is_bound(area) {
        let together = |one: &u64, next: &u64| volume::of_row(*one) == volume::of_row(*next);
        return numbers.chunk_by(together).collect();
    }
    numbers.chunks(AT_ONCE).collect()
}

/// Copies every row of one side to the other.
async fn carry<S: Store, C: Cipher>(
    from: &Side<'_, S, C>,
    to: &Side<'_, S, C>,
    manifest: u64,
) -> Result<(), SwitchError> {
    for area in Area::ALL {
        let rows = first_of(area, manifest)..=LAST_ROW;
        let numbers = from.numbers(area, rows).await?;
        for some in parts(area, &numbers) {
            let rows = from.read(area, some[0]..=some[some.len() - 1]).await?;
            let put = |(row, bytes)| Step::Put(area, row, bytes);
            to.write(Batch(rows.into_iter().map(put).collect())).await?;
        }
    }
    Ok(())
}

/// Reads both sides back and compares them.
async fn compare<S: Store, C: Cipher>(
    one: &Side<'_, S, C>,
    other: &Side<'_, S, C>,
    manifest: u64,
) -> Result<(), SwitchError> {
    for area in Area::ALL {
        let rows = first_of(area, manifest)..=LAST_ROW;
        let numbers = one.numbers(area, rows.clone()).await?;
        if numbers != other.numbers(area, rows).await? {
            return Err(SwitchError::NotTheSame(area, LAST_ROW));
        }
        for some in parts(area, &numbers) {
            let rows = some[0]..=some[some.len() - 1];
            let expected = one.read(area, rows.clone()).await?;
            let found = other.read(area, rows).await?;
            let differs = expected
                .iter()
                .zip(&found)
                .find(|(one, other)| one != other);
            if let Some(((row, _), _)) = differs {
                return Err(SwitchError::NotTheSame(area, *row));
            }
        }
    }
    Ok(())
}

/// Makes sure that a key is the one the rows are sealed with.
async fn opens_first_row<S: Store, C: Cipher>(sealed: &Side<'_, S, C>) -> Result<(), SwitchError> {
    for area in Area::ALL {
        let numbers = sealed.numbers(area, 0..=LAST_ROW).await?;
        if let Some(first) = numbers.first() {
            sealed.read(area, *first..=*first).await?;
            return Ok(());
        }
    }
    Ok(())
}
