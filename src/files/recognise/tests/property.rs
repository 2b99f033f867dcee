//! Whatever stands in a file, reading ends with a table or an error, and nothing is lost.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::super::*;
use crate::domain::LineId;
use crate::files::tabular::{Limits, read, read_clipboard};

/// Cells that headers, totals, numbers and dates are made of.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("STT".to_owned()),
        Just("Họ và tên".to_owned()),
        Just("Chức vụ".to_owned()),
        Just("Người thực hiện".to_owned()),
        Just("Tên nhiệm vụ".to_owned()),
        Just("Số lượng giao".to_owned()),
        Just("Tổng cộng".to_owned()),
        Just("(1)".to_owned()),
        Just("II".to_owned()),
        Just(String::new()),
        "[0-9]{1,3}[.,]?[0-9]{0,3}",
        "[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}",
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_give_a_table_or_one_error(
        start in prop_oneof![Just(""), Just("PK\u{3}\u{4}"), Just("<table>"), Just("a;b\n"), Just("sep=;\n")],
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let bytes = [start.as_bytes(), &bytes].concat();
        if let Ok(workbook) = read(&bytes, "tep.xlsx", Limits::default(), &mut |_| ControlFlow::Continue(())) {
            prop_assert_eq!(recognise(&workbook, &[]).len(), workbook.sheets.len());
        }
    }

    #[test]
    fn every_row_below_a_header_is_a_record_or_skipped_with_a_reason(
        grid in proptest::collection::vec(proptest::collection::vec(cell(), 1..6), 1..14),
        kind in 0..TableKind::ALL.len(),
    ) {
        let text: Vec<String> = grid.iter().map(|row| row.join("\t").replace(['\r', '\n', '"'], " ")).collect();
        let Ok(workbook) = read_clipboard(&text.join("\n"), None, Limits::default(), &mut |_| ControlFlow::Continue(())) else {
            return Ok(());
        };
        let sheet = &workbook.sheets[0];
        let chosen = propose_for(sheet, 0, TableKind::ALL[kind], 0, 1);
        let found = recognise(&workbook, &[]).remove(0);
        for mapping in [chosen.mapping, found.mapping].into_iter().flatten() {
            let table = extract(&workbook, 0, &mapping, &ExtractOptions::default());
            let below = sheet.rows.iter().filter(|row| row.index >= mapping.header_row + mapping.header_rows).count();
            prop_assert_eq!(table.rows.len() + table.skipped.len(), below);
            for problem in table.problems.iter().filter(|one| one.blocking) {
                let row = table.rows.iter().find(|row| row.row == problem.row);
                prop_assert!(row.is_some_and(|row| row.get(problem.field).is_none()));
            }
        }
    }

    #[test]
    fn a_stored_line_name_reads_back(section in 1_u8..10, line in 1_u8..20) {
        let line = LineId { section, line };
        prop_assert_eq!(Field::from_key(&Field::Line(line).key()), Some(Field::Line(line)));
    }
}
