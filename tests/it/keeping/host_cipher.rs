//! A cipher on the host in place of the browser's, so that locks are tested without one.

use std::cell::Cell;
use std::rc::Rc;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use congtam::store::sealed::{Cipher, CipherError, Fresh, Keysmith, Piece, Way};
use sha2::{Digest, Sha256};

const NONCE: usize = 12;

/// Counts in place of drawing at random: no nonce comes twice in one test.
#[derive(Debug, Clone, Default)]
pub struct HostSmith(Rc<Cell<u64>>);

/// A key in use.
#[derive(Debug, Clone)]
pub struct HostKey {
    key: [u8; 32],
    drawn: HostSmith,
}

impl HostSmith {
    fn draw<const N: usize>(&self) -> [u8; N] {
        self.0.set(self.0.get() + 1);
        let mut drawn = [0; N];
        drawn[..8].copy_from_slice(&self.0.get().to_le_bytes());
        drawn
    }

    /// A key with these bytes.
    pub fn key(&self, key: [u8; 32]) -> HostKey {
        let drawn = self.clone();
        HostKey { key, drawn }
    }

    /// A secret with what it is stretched with.
    pub fn fresh<'a>(&self, secret: &'a str) -> Fresh<'a> {
        Fresh {
            secret,
            salt: self.draw::<16>().to_vec(),
            rounds: 3,
        }
    }

    fn stretched(&self, way: Way<'_>) -> HostKey {
        let mut key: [u8; 32] = Sha256::digest([way.salt, way.secret.as_bytes()].concat()).into();
        for _ in 0..way.rounds {
            key = Sha256::digest(key).into();
        }
        self.key(key)
    }

    fn unwrapped(&self, way: Way<'_>, wrapped: &[u8]) -> Option<[u8; 32]> {
        let key = self.stretched(way).open_one(way.label, wrapped)?;
        key.try_into().ok()
    }
}

impl HostKey {
    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new_from_slice(&self.key).unwrap()
    }

    fn seal_one(&self, label: &[u8], bytes: &[u8]) -> Vec<u8> {
        let nonce = self.drawn.draw::<NONCE>();
        let payload = Payload {
            msg: bytes,
            aad: label,
        };
        let sealed = self.cipher().encrypt(&Nonce::from(nonce), payload);
        [nonce.to_vec(), sealed.unwrap()].concat()
    }

    fn open_one(&self, label: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload {
            msg: sealed,
            aad: label,
        };
        self.cipher().decrypt(&Nonce::from(*nonce), payload).ok()
    }
}

impl Cipher for HostKey {
    async fn seal(&self, pieces: Vec<Piece>) -> Result<Vec<Vec<u8>>, CipherError> {
        let seal = |piece: &Piece| self.seal_one(&piece.label, &piece.bytes);
        Ok(pieces.iter().map(seal).collect())
    }

    async fn open(&self, pieces: Vec<Piece>) -> Result<Vec<Option<Vec<u8>>>, CipherError> {
        let open = |piece: &Piece| self.open_one(&piece.label, &piece.bytes);
        Ok(pieces.iter().map(open).collect())
    }
}

impl Keysmith for HostSmith {
    type Key = HostKey;

    async fn make(&self, ways: &[Way<'_>]) -> Result<Vec<Vec<u8>>, CipherError> {
        let key = self.draw::<32>();
        let wrap = |way: &Way<'_>| self.stretched(*way).seal_one(way.label, &key);
        Ok(ways.iter().map(wrap).collect())
    }

    async fn unwrap(&self, way: Way<'_>, wrapped: &[u8]) -> Result<Option<HostKey>, CipherError> {
        Ok(self.unwrapped(way, wrapped).map(|key| self.key(key)))
    }

    async fn rewrap(
        &self,
        from: Way<'_>,
        wrapped: &[u8],
        to: Way<'_>,
    ) -> Result<Option<Vec<u8>>, CipherError> {
        let key = self.unwrapped(from, wrapped);
        Ok(key.map(|key| self.stretched(to).seal_one(to.label, &key)))
    }
}
