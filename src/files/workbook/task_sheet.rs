//! The sheet "Nhiệm vụ": every task as it counts, with its deductions and products.

use rust_xlsxwriter::Workbook;

use super::formulas;
use super::number::{double, result};
use super::sheet::{FIRST_ROW, Heading, Look, Page, Setup, Written, at, heading, name_column};
use super::summary::{PersonPeriod, Summary, TaskLine, TaskOrigin};
use super::{Names, WorkbookError};
use crate::domain::{Decimal, Exact};

pub const SHEET: &str = "Nhiệm vụ";

mod column {
    pub const PERSON: u16 = 0;
    pub const NAME: u16 = 1;
    pub const UNIT: u16 = 2;
    pub const PERIOD: u16 = 3;
    pub const CODE: u16 = 4;
    pub const TITLE: u16 = 5;
    pub const PRODUCT: u16 = 6;
    pub const ORIGIN: u16 = 7;
    pub const IN_ASSIGNED: u16 = 8;
    pub const SHARE: u16 = 9;
    pub const COEFFICIENT: u16 = 10;
    pub const ASSIGNED: u16 = 11;
    pub const COMPLETED: u16 = 12;
    pub const ASSIGNED_ON: u16 = 13;
    pub const DUE: u16 = 14;
    pub const DUE_IN_FORCE: u16 = 15;
    pub const FINISHED: u16 = 16;
    pub const FAILURES: u16 = 17;
    pub const EXCUSED_FAILURES: u16 = 18;
    pub const LATE: u16 = 19;
    pub const EXCUSED_LATE: u16 = 20;
    pub const QUALITY: u16 = 21;
    pub const TIMELINESS: u16 = 22;
    pub const ASSIGNED_SUM: u16 = 23;
    pub const COMPLETED_SUM: u16 = 24;
    pub const QUALITY_SUM: u16 = 25;
    pub const TIMELINESS_SUM: u16 = 26;
    pub const KEY: u16 = 27;
}

const NAMES: [(&str, u16); 5] = [
    ("NV_KHOA", column::KEY),
    ("NV_GIAO", column::ASSIGNED_SUM),
    ("NV_HOAN_THANH", column::COMPLETED_SUM),
    ("NV_CHAT_LUONG", column::QUALITY_SUM),
    ("NV_TIEN_DO", column::TIMELINESS_SUM),
];

fn headings() -> Vec<Heading> {
    vec![
        heading("Mã công chức", 9.0),
        heading("Họ và tên", 18.0),
        heading("Đơn vị", 12.0),
        heading("Kỳ", 9.0),
        heading("Mã nhiệm vụ", 9.5),
        heading("Nội dung nhiệm vụ", 30.0),
        heading("Sản phẩm, công việc", 20.0),
        heading("Nguồn", 9.5),
        heading("Tính vào số giao (1: có, 0: không)", 8.0),
        heading("Phần tính vào kỳ", 7.0),
        heading("Hệ số (k)", 7.0),
        heading("Số lượng giao (g)", 8.0),
        heading("Số lượng hoàn thành (h)", 8.0),
        heading("Ngày giao", 11.0),
        heading("Hạn ban đầu", 11.0),
        heading("Hạn đang áp dụng", 11.0),
        heading("Ngày hoàn thành", 11.0),
        heading("Số lần chưa đạt chất lượng", 8.0),
        heading("Trong đó được loại trừ", 8.0),
        heading("Số lần chậm tiến độ", 8.0),
        heading("Trong đó được loại trừ", 8.0),
        heading("q (chất lượng)", 8.0),
        heading("t (tiến độ)", 8.0),
        heading("k × g", 10.0),
        heading("k × h", 10.0),
        heading("k × h × q", 10.0),
        heading("k × h × t", 10.0),
        heading("Khóa nối", 16.0),
    ]
}

/// How a person is named on every sheet.
pub struct Shown {
    /// Key that joins the sheets; holds no sign a search could read as a pattern.
    pub key: String,
    pub code: String,
    pub name: String,
}

impl Shown {
    pub fn of(summary: &Summary, place: usize) -> Self {
        let key = format!("P{:04}", place + 1);
        let person = &summary.people[place];
        match summary.names {
            Names::Shown => Self {
                key,
                code: person.code.clone(),
                name: person.name.clone(),
            },
            Names::Hidden => Self {
                key,
                code: super::pseudonym(place),
                name: super::pseudonym(place),
            },
        }
    }

    /// Key of one of the person's periods.
    pub fn period_key(&self, period: &PersonPeriod) -> String {
        format!("{}-{}", self.key, period.period)
    }
}

