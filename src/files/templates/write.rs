//! Writes a template, empty with examples or filled with rows.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use super::column::{Column, columns, sheet_name, title};
use crate::domain::{Day, Decimal, LineId};
use crate::files::recognise::{Field, RawRow, RawValue, Shape, TableKind, shape_of, usual_words};
use crate::text::{WrittenPeriod, format_date, format_number, parse_number};

const TITLE_ROW: u32 = 0;
const ADVICE_ROW: u32 = 1;
/// The header stands on the third row, so that a person sees title and advice first.
const HEADER_ROW: u32 = 2;
const FIRST_ROW: u32 = 3;
/// Rows with drop-downs and checks.
const PREPARED_ROWS: u32 = 2_000;
const GUIDE: &str = "Hướng dẫn";
const LISTS: &str = "Danh sách chọn";
/// A drop-down given in the rule itself may not be longer.
const LONGEST_INLINE_LIST: usize = 250;

/// What a template can offer beside its own words.
#[derive(Debug, Clone)]
pub struct TemplateContents<'a> {
    /// The lines of the general criteria in force with their greatest points.
    pub lines: &'a [(LineId, Decimal)],
    /// Names of the agency's units, for a drop-down.
    pub units: &'a [String],
    /// Names of its groups of similar duties, for a drop-down.
    pub groups: &'a [String],
    /// The day of writing, kept in the file's properties.
    pub today: Day,
}

/// Why a template could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The workbook refused a cell or could not be packed.
    #[error("the workbook cannot be written")]
    Workbook(#[from] XlsxError),
}

/// The file name a template is offered under.
#[must_use]
pub const fn template_file_name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Staff => "mau-danh-sach-cong-chuc.xlsx",
        TableKind::Catalogue => "mau-danh-muc-san-pham.xlsx",
        TableKind::GeneralCriteria => "mau-tieu-chi-chung.xlsx",
        TableKind::Tasks => "mau-so-nhiem-vu.xlsx",
        TableKind::Complaints => "mau-so-phan-anh.xlsx",
        TableKind::Incidents => "mau-so-vu-viec.xlsx",
        TableKind::GeneralScores => "mau-diem-tieu-chi-chung.xlsx",
    }
}

/// The template of a table with two example rows, which the importer passes over.
///
/// # Errors
/// [`TemplateError`] when the workbook cannot be written.
pub fn template(
    kind: TableKind,
    contents: &TemplateContents<'_>,
) -> Result<Vec<u8>, TemplateError> {
    write(kind, contents, None)
}

/// The template filled with rows instead of examples; reading it back gives them again.
///
/// # Errors
/// [`TemplateError`] when the workbook cannot be written.
pub fn filled_template(
    kind: TableKind,
    contents: &TemplateContents<'_>,
    rows: &[RawRow],
) -> Result<Vec<u8>, TemplateError> {
    write(kind, contents, Some(rows))
}

