//! What only a real browser can answer. Runs with `make test-wasm`; empty on the host.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use congtam::app::{Damage, Pending, StorageProblem, Workspace};
use congtam::browser::{IndexedDb, Vault, database_name, delete_workspace, local, pause};
use congtam::domain::{Official, OfficialId};
use congtam::ledger::{Action, Book, Digest, Draft, Key, Kind, Moment, Operation};
use congtam::store::{Area, Batch, Step, Store, StoreError, conformance};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "web/grid.rs"]
mod grid;
#[path = "web/lock.rs"]
mod lock;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_has_the_storage_the_app_needs() {
    let window: wasm_bindgen::JsValue = js_sys::global().into();
    for name in ["indexedDB", "localStorage"] {
        let found = js_sys::Reflect::has(&window, &name.into());
        assert_eq!(found, Ok(true), "{name}");
    }
}

#[wasm_bindgen_test]
async fn indexed_db_keeps_every_promise_of_a_store() {
    conformance::run(async |name| {
        let opened = IndexedDb::open(&format!("test-{name}")).await;
        opened.expect("opens")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_database_asked_away_says_that_it_is_closed() {
    let store = IndexedDb::open("test-away").await.expect("opens");
    let deleted = IndexedDb::delete("test-away").await;
    assert_eq!(deleted, Ok(()));
    assert!(store.is_closed());
    let written = store.write(Batch(vec![Step::Clear(Area::Chunks)])).await;
    assert_eq!(written, Err(StoreError::Closed));
}

fn add_official(book: &Book, name: &str) -> Operation {
    let mut draft = Draft::new(book, Action::Add(Kind::Official));
    let id = OfficialId(draft.fresh(Kind::Official));
    let official = Official {
        name: name.to_owned(),
        ..Official::default()
    };
    draft.put(Key::Official(id), official);
    draft.finish()
}

/// Hands an operation over and waits for the answer.
async fn save(
    vault: &Rc<Vault>,
    sequence: u64,
    operation: &Operation,
) -> Result<Digest, StorageProblem> {
    let pending = Pending {
        workspace: Workspace {
            id: vault.id().to_owned(),
            sample: false,
        },
        sequence,
        at: Moment(1_780_000_000_000),
        desk: "bàn 1".to_owned(),
        operation: operation.clone(),
        lesser: None,
    };
    let answer = Rc::new(RefCell::new(None));
    let told = Rc::clone(&answer);
    vault.save(&pending, move |written| *told.borrow_mut() = Some(written));
    loop {
        if let Some(written) = answer.borrow_mut().take() {
            return written;
        }
        pause(1).await;
    }
}

#[wasm_bindgen_test]
async fn what_is_told_saved_is_there_when_the_workspace_is_opened_again() {
    let (vault, contents) = Vault::open("again").await.expect("opens");
    let mut book = contents.book;
    for (sequence, name) in (1..).zip(["Người Mẫu Một", "Người Mẫu Hai"]) {
        let operation = add_official(&book, name);
        book.apply(&operation).expect("applies");
        let saved = save(&vault, sequence, &operation).await;
        assert!(saved.is_ok(), "{saved:?}");
    }
    drop(vault);
    let (vault, contents) = Vault::open("again").await.expect("opens again");
    assert_eq!(contents.book, book);
    assert_eq!(contents.history.to_undo(), Some(2));
    assert_eq!(vault.fetch(1).await.map(|it| it.changes.len()), Ok(1));
}

#[wasm_bindgen_test]
async fn two_pages_cannot_write_the_same_workspace() {
    let (held, _) = Vault::open("held").await.expect("opens");
    let second = Vault::open("held").await.err();
    assert_eq!(second.map(|it| it.0), Some(StorageProblem::HeldByOtherTab));
    drop(held);
    assert!(Vault::open("held").await.is_ok());
}

#[wasm_bindgen_test]
async fn a_workspace_the_browser_dropped_is_not_opened_as_an_empty_one() {
    let (vault, contents) = Vault::open("dropped").await.expect("opens");
    let operation = add_official(&contents.book, "Người Mẫu");
    assert!(save(&vault, 1, &operation).await.is_ok());
    drop(vault);
    let dropped = IndexedDb::delete(&database_name("dropped")).await;
    assert_eq!(dropped, Ok(()));
    let opened = Vault::open("dropped").await.err();
    let gone = StorageProblem::Damaged(Damage::Gone);
    assert_eq!(opened.map(|it| it.0), Some(gone));
    assert_eq!(delete_workspace("dropped").await, Ok(()));
    assert_eq!(local::canary("dropped"), None);
}

#[wasm_bindgen_test]
async fn a_write_after_the_browser_took_the_store_away_fails_and_stays_waiting() {
    let (vault, contents) = Vault::open("lost").await.expect("opens");
    let mut book = contents.book;
    let first = add_official(&book, "Người Mẫu Một");
    book.apply(&first).expect("applies");
    assert!(save(&vault, 1, &first).await.is_ok());
    let taken = IndexedDb::delete(&database_name("lost")).await;
    assert_eq!(taken, Ok(()));
    let second = add_official(&book, "Người Mẫu Hai");
    assert_eq!(save(&vault, 2, &second).await, Err(StorageProblem::Lost));
    assert!(!vault.is_saved());
    assert_eq!(save(&vault, 2, &second).await, Err(StorageProblem::Lost));
}

#[wasm_bindgen_test]
fn preferences_and_drafts_are_kept() {
    assert_eq!(local::prefer("theme", "dark"), Ok(()));
    assert_eq!(
        local::preferences().get("theme").map(String::as_str),
        Some("dark")
    );
    assert_eq!(local::keep_draft("phan-anh", "đang gõ"), Ok(()));
    assert_eq!(local::draft("phan-anh").as_deref(), Some("đang gõ"));
    local::drop_draft("phan-anh");
    assert_eq!(local::draft("phan-anh"), None);
}
