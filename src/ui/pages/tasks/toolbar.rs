//! Buttons, quick filters, search and unit above the register.

use leptos::prelude::*;

use crate::app::view::tasks::{TaskFilter, TaskList};
use crate::i18n::deadlines::DeadlinesMessage;
use crate::i18n::task::TaskMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, ChipView, Choice, Commanded, FilterChips, Glyph, Menu,
    MenuItem, Select,
};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::pages::deadlines::DEADLINES;
use crate::ui::register::RegisterBar;
use crate::ui::{App, DataSection, Route};

use super::{Open, TasksState, actions, entering};

pub(super) fn buttons(app: App, state: TasksState) -> AnyView {
    let items = Signal::derive(move || {
        let none = state.current_task().is_none();
        let mut items =
            vec![MenuItem::new("history", app.t(TaskMessage::History)).icon(Glyph::History)];
        items.extend(actions::items(app));
        for item in &mut items {
            item.disabled = none;
        }
        let mut calendar =
            MenuItem::new("calendar", app.t(DeadlinesMessage::Export)).icon(Glyph::Download);
        calendar.disabled = state.list.with(|list| list.shown.rows.is_empty());
        items.push(calendar);
        let mut delete = MenuItem::new("delete", app.t(TaskMessage::Delete)).icon(Glyph::Trash);
        delete.danger = true;
        delete.disabled = none && state.ticked().is_empty();
        items.push(delete);
        items
    });
    let choose = move |key: String| {
        let Some(open) = opened(&key, state) else {
            return;
        };
        state.open.set(open);
    };
    let done = Callback::new(move |asked: Commanded| entering::command(app, state, asked));
    view! {
        <ButtonLink
            icon=Glyph::Upload
            label=app.t(TaskMessage::Import)
            href=Route::Data(DataSection::Import).href()
        />
        <ButtonLink
            icon=Glyph::Calendar
            label=app.t(TaskMessage::Calendar)
            href=Route::Tasks(Some(DEADLINES.to_owned())).href()
        />
        <Button icon=Glyph::Copy label=app.t(TaskMessage::Repeat) on_press=move |()| state.open.set(Open::Repeat) />
        {state.cells.menu(Some(done))}
        <Menu label=Signal::derive(move || app.t(TaskMessage::Selected { count: chosen(state) })) items=items on_select=choose />
        <Button
            look=ButtonLook::Primary
            icon=Glyph::Plus
            label=app.t(TaskMessage::Assign)
            on_press=move |()| state.open.set(Open::Assign)
        />
    }
    .into_any()
}

/// Ticked rows, else the one the cell is in.
fn chosen(state: TasksState) -> String {
    let ticked = state.cells.selected.with(std::collections::BTreeSet::len);
    if ticked > 0 {
        ticked.to_string()
    } else {
        usize::from(state.current_task().is_some()).to_string()
    }
}

fn opened(key: &str, state: TasksState) -> Option<Open> {
    match key {
        "delete" => return Some(Open::Delete),
        "calendar" => return Some(Open::CalendarFile),
        _ => {}
    }
    let task = state.current_task()?;
    actions::opened(key, task).or(Some(Open::History(task)))
}

pub(super) fn filters(app: App, state: TasksState) -> AnyView {
    let chips = Signal::derive(move || {
        let locale = app.locale.get();
        let on = state.query.with(|query| query.filter);
        state.list.with(|list| {
            TaskFilter::ALL
                .into_iter()
                .zip(list.counts)
                .map(|(filter, count)| {
                    ChipView::new(filter.word(), TaskMessage::from(filter).say(locale))
                        .count(format::count(count, locale))
                        .pressed(filter == on)
                })
                .collect::<Vec<_>>()
        })
    });
    let groups = Signal::derive(move || {
        let keys = |list: &TaskList| {
            list.shown
                .groups
                .iter()
                .map(|group| group.key.clone())
                .collect()
        };
        state.list.with(keys)
    });
    let choose = move |word: String| {
        state
            .query
            .update(|query| query.filter = TaskFilter::from_word(&word));
    };
    view! {
        <FilterChips label=app.t(TaskMessage::Filters) chips=chips on_press=choose>
            {span(app, state)}
            <UnitFilter
                label=app.t(TaskMessage::Unit)
                all=app.t(TaskMessage::AllUnits)
                unit=Signal::derive(move || state.query.with(|query| query.unit))
                on_choose=move |unit| state.query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=app.t(TaskMessage::Search)
                hint=app.t(TaskMessage::SearchHint)
                words=Signal::derive(move || state.query.with(|query| query.words.clone()))
                on_type=move |words| state.query.update(|query| query.words = words)
            />
            <RegisterBar register=state.register() groups=groups />
        </FilterChips>
    }
    .into_any()
}

fn span(app: App, state: TasksState) -> AnyView {
    let options = vec![
        Choice::new("year", app.t(TaskMessage::ThisYear)),
        Choice::new("month", app.t(TaskMessage::ThisMonth)),
    ];
    view! {
        <Select
            label=app.t(TaskMessage::Span)
            label_hidden=true
            options=options
            value=Signal::derive(move || if state.query.with(|query| query.month_only) { "month".to_owned() } else { "year".to_owned() })
            on_change=move |value: String| state.query.update(|query| query.month_only = value == "month")
        />
    }
    .into_any()
}
