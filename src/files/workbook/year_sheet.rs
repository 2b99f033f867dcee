//! The sheet "Tổng hợp năm": a person a row, their periods, mean and class.

use std::collections::BTreeSet;

use rust_xlsxwriter::Workbook;

use super::formulas;
use super::number::{result_or_empty, shown_or_empty};
use super::period_sheet::period_words;
use super::sheet::{
    FIRST_ROW, Heading, Look, Page, Setup, Written, at, class_words, classification_words, heading,
    name_column,
};
use super::summary::{Summary, SummaryPerson};
use super::task_sheet::Shown;
use super::{Names, WorkbookError};
use crate::domain::{Month, Period};

pub const SHEET: &str = "Tổng hợp năm";

const FIRST_PERIOD: u16 = 5;

/// Where the columns stand after those of the periods.
struct Columns {
    periods: Vec<Period>,
}

impl Columns {
    fn of(summary: &Summary) -> Self {
        let months = Month::all_of(summary.year).map(Period::Month);
        let scored = summary.people.iter().flat_map(|person| &person.periods);
        let all: BTreeSet<Period> = months.chain(scored.map(|scored| scored.period)).collect();
        Self {
            periods: all.into_iter().collect(),
        }
    }
    fn mean(&self) -> u16 {
        FIRST_PERIOD + u16::try_from(self.periods.len()).unwrap_or(u16::MAX / 2)
    }
    fn computed(&self) -> u16 {
        self.mean() + 1
    }
    fn decided(&self) -> u16 {
        self.mean() + 2
    }
    fn note(&self) -> u16 {
        self.mean() + 3
    }
    fn group(&self) -> u16 {
        self.mean() + 4
    }
    fn score_class(&self) -> u16 {
        self.mean() + 5
    }
    fn missing(&self) -> u16 {
        self.mean() + 6
    }
    fn gate(&self) -> u16 {
        self.mean() + 7
    }
    fn unit_class(&self) -> u16 {
        self.mean() + 8
    }
    fn unclassified(&self) -> u16 {
        self.mean() + 9
    }
    fn full_mean(&self) -> u16 {
        self.mean() + 10
    }
    fn last_class(&self) -> u16 {
        self.mean() + 11
    }
    fn group_key(&self) -> u16 {
        self.mean() + 12
    }
    fn key(&self) -> u16 {
        self.mean() + 13
    }
}

fn headings(columns: &Columns) -> Vec<Heading> {
    let mut all = vec![
        heading("TT", 5.0),
        heading("Mã công chức", 9.0),
        heading("Họ và tên", 20.0),
        heading("Chức vụ", 13.0),
        heading("Đơn vị", 15.0),
    ];
    let periods = columns.periods.iter();
    all.extend(periods.map(|period| heading(period_words(*period), 7.0)));
    all.extend([
        heading("Điểm trung bình năm", 9.0),
        heading("Xếp loại tính toán", 16.0),
        heading("Xếp loại quyết định", 16.0),
        heading("Ghi chú", 16.0),
        heading("Nhóm nhiệm vụ tương đồng", 18.0),
        heading("Xếp loại theo điểm", 18.0),
        heading("Kỳ còn thiếu điểm", 12.0),
        heading("Trường hợp phải xếp loại Không hoàn thành", 20.0),
        heading("Xếp loại của đơn vị (người đứng đầu)", 18.0),
        heading("Lý do không xếp loại", 18.0),
        heading("Điểm trung bình (đầy đủ)", 12.0),
        heading("Xếp loại cuối", 18.0),
        heading("Khóa nhóm", 10.0),
        heading("Khóa công chức", 10.0),
    ]);
    all
}

/// The groups of similar duties in order; a person's key is the place in this list.
pub fn groups(summary: &Summary) -> Vec<&str> {
    let all: BTreeSet<&str> = summary
        .people
        .iter()
        .map(|person| person.group.as_str())
        .filter(|group| !group.is_empty())
        .collect();
    all.into_iter().collect()
}

/// The key of a group; it holds no sign a search could read as a pattern.
pub fn group_key(groups: &[&str], group: &str) -> String {
    groups
        .iter()
        .position(|each| *each == group)
        .map(|place| format!("G{:03}", place + 1))
        .unwrap_or_default()
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, summary: &Summary, look: &Look) -> Result<(), WorkbookError> {
    let columns = Columns::of(summary);
    let title = format!(
        "TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC NĂM {}",
        summary.year
    );
    let mut page = Page::start(
        book,
        &summary.agency,
        look,
        &Setup {
            name: SHEET,
            title: &title,
            headings: &headings(&columns),
            frozen: 3,
            helpers: Some(columns.full_mean()),
        },
    )?;
    let groups = groups(summary);
    let mut row = FIRST_ROW;
    for (place, person) in summary.people.iter().enumerate() {
        let line = Line {
            row,
            columns: &columns,
            look,
            person,
        };
        line.words(&mut page, place, summary, &groups)?;
        line.periods(&mut page, &Shown::of(summary, place))?;
        line.classes(&mut page)?;
        page.end_row(row)?;
        row += 1;
    }
    let rows = row - FIRST_ROW;
    page.finish(rows, columns.group())?;
    let names = [
        ("NAM_TINH_TOAN", columns.computed()),
        ("NAM_CUOI", columns.last_class()),
        ("NAM_NHOM", columns.group_key()),
    ];
    for (name, column) in names {
        name_column(book, name, SHEET, column, rows)?;
    }
    Ok(())
}

