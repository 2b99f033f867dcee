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

impl Step {
    /// The step along filled cells that Ctrl and an arrow take.
    #[must_use]
    pub fn along(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            _ => return None,
        })
    }
}

/// Where Ctrl and an arrow lead: to the last filled cell before a gap, over a gap to the next
/// filled cell, else to the edge of the grid.
#[must_use]
pub fn edge(
    place: Place,
    direction: Step,
    size: Size,
    filled: impl Fn(usize, usize) -> bool,
) -> Place {
    let place = place.within(size);
    let Some(row) = place.row else {
        return match direction {
            Step::Down => edge(Place::cell(0, place.col), direction, size, filled),
            other => moved(place, other, size),
        };
    };
    let is_filled = |place: Place| place.row.is_some_and(|row| filled(row, place.col));
    let next = |place: Place| {
        let next = moved(place, direction, size);
        (next != place && next.row.is_some()).then_some(next)
    };
    let mut at = Place::cell(row, place.col);
    let Some(first) = next(at) else { return at };
    let inside = is_filled(at) && is_filled(first);
    while let Some(to) = next(at) {
        if inside && !is_filled(to) {
            return at;
        }
        at = to;
        if !inside && is_filled(at) {
            return at;
        }
    }
    at
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
    fn ctrl_and_arrows_stop_at_the_edges_of_what_is_filled() {
        let filled = |row: usize, col: usize| col == 1 && matches!(row, 2..=4 | 8);
        let down = |row| edge(Place::cell(row, 1), Step::Down, SIZE, filled);
        assert_eq!(down(0), Place::cell(2, 1));
        assert_eq!(down(2), Place::cell(4, 1));
        assert_eq!(down(4), Place::cell(8, 1));
        assert_eq!(down(8), Place::cell(99, 1));
        assert_eq!(down(99), Place::cell(99, 1));
        let up = |row| edge(Place::cell(row, 1), Step::Up, SIZE, filled);
        assert_eq!((up(99), up(8)), (Place::cell(8, 1), Place::cell(4, 1)));
        assert_eq!(up(2), Place::cell(0, 1), "not into the header");
        let right = edge(Place::cell(3, 0), Step::Right, SIZE, filled);
        assert_eq!(right, Place::cell(3, 1));
        assert_eq!(edge(right, Step::Right, SIZE, filled), Place::cell(3, 4));
        let header = Place { row: None, col: 1 };
        assert_eq!(edge(header, Step::Down, SIZE, filled), Place::cell(2, 1));
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
