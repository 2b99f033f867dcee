//! The grid: people by periods, the mean, the computed and the decided class.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::why::WhyOf;
use crate::app::view::year::{PartView, YearRow, YearSort, row, year};
use crate::app::workflow::decide::{NewDecision, decide, give_own};
use crate::domain::{Class, Classification, Period};
use crate::i18n::reason::{ClassWord, StateName};
use crate::i18n::year::{YearMessage, column};
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    CellEdit, CellView, Choice, ClassMark, DataGrid, EmptyState, Glyph, GridColumn, GridSpot,
    KeyHint, RowView, SortAsk, SortBy, Tone,
};
use crate::ui::why::{class_mark, mark};
use crate::ui::{App, Route};

use super::{Open, YearState, id_of};

const NAME: &str = "name";
const MEAN: &str = "mean";
const COMPUTED: &str = "computed";
const GROUNDS: &str = "grounds";
const DECIDED: &str = "decided";
const OWN: &str = "own";
/// Rows with a second line.
const ROW_HEIGHT: u32 = 52;

/// True for the columns that are explained by the year's reasons.
pub(super) fn explains(column: &str) -> bool {
    [MEAN, COMPUTED, GROUNDS].contains(&column)
}

/// A class as it is stored in a choice.
pub(super) const fn class_key(class: Class) -> &'static str {
    match class {
        Class::Excellent => "excellent",
        Class::Good => "good",
        Class::Completed => "completed",
        Class::NotCompleted => "not_completed",
    }
}

/// The class of a choice.
pub(super) fn class_of(key: &str) -> Option<Class> {
    Class::ALL
        .into_iter()
        .find(|class| class_key(*class) == key)
}

/// The classes as choices, after an empty one.
pub(super) fn class_choices(none: String, locale: Locale) -> Vec<Choice> {
    let classes = Class::ALL
        .into_iter()
        .map(|class| Choice::new(class_key(class), ClassWord::from(class).say(locale)));
    std::iter::once(Choice::new("", none))
        .chain(classes)
        .collect()
}