fn write(
    kind: TableKind,
    contents: &TemplateContents<'_>,
    rows: Option<&[RawRow]>,
) -> Result<Vec<u8>, TemplateError> {
    let lines: Vec<LineId> = contents.lines.iter().map(|(line, _)| *line).collect();
    let columns = columns(kind, &lines);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(kind, contents.today));
    let lists = Lists::new(contents);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(kind))?;
    write_head(sheet, kind, &columns)?;
    for (at, column) in (0_u16..).zip(&columns) {
        set_checks(sheet, at, column, kind, contents, &lists)?;
    }
    match rows {
        Some(rows) => write_rows(sheet, kind, &columns, rows)?,
        None => write_examples(sheet, kind, &columns)?,
    }
    write_guide(workbook.add_worksheet(), kind, &columns)?;
    if columns
        .iter()
        .any(|one| matches!(one.field, Field::Unit | Field::DutyGroup))
    {
        lists.write(&mut workbook)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(kind: TableKind, today: Day) -> DocProperties {
    use chrono::Datelike;
    let year = u16::try_from(today.year()).unwrap_or(1900);
    let (month, day) = (today.month().to_le_bytes()[0], today.day().to_le_bytes()[0]);
    let properties = DocProperties::new()
        .set_title(title(kind))
        .set_author("Công Tâm");
    match ExcelDateTime::from_ymd(year, month, day) {
        Ok(created) => properties.set_creation_datetime(&created),
        Err(_) => properties,
    }
}

fn write_head(
    sheet: &mut Worksheet,
    kind: TableKind,
    columns: &[Column],
) -> Result<(), TemplateError> {
    let heading = Format::new().set_bold().set_font_size(14);
    let advice = Format::new()
        .set_italic()
        .set_font_color(Color::RGB(0x005A_6472));
    sheet.write_with_format(TITLE_ROW, 0, title(kind), &heading)?;
    let words = "Nhập từ dòng thứ tư. Các dòng ghi VD ở cột số thứ tự là ví dụ, phần mềm bỏ qua. Cách ghi từng cột: trang Hướng dẫn.";
    sheet.write_with_format(ADVICE_ROW, 0, words, &advice)?;
    let required = required(kind);
    let header = |background: u32| {
        Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(background))
    };
    for (at, column) in (0_u16..).zip(columns) {
        let background = if required.contains(&column.field) {
            0x00CF_E3F5
        } else {
            0x00E9_EDF1
        };
        sheet.write_with_format(HEADER_ROW, at, column.header.as_str(), &header(background))?;
        sheet.insert_note(
            HEADER_ROW,
            at,
            &Note::new(column.help.as_str()).set_author("Công Tâm"),
        )?;
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.set_column_format(at, &cell_format(kind, column.field))?;
    }
    sheet.set_row_height(HEADER_ROW, 34)?;
    sheet.set_freeze_panes(FIRST_ROW, 0)?;
    sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Dates, codes and ranges are text, so that no program turns them into something else.
fn cell_format(kind: TableKind, field: Field) -> Format {
    match shape_of(kind, field) {
        Shape::Decimal | Shape::Count => Format::new().set_num_format("General"),
        _ => Format::new()
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Top),
    }
}

fn required(kind: TableKind) -> Vec<Field> {
    kind.required().iter().map(|any| any[0]).collect()
}

fn write_examples(
    sheet: &mut Worksheet,
    kind: TableKind,
    columns: &[Column],
) -> Result<(), TemplateError> {
    let example = |kind, field| {
        cell_format(kind, field)
            .set_italic()
            .set_background_color(Color::RGB(0x00F4_F0E2))
    };
    for (row, which) in (FIRST_ROW..).zip([0, 1]) {
        for (at, column) in (0_u16..).zip(columns) {
            let format = example(kind, column.field);
            let text = column.examples[which];
            let number = match shape_of(kind, column.field) {
                Shape::Decimal | Shape::Count => parse_number(text)
                    .ok()
                    .and_then(crate::text::NumberReading::sure),
                _ => None,
            };
            match number.and_then(|number| number.parse::<f64>().ok()) {
                Some(number) => sheet.write_with_format(row, at, number, &format)?,
                None => sheet.write_with_format(row, at, text, &format)?,
            };
        }
    }
    Ok(())
}

fn write_rows(
    sheet: &mut Worksheet,
    kind: TableKind,
    columns: &[Column],
    rows: &[RawRow],
) -> Result<(), TemplateError> {
    for (row, record) in (FIRST_ROW..).zip(rows) {
        for (at, column) in (0_u16..).zip(columns) {
            let Some(value) = record.get(column.field) else {
                continue;
            };
            let format = cell_format(kind, column.field);
            match number_of(value) {
                // Six decimals of any number in use fit a spreadsheet's number exactly when read back.
                Some(number) => sheet.write_with_format(row, at, number, &format)?,
                None => sheet.write_with_format(row, at, shown(column.field, value), &format)?,
            };
        }
    }
    Ok(())
}

fn number_of(value: &RawValue) -> Option<f64> {
    match value {
        RawValue::Decimal(number) => number.to_string().parse().ok(),
        RawValue::Count(count) => Some(f64::from(*count)),
        _ => None,
    }
}

/// A value as a person would type it into the template.
fn shown(field: Field, value: &RawValue) -> String {
    let number = |value: &Decimal| format_number(&value.to_string());
    let word = |is_it: &dyn Fn(&RawValue) -> bool| {
        let words = usual_words(field).iter();
        let found = words.copied().find(|word| {
            crate::files::recognise::word_value(field, word).is_some_and(|one| is_it(&one))
        });
        found.unwrap_or_default().to_owned()
    };
    match value {
        RawValue::Text(text) => text.clone(),
        RawValue::Decimal(value) => number(value),
        RawValue::Range(from, to) => format!("{}-{}", number(from), number(to)),
        RawValue::Count(count) => count.to_string(),
        RawValue::Date(day) => format_date(*day),
        RawValue::Period(WrittenPeriod::Month { year, month }) => format!("{month:02}/{year}"),
        RawValue::Period(WrittenPeriod::Quarter { year, quarter }) => {
            format!("Quý {quarter}/{year}")
        }
        fixed => word(&|one| one == fixed),
    }
}

