//! The register: quick filters, search, kind and unit above a grid.

use leptos::prelude::*;

use crate::app::view::complaints::{
    ClockState, ComplaintColumn, ComplaintFilter, ComplaintList, ComplaintQuery, ComplaintRow,
    criteria, criterion_name, list, mark,
};
use crate::domain::ComplaintId;
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::reason::wording;
use crate::i18n::task::TaskMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, CellView, ChipView, DataGrid, EmptyState, FilterChips, Glyph,
    GridColumn, GridSpot, PageHead, RowView, Select, SortAsk, SortBy, Tone,
};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::{App, DataSection, Route};

use super::dialogs::{self, Open};
use super::{Register, clock_tone, criterion_choices, registers, state_tone};

pub(super) fn page(app: App, word: &str) -> AnyView {
    let query = RwSignal::new(ComplaintQuery {
        filter: ComplaintFilter::from_word(word),
        ..ComplaintQuery::default()
    });
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
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
    view! {
        <div class="page page--fill complaints">
            <PageHead title=app.t(ComplaintMessage::Title) subtitle=subtitle>
                <ButtonLink
                    icon=Glyph::Upload
                    label=app.t(TaskMessage::Import)
                    href=Route::Data(DataSection::Import).href()
                />
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(ComplaintMessage::Record)
                    on_press=move |()| open.set(Open::Record)
                />
            </PageHead>
            {registers(app, Register::Complaints)}
            {filters(app, query, list)}
            {grid(app, query, list)}
            {dialogs::all(app, open)}
        </div>
    }
    .into_any()
}

fn filters(app: App, query: RwSignal<ComplaintQuery>, list: Memo<ComplaintList>) -> AnyView {
    let chips = Signal::derive(move || {
        let locale = app.locale.get_untracked();
        let on = query.with(|query| query.filter);
        let counts = list.with(|list| list.counts);
        let all = ComplaintFilter::ALL.into_iter().zip(counts);
        all.map(|(filter, count)| {
            ChipView::new(filter.word(), ComplaintMessage::from(filter).say(locale))
                .count(format::count(count, locale))
                .pressed(filter == on)
        })
        .collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let known = app.read(|model| criteria(&model.book, true));
        criterion_choices(app, app.t(ComplaintMessage::AllKinds), known)
    });
    view! {
        <FilterChips
            label=app.t(ComplaintMessage::Filters)
            chips=chips
            on_press=move |word: String| query.update(|query| query.filter = ComplaintFilter::from_word(&word))
        >
            <Select
                label=app.t(ComplaintMessage::Criterion)
                label_hidden=true
                options=kinds
                value=Signal::derive(move || query.with(|query| query.criterion.clone()))
                on_change=move |key: String| query.update(|query| query.criterion = key)
            />
            <UnitFilter
                label=app.t(ComplaintMessage::Unit)
                all=app.t(ComplaintMessage::AllUnits)
                unit=Signal::derive(move || query.with(|query| query.unit))
                on_choose=move |unit| query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=app.t(ComplaintMessage::Search)
                hint=app.t(ComplaintMessage::SearchHint)
                words=Signal::derive(move || query.with(|query| query.words.clone()))
                on_type=move |words| query.update(|query| query.words = words)
            />
        </FilterChips>
    }
    .into_any()
}

fn grid(app: App, query: RwSignal<ComplaintQuery>, list: Memo<ComplaintList>) -> AnyView {
    let locale = app.locale.get_untracked();
    let columns: Vec<GridColumn> = ComplaintColumn::ALL
        .into_iter()
        .map(|(column, key)| grid_column(column, key, locale))
        .collect();
    let row = Callback::new(move |index: usize| {
        list.with(|list| {
            let row = list.rows.get(index);
            row.map(|row| cells(row, locale)).unwrap_or_default()
        })
    });
    let sort = Signal::derive(move || {
        let by = query.with(|query| query.sort);
        let all = ComplaintColumn::ALL.into_iter();
        let by = all.filter_map(|(column, key)| {
            let (_, descending) = by.filter(|(other, _)| *other == column)?;
            Some(SortBy {
                column: key.to_owned(),
                descending,
            })
        });
        by.collect::<Vec<_>>()
    });
    let sorted = move |ask: SortAsk| {
        let by = ask.alone(&sort.get_untracked());
        let column = ComplaintColumn::from_key(&by.column);
        query.update(|query| query.sort = column.map(|column| (column, by.descending)));
    };
    let activate = move |spot: GridSpot| app.go(&Route::Complaints(Some(spot.row_key)));
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
    view! {
        <section class="panel tasks__register">
            <DataGrid
                label=app.t(ComplaintMessage::Grid)
                columns=columns
                row_count=Signal::derive(move || list.with(|list| list.rows.len()))
                row=row
                sort=sort
                on_sort=sorted
                on_activate=activate
                empty=empty
            />
        </section>
    }
    .into_any()
}

fn grid_column(column: ComplaintColumn, key: &str, locale: Locale) -> GridColumn {
    let head = ComplaintMessage::from(column).say(locale);
    let made = match column {
        ComplaintColumn::Received => GridColumn::date(key, head),
        ComplaintColumn::Number => GridColumn::text(key, head).width(84).sticky(),
        ComplaintColumn::Summary => GridColumn::text(key, head).width(168).grow(),
        ComplaintColumn::About => GridColumn::text(key, head).width(144),
        ComplaintColumn::Criterion => {
            GridColumn::text(key, ComplaintMessage::Directive.say(locale))
                .width(72)
                .title(head)
        }
        ComplaintColumn::Procedure => GridColumn::text(key, head).width(92),
        ComplaintColumn::Clock => GridColumn::text(key, head).width(156),
        ComplaintColumn::State => GridColumn::text(key, head).width(196),
    };
    made.sortable()
}

fn cells(row: &ComplaintRow, locale: Locale) -> RowView {
    let word = |message: ComplaintMessage| message.say(locale);
    let about = if row.about.is_empty() {
        CellView::text(word(ComplaintMessage::Unknown)).tone(Tone::Muted)
    } else {
        CellView::text(row.about.clone())
    };
    let or_dash = |text: Option<String>| CellView::text(text.unwrap_or_else(|| "—".to_owned()));
    let criterion = match row.criterion.as_deref() {
        None => CellView::text("—"),
        Some(key) if mark(key).is_empty() => {
            let name = criterion_name(key).map(|name| wording(&name, locale).to_owned());
            let name = name.unwrap_or_default();
            CellView::text(name.clone()).title(name)
        }
        Some(key) => CellView::text(key.to_owned()),
    };
    let clock = match row.clock {
        ClockState::None => CellView::text("—").tone(Tone::Muted),
        state => CellView::tag(clock_tone(state), word(state.into())),
    };
    let procedure = row
        .procedure
        .as_ref()
        .map(|it| wording(it, locale).to_owned());
    RowView::new(
        row.id.0.to_string(),
        vec![
            CellView::text(row.number.clone()).href(href(row.id)),
            CellView::text(format::day(row.received)),
            CellView::text(row.summary.clone()).title(row.summary.clone()),
            about,
            criterion,
            or_dash(procedure),
            match row.last_day {
                Some(day) => clock.title(format::day(day)),
                None => clock,
            },
            CellView::tag(state_tone(row.state), word(row.state.into())),
        ],
    )
}

fn href(id: ComplaintId) -> String {
    Route::Complaints(Some(id.0.to_string())).href()
}
