//! One writer: a Web Lock held as long as a workspace is open for writing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::js;

/// A held lock; dropping it lets it go. The browser lets it go when the page ends.
#[derive(Debug)]
pub struct Held {
    release: Option<Function>,
    lost: Rc<Cell<bool>>,
}

impl Held {
    /// True when another page took the lock over.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
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
        let Ok(asked) = request(name, &[("ifAvailable", JsValue::TRUE)]) else {
            return Some(Held {
                release: None,
                lost: Rc::default(),
            });
        };
        if let Some(held) = asked.granted().await {
            return Some(held);
        }
        super::pause(BETWEEN).await;
    }
    None
}

/// Waits for the lock of this name; nothing where the browser has no locks.
pub(super) async fn wait(name: &str) -> Option<Held> {
    request(name, &[]).ok()?.granted().await
}

/// Takes the lock from the page that holds it and has agreed to let it go.
pub(super) async fn take_over(name: &str) -> Option<Held> {
    request(name, &[("steal", JsValue::TRUE)])
        .ok()?
        .granted()
        .await
}

/// A place in the queue for a lock; dropping it leaves the queue.
#[derive(Debug)]
pub(super) struct Queued(JsValue);

impl Drop for Queued {
    fn drop(&mut self) {
        // A place that was given up before needs no leaving.
        drop(js::call(&self.0, "abort", &[]));
    }
}

/// Waits for the lock of this name, however long another page holds it, and hands it over.
pub(super) fn queue(name: &str, granted: impl FnOnce(Held) + 'static) -> Option<Queued> {
    let controller = js::make("AbortController", &[]).ok()?;
    let signal = js::get(&controller, "signal").ok()?;
    let asked = request(name, &[("signal", signal)]).ok()?;
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(held) = asked.granted().await {
            granted(held);
        }
    });
    Some(Queued(controller))
}

/// A lock asked for.
struct Asked {
    /// Gives the function that lets the lock go, or nothing when it is not granted.
    answer: Promise,
    lost: Rc<Cell<bool>>,
}

impl Asked {
    async fn granted(self) -> Option<Held> {
        let release = JsFuture::from(self.answer).await.ok()?;
        let release = release.dyn_into().ok()?;
        Some(Held {
            release: Some(release),
            lost: self.lost,
        })
    }
}

/// Answers the question for a lock once, with what lets it go.
type Answer = Rc<RefCell<Option<Function>>>;

fn answer_with(answer: &Answer, release: &JsValue) {
    if let Some(answer) = answer.borrow_mut().take() {
        // Resolving a promise cannot fail.
        drop(answer.call1(&JsValue::UNDEFINED, release));
    }
}

fn request(name: &str, options: &[(&str, JsValue)]) -> Result<Asked, JsValue> {
    let locks = js::get(&js::global("navigator")?, "locks")?;
    let answer: Answer = Rc::default();
    let promise = Promise::new(&mut |resolve: Function, _: Function| {
        answer.borrow_mut().replace(resolve);
    });
    let granted = Closure::once_into_js({
        let answer = Rc::clone(&answer);
        move |lock: JsValue| {
            let mut release = JsValue::NULL;
            let held = if lock.is_null() {
                JsValue::UNDEFINED
            } else {
                Promise::new(&mut |resolve: Function, _: Function| release = resolve.into()).into()
            };
            answer_with(&answer, &release);
            held
        }
    });
    let lost = Rc::new(Cell::new(false));
    let arguments = [name.into(), js::object(options)?, granted];
    let ended = js::call(&locks, "request", &arguments)?;
    // It ends badly when another page takes the lock over, or the queue is left.
    let ended_badly = Closure::once_into_js({
        let lost = Rc::clone(&lost);
        move |_: JsValue| {
            lost.set(true);
            answer_with(&answer, &JsValue::NULL);
        }
    });
    js::call(&ended, "catch", &[ended_badly])?;
    Ok(Asked {
        answer: promise,
        lost,
    })
}
