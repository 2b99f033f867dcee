//! Reads a sheet by a mapping into typed rows, with every problem and every skipped row.

use std::collections::{BTreeMap, BTreeSet};

use super::conversion::{self, Conversion};
use super::header::{Header, header_at};
use super::row_kind::{MergedColumns, RowReader};
use super::value::{Parsed, Shape, parse_cell, shape};
use super::{
    CellProblem, Field, Mapping, ProblemReason, RawRow, RawTable, RawValue, SkipReason, SkippedRow,
    TableKind, criteria, word,
};
use crate::domain::Decimal;
use crate::files::tabular::{Cell, Row, Sheet, Workbook, column_letters};
use crate::text::{NumberReading, SeparatorStyle, collapse_spaces, header_key, parse_number};

const SKIPPED_TEXT: usize = 120;

/// What a person has answered where the file is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExtractOptions {
    /// Points of the standard product of a catalogue.
    pub standard_points: Option<Decimal>,
    /// Decimals a computed coefficient is rounded to.
    pub coefficient_decimals: Option<u8>,
    /// How numbers are written where "1.234" is ambiguous.
    pub separators: Option<SeparatorStyle>,
}

/// Reads one sheet by a mapping. Nothing is lost: a row is a record or skipped
/// with a reason, a cell gives a value, a problem, or both.
///
/// An unknown sheet index gives an empty table.
#[must_use]
pub fn extract(
    workbook: &Workbook,
    sheet: usize,
    mapping: &Mapping,
    options: &ExtractOptions,
) -> RawTable {
    let Some(sheet) = workbook.sheets.get(sheet) else {
        return RawTable::empty(String::new(), mapping);
    };
    let header = header_at(sheet, mapping.header_row, mapping.header_rows);
    let mut reader = TableReader {
        rows: RowReader::new(sheet, mapping, &header),
        merges: MergedColumns::below(sheet, header.first_data_row()),
        style: options
            .separators
            .or_else(|| style_of(sheet, mapping, &header)),
        table: RawTable::empty(sheet.name.clone(), mapping),
        section: None,
        totals: Vec::new(),
    };
    reader.table.headers = header
        .columns
        .iter()
        .map(|words| (words.column, words.parts.join(" – ")))
        .collect();
    reader.table.titles = titles(sheet, mapping.header_row);
    for row in sheet
        .rows
        .iter()
        .filter(|row| row.index >= header.first_data_row())
    {
        reader.row(row);
    }
    let TableReader {
        mut table, totals, ..
    } = reader;
    match mapping.kind {
        TableKind::Catalogue => conversion::complete(
            &mut table,
            &Conversion::of(workbook, sheet, mapping, options),
            sheet,
        ),
        TableKind::GeneralCriteria => criteria::check_sums(&mut table, &totals),
        _ => {}
    }
    find_missing(&mut table);
    find_duplicates(&mut table);
    table.problems.sort_by_key(|problem| problem.row);
    table
}

impl RawTable {
    pub(super) fn empty(sheet: String, mapping: &Mapping) -> Self {
        Self {
            sheet,
            kind: mapping.kind,
            mapping: mapping.clone(),
            headers: BTreeMap::new(),
            titles: Vec::new(),
            rows: Vec::new(),
            problems: Vec::new(),
            skipped: Vec::new(),
            catalogue: None,
        }
    }

    /// Replaces one cell by what a person typed instead, as in a correction
    /// before importing; its earlier problems are gone when the new text is right.
    ///
    /// Rows count from 1, as shown. A blank text empties the cell.
    ///
    /// # Errors
    /// The problem of the new text; the table is unchanged then.
    pub fn correct(&mut self, row: u32, field: Field, text: &str) -> Result<(), Box<CellProblem>> {
        let cell = Cell::Text(crate::text::nfc(text));
        let parsed = if text.trim().is_empty() {
            Parsed::default()
        } else {
            parse_cell(self.kind, field, &cell, None)
        };
        if let (None, Some((reason, suggestion))) = (&parsed.value, parsed.problem) {
            return Err(Box::new(self.problem_at(
                row,
                field,
                text.to_owned(),
                reason,
                suggestion,
                true,
            )));
        }
        self.set(row, field, parsed.value);
        Ok(())
    }

