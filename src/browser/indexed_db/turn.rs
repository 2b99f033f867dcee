//! Has the browser begin a new log of its own.
//!
//! Chromium keeps IndexedDB in a LevelDB, which goes on writing in the log it finds. Where a
//! crash cut the last record of that log short, the next start does not mind; but whatever is
//! written behind it is taken for damage at the start after that, and then the browser throws
//! away everything this origin has stored. (Seen after a kill -9; made again by cutting a log
//! short, see the fault suite.) A new log, without what was cut, is begun once some megabytes
//! were written: so that much is written to a database of its own, and deleted again. Until
//! then, a fifth of a second, another crash would still cost everything. No page is told how
//! much room a disk has left: where there is none the browser refuses the filler, and the log
//! stays as it was.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;
use web_sys::IdbDatabase;

use super::IndexedDb;
use super::failure::failure;
use super::kept::{area, open};
use super::request::done;
use crate::browser::{clock, lock};
use crate::store::StoreError;

/// Its name is none of a workspace.
const DATABASE: &str = "congtam.turn";
const AREA: &str = "filler";
/// Together more than the four megabytes after which a new log is begun.
const PARTS: u32 = 5;
const ROWS: u32 = 20;
/// Larger ones lie in files of their own, outside the log.
const ROW_BYTES: usize = 48 << 10;
/// Milliseconds a part may take.
const LIMIT: u32 = 3_000;
/// Milliseconds what is written waits at most, all of it together: a disk may hang.
const WAIT: u32 = 2_500;

/// Has a new log begun, in a browser that needs it. The promise is kept when that is done, or
/// has taken long enough.
pub(super) fn begun() -> Promise {
    let turned = future_to_promise(async {
        // Where it fails the browser's log stays as it was.
        drop(turn_log().await);
        Ok(JsValue::UNDEFINED)
    });
    future_to_promise(async move { clock::in_time(&turned, WAIT).await })
}

async fn turn_log() -> Result<(), StoreError> {
    if !is_chromium() {
        return Ok(());
    }
    // The log is one for all tabs, and so is the database that fills it.
    let _held = lock::wait(DATABASE).await;
    // One that was ended in the middle left its filler.
    IndexedDb::delete(DATABASE).await?;
    let filled = fill().await;
    IndexedDb::delete(DATABASE).await?;
    filled
}

fn is_chromium() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("Chrome/"))
}

async fn fill() -> Result<(), StoreError> {
    let database = open(DATABASE, AREA).await?;
    let filled = fill_with_parts(&database).await;
    database.close();
    filled
}

async fn fill_with_parts(database: &IdbDatabase) -> Result<(), StoreError> {
    for part in 0..PARTS {
        let area = area(database, AREA, "readwrite")?;
        for row in 0..ROWS {
            let put = area.put_with_key(&noise()?, &(part * ROWS + row).into());
            put.map_err(|error| failure(&error))?;
        }
        let transaction = area.transaction();
        let ended = done(&transaction, LIMIT).await;
        ended.map_err(|ended| ended.failure(&transaction, LIMIT))?;
    }
    Ok(())
}

/// What no browser can pack smaller.
fn noise() -> Result<JsValue, StoreError> {
    let mut bytes = vec![0; ROW_BYTES];
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .ok_or(StoreError::Unavailable)?
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|error| failure(&error))?;
    Ok(Uint8Array::from(bytes.as_slice()).into())
}
