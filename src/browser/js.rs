//! Calls of the browser that have no safe type here: by name, through the objects themselves.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What an object holds under a name.
pub(super) fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

/// What the page or the worker itself holds under a name.
pub(super) fn global(name: &str) -> Result<JsValue, JsValue> {
    get(&js_sys::global(), name)
}

/// Calls a method.
pub(super) fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(of, name)?.dyn_into()?;
    method.apply(of, &arguments.iter().collect::<Array>())
}

/// Calls a method and waits for what it promises.
pub(super) async fn ask(
    of: &JsValue,
    name: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let promised = call(of, name, arguments)?;
    JsFuture::from(Promise::resolve(&promised)).await
}

/// Makes an object of a class the page holds.
pub(super) fn make(class: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let class: Function = global(class)?.dyn_into()?;
    Reflect::construct(&class, &arguments.iter().collect::<Array>())
}

/// An object with these entries.
pub(super) fn object(entries: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = js_sys::Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

/// The text an object holds under a name; empty when it holds none.
pub(super) fn text(of: &JsValue, name: &str) -> String {
    let value = get(of, name).ok().and_then(|value| value.as_string());
    value.unwrap_or_default()
}

/// The browser's own name of an error.
pub(super) fn error_name(error: &JsValue) -> String {
    let name = text(error, "name");
    if name.is_empty() {
        "Error".to_owned()
    } else {
        name
    }
}
