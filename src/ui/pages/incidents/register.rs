//! The register: quick filters, search, criterion and unit above a grid.

use leptos::prelude::*;

use crate::app::view::complaints::{criteria, criterion_at, criterion_name, mark};
use crate::app::view::incidents::{
    COLUMNS, EXPLAINED, IncidentFilter, IncidentList, IncidentQuery, IncidentRow, STATES, list,
    value,
};
use crate::app::workflow::incident::IncidentCell;
use crate::domain::IncidentId;
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::incident::IncidentMessage;
use crate::i18n::reason::wording;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLook, CellView, Choice, EmptyState, Glyph, GridColumn, PageHead, RowView, Tone,
};
use crate::ui::pages::complaints::filters::{FilterWords, filters, with_quick};
use crate::ui::pages::complaints::{Register, criterion_choices, criterion_words, registers};
use crate::ui::register::cells::Cells;
use crate::ui::register::{FilterPopup, Listed, ROW_HEIGHT, RegisterFilters};
use crate::ui::{App, Route};

use super::dialogs::{self, Open};
use super::state_tone;

pub(super) fn page(app: App) -> AnyView {
    let query = RwSignal::new(IncidentQuery::default());
    let list = Memo::new(move |_| app.read(|model| list(model, &query.get())));
    let open = RwSignal::new(Open::None);
    let rows = Memo::new(move |_| list.with(|list| list.rows.clone()));
    let columns = Signal::derive(move || columns(app.locale.get()));
    let listed = Listed::new(app, "incidents", &COLUMNS, columns, rows, value, word_of);
    let listed = with_quick(listed, query);
    let entered = listed.cells(|row: &IncidentRow| row.id, choices_of, |_, _, _| Vec::new());
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
    let words = FilterWords {
        search: app.t(IncidentMessage::Search),
        hint: app.t(IncidentMessage::SearchHint),
        word: |filter, locale| IncidentMessage::from(filter).say(locale),
        counts: Signal::derive(move || list.with(|list| list.counts.to_vec())),
        of_complaints: false,
    };
    view! {
        <div class="page page--fill incidents">
            <PageHead title=app.t(IncidentMessage::Title) subtitle=subtitle>
                {entered.menu(None)}
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(IncidentMessage::Record)
                    on_press=move |()| open.set(Open::Record)
                />
            </PageHead>
            {registers(app, Register::Incidents)}
            <p class="muted small">{app.t(IncidentMessage::Intro)}</p>
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
        "explained" => EXPLAINED.get(place).map(|it| explained(*it).say(locale)),
        "state" => STATES
            .get(place)
            .map(|state| IncidentMessage::from(*state).say(locale)),
        _ => None,
    });
    found.unwrap_or_else(|| key.to_owned())
}

/// What a field is answered with, where that is one of a few.
fn choices_of(app: App, field: IncidentCell) -> Vec<Choice> {
    if field != IncidentCell::Criterion {
        return Vec::new();
    }
    let known = app.peek(|model| criteria(&model.book, false));
    criterion_choices(app, app.t(IncidentMessage::Choose), known)
}

fn grid(
    app: App,
    list: Memo<IncidentList>,
    listed: Listed<IncidentRow>,
    entered: Cells<IncidentCell>,
) -> AnyView {
    let open = move |key: &str| {
        if let Ok(id) = key.parse() {
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
    let label = app.t(IncidentMessage::Grid);
    listed.grid(entered, label, ROW_HEIGHT, cells, open, empty)
}

fn columns(locale: Locale) -> Vec<GridColumn> {
    let say = |message: IncidentMessage| message.say(locale);
    let text = |key: &str, head: IncidentMessage| GridColumn::text(key, say(head));
    let directive = ComplaintMessage::Directive.say(locale);
    let all = vec![
        GridColumn::date("on", say(IncidentMessage::On)).sticky(),
        text("summary", IncidentMessage::Summary).width(200).grow(),
        text("about", IncidentMessage::About).width(156),
        GridColumn::text("criterion", directive)
            .width(72)
            .title(say(IncidentMessage::Criterion)),
        text("recorded_by", IncidentMessage::RecordedBy).width(140),
        text("explained", IncidentMessage::Explained).width(92),
        text("state", IncidentMessage::State).width(180),
    ];
    all.into_iter().map(GridColumn::sortable).collect()
}

const fn explained(explained: bool) -> IncidentMessage {
    if explained {
        IncidentMessage::ExplainedYes
    } else {
        IncidentMessage::ExplainedNo
    }
}

fn cells(row: &IncidentRow, keys: &[&'static str], locale: Locale) -> RowView {
    let cells = keys.iter().map(|key| cell(row, key, locale));
    RowView::new(row.id.0.to_string(), cells.collect())
}

fn cell(row: &IncidentRow, key: &str, locale: Locale) -> CellView {
    match key {
        "on" => CellView::text(format::day(row.on)).href(Route::incidents(Some(row.id)).href()),
        "summary" => CellView::text(row.summary.clone()).title(row.summary.clone()),
        "about" => CellView::text(row.about.clone()),
        "criterion" => criterion(&row.criterion, locale),
        "recorded_by" => CellView::text(row.recorded_by.clone()),
        "explained" => {
            let made = CellView::text(explained(row.explained).say(locale));
            if row.explained {
                made
            } else {
                made.tone(Tone::Muted)
            }
        }
        _ => CellView::tag(
            state_tone(row.state),
            IncidentMessage::from(row.state).say(locale),
        ),
    }
}

fn criterion(key: &str, locale: Locale) -> CellView {
    let name = criterion_name(key);
    let name = name.map_or_else(|| key.to_owned(), |name| wording(&name, locale).to_owned());
    let text = match mark(key) {
        "" => name.clone(),
        mark => mark.to_owned(),
    };
    CellView::text(text).title(name)
}
