//! The root: provides the program to every view, follows the address, picks the screen.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use crate::app::{Door, Edge, Event, Stage};
use crate::domain::Month;
use crate::i18n::Locale;

use super::frame::{Frame, Problem, Unlock};
use super::pages::start::StartPage;
use super::screens::screen;
use super::{App, Route};

/// Mounts the desk on the page's body, with its edge, as entered through a door or by itself.
pub(super) fn mount(edge: Rc<dyn Edge>, door: Option<Door>) {
    mount_to_body(move || {
        let app = App::new(Rc::clone(&edge));
        provide_context(app);
        follow_address(app);
        app.dispatch(Event::Started(door));
        view! { <Root/> }
    });
}

fn follow_address(app: App) {
    let read = move || match Route::parse(&window().location().hash().unwrap_or_default()) {
        Route::SheetOf(official, period) => {
            app.dispatch(Event::MonthChosen(Month::of(period.last_day())));
            Route::Scoring(Some(official))
        }
        other => other,
    };
    app.route.set(read());
    let handle = window_event_listener(ev::hashchange, move |_| app.route.set(read()));
    on_cleanup(move || handle.remove());
}

/// Everything is made anew when the language changes, so no single text needs to follow it.
#[component]
fn Root() -> impl IntoView {
    let app = super::use_app();
    let stage = app.view(|model| model.stage.clone());
    Effect::new(move |_| {
        let tag = app
            .view(|model| {
                model
                    .preferences
                    .get("language")
                    .cloned()
                    .unwrap_or_default()
            })
            .get();
        app.locale.set(Locale::from_tag(&tag));
    });
    // Within these screens one moves without their being made anew.
    let shown = Memo::new(move |_| match app.route.get() {
        route @ (Route::Rules(_) | Route::Help(_) | Route::Conduct(..)) => route.page(),
        route => route,
    });
    move || {
        let _ = app.locale.get();
        match stage.get() {
            Stage::Starting => ().into_any(),
            Stage::Welcome => doors(app),
            Stage::Locked(workspace) => view! { <Unlock workspace/> }.into_any(),
            Stage::Open => view! { <Frame>{move || screen(app, shown.get())}</Frame> }.into_any(),
            Stage::Closed(problem) => view! { <Problem problem/> }.into_any(),
        }
    }
}

/// The doors again, for who left the sample agency and has nothing else.
fn doors(app: App) -> AnyView {
    let speak = move |locale: Locale| {
        app.dispatch(Event::Preferred {
            name: "language".to_owned(),
            value: locale.tag().to_owned(),
        });
    };
    view! {
        <StartPage
            locale=app.locale.get_untracked()
            on_door=move |door| app.dispatch(Event::DoorChosen(door))
            on_language=speak
        />
    }
    .into_any()
}
