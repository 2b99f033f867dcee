//! Questions before many cells change: a series, one value for the selected rows, a replacement,
//! the coefficient of a product that has a range.

use leptos::prelude::*;

use crate::app::view::people;
use crate::app::view::tasks::TaskColumn;
use crate::app::workflow::entry;
use crate::app::workflow::paste::{self, Block, Laid, Place, Replacement, SeriesStep};
use crate::app::workflow::task::{self, CellEntry, TaskField};
use crate::app::{Action, Kind, Notice};
use crate::domain::{AssignmentId, CalendarEdit, Decimal, ProductId};
use crate::i18n::cells::CellsMessage;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskColumnName;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Checkbox, Choice, Combobox, Dialog, NumberInput, Select, Suggestion,
    TextInput,
};

use super::entering::{self, place_of, tasks_of};
use super::{Open, TasksState, dialogs, preview};

/// A dialog with a title, fields, and what it does when its button is pressed.
fn asked(
    app: App,
    state: TasksState,
    title: String,
    label: CellsMessage,
    press: Callback<()>,
    fields: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let label = app.t(label);
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=title
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| dialogs::close(state)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| dialogs::close(state) />
                <Button look=ButtonLook::Primary label=label.clone() on_press=press />
            }
        >
            <div class="form">{fields()}</div>
        </Dialog>
    }
    .into_any()
}

/// Closes the question and goes on with what was laid.
fn go_on(app: App, state: TasksState, laid: Laid) {
    dialogs::close(state);
    preview::offer(app, state, laid);
}

pub(super) fn series(app: App, state: TasksState) -> AnyView {
    let by = RwSignal::new("days".to_owned());
    let step = RwSignal::new("1".to_owned());
    let error = RwSignal::new(None::<String>);
    let range = state
        .range
        .get_untracked()
        .filter(|range| range.last_row > range.first_row);
    let press = move |()| {
        let Some(range) = range else {
            return error.set(Some(app.t(CellsMessage::SeriesOneRow)));
        };
        let count = match entry::count(&step.get_untracked()) {
            Ok(count) => u32::try_from(count).unwrap_or(u32::MAX),
            Err(why) => return error.set(Some(app.t(why))),
        };
        let step = match by.get_untracked().as_str() {
            "working" => SeriesStep::WorkingDays(count),
            "months" => SeriesStep::Months(count),
            _ => SeriesStep::Days(count),
        };
        if let Some(laid) = series_of(app, state, range, step) {
            go_on(app, state, laid);
        }
    };
    let options = vec![
        Choice::new("days", app.t(CellsMessage::SeriesDays)),
        Choice::new("working", app.t(CellsMessage::SeriesWorkingDays)),
        Choice::new("months", app.t(CellsMessage::SeriesMonths)),
    ];
    let title = app.t(CellsMessage::SeriesTitle);
    asked(
        app,
        state,
        title,
        CellsMessage::Fill,
        Callback::new(press),
        move || {
            view! {
                <p class="form__note">{app.t(CellsMessage::SeriesNote)}</p>
                <Select label=app.t(CellsMessage::SeriesBy) options=options.clone() bind=by />
                <NumberInput label=app.t(CellsMessage::SeriesStep) bind=step error=Signal::derive(move || error.get()) />
            }
            .into_any()
        },
    )
}

fn series_of(
    app: App,
    state: TasksState,
    range: crate::ui::components::CellRange,
    step: SeriesStep,
) -> Option<Laid> {
    let mut place = place_of(state, range, 0);
    let first = (!place.rows.is_empty()).then(|| place.rows.remove(0))?;
    place.height -= 1;
    Some(app.peek(|model| {
        let own = model.book.calendar.iter();
        let edits: Vec<CalendarEdit> = own.map(|(_, it)| it.clone()).collect();
        let calendar = crate::app::law().calendar.with_edits(&edits);
        paste::series(entering::ground(model), first, &place, step, &calendar)
    }))
}

