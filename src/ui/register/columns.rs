//! Which columns a register shows, in which order, and which stay in view.

use leptos::prelude::*;

use crate::app::view::arrange::{Arrangement, ColumnSpec};
use crate::i18n::register::RegisterMessage;
use crate::ui::components::{Button, ButtonLook, Checkbox, Choice, Glyph, Popover, Select};

use super::Register;

/// Columns that can stay in view at most.
const MOST_FROZEN: usize = 4;

pub(super) fn chooser(register: Register) -> AnyView {
    let app = register.app;
    let all = Memo::new(move |_| {
        register
            .arrangement
            .with(|arrangement| arrangement.columns.all(register.specs))
    });
    let keys = Memo::new(move |_| {
        all.with(|all| all.iter().map(|(spec, _)| spec.key).collect::<Vec<_>>())
    });
    let reset = move |()| {
        let kept = register
            .arrangement
            .with_untracked(|arrangement| arrangement.filters.clone());
        register.take(Arrangement {
            filters: kept,
            ..Arrangement::default()
        });
    };
    view! {
        <Popover label=app.t(RegisterMessage::Columns) icon=Glyph::Columns>
            <div class="register-columns">
                <p class="small muted">{app.t(RegisterMessage::ColumnsHint)}</p>
                <ul class="register-columns__list">
                    <For each=move || keys.get() key=|key| *key children=move |key| column_view(register, key, all) />
                </ul>
                {frozen(register)}
                <Button label=app.t(RegisterMessage::Reset) icon=Glyph::Undo look=ButtonLook::Quiet on_press=reset />
            </div>
        </Popover>
    }
    .into_any()
}

fn column_view(
    register: Register,
    key: &'static str,
    all: Memo<Vec<(ColumnSpec, bool)>>,
) -> AnyView {
    let app = register.app;
    let column = register.head(key);
    let shown = Signal::derive(move || {
        all.with(|all| all.iter().any(|(spec, shown)| spec.key == key && *shown))
    });
    let place = move || all.with(|all| all.iter().position(|(spec, _)| spec.key == key));
    let first = Signal::derive(move || place() == Some(0));
    let last = Signal::derive(move || place() == Some(all.with(Vec::len) - 1));
    // The last column shown cannot be hidden too.
    let only = Signal::derive(move || {
        shown.get() && all.with(|all| all.iter().filter(|(_, shown)| *shown).count() == 1)
    });
    let shift = move |to_start: bool| {
        register.update(|arrangement| arrangement.columns.shift(register.specs, key, to_start));
    };
    view! {
        <li class="register-columns__column">
            <Checkbox
                label=column.clone() checked=shown disabled=only
                on_change=move |shown: bool| register.update(|arrangement| arrangement.columns.show(key, shown))
            />
            <Button
                label=app.t(RegisterMessage::MoveBefore { column: column.clone() }) icon=Glyph::ChevronUp icon_only=true
                look=ButtonLook::Quiet disabled=first on_press=move |()| shift(true)
            />
            <Button
                label=app.t(RegisterMessage::MoveAfter { column }) icon=Glyph::ChevronDown icon_only=true
                look=ButtonLook::Quiet disabled=last on_press=move |()| shift(false)
            />
        </li>
    }
    .into_any()
}

fn frozen(register: Register) -> AnyView {
    let app = register.app;
    let mut options = vec![
        Choice::new("", app.t(RegisterMessage::FrozenAsMade)),
        Choice::new("0", app.t(RegisterMessage::FrozenNone)),
    ];
    options.extend((1..=MOST_FROZEN).map(|count| {
        let label = app.t(RegisterMessage::FrozenFirst { count });
        Choice::new(count.to_string(), label)
    }));
    let value = Signal::derive(move || {
        let frozen = register
            .arrangement
            .with(|arrangement| arrangement.columns.frozen);
        frozen.map_or_else(String::new, |count| count.to_string())
    });
    let choose = move |count: String| {
        register.update(|arrangement| arrangement.columns.frozen = count.parse().ok());
    };
    view! { <Select label=app.t(RegisterMessage::Frozen) options=options value=value on_change=choose /> }
        .into_any()
}
