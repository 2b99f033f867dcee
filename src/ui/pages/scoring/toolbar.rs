//! Buttons, quick filters, unit and search above the list.

use leptos::prelude::*;

use crate::app::view::scoring::ScoringFilter;
use crate::i18n::scoring::ScoringMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{Button, ButtonLink, ButtonLook, ChipView, FilterChips, Glyph};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::{App, Route};

use super::{Open, ScoringState};

pub(super) fn actions(app: App, state: ScoringState) -> AnyView {
    let nobody_locked = Signal::derive(move || state.list.with(|list| list.locked == 0));
    view! {
        <Button icon=Glyph::Edit label=app.t(ScoringMessage::EnterPoints) on_press=move |()| state.open.set(Open::Bulk) />
        <ButtonLink icon=Glyph::Document label=app.t(ScoringMessage::Export) href=Route::Forms.href() />
        <Button
            icon=Glyph::Unlock
            label=app.t(ScoringMessage::UnlockPeriod)
            disabled=nobody_locked
            on_press=move |()| state.open.set(Open::Unlock)
        />
        <Button
            look=ButtonLook::Primary
            icon=Glyph::Lock
            label=app.t(ScoringMessage::LockPeriod)
            on_press=move |()| state.open.set(Open::Confirm)
        />
    }
    .into_any()
}

pub(super) fn filters(app: App, state: ScoringState) -> AnyView {
    let chips = Signal::derive(move || {
        let locale = app.locale.get();
        let on = state.query.with(|query| query.filter);
        let counts = state.list.with(|list| list.counts);
        ScoringFilter::ALL
            .into_iter()
            .zip(counts)
            .map(|(filter, count)| {
                ChipView::new(filter.key(), ScoringMessage::from(filter).say(locale))
                    .count(format::count(count, locale))
                    .pressed(filter == on)
            })
            .collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        state
            .query
            .update(|query| query.filter = ScoringFilter::from_key(&key));
    };
    view! {
        <FilterChips label=app.t(ScoringMessage::Filters) chips=chips on_press=choose>
            <UnitFilter
                label=app.t(ScoringMessage::Unit)
                all=app.t(ScoringMessage::AllUnits)
                unit=Signal::derive(move || state.query.with(|query| query.unit))
                on_choose=move |unit| state.query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=app.t(ScoringMessage::Search)
                hint=app.t(ScoringMessage::Search)
                words=Signal::derive(move || state.query.with(|query| query.words.clone()))
                on_type=move |words| state.query.update(|query| query.words = words)
            />
        </FilterChips>
    }
    .into_any()
}
