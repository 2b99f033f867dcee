//! The header row of a grid: names, order, and the tick for all rows.

use leptos::prelude::*;

use super::model::{GridColumn, HeadState};
use super::moves::Place;
use super::row::base_class;
use super::state::GridState;
use crate::ui::components::icon::{Glyph, Icon};

/// The header row.
pub(super) fn head_view(state: GridState) -> AnyView {
    let place = Memo::new(move |_| {
        let place = state.place_followed();
        place.row.is_none().then_some(place.col)
    });
    let names = move || {
        super::row::each_column(state, move |col, column, sticky| {
            name_view(state, col, column, sticky, place)
        })
    };
    view! {
        <div class="grid__head" role="rowgroup" node_ref=state.head>
            <div class="grid__row grid__row--head" role="row" aria-rowindex="1">
                {state.selected.map(|_| all_view(state))}
                {names}
            </div>
        </div>
    }
    .into_any()
}

fn all_view(state: GridState) -> AnyView {
    let all = move || {
        let count = state.tickable.get();
        count > 0
            && state
                .selected
                .is_some_and(|selected| selected.with(|keys| keys.len() >= count))
    };
    let tell = move |event| {
        if let Some(tell) = state.tells().select_all {
            tell.run(event_target_checked(&event));
        }
    };
    view! {
        <div class="grid__cell grid__cell--head grid__cell--tick grid__cell--sticky" role="columnheader" aria-colindex="1">
            <input
                class="check__box" type="checkbox" tabindex="-1" aria-label=state.tells().select_all_label
                prop:checked=all on:change=tell
            />
        </div>
    }
    .into_any()
}

fn name_view(
    state: GridState,
    col: usize,
    column: &GridColumn,
    sticky: bool,
    place: Memo<Option<usize>>,
) -> AnyView {
    let key = column.key.clone();
    // Its place among the columns sorted by, and the direction.
    let order = Memo::new(move |_| {
        state.sort.with(|sort| {
            let at = sort.iter().position(|by| by.column == key)?;
            Some((at, sort[at].descending, sort.len() > 1))
        })
    });
    let key = column.key.clone();
    let filtered = Memo::new(move |_| state.filtered.with(|keys| keys.contains(&key)));
    let sortable = column.sortable;
    let filterable = column.filterable && state.tells().filter.is_some();
    let glyph = Signal::derive(move || match order.get() {
        Some((_, true, _)) => Glyph::ArrowDown,
        Some((_, false, _)) => Glyph::ArrowUp,
        None => Glyph::Sort,
    });
    // Only the column that decides first is announced as the order; the rest describe themselves.
    let aria_sort = move || match (sortable, order.get()) {
        (false, _) => None,
        (true, Some((0, true, _))) => Some("descending"),
        (true, Some((0, false, _))) => Some("ascending"),
        (true, _) => Some("none"),
    };
    let described = move || {
        let head = HeadState {
            order: order
                .get()
                .filter(|(_, _, several)| *several)
                .map(|(at, descending, _)| (at + 1, descending)),
            filtered: filtered.get(),
        };
        let words = state.tells().describe_head.map(|words| words.run(head));
        words.filter(|words| !words.is_empty())
    };
    let number = move || {
        let (at, ..) = order.get().filter(|(_, _, several)| *several)?;
        Some(view! { <span class="grid__order-number" aria-hidden="true">{at + 1}</span> })
    };
    let mut class = base_class(column, sticky) + " grid__cell--head";
    if sortable {
        class.push_str(" grid__cell--sortable");
    }
    view! {
        <div
            class=class role="columnheader" aria-colindex=col + state.first_col_index() aria-sort=aria_sort
            class:grid__cell--active=move || place.get() == Some(col)
            class:grid__cell--sorted=move || order.get().is_some()
            class:grid__cell--filtered=filtered
            aria-description=described
            aria-keyshortcuts=filterable.then_some("Alt+ArrowDown")
            tabindex=move || if place.get() == Some(col) { "0" } else { "-1" }
            title=column.title.clone().unwrap_or_else(|| column.header.clone())
            style:--grid-stick=sticky.then(|| format!("var(--grid-stick-{col})"))
            style:grid-column=super::row::column_line(state, col)
            on:click=move |event| state.sort_by(col, event.shift_key())
        >
            <span class="grid__text">{column.header.clone()}</span>
            {sortable.then(|| view! { <span class="grid__order"><Icon glyph=glyph size=14 />{number}</span> })}
            {filterable.then(|| filter_view(state, col))}
            {super::resize::edge_view(state, col)}
        </div>
    }
    .into_any()
}

/// The sign that opens the filter; by keyboard it is Alt and the down arrow on the header.
fn filter_view(state: GridState, col: usize) -> AnyView {
    view! {
        <span
            class="grid__filter" aria-hidden="true"
            on:mousedown=move |event| event.stop_propagation()
            on:click=move |event| {
                event.stop_propagation();
                state.go(Place { row: None, col }, false);
                state.ask_filter(col);
            }
        >
            <Icon glyph=Glyph::Filter size=14 />
        </span>
    }
    .into_any()
}