    /// Replaces one cell by a value, as when a person takes a suggestion; its
    /// problems are gone then. Rows count from 1.
    pub fn set(&mut self, row: u32, field: Field, value: Option<RawValue>) {
        if let Some(record) = self.rows.iter_mut().find(|record| record.row == row) {
            match value {
                Some(value) => record.values.insert(field, value),
                None => record.values.remove(&field),
            };
        }
        self.problems
            .retain(|problem| problem.row != row || problem.field != field);
        self.problems
            .retain(|problem| problem.reason != ProblemReason::RequiredMissing);
        find_missing(self);
        self.problems.sort_by_key(|problem| problem.row);
    }

    pub(super) fn problem_at(
        &self,
        row: u32,
        field: Field,
        value: String,
        reason: ProblemReason,
        suggestion: Option<super::Suggestion>,
        blocking: bool,
    ) -> CellProblem {
        let column = self.mapping.column(field);
        CellProblem {
            sheet: self.sheet.clone(),
            row,
            column: column.map(column_letters).unwrap_or_default(),
            header: column
                .and_then(|at| self.headers.get(&at).cloned())
                .unwrap_or_default(),
            field,
            value,
            reason,
            suggestion,
            blocking,
        }
    }
}

struct TableReader<'a> {
    rows: RowReader<'a>,
    merges: MergedColumns,
    style: Option<SeparatorStyle>,
    table: RawTable,
    section: Option<String>,
    /// Total rows with what they hold, to be checked where a sum is known.
    totals: Vec<RawRow>,
}

impl<'a> TableReader<'a> {
    fn row(&mut self, row: &'a Row) {
        match self.rows.skip(row) {
            None => {
                let record = self.values(row, true);
                self.table.rows.push(record);
            }
            Some(reason) => {
                if reason == SkipReason::Heading {
                    self.section = Some(self.rows.heading_text(row));
                } else if reason == SkipReason::Total {
                    let total = self.values(row, false);
                    self.totals.push(total);
                }
                self.table.skipped.push(SkippedRow {
                    row: row.index + 1,
                    text: shown_row(row),
                    reason,
                });
            }
        }
    }

    fn values(&mut self, row: &'a Row, report: bool) -> RawRow {
        let kind = self.table.kind;
        let mut values = BTreeMap::new();
        for (column, field) in &self.rows.mapping.columns {
            let Some(cell) = self.rows.cell(row, *column, *field, &self.merges) else {
                continue;
            };
            let Parsed { value, problem } = parse_cell(kind, *field, cell, self.style);
            if let Some((reason, suggestion)) = problem.filter(|_| report) {
                let blocking = value.is_none();
                let found = self.table.problem_at(
                    row.index + 1,
                    *field,
                    cell.shown(),
                    reason,
                    suggestion,
                    blocking,
                );
                self.table.problems.push(found);
            }
            values.extend(value.map(|value| (*field, value)));
        }
        if kind == TableKind::Staff && !values.contains_key(&Field::Role) {
            values.extend(role_from_title(&values).map(|role| (Field::Role, role)));
        }
        RawRow {
            row: row.index + 1,
            section: self.section.clone(),
            values,
        }
    }
}

/// Without a column for it, the role follows from a title that says it clearly.
fn role_from_title(values: &BTreeMap<Field, RawValue>) -> Option<RawValue> {
    match values.get(&Field::Title) {
        Some(RawValue::Text(title)) => word::role(&header_key(title)).map(RawValue::Role),
        _ => None,
    }
}

