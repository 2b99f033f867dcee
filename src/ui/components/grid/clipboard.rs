//! Cells as tab-separated text, the form every spreadsheet takes.

use super::model::{CellRange, RowView};

/// The cells of `range` as text: tabs between cells, a line end after each row.
pub fn as_tsv(range: CellRange, mut row: impl FnMut(usize) -> RowView) -> String {
    let mut text = String::new();
    for index in range.first_row..=range.last_row {
        let view = row(index);
        for col in range.first_col..=range.last_col {
            if col > range.first_col {
                text.push('\t');
            }
            if let Some(cell) = view.cells.get(col) {
                push_field(&mut text, &cell.text);
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// Quotes a field that would otherwise break the row.
fn push_field(text: &mut String, field: &str) {
    if field.contains(['\t', '\n', '\r', '"']) {
        text.push('"');
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::components::grid::model::CellView;

    #[test]
    fn a_range_becomes_rows_and_tabs() {
        let row = |index: usize| {
            RowView::new(
                "r",
                vec![
                    CellView::text(format!("a{index}")),
                    CellView::text("b\tc"),
                    CellView::text("d"),
                ],
            )
        };
        let range = CellRange::between((1, 1), (0, 0));
        assert_eq!(as_tsv(range, row), "a0\t\"b\tc\"\r\na1\t\"b\tc\"\r\n");
    }
}
