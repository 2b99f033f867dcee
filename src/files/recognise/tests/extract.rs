//! A sheet becomes typed rows: nothing lost, every problem in its place.

use super::super::*;
use crate::domain::Decimal;
use crate::files::recognise::{criteria_parts, recognise};
use crate::files::tabular::Workbook;
use crate::files::tabular::{Limits, read, read_clipboard};

fn keep_on() -> impl FnMut(crate::files::tabular::ReadProgress) -> std::ops::ControlFlow<()> {
    |_| std::ops::ControlFlow::Continue(())
}

fn real_catalogue() -> Vec<RawTable> {
    let bytes = include_bytes!("../../../../assets/danh-muc-qd-283-2026.xlsx");
    let workbook = read(bytes, "dm.xlsx", Limits::default(), &mut keep_on()).unwrap();
    tables(&workbook)
}

fn tables(workbook: &Workbook) -> Vec<RawTable> {
    let read = |found: crate::files::recognise::SheetProposal| {
        found
            .mapping
            .map(|mapping| extract(workbook, found.sheet, &mapping, &ExtractOptions::default()))
    };
    recognise(workbook, &[])
        .into_iter()
        .filter_map(read)
        .collect()
}

fn table(text: &str) -> RawTable {
    let workbook = read_clipboard(text, None, Limits::default(), &mut keep_on()).unwrap();
    tables(&workbook).remove(0)
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn reasons(table: &RawTable) -> Vec<(u32, &str, ProblemReason)> {
    table
        .problems
        .iter()
        .map(|one| (one.row, one.column.as_str(), one.reason.clone()))
        .collect()
}

fn skipped(table: &RawTable) -> Vec<(u32, SkipReason)> {
    table
        .skipped
        .iter()
        .map(|one| (one.row, one.reason))
        .collect()
}

const TASKS: &str =
    "STT\tTên nhiệm vụ\tNgười thực hiện\tSố lượng giao\tSố lượng hoàn thành\tThời hạn\n";

#[test]
fn the_real_catalogue_gives_371_products_and_30_points() {
    let tables = real_catalogue();
    assert_eq!(
        tables
            .iter()
            .map(|table| table.rows.len())
            .collect::<Vec<_>>(),
        [13, 18, 62, 291]
    );
    for table in &tables {
        assert_eq!(reasons(table), [], "{}", table.sheet);
    }
    let parts = criteria_parts(&tables[0]);
    let shape: Vec<_> = parts
        .iter()
        .map(|part| (part.section, part.max, part.lines.len()))
        .collect();
    let ten = Some(decimal("10"));
    assert_eq!(shape, [(1, ten, 2), (2, ten, 4), (3, ten, 4)]);
    assert_eq!(skipped(&tables[0]), [(17, SkipReason::Total)]);
    let product = &tables[3].rows[0];
    assert_eq!(product.text(Field::ProductCode), Some("VP.01"));
    assert_eq!(product.text(Field::Department), Some("Văn phòng HĐND-UBND"));
    assert_eq!(product.decimal(Field::Coefficient), Some(decimal("6")));
    assert_eq!(
        product.get(Field::PointBand),
        Some(&RawValue::Range(decimal("11"), decimal("50")))
    );
    let facts = tables[3].catalogue.clone().unwrap();
    assert_eq!(
        (facts.standard_points, facts.coefficient_decimals),
        (Some(decimal("5")), Some(2))
    );
}

#[test]
fn coefficients_without_a_result_are_computed_from_the_standard_product() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, header) in ["Mã CV", "Nhiệm vụ", "Nhóm", "Điểm chấm", "Hệ số quy đổi"]
        .into_iter()
        .enumerate()
    {
        sheet.write(0, u16::try_from(at).unwrap(), header).unwrap();
    }
    for (row, points) in [(1, 8), (2, 70)] {
        sheet.write(row, 0, format!("A.{row}")).unwrap();
        sheet.write(row, 1, "Việc mẫu").unwrap();
        sheet.write(row, 3, points).unwrap();
        sheet
            .write_formula(row, 4, format!("=ROUND(D{}/5,2)", row + 1).as_str())
            .unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let table =
        tables(&read(&bytes, "a.xlsx", Limits::default(), &mut keep_on()).unwrap()).remove(0);
    let coefficients: Vec<_> = table
        .rows
        .iter()
        .map(|row| row.decimal(Field::Coefficient))
        .collect();
    assert_eq!(coefficients, [Some(decimal("1.6")), Some(decimal("14"))]);
    assert_eq!(table.catalogue.unwrap().computed, 2);
    assert_eq!(table.problems, []);
}

