//! Waits for IndexedDB's events, with a time limit.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::failure::failure;
use crate::store::StoreError;

/// How a request ended.
pub(super) enum Answer {
    /// With this value.
    Value(JsValue),
    /// With this error.
    Error(JsValue),
    /// Another page holds an older layout open.
    Blocked,
    /// Not in time.
    TimedOut,
}

/// How a transaction ended that did not complete.
pub(super) enum Ended {
    /// It was aborted.
    Aborted,
    /// Not in time.
    TimedOut,
}

const DONE: &str = "done";
const BLOCKED: &str = "blocked";
const FAILED: &str = "failed";
const TIMED_OUT: &str = "timed out";

/// A handler that settles a promise with a word instead of the event.
fn settle(resolve: &Function, word: &str) -> Function {
    resolve.bind1(&JsValue::NULL, &word.into()).unchecked_into()
}

/// Waits until one of the handlers set in `listen` is called, or the time is over.
async fn first(limit: u32, listen: impl FnOnce(&Function)) -> String {
    let mut listen = Some(listen);
    let mut timer = JsValue::UNDEFINED;
    let promise = Promise::new(&mut |resolve: Function, _: Function| {
        if let Some(listen) = listen.take() {
            listen(&resolve);
        }
        timer = set_timeout(&settle(&resolve, TIMED_OUT), limit);
    });
    let word = JsFuture::from(promise).await;
    clear_timeout(&timer);
    word.ok()
        .and_then(|word| word.as_string())
        .unwrap_or_else(|| FAILED.to_owned())
}

/// Waits for the answer to a request; `open` is the same request when it opens or deletes.
pub(super) async fn answer(
    request: &IdbRequest,
    open: Option<&IdbOpenDbRequest>,
    limit: u32,
) -> Answer {
    let word = first(limit, |resolve| {
        request.set_onsuccess(Some(&settle(resolve, DONE)));
        request.set_onerror(Some(&settle(resolve, FAILED)));
        if let Some(open) = open {
            open.set_onblocked(Some(&settle(resolve, BLOCKED)));
        }
    })
    .await;
    match word.as_str() {
        DONE => request.result().map_or_else(Answer::Error, Answer::Value),
        BLOCKED => Answer::Blocked,
        TIMED_OUT => Answer::TimedOut,
        _ => match request.error() {
            Ok(Some(error)) => Answer::Error(error.into()),
            _ => Answer::Error(JsValue::UNDEFINED),
        },
    }
}

/// Waits until a transaction is complete, which for a strict one means: on disk.
pub(super) async fn done(transaction: &IdbTransaction, limit: u32) -> Result<(), Ended> {
    let word = first(limit, |resolve| {
        transaction.set_oncomplete(Some(&settle(resolve, DONE)));
        transaction.set_onabort(Some(&settle(resolve, FAILED)));
    })
    .await;
    match word.as_str() {
        DONE => Ok(()),
        TIMED_OUT => Err(Ended::TimedOut),
        _ => Err(Ended::Aborted),
    }
}

impl Ended {
    /// Why; a transaction that is still running is aborted.
    pub(super) fn failure(&self, transaction: &IdbTransaction, limit: u32) -> StoreError {
        match self {
            Self::Aborted => transaction
                .error()
                .map_or(StoreError::Closed, |error| failure(&error)),
            Self::TimedOut => {
                // One that has ended meanwhile cannot be aborted, and need not be.
                drop(transaction.abort());
                StoreError::TimedOut(limit)
            }
        }
    }
}

/// The page and the worker have the same timers, but no type in common.
fn set_timeout(handler: &Function, milliseconds: u32) -> JsValue {
    call("setTimeout", &Array::of2(handler, &milliseconds.into()))
}

fn clear_timeout(timer: &JsValue) {
    call("clearTimeout", &Array::of1(timer));
}

fn call(name: &str, arguments: &Array) -> JsValue {
    let global = js_sys::global();
    Reflect::get(&global, &name.into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|function| function.apply(&global, arguments))
        .unwrap_or_default()
}
