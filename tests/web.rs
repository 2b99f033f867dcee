//! What only a real browser can answer. Runs with `make test-wasm`; empty on the host.
#![cfg(target_arch = "wasm32")]

use congtam::browser::IndexedDb;
use congtam::files::archive::Archive;
use congtam::files::forms::{DocxProperties, MonthlyForm, write_docx};
use congtam::files::workbook::{Summary, write_summary};
use congtam::store::{Area, Batch, Step, Store, StoreError, conformance};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "web/grid.rs"]
mod grid;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_has_the_storage_the_app_needs() {
    let window: wasm_bindgen::JsValue = js_sys::global().into();
    for name in ["indexedDB", "localStorage"] {
        let found = js_sys::Reflect::has(&window, &name.into());
        assert_eq!(found, Ok(true), "{name}");
    }
}

#[wasm_bindgen_test]
async fn indexed_db_keeps_every_promise_of_a_store() {
    conformance::run(async |name| {
        let opened = IndexedDb::open(&format!("test-{name}")).await;
        opened.expect("opens")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_database_asked_away_says_that_it_is_closed() {
    let store = IndexedDb::open("test-away").await.expect("opens");
    let deleted = IndexedDb::delete("test-away").await;
    assert_eq!(deleted, Ok(()));
    assert!(store.is_closed());
    let written = store.write(Batch(vec![Step::Clear(Area::Chunks)])).await;
    assert_eq!(written, Err(StoreError::Closed));
}

/// Libraries that ask the host for the time or for threads compile for a browser
/// and stop only when they run.
#[wasm_bindgen_test]
fn office_files_are_written_without_clock_and_threads() {
    let form = write_docx(&MonthlyForm::default().paper(), DocxProperties::default());
    let form = form.expect("a form");
    let mut archive = Archive::new();
    archive.add("Phiếu.docx", &form).expect("packed");
    let archive = archive.finish().expect("an archive");
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let workbook = write_summary(&Summary::empty(2026), go_on).expect("a workbook");
    for bytes in [form, archive, workbook] {
        assert_eq!(bytes.get(..4), Some(b"PK\x03\x04".as_slice()));
    }
}
