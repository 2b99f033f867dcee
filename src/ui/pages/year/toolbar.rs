//! Buttons, quick filters, unit and search above the grid.

use leptos::prelude::*;

use crate::app::view::year::YearFilter;
use crate::i18n::year::YearMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{ButtonLink, ChipView, FilterChips, Glyph};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::{App, Route};

use super::YearState;

pub(super) fn actions(app: App) -> AnyView {
    view! { <ButtonLink icon=Glyph::Document label=app.t(YearMessage::Export) href=Route::Forms.href() /> }
        .into_any()
}

pub(super) fn filters(app: App, state: YearState) -> AnyView {
    let chips = Signal::derive(move || {
        let locale = app.locale.get();
        let on = state.query.with(|query| query.filter);
        let counts = state.list.with(|list| list.counts);
        YearFilter::ALL
            .into_iter()
            .zip(counts)
            .map(|(filter, count)| {
                ChipView::new(filter.key(), YearMessage::from(filter).say(locale))
                    .count(format::count(count, locale))
                    .pressed(filter == on)
            })
            .collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        state
            .query
            .update(|query| query.filter = YearFilter::from_key(&key));
    };
    view! {
        <FilterChips label=app.t(YearMessage::Filters) chips=chips on_press=choose>
            <UnitFilter
                label=app.t(YearMessage::Unit)
                all=app.t(YearMessage::AllUnits)
                unit=Signal::derive(move || state.query.with(|query| query.unit))
                on_choose=move |unit| state.query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=app.t(YearMessage::Search)
                hint=app.t(YearMessage::Search)
                words=Signal::derive(move || state.query.with(|query| query.words.clone()))
                on_type=move |words| state.query.update(|query| query.words = words)
            />
        </FilterChips>
    }
    .into_any()
}
