//! What arranges a register: its state, and the controls above its grid.
//!
//! A page says which columns its register has and what they hold; everything a person
//! chooses about them is here, the same for every register, and kept on this machine.

mod bar;
/// Cells that are entered.
pub mod cells;
mod columns;
mod filter;
mod listed;
mod views;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::Event;
use crate::app::view::arrange::{
    Arrangement, ColumnSpec, ColumnType, Facets, GroupLine, SavedView, Sorting, next_order,
    views_from_text, views_to_text,
};
use crate::domain::{Decimal, Month};
use crate::i18n::Say as _;
use crate::i18n::format;
use crate::i18n::register::RegisterMessage;

use super::App;
use super::components::{GridColumn, HeadSpot, HeadState, RowView, SortAsk, SortBy, Widths};

pub use bar::{RegisterBar, RegisterFilters};
pub use filter::{COUNTED, FilterPopup};
pub use listed::{Listed, ROW_HEIGHT};

/// What the keys of headings begin with, to tell them from rows.
const GROUP: &str = "group:";

/// What a register tells about its columns.
#[derive(Clone, Copy)]
pub struct RegisterSource {
    /// All columns, in the order they have by habit.
    pub columns: Signal<Vec<GridColumn>>,
    /// What the rows hold in the column with a key, whatever that column is filtered by.
    pub values: Callback<String, Facets>,
    /// The words for a value of the column with a key, where a filter keeps only its number.
    pub word: Callback<(String, String), String>,
    /// The word of the quick filter that is on.
    pub quick: Signal<String>,
    /// Sets the quick filter.
    pub set_quick: Callback<String>,
}

/// The arrangement of one register.
#[derive(Clone, Copy)]
pub struct Register {
    app: App,
    key: &'static str,
    specs: &'static [ColumnSpec],
    source: StoredValue<RegisterSource>,
    /// How the person arranged it.
    pub arrangement: RwSignal<Arrangement>,
    /// Keys of the groups folded away.
    pub folded: RwSignal<BTreeSet<String>>,
    /// Widths of the columns, for the grid.
    pub widths: RwSignal<Widths>,
    views: RwSignal<Vec<SavedView>>,
    filter_at: RwSignal<Option<HeadSpot>>,
}

impl Register {
    /// The register called `key`, as it was left. `arrangement` is the signal the page's rows follow.
    pub fn new(
        app: App,
        key: &'static str,
        specs: &'static [ColumnSpec],
        arrangement: RwSignal<Arrangement>,
        source: RegisterSource,
    ) -> Self {
        let register = Self {
            app,
            key,
            specs,
            source: StoredValue::new(source),
            arrangement,
            folded: RwSignal::new(BTreeSet::new()),
            widths: RwSignal::new(
                arrangement.with_untracked(|arrangement| arrangement.columns.widths.clone()),
            ),
            views: RwSignal::new(views_from_text(&preference(app, &views_name(key)))),
            filter_at: RwSignal::new(None),
        };
        register.keep_on_this_machine();
        register
    }

    /// The arrangement a register was left with.
    #[must_use]
    pub fn left_as(app: App, key: &str) -> Arrangement {
        Arrangement::from_text(&preference(app, &name(key)))
    }

    fn source(self) -> RegisterSource {
        self.source.get_value()
    }

    fn keep_on_this_machine(self) {
        Effect::new(move |before: Option<String>| {
            let text = self.arrangement.with(Arrangement::to_text);
            if before.is_some_and(|before| before != text) {
                self.prefer(name(self.key), text.clone());
            }
            text
        });
    }

    fn prefer(self, name: String, value: String) {
        self.app.dispatch(Event::Preferred { name, value });
    }

    fn update(self, change: impl FnOnce(&mut Arrangement)) {
        self.arrangement.update(change);
    }

    /// Takes an arrangement over whole, widths and all.
    fn take(self, arrangement: Arrangement) {
        self.widths.set(arrangement.columns.widths.clone());
        self.folded.set(BTreeSet::new());
        self.arrangement.set(arrangement);
    }

    fn set_views(self, views: Vec<SavedView>) {
        self.prefer(views_name(self.key), views_to_text(&views));
        self.views.set(views);
    }

