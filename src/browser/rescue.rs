//! When the program itself breaks: a message in its place, with what can still be done.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::app::{Effect, Event, Notice, StorageProblem};

use super::edge::edge;
use super::{local, page};

/// The address that offers everything readable as a file without starting the program.
const RESCUE_ADDRESS: &str = "#/cuu-ho";

/// The words of the message, said by those who know the language.
#[derive(Debug, Clone, Default)]
pub struct RescueWords {
    /// What happened.
    pub title: String,
    /// What it means for the data.
    pub text: String,
    /// To start again.
    pub reload: String,
    /// To get the data as a file first.
    pub rescue: String,
}

impl From<[String; 4]> for RescueWords {
    fn from([title, text, reload, rescue]: [String; 4]) -> Self {
        Self {
            title,
            text,
            reload,
            rescue,
        }
    }
}

/// The language last chosen on this machine, as its tag; empty when none was.
#[must_use]
pub fn language() -> String {
    local::preferences().remove("language").unwrap_or_default()
}

/// True when the address asks for the rescue file in place of the program.
#[must_use]
pub fn rescue_asked() -> bool {
    page::address() == RESCUE_ADDRESS
}

/// Shows these words and offers everything that can still be read as a file.
pub fn rescue(words: RescueWords) {
    page::go_to("");
    show(&words);
    wasm_bindgen_futures::spawn_local(async {
        match edge().await {
            Ok(edge) => edge().run(Effect::Rescue, Rc::new(ask_for_secret)),
            Err(error) => report(&error.to_string()),
        }
    });
}

/// Locked data cannot be rescued before they are unlocked: the program itself asks how.
fn ask_for_secret(event: Event) {
    let locked = Notice::Storage(StorageProblem::Locked);
    if let (Event::Noticed(notice), Some(window)) = (event, web_sys::window())
        && notice == locked
    {
        // A page that cannot be loaded again has already told so.
        drop(window.location().reload());
    }
}

thread_local! {
    static WORDS: RefCell<RescueWords> = RefCell::default();
}

/// From now on a break of the program shows this message in place of the page.
///
/// The technical reason goes to the browser's console only; it names no record.
pub fn install_rescue(words: RescueWords) {
    WORDS.with_borrow_mut(|current| *current = words);
    std::panic::set_hook(Box::new(|broken| {
        report(&broken.to_string());
        // What cannot be shown now cannot be shown at all.
        drop(WORDS.with(|words| words.try_borrow().map(|words| show(&words))));
    }));
}

fn report(text: &str) {
    let console = js_sys::Reflect::get(&js_sys::global(), &"console".into());
    let said = console.and_then(|console| {
        let error: js_sys::Function =
            js_sys::Reflect::get(&console, &"error".into())?.dyn_into()?;
        error.call1(&console, &text.into())
    });
    drop(said);
}

fn show(words: &RescueWords) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let page = element(&document, "main", "")?;
    page.set_attribute("class", "problem").ok()?;
    page.set_attribute("role", "alert").ok()?;
    for part in [
        element(&document, "h1", &words.title)?,
        element(&document, "p", &words.text)?,
        link(&document, "./", &words.reload)?,
        link(&document, &format!("./{RESCUE_ADDRESS}"), &words.rescue)?,
    ] {
        page.append_child(&part).ok()?;
    }
    body.set_inner_html("");
    body.append_child(&page).ok()?;
    Some(())
}

fn element(document: &Document, name: &str, text: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_text_content(Some(text));
    Some(element)
}

/// A link that loads its address afresh, since the program that is there is broken.
fn link(document: &Document, address: &str, text: &str) -> Option<Element> {
    let link = element(document, "a", text)?;
    link.set_attribute("href", address).ok()?;
    link.set_attribute("class", "button").ok()?;
    let fresh = Closure::<dyn Fn()>::new(|| {
        wasm_bindgen_futures::spawn_local(async {
            super::pause(50).await;
            if let Some(window) = web_sys::window() {
                // A page that cannot be loaded again has already told so.
                drop(window.location().reload());
            }
        });
    });
    let fresh = fresh.into_js_value();
    link.add_event_listener_with_callback("click", fresh.unchecked_ref())
        .ok()?;
    Some(link)
}
