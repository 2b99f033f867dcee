//! What the browser's own error names mean for the store.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::store::StoreError;

/// The browser's own name of an error.
fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}

/// Why a transaction failed.
pub(super) fn failure(error: &JsValue) -> StoreError {
    let name = name_of(error);
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" => StoreError::Closed,
        "SecurityError" | "NotAllowedError" => StoreError::Unavailable,
        "VersionError" => StoreError::Newer,
        "" => StoreError::Failed("Error".to_owned()),
        _ => StoreError::Failed(name),
    }
}

/// Why a database did not open: some private windows call it an invalid state.
pub(super) fn failure_while_opening(error: &JsValue) -> StoreError {
    match failure(error) {
        StoreError::Closed => StoreError::Unavailable,
        other => while_reading(other),
    }
}

/// A failure while reading: what the browser has only a name of its own for is that it cannot
/// read its files.
pub(super) fn while_reading(error: StoreError) -> StoreError {
    match error {
        StoreError::Failed(name) => StoreError::Unreadable(name),
        other => other,
    }
}
