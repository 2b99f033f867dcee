//! The register: quick filters, search, kind and unit above a grid.

use leptos::prelude::*;

use crate::app::view::complaints::{
    COLUMNS, ClockKind, ClockState, ComplaintFilter, ComplaintList, ComplaintQuery, ComplaintRow,
    STATES, criteria, criterion_at, criterion_name, list, mark, procedure_at, procedures, value,
};
use crate::app::view::query::QuickFilter as _;
use crate::app::workflow::complaint::ComplaintCell;
use crate::domain::ComplaintId;
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::reason::wording;
use crate::i18n::task::TaskMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, CellView, Choice, EmptyState, Glyph, GridColumn, PageHead,
    RowView, Tone,
};
use crate::ui::register::cells::Cells;
use crate::ui::register::{FilterPopup, Listed, ROW_HEIGHT, RegisterFilters};
use crate::ui::{App, DataSection, Route};

use super::dialogs::{self, Open};
use super::filters::{FilterWords, filters, with_quick};
use super::{
    Register, choices, clock_tone, criterion_choices, criterion_words, registers, state_tone,
};

pub(super) fn page(app: App, word: &str) -> AnyView {
    let query = RwSignal::new(ComplaintQuery {
        filter: ComplaintFilter::from_word(word),
        ..ComplaintQuery::default()
    });
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let rows = Memo::new(move |_| list.with(|list| list.rows.clone()));
    let columns = Signal::derive(move || columns(app.locale.get()));
    let listed = Listed::new(app, "complaints", &COLUMNS, columns, rows, value, word_of);
    let listed = with_quick(listed, query);
    let entered = listed.cells(
        |row: &ComplaintRow| row.id,
        choices_of,
        |_, _, _| Vec::new(),
    );
    let open = RwSignal::new(Open::None);
    let subtitle = Signal::derive(move || {
        let locale = app.locale.get_untracked();
        list.with(|list| {
            let count =
                |filter: ComplaintFilter| format::count(list.counts[filter as usize], locale);
            Some(app.t(ComplaintMessage::Subtitle {
                all: count(ComplaintFilter::All),
                overdue: count(ComplaintFilter::Overdue),
                undecided: count(ComplaintFilter::Undecided),
            }))
        })
    });
    let words = FilterWords {
        search: app.t(ComplaintMessage::Search),
        hint: app.t(ComplaintMessage::SearchHint),
        word: |filter, locale| ComplaintMessage::from(filter).say(locale),
        counts: Signal::derive(move || list.with(|list| list.counts.to_vec())),
        of_complaints: true,
    };
    view! {
        <div class="page page--fill complaints">
            <PageHead title=app.t(ComplaintMessage::Title) subtitle=subtitle>
                <ButtonLink
                    icon=Glyph::Upload
                    label=app.t(TaskMessage::Import)
                    href=Route::Data(DataSection::Import).href()
                />
                {entered.menu(None)}
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(ComplaintMessage::Record)
                    on_press=move |()| open.set(Open::Record)
                />
            </PageHead>
            {registers(app, Register::Complaints)}
            {filters(app, query, words, listed)}
            <RegisterFilters register=listed.register />
            {grid(app, list, listed, entered)}
            <FilterPopup register=listed.register />
            {dialogs::all(app, open)}
        </div>
    }
    .into_any()
}

/// What a value kept by its place is called.
fn word_of(column: &str, key: &str, locale: Locale) -> String {
    let place = key.parse::<usize>().ok();
    let found = place.and_then(|place| match column {
        "criterion" => criterion_at(place).map(|(key, name)| criterion_words(&key, &name, locale)),
        "procedure" => procedure_at(place).map(|name| wording(&name, locale).to_owned()),
        "clock" => ClockKind::ALL
            .get(place)
            .map(|kind| ComplaintMessage::from(*kind).say(locale)),
        "state" => STATES
            .get(place)
            .map(|state| ComplaintMessage::from(*state).say(locale)),
        _ => None,
    });
    found.unwrap_or_else(|| key.to_owned())
}

