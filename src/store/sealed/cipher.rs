//! What sealing needs of a cipher, without saying which.

use std::future::Future;

use thiserror::Error;

use super::super::area::{Area, StoreError};
use super::record::Opener;

/// Bytes with the label that says where they belong; the same bytes do not open under another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Workspace, area and row, or workspace and way of opening.
    pub label: Vec<u8>,
    /// What is sealed, or to be.
    pub bytes: Vec<u8>,
}

/// A cipher is not there or broke down; says nothing about the bytes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CipherError {
    /// There is none here: the browser gives it only to pages with a secure address.
    #[error("no cipher is available")]
    Unavailable,
    /// It failed, with the browser's own name for it.
    #[error("the cipher failed: {0}")]
    Failed(String),
}

impl From<CipherError> for StoreError {
    fn from(error: CipherError) -> Self {
        match error {
            CipherError::Unavailable => Self::Unavailable,
            CipherError::Failed(name) => Self::Failed(name),
        }
    }
}

/// A key in use. Seals so that nobody without the key reads a piece or changes it unnoticed.
pub trait Cipher {
    /// Seals pieces, each with a nonce of its own, in order.
    fn seal(&self, pieces: Vec<Piece>) -> impl Future<Output = Result<Vec<Vec<u8>>, CipherError>>;

    /// Opens pieces in order; nothing for one that was changed, or sealed under another key or label.
    fn open(
        &self,
        pieces: Vec<Piece>,
    ) -> impl Future<Output = Result<Vec<Option<Vec<u8>>>, CipherError>>;
}

/// A secret with all that makes a key of it.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    /// What a person types.
    pub secret: &'a str,
    /// Makes the same secret give other keys elsewhere.
    pub salt: &'a [u8],
    /// Rounds of PBKDF2.
    pub rounds: u32,
    /// The label under which the key is wrapped.
    pub label: &'a [u8],
}

/// Makes keys, and wraps them so that a secret gives them back.
pub trait Keysmith {
    /// A key in use, which cannot be read out again.
    type Key: Cipher;

    /// A new key, wrapped for each of these ways, in order.
    fn make(&self, ways: &[Way<'_>]) -> impl Future<Output = Result<Vec<Vec<u8>>, CipherError>>;

    /// The key wrapped for a way; nothing when the secret is another one.
    fn unwrap(
        &self,
        way: Way<'_>,
        wrapped: &[u8],
    ) -> impl Future<Output = Result<Option<Self::Key>, CipherError>>;

    /// The same key wrapped for another way; nothing when the secret is another one.
    fn rewrap(
        &self,
        from: Way<'_>,
        wrapped: &[u8],
        to: Way<'_>,
    ) -> impl Future<Output = Result<Option<Vec<u8>>, CipherError>>;
}

/// The label of a row.
pub(super) fn row_label(workspace: &str, area: Area, row: u64) -> Vec<u8> {
    let place = row.to_le_bytes();
    [
        b"congtam row 1",
        workspace.as_bytes(),
        area.name().as_bytes(),
        &place,
    ]
    .join(&0)
}

/// The label of a wrapped key.
pub(super) fn key_label(workspace: &str, opener: Opener) -> Vec<u8> {
    [
        b"congtam key 1",
        workspace.as_bytes(),
        opener.name().as_bytes(),
    ]
    .join(&0)
}
