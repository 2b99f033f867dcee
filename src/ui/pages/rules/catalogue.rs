//! The catalogue: what is in force, quick filters, the grid of products.

use leptos::prelude::*;

use crate::app::view::catalogue::{
    COLUMNS, InUse, ProductList, ProductQuery, ProductRow, band_doubts, current, list, row, value,
};
use crate::app::workflow::catalogue::ProductCell;
use crate::domain::{Band, Decimal, ProductCoefficient, ProductId, ProductPoints};
use crate::i18n::rules::CatalogueMessage;
use crate::i18n::task::TaskMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, CellView, ChipView, Choice, EmptyState, FilterChips, Glyph,
    GridColumn, Note, NoteKind, RowView, Select, Suggestion, Tone,
};
use crate::ui::filter::WordFilter;
use crate::ui::register::cells::Cells;
use crate::ui::register::{FilterPopup, Listed, RegisterBar, RegisterFilters};
use crate::ui::{App, DataSection, Route};

use super::{facts, product};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Open {
    #[default]
    None,
    /// A product, or a new one.
    Product(Option<ProductId>),
    /// The catalogue in force, or a new one.
    Facts,
}

/// The key of the chip that keeps every group.
const ALL_BANDS: &str = "*";

pub(super) fn tab(app: App) -> AnyView {
    let query = RwSignal::new(ProductQuery::default());
    // A product the address names is searched by its code, whatever was filtered before.
    Effect::new(move |_| {
        let asked = app.route.with(Route::product_shown);
        let code =
            asked.and_then(|id| app.peek(|model| Some(model.book.products.get(id)?.code.clone())));
        if let Some(words) = code {
            query.set(ProductQuery {
                words,
                ..ProductQuery::default()
            });
        }
    });
    let found = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let rows = Memo::new(move |_| {
        let ids = found.with(|found| found.rows.clone());
        app.read(|model| ids.into_iter().filter_map(|id| row(model, id)).collect())
    });
    let columns = Signal::derive(move || columns(app.locale.get()));
    let listed = Listed::new(
        app,
        "products",
        &COLUMNS,
        columns,
        rows,
        value,
        |_, key, _| key.to_owned(),
    );
    let entered = listed.cells(|row: &ProductRow| row.id, |_, _| Vec::new(), suggest);
    let open = RwSignal::new(Open::None);
    let dialog = move || match open.get() {
        Open::None => ().into_any(),
        Open::Product(id) => product::dialog(app, open, id),
        Open::Facts => facts::dialog(app, open),
    };
    view! {
        {head(app, open, entered)}
        {doubts(app)}
        {filters(app, query, found, listed)}
        <RegisterFilters register=listed.register />
        {grid(app, listed, entered, open)}
        <FilterPopup register=listed.register />
        {dialog}
    }
    .into_any()
}

fn head(app: App, open: RwSignal<Open>, entered: Cells<ProductCell>) -> AnyView {
    let held = app.view(current);
    let words = move || {
        let locale = app.locale.get();
        let Some((_, facts)) = held.get() else {
            return view! { <Note title=app.t(CatalogueMessage::NoCatalogue) /> }.into_any();
        };
        let decimals = match facts.coefficient_decimals {
            Some(decimals) => CatalogueMessage::Rounded { decimals },
            None => CatalogueMessage::NotRounded,
        };
        let text = app.t(CatalogueMessage::FactsText {
            from: format::day(facts.span.from),
            standard: format::decimal(facts.standard_points, locale),
            decimals: decimals.say(locale),
        });
        let named = facts.decision.unwrap_or(facts.name);
        let named = (!named.is_empty()).then_some(view! { <strong>{named}". "</strong> });
        view! { <p class="muted">{named}{text}</p> }.into_any()
    };
    let label = Signal::derive(move || {
        app.t(if held.with(Option::is_some) {
            CatalogueMessage::Facts
        } else {
            CatalogueMessage::NewFacts
        })
    });
    view! {
        <div class="rules__head">
            <div class="rules__words">{words}</div>
            <ButtonLink icon=Glyph::Upload label=app.t(TaskMessage::Import) href=Route::Data(DataSection::Import).href() />
            <Button icon=Glyph::Edit label=label on_press=move |()| open.set(Open::Facts) />
            {entered.menu(None)}
            <Button
                look=ButtonLook::Primary icon=Glyph::Plus label=app.t(CatalogueMessage::Add)
                on_press=move |()| open.set(Open::Product(None))
            />
        </div>
    }
    .into_any()
}

/// Gaps and overlaps of the groups, said beside the catalogue they are corrected in.
fn doubts(app: App) -> AnyView {
    let found = app.view(band_doubts);
    let shown = move || {
        let found = found.get();
        (!found.is_empty()).then(move || {
            let lines = found
                .into_iter()
                .map(|fault| view! { <li>{app.t(fault)}</li> });
            let lines = lines.collect_view();
            view! {
                <Note kind=NoteKind::Warning title=app.t(CatalogueMessage::BandDoubts)>
                    <ul class="local__faults">{lines}</ul>
                </Note>
            }
        })
    };
    view! { {shown} }.into_any()
}

