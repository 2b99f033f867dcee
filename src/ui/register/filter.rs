//! The filter of one column: by its kind, with the values its rows hold and how many hold each.

use leptos::prelude::*;

use crate::app::view::arrange::{ColumnFilter, ColumnType, Facet, Facets, Sorting, bound};
use crate::i18n::register::RegisterMessage;
use crate::i18n::{Locale, format};
use crate::text::matches;
use crate::ui::components::{
    Button, ButtonLook, Choice, DateInput, Glyph, HeadSpot, NumberInput, Popup, Select, TextInput,
    popup_place,
};

use super::Register;
use super::bar::said_bound;

/// Values a filter lists at most; the rest is found by typing.
const LISTED: usize = 200;
/// Values a page counts at most for a filter to offer.
pub const COUNTED: usize = 2000;

/// The filter a person opened, under its header.
#[component]
pub fn FilterPopup(
    /// Which register.
    register: Register,
) -> impl IntoView {
    let at = Signal::derive(move || {
        let spot = register.filter_at.get()?;
        Some(popup_place(spot.left, spot.bottom + 2.0))
    });
    let label = Signal::derive(move || {
        let spot = register.filter_at.get();
        let column = spot.map_or_else(String::new, |spot| register.head(&spot.column));
        register.app.t(RegisterMessage::Filter { column })
    });
    let content = move || {
        let spot = register.filter_at.get_untracked();
        spot.map(|spot: HeadSpot| filter_view(register, spot.column))
    };
    view! {
        <Popup at=at label=label on_close=move |()| register.filter_at.set(None)>
            {content()}
        </Popup>
    }
    .into_any()
}

fn filter_view(register: Register, key: String) -> AnyView {
    let Some(spec) = register.spec(&key) else {
        return ().into_any();
    };
    let app = register.app;
    let key = StoredValue::new(key);
    let column = Column { register, key };
    let facets = StoredValue::new(register.source().values.run(key.get_value()));
    let body = match spec.holds {
        ColumnType::Text | ColumnType::Name => words(column, facets),
        ColumnType::Choice => values(column, facets, Signal::derive(String::new)),
        ColumnType::Number | ColumnType::Day => bounds(column, spec.holds, facets),
    };
    let clear = move |()| column.set(|filter| *filter = ColumnFilter::default());
    let idle = Signal::derive(move || column.filter().keeps_all());
    view! {
        <div class="register-filter">
            {actions(column)}
            {body}
            {empties(column, facets)}
            <Button
                label=app.t(RegisterMessage::Clear) icon=Glyph::Cross look=ButtonLook::Quiet
                disabled=idle on_press=clear
            />
        </div>
    }
    .into_any()
}

/// The column a filter is open for.
#[derive(Clone, Copy)]
struct Column {
    register: Register,
    key: StoredValue<String>,
}

impl Column {
    fn filter(self) -> ColumnFilter {
        self.register
            .arrangement
            .with(|arrangement| arrangement.filter(&self.key.get_value()))
    }

    fn set(self, change: impl FnOnce(&mut ColumnFilter)) {
        let key = self.key.get_value();
        self.register.update(|arrangement| {
            let mut filter = arrangement.filter(&key);
            change(&mut filter);
            arrangement.set_filter(&key, filter);
        });
    }

    fn word(self, value: &str) -> String {
        self.register.word(&self.key.get_value(), value)
    }

    fn bound(self, bound: Option<i64>) -> String {
        let said = |bound| said_bound(self.register, &self.key.get_value(), bound);
        bound.map(said).unwrap_or_default()
    }

    fn locale(self) -> Locale {
        self.register.app.locale.get_untracked()
    }
}

/// What else is done with a column: order, group, hide.
fn actions(column: Column) -> AnyView {
    let register = column.register;
    let app = register.app;
    let close = move || register.filter_at.set(None);
    let sort = move |descending: bool| {
        let column = column.key.get_value();
        register.update(|arrangement| arrangement.sort = vec![Sorting { column, descending }]);
        close();
    };
    let hide = move |()| {
        let key = column.key.get_value();
        close();
        register.update(|arrangement| arrangement.columns.show(&key, false));
    };
    view! {
        <div class="register-filter__actions">
            <Button label=app.t(RegisterMessage::SortUp) icon=Glyph::ArrowUp look=ButtonLook::Quiet on_press=move |()| sort(false) />
            <Button label=app.t(RegisterMessage::SortDown) icon=Glyph::ArrowDown look=ButtonLook::Quiet on_press=move |()| sort(true) />
            <Button label=app.t(RegisterMessage::Hide) icon=Glyph::EyeOff look=ButtonLook::Quiet on_press=hide />
        </div>
    }
    .into_any()
}

fn words(column: Column, facets: StoredValue<Facets>) -> AnyView {
    let app = column.register.app;
    let contains = Signal::derive(move || column.filter().contains);
    view! {
        <TextInput
            label=app.t(RegisterMessage::Contains)
            placeholder=app.t(RegisterMessage::ContainsHint)
            value=contains
            on_input=move |words: String| column.set(|filter| filter.contains = words)
        />
        {values(column, facets, contains)}
    }
    .into_any()
}

