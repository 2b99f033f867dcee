//! The register of tasks: a grid that is edited like a spreadsheet, with dialogs for what needs a document.

mod actions;
mod assign;
mod coefficient;
mod dialogs;
mod divide;
mod entering;
mod event;
mod grid;
mod group;
mod hand_over;
mod history;
mod repeat;
mod toolbar;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::view::arrange::Arrangement;
use crate::app::view::tasks::{TaskColumn, TaskFilter, TaskList, TaskQuery, list, values};
use crate::app::workflow::task::{EventForm, TaskField};
use crate::domain::{AssignmentId, Day, Decimal, EventId, ProductId};
use crate::i18n::format;
use crate::i18n::task::TaskMessage;
use crate::ui::components::PageHead;
use crate::ui::register::cells::Cells;
use crate::ui::register::{COUNTED, FilterPopup, Register, RegisterFilters, RegisterSource};
use crate::ui::{App, use_app};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    Assign,
    Repeat,
    /// A form about a task, for a new event or to correct or confirm one.
    Event(AssignmentId, EventForm, Option<EventId>),
    /// Sharing a task, or spreading it over months.
    Divide(AssignmentId, bool),
    HandOver(AssignmentId),
    History(AssignmentId),
    Delete,
    /// The calendar file of the ticked tasks, else of all that are shown.
    CalendarFile,
    Coefficient(AssignmentId, ProductId),
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct TasksState {
    pub query: RwSignal<TaskQuery>,
    pub list: Memo<TaskList>,
    pub open: RwSignal<Open>,
    /// The history an open dialog leads back to.
    pub back: RwSignal<Option<AssignmentId>>,
    /// What is entered in the register.
    pub cells: Cells<TaskField>,
    /// How tasks stood before one key recorded them as done.
    pub before: StoredValue<BTreeMap<AssignmentId, (Decimal, Option<Day>)>>,
}

impl TasksState {
    /// The task of the cell one is at.
    pub fn current_task(self) -> Option<AssignmentId> {
        self.cells.current_row()
    }

    /// The ticked tasks.
    pub fn ticked(self) -> Vec<AssignmentId> {
        self.cells.ticked()
    }

    /// How the register is arranged.
    pub fn register(self) -> Register {
        self.cells.register()
    }

    /// The columns shown, in order.
    pub fn columns(self) -> Vec<TaskColumn> {
        let keys = self.register().shown().into_iter();
        keys.filter_map(TaskColumn::from_key).collect()
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
    let arrangement = RwSignal::new(Register::left_as(app, "tasks"));
    let register = register(app, query, arrangement);
    let asked = asked(query, register);
    // A task is found anew when the book, the day or the month changed, not at every event.
    let stamp = app.view(|model| {
        let workspace = model.workspace.id.clone();
        (workspace, model.sequence, model.month(), model.now.today)
    });
    let list = Memo::new(move |_| {
        // Read, not only tracked: a memo nobody reads follows nothing.
        stamp.with(|_| app.peek(|model| asked.with(|query| list(model, query))))
    });
    let cells = entering::cells(app, register, list);
    let state = TasksState {
        query,
        list,
        open: RwSignal::new(
            filter
                .as_deref()
                .and_then(id_of)
                .map_or(Open::None, Open::History),
        ),
        back: RwSignal::new(None),
        cells,
        before: StoredValue::new(BTreeMap::new()),
    };
    let subtitle = Signal::derive(move || {
        let locale = app.locale.get();
        list.with(|list| {
            Some(app.t(TaskMessage::Subtitle {
                shown: format::count(list.shown.kept, locale),
                overdue: format::count(list.count(TaskFilter::Overdue), locale),
                soon: format::count(list.count(TaskFilter::DueSoon), locale),
            }))
        })
    });
    view! {
        <div class="page page--fill tasks">
            <PageHead title=app.t(TaskMessage::Title) subtitle=subtitle>
                {toolbar::buttons(app, state)}
            </PageHead>
            {toolbar::filters(app, state)}
            <RegisterFilters register=register />
            {grid::register(app, state)}
            <FilterPopup register=register />
            {dialogs::all(app, state)}
            {cells.dialogs()}
        </div>
    }
}

/// The query with the arrangement in it; columns made wider ask for nothing new.
fn asked(query: RwSignal<TaskQuery>, register: Register) -> Memo<TaskQuery> {
    let rows = Memo::new(move |_| register.arrangement.with(Arrangement::of_rows));
    Memo::new(move |_| TaskQuery {
        arrangement: rows.get(),
        folded: register.folded.get(),
        ..query.get()
    })
}

fn register(app: App, query: RwSignal<TaskQuery>, arrangement: RwSignal<Arrangement>) -> Register {
    let counted = move |key: String| {
        let asked = TaskQuery {
            arrangement: arrangement.with_untracked(Arrangement::of_rows),
            ..query.get_untracked()
        };
        let column = TaskColumn::from_key(&key);
        let counted = column.map(|column| app.peek(|model| values(model, &asked, column, COUNTED)));
        counted.unwrap_or_default()
    };
    let source = RegisterSource {
        columns: Signal::derive(move || grid::columns(app.locale.get())),
        values: Callback::new(counted),
        word: Callback::new(move |(column, key): (String, String)| {
            group::word(&column, &key, app.locale.get_untracked())
        }),
        quick: Signal::derive(move || query.with(|query| query.filter.word().to_owned())),
        set_quick: Callback::new(move |word: String| {
            query.update(|query| query.filter = TaskFilter::from_word(&word));
        }),
    };
    Register::new(app, "tasks", &TaskColumn::SPECS, arrangement, source)
}