/// What a field is answered with, where that is one of a few.
fn choices_of(app: App, field: ComplaintCell) -> Vec<Choice> {
    let unknown = app.t(ComplaintMessage::Unknown);
    match field {
        ComplaintCell::Criterion => {
            let known = app.peek(|model| criteria(&model.book, false));
            criterion_choices(app, unknown, known)
        }
        ComplaintCell::Procedure => choices(app, unknown, procedures()),
        _ => Vec::new(),
    }
}

fn grid(
    app: App,
    list: Memo<ComplaintList>,
    listed: Listed<ComplaintRow>,
    entered: Cells<ComplaintCell>,
) -> AnyView {
    let open = move |key: &str| app.go(&Route::Complaints(Some(key.to_owned())));
    let empty = move || {
        let (title, text) = if list.with(|list| list.nothing) {
            (ComplaintMessage::EmptyTitle, ComplaintMessage::EmptyText)
        } else {
            (
                ComplaintMessage::NoneFoundTitle,
                ComplaintMessage::NoneFoundText,
            )
        };
        view! { <EmptyState icon=Glyph::Speech title=app.t(title) text=app.t(text) /> }
    };
    let label = app.t(ComplaintMessage::Grid);
    listed.grid(entered, label, ROW_HEIGHT, cells, open, empty)
}

fn columns(locale: Locale) -> Vec<GridColumn> {
    let say = |message: ComplaintMessage| message.say(locale);
    let text = |key: &str, head: ComplaintMessage| GridColumn::text(key, say(head));
    let all = vec![
        text("number", ComplaintMessage::NumberHead)
            .width(84)
            .sticky()
            .names_row(),
        GridColumn::date("received", say(ComplaintMessage::Received)),
        text("summary", ComplaintMessage::Summary).width(168).grow(),
        text("about", ComplaintMessage::About).width(144),
        text("unit", ComplaintMessage::Unit).width(168),
        text("criterion", ComplaintMessage::Directive)
            .width(72)
            .title(say(ComplaintMessage::Criterion)),
        text("procedure", ComplaintMessage::Procedure).width(92),
        text("clock", ComplaintMessage::Clock).width(156),
        text("state", ComplaintMessage::State).width(196),
    ];
    all.into_iter().map(GridColumn::sortable).collect()
}

fn cells(row: &ComplaintRow, keys: &[&'static str], locale: Locale) -> RowView {
    let cells = keys.iter().map(|key| cell(row, key, locale));
    RowView::new(row.id.0.to_string(), cells.collect())
}

fn cell(row: &ComplaintRow, key: &str, locale: Locale) -> CellView {
    let word = |message: ComplaintMessage| message.say(locale);
    match key {
        "number" => CellView::text(row.number.clone()).href(href(row.id)),
        "received" => CellView::text(format::day(row.received)),
        "summary" => CellView::text(row.summary.clone()).title(row.summary.clone()),
        "about" if row.about.is_empty() => {
            CellView::text(word(ComplaintMessage::Unknown)).tone(Tone::Muted)
        }
        "about" => CellView::text(row.about.clone()),
        "unit" => CellView::text(row.unit.clone()),
        "criterion" => criterion(row.criterion.as_deref(), locale),
        "procedure" => {
            let name = row.procedure.as_ref().map(|it| wording(it, locale));
            CellView::text(name.unwrap_or("—"))
        }
        "clock" => {
            let made = match row.clock {
                ClockState::None => CellView::text("—").tone(Tone::Muted),
                state => CellView::tag(clock_tone(state), word(state.into())),
            };
            match row.last_day {
                Some(day) => made.title(format::day(day)),
                None => made,
            }
        }
        _ => CellView::tag(state_tone(row.state), word(row.state.into())),
    }
}

fn criterion(key: Option<&str>, locale: Locale) -> CellView {
    match key {
        None => CellView::text("—"),
        Some(key) if mark(key).is_empty() => {
            let name = criterion_name(key).map(|name| wording(&name, locale).to_owned());
            let name = name.unwrap_or_default();
            CellView::text(name.clone()).title(name)
        }
        Some(key) => CellView::text(key.to_owned()),
    }
}

fn href(id: ComplaintId) -> String {
    Route::Complaints(Some(id.0.to_string())).href()
}
