//! The sheet "Tham số": the numbers of the law and the chosen readings, with their source.

use rust_xlsxwriter::{DataValidation, Format, Workbook};

use super::WorkbookError;
use super::number::double;
use super::sheet::{FIRST_ROW, Heading, Look, Page, UNCLASSIFIED, Written, class_words, heading};
use super::summary::{CapBase, CapRounding, Denominator, OverFull, Parameters, Summary};
use crate::domain::{Class, Decimal};

pub const SHEET: &str = "Tham số";

const VALUE: u16 = 1;

fn headings() -> Vec<Heading> {
    vec![
        heading("Tham số", 58.0),
        heading("Giá trị", 30.0),
        heading("Căn cứ", 52.0),
        heading("Mức độ ràng buộc", 20.0),
        heading("Tên dùng trong công thức", 26.0),
    ]
}

enum Value {
    Number(Decimal),
    Share(Decimal),
    Choice(&'static str, &'static [&'static str]),
    Words(&'static str),
}

struct Row<'a> {
    text: String,
    name: &'static str,
    value: Value,
    citation: &'a str,
    grade: &'a str,
}

const DENOMINATORS: [&str; 2] = ["số lượng giao", "số lượng hoàn thành"];
const OVER_FULL: [&str; 3] = ["giữ nguyên", "chặn từng tỷ lệ", "chặn kết quả"];
const CAP_BASES: [&str; 3] = ["xếp loại cuối", "theo điểm", "tốt trở lên"];
const CAP_ROUNDINGS: [&str; 3] = ["xuống", "gần nhất", "ít nhất 1"];

/// Writes the sheet and names its cells for the formulas.
pub fn write(book: &mut Workbook, summary: &Summary, look: &Look) -> Result<(), WorkbookError> {
    let rows = rows(&summary.parameters);
    let mut page = Page::start(
        book,
        SHEET,
        "THAM SỐ DÙNG TRONG CÔNG THỨC",
        summary,
        look,
        &headings(),
        0,
        None,
    )?;
    let mut cells = Vec::new();
    let mut row = FIRST_ROW;
    for parameter in &rows {
        write_row(&mut page, row, parameter, look)?;
        if !parameter.name.is_empty() {
            cells.push((parameter.name, row, row));
        }
        row += 1;
    }
    let classes = row;
    for class in Class::ALL {
        page.text(row, 0, "Mức xếp loại", &look.text)?;
        page.text(row, VALUE, class_words(class), &look.text)?;
        row += 1;
    }
    cells.push(("XEP_LOAI", classes, row - 1));
    for line in &summary.parameters.criteria {
        let text = format!("Điểm tối đa {} - {}", line.number, line.wording);
        page.text(row, 0, &text, &look.text)?;
        page.number(row, VALUE, double(line.most_points), &look.number)?;
        row += 1;
    }
    let printed = u16::try_from(headings().len()).unwrap_or(1);
    page.finish(row - FIRST_ROW, printed)?;
    for (name, first, last) in cells {
        let range = format!("='{SHEET}'!$B${}:$B${}", first + 1, last + 1);
        let range = if first == last {
            format!("='{SHEET}'!$B${}", first + 1)
        } else {
            range
        };
        book.define_name(name, &range)?;
    }
    Ok(())
}

fn write_row(page: &mut Page<'_>, row: u32, parameter: &Row<'_>, look: &Look) -> Written {
    page.text(row, 0, &parameter.text, &look.text)?;
    page.text(row, 2, parameter.citation, &look.text)?;
    page.text(row, 3, parameter.grade, &look.text)?;
    page.text(row, 4, parameter.name, &look.helper)?;
    match &parameter.value {
        Value::Number(number) => page.number(row, VALUE, double(*number), &look.number),
        Value::Share(share) => {
            let percent: Format = look.number.clone().set_num_format("0.##%");
            page.number(row, VALUE, double(*share), &percent)
        }
        Value::Words(words) => page.text(row, VALUE, words, &look.text),
        Value::Choice(chosen, all) => {
            page.text(row, VALUE, chosen, &look.text)?;
            let list = DataValidation::new().allow_list_strings(all)?;
            page.sheet
                .add_data_validation(row, VALUE, row, VALUE, &list)
                .map(drop)
        }
    }
}

fn rows(parameters: &Parameters) -> Vec<Row<'_>> {
    macro_rules! row {
        ($text:expr, $name:expr, $field:expr, $value:expr) => {
            Row {
                text: $text.to_owned(),
                name: $name,
                value: $value,
                citation: &$field.citation,
                grade: &$field.grade,
            }
        };
    }
    let p = parameters;
    let mut rows = vec![
        row!(
            "Điểm tối đa của tiêu chí kết quả thực hiện nhiệm vụ",
            "DIEM_KET_QUA",
            p.result_points,
            Value::Number(p.result_points.value)
        ),
        row!(
            "Phần trừ cho mỗi lần chưa đạt chất lượng",
            "TRU_CHAT_LUONG",
            p.failure_deduction,
            Value::Share(p.failure_deduction.value)
        ),
        row!(
            "Phần trừ cho mỗi lần chậm tiến độ",
            "TRU_TIEN_DO",
            p.late_deduction,
            Value::Share(p.late_deduction.value)
        ),
        row!(
            "Mẫu số của b và c (R2)",
            "MAU_SO",
            p.denominator,
            Value::Choice(
                DENOMINATORS[match p.denominator.value {
                    Denominator::Assigned => 0,
                    Denominator::Completed => 1,
                }],
                &DENOMINATORS
            )
        ),
        row!(
            "Tỷ lệ vượt 100 % do nhiệm vụ bổ sung (R3)",
            "VUOT_MUC",
            p.over_full,
            Value::Choice(
                OVER_FULL[match p.over_full.value {
                    OverFull::Keep => 0,
                    OverFull::CapEach => 1,
                    OverFull::CapResult => 2,
                }],
                &OVER_FULL
            )
        ),
        row!(
            "Tỷ lệ tối đa Hoàn thành xuất sắc nhiệm vụ",
            "TY_LE_TRAN",
            p.cap_share,
            Value::Share(p.cap_share.value)
        ),
        row!(
            "Cơ sở tính tỷ lệ tối đa (R5)",
            "CO_SO_TRAN",
            p.cap_base,
            Value::Choice(
                CAP_BASES[match p.cap_base.value {
                    CapBase::FinalGood => 0,
                    CapBase::OriginalGood => 1,
                    CapBase::GoodAndAbove => 2,
                }],
                &CAP_BASES
            )
        ),
        row!(
            "Làm tròn số người tối đa (R6)",
            "LAM_TRON_TRAN",
            p.cap_rounding,
            Value::Choice(
                CAP_ROUNDINGS[match p.cap_rounding.value {
                    CapRounding::Down => 0,
                    CapRounding::Nearest => 1,
                    CapRounding::AtLeastOne => 2,
                }],
                &CAP_ROUNDINGS
            )
        ),
    ];
    let names = ["NGUONG_XUAT_SAC", "NGUONG_TOT", "NGUONG_HOAN_THANH"];
    for ((class, name), threshold) in Class::ALL.iter().zip(names).zip(&p.thresholds) {
        let text = format!("Điểm thấp nhất của mức {}", class_words(*class));
        rows.push(row!(text, name, threshold, Value::Number(threshold.value)));
    }
    rows.push(Row {
        text: "Số chữ số thập phân hiển thị (R10), cắt bỏ phần sau".to_owned(),
        name: "SO_LE",
        value: Value::Number(Decimal::from_whole(i32::from(p.decimals))),
        citation: "",
        grade: "",
    });
    rows.push(Row {
        text: "Không đủ thời gian công tác".to_owned(),
        name: "KHONG_XEP_LOAI",
        value: Value::Words(UNCLASSIFIED),
        citation: "",
        grade: "",
    });
    rows
}