struct Line<'a> {
    row: u32,
    columns: &'a Columns,
    look: &'a Look,
    person: &'a SummaryPerson,
}

impl Line<'_> {
    fn cell(&self, column: u16) -> String {
        at(self.row, column)
    }

    fn words(
        &self,
        page: &mut Page<'_>,
        place: usize,
        summary: &Summary,
        groups: &[&str],
    ) -> Written {
        let (row, columns, look, person) = (self.row, self.columns, self.look, self.person);
        let shown = Shown::of(summary, place);
        let note = match summary.names {
            Names::Shown => person.note.as_str(),
            Names::Hidden => "",
        };
        let number = f64::from(row - FIRST_ROW + 1);
        page.number(row, 0, number, &look.centred)?;
        page.text(row, 1, &shown.code, &look.text)?;
        page.text(row, 2, &shown.name, &look.text)?;
        page.text(row, 3, &person.position, &look.text)?;
        page.text(row, 4, &person.unit, &look.text)?;
        page.text(row, columns.group(), &person.group, &look.text)?;
        page.text(row, columns.note(), note, &look.text)?;
        let key = group_key(groups, &person.group);
        page.text(row, columns.group_key(), &key, &look.helper)?;
        page.text(row, columns.key(), &shown.key, &look.helper)
    }

    fn periods(&self, page: &mut Page<'_>, shown: &Shown) -> Written {
        for (column, period) in (FIRST_PERIOD..).zip(&self.columns.periods) {
            let key = format!("\"{}-{period}\"", shown.key);
            let formula = format!(
                "=IF(COUNTIFS(TH_KHOA,{key},TH_TONG,\">=0\")=0,\"\",SUMIFS(TH_TONG,TH_KHOA,{key}))"
            );
            let scored = self.person.periods.iter().find(|p| p.period == *period);
            let total = scored.and_then(|scored| scored.total.as_ref());
            let value = shown_or_empty(total, self.look.decimals);
            page.formula(self.row, column, &formula, &value, &self.look.points)?;
        }
        let key = self.cell(self.columns.key());
        let months = format!("SUMIFS(TH_SO_THANG,TH_NGUOI,{key})");
        let mean = format!("=IF({months}=0,\"\",SUMIFS(TH_DIEM_SO_THANG,TH_NGUOI,{key})/{months})");
        let value = self.person.mean.as_ref();
        let full = self.columns.full_mean();
        page.formula(
            self.row,
            full,
            &mean,
            &result_or_empty(value),
            &self.look.helper,
        )?;
        page.formula(
            self.row,
            self.columns.mean(),
            &formulas::cut_or_empty(&self.cell(full), 0),
            &shown_or_empty(value, self.look.decimals),
            &self.look.points,
        )
    }

    fn classes(&self, page: &mut Page<'_>) -> Written {
        let (row, columns, look, person) = (self.row, self.columns, self.look, self.person);
        let text = &look.text;
        let unit = person.unit_class.map(class_words).unwrap_or_default();
        let decided = person.decided.map(classification_words).unwrap_or_default();
        page.text(
            row,
            columns.gate(),
            person.gate.as_deref().unwrap_or_default(),
            text,
        )?;
        page.text(row, columns.unit_class(), unit, text)?;
        page.text(
            row,
            columns.unclassified(),
            person.unclassified.as_deref().unwrap_or_default(),
            text,
        )?;
        page.text(row, columns.decided(), decided, text)?;
        let by_score = person.score_class.map(class_words).unwrap_or_default();
        let missing = if person.complete { "" } else { "còn thiếu" };
        page.text(row, columns.missing(), missing, text)?;
        let computed = formulas::class_after_gates(&formulas::ClassCells {
            score: self.cell(columns.score_class()),
            missing: self.cell(columns.missing()),
            gate: self.cell(columns.gate()),
            unit: self.cell(columns.unit_class()),
            unclassified: self.cell(columns.unclassified()),
        });
        let (last, made) = (self.cell(columns.decided()), self.cell(columns.computed()));
        let formulas = [
            (
                columns.score_class(),
                formulas::class_of(&self.cell(columns.full_mean())),
                by_score,
                text,
            ),
            (
                columns.computed(),
                computed,
                classification_words(person.computed),
                text,
            ),
            (
                columns.last_class(),
                format!("=IF({last}=\"\",{made},{last})"),
                classification_words(person.last_class()),
                &look.helper,
            ),
        ];
        for (column, formula, value, format) in formulas {
            page.formula(row, column, &formula, value, format)?;
        }
        Ok(())
    }
}