/// The values to tick, those that hold the words typed.
fn values(column: Column, facets: StoredValue<Facets>, words: Signal<String>) -> AnyView {
    let app = column.register.app;
    let shown = Memo::new(move |_| {
        let words = words.get();
        facets.with_value(|facets| {
            let found = |facet: &&Facet| words.trim().is_empty() || matches(&words, &facet.key);
            let found = facets.values.iter().filter(found);
            found
                .take(LISTED)
                .map(|facet| facet.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let counted = move |key: &str| {
        facets.with_value(|facets| {
            let found = facets.values.iter().find(|facet| facet.key == key);
            found.map_or(0, |facet| facet.count)
        })
    };
    let one = move |key: String| {
        let count = format::count(counted(&key), column.locale());
        let word = column.word(&key);
        let (held, wanted) = (key.clone(), key);
        let ticked = move || column.filter().among.contains(&held);
        let tick = move |event| {
            let on = event_target_checked(&event);
            column.set(|filter| {
                if on {
                    filter.among.insert(wanted.clone());
                } else {
                    filter.among.remove(&wanted);
                }
            });
        };
        view! {
            <li>
                <label class="register-filter__value">
                    <input class="check__box" type="checkbox" prop:checked=ticked on:change=tick />
                    <span class="register-filter__word">{word}</span>
                    <span class="register-filter__count">{count}</span>
                </label>
            </li>
        }
    };
    let more = move || {
        let (different, listed) = (
            facets.with_value(|facets| facets.different),
            shown.with(Vec::len),
        );
        let left = different.saturating_sub(listed);
        (left > 0 && words.with(|words| words.trim().is_empty())).then(|| {
            let count = format::count(left, column.locale());
            view! { <p class="small muted">{app.t(RegisterMessage::MoreValues { count })}</p> }
        })
    };
    view! {
        <fieldset class="register-filter__values">
            <legend class="small muted">{app.t(RegisterMessage::Values)}</legend>
            <ul class="register-filter__list">
                <For each=move || shown.get() key=Clone::clone children=one />
            </ul>
            {more}
        </fieldset>
    }
    .into_any()
}

fn bounds(column: Column, holds: ColumnType, facets: StoredValue<Facets>) -> AnyView {
    let app = column.register.app;
    let spread = facets
        .with_value(|facets| facets.span)
        .map(|(least, most)| {
            app.t(RegisterMessage::Spread {
                from: column.bound(Some(least)),
                to: column.bound(Some(most)),
            })
        });
    view! {
        <div class="register-filter__bounds">
            {bound_input(column, holds, true)}
            {bound_input(column, holds, false)}
        </div>
        {spread.map(|spread| view! { <p class="small muted">{spread}</p> })}
    }
    .into_any()
}

fn bound_input(column: Column, holds: ColumnType, from: bool) -> AnyView {
    let app = column.register.app;
    let error = RwSignal::new(None::<String>);
    let label = app.t(if from {
        RegisterMessage::From
    } else {
        RegisterMessage::To
    });
    let value = Signal::derive(move || {
        let filter = column.filter();
        column.bound(if from { filter.from } else { filter.to })
    });
    let commit = move |text: String| {
        let year = app.peek(|model| model.month().year());
        match bound(&text, holds, year) {
            Ok(bound) => {
                error.set(None);
                column.set(|filter| {
                    if from {
                        filter.from = bound;
                    } else {
                        filter.to = bound;
                    }
                });
            }
            Err(problem) => error.set(Some(app.t(problem))),
        }
    };
    if holds == ColumnType::Day {
        view! { <DateInput label=label value=value error=error placeholder="dd/mm/yyyy" on_commit=commit /> }.into_any()
    } else {
        view! { <NumberInput label=label value=value error=error on_commit=commit /> }.into_any()
    }
}

/// Only empty cells, or only filled ones, where there are both.
fn empties(column: Column, facets: StoredValue<Facets>) -> AnyView {
    let app = column.register.app;
    let (empty, filled) = facets.with_value(|facets| (facets.empty, facets.filled));
    if column.filter().empty.is_none() && (empty == 0 || filled == 0) {
        return ().into_any();
    }
    let count = |count: usize| format::count(count, column.locale());
    let options = vec![
        Choice::new("", app.t(RegisterMessage::EmptyAny)),
        Choice::new(
            "yes",
            app.t(RegisterMessage::EmptyOnly {
                count: count(empty),
            }),
        ),
        Choice::new(
            "no",
            app.t(RegisterMessage::EmptyNot {
                count: count(filled),
            }),
        ),
    ];
    let value = Signal::derive(move || {
        let word = match column.filter().empty {
            None => "",
            Some(true) => "yes",
            Some(false) => "no",
        };
        word.to_owned()
    });
    let choose = move |word: String| {
        column.set(|filter| filter.empty = (!word.is_empty()).then_some(word == "yes"));
    };
    view! { <Select label=app.t(RegisterMessage::Empty) options=options value=value on_change=choose /> }.into_any()
}
