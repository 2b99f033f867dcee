//! The header row of a grid: names, order, and the tick for all rows.

use leptos::prelude::*;

use super::model::GridColumn;
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
        state.columns.with(|columns| {
            let stuck = columns.iter().take_while(|column| column.sticky).count();
            columns
                .iter()
                .enumerate()
                .map(|(col, column)| name_view(state, col, column, col < stuck, place))
                .collect_view()
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
        let count = state.row_count.get();
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
    let order = Memo::new(move |_| {
        state
            .sort
            .get()
            .filter(|sort| sort.column == key)
            .map(|sort| sort.descending)
    });
    let sortable = column.sortable;
    let glyph = Signal::derive(move || match order.get() {
        Some(true) => Glyph::ArrowDown,
        Some(false) => Glyph::ArrowUp,
        None => Glyph::Sort,
    });
    let aria_sort = move || match (sortable, order.get()) {
        (false, _) => None,
        (true, Some(true)) => Some("descending"),
        (true, Some(false)) => Some("ascending"),
        (true, None) => Some("none"),
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
            tabindex=move || if place.get() == Some(col) { "0" } else { "-1" }
            title=column.title.clone().unwrap_or_else(|| column.header.clone())
            style:--grid-stick=sticky.then(|| format!("var(--grid-stick-{col})"))
            on:click=move |_| state.sort_by(col)
        >
            <span class="grid__text">{column.header.clone()}</span>
            {sortable.then(|| view! { <span class="grid__order"><Icon glyph=glyph size=14 /></span> })}
            {super::resize::edge_view(state, col)}
        </div>
    }
    .into_any()
}
