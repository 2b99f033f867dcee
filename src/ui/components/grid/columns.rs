//! Which columns stand in the document: all of a few, of many only those in view.

use super::model::GridColumn;

/// More columns than this are drawn only as they come into view.
const MANY: usize = 30;
/// Columns drawn beyond each edge.
const BEYOND: usize = 2;

/// The columns to draw, in order: `left` pixels are scrolled away, `view` are in view, and `keep` is
/// the one that holds the focus. None means all of them.
pub(super) fn drawn(
    columns: &[GridColumn],
    left: f64,
    view: f64,
    keep: usize,
) -> Option<Vec<usize>> {
    if columns.len() <= MANY {
        return None;
    }
    let stuck = columns.iter().take_while(|column| column.sticky).count();
    let named = super::model::naming_column(columns);
    let mut end = 0.0;
    let mut seen = columns.iter().map(|column| {
        let start = end;
        end += f64::from(column.width);
        end > left && start < left + view
    });
    let first = seen.position(|seen| seen).unwrap_or_default();
    let last = first + seen.take_while(|seen| *seen).count();
    let near = first.saturating_sub(BEYOND)..=last + BEYOND;
    let drawn = (0..columns.len())
        .filter(|col| *col < stuck || near.contains(col) || *col == keep || Some(*col) == named);
    Some(drawn.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(count: usize) -> Vec<GridColumn> {
        (0..count)
            .map(|col| {
                let column = GridColumn::text(col.to_string(), "").width(100);
                if col == 0 { column.sticky() } else { column }
            })
            .collect()
    }

    #[test]
    fn a_few_columns_are_all_drawn() {
        assert_eq!(drawn(&columns(30), 500.0, 300.0, 0), None);
    }

    #[test]
    fn of_many_only_those_in_view_stand_with_the_stuck_and_the_focused_one() {
        let shown = drawn(&columns(200), 5000.0, 300.0, 120);
        assert_eq!(shown, Some(vec![0, 48, 49, 50, 51, 52, 53, 54, 120]));
    }

    #[test]
    fn the_ends_are_reached() {
        let many = columns(200);
        let start = drawn(&many, 0.0, 300.0, 0).unwrap_or_default();
        let end = drawn(&many, 19_700.0, 300.0, 0).unwrap_or_default();
        assert_eq!((start.first(), end.last()), (Some(&0), Some(&199)));
    }
}
