//! Reads a file the user picked or dropped.

use js_sys::Uint8Array;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Why a picked file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PickError {
    /// Larger than the limit, in bytes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit.
        limit: u32,
    },
    /// The browser could not read it: it was moved, changed or may not be read.
    #[error("the file cannot be read")]
    Unreadable,
}

/// The bytes of a picked file of at most `limit` bytes.
///
/// # Errors
/// [`PickError`] when it is larger or cannot be read.
pub async fn read_picked(file: &File, limit: u32) -> Result<Vec<u8>, PickError> {
    if file.size() > f64::from(limit) {
        return Err(PickError::TooLarge { limit });
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| PickError::Unreadable)?;
    Ok(Uint8Array::new(buffer.unchecked_ref()).to_vec())
}
