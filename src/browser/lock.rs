//! One writer: a Web Lock held as long as a workspace is open.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A held lock; dropping it lets it go. The browser lets it go when the page ends.
#[derive(Debug)]
pub struct Held(Option<Function>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            // Resolving a promise cannot fail.
            drop(release.call0(&JsValue::UNDEFINED));
        }
    }
}

/// Times the lock is asked for: one let go a moment ago, by a page reloading or a workspace
/// opened again, is not free at once.
const TRIES: u32 = 10;
/// Milliseconds between two tries.
const BETWEEN: u32 = 50;

/// Takes the lock of this name, or nothing when another page goes on holding it.
///
/// Where the browser has no locks everybody gets one: the store itself still refuses the
/// second writer, only later.
pub async fn hold(name: &str) -> Option<Held> {
    for _ in 0..TRIES {
        let Ok(answer) = request(name) else {
            return Some(Held(None));
        };
        let release = JsFuture::from(answer).await.ok()?;
        if let Ok(release) = release.dyn_into() {
            return Some(Held(Some(release)));
        }
        super::pause(BETWEEN).await;
    }
    None
}

/// Asks for the lock. The promise gives the function that lets it go, or nothing.
fn request(name: &str) -> Result<Promise, JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
    let locks = Reflect::get(&navigator, &"locks".into())?;
    let ask: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;

    let answer: Rc<RefCell<Option<Function>>> = Rc::default();
    let promise = Promise::new(&mut |resolve: Function, _: Function| {
        answer.borrow_mut().replace(resolve);
    });
    let granted = Closure::once_into_js(move |lock: JsValue| {
        let mut release = JsValue::NULL;
        let held = if lock.is_null() {
            JsValue::UNDEFINED
        } else {
            Promise::new(&mut |resolve: Function, _: Function| release = resolve.into()).into()
        };
        if let Some(answer) = answer.borrow_mut().take() {
            // Resolving a promise cannot fail.
            drop(answer.call1(&JsValue::UNDEFINED, &release));
        }
        held
    });
    ask.call3(&locks, &name.into(), &options, &granted)?;
    Ok(promise)
}