pub(super) fn grid(app: App, state: YearState) -> AnyView {
    let columns = Signal::derive(move || {
        let locale = app.locale.get();
        state.list.with(|list| columns(&list.periods, locale))
    });
    let view_row = Callback::new(move |index: usize| {
        let id = state.list.with(|list| list.rows.get(index).copied());
        let shown = id.and_then(|id| app.read(|model| row(model, id)));
        shown
            .map(|shown| cells(&shown, app.locale.get_untracked()))
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
    view! {
        <section class="panel year__list">
            <DataGrid
                label=app.t(YearMessage::Grid)
                columns=columns
                row_count=Signal::derive(move || state.list.with(|list| list.rows.len()))
                row=view_row
                row_height=ROW_HEIGHT
                sort=sort
                on_sort=sorted
                on_edit=Callback::new(move |edit: CellEdit| { take(app, state, &edit); Ok(()) })
                on_explain=move |spot: GridSpot| explain(app, state, &spot)
                on_activate=move |spot: GridSpot| if let Some(official) = id_of(&spot.row_key) { app.go(&Route::Year(Some(official))) }
                current=state.current
                empty=move || view! {
                    <EmptyState icon=Glyph::Calendar title=app.t(YearMessage::EmptyTitle) text=app.t(YearMessage::EmptyText) />
                }
            />
            <footer class="panel__foot">
                <KeyHint keys="?" label=app.t(YearMessage::KeyWhy) />
                <KeyHint keys="Enter" label=app.t(YearMessage::KeyOpen) />
            </footer>
        </section>
    }
    .into_any()
}

fn explain(app: App, state: YearState, spot: &GridSpot) {
    let Some(official) = id_of(&spot.row_key) else {
        return;
    };
    let of = match Period::parse(&spot.column) {
        Ok(period) => WhyOf::Period(official, period),
        Err(_) => WhyOf::Year(official, app.peek(year)),
    };
    state.why.set(Some(of));
}

/// A class as computed is decided at once; any other needs the dialog for its reason.
fn take(app: App, state: YearState, edit: &CellEdit) {
    let Some(official) = id_of(&edit.spot.row_key) else {
        return;
    };
    let class = class_of(&edit.value);
    if edit.spot.column == OWN {
        let operation = app.peek(|model| give_own(&model.book, official, year(model), class));
        app.act(operation);
        return;
    }
    let Some(class) = class else { return };
    let shown = app.peek(|model| row(model, official));
    if shown.is_some_and(|shown| shown.decided == Some(class)) {
        return;
    }
    let new = NewDecision {
        class: Some(class),
        ..NewDecision::default()
    };
    match app.peek(|model| decide(model, official, year(model), &new)) {
        Ok(operation) => app.act(operation),
        Err(errors) => {
            let open = errors
                .iter()
                .any(|(field, _)| *field == crate::app::workflow::decide::DecideField::Reason);
            if open {
                state.open.set(Open::Decide(official, Some(class)));
            } else if let Some((_, error)) = errors.into_iter().next() {
                app.tell(Notice::NotTaken(error));
            }
        }
    }
}

const fn key_of(by: YearSort) -> &'static str {
    match by {
        YearSort::Name => NAME,
        YearSort::Mean => MEAN,
    }
}

fn sort_of(key: &str) -> Option<YearSort> {
    let all = [YearSort::Name, YearSort::Mean];
    all.into_iter().find(|by| key_of(*by) == key)
}

fn columns(periods: &[Period], locale: Locale) -> Vec<GridColumn> {
    let say = |message: YearMessage| message.say(locale);
    let choices = || class_choices("—".to_owned(), locale);
    let mut all = vec![
        GridColumn::text(NAME, say(YearMessage::ColumnName))
            .width(200)
            .grow()
            .sticky()
            .sortable(),
        GridColumn::choice(DECIDED, say(YearMessage::ColumnDecided), choices())
            .width(176)
            .editable(),
        GridColumn::text(COMPUTED, say(YearMessage::ColumnComputed)).width(228),
        GridColumn::number(MEAN, say(YearMessage::ColumnMean))
            .width(98)
            .sortable(),
    ];
    all.extend(periods.iter().map(|period| {
        let title = format::capitalised(&format::period(*period, locale));
        GridColumn::number(period.to_string(), column(*period, locale))
            .width(58)
            .title(title)
    }));
    all.push(GridColumn::text(GROUNDS, say(YearMessage::ColumnNotes)).width(150));
    all.push(
        GridColumn::choice(OWN, say(YearMessage::ColumnOwn), choices())
            .width(140)
            .editable(),
    );
    all
}

fn cells(shown: &YearRow, locale: Locale) -> RowView {
    let name = CellView::text(shown.name.clone())
        .detail(shown.position.clone())
        .href(Route::Year(Some(shown.official)).href());
    let mean = shown
        .mean
        .as_ref()
        .map_or_else(|| "—".to_owned(), |mean| format::points(mean, 2, locale));
    let mut all = vec![
        name,
        decided(shown, locale),
        computed(shown, locale),
        CellView::text(mean).strong(),
    ];
    all.extend(shown.parts.iter().map(|part| month(part, locale)));
    all.push(grounds(shown, locale));
    all.push(own(shown, locale));
    RowView::new(shown.official.0.to_string(), all)
}

fn month(part: &PartView, locale: Locale) -> CellView {
    let state = StateName::from(part.state).say(locale);
    match (&part.total, part.class) {
        (Some(total), class) => {
            let word = class.map_or(state, |class| ClassWord::from(class).say(locale));
            CellView::text(format::points(total, 2, locale)).title(word)
        }
        (None, _) => CellView::text("—").tone(Tone::Muted).title(state),
    }
}

fn computed(shown: &YearRow, locale: Locale) -> CellView {
    let word = ClassWord::from(shown.computed).say(locale);
    let cell = CellView::class(mark(shown.computed), word);
    if let Some(so_far) = shown.provisional {
        let (period, class) = (column(so_far.until, locale), ClassWord::from(so_far.band));
        let class = class.say(locale);
        let said = match so_far.unrecorded {
            0 => YearMessage::SoFar { period, class },
            count => YearMessage::SoFarUnrecorded {
                period,
                class,
                count,
            },
        };
        return cell.detail(said.say(locale));
    }
    if shown.complete || shown.computed == Classification::Unclassified {
        cell
    } else {
        cell.detail(YearMessage::Incomplete.say(locale))
    }
}

fn decided(shown: &YearRow, locale: Locale) -> CellView {
    match shown.decided {
        Some(class) => CellView {
            edit: Some(class_key(class).to_owned()),
            ..CellView::class(class_mark(class), ClassWord::from(class).say(locale))
        },
        None => CellView {
            edit: Some(String::new()),
            ..CellView::class(ClassMark::None, YearMessage::NotDecided.say(locale))
        },
    }
}

fn own(shown: &YearRow, locale: Locale) -> CellView {
    let word = shown.own.map(|class| ClassWord::from(class).say(locale));
    CellView {
        edit: Some(shown.own.map(class_key).unwrap_or_default().to_owned()),
        ..CellView::text(word.unwrap_or_else(|| "—".to_owned()))
    }
}

fn grounds(shown: &YearRow, locale: Locale) -> CellView {
    if shown.gates > 0 {
        let count = shown.gates;
        return CellView::tag(Tone::Poor, YearMessage::Gates { count }.say(locale));
    }
    if shown.limited {
        return CellView::tag(Tone::Fair, YearMessage::Limited.say(locale));
    }
    CellView::text("")
}
