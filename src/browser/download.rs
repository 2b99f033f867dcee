//! Hands bytes to the user as a file.

use js_sys::{Array, Uint8Array};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser does not take the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the browser did not take the file")]
pub struct DownloadError;

/// Milliseconds the file stays available: browsers fetch it shortly after the click.
const KEPT: u32 = 60_000;

/// Offers bytes as a file of this name and media type.
///
/// The browser does not tell whether the user kept it.
///
/// # Errors
/// [`DownloadError`] when the browser refuses, for example for want of memory.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    offer(name, media_type, bytes).map_err(|_| DownloadError)
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        super::pause(KEPT).await;
        // One that is gone already need not be let go.
        drop(Url::revoke_object_url(&url));
    });
    Ok(())
}
