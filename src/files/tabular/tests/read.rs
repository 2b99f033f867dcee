//! Files of every kind, good and bad, made here.

use std::io::Write;
use std::ops::ControlFlow;

use rust_xlsxwriter as out;

use super::super::*;
use crate::domain::Day;

fn read_as(bytes: &[u8], name: &str) -> Result<Workbook, TabularError> {
    read(bytes, name, Limits::default(), &mut |_| {
        ControlFlow::Continue(())
    })
}

fn xlsx(fill: impl FnOnce(&mut out::Worksheet)) -> Vec<u8> {
    let mut workbook = out::Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(content: &str) -> Vec<u8> {
    let content = format!("<office:document-content>{content}</office:document-content>");
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    zip_of(&[
        ("mimetype", kind),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<a/>"),
    ])
}

/// The parts of an empty workbook, some renamed or given other content.
fn rebuilt(change: impl Fn(String, Vec<u8>) -> Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let mut source = zip::ZipArchive::new(std::io::Cursor::new(xlsx(|_| ()))).unwrap();
    let mut parts = Vec::new();
    for at in 0..source.len() {
        let mut entry = source.by_index(at).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
        parts.extend(change(entry.name().unwrap().into_owned(), content));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, c)| (&n[..], &c[..])).collect();
    zip_of(&parts)
}

fn raw_xlsx(sheet: &str) -> Vec<u8> {
    rebuilt(|name, content| {
        let is_sheet = name.ends_with("sheet1.xml");
        vec![(
            name,
            if is_sheet {
                sheet.as_bytes().to_vec()
            } else {
                content
            },
        )]
    })
}

#[test]
fn an_xlsx_gives_typed_cells_and_merged_ranges() {
    let bytes = xlsx(|sheet| {
        let date = out::Format::new().set_num_format("dd/mm/yyyy");
        sheet
            .merge_range(0, 0, 0, 3, "DANH SÁCH", &out::Format::new())
            .unwrap();
        sheet.write(1, 0, "Hoa\u{300}").unwrap();
        sheet.write(1, 1, 0.1 + 0.2).unwrap();
        let day = out::ExcelDateTime::from_ymd(2026, 5, 1).unwrap();
        sheet.write_with_format(1, 2, &day, &date).unwrap();
        sheet.write(1, 3, true).unwrap();
    });
    let workbook = read_as(&bytes, "a.xlsx").unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(workbook.format, FileFormat::Xlsx);
    assert_eq!(sheet.cell(1, 0), Some(&Cell::Text("Hoà".to_owned())));
    assert_eq!(sheet.cell(1, 1), Some(&Cell::Number("0.3".to_owned())));
    assert_eq!(
        sheet.cell(1, 2).cloned(),
        Day::from_ymd_opt(2026, 5, 1).map(Cell::Date)
    );
    assert_eq!(sheet.cell(1, 3), Some(&Cell::Bool(true)));
    assert_eq!(
        sheet.cell_through_merge(0, 2).map(Cell::shown).as_deref(),
        Some("DANH SÁCH")
    );
}

#[test]
fn a_formula_without_result_is_marked() {
    let rows = r#"<row r="1"><c r="A1"><v>7</v></c><c r="B1"><f>ROUND(A1/5,2)</f></c><c r="C1"><f>A1</f><v>7</v></c></row>"#;
    let bytes = raw_xlsx(&format!(
        "<worksheet><sheetData>{rows}</sheetData></worksheet>"
    ));
    let workbook = read_as(&bytes, "a.xlsx").unwrap();
    assert_eq!(
        workbook.sheets[0].cell(0, 1),
        Some(&Cell::Formula("ROUND(A1/5,2)".to_owned()))
    );
    assert_eq!(
        workbook.sheets[0].cell(0, 2),
        Some(&Cell::Number("7".to_owned()))
    );
}

#[test]
fn a_formula_written_without_computing_is_marked_too() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, 70).unwrap();
        sheet.write_formula(0, 1, "=ROUND(A1/5,2)").unwrap();
    });
    assert!(matches!(
        read_as(&bytes, "a.xlsx").unwrap().sheets[0].cell(0, 1),
        Some(Cell::Formula(_))
    ));
}

#[test]
fn an_ods_gives_exact_numbers_dates_repeats_and_merges_without_comments() {
    let content = r#"<table:table table:name="Bảng"><table:table-row table:number-rows-repeated="2"><table:table-cell
        table:number-columns-spanned="2" office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>Tiêu <text:span>đề</text:span></text:p><text:p>&amp; số</text:p></table:table-cell>
        <table:covered-table-cell/><table:table-cell office:value-type="float" office:value="0.1" table:number-columns-repeated="2"/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="3"/><table:table-cell office:value-type="date" office:date-value="2026-05-01"/>
        <table:table-cell table:formula="of:=1+1"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#;
    let workbook = read_as(&ods(content), "a.ods").unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.rows.len()), ("Bảng", 3));
    assert_eq!(
        sheet.cell(1, 0),
        Some(&Cell::Text("Tiêu đề\n& số".to_owned()))
    );
    assert_eq!(sheet.cell(1, 3), Some(&Cell::Number("0.1".to_owned())));
    assert_eq!(
        sheet.cell(2, 3).cloned(),
        Day::from_ymd_opt(2026, 5, 1).map(Cell::Date)
    );
    assert_eq!(sheet.cell(2, 4), Some(&Cell::Formula("of:=1+1".to_owned())));
    assert_eq!(sheet.merges[0].last_column, 1);
}