pub(super) fn bulk(app: App, state: TasksState) -> AnyView {
    let fields = edited_fields(state);
    let first = fields.iter().find(|field| **field == TaskField::Due);
    let first = first.or_else(|| fields.first());
    let field = RwSignal::new(first.map_or_else(String::new, |field| field.key().to_owned()));
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let rows = StoredValue::new(tasks_of(state));
    let press = move |()| {
        let rows = rows.get_value();
        let Some(field) = TaskField::from_key(&field.get_untracked()) else {
            return;
        };
        if rows.is_empty() {
            return error.set(Some(app.t(CellsMessage::BulkNone)));
        }
        let place = Place {
            height: rows.len(),
            rows,
            columns: vec![Some(field)],
            width: 1,
            grows: false,
        };
        let block = Block::single(value.get_untracked());
        let action = Action::Edit(Kind::Assignment);
        let laid = app.peek(|model| Laid::new(entering::ground(model), block, &place, action));
        // Where no row takes the value, it is the value that is wrong.
        let wrong = laid
            .problems()
            .first()
            .and_then(|problem| problem.error.clone())
            .filter(|_| laid.taken().cells == 0);
        match wrong {
            Some(why) => error.set(Some(app.t(why))),
            None => go_on(app, state, laid),
        }
    };
    let choices: Vec<Choice> = fields
        .into_iter()
        .map(|field| Choice::new(field.key(), app.t(TaskColumnName::from(field))))
        .collect();
    let suggestions = Signal::derive(move || {
        let field = TaskField::from_key(&field.get());
        field
            .map(|field| entering::suggestions(app, field, &value.get()))
            .unwrap_or_default()
    });
    let title = app.t(CellsMessage::BulkTitle {
        count: format::count(rows.with_value(Vec::len), app.locale.get_untracked()),
    });
    asked(
        app,
        state,
        title,
        CellsMessage::Apply,
        Callback::new(press),
        move || {
            view! {
                <Select label=app.t(CellsMessage::BulkField) options=choices.clone() bind=field on_change=move |_: String| error.set(None) />
                <Combobox
                    label=app.t(CellsMessage::BulkValue) text=value suggestions=suggestions
                    on_take=move |taken: String| value.set(taken)
                    hint=app.t(CellsMessage::BulkHint) error=Signal::derive(move || error.get())
                />
            }
            .into_any()
        },
    )
}

/// What can be entered in the columns shown, in their order.
fn edited_fields(state: TasksState) -> Vec<TaskField> {
    let columns = entering::shown_columns(state).into_iter();
    columns.filter_map(TaskColumn::field).collect()
}

pub(super) fn replace(app: App, state: TasksState) -> AnyView {
    let find = RwSignal::new(String::new());
    let with = RwSignal::new(String::new());
    let whole = RwSignal::new(false);
    let range = state.range.get_untracked();
    let several = range.is_some_and(|range| !range.is_single());
    let whereto = RwSignal::new(if several { "range" } else { "column" }.to_owned());
    let error = RwSignal::new(None::<String>);
    let press = move |()| {
        let replacement = Replacement {
            find: find.get_untracked(),
            with: with.get_untracked(),
            whole: whole.get_untracked(),
        };
        if replacement.find.is_empty() && !replacement.whole {
            return error.set(Some(app.t(entry::EntryError::Required)));
        }
        let (rows, fields) = scope(state, &whereto.get_untracked());
        let laid =
            app.peek(|model| paste::replace(entering::ground(model), &rows, &fields, &replacement));
        dialogs::close(state);
        preview::show(state, laid);
    };
    let column = range
        .and_then(|range| entering::shown_columns(state).get(range.first_col).copied())
        .filter(|column| column.field().is_some());
    let mut options = Vec::new();
    if several {
        options.push(Choice::new("range", app.t(CellsMessage::ReplaceRange)));
    }
    if let Some(column) = column {
        let name = app.t(TaskColumnName::from(column));
        let label = app.t(CellsMessage::ReplaceColumn { name });
        options.push(Choice::new("column", label));
    }
    options.push(Choice::new("all", app.t(CellsMessage::ReplaceAll)));
    if !several && column.is_none() {
        whereto.set("all".to_owned());
    }
    let title = app.t(CellsMessage::ReplaceTitle);
    asked(
        app,
        state,
        title,
        CellsMessage::Preview,
        Callback::new(press),
        move || {
            view! {
                <TextInput label=app.t(CellsMessage::ReplaceFind) bind=find error=Signal::derive(move || error.get()) />
                <TextInput label=app.t(CellsMessage::ReplaceWith) bind=with />
                <Select label=app.t(CellsMessage::ReplaceWhere) options=options.clone() bind=whereto />
                <Checkbox label=app.t(CellsMessage::ReplaceWhole) bind=whole hint=app.t(CellsMessage::ReplaceWholeHint) />
            }
            .into_any()
        },
    )
}

