//! A workspace's store in IndexedDB: one strict transaction for every batch.
//!
//! web-sys hides the `durability` option behind an unstable flag, and the crates built on
//! it do too, so the few calls that need it go through the JavaScript objects themselves.

mod failure;
mod kept;
mod request;
mod turn;

use std::cell::{Cell, OnceCell};
use std::ops::RangeInclusive;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use crate::store::{Area, Batch, Row, Step, Store, StoreError};
use failure::{failure, failure_while_opening, while_reading};
pub(super) use kept::{keep, kept};
use request::{Answer, answer, done};

/// The layout of areas within a database; higher when areas are added.
const LAYOUT: u32 = 1;
/// Milliseconds after which a write counts as failed: a full disk can hang it for ever.
const WRITE_LIMIT: u32 = 15_000;
/// Bytes that may take one more millisecond.
const BYTES_PER_MILLISECOND: usize = 1_000;
/// Milliseconds after which opening or reading counts as failed.
const READ_LIMIT: u32 = 60_000;

/// One database, open.
#[derive(Debug)]
pub struct IndexedDb {
    database: IdbDatabase,
    closed: Rc<Cell<bool>>,
    /// Done once the browser has begun a new log; nothing is written here before.
    turned: OnceCell<Promise>,
    /// Kept alive as long as the database may call them.
    _watch: [Closure<dyn FnMut()>; 2],
}

fn factory() -> Result<IdbFactory, StoreError> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into());
    factory
        .ok()
        .and_then(|factory| factory.dyn_into().ok())
        .ok_or(StoreError::Unavailable)
}

impl IndexedDb {
    /// Opens the database of this name, making it when there is none.
    ///
    /// # Errors
    /// [`StoreError`], among others `Unavailable` in a private window that gives no storage,
    /// `Blocked` when another page holds an older layout, `Newer` for a newer one.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let request = factory()?
            .open_with_u32(name, LAYOUT)
            .map_err(|error| failure_while_opening(&error))?;
        let upgraded = request.clone();
        let upgrade = Closure::once(move || make_areas(&upgraded));
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        Ok(Self::watched(opened(&request).await?))
    }

    /// Deletes the database of this name with everything in it.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] while another page has it open.
    pub async fn delete(name: &str) -> Result<(), StoreError> {
        let request = factory()?
            .delete_database(name)
            .map_err(|error| failure_while_opening(&error))?;
        match answer(&request, Some(&request), READ_LIMIT).await {
            Answer::Value(_) => Ok(()),
            Answer::Error(error) => Err(failure_while_opening(&error)),
            Answer::Blocked => Err(StoreError::Blocked),
            Answer::TimedOut => Err(StoreError::TimedOut(READ_LIMIT)),
        }
    }

    /// The names of all databases of this origin; none where the browser does not tell.
    pub async fn names() -> Vec<String> {
        let Ok(factory) = factory() else {
            return Vec::new();
        };
        let Ok(list) = Reflect::get(&factory, &"databases".into())
            .and_then(JsCast::dyn_into::<Function>)
            .and_then(|list| list.call0(&factory))
        else {
            return Vec::new();
        };
        let listed = JsFuture::from(Promise::resolve(&list)).await;
        let name = |info: JsValue| Reflect::get(&info, &"name".into()).ok()?.as_string();
        Array::from(&listed.unwrap_or_default())
            .iter()
            .filter_map(name)
            .collect()
    }

    /// True when the browser closed the connection: site data were cleared, or another page
    /// asked for the database.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }

    fn watched(database: IdbDatabase) -> Self {
        let closed = Rc::new(Cell::new(false));
        let lost = {
            let closed = Rc::clone(&closed);
            Closure::<dyn FnMut()>::new(move || closed.set(true))
        };
        let asked_away = {
            let (closed, database) = (Rc::clone(&closed), database.clone());
            Closure::<dyn FnMut()>::new(move || {
                closed.set(true);
                database.close();
            })
        };
        database.set_onclose(Some(lost.as_ref().unchecked_ref()));
        database.set_onversionchange(Some(asked_away.as_ref().unchecked_ref()));
        Self {
            database,
            closed,
            turned: OnceCell::new(),
            _watch: [lost, asked_away],
        }
    }

    /// Has the browser begin a new log of its own. The first write does so, too, and waits for
    /// it; asked for before, nobody has to wait long.
    pub(super) fn turn_log(&self) {
        self.turned();
    }

    fn turned(&self) -> &Promise {
        self.turned.get_or_init(turn::begun)
    }

    /// A transaction over all areas, or a reading one over a single area.
    fn transaction(&self, reading: Option<Area>) -> Result<IdbTransaction, StoreError> {
        if self.is_closed() {
            return Err(StoreError::Closed);
        }
        let (areas, mode): (Array, _) = match reading {
            Some(area) => (Array::of1(&area.name().into()), "readonly"),
            None => (all_areas(), "readwrite"),
        };
        let options = Object::new();
        let strict = Reflect::set(&options, &"durability".into(), &"strict".into());
        let transaction = strict
            .and_then(|_| Reflect::get(&self.database, &"transaction".into()))
            .and_then(JsCast::dyn_into::<Function>)
            .and_then(|begin| begin.call3(&self.database, &areas, &mode.into(), &options));
        transaction
            .map(JsCast::unchecked_into)
            .map_err(|error| failure(&error))
    }
}

