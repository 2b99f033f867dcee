//! The controls above a register's grid, and what its columns filter.

use leptos::prelude::*;

use crate::app::view::arrange::{ColumnFilter, ColumnType, day_of_number};
use crate::domain::Decimal;
use crate::i18n::format;
use crate::i18n::register::RegisterMessage;
use crate::ui::components::{Button, ButtonLook, Choice, Glyph, Icon, Select};

use super::{Register, columns, views};

/// Group, columns, views, print.
#[component]
pub fn RegisterBar(
    /// Which register.
    register: Register,
    /// The keys of all groups, to fold them at once.
    #[prop(into)]
    groups: Signal<Vec<String>>,
) -> impl IntoView {
    let app = register.app;
    let options = Signal::derive(move || {
        let mut options = vec![Choice::new("", app.t(RegisterMessage::NoGroup))];
        let all = register.source().columns.get();
        options.extend(all.into_iter().map(|column| {
            let label = app.t(RegisterMessage::GroupBy {
                column: column.header,
            });
            Choice::new(column.key, label)
        }));
        options
    });
    let group = Signal::derive(move || {
        register
            .arrangement
            .with(|arrangement| arrangement.group.clone().unwrap_or_default())
    });
    let choose = move |key: String| {
        register.folded.update(std::collections::BTreeSet::clear);
        register.update(|arrangement| arrangement.group = Some(key).filter(|key| !key.is_empty()));
    };
    let all_folded = Memo::new(move |_| {
        let folded = register.folded.get();
        groups.with(|groups| !groups.is_empty() && groups.iter().all(|key| folded.contains(key)))
    });
    let fold_all = move |()| {
        let folded = if all_folded.get_untracked() {
            std::collections::BTreeSet::new()
        } else {
            groups.get_untracked().into_iter().collect()
        };
        register.folded.set(folded);
    };
    let fold = move || {
        (!group.get().is_empty()).then(|| {
            let label = Signal::derive(move || {
                app.t(if all_folded.get() {
                    RegisterMessage::UnfoldAll
                } else {
                    RegisterMessage::FoldAll
                })
            });
            view! { <Button look=ButtonLook::Quiet label=label on_press=fold_all /> }
        })
    };
    view! {
        <Select label=app.t(RegisterMessage::Group) label_hidden=true options=options value=group on_change=choose />
        {fold}
        {columns::chooser(register)}
        {views::chooser(register)}
        <Button
            look=ButtonLook::Quiet icon=Glyph::Print icon_only=true
            label=app.t(RegisterMessage::Print)
            on_press=move |()| { window().print().ok(); }
        />
    }
    .into_any()
}

/// What the columns filter, each to be taken away; nothing when they filter nothing.
#[component]
pub fn RegisterFilters(
    /// Which register.
    register: Register,
) -> impl IntoView {
    let app = register.app;
    let filters = Memo::new(move |_| {
        register
            .arrangement
            .with(|arrangement| arrangement.filters.clone())
    });
    let clear_all = move |()| register.update(|arrangement| arrangement.filters.clear());
    move || {
        let filters = filters.get();
        (!filters.is_empty()).then(|| {
            let each = filters
                .into_iter()
                .map(|(key, filter)| filter_chip(register, key, &filter))
                .collect_view();
            view! {
                <div class="chips" role="group" aria-label=app.t(RegisterMessage::Filtering)>
                    {each}
                    <Button look=ButtonLook::Quiet label=app.t(RegisterMessage::ClearAll) on_press=clear_all />
                </div>
            }
        })
    }
}

fn filter_chip(register: Register, key: String, filter: &ColumnFilter) -> AnyView {
    let label = register.app.t(RegisterMessage::Filtered {
        column: register.head(&key),
        what: said(register, &key, filter),
    });
    let hint = register.app.t(RegisterMessage::Clear);
    let clear = move |_| {
        register.update(|arrangement| {
            arrangement.filters.remove(&key);
        });
    };
    view! {
        <button type="button" class="chip chip--taken" title=hint on:click=clear>
            {label}" "<Icon glyph=Glyph::Cross size=14 />
        </button>
    }
    .into_any()
}

/// A filter in words.
fn said(register: Register, key: &str, filter: &ColumnFilter) -> String {
    let app = register.app;
    let mut parts = Vec::new();
    if !filter.contains.trim().is_empty() {
        let words = filter.contains.trim().to_owned();
        parts.push(app.t(RegisterMessage::WhatContains { words }));
    }
    let mut among = filter.among.iter();
    if let Some(first) = among.next() {
        let first = register.word(key, first);
        parts.push(match among.count() {
            0 => first,
            count => app.t(RegisterMessage::WhatMore { first, count }),
        });
    }
    let bound = |bound: i64| said_bound(register, key, bound);
    if let Some(from) = filter.from {
        parts.push(app.t(RegisterMessage::WhatFrom { bound: bound(from) }));
    }
    if let Some(to) = filter.to {
        parts.push(app.t(RegisterMessage::WhatTo { bound: bound(to) }));
    }
    if let Some(empty) = filter.empty {
        parts.push(app.t(if empty {
            RegisterMessage::WhatEmpty
        } else {
            RegisterMessage::WhatFilled
        }));
    }
    parts.join(", ")
}

/// A bound as it is typed and read.
pub(super) fn said_bound(register: Register, key: &str, bound: i64) -> String {
    let locale = register.app.locale.get_untracked();
    match register.spec(key).map(|spec| spec.holds) {
        Some(ColumnType::Day) => day_of_number(bound).map(format::day).unwrap_or_default(),
        _ => format::decimal(Decimal::from_millionths(bound), locale),
    }
}
