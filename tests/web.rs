//! What only a real browser can answer. Runs with `make test-wasm`; empty on the host.
#![cfg(target_arch = "wasm32")]

use congtam::browser::IndexedDb;
use congtam::store::{Area, Batch, Step, Store, StoreError, conformance};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

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
