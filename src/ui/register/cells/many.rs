//! Questions before many cells change: a series, one value for the selected rows, a replacement.

use leptos::prelude::*;

use crate::app::Action;
use crate::app::view::people;
use crate::app::workflow::entry;
use crate::app::workflow::paste::{
    self, Block, CellField, Holds, Laid, Place, Replacement, SeriesStep, field_of,
};
use crate::domain::CalendarEdit;
use crate::i18n::cells::CellsMessage;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, CellRange, Checkbox, Choice, Combobox, Dialog, NumberInput, Select,
    Suggestion, TextInput,
};

use super::{Cells, ground};

/// A dialog with a title, fields, and what it does when its button is pressed.
pub fn asked(
    app: App,
    title: String,
    label: CellsMessage,
    close: Callback<()>,
    press: Callback<()>,
    fields: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let label = app.t(label);
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=title
            close_label=app.t(ShellMessage::Close)
            on_close=close
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=close />
                <Button look=ButtonLook::Primary label=label.clone() on_press=press />
            }
        >
            <div class="form">{fields()}</div>
        </Dialog>
    }
    .into_any()
}

fn question<F: CellField>(
    cells: Cells<F>,
    title: String,
    label: CellsMessage,
    press: Callback<()>,
    fields: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let close = Callback::new(move |()| cells.close());
    asked(cells.app, title, label, close, press, fields)
}

/// Closes the question and goes on with what was laid.
fn go_on<F: CellField>(cells: Cells<F>, laid: Laid<F>) {
    cells.close();
    cells.offer(laid);
}

pub(super) fn series<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let by = RwSignal::new("days".to_owned());
    let step = RwSignal::new("1".to_owned());
    let error = RwSignal::new(None::<String>);
    let range = cells
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
        if let Some(laid) = series_of(cells, range, step) {
            go_on(cells, laid);
        }
    };
    let options = vec![
        Choice::new("days", app.t(CellsMessage::SeriesDays)),
        Choice::new("working", app.t(CellsMessage::SeriesWorkingDays)),
        Choice::new("months", app.t(CellsMessage::SeriesMonths)),
    ];
    let title = app.t(CellsMessage::SeriesTitle);
    question(
        cells,
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

fn series_of<F: CellField>(cells: Cells<F>, range: CellRange, step: SeriesStep) -> Option<Laid<F>> {
    let mut place = cells.place_of(range, 0);
    let first = (!place.rows.is_empty()).then(|| place.rows.remove(0))?;
    place.height -= 1;
    Some(cells.app.peek(|model| {
        let own = model.book.calendar.iter();
        let edits: Vec<CalendarEdit> = own.map(|(_, it)| it.clone()).collect();
        let calendar = crate::app::law().calendar.with_edits(&edits);
        paste::series(ground(model), first, &place, step, &calendar)
    }))
}

pub(super) fn bulk<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let fields: Vec<F> = cells.shown_fields().into_iter().flatten().collect();
    let mut days = fields.iter().filter(|field| field.holds() == Holds::Day);
    let first = days.next().or_else(|| fields.first());
    let field = RwSignal::new(first.map_or_else(String::new, |field| field.column().to_owned()));
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let rows = StoredValue::new(cells.chosen_rows());
    let press = move |()| {
        let rows = rows.get_value();
        let Some(field) = field_of::<F>(&field.get_untracked()) else {
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
        let laid = cells.laid_on(block, &place, Action::Edit(F::KIND));
        // Where no row takes the value, it is the value that is wrong.
        let wrong = laid
            .problems()
            .first()
            .and_then(|problem| problem.error.clone())
            .filter(|_| laid.taken().cells == 0);
        match wrong {
            Some(why) => error.set(Some(app.t(why))),
            None => go_on(cells, laid),
        }
    };
    let choices: Vec<Choice> = fields
        .into_iter()
        .map(|field| Choice::new(field.column(), cells.name(field)))
        .collect();
    let suggestions = Signal::derive(move || {
        let field = field_of::<F>(&field.get());
        field
            .map(|field| cells.suggestions(field, &value.get()))
            .unwrap_or_default()
    });
    let title = app.t(CellsMessage::BulkTitle {
        count: format::count(rows.with_value(Vec::len), app.locale.get_untracked()),
    });
    question(
        cells,
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

pub(super) fn replace<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let find = RwSignal::new(String::new());
    let with = RwSignal::new(String::new());
    let whole = RwSignal::new(false);
    let range = cells.range.get_untracked();
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
        let (rows, fields) = scope(cells, &whereto.get_untracked());
        let laid = app.peek(|model| paste::replace(ground(model), &rows, &fields, &replacement));
        cells.show(laid);
    };
    let column = range.and_then(|range| *cells.shown_fields().get(range.first_col)?);
    let mut options = Vec::new();
    if several {
        options.push(Choice::new("range", app.t(CellsMessage::ReplaceRange)));
    }
    if let Some(column) = column {
        let name = cells.name(column);
        let label = app.t(CellsMessage::ReplaceColumn { name });
        options.push(Choice::new("column", label));
    }
    options.push(Choice::new("all", app.t(CellsMessage::ReplaceAll)));
    if !several && column.is_none() {
        whereto.set("all".to_owned());
    }
    let title = app.t(CellsMessage::ReplaceTitle);
    question(
        cells,
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
fn scope<F: CellField>(cells: Cells<F>, whereto: &str) -> (Vec<F::Id>, Vec<Option<F>>) {
    let fields = cells.shown_fields();
    match (whereto, cells.range.get_untracked()) {
        ("range", Some(range)) => {
            let place = cells.place_of(range, 0);
            let fields = place.columns.into_iter().take(place.width);
            (place.rows, fields.collect())
        }
        ("column", Some(range)) => {
            let field = fields.get(range.first_col).copied().flatten();
            (cells.all_rows(), vec![field])
        }
        _ => (cells.all_rows(), fields),
    }
}

/// People found for what was typed, as suggestions.
pub fn found(list: Vec<people::Suggested>) -> Vec<Suggestion> {
    let one = |found: people::Suggested| Suggestion {
        value: found.entry,
        label: found.name,
        detail: Some(found.detail),
    };
    list.into_iter().map(one).collect()
}
