//! The clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard};

/// The browser does not let the page use the clipboard now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the clipboard is not available")]
pub struct ClipboardError;

fn clipboard() -> Result<Clipboard, ClipboardError> {
    let navigator = web_sys::window().ok_or(ClipboardError)?.navigator();
    // Missing in pages the browser does not call secure, whatever the types say.
    let found = Reflect::get(&navigator, &"clipboard".into()).map_err(|_| ClipboardError)?;
    if found.is_object() {
        Ok(found.unchecked_into())
    } else {
        Err(ClipboardError)
    }
}

/// Puts text on the clipboard.
///
/// # Errors
/// [`ClipboardError`] when the browser does not allow it, for example without a user's act.
pub async fn copy(text: &str) -> Result<(), ClipboardError> {
    let done = JsFuture::from(clipboard()?.write_text(text)).await;
    done.map(|_| ()).map_err(|_| ClipboardError)
}

/// Puts a table on the clipboard, as text and as HTML for office programs.
///
/// # Errors
/// [`ClipboardError`] as for [`copy`].
pub async fn copy_rich(text: &str, html: &str) -> Result<(), ClipboardError> {
    let clipboard = clipboard()?;
    match rich_item(text, html) {
        Ok(item) => {
            let done = JsFuture::from(clipboard.write(&Array::of1(&item))).await;
            done.map(|_| ()).map_err(|_| ClipboardError)
        }
        Err(_) => copy(text).await,
    }
}

/// A clipboard item with both forms; browsers without the type only take text.
fn rich_item(text: &str, html: &str) -> Result<JsValue, JsValue> {
    let kind = Reflect::get(&js_sys::global(), &"ClipboardItem".into())?;
    let kind: Function = kind.dyn_into()?;
    let forms = Object::new();
    for (media_type, content) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(&content.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&forms, &media_type.into(), &Promise::resolve(&blob))?;
    }
    Reflect::construct(&kind, &Array::of1(&forms))
}

/// The text on the clipboard; the browser may ask the user.
///
/// # Errors
/// [`ClipboardError`] when the browser or the user does not allow it.
pub async fn paste() -> Result<String, ClipboardError> {
    let text = JsFuture::from(clipboard()?.read_text()).await;
    text.ok()
        .and_then(|text| text.as_string())
        .ok_or(ClipboardError)
}
