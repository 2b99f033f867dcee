//! The search over everything: what is found, and where each thing found leads.

use leptos::prelude::*;

use crate::app::view::search::{Found, Place, SearchIndex, Target, rules};
use crate::i18n::help::TOPICS;
use crate::i18n::reason::wording;
use crate::i18n::search::SearchMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Glyph, SearchHit, SearchPalette};
use crate::ui::{App, DataSection, Route};

/// What can be searched for by name, and the address of each.
type Places = (Vec<Place>, Vec<String>);

/// The palette; the index is made when it first opens and kept while the frame stands.
pub(super) fn palette(app: App) -> AnyView {
    let index = StoredValue::new_local(SearchIndex::default());
    let query = RwSignal::new(String::new());
    let places = StoredValue::new(places(app));
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
            places.with_value(|(places, _)| {
                index.with_value(|index| index.find(model, &typed, places))
            })
        });
        places.with_value(|(_, hrefs)| found.into_iter().map(|one| hit(app, one, hrefs)).collect())
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

fn places(app: App) -> Places {
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
        (SearchMessage::DeletedRecords, DataSection::Bin),
    ];
    let mut places = Vec::new();
    let mut hrefs = Vec::new();
    for (name, route) in screens {
        places.push(Place::screen(app.t(name)));
        hrefs.push(route.href());
    }
    for (name, section) in parts {
        places.push(Place::screen(app.t(name)));
        hrefs.push(Route::Data(section).href());
    }
    for topic in TOPICS {
        let entries = topic.entries.iter().map(|entry| entry.0);
        for name in std::iter::once(topic.title).chain(entries) {
            places.push(Place::help(app.t(name)));
            hrefs.push([HELP, topic.key].concat());
        }
    }
    let locale = app.locale.get_untracked();
    for (key, name) in rules() {
        places.push(Place::help(wording(name, locale).to_owned()));
        hrefs.push([HELP, key].concat());
    }
    (places, hrefs)
}

/// The address of an entry of the help, up to its key.
const HELP: &str = "#/tro-giup/";

fn hit(app: App, found: Found, hrefs: &[String]) -> SearchHit {
    let (kind, glyph, href) = match found.target {
        Target::Place(index) => {
            let href = hrefs.get(index).cloned().unwrap_or_default();
            if href.starts_with(HELP) {
                (SearchMessage::Help, Glyph::Question, href)
            } else {
                (SearchMessage::Screen, Glyph::ChevronRight, href)
            }
        }
        Target::Official(id) => {
            let href = Route::Official(id).href();
            (SearchMessage::Person, Glyph::Person, href)
        }
        Target::Task(id) => {
            let href = Route::Tasks(Some(id.0.to_string())).href();
            (SearchMessage::Task, Glyph::Task, href)
        }
        Target::Complaint(id) => {
            let href = Route::Complaints(Some(id.0.to_string())).href();
            (SearchMessage::Complaint, Glyph::Speech, href)
        }
        Target::Incident(id) => {
            let href = Route::incidents(Some(id)).href();
            (SearchMessage::Incident, Glyph::Eye, href)
        }
        Target::Product(id) => {
            let href = Route::product(id).href();
            (SearchMessage::Product, Glyph::Book, href)
        }
    };
    let mut detail = app.t(kind);
    if !found.detail.is_empty() {
        detail.push_str(" · ");
        detail.push_str(&found.detail);
    }
    SearchHit {
        value: href,
        label: found.name,
        detail,
        glyph,
    }
}
