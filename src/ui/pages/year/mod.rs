//! Classes of the year: the grid, caps, units, the unclassified, petitions; one official's year.

mod caps;
mod decide;
mod list;
mod others;
mod petition;
mod sheet;
mod toolbar;
mod unit;

use leptos::prelude::*;

use crate::app::view::why::WhyOf;
use crate::app::view::year::{YearList, YearQuery, list, year};
use crate::domain::{Class, DecisionId, OfficialId, Period, UnitId};
use crate::i18n::format;
use crate::i18n::year::YearMessage;
use crate::ui::components::{GridSpot, Note, NoteKind, PageHead};
use crate::ui::use_app;
use crate::ui::why::WhyPanel;
use crate::ui::{App, DataSection, Route};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    /// Deciding somebody's class, with the one chosen already.
    Decide(OfficialId, Option<Class>),
    Petition(DecisionId),
    Unit(UnitId),
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct YearState {
    pub query: RwSignal<YearQuery>,
    pub list: Memo<YearList>,
    pub why: RwSignal<Option<WhyOf>>,
    pub open: RwSignal<Open>,
    pub current: RwSignal<Option<GridSpot>>,
}

/// The official a row's key names.
pub(super) fn id_of(key: &str) -> Option<OfficialId> {
    key.parse().ok().map(OfficialId)
}

/// Classes of the year; with an official, their year.
#[component]
pub fn YearPage(official: Option<OfficialId>) -> impl IntoView {
    let app = use_app();
    match official {
        Some(official) => sheet::page(app, official),
        None => overview(app),
    }
}

fn overview(app: App) -> AnyView {
    let query = RwSignal::new(YearQuery::default());
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let state = YearState {
        query,
        list,
        why: RwSignal::new(None),
        open: RwSignal::new(Open::None),
        current: RwSignal::new(None),
    };
    follow_cell(app, state);
    let title = Signal::derive(move || {
        let year = list.with(|list| list.year);
        app.t(YearMessage::Title { year })
    });
    let subtitle = Signal::derive(move || Some(list.with(|list| subtitle(app, list))));
    let so_far = move || {
        let counts = list.with(|list| list.provisional);
        (counts != [0; 4]).then(|| {
            let locale = app.locale.get();
            let [excellent, good, completed, poor] =
                counts.map(|count| format::count(count, locale));
            let text = app.t(YearMessage::SoFarNote {
                excellent,
                good,
                completed,
                poor,
            });
            view! { <p class="muted small">{text}</p> }
        })
    };
    let split = move || {
        if state.why.with(Option::is_some) {
            "split"
        } else {
            "split split--alone"
        }
    };
    view! {
        <div class="page year">
            <PageHead title=title subtitle=subtitle>{toolbar::actions(app)}</PageHead>
            {so_far}
            {move || unrecorded(app, &list.with(|list| list.unrecorded.clone()))}
            {toolbar::filters(app, state)}
            <div class=split>
                <div class="stack">
                    {list::grid(app, state)}
                    <div class="cards">
                        {caps::panel(app, state)}
                        {others::units(app, state)}
                        {others::petitions(app, state)}
                        {others::unclassified(app)}
                    </div>
                </div>
                <WhyPanel of=state.why on_close=move |()| state.why.set(None) />
            </div>
            {move || dialog(app, state.open)}
        </div>
    }
    .into_any()
}

/// Which periods have no data of anybody, and where they are entered.
fn unrecorded(app: App, periods: &[Period]) -> Option<AnyView> {
    if periods.is_empty() {
        return None;
    }
    let locale = app.locale.get();
    let names = periods.iter().map(|period| format::period(*period, locale));
    let periods = names.collect::<Vec<_>>().join(", ");
    let title = app.t(YearMessage::Unrecorded { periods });
    let href = Route::Data(DataSection::Import).href();
    Some(
        view! {
            <Note kind=NoteKind::Warning title=title>
                <p><a href=href>{app.t(YearMessage::EnterThem)}</a></p>
            </Note>
        }
        .into_any(),
    )
}

/// The dialog that is open, if any.
pub(super) fn dialog(app: App, open: RwSignal<Open>) -> AnyView {
    match open.get() {
        Open::None => ().into_any(),
        Open::Decide(official, class) => decide::dialog(app, open, official, class),
        Open::Petition(decision) => petition::dialog(app, open, decision),
        Open::Unit(unit) => unit::dialog(app, open, unit),
    }
}

fn subtitle(app: App, list: &YearList) -> String {
    let locale = app.locale.get();
    let count = |at: usize| format::count(list.standing[at], locale);
    app.t(YearMessage::Subtitle {
        people: format::count(list.counts[0], locale),
        excellent: count(0),
        good: count(1),
        completed: count(2),
        poor: count(3),
        none: count(4),
    })
}

/// Explains the number one goes to; while the panel is open it follows the row.
fn follow_cell(app: App, state: YearState) {
    Effect::new(move |_| {
        let Some(spot) = state.current.get() else {
            return;
        };
        let Some(official) = id_of(&spot.row_key) else {
            return;
        };
        let of = match Period::parse(&spot.column) {
            Ok(period) => Some(WhyOf::Period(official, period)),
            Err(_) if list::explains(&spot.column) || state.why.with_untracked(Option::is_some) => {
                Some(WhyOf::Year(official, app.peek(year)))
            }
            Err(_) => None,
        };
        if of.is_some() {
            state.why.set(of);
        }
    });
}
