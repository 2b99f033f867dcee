//! Folds the journal into chunks, a few at a time, while nobody waits.

use thiserror::Error;

use super::area::{Area, Store, StoreError};
use super::chunk::ChunkError;
use super::keeper::Keeper;

/// Why chunks were not brought up to date. The journal still holds everything.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FoldError {
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A chunk is damaged.
    #[error(transparent)]
    Chunk(#[from] ChunkError),
}

/// Brings at most `most` chunks up to date.
///
/// Every entry the keeper has appended must have been handed to the store before.
///
/// # Errors
/// [`FoldError`] when a chunk is damaged or the store fails; the keeper is as before.
pub async fn fold(store: &impl Store, keeper: &mut Keeper, most: usize) -> Result<(), FoldError> {
    let ids = keeper.to_fold(most);
    let mut rows = Vec::with_capacity(ids.len());
    for id in &ids {
        rows.extend(store.read(Area::Chunks, id.row()..=id.row()).await?);
    }
    let Some(fold) = keeper.fold(&ids, &rows)? else {
        return Ok(());
    };
    if let Err(error) = store.write(fold.batch.clone()).await {
        keeper.fold_failed(fold);
        return Err(error.into());
    }
    Ok(())
}
