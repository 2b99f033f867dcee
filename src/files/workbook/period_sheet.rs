//! The sheet "Tháng": every part of every person's score in every period.

use rust_xlsxwriter::{Format, Workbook};

use super::formulas;
use super::number::{double, result, result_or_empty, shown_or_empty};
use super::sheet::{FIRST_ROW, Heading, Look, Page, Setup, Written, at, heading, name_column};
use super::summary::{PeriodRole, PersonPeriod, Summary, SummaryPerson};
use super::task_sheet::{Shown, amounts};
use super::{Names, WorkbookError};
use crate::domain::{Exact, Period};

pub const SHEET: &str = "Tháng";

/// Where the columns stand; the lines of the general criteria come first, so the
/// rest depends on how many there are.
struct Columns {
    lines: u16,
}

const FIRST_LINE: u16 = 6;

impl Columns {
    fn general(&self) -> u16 {
        FIRST_LINE + self.lines
    }
    /// a, b, c as shown.
    fn ratio(&self, which: u16) -> u16 {
        self.general() + 1 + which
    }
    /// d, đ, e.
    fn leadership(&self, which: u16) -> u16 {
        self.general() + 4 + which
    }
    fn mean(&self) -> u16 {
        self.general() + 7
    }
    fn result(&self) -> u16 {
        self.general() + 8
    }
    fn total(&self) -> u16 {
        self.general() + 9
    }
    fn note(&self) -> u16 {
        self.general() + 10
    }
    /// Sums of the tasks: assigned, completed, with quality, in time.
    fn sum(&self, which: u16) -> u16 {
        self.general() + 11 + which
    }
    /// a, b, c in full.
    fn full_ratio(&self, which: u16) -> u16 {
        self.general() + 15 + which
    }
    fn full_mean(&self) -> u16 {
        self.general() + 18
    }
    fn full_result(&self) -> u16 {
        self.general() + 19
    }
    fn full_total(&self) -> u16 {
        self.general() + 20
    }
    fn fixed_total(&self) -> u16 {
        self.general() + 21
    }
    fn weight(&self) -> u16 {
        self.general() + 22
    }
    fn weighted(&self) -> u16 {
        self.general() + 23
    }
    fn person(&self) -> u16 {
        self.general() + 24
    }
    fn key(&self) -> u16 {
        self.general() + 25
    }
}

fn headings(summary: &Summary) -> Vec<Heading> {
    let mut all = vec![
        heading("Mã công chức", 9.0),
        heading("Họ và tên", 20.0),
        heading("Đơn vị", 14.0),
        heading("Chức vụ", 13.0),
        heading("Kỳ", 9.0),
        heading("Cách tính", 11.0),
    ];
    all.extend(
        summary
            .parameters
            .criteria
            .iter()
            .map(|line| heading(line.number.clone(), 5.5)),
    );
    let points = |text: &str| heading(text, 9.0);
    all.extend([
        points("Điểm tiêu chí chung"),
        points("a (số lượng)"),
        points("b (chất lượng)"),
        points("c (tiến độ)"),
        heading("d", 8.5),
        heading("đ", 8.5),
        heading("e", 8.5),
        points("Kết quả (R)"),
        points("Điểm kết quả thực hiện nhiệm vụ"),
        points("Tổng điểm"),
        heading("Ghi chú", 18.0),
        points("Σ k × g"),
        points("Σ k × h"),
        points("Σ k × h × q"),
        points("Σ k × h × t"),
        points("a (đầy đủ)"),
        points("b (đầy đủ)"),
        points("c (đầy đủ)"),
        points("R (đầy đủ)"),
        points("Điểm kết quả (đầy đủ)"),
        points("Tổng điểm (đầy đủ)"),
        points("Tổng điểm đã xác nhận hoặc chuyển đến"),
        points("Số tháng tính vào năm"),
        points("Tổng điểm × số tháng"),
        points("Khóa công chức"),
        heading("Khóa nối", 16.0),
    ]);
    all
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, summary: &Summary, look: &Look) -> Result<(), WorkbookError> {
    let columns = Columns {
        lines: u16::try_from(summary.parameters.criteria.len()).unwrap_or(u16::MAX / 2),
    };
    let title = format!("THEO DÕI, ĐÁNH GIÁ TỪNG KỲ NĂM {}", summary.year);
    let mut page = Page::start(
        book,
        &summary.agency,
        look,
        &Setup {
            name: SHEET,
            title: &title,
            headings: &headings(summary),
            frozen: 2,
            helpers: Some(columns.sum(0)),
        },
    )?;
    let mut row = FIRST_ROW;
    for (place, person) in summary.people.iter().enumerate() {
        let shown = Shown::of(summary, place);
        for period in &person.periods {
            let line = Line {
                row,
                columns: &columns,
                look,
                period,
            };
            line.words(&mut page, &shown, person, summary.names)?;
            line.general(&mut page)?;
            line.task_sums(&mut page)?;
            line.ratios(&mut page)?;
            line.total(&mut page)?;
            page.end_row(row)?;
            row += 1;
        }
    }
    let rows = row - FIRST_ROW;
    page.finish(rows, columns.sum(0))?;
    let names = [
        ("TH_KHOA", columns.key()),
        ("TH_NGUOI", columns.person()),
        ("TH_TONG", columns.total()),
        ("TH_SO_THANG", columns.weight()),
        ("TH_DIEM_SO_THANG", columns.weighted()),
    ];
    for (name, column) in names {
        name_column(book, name, SHEET, column, rows)?;
    }
    Ok(())
}

