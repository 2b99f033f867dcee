//! The clock of this machine.

use js_sys::{Array, Date, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::domain::Day;
use crate::ledger::Moment;

/// Now.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 are whole and far from the limit"
)]
pub fn now() -> Moment {
    Moment(Date::now() as i64)
}

/// Today, where this machine is.
#[must_use]
pub fn today() -> Day {
    let date = Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    Day::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// Waits this many milliseconds, in a page or a worker.
pub async fn pause(milliseconds: u32) {
    let global = js_sys::global();
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let arguments = Array::of2(&resolve, &milliseconds.into());
        let started = Reflect::get(&global, &"setTimeout".into())
            .and_then(JsCast::dyn_into::<Function>)
            .and_then(|timer| timer.apply(&global, &arguments));
        if started.is_err() {
            drop(reject.call0(&JsValue::UNDEFINED));
        }
    });
    // Without timers there is nothing to wait for.
    drop(JsFuture::from(promise).await);
}

/// What a promise gives, or `undefined` when that takes more milliseconds; what it stands for
/// goes on.
pub async fn in_time(promise: &JsValue, milliseconds: u32) -> Result<JsValue, JsValue> {
    let late = future_to_promise(async move {
        pause(milliseconds).await;
        Ok(JsValue::UNDEFINED)
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &late))).await
}