/// Writes the sheet; `report` is told how many people are written.
pub fn write(
    book: &mut Workbook,
    summary: &Summary,
    look: &Look,
    mut report: impl FnMut(usize) -> Result<(), WorkbookError>,
) -> Result<(), WorkbookError> {
    let title = format!("NHIỆM VỤ NĂM {}", summary.year);
    let mut page = Page::start(
        book,
        &summary.agency,
        look,
        &Setup {
            name: SHEET,
            title: &title,
            headings: &headings(),
            frozen: 2,
            helpers: Some(column::KEY),
        },
    )?;
    let mut row = FIRST_ROW;
    for (place, person) in summary.people.iter().enumerate() {
        let shown = Shown::of(summary, place);
        for period in &person.periods {
            for task in &period.tasks {
                let line = Line {
                    row,
                    look,
                    task,
                    hidden: summary.names == Names::Hidden,
                };
                page.text(row, column::PERSON, &shown.code, &look.text)?;
                page.text(row, column::NAME, &shown.name, &look.text)?;
                page.text(row, column::UNIT, &person.unit, &look.text)?;
                page.text(
                    row,
                    column::PERIOD,
                    &period.period.to_string(),
                    &look.centred,
                )?;
                page.text(row, column::KEY, &shown.period_key(period), &look.helper)?;
                line.words(&mut page)?;
                line.inputs(&mut page)?;
                line.formulas(&mut page)?;
                page.end_row(row)?;
                row += 1;
            }
        }
        report(place + 1)?;
    }
    let rows = row - FIRST_ROW;
    page.finish(rows, column::ASSIGNED_SUM)?;
    for (name, column) in NAMES {
        name_column(book, name, SHEET, column, rows)?;
    }
    Ok(())
}

struct Line<'a> {
    row: u32,
    look: &'a Look,
    task: &'a TaskLine,
    hidden: bool,
}

impl Line<'_> {
    fn words(&self, page: &mut Page<'_>) -> Written {
        let (row, task, look) = (self.row, self.task, self.look);
        let title = if self.hidden { "" } else { &task.title };
        page.text(row, column::CODE, &task.code, &look.text)?;
        page.text(row, column::TITLE, title, &look.text)?;
        page.text(row, column::PRODUCT, &task.product, &look.text)?;
        page.text(row, column::ORIGIN, origin_words(task.origin), &look.text)
    }

    fn inputs(&self, page: &mut Page<'_>) -> Written {
        let (row, task, look) = (self.row, self.task, self.look);
        let numbers = [
            (column::IN_ASSIGNED, f64::from(u8::from(task.in_assigned))),
            (column::COEFFICIENT, double(task.coefficient)),
            (column::ASSIGNED, double(task.assigned)),
            (column::COMPLETED, double(task.completed)),
            (column::FAILURES, f64::from(task.failures)),
            (column::EXCUSED_FAILURES, f64::from(task.excused_failures)),
            (column::LATE, f64::from(task.late)),
            (column::EXCUSED_LATE, f64::from(task.excused_late)),
        ];
        let share = result(&task.share).parse().unwrap_or(1.0);
        page.number(row, column::SHARE, share, &look.number)?;
        for (column, number) in numbers {
            page.number(row, column, number, &look.number)?;
        }
        let days = [
            (column::ASSIGNED_ON, task.assigned_on),
            (column::DUE, task.due),
            (column::DUE_IN_FORCE, task.due_in_force),
            (column::FINISHED, task.finished),
        ];
        for (column, day) in days {
            page.day(row, column, day, look)?;
        }
        Ok(())
    }

    fn formulas(&self, page: &mut Page<'_>) -> Written {
        let (task, look) = (self.task, self.look);
        let cell = |column| at(self.row, column);
        let quality = formulas::left_after(
            "TRU_CHAT_LUONG",
            &cell(column::FAILURES),
            &cell(column::EXCUSED_FAILURES),
        );
        let timeliness = formulas::left_after(
            "TRU_TIEN_DO",
            &cell(column::LATE),
            &cell(column::EXCUSED_LATE),
        );
        let times = |columns: &[u16]| {
            let factors: Vec<String> = columns.iter().map(|column| cell(*column)).collect();
            format!("={}", factors.join("*"))
        };
        let (assigned, completed) = amounts(task);
        let done = [column::SHARE, column::COEFFICIENT, column::COMPLETED];
        let written = [
            (column::QUALITY, quality, task.quality.clone()),
            (
                column::ASSIGNED_SUM,
                times(&[
                    column::IN_ASSIGNED,
                    column::SHARE,
                    column::COEFFICIENT,
                    column::ASSIGNED,
                ]),
                assigned,
            ),
            (column::COMPLETED_SUM, times(&done), completed.clone()),
            (
                column::QUALITY_SUM,
                times(&[done[0], done[1], done[2], column::QUALITY]),
                completed.times(&task.quality),
            ),
            (
                column::TIMELINESS_SUM,
                times(&[done[0], done[1], done[2], column::TIMELINESS]),
                completed.times(&task.timeliness),
            ),
        ];
        for (column, formula, value) in written {
            page.formula(self.row, column, &formula, &result(&value), &look.number)?;
        }
        let value = result(&task.timeliness);
        match value.parse() {
            Ok(number) if task.timeliness_given => {
                page.number(self.row, column::TIMELINESS, number, &look.number)
            }
            _ => page.formula(
                self.row,
                column::TIMELINESS,
                &timeliness,
                &value,
                &look.number,
            ),
        }
    }
}

/// k × g as it is in the denominators, and k × h, of the part that counts.
pub fn amounts(task: &TaskLine) -> (Exact, Exact) {
    let part = |amount: Decimal| {
        let product = task.coefficient.exact().times(&amount.exact());
        product.times(&task.share)
    };
    let assigned = if task.in_assigned {
        part(task.assigned)
    } else {
        Exact::zero()
    };
    (assigned, part(task.completed))
}

const fn origin_words(origin: TaskOrigin) -> &'static str {
    match origin {
        TaskOrigin::Planned => "Kế hoạch",
        TaskOrigin::Unplanned => "Đột xuất",
        TaskOrigin::TakenOver => "Nhận lại",
        TaskOrigin::HandedBack => "Chuyển trả",
    }
}
