//! The data grid in a real document: how many rows stand in it, where keys lead, what an edit shows.

use congtam::ui::components::{CellEdit, CellView, DataGrid, GridColumn, RowView};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const ROWS: usize = 1_000_000;

/// Mounts a grid in place of the one before and gives its first cell the focus.
async fn grid() {
    // The test harness writes into the page too, so the stage is a part of its own.
    script(
        "document.querySelector('.stage')?.remove();
         document.body.append(Object.assign(document.createElement('div'), { className: 'stage' }))",
    );
    wear(include_str!("../../style/components/grid.css"));
    let stage = document().query_selector(".stage").ok().flatten();
    let stage = stage
        .and_then(|stage| stage.dyn_into().ok())
        .expect("a stage");
    let row = |index: usize| {
        RowView::new(
            index.to_string(),
            vec![CellView::text(format!("row {index}")), CellView::text("7")],
        )
    };
    let take = |edit: CellEdit| {
        if edit.value == "8" {
            Ok(())
        } else {
            Err(format!("not {}", edit.value))
        }
    };
    let mounted = mount_to(stage, move || {
        let columns = vec![
            GridColumn::text("name", "Name").sticky(),
            GridColumn::number("value", "Value").editable(),
        ];
        view! { <DataGrid label="Grid" columns=columns row_count=ROWS row=row on_edit=take /> }
    });
    mounted.forget();
    settled().await;
    script("document.querySelector(\".stage [role=grid] [tabindex='0']\").focus()");
}

/// Gives the page a style sheet.
fn wear(sheet: &str) {
    let sheet = js_sys::JSON::stringify(&sheet.into()).expect("a string is JSON");
    script(&format!(
        "const style = document.createElement('style'); style.textContent = {};
         document.querySelector('.stage').append(style)",
        String::from(sheet)
    ));
}

/// Runs a script and gives what it returns, as text.
fn script(body: &str) -> String {
    let done = Function::new_no_args(body).call0(&JsValue::NULL);
    let value = done.expect("the script runs");
    value.as_string().unwrap_or_default()
}

/// Two frames on, everything that follows from an event has happened.
async fn settled() {
    let wait = Function::new_no_args(
        "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
    );
    let promise: Promise = wait.call0(&JsValue::NULL).expect("waits").into();
    JsFuture::from(promise).await.expect("frames come");
}

async fn press(key: &str, ctrl: bool) {
    script(&format!(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', ctrlKey: {ctrl}, bubbles: true, cancelable: true }}))"
    ));
    settled().await;
}

/// Row and column of the cell with the focus, as assistive technology counts them.
fn focused() -> String {
    script(
        "const cell = document.activeElement.closest('[aria-colindex]');
         return cell ? cell.closest('[aria-rowindex]').ariaRowIndex + ':' + cell.getAttribute('aria-colindex') : 'nowhere'",
    )
}

fn rows_in_the_document() -> usize {
    let count =
        script("return String(document.querySelectorAll('[role=rowgroup] [role=row]').length)");
    count.parse().expect("a number")
}

#[wasm_bindgen_test]
async fn a_million_rows_put_fewer_than_a_hundred_into_the_document() {
    grid().await;
    let first = rows_in_the_document();
    assert!((2..100).contains(&first), "{first} rows");
    press("End", true).await;
    let last = rows_in_the_document();
    assert!((2..100).contains(&last), "{last} rows");
}

#[wasm_bindgen_test]
async fn keys_lead_to_the_last_cell_and_back_and_the_focus_goes_with_them() {
    grid().await;
    press("End", true).await;
    assert_eq!(focused(), "1000001:2");
    press("ArrowUp", false).await;
    press("Home", false).await;
    assert_eq!(focused(), "1000000:1");
    press("Home", true).await;
    assert_eq!(focused(), "2:1");
    press("ArrowUp", false).await;
    assert_eq!(focused(), "1:1");
}

#[wasm_bindgen_test]
async fn a_refused_edit_says_why_at_its_cell_and_a_taken_one_moves_on() {
    grid().await;
    press("ArrowRight", false).await;
    press("9", false).await;
    assert_eq!(script("return document.activeElement.value"), "9");
    press("Enter", false).await;
    assert_eq!(
        script("return document.querySelector('[role=alert]').textContent"),
        "not 9"
    );
    assert_eq!(focused(), "2:2");
    script(
        "const field = document.activeElement; field.value = '8'; field.dispatchEvent(new Event('input', { bubbles: true }))",
    );
    press("Enter", false).await;
    assert_eq!(focused(), "3:2");
    assert_eq!(
        script("return String(document.querySelector('[role=alert]'))"),
        "null"
    );
}

#[wasm_bindgen_test]
async fn escape_leaves_an_edit_without_a_trace() {
    grid().await;
    press("ArrowRight", false).await;
    press("5", false).await;
    press("Escape", false).await;
    assert_eq!(focused(), "2:2");
    assert_eq!(script("return document.activeElement.textContent"), "7");
}