/// The one style the unambiguous numbers of the sheet show; nothing when they disagree.
fn style_of(sheet: &Sheet, mapping: &Mapping, header: &Header) -> Option<SeparatorStyle> {
    let is_number = |field: Field| {
        matches!(
            shape(mapping.kind, field),
            Shape::Decimal | Shape::DecimalOrRange
        )
    };
    let columns: Vec<u32> = mapping
        .columns
        .iter()
        .filter(|(_, field)| is_number(*field))
        .map(|(at, _)| *at)
        .collect();
    let rows = sheet
        .rows
        .iter()
        .filter(|row| row.index >= header.first_data_row());
    let cells = rows.flat_map(|row| columns.iter().filter_map(|at| row.cell(*at)));
    let mut styles = cells.filter_map(|cell| match cell {
        Cell::Text(text) => match parse_number(text) {
            Ok(NumberReading::Sure { style, .. }) => style,
            _ => None,
        },
        _ => None,
    });
    let first = styles.next()?;
    styles.all(|style| style == first).then_some(first)
}

fn titles(sheet: &Sheet, header_row: u32) -> Vec<String> {
    let above = sheet.rows.iter().take_while(|row| row.index < header_row);
    above
        .map(shown_row)
        .filter(|text| !text.is_empty())
        .collect()
}

fn shown_row(row: &Row) -> String {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(|(_, cell)| collapse_spaces(&cell.shown()))
        .collect();
    texts.join(" · ").chars().take(SKIPPED_TEXT).collect()
}

/// One problem for each required field a record lacks, unless its cell has one already.
fn find_missing(table: &mut RawTable) {
    let with_problem: BTreeSet<(u32, Field)> = table
        .problems
        .iter()
        .map(|one| (one.row, one.field))
        .collect();
    let mut missing = Vec::new();
    for row in &table.rows {
        for any in table.kind.required() {
            let has_problem = |field: &Field| with_problem.contains(&(row.row, *field));
            if !any.iter().any(|field| row.values.contains_key(field))
                && !any.iter().any(has_problem)
            {
                let field = any
                    .iter()
                    .find(|field| table.mapping.column(**field).is_some())
                    .unwrap_or(&any[0]);
                missing.push(table.problem_at(
                    row.row,
                    *field,
                    String::new(),
                    ProblemReason::RequiredMissing,
                    None,
                    true,
                ));
            }
        }
    }
    table.problems.extend(missing);
}

/// A code that stands twice; both records stay, the import decides.
fn find_duplicates(table: &mut RawTable) {
    let key = match table.kind {
        TableKind::Staff => Field::PersonCode,
        TableKind::Catalogue => Field::ProductCode,
        TableKind::Tasks => Field::TaskCode,
        TableKind::Complaints => Field::ComplaintNumber,
        TableKind::GeneralCriteria | TableKind::GeneralScores => return,
    };
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for row in &table.rows {
        let Some(code) = row.text(key) else { continue };
        match first_rows.get(&crate::text::search_key(code)) {
            Some(first_row) => {
                let reason = ProblemReason::Duplicate {
                    first_row: *first_row,
                };
                found.push(table.problem_at(row.row, key, code.to_owned(), reason, None, false));
            }
            None => {
                first_rows.insert(crate::text::search_key(code), row.row);
            }
        }
    }
    table.problems.extend(found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::recognise::{criteria_parts, recognise};
    use crate::files::tabular::{Limits, read, read_clipboard};

    fn keep_on() -> impl FnMut(crate::files::tabular::ReadProgress) -> std::ops::ControlFlow<()> {
        |_| std::ops::ControlFlow::Continue(())
    }

    fn real_catalogue() -> Vec<RawTable> {
        let bytes = include_bytes!("../../../assets/danh-muc-qd-283-2026.xlsx");
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
        let rows =
            "1\tViệc A\tLê Thử\ttrễ\t1,5\t31/02/2026\n2\t\tTrần Mẫu\t-1\t1e300\t05/08/2026\n";
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
}