#[test]
fn an_unknown_standard_product_is_asked_for_once_a_row() {
    let text = "Mã CV\tNhiệm vụ\tNhóm\tĐiểm chấm\tHệ số\nA.1\tViệc\tN1\t8\t\n";
    let asked = table(text);
    assert_eq!(
        reasons(&asked),
        [(2, "E", ProblemReason::StandardPointsUnknown)]
    );
    let workbook = read_clipboard(text, None, Limits::default(), &mut keep_on()).unwrap();
    let answer = ExtractOptions {
        standard_points: Some(decimal("5")),
        ..ExtractOptions::default()
    };
    let answered = extract(&workbook, 0, &asked.mapping, &answer);
    assert_eq!(
        answered.rows[0].decimal(Field::Coefficient),
        Some(decimal("1.6"))
    );
    assert_eq!(answered.problems, []);
}

#[test]
fn a_coefficient_that_does_not_follow_from_its_points_is_taken_and_shown() {
    let text = "Sản phẩm chuẩn = 5 điểm = hệ số 1,00\nMã CV\tNhiệm vụ\tĐiểm chấm\tHệ số\nA.1\tViệc\t10\t3\nA.1\tKhác\t120-180\t24-36\n";
    let table = table(text);
    let differs = ProblemReason::CoefficientDiffers {
        computed: decimal("2"),
    };
    assert_eq!(
        reasons(&table),
        [
            (3, "D", differs),
            (4, "A", ProblemReason::Duplicate { first_row: 3 })
        ]
    );
    assert_eq!(
        table.rows[0].decimal(Field::Coefficient),
        Some(decimal("3"))
    );
    assert_eq!(
        table.rows[1].get(Field::Coefficient),
        Some(&RawValue::Range(decimal("24"), decimal("36")))
    );
}

#[test]
fn every_problem_is_listed_with_its_place_and_the_rows_stay() {
    let rows = "1\tViệc A\tLê Thử\ttrễ\t1,5\t31/02/2026\n2\t\tTrần Mẫu\t-1\t1e300\t05/08/2026\n";
    let table = table(&format!("BẢNG GIAO VIỆC\n{TASKS}{rows}"));
    let expected = [
        (3, "D", ProblemReason::NotANumber),
        (3, "F", ProblemReason::NoSuchDay),
        (4, "D", ProblemReason::Negative),
        (4, "E", ProblemReason::NumberOutOfRange),
        (4, "B", ProblemReason::RequiredMissing),
    ];
    assert_eq!(reasons(&table), expected);
    assert_eq!(
        (
            table.problems[0].header.as_str(),
            table.problems[0].value.as_str()
        ),
        ("Số lượng giao", "trễ")
    );
    assert_eq!(table.rows.len(), 2);
    assert_eq!(
        table.rows[0].decimal(Field::Completed),
        Some(decimal("1.5"))
    );
}

#[test]
fn totals_are_skipped_and_tasks_that_speak_of_totals_are_kept() {
    let rows = "1\tLập bảng tổng cộng kinh phí\tLê Thử\t1\t1\t\n2\tTổng cộng\tLê Thử\t1\t1\t\n\tTổng cộng:\t\t2\t2\t\n";
    let table = table(&format!("{TASKS}{rows}"));
    assert_eq!(table.rows.len(), 2);
    assert_eq!(skipped(&table), [(4, SkipReason::Total)]);
}

#[test]
fn headings_repeats_numbers_examples_and_signatures_are_skipped_with_their_reasons() {
    let rows = "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\nVD\tVí dụ\tLê Thử\t1\t1\t\nI\tPhòng Kinh tế\t\t\t\t\n1\tViệc A\tLê Thử\t1\t\t\n            STT\tTên nhiệm vụ\tNgười thực hiện\tSố lượng giao\tSố lượng hoàn thành\tThời hạn\n2\tViệc B\tLê Thử\t1\t\t\n3\t\t\t\t\t\n            \t\t\tNgày 05 tháng 8 năm 2026\n\tNgười lập biểu\t\tThủ trưởng đơn vị\n\tLê Thử\t\tTrần Mẫu\n";
    let table = table(&format!("{TASKS}{rows}"));
    let expected = [
        (2, SkipReason::ColumnNumbers),
        (3, SkipReason::Example),
        (4, SkipReason::Heading),
        (6, SkipReason::RepeatedHeader),
        (8, SkipReason::OnlyOrdinal),
        (9, SkipReason::BelowTable),
        (10, SkipReason::BelowTable),
        (11, SkipReason::BelowTable),
    ];
    assert_eq!(skipped(&table), expected);
    assert_eq!(
        table
            .rows
            .iter()
            .map(|row| row.section.as_deref())
            .collect::<Vec<_>>(),
        [Some("Phòng Kinh tế"); 2]
    );
    assert_eq!(table.problems, []);
}

