//! What only a real browser can answer. Runs with `make test-wasm`; empty on the host.
#![cfg(target_arch = "wasm32")]

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
