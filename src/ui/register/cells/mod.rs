//! Cells of a register that are entered: typed, pasted, filled, replaced, cleared.
//!
//! A register says which fields its columns hold ([`CellField`]); how they are entered, what is
//! refused and how it is mended is here, the same for every register.

mod entering;
mod many;
mod preview;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::Model;
use crate::app::view::people;
use crate::app::workflow::paste::{CellField, Ground, Holds, Laid, Place, editor_text};
use crate::domain::Day;
use crate::i18n::cells::CellsMessage;
use crate::i18n::format;
use crate::ui::App;
use crate::ui::components::{
    CellRange, Choice, ColumnKind, Commanded, GridColumn, GridSpot, Menu, MenuItem, RowView,
    Suggestion,
};

use super::Register;

pub use many::{asked, found};

/// The key of the menu's entry that records rows as done.
const DONE: &str = "done";

/// What is asked before many cells change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellsAsk {
    /// Nothing.
    #[default]
    None,
    /// What was laid onto cells, before it is taken.
    Preview,
    /// A series.
    Series,
    /// One value for the selected rows.
    Bulk,
    /// A replacement.
    Replace,
}

/// What a register tells about its cells.
#[derive(Clone, Copy)]
pub struct CellsSource<F: CellField> {
    /// The records among the lines from one to another, both included, at most so many.
    pub rows: Callback<(usize, usize, usize), Vec<F::Id>>,
    /// The line a record is at; nothing when it is not shown.
    pub line: Callback<F::Id, Option<usize>>,
    /// The field entered in the column with a key.
    pub field: fn(&str) -> Option<F>,
    /// What a field is answered with, where that is one of a few.
    pub choices: fn(App, F) -> Vec<Choice>,
    /// What may be meant by what is typed, where the kind of the field does not say it.
    pub suggest: fn(App, F, &str) -> Vec<Suggestion>,
}

/// The cells of one register, and what is being done with them.
#[derive(Clone, Copy)]
pub struct Cells<F: CellField> {
    pub(super) app: App,
    of: StoredValue<(Register, CellsSource<F>)>,
    /// What is asked.
    pub ask: RwSignal<CellsAsk>,
    /// The cell one is at.
    pub current: RwSignal<Option<GridSpot>>,
    /// The keys of the ticked rows.
    pub selected: RwSignal<BTreeSet<String>>,
    /// The selected range of cells.
    pub range: RwSignal<Option<CellRange>>,
    /// Set to copy the range with its heads.
    pub copy_heads: RwSignal<bool>,
    /// What was laid onto cells and is not taken yet.
    laid: RwSignal<Option<Laid<F>>>,
}

/// What cells are laid on.
#[must_use]
pub fn ground(model: &Model) -> Ground<'_> {
    Ground::of(model)
}

impl<F: CellField> Cells<F> {
    /// The cells of a register.
    #[must_use]
    pub fn new(app: App, register: Register, source: CellsSource<F>) -> Self {
        Self {
            app,
            of: StoredValue::new((register, source)),
            ask: RwSignal::new(CellsAsk::None),
            current: RwSignal::new(None),
            selected: RwSignal::new(BTreeSet::new()),
            range: RwSignal::new(None),
            copy_heads: RwSignal::new(false),
            laid: RwSignal::new(None),
        }
    }

    fn source(self) -> CellsSource<F> {
        self.of.with_value(|(_, source)| *source)
    }

    /// How the register is arranged.
    #[must_use]
    pub fn register(self) -> Register {
        self.of.with_value(|(register, _)| *register)
    }

    /// The field entered in the column with a key.
    pub(super) fn field(self, column: &str) -> Option<F> {
        (self.source().field)(column)
    }

    /// The record a row's key names.
    #[must_use]
    pub fn id_of(key: &str) -> Option<F::Id> {
        key.parse().ok().map(F::id)
    }

    /// The line of the row with a key.
    #[must_use]
    pub fn line_of(self, key: &str) -> Option<usize> {
        Self::id_of(key).and_then(|id| self.source().line.run(id))
    }

    /// The record of the cell one is at.
    pub fn current_row(self) -> Option<F::Id> {
        self.current
            .with(|spot| spot.as_ref().and_then(|spot| Self::id_of(&spot.row_key)))
    }

    /// The ticked records.
    pub fn ticked(self) -> Vec<F::Id> {
        self.selected
            .with(|keys| keys.iter().filter_map(|key| Self::id_of(key)).collect())
    }

    /// The fields of the columns as they are seen.
    fn shown_fields(self) -> Vec<Option<F>> {
        let keys = untrack(|| self.register().shown());
        keys.into_iter().map(|key| self.field(key)).collect()
    }

    /// What the column of a field is called.
    fn name(self, field: F) -> String {
        let columns = self.register().source().columns;
        let of = |column: &GridColumn| self.field(&column.key) == Some(field);
        columns.with_untracked(|columns| {
            let column = columns.iter().find(|column| of(column));
            column.map_or_else(String::new, |column| column.header.clone())
        })
    }

    /// The records as they are seen.
    pub fn all_rows(self) -> Vec<F::Id> {
        self.source().rows.run((0, usize::MAX, usize::MAX))
    }