/// Months a period stands for in the mean of the year.
pub fn weight(period: &PersonPeriod) -> usize {
    if period.in_year {
        period.period.months().len()
    } else {
        0
    }
}

struct Line<'a> {
    row: u32,
    columns: &'a Columns,
    look: &'a Look,
    period: &'a PersonPeriod,
}

impl Line<'_> {
    fn cell(&self, column: u16) -> String {
        at(self.row, column)
    }

    fn words(
        &self,
        page: &mut Page<'_>,
        shown: &Shown,
        person: &SummaryPerson,
        names: Names,
    ) -> Written {
        let (row, columns, look) = (self.row, self.columns, self.look);
        let note = match names {
            Names::Shown => &self.period.note,
            Names::Hidden => "",
        };
        page.text(row, 0, &shown.code, &look.text)?;
        page.text(row, 1, &shown.name, &look.text)?;
        page.text(row, 2, &person.unit, &look.text)?;
        page.text(row, 3, &person.position, &look.text)?;
        page.text(row, 4, &self.period.period.to_string(), &look.centred)?;
        page.text(row, 5, role_words(self.period.role), &look.centred)?;
        page.text(row, columns.note(), note, &look.text)?;
        page.text(row, columns.person(), &shown.key, &look.helper)?;
        let key = shown.period_key(self.period);
        page.text(row, columns.key(), &key, &look.helper)
    }

    fn general(&self, page: &mut Page<'_>) -> Written {
        let (row, columns, look) = (self.row, self.columns, self.look);
        for at in 0..columns.lines {
            let points = self.period.general_lines.get(usize::from(at)).copied();
            match points.flatten() {
                Some(points) => page.number(row, FIRST_LINE + at, double(points), &look.number)?,
                None => page.text(row, FIRST_LINE + at, "", &look.number)?,
            }
        }
        let lines = format!(
            "{}:{}",
            self.cell(FIRST_LINE),
            self.cell(columns.general() - 1)
        );
        let formula = format!(
            "=IF(COUNT({lines})={},ROUND(SUM({lines}),9),\"\")",
            columns.lines
        );
        let general = self.period.general();
        page.formula(
            row,
            columns.general(),
            &formula,
            &result_or_empty(general.as_ref()),
            &look.points,
        )
    }

    fn task_sums(&self, page: &mut Page<'_>) -> Written {
        let key = self.cell(self.columns.key());
        let names = ["NV_GIAO", "NV_HOAN_THANH", "NV_CHAT_LUONG", "NV_TIEN_DO"];
        for ((which, name), value) in (0..).zip(names).zip(sums(self.period)) {
            page.formula(
                self.row,
                self.columns.sum(which),
                &formulas::task_sum(name, &key),
                &result(&value),
                &self.look.helper,
            )?;
        }
        Ok(())
    }

    /// a, b, c in full (entered for support staff), and as shown.
    fn ratios(&self, page: &mut Page<'_>) -> Written {
        let (row, columns, look) = (self.row, self.columns, self.look);
        let assigned = self.cell(columns.sum(0));
        let completed = self.cell(columns.sum(1));
        let under = formulas::denominator(&assigned, &completed);
        for (which, value) in (0..).zip(&self.period.ratios) {
            let full = columns.full_ratio(which);
            if self.period.role == PeriodRole::Support {
                self.entered(page, full, value.as_ref(), &look.helper)?;
            } else {
                let numerator = self.cell(columns.sum(which + 1));
                let below = if which == 0 { &assigned } else { &under };
                let formula = formulas::ratio(&numerator, &assigned, below);
                let value = result_or_empty(value.as_ref());
                page.formula(row, full, &formula, &value, &look.helper)?;
            }
            let formula = formulas::cut_or_empty(&self.cell(full), 2);
            let shown = shown_or_empty(value.as_ref(), look.decimals + 2);
            page.formula(row, columns.ratio(which), &formula, &shown, &look.percent)?;
        }
        for (which, value) in (0..).zip(&self.period.leadership) {
            let column = columns.leadership(which);
            match value {
                Some(value) => self.entered(page, column, Some(value), &look.percent)?,
                None => page.text(row, column, "", &look.percent)?,
            }
        }
        Ok(())
    }

    fn entered(
        &self,
        page: &mut Page<'_>,
        column: u16,
        value: Option<&Exact>,
        format: &Format,
    ) -> Written {
        match value.and_then(|value| result(value).parse().ok()) {
            Some(number) => page.number(self.row, column, number, format),
            None => page.text(self.row, column, "", format),
        }
    }

    fn total(&self, page: &mut Page<'_>) -> Written {
        let (row, columns, look) = (self.row, self.columns, self.look);
        let range = |first, last| format!("{}:{}", self.cell(first), self.cell(last));
        let leader = self.period.role == PeriodRole::Leader;
        let mean = formulas::mean_of_parts(
            leader,
            &range(columns.full_ratio(0), columns.full_ratio(2)),
            &range(columns.leadership(0), columns.leadership(2)),
        );
        let (general, points) = (
            self.cell(columns.general()),
            self.cell(columns.full_result()),
        );
        let fixed = self.cell(columns.fixed_total());
        self.entered(
            page,
            columns.fixed_total(),
            self.period.fixed_total.as_ref(),
            &look.helper,
        )?;
        let total = format!(
            "=IF({fixed}<>\"\",{fixed},IF(OR({general}=\"\",{points}=\"\"),\"\",{general}+{points}))"
        );
        let full = self.cell(columns.full_total());
        let months = weight(self.period);
        let scored = if self.period.total.is_some() {
            months
        } else {
            0
        };
        let weighted = self
            .period
            .total
            .as_ref()
            .map_or_else(Exact::zero, |total| {
                total.times(&Exact::whole(i64::try_from(months).unwrap_or_default()))
            });
        let mean_value = self.mean();
        let full_values = [
            (
                columns.full_mean(),
                mean,
                result_or_empty(mean_value.as_ref()),
            ),
            (
                columns.full_result(),
                formulas::result_points(&self.cell(columns.full_mean())),
                result_or_empty(self.period.result.as_ref()),
            ),
            (
                columns.full_total(),
                total,
                result_or_empty(self.period.total.as_ref()),
            ),
            (
                columns.weight(),
                format!("=IF({full}=\"\",0,{months})"),
                scored.to_string(),
            ),
            (
                columns.weighted(),
                format!("=IF({full}=\"\",0,{full}*{months})"),
                result(&weighted),
            ),
        ];
        for (column, formula, value) in full_values {
            page.formula(row, column, &formula, &value, &look.helper)?;
        }
        let shown = [
            (
                columns.mean(),
                columns.full_mean(),
                2,
                &look.percent,
                mean_value,
            ),
            (
                columns.result(),
                columns.full_result(),
                0,
                &look.points,
                self.period.result.clone(),
            ),
            (
                columns.total(),
                columns.full_total(),
                0,
                &look.points,
                self.period.total.clone(),
            ),
        ];
        for (column, from, more, format, value) in shown {
            let formula = formulas::cut_or_empty(&self.cell(from), more);
            let value = shown_or_empty(value.as_ref(), look.decimals + u32::from(more));
            page.formula(row, column, &formula, &value, format)?;
        }
        Ok(())
    }

    /// R from the parts, to stand in the cell as its result.
    fn mean(&self) -> Option<Exact> {
        let mut parts: Vec<Exact> = self.period.ratios.iter().flatten().cloned().collect();
        let needed = if self.period.role == PeriodRole::Leader {
            parts.extend(self.period.leadership.iter().flatten().cloned());
            6
        } else {
            3
        };
        if parts.len() == needed {
            Exact::mean(&parts)
        } else {
            None
        }
    }
}

/// Σ k·g, Σ k·h, Σ k·h·q, Σ k·h·t.
fn sums(period: &PersonPeriod) -> [Exact; 4] {
    let mut sums = [const { Exact::zero() }; 4];
    for task in &period.tasks {
        let (assigned, done) = amounts(task);
        let added = [
            assigned,
            done.clone(),
            done.times(&task.quality),
            done.times(&task.timeliness),
        ];
        for (sum, part) in sums.iter_mut().zip(added) {
            *sum = sum.plus(&part);
        }
    }
    sums
}

const fn role_words(role: PeriodRole) -> &'static str {
    match role {
        PeriodRole::Staff => "a, b, c",
        PeriodRole::Leader => "a, b, c, d, đ, e",
        PeriodRole::Support => "Chấm trực tiếp",
    }
}

/// How a period is written in the headers of the year.
pub fn period_words(period: Period) -> String {
    match period {
        Period::Month(month) => format!("Tháng {}", month.number()),
        Period::Quarter { number, .. } => format!("Quý {number}"),
        Period::HalfYear { number, .. } => format!("06 tháng ({number})"),
        Period::Year(year) => format!("Năm {year}"),
    }
}
