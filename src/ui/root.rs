//! The root: provides the program to every view, follows the address, picks the screen.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use crate::app::{Edge, Event, Stage};
use crate::domain::Month;
use crate::i18n::Locale;

use super::frame::{Frame, Problem};
use super::pages::{
    complaints::ComplaintsPage, data::DataPage, forms::FormsPage, forms::PaperPage, help::HelpPage,
    official::OfficialPage, officials::OfficialsPage, overview::OverviewPage, rules::RulesPage,
    scoring::ScoringPage, start::StartPage, tasks::TasksPage, year::YearPage,
};
use super::{App, Route};

/// Mounts the program on the page's body, with its edge.
pub fn mount(edge: Rc<dyn Edge>) {
    mount_to_body(move || {
        let app = App::new(Rc::clone(&edge));
        provide_context(app);
        follow_address(app);
        app.dispatch(Event::Started);
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
        route @ (Route::Rules(_) | Route::Help(_)) => route.page(),
        route => route,
    });
    move || {
        let _ = app.locale.get();
        match stage.get() {
            Stage::Starting => ().into_any(),
            Stage::Welcome => view! { <StartPage/> }.into_any(),
            Stage::Open => view! { <Frame>{move || screen(shown.get())}</Frame> }.into_any(),
            Stage::Closed(problem) => view! { <Problem problem/> }.into_any(),
        }
    }
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Overview => view! { <OverviewPage/> }.into_any(),
        Route::Officials => view! { <OfficialsPage/> }.into_any(),
        Route::Official(official) => view! { <OfficialPage official/> }.into_any(),
        Route::Tasks(filter) => view! { <TasksPage filter/> }.into_any(),
        Route::Complaints(filter) => view! { <ComplaintsPage filter/> }.into_any(),
        Route::SheetOf(official, _) => screen(Route::Scoring(Some(official))),
        Route::Scoring(official) => view! { <ScoringPage official/> }.into_any(),
        Route::Year(official) => view! { <YearPage official/> }.into_any(),
        Route::Forms => view! { <FormsPage/> }.into_any(),
        Route::Paper(form, official) => view! { <PaperPage form official/> }.into_any(),
        Route::Rules(_) => view! { <RulesPage/> }.into_any(),
        Route::Data(section) => view! { <DataPage section/> }.into_any(),
        Route::Help(_) => view! { <HelpPage/> }.into_any(),
    }
}
