//! One object kept as it is, not as bytes: the handle of a folder can be stored no other way.

use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction};

use super::request::{Answer, answer, done};
use super::{READ_LIMIT, WRITE_LIMIT, factory, failure, failure_while_opening, opened};
use crate::browser::js;
use crate::store::StoreError;

/// The database of such objects; its name is none of a workspace.
const DATABASE: &str = "congtam.kept";
const AREA: &str = "kept";

/// What is kept under a name.
///
/// # Errors
/// [`StoreError`] when the browser does not answer.
pub(in crate::browser) async fn kept(name: &str) -> Result<Option<JsValue>, StoreError> {
    let database = open(DATABASE, AREA).await?;
    let area = area(&database, AREA, "readonly")?;
    let request = area.get(&name.into()).map_err(|error| failure(&error))?;
    let found = match answer(&request, None, READ_LIMIT).await {
        Answer::Value(found) => Ok(Some(found).filter(|found| !found.is_undefined())),
        Answer::Error(error) => Err(failure(&error)),
        Answer::Blocked => Err(StoreError::Blocked),
        Answer::TimedOut => Err(StoreError::TimedOut(READ_LIMIT)),
    };
    database.close();
    found
}

/// Keeps an object under a name, or forgets what is kept there.
///
/// # Errors
/// [`StoreError`] when the browser does not take it.
pub(in crate::browser) async fn keep(
    name: &str,
    object: Option<&JsValue>,
) -> Result<(), StoreError> {
    let database = open(DATABASE, AREA).await?;
    let area = area(&database, AREA, "readwrite")?;
    let asked = match object {
        Some(object) => area.put_with_key(object, &name.into()),
        None => area.delete(&name.into()),
    };
    asked.map_err(|error| failure(&error))?;
    let transaction = area.transaction();
    let kept = done(&transaction, WRITE_LIMIT).await;
    database.close();
    kept.map_err(|ended| ended.failure(&transaction, WRITE_LIMIT))
}

/// An area in a transaction of its own.
pub(super) fn area(
    database: &IdbDatabase,
    name: &str,
    mode: &str,
) -> Result<IdbObjectStore, StoreError> {
    let transaction = js::call(database, "transaction", &[name.into(), mode.into()]);
    transaction
        .map(JsCast::unchecked_into::<IdbTransaction>)
        .and_then(|transaction| transaction.object_store(name))
        .map_err(|error| failure(&error))
}

/// A database with one area.
pub(super) async fn open(name: &str, area: &'static str) -> Result<IdbDatabase, StoreError> {
    let request = factory()?
        .open_with_u32(name, 1)
        .map_err(|error| failure_while_opening(&error))?;
    let upgraded = request.clone();
    let upgrade = Closure::once(move || {
        let made = upgraded.result().and_then(JsCast::dyn_into::<IdbDatabase>);
        // What fails here aborts the upgrade, and the opening reports it.
        drop(made.and_then(|database| database.create_object_store(area)));
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    opened(&request).await
}
