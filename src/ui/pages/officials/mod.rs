//! All officials, by office order.

mod add;
mod units;

pub(super) use add::ROLES;

use leptos::prelude::*;

use crate::app::view::officials::{OfficialRow, list};
use crate::domain::{Class, Classification, OfficialId};
use crate::i18n::official::OfficialEditMessage;
use crate::i18n::people::OfficialsMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, CellView, ClassMark, DataGrid, EmptyState, Glyph, GridColumn,
    GridSpot, InputKind, PageHead, RowView, TextInput,
};
use crate::ui::{App, DataSection, Route, use_app};

/// Printed decimals of points in lists.
const DECIMALS: u32 = 2;

/// All officials, by office order.
#[component]
pub fn OfficialsPage() -> impl IntoView {
    let app = use_app();
    let words = RwSignal::new(String::new());
    let adding = RwSignal::new(false);
    let units = RwSignal::new(units::Open::None);
    let rows = Memo::new(move |_| app.read(|model| list(model, &words.get(), None)));
    let subtitle = Signal::derive(move || {
        Some(app.t(OfficialsMessage::Subtitle {
            count: format::count(rows.with(Vec::len), app.locale.get()),
        }))
    });
    view! {
        <div class="page page--fill officials">
            <PageHead title=app.t(OfficialsMessage::Title) subtitle=subtitle>
                <Button
                    icon=Glyph::Columns
                    label=app.t(OfficialEditMessage::Units)
                    on_press=move |()| units.set(units::Open::List)
                />
                <ButtonLink
                    icon=Glyph::Upload
                    label=app.t(crate::i18n::task::TaskMessage::Import)
                    href=Route::Data(DataSection::Import).href()
                />
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(OfficialsMessage::Add)
                    on_press=move |()| adding.set(true)
                />
            </PageHead>
            <TextInput
                label=app.t(OfficialsMessage::Search)
                label_hidden=true
                kind=InputKind::Search
                placeholder=app.t(OfficialsMessage::SearchHint)
                bind=words
            />
            {grid(app, rows)}
            {add::dialog(app, adding)}
            {units::dialogs(app, units)}
        </div>
    }
}

fn grid(app: App, rows: Memo<Vec<OfficialRow>>) -> AnyView {
    let columns = Signal::derive(move || columns(app.locale.get()));
    let row = Callback::new(move |index: usize| {
        let locale = app.locale.get_untracked();
        rows.with(|rows| {
            rows.get(index)
                .map(|row| cells(row, locale))
                .unwrap_or_default()
        })
    });
    let open = move |spot: GridSpot| {
        if let Ok(id) = spot.row_key.parse() {
            app.go(&Route::Official(OfficialId(id)));
        }
    };
    view! {
        <section class="panel tasks__register">
            <DataGrid
                label=app.t(OfficialsMessage::Grid)
                columns=columns
                row_count=Signal::derive(move || rows.with(Vec::len))
                row=row
                on_activate=open
                empty=move || view! {
                    <EmptyState icon=Glyph::People title=app.t(OfficialsMessage::EmptyTitle) text=app.t(OfficialsMessage::EmptyText) />
                }
            />
        </section>
    }
    .into_any()
}

fn columns(locale: Locale) -> Vec<GridColumn> {
    let say = |message: OfficialsMessage| message.say(locale);
    vec![
        GridColumn::text("name", say(OfficialsMessage::Name))
            .width(200)
            .sticky(),
        GridColumn::text("code", say(OfficialsMessage::Code)).width(92),
        GridColumn::text("title", say(OfficialsMessage::Position))
            .width(200)
            .grow(),
        GridColumn::text("unit", say(OfficialsMessage::Unit)).width(220),
        GridColumn::text("group", say(OfficialsMessage::Group)).width(180),
        GridColumn::number("total", say(OfficialsMessage::Period)).width(92),
        GridColumn::number("mean", say(OfficialsMessage::Mean)).width(124),
        GridColumn::text("class", say(OfficialsMessage::Class)).width(168),
    ]
}

fn cells(row: &OfficialRow, locale: Locale) -> RowView {
    let points = |value: &Option<crate::domain::Exact>| {
        CellView::text(value.as_ref().map_or_else(
            || "—".to_owned(),
            |value| format::points(value, DECIMALS, locale),
        ))
    };
    RowView::new(
        row.id.0.to_string(),
        vec![
            CellView::text(row.name.clone()).href(Route::Official(row.id).href()),
            CellView::text(row.code.clone().unwrap_or_default()),
            CellView::text(row.title.clone()),
            CellView::text(row.unit.clone()),
            CellView::text(row.group.clone()),
            points(&row.total),
            points(&row.mean),
            CellView::class(mark(row.year), OfficialsMessage::from(row.year).say(locale)),
        ],
    )
}

/// The mark of what a year is answered with.
#[must_use]
pub const fn mark(classification: Classification) -> ClassMark {
    match classification {
        Classification::Class(class) => class_mark(class),
        Classification::Unclassified | Classification::None => ClassMark::None,
    }
}

/// The mark of a class.
#[must_use]
pub const fn class_mark(class: Class) -> ClassMark {
    match class {
        Class::Excellent => ClassMark::Excellent,
        Class::Good => ClassMark::Good,
        Class::Completed => ClassMark::Fair,
        Class::NotCompleted => ClassMark::Poor,
    }
}