    /// The keys of the columns shown, in order.
    pub fn shown(self) -> Vec<&'static str> {
        self.arrangement
            .with(|arrangement| arrangement.columns.keys(self.specs))
    }

    /// The columns for the grid: those shown, in order, the first ones frozen as chosen.
    pub fn columns(self) -> Signal<Vec<GridColumn>> {
        let shown = Memo::new(move |_| {
            let frozen = self
                .arrangement
                .with(|arrangement| arrangement.columns.frozen);
            (self.shown(), frozen)
        });
        let columns = Memo::new(move |_| {
            let (keys, frozen) = shown.get();
            let all = self.source().columns.get();
            let made = keys.iter().enumerate().filter_map(|(at, key)| {
                let mut column = all.iter().find(|column| column.key == *key)?.clone();
                if let Some(frozen) = frozen {
                    column.sticky = at < frozen;
                }
                column.filterable = true;
                Some(column)
            });
            made.collect::<Vec<_>>()
        });
        columns.into()
    }

    fn spec(self, key: &str) -> Option<ColumnSpec> {
        self.specs.iter().find(|spec| spec.key == key).copied()
    }

    fn head(self, key: &str) -> String {
        self.source().columns.with(|columns| {
            let found = columns.iter().find(|column| column.key == key);
            found.map_or_else(String::new, |column| column.header.clone())
        })
    }

    /// The words for a value a filter or a group keeps.
    pub fn word(self, column: &str, key: &str) -> String {
        if key.is_empty() {
            return self.app.t(RegisterMessage::Nothing);
        }
        self.source().word.run((column.to_owned(), key.to_owned()))
    }

    /// The order, for the grid.
    pub fn sort(self) -> Signal<Vec<SortBy>> {
        Signal::derive(move || {
            let by = |by: &Sorting| SortBy {
                column: by.column.clone(),
                descending: by.descending,
            };
            self.arrangement
                .with(|arrangement| arrangement.sort.iter().map(by).collect())
        })
    }

    /// A header was pressed.
    pub fn sort_by(self, ask: &SortAsk) {
        self.update(|arrangement| {
            arrangement.sort = next_order(&arrangement.sort, &ask.column, ask.add);
        });
    }

    /// The columns that filter, for the grid.
    pub fn filtered(self) -> Signal<BTreeSet<String>> {
        let filtered = Memo::new(move |_| self.arrangement.with(Arrangement::filtered));
        filtered.into()
    }

    /// A filter was asked for.
    pub fn open_filter(self, spot: HeadSpot) {
        self.filter_at.set(Some(spot));
    }

    /// A column was made wider or narrower.
    pub fn resized(self, (column, width): (String, u32)) {
        self.update(|arrangement| {
            arrangement.columns.widths.insert(column, width);
        });
    }

    /// Folds or unfolds a group if a row's key names one; false when it is another row.
    pub fn folds(self, row_key: &str) -> bool {
        let Some(key) = row_key.strip_prefix(GROUP) else {
            return false;
        };
        self.folded.update(|folded| {
            if !folded.remove(key) {
                folded.insert(key.to_owned());
            }
        });
        true
    }

    /// The heading of a group, with what its rows come to.
    pub fn heading<T>(
        self,
        group: &GroupLine<T>,
        facts: impl IntoIterator<Item = String>,
    ) -> RowView {
        let locale = self.app.locale.get_untracked();
        let by = self
            .arrangement
            .with(|arrangement| arrangement.group.clone().unwrap_or_default());
        let rows = RegisterMessage::Rows {
            count: format::count(group.count, locale),
        };
        RowView::folding(
            format!("{GROUP}{}", group.key),
            self.group_label(&by, &group.key),
            std::iter::once(rows.say(locale)).chain(facts),
            group.folded,
        )
    }

    /// The words of a group: days are grouped by month, numbers by themselves.
    fn group_label(self, column: &str, key: &str) -> String {
        let locale = self.app.locale.get_untracked();
        let number = key.parse::<i64>().ok();
        match (self.spec(column).map(|spec| spec.holds), number) {
            (Some(ColumnType::Day), Some(ordinal)) => u32::try_from(ordinal)
                .ok()
                .and_then(Month::from_ordinal)
                .map(|month| format::month(month, locale))
                .unwrap_or_default(),
            (Some(ColumnType::Number), Some(millionths)) => {
                format::decimal(Decimal::from_millionths(millionths), locale)
            }
            _ => self.word(column, key),
        }
    }

    /// The words for how a header stands.
    pub fn describe(self, head: HeadState) -> String {
        let locale = self.app.locale.get_untracked();
        let order = head.order.map(|(place, descending)| {
            if descending {
                RegisterMessage::HeadDown { place }
            } else {
                RegisterMessage::HeadUp { place }
            }
        });
        let filtered = head.filtered.then_some(RegisterMessage::HeadFiltered);
        let words = order.into_iter().chain(filtered);
        words
            .map(|words| words.say(locale))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What a print says that leaves rows out.
    pub fn print_note(self, (shown, all): (usize, usize)) -> String {
        let locale = self.app.locale.get_untracked();
        self.app.t(RegisterMessage::PrintNote {
            shown: format::count(shown, locale),
            all: format::count(all, locale),
        })
    }
}

fn preference(app: App, name: &str) -> String {
    app.peek(|model| model.preferences.get(name).cloned().unwrap_or_default())
}

fn name(key: &str) -> String {
    format!("register.{key}")
}

fn views_name(key: &str) -> String {
    format!("register.{key}.views")
}
