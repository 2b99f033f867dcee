//! Reads the file somebody chose or dropped.

use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use web_sys::js_sys::Uint8Array;

use crate::app::Notice;
use crate::ui::App;

/// Bytes a file may have: more than any reader here takes, and less than would stop the page.
const LARGEST: u32 = 1 << 30;

/// Reads the first of the files and hands over its name and bytes; says so when it cannot.
pub fn read_first(app: App, files: Vec<File>, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let Some(file) = files.into_iter().next() else {
        return;
    };
    if file.size() > f64::from(LARGEST) {
        app.tell(Notice::FileTooLarge(LARGEST));
        return;
    }
    spawn_local(async move {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => then(file.name(), Uint8Array::new(&buffer).to_vec()),
            Err(_) => app.tell(Notice::FileUnreadable),
        }
    });
}
