//! Where each key leads in a grid, as pure steps between places.

use super::model::CellRange;

/// A cell or a header: no row means the header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The row, or none for the header.
    pub row: Option<usize>,
    /// The column.
    pub col: usize,
}

impl Place {
    /// A cell.
    #[must_use]
    pub const fn cell(row: usize, col: usize) -> Self {
        Self {
            row: Some(row),
            col,
        }
    }

    /// The nearest place that exists in a grid of this size.
    #[must_use]
    pub fn within(self, size: Size) -> Self {
        let row = match (self.row, size.rows) {
            (_, 0) | (None, _) => None,
            (Some(row), rows) => Some(row.min(rows - 1)),
        };
        Self {
            row,
            col: self.col.min(size.cols.saturating_sub(1)),
        }
    }
}

/// How large a grid is, and how many rows a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Rows, the header aside.
    pub rows: usize,
    /// Columns.
    pub cols: usize,
    /// Rows in view at once.
    pub page: usize,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One row up, into the header at the top.
    Up,
    /// One row down.
    Down,
    /// One column towards the start.
    Left,
    /// One column towards the end.
    Right,
    /// The first column.
    RowStart,
    /// The last column.
    RowEnd,
    /// The first cell of the grid.
    GridStart,
    /// The last cell of the grid.
    GridEnd,
    /// The first row, same column.
    ColumnStart,
    /// The last row, same column.
    ColumnEnd,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
}

impl Step {
    /// The step of a key, if it has one.
    #[must_use]
    pub fn of(key: &str, ctrl: bool) -> Option<Self> {
        Some(match (key, ctrl) {
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("ArrowUp", true) => Self::ColumnStart,
            ("ArrowDown", true) => Self::ColumnEnd,
            ("ArrowLeft", true) | ("Home", false) => Self::RowStart,
            ("ArrowRight", true) | ("End", false) => Self::RowEnd,
            ("Home", true) => Self::GridStart,
            ("End", true) => Self::GridEnd,
            ("PageUp", _) => Self::PageUp,
            ("PageDown", _) => Self::PageDown,
            _ => return None,
        })
    }
}

/// Where a step from `place` leads.
#[must_use]
pub fn moved(place: Place, step: Step, size: Size) -> Place {
    let Place { row, col } = place.within(size);
    let last_row = size.rows.saturating_sub(1);
    let last_col = size.cols.saturating_sub(1);
    let page = size.page.max(1);
    let next = match step {
        Step::Up => Place {
            row: row.and_then(|row| row.checked_sub(1)),
            col,
        },
        Step::Down => Place::cell(row.map_or(0, |row| row + 1), col),
        Step::Left => Place {
            row,
            col: col.saturating_sub(1),
        },
        Step::Right => Place { row, col: col + 1 },
        Step::RowStart => Place { row, col: 0 },
        Step::RowEnd => Place { row, col: last_col },
        Step::GridStart => Place::cell(0, 0),
        Step::GridEnd => Place::cell(last_row, last_col),
        Step::ColumnStart => Place::cell(0, col),
        Step::ColumnEnd => Place::cell(last_row, col),
        Step::PageUp => Place::cell(row.unwrap_or(0).saturating_sub(page), col),
        Step::PageDown => Place::cell(row.unwrap_or(0) + page, col),
    };
    next.within(size)
}

/// The rectangle between two cells; the header counts as the first row.
#[must_use]
pub fn range_between(anchor: Place, active: Place) -> CellRange {
    CellRange::between(
        (anchor.row.unwrap_or(0), anchor.col),
        (active.row.unwrap_or(0), active.col),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        rows: 100,
        cols: 5,
        page: 10,
    };

    #[test]
    fn arrows_stop_at_the_edges() {
        assert_eq!(
            moved(Place::cell(99, 4), Step::Down, SIZE),
            Place::cell(99, 4)
        );
        assert_eq!(
            moved(Place::cell(99, 4), Step::Right, SIZE),
            Place::cell(99, 4)
        );
        assert_eq!(
            moved(Place::cell(3, 0), Step::Left, SIZE),
            Place::cell(3, 0)
        );
    }

    #[test]
    fn up_from_the_first_row_reaches_the_header_and_down_comes_back() {
        let header = moved(Place::cell(0, 2), Step::Up, SIZE);
        assert_eq!(header, Place { row: None, col: 2 });
        assert_eq!(moved(header, Step::Down, SIZE), Place::cell(0, 2));
        assert_eq!(moved(header, Step::Up, SIZE), header);
    }

    #[test]
    fn ctrl_end_reaches_the_last_cell_and_pages_do_not_overshoot() {
        assert_eq!(
            moved(Place::cell(0, 0), Step::GridEnd, SIZE),
            Place::cell(99, 4)
        );
        assert_eq!(
            moved(Place::cell(95, 1), Step::PageDown, SIZE),
            Place::cell(99, 1)
        );
        assert_eq!(
            moved(Place::cell(5, 1), Step::PageUp, SIZE),
            Place::cell(0, 1)
        );
    }

    #[test]
    fn an_empty_grid_has_only_its_header() {
        let empty = Size {
            rows: 0,
            cols: 3,
            page: 10,
        };
        assert_eq!(
            moved(Place::cell(4, 1), Step::Down, empty),
            Place { row: None, col: 1 }
        );
    }

    #[test]
    fn a_range_is_the_same_whichever_end_was_first() {
        assert_eq!(
            range_between(Place::cell(4, 3), Place::cell(1, 0)),
            range_between(Place::cell(1, 0), Place::cell(4, 3))
        );
    }
}