#[test]
fn a_renamed_file_is_read_by_its_content_and_the_name_is_reported() {
    let named = |extension: &str| {
        vec![ReadFinding::NamedOtherwise {
            extension: extension.to_owned(),
        }]
    };
    let csv = read_as("Mã;Tên\n1;Lê Thử\n".as_bytes(), "ds.xlsx").unwrap();
    assert_eq!(csv.findings, named("xlsx"));
    let page = read_as(b"<html><body><table><tr><td>a</td></tr></table>", "ds.xls").unwrap();
    assert_eq!(
        (page.format, page.findings),
        (FileFormat::Html, named("xls"))
    );
}

#[test]
fn what_is_no_table_is_named() {
    let cases: [(&[u8], ForeignContent); 6] = [
        (b"%PDF-1.7", ForeignContent::Pdf),
        (b"\x89PNG\r\n", ForeignContent::Picture),
        (b"{\"format\": 1}", ForeignContent::Json),
        (b"<html><p>x</p></html>", ForeignContent::PageWithoutTable),
        (b"\x00\x01\x02\x03abc\x00\x00", ForeignContent::Unknown),
        (b"<?xml version='1.0'?><a/>", ForeignContent::Xml),
    ];
    for (bytes, found) in cases {
        let expected = TabularError::NotATable {
            found,
            extension: "xlsx".to_owned(),
        };
        assert_eq!(read_as(bytes, "a.xlsx"), Err(expected));
    }
    let word = zip_of(&[
        ("[Content_Types].xml", b"<a/>"),
        ("word/document.xml", b"<a/>"),
    ]);
    let found = ForeignContent::TextDocument;
    assert_eq!(
        read_as(&word, "a.xlsx"),
        Err(TabularError::NotATable {
            found,
            extension: "xlsx".to_owned()
        })
    );
}

#[test]
fn a_password_is_named() {
    let mut compound = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    compound.extend([0; 504]);
    compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(
        read_as(&compound, "a.xlsx"),
        Err(TabularError::PasswordProtected)
    );
    let locked = zip_of(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ("content.xml", b"x"),
    ]);
    assert_eq!(
        read_as(&locked, "a.ods"),
        Err(TabularError::PasswordProtected)
    );
}

#[test]
fn a_file_cut_off_anywhere_gives_one_error() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, "a").unwrap();
    });
    for end in (4..bytes.len()).step_by(97) {
        assert_eq!(
            read_as(&bytes[..end], "a.xlsx"),
            Err(TabularError::Truncated),
            "cut at {end}"
        );
    }
    assert_eq!(read_as(b"", "a.xlsx"), Err(TabularError::EmptyFile));
}

#[test]
fn changed_bytes_never_panic() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, "a").unwrap();
        sheet.write(1, 1, 2.5).unwrap();
    });
    let ods = ods(
        "<table:table table:name='a'><table:table-row><table:table-cell/></table:table-row></table:table>",
    );
    for source in [bytes, ods] {
        for at in (0..source.len()).step_by(13) {
            let mut changed = source.clone();
            changed[at] ^= 0x55;
            drop(read_as(&changed, "a.xlsx"));
        }
    }
}

#[test]
fn damaged_sheets_are_named() {
    let cut = raw_xlsx("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>");
    assert!(matches!(
        read_as(&cut, "a.xlsx"),
        Err(TabularError::Damaged { .. })
    ));
    assert!(matches!(
        read_as(&ods("<table:table><table:table-row>"), "a.ods"),
        Err(TabularError::Damaged { .. })
    ));
}

#[test]
fn a_zip_bomb_is_stopped_while_unpacking() {
    let limits = Limits {
        sheet_bytes: 1 << 20,
        part_bytes: 1 << 20,
        ..Limits::default()
    };
    let bomb = raw_xlsx(&" ".repeat(2 << 20));
    let stopped = read(&bomb, "a.xlsx", limits, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(stopped, Err(TabularError::UnpacksTooLarge { .. })));
    let bomb = ods(&" ".repeat(2 << 20));
    let stopped = read(&bomb, "a.ods", limits, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(stopped, Err(TabularError::UnpacksTooLarge { .. })));
}

