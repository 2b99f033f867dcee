//! Which rows are in view, and where they stand, however many there are.
//!
//! A browser cannot make an element taller than some 17 million pixels. Beyond
//! that the scroll bar is compressed: its position is a share of the whole, and
//! the true offset is kept beside it, so that keys and the wheel still move by
//! single rows.

use std::ops::Range;

/// The tallest canvas every browser draws without losing pixels.
const TALLEST: f64 = 12_000_000.0;
/// Rows drawn beyond each edge, so that a fast scroll shows no gap.
const BEYOND: usize = 6;
/// Never more rows than this in the document.
const MOST: usize = 90;

/// The sizes a position is computed from, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// How many rows there are.
    pub rows: usize,
    /// The height of each.
    pub row_height: f64,
    /// The height of the part in view, the header aside.
    pub view: f64,
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "row numbers stay far below 2^52 and offsets are not negative"
)]
impl Extent {
    /// The height all rows would take.
    #[must_use]
    pub fn full(&self) -> f64 {
        self.rows as f64 * self.row_height
    }

    /// The height of the canvas that is really laid out.
    #[must_use]
    pub fn canvas(&self) -> f64 {
        self.full().min(TALLEST)
    }

    /// Whether the scroll bar stands for more than it can.
    #[must_use]
    pub fn is_compressed(&self) -> bool {
        self.full() > TALLEST
    }

    fn last_offset(&self) -> f64 {
        (self.full() - self.view).max(0.0)
    }

    fn last_top(&self) -> f64 {
        (self.canvas() - self.view).max(0.0)
    }

    /// The offset kept inside what exists.
    #[must_use]
    pub fn clamped(&self, offset: f64) -> f64 {
        offset.clamp(0.0, self.last_offset())
    }

    /// The true offset a scroll position stands for.
    #[must_use]
    pub fn offset_at(&self, top: f64) -> f64 {
        if !self.is_compressed() || self.last_top() <= 0.0 {
            return self.clamped(top);
        }
        self.clamped(top / self.last_top() * self.last_offset())
    }

    /// The scroll position that stands for a true offset.
    #[must_use]
    pub fn top_at(&self, offset: f64) -> f64 {
        if !self.is_compressed() || self.last_offset() <= 0.0 {
            return self.clamped(offset);
        }
        self.clamped(offset) / self.last_offset() * self.last_top()
    }

    /// The rows to draw at an offset, some beyond each edge included.
    #[must_use]
    pub fn drawn(&self, offset: f64) -> Range<usize> {
        if self.rows == 0 || self.row_height <= 0.0 {
            return 0..0;
        }
        let first_seen = ((self.clamped(offset) / self.row_height) as usize).min(self.rows - 1);
        let seen = (self.view.max(self.row_height) / self.row_height).ceil() as usize + 1;
        let first = first_seen.saturating_sub(BEYOND);
        let last = (first_seen + seen + BEYOND)
            .min(self.rows)
            .min(first + MOST);
        first..last
    }

    /// The offset nearest to `offset` at which `row` is wholly in view.
    #[must_use]
    pub fn reveal(&self, offset: f64, row: usize) -> f64 {
        let top = row as f64 * self.row_height;
        let bottom = top + self.row_height;
        let wanted = if top < offset {
            top
        } else if bottom > offset + self.view {
            bottom - self.view
        } else {
            offset
        };
        self.clamped(wanted)
    }

    /// The row heights are counted from this row, so that no position grows beyond what is exact.
    #[must_use]
    pub fn base(&self, first_drawn: usize) -> usize {
        if self.is_compressed() {
            first_drawn / 4096 * 4096
        } else {
            0
        }
    }

    /// The position of row `index` below `base`, in pixels.
    #[must_use]
    pub fn row_top(&self, index: usize, base: usize) -> f64 {
        index as f64 * self.row_height - base as f64 * self.row_height
    }

    /// How far the drawn rows are shifted so that they stand where the scroll position is.
    #[must_use]
    pub fn shift(&self, offset: f64, base: usize) -> f64 {
        if self.is_compressed() {
            self.top_at(offset) - offset + base as f64 * self.row_height
        } else {
            0.0
        }
    }

    /// Whole rows in view, at least one.
    #[must_use]
    pub fn page(&self) -> usize {
        ((self.view / self.row_height).floor() as usize)
            .saturating_sub(1)
            .max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(rows: usize) -> Extent {
        Extent {
            rows,
            row_height: 36.0,
            view: 720.0,
        }
    }

    #[test]
    fn a_million_rows_draw_fewer_than_a_hundred_anywhere() {
        let million = extent(1_000_000);
        let mut top = 0.0;
        while top < million.canvas() {
            assert!(million.drawn(million.offset_at(top)).len() < 100);
            top += 97_001.0;
        }
    }

    #[test]
    fn a_window_of_unbounded_height_still_draws_fewer_than_a_hundred() {
        let tall = Extent {
            view: 36_000_000.0,
            ..extent(1_000_000)
        };
        assert!(tall.drawn(0.0).len() < 100);
    }

    #[test]
    fn the_ends_of_the_scroll_bar_are_the_ends_of_the_rows() {
        let million = extent(1_000_000);
        assert_eq!(million.drawn(million.offset_at(0.0)).start, 0);
        assert_eq!(
            million.drawn(million.offset_at(million.canvas())).end,
            1_000_000
        );
    }

    #[test]
    fn every_row_can_be_revealed_exactly() {
        let million = extent(1_000_000);
        for row in [0, 1, 19, 20, 333_333, 999_998, 999_999] {
            let offset = million.reveal(500_000.0 * 36.0, row);
            let top = million.row_top(row, 0) - offset;
            assert!(
                top >= 0.0 && top + 36.0 <= 720.0,
                "row {row} stands at {top}"
            );
            let again = million.offset_at(million.top_at(offset));
            assert!((again - offset).abs() < 0.01);
        }
    }

    #[test]
    fn drawn_rows_stand_at_the_scroll_position_when_compressed() {
        let million = extent(1_000_000);
        let offset = 700_000.0 * 36.0;
        let base = million.base(million.drawn(offset).start);
        let on_screen =
            million.shift(offset, base) + million.row_top(700_000, base) - million.top_at(offset);
        assert!(on_screen.abs() < 0.01);
    }

    #[test]
    fn a_short_list_scrolls_plainly() {
        let short = extent(100);
        assert!((short.offset_at(123.0) - 123.0).abs() < f64::EPSILON);
        assert!(short.shift(123.0, short.base(3)).abs() < f64::EPSILON);
    }
}
