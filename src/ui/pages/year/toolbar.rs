//! Buttons, quick filters, unit and search above the grid.

use leptos::prelude::*;

use crate::app::view::year::YearFilter;
use crate::domain::UnitId;
use crate::i18n::year::YearMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    ButtonLink, ChipView, Choice, FilterChips, Glyph, InputKind, Select, TextInput,
};
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
            {unit(app, state)}
            <TextInput
                label=app.t(YearMessage::Search)
                label_hidden=true
                kind=InputKind::Search
                placeholder=app.t(YearMessage::Search)
                value=Signal::derive(move || state.query.with(|query| query.words.clone()))
                on_input=move |words: String| state.query.update(|query| query.words = words)
            />
        </FilterChips>
    }
    .into_any()
}

fn unit(app: App, state: YearState) -> AnyView {
    let options = Signal::derive(move || {
        let mut options = vec![Choice::new("", app.t(YearMessage::AllUnits))];
        app.read(|model| {
            let units = model.book.units.iter();
            options
                .extend(units.map(|(id, unit)| Choice::new(id.0.to_string(), unit.name.clone())));
        });
        options
    });
    let value = Signal::derive(move || {
        let unit = state.query.with(|query| query.unit);
        unit.map_or_else(String::new, |unit| unit.0.to_string())
    });
    let choose = move |value: String| {
        let unit = value.parse().ok().map(UnitId);
        state.query.update(|query| query.unit = unit);
    };
    view! {
        <Select label=app.t(YearMessage::Unit) label_hidden=true options=options value=value on_change=choose />
    }
    .into_any()
}
