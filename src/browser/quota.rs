//! How much room there is, and whether the browser promises to keep what is stored.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Room for storage, in bytes, as the browser estimates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Used by this origin.
    pub used: u64,
    /// Granted to this origin.
    pub granted: u64,
}

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    storage.is_object().then(|| navigator.storage())
}

/// Asks the browser not to clear what is stored when room gets short; true when it agrees.
pub async fn ask_to_persist() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persist().ok()) else {
        return false;
    };
    let answer = JsFuture::from(asked).await;
    answer.ok().and_then(|it| it.as_bool()).unwrap_or(false)
}

/// True when the browser has agreed before; nothing where it does not tell.
pub async fn is_persisted() -> Option<bool> {
    let asked = manager()?.persisted().ok()?;
    JsFuture::from(asked).await.ok()?.as_bool()
}

/// Room used and granted; nothing where the browser does not tell.
pub async fn usage() -> Option<Usage> {
    let asked = manager()?.estimate().ok()?;
    let estimate: StorageEstimate = JsFuture::from(asked).await.ok()?.into();
    Some(Usage {
        used: whole(estimate.get_usage()?),
        granted: whole(estimate.get_quota()?),
    })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an estimate of bytes is not negative, and its decimals mean nothing"
)]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
