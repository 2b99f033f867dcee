//! A second canary, in the browser's cache storage.
//!
//! Browsers write localStorage to disk seconds after they were told to. When the machine loses
//! its power in these seconds and the last rows of the database with it, the canary there knows
//! no better. What is put into the cache is in a file of its own at once.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::store::Canary;

use super::clock::in_time;
use super::local;

const CACHE: &str = "congtam-canary";
/// Milliseconds the cache may take to answer at the start.
const LIMIT: u32 = 1_500;

/// The newest canary of a workspace that is anywhere.
pub(super) async fn canary(workspace: &str) -> Option<Canary> {
    let here = local::canary(workspace);
    let there = read(workspace).await.ok().flatten();
    let there = there.filter(|canary| canary.workspace == workspace);
    match (here, there) {
        (Some(here), Some(there)) if there.sequence > here.sequence => Some(Canary {
            backed_up: here.backed_up,
            backed_up_to: here.backed_up_to,
            ..there
        }),
        (here, there) => here.or(there),
    }
}

/// Keeps a canary. What fails here leaves an older one, which is still true.
pub(super) fn keep(canary: &Canary) {
    let Ok(text) = serde_json::to_string(canary) else {
        return;
    };
    let address = address(&canary.workspace);
    spawn_local(async move { drop(write(&address, &text).await) });
}

/// Forgets the canary of a workspace that is deleted.
pub(super) fn forget(workspace: &str) {
    let address = address(workspace);
    spawn_local(async move { drop(remove(&address).await) });
}

/// A cache files everything under an address; nothing is ever asked of this one.
fn address(workspace: &str) -> String {
    ["./canary/", workspace].concat()
}

async fn read(workspace: &str) -> Result<Option<Canary>, JsValue> {
    let found = call(&caches()?, "match", &[address(workspace).into()]);
    let response = in_time(&found?, LIMIT).await?;
    if !response.is_object() {
        return Ok(None);
    }
    let text = in_time(&call(&response, "text", &[])?, LIMIT).await?;
    let text = text.as_string().unwrap_or_default();
    Ok(serde_json::from_str(&text).ok())
}

async fn write(address: &str, text: &str) -> Result<JsValue, JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &"Response".into())?.dyn_into()?;
    let response = Reflect::construct(&make, &Array::of1(&text.into()))?;
    let cache = open().await?;
    awaited(call(&cache, "put", &[address.into(), response])?).await
}

async fn remove(address: &str) -> Result<JsValue, JsValue> {
    let cache = open().await?;
    awaited(call(&cache, "delete", &[address.into()])?).await
}

async fn open() -> Result<JsValue, JsValue> {
    awaited(call(&caches()?, "open", &[CACHE.into()])?).await
}

fn caches() -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &"caches".into())
}

fn call(on: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &name.into())?.dyn_into()?;
    function.apply(on, &with.iter().collect())
}

async fn awaited(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&promise)).await
}
