//! All officials, by office order.

mod add;
mod units;

pub(super) use add::ROLES;

use leptos::prelude::*;

use crate::app::view::officials::{self as view, ANSWERS, COLUMNS, OfficialRow, list, value};
use crate::app::workflow::official::OfficialCell;
use crate::domain::{Class, Classification, OfficialId, Role};
use crate::i18n::official::OfficialEditMessage;
use crate::i18n::people::OfficialsMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, CellView, Choice, ClassMark, EmptyState, Glyph, GridColumn,
    InputKind, PageHead, RowView, Suggestion, TextInput,
};
use crate::ui::register::cells::Cells;
use crate::ui::register::{FilterPopup, Listed, ROW_HEIGHT, RegisterBar, RegisterFilters};
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
    let columns = Signal::derive(move || columns(app.locale.get()));
    let listed = Listed::new(app, "officials", &COLUMNS, columns, rows, value, word);
    let entered = listed.cells(|row: &OfficialRow| row.id, choices, suggest);
    let subtitle = Signal::derive(move || {
        Some(app.t(OfficialsMessage::Subtitle {
            count: format::count(listed.kept(), app.locale.get()),
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
                {entered.menu(None)}
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(OfficialsMessage::Add)
                    on_press=move |()| adding.set(true)
                />
            </PageHead>
            <div class="chips">
                <TextInput
                    label=app.t(OfficialsMessage::Search)
                    label_hidden=true
                    kind=InputKind::Search
                    placeholder=app.t(OfficialsMessage::SearchHint)
                    bind=words
                />
                <RegisterBar register=listed.register groups=listed.groups() />
            </div>
            <RegisterFilters register=listed.register />
            {grid(app, listed, entered)}
            <FilterPopup register=listed.register />
            {add::dialog(app, adding)}
            {units::dialogs(app, units)}
        </div>
    }
}

/// What a role, or the answer of a year, is called.
fn word(column: &str, key: &str, locale: Locale) -> String {
    let place = key.parse::<usize>().ok();
    let found = place.and_then(|place| match column {
        "role" => view::ROLES.get(place).map(|role| (*role).into()),
        _ => ANSWERS.get(place).map(|answer| (*answer).into()),
    });
    found.map_or_else(
        || key.to_owned(),
        |message: OfficialsMessage| message.say(locale),
    )
}

/// What a field is answered with, where that is one of a few.
fn choices(app: App, field: OfficialCell) -> Vec<Choice> {
    let one = |(key, role): (&str, Role)| Choice::new(key, app.t(OfficialsMessage::from(role)));
    match field {
        OfficialCell::Role => ROLES.map(one).into(),
        _ => Vec::new(),
    }
}

/// The groups of similar duties whose name holds what is typed.
fn suggest(app: App, field: OfficialCell, typed: &str) -> Vec<Suggestion> {
    if field != OfficialCell::Group {
        return Vec::new();
    }
    app.peek(|model| {
        let all = model.book.groups.iter().map(|(_, group)| &group.name);
        let found = all.filter(|name| crate::text::matches(typed, name));
        let one = |name: &String| Suggestion {
            value: name.clone(),
            label: name.clone(),
            detail: None,
        };
        found.map(one).collect()
    })
}

fn grid(app: App, listed: Listed<OfficialRow>, entered: Cells<OfficialCell>) -> AnyView {
    let open = move |key: &str| {
        if let Ok(id) = key.parse() {
            app.go(&Route::Official(OfficialId(id)));
        }
    };
    let empty = move || {
        view! {
            <EmptyState icon=Glyph::People title=app.t(OfficialsMessage::EmptyTitle) text=app.t(OfficialsMessage::EmptyText) />
        }
    };
    let label = app.t(OfficialsMessage::Grid);
    listed.grid(entered, label, ROW_HEIGHT, cells, open, empty)
}

fn columns(locale: Locale) -> Vec<GridColumn> {
    let say = |message: OfficialsMessage| message.say(locale);
    let all = vec![
        GridColumn::text("name", say(OfficialsMessage::Name))
            .width(200)
            .sticky()
            .names_row(),
        GridColumn::text("code", say(OfficialsMessage::Code)).width(92),
        GridColumn::text("title", say(OfficialsMessage::Position))
            .width(200)
            .grow(),
        GridColumn::text("unit", say(OfficialsMessage::Unit)).width(220),
        GridColumn::text("role", say(OfficialsMessage::Role)).width(140),
        GridColumn::text("group", say(OfficialsMessage::Group))
            .width(180)
            .suggests(),
        GridColumn::date("from", say(OfficialsMessage::From)),
        GridColumn::date("born", OfficialEditMessage::Born.say(locale)),
        GridColumn::number("total", say(OfficialsMessage::Period)).width(92),
        GridColumn::number("mean", say(OfficialsMessage::Mean)).width(124),
        GridColumn::text("class", say(OfficialsMessage::Class)).width(168),
        GridColumn::text("note", OfficialEditMessage::Note.say(locale)).width(160),
    ];
    all.into_iter().map(GridColumn::sortable).collect()
}

fn cells(row: &OfficialRow, keys: &[&'static str], locale: Locale) -> RowView {
    let points = |value: &Option<crate::domain::Exact>| {
        CellView::text(value.as_ref().map_or_else(
            || "—".to_owned(),
            |value| format::points(value, DECIMALS, locale),
        ))
    };
    let cell = |key: &&'static str| match *key {
        "name" => CellView::text(row.name.clone()).href(Route::Official(row.id).href()),
        "code" => CellView::text(row.code.clone().unwrap_or_default()),
        "title" => CellView::text(row.title.clone()),
        "unit" => CellView::text(row.unit.clone()),
        "role" => {
            let role = row
                .role
                .map(|role| OfficialsMessage::from(role).say(locale));
            CellView::text(role.unwrap_or_default())
        }
        "group" => CellView::text(row.group.clone()),
        "from" => CellView::text(row.from.map(format::day).unwrap_or_default()),
        "born" => CellView::text(row.born.map(format::day).unwrap_or_default()),
        "note" => CellView::text(row.note.clone()),
        "total" => points(&row.total),
        "mean" => points(&row.mean),
        _ => CellView::class(mark(row.year), OfficialsMessage::from(row.year).say(locale)),
    };
    RowView::new(row.id.0.to_string(), keys.iter().map(cell).collect())
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
