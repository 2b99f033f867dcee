//! What a grid is told and what it tells: columns, rows of cells, edits, ranges, pastes.

use crate::ui::components::badge::ClassMark;
use crate::ui::components::choice::Choice;
use crate::ui::components::table::Align;
use crate::ui::components::tone::Tone;

/// How a column is edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    #[default]
    Text,
    /// A number with decimal comma, kept as text.
    Number,
    /// A date as dd/mm/yyyy, kept as text.
    Date,
    /// One of a few.
    Choice(Vec<Choice>),
}

/// One column.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property a column has or has not"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridColumn {
    /// Its key, the same in every session.
    pub key: String,
    /// Its header.
    pub header: String,
    /// A longer explanation of the header.
    pub title: Option<String>,
    /// How it is edited.
    pub kind: ColumnKind,
    /// Where its content stands.
    pub align: Align,
    /// Its width in pixels; the least width when it grows.
    pub width: u32,
    /// Takes a share of the room left over.
    pub grow: bool,
    /// Its cells can be edited, unless a cell says otherwise.
    pub editable: bool,
    /// Its editor shows what may be meant while one types.
    pub suggests: bool,
    /// Its header sorts.
    pub sortable: bool,
    /// Stays in view when the grid scrolls sideways; only for the first columns, four at most.
    pub sticky: bool,
    /// Its cells name their rows for those who hear the grid; else the first column that stays in view does.
    pub names_row: bool,
    /// Its header opens a filter.
    pub filterable: bool,
}

impl GridColumn {
    fn of(
        kind: ColumnKind,
        align: Align,
        width: u32,
        key: impl Into<String>,
        header: impl Into<String>,
    ) -> Self {
        Self {
            key: key.into(),
            header: header.into(),
            kind,
            align,
            width,
            ..Self::default()
        }
    }

    /// A column of words, 160 pixels wide.
    pub fn text(key: impl Into<String>, header: impl Into<String>) -> Self {
        Self::of(ColumnKind::Text, Align::Start, 160, key, header)
    }

    /// A column of numbers, 88 pixels wide.
    pub fn number(key: impl Into<String>, header: impl Into<String>) -> Self {
        Self::of(ColumnKind::Number, Align::End, 88, key, header)
    }

    /// A column of dates, 104 pixels wide.
    pub fn date(key: impl Into<String>, header: impl Into<String>) -> Self {
        Self::of(ColumnKind::Date, Align::End, 104, key, header)
    }

    /// A column answered by choosing, 160 pixels wide.
    pub fn choice(key: impl Into<String>, header: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::of(ColumnKind::Choice(choices), Align::Start, 160, key, header)
    }

    /// With this width in pixels.
    #[must_use]
    pub const fn width(mut self, pixels: u32) -> Self {
        self.width = pixels;
        self
    }

    /// Takes a share of the room left over.
    #[must_use]
    pub const fn grow(mut self) -> Self {
        self.grow = true;
        self
    }

    /// Can be edited.
    #[must_use]
    pub const fn editable(mut self) -> Self {
        self.editable = true;
        self
    }

    /// Shows what may be meant while one types.
    #[must_use]
    pub const fn suggests(mut self) -> Self {
        self.suggests = true;
        self
    }

    /// Sorts when its header is pressed.
    #[must_use]
    pub const fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// Stays in view when the grid scrolls sideways.
    #[must_use]
    pub const fn sticky(mut self) -> Self {
        self.sticky = true;
        self
    }

    /// Names the rows.
    #[must_use]
    pub const fn names_row(mut self) -> Self {
        self.names_row = true;
        self
    }

    /// Opens a filter.
    #[must_use]
    pub const fn filterable(mut self) -> Self {
        self.filterable = true;
        self
    }

    /// With a longer explanation of the header.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// The column whose cells name the rows.
#[must_use]
pub fn naming_column(columns: &[GridColumn]) -> Option<usize> {
    let chosen = columns.iter().position(|column| column.names_row);
    chosen.or_else(|| columns.first().filter(|column| column.sticky).map(|_| 0))
}

/// One cell as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellView {
    /// Its words; also what is copied.
    pub text: String,
    /// Quiet words on a second line; needs a row height of 52.
    pub detail: Option<String>,
    /// Its meaning.
    pub tone: Tone,
    /// Shows the words as a class badge with its shape.
    pub mark: Option<ClassMark>,
    /// Shows the words as a tag in its tone.
    pub tag: bool,
    /// Shows the words strong.
    pub strong: bool,
    /// A small bar before the words, 0 to 100.
    pub percent: Option<f64>,
    /// Where it leads.
    pub href: Option<String>,
    /// The tooltip.
    pub title: Option<String>,
    /// What the editor starts with, when it is not `text`.
    pub edit: Option<String>,
    /// Cannot be edited although its column can.
    pub locked: bool,
    /// What is wrong with the stored value; the cell is marked and the tooltip says it.
    pub error: Option<String>,
}

impl CellView {
    /// A cell with words.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A cell with a class badge.
    pub fn class(mark: ClassMark, text: impl Into<String>) -> Self {
        Self {
            mark: Some(mark),
            ..Self::text(text)
        }
    }

    /// A cell with a tag.
    pub fn tag(tone: Tone, text: impl Into<String>) -> Self {
        Self {
            tag: true,
            tone,
            ..Self::text(text)
        }
    }

