//! The sheet "Tham số": the numbers of the law and the chosen readings, with their source.

use rust_xlsxwriter::{DataValidation, Format, Workbook};

use super::WorkbookError;
use super::number::double;
use super::sheet::{
    FIRST_ROW, Heading, Look, Page, Setup, UNCLASSIFIED, Written, class_words, heading,
};
use super::summary::{Parameters, Sourced, Summary};
use crate::domain::{Class, Decimal};
use crate::rules::{CapBase, CapRounding, Denominator, Excess};

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
        &summary.agency,
        look,
        &Setup {
            name: SHEET,
            title: "THAM SỐ DÙNG TRONG CÔNG THỨC",
            headings: &headings(),
            frozen: 0,
            helpers: None,
        },
    )?;
    let mut cells = Vec::new();
    let mut row = FIRST_ROW;
    for parameter in &rows {
        write_row(&mut page, row, parameter, look)?;
        page.end_row(row)?;
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
        page.end_row(row)?;
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

impl<'a> Row<'a> {
    fn of<T>(text: &str, name: &'static str, source: &'a Sourced<T>, value: Value) -> Self {
        Self {
            text: text.to_owned(),
            name,
            value,
            citation: &source.citation,
            grade: &source.grade,
        }
    }

    fn unsourced(text: &str, name: &'static str, value: Value) -> Self {
        Self {
            text: text.to_owned(),
            name,
            value,
            citation: "",
            grade: "",
        }
    }
}

fn rows(parameters: &Parameters) -> Vec<Row<'_>> {
    let mut rows = task_rows(parameters);
    rows.extend(cap_rows(parameters));
    let names = ["NGUONG_XUAT_SAC", "NGUONG_TOT", "NGUONG_HOAN_THANH"];
    for ((class, name), threshold) in Class::ALL.iter().zip(names).zip(&parameters.thresholds) {
        let text = format!("Điểm thấp nhất của mức {}", class_words(*class));
        rows.push(Row::of(
            &text,
            name,
            threshold,
            Value::Number(threshold.value),
        ));
    }
    rows.push(Row::unsourced(
        "Số chữ số thập phân hiển thị (R10), cắt bỏ phần sau",
        "SO_LE",
        Value::Number(Decimal::from_whole(i32::from(parameters.decimals))),
    ));
    rows.push(Row::unsourced(
        "Không đủ thời gian công tác",
        "KHONG_XEP_LOAI",
        Value::Words(UNCLASSIFIED),
    ));
    rows
}

fn task_rows(parameters: &Parameters) -> Vec<Row<'_>> {
    let p = parameters;
    let denominator = match p.denominator.value {
        Denominator::Assigned => DENOMINATORS[0],
        Denominator::Completed => DENOMINATORS[1],
    };
    let over_full = match p.over_full.value {
        Excess::Keep => OVER_FULL[0],
        Excess::CapEach => OVER_FULL[1],
        Excess::CapResult => OVER_FULL[2],
    };
    vec![
        Row::of(
            "Điểm tối đa của tiêu chí kết quả thực hiện nhiệm vụ",
            "DIEM_KET_QUA",
            &p.result_points,
            Value::Number(p.result_points.value),
        ),
        Row::of(
            "Phần trừ cho mỗi lần chưa đạt chất lượng",
            "TRU_CHAT_LUONG",
            &p.failure_deduction,
            Value::Share(p.failure_deduction.value),
        ),
        Row::of(
            "Phần trừ cho mỗi lần chậm tiến độ",
            "TRU_TIEN_DO",
            &p.late_deduction,
            Value::Share(p.late_deduction.value),
        ),
        Row::of(
            "Mức thấp nhất của q và t (R4)",
            "SAN_Q_T",
            &p.floor,
            Value::Share(p.floor.value),
        ),
        Row::of(
            "Mẫu số của b và c (R2)",
            "MAU_SO",
            &p.denominator,
            Value::Choice(denominator, &DENOMINATORS),
        ),
        Row::of(
            "Tỷ lệ vượt 100 % do nhiệm vụ bổ sung (R3)",
            "VUOT_MUC",
            &p.over_full,
            Value::Choice(over_full, &OVER_FULL),
        ),
    ]
}

fn cap_rows(parameters: &Parameters) -> [Row<'_>; 3] {
    let p = parameters;
    let base = match p.cap_base.value {
        CapBase::FinalGood => CAP_BASES[0],
        CapBase::OriginalGood => CAP_BASES[1],
        CapBase::GoodAndAbove => CAP_BASES[2],
    };
    let rounding = match p.cap_rounding.value {
        CapRounding::Down => CAP_ROUNDINGS[0],
        CapRounding::Nearest => CAP_ROUNDINGS[1],
        CapRounding::AtLeastOne => CAP_ROUNDINGS[2],
    };
    [
        Row::of(
            "Tỷ lệ tối đa Hoàn thành xuất sắc nhiệm vụ",
            "TY_LE_TRAN",
            &p.cap_share,
            Value::Share(p.cap_share.value),
        ),
        Row::of(
            "Cơ sở tính tỷ lệ tối đa (R5)",
            "CO_SO_TRAN",
            &p.cap_base,
            Value::Choice(base, &CAP_BASES),
        ),
        Row::of(
            "Làm tròn số người tối đa (R6)",
            "LAM_TRON_TRAN",
            &p.cap_rounding,
            Value::Choice(rounding, &CAP_ROUNDINGS),
        ),
    ]
}
