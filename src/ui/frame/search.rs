//! The search over everything: what is found, and where each thing found leads.

use leptos::prelude::*;

use crate::app::view::search::{Found, SearchIndex, Target};
use crate::i18n::search::SearchMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Glyph, SearchHit, SearchPalette};
use crate::ui::{App, DataSection, Route};

/// A screen that can be searched for, with its address.
type Place = (String, Route);

/// The palette; the index is made when it first opens and kept while the frame stands.
pub(super) fn palette(app: App) -> AnyView {
    let index = StoredValue::new_local(SearchIndex::default());
    let query = RwSignal::new(String::new());
    let places = StoredValue::new(places(app));
    let names: Vec<String> = places.with_value(|all| all.iter().map(|it| it.0.clone()).collect());
    // Made while the palette opens, so that the first letter typed is answered at once.
    let follow = move || {
        app.peek(|model| index.try_update_value(|index| index.follow(model)));
    };
    Effect::new(move |_| {
        if app.search_open.get() {
            set_timeout(follow, std::time::Duration::ZERO);
        }
    });
    let hits = Memo::new(move |_| {
        let typed = query.get();
        if !app.search_open.get() || typed.trim().is_empty() {
            return Vec::new();
        }
        let found = app.read(|model| {
            index.update_value(|index| index.follow(model));
            index.with_value(|index| index.find(model, &typed, &names))
        });
        places.with_value(|places| found.into_iter().map(|one| hit(app, one, places)).collect())
    });
    let close = move || {
        app.search_open.set(false);
        query.set(String::new());
    };
    let choose = move |href: String| {
        close();
        app.perform(crate::app::Effect::GoTo(href));
    };
    view! {
        <SearchPalette
            open=app.search_open
            on_close=move |()| close()
            label=app.t(SearchMessage::Label)
            placeholder=app.t(SearchMessage::Placeholder)
            query=query
            hits=hits
            empty_text=app.t(SearchMessage::Nothing)
            on_choose=choose
        />
    }
    .into_any()
}

fn places(app: App) -> Vec<Place> {
    let screens = [
        (ShellMessage::NavOverview, Route::Overview),
        (ShellMessage::NavOfficials, Route::Officials),
        (ShellMessage::NavTasks, Route::Tasks(None)),
        (ShellMessage::NavComplaints, Route::Complaints(None)),
        (ShellMessage::NavScoring, Route::Scoring(None)),
        (ShellMessage::NavYear, Route::Year(None)),
        (ShellMessage::NavForms, Route::Forms),
        (ShellMessage::NavRules, Route::Rules(None)),
        (ShellMessage::NavData, Route::Data(DataSection::State)),
        (ShellMessage::NavHelp, Route::Help(None)),
    ];
    let parts = [
        (SearchMessage::ImportFile, DataSection::Import),
        (SearchMessage::ExportFile, DataSection::Export),
        (SearchMessage::BackupFile, DataSection::Backup),
        (SearchMessage::LogOfActions, DataSection::Log),
    ];
    let screens = screens.map(|(name, route)| (app.t(name), route));
    let parts = parts.map(|(name, section)| (app.t(name), Route::Data(section)));
    screens.into_iter().chain(parts).collect()
}

fn hit(app: App, found: Found, places: &[Place]) -> SearchHit {
    let (kind, glyph, route) = match found.target {
        Target::Place(index) => {
            let route = places.get(index).map(|place| place.1.clone());
            let route = route.unwrap_or_default();
            match route {
                Route::Help(_) => (SearchMessage::Help, Glyph::Question, route),
                _ => (SearchMessage::Screen, Glyph::ChevronRight, route),
            }
        }
        Target::Official(id) => (SearchMessage::Person, Glyph::Person, Route::Official(id)),
        Target::Task(id) => {
            let route = Route::Tasks(Some(id.0.to_string()));
            (SearchMessage::Task, Glyph::Task, route)
        }
        Target::Complaint(id) => {
            let route = Route::Complaints(Some(id.0.to_string()));
            (SearchMessage::Complaint, Glyph::Speech, route)
        }
        Target::Product(_) => (SearchMessage::Product, Glyph::Book, Route::Rules(None)),
    };
    let mut detail = app.t(kind);
    if !found.detail.is_empty() {
        detail.push_str(" · ");
        detail.push_str(&found.detail);
    }
    SearchHit {
        value: route.href(),
        label: found.name,
        detail,
        glyph,
    }
}