fn filters(
    app: App,
    query: RwSignal<ProductQuery>,
    found: Memo<ProductList>,
    listed: Listed<ProductRow>,
) -> AnyView {
    let chips = Signal::derive(move || {
        let locale = app.locale.get();
        let on = query.with(|query| query.band.clone());
        found.with(|found| {
            let all = ChipView::new(ALL_BANDS, app.t(CatalogueMessage::AllBands))
                .count(format::count(found.all, locale))
                .pressed(on.is_none());
            let each = found.bands.iter().map(|(band, count)| {
                let label = if band.is_empty() {
                    app.t(CatalogueMessage::NoBand)
                } else {
                    band.clone()
                };
                ChipView::new(band.clone(), label)
                    .count(format::count(*count, locale))
                    .pressed(on.as_ref() == Some(band))
            });
            std::iter::once(all).chain(each).collect::<Vec<_>>()
        })
    });
    let choose = move |key: String| {
        query.update(|query| query.band = Some(key).filter(|key| key != ALL_BANDS));
    };
    let uses: Vec<Choice> = InUse::ALL
        .into_iter()
        .map(|used| Choice::new(used.key(), app.t(CatalogueMessage::from(used))))
        .collect();
    view! {
        <FilterChips label=app.t(CatalogueMessage::Bands) chips=chips on_press=choose>
            <Select
                label=app.t(CatalogueMessage::Used) label_hidden=true options=uses
                value=Signal::derive(move || query.with(|query| query.used.key().to_owned()))
                on_change=move |key: String| query.update(|query| query.used = InUse::from_key(&key))
            />
            <WordFilter
                label=app.t(CatalogueMessage::Search)
                hint=app.t(CatalogueMessage::SearchHint)
                words=Signal::derive(move || query.with(|query| query.words.clone()))
                on_type=move |words| query.update(|query| query.words = words)
            />
            <RegisterBar register=listed.register groups=listed.groups() />
        </FilterChips>
    }
    .into_any()
}

/// The height of rows with a second line, in pixels.
const ROW_HEIGHT: u32 = 52;

fn grid(
    app: App,
    listed: Listed<ProductRow>,
    entered: Cells<ProductCell>,
    open: RwSignal<Open>,
) -> AnyView {
    let activate = move |key: &str| {
        if let Ok(id) = key.parse() {
            open.set(Open::Product(Some(ProductId(id))));
        }
    };
    let empty = move || {
        view! {
            <EmptyState icon=Glyph::Book title=app.t(CatalogueMessage::EmptyTitle) text=app.t(CatalogueMessage::EmptyText) />
        }
    };
    let label = app.t(CatalogueMessage::Grid);
    listed.grid(entered, label, ROW_HEIGHT, cells, activate, empty)
}

/// The groups of the catalogue in force whose name holds what is typed.
fn suggest(app: App, field: ProductCell, typed: &str) -> Vec<Suggestion> {
    if field != ProductCell::Band {
        return Vec::new();
    }
    let held = app.peek(current);
    let bands = held.map(|(_, facts)| facts.bands).unwrap_or_default();
    let found = bands
        .into_iter()
        .filter(|band| crate::text::matches(typed, &band.name));
    let one = |band: Band| Suggestion {
        value: band.name.clone(),
        label: band.name,
        detail: None,
    };
    found.map(one).collect()
}

fn columns(locale: Locale) -> Vec<GridColumn> {
    let text = |key: &str, message: CatalogueMessage, width| {
        GridColumn::text(key, message.say(locale)).width(width)
    };
    let number = |key: &str, message: CatalogueMessage| {
        GridColumn::number(key, message.say(locale)).width(112)
    };
    let all = vec![
        text("code", CatalogueMessage::Code, 92).sticky(),
        text("task", CatalogueMessage::Task, 320).grow().names_row(),
        text("band", CatalogueMessage::Band, 72).suggests(),
        number("points", CatalogueMessage::Points),
        number("coefficient", CatalogueMessage::Coefficient),
        text("output", CatalogueMessage::Output, 240),
        text("department", CatalogueMessage::Department, 200),
        text("note", CatalogueMessage::Note, 160),
    ];
    all.into_iter().map(GridColumn::sortable).collect()
}

/// One number, or a range.
pub(super) fn range(low: Decimal, high: Decimal, locale: Locale) -> String {
    let mut text = format::decimal(low, locale);
    if low != high {
        text.push('–');
        text.push_str(&format::decimal(high, locale));
    }
    text
}

/// The points of a product as they are typed.
pub(super) fn points(points: ProductPoints, locale: Locale) -> String {
    match points {
        ProductPoints::Fixed(value) => range(value, value, locale),
        ProductPoints::Range(low, high) => range(low, high, locale),
        ProductPoints::Unknown => String::new(),
    }
}

/// The coefficient of a product as it is typed.
pub(super) fn coefficient(coefficient: ProductCoefficient, locale: Locale) -> String {
    match coefficient {
        ProductCoefficient::Fixed(value) => range(value, value, locale),
        ProductCoefficient::Range(low, high) => range(low, high, locale),
    }
}

fn cells(shown: &ProductRow, keys: &[&'static str], locale: Locale) -> RowView {
    let product = &shown.product;
    let words = |text: &Option<String>| {
        let text = text.clone().unwrap_or_default();
        CellView::text(text.clone()).title(text)
    };
    let mut task = CellView::text(product.task.clone()).title(product.task.clone());
    task.detail.clone_from(&product.detail);
    if !shown.used {
        task = task.tone(Tone::Muted);
    }
    let mut given = CellView::text(points(product.points, locale));
    given.error = shown.outside.as_ref().map(|band| {
        let message = CatalogueMessage::Outside {
            band: band.name.clone(),
            from: format::decimal(band.from, locale),
            to: format::decimal(band.to, locale),
        };
        message.say(locale)
    });
    let cell = |key: &&'static str| match *key {
        // Enter on the code opens the product; its form changes the code.
        "code" => CellView {
            locked: true,
            ..CellView::text(product.code.clone())
        },
        "task" => task.clone(),
        "band" => words(&product.band),
        "points" => given.clone(),
        "coefficient" => CellView::text(coefficient(product.coefficient, locale)),
        "output" => words(&product.output),
        "department" => words(&product.department),
        _ => words(&product.note),
    };
    RowView::new(shown.id.0.to_string(), keys.iter().map(cell).collect())
}
