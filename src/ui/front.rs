//! What stands before the desk: the doors of the first start, and the wait while it is fetched.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Door, Edge};
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Locale, Say as _};
use crate::parts::Fetch;

use super::components::{Button, ButtonLook, Note, NoteKind};
use super::pages::start::StartPage;

/// What the front needs of the browser.
#[derive(Clone)]
pub struct Outside {
    /// The language last chosen on this machine, as its tag.
    pub language: String,
    /// Keeps a preference.
    pub prefer: fn(&str, &str),
    /// Answers whether this browser holds a workspace.
    pub anything_stored: fn() -> Pin<Box<dyn Future<Output = bool>>>,
    /// Fetches what makes the edge of the desk.
    #[allow(clippy::type_complexity, reason = "one place, said in words above")]
    pub edge: fn() -> Fetch<fn() -> Rc<dyn Edge>>,
}

crate::part! {
    /// Fetches the desk: everything behind the doors.
    desk in desk: fn(Rc<dyn Edge>, Option<Door>) = super::root::mount
}

/// Where the front stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Looking for data, or fetching the desk.
    Waiting,
    Doors,
    /// The desk could not be fetched for this door.
    NotFetched(Option<Door>),
}

#[derive(Clone, Copy)]
struct Front {
    outside: StoredValue<Outside, LocalStorage>,
    standing: RwSignal<Standing>,
    locale: RwSignal<Locale>,
    /// Takes the front off the page.
    leave: StoredValue<Rc<RefCell<Option<Leave>>>, LocalStorage>,
}

type Leave = Box<dyn FnOnce()>;

/// Shows the doors, or goes straight to the desk where there are data.
pub fn start(outside: Outside) {
    let leave: Rc<RefCell<Option<Leave>>> = Rc::default();
    let handle = mount_to(body(), {
        let leave = Rc::clone(&leave);
        move || front(outside, leave)
    });
    leave.replace(Some(Box::new(move || drop(handle))));
}

fn body() -> leptos::web_sys::HtmlElement {
    document().body().expect("a page has a body")
}

fn front(outside: Outside, leave: Rc<RefCell<Option<Leave>>>) -> AnyView {
    let front = Front {
        standing: RwSignal::new(Standing::Waiting),
        locale: RwSignal::new(Locale::from_tag(&outside.language)),
        outside: StoredValue::new_local(outside),
        leave: StoredValue::new_local(leave),
    };
    let stored = front.outside.with_value(|outside| outside.anything_stored)();
    spawn_local(async move {
        if stored.await {
            front.open(None).await;
        } else {
            front.standing.set(Standing::Doors);
        }
    });
    (move || front.view()).into_any()
}

impl Front {
    fn view(self) -> AnyView {
        let locale = self.locale.get();
        match self.standing.get() {
            Standing::Waiting => waiting(locale),
            Standing::Doors => view! {
                <StartPage
                    locale
                    on_door=move |door| self.enter(Some(door))
                    on_language=move |locale| self.speak(locale)
                />
            }
            .into_any(),
            Standing::NotFetched(door) => {
                not_fetched(locale, Callback::new(move |()| self.enter(door)))
            }
        }
    }

    fn speak(self, locale: Locale) {
        let prefer = self.outside.with_value(|outside| outside.prefer);
        prefer("language", locale.tag());
        self.locale.set(locale);
    }

    fn enter(self, door: Option<Door>) {
        self.standing.set(Standing::Waiting);
        spawn_local(self.open(door));
    }

    /// Fetches the desk and gives the page over to it.
    async fn open(self, door: Option<Door>) {
        let fetch = self.outside.with_value(|outside| outside.edge);
        let (Ok(edge), Ok(mount)) = (fetch().await, desk().await) else {
            self.standing.set(Standing::NotFetched(door));
            return;
        };
        if let Some(leave) = self.leave.with_value(|leave| leave.take()) {
            leave();
        }
        mount(edge(), door);
    }
}

fn waiting(locale: Locale) -> AnyView {
    let text = ShellMessage::Loading.say(locale);
    view! { <main class="boot"><p class="boot__text" role="status">{text}</p></main> }.into_any()
}

/// Says that a part of the program did not come, and fetches it again when asked.
pub(super) fn not_fetched(locale: Locale, again: Callback<()>) -> AnyView {
    let title = ShellMessage::NotFetched.say(locale);
    let text = ShellMessage::NotFetchedText.say(locale);
    let retry = ShellMessage::Retry.say(locale);
    view! {
        <div class="page">
            <Note kind=NoteKind::Error title=title>
                <p>{text}</p>
                <Button look=ButtonLook::Primary label=retry on_press=move |()| again.run(()) />
            </Note>
        </div>
    }
    .into_any()
}
