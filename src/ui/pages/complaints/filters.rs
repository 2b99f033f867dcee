//! The filters above a register of what was said or seen about people.

use leptos::prelude::*;

use crate::app::view::complaints::criteria;
use crate::app::view::query::{QuickFilter, RegisterQuery};
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::{Locale, format};
use crate::ui::App;
use crate::ui::components::{ChipView, FilterChips, Select};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::register::{Listed, RegisterBar};

use super::criterion_choices;

/// What one register's filters are called and count.
pub(in crate::ui::pages) struct FilterWords<F> {
    /// What the field for words is called.
    pub search: String,
    /// What can be typed there.
    pub hint: String,
    /// One quick filter.
    pub word: fn(F, Locale) -> String,
    /// How many rows each quick filter leaves.
    pub counts: Signal<Vec<usize>>,
    /// Only the criteria that are found by complaints.
    pub of_complaints: bool,
}

/// Lets saved views keep the quick filter of a query.
pub(in crate::ui::pages) fn with_quick<F: QuickFilter, Row: Send + Sync>(
    listed: Listed<Row>,
    query: RwSignal<RegisterQuery<F>>,
) -> Listed<Row> {
    listed.with_quick(
        Signal::derive(move || query.with(|query| query.filter.word().to_owned())),
        Callback::new(move |word: String| query.update(|query| query.filter = F::from_word(&word))),
    )
}

/// Quick filters, criterion, unit, words, and how the register is arranged.
pub(in crate::ui::pages) fn filters<F: QuickFilter, Row: Send + Sync>(
    app: App,
    query: RwSignal<RegisterQuery<F>>,
    said: FilterWords<F>,
    listed: Listed<Row>,
) -> AnyView {
    let FilterWords {
        word,
        counts,
        of_complaints,
        ..
    } = said;
    let chips = Signal::derive(move || {
        let locale = app.locale.get_untracked();
        let on = query.with(|query| query.filter);
        let all = F::ALL.iter().copied().zip(counts.get());
        all.map(|(filter, count)| {
            ChipView::new(filter.word(), word(filter, locale))
                .count(format::count(count, locale))
                .pressed(filter == on)
        })
        .collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let known = app.read(|model| criteria(&model.book, of_complaints));
        criterion_choices(app, app.t(ComplaintMessage::AllKinds), known)
    });
    view! {
        <FilterChips
            label=app.t(ComplaintMessage::Filters)
            chips=chips
            on_press=move |word: String| query.update(|query| query.filter = F::from_word(&word))
        >
            <Select
                label=app.t(ComplaintMessage::Criterion)
                label_hidden=true
                options=kinds
                value=Signal::derive(move || query.with(|query| query.criterion.clone()))
                on_change=move |key: String| query.update(|query| query.criterion = key)
            />
            <UnitFilter
                label=app.t(ComplaintMessage::Unit)
                all=app.t(ComplaintMessage::AllUnits)
                unit=Signal::derive(move || query.with(|query| query.unit))
                on_choose=move |unit| query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=said.search
                hint=said.hint
                words=Signal::derive(move || query.with(|query| query.words.clone()))
                on_type=move |words| query.update(|query| query.words = words)
            />
            <RegisterBar register=listed.register groups=listed.groups() />
        </FilterChips>
    }
    .into_any()
}