#[test]
fn a_faulty_last_row_is_not_taken_for_a_note_below() {
    let table = table(&format!(
        "{TASKS}1\tViệc A\tLê Thử\t1\t1\t\n2\tViệc B\t\t\t\t\n"
    ));
    assert_eq!(table.rows.len(), 2);
    assert_eq!(reasons(&table), [(3, "C", ProblemReason::RequiredMissing)]);
}

#[test]
fn an_ambiguous_number_follows_the_style_of_the_others_or_is_asked() {
    let sure = table(&format!("{TASKS}1\tViệc\tLê Thử\t1.500\t2,5\t\n"));
    assert_eq!(sure.rows[0].decimal(Field::Assigned), Some(decimal("1500")));
    let unsure = table(&format!("{TASKS}1\tViệc\tLê Thử\t1.500\t2\t\n"));
    assert_eq!(reasons(&unsure), [(2, "D", ProblemReason::AmbiguousNumber)]);
}

#[test]
fn a_corrected_cell_loses_its_problem_and_a_wrong_correction_changes_nothing() {
    let mut table = table(&format!("{TASKS}1\tViệc\t\ttrễ\t2\t\n"));
    assert_eq!(table.problems.len(), 2);
    let before = table.clone();
    let refused = table.correct(2, Field::Assigned, "-1").unwrap_err();
    assert_eq!((refused.reason, &table), (ProblemReason::Negative, &before));
    table.correct(2, Field::Assigned, "3,5").unwrap();
    table.correct(2, Field::PersonName, "Lê Thử").unwrap();
    assert_eq!(table.problems, []);
    assert_eq!(table.rows[0].decimal(Field::Assigned), Some(decimal("3.5")));
    table.set(2, Field::PersonName, None);
    assert_eq!(reasons(&table), [(2, "C", ProblemReason::RequiredMissing)]);
}

#[test]
fn a_name_merged_over_several_tasks_counts_for_each_and_a_quantity_only_once() {
    let page = "<table><tr><td>STT<td>Tên nhiệm vụ<td>Người thực hiện<td>Số lượng giao<td>Thời hạn</tr>            <tr><td>1<td>A<td rowspan=2>Lê Thử<td rowspan=2>2<td>05/08/2026</tr><tr><td>2<td>B<td>06/08/2026</tr></table>";
    let workbook = read_clipboard("", Some(page), Limits::default(), &mut keep_on()).unwrap();
    let table = tables(&workbook).remove(0);
    assert_eq!(table.rows[1].text(Field::PersonName), Some("Lê Thử"));
    assert_eq!(table.rows[1].decimal(Field::Assigned), None);
}

#[test]
fn the_role_follows_from_a_clear_title_when_there_is_no_column_for_it() {
    let table = table(
        "STT\tHọ và tên\tChức vụ\tĐơn vị\n1\tLê Thử\tPhó Trưởng phòng\tA\n2\tTrần Mẫu\tKế toán trưởng\tA\n",
    );
    let roles: Vec<_> = table
        .rows
        .iter()
        .map(|row| row.get(Field::Role).cloned())
        .collect();
    assert_eq!(
        roles,
        [Some(RawValue::Role(crate::domain::Role::Deputy)), None]
    );
}

#[test]
fn points_that_do_not_add_up_are_shown() {
    let table =
        table("TT\tTiêu chí\tĐiểm tối đa\nI\tPhẩm chất\t10\n1\tA\t5\n2\tB\t4\n\tCỘNG\t10\n");
    let nine = ProblemReason::SumDiffers { sum: decimal("9") };
    assert_eq!(reasons(&table), [(2, "C", nine.clone()), (5, "C", nine)]);
}

#[test]
fn a_signature_block_below_a_list_without_numbers_is_no_person() {
    let people = "Họ và tên\tChức vụ\tĐơn vị\nLê Thử\tChủ tịch\tA\nTrần Mẫu\tCông chức\tA\n";
    let table = table(&format!(
        "{people}\nNgười lập biểu\t\tThủ trưởng\nPhạm Thử\t\tVõ Mẫu\n"
    ));
    assert_eq!(table.rows.len(), 2);
    assert_eq!(
        skipped(&table),
        [(5, SkipReason::BelowTable), (6, SkipReason::BelowTable)]
    );
}