impl Drop for IndexedDb {
    fn drop(&mut self) {
        self.database.set_onclose(None);
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

fn all_areas() -> Array {
    Area::ALL
        .iter()
        .map(|area| JsValue::from(area.name()))
        .collect()
}

/// Makes the areas a new database lacks; a failure fails the opening.
fn make_areas(request: &IdbRequest) {
    let Ok(database) = request.result().and_then(JsCast::dyn_into::<IdbDatabase>) else {
        return;
    };
    let there = database.object_store_names();
    for area in Area::ALL {
        if !there.contains(area.name()) {
            // What fails here aborts the upgrade, and the opening reports it.
            drop(database.create_object_store(area.name()));
        }
    }
}

/// The database an opening gives.
async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, StoreError> {
    match answer(request, Some(request), READ_LIMIT).await {
        Answer::Value(database) => Ok(database.unchecked_into()),
        Answer::Error(error) => Err(failure_while_opening(&error)),
        Answer::Blocked => {
            close_when_opened(request);
            Err(StoreError::Blocked)
        }
        Answer::TimedOut => {
            close_when_opened(request);
            Err(StoreError::TimedOut(READ_LIMIT))
        }
    }
}

/// Gives a database up that opens after nobody waits for it any more.
fn close_when_opened(request: &IdbRequest) {
    let opened = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(database) = opened.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            database.close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

#[allow(
    clippy::cast_precision_loss,
    reason = "row numbers end where doubles stop being exact"
)]
fn row_key(row: u64) -> JsValue {
    JsValue::from_f64(row.min(crate::store::LAST_PLACE) as f64)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "row numbers are whole and not negative"
)]
fn row_of(key: &JsValue) -> u64 {
    key.as_f64().unwrap_or(0.0) as u64
}

impl Store for IndexedDb {
    async fn read(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<Row>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let fail = |error: JsValue| failure(&error);
        let transaction = self.transaction(Some(area))?;
        let store = transaction.object_store(area.name()).map_err(fail)?;
        let range = range(&rows).map_err(fail)?;
        let keys = store.get_all_keys_with_key(&range).map_err(fail)?;
        let values = store.get_all_with_key(&range).map_err(fail)?;
        done(&transaction, READ_LIMIT)
            .await
            .map_err(|ended| while_reading(ended.failure(&transaction, READ_LIMIT)))?;
        let keys = Array::from(&keys.result().map_err(fail)?);
        let values = Array::from(&values.result().map_err(fail)?);
        let row =
            |(key, value): (JsValue, JsValue)| (row_of(&key), Uint8Array::new(&value).to_vec());
        Ok(keys.iter().zip(values.iter()).map(row).collect())
    }

    async fn numbers(&self, area: Area, rows: RangeInclusive<u64>) -> Result<Vec<u64>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let fail = |error: JsValue| failure(&error);
        let transaction = self.transaction(Some(area))?;
        let store = transaction.object_store(area.name()).map_err(fail)?;
        let range = range(&rows).map_err(fail)?;
        let keys = store.get_all_keys_with_key(&range).map_err(fail)?;
        done(&transaction, READ_LIMIT)
            .await
            .map_err(|ended| while_reading(ended.failure(&transaction, READ_LIMIT)))?;
        let keys = Array::from(&keys.result().map_err(fail)?);
        Ok(keys.iter().map(|key| row_of(&key)).collect())
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        // It always ends well.
        drop(JsFuture::from(self.turned().clone()).await);
        let slow = u32::try_from(batch.size() / BYTES_PER_MILLISECOND).unwrap_or(u32::MAX);
        let limit = WRITE_LIMIT.saturating_add(slow);
        let transaction = self.transaction(None)?;
        let added = match request_all(&transaction, &batch) {
            Ok(added) => added,
            Err(error) => {
                // Nothing of it may stay; an abort that fails means it never began.
                drop(transaction.abort());
                return Err(failure(&error));
            }
        };
        done(&transaction, limit)
            .await
            .map_err(|ended| taken(&added).unwrap_or_else(|| ended.failure(&transaction, limit)))
    }
}

fn range(rows: &RangeInclusive<u64>) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&row_key(*rows.start()), &row_key(*rows.end()))
}

/// Requests for rows that must not exist yet.
type Added = Vec<(Area, u64, IdbRequest)>;

fn request_all(transaction: &IdbTransaction, batch: &Batch) -> Result<Added, JsValue> {
    let store = |area: Area| transaction.object_store(area.name());
    let mut added = Vec::new();
    for step in &batch.0 {
        match step {
            Step::Add(area, row, bytes) => {
                let request = add(&store(*area)?, *row, bytes)?;
                added.push((*area, *row, request));
            }
            Step::Put(area, row, bytes) => {
                store(*area)?.put_with_key(&Uint8Array::from(bytes.as_slice()), &row_key(*row))?;
            }
            Step::Delete(area, row) => {
                store(*area)?.delete(&row_key(*row))?;
            }
            Step::Clear(area) => {
                store(*area)?.clear()?;
            }
            Step::Cut(area, rows) if !rows.is_empty() => {
                store(*area)?.delete(&range(rows)?.into())?;
            }
            Step::Cut(..) => {}
        }
    }
    Ok(added)
}

fn add(store: &IdbObjectStore, row: u64, bytes: &[u8]) -> Result<IdbRequest, JsValue> {
    store.add_with_key(&Uint8Array::from(bytes), &row_key(row))
}

/// The row that was taken already, when that is why a batch failed.
fn taken(added: &Added) -> Option<StoreError> {
    let refused = added.iter().find(|(_, _, request)| {
        let error = request.error().ok().flatten();
        error.is_some_and(|error| error.name() == "ConstraintError")
    });
    refused.map(|(area, row, _)| StoreError::Taken(*area, *row))
}
