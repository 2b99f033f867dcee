//! The browser's own cipher: AES-GCM with a key it never gives out, PBKDF2 for secrets.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::store::sealed::{Cipher, CipherError, Keysmith, Piece, Way};

/// Bytes of a nonce, drawn anew for every piece and kept before it.
const NONCE: usize = 12;
/// What keys are kept as while they are wrapped.
const RAW: &str = "raw";

/// A key in use; the browser keeps it and lets nobody read it.
#[derive(Debug, Clone)]
pub struct WebKey(CryptoKey);

/// Makes and wraps keys with what the browser has.
#[derive(Debug, Clone, Copy, Default)]
pub struct WebSmith;

/// Draws random bytes.
pub(super) fn drawn<const N: usize>() -> Result<[u8; N], CipherError> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let crypto = crypto.ok_or(CipherError::Unavailable)?;
    let mut bytes = [0; N];
    let filled = crypto.get_random_values_with_u8_array(&mut bytes);
    filled.map_err(|error| failed(&error))?;
    Ok(bytes)
}

/// Pages without a secure address get no cipher.
fn subtle() -> Result<SubtleCrypto, CipherError> {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.subtle())
        .filter(|subtle| !subtle.is_undefined())
        .ok_or(CipherError::Unavailable)
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}

fn failed(error: &JsValue) -> CipherError {
    CipherError::Failed(name_of(error))
}

/// The browser's word for bytes that do not open under this key and label.
fn is_refusal(error: &JsValue) -> bool {
    name_of(error) == "OperationError"
}

fn object(entries: &[(&str, JsValue)]) -> Result<Object, CipherError> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value).map_err(|error| failed(&error))?;
    }
    Ok(object)
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn words(words: &[&str]) -> JsValue {
    let words: Array = words.iter().map(|word| JsValue::from(*word)).collect();
    words.into()
}

/// The cipher with a nonce and the label that is sealed along.
fn aes(nonce: &[u8], label: &[u8]) -> Result<Object, CipherError> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", bytes(nonce)),
        ("additionalData", bytes(label)),
    ])
}

fn aes_key() -> Result<Object, CipherError> {
    object(&[("name", "AES-GCM".into()), ("length", 256.into())])
}

async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

/// Nonce and sealed bytes as one row.
fn joined(nonce: &[u8], sealed: &JsValue) -> Vec<u8> {
    let sealed = Uint8Array::new(sealed);
    let length = usize::try_from(sealed.length()).unwrap_or_default();
    let mut row = vec![0; NONCE + length];
    row[..NONCE].copy_from_slice(nonce);
    sealed.copy_to(&mut row[NONCE..]);
    row
}

impl Cipher for WebKey {
    async fn seal(&self, pieces: Vec<Piece>) -> Result<Vec<Vec<u8>>, CipherError> {
        let subtle = subtle()?;
        let (mut nonces, promises) = (Vec::with_capacity(pieces.len()), Array::new());
        for piece in &pieces {
            let nonce = drawn::<NONCE>()?;
            let how = aes(&nonce, &piece.label)?;
            let sealed = subtle.encrypt_with_object_and_u8_array(&how, &self.0, &piece.bytes);
            promises.push(sealed.map_err(|error| failed(&error))?.as_ref());
            nonces.push(nonce);
        }
        drop(pieces);
        let sealed = JsFuture::from(Promise::all(&promises)).await;
        let sealed = Array::from(&sealed.map_err(|error| failed(&error))?);
        let rows = nonces.iter().zip(sealed.iter());
        Ok(rows.map(|(nonce, sealed)| joined(nonce, &sealed)).collect())
    }

    async fn open(&self, pieces: Vec<Piece>) -> Result<Vec<Option<Vec<u8>>>, CipherError> {
        let subtle = subtle()?;
        let promises = Array::new();
        for piece in &pieces {
            // Too short to have been sealed: not worth asking, and told from a failure.
            let (nonce, sealed) = piece.bytes.split_at(piece.bytes.len().min(NONCE));
            let how = aes(nonce, &piece.label)?;
            let opened = match nonce.len() {
                NONCE => subtle.decrypt_with_object_and_u8_array(&how, &self.0, sealed),
                _ => Ok(Promise::resolve(&JsValue::UNDEFINED)),
            };
            promises.push(opened.map_err(|error| failed(&error))?.as_ref());
        }
        drop(pieces);
        let settled = JsFuture::from(Promise::all_settled(&promises)).await;
        let settled = Array::from(&settled.map_err(|error| failed(&error))?);
        settled.iter().map(|one| opened(&one)).collect()
    }
}

