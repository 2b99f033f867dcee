//! The files beside this test are read as their README says: each gives its table or one
//! precise reason, whatever it is called.

use std::ops::ControlFlow;
use std::path::Path;

use congtam::files::tabular::{
    Cell, FileFormat, ForeignContent, Limits, ReadFinding, TabularError, TextEncoding, Workbook,
    read,
};

pub fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    std::fs::read(folder.join(name)).unwrap()
}

fn open(name: &str) -> Result<Workbook, TabularError> {
    let mut keep_on = |_| ControlFlow::Continue(());
    read(&bytes(name), name, Limits::default(), &mut keep_on)
}

#[test]
fn good_files_give_all_their_sheets() {
    for (name, sheets) in [
        ("danh-sach-cong-chuc.xlsx", 2),
        ("danh-sach-cong-chuc.ods", 1),
        ("danh-sach-cong-chuc-cu.xls", 1),
        ("so-giao-viec-thang-10.xlsx", 1),
        ("so-tiep-nhan-phan-anh.xlsx", 1),
        ("so-vu-viec-thang-10.xlsx", 1),
        ("cham-diem-tieu-chi-chung-thang-10.xlsx", 1),
        ("noi-dung-doc-hai.xlsx", 1),
    ] {
        let workbook = open(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(workbook.sheets.len(), sheets, "{name}");
        assert_eq!(workbook.findings, [], "{name}");
    }
}

#[test]
fn an_old_workbook_cut_anywhere_is_refused_or_read_and_never_breaks_the_program() {
    let whole = bytes("danh-sach-cong-chuc-cu.xls");
    let read_part = |part: &[u8]| {
        let mut keep_on = |_| ControlFlow::Continue(());
        read(part, "cu.xls", Limits::default(), &mut keep_on)
    };
    let expected = read_part(&whole).expect("the whole file is good");
    let cuts = (1..24).map(|part| whole.len() * part / 24);
    for length in cuts {
        // The last bytes of such a file may hold nothing that is read.
        match read_part(&whole[..length]) {
            Ok(workbook) => assert_eq!(workbook, expected, "{length} bytes"),
            Err(error) => assert_ne!(error, TabularError::Cancelled, "{length} bytes"),
        }
    }
    assert!(read_part(&whole[..whole.len() / 2]).is_err());
    // A byte gone wrong in the middle: a table or a reason, but an answer.
    for at in (512..whole.len()).step_by(97) {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 0xff;
        let answered = read_part(&spoilt);
        assert!(answered.is_ok() || answered.is_err());
    }
}

#[test]
fn four_encodings_of_one_register_give_the_same_rows() {
    let expected = open("so-giao-viec-utf8.csv").unwrap();
    assert_eq!(expected.sheets[0].rows.len(), 21);
    for (name, encoding) in [
        ("so-giao-viec-utf8-bom.csv", TextEncoding::Utf8),
        ("so-giao-viec-utf16.csv", TextEncoding::Utf16Le),
        ("so-giao-viec-windows-1258.csv", TextEncoding::Windows1258),
    ] {
        let workbook = open(name).unwrap();
        assert_eq!(workbook.sheets[0].rows, expected.sheets[0].rows, "{name}");
        let FileFormat::Text {
            encoding: found, ..
        } = workbook.format
        else {
            panic!("{name} is text");
        };
        assert_eq!(found, encoding, "{name}");
    }
}

#[test]
fn the_content_counts_and_not_the_name() {
    for (name, format) in [
        ("bang-html-doi-ten.xls", "Html"),
        ("csv-doi-ten.xlsx", "Text"),
    ] {
        let workbook = open(name).unwrap();
        assert!(
            format!("{:?}", workbook.format).starts_with(format),
            "{name}"
        );
        assert!(
            matches!(workbook.findings[..], [ReadFinding::NamedOtherwise { .. }]),
            "{name}: {:?}",
            workbook.findings
        );
    }
}

#[test]
fn files_that_are_no_table_give_one_precise_reason() {
    let foreign = |name: &str| match open(name) {
        Err(TabularError::NotATable { found, .. }) => found,
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(
        open("co-mat-khau.xlsx"),
        Err(TabularError::PasswordProtected)
    );
    assert_eq!(open("bi-cat.xlsx"), Err(TabularError::Truncated));
    assert_eq!(open("rong.xlsx"), Err(TabularError::EmptyFile));
    assert_eq!(open("so-trong.xlsx"), Err(TabularError::NothingInside));
    assert_eq!(
        foreign("van-ban-doi-ten.xlsx"),
        ForeignContent::TextDocument
    );
    assert_eq!(
        foreign("trang-khong-bang.xls"),
        ForeignContent::PageWithoutTable
    );
    assert_eq!(foreign("anh-doi-ten.xlsx"), ForeignContent::Picture);
    assert!(matches!(
        open("hong-giua-chung.xlsx"),
        Err(TabularError::Damaged { .. } | TabularError::Truncated)
    ));
}

#[test]
fn a_million_empty_rows_cost_nothing_and_hide_nothing() {
    let workbook = open("trieu-hang-trong.xlsx").unwrap();
    assert_eq!(workbook.sheets[0].rows.len(), 19);
}

#[test]
fn files_that_grow_beyond_reason_are_refused() {
    // Lower limits than in use, so that the refusal comes fast in an unoptimised build.
    let limits = Limits {
        cells: 40_000,
        text_bytes: 1 << 20,
        ..Limits::default()
    };
    for name in ["bom-nen.xlsx", "bom-chuoi.xlsx", "bom-lap.ods"] {
        let mut keep_on = |_| ControlFlow::Continue(());
        let found = read(&bytes(name), name, limits, &mut keep_on);
        assert!(
            matches!(
                found,
                Err(TabularError::TooManyCells { .. } | TabularError::UnpacksTooLarge { .. })
            ),
            "{name}: {:?}",
            found.map(|workbook| workbook.sheets.len())
        );
    }
}

#[test]
fn a_formula_without_a_result_is_not_read_as_nothing() {
    let workbook = open("cong-thuc-chua-tinh.xlsx").unwrap();
    let sheet = &workbook.sheets[0];
    for (row, column) in [(1, 5), (2, 6), (3, 4)] {
        let cell = sheet.cell(row, column);
        assert!(matches!(cell, Some(Cell::Formula(_))), "{cell:?}");
    }
}

#[test]
fn hostile_text_stays_text_to_the_letter() {
    let from_xlsx = open("noi-dung-doc-hai.xlsx").unwrap();
    let from_csv = open("noi-dung-doc-hai.csv").unwrap();
    for workbook in [from_xlsx, from_csv] {
        for row in 1..=12 {
            let cell = workbook.sheets[0].cell(row, 2);
            assert!(matches!(cell, Some(Cell::Text(_))), "row {row}: {cell:?}");
        }
    }
}