/// The rows and fields a replacement looks at.
fn scope(state: TasksState, whereto: &str) -> (Vec<AssignmentId>, Vec<Option<TaskField>>) {
    let columns = entering::shown_columns(state);
    let range = state.range.get_untracked();
    match (whereto, range) {
        ("range", Some(range)) => {
            let place = place_of(state, range, 0);
            let fields = place.columns.into_iter().take(place.width);
            (place.rows, fields.collect())
        }
        ("column", Some(range)) => {
            let column = columns.get(range.first_col).copied();
            let field = column.and_then(TaskColumn::field);
            (entering::all_rows(state), vec![field])
        }
        _ => {
            let fields = columns.into_iter().map(TaskColumn::field);
            (entering::all_rows(state), fields.collect())
        }
    }
}

/// Asks for the value within a product's range; product and coefficient are one action.
pub(super) fn coefficient(
    app: App,
    state: TasksState,
    id: AssignmentId,
    product: ProductId,
) -> AnyView {
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let locale = app.locale.get_untracked();
    let Some((code, (from, to))) = app.peek(|model| {
        let found = model.book.products.get(product)?;
        Some((found.code.clone(), task::range_of(&model.book, product)?))
    }) else {
        return ().into_any();
    };
    let (low, high) = (format::decimal(from, locale), format::decimal(to, locale));
    let outside = CellsMessage::CoefficientOutside {
        from: low.clone(),
        to: high.clone(),
    };
    let title = app.t(CellsMessage::CoefficientTitle {
        product: code.clone(),
    });
    let press = move |()| {
        let text = value.get_untracked();
        let fits = |value: Decimal| (from..=to).contains(&value);
        match entry::number(&text) {
            Ok(number) if fits(number) => {}
            Ok(_) => return error.set(Some(app.t(outside.clone()))),
            Err(why) => return error.set(Some(app.t(why))),
        }
        let cell = |field, text: &str| CellEntry {
            task: id,
            field,
            text: text.to_owned(),
        };
        let entries = [
            cell(TaskField::Product, &code),
            cell(TaskField::Coefficient, &text),
        ];
        let drafted = app.peek(|model| {
            let action = Action::Edit(Kind::Assignment);
            let year = model.month().year();
            task::edit(&model.book, &entries, action, model.now.today, year)
        });
        dialogs::close(state);
        match drafted {
            Ok(operation) => app.act(operation),
            Err((_, why)) => app.tell(Notice::NotTaken(why)),
        }
    };
    let note = CellsMessage::CoefficientNote {
        from: low,
        to: high,
    };
    asked(
        app,
        state,
        title,
        CellsMessage::Apply,
        Callback::new(press),
        move || {
            view! {
                <p class="form__note">{app.t(note.clone())}</p>
                <NumberInput
                    label=app.t(TaskColumnName::Coefficient) bind=value
                    error=Signal::derive(move || error.get()) required=true
                />
            }
            .into_any()
        },
    )
}

/// People found for what was typed, as suggestions.
pub(super) fn found(list: Vec<people::Suggested>) -> Vec<Suggestion> {
    let one = |found: people::Suggested| Suggestion {
        value: found.entry,
        label: found.name,
        detail: Some(found.detail),
    };
    list.into_iter().map(one).collect()
}

/// What opens for a key or an entry of the menu.
pub(super) fn opened(key: &str) -> Option<Open> {
    Some(match key {
        "series" => Open::Series,
        "bulk" => Open::Bulk,
        "replace" => Open::Replace,
        _ => return None,
    })
}