/// What one settled promise gave; nothing when the bytes were refused.
fn opened(settled: &JsValue) -> Result<Option<Vec<u8>>, CipherError> {
    let get = |name: &str| Reflect::get(settled, &name.into()).unwrap_or_default();
    let reason = get("reason");
    if !reason.is_undefined() {
        return if is_refusal(&reason) {
            Ok(None)
        } else {
            Err(failed(&reason))
        };
    }
    let value = get("value");
    Ok((!value.is_undefined()).then(|| Uint8Array::new(&value).to_vec()))
}

/// The key a secret gives, good for wrapping and nothing else.
async fn stretched(subtle: &SubtleCrypto, way: Way<'_>) -> Result<CryptoKey, CipherError> {
    let secret = Uint8Array::from(way.secret.as_bytes());
    let base = subtle.import_key_with_str(RAW, &secret, "PBKDF2", false, &words(&["deriveKey"]));
    let base = answer(base).await.map_err(|error| failed(&error))?;
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes(way.salt)),
        ("iterations", way.rounds.into()),
    ])?;
    let usages = words(&["wrapKey", "unwrapKey"]);
    let base = base.unchecked_ref();
    let key = subtle.derive_key_with_object_and_object(&how, base, &aes_key()?, false, &usages);
    let key = answer(key).await.map_err(|error| failed(&error))?;
    Ok(key.unchecked_into())
}

async fn wrap(
    subtle: &SubtleCrypto,
    way: Way<'_>,
    key: &CryptoKey,
) -> Result<Vec<u8>, CipherError> {
    let nonce = drawn::<NONCE>()?;
    let with = stretched(subtle, way).await?;
    let wrapped = subtle.wrap_key_with_object(RAW, key, &with, &aes(&nonce, way.label)?);
    let wrapped = answer(wrapped).await.map_err(|error| failed(&error))?;
    Ok(joined(&nonce, &wrapped))
}

/// The wrapped key; only one that is to be wrapped again at once can be read out.
async fn unwrap(
    subtle: &SubtleCrypto,
    way: Way<'_>,
    wrapped: &[u8],
    again: bool,
) -> Result<Option<CryptoKey>, CipherError> {
    let Some((nonce, wrapped)) = wrapped.split_first_chunk::<NONCE>() else {
        return Ok(None);
    };
    let with = stretched(subtle, way).await?;
    let key = subtle.unwrap_key_with_u8_array_and_object_and_object(
        RAW,
        wrapped,
        &with,
        &aes(nonce, way.label)?,
        &aes_key()?,
        again,
        &words(&["encrypt", "decrypt"]),
    );
    match answer(key).await {
        Ok(key) => Ok(Some(key.unchecked_into())),
        Err(error) if is_refusal(&error) => Ok(None),
        Err(error) => Err(failed(&error)),
    }
}

impl Keysmith for WebSmith {
    type Key = WebKey;

    async fn make(&self, ways: &[Way<'_>]) -> Result<Vec<Vec<u8>>, CipherError> {
        let subtle = subtle()?;
        let usages = words(&["encrypt", "decrypt"]);
        let key = answer(subtle.generate_key_with_object(&aes_key()?, true, &usages)).await;
        let key: CryptoKey = key.map_err(|error| failed(&error))?.unchecked_into();
        let mut wrapped = Vec::with_capacity(ways.len());
        for way in ways {
            wrapped.push(wrap(&subtle, *way, &key).await?);
        }
        Ok(wrapped)
    }

    async fn unwrap(&self, way: Way<'_>, wrapped: &[u8]) -> Result<Option<WebKey>, CipherError> {
        let key = unwrap(&subtle()?, way, wrapped, false).await?;
        Ok(key.map(WebKey))
    }

    async fn rewrap(
        &self,
        from: Way<'_>,
        wrapped: &[u8],
        to: Way<'_>,
    ) -> Result<Option<Vec<u8>>, CipherError> {
        let subtle = subtle()?;
        match unwrap(&subtle, from, wrapped, true).await? {
            Some(key) => wrap(&subtle, to, &key).await.map(Some),
            None => Ok(None),
        }
    }
}
