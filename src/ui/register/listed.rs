//! Registers whose rows are all made before any is shown: a few thousand at most.

use leptos::prelude::*;

use crate::app::view::arrange::{
    Arranged, Arrangement, ColumnSpec, Facets, Line, Value, arranged, facets,
};
use crate::app::workflow::paste::{CellField, field_of};
use crate::i18n::Locale;
use crate::i18n::cells::CellsMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::App;
use crate::ui::components::{
    CellEdit, Choice, Commanded, DataGrid, GridColumn, GridPaste, GridSpot, HeadSpot, HeadState,
    KeyHint, RowView, SortAsk, Suggestion,
};

use super::cells::{Cells, CellsSource};
use super::{COUNTED, Register, RegisterSource};

/// The height of rows with one line of words, in pixels.
pub const ROW_HEIGHT: u32 = 36;

/// A register over rows that are at hand.
pub struct Listed<Row: Send + Sync + 'static> {
    /// How it is arranged.
    pub register: Register,
    rows: Memo<Vec<Row>>,
    shown: Memo<Arranged<usize, ()>>,
}

impl<Row: Send + Sync + 'static> Clone for Listed<Row> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Row: Send + Sync + 'static> Copy for Listed<Row> {}

impl<Row: Send + Sync + 'static> Listed<Row> {
    /// The register called `key` over `rows`: `value` says what a row holds in the column at an
    /// index of `specs`, `word` what a choice is called.
    pub fn new(
        app: App,
        key: &'static str,
        specs: &'static [ColumnSpec],
        columns: Signal<Vec<GridColumn>>,
        rows: Memo<Vec<Row>>,
        value: for<'a> fn(&'a Row, usize) -> Value<'a>,
        word: fn(&str, &str, Locale) -> String,
    ) -> Self {
        let arrangement = RwSignal::new(Register::left_as(app, key));
        let values = move |key: String| {
            let Some(column) = specs.iter().position(|spec| spec.key == key) else {
                return Facets::default();
            };
            let mut others = Arrangement {
                filters: arrangement.with_untracked(|arrangement| arrangement.filters.clone()),
                ..Arrangement::default()
            };
            others.filters.remove(&key);
            rows.with_untracked(|rows| {
                let value = |row: usize, column: usize| value(&rows[row], column);
                let folded = std::collections::BTreeSet::new();
                let all = (0..rows.len()).collect();
                let found: Arranged<usize, ()> = arranged(all, &others, specs, &folded, value);
                facets(
                    found.rows.into_iter().map(|row| value(row, column)),
                    COUNTED,
                )
            })
        };
        let source = RegisterSource {
            columns,
            values: Callback::new(values),
            word: Callback::new(move |(column, key): (String, String)| {
                word(&column, &key, app.locale.get_untracked())
            }),
            quick: Signal::derive(String::new),
            set_quick: Callback::new(|_| {}),
        };
        let register = Register::new(app, key, specs, arrangement, source);
        let asked = Memo::new(move |_| register.arrangement.with(Arrangement::of_rows));
        let shown = Memo::new(move |_| {
            let folded = register.folded.get();
            asked.with(|asked| {
                rows.with(|rows| {
                    let value = |row: usize, column: usize| value(&rows[row], column);
                    arranged((0..rows.len()).collect(), asked, specs, &folded, value)
                })
            })
        });
        Self {
            register,
            rows,
            shown,
        }
    }

    /// The same with quick filters of the page, which saved views keep too.
    #[must_use]
    pub fn with_quick(self, quick: Signal<String>, set_quick: Callback<String>) -> Self {
        self.register.source.update_value(|source| {
            source.quick = quick;
            source.set_quick = set_quick;
        });
        self
    }

    /// How many lines are shown, headings included.
    pub fn len(self) -> Signal<usize> {
        Signal::derive(move || self.shown.with(Arranged::len))
    }

    /// How many rows the filters leave.
    pub fn kept(self) -> usize {
        self.shown.with(|shown| shown.kept)
    }

    /// The keys of all groups.
    pub fn groups(self) -> Signal<Vec<String>> {
        Signal::derive(move || {
            let keys = |shown: &Arranged<usize, ()>| {
                shown.groups.iter().map(|group| group.key.clone()).collect()
            };
            self.shown.with(keys)
        })
    }

    /// The line at an index: a heading, or the cells `cell` makes of the columns shown.
    pub fn line(self, index: usize, cells: impl Fn(&Row, &[&'static str]) -> RowView) -> RowView {
        let keys = self.register.shown();
        let line = self.shown.with(|shown| match shown.line(index)? {
            Line::Group(group) => Some(self.register.heading(group, [])),
            Line::Row(row) => self
                .rows
                .with(|rows| rows.get(row).map(|row| cells(row, &keys))),
        });
        line.unwrap_or_default()
    }

    /// The cells of the register, which are entered like a spreadsheet's: `id` says which record a
    /// row is, `choices` what a field is answered with where that is one of a few, `suggest` what
    /// may be meant by what is typed.
    pub fn cells<F: CellField>(
        self,
        id: fn(&Row) -> F::Id,
        choices: fn(App, F) -> Vec<Choice>,
        suggest: fn(App, F, &str) -> Vec<Suggestion>,
    ) -> Cells<F> {
        let ids = move |(first, last, most): (usize, usize, usize)| {
            self.shown.with_untracked(|shown| {
                self.rows.with_untracked(|rows| {
                    let between = shown.rows_between(first, last).iter().take(most);
                    let found = between.filter_map(|row| rows.get(*row));
                    found.map(id).collect::<Vec<_>>()
                })
            })
        };
        let line = move |wanted: F::Id| {
            self.shown.with_untracked(|shown| {
                self.rows.with_untracked(|rows| {
                    shown.line_of(|row| rows.get(row).is_some_and(|row| id(row) == wanted))
                })
            })
        };
        let source = CellsSource {
            rows: Callback::new(ids),
            line: Callback::new(line),
            field: field_of::<F>,
            choices,
            suggest,
        };
        Cells::new(self.register.app, self.register, source)
    }

    /// The grid: `view` makes the cells of a row for the columns shown, `open` runs with the key of
    /// the row opened, `empty` stands where no row is.
    pub fn grid<F: CellField>(
        self,
        cells: Cells<F>,
        label: String,
        row_height: u32,
        view: fn(&Row, &[&'static str], Locale) -> RowView,
        open: impl Fn(&str) + Send + Sync + 'static,
        empty: impl Into<ViewFn>,
    ) -> AnyView {
        let register = self.register;
        let row = Callback::new(move |index: usize| {
            let locale = register.app.locale.get_untracked();
            self.line(index, |row, keys| {
                cells.with_editors(view(row, keys, locale), keys)
            })
        });
        let activate = move |spot: GridSpot| {
            if !register.folds(&spot.row_key) {
                open(&spot.row_key);
            }
        };
        view! {
            <section class="panel register-panel">
                <DataGrid
                    label=label
                    columns=cells.columns()
                    row_count=self.len()
                    row=row
                    row_height=row_height
                    sort=register.sort()
                    on_sort=move |ask: SortAsk| register.sort_by(&ask)
                    filtered=register.filtered()
                    on_filter=move |spot: HeadSpot| register.open_filter(spot)
                    describe_head=Callback::new(move |head: HeadState| register.describe(head))
                    widths=register.widths
                    on_resize=move |width: (String, u32)| register.resized(width)
                    print_note=Callback::new(move |rows: (usize, usize)| register.print_note(rows))
                    on_edit=Callback::new(move |edit: CellEdit| cells.take(&edit))
                    on_paste=move |pasted: GridPaste| cells.lay(&pasted)
                    on_command=Callback::new(move |asked: Commanded| cells.command(asked))
                    filled=Callback::new(move |(row, col): (usize, usize)| cells.filled(row, col))
                    suggest=Callback::new(move |edit: CellEdit| cells.suggest(&edit))
                    find_row=Callback::new(move |key: String| cells.line_of(&key))
                    range=cells.range
                    copy_heads=cells.copy_heads
                    current=cells.current
                    on_activate=activate
                    empty=empty
                />
                {foot(register.app)}
            </section>
            {cells.dialogs()}
        }
        .into_any()
    }
}

/// What the keys do.
fn foot(app: App) -> AnyView {
    view! {
        <footer class="panel__foot">
            <KeyHint keys="Enter" label=app.t(CellsMessage::KeyOpen) />
            <KeyHint keys="F2" label=app.t(TaskMessage::KeyEdit) />
            <KeyHint keys="Ctrl D" label=app.t(TaskMessage::KeyFill) />
            <KeyHint keys="Ctrl V" label=app.t(TaskMessage::KeyPaste) />
            <KeyHint keys="Ctrl Z" label=app.t(TaskMessage::KeyUndo) />
        </footer>
    }
    .into_any()
}
