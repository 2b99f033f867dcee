//! The list itself: one row for each person.

use leptos::prelude::*;

use crate::app::view::ScoreState;
use crate::app::view::scoring::{ScoringRow, ScoringSort, row};
use crate::app::view::why::WhyOf;
use crate::domain::Exact;
use crate::i18n::reason::{ClassWord, StateName};
use crate::i18n::scoring::ScoringMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    ButtonLink, CellView, ClassMark, DataGrid, EmptyState, Glyph, GridColumn, GridSpot, KeyHint,
    RowView, SortAsk, SortBy, Tone,
};
use crate::ui::why::class_mark;
use crate::ui::{App, Route};

use super::{ScoringState, id_of};

/// The key of the column that is no score.
pub(super) const NAME: &str = "name";
const GENERAL: &str = "general";
const TOTAL: &str = "total";
/// Rows with a second line.
const ROW_HEIGHT: u32 = 52;

pub(super) fn grid(app: App, state: ScoringState) -> AnyView {
    let beside = Memo::new(move |_| state.why.with(Option::is_some));
    let columns = Signal::derive(move || columns(app.locale.get(), beside.get()));
    let view_row = Callback::new(move |index: usize| {
        let id = state.list.with(|list| list.rows.get(index).copied());
        let shown = id.and_then(|id| app.read(|model| row(model, id)));
        shown
            .map(|shown| cells(&shown, app.locale.get_untracked(), beside.get()))
            .unwrap_or_default()
    });
    let sort = Signal::derive(move || {
        let by = state.query.with(|query| query.sort);
        let by = by.map(|(by, descending)| SortBy {
            column: key_of(by).to_owned(),
            descending,
        });
        by.into_iter().collect::<Vec<_>>()
    });
    let sorted = move |ask: SortAsk| {
        let by = ask.alone(&sort.get_untracked());
        let column = sort_of(&by.column).map(|column| (column, by.descending));
        state.query.update(|query| query.sort = column);
    };
    let explain = move |spot: GridSpot| {
        let period = state.list.with_untracked(|list| list.period);
        let of = id_of(&spot.row_key).map(|official| WhyOf::Period(official, period));
        state.why.set(of);
    };
    let open = move |spot: GridSpot| {
        if let Some(official) = id_of(&spot.row_key) {
            app.go(&Route::Scoring(Some(official)));
        }
    };
    view! {
        <section class="panel scoring__list">
            <DataGrid
                label=app.t(ScoringMessage::Grid)
                columns=columns
                row_count=Signal::derive(move || state.list.with(|list| list.rows.len()))
                row=view_row
                row_height=ROW_HEIGHT
                sort=sort
                on_sort=sorted
                on_explain=explain
                on_activate=open
                current=state.current
                empty=move || view! {
                    <EmptyState icon=Glyph::Chart title=app.t(ScoringMessage::EmptyTitle) text=app.t(ScoringMessage::EmptyText)>
                        <ButtonLink label=app.t(ScoringMessage::AddOfficials) href=Route::Officials.href() />
                    </EmptyState>
                }
            />
            <footer class="panel__foot">
                <KeyHint keys="?" label=app.t(ScoringMessage::KeyWhy) />
                <KeyHint keys="Enter" label=app.t(ScoringMessage::KeyOpen) />
            </footer>
        </section>
    }
    .into_any()
}

/// Narrower and without bars while the reasons stand beside the list.
fn columns(locale: Locale, beside: bool) -> Vec<GridColumn> {
    let (name, ratio, general, class) = if beside {
        (152, 76, 64, 164)
    } else {
        (208, 116, 80, 180)
    };
    let say = |message: ScoringMessage| message.say(locale);
    vec![
        GridColumn::text(NAME, say(ScoringMessage::ColumnName))
            .width(name)
            .grow()
            .sticky()
            .sortable(),
        GridColumn::number("a", say(ScoringMessage::ColumnA)).width(ratio),
        GridColumn::number("b", say(ScoringMessage::ColumnB)).width(ratio),
        GridColumn::number("c", say(ScoringMessage::ColumnC)).width(ratio),
        GridColumn::number(GENERAL, say(ScoringMessage::ColumnGeneral))
            .width(general)
            .sortable(),
        GridColumn::number(TOTAL, say(ScoringMessage::ColumnTotal))
            .width(70)
            .sortable(),
        GridColumn::text("class", say(ScoringMessage::ColumnClass)).width(class),
    ]
}

const fn key_of(by: ScoringSort) -> &'static str {
    match by {
        ScoringSort::Name => NAME,
        ScoringSort::General => GENERAL,
        ScoringSort::Total => TOTAL,
    }
}

fn sort_of(key: &str) -> Option<ScoringSort> {
    let all = [ScoringSort::Name, ScoringSort::General, ScoringSort::Total];
    all.into_iter().find(|by| key_of(*by) == key)
}

fn cells(shown: &ScoringRow, locale: Locale, beside: bool) -> RowView {
    let [a, b, c] = &shown.ratios;
    let name = CellView::text(shown.name.clone())
        .detail(shown.position.clone())
        .href(Route::Scoring(Some(shown.official)).href());
    let general = shown
        .general
        .map(|points| format::points(&points.exact(), 2, locale));
    let total = shown
        .total
        .as_ref()
        .map(|total| format::points(total, 2, locale));
    let cells = vec![
        name,
        ratio(a.as_ref(), locale, beside),
        ratio(b.as_ref(), locale, beside),
        ratio(c.as_ref(), locale, beside),
        CellView::text(or_dash(general)),
        CellView::text(or_dash(total)).strong(),
        class(shown, locale),
    ];
    RowView::new(shown.official.0.to_string(), cells)
}

fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "—".to_owned())
}

fn ratio(value: Option<&Exact>, locale: Locale, beside: bool) -> CellView {
    let Some(value) = value else {
        return CellView::text("—").tone(Tone::Muted);
    };
    let cell = CellView::text(format::percent(value, locale));
    if beside {
        return cell;
    }
    let percent = value.times(&Exact::whole(100));
    let drawn: f64 = percent.truncated(2).parse().unwrap_or_default();
    cell.percent(drawn.min(100.0))
}

fn class(shown: &ScoringRow, locale: Locale) -> CellView {
    let cell = match shown.class {
        Some(class) => CellView::class(class_mark(class), ClassWord::from(class).say(locale)),
        None => CellView::class(ClassMark::None, state_word(shown.state).say(locale)),
    };
    if shown.state == ScoreState::Confirmed {
        cell.detail(ScoringMessage::LockedMark.say(locale))
    } else {
        cell
    }
}

fn state_word(state: ScoreState) -> StateName {
    match state {
        ScoreState::Computed | ScoreState::Mean => StateName::Incomplete,
        other => other.into(),
    }
}
