//! Cells as tab-separated text, the form every spreadsheet takes.

use super::model::{CellRange, GridColumn, RowView};

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

/// The heads of the columns of `range`, as the first row of such a text.
pub fn heads_as_tsv(range: CellRange, columns: &[GridColumn]) -> String {
    let mut text = String::new();
    let heads = columns.iter().take(range.last_col + 1);
    for (index, column) in heads.skip(range.first_col).enumerate() {
        if index > 0 {
            text.push('\t');
        }
        push_field(&mut text, &column.header);
    }
    text.push_str("\r\n");
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
        let columns = ["A", "B", "C"].map(|head| GridColumn::text(head, head));
        assert_eq!(heads_as_tsv(range, &columns), "A\tB\r\n");
    }
}
