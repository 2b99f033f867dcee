//! Tables are found under other titles, words and shapes than our own.

use super::super::*;
use crate::domain::LineId;
use crate::files::tabular::Workbook;
use crate::files::tabular::{Limits, read, read_clipboard};

fn workbook(text: &str) -> Workbook {
    read_clipboard(text, None, Limits::default(), &mut |_| {
        std::ops::ControlFlow::Continue(())
    })
    .unwrap()
}

fn proposed(text: &str) -> SheetProposal {
    recognise(&workbook(text), &[]).remove(0)
}

fn fields(text: &str) -> Vec<Field> {
    proposed(text)
        .mapping
        .unwrap()
        .columns
        .into_iter()
        .map(|(_, field)| field)
        .collect()
}

#[test]
fn the_real_catalogue_gives_its_four_tables_without_help() {
    let bytes = include_bytes!("../../../../assets/danh-muc-qd-283-2026.xlsx");
    let read = read(bytes, "dm.xlsx", Limits::default(), &mut |_| {
        std::ops::ControlFlow::Continue(())
    });
    let found = recognise(&read.unwrap(), &[]);
    let kinds: Vec<_> = found
        .iter()
        .map(|one| one.mapping.as_ref().map(|mapping| mapping.kind))
        .collect();
    let catalogue = Some(TableKind::Catalogue);
    assert_eq!(
        kinds,
        [
            Some(TableKind::GeneralCriteria),
            catalogue,
            catalogue,
            catalogue
        ]
    );
    assert!(
        found.iter().all(|one| one.confidence >= 80),
        "{:?}",
        found.iter().map(|one| one.confidence).collect::<Vec<_>>()
    );
    let rows: Vec<_> = found
        .iter()
        .map(|one| one.mapping.as_ref().unwrap().header_row)
        .collect();
    assert_eq!(rows, [2, 3, 3, 4]);
    let last = found[3].mapping.as_ref().unwrap();
    let expected = [
        Field::Ordinal,
        Field::ProductCode,
        Field::Department,
        Field::ProductTask,
        Field::Detail,
        Field::Output,
        Field::Group,
        Field::PointBand,
        Field::Points,
        Field::Coefficient,
        Field::Note,
    ];
    assert_eq!(
        last.columns
            .iter()
            .map(|(_, field)| *field)
            .collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_staff_list_is_found_under_titles_with_other_words_and_no_diacritics() {
    let text = "UBND XA MAU\n\nDANH SACH CAN BO\nTT\tMa CB\tHo & ten\tNgay, thang, nam sinh\tPhong/ban\tChuc vu, chuc danh\n1\tCB01\tLê Thử\t01/02/1980\tA\tB\n";
    let found = proposed(text);
    let mapping = found.mapping.unwrap();
    assert_eq!((mapping.kind, mapping.header_row), (TableKind::Staff, 3));
    let expected = [
        Field::Ordinal,
        Field::PersonCode,
        Field::PersonName,
        Field::Born,
        Field::Unit,
        Field::Title,
    ];
    assert_eq!(
        mapping
            .columns
            .iter()
            .map(|(_, field)| *field)
            .collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_name_in_two_columns_is_understood() {
    let text = "STT\tHọ và tên đệm\tTên\tChức vụ\n1\tNguyễn Văn\tMẫu\tChuyên viên\n";
    assert_eq!(
        fields(text),
        [
            Field::Ordinal,
            Field::FamilyName,
            Field::GivenName,
            Field::Title
        ]
    );
}

#[test]
fn a_task_register_with_two_header_rows_is_understood() {
    let text = "SỔ THEO DÕI NHIỆM VỤ\nSTT\tNội dung công việc\tCông chức thực hiện\tSố lượng\t\tThời hạn\tGia hạn\t\t\n\
        \t\t\tGiao\tHoàn thành\t\tHạn mới\tNgười duyệt\tSố văn bản\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\n\
        1\tViệc mẫu\tLê Thử\t2\t1,5\t05/08/2026\t\t\t\n";
    let mapping = proposed(text).mapping.unwrap();
    assert_eq!(
        (mapping.kind, mapping.header_row, mapping.header_rows),
        (TableKind::Tasks, 1, 2)
    );
    let expected = [
        Field::Ordinal,
        Field::TaskName,
        Field::PersonName,
        Field::Assigned,
        Field::Completed,
        Field::Due,
        Field::ExtendedDue,
        Field::ExtensionApprover,
        Field::ExtensionDocument,
    ];
    assert_eq!(
        mapping
            .columns
            .iter()
            .map(|(_, field)| *field)
            .collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_complaint_register_is_understood() {
    let text = "Số đơn\tNgày nhận\tHình thức tiếp nhận\tPhân loại đơn\tNgười bị phản ánh\tNội dung phản ánh\tTình trạng xử lý\tKết quả xác minh\n\
        1\t05/08/2026\tĐường dây nóng\tPhản ánh\tLê Thử\tx\tMới\t\n";
    let expected = [
        Field::ComplaintNumber,
        Field::Received,
        Field::Channel,
        Field::Procedure,
        Field::PersonName,
        Field::Summary,
        Field::State,
        Field::Conclusion,
    ];
    assert_eq!(fields(text), expected);
}

#[test]
fn a_block_without_a_header_is_told_by_its_content_and_loses_no_row() {
    let text = "1\tLê Thử Nghiệm\tSoạn công văn đôn đốc tiến độ\t2,5\t15/10/2026\n\
        2\tTrần Thị Mẫu\tLập báo cáo quý của phòng\t1\t20/10/2026\n";
    let workbook = workbook(text);
    let found = recognise(&workbook, &[]).remove(0);
    assert_eq!(found.mapping, None);
    assert_eq!(found.signature, "");
    let columns: Vec<_> = found.columns.iter().map(|one| one.column).collect();
    assert_eq!(columns, [0, 1, 2, 3, 4]);
    assert_eq!(found.columns[1].samples, ["Lê Thử Nghiệm", "Trần Thị Mẫu"]);
    let read_as = |kind: TableKind| {
        let mut readings = found.headless.iter();
        readings.find(|one| one.kind == kind).expect("every kind")
    };
    assert_eq!(
        read_as(TableKind::Incidents).columns,
        [
            (0, Field::Ordinal),
            (1, Field::PersonName),
            (2, Field::Summary),
            (4, Field::HappenedOn)
        ]
    );
    // The one day of a task may be its deadline or its completion: the person says which.
    let mut tasks = read_as(TableKind::Tasks).clone();
    assert_eq!(
        tasks.columns,
        [
            (0, Field::Ordinal),
            (1, Field::PersonName),
            (2, Field::TaskName)
        ]
    );
    tasks.assign(4, Some(Field::Due));
    let table = extract(&workbook, 0, &tasks, &ExtractOptions::default());
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[0].row, 1);
    assert_eq!(
        table.rows[0].text(Field::TaskName),
        Some("Soạn công văn đôn đốc tiến độ")
    );
    assert!(table.rows.iter().all(|row| row.date(Field::Due).is_some()));
    assert_eq!((table.problems, table.skipped), (Vec::new(), Vec::new()));
}

#[test]
fn score_columns_are_read_from_their_line_numbers() {
    let line = |text: &str| LineId::parse(text).unwrap();
    let text = "Họ và tên\tTháng\tI.1\tI.2\tTiêu chí II.1\tCấp có thẩm quyền chấm I.1\nLê Thử\t08/2026\t5\t5\t2,5\t4\n";
    let expected = [
        Field::PersonName,
        Field::Period,
        Field::Line(line("I.1")),
        Field::Line(line("I.2")),
        Field::Line(line("II.1")),
        Field::AuthorityLine(line("I.1")),
    ];
    assert_eq!(fields(text), expected);
    let grouped = "Họ tên\tI. Phẩm chất\t\tII. Năng lực\n\t1\t2\t1\nLê Thử\t5\t5\t2,5\n";
    let mapping = proposed(grouped).mapping.unwrap();
    assert_eq!(mapping.field(3), Some(Field::Line(line("II.1"))));
}

#[test]
fn a_confirmed_mapping_is_used_for_the_same_header() {
    let text = "A1\tB1\tC1\nx\ty\tz\n";
    let first = proposed(text);
    assert_eq!(first.mapping, None);
    let chosen = propose_for(&workbook(text).sheets[0], 0, TableKind::Staff, 0, 1);
    let mut mapping = chosen.mapping.clone().unwrap();
    mapping.assign(1, Some(Field::PersonName));
    let again = recognise(&workbook(text), &[chosen.remember(&mapping)]).remove(0);
    assert_eq!((again.remembered, again.mapping), (true, Some(mapping)));
}

#[test]
fn a_sheet_of_prose_holds_no_table() {
    assert_eq!(
        proposed("Hướng dẫn\nNhập từng dòng\tkhông gộp ô\n").mapping,
        None
    );
}

/// The header of each column with the field proposed for it, of the columns that have one.
fn named(text: &str) -> Vec<(String, Field)> {
    let found = proposed(text);
    let mapping = found.mapping.unwrap();
    let named = found
        .columns
        .into_iter()
        .filter_map(|one| mapping.field(one.column).map(|field| (one.header, field)));
    named.collect()
}

#[test]
fn the_person_who_complains_is_never_taken_for_the_official() {
    let text = "Số TT\tNgày tháng tiếp nhận\tHọ và tên người phản ánh\tĐịa chỉ\tNội dung vụ việc\tCB, CC bị phản ánh\tLoại đơn thư\tSố, ngày văn bản\n\
        1\t05/08/2026\tx\tx\tx\tLê Thử\tPA\t12/KL\n";
    let expected = [
        ("Số TT", Field::Ordinal),
        ("Ngày tháng tiếp nhận", Field::Received),
        ("Nội dung vụ việc", Field::Summary),
        ("CB, CC bị phản ánh", Field::PersonName),
        ("Loại đơn thư", Field::Procedure),
        ("Số, ngày văn bản", Field::ConclusionDocument),
    ];
    assert_eq!(
        named(text),
        expected.map(|(header, field)| (header.to_owned(), field))
    );
}

#[test]
fn columns_that_only_look_like_ours_are_left_alone() {
    let text = "TT\tHọ và tên\tGiới tính\tNăm sinh\tChức vụ hiện tại\tĐơn vị công tác\tHệ số lương\n1\tLê Thử\tNam\t1980\tTP\tVP\t3,33\n";
    let fields: Vec<_> = named(text).into_iter().map(|(_, field)| field).collect();
    assert_eq!(
        fields,
        [
            Field::Ordinal,
            Field::PersonName,
            Field::Born,
            Field::Title,
            Field::Unit
        ]
    );
    let text = "STT\tMã\tTên sản phẩm, công việc\tĐơn vị tính\tNhóm\tĐiểm\tHệ số\n1\tA1\tx\tvb\tN1\t5\t1\n";
    assert!(
        named(text)
            .iter()
            .all(|(header, _)| header != "Đơn vị tính")
    );
}

#[test]
fn a_table_that_lacks_a_required_column_is_shown_with_little_confidence() {
    let found = proposed(
        "TT\tTên sản phẩm/công việc\tMức độ phức tạp\tKhung điểm\tHệ số quy đổi so với sản phẩm chuẩn\n1\tx\tN1\t1-10\t1\n",
    );
    let mapping = found.mapping.unwrap();
    assert_eq!(
        (mapping.kind, mapping.missing()),
        (TableKind::Catalogue, vec![Field::ProductCode])
    );
    assert!(found.confidence <= 40);
}

#[test]
fn a_decomposed_header_is_the_same_header() {
    let text = "Ho\u{323} va\u{300} te\u{302}n\tChu\u{31b}\u{301}c vu\u{323}\nLê Thử\tA\n";
    assert_eq!(fields(text), [Field::PersonName, Field::Title]);
}
