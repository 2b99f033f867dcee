//! Scores of a month or quarter with their reasons, and the sheet of each official.

mod bulk;
mod confirm;
mod criteria;
mod leadership;
mod list;
mod missing;
mod remarks;
mod sheet;
mod toolbar;
mod unlock;

use leptos::prelude::*;

use crate::app::view::scoring::{ScoringList, ScoringQuery, list};
use crate::app::view::why::WhyOf;
use crate::domain::OfficialId;
use crate::i18n::format;
use crate::i18n::scoring::ScoringMessage;
use crate::ui::App;
use crate::ui::components::{GridSpot, PageHead};
use crate::ui::use_app;
use crate::ui::why::WhyPanel;

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    Bulk,
    Confirm,
    Unlock,
}

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct ScoringState {
    pub query: RwSignal<ScoringQuery>,
    pub list: Memo<ScoringList>,
    pub why: RwSignal<Option<WhyOf>>,
    pub open: RwSignal<Open>,
    pub current: RwSignal<Option<GridSpot>>,
}

/// The official a row's key names.
pub(super) fn id_of(key: &str) -> Option<OfficialId> {
    key.parse().ok().map(OfficialId)
}

/// Scores of a month or quarter with their reasons; with an official, their sheet.
#[component]
pub fn ScoringPage(official: Option<OfficialId>) -> impl IntoView {
    let app = use_app();
    match official {
        Some(official) => sheet::page(app, official),
        None => overview(app),
    }
}

fn overview(app: App) -> AnyView {
    let query = RwSignal::new(ScoringQuery::default());
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let state = ScoringState {
        query,
        list,
        why: RwSignal::new(None),
        open: RwSignal::new(Open::None),
        current: RwSignal::new(None),
    };
    follow_cell(state);
    let title = Signal::derive(move || {
        let period = list.with(|list| format::period(list.period, app.locale.get()));
        app.t(ScoringMessage::Title { period })
    });
    let subtitle = Signal::derive(move || Some(list.with(|list| subtitle(app, list))));
    let split = move || {
        if state.why.with(Option::is_some) {
            "split"
        } else {
            "split split--alone"
        }
    };
    let people = Signal::derive(move || list.with(|list| list.rows.clone()));
    view! {
        <div class="page scoring">
            <PageHead title=title subtitle=subtitle>{toolbar::actions(app, state)}</PageHead>
            {toolbar::filters(app, state)}
            <div class=split>
                <div class="stack">
                    {list::grid(app, state)}
                    {missing::panel(app, state)}
                </div>
                <WhyPanel of=state.why on_close=move |()| state.why.set(None) />
            </div>
            {move || match state.open.get() {
                Open::None => ().into_any(),
                Open::Bulk => bulk::dialog(app, state.open, people),
                Open::Confirm => confirm::dialog(app, state.open, people),
                Open::Unlock => unlock::dialog(app, state.open, people),
            }}
        </div>
    }
    .into_any()
}

fn subtitle(app: App, list: &ScoringList) -> String {
    let locale = app.locale.get();
    let count = |number| format::count(number, locale);
    app.t(ScoringMessage::Subtitle {
        people: count(list.counts[0]),
        complete: count(list.complete),
        missing: count(list.counts[1]),
        locked: count(list.locked),
    })
}

/// Explains the score of the cell one goes to; while the panel is open it follows the row.
fn follow_cell(state: ScoringState) {
    Effect::new(move |_| {
        let Some(spot) = state.current.get() else {
            return;
        };
        let is_score = spot.column != list::NAME;
        if !is_score && state.why.with_untracked(Option::is_none) {
            return;
        }
        let Some(official) = id_of(&spot.row_key) else {
            return;
        };
        let period = state.list.with_untracked(|list| list.period);
        state.why.set(Some(WhyOf::Period(official, period)));
    });
}
