//! The register: quick filters, search, criterion and unit above a grid.

use leptos::prelude::*;

use crate::app::view::complaints::{criteria, criterion_name, mark};
use crate::app::view::incidents::{
    IncidentColumn, IncidentFilter, IncidentList, IncidentQuery, IncidentRow, list,
};
use crate::domain::IncidentId;
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::incident::IncidentMessage;
use crate::i18n::reason::wording;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLook, CellView, ChipView, DataGrid, EmptyState, FilterChips, Glyph, GridColumn,
    GridSpot, PageHead, RowView, Select, SortAsk, SortBy, Tone,
};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::pages::complaints::{Register, criterion_choices, registers};
use crate::ui::{App, Route};

use super::dialogs::{self, Open};
use super::state_tone;

pub(super) fn page(app: App) -> AnyView {
    let query = RwSignal::new(IncidentQuery::default());
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let open = RwSignal::new(Open::None);
    let subtitle = Signal::derive(move || {
        let locale = app.locale.get_untracked();
        list.with(|list| {
            let count =
                |filter: IncidentFilter| format::count(list.counts[filter as usize], locale);
            Some(app.t(IncidentMessage::Subtitle {
                all: count(IncidentFilter::All),
                open: count(IncidentFilter::Open),
                undecided: count(IncidentFilter::Undecided),
            }))
        })
    });
    view! {
        <div class="page page--fill incidents">
            <PageHead title=app.t(IncidentMessage::Title) subtitle=subtitle>
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(IncidentMessage::Record)
                    on_press=move |()| open.set(Open::Record)
                />
            </PageHead>
            {registers(app, Register::Incidents)}
            <p class="muted small">{app.t(IncidentMessage::Intro)}</p>
            {filters(app, query, list)}
            {grid(app, query, list)}
            {dialogs::all(app, open)}
        </div>
    }
    .into_any()
}

fn filters(app: App, query: RwSignal<IncidentQuery>, list: Memo<IncidentList>) -> AnyView {
    let chips = Signal::derive(move || {
        let locale = app.locale.get_untracked();
        let on = query.with(|query| query.filter);
        let counts = list.with(|list| list.counts);
        let all = IncidentFilter::ALL.into_iter().zip(counts);
        all.map(|((filter, key), count)| {
            ChipView::new(key, IncidentMessage::from(filter).say(locale))
                .count(format::count(count, locale))
                .pressed(filter == on)
        })
        .collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let known = app.read(|model| criteria(&model.book, false));
        criterion_choices(app, app.t(ComplaintMessage::AllKinds), known)
    });
    view! {
        <FilterChips
            label=app.t(IncidentMessage::Filters)
            chips=chips
            on_press=move |key: String| query.update(|query| query.filter = IncidentFilter::from_key(&key))
        >
            <Select
                label=app.t(IncidentMessage::Criterion)
                label_hidden=true
                options=kinds
                value=Signal::derive(move || query.with(|query| query.criterion.clone()))
                on_change=move |key: String| query.update(|query| query.criterion = key)
            />
            <UnitFilter
                label=app.t(IncidentMessage::Unit)
                all=app.t(ComplaintMessage::AllUnits)
                unit=Signal::derive(move || query.with(|query| query.unit))
                on_choose=move |unit| query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=app.t(IncidentMessage::Search)
                hint=app.t(IncidentMessage::SearchHint)
                words=Signal::derive(move || query.with(|query| query.words.clone()))
                on_type=move |words| query.update(|query| query.words = words)
            />
        </FilterChips>
    }
    .into_any()
}

fn grid(app: App, query: RwSignal<IncidentQuery>, list: Memo<IncidentList>) -> AnyView {
    let locale = app.locale.get_untracked();
    let columns = IncidentColumn::ALL.into_iter();
    let columns: Vec<GridColumn> = columns
        .map(|(column, key)| grid_column(column, key, locale))
        .collect();
    let row = Callback::new(move |index: usize| {
        list.with(|list| {
            let row = list.rows.get(index);
            row.map(|row| cells(row, locale)).unwrap_or_default()
        })
    });
    let sort = Signal::derive(move || {
        let by = query
            .with(|query| query.sort)
            .and_then(|(column, descending)| {
                let mut all = IncidentColumn::ALL.into_iter();
                let (_, key) = all.find(|(other, _)| *other == column)?;
                Some(SortBy {
                    column: key.to_owned(),
                    descending,
                })
            });
        by.into_iter().collect::<Vec<_>>()
    });
    let sorted = move |ask: SortAsk| {
        let by = ask.alone(&sort.get_untracked());
        let column = IncidentColumn::from_key(&by.column);
        query.update(|query| query.sort = column.map(|column| (column, by.descending)));
    };
    let activate = move |spot: GridSpot| {
        if let Ok(id) = spot.row_key.parse() {
            app.go(&Route::incidents(Some(IncidentId(id))));
        }
    };
    let empty = move || {
        let (title, text) = if list.with(|list| list.nothing) {
            (IncidentMessage::EmptyTitle, IncidentMessage::EmptyText)
        } else {
            (
                IncidentMessage::NoneFoundTitle,
                IncidentMessage::NoneFoundText,
            )
        };
        view! { <EmptyState icon=Glyph::Eye title=app.t(title) text=app.t(text) /> }
    };
    view! {
        <section class="panel tasks__register">
            <DataGrid
                label=app.t(IncidentMessage::Grid)
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

fn grid_column(column: IncidentColumn, key: &str, locale: Locale) -> GridColumn {
    let head = IncidentMessage::from(column).say(locale);
    let made = match column {
        IncidentColumn::On => GridColumn::date(key, head).sticky(),
        IncidentColumn::Summary => GridColumn::text(key, head).width(200).grow(),
        IncidentColumn::About => GridColumn::text(key, head).width(156),
        IncidentColumn::Criterion => GridColumn::text(key, ComplaintMessage::Directive.say(locale))
            .width(72)
            .title(head),
        IncidentColumn::RecordedBy => GridColumn::text(key, head).width(140),
        IncidentColumn::Explained => GridColumn::text(key, head).width(92),
        IncidentColumn::State => GridColumn::text(key, head).width(180),
    };
    made.sortable()
}

fn cells(row: &IncidentRow, locale: Locale) -> RowView {
    let word = |message: IncidentMessage| message.say(locale);
    let explained = if row.explained {
        CellView::text(word(IncidentMessage::ExplainedYes))
    } else {
        CellView::text(word(IncidentMessage::ExplainedNo)).tone(Tone::Muted)
    };
    let name = criterion_name(&row.criterion);
    let name = name.map_or_else(
        || row.criterion.clone(),
        |name| wording(&name, locale).to_owned(),
    );
    let criterion = match mark(&row.criterion) {
        "" => name.clone(),
        mark => mark.to_owned(),
    };
    RowView::new(
        row.id.0.to_string(),
        vec![
            CellView::text(format::day(row.on)).href(Route::incidents(Some(row.id)).href()),
            CellView::text(row.summary.clone()).title(row.summary.clone()),
            CellView::text(row.about.clone()),
            CellView::text(criterion).title(name),
            CellView::text(row.recorded_by.clone()),
            explained,
            CellView::tag(state_tone(row.state), word(row.state.into())),
        ],
    )
}