#[test]
fn a_million_formatted_but_empty_rows_cost_no_memory() {
    let mut rows = String::from(r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>"#);
    for row in 2..=1_048_576 {
        let cell = if row % 64 == 0 {
            format!(r#"<c r="A{row}" s="1"/>"#)
        } else {
            String::new()
        };
        let row = format!(r#"<row r="{row}" s="1" customFormat="1">{cell}</row>"#);
        rows.push_str(&row);
    }
    rows.push_str("</sheetData></worksheet>");
    let workbook = read_as(&raw_xlsx(&rows), "a.xlsx").unwrap();
    assert_eq!(workbook.sheets[0].rows.len(), 1);
}

#[test]
fn a_workbook_without_a_row_says_so() {
    assert_eq!(
        read_as(&xlsx(|_| ()), "a.xlsx"),
        Err(TabularError::NothingInside)
    );
    assert_eq!(
        read_as(b" \n ;; \n", "a.csv"),
        Err(TabularError::NothingInside)
    );
}

#[test]
fn a_large_file_and_cancelling_stop_before_any_data() {
    let limits = Limits {
        file_bytes: 3,
        ..Limits::default()
    };
    let stopped = read(
        b"a;b;c",
        "a.csv",
        limits,
        &mut |_| ControlFlow::Continue(()),
    );
    assert_eq!(
        stopped,
        Err(TabularError::FileTooLarge { bytes: 5, limit: 3 })
    );
    let stopped = read(b"a;b;c", "a.csv", Limits::default(), &mut |_| {
        ControlFlow::Break(())
    });
    assert_eq!(stopped, Err(TabularError::Cancelled));
}

#[test]
fn the_clipboard_gives_its_table_from_html_or_text() {
    let mut keep_on = |_| ControlFlow::Continue(());
    let pasted =
        read_clipboard("a\tb\n1\t\"x\ny\"\n", None, Limits::default(), &mut keep_on).unwrap();
    assert_eq!(
        pasted.sheets[0].cell(1, 1).map(Cell::shown).as_deref(),
        Some("x\ny")
    );
    let html = "<table><tr><td>Hoa\u{300}</td></tr></table>";
    let pasted = read_clipboard("khác", Some(html), Limits::default(), &mut keep_on).unwrap();
    assert_eq!(
        pasted.sheets[0].cell(0, 0).map(Cell::shown).as_deref(),
        Some("Hoà")
    );
}

#[test]
fn double_encoded_text_is_reported() {
    let workbook = read_as("a;NguyÃªn\n".as_bytes(), "a.csv").unwrap();
    let expected = ReadFinding::DoubleEncoded {
        sheet: String::new(),
        example: "NguyÃªn".to_owned(),
    };
    assert_eq!(workbook.findings, [expected]);
}

#[test]
fn letters_lost_before_the_file_came_are_reported() {
    let workbook = read_as(b"V?n ph?ng,Nguy?n V?n M?u\nC?ng v?n,x\n", "a.csv").unwrap();
    let example = "V?n ph?ng".to_owned();
    assert_eq!(
        workbook.findings,
        [ReadFinding::LettersLost {
            sheet: String::new(),
            example
        }]
    );
}

#[test]
fn nothing_is_read_that_was_not_looked_at() {
    let sheet = "xl/worksheets/sheet1.xml";
    let hidden = rebuilt(|name, content| {
        let name = name.replace(sheet, "xl/media/a.png");
        let content = String::from_utf8(content).unwrap();
        let content = content.replace("worksheets/sheet1.xml", "media/a.png");
        vec![(name, content.into_bytes())]
    });
    let read = read_as(&hidden, "a.xlsx");
    assert!(
        matches!(read, Err(TabularError::Damaged { .. })),
        "{read:?}"
    );
}

#[test]
fn parts_whose_names_differ_in_case_are_each_looked_at() {
    let limits = Limits {
        sheet_bytes: 1 << 20,
        ..Limits::default()
    };
    let bomb = vec![b' '; 2 << 20];
    for (first, second) in [("sheet1.xml", "SHEET1.xml"), ("SHEET1.xml", "sheet1.xml")] {
        let twins = rebuilt(|name, content| {
            if name != "xl/worksheets/sheet1.xml" {
                return vec![(name, content)];
            }
            vec![
                (format!("xl/worksheets/{first}"), content),
                (format!("xl/worksheets/{second}"), bomb.clone()),
            ]
        });
        let stopped = read(&twins, "a.xlsx", limits, &mut |_| ControlFlow::Continue(()));
        assert!(matches!(stopped, Err(TabularError::UnpacksTooLarge { .. })));
    }
}

#[test]
fn places_no_sheet_has_break_nothing() {
    for place in [
        "AAAAAAAAAAAA1",
        "A99999999999",
        "AAAAAAAAAAAAAAAA",
        "99999999999",
        "A0",
        "",
    ] {
        let sheet = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="{place}:{place}"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="{place}"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:{place}"/></mergeCells></worksheet>"#
        );
        match read_as(&raw_xlsx(&sheet), "a.xlsx") {
            Ok(workbook) => assert!(workbook.sheets[0].width() <= 1 << 14, "{place}"),
            Err(error) => assert!(
                matches!(error, TabularError::Damaged { .. }),
                "{place}: {error}"
            ),
        }
    }
}
