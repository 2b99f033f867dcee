//! Which screen an address shows; each is fetched the first time one goes there.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::shell::ShellMessage;
use crate::parts::{Fetch, NotFetched};

use super::front::not_fetched;
use super::pages::{
    complaints::ComplaintsPage, conduct::ConductPage, conduct::ConductPaperPage, data::DataPage,
    deadlines::DEADLINES, deadlines::DeadlinesPage, forms::FormsPage, forms::PaperPage,
    help::HelpPage, official::OfficialPage, officials::OfficialsPage, overview::OverviewPage,
    rules::RulesPage, scoring::ScoringPage, tasks::TasksPage, year::YearPage,
};
use super::{App, Route};

// Screens that share most of their code come together; the first one comes with the desk.

/// Makes a screen for its address.
pub type Screen = fn(Route) -> AnyView;

crate::part!(overview in desk: Screen = |_| view! { <OverviewPage/> }.into_any());
crate::part!(officials in registers: Screen = |route| match route {
    Route::Official(official) => view! { <OfficialPage official/> }.into_any(),
    _ => view! { <OfficialsPage/> }.into_any(),
});
crate::part!(tasks in scores: Screen = |route| match route.word() {
    Some(word) if word == DEADLINES => view! { <DeadlinesPage/> }.into_any(),
    filter => view! { <TasksPage filter/> }.into_any(),
});
crate::part!(complaints in registers: Screen = |route| {
    let filter = route.word();
    view! { <ComplaintsPage filter/> }.into_any()
});
crate::part!(scoring in scores: Screen = |route| {
    let official = route.official();
    view! { <ScoringPage official/> }.into_any()
});
crate::part!(year in scores: Screen = |route| {
    let official = route.official();
    view! { <YearPage official/> }.into_any()
});
crate::part!(conduct in registers: Screen = |route| match route {
    Route::Conduct(..) => view! { <ConductPage/> }.into_any(),
    Route::ConductPaper(whose, days) => view! { <ConductPaperPage whose days/> }.into_any(),
    _ => ().into_any(),
});
crate::part!(forms in files: Screen = |route| match route {
    Route::Paper(form, official) => view! { <PaperPage form official/> }.into_any(),
    _ => view! { <FormsPage/> }.into_any(),
});
crate::part!(rules in registers: Screen = |_| view! { <RulesPage/> }.into_any());
crate::part!(data in files: Screen = |route| match route {
    Route::Data(section) => view! { <DataPage section/> }.into_any(),
    _ => ().into_any(),
});
crate::part!(help in registers: Screen = |_| view! { <HelpPage/> }.into_any());

/// The screen of an address, at once when it was fetched before.
pub fn screen(app: App, route: Route) -> AnyView {
    let page = route.page();
    if let Some(screen) = app.fetched(&page) {
        return screen(route);
    }
    let answer = RwSignal::new(None);
    let fetch = StoredValue::new(of(&page));
    let ask = move || {
        answer.set(None);
        let page = page.clone();
        spawn_local(async move {
            let screen = fetch.get_value()().await;
            if let Ok(screen) = screen {
                app.keep(page, screen);
            }
            // Whoever asked may have gone elsewhere meanwhile.
            answer.try_set(Some(screen));
        });
    };
    ask();
    let again = Callback::new(move |()| ask());
    (move || show(app, answer.get(), &route, again)).into_any()
}

fn show(
    app: App,
    answer: Option<Result<Screen, NotFetched>>,
    route: &Route,
    again: Callback<()>,
) -> AnyView {
    match answer {
        None => {
            let text = app.t(ShellMessage::LoadingScreen);
            view! { <div class="page"><p class="page__wait" role="status">{text}</p></div> }
                .into_any()
        }
        Some(Ok(screen)) => screen(route.clone()),
        Some(Err(NotFetched)) => not_fetched(app.locale.get_untracked(), again),
    }
}

fn of(page: &Route) -> fn() -> Fetch<Screen> {
    match page {
        Route::Overview => overview,
        Route::Officials | Route::Official(_) => officials,
        Route::Tasks(_) => tasks,
        Route::Complaints(_) => complaints,
        Route::Scoring(_) | Route::SheetOf(..) => scoring,
        Route::Year(_) => year,
        Route::Conduct(..) | Route::ConductPaper(..) => conduct,
        Route::Forms | Route::Paper(..) => forms,
        Route::Rules(_) => rules,
        Route::Data(_) => data,
        Route::Help(_) => help,
    }
}