    /// Where a range lies, with at least `wanted` rows. Headings of groups are lines of the grid,
    /// not rows.
    pub fn place_of(self, range: CellRange, wanted: usize) -> Place<F> {
        let rows = self.source().rows;
        let height = rows
            .run((range.first_row, range.last_row, usize::MAX))
            .len();
        let fields = self.shown_fields().into_iter();
        Place {
            rows: rows.run((range.first_row, usize::MAX, height.max(wanted))),
            columns: fields.skip(range.first_col).collect(),
            height,
            width: range.last_col - range.first_col + 1,
            grows: false,
        }
    }

    /// The records of the ticked rows, else those of the selected range.
    fn chosen_rows(self) -> Vec<F::Id> {
        let ticked = untrack(|| self.ticked());
        if !ticked.is_empty() {
            return ticked;
        }
        let range = self.range.get_untracked();
        range
            .map(|range| self.place_of(range, 0).rows)
            .unwrap_or_default()
    }

    /// What may be meant by what is typed for a field.
    pub fn suggestions(self, field: F, typed: &str) -> Vec<Suggestion> {
        let app = self.app;
        let people = || found(app.peek(|model| people::suggest(model, typed)));
        let units = || found(app.peek(|model| people::suggest_units(model, typed)));
        match field.holds() {
            Holds::Person => people(),
            Holds::Unit => units(),
            Holds::PersonOrUnit => people().into_iter().chain(units()).collect(),
            Holds::Day if typed.trim().is_empty() => days(app),
            Holds::Day | Holds::Number => Vec::new(),
            Holds::Words | Holds::Other => {
                let choices = (self.source().choices)(app, field);
                let choices = choices.into_iter().filter(|choice| {
                    crate::text::matches(typed, &choice.label) || typed == choice.value
                });
                let choices = choices.map(|choice| Suggestion {
                    value: choice.value,
                    label: choice.label,
                    detail: None,
                });
                let own = (self.source().suggest)(app, field, typed);
                choices.chain(own).collect()
            }
        }
    }

    /// The columns for the grid, those with a field edited by its kind.
    pub fn columns(self) -> Signal<Vec<GridColumn>> {
        let columns = self.register().columns();
        Signal::derive(move || {
            let mut columns = columns.get();
            for column in &mut columns {
                if let Some(field) = self.field(&column.key) {
                    self.edited(column, field);
                }
            }
            columns
        })
    }

    fn edited(self, column: &mut GridColumn, field: F) {
        column.editable = true;
        let choices = (self.source().choices)(self.app, field);
        column.suggests |= matches!(
            field.holds(),
            Holds::Person | Holds::Unit | Holds::PersonOrUnit | Holds::Day
        );
        if !choices.is_empty() {
            column.kind = ColumnKind::Choice(choices);
        }
    }

    /// A row whose editors begin with what one would type.
    pub(super) fn with_editors(self, mut row: RowView, keys: &[&'static str]) -> RowView {
        let Some(id) = Self::id_of(&row.key) else {
            return row;
        };
        // Read, so that a change which shows nowhere in the row still reaches its editors.
        self.app.read(|model| {
            let Some(record) = F::row(&model.book, id, model.month()) else {
                return;
            };
            for (cell, key) in row.cells.iter_mut().zip(keys) {
                if let Some(field) = self.field(key) {
                    let numbers = ground(model).numbers;
                    cell.edit = Some(editor_text(field, &model.book, &record, numbers));
                }
            }
        });
        row
    }

    /// What can be done to many cells, each with its key; `done` where rows can be done.
    pub fn menu(self, done: Option<Callback<Commanded, bool>>) -> AnyView {
        let app = self.app;
        let items = Signal::derive(move || {
            let none = self.range.with(Option::is_none);
            let entry = |(key, message, keys): (&str, CellsMessage, &str)| {
                let mut item = MenuItem::new(key, app.t(message));
                item.keys = (!keys.is_empty()).then(|| keys.to_owned());
                item.disabled = none;
                item
            };
            let first = done.map(|_| (DONE, CellsMessage::Done, "Ctrl Enter"));
            let all = [
                ("down", CellsMessage::FillDown, "Ctrl D"),
                ("series", CellsMessage::FillSeries, "Ctrl Shift D"),
                ("bulk", CellsMessage::Bulk, ""),
                ("replace", CellsMessage::Replace, "Ctrl H"),
                ("heads", CellsMessage::CopyHeads, "Ctrl Shift C"),
            ];
            first.into_iter().chain(all).map(entry).collect::<Vec<_>>()
        });
        let choose = move |key: String| self.chosen(&key, done);
        view! { <Menu label=app.t(CellsMessage::Menu) items=items on_select=choose /> }.into_any()
    }

    /// The dialogs over the register.
    pub fn dialogs(self) -> AnyView {
        let shown = move || match self.ask.get() {
            CellsAsk::None => ().into_any(),
            CellsAsk::Preview => preview::dialog(self),
            CellsAsk::Series => many::series(self),
            CellsAsk::Bulk => many::bulk(self),
            CellsAsk::Replace => many::replace(self),
        };
        shown.into_any()
    }

    fn close(self) {
        self.ask.set(CellsAsk::None);
    }
}

/// Days one often means.
fn days(app: App) -> Vec<Suggestion> {
    let [today, friday, end] = app.peek(|model| people::usual_days(model.now.today));
    let one = |(day, name): (Day, CellsMessage)| Suggestion {
        value: format::day(day),
        label: format::day(day),
        detail: Some(app.t(name)),
    };
    [
        (today, CellsMessage::SuggestToday),
        (friday, CellsMessage::SuggestWeekEnd),
        (end, CellsMessage::SuggestMonthEnd),
    ]
    .map(one)
    .into()
}