fn set_checks(
    sheet: &mut Worksheet,
    at: u16,
    column: &Column,
    kind: TableKind,
    contents: &TemplateContents<'_>,
    lists: &Lists,
) -> Result<(), TemplateError> {
    let limit = |line: LineId| {
        contents
            .lines
            .iter()
            .find(|(known, _)| *known == line)
            .map(|(_, max)| *max)
    };
    let rule = match (column.field, shape_of(kind, column.field)) {
        (Field::Line(line) | Field::AuthorityLine(line), _) => {
            let greatest = limit(line)
                .and_then(|max| max.to_string().parse().ok())
                .unwrap_or(f64::MAX);
            Some(
                DataValidation::new()
                    .allow_decimal_number(DataValidationRule::Between(0.0, greatest)),
            )
        }
        (Field::Unit, _) => lists.rule(0),
        (Field::DutyGroup, _) => lists.rule(1),
        (field, Shape::Word) => Some(DataValidation::new().allow_list_strings(usual_words(field))?),
        (_, Shape::Decimal) => Some(
            DataValidation::new()
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
        ),
        (_, Shape::Count) => Some(
            DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
        ),
        _ => None,
    };
    if let Some(rule) = rule {
        let strict = !matches!(
            column.field,
            Field::Unit | Field::DutyGroup | Field::HandedBack
        );
        let rule = rule
            .set_error_title("Chưa đúng")?
            .set_error_message(column.help.as_str())?
            .show_error_message(strict);
        sheet.add_data_validation(FIRST_ROW, at, FIRST_ROW + PREPARED_ROWS - 1, at, &rule)?;
    }
    Ok(())
}

fn write_guide(
    sheet: &mut Worksheet,
    kind: TableKind,
    columns: &[Column],
) -> Result<(), TemplateError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format("@");
    sheet.set_name(GUIDE)?;
    sheet.write_with_format(0, 0, "CÁCH GHI TỪNG CỘT", &bold)?;
    for (at, (words, width)) in (0_u16..).zip([
        ("Cột cần ghi", 28),
        ("Bắt buộc hay không", 20),
        ("Cách điền", 70),
        ("Các từ được hiểu", 50),
    ]) {
        sheet.write_with_format(1, at, words, &bold)?;
        sheet.set_column_width(at, width)?;
    }
    let required = required(kind);
    for (row, column) in (2..).zip(columns) {
        let must = if required.contains(&column.field) {
            "bắt buộc"
        } else {
            ""
        };
        let words = usual_words(column.field).join("; ");
        for (at, text) in (0_u16..).zip([
            column.header.as_str(),
            must,
            column.help.as_str(),
            words.as_str(),
        ]) {
            sheet.write_with_format(row, at, text, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(2, 0)?;
    Ok(())
}

/// The agency's own names offered as drop-downs, on a hidden sheet when they are long.
struct Lists {
    columns: [Vec<String>; 2],
}

impl Lists {
    fn new(contents: &TemplateContents<'_>) -> Self {
        Self {
            columns: [contents.units.to_vec(), contents.groups.to_vec()],
        }
    }

    fn rule(&self, list: usize) -> Option<DataValidation> {
        let names = &self.columns[list];
        let length: usize = names.iter().map(|name| name.chars().count() + 1).sum();
        if names.is_empty() {
            return None;
        }
        if length <= LONGEST_INLINE_LIST && !names.iter().any(|name| name.contains(',')) {
            return DataValidation::new().allow_list_strings(names).ok();
        }
        let letter = crate::files::tabular::column_letters(u32::try_from(list).ok()?);
        let range = format!("='{LISTS}'!${letter}$1:${letter}${}", names.len());
        Some(DataValidation::new().allow_list_formula(range.as_str().into()))
    }

    fn write(&self, workbook: &mut Workbook) -> Result<(), TemplateError> {
        if self.columns.iter().all(Vec::is_empty) {
            return Ok(());
        }
        let sheet = workbook.add_worksheet();
        sheet.set_name(LISTS)?.set_hidden(true);
        for (at, names) in (0_u16..).zip(&self.columns) {
            for (row, name) in (0_u32..).zip(names) {
                sheet.write(row, at, name.as_str())?;
            }
        }
        Ok(())
    }
}
