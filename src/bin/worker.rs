//! Mounts the worker.

use wasm_bindgen::prelude::*;

fn main() {
    let answer = Closure::<dyn Fn(JsValue)>::new(|_event: JsValue| {});
    let set = js_sys::Reflect::set(
        &js_sys::global(),
        &"onmessage".into(),
        &answer.into_js_value(),
    );
    debug_assert!(set.is_ok());
}