    /// With this tone.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// With a second line.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With strong words.
    #[must_use]
    pub const fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// With a small bar before the words, 0 to 100.
    #[must_use]
    pub const fn percent(mut self, percent: f64) -> Self {
        self.percent = Some(percent);
        self
    }

    /// As a link.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// With a tooltip.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// One row as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowView {
    /// Its key, the same under any sort and filter.
    pub key: String,
    /// Its cells, one per column.
    pub cells: Vec<CellView>,
    /// Is the heading of a group: its first cell spans the grid, the words of the others follow in it.
    pub group: bool,
    /// For the heading of a group that folds: whether its rows are hidden.
    pub folded: Option<bool>,
}

impl RowView {
    /// A row of cells.
    pub fn new(key: impl Into<String>, cells: Vec<CellView>) -> Self {
        Self {
            key: key.into(),
            cells,
            group: false,
            folded: None,
        }
    }

    /// The heading of a group.
    pub fn group(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            cells: vec![CellView::text(text)],
            group: true,
            folded: None,
        }
    }

    /// The heading of a group that folds, with what its rows come to.
    pub fn folding(
        key: impl Into<String>,
        text: impl Into<String>,
        facts: impl IntoIterator<Item = String>,
        folded: bool,
    ) -> Self {
        let mut row = Self::group(key, text);
        row.cells.extend(facts.into_iter().map(CellView::text));
        row.folded = Some(folded);
        row
    }
}

/// How a header stands, for the words that describe it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeadState {
    /// Its place in an order by several columns, from 1, and whether the largest come first.
    pub order: Option<(usize, bool)>,
    /// Whether its column filters.
    pub filtered: bool,
}

/// A header whose filter is asked for, and where it stands in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadSpot {
    /// The key of the column.
    pub column: String,
    /// Its left edge in pixels.
    pub left: f64,
    /// Its lower edge in pixels.
    pub bottom: f64,
}

/// One column of the order the rows are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The key of the column.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// One cell, by place and by keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridSpot {
    /// Its row, from 0, in the order shown.
    pub row: usize,
    /// Its column, from 0, in the order shown.
    pub col: usize,
    /// The key of its row.
    pub row_key: String,
    /// The key of its column.
    pub column: String,
}

/// A new value for one cell, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// Which cell.
    pub spot: GridSpot,
    /// What was typed or chosen.
    pub value: String,
}

/// A rectangle of cells, all ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRange {
    /// The first row.
    pub first_row: usize,
    /// The last row.
    pub last_row: usize,
    /// The first column.
    pub first_col: usize,
    /// The last column.
    pub last_col: usize,
}

impl CellRange {
    /// The smallest rectangle with both cells, each given as row and column.
    #[must_use]
    pub fn between(one: (usize, usize), other: (usize, usize)) -> Self {
        Self {
            first_row: one.0.min(other.0),
            last_row: one.0.max(other.0),
            first_col: one.1.min(other.1),
            last_col: one.1.max(other.1),
        }
    }

    /// The columns of the rectangle in `row`, first and last, or none.
    #[must_use]
    pub const fn columns_in(&self, row: usize) -> Option<(usize, usize)> {
        if row >= self.first_row && row <= self.last_row {
            Some((self.first_col, self.last_col))
        } else {
            None
        }
    }

    /// Whether it is a single cell.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        self.first_row == self.last_row && self.first_col == self.last_col
    }
}

/// What a key asks of the page for the selected range, beyond what the grid does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridCommand {
    /// Ctrl+D: the first row over the rows below it; of a single row, the row above it over it.
    FillDown,
    /// Ctrl+Shift+D: a series from the first row.
    FillSeries,
    /// Delete: nothing in the cells.
    Clear,
    /// Ctrl+H: find and replace.
    Replace,
    /// Ctrl+Enter: what the rows stand for is done, or not done after all.
    Done,
    /// Ctrl+; as in spreadsheets: today.
    Today,
}

impl GridCommand {
    /// The command of a key.
    #[must_use]
    pub fn of(key: &str, ctrl: bool, shift: bool) -> Option<Self> {
        Some(match (key, ctrl, shift) {
            ("d" | "D", true, false) => Self::FillDown,
            ("d" | "D", true, true) => Self::FillSeries,
            ("Delete", false, false) => Self::Clear,
            ("h" | "H", true, false) => Self::Replace,
            ("Enter", true, false) => Self::Done,
            (";", true, false) => Self::Today,
            _ => return None,
        })
    }
}

/// A command with the range it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commanded {
    /// What.
    pub command: GridCommand,
    /// Where.
    pub range: CellRange,
}

/// Something pasted at a cell, not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridPaste {
    /// The cell where the block begins: the upper left of the range.
    pub spot: GridSpot,
    /// The range that was selected.
    pub range: CellRange,
    /// The plain text, rows and tabs as they came.
    pub text: String,
    /// The same as HTML, when there was any.
    pub html: Option<String>,
}

/// A header pressed to put the rows in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortAsk {
    /// The key of the column.
    pub column: String,
    /// Adds to the order instead of beginning another.
    pub add: bool,
}

impl SortAsk {
    /// The order this asks for where only one column decides: up first, then down.
    #[must_use]
    pub fn alone(self, now: &[SortBy]) -> SortBy {
        let up = now
            .iter()
            .any(|by| by.column == self.column && !by.descending);
        SortBy {
            column: self.column,
            descending: up,
        }
    }
}
