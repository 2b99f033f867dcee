//! Reads the file somebody chose or dropped.

use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use web_sys::js_sys::Uint8Array;

use crate::app::Notice;
use crate::app::job::{LARGEST_BLOCK, LARGEST_FILE};
use crate::ui::App;

/// Whether what was pasted may be read; says so when it is too large.
pub fn takes_block(app: App, text: &str, html: Option<&str>) -> bool {
    let size = text.len() + html.map_or(0, str::len);
    let fits = u32::try_from(size).is_ok_and(|size| size <= LARGEST_BLOCK);
    if !fits {
        app.tell(Notice::FileTooLarge(LARGEST_BLOCK));
    }
    fits
}

/// Reads the first of the files and hands over its name and bytes; says so when it cannot.
pub fn read_first(app: App, files: Vec<File>, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let Some(file) = files.into_iter().next() else {
        return;
    };
    if file.size() > f64::from(LARGEST_FILE) {
        app.tell(Notice::FileTooLarge(LARGEST_FILE));
        return;
    }
    spawn_local(async move {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => then(file.name(), Uint8Array::new(&buffer).to_vec()),
            Err(_) => app.tell(Notice::FileUnreadable),
        }
    });
}
