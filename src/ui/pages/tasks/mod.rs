//! The register of tasks: a grid that is edited like a spreadsheet, with dialogs for what needs a document.

mod assign;
mod cause;
mod dialogs;
mod extend;
mod grid;
mod hand_over;
mod history;
mod repeat;
mod toolbar;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::view::tasks::{TaskFilter, TaskList, TaskQuery, list};
use crate::domain::AssignmentId;
use crate::i18n::format;
use crate::i18n::task::TaskMessage;
use crate::ui::components::{GridSpot, PageHead};
use crate::ui::use_app;

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    Assign,
    Repeat,
    Extend(AssignmentId),
    Cause(AssignmentId),
    HandOver(AssignmentId),
    History(AssignmentId),
    Delete,
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct TasksState {
    pub query: RwSignal<TaskQuery>,
    pub list: Memo<TaskList>,
    pub open: RwSignal<Open>,
    pub current: RwSignal<Option<GridSpot>>,
    pub selected: RwSignal<BTreeSet<String>>,
}

impl TasksState {
    /// The task of the cell one is at.
    pub fn current_task(self) -> Option<AssignmentId> {
        self.current
            .with(|spot| spot.as_ref().and_then(|spot| id_of(&spot.row_key)))
    }

    /// The ticked tasks.
    pub fn ticked(self) -> Vec<AssignmentId> {
        self.selected
            .with(|keys| keys.iter().filter_map(|key| id_of(key)).collect())
    }
}

/// The task a row's key names.
pub(super) fn id_of(key: &str) -> Option<AssignmentId> {
    key.parse().ok().map(AssignmentId)
}

/// The register of tasks.
#[component]
pub fn TasksPage(filter: Option<String>) -> impl IntoView {
    let app = use_app();
    let start = TaskQuery {
        filter: filter
            .as_deref()
            .map(TaskFilter::from_word)
            .unwrap_or_default(),
        ..TaskQuery::default()
    };
    let query = RwSignal::new(start);
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let state = TasksState {
        query,
        list,
        open: RwSignal::new(
            filter
                .as_deref()
                .and_then(id_of)
                .map_or(Open::None, Open::History),
        ),
        current: RwSignal::new(None),
        selected: RwSignal::new(BTreeSet::new()),
    };
    let subtitle = Signal::derive(move || {
        let locale = app.locale.get();
        list.with(|list| {
            Some(app.t(TaskMessage::Subtitle {
                shown: format::count(list.rows.len(), locale),
                overdue: format::count(list.counts[1], locale),
                soon: format::count(list.counts[2], locale),
            }))
        })
    });
    view! {
        <div class="page page--fill tasks">
            <PageHead title=app.t(TaskMessage::Title) subtitle=subtitle>
                {toolbar::actions(app, state)}
            </PageHead>
            {toolbar::filters(app, state)}
            {grid::register(app, state)}
            {dialogs::all(app, state)}
        </div>
    }
}
